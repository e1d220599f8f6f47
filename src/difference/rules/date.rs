//! A day, a month or a year differs: *Nov. 8* became *Nov. 9.*

use super::altered_value::AlteredValue;
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, FactKind, FactMention, FactValue, Severity};

pub(super) const RULE: Rule = Rule {
    name: "date",
    doc: "A date differs; another weekday is a prompt.",
    kinds: &[DifferenceKind::Date],
    severity: Severity::High,
    purpose: "A court date, a deadline, a year of birth: readers act on them.",
    before: "The two ministers meet on Nov. 8 in Oslo.",
    after: "The two ministers meet on Nov. 9 in Oslo.",
    finds: "Another day, month, year, decade or weekday in the same place.",
    leaves: "Equal dates in other dress (Nov. 8 and 8 November), dates that only tell more or less (8 November and 8 November 2017), a weekday for a date.",
    weight: "High where next to nothing else was rewritten in its place; medium for weekdays, “yesterday” and “today”, because two stories may be written on different days.",
    yields: Yields::ToEarlier,
    find: Find::Values(FactKind::Date, |value| Some(severity(value))),
};

fn severity(value: &AlteredValue<'_>) -> Severity {
    let is_fixed =
        |mention: &FactMention| !matches!(mention.value, FactValue::Date(date) if !date.is_fixed());
    let is_sure = value.is_alone
        && is_fixed(value.mentions.left)
        && is_fixed(value.mentions.right)
        && !value.is_bounded();
    if is_sure { Severity::High } else { Severity::Medium }
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
        check("It was so in the 1980s.", "It was so in the 1990s.", &["high date [-1980s-]{+1990s+}"]);
    }

    #[test]
    fn another_weekday_is_a_prompt() {
        check(
            "They meet on Friday in Oslo.",
            "They meet on Monday in Oslo.",
            &["medium date [-Friday-]{+Monday+}"],
        );
    }

    #[test]
    fn the_same_date_in_another_form_is_no_difference() {
        check("They meet on Nov. 8 in Oslo.", "They meet on 8 November in Oslo.", &[]);
    }
}
