//! The mode: the receiver of inputs, which is the texts or an overlay.
//!
//! Only data; [`super::super::overlay`] has the behavior.

use tui_input::Input as Field;

use super::note_editor::NoteEditor;
use crate::alignment::BeadId;
use crate::export::Exporter;
use crate::tui::{ExportRequest, Sheet};

/// The receiver of inputs.
#[derive(Clone, Debug, Default)]
pub enum Mode {
    /// The two texts.
    #[default]
    Reading,
    /// A prompt on the status line.
    Prompt(Prompt),
    /// A question with a single key as its answer.
    Confirm(Confirm),
    /// The menu of export formats.
    ExportMenu(ExportMenu),
    /// The menu of topics to show.
    FilterMenu(FilterMenu),
    /// The help or the details of the selected sentences.
    Sheet(SheetView),
    /// The editor of a note.
    Note(NoteInput),
    /// The list of notes.
    Notes(Notes),
    /// The command line.
    CommandLine(CommandLine),
    /// A list over the whole comparison.
    Ledger(LedgerList),
}

/// A prompt with the text typed so far.
#[derive(Clone, Debug)]
pub struct Prompt {
    pub(crate) question: Question,
    pub(crate) field: Field,
}

/// The question of a prompt.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Question {
    /// A search query.
    Search,
    /// The file of an export.
    ExportFile(&'static Exporter),
    /// A new file for the review.
    ReviewFile,
}

/// A question with a single key as its answer.
#[derive(Clone, Debug)]
pub enum Confirm {
    /// Whether to overwrite the file of an export.
    Overwrite(ExportRequest),
    /// Whether to quit despite an unsaved review or note.
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

/// A sheet, scrolled to a first line.
#[derive(Clone, Debug)]
pub struct SheetView {
    pub(crate) sheet: Sheet,
    pub(crate) top: usize,
}

/// The note of a bead in the editor.
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

/// The command line with the text typed so far.
#[derive(Clone, Debug, Default)]
pub struct CommandLine {
    pub(crate) field: Field,
    /// The text that was completed, and the index of the completion.
    pub(crate) completed: Option<(String, usize)>,
}

/// A list over the whole comparison, with its filter while it is being typed.
#[derive(Clone, Debug, Default)]
pub struct LedgerList {
    pub(crate) filter: Option<Field>,
}
