//! Writing into cells, grapheme by grapheme.
//!
//! The only place where text becomes cells. Invariant: nothing is written outside
//! of the area given, however wide a character is, and nothing raw: what would
//! steer a terminal is shown as [`visible`](crate::text::visible) shows it.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::visible::{is_printable, shown};
use crate::text::width::{columns, fitting, grapheme_columns};
use crate::text::{Side, Span};
use crate::tui::style::{Element, Styles};
use crate::view::Run;

/// The cells of a screen, and what everything looks like.
pub(crate) struct Canvas<'a> {
    pub(crate) styles: &'a Styles,
    pub(crate) buffer: &'a mut Buffer,
}

/// What text looks like: as a part of the screen, or in a style.
pub(crate) trait Look {
    fn style(self, styles: &Styles) -> Style;
}

impl Look for Element {
    fn style(self, styles: &Styles) -> Style {
        styles.of(self)
    }
}

impl Look for Style {
    fn style(self, _: &Styles) -> Style {
        self
    }
}

impl Canvas<'_> {
    /// The whole screen.
    pub(crate) fn screen(&self) -> Rect {
        self.buffer.area
    }

    /// Writes on one row from `x` on, as far as the area goes; returns the column after the last cell.
    pub(crate) fn put(&mut self, area: Rect, x: u16, text: &str, look: impl Look) -> u16 {
        let style = look.style(self.styles);
        let end = area.right().min(self.buffer.area.right());
        if area.height == 0 || area.y >= self.buffer.area.bottom() {
            return x;
        }
        let mut x = x.max(area.x);
        if x < end && is_printable(text) {
            return self.put_letters(area.y, x..end, text, style);
        }
        for grapheme in text.graphemes(true) {
            if x >= end {
                break;
            }
            if is_printable(grapheme) {
                x = self.put_letters(area.y, x..end, grapheme, style);
                continue;
            }
            for grapheme in shown(grapheme).graphemes(true) {
                let width = grapheme_columns(grapheme) as u16;
                if width == 0 {
                    continue;
                }
                if x + width > end {
                    return end;
                }
                self.buffer[(x, area.y)].set_symbol(grapheme).set_style(style);
                for covered in x + 1..x + width {
                    self.buffer[(covered, area.y)].set_symbol(" ").set_style(style);
                }
                x += width;
            }
        }
        x
    }

    /// Writes printable ASCII, as most of a text is: a column each, shown as it is.
    fn put_letters(&mut self, y: u16, columns: Range<u16>, letters: &str, style: Style) -> u16 {
        let first = self.buffer.index_of(columns.start, y);
        let cells = self.buffer.content[first..].iter_mut().zip(columns.clone()).zip(letters.bytes());
        let written =
            cells.map(|((cell, _), letter)| cell.set_char(char::from(letter)).set_style(style)).count();
        columns.start + written as u16
    }

    /// Writes on one row; what does not fit ends in an ellipsis.
    pub(crate) fn put_short(&mut self, area: Rect, x: u16, text: &str, look: impl Look) -> u16 {
        let style = look.style(self.styles);
        let room = usize::from(area.right().saturating_sub(x));
        if columns(text) <= room || room == 0 {
            return self.put(area, x, text, style);
        }
        let x = self.put(area, x, fitting(text, room - 1).trim_end(), style);
        self.put(area, x, "…", style)
    }

    /// Writes a line of words of an article, in the style of their marks.
    pub(crate) fn put_runs(&mut self, area: Rect, x: u16, side: Side, text: &str, runs: &[Run], line: Span) {
        let mut x = x;
        for run in runs {
            if let Some(part) = run.span.intersection(line) {
                x = self.put(area, x, part.of(text), self.styles.text(side, run.marks));
            }
        }
    }

    /// Empties every cell of an area and styles it.
    pub(crate) fn clear(&mut self, area: Rect, look: impl Look) {
        let style = look.style(self.styles);
        for position in area.intersection(self.buffer.area).positions() {
            self.buffer[position].reset();
            self.buffer[position].set_style(style);
        }
    }

    /// Styles the cells of an area and keeps their text.
    pub(crate) fn tint(&mut self, area: Rect, look: impl Look) {
        let style = look.style(self.styles);
        self.buffer.set_style(area.intersection(self.buffer.area), style);
    }
}

/// One row of an area; an empty one if the area has no such row.
pub(crate) fn row(area: Rect, row: u16) -> Rect {
    if row >= area.height {
        return Rect { height: 0, ..area };
    }
    Rect { y: area.y + row, height: 1, ..area }
}
