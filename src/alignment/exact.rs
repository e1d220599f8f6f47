//! Equal sentences: paired first, in order, before anything is scored.
//!
//! Two sentences are equal if their characters are, apart from white space, or else if
//! their folded words are. A sentence that occurs once on each side is an anchor. Equal
//! neighbors of a pair are paired too; the remaining copies of a repeated sentence are
//! paired in order if both sides have as many. So a text against itself pairs each sentence with itself, however
//! often it repeats, and long boilerplate costs no more than other text.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::hash::{DefaultHasher, Hasher};

use super::cell::Cell;
use super::fixed::FixedPairs;
use super::profile::body_tokens;
use crate::annotated::Annotated;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};
use crate::words::Vocabulary;

/// A sentence with unequal numbers of copies and up to this many pairs of them is left to
/// [`mod@super::repeats`], which compares their places. Of more copies than that only the order counts.
pub(super) const OPEN: usize = 64;

/// The words of each sentence, as hashes.
pub(super) struct Contents(pub(super) Pair<Vec<u64>>);

impl Contents {
    /// Whether both sentences have the same words.
    pub(super) fn are_equal(&self, cell: Cell) -> bool {
        self.0.left[cell.left.index()] == self.0.right[cell.right.index()]
    }
}

/// Pairs equal sentences that the reviewer did not pin elsewhere; returns the words of all.
pub(super) fn pair_equal(
    sides: Pair<&Annotated>,
    vocabulary: &Vocabulary,
    fixed: &mut FixedPairs,
) -> Contents {
    let of = |content: fn(&Annotated, SentenceId, &Vocabulary) -> u64| {
        sides.map(|side| side.sentences.iter().map(|(id, _)| content(side, id, vocabulary)).collect())
    };
    pair_by(&of(characters), fixed);
    let words = of(words);
    pair_by(&words, fixed);
    fixed.sort();
    Contents(words)
}

/// A hash of the characters of a sentence's body without white space. A collision does no harm to
/// [`crate::difference::reuse`], which compares the characters.
fn characters(side: &Annotated, id: SentenceId, _: &Vocabulary) -> u64 {
    let mut hasher = DefaultHasher::new();
    for word in side.slice(side.sentences.get(id).body()).split_whitespace() {
        hasher.write(word.as_bytes());
    }
    hasher.finish()
}

/// A hash of the folded words of a sentence without spaces: *Da Nang* is *Danang*.
fn words(side: &Annotated, id: SentenceId, vocabulary: &Vocabulary) -> u64 {
    let mut hasher = DefaultHasher::new();
    for token in body_tokens(side, id) {
        hasher.write(vocabulary.folded(token.key).as_bytes());
    }
    hasher.finish()
}

fn pair_by(contents: &Pair<Vec<u64>>, fixed: &mut FixedPairs) {
    let held = held(contents, fixed);
    let mut all: Vec<(u64, Side, SentenceId)> = Vec::new();
    for (side, contents) in contents.as_ref().sides() {
        let free = contents.iter().enumerate().map(|(id, &content)| (content, side, SentenceId::new(id)));
        all.extend(free.filter(|&(_, side, id)| fixed.is_free(side, id) && !held[side].contains(&id)));
    }
    all.sort_unstable();

    let mut anchors = Vec::new();
    for group in all.chunk_by(|one, other| one.0 == other.0) {
        if let &[(_, Side::Left, left), (_, Side::Right, right)] = group {
            anchors.push(Pair::new(left, right));
        }
    }
    for &anchor in &anchors {
        fixed.add_equal(anchor);
    }
    for step in [Step::Forward, Step::Backward] {
        extend(&anchors, step, contents, &held, fixed);
    }
    for group in all.chunk_by(|one, other| one.0 == other.0) {
        pair_in_order(group, fixed);
    }
}

/// Sentences that the reviewer separated from an equal one. The scores decide which of the others
/// they belong to, if any.
fn held(contents: &Pair<Vec<u64>>, fixed: &FixedPairs) -> Pair<Vec<SentenceId>> {
    let equal = |cell: &&Cell| contents.left[cell.left.index()] == contents.right[cell.right.index()];
    Pair::from_fn(|side| fixed.apart().iter().filter(equal).map(|cell| cell[side]).collect())
}

#[derive(Clone, Copy)]
enum Step {
    Forward,
    Backward,
}

