//! Where a review lies on one comparison.
//!
//! [`place`] looks for each remark by its words: first for a bead with just these
//! words on both sides, then for one where a side still reads the same, then for
//! one whose words are nearly the same. What is not found is orphaned. Invariant:
//! each remark of the review is either on one bead or orphaned, none is on two.

use std::collections::{BTreeMap, BTreeSet};

use super::pins::{NEARLY, find_pins, keys};
use super::{Entry, Passage, Remark, Review, Words, plain};
use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::text::{Pair, Side};
use crate::words::{Key, Vocabulary};

/// A review as it lies on one comparison.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Placed {
    /// The remarks by their bead.
    pub remarks: BTreeMap<BeadId, Remark>,
    /// The beads whose words were edited since the remark was made, in order: their verdict is to be given again.
    pub edited: Vec<BeadId>,
    /// The remarks whose words are in neither text any more.
    pub orphaned: Vec<Entry>,
    /// The pins of which a sentence is not found any more.
    pub lost_pins: Vec<Pair<Words>>,
    /// The words by which the remarks of each bead are kept; several where beads have become one.
    pub kept_as: BTreeMap<BeadId, Vec<Passage>>,
    /// The file the review is kept in; data for reports. None where there is none.
    pub file: Option<String>,
}

/// How far a review has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Progress {
    /// Beads with a difference and a verdict.
    pub seen: usize,
    /// Beads with a difference.
    pub of: usize,
}

/// Finds a review again in a comparison.
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
            let sentence = |id: &_| plain(side_of.slice(side_of.sentences.get(*id).span));
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
    /// What is said of a bead, if anything.
    pub fn remark(&self, bead: BeadId) -> Option<&Remark> {
        self.remarks.get(&bead)
    }

    /// Whether a bead waits for a verdict: it has none, or its words were edited since.
    pub fn is_open(&self, bead: BeadId) -> bool {
        self.remark(bead).is_none_or(|remark| remark.verdict.is_none()) || self.is_edited(bead)
    }

    /// Whether a bead's words were edited since the remark was made.
    pub fn is_edited(&self, bead: BeadId) -> bool {
        self.edited.binary_search(&bead).is_ok()
    }

    /// How many of the beads with a difference have a verdict.
    pub fn progress(&self, comparison: &Comparison) -> Progress {
        let beads: BTreeSet<BeadId> = comparison.differences.iter().map(|each| each.bead).collect();
        let seen = beads.iter().filter(|&&bead| !self.is_open(bead)).count();
        Progress { seen, of: beads.len() }
    }

    /// Adds a remark to a bead: the first verdict stands, all notes do.
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

/// The beads by the words of their sides, to find what was edited.
struct Index<'a> {
    passages: &'a [Passage],
    vocabulary: Vocabulary,
    /// The beads that have a word on a side, once for each time they have it.
    postings: Pair<BTreeMap<Key, Vec<BeadId>>>,
    /// How many words each bead has on each side.
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

    /// The bead that a passage was about before its words were edited: the one most
    /// alike; a bead that is taken only where a whole side still reads the same.
    fn find(&mut self, passage: &Passage, is_taken: impl Fn(BeadId) -> bool) -> Option<BeadId> {
        let mut alike: BTreeMap<BeadId, f64> = BTreeMap::new();
        for side in Side::BOTH {
            for (bead, share) in self.alike(passage, side) {
                *alike.entry(bead).or_default() += share;
            }
        }
        let mut best: Option<(BeadId, f64)> = None;
        for (bead, share) in alike {
            let reads_the_same = Side::BOTH.into_iter().any(|side| {
                passage.texts[side].is_some()
                    && passage.texts[side] == self.passages[bead.index()].texts[side]
            });
            let fits = reads_the_same || !is_taken(bead);
            if fits && best.is_none_or(|(_, most)| share > most) {
                best = Some((bead, share));
            }
        }
        best.map(|(bead, _)| bead)
    }

    /// The beads whose words on a side are nearly those of the passage, and how nearly, from 0 to 1.
    fn alike(&mut self, passage: &Passage, side: Side) -> Vec<(BeadId, f64)> {
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
