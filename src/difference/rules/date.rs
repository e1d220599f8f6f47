//! A date or a time differs.
//!
//! *on Nov. 8* became *on Nov. 9.* A weekday is a prompt: the two stories may have
//! been written on different days.

use super::fact::report;
use super::{Evidence, Found, Rule};
use crate::difference::{DifferenceKind, FactKind, Severity};

pub(super) const RULE: Rule = Rule {
    name: "date",
    doc: "A date or a time differs; another weekday is a prompt.",
    kinds: &[DifferenceKind::Date],
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    report(evidence, &RULE, DifferenceKind::Date, found, |altered| match altered.fact.kind {
        FactKind::Date | FactKind::Time => {
            let fixed = altered
                .fact
                .mentions
                .left
                .as_ref()
                .is_some_and(|m| m.value.contains(|c: char| c.is_ascii_digit()));
            Some(if altered.alone && fixed { Severity::High } else { Severity::Medium })
        }
        FactKind::Number
        | FactKind::Money
        | FactKind::Percent
        | FactKind::Name
        | FactKind::Title
        | FactKind::Place => None,
    });
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn another_date_is_high() {
        check(
            "They meet on Nov. 8 in Oslo.",
            "They meet on Nov. 9 in Oslo.",
            &["high date [-Nov. 8-]{+Nov. 9+}"],
        );
    }

    #[test]
    fn another_weekday_is_a_prompt() {
        check(
            "They meet on Friday in Oslo.",
            "They meet on Monday in Oslo.",
            &["medium date [-Friday-]{+Monday+}"],
        );
    }
}
