//! Values changed places: *rose from 5 percent to 7* became *rose from 7 percent to 5*.
//!
//! Every value is in both articles, so that a list of numbers shows nothing; each has the role of another.

use std::collections::BTreeMap;

use super::evidence::{Spans, spans_of};
use super::finding::{Aspect, Finding, Reason};
use super::reworded::RewordedBead;
use super::rule::{Find, Rule, Yields};
use crate::alignment::Reuse;
use crate::difference::{Certainty, DifferenceKind, Fact, FactKind, Severity};

pub(super) const RULE: Rule = Rule {
    name: "changed-places",
    doc: "Values or names of a sentence changed places: each fills the role of another.",
    kinds: &[DifferenceKind::Number, DifferenceKind::Date, DifferenceKind::Name],
    severity: Severity::High,
    purpose: "A rise becomes a fall, a win a defeat, the plaintiff the defendant, and every value is still in the text.",
    before: "Output at the yard rose from 5 percent to 7 percent in May.",
    after: "Output at the yard rose from 7 percent to 5 percent in May.",
    finds: "Numbers, sums, percentages, dates, times, names or titles of one sentence, each in the place of another, where the words around them stayed.",
    leaves: "Values that moved with the words they belong to (“5 in Dorn and 7 in Lund”), lists in another order (“on Monday and Friday”), and verbs that say the same of both names (“met”).",
    weight: "High where no word around the values differs; medium where some do, and for names.",
    yields: Yields::ToEarlier,
    find: Find::Beads(find),
};

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    let mut exchanges: BTreeMap<usize, Vec<&Fact>> = BTreeMap::new();
    for fact in bead.facts {
        if let Some(exchange) = fact.exchange {
            exchanges.entry(exchange.group).or_default().push(fact);
        }
    }
    let found = exchanges.values().filter_map(|facts| {
        let places: Vec<Spans> = facts.iter().map(|fact| spans_of(fact)).collect();
        // *from 5 to 7 percent*: the second has the unit
        let sort = facts.iter().map(|fact| fact.kind).max()?;
        let severity = severity(bead, facts);
        let certainty = if severity == Severity::High { Certainty::Sure } else { Certainty::Check };
        let spans = bead.evidence.covering_spans(&places);
        let finding = Finding::new(bead.id, severity, spans, Reason::Differs(Aspect::ExchangedValues(sort)));
        Some(finding.certain(certainty).of_kind(kind(sort)).claiming(places.clone()).showing(places))
    });
    found.collect()
}

fn kind(kind: FactKind) -> DifferenceKind {
    match kind {
        FactKind::Number | FactKind::Money | FactKind::Percent => DifferenceKind::Number,
        FactKind::Date | FactKind::Time => DifferenceKind::Date,
        FactKind::Name | FactKind::Title | FactKind::Place => DifferenceKind::Name,
    }
}

