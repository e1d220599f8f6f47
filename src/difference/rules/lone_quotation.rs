//! A quotation inside a shared sentence that the other side has nothing of.
//!
//! *The mayor, who called it “a disgrace”, resigned* became *The mayor resigned.* A
//! quotation in a sentence that is missing as a whole goes with that sentence.

use super::{Evidence, Found, Manual, Rule};
use crate::alignment::Reuse;
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::quotation::QuotationKind;
use crate::text::Pair;

pub(super) const RULE: Rule = Rule {
    name: "lone-quotation",
    doc: "A quotation inside a shared sentence that the other side has nothing of.",
    kinds: &[DifferenceKind::Added, DifferenceKind::Omitted],
    severity: Severity::Low,
    manual: Manual {
        reason: "A few quoted words inside a sentence come and go when it is rewritten, and with them somebody’s voice.",
        before: "The mayor, who called the plan “a real disgrace for us all”, left the meeting at noon.",
        after: "The mayor left the meeting at noon.",
        finds: "A quotation inside a shared sentence that the other side has nothing of.",
        leaves: "Quotations whose whole sentence is missing: that sentence is told instead.",
        weight: "Low.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (side, kind) in Pair::new(DifferenceKind::Omitted, DifferenceKind::Added).sides() {
        for quotation in evidence.lone_quotations(side) {
            match quotation.kind {
                QuotationKind::Direct | QuotationKind::Mixed => {}
                QuotationKind::Indirect | QuotationKind::Scare => continue,
            }
            let mut whole = Pair::default();
            whole[side] = Some(quotation.span());
            let Some((bead, spans)) = evidence.home(whole, side) else { continue };
            match evidence.bead(bead).reuse {
                Reuse::Edited | Reuse::Rewritten => {}
                Reuse::Identical | Reuse::Typography | Reuse::LeftOnly | Reuse::RightOnly => continue,
            }
            if !quotation.marked || found.covers(bead, spans) {
                continue;
            }
            let words = evidence.show(side, quotation.span());
            found.push(Difference {
                bead,
                kind,
                severity: Severity::Low,
                spans,
                rule: RULE.name,
                why: format!("Only {} has the quotation {words}.", evidence.label(side)),
            });
        }
    }
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
