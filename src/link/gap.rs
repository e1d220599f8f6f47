//! What differs between two quotations at one place.

use crate::quotation::Alarm;
use crate::text::Pair;

use super::units::Unit;

/// Words of both sides between two matches, or at an end.
#[derive(Clone, Debug)]
pub(super) struct Gap {
    /// The required words that differ.
    pub(super) words: Pair<Vec<Unit>>,
    /// On which sides words of the middle may be missing without a sign of it.
    pub(super) silent: Pair<bool>,
    /// How many matches precede it.
    pub(super) at: usize,
    /// How many sentences begin on both sides before it.
    pub(super) sentence: usize,
    /// Whether it is what one side has openly and the other has not.
    pub(super) is_end: bool,
    /// Whether it is whole sentences of one side.
    pub(super) is_sentence: bool,
    /// What its loss turns, where it is the end of one side alone.
    pub(super) alarms: Vec<Alarm>,
}

/// The most words of a gap in which a lost *not* or another *may* is sure to be one: in a passage written
/// anew, single words no longer answer each other.
const LOCAL: usize = 10;

impl Gap {
    /// Whether it has so few words that they answer each other.
    pub(super) fn is_local(&self) -> bool {
        self.words.left.len().max(self.words.right.len()) <= LOCAL
    }
}
