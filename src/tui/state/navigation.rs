//! Moving the cursor, folding, resizing, and keeping all positions valid.
//!
//! [`App::revalidate`] runs after every change of rows, lines or sizes, so that commands and drawing
//! code need not clamp. Invariants: the cursor is a visible row, if there are rows; the first
//! visible line of each side exists, and the text from there on fills the screen.

use super::app::App;
use super::cursor::{Apart, Position, Top, TopRow};
use super::items::{Item, Items, RowId};
use super::lines::gap;
use super::mode::{Mode, NoteInput};
use super::scroll::Reveal;
use crate::text::Side;
use crate::tui::{Action, Layout, Panel, Size};
use crate::view::Fold;

impl App {
    /// Makes the cursor and the first visible lines valid, after a change of rows, lines or the size.
    pub(crate) fn revalidate(&mut self) {
        self.cursor.row = self.cursor.row.min(RowId::new(self.view.rows.len().saturating_sub(1)));
        self.fill_bottom();
        if self.face_side() && !self.view.items.is_empty() {
            self.reveal(self.selected(), Reveal::WithContext);
        }
        // other layouts do not scroll separately
        let apart = self.cursor.apart.filter(|_| self.layout() == Layout::Columns);
        self.cursor.apart = apart.map(|apart| Apart { top: self.filled(apart.top), ..apart });
        if !self.view.items.is_empty() && self.cursor_visibility().0 == 0 {
            self.reveal(self.selected(), Reveal::Least);
        }
    }

    /// If the columns scroll separately, makes the selected side the one that scrolls. Returns whether it changed.
    fn face_side(&mut self) -> bool {
        let side = self.cursor.side;
        let Some(apart) = self.cursor.apart.filter(|apart| apart.side == side) else { return false };
        self.cursor.apart = Some(Apart { side: side.other(), top: self.cursor.top });
        self.cursor.top = apart.top;
        self.fill_bottom();
        true
    }

    /// Selects a side; if the columns scroll separately, the cursor moves to a visible row of it.
    pub(crate) fn select_side(&mut self, side: Side) {
        self.cursor.side = side;
        if self.face_side() {
            self.keep_visible();
        }
    }

    /// Selects an item and brings it into view.
    pub(crate) fn select(&mut self, item: usize, how: Reveal) {
        self.cursor.row = self.view.items.get(item).first();
        self.reveal(item, how);
    }

    /// Goes to a row; opens its fold.
    pub(crate) fn jump(&mut self, row: RowId) {
        self.open(self.view.items.position(row));
        self.cursor.row = row;
        self.reveal(self.view.items.position(row), Reveal::WithContext);
    }

    /// Opens the fold at this index, if it is one.
    pub(crate) fn open(&mut self, item: usize) {
        if let Item::Fold(_) = self.view.items.get(item) {
            self.alter_items(|items| items.open(item));
        }
    }

    /// Selects the nearest visible item if the selected one is not visible.
    pub(crate) fn keep_visible(&mut self) {
        if self.view.items.is_empty() || self.cursor_visibility().0 > 0 {
            return;
        }
        let (visible, selected) = (self.visible(), self.selected());
        let texts = visible.iter().filter(|line| line.line >= gap(&self.lines(line.item)));
        if let Some(line) = texts.min_by_key(|line| line.item.abs_diff(selected)) {
            self.cursor.row = self.view.items.get(line.item).first();
        }
    }

    /// Sets the level of folding; keeps the selection.
    pub(crate) fn set_fold(&mut self, fold: Fold) {
        self.view.fold = fold;
        self.refold();
    }

    /// Applies the level of folding and the filter again; keeps the selection.
    pub(crate) fn refold(&mut self) {
        let items = self.view.folded(&self.comparison, &self.review.placed);
        self.alter_items(|old| *old = items);
        if !self.view.items.is_empty() {
            // the items around the selected one changed, so show it near the top
            self.cursor.top = Top { item: self.selected(), line: 0 };
            self.scroll(-i32::from(self.areas().body.height / 3));
            self.reveal_cursor();
        }
    }

    /// Folds or unfolds rows; both sides keep their first visible row.
    fn alter_items(&mut self, alter: impl FnOnce(&mut Items)) {
        let top = self.top_row(self.cursor.top);
        let other = self.cursor.apart.map(|apart| (apart.side, self.top_row(apart.top)));
        alter(&mut self.view.items);
        self.view.lines.clear();
        self.cursor.top = self.top_at(top);
        self.cursor.apart = other.map(|(side, top)| Apart { side, top: self.top_at(top) });
    }

    /// A first visible line by its row.
    pub(crate) fn top_row(&self, top: Top) -> TopRow {
        let items = &self.view.items;
        let row = if top.item < items.len() { items.get(top.item).first() } else { RowId::new(0) };
        TopRow { row, line: top.line }
    }

    /// The first visible line of a row, or of the fold that contains it.
    pub(crate) fn top_at(&self, top: TopRow) -> Top {
        let items = &self.view.items;
        let item = items.position(top.row);
        let is_own = item < items.len() && items.get(item).first() == top.row;
        Top { item, line: if is_own { top.line } else { 0 } }
    }

    /// Sets the size and the layout; the selection stays visible.
    pub(crate) fn set_layout(&mut self, size: Size, layout: Option<Layout>) {
        (self.view.size, self.view.layout) = (size, layout);
        let areas = self.areas();
        self.view.lines.fit(&areas);
        self.reveal_cursor();
    }

    /// The current layout.
    pub(crate) fn layout(&self) -> Layout {
        self.areas().layout
    }

    /// The current position.
    pub(crate) fn position(&self) -> Position {
        Position { row: self.cursor.row, side: self.cursor.side, top: self.top_row(self.cursor.top) }
    }

    pub(crate) fn return_to(&mut self, position: Position) {
        let Position { row, side, top } = position;
        (self.cursor.row, self.cursor.side, self.cursor.top) = (row, side, self.top_at(top));
        self.fill_bottom();
    }

    /// Scrolls as little as possible to show the selected item.
    pub(crate) fn reveal_cursor(&mut self) {
        self.fill_bottom();
        if !self.view.items.is_empty() {
            self.reveal(self.selected(), Reveal::Least);
        }
    }

    /// Closes the note editor, if it is open, and keeps its text as a draft.
    pub(crate) fn leave_note(&mut self) {
        if let Mode::Note(note) = &self.mode {
            let note = note.clone();
            self.mode = Mode::Reading;
            self.keep_draft(&note);
        }
    }

    /// Keeps an unfinished note for its passage.
    pub(crate) fn keep_draft(&mut self, note: &NoteInput) {
        let saved = self.review.placed.remark(note.bead).and_then(|remark| remark.note.as_deref());
        let text = note.editor.text();
        if text != saved.unwrap_or_default() && !text.trim().is_empty() {
            self.review.drafts.insert(self.passage(note.bead), text.to_owned());
            self.info(format!(
                "The note was not saved; {} on this row continues it.",
                self.key(Action::Open(Panel::Note))
            ));
        }
    }
}
