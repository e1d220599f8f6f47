//! Scrolling and visible lines.
//!
//! The first visible line is stored as an item and a line in it, not as a number of lines from the
//! start: only visible items are wrapped, and a resize keeps the first line. Invariant: there are
//! empty rows below the text only if all of it is visible.

use super::app::App;
use super::cursor::Top;
use super::lines::gap;

/// How to scroll to an item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Reveal {
    /// Scroll as little as possible.
    Least,
    /// With some lines of context above the item.
    WithContext,
}

/// A visible line: its row on the screen, and what it shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct VisibleLine {
    /// Rows from the top of the body.
    pub(crate) row: u16,
    /// The index of the item.
    pub(crate) item: usize,
    /// The line of the item.
    pub(crate) line: usize,
}

impl App {
    /// The visible lines, from top to bottom.
    pub(crate) fn visible(&self) -> Vec<VisibleLine> {
        self.visible_from(self.cursor.top)
    }

    /// The visible lines if this one is the first.
    pub(crate) fn visible_from(&self, top: Top) -> Vec<VisibleLine> {
        let mut at = top;
        let mut visible = Vec::with_capacity(self.text_height());
        for row in 0..self.areas().body.height {
            if at.item >= self.view.items.len() {
                break;
            }
            visible.push(VisibleLine { row, item: at.item, line: at.line });
            at = self.next_line(at);
        }
        visible
    }

    /// The number of visible lines of the selected item, and the number of all its lines.
    pub fn cursor_visibility(&self) -> (usize, usize) {
        if self.view.items.is_empty() {
            return (0, 0);
        }
        self.visibility(self.selected())
    }

    /// The number of visible lines of an item, and of all its lines, without the gap above it.
    fn visibility(&self, item: usize) -> (usize, usize) {
        let lines = self.lines(item);
        let head = gap(&lines);
        let seen = self.visible().into_iter().filter(|line| line.item == item && line.line >= head);
        (seen.count(), lines.len() - head)
    }

    /// Scrolls down by this many lines; negative is up.
    pub(crate) fn scroll(&mut self, by: i32) {
        let (top, distance) = (self.cursor.top, by.unsigned_abs() as usize);
        self.cursor.top = if by < 0 {
            self.lines_above(top, distance)
        } else {
            let end = self.view.items.len();
            (0..distance).fold(top, |top, _| if top.item < end { self.next_line(top) } else { top })
        };
        self.fill_bottom();
    }

    /// Avoids empty rows below the text.
    pub(crate) fn fill_bottom(&mut self) {
        self.cursor.top = self.filled(self.cursor.top);
    }

    /// The nearest first line without empty rows below the text.
    pub(crate) fn filled(&self, top: Top) -> Top {
        let Some(last) = self.view.items.len().checked_sub(1) else { return Top::default() };
        let end = Top { item: last, line: self.lines(last).len() - 1 };
        let top = top.min(self.lines_above(end, self.text_height().max(1) - 1));
        Top { line: top.line.min(self.lines(top.item).len() - 1), ..top }
    }

    /// Scrolls to show an item, or as much of it as fits.
    pub(crate) fn reveal(&mut self, item: usize, how: Reveal) {
        let rows = self.text_height();
        let (seen, height) = self.visibility(item);
        if rows == 0 || seen == height {
            return;
        }
        let lines = self.lines(item).len();
        let start = Top { item, line: lines - height };
        self.cursor.top = match how {
            _ if height >= rows => start,
            Reveal::Least if self.cursor.top > start => start,
            Reveal::Least => self.lines_above(Top { item, line: lines - 1 }, rows - 1),
            Reveal::WithContext => self.lines_above(start, (rows - height) / 3),
        };
        self.fill_bottom();
    }

    /// Whether the last line of an item is below the screen.
    pub(crate) fn reaches_below(&self, item: usize) -> bool {
        let last = self.visible().into_iter().rev().find(|line| line.item == item);
        last.is_some_and(|last| last.line + 1 < self.lines(item).len())
    }

    /// Whether the first line of text of an item is above the screen.
    pub(crate) fn reaches_above(&self, item: usize) -> bool {
        let top = self.cursor.top;
        top.item == item && top.line > gap(&self.lines(item))
    }

    fn next_line(&self, at: Top) -> Top {
        if at.line + 1 < self.lines(at.item).len() {
            Top { line: at.line + 1, ..at }
        } else {
            Top { item: at.item + 1, line: 0 }
        }
    }

    /// The line `by` lines above, or the first line.
    fn lines_above(&self, from: Top, by: usize) -> Top {
        let (mut at, mut left) = (from, by);
        while left > at.line {
            if at.item == 0 {
                return Top::default();
            }
            left -= at.line + 1;
            at.item -= 1;
            at.line = self.lines(at.item).len() - 1;
        }
        Top { line: at.line - left, ..at }
    }
}
