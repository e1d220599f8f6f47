//! What the screen asks of the rest of the program, and the answers.
//!
//! The screen never touches a disk: [`mod@super::update`] returns an [`Effect`], the loop in
//! [`super::session`] hands it to a [`Host`], and the answers come back as values.

use std::path::{Path, PathBuf};
use std::time::Duration;

use super::preferences::Mouse;
use crate::comparison::{Comparison, Options};
use crate::export::Report;
use crate::output::Existing;
use crate::review::Review;
use crate::settings::editor::Editor;
use crate::text::Side;
use crate::theme::{THEMES, Theme};

/// The rest of the program, as the screen sees it.
pub trait Host {
    /// Writes an export.
    fn export(&mut self, report: &Report<'_>, request: &ExportRequest) -> ExportReply;

    /// Saves the review now: in this file from now on, or where it was before.
    fn keep(&mut self, review: &Review, path: Option<&Path>) -> Kept {
        let _ = path;
        Kept { review: review.clone(), comparison: None, outcome: Outcome::Nowhere }
    }

    /// What other windows did to the review since the last look; `None` if they did nothing.
    fn kept_elsewhere(&mut self) -> Option<Kept> {
        None
    }

    /// The theme of a name, or of a file.
    ///
    /// # Errors
    /// If there is none, or it is faulty; why, in a full sentence.
    fn theme(&self, name: &str) -> Result<Theme, String> {
        Theme::by_name(name).ok_or_else(|| no_theme(name))
    }

    /// Compares the articles again with other options; `None` if [`Host::poll`] will return the result.
    fn compare(&mut self, options: Options) -> Option<Comparison> {
        let _ = options;
        None
    }

    /// Reads both articles again and compares them; `None` if [`Host::poll`] will return the result.
    ///
    /// # Errors
    /// If one cannot be read; why, in a full sentence.
    fn reread(&mut self) -> Result<Option<Comparison>, String> {
        Err("only articles from files can be read again.".to_owned())
    }

    /// The state of the comparison in the background.
    fn poll(&mut self) -> BackgroundTask {
        BackgroundTask::None
    }

    /// Drops the comparison in the background.
    fn stop(&mut self) {}

    /// The sides whose files were edited since the last look.
    fn edited(&mut self) -> Vec<Side> {
        Vec::new()
    }

    /// The program that opens an article for editing.
    ///
    /// # Errors
    /// If the article is no file, or there is no editor; why, in a full sentence.
    fn editor(&self, at: FilePosition) -> Result<Editor, String> {
        let _ = at;
        Err("Only articles from files can be edited.".to_owned())
    }
}

/// The message for an unknown theme.
pub fn no_theme(name: &str) -> String {
    let names: Vec<&str> = THEMES.iter().map(|(name, _)| *name).collect();
    format!("There is no theme “{name}”: {}, or one of your own.", names.join(", "))
}

/// What an update asks of the rest of the program.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Nothing.
    None,
    /// End the program.
    Quit,
    /// Write an export, and answer with [`App::exported`](super::App::exported).
    Export(ExportRequest),
    /// Save the review, in this file from now on if there is one.
    Keep(Option<PathBuf>),
    /// Put this text into the clipboard.
    Copy(String),
    /// Use the theme of this name, or of this file.
    Theme(String),
    /// Capture the mouse, or leave it to the terminal.
    Mouse(Mouse),
    /// Compare the articles again with other options.
    Compare(Options),
    /// Stop waiting for the alignment.
    Stop,
    /// Read the articles again.
    Reload,
    /// Open an article in the user's editor, and read it again.
    Edit(FilePosition),
    /// Draw every cell again: something else wrote on the terminal.
    Redraw,
    /// Give the terminal back to the shell until it resumes the program.
    Suspend,
}

/// The comparison in the background.
#[derive(Clone, Debug)]
pub enum BackgroundTask {
    /// There is none.
    None,
    /// It has been running for this long.
    Running(Duration),
    /// It is done.
    Done(Box<Comparison>),
}

/// A line in the file of an article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FilePosition {
    /// The side.
    pub side: Side,
    /// The line of its file, from 1.
    pub line: usize,
}

/// A format that `x` offers; a row of the export registry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExportFormat {
    /// The name on the command line: `html`.
    pub name: &'static str,
    /// The extension of its files, without the stop.
    pub extension: &'static str,
    /// What it is for, in a few words.
    pub doc: &'static str,
}

/// An export that the editor asked for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExportRequest {
    /// The format, by its name in the registry.
    pub format: &'static str,
    /// The file to write.
    pub path: PathBuf,
    /// What to do if the file exists.
    pub existing: Existing,
}

/// The result of an export.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ExportReply {
    /// It was written.
    Written,
    /// A file is in the way.
    Exists,
    /// It was not written; why, in a full sentence.
    Failed(String),
}

/// The result of saving a review.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The review as it is now, with what another window did.
    pub review: Review,
    /// The comparison around its pins, if they changed.
    pub comparison: Option<Comparison>,
    /// What to say.
    pub outcome: Outcome,
}

/// How saving a review went.
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
    /// The saved review of it.
    pub review: Resumed,
    /// Whether the texts are aligned.
    pub aligned: Aligned,
    /// The formats that it may be exported in.
    pub formats: Vec<ExportFormat>,
}

/// A saved review.
#[derive(Clone, Debug, Default)]
pub struct Resumed {
    /// The review so far.
    pub review: Review,
    /// The file it is kept in, for messages and reports.
    pub file: Option<String>,
    /// What to say at once.
    pub message: Option<Message>,
}

/// Whether the texts on the screen are aligned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Aligned {
    /// They are, around the pins of the review.
    #[default]
    Done,
    /// The alignment has been running for this long.
    Busy(Duration),
    /// It was stopped.
    Stopped,
}

/// A message in the status line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Message {
    /// Something worked, or is worth knowing.
    Info(String),
    /// Something did not work.
    Warning(String),
}

impl Message {
    /// What it says.
    pub fn text(&self) -> &str {
        match self {
            Message::Info(text) | Message::Warning(text) => text,
        }
    }
}
