//! The rules: one file a rule, the registry of them, and the driver that runs it.
//!
//! A rule reads what the earlier stages found and returns [`Finding`]s. It states its purpose, an example from
//! the newsroom, and its tests in its own file. To add one, add a file and a line to [`RULES`]: the
//! registry feeds `--only`, `--fail-on`, the help and `pressdiff explain`, and a test runs every example.
//! The driver drops what a rule yields to earlier rules, words the reasons and makes the differences.
//! Invariants: the rules run from the most specific to the least; identical beads have no difference but
//! their place; swapping the sides mirrors the differences.

mod added;
mod altered_quotation;
mod altered_value;
mod attribution;
mod cause;
mod changed_places;
mod cue;
mod date;
mod evidence;
mod excerpt;
mod finding;
mod headline;
mod hedge;
mod joined_name;
mod joined_quotation;
mod legal_status;
mod lone_quotation;
mod lone_value;
mod marks_missing;
mod modal;
mod money;
mod moved;
mod name;
mod name_ending;
mod name_qualifier;
mod name_spelling;
mod negation;
mod number;
mod omitted;
mod opposite;
mod paraphrased_quotation;
mod percent;
mod place;
mod post;
mod quantifier;
mod quoted_narration;
mod rank;
mod replaced_quotation;
mod response;
mod reworded;
mod rule;
mod sentence;
mod speaker_changed;
mod speech_verb;
mod spliced_quotation;
mod term;
mod time;
mod title;
mod trimmed_quotation;
mod typography;
mod unit;
mod unnamed;
mod unquoted_rest;
mod value_elsewhere;
mod wording;

pub use evidence::RuleInput;
pub use rule::Rule;

use super::Difference;
use crate::rows;
use crate::text::{Pair, Side};
use evidence::{Evidence, Spans, overlap};
use finding::Finding;
use rule::Yields;

/// All rules, in the order in which they look: quotations, then facts, then
/// meaning, then other words. Each row says whether its rule yields to earlier ones.
pub const RULES: &[Rule] = &[
    spliced_quotation::RULE,
    altered_quotation::RULE,
    joined_quotation::RULE,
    speaker_changed::RULE,
    quoted_narration::RULE,
    marks_missing::RULE,
    trimmed_quotation::RULE,
    unquoted_rest::RULE,
    paraphrased_quotation::RULE,
    replaced_quotation::RULE,
    lone_quotation::RULE,
    changed_places::RULE,
    money::RULE,
    percent::RULE,
    number::RULE,
    unit::RULE,
    date::RULE,
    time::RULE,
    name::RULE,
    name_spelling::RULE,
    joined_name::RULE,
    name_ending::RULE,
    name_qualifier::RULE,
    title::RULE,
    rank::RULE,
    post::RULE,
    place::RULE,
    negation::RULE,
    quantifier::RULE,
    legal_status::RULE,
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
    lone_value::RULE,
    value_elsewhere::RULE,
    wording::RULE,
    typography::RULE,
    // a finding of the whole sentence, after those of its words
    moved::RULE,
];

impl Rule {
    /// The rule of that name.
    pub fn from_name(name: &str) -> Option<&'static Rule> {
        RULES.iter().find(|rule| rule.name == name)
    }
}

/// Everything the rules find, in the order of the beads and of the text.
pub fn classify(input: &RuleInput<'_>) -> Vec<Difference> {
    let evidence = Evidence::new(input);
    let beads = reworded::beads(&evidence);
    let mut reported = Reported { differences: Vec::new(), spans: vec![Vec::new(); input.edits.len()] };
    for rule in rows::active("rule", RULES, |rule| rule.name) {
        for finding in rule.findings(&evidence, &beads) {
            reported.add(&evidence, rule, finding);
        }
    }
    let mut list = reported.differences;
    // the sort is stable: in one place the rules keep their order
    list.sort_by_key(|difference| {
        let start = |side: Side| {
            difference.spans[side].map(|span| span.start() - evidence.start(side, difference.bead))
        };
        (difference.bead, start(Side::Left).or(start(Side::Right)))
    });
    list
}

/// What has been reported so far.
struct Reported {
    differences: Vec<Difference>,
    /// The words of the differences of each bead.
    spans: Vec<Vec<Spans>>,
}

impl Reported {
    /// Adds a finding of a rule, unless the rule yields it to an earlier one.
    fn add(&mut self, evidence: &Evidence<'_>, rule: &Rule, mut finding: Finding) {
        let spans = &mut self.spans[finding.bead.index()];
        let is_reported = |place: &Spans| spans.iter().any(|spans| overlap(*spans, *place));
        match rule.yields {
            Yields::ToEarlier if !finding.claimed.is_empty() && finding.claimed.iter().all(is_reported) => {
                return;
            }
            Yields::Never | Yields::ToEarlier => {}
            Yields::InPart => {
                finding.claimed.retain(|place| !is_reported(place));
                let Some(&first) = finding.claimed.first() else { return };
                (finding.spans, finding.shown) = (first, finding.claimed);
            }
        }
        spans.push(finding.spans);
        self.differences.push(Difference {
            bead: finding.bead,
            kind: finding.kind.unwrap_or(rule.kinds[0]),
            severity: finding.severity,
            certainty: finding.certainty,
            spans: Pair::from_fn(|side| Some(finding.spans[side]?.trimmed(evidence.text(side)))),
            rule: rule.name,
            why: finding.reason.sentence(finding.certainty, &finding.shown, evidence.sides()),
        });
    }
}

#[cfg(test)]
mod tests;
