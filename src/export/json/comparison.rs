//! The document of a comparison.

use schemars::JsonSchema;
use serde::Serialize;

use super::article::{Generator, Side, Span, Words, bead_id, generator, quotation_id, side, span, words};
use super::names::{Counts, Name};
use super::review::{Review, review};
use crate::alignment::{self, BeadId, Reuse};
use crate::comparison::{self, Comparison};
use crate::difference::{self, DifferenceId, DifferenceKind, EditOp, FactKind, FactState, Scope, Severity};
use crate::export::report::Report;
use crate::quotation::{self, Alarm, EditManner, LinkId, LinkState, Marks, SpeakerState};
use crate::sentence::SentenceId;
use crate::summary;
use crate::text::{self, Pair};

/// The name and number of this document's shape.
pub(super) const ID: &str = "pressdiff/comparison/1";

/// Two articles side by side: which sentences belong together, what became of each quotation, what differs.
///
/// All offsets are UTF-8 bytes into the `text` of their side, half open. Swapping the two files mirrors the document.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "pressdiff comparison", extend("$id" = ID))]
pub(super) struct Document<'a> {
    /// The name and number of this document's shape.
    #[schemars(extend("const" = ID))]
    schema: &'static str,
    /// The program that wrote it.
    generator: Generator,
    /// The options that shaped the result.
    options: Options,
    /// The first article named.
    left: Side<'a>,
    /// The second article named.
    right: Side<'a>,
    /// Which sentences belong together, in the order of the screen; every sentence is in exactly one.
    beads: Vec<Bead>,
    /// What became of each quotation in the other article.
    quotation_links: Vec<QuotationLink<'a>>,
    /// Numbers, dates and names, side by side.
    facts: Vec<Fact<'a>>,
    /// What an editor stops at, in the order of the beads.
    differences: Vec<Difference<'a>>,
    /// The counts.
    summary: Summary<'a>,
    /// The verdicts and notes of a review; null where none was given.
    review: Option<Review<'a>>,
}

/// The options that shaped a comparison.
#[derive(Serialize, JsonSchema)]
struct Options {
    /// Pairs of sentences below this score were left alone, from 0 to 1.
    threshold: f64,
    /// The shortest run of shared words that counts as lifted, in words.
    lifted_run: usize,
    /// The kinds of difference that were asked for.
    only: Vec<&'static str>,
}

/// Sentences that belong together: one to one, one to many, many to one, or one side alone.
#[derive(Serialize, JsonSchema)]
struct Bead {
    /// Unique among the beads.
    id: String,
    /// Indices into the left's sentences, in the order of its text.
    left: Vec<usize>,
    /// Indices into the right's sentences, in the order of its text.
    right: Vec<usize>,
    /// How much of the wording is shared.
    reuse: Name<Reuse>,
    /// How sure the pairing is, from 0 to 1; 0 where one side is alone.
    score: f64,
    /// Whether it stands outside of the main order.
    moved: bool,
    /// Whether it was aligned by hand.
    pinned: bool,
    /// Where one side is alone: the index of the other side's sentence that has its words already, so that
    /// they are repeated rather than missing there.
    repeats: Option<usize>,
    /// The words that are shared and those that are not; side by side their spans concatenate to the sentences.
    edits: Vec<Edit>,
}

/// A run of words that both sides share, or that one side has and the other has not.
#[derive(Serialize, JsonSchema)]
struct Edit {
    /// What happened, seen from left to right; `equal` words may differ in marks, case and spelling.
    op: Name<EditOp>,
    /// The words on the left.
    left: Option<Span>,
    /// The words on the right.
    right: Option<Span>,
}

/// What became of a quotation in the other article.
#[derive(Serialize, JsonSchema)]
struct QuotationLink<'a> {
    /// Unique among the links.
    id: String,
    /// The id of the left's quotation.
    left: Option<String>,
    /// The id of the right's quotation.
    right: Option<String>,
    /// What became of the words.
    state: Name<LinkState>,
    /// Which side has quotation marks.
    marks: Name<Marks>,
    /// Whether both sides name the same speaker.
    speaker: Name<SpeakerState>,
    /// What is altered or lost, if it may turn the meaning.
    alarms: Vec<Name<Alarm>>,
    /// The words that differ, in order.
    edits: Vec<QuotationEdit<'a>>,
}

