//! From scores to links: the surest first.
//!
//! Fourth step of [`super::align`]. A sentence has one partner; it gets a second
//! one only where that covers words which the first does not: a sentence that was
//! split or merged. The nearer the second stands to the first, the less its words
//! must say.

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

/// What a second partner must bring, by how far it stands from the first. A share of one
/// of the two sentences is enough nearby: *More than forty people died.* is a small part of the long
/// sentence that it was cut from, but all of it is there.
struct Second {
    /// Least score, as a share of the threshold.
    score: f64,
    /// Share of the weighted words of the sentence that has partners, which this one adds.
    gain: f64,
    /// Share of its own weighted words which are these.
    own: f64,
    /// Whether either share is enough, or both are needed.
    needs: Needs,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    Either,
    Both,
}

/// Up to [`GAP`] away.
const NEAR: Second = Second { score: 2.0 / 3.0, gain: 0.1, own: 0.25, needs: Needs::Either };

/// Anywhere: the halves of a sentence that were torn apart, where the words leave no doubt.
const FAR: Second = Second { score: 5.0 / 3.0, gain: 0.15, own: 0.4, needs: Needs::Both };

/// How far, in sentences, *near* is.
const GAP: usize = 2;

/// The partners of each sentence so far.
struct Partners(Pair<Vec<Vec<SentenceId>>>);

/// Takes links from the surest down; at most one of a link's sentences has others.
pub(super) fn decode(profiles: &Profiles, settled: &Settled, scores: &Scores, threshold: f64) -> Vec<Link> {
    let threshold = threshold.clamp(0.0, 1.0);
    let least = threshold * NEAR.score;
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
            (true, false) => is_second(profiles, &partners, &link, Side::Left, threshold),
            (false, true) => is_second(profiles, &partners, &link, Side::Right, threshold),
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
fn is_second(profiles: &Profiles, partners: &Partners, link: &Link, one: Side, threshold: f64) -> bool {
    let across = &profiles.sides[one.other()];
    let new = link.cell[one.other()];
    let taken = &partners.0[one][link.cell[one].index()];
    // a partner that itself has several would chain the bead: one to many, never many to many
    if taken.iter().any(|partner| partners.0[one.other()][partner.index()].len() > 1) {
        return false;
    }
    // a headline is a telling of its own, never a part of a sentence
    let is_title = |id: SentenceId| across.part(id) == Part::Title;
    if taken.iter().any(|&partner| is_title(partner) != is_title(new)) {
        return false;
    }
    let gap = taken.iter().map(|partner| partner.index().abs_diff(new.index())).min();
    let rule = match gap {
        Some(..=GAP) => NEAR,
        _ => FAR,
    };
    let added = added_words(profiles, taken, link.cell, one);
    let share = |side: Side| added as f64 / profiles.sides[side].totals(link.cell[side]).words.max(1) as f64;
    let (gain, own) = (share(one), share(one.other()));
    let enough = match rule.needs {
        Needs::Either => gain >= rule.gain || own >= rule.own,
        Needs::Both => gain >= rule.gain && own >= rule.own,
    };
    enough && link.score >= threshold * rule.score
}

/// The weight of the words that the sentence on side `one` shares with the one across, and with none of
/// the partners it has.
fn added_words(profiles: &Profiles, taken: &[SentenceId], cell: Cell, one: Side) -> u64 {
    let across = &profiles.sides[one.other()].distinct;
    let words = profiles.sides[one].distinct.row(cell[one]);
    let is_covered = |word| taken.iter().any(|&partner| across.row(partner).binary_search(word).is_ok());
    let added = across.row(cell[one.other()]).iter();
    let added = added.filter(|word| words.binary_search(word).is_ok() && !is_covered(*word));
    added.map(|&word| profiles.word_weight(word)).sum()
}
