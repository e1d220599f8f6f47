//! A sum differs: *$1.2m* became *$1.3m*, or euros.

use super::number;
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, FactKind, Severity};

pub(super) const RULE: Rule = Rule {
    name: "money",
    doc: "A sum of money or its currency differs; what one side rounds is a prompt.",
    kinds: &[DifferenceKind::Number],
    severity: Severity::High,
    purpose: "A million is a billion by one letter, and dollars are not euros.",
    before: "The bridge cost $1.2 million to build in the spring.",
    after: "The bridge cost $1.2 billion to build in the spring.",
    finds: "Another sum, another scale, another currency in its place.",
    leaves: "Equal sums in other dress: $1.2m and 1.2 million dollars. Sums converted into another currency are not reckoned: they are reported.",
    weight: "High where next to nothing else was rewritten in its place; medium where one side rounds.",
    yields: Yields::ToEarlier,
    find: Find::Values(FactKind::Money, number::severity),
};

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn another_sum_or_currency() {
        check("It cost $1.2m to build.", "It cost $1.3m to build.", &["high money [-$1.2m-]{+$1.3m+}"]);
        check("It cost £5m to build.", "It cost €5m to build.", &["high money [-£5m-]{+€5m+}"]);
        check("It cost $12 to build.", "It cost 12 to build.", &["high money [-$12-]{+12+}"]);
    }

    #[test]
    fn the_same_sum_in_another_form_is_no_difference() {
        check("It cost $1.2m to build.", "It cost 1.2 million dollars to build.", &[]);
    }
}
