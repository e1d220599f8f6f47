//! Which pairs of sentences are worth scoring.
//!
//! Up to [`COMPLETE`] pairs, all. Beyond, those that share a rare word bigram, and
//! the neighbors of sure pairs, because heavy rewrites are next to light ones. Single
//! words would not do: in a long text few of them are rare, while most bigrams are.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::cell::Cell;
use super::features::Measure;
use super::fixed::FixedPairs;
use super::profile::Profiles;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};
use crate::words::Key;

/// Up to this many pairs, all are scored: it takes well below a tenth of a second.
const COMPLETE: usize = 250_000;

/// Bigrams shared by more pairs of sentences than this are ignored.
const COMMON: usize = 64;

/// The minimum weighted overlap of words (Jaccard) of a candidate with a common bigram.
const LEAST: f64 = 0.1;

/// The minimum overlap of a pair whose neighbors become candidates.
const SURE: f64 = 0.35;

/// The greatest distance of a neighbor, in sentences on either side.
const NEAR: usize = 2;

/// The pairs worth scoring, in ascending order, without sentences of fixed pairs.
pub(super) fn candidates(profiles: &Profiles, fixed: &FixedPairs, anchors: &[Cell]) -> Vec<Cell> {
    choose(profiles, fixed, anchors, COMPLETE)
}

/// All pairs if there are at most `complete`, else the promising ones.
fn choose(profiles: &Profiles, fixed: &FixedPairs, anchors: &[Cell], complete: usize) -> Vec<Cell> {
    let free = Pair::from_fn(|side| {
        let ids = (0..profiles.sides[side].len()).map(SentenceId::new);
        ids.filter(|&id| fixed.is_free(side, id)).collect::<Vec<SentenceId>>()
    });
    let mut cells = if free.left.len() * free.right.len() <= complete {
        every_pair(&free)
    } else {
        let mut cells = by_word_pairs(profiles, &free);
        add_neighbors(profiles, fixed, anchors, &mut cells);
        cells
    };
    cells.retain(|&cell| profiles.may_pair(cell) && fixed.may_pair(cell));
    cells
}

fn every_pair(free: &Pair<Vec<SentenceId>>) -> Vec<Cell> {
    free.left.iter().flat_map(|&left| free.right.iter().map(move |&right| Pair::new(left, right))).collect()
}

/// Pairs that share a bigram: a sort-merge join, several times faster than a hash table and small.
fn by_word_pairs(profiles: &Profiles, free: &Pair<Vec<SentenceId>>) -> Vec<Cell> {
    let mut keys: Vec<(u32, Side, SentenceId)> = Vec::new();
    for (side, ids) in free.as_ref().sides() {
        for &id in ids {
            let words = profiles.sides[side].words.row(id);
            keys.extend(words.windows(2).map(|pair| (word_pair(pair[0], pair[1]), side, id)));
        }
    }
    keys.sort_unstable();
    keys.dedup();
    let mut cells = Vec::new();
    for group in keys.chunk_by(|one, other| one.0 == other.0) {
        let (left, right) = group.split_at(group.partition_point(|&(_, side, _)| side == Side::Left));
        if left.len() * right.len() <= COMMON {
            cells.extend(left.iter().flat_map(|left| right.iter().map(|right| Pair::new(left.2, right.2))));
        }
    }
    cells.sort_unstable();
    cells.dedup();
    overlapping(profiles, cells, LEAST)
}

fn overlapping(profiles: &Profiles, mut cells: Vec<Cell>, least: f64) -> Vec<Cell> {
    let mut measure = Measure::new(profiles);
    let mut left = None;
    cells.retain(|cell| {
        if left != Some(cell.left) {
            left = Some(cell.left);
            measure.set(cell.left);
        }
        measure.jaccard(cell.right) >= least
    });
    cells
}

