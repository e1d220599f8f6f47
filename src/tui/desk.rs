//! The editor's desk: the review on the screen, what was done to it, what is half done.
//!
//! Stands between the commands, which give [`Step`]s, and the loop, which has each
//! new review kept at once. Invariant: [`Desk::placed`] is always the review as it
//! lies on the comparison that is shown.

use std::collections::BTreeMap;

use super::aligned::Aligned;
use super::app::{App, Effect, Message, Mode};
use super::items::RowId;
use super::layout::Size;
use super::outside::{Kept, Outcome, Resumed, Start};
use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::review::{History, Passage, Placed, Review, Step, passages, place};
use crate::text::Side;

/// The review on the screen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Desk {
    pub(crate) review: Review,
    /// Where it lies on the comparison.
    pub(crate) placed: Placed,
    pub(crate) history: History,
    /// The sentences that wait for their counterpart.
    pub(crate) anchor: Option<Anchor>,
    /// Notes that were left without being taken, by the words they were typed for.
    pub(crate) drafts: BTreeMap<Passage, String>,
    /// Why the review is not on the disk; none where it is, or nothing was done.
    pub(crate) trouble: Option<String>,
}

/// One end of a pin to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Anchor {
    pub(crate) bead: BeadId,
    pub(crate) side: Side,
}

impl Desk {
    /// Finds the review again: the comparison or the review is another now.
    pub(crate) fn lay_on(&mut self, comparison: &Comparison) {
        let file = self.placed.file.take();
        self.placed = Placed { file, ..place(&self.review, comparison) };
    }
}

impl App {
    /// The first screen, with the review as it was left.
    pub fn start(start: Start, size: Size) -> App {
        let mut app = App::new(start.comparison, size, start.formats);
        app.aligned = start.aligned;
        app.with_review(start.review)
    }

    /// Takes up the review as it was left.
    #[must_use]
    pub fn with_review(mut self, start: Resumed) -> App {
        self.desk.review = start.review;
        self.desk.placed.file = start.file;
        self.desk.lay_on(&self.comparison);
        self.message = start.message;
        // what is not aligned has no place for the review
        if self.message.is_none() && self.aligned == Aligned::Done {
            self.tell_review();
        }
        self.wrapped.forget();
        self
    }

    /// Tells what was found again of the review.
    pub(crate) fn tell_review(&mut self) {
        if !self.desk.review.is_empty() {
            let orphaned = self.desk.placed.orphaned.len() + self.desk.placed.lost_pins.len();
            self.message = Some(Message::Info(taken_up(self.progress(), orphaned, &self.key("notes"))));
        }
    }

    /// Takes what became of the review.
    pub fn kept(&mut self, kept: Kept) {
        let Kept { review, comparison, outcome } = kept;
        if let Some(comparison) = comparison {
            // placed on what is shown from now on
            self.desk.review = review;
            self.show(comparison);
        } else if review != self.desk.review {
            self.desk.review = review;
            self.desk.lay_on(&self.comparison);
        }
        self.wrapped.forget();
        self.reveal_cursor();
        self.revalidate();
        self.desk.trouble = None;
        match outcome {
            Outcome::Nowhere => {}
            Outcome::Written(file) => self.desk.placed.file = Some(file),
            Outcome::Merged { taken, contested } => self.info(merged(taken, contested)),
            Outcome::Failed(why) => {
                self.warn(format!("Not saved: {why}"));
                self.desk.trouble = Some(why);
            }
        }
    }

    /// Whether what another window did may be shown now: nothing is half typed, and nothing is unsaved.
    pub(crate) fn is_at_rest(&self) -> bool {
        matches!(self.mode, Mode::Reading) && self.pending.is_none() && self.desk.trouble.is_none()
    }

    /// Why the review is not on the disk, where it is not.
    pub fn unsaved(&self) -> Option<&str> {
        self.desk.trouble.as_deref()
    }

    /// The review as it lies on the comparison.
    pub fn review(&self) -> &Placed {
        &self.desk.placed
    }

    /// Does a step, remembers it and has it kept.
    pub(crate) fn act(&mut self, step: Step) -> Effect {
        if step.is_empty() {
            return Effect::None;
        }
        let Some(after) = step.apply(&self.desk.review) else { return Effect::None };
        self.desk.history.did(step);
        self.put(after)
    }

    /// Takes another review and has it kept.
    pub(crate) fn put(&mut self, review: Review) -> Effect {
        self.desk.review = review;
        self.desk.lay_on(&self.comparison);
        self.wrapped.forget();
        self.reveal_cursor();
        Effect::Keep
    }

    /// The bead that a verdict, a note or a pin is for; none on a fold.
    pub(crate) fn judged(&self) -> Option<BeadId> {
        if self.items.is_empty() {
            return None;
        }
        match self.items.get(self.selected()) {
            super::items::Item::Row(_) => self.bead(),
            super::items::Item::Fold(_) => None,
        }
    }

    /// The words by which what is said of a bead is kept.
    pub(crate) fn passage(&self, bead: BeadId) -> Passage {
        passages(&self.comparison).into_iter().nth(bead.index()).unwrap_or_default()
    }

    /// Leaves the pad, if it is open; what was typed is offered again at the same words.
    pub(crate) fn leave_pad(&mut self) {
        let Mode::Noting(bead, pad) = &self.mode else { return };
        let said =
            self.desk.placed.remark(*bead).and_then(|remark| remark.note.as_deref()).unwrap_or_default();
        if pad.text() != said && !pad.text().trim().is_empty() {
            let (passage, text) = (self.passage(*bead), pad.text().to_owned());
            self.desk.drafts.insert(passage, text);
            self.info(format!("The note was not taken; {} on this row goes on with it.", self.key("note")));
        }
        self.mode = Mode::Reading;
    }

    /// The first key that calls a command, as messages name it.
    pub(crate) fn key(&self, command: &str) -> String {
        self.keymap.names(command).into_iter().next().unwrap_or_else(|| command.to_owned())
    }

    /// `seen 12/40`; none before anything was said.
    pub(crate) fn progress(&self) -> Option<String> {
        if self.desk.placed.remarks.is_empty() {
            return None;
        }
        let progress = self.desk.placed.progress(&self.comparison);
        Some(format!("seen {}/{}", progress.seen, progress.of))
    }

    /// The note under a row; once for each bead.
    pub(crate) fn note_of(&self, row: RowId) -> Option<&str> {
        let row = self.row(row);
        if !row.carries_note() {
            return None;
        }
        self.desk.placed.remark(row.bead)?.note.as_deref()
    }
}

fn taken_up(progress: Option<String>, orphaned: usize, list: &str) -> String {
    let progress = progress.map(|progress| format!(": {progress}")).unwrap_or_default();
    let orphaned = match orphaned {
        0 => String::new(),
        1 => format!(" 1 entry has lost its sentence: {list}"),
        more => format!(" {more} entries have lost their sentence: {list}"),
    };
    format!("Review taken up again{progress}.{orphaned}")
}

fn merged(taken: usize, contested: usize) -> String {
    let taken = match taken {
        0 => None,
        1 => Some("1 entry of another window was taken over.".to_owned()),
        more => Some(format!("{more} entries of another window were taken over.")),
    };
    let contested = match contested {
        0 => None,
        1 => Some("Another window judged this, too: what it said is in the note.".to_owned()),
        more => Some(format!("Another window judged {more} of these, too: what it said is in their notes.")),
    };
    [contested, taken].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
