//! Longest common subsequence and longest common run of two sequences of words.
//!
//! Used by [`super::features`], which matches one sentence against many, and by
//! `difference::reuse`. Both lengths are independent of which sequence is set first.

use crate::words::Key;

/// One sequence of words, prepared to be matched against others.
///
/// Stores the positions of each distinct word twice: as a bit mask for the
/// subsequence (which compares 64 words at once) and as a linked list for runs.
pub(crate) struct Matcher {
    /// Per key: the slot of the word, valid if its stamp is the current round.
    slots: Vec<u32>,
    stamps: Vec<u32>,
    round: u32,
    len: usize,
    blocks: usize,
    /// `blocks` words of 64 bits for each slot.
    masks: Vec<u64>,
    /// Per slot: its last position. Per position: the one before it of the same word.
    last: Vec<u32>,
    before: Vec<u32>,
    row: Vec<u64>,
    /// Per position: the run that ends there, and the step at which it was seen.
    runs: Vec<(u32, u32)>,
}

const NOWHERE: u32 = u32::MAX;

impl Matcher {
    /// For words of a vocabulary of `words` entries.
    pub(crate) fn new(words: usize) -> Matcher {
        Matcher {
            slots: vec![0; words],
            stamps: vec![0; words],
            round: 0,
            len: 0,
            blocks: 0,
            masks: Vec::new(),
            last: Vec::new(),
            before: Vec::new(),
            row: Vec::new(),
            runs: Vec::new(),
        }
    }

    /// Sets the sequence that others are matched against.
    pub(crate) fn set(&mut self, words: &[Key]) {
        self.round += 1;
        self.len = words.len();
        self.blocks = words.len().div_ceil(64);
        self.masks.clear();
        self.last.clear();
        self.before.clear();
        for (position, &word) in words.iter().enumerate() {
            let index = word.index();
            if self.stamps[index] != self.round {
                self.stamps[index] = self.round;
                self.slots[index] = self.last.len() as u32;
                self.last.push(NOWHERE);
                self.masks.resize(self.masks.len() + self.blocks, 0);
            }
            let slot = self.slots[index] as usize;
            self.before.push(self.last[slot]);
            self.last[slot] = position as u32;
            self.masks[slot * self.blocks + position / 64] |= 1 << (position % 64);
        }
        self.runs.clear();
        self.runs.resize(words.len(), (0, 0));
    }

    fn slot(&self, word: Key) -> Option<usize> {
        (self.stamps[word.index()] == self.round).then(|| self.slots[word.index()] as usize)
    }

    /// The length in words of the longest subsequence shared with `other`
    /// (Hyyrö's bit-parallel form).
    pub(crate) fn common_subsequence(&mut self, other: &[Key]) -> usize {
        self.row.clear();
        self.row.resize(self.blocks, u64::MAX);
        for &word in other {
            let Some(slot) = self.slot(word) else { continue };
            let masks = &self.masks[slot * self.blocks..(slot + 1) * self.blocks];
            let mut carry = false;
            for (bits, &mask) in self.row.iter_mut().zip(masks) {
                let (sum, over) = bits.overflowing_add(*bits & mask);
                let (sum, over_again) = sum.overflowing_add(u64::from(carry));
                carry = over || over_again;
                *bits = sum | (*bits & !mask);
            }
        }
        let zeros: u32 = self.row.iter().map(|bits| bits.count_zeros()).sum();
        // bits past the end of the sequence are never in a mask and stay set
        zeros as usize
    }

    /// The length in words of the longest run shared with `other`, at most `cap`.
    pub(super) fn common_run(&mut self, other: &[Key], cap: usize) -> usize {
        let mut best = 0;
        self.runs.fill((0, 0));
        for (step, &word) in other.iter().enumerate() {
            let Some(slot) = self.slot(word) else { continue };
            let step = step as u32 + 1;
            let mut at = self.last[slot];
            // from the last position backward, so that the run before is still that of the step before
            while at != NOWHERE {
                let position = at as usize;
                let run = match position.checked_sub(1).map(|before| self.runs[before]) {
                    Some((run, seen)) if seen + 1 == step => run + 1,
                    _ => 1,
                };
                self.runs[position] = (run, step);
                best = best.max(run as usize);
                at = self.before[position];
            }
            if best >= cap {
                return cap;
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keys(words: &[u8]) -> Vec<Key> {
        words.iter().map(|&word| Key::new(word as usize)).collect()
    }

    fn both(left: &[u8], right: &[u8]) -> (usize, usize) {
        let mut matcher = Matcher::new(256);
        matcher.set(&keys(left));
        (matcher.common_subsequence(&keys(right)), matcher.common_run(&keys(right), usize::MAX))
    }

    /// The textbook table.
    fn slow(left: &[u8], right: &[u8]) -> (usize, usize) {
        let mut table = vec![vec![(0, 0); right.len() + 1]; left.len() + 1];
        let mut longest = 0;
        for i in 0..left.len() {
            for j in 0..right.len() {
                let same = left[i] == right[j];
                let run = if same { table[i][j].1 + 1 } else { 0 };
                let sequence =
                    if same { table[i][j].0 + 1 } else { table[i][j + 1].0.max(table[i + 1][j].0) };
                table[i + 1][j + 1] = (sequence, run);
                longest = longest.max(run);
            }
        }
        (table[left.len()][right.len()].0, longest)
    }

    #[test]
    fn subsequences_may_have_gaps_and_runs_may_not() {
        assert_eq!(both(b"abcdef", b"xabyef"), (4, 2));
        assert_eq!(both(b"", b"ab"), (0, 0));
        assert_eq!(both(b"ab", b""), (0, 0));
        assert_eq!(both(b"aaaa", b"aaa"), (3, 3));
    }

    proptest! {
        #[test]
        fn both_figures_are_those_of_the_table(
            left in prop::collection::vec(0u8..6, 0..150),
            right in prop::collection::vec(0u8..6, 0..150),
        ) {
            prop_assert_eq!(both(&left, &right), slow(&left, &right));
            prop_assert_eq!(both(&left, &right), both(&right, &left));
        }
    }
}
