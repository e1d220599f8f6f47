//! One side has words in the middle of a quotation that the other lacks, and nothing shows it.

use super::altered_quotation::{altered, is_spliced};
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, Severity};

pub(super) const RULE: Rule = Rule {
    name: "spliced-quotation",
    doc: "Words were cut from the middle of a quotation, or put in, and nothing shows it.",
    kinds: &[DifferenceKind::AlteredQuotation],
    severity: Severity::High,
    purpose: "What is left reads as if it had been said in one breath.",
    before: "“We will rebuild the old pier, if the council pays for it, before the summer,” the mayor said.",
    after: "“We will rebuild the old pier before the summer,” the mayor said.",
    finds: "Words that only one side has in the middle of a quotation, where neither an ellipsis nor a bracket says so.",
    leaves: "Words left out behind an ellipsis or at an end (trimmed-quotation), words swapped (altered-quotation).",
    weight: "High where both sides have marks, or where an article has lost all of its marks and says whose words they are; else medium.",
    yields: Yields::Never,
    find: Find::Articles(|evidence| altered(evidence, is_spliced)),
};
