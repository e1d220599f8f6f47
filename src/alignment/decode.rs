//! From scores to links, in descending order of score.
//!
//! Fourth step of [`super::align`]. A sentence has one partner. It gets a second
//! one only if that one covers words which the first does not: the sentence was
//! split or merged. A second partner next to the first needs less evidence than a distant
//! one, and a lower score the more words it adds.

use super::cell::Cell;
use super::fixed::FixedPairs;
use super::profile::{Part, Profiles};
use super::score::Scores;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};

/// Two sentences that belong together.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Link {
    /// The two sentences.
    pub(super) cell: Cell,
    /// The probability that they do, from 0 to 1.
    pub(super) score: f64,
    /// Score margin over the best rejected pair.
    pub(super) lead: f64,
    /// Whether it joins one of several copies of a sentence.
    pub(super) is_copy: bool,
}

/// The weights for a second partner nearby, as log odds.
struct Second {
    /// Of its score minus the threshold, both as log odds.
    score: f64,
    /// Of the words that it adds, as a share of its own words or of the sentence that has partners,
    /// whichever is more: *More than forty people died.* is a small part of the long sentence that it
    /// was cut from, but all of it is there.
    added: f64,
    /// Of the share of its words that the sentence has, added or not.
    contained: f64,
    /// Of the reduction of the difference in length between both sides, as a log ratio.
    lengths: f64,
    bias: f64,
}

/// For partners up to [`GAP`] away. Trained by logistic regression on the second partners that occur in the
/// texts of [`mod@super::score`] and in news rewritten for other reading levels, unchanged and with moved
/// blocks. `bias` is .1 above the fit, because essay drafts, a quarter of the training set, join
/// sentences less often than news does.
const NEAR: Second = Second { score: 0.35, added: 3.7, contained: 1.26, lengths: 0.6, bias: -1.6 };

/// The minimum share of words that a second partner adds, as in [`Second::added`]: a repetition of the
/// sentence adds nothing.
const LEAST_ADDED: f64 = 0.15;

/// Below this score, as a share of the threshold, a second partner needs at least [`LEAST_CONTAINED`] of its
/// words in the sentence: *Transport Minister Henrik Vale denied that the government had ignored the warnings.*
/// shares only the name with another sentence by Transport Minister Henrik Vale, which must not hide the denial.
const WEAK_SCORE: f64 = 0.75;
const LEAST_CONTAINED: f64 = 0.5;

/// The greatest distance between near partners, in sentences.
const GAP: usize = 2;

/// The minimum score of any second partner, as a share of the threshold.
const LEAST_SECOND: f64 = 1.0 / 30.0;

/// What a distant second partner must add, as shares of the weighted words of the sentence that has
/// partners and of its own: the halves of a sentence were separated, and the words leave no doubt.
const FAR_GAIN: f64 = 0.15;
const FAR_OWN: f64 = 0.4;

/// The minimum score of a distant second partner, as a share of the threshold.
const FAR_SCORE: f64 = 5.0 / 3.0;

/// With at least this share of its own words added, the threshold itself is enough: all of *Dials traced
/// the movement of the moon.* is in the half of a long sentence that no other partner covers.
const FAR_WHOLE: f64 = 0.75;

/// The partners of each sentence so far.
struct Partners(Pair<Vec<Vec<SentenceId>>>);

/// Makes links in descending order of score; at most one sentence of a link has other links.
pub(super) fn decode(profiles: &Profiles, fixed: &FixedPairs, scores: &Scores, threshold: f64) -> Vec<Link> {
    let threshold = threshold.clamp(0.0, 1.0);
    let least = threshold * LEAST_SECOND;
    let mut order: Vec<Link> = scores
        .iter()
        .filter(|&(_, score)| score >= least)
        .map(|(cell, score)| Link { cell, score, lead: score, is_copy: false })
        .collect();
    // tie-break: nearest to the start of both texts; two links at one distance share no sentence
    let place = |link: &Link| link.cell.left.index() + link.cell.right.index();
    order.sort_by(|one, other| other.score.total_cmp(&one.score).then(place(one).cmp(&place(other))));

    let mut partners = Partners(profiles.sides.as_ref().map(|side| vec![Vec::new(); side.len()]));
    let mut links = Vec::new();
    for link in order {
        let taken = Pair::from_fn(|side| !partners.0[side][link.cell[side].index()].is_empty());
        let fits = match (taken.left, taken.right) {
            _ if !fixed.leaves_free(link.cell) => true,
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
    // a headline is a summary, never a part of a sentence
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

/// How much less the lengths of both sides differ, as a log ratio, if the sentence across becomes another
/// partner of the sentence on side `one`.
fn nearer_length(profiles: &Profiles, taken: &[SentenceId], cell: Cell, one: Side) -> f64 {
    let length = |side: Side, id: SentenceId| profiles.sides[side].words.row(id).len().max(1) as f64;
    let whole = length(one, cell[one]);
    let before: f64 = taken.iter().map(|&partner| length(one.other(), partner)).sum();
    let after = before + length(one.other(), cell[one.other()]);
    (before / whole).ln().abs() - (after / whole).ln().abs()
}

/// The weight of the words that the sentence on side `one` shares with the one across but with none of
/// its partners in `taken`.
fn words_across(profiles: &Profiles, taken: &[SentenceId], cell: Cell, one: Side) -> u64 {
    let across = &profiles.sides[one.other()].distinct;
    let words = profiles.sides[one].distinct.row(cell[one]);
    let is_covered = |word| taken.iter().any(|&partner| across.row(partner).binary_search(word).is_ok());
    let added = across.row(cell[one.other()]).iter();
    let added = added.filter(|word| words.binary_search(word).is_ok() && !is_covered(*word));
    added.map(|&word| profiles.word_weight(word)).sum()
}
