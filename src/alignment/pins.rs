//! What a reviewer decided by hand.

use crate::sentence::SentenceId;
use crate::text::Pair;

/// What the reviewer decided about pairs of sentences; it outweighs every score.
///
/// A pair in both lists stands together; sentences that the articles do not have are ignored.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pins {
    /// Pairs that stand in one bead, with nothing in it that was not pinned to it.
    pub together: Vec<Pair<SentenceId>>,
    /// Pairs that stand in no common bead.
    pub apart: Vec<Pair<SentenceId>>,
}
