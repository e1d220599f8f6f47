//! Shows the answers of the host: the saved review, exports, new comparisons.

use super::app::App;
use super::mode::{Confirm, Mode};
use crate::comparison::Comparison;
use crate::review::{Review, Step};
use crate::tui::{
    Action, Aligned, BackgroundTask, Effect, ExportReply, ExportRequest, Kept, Message, Outcome, Panel, Size,
    Start,
};

impl App {
    /// The first screen, with the saved review.
    pub fn start(start: Start, size: Size) -> App {
        let mut app = App::new(start.comparison, size);
        app.aligned = start.aligned;
        app.review.review = start.review;
        app.review.placed.file = start.file;
        app.review.place_on(&app.comparison);
        app.status.message = start.message;
        // the review has no positions before the alignment
        if app.status.message.is_none() && app.aligned == Aligned::Done {
            app.announce_review();
        }
        app.view.lines.clear();
        app
    }

    /// Reports the state of the saved review.
    fn announce_review(&mut self) {
        if self.review.review.is_empty() {
            return;
        }
        let progress = self.review.progress(&self.comparison);
        let progress = progress.map(|progress| format!(": {progress}")).unwrap_or_default();
        let list = self.key(Action::Open(Panel::Notes));
        let orphaned = match self.review.placed.orphaned.len() + self.review.placed.lost_pins.len() {
            0 => String::new(),
            1 => format!(" 1 entry has lost its sentence; {list} lists it"),
            more => format!(" {more} entries have lost their sentences; {list} lists them"),
        };
        self.info(format!("Review resumed{progress}.{orphaned}"));
    }

    /// Applies a step, adds it to the history and saves the review.
    pub(crate) fn act(&mut self, step: Step) -> Effect {
        if step.is_empty() {
            return Effect::None;
        }
        let Some(after) = step.apply(&self.review.review) else { return Effect::None };
        self.review.history.did(step);
        self.put(after)
    }

    /// Replaces the review and saves it.
    pub(crate) fn put(&mut self, review: Review) -> Effect {
        self.place_review(review);
        Effect::Keep(None)
    }

    fn place_review(&mut self, review: Review) {
        self.review.review = review;
        self.review.place_on(&self.comparison);
        self.view.lines.clear();
        self.reveal_cursor();
    }

    /// Shows the result of saving the review.
    pub fn kept(&mut self, kept: Kept) {
        let Kept { review, comparison, outcome } = kept;
        if let Some(comparison) = comparison {
            self.review.review = review;
            self.show(comparison);
        } else if review != self.review.review {
            self.place_review(review);
        }
        self.review.trouble = None;
        match outcome {
            Outcome::Nowhere => {}
            Outcome::Written(file) => self.review.placed.file = Some(file),
            Outcome::Merged { taken, contested } => self.info(merged(taken, contested)),
            Outcome::Failed(why) => {
                self.warn(format!("Not saved: {why}"));
                self.review.trouble = Some(why);
            }
        }
    }

    /// Shows the result of an export.
    pub fn exported(&mut self, request: ExportRequest, reply: ExportReply) {
        match reply {
            ExportReply::Written => self.info(format!("Written to {}.", request.path.display())),
            ExportReply::Exists => self.mode = Mode::Confirm(Confirm::Overwrite(request)),
            ExportReply::Failed(why) => self.warn(why),
        }
    }

    /// Shows the reloaded articles, or why they cannot be read.
    pub(crate) fn reread(&mut self, reread: Result<Option<Comparison>, String>) {
        match reread {
            // the result follows from `poll`
            Ok(None) => {}
            Ok(Some(comparison)) => {
                let same = comparison == self.comparison;
                self.show(comparison);
                self.info(if same { "No changes." } else { "Compared again." });
            }
            Err(why) => self.warn(format!("Not reloaded: {why}")),
        }
    }

    /// Shows the state of the comparison in the background.
    pub(crate) fn poll(&mut self, task: BackgroundTask) {
        match task {
            BackgroundTask::None => {}
            BackgroundTask::Running(elapsed) => self.aligned = Aligned::Busy(elapsed),
            BackgroundTask::Done(comparison) => self.take_aligned(*comparison),
        }
    }

    fn take_aligned(&mut self, comparison: Comparison) {
        self.aligned = Aligned::Done;
        // texts that were never aligned have no counts
        let was_aligned = self.comparison.summary.beads.iter().any(|&count| count > 0);
        self.show(comparison);
        if was_aligned {
            if self.status.message.is_none() {
                self.info("Compared again.");
            }
        } else if matches!(self.status.message, Some(Message::Warning(_))) {
            // keep the warning about the review
        } else if !self.review.review.is_empty() {
            self.announce_review();
        } else if !self.status.names_keys {
            self.info("Aligned.");
        }
    }
}

fn merged(taken: usize, contested: usize) -> String {
    let taken = match taken {
        0 => None,
        1 => Some("Added 1 entry from another window.".to_owned()),
        more => Some(format!("Added {more} entries from another window.")),
    };
    let contested = match contested {
        0 => None,
        1 => Some("Another window judged this, too: its verdict is in the note.".to_owned()),
        more => Some(format!("Another window judged {more} of these, too: its verdicts are in the notes.")),
    };
    [contested, taken].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
