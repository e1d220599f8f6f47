//! Ties between quotations that stand in marks on both sides.
//!
//! Equal words first, then quotations that share runs of words, from the
//! strongest down; words that one tie has taken are not matched again, so that a
//! quotation may be tied to several: it was split or merged. Candidates and their
//! order are made for both sides at once, so that neither comes first.

use std::collections::{BTreeMap, HashMap};

use crate::quotation::SpeakerState;
use crate::text::{Key, Pair, Side};

use super::draft::{Draft, Taken};

/// The most quotations on one side that are considered for one on the other.
const RIVALS: usize = 12;
/// The most pairs that one run of words may suggest; a run in more is a phrase of all speakers.
const PAIRS: usize = 400;

/// Ties what both sides have in marks.
pub(super) fn pair(draft: &mut Draft) {
    pair_equal(draft);
    pair_similar(draft);
}

/// Ties quotations of the same words.
fn pair_equal(draft: &mut Draft) {
    let mut groups: BTreeMap<Vec<Key>, Pair<Vec<usize>>> = BTreeMap::new();
    for side in Side::BOTH {
        for (n, piece) in draft.pieces[side].iter().enumerate().filter(|(_, piece)| piece.is_sought()) {
            groups.entry(piece.keys()).or_default()[side].push(n);
        }
    }
    for (keys, group) in groups {
        let pairs = if group.left.len() * group.right.len() > PAIRS {
            group.left.iter().zip(&group.right).map(|(left, right)| Pair::new(*left, *right)).collect()
        } else {
            ranked(draft, all_pairs(&group).into_iter().map(|pieces| (pieces, 0)).collect())
        };
        for pieces in pairs {
            if draft.is_tied(Side::Left, pieces.left) || draft.is_tied(Side::Right, pieces.right) {
                continue;
            }
            if keys.len() < 4 && !draft.is_repeated(pieces) {
                continue;
            }
            let matches = draft.align(pieces, Taken::Barred);
            draft.tie(pieces, matches);
        }
    }
}

fn all_pairs(group: &Pair<Vec<usize>>) -> Vec<Pair<usize>> {
    let across = |left: &usize| {
        let left = *left;
        group.right.iter().map(move |right| Pair::new(left, *right))
    };
    group.left.iter().flat_map(across).collect()
}

/// Candidates, best first: by what they share, the speaker, and how near they stand.
fn ranked(draft: &Draft, mut candidates: Vec<(Pair<usize>, i64)>) -> Vec<Pair<usize>> {
    candidates.sort_by_cached_key(|(pieces, strength)| {
        let speaker = match draft.speaker(*pieces) {
            SpeakerState::Same => 0,
            SpeakerState::Unknown => 1,
            SpeakerState::Changed => 2,
        };
        // the sum and the greater of the two places: an order that knows no first side
        let places = (pieces.left + pieces.right, pieces.left.max(pieces.right));
        (-strength, speaker, draft.distance(*pieces), places)
    });
    candidates.into_iter().map(|(pieces, _)| pieces).collect()
}

/// Ties quotations that share runs of words.
fn pair_similar(draft: &mut Draft) {
    let mut candidates = Vec::new();
    for pieces in candidates_by_runs(draft) {
        let matches = draft.align(pieces, Taken::Barred);
        if draft.holds(pieces, &matches) {
            candidates.push((pieces, draft.strength(pieces, &matches)));
        }
    }
    for pieces in ranked(draft, candidates) {
        // what stronger ties have taken no longer counts
        let matches = draft.align(pieces, Taken::Barred);
        let is_second = draft.is_tied(Side::Left, pieces.left) || draft.is_tied(Side::Right, pieces.right);
        let is_long = matches.len() >= 4 || matches.len() * 10 >= shorter(draft, pieces) * 8;
        if draft.holds(pieces, &matches) && (!is_second || is_long) {
            draft.tie(pieces, matches);
        }
    }
}

fn shorter(draft: &Draft, pieces: Pair<usize>) -> usize {
    Side::BOTH.map(|side| draft.pieces[side][pieces[side]].required).into_iter().min().unwrap_or(0)
}

/// One, two or three words that follow each other.
type Run = (Key, Option<Key>, Option<Key>);

/// Pairs of quotations that share a run of three words, or fewer if one is short.
fn candidates_by_runs(draft: &Draft) -> Vec<Pair<usize>> {
    let mut groups: HashMap<Run, Pair<Vec<usize>>> = HashMap::new();
    for side in Side::BOTH {
        for (n, piece) in draft.pieces[side].iter().enumerate().filter(|(_, piece)| piece.is_sought()) {
            if draft.is_tied(side, n) {
                continue;
            }
            let units: Vec<_> = piece.units.iter().filter(|unit| unit.is_required()).collect();
            for (at, unit) in units.iter().enumerate() {
                let key = |ahead: usize| units.get(at + ahead).map(|unit| unit.key);
                let runs = [
                    unit.is_content().then_some((unit.key, None, None)),
                    key(1).map(|second| (unit.key, Some(second), None)),
                    key(2).map(|third| (unit.key, key(1), Some(third))),
                ];
                for run in runs.into_iter().flatten() {
                    let list = &mut groups.entry(run).or_default()[side];
                    if list.last() != Some(&n) {
                        list.push(n);
                    }
                }
            }
        }
    }
    let mut votes: BTreeMap<(usize, usize), i64> = BTreeMap::new();
    let size = |side: Side, n: usize| draft.pieces[side][n].required;
    for ((_, second, third), group) in groups {
        if group.left.is_empty() || group.right.is_empty() || group.left.len() * group.right.len() > PAIRS {
            continue;
        }
        let words = 1 + i64::from(second.is_some()) + i64::from(third.is_some());
        for pieces in all_pairs(&group) {
            let shorter = size(Side::Left, pieces.left).min(size(Side::Right, pieces.right));
            if words == 3 || words == 2 && shorter <= 6 || words == 1 && shorter <= 5 {
                *votes.entry((pieces.left, pieces.right)).or_default() += words;
            }
        }
    }
    let candidates =
        votes.into_iter().map(|((left, right), count)| (Pair::new(left, right), count)).collect();
    pruned(draft, ranked(draft, candidates))
}

/// The first [`RIVALS`] of each quotation, of either side.
fn pruned(draft: &Draft, ranked: Vec<Pair<usize>>) -> Vec<Pair<usize>> {
    let mut seen = Pair::from_fn(|side| vec![0_usize; draft.pieces[side].len()]);
    let mut kept = ranked;
    kept.retain(|pieces| {
        let rank = Side::BOTH.map(|side| {
            let count = &mut seen[side][pieces[side]];
            *count += 1;
            *count
        });
        rank.iter().any(|rank| *rank <= RIVALS)
    });
    kept
}
