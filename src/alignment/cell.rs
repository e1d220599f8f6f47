//! Pairs of sentences, and lists for each sentence.

use crate::sentence::SentenceId;
use crate::text::Pair;

/// A sentence of each side.
pub(super) type Cell = Pair<SentenceId>;

/// A ragged array: one list for each sentence of a side.
pub(super) struct Ragged<T> {
    items: Vec<T>,
    ends: Vec<u32>,
}

impl<T> Default for Ragged<T> {
    fn default() -> Ragged<T> {
        Ragged { items: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Ragged<T> {
    /// Adds the list of the next sentence.
    pub(super) fn push(&mut self, row: impl IntoIterator<Item = T>) {
        self.items.extend(row);
        self.ends.push(self.items.len() as u32);
    }

    /// The list of a sentence.
    pub(super) fn row(&self, id: SentenceId) -> &[T] {
        let start = id.index().checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.items[start..self.ends[id.index()] as usize]
    }

    /// The list of a sentence, mutable.
    pub(super) fn row_mut(&mut self, id: SentenceId) -> &mut [T] {
        let start = id.index().checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &mut self.items[start..self.ends[id.index()] as usize]
    }

    /// All lists as one.
    pub(super) fn items(&self) -> &[T] {
        &self.items
    }

    /// How many lists there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}
