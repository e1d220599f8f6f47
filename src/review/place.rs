//! A review in one comparison.
//!
//! [`place`] searches for each remark by its words: first a bead with exactly these words on both
//! sides, then one where a side is unchanged, then one with nearly the same words. A remark that is
//! not found is orphaned. Invariant: each remark is on exactly one bead or orphaned.

use std::collections::{BTreeMap, BTreeSet};

use super::pins::{NEARLY, find_pins, keys};
use super::{Entry, Passage, Remark, Review, Words};
use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::text::{Pair, Side, one_line};
use crate::words::{Key, Vocabulary};

/// A review in one comparison.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Placed {
    /// The remarks by their bead.
    pub remarks: BTreeMap<BeadId, Remark>,
    /// The beads whose words were edited after the remark, in order; they need a new verdict.
    pub edited: Vec<BeadId>,
    /// The remarks whose words are in neither text any more.
    pub orphaned: Vec<Entry>,
    /// The pins with a missing sentence.
    pub lost_pins: Vec<Pair<Words>>,
    /// The words that identify the remarks of each bead; several if beads were joined.
    pub kept_as: BTreeMap<BeadId, Vec<Passage>>,
    /// The review file, for reports.
    pub file: Option<String>,
}

/// The progress of a review.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Progress {
    /// Beads with a difference and a verdict.
    pub seen: usize,
    /// Beads with a difference.
    pub of: usize,
}

/// Finds a review in a comparison.
pub fn place(review: &Review, comparison: &Comparison) -> Placed {
    let passages = passages(comparison);
    let beads: BTreeMap<&Passage, BeadId> =
        passages.iter().enumerate().map(|(index, passage)| (passage, BeadId::new(index))).collect();
    let mut placed = Placed::default();
    let mut lost = Vec::new();
    for (passage, remark) in &review.remarks {
        match beads.get(passage) {
            Some(&bead) => placed.add(bead, passage, remark),
            None => lost.push((passage, remark)),
        }
    }
    if !lost.is_empty() {
        let language = comparison.vocabulary.language();
        let mut index = Index::new(&passages, Vocabulary::of(language));
        for (passage, remark) in lost {
            match index.find(passage, |bead| placed.remarks.contains_key(&bead)) {
                Some(bead) => {
                    placed.add(bead, passage, remark);
                    placed.edited.push(bead);
                }
                None => {
                    placed.orphaned.push(Entry { texts: passage.texts.clone(), remark: remark.clone() });
                }
            }
        }
        placed.edited.sort_unstable();
        placed.edited.dedup();
    }
    placed.lost_pins = find_pins(review, comparison.sides()).lost;
    placed
}

/// The words of each bead, in the order of the beads.
pub fn passages(comparison: &Comparison) -> Vec<Passage> {
    let mut seen: BTreeMap<Pair<Option<String>>, usize> = BTreeMap::new();
    let beads = comparison.alignment.beads.iter();
    let passage = |bead: &crate::alignment::Bead| {
        let texts = Pair::from_fn(|side| {
            let side_of = &comparison.sides[side];
            let sentence = |id: &_| one_line(side_of.slice(side_of.sentences.get(*id).span));
            let sentences: Vec<String> = bead.sentences[side].iter().map(sentence).collect();
            (!sentences.is_empty()).then(|| sentences.join(" "))
        });
        let count = seen.entry(texts.clone()).or_default();
        let nth = *count;
        *count += 1;
        Passage { texts, nth }
    };
    beads.map(passage).collect()
}

impl Placed {
    /// The remark on a bead.
    pub fn remark(&self, bead: BeadId) -> Option<&Remark> {
        self.remarks.get(&bead)
    }

    /// Whether a bead needs a verdict: it has none, or its words were edited since.
    pub fn is_open(&self, bead: BeadId) -> bool {
        self.remark(bead).is_none_or(|remark| remark.verdict.is_none()) || self.is_edited(bead)
    }

    /// Whether the words of a bead were edited after the remark.
    pub fn is_edited(&self, bead: BeadId) -> bool {
        self.edited.binary_search(&bead).is_ok()
    }

