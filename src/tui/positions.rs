//! Remembered positions: where the editor is in the texts, lists and menus.
//!
//! Commands, reloads and resizes replace rows, lines and sizes. [`App::revalidate`]
//! runs after each of them and makes every remembered position valid, so that neither
//! commands nor widgets have to clamp. Invariants: the cursor is a row and, where there
//! are rows, visible; the first visible line of each side exists and the text from
//! there on fills the screen; the position in an open list or popup lies inside it.

#[cfg(test)]
mod tests;

use super::app::{App, Mode};
use super::command::{note, reading};
use super::display::Apart;
use super::items::{Items, RowId};
use super::layout::Drawn;
use super::scroll::{self, Reveal, Top, TopRow};
use super::widget::{help, ledger, popup};

impl App {
    /// Makes every remembered position valid, after anything that may replace rows, lines or the screen size.
    pub(crate) fn revalidate(&mut self) {
        self.cursor = self.cursor.min(RowId::new(self.rows.len().saturating_sub(1)));
        self.revalidate_tops();
        if !self.items.is_empty() && self.cursor_visibility().0 == 0 {
            scroll::reveal(self, self.selected(), Reveal::Least);
        }
        self.revalidate_mode();
    }

    /// Keeps the bottom of the screen filled on both sides; columns that are not drawn do not scroll apart.
    fn revalidate_tops(&mut self) {
        scroll::settle(self);
        reading::face(self, |app| {
            if !app.items.is_empty() {
                scroll::reveal(app, app.selected(), Reveal::WithContext);
            }
        });
        let is_drawn = self.drawn() == Drawn::Columns;
        let apart = self.apart.filter(|_| is_drawn);
        self.apart = apart.map(|apart| Apart { top: scroll::settled(self, apart.top), ..apart });
    }

    /// Keeps the position in a list or popup inside it, and an open list filled.
    fn revalidate_mode(&mut self) {
        let page = usize::from(self.size.rows.saturating_sub(1));
        match &self.mode {
            Mode::Help(from) => {
                let last = help::height(self).saturating_sub(page);
                self.mode = Mode::Help(last.min(*from));
            }
            Mode::Popup(from) => {
                let last = popup::height(self).saturating_sub(page);
                self.mode = Mode::Popup(last.min(*from));
            }
            Mode::Notes(at) => {
                let last = note::listed(self).len().checked_sub(1);
                self.mode = last.map_or(Mode::Reading, |last| Mode::Notes(last.min(*at)));
            }
            Mode::Ledger(_) => {
                self.ledgers.fill(&self.comparison, &self.rows);
                ledger::reveal(self);
            }
            Mode::Reading
            | Mode::Searching(_)
            | Mode::Choosing(_)
            | Mode::Naming(..)
            | Mode::Overwriting(_)
            | Mode::Noting(..)
            | Mode::Keeping(_)
            | Mode::Leaving
            | Mode::Commanding(_)
            | Mode::Filtering(_) => {}
        }
    }

    /// Folds or unfolds rows; both sides keep their first visible row.
    pub(crate) fn alter_items(&mut self, alter: impl FnOnce(&mut Items)) {
        let top = self.top_row(self.top);
        let held = self.apart.map(|apart| (apart.side, self.top_row(apart.top)));
        alter(&mut self.items);
        self.wrapped.forget();
        self.top = self.top_at(top);
        self.apart = held.map(|(side, top)| Apart { side, top: self.top_at(top) });
    }

    /// A first visible line by its row.
    pub(crate) fn top_row(&self, top: Top) -> TopRow {
        let row = if top.item < self.items.len() { self.items.get(top.item).first() } else { RowId::new(0) };
        TopRow { row, line: top.line }
    }

    /// Where a first visible line is now: at the head of the fold, if its row was folded.
    pub(crate) fn top_at(&self, top: TopRow) -> Top {
        let item = self.items.place(top.row);
        let is_own = item < self.items.len() && self.items.get(item).first() == top.row;
        Top { item, line: if is_own { top.line } else { 0 } }
    }
}
