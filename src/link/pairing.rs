//! Links between quotations that are in marks on both sides.
//!
//! Equal words first, then quotations that share runs of words, from the
//! strongest down; words that one link has taken are not matched again, so that a
//! quotation may be linked to several: it was split or merged. Candidates and their
//! order are made for both sides at once, so that neither comes first.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::quotation::SpeakerState;
use crate::text::{Pair, Side};

use super::align::Match;
use super::evidence::weight;
use super::index::packed;
use super::linking::{Linking, QuotedText, Taken};
use super::units::Unit;

/// The most quotations on one side that are considered for one on the other.
const RIVALS: usize = 12;
/// The most pairs that one run of words may suggest; a run in more is a phrase of all speakers.
const PAIRS: usize = 400;
/// The most words of a quotation that is compared with another one for sharing a word or two.
const SHORT: usize = 5;
/// The fewest words that are one quotation whoever says them: *not at all* is said by many.
const SURE: usize = 4;

/// The quotations of both sides by a key that they have.
pub(super) type Groups<K> = BTreeMap<K, Pair<Vec<usize>>>;

/// Puts quotations into groups.
pub(super) fn groups<K: Ord>(linking: &Linking, keys: impl Fn(Side, &QuotedText) -> Vec<K>) -> Groups<K> {
    let mut groups: Groups<K> = BTreeMap::new();
    for side in Side::BOTH {
        for (n, quoted) in linking.texts[side].iter().enumerate() {
            for key in keys(side, quoted) {
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
    let across = |&left| group.right.iter().map(move |&right| Pair::new(left, right));
    group.left.iter().flat_map(across).collect()
}

/// Links what both sides have in marks.
pub(super) fn pair(linking: &mut Linking) {
    pair_equal(linking);
    pair_similar(linking);
}

/// Links quotations of the same words.
fn pair_equal(linking: &mut Linking) {
    let keys = |_, quoted: &QuotedText| if quoted.is_searchable() { vec![quoted.keys()] } else { Vec::new() };
    for (keys, group) in groups(linking, keys) {
        let mut pairs = ranked(linking, pairs(&group).into_iter().map(|places| (places, 0)).collect());
        if pairs.is_empty() {
            pairs =
                group.left.iter().zip(&group.right).map(|(left, right)| Pair::new(*left, *right)).collect();
        }
        for places in pairs {
            if !linking.is_linked(places) && (keys.len() >= SURE || linking.is_supported(places)) {
                let matches = linking.align(places, Taken::Barred);
                linking.link(places, matches);
            }
        }
    }
}

/// Candidates, best first: by what they share, the speaker, and how near they are.
fn ranked(linking: &Linking, mut candidates: Vec<(Pair<usize>, usize)>) -> Vec<Pair<usize>> {
    candidates.sort_by_cached_key(|(places, strength)| {
        let speaker = match linking.speaker(*places) {
            SpeakerState::Same => 0,
            SpeakerState::Unknown => 1,
            SpeakerState::Changed => 2,
        };
        (Reverse(*strength), speaker, linking.distance(*places), unsided(*places))
    });
    candidates.into_iter().map(|(places, _)| places).collect()
}

/// The sum and the greater of two places: an order that knows no first side.
pub(super) fn unsided(places: Pair<usize>) -> (usize, usize) {
    (places.left + places.right, places.left.max(places.right))
}

/// Links quotations that share runs of words.
fn pair_similar(linking: &mut Linking) {
    // what stronger links have taken no longer counts
    let matches = |linking: &Linking, places: &Pair<usize>| {
        Some(linking.align(*places, Taken::Barred)).filter(|matches| linking.holds(*places, matches))
    };
    let candidate = |places: Pair<usize>| {
        let matches = matches(linking, &places)?;
        Some((places, strength(linking, places, &matches)))
    };
    let candidates = candidates_by_runs(linking).into_iter().filter_map(candidate).collect();
    for places in ranked(linking, candidates) {
        if let Some(matches) = matches(linking, &places) {
            linking.link(places, matches);
        }
    }
}

/// How much the matches say, for choosing between rivals.
fn strength(linking: &Linking, places: Pair<usize>, matches: &[Match]) -> usize {
    let pair = linking.pair(places);
    let weight = |side: Side| weight(&pair[side].units, matches.iter().map(|at| at[side]));
    weight(Side::Left).min(weight(Side::Right))
}

/// Pairs of quotations that share a run of three words, or fewer if one is short.
fn candidates_by_runs(linking: &Linking) -> Vec<Pair<usize>> {
    let runs = |_, quoted: &QuotedText| {
        if !quoted.is_searchable() || quoted.links > 0 {
            return Vec::new();
        }
        let units: Vec<_> = quoted.units.iter().filter(|unit| unit.is_required()).collect();
        let runs = (1..=3).flat_map(|length| units.windows(length));
        let runs = runs.filter(|run| run.len() > 1 || run[0].is_content());
        let key = |run: &[&Unit]| packed(std::array::from_fn(|n| run.get(n).map(|unit| unit.key)), 0);
        runs.map(|run| (run.len(), key(run))).collect()
    };
    let mut votes: BTreeMap<Pair<usize>, usize> = BTreeMap::new();
    for ((words, _), group) in groups(linking, runs) {
        for places in pairs(&group) {
            let pair = linking.pair(places);
            if words == 3 || pair.left.required.min(pair.right.required) <= SHORT {
                *votes.entry(places).or_default() += words;
            }
        }
    }
    pruned(linking, ranked(linking, votes.into_iter().collect()))
}

/// The first [`RIVALS`] of each quotation, of either side.
fn pruned(linking: &Linking, mut ranked: Vec<Pair<usize>>) -> Vec<Pair<usize>> {
    let mut seen = linking.texts.as_ref().map(|texts| vec![0_usize; texts.len()]);
    ranked.retain(|places| {
        let ranks = Pair::from_fn(|side| {
            seen[side][places[side]] += 1;
            seen[side][places[side]]
        });
        ranks.left.min(ranks.right) <= RIVALS
    });
    ranked
}
