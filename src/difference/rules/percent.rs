//! A share differs: *65%* became *56%*, or percentage points.

use super::number;
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, FactKind, Severity};

pub(super) const RULE: Rule = Rule {
    name: "percent",
    doc: "A percentage differs; what one side rounds is a prompt.",
    kinds: &[DifferenceKind::Number],
    severity: Severity::High,
    purpose: "Polls, prices and swings turn on it, and ten percentage points are not ten percent.",
    before: "Turnout rose to 65% in the north of the country.",
    after: "Turnout rose to 56% in the north of the country.",
    finds: "Another share; “percentage points” for “percent”.",
    leaves: "Equal shares in other dress: 65%, 65 per cent, sixty-five percent.",
    weight: "High where next to nothing else was rewritten in its place; medium where one side rounds.",
    yields: Yields::ToEarlier,
    find: Find::Values(FactKind::Percent, number::severity),
};

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn another_share() {
        check("It rose 5% again.", "It rose 6% again.", &["high percent [-5%-]{+6%+}"]);
        check(
            "It rose 5 percent again.",
            "It rose 5 percentage points again.",
            &["high percent [-5 percent-]{+5 percentage points+}"],
        );
    }
}
