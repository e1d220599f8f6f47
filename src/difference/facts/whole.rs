//! Facts over the whole text: what the other article states in a sentence that is not paired.
//!
//! Beads compare their own sentences. A fact that one side of a bead lacks may be anywhere in the other
//! article; then it is the same, with [`Scope::Elsewhere`]. If only its bound is another there, it is altered. The mentions of an article are looked up by
//! comparable value. Invariant: the facts keep their number, order and bead.

use rustc_hash::{FxHashMap, FxHashSet};

use super::fact::{Fact, FactMention};
use super::kind::{FactState, Scope};
use super::lookup::{Key, keys, wanted};
use crate::alignment::BeadId;
use crate::text::{Pair, Side};

/// The facts of the beads, in which a fact that the other article states anywhere is not one-sided.
pub fn over_whole_text(within: &[Fact]) -> Vec<Fact> {
    let stated = Pair::from_fn(|side| Stated::new(within, side));
    let completed = |fact: &Fact| {
        let mut fact = fact.clone();
        if let Some(side) = fact.mentions.only_side()
            && let Some(own) = fact.mentions[side].clone()
        {
            let across = &stated[side.other()];
            if let Some((bead, other)) = across.find(&own, FactMention::states_the_same) {
                fact.scope = if bead == fact.bead { Scope::Paired } else { Scope::Elsewhere };
                fact.state = FactState::Same;
                fact.mentions[side.other()] = Some(other.clone());
            } else if let Some((bead, other)) = across.find(&own, FactMention::differs_in_bound)
                && bead != fact.bead
            {
                let bounded = |mention: &FactMention| FactMention { span: mention.reach, ..mention.clone() };
                (fact.scope, fact.state) = (Scope::Elsewhere, FactState::Altered);
                (fact.mentions[side], fact.mentions[side.other()]) =
                    (Some(bounded(&own)), Some(bounded(other)));
            }
        }
        fact
    };
    within.iter().map(completed).collect()
}

/// The mentions of one article by comparable value, each value once, at its first mention.
struct Stated<'a> {
    mentions: FxHashMap<Key, Vec<(BeadId, &'a FactMention)>>,
}

impl<'a> Stated<'a> {
    fn new(facts: &'a [Fact], side: Side) -> Stated<'a> {
        let own = facts.iter().filter_map(|fact| Some((fact.bead, fact.mentions[side].as_ref()?)));
        let mut own: Vec<(BeadId, &FactMention)> = own.collect();
        own.sort_by_key(|(_, mention)| mention.span.start());
        let mut seen = FxHashSet::default();
        own.retain(|(_, mention)| seen.insert((mention.meaning(), mention.unit.0.0)));
        let mut mentions: FxHashMap<Key, Vec<(BeadId, &FactMention)>> = FxHashMap::default();
        for place in own {
            for key in keys(&place.1.value) {
                mentions.entry(key).or_default().push(place);
            }
        }
        Stated { mentions }
    }

    /// The first mention that fits.
    fn find(
        &self,
        own: &FactMention,
        fits: fn(&FactMention, &FactMention) -> bool,
    ) -> Option<(BeadId, &'a FactMention)> {
        let candidates = wanted(&own.value).into_iter().filter_map(|key| self.mentions.get(&key)).flatten();
        candidates.filter(|(_, other)| fits(own, other)).min_by_key(|(_, other)| other.span.start()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::difference::sample::Sample;

    /// The facts of two texts of one bead a line: `value state`, with `elsewhere` where it is.
    #[track_caller]
    fn check(left: &str, right: &str, expected: &[&str]) {
        let found = |sample: &Sample| {
            let facts = over_whole_text(&sample.facts());
            let line = |fact: &Fact| {
                let mention = fact.mentions.left.as_ref().or(fact.mentions.right.as_ref());
                let scope = if fact.scope == Scope::Elsewhere { " elsewhere" } else { "" };
                format!(
                    "{} {}{scope}",
                    mention.map(ToString::to_string).unwrap_or_default(),
                    fact.state.name()
                )
            };
            facts.iter().map(line).collect::<Vec<_>>()
        };
        let sample = Sample::new(left, right);
        assert_eq!(found(&sample), expected);
        let states = |facts: Vec<Fact>| facts.iter().filter(|fact| fact.state == FactState::Same).count();
        let swapped = sample.swapped().facts();
        assert_eq!(states(over_whole_text(&swapped)), states(over_whole_text(&sample.facts())), "swapped");
    }

    #[test]
    fn a_value_of_an_unpaired_sentence_is_not_one_sided() {
        check(
            "The town pays $250,000.\n\nThen it rained.",
            "\nThey shouted about $250,000.\nThen it rained.",
            &["USD 250000 same elsewhere", "USD 250000 same elsewhere"],
        );
    }

    #[test]
    fn the_same_figure_with_another_bound_is_altered() {
        check(
            "The town pays $250,000.\n",
            "\nThey shouted about more than $250,000.",
            &["USD 250000 altered elsewhere", "USD 250000 altered elsewhere"],
        );
        check("They saw 12 boats.\n", "\nThey met more than 12 boys.", &["12 left-only", ">12 right-only"]);
    }

    #[test]
    fn counts_of_other_things_are_not_the_same() {
        check("They saw 12 boats.\n", "\nThey met 12 sailors.", &["12 left-only", "12 right-only"]);
        check(
            "They saw 12 boats.\n",
            "\nThey met twelve boats.",
            &["12 same elsewhere", "12 same elsewhere"],
        );
    }

    #[test]
    fn another_person_of_the_same_last_name_is_one_sided() {
        check(
            "Then Anna Berg spoke.\nThen Berg left.",
            "\n\nThen Paul Berg spoke.",
            &["Anna Berg left-only", "Anna Berg left-only", "Paul Berg right-only"],
        );
    }

    #[test]
    fn a_shorter_date_does_not_state_a_day() {
        check(
            "They met on Nov. 8, 2017.\n",
            "\nThey met in 2017.",
            // the left mention is shown
            &["2017-11-08 left-only", "2017-11-08 same elsewhere"],
        );
    }
}
