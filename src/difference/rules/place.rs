//! A place differs: *Lisbon* became *Vienna.*

use super::altered_value::AlteredValue;
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, FactKind, Severity};
use crate::text::Side;

pub(super) const RULE: Rule = Rule {
    name: "place",
    doc: "A place or a nationality differs; high where neither article knows the other’s place.",
    kinds: &[DifferenceKind::Name],
    severity: Severity::High,
    purpose: "The wrong town has the wrong families calling the desk.",
    before: "The two ministers left Lisbon on the old ship.",
    after: "The two ministers left Vienna on the old ship.",
    finds: "Another country, city, state or nationality where nothing else was rewritten.",
    leaves: "Other dresses of one place: U.S. and United States, Danang and Da Nang, Russian and Russia.",
    weight: "High where each article knows only its own place; medium where one knows both, because Moscow may stand for Russia.",
    yields: Yields::ToEarlier,
    find: Find::Values(FactKind::Place, |value| Some(severity(value))),
};

fn severity(value: &AlteredValue<'_>) -> Severity {
    let is_sure = value.is_alone && Side::BOTH.into_iter().all(|side| value.is_unknown_across(side));
    if is_sure { Severity::High } else { Severity::Medium }
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn a_place_that_the_other_article_does_not_know_is_high() {
        check(
            "They left Lisbon on the old ship.",
            "They left Vienna on the old ship.",
            &["high place [-Lisbon-]{+Vienna+}"],
        );
    }
}
