//! From scores to links: the surest first.
//!
//! Fourth step of [`super::align`]. A sentence has one partner; it gets a second
//! one only where that covers words which the first does not: a sentence that was
//! split or merged. The nearer the second stands to the first, the less its words
//! must say, and the more of them are new, the less sure it must be.

use super::cell::Cell;
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

/// What a second partner nearby is weighed with, as log odds of belonging there.
struct Second {
    /// How far its score is above the threshold, both as log odds.
    score: f64,
    /// The words that it adds, as a share of its own or of the sentence that has partners, whichever
    /// is more: *More than forty people died.* is a small part of the long sentence that it was cut
    /// from, but all of it is there.
    added: f64,
    /// The share of its words that the sentence has, added or not.
    contained: f64,
    /// How much nearer it brings the lengths of both sides, as a ratio in log.
    lengths: f64,
    bias: f64,
}

/// Up to [`GAP`] away. Trained by logistic regression on the second partners that come up in the texts of
/// [`mod@super::score`] and in news rewritten for other reading levels, as they stand and with moved
/// blocks; `bias` is .1 above the fit, for essay drafts, which count for a quarter of it, join
/// sentences less often than news does.
const NEAR: Second = Second { score: 0.35, added: 3.7, contained: 1.26, lengths: 0.6, bias: -1.6 };

/// The least that a second partner adds, as the share that [`Second::added`] weighs: the same sentence a
/// second time adds nothing.
const LEAST_ADDED: f64 = 0.15;

/// Less sure than this, as a share of the threshold, a second partner needs at least [`LEAST_CONTAINED`] of its
/// words in the sentence: *Transport Minister Henrik Vale denied that the government had ignored the warnings.*
/// has nothing but the name in one that Transport Minister Henrik Vale says, and a denial must not vanish there.
const WEAK_SCORE: f64 = 0.75;
const LEAST_CONTAINED: f64 = 0.5;

/// How far, in sentences, *near* is.
const GAP: usize = 2;

/// Least score of what is looked at as a second partner, as a share of the threshold.
const LEAST_SECOND: f64 = 1.0 / 30.0;

/// What a second partner anywhere must bring: the halves of a sentence that were torn apart, where the words
/// leave no doubt. As shares of weighted words, of the sentence that has partners and of its own.
const FAR_GAIN: f64 = 0.15;
const FAR_OWN: f64 = 0.4;

/// Least score of such a one, as a share of the threshold.
const FAR_SCORE: f64 = 5.0 / 3.0;

/// The share of its own words from which the threshold itself is enough: all of *Dials traced the
/// movement of the moon.* stands in the half of a long sentence that no other partner tells.
const FAR_WHOLE: f64 = 0.75;

/// The partners of each sentence so far.
struct Partners(Pair<Vec<Vec<SentenceId>>>);

/// Takes links from the surest down; at most one of a link's sentences has others.
pub(super) fn decode(profiles: &Profiles, settled: &Settled, scores: &Scores, threshold: f64) -> Vec<Link> {
    let threshold = threshold.clamp(0.0, 1.0);
    let least = threshold * LEAST_SECOND;
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
    let weight = |side: Side| profiles.sides[side].totals(link.cell[side]).words.max(1) as f64;
    let added = words_across(profiles, taken, link.cell, one) as f64;
    let (gain, own) = (added / weight(one), added / weight(one.other()));
    if !taken.iter().any(|partner| partner.index().abs_diff(new.index()) <= GAP) {
        let is_sure = own >= FAR_OWN && link.score >= threshold * FAR_SCORE;
        let is_whole = own >= FAR_WHOLE && link.score >= threshold;
        return gain >= FAR_GAIN && (is_sure || is_whole);
    }
    let contained = words_across(profiles, &[], link.cell, one) as f64 / weight(one.other());
    if contained < LEAST_CONTAINED && link.score < threshold * WEAK_SCORE {
        return false;
    }
    let share = gain.max(own);
    let odds = NEAR.bias
        + (log_odds(link.score) - log_odds(threshold)) * NEAR.score
        + share * NEAR.added
        + contained * NEAR.contained
        + nearer_length(profiles, taken, link.cell, one) * NEAR.lengths;
    share >= LEAST_ADDED && odds >= 0.0
}

fn log_odds(score: f64) -> f64 {
    ((score + 1e-6) / (1.0 - score + 1e-6)).ln()
}

/// How much less the lengths of both sides differ, as a ratio in log, once the sentence on side `one`
/// has the one across as a partner, too.
fn nearer_length(profiles: &Profiles, taken: &[SentenceId], cell: Cell, one: Side) -> f64 {
    let length = |side: Side, id: SentenceId| profiles.sides[side].words.row(id).len().max(1) as f64;
    let whole = length(one, cell[one]);
    let before: f64 = taken.iter().map(|&partner| length(one.other(), partner)).sum();
    let after = before + length(one.other(), cell[one.other()]);
    (before / whole).ln().abs() - (after / whole).ln().abs()
}

/// The weight of the words that the sentence on side `one` shares with the one across, and with none of
/// the `taken` ones.
fn words_across(profiles: &Profiles, taken: &[SentenceId], cell: Cell, one: Side) -> u64 {
    let across = &profiles.sides[one.other()].distinct;
    let words = profiles.sides[one].distinct.row(cell[one]);
    let is_covered = |word| taken.iter().any(|&partner| across.row(partner).binary_search(word).is_ok());
    let added = across.row(cell[one.other()]).iter();
    let added = added.filter(|word| words.binary_search(word).is_ok() && !is_covered(*word));
    added.map(|&word| profiles.word_weight(word)).sum()
}