/// Adds the neighbors of sure pairs and of anchors, and the anchors.
fn add_neighbors(profiles: &Profiles, fixed: &FixedPairs, anchors: &[Cell], cells: &mut Vec<Cell>) {
    let sure = overlapping(profiles, cells.clone(), SURE);
    let around = |id: SentenceId, side: Side| {
        let last = profiles.sides[side].len() - 1;
        (id.index().saturating_sub(NEAR)..=(id.index() + NEAR).min(last)).map(SentenceId::new)
    };
    for cell in sure.into_iter().chain(fixed.cells()).chain(anchors.iter().copied()) {
        for left in around(cell.left, Side::Left).filter(|&id| fixed.is_free(Side::Left, id)) {
            let rights = around(cell.right, Side::Right).filter(|&id| fixed.is_free(Side::Right, id));
            cells.extend(rights.map(|right| Pair::new(left, right)));
        }
    }
    cells.sort_unstable();
    cells.dedup();
}

fn word_pair(first: Key, second: Key) -> u32 {
    let mut hasher = DefaultHasher::new();
    (first, second).hash(&mut hasher);
    hasher.finish() as u32
}

#[cfg(test)]
mod tests {
    use super::super::exact::pair_equal;
    use super::super::pins::Pins;
    use super::super::profile::Profile;
    use super::super::tests::annotated;
    use super::*;
    use crate::words::Vocabulary;

    /// Sentences of fourteen words of a vocabulary of four hundred, always the same.
    fn sentences(count: usize) -> Vec<Vec<String>> {
        let mut state = 7u32;
        let mut word = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            format!("w{}", (state >> 16) % 400)
        };
        (0..count).map(|_| (0..14).map(|_| word()).collect()).collect()
    }

    fn text(sentences: &[Vec<String>]) -> String {
        sentences.iter().map(|words| words.join(" ")).collect::<Vec<_>>().join("\n")
    }

    fn chosen(left: &[Vec<String>], right: &[Vec<String>], complete: usize) -> Vec<Cell> {
        let mut vocabulary = Vocabulary::new();
        let texts = Pair::new(text(left), text(right));
        let sides = Pair::from_fn(|side| annotated(&texts[side], side, &mut vocabulary));
        let profiles = Profiles::new(sides.as_ref(), &vocabulary);
        let mut fixed = FixedPairs::from_pins(&Pins::default(), profiles.sides.as_ref().map(Profile::len));
        pair_equal(sides.as_ref(), &vocabulary, &mut fixed);
        choose(&profiles, &fixed, &[], complete)
    }

    fn cell(left: usize, right: usize) -> Cell {
        Pair::new(SentenceId::new(left), SentenceId::new(right))
    }

    #[test]
    fn few_sentences_are_all_compared() {
        let left = sentences(3);
        let right: Vec<_> = sentences(5)[3..].to_vec();
        assert_eq!(chosen(&left, &right, COMPLETE).len(), 6);
    }

    #[test]
    fn an_edited_sentence_is_found_at_any_position() {
        let left = sentences(120);
        let mut right = left.clone();
        for (at, words) in right.iter_mut().enumerate() {
            words[at % 14] = "edited".into();
            words[(at + 7) % 14] = "again".into();
        }
        right.reverse();
        let cells = chosen(&left, &right, 0);
        assert!((0..120).all(|at| cells.binary_search(&cell(at, 119 - at)).is_ok()));
        assert!(cells.len() < 120 * 40, "{}", cells.len());
        assert!(cells.is_sorted_by(|one, other| one < other));
    }

    #[test]
    fn a_rewritten_sentence_is_found_next_to_a_sure_pair() {
        let left = sentences(20);
        let mut right = left.clone();
        right[9] = ["nothing", "of", "this", "is", "shared"].map(String::from).to_vec();
        assert!(chosen(&left, &right, 0).contains(&cell(9, 9)));
    }

    #[test]
    fn both_sides_choose_alike() {
        let (left, mut right) = (sentences(40), sentences(40));
        right.rotate_left(3);
        for words in &mut right {
            words[5] = "other".into();
        }
        let mut mirrored: Vec<Cell> = chosen(&right, &left, 0).into_iter().map(Pair::swap).collect();
        mirrored.sort_unstable();
        assert_eq!(chosen(&left, &right, 0), mirrored);
    }

    #[test]
    fn word_pairs_that_all_share_bring_no_candidates() {
        let alike = |place: &str, count| vec![vec![format!("the bridge in {place} was closed")]; count];
        assert!(chosen(&alike("Tolm", 40), &alike("Hambrook", 40), 0).is_empty());
    }
}
