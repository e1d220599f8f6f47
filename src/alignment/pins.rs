//! What a reviewer decided by hand.

use crate::sentence::SentenceId;
use crate::text::Pair;

/// The reviewer's decisions about pairs of sentences. They override every score.
///
/// *Together* wins for a pair in both lists. Sentences that the articles do not have are ignored.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pins {
    /// Pairs in one bead, which contains only sentences that were pinned together.
    pub together: Vec<Pair<SentenceId>>,
    /// Pairs in different beads.
    pub apart: Vec<Pair<SentenceId>>,
}
