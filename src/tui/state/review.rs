//! The state of the review: verdicts, notes, pins and drafts.
//!
//! Invariant: [`ReviewState::placed`] matches the comparison on the screen.

use std::collections::BTreeMap;

use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::review::{History, Passage, Placed, Review, place};
use crate::text::Side;

/// The state of the review.
#[derive(Clone, Debug, Default)]
pub(crate) struct ReviewState {
    pub(crate) review: Review,
    /// Its entries with their beads.
    pub(crate) placed: Placed,
    pub(crate) history: History,
    /// The sentence that waits for its counterpart.
    pub(crate) anchor: Option<Anchor>,
    /// Unfinished notes, by their passages.
    pub(crate) drafts: BTreeMap<Passage, String>,
    /// Why the review could not be saved; `None` if there is no problem.
    pub(crate) trouble: Option<String>,
}

/// The marked sentence: one end of a future pin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Anchor {
    pub(crate) bead: BeadId,
    pub(crate) side: Side,
}

impl ReviewState {
    /// Finds the beads of all entries, because the comparison or the review changed.
    pub(crate) fn place_on(&mut self, comparison: &Comparison) {
        let file = self.placed.file.take();
        self.placed = Placed { file, ..place(&self.review, comparison) };
    }

    /// `seen 12/40`; `None` without any remark.
    pub(crate) fn progress(&self, comparison: &Comparison) -> Option<String> {
        if self.placed.remarks.is_empty() {
            return None;
        }
        let progress = self.placed.progress(comparison);
        Some(format!("seen {}/{}", progress.seen, progress.of))
    }
}
