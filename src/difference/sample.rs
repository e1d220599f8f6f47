//! Two small articles for the tests of this module: a sentence a line, line against line.
//!
//! An empty line is a sentence that only the other side has. Words in curly marks
//! are quotations; the n-th of the left is linked with the n-th of the right.

use std::fmt::Write as _;

use super::{Difference, Edit, EditOp, Fact, classify, edits, facts, reuse};
use crate::alignment::{Alignment, Group};
use crate::annotated::Annotated;
use crate::article::{Article, Block, BlockId, BlockKind, Origin};
use crate::difference::rules::RuleInput;
use crate::lexicon::Language;
use crate::quotation::{
    Attribution, Confidence, LinkState, Marks, Quotation, QuotationId, QuotationKind, QuotationLink,
    SpeakerState,
};
use crate::sentence::{Sentence, SentenceId, Sentences};
use crate::text::{Pair, Side, Span};
use crate::word::Words;
use crate::words::Vocabulary;

/// Two annotated articles, aligned line against line.
pub(crate) struct Sample {
    pub(crate) sides: Pair<Annotated>,
    pub(crate) vocabulary: Vocabulary,
    pub(crate) groups: Vec<Group>,
    pub(crate) links: Vec<QuotationLink>,
}

impl Sample {
    /// Line `n` of the left against line `n` of the right.
    pub(crate) fn new(left: &str, right: &str) -> Sample {
        Sample::of(Language::English, left, right)
    }

    /// The same in another language.
    pub(crate) fn of(language: Language, left: &str, right: &str) -> Sample {
        let mut vocabulary = Vocabulary::of(language);
        let texts = Pair::new(left, right);
        let sides = Pair::from_fn(|side| annotated(texts[side], side, language, &mut vocabulary));
        let mut next = Pair::new(0, 0);
        let mut groups = Vec::new();
        let lines = texts.map(|text| text.lines().map(str::trim).collect::<Vec<_>>());
        for at in 0..lines.left.len().max(lines.right.len()) {
            let sentences = Pair::from_fn(|side| {
                let there = lines[side].get(at).is_some_and(|line| !line.is_empty());
                let id = there.then(|| SentenceId::new(next[side]));
                next[side] += usize::from(there);
                id.into_iter().collect::<Vec<_>>()
            });
            if !sentences.left.is_empty() || !sentences.right.is_empty() {
                groups.push(Group { sentences, score: 1.0, moved: false, pinned: false, repeats: None });
            }
        }
        Sample { sides, vocabulary, groups, links: Vec::new() }
    }

    /// The same with the first block of both sides a headline.
    pub(crate) fn with_headlines(mut self) -> Sample {
        for side in Side::BOTH {
            if let Some(block) = self.sides[side].article.blocks.first_mut() {
                block.kind = BlockKind::Headline;
            }
        }
        self
    }

    /// The same with the first block of both sides a dateline.
    pub(crate) fn with_datelines(mut self) -> Sample {
        for side in Side::BOTH {
            if let Some(block) = self.sides[side].article.blocks.first_mut() {
                block.kind = BlockKind::Dateline;
            }
        }
        self
    }

    /// The same with the n-th quotation of the left linked with the n-th of the right.
    pub(crate) fn linked(mut self, state: LinkState, marks: Marks, speaker: SpeakerState) -> Sample {
        let counts = self.sides.as_ref().map(|side| side.quotations.len());
        for at in 0..counts.left.max(counts.right) {
            let id = |count: usize| (at < count).then(|| QuotationId::new(at));
            self.links.push(QuotationLink {
                quotations: Pair::new(id(counts.left), id(counts.right)),
                state,
                marks,
                speaker,
                alarms: Vec::new(),
                edits: Vec::new(),
            });
        }
        self
    }

    /// The mirror image, with links and beads in the same order.
    pub(crate) fn swapped(&self) -> Sample {
        let texts = self.sides.as_ref().map(|side| side.article.text.to_string());
        // annotate again: keys are numbered by first appearance
        let mut vocabulary = Vocabulary::new();
        let sides = Pair::from_fn(|side: Side| {
            let old = &self.sides[side.other()];
            let list = old.sentences.iter().map(|(_, sentence)| *sentence).collect();
            let sentences = Sentences::new(&texts[side.other()], list, &mut vocabulary);
            let (article, quotations) = (old.article.clone(), old.quotations.clone());
            let words = Words::new(&article, &sentences, &vocabulary);
            Annotated { article, sentences, words, quotations }
        });
        let groups = self.groups.iter();
        let groups = groups.map(|group| Group { sentences: group.sentences.clone().swap(), ..group.clone() });
        let links = self.links.iter().cloned().map(QuotationLink::swap);
        Sample { sides, vocabulary, groups: groups.collect(), links: links.collect() }
    }

