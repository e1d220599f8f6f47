//! The whole pipeline: two articles in, a [`Comparison`] out.
//!
//! The core ends here. [`compare`] is [`read`], which pins do not alter, then
//! [`Reading::compare`], which a reviewer's pins steer. It does no input or output and cannot fail; the
//! same two articles and options always give the same comparison. What wants to
//! show it goes on in [`crate::view`], what wants to report facts in [`crate::export`].

use std::sync::Arc;

use crate::alignment::{AlignOptions, Alignment, Bead, BeadId, Pins, Reuse, align};
use crate::annotated::Annotated;
use crate::article::Article;
use crate::detect::{annotate, note_on_marks};
use crate::difference::rules::RuleInput;
use crate::difference::{Difference, DifferenceId, Edit, Fact, Kinds, classify, edits, facts, reuse};
use crate::lexicon::Language;
use crate::link::{Linked, link};
use crate::quotation::{LinkId, LinkState, Marks, Quotation, QuotationId, QuotationLink};
use crate::sentence::{SentenceId, Sentences, segment};
use crate::summary::{Summary, summarize};
use crate::text::{Pair, Side};
use crate::word::Words;
use crate::words::Vocabulary;

/// What shapes the result, as opposed to the picture of it.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Options {
    /// What steers the alignment.
    pub align: AlignOptions,
    /// What counts as lifted.
    pub lifted: crate::summary::LiftedOptions,
    /// The kinds of difference that are reported; of the others only [`Comparison::found`] tells.
    pub only: Kinds,
}

/// Everything found out about two articles. Owns its parts; immutable.
#[derive(Clone, PartialEq, Debug)]
pub struct Comparison {
    /// The options it was made with.
    pub options: Options,
    /// Both articles, with their sentences and quotations; comparisons of one reading share them.
    pub sides: Pair<Arc<Annotated>>,
    /// The words of both articles.
    pub vocabulary: Arc<Vocabulary>,
    /// Which sentences belong together.
    pub alignment: Alignment,
    /// The edits of each bead, in the order of the beads.
    pub edits: Vec<Vec<Edit>>,
    /// What became of each quotation.
    pub links: Vec<QuotationLink>,
    /// Numbers, dates and names, side by side.
    pub facts: Vec<Fact>,
    /// The kinds of difference that were found, reported or not.
    pub found: Kinds,
    /// What an editor stops at, in the order of the beads.
    pub differences: Vec<Difference>,
    /// The counts.
    pub summary: Summary,
}

/// Compares two articles.
pub fn compare(articles: Pair<Article>, options: Options) -> Comparison {
    read(articles, options).compare(&Pins::default())
}

/// Two articles read, and each quotation followed to the other side: all that a
/// reviewer's pins do not alter, so that a comparison around other pins costs little.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The options it was made with.
    pub options: Options,
    /// Both articles, with their sentences and quotations.
    pub sides: Pair<Arc<Annotated>>,
    vocabulary: Arc<Vocabulary>,
    links: Vec<QuotationLink>,
}

/// The first half of the pipeline: what each article says, and what became of each quotation.
pub fn read(articles: Pair<Article>, options: Options) -> Reading {
    let languages = articles.as_ref().map(|article| article.language);
    let mut vocabulary = Vocabulary::of(Language::shared(languages));
    let mut sides = articles.map(|article| annotate(article, &mut vocabulary));
    let Linked { quotations, links } = link(sides.as_ref(), &vocabulary);
    let Pair { left, right } = quotations;
    sides.left.quotations = left;
    sides.right.quotations = right;
    for side in Side::BOTH {
        let found = |link: &QuotationLink| {
            link.marks == Marks::only(side.other())
                && link.state != LinkState::Paraphrased
                && link.quotations[side].is_some()
        };
        let annotated = &mut sides[side];
        if links.iter().any(found) {
            let note = note_on_marks(&annotated.article, &annotated.quotations);
            // an article that was compared before says so already
            let note = note.filter(|note| !annotated.article.notes.contains(note));
            annotated.article.notes.extend(note);
        }
    }
    Reading { options, sides: sides.map(Arc::new), vocabulary: Arc::new(vocabulary), links }
}