/// Pairs equal neighbors of the anchors, then the neighbors of those. The cell nearest to the start (or
/// end) of both texts goes first: two cells at one distance never share a sentence.
fn extend(
    anchors: &[Cell],
    step: Step,
    contents: &Pair<Vec<u64>>,
    held: &Pair<Vec<SentenceId>>,
    fixed: &mut FixedPairs,
) {
    let next = |cell: Cell| -> Option<(Reverse<usize>, Cell)> {
        let cell = cell.map(|id| match step {
            Step::Forward => Some(id.index() + 1),
            Step::Backward => id.index().checked_sub(1),
        });
        let cell = cell.both()?;
        let [left, right] = [contents.left.get(cell.left)?, contents.right.get(cell.right)?];
        let far = match step {
            Step::Forward => cell.left + cell.right,
            Step::Backward => contents.left.len() + contents.right.len() - cell.left - cell.right,
        };
        (left == right).then_some((Reverse(far), cell.map(SentenceId::new)))
    };
    let mut heap: BinaryHeap<_> = anchors.iter().filter_map(|&anchor| next(anchor)).collect();
    while let Some((_, cell)) = heap.pop() {
        if fixed.leaves_free(cell) && Side::BOTH.iter().all(|&side| !held[side].contains(&cell[side])) {
            fixed.add_equal(cell);
            heap.extend(next(cell));
        }
    }
}

/// Pairs the remaining copies of a repeated sentence.
fn pair_in_order(group: &[(u64, Side, SentenceId)], fixed: &mut FixedPairs) {
    let free = Pair::from_fn(|wanted| {
        let free = group.iter().filter(|&&(_, side, id)| side == wanted && fixed.is_free(side, id));
        free.map(|&(_, _, id)| id).collect::<Vec<SentenceId>>()
    });
    let (left, right) = (free.left.len(), free.right.len());
    if left != right && left * right <= OPEN {
        return;
    }
    for (left, right) in free.left.into_iter().zip(free.right) {
        fixed.add_equal(Pair::new(left, right));
    }
}

#[cfg(test)]
mod tests {
    use super::super::pins::Pins;
    use super::super::tests::annotated;
    use super::*;

    /// The pairs of equal sentences, counted from 0; sentences end at `|`.
    #[track_caller]
    fn check(left: &str, right: &str, pairs: &[(usize, usize)]) {
        let mut vocabulary = Vocabulary::new();
        let texts = Pair::new(left, right).map(|text| text.replace('|', "\n"));
        let sides = Pair::from_fn(|side| annotated(&texts[side], side, &mut vocabulary));
        let lens = sides.as_ref().map(|side| side.sentences.len());
        let mut fixed = FixedPairs::from_pins(&Pins::default(), lens);
        pair_equal(sides.as_ref(), &vocabulary, &mut fixed);
        let got: Vec<_> = fixed.cells().map(|cell| (cell.left.index(), cell.right.index())).collect();
        assert_eq!(got, pairs);
    }

    #[test]
    fn equal_sentences_are_paired_wherever_they_stand() {
        check("It rained.|It snowed.", "It snowed.|He left.|It rained.", &[(0, 2), (1, 0)]);
    }

    #[test]
    fn the_same_characters_go_before_the_same_words() {
        check("Yes.|No!", "Yes!|No.|Yes.", &[(0, 2), (1, 1)]);
        check("They met in Da Nang.", "They met in Danang.", &[(0, 0)]);
    }

    #[test]
    fn a_repeated_sentence_goes_with_its_neighbor() {
        check(
            "Yes.|A dog barked.|Yes.|A cat hid.",
            "A cat hid.|Yes.|A dog barked.|Yes.",
            &[(0, 1), (1, 2), (2, 3), (3, 0)],
        );
    }

    #[test]
    fn as_many_copies_on_both_sides_are_paired_in_order() {
        check("Yes.|It rained.|Yes.", "Yes.|Yes.|It snowed.", &[(0, 0), (2, 1)]);
    }

    #[test]
    fn unequal_numbers_of_copies_are_left_to_the_scores_unless_there_are_many() {
        check("Yes.", "Yes.|Yes.", &[]);
        check("Yes.|Yes.|Yes.", "Yes.|Yes.", &[]);
        let many = |copies| vec!["Yes."; copies].join("|");
        let pairs: Vec<(usize, usize)> = (0..8).map(|at| (at, at)).collect();
        check(&many(8), &many(9), &pairs);
    }
}
