//! A quotation inside a shared sentence that the other side has nothing of.
//!
//! *The mayor, who called it “a disgrace”, resigned* became *The mayor resigned.* A
//! quotation in a sentence that is missing as a whole goes with that sentence.

use super::evidence::{Evidence, is_reworded};
use super::finding::{Finding, Lone, Reason};
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, Severity};
use crate::quotation::QuotationKind;
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "lone-quotation",
    doc: "A quotation inside a shared sentence that the other side has nothing of.",
    kinds: &[DifferenceKind::Added, DifferenceKind::Omitted],
    severity: Severity::Low,
    purpose: "A few quoted words inside a sentence come and go when it is rewritten, and with them somebody’s voice.",
    before: "The mayor, who called the plan “a real disgrace for us all”, left the meeting at noon.",
    after: "The mayor left the meeting at noon.",
    finds: "A quotation inside a shared sentence that the other side has nothing of.",
    leaves: "Quotations whose whole sentence is missing: that sentence is told instead.",
    weight: "Low.",
    yields: Yields::ToEarlier,
    find: Find::ArticleSides(find),
};

fn find(evidence: &Evidence<'_>, side: Side) -> Vec<Finding> {
    let quoted = evidence.lone_quotations(side).filter(|quotation| {
        quotation.marked && matches!(quotation.kind, QuotationKind::Direct | QuotationKind::Mixed)
    });
    let lone = quoted.filter_map(|quotation| {
        let words = Pair::only(side, quotation.span());
        let (id, spans) = evidence.locate(words, side)?;
        let finding = Finding::new(id, Severity::Low, spans, Reason::Only(side, Lone::QuotedWords));
        is_reworded(evidence.bead(id))
            .then(|| finding.of_kind(DifferenceKind::only(side)).showing(vec![words]))
    });
    lone.collect()
}

#[cfg(test)]
mod tests {
    use crate::difference::sample::Sample;
    use crate::quotation::LinkState;
    use crate::quotation::Marks;
    use crate::quotation::SpeakerState;

    #[test]
    fn a_quotation_that_the_other_side_has_nothing_of() {
        let mut sample =
            Sample::new("The mayor, who called it “a real disgrace”, left town.", "The mayor left town.")
                .linked(LinkState::LeftOnly, Marks::Left, SpeakerState::Unknown);
        sample.links[0].quotations.right = None;
        assert!(sample.found()[0].starts_with("low lone-quotation"), "{:?}", sample.found());
        assert_eq!(sample.differences()[0].why, "Only left has the quotation “a real disgrace”.");
    }
}