/// Words that differ inside a quotation.
#[derive(Serialize, JsonSchema)]
struct QuotationEdit<'a> {
    /// The words on the left.
    left: Option<Words<'a>>,
    /// The words on the right.
    right: Option<Words<'a>>,
    /// What was done to them.
    manner: Name<EditManner>,
    /// What of them may turn the meaning.
    alarms: Vec<Name<Alarm>>,
}

/// A number, date or name of one side or both.
#[derive(Serialize, JsonSchema)]
struct Fact<'a> {
    /// The id of the bead it lies in.
    bead: Option<String>,
    /// What sort of fact it is.
    kind: Name<FactKind>,
    /// Where the left states it.
    left: Option<FactMention<'a>>,
    /// Where the right states it.
    right: Option<FactMention<'a>>,
    /// Whether both sides agree; equal values in other dress are the same.
    state: Name<FactState>,
    /// Whether the two mentions are in one bead; `elsewhere`: one of them is in the bead, the other in a sentence that is not paired with it.
    scope: Name<Scope>,
}

/// The words that state a fact, and what they come to.
#[derive(Serialize, JsonSchema)]
struct FactMention<'a> {
    /// First byte.
    start: usize,
    /// One past the last byte.
    end: usize,
    /// The words.
    text: &'a str,
    /// The value in one form for all dresses.
    value: String,
}

/// Something that differs, for an editor to judge.
#[derive(Serialize, JsonSchema)]
struct Difference<'a> {
    /// Unique among the differences.
    id: String,
    /// The id of the bead it lies in.
    bead: String,
    /// What sort of difference it is; what `--only` and `--fail-on` name.
    kind: Name<DifferenceKind>,
    /// How much it matters.
    severity: Name<Severity>,
    /// The words it is about on the left.
    left: Option<Span>,
    /// The words it is about on the right.
    right: Option<Span>,
    /// The rule that found it.
    rule: &'static str,
    /// Why, in one sentence.
    why: &'a str,
}

/// The counts of a comparison.
#[derive(Serialize, JsonSchema)]
struct Summary<'a> {
    /// Sentences of each side.
    sentences: SentenceCounts,
    /// Beads of each class of reuse.
    beads: Counts<'a, Reuse>,
    /// Beads outside of the main order.
    moved: usize,
    /// Quotation links of each state.
    quotations: Counts<'a, LinkState>,
    /// Facts of each state.
    facts: Counts<'a, FactState>,
    /// Differences of each kind.
    differences: Counts<'a, DifferenceKind>,
    /// How much of the right was lifted from the left.
    lifted: Lifted<'a>,
}

/// The sentences of each side.
#[derive(Serialize, JsonSchema)]
struct SentenceCounts {
    /// Of the left.
    left: usize,
    /// Of the right.
    right: usize,
}

/// How much of the right stands in runs of words that the left has, too.
#[derive(Serialize, JsonSchema)]
struct Lifted<'a> {
    /// Words of the right in such runs.
    words: usize,
    /// Their share of all words of the right, from 0 to 1.
    share: f64,
    /// The share among the words outside of quotations, from 0 to 1.
    share_outside_quotations: f64,
    /// The longest such run, in words.
    longest_run: usize,
    /// The runs outside of quotations without a credit nearby, in the order of the right.
    uncredited: Vec<Uncredited>,
    /// What was counted.
    definition: &'a str,
}

/// A lifted run of the right that nothing nearby credits.
#[derive(Serialize, JsonSchema)]
struct Uncredited {
    /// Where it begins.
    start: usize,
    /// Where it ends.
    end: usize,
    /// Its words.
    words: usize,
}

/// The document of a comparison.
pub(super) fn document<'a>(report: &Report<'a>) -> Document<'a> {
    let comparison = report.comparison;
    let beads = comparison.alignment.iter();
    Document {
        schema: ID,
        generator: generator(),
        options: options(&comparison.options),
        left: side(&comparison.sides.left),
        right: side(&comparison.sides.right),
        beads: beads.map(|(id, each)| bead(id, each, comparison.edits(id))).collect(),
        quotation_links: comparison.links().map(|(id, each)| link(comparison, id, each)).collect(),
        facts: comparison.facts.iter().map(|each| fact(comparison, each)).collect(),
        differences: comparison
            .differences()
            .filter(|(_, each)| report.includes(each.bead))
            .map(|(id, each)| difference(id, each))
            .collect(),
        summary: summary(&comparison.summary),
        review: review(report),
    }
}

