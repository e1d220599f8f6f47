//! A time of day differs: *5 a.m.* became *5 p.m.*

use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, FactKind, Severity};

pub(super) const RULE: Rule = Rule {
    name: "time",
    doc: "A time of day differs.",
    kinds: &[DifferenceKind::Date],
    severity: Severity::High,
    purpose: "Half a day is one letter.",
    before: "The blast shook the harbor at 5 a.m. on Friday.",
    after: "The blast shook the harbor at 5 p.m. on Friday.",
    finds: "Another hour or minute, the other half of the day.",
    leaves: "Equal times in other dress: 5 a.m., 5am and 05:00; noon and 12 p.m. Time zones are not reckoned.",
    weight: "High where next to nothing else was rewritten in its place, else medium.",
    yields: Yields::ToEarlier,
    find: Find::Values(FactKind::Time, |value| {
        Some(if value.is_alone { Severity::High } else { Severity::Medium })
    }),
};

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn another_time() {
        check(
            "It began at 5 a.m. on Friday.",
            "It began at 5 p.m. on Friday.",
            &["high time [-5 a.m.-]{+5 p.m.+}"],
        );
        check("It began at noon on Friday.", "It began at 12:00 on Friday.", &[]);
    }
}
