//! A modal verb became another: *may meet* became *will meet*, *should* became *must.*

use super::passage::{pairs, passages};
use super::swap::{Term, spans};
use super::{Evidence, Found, Manual, Rule};
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::text::Pair;

pub(super) const RULE: Rule = Rule {
    name: "modal",
    doc: "“May” became “will”, “should” became “must”: how sure or how bound differs.",
    kinds: &[DifferenceKind::Hedge],
    severity: Severity::Medium,
    manual: Manual {
        reason: "“May” leaves open what “will” promises; “should” advises what “must” orders.",
        before: "The two ministers may meet in the old castle next week.",
        after: "The two ministers will meet in the old castle next week.",
        finds: "May, can, will, “highly likely”, should, must (also “requires”, “binds”) and asks for each other, before words that both sides have.",
        leaves: "What reported speech makes of the present (will, would), may and might, could and “is able to”, questions, words inside quotation marks (altered-quotation).",
        weight: "Medium: a prompt.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for passage in passages(evidence) {
        let changed = passage.changed(evidence, |lexicon| lexicon.modals);
        let asks = Pair::from_fn(|side| passage.asks(evidence, side));
        if asks.left != asks.right || changed.left.is_empty() || changed.right.is_empty() {
            continue;
        }
        for terms in pairs(&changed, are_alike, |terms| passage.are_twins(evidence, terms)) {
            if are_alike(terms) || found.covers(passage.id, spans(terms)) {
                continue;
            }
            found.push(Difference {
                bead: passage.id,
                kind: DifferenceKind::Hedge,
                severity: Severity::Medium,
                spans: spans(terms),
                rule: RULE.name,
                why: format!(
                    "check: how sure or how bound it is differs: {}.",
                    evidence.show_pair(spans(terms))
                ),
            });
        }
    }
}

/// Whether two verbs say the same; *would* is *will* in reported speech.
fn are_alike(terms: Pair<Term>) -> bool {
    let is = |one: &str, other: &str| {
        let is = |left: &str, right: &str| terms.left.value == left && terms.right.value == right;
        is(one, other) || is(other, one)
    };
    terms.left.value == terms.right.value || is("will", "would") || is("can", "may") || is("can", "let")
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
    fn what_is_nearly_sure_is_not_merely_possible() {
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
    fn what_means_the_same_is_wording() {
        check("They may meet next week.", "They might meet next week.", &["low wording [-may-]{+might+}"]);
        check("They will meet next week.", "They would meet next week.", &["low wording [-will-]{+would+}"]);
    }
}