fn options(options: &comparison::Options) -> Options {
    Options {
        threshold: options.align.threshold,
        lifted_run: options.lifted.run,
        only: options.only.names().collect(),
    }
}

fn bead(id: BeadId, bead: &alignment::Bead, edits: &[difference::Edit]) -> Bead {
    let indices = bead.sentences.as_ref().map(|side| side.iter().map(|id| id.index()).collect());
    Bead {
        id: bead_id(id),
        left: indices.left,
        right: indices.right,
        reuse: Name(bead.reuse),
        score: rounded(bead.score),
        moved: bead.moved,
        pinned: bead.pinned,
        repeats: bead.repeats.map(SentenceId::index),
        edits: edits.iter().map(edit).collect(),
    }
}

fn edit(edit: &difference::Edit) -> Edit {
    let Pair { left, right } = spans(edit.spans);
    Edit { op: Name(edit.op), left, right }
}

fn link<'a>(comparison: &'a Comparison, id: LinkId, link: &quotation::QuotationLink) -> QuotationLink<'a> {
    let Pair { left, right } = link.quotations.map(|side| side.map(quotation_id));
    QuotationLink {
        id: format!("l{}", id.index()),
        left,
        right,
        state: Name(link.state),
        marks: Name(link.marks),
        speaker: Name(link.speaker),
        alarms: link.alarms.iter().copied().map(Name).collect(),
        edits: link.edits.iter().map(|edit| quotation_edit(comparison, edit)).collect(),
    }
}

fn quotation_edit<'a>(comparison: &'a Comparison, edit: &quotation::QuotationEdit) -> QuotationEdit<'a> {
    let sides = comparison.sides().zip(edit.spans);
    let Pair { left, right } = sides.map(|(side, span)| span.map(|span| words(side, span)));
    let alarms = edit.alarms.iter().copied().map(Name).collect();
    QuotationEdit { left, right, manner: Name(edit.manner), alarms }
}

fn fact<'a>(comparison: &'a Comparison, fact: &'a difference::Fact) -> Fact<'a> {
    let sides = comparison.sides().zip(fact.mentions.as_ref());
    let Pair { left, right } = sides.map(|(side, mention)| {
        mention.as_ref().map(|mention| FactMention {
            start: mention.span.start(),
            end: mention.span.end(),
            text: side.slice(mention.span),
            value: mention.to_string(),
        })
    });
    Fact {
        bead: Some(bead_id(fact.bead)),
        kind: Name(fact.kind),
        left,
        right,
        state: Name(fact.state),
        scope: Name(fact.scope),
    }
}

fn difference(id: DifferenceId, difference: &difference::Difference) -> Difference<'_> {
    let Pair { left, right } = spans(difference.spans);
    Difference {
        id: format!("d{}", id.index()),
        bead: bead_id(difference.bead),
        kind: Name(difference.kind),
        severity: Name(difference.severity),
        left,
        right,
        rule: difference.rule,
        why: &difference.why,
    }
}

fn summary(summary: &summary::Summary) -> Summary<'_> {
    Summary {
        sentences: SentenceCounts { left: summary.sentences.left, right: summary.sentences.right },
        beads: Counts::new(&summary.beads),
        moved: summary.moved,
        quotations: Counts::new(&summary.quotations),
        facts: Counts::new(&summary.facts),
        differences: Counts::new(&summary.differences),
        lifted: Lifted {
            words: summary.lifted.words,
            share: rounded(summary.lifted.share),
            share_outside_quotations: rounded(summary.lifted.share_outside_quotations),
            longest_run: summary.lifted.longest_run,
            uncredited: uncredited(&summary.lifted.uncredited),
            definition: &summary.lifted.definition,
        },
    }
}

fn spans(spans: Pair<Option<text::Span>>) -> Pair<Option<Span>> {
    spans.map(|side| side.map(span))
}

/// Four decimals: more would be noise, and the same on both sides of a swap.
fn rounded(figure: f64) -> f64 {
    (figure * 10_000.0).round() / 10_000.0
}

fn uncredited(runs: &[summary::Uncredited]) -> Vec<Uncredited> {
    let run = |run: &summary::Uncredited| Uncredited {
        start: run.span.start(),
        end: run.span.end(),
        words: run.words,
    };
    runs.iter().map(run).collect()
}
