//! Ties between quotations that are in marks on both sides.
//!
//! Equal words first, then quotations that share runs of words, from the
//! strongest down; words that one tie has taken are not matched again, so that a
//! quotation may be tied to several: it was split or merged. Candidates and their
//! order are made for both sides at once, so that neither comes first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::quotation::SpeakerState;
use crate::text::{Key, Pair, Side};

use super::align::Match;
use super::draft::{Draft, Piece, Taken};
use super::evidence::weight;

/// The most quotations on one side that are considered for one on the other.
const RIVALS: usize = 12;
/// The most pairs that one run of words may suggest; a run in more is a phrase of all speakers.
const PAIRS: usize = 400;
/// The most words of a quotation that the other articles of a pair may share only a word or two with.
const SHORT: usize = 5;
/// The fewest words that are one quotation whoever says them: *not at all* is said by many.
const SURE: usize = 4;

/// The pieces of both sides by a key that they have.
pub(super) type Groups<K> = BTreeMap<K, Pair<Vec<usize>>>;

/// Puts pieces into groups.
pub(super) fn groups<K: Ord>(draft: &Draft, keys: impl Fn(Side, &Piece) -> Vec<K>) -> Groups<K> {
    let mut groups: Groups<K> = BTreeMap::new();
    for side in Side::BOTH {
        for (n, piece) in draft.pieces[side].iter().enumerate() {
            for key in keys(side, piece) {
                let list = &mut groups.entry(key).or_default()[side];
                if list.last() != Some(&n) {
                    list.push(n);
                }
            }
        }
    }
    groups
}

/// The pairs of a group; of a great one none.
pub(super) fn pairs(group: &Pair<Vec<usize>>) -> Vec<Pair<usize>> {
    if group.left.len() * group.right.len() > PAIRS {
        return Vec::new();
    }
    let across = |left: &usize| {
        let left = *left;
        group.right.iter().map(move |right| Pair::new(left, *right))
    };
    group.left.iter().flat_map(across).collect()
}

/// Ties what both sides have in marks.
pub(super) fn pair(draft: &mut Draft) {
    pair_equal(draft);
    pair_similar(draft);
}

/// Ties quotations of the same words.
fn pair_equal(draft: &mut Draft) {
    let keys = |_, piece: &Piece| if piece.is_sought() { vec![piece.keys()] } else { Vec::new() };
    for (keys, group) in groups(draft, keys) {
        let mut pairs = ranked(draft, pairs(&group).into_iter().map(|pieces| (pieces, 0)).collect());
        if pairs.is_empty() {
            pairs =
                group.left.iter().zip(&group.right).map(|(left, right)| Pair::new(*left, *right)).collect();
        }
        for pieces in pairs {
            if !draft.is_tied(pieces) && (keys.len() >= SURE || draft.is_supported(pieces)) {
                let matches = draft.align(pieces, Taken::Barred);
                draft.tie(pieces, matches);
            }
        }
    }
}

/// Candidates, best first: by what they share, the speaker, and how near they are.
fn ranked(draft: &Draft, mut candidates: Vec<(Pair<usize>, usize)>) -> Vec<Pair<usize>> {
    candidates.sort_by_cached_key(|(pieces, strength)| {
        let speaker = match draft.speaker(*pieces) {
            SpeakerState::Same => 0,
            SpeakerState::Unknown => 1,
            SpeakerState::Changed => 2,
        };
        (Reverse(*strength), speaker, draft.distance(*pieces), unsided(*pieces))
    });
    candidates.into_iter().map(|(pieces, _)| pieces).collect()
}

/// The sum and the greater of two places: an order that knows no first side.
pub(super) fn unsided(places: Pair<usize>) -> (usize, usize) {
    (places.left + places.right, places.left.max(places.right))
}

/// Ties quotations that share runs of words.
fn pair_similar(draft: &mut Draft) {
    // what stronger ties have taken no longer counts
    let matches = |draft: &Draft, pieces: &Pair<usize>| {
        Some(draft.align(*pieces, Taken::Barred)).filter(|matches| draft.holds(*pieces, matches))
    };
    let candidate = |pieces: Pair<usize>| {
        let matches = matches(draft, &pieces)?;
        Some((pieces, strength(draft, pieces, &matches)))
    };
    let candidates = candidates_by_runs(draft).into_iter().filter_map(candidate).collect();
    for pieces in ranked(draft, candidates) {
        if let Some(matches) = matches(draft, &pieces) {
            draft.tie(pieces, matches);
        }
    }
}

/// How much the matches say, for choosing between rivals.
fn strength(draft: &Draft, pieces: Pair<usize>, matches: &[Match]) -> usize {
    let pair = draft.pair(pieces);
    let weight = |side: Side| weight(&pair[side].units, matches.iter().map(|at| at[side]));
    weight(Side::Left).min(weight(Side::Right))
}

/// Pairs of quotations that share a run of three words, or fewer if one is short.
fn candidates_by_runs(draft: &Draft) -> Vec<Pair<usize>> {
    let runs = |_, piece: &Piece| -> Vec<[Option<Key>; 3]> {
        if !piece.is_sought() || piece.ties > 0 {
            return Vec::new();
        }
        let units: Vec<_> = piece.units.iter().filter(|unit| unit.is_required()).collect();
        let runs = (1..=3).flat_map(|length| units.windows(length));
        let runs = runs.filter(|run| run.len() > 1 || run[0].is_content());
        runs.map(|run| std::array::from_fn(|n| run.get(n).map(|unit| unit.key))).collect()
    };
    let mut votes: BTreeMap<Pair<usize>, usize> = BTreeMap::new();
    for (run, group) in groups(draft, runs) {
        let words = run.iter().flatten().count();
        for pieces in pairs(&group) {
            let pair = draft.pair(pieces);
            if words == 3 || pair.left.required.min(pair.right.required) <= SHORT {
                *votes.entry(pieces).or_default() += words;
            }
        }
    }
    pruned(draft, ranked(draft, votes.into_iter().collect()))
}

/// The first [`RIVALS`] of each quotation, of either side.
fn pruned(draft: &Draft, mut ranked: Vec<Pair<usize>>) -> Vec<Pair<usize>> {
    let mut seen = draft.pieces.as_ref().map(|pieces| vec![0_usize; pieces.len()]);
    ranked.retain(|pieces| {
        let ranks = Pair::from_fn(|side| {
            seen[side][pieces[side]] += 1;
            seen[side][pieces[side]]
        });
        ranks.left.min(ranks.right) <= RIVALS
    });
    ranked
}