/// The sentences of two articles and nothing more, in a small part of the time that [`read`] takes.
pub fn glance(articles: Pair<Article>, options: Options) -> Reading {
    let languages = articles.as_ref().map(|article| article.language);
    let mut vocabulary = Vocabulary::of(Language::shared(languages));
    let sides = articles.map(|article| {
        let sentences = Sentences::new(&article.text, segment(&article), &mut vocabulary);
        Arc::new(Annotated { article, sentences, words: Words::default(), quotations: Vec::new() })
    });
    Reading { options, sides, vocabulary: Arc::new(vocabulary), links: Vec::new() }
}

impl Reading {
    /// Both texts before anything is known of what belongs together: each sentence alone, the sides in turn.
    ///
    /// To be read while [`Reading::compare`] works; it tells no difference.
    pub fn unaligned(&self) -> Comparison {
        let counts = self.sides.as_ref().map(|side| side.sentences.len());
        let alone = |side: Side, index: usize| {
            let mut sentences = Pair::new(Vec::new(), Vec::new());
            sentences[side].push(SentenceId::new(index));
            Bead {
                sentences,
                reuse: Reuse::only(side),
                score: 0.0,
                moved: false,
                pinned: false,
                repeats: None,
            }
        };
        let in_turn = (0..counts.left.max(counts.right))
            .flat_map(|index| Side::BOTH.map(|side| (index < counts[side]).then(|| alone(side, index))));
        let beads: Vec<Bead> = in_turn.flatten().collect();
        Comparison {
            options: self.options,
            sides: self.sides.clone(),
            vocabulary: Arc::clone(&self.vocabulary),
            edits: vec![Vec::new(); beads.len()],
            alignment: Alignment { beads },
            links: Vec::new(),
            facts: Vec::new(),
            found: Kinds::default(),
            differences: Vec::new(),
            summary: Summary { sentences: counts, ..Summary::default() },
        }
    }

    /// The second half: which sentences belong together, given what the reviewer pinned, and what differs.
    pub fn compare(&self, pins: &Pins) -> Comparison {
        let Reading { options, sides, vocabulary, links } = self;
        let both = self.sides();
        let groups = align(both, vocabulary, links, pins, &options.align);
        let edits: Vec<Vec<Edit>> =
            groups.iter().map(|group| edits(both, vocabulary, &group.sentences)).collect();
        let within = facts::facts(both, vocabulary, &groups, &edits);
        let alignment = reuse::alignment(both, vocabulary, groups, &edits, &within);
        let facts = facts::over_whole_text(&within);
        let mut differences = classify(&RuleInput {
            sides: both,
            vocabulary,
            alignment: &alignment,
            edits: &edits,
            links,
            facts: &within,
            whole: &facts,
        });
        let found = differences.iter().map(Kinds::of).collect();
        differences.retain(|difference| options.only.contains(difference));
        let summary = summarize(both, &alignment, links, &facts, &differences, &options.lifted);
        Comparison {
            options: *options,
            sides: sides.clone(),
            vocabulary: Arc::clone(vocabulary),
            alignment,
            edits,
            links: links.clone(),
            facts,
            found,
            differences,
            summary,
        }
    }

    /// Both articles.
    pub fn sides(&self) -> Pair<&Annotated> {
        self.sides.as_ref().map(|side| &**side)
    }
}

impl Comparison {
    /// Both articles.
    pub fn sides(&self) -> Pair<&Annotated> {
        self.sides.as_ref().map(|side| &**side)
    }

    /// The edits of a bead.
    pub fn edits(&self, bead: BeadId) -> &[Edit] {
        &self.edits[bead.index()]
    }

    /// A quotation of one side.
    pub fn quotation(&self, side: Side, id: QuotationId) -> &Quotation {
        &self.sides[side].quotations[id.index()]
    }

    /// All quotation links with their ids.
    pub fn links(&self) -> impl ExactSizeIterator<Item = (LinkId, &QuotationLink)> {
        self.links.iter().enumerate().map(|(index, link)| (LinkId::new(index), link))
    }

    /// All differences with their ids, in order.
    pub fn differences(&self) -> impl ExactSizeIterator<Item = (DifferenceId, &Difference)> {
        self.differences.iter().enumerate().map(|(index, difference)| (DifferenceId::new(index), difference))
    }
}
