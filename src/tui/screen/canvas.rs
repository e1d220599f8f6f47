//! Writing text into cells, grapheme by grapheme.
//!
//! All text is written here. Invariants: nothing is written outside the area, not even by wide
//! characters; control characters are replaced by [`visible`](crate::text::visible) ones.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;

use crate::text::visible::{is_printable, shown};
use crate::text::width::{columns, fitting, grapheme_columns};
use crate::text::{Side, Span};
use crate::tui::{Element, Styles};
use crate::view::Run;

/// The cells of a screen, and the styles.
pub(crate) struct Canvas<'a> {
    pub(crate) styles: &'a Styles,
    pub(crate) buffer: &'a mut Buffer,
}

/// Anything with a style.
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

    /// Writes on one row from `x` to the end of the area. Returns the column after the last cell.
    pub(crate) fn put(&mut self, area: Rect, x: u16, text: &str, look: impl Look) -> u16 {
        let style = look.style(self.styles);
        let end = area.right().min(self.buffer.area.right());
        if area.height == 0 || area.y >= self.buffer.area.bottom() {
            return x;
        }
        let mut x = x.max(area.x);
        if x < end && is_printable(text) {
            return self.put_ascii(area.y, x..end, text, style);
        }
        for grapheme in text.graphemes(true) {
            if x >= end {
                break;
            }
            if is_printable(grapheme) {
                x = self.put_ascii(area.y, x..end, grapheme, style);
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

    /// Writes printable ASCII, one column per character. The fast path for most texts.
    fn put_ascii(&mut self, y: u16, columns: Range<u16>, ascii: &str, style: Style) -> u16 {
        let first = self.buffer.index_of(columns.start, y);
        let cells = self.buffer.content[first..].iter_mut().zip(columns.clone()).zip(ascii.bytes());
        let written = cells.map(|((cell, _), byte)| cell.set_char(char::from(byte)).set_style(style)).count();
        columns.start + written as u16
    }

    /// Writes on one row; a text that does not fit ends with an ellipsis.
    pub(crate) fn put_short(&mut self, area: Rect, x: u16, text: &str, look: impl Look) -> u16 {
        let style = look.style(self.styles);
        let room = usize::from(area.right().saturating_sub(x));
        if columns(text) <= room || room == 0 {
            return self.put(area, x, text, style);
        }
        let x = self.put(area, x, fitting(text, room - 1).trim_end(), style);
        self.put(area, x, "…", style)
    }

    /// Writes a line of an article in the styles of its marks.
    pub(crate) fn put_runs(&mut self, area: Rect, x: u16, side: Side, text: &str, runs: &[Run], line: Span) {
        let mut x = x;
        for run in runs {
            if let Some(part) = run.span.intersection(line) {
                x = self.put(area, x, part.of(text), self.styles.text(side, run.marks));
            }
        }
    }

    /// Clears the cells of an area and sets their style.
    pub(crate) fn clear(&mut self, area: Rect, look: impl Look) {
        let style = look.style(self.styles);
        for position in area.intersection(self.buffer.area).positions() {
            self.buffer[position].reset();
            self.buffer[position].set_style(style);
        }
    }

    /// Sets the style of the cells of an area.
    pub(crate) fn tint(&mut self, area: Rect, look: impl Look) {
        let style = look.style(self.styles);
        self.buffer.set_style(area.intersection(self.buffer.area), style);
    }
}

/// A row of an area; empty if the area has fewer rows.
pub(crate) fn row(area: Rect, row: u16) -> Rect {
    if row >= area.height {
        return Rect { height: 0, ..area };
    }
    Rect { y: area.y + row, height: 1, ..area }
}
