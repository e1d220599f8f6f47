//! Which pairs of sentences are worth scoring.
//!
//! Up to [`COMPLETE`] pairs, all. Beyond, those that share a rare pair of
//! neighboring words, and the neighbors of sure pairs: heavy rewrites stand
//! beside lighter ones. Rare single words would not do: the longer the text, the
//! fewer words are rare, while pairs of words stay so.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::Cell;
use super::exact::Equal;
use super::features::Measure;
use super::profile::Profiles;
use crate::sentence::SentenceId;
use crate::text::{Key, Pair, Side};

/// As many pairs are scored without any choice; about 30 ms.
const COMPLETE: usize = 250_000;

/// Pairs of words shared by more pairs of sentences than this say nothing.
const COMMON: usize = 64;

/// Least weighted overlap of words (Jaccard) for a candidate by its word pairs.
const LEAST: f64 = 0.1;

/// The overlap from which a pair vouches for its neighbors.
const SURE: f64 = 0.35;

/// How far, in sentences on either side, a neighbor may stand.
const NEAR: usize = 2;

/// The pairs worth scoring, in ascending order; none of a sentence that has an equal one.
pub(super) fn candidates(profiles: &Profiles, equal: &Equal) -> Vec<Cell> {
    let free = Pair::from_fn(|side| {
        let ids = (0..profiles.sides[side].len()).map(SentenceId::new);
        ids.filter(|&id| equal.is_free(side, id)).collect::<Vec<SentenceId>>()
    });
    let mut cells = if free.left.len() * free.right.len() <= COMPLETE {
        every_pair(&free)
    } else {
        let mut cells = by_word_pairs(profiles, &free);
        add_neighbors(profiles, equal, &mut cells);
        cells
    };
    cells.retain(|&cell| profiles.may_pair(cell));
    cells
}

fn every_pair(free: &Pair<Vec<SentenceId>>) -> Vec<Cell> {
    free.left.iter().flat_map(|&left| free.right.iter().map(move |&right| Pair::new(left, right))).collect()
}

/// One sorted list of keys and sentences, joined group by group: several times
/// faster than tables of keys, and small.
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

/// Adds what stands near a sure pair on both sides.
fn add_neighbors(profiles: &Profiles, equal: &Equal, cells: &mut Vec<Cell>) {
    let sure = overlapping(profiles, cells.clone(), SURE);
    let around = |id: SentenceId, side: Side| {
        let last = profiles.sides[side].len() - 1;
        (id.index().saturating_sub(NEAR)..=(id.index() + NEAR).min(last)).map(SentenceId::new)
    };
    for cell in sure.into_iter().chain(equal.cells()) {
        for left in around(cell.left, Side::Left).filter(|&id| equal.is_free(Side::Left, id)) {
            let rights = around(cell.right, Side::Right).filter(|&id| equal.is_free(Side::Right, id));
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
