//! The rules: one file a rule, and the registry of them.
//!
//! A rule reads what the earlier stages found and says what an editor should
//! stop at. It states its reason, an example from the newsroom, and its tests in
//! its own file. To add one, add a file and a line to [`RULES`]: the registry feeds
//! `--only`, `--fail-on`, the help and `pressdiff explain`, and a test runs every
//! example. Invariants: the rules look from the most specific to the least, and what
//! one has reported no later one reports again; identical beads have no difference
//! but their place; swapping the sides mirrors the differences.

mod added;
mod altered_quotation;
mod attribution;
mod cause;
mod changed_places;
mod cue;
mod date;
mod evidence;
mod fact;
mod headline;
mod hedge;
mod lone_quotation;
mod lone_value;
mod marks_missing;
mod modal;
mod money;
mod moved;
mod name;
mod negation;
mod number;
mod omitted;
mod opposite;
mod paraphrased_quotation;
mod passage;
mod percent;
mod phrase;
mod place;
mod quantifier;
mod response;
mod speaker_changed;
mod speech_verb;
mod spliced_quotation;
mod swap;
mod time;
mod title;
mod trimmed_quotation;
mod turn;
mod typography;
mod unit;
mod unnamed;
mod wording;

pub use evidence::{Evidence, Found};
pub(crate) use response::is_answer;

use super::{Difference, DifferenceKind, Edit, Fact, Severity};
use crate::alignment::Alignment;
use crate::annotated::Annotated;
use crate::quotation::QuotationLink;
use crate::text::{Pair, Side, Vocabulary};

/// What the rules read.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'a> {
    /// Both articles.
    pub sides: Pair<&'a Annotated>,
    /// The words of both.
    pub vocabulary: &'a Vocabulary,
    /// Which sentences belong together.
    pub alignment: &'a Alignment,
    /// The edits of each bead, in the order of the beads.
    pub edits: &'a [Vec<Edit>],
    /// What became of each quotation.
    pub links: &'a [QuotationLink],
    /// The facts of all beads.
    pub facts: &'a [Fact],
}

/// A rule of the registry.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name, as differences carry it.
    pub name: &'static str,
    /// What it looks for and why, in one sentence.
    pub doc: &'static str,
    /// The kinds it may report.
    pub kinds: &'static [DifferenceKind],
    /// The gravest severity it gives, which its example has.
    pub severity: Severity,
    /// What `pressdiff explain` tells of it.
    pub manual: Manual,
    /// Adds what it finds.
    pub find: fn(&Evidence<'_>, &mut Found),
}

/// What an editor should know of a rule.
#[derive(Clone, Copy, Debug)]
pub struct Manual {
    /// Why a newsroom cares.
    pub reason: &'static str,
    /// The left of an example that the rule finds.
    pub before: &'static str,
    /// Its right.
    pub after: &'static str,
    /// What it reports.
    pub finds: &'static str,
    /// What it deliberately does not report.
    pub leaves: &'static str,
    /// Which severity when.
    pub weight: &'static str,
}

impl Rule {
    /// The rule of that name.
    pub fn from_name(name: &str) -> Option<&'static Rule> {
        RULES.iter().find(|rule| rule.name == name)
    }
}

/// All rules, in the order in which they look: quotations, then facts, then
/// meaning, then what is left.
pub const RULES: &[Rule] = &[
    spliced_quotation::RULE,
    altered_quotation::RULE,
    speaker_changed::RULE,
    marks_missing::RULE,
    trimmed_quotation::RULE,
    paraphrased_quotation::RULE,
    lone_quotation::RULE,
    changed_places::RULE,
    money::RULE,
    percent::RULE,
    number::RULE,
    unit::RULE,
    date::RULE,
    time::RULE,
    name::RULE,
    title::RULE,
    place::RULE,
    negation::RULE,
    quantifier::RULE,
    opposite::RULE,
    modal::RULE,
    hedge::RULE,
    cause::RULE,
    speech_verb::RULE,
    unnamed::RULE,
    attribution::RULE,
    headline::RULE,
    response::RULE,
    added::RULE,
    omitted::RULE,
    moved::RULE,
    lone_value::RULE,
    wording::RULE,
    typography::RULE,
];

/// Everything the rules find, in the order of the beads and of the text.
pub fn classify(findings: &Findings<'_>) -> Vec<Difference> {
    let evidence = Evidence::new(findings);
    let mut found = Found::default();
    for rule in RULES {
        (rule.find)(&evidence, &mut found);
    }
    let mut list = found.into_list();
    for difference in &mut list {
        let text = |side: Side| &findings.sides[side].article.text;
        difference.spans = Pair::from_fn(|side| difference.spans[side].map(|span| span.trimmed(text(side))));
    }
    // the sort is stable: in one place the rules keep their order
    list.sort_by_key(|difference| {
        let start =
            |side: Side| difference.spans[side].map(|span| span.start() - first(findings, difference, side));
        (difference.bead, start(Side::Left).or(start(Side::Right)))
    });
    list
}

/// Where the bead of a difference begins on one side, in bytes.
fn first(findings: &Findings<'_>, difference: &Difference, side: Side) -> usize {
    let bead = findings.alignment.get(difference.bead);
    bead.sentences[side].first().map_or(0, |&id| findings.sides[side].sentences.get(id).span.start())
}

#[cfg(test)]
mod tests;
