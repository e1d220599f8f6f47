//! Where runs of words are in a text, and which stretches of it share the most runs with a quotation.
//!
//! Most of two articles is never compared: a quotation is aligned only with the windows found here. The
//! sizes of the windows limit the work; half or twice of each finds the same links.

use std::cmp::Reverse;
use std::ops::Range;

use crate::words::Key;

use super::units::Unit;

/// The runs of words of a text.
#[derive(Debug)]
pub(super) struct Index {
    /// The runs, each [`packed`], in order: those that begin with the same one or two words
    /// are next to each other, too.
    runs: Vec<u128>,
    /// For runs of one, two and three words: the places of `runs`, in the order of the text
    /// among those that begin with the same words.
    places: [Vec<u32>; LONGEST],
}

/// The longest run in the index.
const LONGEST: usize = 3;
/// The most places of one run that are looked at; a run with more says nothing.
const PLACES: usize = 48;
/// The most windows of one quotation that are aligned.
const WINDOWS: usize = 6;
/// The most words of a quotation that is compared as a whole with any other. A speech may have more.
const WHOLE: usize = 2000;
/// How many times longer than the other one a quotation is that is compared in part.
const TIMES: usize = 4;
/// The most required words of a quotation of which a single word is looked up: with an edit in the
/// middle, it may share no run of two.
const SINGLE: usize = 8;

/// Three words in a row and where they begin, as one number that sorts by the words,
/// then by the place: 32 bits for each, zeros for words after the end.
pub(super) fn packed(run: [Option<Key>; LONGEST], place: usize) -> u128 {
    let words = run.iter().fold(0, |words, key| words << 32 | key.map_or(0, |key| key.index() as u128 + 1));
    words << 32 | place as u128
}

/// How many bits of a packed run follow its first `length` words.
fn others(length: usize) -> usize {
    32 * (LONGEST - length + 1)
}

impl Index {
    /// Makes the index of the words of an article, or of a quotation.
    pub(super) fn of(units: &[Unit]) -> Index {
        let key = |at: usize| units.get(at).map(|unit| unit.key);
        let run = |at: usize| packed(std::array::from_fn(|n| key(at + n)), at);
        let mut runs: Vec<u128> = (0..units.len()).map(run).collect();
        runs.sort_unstable();
        let places = std::array::from_fn(|n| {
            let same = runs.chunk_by(|one, next| (one ^ next) >> others(n + 1) == 0);
            let sorted = |same: &[u128]| {
                let mut places: Vec<u32> = same.iter().map(|run| *run as u32).collect();
                places.sort_unstable();
                places
            };
            same.flat_map(sorted).collect()
        });
        Index { runs, places }
    }

    /// The index of a quotation that is compared in part with shorter ones: a conversion that lost
    /// its closing marks leaves a whole article in one quotation, and each of the other article's is in it.
    pub(super) fn of_long(units: &[Unit]) -> Option<Index> {
        (units.len() > WHOLE).then(|| Index::of(units))
    }

    /// The places of the run's first `length` words, in the order of the text.
    fn places(&self, run: [Option<Key>; LONGEST], length: usize) -> &[u32] {
        let begin = |entry: u128| entry >> others(length);
        let first = begin(packed(run, 0));
        let from = self.runs.partition_point(|entry| begin(*entry) < first);
        let to = self.runs.partition_point(|entry| begin(*entry) <= first);
        &self.places[length - 1][from..to]
    }

    /// The places in a long quotation of the words around those that share the most runs with
    /// another one, in order; none where the other is too long for that. Only runs that begin with
    /// a free word count.
    pub(super) fn near(&self, units: &[Unit], is_free: impl Fn(usize) -> bool) -> Option<Vec<usize>> {
        if units.len().saturating_mul(TIMES) > self.runs.len() {
            return None;
        }
        let mut places: Vec<usize> = self.windows(units, is_free).into_iter().flatten().collect();
        places.sort_unstable();
        places.dedup();
        Some(places)
    }

    /// The stretches of the text that share the most runs with the quotation.
    pub(super) fn windows(&self, units: &[Unit], is_free: impl Fn(usize) -> bool) -> Vec<Range<usize>> {
        let required: Vec<usize> = (0..units.len()).filter(|n| units[*n].is_required()).collect();
        let length = match required.len() {
            0 => return Vec::new(),
            1 => 1,
            2..=4 => 2,
            _ => LONGEST,
        };
        let least = if required.len() <= SINGLE { 1 } else { LONGEST };
        let hits = |length: usize| {
            let mut hits = self.hits(units, &required, length);
            hits.retain(|(place, _)| is_free(*place));
            hits
        };
        let found = (least..=length).rev().map(hits).find(|hits| !hits.is_empty()).unwrap_or_default();
        let reach = units.len() + units.len() / 2 + 24;
        let mut ranges: Vec<(usize, usize, usize)> = Vec::new();
        let mut from = 0;
        for (to, (place, _)) in found.iter().enumerate() {
            while found[from].0 + reach < *place {
                from += 1;
            }
            ranges.push((to + 1 - from, from, to));
        }
        ranges.sort_unstable_by_key(|(count, from, _)| (Reverse(*count), *from));
        let mut chosen: Vec<Range<usize>> = Vec::new();
        for (_, from, to) in ranges {
            let (head, tail) = (found[from], found[to]);
            let start = head.0.saturating_sub(head.1 + 8);
            let end = self.runs.len().min(tail.0 + (units.len() - tail.1) + 16);
            if chosen.len() < WINDOWS
                && chosen.iter().all(|range| range.end <= head.0 || tail.0 < range.start)
            {
                chosen.push(start..end);
            }
        }
        chosen
    }

    /// Where runs of the quotation are in the text, with the word each begins at; in the order of the text.
    fn hits(&self, units: &[Unit], required: &[usize], length: usize) -> Vec<(usize, usize)> {
        let mut hits = Vec::new();
        for at in required.windows(length).filter(|at| length > 1 || units[at[0]].is_content()) {
            let run = std::array::from_fn(|n| at.get(n).map(|n| units[*n].key));
            let here = self.places(run, length);
            if here.len() <= PLACES {
                hits.extend(here.iter().map(|place| (*place as usize, at[0])));
            }
        }
        hits.sort_unstable();
        hits
    }
}
