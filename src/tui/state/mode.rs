//! What the keyboard talks to: the texts, or what lies over them.
//!
//! Data alone: [`super::super::overlay`] has one file for each that handles its keys and draws it.

use tui_input::Input as Field;

use super::note_editor::NoteEditor;
use crate::alignment::BeadId;
use crate::tui::host::{ExportFormat, ExportRequest};

/// What the keyboard talks to.
#[derive(Clone, Debug, Default)]
pub enum Mode {
    /// The two texts.
    #[default]
    Reading,
    /// A question answered on the status line.
    Prompt(Prompt),
    /// A question answered by a key.
    Confirm(Confirm),
    /// The menu of export formats.
    ExportMenu(ExportMenu),
    /// The menu of topics to show.
    FilterMenu(FilterMenu),
    /// The list of keys.
    Help(Help),
    /// The details of the selected sentences.
    Details(Details),
    /// The editor of a note.
    Note(NoteInput),
    /// The list of notes.
    Notes(Notes),
    /// The line for commands.
    CommandLine(CommandLine),
    /// A list over the whole comparison.
    Ledger(LedgerList),
}

/// A question with the answer typed so far.
#[derive(Clone, Debug)]
pub struct Prompt {
    pub(crate) question: Question,
    pub(crate) field: Field,
}

/// A question whose answer is typed.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Question {
    /// The words to search for.
    Search,
    /// The file of an export.
    ExportFile(ExportFormat),
    /// The file that keeps the review from now on.
    ReviewFile,
}

/// A question whose answer is one key.
#[derive(Clone, Debug)]
pub enum Confirm {
    /// Whether to overwrite the file of an export.
    Overwrite(ExportRequest),
    /// Whether to quit without the unsaved review, or the unfinished note.
    Quit,
}

/// The menu of export formats.
#[derive(Clone, Debug, Default)]
pub struct ExportMenu {
    pub(crate) selected: usize,
}

/// The menu of topics to show.
#[derive(Clone, Debug, Default)]
pub struct FilterMenu {
    pub(crate) selected: usize,
}

/// The list of keys, from a first line on.
#[derive(Clone, Debug, Default)]
pub struct Help {
    pub(crate) top: usize,
}

/// The details of the selected sentences, from a first line on.
#[derive(Clone, Debug, Default)]
pub struct Details {
    pub(crate) top: usize,
}

/// The note of a bead as it is typed.
#[derive(Clone, Debug)]
pub struct NoteInput {
    pub(crate) bead: BeadId,
    pub(crate) editor: NoteEditor,
}

/// The list of notes.
#[derive(Clone, Debug)]
pub struct Notes {
    pub(crate) selected: usize,
}

/// A command as far as it is typed.
#[derive(Clone, Debug, Default)]
pub struct CommandLine {
    pub(crate) field: Field,
    /// The text that was completed, and the index of the completion taken.
    pub(crate) completed: Option<(String, usize)>,
}

/// A list over the whole comparison, with its filter while that is typed.
#[derive(Clone, Debug, Default)]
pub struct LedgerList {
    pub(crate) filter: Option<Field>,
}
