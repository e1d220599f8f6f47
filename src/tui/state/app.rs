//! The state of the screen.
//!
//! Only [`mod@crate::tui::update`] changes it; [`crate::tui::screen`] and [`crate::tui::overlay`]
//! draw it. Invariants: the cursor is a row of the whole view, not of the screen; after each input
//! it is visible, and after a jump its whole bead is.

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
use crate::review::{Passage, passages};
use crate::text::{Pair, Side};
use crate::tui::{Action, Aligned, Areas, COMMANDS, Key, Message, Preferences, Size};
use crate::view::Row;

/// The state of the screen.
#[derive(Clone, Debug)]
pub struct App {
    pub(crate) comparison: Comparison,
    pub(crate) aligned: Aligned,
    pub(crate) view: ViewState,
    pub(crate) cursor: Cursor,
    pub(crate) review: ReviewState,
    /// The receiver of inputs: the texts or an overlay.
    pub(crate) mode: Mode,
    pub(crate) ledgers: Ledgers,
    pub(crate) status: Status,
    pub(crate) preferences: Preferences,
}

/// The state of the status line.
#[derive(Clone, Debug)]
pub(crate) struct Status {
    pub(crate) message: Option<Message>,
    pub(crate) pending: Option<Pending>,
    /// Whether the main keys are shown: until one is pressed.
    pub(crate) names_keys: bool,
}

/// The start of a key sequence, and the position at that time.
#[derive(Clone, Debug)]
pub(crate) struct Pending {
    pub(crate) keys: Vec<Key>,
    pub(crate) from: Position,
}

impl App {
    /// The first screen of a comparison: the start of both texts.
    pub fn new(comparison: Comparison, size: Size) -> App {
        App {
            view: ViewState::new(&comparison, size),
            comparison,
            aligned: Aligned::Done,
            cursor: Cursor::default(),
            review: ReviewState::default(),
            mode: Mode::Reading,
            ledgers: Ledgers::default(),
            status: Status { message: None, pending: None, names_keys: true },
            preferences: Preferences::default(),
        }
    }

    /// The receiver of inputs.
    pub fn mode(&self) -> &Mode {
        &self.mode
    }

    /// The message in the status line, if any.
    pub fn message(&self) -> Option<&Message> {
        self.status.message.as_ref()
    }

    /// The selected bead; `None` without any text.
    pub fn bead(&self) -> Option<BeadId> {
        self.view.rows.get(self.cursor.row.index()).map(|row| row.bead)
    }

    /// The alignment threshold, from 0 to 1.
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

    /// The height of the text area.
    pub fn text_height(&self) -> usize {
        usize::from(self.areas().body.height)
    }

    /// Whether the alignment is running.
    pub(crate) fn is_busy(&self) -> bool {
        matches!(self.aligned, Aligned::Busy(_))
    }

    /// Whether changes of another window may be shown now: nothing is being typed and all is saved.
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

    /// The selected item; `None` without any text.
    pub(crate) fn selected_item(&self) -> Option<&Item> {
        (!self.view.items.is_empty()).then(|| self.view.items.get(self.selected()))
    }

    /// The selected bead, for a verdict, note or pin. On a fold, explains how to open it.
    pub(crate) fn judged(&mut self) -> Option<BeadId> {
        if let Some(Item::Row(_)) = self.selected_item() {
            return self.bead();
        }
        self.info(format!("This is a fold; {} opens it.", self.key(Action::Counterpart)));
        None
    }

    /// The texts of a bead, by which the review identifies it.
    pub(crate) fn passage(&self, bead: BeadId) -> Passage {
        passages(&self.comparison).into_iter().nth(bead.index()).unwrap_or_default()
    }

    /// The lines of an item.
    pub(crate) fn lines(&self, item: usize) -> Rc<[Line]> {
        self.view.lines.lines(item, || match self.view.items.get(item) {
            Item::Row(row) => {
                row_lines(&self.comparison, self.row(*row), &self.areas(), self.note_of(*row), item == 0)
            }
            Item::Fold(_) => vec![Line::Fold],
        })
    }

    /// The note below a row, which is shown once per bead.
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

    /// The names of the outlets.
    pub(crate) fn labels(&self) -> Pair<&str> {
        self.comparison.sides.as_ref().map(|side| side.article.origin.label.as_str())
    }

    /// The first key of a command, for messages.
    pub(crate) fn key(&self, action: Action) -> String {
        let name = || COMMANDS.iter().find(|command| command.action == action).map(|command| command.name);
        let key = self.preferences.keymap.names(action).into_iter().next();
        key.unwrap_or_else(|| name().unwrap_or_default().to_owned())
    }

    pub(crate) fn info(&mut self, text: impl Into<String>) {
        self.status.message = Some(Message::Info(text.into()));
    }

    pub(crate) fn warn(&mut self, text: impl Into<String>) {
        self.status.message = Some(Message::Warning(text.into()));
    }
}