/// A prompt for names: who acts and who is acted on depends on the verb.
fn severity(bead: &RewordedBead<'_>, facts: &[&Fact]) -> Severity {
    let is_sure = bead.bead.reuse == Reuse::Edited
        && facts.iter().all(|fact| {
            fact.exchange.is_some_and(|exchange| exchange.is_sure) && kind(fact.kind) != DifferenceKind::Name
        });
    match is_sure {
        _ if bead.evidence.is_boilerplate(bead.bead) => Severity::Low,
        true => Severity::High,
        false => Severity::Medium,
    }
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;
    use crate::difference::sample::Sample;
    use crate::lexicon::Language;

    #[track_caller]
    fn check_in(language: Language, left: &str, right: &str, expected: &[&str]) {
        assert_eq!(Sample::of(language, left, right).found(), expected);
    }

    #[test]
    fn values_in_each_others_place_are_high() {
        check(
            "Output rose from 5 percent to 7 percent in May.",
            "Output rose from 7 percent to 5 percent in May.",
            &["high changed-places [-5 percent to 7 percent-]{+7 percent to 5 percent+}"],
        );
        check(
            "The club won by 3–1 on Sunday.",
            "The club won by 1–3 on Sunday.",
            &["high changed-places [-3–1-]{+1–3+}"],
        );
        check(
            "The club won by 3:1 on Sunday.",
            "The club won by 1:3 on Sunday.",
            &["high changed-places [-3:1-]{+1:3+}"],
        );
        check(
            "The strike began on Monday and ended on Friday.",
            "The strike began on Friday and ended on Monday.",
            &["high changed-places [-Monday and ended on Friday-]{+Friday and ended on Monday+}"],
        );
        check(
            "It had 3 wins and 7 defeats then.",
            "It had 7 wins and 3 defeats then.",
            &["high changed-places [-3 wins and 7-]{+7 wins and 3+}"],
        );
        check(
            "The shop opens at 9 a.m. and closes at 5 p.m. then.",
            "The shop opens at 5 p.m. and closes at 9 a.m. then.",
            &["high changed-places [-9 a.m. and closes at 5 p.m.-]{+5 p.m. and closes at 9 a.m.+}"],
        );
    }

    #[test]
    fn three_values_in_a_ring() {
        check(
            "They counted 12 for it, 9 against it and 4 absent.",
            "They counted 9 for it, 4 against it and 12 absent.",
            &["high changed-places [-12 for it, 9 against it and 4-]{+9 for it, 4 against it and 12+}"],
        );
    }

    #[test]
    fn a_unit_may_be_written_once() {
        check(
            "Output rose from 5 percent to 7 in May.",
            "Output rose from 7 to 5 percent in May.",
            &["high changed-places [-5 percent to 7-]{+7 to 5 percent+}"],
        );
        check(
            "It rose from 5 degrees to 7 in May.",
            "It rose from 7 to 5 degrees in May.",
            &["high changed-places [-5 degrees to 7-]{+7 to 5+}"],
        );
    }

    #[test]
    fn values_in_other_languages() {
        check_in(
            Language::German,
            "Der Streik begann am Montag und endete am Freitag.",
            "Der Streik begann am Freitag und endete am Montag.",
            &["high changed-places [-Montag und endete am Freitag-]{+Freitag und endete am Montag+}"],
        );
        check_in(
            Language::French,
            "Les ventes sont passées de 5 % à 7 % en mai.",
            "Les ventes sont passées de 7 % à 5 % en mai.",
            &["high changed-places [-5 % à 7 %-]{+7 % à 5 %+}"],
        );
    }

    #[test]
    fn other_words_between_the_values_make_it_a_prompt() {
        check(
            "The strike began on Monday and ended on Friday.",
            "The strike began on Friday and was over on Monday.",
            &["medium changed-places [-Monday and ended on Friday-]{+Friday and was over on Monday+}"],
        );
    }

    #[test]
    fn a_date_may_move_meanwhile() {
        check(
            "On Monday output at the old yard rose from 5 to 7 boats.",
            "Output at the old yard rose from 7 to 5 boats on Monday.",
            &["low wording [-On Monday-]", "high changed-places [-5 to 7-]{+7 to 5+}"],
        );
    }

    #[test]
    fn an_attribution_may_move_meanwhile() {
        check(
            "The minister said prices rose by 5 percent and wages by 7 percent.",
            "Prices rose by 7 percent and wages by 5 percent, said the minister.",
            &[
                "low wording [-The minister said-]",
                "medium changed-places [-5 percent and wages by 7 percent-]{+7 percent and wages by 5 percent+}",
            ],
        );
    }

    #[test]
    fn names_in_each_others_place_are_a_prompt() {
        check(
            "They sailed from Oslo to Lima on a boat.",
            "They sailed from Lima to Oslo on a boat.",
            &["medium changed-places [-Oslo to Lima-]{+Lima to Oslo+}"],
        );
        check(
            "Then Anna Berg sued Piet Lander over the boats.",
            "Then Piet Lander sued Anna Berg over the boats.",
            &["medium changed-places [-Anna Berg sued Piet Lander-]{+Piet Lander sued Anna Berg+}"],
        );
        check(
            "The mayor blamed the governor for the flood.",
            "The governor blamed the mayor for the flood.",
            &["medium changed-places [-mayor blamed the governor-]{+governor blamed the mayor+}"],
        );
        check(
            "Then Mayor Anna Berg sued Minister Piet Lander over it.",
            "Then Minister Piet Lander sued Mayor Anna Berg over it.",
            &[
                "medium changed-places [-Anna Berg sued Minister Piet Lander-]{+Piet Lander sued Mayor Anna Berg+}",
            ],
        );
    }

    /// Nothing but wording.
    #[track_caller]
    fn check_quiet(left: &str, right: &str) {
        let found = Sample::new(left, right).found();
        assert!(found.iter().all(|line| line.starts_with("low wording")), "{found:?}");
    }

    #[test]
    fn values_that_move_with_their_words_are_the_same() {
        check_quiet("Then Lund, 41, and Oakes, 14, left.", "Then Oakes, 14, and Lund, 41, left.");
        check_quiet("The man, 41, and the woman, 14, left.", "The woman, 14, and the man, 41, left.");
        check_quiet("There were 5 in Dorn and 7 in Lund.", "There were 7 in Lund and 5 in Dorn.");
        check_quiet("Then he got 5 votes and she got 7 votes.", "Then she got 7 votes and he got 5 votes.");
        check_quiet(
            "Sales rose 5 percent and profit fell 7 percent.",
            "Profit fell 7 percent and sales rose 5 percent.",
        );
        check_quiet(
            "On Friday the board, which met on Monday, voted.",
            "The board, which met on Monday, voted on Friday.",
        );
        check_quiet("It sold 5 for $7 then.", "It sold for $7 then 5.");
        check_quiet("Then 5 for $7 it was.", "Then $7 for 5 it was.");
        check_quiet("It sold 5 boats for 7 days.", "It sold for 7 days 5 boats.");
        check_quiet("It was 12 for and 9 against it.", "It was 9 against and 12 for it.");
    }

    #[test]
    fn a_defeat_from_the_other_side_is_the_same() {
        check_quiet("Then Dorn beat Lund in the final 3-1.", "Then Lund lost to Dorn in the final 1-3.");
        check_quiet("Then the hosts beat the guests 3-1.", "Then the guests lost 1-3 to the hosts.");
        check_quiet("Then Dorn–Lund ended 3–1.", "Then Lund–Dorn ended 1–3.");
    }

    #[test]
    fn a_list_has_no_roles() {
        check_quiet("They met on Monday and Friday in town.", "They met on Friday and Monday in town.");
        check_quiet("They met on Monday and on Friday.", "They met on Friday and on Monday.");
        check_quiet("They met in 2018, 2020 or 2022.", "They met in 2022, 2020 or 2018.");
        check_quiet("It had 5 boats and 7 boats then.", "It had 7 boats and 5 boats then.");
        check_quiet("It lost $5m (£3m) in May.", "It lost £3m ($5m) in May.");
        check_quiet("Then Anna Berg and Piet Lander left.", "Then Piet Lander and Anna Berg left.");
    }

    #[test]
    fn a_list_in_the_order_of_another_has_roles() {
        check(
            "Then Dorn and Lund won 5 and 7 seats respectively.",
            "Then Dorn and Lund won 7 and 5 seats respectively.",
            &["high changed-places [-5 and 7-]{+7 and 5+}"],
        );
    }

    #[test]
    fn some_verbs_say_the_same_of_both() {
        check_quiet("Then Anna Berg met Piet Lander in town.", "Then Piet Lander met Anna Berg in town.");
    }

    #[test]
    fn a_name_in_the_passive_keeps_its_role() {
        check_quiet("Then Anna Berg sued Piet Lander.", "Then Piet Lander was sued by Anna Berg.");
    }
}
