//! The review on the screen: verdicts, notes and pins, and what is unfinished.
//!
//! Invariant: [`ReviewState::placed`] is always the review as it lies on the comparison that is shown.

use std::collections::BTreeMap;

use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::review::{History, Passage, Placed, Review, place};
use crate::text::Side;

/// The review on the screen.
#[derive(Clone, Debug, Default)]
pub(crate) struct ReviewState {
    pub(crate) review: Review,
    /// Where its entries are in the comparison.
    pub(crate) placed: Placed,
    pub(crate) history: History,
    /// The sentences that wait for their counterpart.
    pub(crate) anchor: Option<Anchor>,
    /// Unfinished notes, by the passage they were typed for.
    pub(crate) drafts: BTreeMap<Passage, String>,
    /// Why the review is not on the disk; `None` if it is, or nothing was done.
    pub(crate) trouble: Option<String>,
}

/// One end of a future pin.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Anchor {
    pub(crate) bead: BeadId,
    pub(crate) side: Side,
}

impl ReviewState {
    /// Finds all entries again: the comparison or the review changed.
    pub(crate) fn place_on(&mut self, comparison: &Comparison) {
        let file = self.placed.file.take();
        self.placed = Placed { file, ..place(&self.review, comparison) };
    }

    /// `seen 12/40`; `None` before anything was said.
    pub(crate) fn progress(&self, comparison: &Comparison) -> Option<String> {
        if self.placed.remarks.is_empty() {
            return None;
        }
        let progress = self.placed.progress(comparison);
        Some(format!("seen {}/{}", progress.seen, progress.of))
    }
}
