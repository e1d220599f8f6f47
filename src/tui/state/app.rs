//! The state of the screen: what is compared, where the editor is, what is being asked.
//!
//! [`mod@crate::tui::update`] alone alters it, [`crate::tui::screen`] and [`crate::tui::overlay`]
//! draw it; none of them touches a terminal or a disk. Invariants: the cursor is a row of the whole
//! view, never a row of the screen; after each input it is visible; after a jump all of its bead is.

use std::rc::Rc;

use super::cursor::{Cursor, Position};
use super::items::{Item, RowId};
use super::ledgers::Ledgers;
use super::lines::{Line, row_lines};
use super::mode::Mode;
use super::review::ReviewState;
use super::view::ViewState;
use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::review::{Passage, Placed, passages};
use crate::text::{Pair, Side};
use crate::tui::host::{Aligned, ExportFormat, Message};
use crate::tui::input::Key;
use crate::tui::keymap::{Action, COMMANDS, Keymap};
use crate::tui::layout::{Areas, Size};
use crate::tui::preferences::{Mouse, Preferences, Reload};
use crate::view::Row;

/// The state of the screen.
#[derive(Clone, Debug)]
pub struct App {
    pub(crate) comparison: Comparison,
    pub(crate) aligned: Aligned,
    pub(crate) view: ViewState,
    pub(crate) cursor: Cursor,
    pub(crate) review: ReviewState,
    /// What the keyboard talks to.
    pub(crate) mode: Mode,
    pub(crate) ledgers: Ledgers,
    pub(crate) status: Status,
    pub(crate) settings: Settings,
}

/// What the status line says besides counts.
#[derive(Clone, Debug)]
pub(crate) struct Status {
    pub(crate) message: Option<Message>,
    pub(crate) pending: Option<Pending>,
    /// Whether the first keys are named: until one is pressed.
    pub(crate) names_keys: bool,
}

/// A sequence of keys that may go on, and where it started from.
#[derive(Clone, Debug)]
pub(crate) struct Pending {
    pub(crate) keys: Vec<Key>,
    pub(crate) from: Position,
}

/// What the user chose before the screen opened.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) keymap: Keymap,
    pub(crate) formats: Vec<ExportFormat>,
    pub(crate) mouse: Mouse,
    pub(crate) reload: Reload,
}

impl App {
    /// The first screen of a comparison: the start of both texts.
    pub fn new(comparison: Comparison, size: Size, formats: Vec<ExportFormat>) -> App {
        App {
            view: ViewState::new(&comparison, size),
            comparison,
            aligned: Aligned::Done,
            cursor: Cursor::default(),
            review: ReviewState::default(),
            mode: Mode::Reading,
            ledgers: Ledgers::default(),
            status: Status { message: None, pending: None, names_keys: true },
            settings: Settings {
                keymap: Keymap::standard(),
                formats,
                mouse: Mouse::default(),
                reload: Reload::default(),
            },
        }
    }

    /// Applies what the editor prefers.
    pub(crate) fn prefer(&mut self, preferences: &Preferences) {
        if let Some(keymap) = &preferences.keymap {
            self.settings.keymap = keymap.clone();
        }
        (self.settings.mouse, self.settings.reload) = (preferences.mouse, preferences.reload);
    }

    /// What the keyboard talks to.
    pub fn mode(&self) -> &Mode {
        &self.mode
    }

    /// The message in the status line, if any.
    pub fn message(&self) -> Option<&Message> {
        self.status.message.as_ref()
    }

    /// The selected bead; `None` if there is no text at all.
    pub fn bead(&self) -> Option<BeadId> {
        self.view.rows.get(self.cursor.row.index()).map(|row| row.bead)
    }

    /// How sure a pair of sentences must be, from 0 to 1.
    pub fn threshold(&self) -> f64 {
        self.comparison.options.align.threshold
    }

    /// The selected row.
    pub fn cursor(&self) -> RowId {
        self.cursor.row
    }

    /// The selected side.
    pub fn side(&self) -> Side {
        self.cursor.side
    }

    /// The size of the screen.
    pub fn size(&self) -> Size {
        self.view.size
    }

    /// The review as it lies on the comparison.
    pub fn review(&self) -> &Placed {
        &self.review.placed
    }

    /// The rows of the screen that text may take.
    pub fn text_height(&self) -> usize {
        usize::from(self.areas().body.height)
    }

    /// Whether the alignment is running.
    pub(crate) fn is_busy(&self) -> bool {
        matches!(self.aligned, Aligned::Busy(_))
    }

    /// Whether changes of another window may be shown now: nothing is half typed, nothing unsaved.
    pub(crate) fn is_at_rest(&self) -> bool {
        matches!(self.mode, Mode::Reading) && self.status.pending.is_none() && self.review.trouble.is_none()
    }

    pub(crate) fn areas(&self) -> Areas {
        self.view.areas()
    }

    pub(crate) fn row(&self, row: RowId) -> &Row {
        self.view.row(row)
    }

    /// The index of the selected item.
    pub(crate) fn selected(&self) -> usize {
        self.view.items.position(self.cursor.row)
    }

    /// The selected item; `None` if there is no text at all.
    pub(crate) fn selected_item(&self) -> Option<&Item> {
        (!self.view.items.is_empty()).then(|| self.view.items.get(self.selected()))
    }

    /// The selected bead for a verdict, a note or a pin; if a fold is selected, says how to open it.
    pub(crate) fn judged(&mut self) -> Option<BeadId> {
        if let Some(Item::Row(_)) = self.selected_item() {
            return self.bead();
        }
        self.info(format!("{} opens the fold first.", self.key(Action::Counterpart)));
        None
    }

    /// The words by which what is said of a bead is kept.
    pub(crate) fn passage(&self, bead: BeadId) -> Passage {
        passages(&self.comparison).into_iter().nth(bead.index()).unwrap_or_default()
    }

    /// The lines of an item.
    pub(crate) fn lines(&self, item: usize) -> Rc<[Line]> {
        self.view.wrapped.lines(item, || match self.view.items.get(item) {
            Item::Row(row) => {
                row_lines(&self.comparison, self.row(*row), &self.areas(), self.note_of(*row), item == 0)
            }
            Item::Fold(_) => vec![Line::Fold],
        })
    }

    /// The note under a row; once for each bead.
    pub(crate) fn note_of(&self, row: RowId) -> Option<&str> {
        let row = self.row(row);
        if !row.carries_note() {
            return None;
        }
        self.review.placed.remark(row.bead)?.note.as_deref()
    }

    /// The text of an article.
    pub(crate) fn text(&self, side: Side) -> &str {
        &self.comparison.sides[side].article.text
    }

    /// The outlets' names.
    pub(crate) fn labels(&self) -> Pair<&str> {
        self.comparison.sides.as_ref().map(|side| side.article.origin.label.as_str())
    }

    /// The first key that calls a command, as messages name it.
    pub(crate) fn key(&self, action: Action) -> String {
        let name = || COMMANDS.iter().find(|command| command.action == action).map(|command| command.name);
        let key = self.settings.keymap.names(action).into_iter().next();
        key.unwrap_or_else(|| name().unwrap_or_default().to_owned())
    }

    pub(crate) fn info(&mut self, text: impl Into<String>) {
        self.status.message = Some(Message::Info(text.into()));
    }

    pub(crate) fn warn(&mut self, text: impl Into<String>) {
        self.status.message = Some(Message::Warning(text.into()));
    }
}
