//! Unpaired gaps: sentences that are alone between two links on both sides.
//!
//! Part of decoding in [`super::align`]. If both articles have one unpaired sentence each (or very few)
//! between the same two links, these are likelier to say the same than their words suggest: *The plan is
//! praised by Anna Berg as one of the great successes of the decade.* became *Berg says that people have
//! learned a lot.* Gaps depend on the scores alone, so that the threshold changes no score.

use super::cell::Cell;
use super::decode::{Link, decode};
use super::fixed::FixedPairs;
use super::order::main_chain;
use super::profile::{Profile, Profiles};
use super::rare::rare_pairs;
use super::score::Scores;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};

/// Added to the log odds of a pair in a gap. In the gaps of the training texts of [`mod@super::score`],
/// three times as many pairs belong together as their scores predict: about 1.1.
const IN_A_GAP: f64 = 1.0;

/// The minimum score of the links around a gap.
const BOUND: f64 = 0.3;

/// The most pairs in a gap: in a wider one the position does not show which belong together.
const NARROW: usize = 4;

/// Raises the scores of the pairs in gaps, and decodes.
pub(super) fn decode_with_gaps(
    profiles: &Profiles,
    fixed: &FixedPairs,
    mut scores: Scores,
    threshold: f64,
) -> Vec<Link> {
    let mut links = decode(profiles, fixed, &scores, BOUND);
    links.sort_by_key(|link| link.cell);
    let mut is_raised = false;
    let rare = rare_pairs(profiles, &scores, &links).into_iter();
    let narrow = gaps(profiles, &links).into_iter().map(|cell| (cell, IN_A_GAP));
    for (cell, odds) in rare.chain(narrow) {
        is_raised |= scores.raise(cell, odds);
    }
    if !is_raised && threshold.to_bits() == BOUND.to_bits() {
        return links;
    }
    decode(profiles, fixed, &scores, threshold)
}

/// The pairs in gaps: both sentences without a link, between the same two links of the main order.
/// A headline is never paired with a sentence of the story.
fn gaps(profiles: &Profiles, links: &[Link]) -> Vec<Cell> {
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
