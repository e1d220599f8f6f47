//! Sentences that share what hardly any other sentence has.
//!
//! Part of decoding in [`super::align`]. Two outlets that report the same event on their own share few
//! words in order, so that the scores of [`mod@super::score`], which were trained on rewrites, are low.
//! They do share the names, numbers and nouns of one fact: *A retired baker called the police when he had
//! heard a description of the blue van on the radio.* and *A motorist, alerted by a description on the
//! radio, stopped next to the blue van at a baker.* The words that name a speaker are no such
//! evidence: one person says many things.

use super::cell::Cell;
use super::decode::Link;
use super::profile::Profiles;
use super::score::Scores;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};

/// The least that the two sentences must share, in words that no third one has. In seven pairs of articles
/// by different outlets, labeled by hand, 48 of 58 sentences belong with the one that they share as much
/// with. With 2.5, one of thirteen pairs found is false, with 3 one of fifty.
const LEAST: f64 = 3.0;

/// Added to the log odds of the pair for each of these words: three raise a score of .05 to .3, six one of
/// .01. With .6 fewer of the labeled pairs are found, with .8 twice as many of those found are false.
const PER_WORD: f64 = 0.7;

/// The share of linked sentences from which one article counts as a rewrite of the other: a rewrite keeps
/// words in order, and its other sentences are new. Of the labeled articles at most .36 are linked, of news
/// rewritten for learners at least .6.
const REWRITE: f64 = 0.4;

/// The pairs without a link, each of whose sentences shares more with the other than with any third, and
/// what to add to their log odds.
pub(super) fn rare_pairs(profiles: &Profiles, scores: &Scores, links: &[Link]) -> Vec<(Cell, f64)> {
    let is_report = Side::BOTH.iter().all(|&side| profiles.sides[side].cites());
    let mut is_linked = profiles.sides.as_ref().map(|side| vec![false; side.len()]);
    for link in links {
        for side in Side::BOTH {
            is_linked[side][link.cell[side].index()] = true;
        }
    }
    if !is_report || Side::BOTH.iter().all(|&side| is_rewrite(&is_linked[side])) {
        return Vec::new();
    }
    let mut best = profiles.sides.as_ref().map(|side| vec![Best::default(); side.len()]);
    for (cell, _) in scores.iter().filter(|&(cell, _)| profiles.are_alike(cell)) {
        let weight = profiles.shared_evidence(cell);
        for side in Side::BOTH {
            best[side][cell[side].index()].meet(weight, cell[side.other()]);
        }
    }
    let found = best.left.iter().enumerate().filter_map(|(left, found)| {
        let cell = Pair::new(SentenceId::new(left), found.partner?);
        let is_free = Side::BOTH.iter().all(|&side| !is_linked[side][cell[side].index()]);
        let is_mutual = best.right[cell.right.index()].partner == Some(cell.left);
        let shared = found.weight as f64 / profiles.unique_weight() as f64;
        (is_free && is_mutual && shared >= LEAST).then_some((cell, shared * PER_WORD))
    });
    found.collect()
}

/// Whether most sentences of a side are linked.
fn is_rewrite(is_linked: &[bool]) -> bool {
    let linked = is_linked.iter().filter(|linked| **linked).count();
    linked as f64 > REWRITE * is_linked.len() as f64
}

/// The partner that a sentence shares most with; none of two that it shares as much with.
#[derive(Clone, Copy, Default)]
struct Best {
    weight: u64,
    partner: Option<SentenceId>,
}

impl Best {
    fn meet(&mut self, weight: u64, partner: SentenceId) {
        if weight > self.weight {
            *self = Best { weight, partner: Some(partner) };
        } else if weight == self.weight {
            self.partner = None;
        }
    }
}
