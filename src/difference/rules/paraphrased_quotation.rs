//! A quotation is told in the reporter’s words on one side.
//!
//! *“I won’t resign,” she said* became *She ruled out stepping down.* A paraphrase is
//! the reporter’s reading: a prompt, never a verdict.

use super::{Evidence, Found, Manual, Rule};
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::quotation::LinkState;

pub(super) const RULE: Rule = Rule {
    name: "paraphrased-quotation",
    doc: "A quotation is told in the reporter’s words on one side: does the reading hold?",
    kinds: &[DifferenceKind::ParaphrasedQuotation],
    severity: Severity::Medium,
    manual: Manual {
        reason: "A paraphrase is the reporter’s reading of what was said. Does the reading hold?",
        before: "“I will not resign over a single lost vote in this council,” the mayor said on Monday.",
        after: "The mayor said on Monday he was not going to resign over a lost vote.",
        finds: "A quotation on one side that is told in other words, without marks, on the other.",
        leaves: "Paraphrases that share too few words with what was said.",
        weight: "Medium: always a prompt.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (link, quotations) in evidence.linked() {
        match link.state {
            LinkState::Paraphrased => {}
            LinkState::SameWords
            | LinkState::Altered
            | LinkState::Trimmed
            | LinkState::Extended
            | LinkState::Merged
            | LinkState::Split
            | LinkState::LeftOnly
            | LinkState::RightOnly => continue,
        }
        let trusted = evidence.trusted(link, quotations);
        let whole = quotations.map(|quotation| Some(quotation.span()));
        let Some((bead, spans)) = evidence.home(whole, trusted) else { continue };
        found.push(Difference {
            bead,
            kind: DifferenceKind::ParaphrasedQuotation,
            severity: Severity::Medium,
            spans,
            rule: RULE.name,
            why: format!(
                "check: {} quotes {}, {} tells it in other words.",
                evidence.label(trusted),
                evidence.show(trusted, quotations[trusted].span()),
                evidence.label(trusted.other())
            ),
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::quoted;
    use crate::quotation::LinkState;
    use crate::quotation::Marks;

    #[test]
    fn a_paraphrase_is_a_prompt() {
        let (left, right) = ("“I won’t resign,” she said.", "‹She ruled out stepping down›, she said.");
        let found = quoted(left, right, LinkState::Paraphrased, Marks::Left).found();
        assert_eq!(
            found,
            ["medium paraphrased-quotation [-I won’t resign,-]{+She ruled out stepping down+}"]
        );
    }
}