    /// The edits of every bead.
    pub(crate) fn edits(&self) -> Vec<Vec<Edit>> {
        let edits = |group: &Group| edits(self.sides.as_ref(), &self.vocabulary, &group.sentences);
        self.groups.iter().map(edits).collect()
    }

    /// The facts of every bead.
    pub(crate) fn facts(&self) -> Vec<Fact> {
        facts::facts(self.sides.as_ref(), &self.vocabulary, &self.groups, &self.edits())
    }

    /// The beads of the lines.
    pub(crate) fn alignment(&self) -> Alignment {
        let (groups, edits, facts) = (self.groups.clone(), self.edits(), self.facts());
        reuse::alignment(self.sides.as_ref(), &self.vocabulary, groups, &edits, &facts)
    }

    /// What the rules find.
    pub(crate) fn differences(&self) -> Vec<Difference> {
        let facts = self.facts();
        classify(&RuleInput {
            sides: self.sides.as_ref(),
            vocabulary: &self.vocabulary,
            alignment: &self.alignment(),
            edits: &self.edits(),
            links: &self.links,
            facts: &facts,
            whole: &facts::over_whole_text(&facts),
        })
    }

    /// The differences, one a line: `severity rule [-left-]{+right+}`.
    pub(crate) fn found(&self) -> Vec<String> {
        let line = |difference: &Difference| {
            let words = |side: Side| difference.spans[side].map(|span| self.sides[side].slice(span));
            let mut line = format!("{} {} ", difference.severity.name(), difference.rule);
            let _ = match (words(Side::Left), words(Side::Right)) {
                (left, None) => write!(line, "[-{}-]", left.unwrap_or_default()),
                (None, Some(right)) => write!(line, "{{+{right}+}}"),
                (Some(left), Some(right)) => write!(line, "[-{left}-]{{+{right}+}}"),
            };
            line
        };
        self.differences().iter().map(line).collect()
    }

    /// The edits of every bead as text: `shared [-left-]{+right+}`, beads by ` | `.
    pub(crate) fn notation(&self) -> String {
        let mut shown = Vec::new();
        for edits in self.edits() {
            let mut bead = String::new();
            for edit in edits {
                let words =
                    |side: Side| edit.spans[side].map_or("", |span| self.sides[side].slice(span).trim());
                let (left, right) = (words(Side::Left), words(Side::Right));
                let _ = match edit.op {
                    EditOp::Equal => write!(bead, "{right} "),
                    EditOp::Delete => write!(bead, "[-{left}-] "),
                    EditOp::Insert => write!(bead, "{{+{right}+}} "),
                    EditOp::Replace => write!(bead, "[-{left}-]{{+{right}+}} "),
                };
            }
            shown.push(bead.trim_end().to_owned());
        }
        shown.join(" | ")
    }
}

/// An article of one block a line.
fn annotated(text: &str, side: Side, language: Language, vocabulary: &mut Vocabulary) -> Annotated {
    let mut blocks = Vec::new();
    let mut list = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(text);
        start += line.len();
        if !span.is_empty() {
            list.push(Sentence { span, block: BlockId::new(blocks.len()), lead: 0 });
            blocks.push(Block { kind: BlockKind::Paragraph, span, label: 0 });
        }
    }
    let article = Article {
        text: text.into(),
        blocks,
        origin: Origin::in_memory(side),
        language,
        metadata: crate::article::Metadata::default(),
        notes: Vec::new(),
    };
    let sentences = Sentences::new(text, list, vocabulary);
    let words = Words::new(&article, &sentences, vocabulary);
    Annotated { quotations: quotations(text), article, sentences, words }
}

/// The words in curly marks, or in `‹›` for words that lost their marks.
fn quotations(text: &str) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        match c {
            '“' | '‹' => start = Some((at + c.len_utf8(), c == '“')),
            '”' | '›' => {
                if let Some((start, marked)) = start.take() {
                    found.push(Quotation {
                        kind: QuotationKind::Direct,
                        marked,
                        fragments: vec![Span::new(start, at)],
                        attribution: Attribution { confidence: Confidence::None, ..Attribution::NONE },
                    });
                }
            }
            _ => {}
        }
    }
    found
}

/// Compares the findings between two texts.
#[track_caller]
pub(super) fn check(left: &str, right: &str, expected: &[&str]) {
    assert_eq!(Sample::new(left, right).found(), expected);
}
