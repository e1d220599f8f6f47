//! What alone is left between pairs.
//!
//! Around decoding in [`super::align`]. Where both articles run side by side and leave
//! one sentence each (or very few) between the same two links, these are likelier to say the same
//! than their words tell: *The plan is praised by Anna Berg as one of the great successes of the
//! decade.* became *Berg says that people have learned a lot.* Holes follow from the scores alone,
//! not from the threshold: whatever that is, a pair has the same score.

use super::cell::Cell;
use super::decode::{Link, decode};
use super::order::main_chain;
use super::profile::{Profile, Profiles};
use super::score::Scores;
use super::settled::Settled;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};

/// What standing in a hole adds to the log odds of a pair. In the holes of the texts that the weights
/// of [`mod@super::score`] were trained on, three times as many pairs belong together as their scores
/// say: about 1.1.
const IN_A_HOLE: f64 = 1.0;

/// The score from which links bound a hole.
const BOUND: f64 = 0.3;

/// Most pairs of a hole: in a wider one the place says nothing about which belong together.
const NARROW: usize = 4;

/// Raises the scores of what stands in a hole, and decodes.
///
/// Where no hole is, the links that bound none are those of the scores, and are not looked for again.
pub(super) fn decode_with_holes(
    profiles: &Profiles,
    settled: &Settled,
    mut scores: Scores,
    threshold: f64,
) -> Vec<Link> {
    let mut links = decode(profiles, settled, &scores, BOUND);
    links.sort_by_key(|link| link.cell);
    let mut is_raised = false;
    for cell in holes(profiles, &links) {
        is_raised |= scores.raise(cell, IN_A_HOLE);
    }
    if !is_raised && threshold.to_bits() == BOUND.to_bits() {
        return links;
    }
    decode(profiles, settled, &scores, threshold)
}

/// The pairs in holes: both without a link, between the same two links of the main order.
/// A headline fills no hole of the story.
fn holes(profiles: &Profiles, links: &[Link]) -> Vec<Cell> {
    let mut is_linked = profiles.sides.as_ref().map(|side| vec![false; side.len()]);
    for link in links {
        for side in Side::BOTH {
            is_linked[side][link.cell[side].index()] = true;
        }
    }
    let kept = main_chain(profiles, links);
    let bounds =
        links.iter().zip(kept).filter(|&(_, kept)| kept).map(|(link, _)| link.cell.map(SentenceId::index));
    let ends = profiles.sides.as_ref().map(Profile::len);

    let mut cells = Vec::new();
    let mut start = Pair::new(0, 0);
    for bound in bounds.chain([ends]) {
        let free = Pair::from_fn(|side| {
            let ids = (start[side]..bound[side]).filter(|&id| !is_linked[side][id]);
            ids.take(NARROW + 1).map(SentenceId::new).collect::<Vec<SentenceId>>()
        });
        if free.left.len() * free.right.len() <= NARROW {
            let pairs = free
                .left
                .iter()
                .flat_map(|&left| free.right.iter().map(move |&right| Pair::new(left, right)));
            cells.extend(
                pairs.filter(|cell| {
                    profiles.sides.left.part(cell.left) == profiles.sides.right.part(cell.right)
                }),
            );
        }
        start = bound.map(|id| id + 1);
    }
    cells
}
