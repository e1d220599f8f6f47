//! A sentence that only the right has, and who says so.
//!
//! What a rewrite adds must come from somewhere: a sentence without *said* or
//! *according to* is the outlet’s own word, or the writer’s memory.

use super::omitted::lone;
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, Severity};
use crate::text::Side;

pub(super) const RULE: Rule = Rule {
    name: "added",
    doc: "A sentence that only the right has; where nobody is named for it, that is said.",
    kinds: &[DifferenceKind::Added],
    severity: Severity::Low,
    purpose: "What a rewrite adds must come from somewhere: a sentence without “said” or “according to” is the outlet’s own word, or the writer’s memory.",
    before: "The ferry sank at noon off the old lighthouse.",
    after: "The ferry sank at noon off the old lighthouse.\n\nIt had failed two inspections since the spring.",
    finds: "A sentence that only the right has, or has more often; where nobody is named for it, that is said, unless the two are stories of their own with little in common.",
    leaves: "Quotations that the left has in another sentence, words added inside a shared sentence (wording), quotations added there (lone-quotation), denials and answers (response).",
    weight: "Low.",
    yields: Yields::ToEarlier,
    find: Find::Articles(|evidence| lone(evidence, Side::Right)),
};

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;
    use crate::difference::sample::Sample;

    #[test]
    fn words_of_the_right_alone_are_added() {
        check("", "He left town.", &["low added {+He left town.+}"]);
    }

    #[test]
    fn only_the_story_needs_a_source() {
        let why = |right: &str| Sample::new("", right).differences()[0].why.clone();
        assert_eq!(why("He left town."), "check: only right has this sentence, and nobody is named for it.");
        assert_eq!(why("He left town, police said."), "Only right has this sentence.");
        assert_eq!(why("“He has left the town.”"), "Only right has this quotation.");
        let headline = Sample::new("", "Mayor leaves town").with_headlines();
        assert_eq!(headline.differences()[0].why, "Only right has this headline.");
    }
}
