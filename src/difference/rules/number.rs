//! A number, a sum or a percentage differs.
//!
//! *12 people were hurt* became *15 people were hurt.* A figure that one side rounds,
//! *3,274* and *more than 3,200*, is a prompt.

use super::fact::{Altered, report};
use super::{Evidence, Found, Rule};
use crate::difference::{DifferenceKind, FactKind, Severity};
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "number",
    doc: "A number, a sum or a percentage differs; what one side rounds is a prompt.",
    kinds: &[DifferenceKind::Number],
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    report(evidence, &RULE, DifferenceKind::Number, found, |altered| match altered.fact.kind {
        FactKind::Number | FactKind::Money | FactKind::Percent => Some(severity(evidence, altered)),
        FactKind::Date | FactKind::Time | FactKind::Name | FactKind::Title | FactKind::Place => None,
    });
}

fn severity(evidence: &Evidence<'_>, altered: &Altered<'_>) -> Severity {
    if altered.alone && !is_rounding(evidence, altered) { Severity::High } else { Severity::Medium }
}

/// Whether one side says *about* or *more than* before a figure within a tenth of the other’s.
fn is_rounding(evidence: &Evidence<'_>, altered: &Altered<'_>) -> bool {
    let amount = |side: Side| -> Option<f64> {
        let value = &altered.fact.mentions[side].as_ref()?.value;
        let digits: String = value.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
        digits.parse().ok()
    };
    let Some(amounts) = Pair::from_fn(amount).both() else { return false };
    let near = (amounts.left - amounts.right).abs() <= 0.1 * amounts.left.max(amounts.right);
    near && Side::BOTH.into_iter().any(|side| {
        let Some(span) = altered.spans[side] else { return false };
        let words = evidence.all_words(side, altered.bead);
        let at = words.iter().position(|(token, _)| token.word.overlaps(span)).unwrap_or(0);
        words[at.saturating_sub(3)..at].iter().any(|(_, folded)| is_approximate(folded))
    })
}

/// Whether a word says that a figure is no exact one.
pub(super) fn is_approximate(folded: &str) -> bool {
    matches!(
        folded,
        "about"
            | "around"
            | "nearly"
            | "almost"
            | "over"
            | "than"
            | "some"
            | "roughly"
            | "approximately"
            | "least"
            | "under"
            | "up"
    )
}
