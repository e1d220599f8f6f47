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

/// Writes on one row from `x` on, as far as the area goes; gives the column behind the last cell.
pub(super) fn put(buffer: &mut Buffer, area: Rect, x: u16, text: &str, style: Style) -> u16 {
    let end = area.right().min(buffer.area.right());
    if area.height == 0 || area.y >= buffer.area.bottom() {
        return x;
    }
    let mut x = x.max(area.x);
    if x < end && is_printable(text) {
        return put_letters(buffer, area.y, x..end, text, style);
    }
    for grapheme in text.graphemes(true) {
        if x >= end {
            break;
        }
        if is_printable(grapheme) {
            x = put_letters(buffer, area.y, x..end, grapheme, style);
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
            buffer[(x, area.y)].set_symbol(grapheme).set_style(style);
            for covered in x + 1..x + width {
                buffer[(covered, area.y)].set_symbol(" ").set_style(style);
            }
            x += width;
        }
    }
    x
}

/// Writes printable ASCII, as most of a text is: a column each, shown as it is.
fn put_letters(buffer: &mut Buffer, y: u16, columns: Range<u16>, letters: &str, style: Style) -> u16 {
    let first = buffer.index_of(columns.start, y);
    let cells = buffer.content[first..].iter_mut().zip(columns.clone()).zip(letters.bytes());
    let written = cells.map(|((cell, _), letter)| cell.set_char(char::from(letter)).set_style(style)).count();
    columns.start + written as u16
}

/// Writes on one row; what does not fit ends in an ellipsis.
pub(super) fn put_short(buffer: &mut Buffer, area: Rect, x: u16, text: &str, style: Style) -> u16 {
    let room = usize::from(area.right().saturating_sub(x));
    if columns(text) <= room || room == 0 {
        return put(buffer, area, x, text, style);
    }
    let x = put(buffer, area, x, fitting(text, room - 1).trim_end(), style);
    put(buffer, area, x, "…", style)
}

/// One row of an area; an empty one where the area has no such row.
pub(super) fn row(area: Rect, row: u16) -> Rect {
    if row >= area.height {
        return Rect { height: 0, ..area };
    }
    Rect { y: area.y + row, height: 1, ..area }
}

/// Gives every cell of an area a style, and nothing else.
pub(super) fn clear(buffer: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(buffer.area);
    for position in area.positions() {
        buffer[position].reset();
        buffer[position].set_style(style);
    }
}
