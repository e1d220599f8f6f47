//! A place differs: *Lisbon* became *Vienna.*

use super::fact::report;
use super::name::{is_strange, known};
use super::{Evidence, Found, Manual, Rule};
use crate::difference::{DifferenceKind, FactKind, Severity};
use crate::text::Side;

pub(super) const RULE: Rule = Rule {
    name: "place",
    doc: "A place or a nationality differs; high where neither article knows the other’s place.",
    kinds: &[DifferenceKind::Name],
    severity: Severity::High,
    manual: Manual {
        reason: "The wrong town has the wrong families calling the desk.",
        before: "The two ministers left Lisbon on the old ship.",
        after: "The two ministers left Vienna on the old ship.",
        finds: "Another country, city, state or nationality where nothing else was rewritten.",
        leaves: "Other dresses of one place: U.S. and United States, Danang and Da Nang, Russian and Russia.",
        weight: "High where each article knows only its own place; medium where one knows both, because Moscow may stand for Russia.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    let known = known(evidence);
    report(evidence, &RULE, FactKind::Place, found, |altered| {
        let strange = Side::BOTH.into_iter().all(|side| is_strange(altered, &known, side));
        Some(if altered.alone && strange { Severity::High } else { Severity::Medium })
    });
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
