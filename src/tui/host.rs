//! The interface between the screen and the rest of the program.
//!
//! The screen does no input or output: [`mod@super::update`] returns an [`Effect`], the loop in
//! [`super::session`] calls the [`Host`] and passes its answers back as values.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::Keymap;
use crate::comparison::{Comparison, Options};
use crate::export::Report;
use crate::options::{Mouse, Reload};
use crate::output::Existing;
use crate::review::Review;
use crate::text::Side;
use crate::theme::{THEMES, Theme};

/// Display settings. They never change the comparison.
#[derive(Clone, Debug, Default)]
pub struct Preferences {
    /// The theme, with the colors of the terminal.
    pub theme: Theme,
    /// The keys of commands.
    pub keymap: Keymap,
    /// Whether the mouse works.
    pub mouse: Mouse,
    /// What to do when an article is edited while it is shown.
    pub reload: Reload,
}

/// The rest of the program, as the screen sees it.
pub trait Host {
    /// Writes an export.
    fn export(&mut self, report: &Report<'_>, request: &ExportRequest) -> ExportReply;

    /// Saves the review; with a path, in that file from now on.
    fn keep(&mut self, review: &Review, _path: Option<&Path>) -> Kept {
        Kept { review: review.clone(), comparison: None, outcome: Outcome::Nowhere }
    }

    /// The review with the changes of other windows since the last call; `None` without any.
    fn kept_elsewhere(&mut self) -> Option<Kept> {
        None
    }

    /// A theme by its name or file.
    ///
    /// # Errors
    /// If it does not exist or is invalid; a full sentence.
    fn theme(&self, name: &str) -> Result<Theme, String> {
        Theme::by_name(name).ok_or_else(|| no_theme(name))
    }

    /// Compares the articles again with other options; `None` if [`Host::poll`] will return the result.
    fn compare(&mut self, _options: Options) -> Option<Comparison> {
        None
    }

    /// Reloads both articles and compares them; `None` if [`Host::poll`] will return the result.
    ///
    /// # Errors
    /// If one cannot be read; a full sentence.
    fn reread(&mut self) -> Result<Option<Comparison>, String> {
        Err("only articles from files can be reloaded.".to_owned())
    }

    /// The state of the comparison in the background.
    fn poll(&mut self) -> BackgroundTask {
        BackgroundTask::None
    }

    /// Cancels the comparison in the background.
    fn stop(&mut self) {}

    /// The sides whose files were edited since the last call.
    fn edited(&mut self) -> Vec<Side> {
        Vec::new()
    }

    /// The call of an editor for an article.
    ///
    /// # Errors
    /// If the article is not a file or there is no editor; a full sentence.
    fn editor(&self, _at: FilePosition) -> Result<Editor, String> {
        Err("Only articles from files can be edited.".to_owned())
    }
}

/// The message for an unknown theme.
pub fn no_theme(name: &str) -> String {
    let names: Vec<&str> = THEMES.iter().map(|(name, _)| *name).collect();
    format!("There is no theme “{name}”: {}, or a file of your own.", names.join(", "))
}

/// A request of the screen to the rest of the program.
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
    /// Copy this text to the clipboard.
    Copy(String),
    /// Use this theme, by its name or file.
    Theme(String),
    /// Capture the mouse, or leave it to the terminal.
    Mouse(Mouse),
    /// Compare the articles again with other options.
    Compare(Options),
    /// Cancel the alignment.
    Stop,
    /// Reload the articles.
    Reload,
    /// Open an article in the user's editor, then reload it.
    Edit(FilePosition),
    /// Redraw every cell, because something else wrote on the terminal.
    Redraw,
    /// Return to the shell until the program is resumed.
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

/// The call of an editor.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Editor {
    /// The program.
    pub program: String,
    /// Its arguments.
    pub arguments: Vec<OsString>,
}

/// A line in the file of an article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FilePosition {
    /// The side.
    pub side: Side,
    /// The line of its file, from 1.
    pub line: usize,
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
    /// The file exists.
    Exists,
    /// It was not written; the reason is a full sentence.
    Failed(String),
}

/// The result of saving a review.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The review, with the changes of other windows.
    pub review: Review,
    /// The comparison with its pins, if these changed.
    pub comparison: Option<Comparison>,
    /// The outcome.
    pub outcome: Outcome,
}

/// The outcome of saving a review.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Not saved: there is no file.
    Nowhere,
    /// Saved in this file.
    Written(String),
    /// Saved, merged with the changes of another window.
    Merged {
        /// The number of remarks and pins from the other window.
        taken: usize,
        /// The number of remarks and pins that both windows changed.
        contested: usize,
    },
    /// Not saved; the reason is a full sentence.
    Failed(String),
}

/// The first state of the screen.
#[derive(Clone, Debug)]
pub struct Start {
    /// The comparison.
    pub comparison: Comparison,
    /// Whether the texts are aligned.
    pub aligned: Aligned,
    /// The saved review.
    pub review: Review,
    /// The file of the review, for messages and reports.
    pub file: Option<String>,
    /// The first message.
    pub message: Option<Message>,
}

/// Whether the texts on the screen are aligned.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Aligned {
    /// They are, with the pins of the review.
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
    /// Information.
    Info(String),
    /// A problem.
    Warning(String),
}

impl Message {
    /// The text.
    pub fn text(&self) -> &str {
        match self {
            Message::Info(text) | Message::Warning(text) => text,
        }
    }
}
