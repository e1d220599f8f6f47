//! Pairs that are fixed before scoring: those that the reviewer pinned, then equal sentences.
//!
//! All steps of [`super::align`] read them: a sentence of a fixed pair has no other partner unless the
//! reviewer pinned several, a fixed pair has score 1 and votes for its neighbors, and pairs that the
//! reviewer separated are never scored. If the reviewer asks for both, *together* wins.

use super::cell::Cell;
use super::pins::Pins;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};

/// The fixed pairs of two articles.
pub(super) struct FixedPairs {
    /// The fixed pairs, in ascending order after [`FixedPairs::sort`].
    cells: Vec<Cell>,
    /// For each sentence, whether it has a fixed pair.
    states: Pair<Vec<State>>,
    /// Pairs that the reviewer separated, in ascending order; neither sentence is pinned.
    apart: Vec<Cell>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum State {
    Free,
    Equal,
    Pinned,
}

impl FixedPairs {
    /// The pairs that the reviewer pinned, of articles with so many sentences; pins of others are ignored.
    pub(super) fn from_pins(pins: &Pins, sizes: Pair<usize>) -> FixedPairs {
        let exist = |cell: &Cell| Side::BOTH.iter().all(|&side| cell[side].index() < sizes[side]);
        let listed = |pins: &[Cell]| {
            let mut cells: Vec<Cell> = pins.iter().copied().filter(exist).collect();
            cells.sort_unstable();
            cells.dedup();
            cells
        };
        let mut fixed = FixedPairs {
            cells: Vec::new(),
            states: sizes.map(|size| vec![State::Free; size]),
            apart: listed(&pins.apart),
        };
        for cell in listed(&pins.together) {
            fixed.add(cell, State::Pinned);
        }
        let FixedPairs { states, apart, .. } = &mut fixed;
        apart.retain(|cell| Side::BOTH.iter().all(|&side| states[side][cell[side].index()] == State::Free));
        fixed
    }

    /// Adds a pair of equal sentences.
    pub(super) fn add_equal(&mut self, cell: Cell) {
        self.add(cell, State::Equal);
    }

    fn add(&mut self, cell: Cell, state: State) {
        self.cells.push(cell);
        for side in Side::BOTH {
            self.states[side][cell[side].index()] = state;
        }
    }

    /// Sorts the pairs, after the last was added.
    pub(super) fn sort(&mut self) {
        self.cells.sort_unstable();
    }

    /// All fixed pairs, in ascending order.
    pub(super) fn cells(&self) -> impl Iterator<Item = Cell> {
        self.cells.iter().copied()
    }

    /// The pairs that the reviewer separated, in ascending order.
    pub(super) fn apart(&self) -> &[Cell] {
        &self.apart
    }

    /// Whether neither sentence has a fixed pair.
    pub(super) fn leaves_free(&self, cell: Cell) -> bool {
        Side::BOTH.iter().all(|&side| self.is_free(side, cell[side]))
    }

    /// Whether the sentence has no fixed pair.
    pub(super) fn is_free(&self, side: Side, id: SentenceId) -> bool {
        self.states[side][id.index()] == State::Free
    }

    /// Whether the reviewer pinned the sentence to others.
    pub(super) fn is_pinned(&self, side: Side, id: SentenceId) -> bool {
        self.states[side][id.index()] == State::Pinned
    }

