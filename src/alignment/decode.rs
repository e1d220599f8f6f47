//! From scores to links: the surest first.
//!
//! Fourth step of [`super::align`]. A sentence has one partner; it gets a second
//! one only nearby and only where that covers words which the first does not: a
//! sentence that was split or merged.

use super::Cell;
use super::profile::{Part, Profiles};
use super::score::Scores;
use super::settled::Settled;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};

/// Two sentences that belong together.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Link {
    /// The two sentences.
    pub(super) cell: Cell,
    /// How sure, from 0 to 1.
    pub(super) score: f64,
    /// How far the best pair that was left alone in favor of this one falls behind.
    pub(super) lead: f64,
}

/// A second partner needs this share of the threshold: it stands beside a sure one.
const SECOND: f64 = 2.0 / 3.0;

/// Share of a sentence's weighted words that a second partner must add.
const GAIN: f64 = 0.1;

/// Or else the share of its own weighted words that it must bring: *More than forty people died.*
/// is a small part of the long sentence that it was cut from, but all of it is there.
const OWN: f64 = 0.25;

/// How far, in sentences, a second partner may stand from the first.
const GAP: usize = 3;

/// The partners of each sentence so far.
struct Partners(Pair<Vec<Vec<SentenceId>>>);

/// Takes links from the surest down; at most one of a link's sentences has others.
pub(super) fn decode(profiles: &Profiles, settled: &Settled, scores: &Scores, threshold: f64) -> Vec<Link> {
    let threshold = threshold.clamp(0.0, 1.0);
    let least = threshold * SECOND;
    let mut order: Vec<Link> = scores
        .iter()
        .filter(|&(_, score)| score >= least)
        .map(|(cell, score)| Link { cell, score, lead: score })
        .collect();
    // of equal scores, the nearest to the start of both texts: two links equally near share no sentence
    let place = |link: &Link| link.cell.left.index() + link.cell.right.index();
    order.sort_by(|one, other| other.score.total_cmp(&one.score).then(place(one).cmp(&place(other))));

    let mut partners = Partners(profiles.sides.as_ref().map(|side| vec![Vec::new(); side.len()]));
    let mut links = Vec::new();
    for link in order {
        let taken = Pair::from_fn(|side| !partners.0[side][link.cell[side].index()].is_empty());
        let fits = match (taken.left, taken.right) {
            _ if !settled.leaves_free(link.cell) => true,
            (false, false) => link.score >= threshold,
            (true, false) => is_second(profiles, &partners, link.cell, Side::Left),
            (false, true) => is_second(profiles, &partners, link.cell, Side::Right),
            (true, true) => false,
        };
        if fits {
            for side in Side::BOTH {
                partners.0[side][link.cell[side].index()].push(link.cell[side.other()]);
            }
            links.push(link);
        }
    }
    measure_leads(&partners, scores, &mut links);
    links
}

fn measure_leads(partners: &Partners, scores: &Scores, links: &mut [Link]) {
    let mut rivals: Pair<Vec<f64>> = partners.0.as_ref().map(|side| vec![0.0; side.len()]);
    for (cell, score) in scores.iter() {
        if !partners.0.left[cell.left.index()].contains(&cell.right) {
            for side in Side::BOTH {
                let rival = &mut rivals[side][cell[side].index()];
                *rival = rival.max(score);
            }
        }
    }
    for link in links {
        let rival = Side::BOTH.map(|side| rivals[side][link.cell[side].index()]);
        link.lead = link.score - rival[0].max(rival[1]);
    }
}

/// Whether the sentence on side `one`, which has partners, takes another one across.
fn is_second(profiles: &Profiles, partners: &Partners, cell: Cell, one: Side) -> bool {
    let across = &profiles.sides[one.other()];
    let new = cell[one.other()];
    let taken = &partners.0[one][cell[one].index()];
    // a partner that itself has several would chain the bead: one to many, never many to many
    if taken.iter().any(|partner| partners.0[one.other()][partner.index()].len() > 1) {
        return false;
    }
    let near = taken.iter().any(|partner| partner.index().abs_diff(new.index()) <= GAP);
    // a headline is a telling of its own, never a part of a sentence
    let is_title = |id: SentenceId| across.part(id) == Part::Title;
    if !near || taken.iter().any(|&partner| is_title(partner) != is_title(new)) {
        return false;
    }
    let covered =
        |word| taken.iter().any(|&partner| across.distinct.row(partner).binary_search(word).is_ok());
    let words = profiles.sides[one].distinct.row(cell[one]);
    let gain: u64 = across
        .distinct
        .row(new)
        .iter()
        .filter(|word| words.binary_search(word).is_ok() && !covered(*word))
        .map(|&word| profiles.word_weight(word))
        .sum();
    let share = |side: Side| gain as f64 / profiles.sides[side].totals(cell[side]).words.max(1) as f64;
    share(one) >= GAIN || share(one.other()) >= OWN
}
