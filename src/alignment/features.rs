//! How similar two sentences are, by their words alone.
//!
//! Second step of [`super::align`]: [`mod@super::score`] weighs these features. None
//! depends on the position of a sentence, so that a moved one loses nothing; all are
//! the same with the sides swapped.

use super::cell::Cell;
use super::lcs::Matcher;
use super::profile::Profiles;
use crate::sentence::SentenceId;
use crate::words::Key;

/// How similar two sentences are; every feature is from 0 to 1.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct Features {
    /// Cosine of the weighted words.
    pub(super) cosine: f64,
    /// Weighted words shared, as a share of both sentences'.
    pub(super) jaccard: f64,
    /// Weighted words shared, as a share of one sentence: the greater of the two shares.
    pub(super) contained: f64,
    /// The lesser of the two shares.
    pub(super) containing: f64,
    /// Weighted letter trigrams shared (Dice): *Danang* and *Da Nang*.
    pub(super) trigrams: f64,
    /// The same, as a share of the sentence with fewer.
    pub(super) trigrams_contained: f64,
    /// Longest common subsequence as a share of the shorter sentence.
    pub(super) subsequence_of_shorter: f64,
    /// The same, of the longer.
    pub(super) subsequence_of_longer: f64,
    /// Longest run of shared words; 1 from eight words up.
    pub(super) run: f64,
    /// Length of the shorter as a share of the longer.
    pub(super) lengths: f64,
}

impl Features {
    /// One number by which rivals are compared.
    pub(super) fn likeness(&self) -> f64 {
        0.5 * self.jaccard + 0.5 * self.trigrams
    }
}

/// The longest sentence, in words, that is compared as a whole. Of a longer one (a file
/// without full stops) subsequence and run cover only the head.
const LONGEST: usize = 512;

/// A longer shared run is no stronger evidence that the words were copied.
const FULL_RUN: usize = 8;

/// The minimum weighted overlap for which the order of the words is compared.
const WORTH_ORDER: f64 = 0.05;

/// Measures one left sentence against many right ones.
pub(super) struct Measure<'a> {
    profiles: &'a Profiles,
    left: SentenceId,
    /// Per stem and per trigram: the last left sentence that has it, from 1.
    words: Vec<u32>,
    trigrams: Vec<u32>,
    matcher: Matcher,
    matcher_is_set: bool,
}

impl<'a> Measure<'a> {
    /// For the sentences of `profiles`.
    pub(super) fn new(profiles: &'a Profiles) -> Measure<'a> {
        Measure {
            profiles,
            left: SentenceId::new(0),
            words: vec![0; profiles.vocabulary_len()],
            trigrams: vec![0; profiles.trigrams_len()],
            matcher: Matcher::new(profiles.vocabulary_len()),
            matcher_is_set: false,
        }
    }

    /// Sets the left sentence that others are measured against.
    pub(super) fn set(&mut self, left: SentenceId) {
        let round = left.index() as u32 + 1;
        self.left = left;
        let profile = &self.profiles.sides.left;
        profile.distinct.row(left).iter().for_each(|word| self.words[word.index()] = round);
        profile.trigrams.row(left).iter().for_each(|&trigram| self.trigrams[trigram as usize] = round);
        self.matcher_is_set = false;
    }

    /// The weighted share of words that the left sentence has in common with `right` (Jaccard).
    pub(super) fn jaccard(&self, right: SentenceId) -> f64 {
        let (shared, _) = self.shared_words(right);
        let sides = &self.profiles.sides;
        let (left, right) = (sides.left.totals(self.left).words, sides.right.totals(right).words);
        share(shared, left + right - shared)
    }

    /// Weights of the shared words, and the squares of these.
    fn shared_words(&self, right: SentenceId) -> (u64, u64) {
        let round = self.left.index() as u32 + 1;
        let mut sums = (0, 0);
        for &word in self.profiles.sides.right.distinct.row(right) {
            if self.words[word.index()] == round {
                let weight = self.profiles.word_weight(word);
                sums.0 += weight;
                sums.1 += weight * weight;
            }
        }
        sums
    }

    fn shared_trigrams(&self, right: SentenceId) -> u64 {
        let round = self.left.index() as u32 + 1;
        let trigrams = self.profiles.sides.right.trigrams.row(right);
        let shared = trigrams.iter().filter(|&&trigram| self.trigrams[trigram as usize] == round);
        shared.map(|&trigram| self.profiles.trigram_weight(trigram)).sum()
    }

    /// How similar the left sentence and `right` are, if they share more than `least` of their words.
    pub(super) fn features(&mut self, right: SentenceId, least: f64) -> Option<Features> {
        let sides = &self.profiles.sides;
        let (a, b) = (sides.left.totals(self.left), sides.right.totals(right));
        let (shared, squares) = self.shared_words(right);
        let jaccard = share(shared, a.words + b.words - shared);
        if jaccard <= least {
            return None;
        }
        let trigrams = self.shared_trigrams(right);
        let (one, other) = (share(shared, a.words), share(shared, b.words));
        let (long, short) = {
            let (left, right) = (sides.left.words.row(self.left).len(), sides.right.words.row(right).len());
            (left.max(right), left.min(right))
        };
        let mut features = Features {
            cosine: squares as f64 / (a.squares as f64 * b.squares as f64).sqrt().max(1.0),
            jaccard,
            contained: one.max(other),
            containing: one.min(other),
            trigrams: share(2 * trigrams, a.trigrams + b.trigrams),
            trigrams_contained: share(trigrams, a.trigrams.min(b.trigrams)),
            lengths: short as f64 / long.max(1) as f64,
            ..Features::default()
        };
        if jaccard > WORTH_ORDER {
            let (subsequence, run) = self.order(right);
            features.subsequence_of_shorter = subsequence as f64 / short.clamp(1, LONGEST) as f64;
            features.subsequence_of_longer = subsequence as f64 / long.clamp(1, LONGEST) as f64;
            features.run = run as f64 / FULL_RUN as f64;
        }
        Some(features)
    }

    /// Longest common subsequence and run, in words.
    fn order(&mut self, right: SentenceId) -> (usize, usize) {
        let sides = &self.profiles.sides;
        if !self.matcher_is_set {
            self.matcher.set(head(sides.left.words.row(self.left)));
            self.matcher_is_set = true;
        }
        let other = head(sides.right.words.row(right));
        (self.matcher.common_subsequence(other), self.matcher.common_run(other, FULL_RUN))
    }
}

fn head(words: &[Key]) -> &[Key] {
    &words[..words.len().min(LONGEST)]
}

fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The features of every cell; cells in ascending order.
pub(super) fn features(profiles: &Profiles, cells: &[Cell], least: f64) -> Vec<(Cell, Features)> {
    let mut measure = Measure::new(profiles);
    let mut found = Vec::new();
    for row in cells.chunk_by(|one, other| one.left == other.left) {
        measure.set(row[0].left);
        found.extend(row.iter().filter_map(|&cell| Some((cell, measure.features(cell.right, least)?))));
    }
    found
}