    /// Whether the pair may be scored: the reviewer did not separate it.
    pub(super) fn may_pair(&self, cell: Cell) -> bool {
        self.apart.binary_search(&cell).is_err()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::bead::Group;
    use super::super::tests::{aligned_with, articles, as_set, assert_is_partition, mirrored, notation};
    use super::*;

    /// Pins, sentences counted from 1.
    fn pins(together: &[(usize, usize)], apart: &[(usize, usize)]) -> Pins {
        let cells = |pairs: &[(usize, usize)]| {
            pairs.iter().map(|&(left, right)| Pair::new(left - 1, right - 1).map(SentenceId::new)).collect()
        };
        Pins { together: cells(together), apart: cells(apart) }
    }

    #[track_caller]
    fn check(left: &str, right: &str, pins: &Pins, beads: &[&str]) {
        let lines = [left, right].map(|text| text.replace('|', "\n"));
        assert_eq!(notation(&aligned_with(Pair::new(&lines[0], &lines[1]), pins, 0.3)), beads.join("\n"));
    }

    #[test]
    fn what_is_pinned_together_is_one_bead() {
        let (left, right) = ("The mayor resigned.|It rained.", "Prices of copper fell.|It rained.");
        check(left, right, &pins(&[], &[]), &["1-", "-1", "2-2"]);
        check(left, right, &pins(&[(1, 1)], &[]), &["1-1 pinned", "2-2"]);
    }

    #[test]
    fn pins_that_share_a_sentence_are_one_bead_and_nothing_else_joins() {
        check(
            "The council approved the budget after a heated debate, and the mayor promised that no library would close.|The choir sang.|It rained.",
            "The council approved the budget after a heated debate.|The mayor promised that no library would close.|Copper fell.|It rained.",
            &pins(&[(1, 1), (2, 1), (2, 3)], &[]),
            &["-2", "1+2-1+3 pinned", "3-4"],
        );
    }

    #[test]
    fn what_is_taken_apart_shares_no_bead() {
        let (left, right) =
            ("It rained.|The mayor of Tolm resigned.", "It rained.|The mayor of Tolm has resigned.");
        check(left, right, &pins(&[], &[(1, 1), (2, 2)]), &["1-", "2-", "-1", "-2"]);
    }

    #[test]
    fn a_repeated_sentence_taken_from_one_goes_to_the_other() {
        check(
            "Yes.|The pier burned down.|Yes.",
            "Yes.|The pier burned down.|Yes.",
            &pins(&[], &[(1, 1)]),
            &["1-", "-1", "2-2", "3-3"],
        );
        check(
            "The owner declined to comment.|The pier burned down.",
            "The owner declined to comment.|The pier burned down.|The owner declined to comment.",
            &pins(&[], &[(1, 1)]),
            &["1-3 moved", "-1", "2-2"],
        );
    }

    #[test]
    fn together_wins_and_what_is_not_there_is_ignored() {
        let wrong = [(1, 9), (9, 1), (7, 7)];
        let both = pins(&[(1, 1), (1, 9), (9, 1)], &[(1, 1), (7, 7)]);
        check("It rained.", "Copper fell.", &both, &["1-1 pinned"]);
        check("It rained.", "It rained.", &pins(&wrong, &wrong), &["1-1"]);
        check("", "", &pins(&wrong, &wrong), &[]);
    }

    #[test]
    fn a_pinned_bead_may_be_off_the_main_order() {
        check(
            "The pier burned down.|Divers found the wreck.|Copper fell.",
            "The choir sang.|The pier burned down.|Divers found the wreck.",
            &pins(&[(3, 1)], &[]),
            &["1-2", "2-3", "3-1 moved pinned"],
        );
    }

    fn some_pins() -> impl Strategy<Value = Pins> {
        let cells = || {
            prop::collection::vec((0usize..18, 0usize..18), 0..6).prop_map(|pairs| {
                pairs.into_iter().map(|(left, right)| Pair::new(left, right).map(SentenceId::new)).collect()
            })
        };
        (cells(), cells()).prop_map(|(together, apart)| Pins { together, apart })
    }

    fn bead_of(groups: &[Group], side: Side, id: SentenceId) -> Option<&Group> {
        groups.iter().find(|bead| bead.sentences[side].contains(&id))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(100))]

        #[test]
        fn pins_are_obeyed((left, right) in articles(), pins in some_pins(), threshold in 0.1f64..=1.0) {
            let texts = Pair::new(left.as_str(), right.as_str());
            let alignment = aligned_with(texts, &pins, threshold);
            assert_is_partition(&alignment, texts);
            for cell in &pins.together {
                let beads = Pair::from_fn(|side| bead_of(&alignment, side, cell[side]));
                let Some(Pair { left, right }) = beads.both() else { continue };
                prop_assert_eq!(left, right);
                prop_assert!(left.pinned);
                prop_assert_eq!(left.score.to_bits(), 1f64.to_bits());
            }
            let is_pinned = |side: Side, id: SentenceId| {
                let mut pinned = pins.together.iter().filter(|cell| cell[side] == id);
                pinned.any(|cell| bead_of(&alignment, side.other(), cell[side.other()]).is_some())
            };
            for bead in &alignment {
                for side in Side::BOTH {
                    prop_assert!(bead.sentences[side].iter().all(|&id| is_pinned(side, id) == bead.pinned));
                }
            }
            for cell in pins.apart {
                let bead = bead_of(&alignment, Side::Left, cell.left);
                prop_assert!(bead.is_none_or(|bead| bead.pinned || !bead.sentences.right.contains(&cell.right)));
            }
        }

        #[test]
        fn swapping_the_sides_mirrors_pins((left, right) in articles(), pins in some_pins()) {
            let texts = Pair::new(left.as_str(), right.as_str());
            let swap = |cells: &[Cell]| cells.iter().map(|cell| cell.swap()).collect();
            let swapped = Pins { together: swap(&pins.together), apart: swap(&pins.apart) };
            let mirrored = mirrored(aligned_with(texts.swap(), &swapped, 0.3));
            prop_assert_eq!(as_set(&aligned_with(texts, &pins, 0.3)), as_set(&mirrored));
        }
    }
}
