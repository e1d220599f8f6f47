//! The number stayed and what it counts is another: *5 km* became *5 miles.*

use super::finding::{Aspect, Finding, Reason};
use super::reworded::RewordedBead;
use super::rule::{Find, Rule, Yields};
use super::term::{Term, spans};
use crate::difference::{DifferenceKind, FactKind, Severity};
use crate::lexicon::Unit;
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "unit",
    doc: "The number stayed, the unit did not: “5 km” became “5 miles”.",
    kinds: &[DifferenceKind::Number],
    severity: Severity::High,
    purpose: "The eye checks the figure and skips the word behind it.",
    before: "Divers found the wreck 5 miles off the old lighthouse.",
    after: "Divers found the wreck 5 kilometers off the old lighthouse.",
    finds: "Another measure of length, weight, space, heat or time behind the same number.",
    leaves: "Other spellings of one unit (km, kilometres), values that were converted (those differ as numbers).",
    weight: "High.",
    yields: Yields::ToEarlier,
    find: Find::Beads(find),
};

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    let swapped = bead.edits.iter().filter_map(|edit| bead.swapped(edit, |lexicon| lexicon.units));
    let other =
        swapped.filter(|terms| terms.left.value != terms.right.value && counts_the_same(bead, *terms));
    other
        .map(|terms| Finding::new(bead.id, Severity::High, spans(terms), Reason::Differs(Aspect::Unit)))
        .collect()
}

/// Whether both follow the same number: *one year* is *12 months*.
fn counts_the_same(bead: &RewordedBead<'_>, terms: Pair<Term<Unit>>) -> bool {
    let number = |side: Side| Some(bead.sides[side].span(terms[side].at.checked_sub(1)?));
    let Some(numbers) = Pair::from_fn(number).both() else { return false };
    bead.facts.iter().filter(|fact| fact.kind == FactKind::Number).any(|fact| {
        fact.both().is_some_and(|mentions| {
            mentions.left.meaning() == mentions.right.meaning()
                && Side::BOTH.into_iter().all(|side| mentions[side].span.overlaps(numbers[side]))
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn another_unit_after_the_same_number() {
        check("It is 5 km away.", "It is 5 miles away.", &["high unit [-km-]{+miles+}"]);
        check("It took three days.", "It took three weeks.", &["high unit [-days-]{+weeks+}"]);
        check("It is 5 km away.", "It is 5 kilometres away.", &["low wording [-km-]{+kilometres+}"]);
        check("It took whole days.", "It took whole weeks.", &["low wording [-days.-]{+weeks.+}"]);
    }
}
