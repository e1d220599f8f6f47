//! One side has a quotation in the reporter’s words.
//!
//! *“I won’t resign,” she said* became *She ruled out stepping down.* A paraphrase is
//! the reporter’s reading: a prompt, never a verdict.

use super::evidence::Evidence;
use super::finding::{Contrast, Finding, Reason};
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, Severity};
use crate::quotation::{LinkState, Quotation, QuotationLink};
use crate::text::Pair;

pub(super) const RULE: Rule = Rule {
    name: "paraphrased-quotation",
    doc: "A quotation is told in the reporter’s words on one side: does the reading hold?",
    kinds: &[DifferenceKind::ParaphrasedQuotation],
    severity: Severity::Medium,
    purpose: "A paraphrase is the reporter’s reading of what was said. Does the reading hold?",
    before: "“I will not resign over a single lost vote in this council,” the mayor said on Monday.",
    after: "The mayor said on Monday he was not going to resign over a lost vote.",
    finds: "A quotation on one side that is told in other words, without marks, on the other.",
    leaves: "Paraphrases that share too few words with what was said.",
    weight: "Medium: always a prompt.",
    yields: Yields::Never,
    find: Find::Links(&[LinkState::Paraphrased], find),
};

fn find(evidence: &Evidence<'_>, link: &QuotationLink, quotations: Pair<&Quotation>) -> Option<Finding> {
    let trusted = evidence.trusted(link, quotations);
    let whole = quotations.map(|quotation| Some(quotation.span()));
    let (bead, spans) = evidence.locate(whole, trusted)?;
    let quoted = Pair::only(trusted, quotations[trusted].span());
    Some(Finding::check(bead, spans, Reason::Contrast(trusted, Contrast::Quotes)).showing(vec![quoted]))
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
