//! What came after now came of it: *after* became *because of.*

use super::swap::{bead_words, spans, swapped};
use super::{Evidence, Found, Manual, Rule};
use crate::difference::{Difference, DifferenceKind, Severity};

pub(super) const RULE: Rule = Rule {
    name: "cause",
    doc: "“After” became “because of”: what followed is now said to be caused.",
    kinds: &[DifferenceKind::Cause],
    severity: Severity::Medium,
    manual: Manual {
        reason: "That one thing followed another is seen; that it came of it must be known.",
        before: "The mayor left the party after a quarrel over the bridge.",
        after: "The mayor left the party because of a quarrel over the bridge.",
        finds: "A word of cause (because of, due to, led to) where the other side has one of time (after, when, amid, and), and the other way round.",
        leaves: "Causes told in other words (due to, because of), words of cause that came or went with their clause.",
        weight: "Medium: a prompt.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        let words = bead_words(evidence, bead);
        for edit in edits {
            let Some(terms) = swapped(evidence, &words, edit, |lexicon| lexicon.causes) else { continue };
            if terms.left.value == terms.right.value || found.covers(id, spans(terms)) {
                continue;
            }
            found.push(Difference {
                bead: id,
                kind: DifferenceKind::Cause,
                severity: Severity::Medium,
                spans: spans(terms),
                rule: RULE.name,
                why: format!(
                    "check: one side tells a cause, the other only what came when: {}.",
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
    fn a_cause_that_was_only_a_time_is_a_prompt() {
        check(
            "He left after a quarrel.",
            "He left because of a quarrel.",
            &["medium cause [-after-]{+because of+}"],
        );
        check("He left due to it.", "He left because of it.", &["low wording [-due to-]{+because of+}"]);
    }
}
