//! The state of the screen: what is compared, where the editor is, what is being asked.
//!
//! [`mod@super::update`] alone alters it, [`super::widget`] draws it; neither touches a
//! terminal or a disk. Invariants: the cursor is a row of the whole view, never a
//! row of the screen; after each input it is visible; after a jump all of its bead is.

use std::path::PathBuf;

use tui_input::Input as Field;

use super::aligned::Aligned;
use super::command::copy::Selection;
use super::desk::Desk;
use super::display::{Apart, Display, Shown};
use super::input::Key;
use super::items::{Items, RowId};
use super::keymap::Keymap;
use super::layout::{Areas, Drawn, Frame, RULER, Shape, Size, areas};
use super::ledger::Ledgers;
use super::lines::Wrapped;
use super::outside::Spot;
use super::overview::Overview;
use super::pad::Pad;
use super::preferences::{Mouse, Preferences, Reload};
use super::scroll::{self, Reveal, Top, TopRow};
use super::search::Search;
use crate::alignment::BeadId;
use crate::comparison::{Comparison, Options};
use crate::output::Existing;
use crate::text::{Pair, Side};
use crate::view::{self, Fold, Item, Row, Topic, View, ViewOptions};

/// The state of the screen.
#[derive(Clone, Debug)]
pub struct App {
    pub(crate) comparison: Comparison,
    /// Every row, whether folded away or not.
    pub(crate) rows: Vec<Row>,
    pub(crate) items: Items,
    pub(crate) fold: Fold,
    /// Only rows about one of these are shown; all where there is none.
    pub(crate) filter: Vec<Topic>,
    pub(crate) wrapped: Wrapped,
    pub(crate) cursor: RowId,
    pub(crate) side: Side,
    pub(crate) top: Top,
    pub(crate) size: Size,
    pub(crate) shape: Shape,
    pub(crate) display: Display,
    /// Set where the two sides scroll on their own.
    pub(crate) apart: Option<Apart>,
    pub(crate) mode: Mode,
    pub(crate) search: Option<Search>,
    pub(crate) message: Option<Message>,
    pub(crate) pending: Option<Pending>,
    pub(crate) overview: Overview,
    pub(crate) keymap: Keymap,
    pub(crate) formats: Vec<ExportFormat>,
    pub(crate) ledgers: Ledgers,
    /// Whether the line of first keys is still shown.
    pub(crate) hint: Hint,
    /// The review: verdicts, notes, pins.
    pub(crate) desk: Desk,
    /// What the mouse drags over.
    pub(crate) selection: Option<Selection>,
    pub(crate) mouse: Mouse,
    pub(crate) reload: Reload,
    pub(crate) aligned: Aligned,
}

/// What the keyboard talks to.
#[derive(Clone, Debug)]
pub enum Mode {
    /// The two texts.
    Reading,
    /// The line in which the search is typed.
    Searching(Field),
    /// The menu of export formats; the format selected.
    Choosing(usize),
    /// The line in which the file name of an export is typed.
    Naming(ExportFormat, Field),
    /// Whether to overwrite the file of an export.
    Overwriting(ExportRequest),
    /// The list of keys, from this line on.
    Help(usize),
    /// The pad on which a note on this bead is typed.
    Noting(BeadId, Pad),
    /// The list of notes; the entry selected.
    Notes(usize),
    /// The line in which the file is typed that keeps the review from now on.
    Keeping(Field),
    /// Whether to quit although the review is not saved, or a note not taken.
    Leaving,
    /// All that is known of the selected sentences, from this line on.
    Popup(usize),
    /// The line in which a command is typed.
    Commanding(super::command::line::Typed),
    /// The menu of what to show; the topic selected.
    Filtering(usize),
    /// A list over the whole comparison; the line in which its filter is typed, if it is.
    Ledger(Option<Field>),
}

/// Whether the line of first keys is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Hint {
    Shown,
    /// A key was pressed: it has done its work.
    Done,
}

/// Something to tell the editor in the status line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Message {
    /// It went well, or it is just so.
    Info(String),
    /// It did not work.
    Warning(String),
}

/// A sequence of keys that may go on, and where it started from.
#[derive(Clone, Debug)]
pub(crate) struct Pending {
    pub(crate) keys: Vec<Key>,
    pub(crate) from: Place,
}

/// Where the editor is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) cursor: RowId,
    pub(crate) side: Side,
    pub(crate) top: TopRow,
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
    /// What to do where the file exists.
    pub existing: Existing,
}

/// What became of an export.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ExportReply {
    /// It was written.
    Written,
    /// A file is in the way.
    Exists,
    /// It was not written; why, in a full sentence.
    Failed(String),
}

