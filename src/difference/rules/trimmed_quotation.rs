//! One side has fewer words of a quotation.
//!
//! *“We may meet, if the weather holds,”* became *“We may meet”*. Trimming is daily
//! work; whether the condition may go is for an editor to say.

use super::{Evidence, Found, Rule};
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::quotation::LinkState;
use crate::text::Side;

pub(super) const RULE: Rule = Rule {
    name: "trimmed-quotation",
    doc: "One side has fewer words of a quotation: whether the rest may go is for an editor to say.",
    kinds: &[DifferenceKind::TrimmedQuotation],
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (link, quotations) in evidence.linked() {
        let shorter = match link.state {
            LinkState::Trimmed => Side::Right,
            LinkState::Extended => Side::Left,
            LinkState::SameWords
            | LinkState::Altered
            | LinkState::Merged
            | LinkState::Split
            | LinkState::Paraphrased
            | LinkState::LeftOnly
            | LinkState::RightOnly => continue,
        };
        let whole = quotations.map(|quotation| Some(quotation.span()));
        let Some((bead, spans)) = evidence.home(whole, shorter) else { continue };
        let gone: Vec<String> = link
            .edits
            .iter()
            .filter_map(|edit| edit[shorter.other()])
            .map(|span| evidence.show(shorter.other(), span))
            .take(3)
            .collect();
        let kept = evidence.show(shorter, quotations[shorter].span());
        let why = if gone.is_empty() {
            format!("{} has only {kept} of the quotation.", evidence.label(shorter))
        } else {
            format!(
                "{} has fewer words of the quotation; missing: {}.",
                evidence.label(shorter),
                gone.join(", ")
            )
        };
        found.push(Difference {
            bead,
            kind: DifferenceKind::TrimmedQuotation,
            severity: Severity::Medium,
            spans,
            rule: RULE.name,
            why,
        });
    }
}
