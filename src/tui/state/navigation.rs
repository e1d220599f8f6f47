//! Moving the cursor, folding and resizing, and keeping all positions valid.
//!
//! Commands, reloads and resizes replace rows, lines and sizes. [`App::revalidate`] runs after
//! each of them, so that neither commands nor drawing have to clamp. Invariants: the cursor is a
//! row and, if there are rows, visible; the first visible line of each side exists and the text
//! from there on fills the screen.

use super::app::App;
use super::cursor::{Apart, Position, Top, TopRow};
use super::items::{Item, Items, RowId};
use super::lines::gap;
use super::mode::{Mode, NoteInput};
use super::scroll::Reveal;
use crate::text::Side;
use crate::tui::keymap::{Action, Panel};
use crate::tui::layout::{Drawn, Shape, Size};
use crate::view::Fold;

impl App {
    /// Makes the cursor and the first visible lines valid, after anything that may replace rows, lines or the size.
    pub(crate) fn revalidate(&mut self) {
        self.cursor.row = self.cursor.row.min(RowId::new(self.view.rows.len().saturating_sub(1)));
        self.fill_bottom();
        if self.face_side() && !self.view.items.is_empty() {
            self.reveal(self.selected(), Reveal::WithContext);
        }
        // columns that are not drawn do not scroll separately
        let apart = self.cursor.apart.filter(|_| self.drawn() == Drawn::Columns);
        self.cursor.apart = apart.map(|apart| Apart { top: self.filled(apart.top), ..apart });
        if !self.view.items.is_empty() && self.cursor_visibility().0 == 0 {
            self.reveal(self.selected(), Reveal::Least);
        }
    }

    /// If the columns scroll separately, makes the selected side the one that scrolls; whether it was another.
    fn face_side(&mut self) -> bool {
        let side = self.cursor.side;
        let Some(apart) = self.cursor.apart.filter(|apart| apart.side == side) else { return false };
        self.cursor.apart = Some(Apart { side: side.other(), top: self.cursor.top });
        self.cursor.top = apart.top;
        self.fill_bottom();
        true
    }

    /// Selects a side; if the columns scroll separately, the cursor moves to what is visible there.
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

    /// Moves the selection to the nearest item of which a line of text is visible.
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

    /// Sets which rows are hidden; what is selected stays so.
    pub(crate) fn set_fold(&mut self, fold: Fold) {
        self.view.fold = fold;
        self.refold();
    }

    /// Hides rows again, by the level of folding and the filter; what is selected stays so.
    pub(crate) fn refold(&mut self) {
        let items = self.view.folded(&self.comparison, &self.review.placed);
        self.alter_items(|old| *old = items);
        if !self.view.items.is_empty() {
            // the items around the selected one changed: show it near the top
            self.cursor.top = Top { item: self.selected(), line: 0 };
            self.scroll(-i32::from(self.areas().body.height / 3));
            self.reveal_cursor();
        }
    }

    /// Folds or unfolds rows; both sides keep their first visible row.
    fn alter_items(&mut self, alter: impl FnOnce(&mut Items)) {
        let top = self.top_row(self.cursor.top);
        let held = self.cursor.apart.map(|apart| (apart.side, self.top_row(apart.top)));
        alter(&mut self.view.items);
        self.view.wrapped.forget();
        self.cursor.top = self.top_at(top);
        self.cursor.apart = held.map(|(side, top)| Apart { side, top: self.top_at(top) });
    }

    /// A first visible line by its row.
    pub(crate) fn top_row(&self, top: Top) -> TopRow {
        let items = &self.view.items;
        let row = if top.item < items.len() { items.get(top.item).first() } else { RowId::new(0) };
        TopRow { row, line: top.line }
    }

    /// Where a first visible line is now: at the head of the fold, if its row was folded.
    pub(crate) fn top_at(&self, top: TopRow) -> Top {
        let items = &self.view.items;
        let item = items.position(top.row);
        let is_own = item < items.len() && items.get(item).first() == top.row;
        Top { item, line: if is_own { top.line } else { 0 } }
    }

    /// Sets another size or shape; what is selected stays in view.
    pub(crate) fn reshape(&mut self, size: Size, shape: Shape) {
        (self.view.size, self.view.shape) = (size, shape);
        let areas = self.areas();
        self.view.wrapped.fit(&areas);
        self.reveal_cursor();
    }

    /// The arrangement of both texts.
    pub(crate) fn drawn(&self) -> Drawn {
        self.areas().drawn
    }

    /// The position to return to.
    pub(crate) fn position(&self) -> Position {
        Position { row: self.cursor.row, side: self.cursor.side, top: self.top_row(self.cursor.top) }
    }

    pub(crate) fn return_to(&mut self, position: Position) {
        let Position { row, side, top } = position;
        (self.cursor.row, self.cursor.side, self.cursor.top) = (row, side, self.top_at(top));
        self.fill_bottom();
    }

    /// Brings the selected item into view by as little as possible.
    pub(crate) fn reveal_cursor(&mut self) {
        self.fill_bottom();
        if !self.view.items.is_empty() {
            self.reveal(self.selected(), Reveal::Least);
        }
    }

    /// Closes the note editor, if it is open; an unfinished note is offered again.
    pub(crate) fn leave_note(&mut self) {
        if let Mode::Note(note) = &self.mode {
            let note = note.clone();
            self.mode = Mode::Reading;
            self.keep_draft(&note);
        }
    }

    /// Remembers an unfinished note for its passage.
    pub(crate) fn keep_draft(&mut self, note: &NoteInput) {
        let saved = self.review.placed.remark(note.bead).and_then(|remark| remark.note.as_deref());
        let text = note.editor.text();
        if text != saved.unwrap_or_default() && !text.trim().is_empty() {
            self.review.drafts.insert(self.passage(note.bead), text.to_owned());
            self.info(format!(
                "The note was not taken; {} on this row goes on with it.",
                self.key(Action::Open(Panel::Note))
            ));
        }
    }
}
