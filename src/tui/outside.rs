//! What the screen asks of the rest of the program, and what it is answered.
//!
//! The screen never touches a disk: [`mod@super::update`] gives effects, the loop
//! hands them to an [`Outside`], and its answers come back as values.

use std::path::Path;
use std::time::Duration;

use super::aligned::Aligned;
use super::app::{ExportFormat, ExportReply, ExportRequest, Message};
use crate::comparison::{Comparison, Options};
use crate::export::Report;
use crate::review::Review;
use crate::settings::editor::Editor;
use crate::text::Side;
use crate::theme::{THEMES, Theme};

/// The rest of the program, as the screen sees it.
pub trait Outside {
    /// Writes an export.
    fn export(&mut self, report: &Report<'_>, request: &ExportRequest) -> ExportReply;

    /// Keeps the review, now.
    fn keep(&mut self, review: &Review) -> Kept {
        Kept { review: review.clone(), comparison: None, outcome: Outcome::Nowhere }
    }

    /// Takes how the articles are compared from now on: an editor chose another threshold.
    fn options_are(&mut self, options: Options) {
        let _ = options;
    }

    /// What other windows did to the review since it was last looked at; none where they did nothing.
    fn kept_elsewhere(&mut self) -> Option<Kept> {
        None
    }

    /// The theme of a name, or of a file.
    ///
    /// # Errors
    /// Where there is none, or something is wrong with it; why, in a full sentence.
    fn theme(&self, name: &str) -> Result<Theme, String> {
        Theme::by_name(name).ok_or_else(|| no_theme(name))
    }

    /// Reads both articles again and compares them; none where [`Outside::work`] will give it.
    ///
    /// # Errors
    /// Where one cannot be read; why, in a full sentence.
    fn reread(&mut self) -> Result<Option<Comparison>, String> {
        Err("only articles from files can be read again.".to_owned())
    }

    /// What has become of a comparison that is made behind the screen.
    fn work(&mut self) -> Work {
        Work::None
    }

    /// Starts to compare the articles anew behind the screen, where they are long enough for that.
    fn compare_behind(&mut self, options: Options) -> Behind {
        let _ = options;
        Behind::No
    }

    /// Waits for that comparison no longer.
    fn stop(&mut self) {}

    /// The sides whose files were edited since the last look.
    fn edited(&mut self) -> Vec<Side> {
        Vec::new()
    }

    /// The program that opens an article for editing.
    ///
    /// # Errors
    /// Where the article is no file, or there is no editor; why, in a full sentence.
    fn editor(&self, spot: Spot) -> Result<Editor, String> {
        let _ = spot;
        Err("Only articles from files can be edited.".to_owned())
    }

    /// Keeps the review in another file from now on.
    fn keep_in(&mut self, review: &Review, path: &Path) -> Kept {
        let _ = path;
        self.keep(review)
    }
}

/// What is said where no theme has that name.
pub fn no_theme(name: &str) -> String {
    let names: Vec<&str> = THEMES.iter().map(|(name, _)| *name).collect();
    format!("There is no theme “{name}”: {}, or one of your own.", names.join(", "))
}

/// Whether a comparison is made behind the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Behind {
    /// [`Outside::work`] will give it.
    Yes,
    /// It is quickly made: the screen makes it at once.
    No,
}

/// A comparison that is made behind the screen.
#[derive(Clone, Debug)]
pub enum Work {
    /// None is.
    None,
    /// It goes on, for so long by now.
    Busy(Duration),
    /// It is ready.
    Done(Box<Comparison>),
}

/// A place in an article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spot {
    /// The side.
    pub side: Side,
    /// The line of its file, from 1.
    pub line: usize,
}

/// An exporting function is all that a test needs of the outside world.
impl<F: FnMut(&Comparison, &ExportRequest) -> ExportReply> Outside for F {
    fn export(&mut self, report: &Report<'_>, request: &ExportRequest) -> ExportReply {
        self(report.comparison, request)
    }
}

/// What became of a review that was to be kept.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The review as it is now, with what another window did.
    pub review: Review,
    /// The comparison around its pins, where these are others now.
    pub comparison: Option<Comparison>,
    /// What to tell.
    pub outcome: Outcome,
}

/// How keeping a review went.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// There is no file: it is forgotten when the program ends.
    Nowhere,
    /// It is on the disk, in this file.
    Written(String),
    /// It is on the disk, together with what another window did.
    Merged {
        /// Remarks and pins of the other window that were taken over.
        taken: usize,
        /// Remarks and pins that both windows had touched.
        contested: usize,
    },
    /// It is not; why, in a full sentence.
    Failed(String),
}

/// What the screen opens with.
#[derive(Clone, Debug)]
pub struct Start {
    /// What is compared.
    pub comparison: Comparison,
    /// The review of it, as it was left.
    pub review: Resumed,
    /// Whether the texts are aligned.
    pub aligned: Aligned,
    /// The formats that it may be exported in.
    pub formats: Vec<ExportFormat>,
}

/// A review as it was left.
#[derive(Clone, Debug, Default)]
pub struct Resumed {
    /// The review so far.
    pub review: Review,
    /// The file it is kept in, for messages and reports.
    pub file: Option<String>,
    /// What to say at once.
    pub message: Option<Message>,
}