/// What an update asks of the outside world.
#[derive(Clone, PartialEq, Debug)]
pub enum Effect {
    /// Nothing.
    None,
    /// End the program.
    Quit,
    /// Write an export, and answer with [`App::exported`].
    Export(ExportRequest),
    /// Keep the review, and answer with [`App::kept`].
    Keep,
    /// Keep the review in another file from now on, and answer with [`App::kept`].
    KeepIn(PathBuf),
    /// Put this text into the clipboard.
    Copy(String),
    /// Dress the screen in the theme of this name, or of this file.
    Theme(String),
    /// Take the mouse, or leave it to the terminal.
    Mouse(Mouse),
    /// Compare the articles anew with other options.
    Compare(Options),
    /// Wait no longer for the alignment.
    Stop,
    /// Read the articles again, and answer with [`App::reread`].
    Reload,
    /// Open an article in the user's editor, and read it again.
    Edit(Spot),
    /// Draw every cell anew: something else wrote on the terminal.
    Redraw,
    /// Hand the terminal back to the shell until it resumes the program.
    Suspend,
}

impl App {
    /// The first screen of a comparison: the start of both texts.
    pub fn new(comparison: Comparison, size: Size, formats: Vec<ExportFormat>) -> App {
        let view = View::new(&comparison, &ViewOptions { fold: Fold::Nothing });
        App::with_view(comparison, view, size, formats)
    }

    /// The first screen of a view that was made already; it must be unfolded.
    pub fn with_view(comparison: Comparison, view: View, size: Size, formats: Vec<ExportFormat>) -> App {
        let row = |item| match item {
            Item::Row(row) => Some(row),
            Item::Folded { .. } => None,
        };
        let rows: Vec<Row> = view.items.into_iter().filter_map(row).collect();
        let mut app = App {
            items: Items::whole(rows.len()),
            overview: Overview::new(&comparison, &rows),
            comparison,
            rows,
            fold: Fold::Nothing,
            filter: Vec::new(),
            wrapped: Wrapped::default(),
            cursor: RowId::new(0),
            side: Side::Left,
            top: Top::default(),
            size,
            shape: Shape::Automatic,
            display: Display::default(),
            apart: None,
            mode: Mode::Reading,
            search: None,
            message: None,
            pending: None,
            keymap: Keymap::standard(),
            formats,
            ledgers: Ledgers::default(),
            hint: Hint::Shown,
            desk: Desk::default(),
            selection: None,
            mouse: Mouse::default(),
            reload: Reload::default(),
            aligned: Aligned::Done,
        };
        app.wrapped.fit(&app.areas());
        app
    }

    /// Takes what the editor prefers.
    pub(crate) fn prefer(&mut self, preferences: &Preferences) {
        if let Some(keymap) = &preferences.keymap {
            self.keymap = keymap.clone();
        }
        (self.mouse, self.reload) = (preferences.mouse, preferences.reload);
    }

    /// Takes what became of an export.
    pub fn exported(&mut self, request: ExportRequest, reply: ExportReply) {
        match reply {
            ExportReply::Written => {
                self.message = Some(Message::Info(format!("Written to {}.", request.path.display())));
            }
            ExportReply::Exists => self.mode = Mode::Overwriting(request),
            ExportReply::Failed(why) => self.message = Some(Message::Warning(why)),
        }
    }

    /// Takes the articles as they are now, or why they cannot be read.
    pub(crate) fn reread(&mut self, reread: Result<Option<Comparison>, String>) {
        match reread {
            // it comes when it is ready
            Ok(None) => {}
            Ok(Some(comparison)) => {
                let same = comparison == self.comparison;
                self.show(comparison);
                self.info(if same { "Nothing was edited." } else { "Compared again." });
            }
            Err(why) => self.warn(format!("Still as it was: {why}")),
        }
    }

    /// What the keyboard talks to.
    pub fn mode(&self) -> &Mode {
        &self.mode
    }

    /// What the status line tells, if anything.
    pub fn message(&self) -> Option<&Message> {
        self.message.as_ref()
    }

    /// The selected bead; none where there is no text at all.
    pub fn bead(&self) -> Option<BeadId> {
        self.rows.get(self.cursor.index()).map(|row| row.bead)
    }

    /// How sure a pair of sentences must be, from 0 to 1.
    pub fn threshold(&self) -> f64 {
        self.comparison.options.align.threshold
    }

    /// The selected row.
    pub fn cursor(&self) -> RowId {
        self.cursor
    }

    /// The selected side.
    pub fn side(&self) -> Side {
        self.side
    }

    /// The size of the screen.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Whether a sequence of keys may go on: then a [`super::Input::Pause`] ends it.
    pub fn is_waiting(&self) -> bool {
        self.pending.is_some()
    }

