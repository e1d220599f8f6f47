//! A modal verb became another: *may meet* became *will meet*, *should* became *must.*

use super::finding::{Aspect, Finding, Reason};
use super::reworded::RewordedBead;
use super::rule::{Find, Rule, Yields};
use super::term::spans;
use crate::difference::{DifferenceKind, Severity};
use crate::lexicon::Modal;
use crate::text::Pair;

pub(super) const RULE: Rule = Rule {
    name: "modal",
    doc: "“May” became “will”, “should” became “must”: how sure or how bound differs.",
    kinds: &[DifferenceKind::Hedge],
    severity: Severity::Medium,
    purpose: "“May” leaves open what “will” promises; “should” advises what “must” orders.",
    before: "The two ministers may meet in the old castle next week.",
    after: "The two ministers will meet in the old castle next week.",
    finds: "May, can, will, “highly likely”, should, must (also “requires”, “binds”) and asks for each other, before words that both sides have.",
    leaves: "What reported speech makes of the present (will, would), may and might, could and “is able to”, questions, words inside quotation marks (altered-quotation).",
    weight: "Medium: a prompt.",
    yields: Yields::ToEarlier,
    find: Find::Beads(find),
};

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    if bead.sides.left.asks() != bead.sides.right.asks() {
        return Vec::new();
    }
    let terms = bead.differing_terms(|lexicon| lexicon.modals);
    let pairs = bead.pairs(&terms, say_the_same).into_iter();
    let other = pairs.filter(|terms| !say_the_same(terms.map(|term| term.value)));
    other.map(|terms| bead.check(spans(terms), Reason::Differs(Aspect::Modality))).collect()
}

/// Whether two verbs say the same; *would* is *will* in reported speech.
fn say_the_same(modals: Pair<Modal>) -> bool {
    let alike = [(Modal::Will, Modal::Would), (Modal::Can, Modal::May), (Modal::Can, Modal::Let)];
    let Pair { left, right } = modals;
    left == right || alike.contains(&(left, right)) || alike.contains(&(right, left))
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn another_modal_verb_is_a_prompt() {
        check("They may meet next week.", "They will meet next week.", &["medium modal [-may-]{+will+}"]);
        check("They should pay it now.", "They must pay it now.", &["medium modal [-should-]{+must+}"]);
    }

    #[test]
    fn nearly_sure_is_not_merely_possible() {
        check(
            "The pier is highly likely to fall.",
            "The pier could fall.",
            &["medium modal [-highly likely-]{+could+}"],
        );
    }

    #[test]
    fn a_duty_that_became_a_request() {
        check(
            "The deal binds brands to pay the crew.",
            "The deal asks companies to pay the crew.",
            &["medium modal [-binds-]{+asks+}"],
        );
    }

    #[test]
    fn verbs_of_one_meaning_are_wording() {
        check("They may meet next week.", "They might meet next week.", &["low wording [-may-]{+might+}"]);
        check("They will meet next week.", "They would meet next week.", &["low wording [-will-]{+would+}"]);
    }
}
