//! Small comparisons for tests.

use std::sync::Arc;

use crate::alignment::{Alignment, Bead, Reuse};
use crate::annotated::Annotated;
use crate::article::{Article, Block, BlockId, BlockKind, Origin};
use crate::comparison::{Comparison, Options};
use crate::difference::edits;
use crate::quotation::{
    Attribution, LinkState, Marks, Quotation, QuotationId, QuotationKind, QuotationLink, SpeakerState,
};
use crate::sentence::{Sentence, SentenceId, Sentences};
use crate::summary::Summary;
use crate::text::{Pair, Side, Span};
use crate::view::ledger::{self, Page};
use crate::view::rows;
use crate::words::Vocabulary;

/// Two texts, one sentence a line, aligned by `beads` (`0-0 1-12 ↕2-0 3- -4`):
/// left and right sentences, `↕` before a moved one, `=` before an identical one.
pub(crate) fn comparison(left: &str, right: &str, beads: &str) -> Comparison {
    let mut comparison = bare(Pair::new(left, right));
    realign(&mut comparison, beads.split(' ').map(bead).collect());
    comparison
}

/// All ledgers of a comparison.
pub(crate) fn pages(comparison: &Comparison) -> Vec<Page> {
    ledger::pages(comparison, &rows(comparison))
}

/// Two texts, each line a paragraph of one sentence, without any findings.
pub(crate) fn bare(texts: Pair<&str>) -> Comparison {
    let mut vocabulary = Vocabulary::new();
    let labels = Pair::new("the Wire", "the Courier");
    Comparison {
        options: Options::default(),
        sides: Pair::from_fn(|side| Arc::new(annotated(texts[side], labels[side], &mut vocabulary))),
        vocabulary: Arc::new(vocabulary),
        alignment: Alignment::default(),
        edits: Vec::new(),
        links: Vec::new(),
        facts: Vec::new(),
        found: crate::difference::Kinds::default(),
        differences: Vec::new(),
        summary: Summary::default(),
    }
}

fn annotated(text: &str, label: &str, vocabulary: &mut Vocabulary) -> Annotated {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        start += line.len();
        Span::new(start - line.len(), start).trimmed(text)
    });
    let spans: Vec<Span> = lines.filter(|span| !span.is_empty()).collect();
    let sentence = |(block, &span): (usize, &Span)| Sentence { span, block: BlockId::new(block), lead: 0 };
    let sentences = spans.iter().enumerate().map(sentence).collect();
    Annotated {
        article: Article {
            text: text.into(),
            blocks: spans.iter().map(|&span| Block { kind: BlockKind::Paragraph, span, label: 0 }).collect(),
            origin: Origin { label: label.to_owned(), ..Origin::in_memory(Side::Left) },
            language: crate::lexicon::Language::English,
            metadata: crate::article::Metadata::default(),
            notes: Vec::new(),
        },
        sentences: Sentences::new(text, sentences, vocabulary),
        words: crate::word::Words::default(),
        quotations: Vec::new(),
    }
}

/// Replaces the beads.
pub(crate) fn realign(comparison: &mut Comparison, beads: Vec<Bead>) {
    let (sides, vocabulary) = (comparison.sides(), &comparison.vocabulary);
    comparison.edits = beads.iter().map(|bead| edits(sides, vocabulary, &bead.sentences)).collect();
    comparison.alignment = Alignment { beads };
}

fn bead(notation: &str) -> Bead {
    let (left, right) = notation.trim_start_matches(['↕', '=']).split_once('-').expect("left-right");
    let ids = |side: &str| side.bytes().map(|b| SentenceId::new((b - b'0') as usize)).collect();
    let sentences: Pair<Vec<SentenceId>> = Pair::new(ids(left), ids(right));
    let reuse = match (left.is_empty(), right.is_empty()) {
        (false, true) => Reuse::LeftOnly,
        (true, _) => Reuse::RightOnly,
        (false, false) if notation.contains('=') => Reuse::Identical,
        (false, false) => Reuse::Edited,
    };
    Bead { sentences, reuse, score: 0.9, moved: notation.starts_with('↕'), pinned: false, repeats: None }
}

/// Links the words of `left` and `right`, each once in its text, as a quotation of both sides.
pub(crate) fn quote(comparison: &mut Comparison, words: Pair<&str>, state: LinkState) {
    let quotations = Pair::from_fn(|side| {
        if words[side].is_empty() {
            return None;
        }
        let text = &comparison.sides[side].article.text;
        let start = text.find(words[side]).expect("the text has the words");
        let speaker = Some("Ada Lund".to_owned());
        Arc::make_mut(&mut comparison.sides[side]).quotations.push(Quotation {
            kind: QuotationKind::Direct,
            marked: side == Side::Right,
            fragments: vec![Span::new(start, start + words[side].len())],
            attribution: Attribution { speaker, ..Attribution::NONE },
        });
        Some(QuotationId::new(comparison.sides[side].quotations.len() - 1))
    });
    comparison.links.push(QuotationLink {
        quotations,
        state,
        marks: Marks::Right,
        speaker: SpeakerState::Same,
        alarms: Vec::new(),
        edits: Vec::new(),
    });
}