    /// How many of the beads with a difference have a verdict.
    pub fn progress(&self, comparison: &Comparison) -> Progress {
        let beads: BTreeSet<BeadId> = comparison.differences.iter().map(|each| each.bead).collect();
        let seen = beads.iter().filter(|&&bead| !self.is_open(bead)).count();
        Progress { seen, of: beads.len() }
    }

    /// Adds a remark to a bead: keeps the first verdict and all notes.
    fn add(&mut self, bead: BeadId, passage: &Passage, remark: &Remark) {
        let here = self.remarks.entry(bead).or_default();
        here.verdict = here.verdict.or(remark.verdict);
        here.note = match (here.note.take(), &remark.note) {
            (Some(first), Some(second)) => Some(format!("{first}\n{second}")),
            (first, second) => first.or_else(|| second.clone()),
        };
        self.kept_as.entry(bead).or_default().push(passage.clone());
    }
}

/// The beads by the words of their sides, to find edited ones.
struct Index<'a> {
    passages: &'a [Passage],
    vocabulary: Vocabulary,
    /// The beads that contain a word on a side, once for each occurrence.
    postings: Pair<BTreeMap<Key, Vec<BeadId>>>,
    /// The number of words of each bead on each side.
    lengths: Vec<Pair<usize>>,
}

impl<'a> Index<'a> {
    fn new(passages: &'a [Passage], vocabulary: Vocabulary) -> Index<'a> {
        let mut index = Index {
            passages,
            vocabulary,
            postings: Pair::default(),
            lengths: vec![Pair::default(); passages.len()],
        };
        for (at, passage) in passages.iter().enumerate() {
            for (side, text) in passage.texts.as_ref().sides() {
                let Some(text) = text else { continue };
                let words = keys(text, &mut index.vocabulary);
                index.lengths[at][side] = words.len();
                for key in words {
                    index.postings[side].entry(key).or_default().push(BeadId::new(at));
                }
            }
        }
        index
    }

    /// The bead of a passage whose words were edited: the most similar one. A bead with another remark matches
    /// only if a whole side is unchanged.
    fn find(&mut self, passage: &Passage, is_taken: impl Fn(BeadId) -> bool) -> Option<BeadId> {
        let mut shares: BTreeMap<BeadId, f64> = BTreeMap::new();
        for side in Side::BOTH {
            for (bead, share) in self.shares(passage, side) {
                *shares.entry(bead).or_default() += share;
            }
        }
        let mut best: Option<(BeadId, f64)> = None;
        for (bead, share) in shares {
            let is_unchanged = Side::BOTH.into_iter().any(|side| {
                passage.texts[side].is_some()
                    && passage.texts[side] == self.passages[bead.index()].texts[side]
            });
            if (is_unchanged || !is_taken(bead)) && best.is_none_or(|(_, most)| share > most) {
                best = Some((bead, share));
            }
        }
        best.map(|(bead, _)| bead)
    }

    /// The beads with nearly the words of the passage on a side, and the share of common words.
    fn shares(&mut self, passage: &Passage, side: Side) -> Vec<(BeadId, f64)> {
        let Some(text) = &passage.texts[side] else { return Vec::new() };
        let words = keys(text, &mut self.vocabulary);
        let mut shared: BTreeMap<BeadId, usize> = BTreeMap::new();
        let mut count = 0;
        for (at, key) in words.iter().enumerate() {
            // a word that the passage has three times is shared three times at most
            count = if at > 0 && words[at - 1] == *key { count + 1 } else { 0 };
            let Some(beads) = self.postings[side].get(key) else { continue };
            let mut before = (BeadId::new(0), 0);
            for (nth, &bead) in beads.iter().enumerate() {
                before = if nth > 0 && before.0 == bead { (bead, before.1 + 1) } else { (bead, 0) };
                if before.1 == count {
                    *shared.entry(bead).or_default() += 1;
                }
            }
        }
        let share = |(bead, shared): (BeadId, usize)| {
            (bead, shared as f64 / words.len().max(self.lengths[bead.index()][side]) as f64)
        };
        shared.into_iter().map(share).filter(|(_, share)| *share >= NEARLY).collect()
    }
}
