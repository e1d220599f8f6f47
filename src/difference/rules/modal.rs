//! A modal verb became another: *may meet* became *will meet*, *should* became *must.*

use super::swap::{bead_words, spans, swapped};
use super::{Evidence, Found, Manual, Rule};
use crate::difference::{Difference, DifferenceKind, Severity};

pub(super) const RULE: Rule = Rule {
    name: "modal",
    doc: "“May” became “will”, “should” became “must”: how sure or how bound differs.",
    kinds: &[DifferenceKind::Hedge],
    severity: Severity::Medium,
    manual: Manual {
        reason: "“May” leaves open what “will” promises; “should” advises what “must” orders.",
        before: "The two ministers may meet in the old castle next week.",
        after: "The two ministers will meet in the old castle next week.",
        finds: "May, can, will, should and must for each other.",
        leaves: "What reported speech makes of the present (will, would), may and might, words inside quotation marks (altered-quotation).",
        weight: "Medium: a prompt.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        let words = bead_words(evidence, bead);
        for edit in edits {
            let Some(terms) = swapped(evidence, &words, edit, |lexicon| lexicon.modals) else { continue };
            if terms.left.value == terms.right.value || found.covers(id, spans(terms)) {
                continue;
            }
            found.push(Difference {
                bead: id,
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

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn another_modal_verb_is_a_prompt() {
        check("They may meet next week.", "They will meet next week.", &["medium modal [-may-]{+will+}"]);
        check("They should pay it now.", "They must pay it now.", &["medium modal [-should-]{+must+}"]);
    }

    #[test]
    fn what_means_the_same_is_wording() {
        check("They may meet next week.", "They might meet next week.", &["low wording [-may-]{+might+}"]);
        check("They will meet next week.", "They would meet next week.", &["low wording [-will-]{+would+}"]);
    }
}