    /// How many rows of the screen show the selected bead, and how many it has in all.
    pub fn cursor_visibility(&self) -> (usize, usize) {
        if self.items.is_empty() {
            return (0, 0);
        }
        let selected = self.selected();
        let lines = super::lines::lines(self, selected);
        let head = super::lines::gap(&lines);
        let seen =
            scroll::visible(self).into_iter().filter(|line| line.item == selected && line.line >= head);
        (seen.count(), lines.len() - head)
    }

    /// The rows of the screen that text may take.
    pub fn text_height(&self) -> usize {
        usize::from(self.areas().body.height)
    }

    pub(crate) fn areas(&self) -> Areas {
        let columns = |shown: Shown, columns: u16| match shown {
            Shown::Shown => columns,
            Shown::Hidden => 0,
        };
        let digits = self.rows.len().max(1).ilog10() as u16 + 1;
        let frame = Frame {
            shape: self.shape,
            numbers: columns(self.display.numbers, digits + 1),
            ruler: columns(self.display.ruler, RULER),
        };
        areas(self.size, frame)
    }

    pub(crate) fn row(&self, row: RowId) -> &Row {
        &self.rows[row.index()]
    }

    /// The selected item, by its place.
    pub(crate) fn selected(&self) -> usize {
        self.items.place(self.cursor)
    }

    /// Selects an item and brings it into view.
    pub(crate) fn select(&mut self, item: usize, how: Reveal) {
        self.cursor = self.items.get(item).first();
        scroll::reveal(self, item, how);
    }

    /// Goes to a row, out of a fold if need be.
    pub(crate) fn jump(&mut self, row: RowId) {
        let item = self.items.place(row);
        self.open(item);
        self.cursor = row;
        scroll::reveal(self, self.items.place(row), Reveal::WithContext);
    }

    /// Opens the fold at this place, if it is one.
    pub(crate) fn open(&mut self, item: usize) {
        if let super::items::Item::Fold(_) = self.items.get(item) {
            self.alter_items(|items| items.open(item));
        }
    }

    /// Sets which rows are hidden; what is selected stays so.
    pub(crate) fn set_fold(&mut self, fold: Fold) {
        self.fold = fold;
        self.refold();
    }

    /// Hides rows anew, by the level of folding and the filter; what is selected stays so.
    pub(crate) fn refold(&mut self) {
        let items = match (self.fold, self.filter.as_slice()) {
            (Fold::Nothing, []) => Items::whole(self.rows.len()),
            (fold, []) => Items::hiding(&view::hidden(&self.rows, &self.comparison, fold), 2),
            (_, topics) => {
                let holds = |row: &Row| {
                    topics.iter().any(|topic| topic.holds(&self.comparison, &self.desk.placed, row))
                };
                let hidden: Vec<bool> = self.rows.iter().map(|row| !holds(row)).collect();
                Items::hiding(&hidden, 1)
            }
        };
        self.alter_items(|old| *old = items);
        self.recenter();
    }

    /// Rows that are hidden.
    pub(crate) fn hidden(&self) -> usize {
        let hidden = |at| match self.items.get(at) {
            super::items::Item::Fold(rows) => rows.len(),
            super::items::Item::Row(_) => 0,
        };
        (0..self.items.len()).map(hidden).sum()
    }

    /// Takes a new size or shape; what is selected stays in view.
    pub(crate) fn reshape(&mut self, size: Size, shape: Shape) {
        (self.size, self.shape) = (size, shape);
        let areas = self.areas();
        self.wrapped.fit(&areas);
        self.reveal_cursor();
    }

    /// Whether both texts stand side by side.
    pub(crate) fn drawn(&self) -> Drawn {
        self.areas().drawn
    }

    pub(crate) fn place(&self) -> Place {
        Place { cursor: self.cursor, side: self.side, top: self.top_row(self.top) }
    }

    pub(crate) fn return_to(&mut self, place: Place) {
        (self.cursor, self.side, self.top) = (place.cursor, place.side, self.top_at(place.top));
        scroll::settle(self);
    }

    pub(crate) fn info(&mut self, text: impl Into<String>) {
        self.message = Some(Message::Info(text.into()));
    }

    pub(crate) fn warn(&mut self, text: impl Into<String>) {
        self.message = Some(Message::Warning(text.into()));
    }

    /// The outlets' names.
    pub(crate) fn labels(&self) -> Pair<&str> {
        self.comparison.sides.as_ref().map(|side| side.article.origin.label.as_str())
    }

    /// Shows the selected item near the top, where the items around it are others now.
    fn recenter(&mut self) {
        if !self.items.is_empty() {
            self.top = Top { item: self.selected(), line: 0 };
            scroll::scroll(self, -(i32::from(self.areas().body.height) / 3));
            self.reveal_cursor();
        }
    }

    /// Brings the selected item into view by as little as possible.
    pub(crate) fn reveal_cursor(&mut self) {
        scroll::settle(self);
        if !self.items.is_empty() {
            scroll::reveal(self, self.selected(), Reveal::Least);
        }
    }
}
