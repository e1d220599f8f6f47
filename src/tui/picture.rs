//! The cells of a screen as text, as the letters of their marks, and as an SVG picture.
//!
//! Used by tests, by `--print` and for the README. Reads only cells, so that it shows what a
//! terminal would show.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::FIRST_LETTER;
pub use crate::export::drawing::PageColors;
use crate::export::drawing::{Picture, Piece, PieceStyle, Rgb, drawn};
use crate::text::width::columns;
use crate::theme::{self, Attributes};
use crate::view::Mark;

/// The letters of the marks, in the order of [`Mark::ALL`].
const LETTERS: [char; Mark::ALL.len()] = ['H', 'F', 'O', 'M', 'd', 't', 'q', 'p', 'a', 'o', 'W', 'S', 'C'];

/// The screen as lines of text without trailing spaces.
pub fn text(buffer: &Buffer) -> String {
    lines(buffer, |cells| cells.iter().map(|(_, cell)| cell.symbol()).collect())
}

/// The letter of the mark of each cell, and a legend.
///
/// The cells must be drawn with [`super::style::Styles::letters`]. A dot is text of an article
/// without a mark; a space is not text of an article.
pub fn marks(buffer: &Buffer) -> String {
    let mut used = [false; LETTERS.len()];
    let mut letter = |cell: &Cell| {
        let Color::Indexed(index) = cell.fg else { return ' ' };
        let Some(mark) = index.checked_sub(FIRST_LETTER + 1).map(usize::from) else { return '·' };
        if let Some(used) = used.get_mut(mark) {
            *used = true;
        }
        LETTERS.get(mark).copied().unwrap_or('?')
    };
    let mut grid = lines(buffer, |cells| {
        let letters = cells.iter().map(|(_, cell)| letter(cell).to_string().repeat(columns(cell.symbol())));
        letters.collect()
    });
    for (mark, _) in Mark::ALL.iter().zip(used).filter(|(_, used)| *used) {
        let _ = writeln!(grid, "{} {}", LETTERS[*mark as usize], mark.name());
    }
    grid
}

fn lines(buffer: &Buffer, mut line: impl FnMut(&[(u16, &Cell)]) -> String) -> String {
    let mut text = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        text.push_str(line(&cells(buffer, y)).trim_end());
        text.push('\n');
    }
    text
}

/// The cells of a row with their columns, without those that a wide character covers.
fn cells(buffer: &Buffer, y: u16) -> Vec<(u16, &Cell)> {
    let mut cells = Vec::with_capacity(usize::from(buffer.area.width));
    let mut x = buffer.area.left();
    while x < buffer.area.right() {
        let cell = &buffer[(x, y)];
        cells.push((x, cell));
        x += columns(cell.symbol()).max(1) as u16;
    }
    cells
}

/// The screen as an SVG picture.
pub fn svg(buffer: &Buffer, page: PageColors) -> String {
    let rows = buffer.area.top()..buffer.area.bottom();
    let lines: Vec<Vec<Piece>> = rows.map(|y| pieces(buffer, y, page)).collect();
    let size = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    drawn(&Picture { size, lines: &lines, colors: page, about: None })
}

/// Groups of adjacent cells with the same style.
fn pieces(buffer: &Buffer, y: u16, page: PageColors) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (x, cell) in cells(buffer, y) {
        let (width, style) = (columns(cell.symbol()).max(1), style(cell, page));
        // start a new piece after a wide character: fonts disagree about its width
        let after_wide =
            pieces.last().is_some_and(|piece| columns(&piece.text) != piece.text.chars().count());
        match pieces.last_mut() {
            Some(last) if last.style == style && !after_wide => {
                last.text.push_str(cell.symbol());
                last.width += width;
            }
            _ => pieces.push(Piece { x: usize::from(x), width, text: cell.symbol().to_owned(), style }),
        }
    }
    pieces
}

fn style(cell: &Cell, page: PageColors) -> PieceStyle {
    let on = |modifier| cell.modifier.contains(modifier);
    PieceStyle {
        colors: PageColors {
            text: rgb(cell.fg).unwrap_or(page.text),
            background: rgb(cell.bg).unwrap_or(page.background),
        },
        attributes: Attributes {
            bold: on(Modifier::BOLD),
            dim: on(Modifier::DIM),
            italic: on(Modifier::ITALIC),
            underline: on(Modifier::UNDERLINED),
            reverse: on(Modifier::REVERSED),
        },
        struck: on(Modifier::CROSSED_OUT),
    }
}

/// A color; `None` for the default of the terminal.
#[allow(clippy::wildcard_enum_match_arm)] // styles only have these colors of the terminal library
fn rgb(color: Color) -> Option<Rgb> {
    match color {
        Color::Rgb(red, green, blue) => Some(Rgb::from(theme::Color::Rgb(red, green, blue))),
        Color::Indexed(index) => Some(Rgb::indexed(index)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn an_svg_has_one_span_for_each_style_and_escapes_its_text() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, "a<b ", Style::new());
        buffer.set_string(4, 0, "red&", Style::new().fg(Color::Rgb(255, 0, 0)));
        let svg = svg(&buffer, PageColors::DARK);
        assert_eq!(svg.matches("<tspan").count(), 2, "{svg}");
        assert!(svg.contains("a&lt;b</tspan>"), "{svg}");
        assert!(svg.contains(r##"fill="#ff0000">red&amp;</tspan>"##), "{svg}");
    }

    #[test]
    fn wide_characters_count_once() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        buffer.set_string(0, 0, "東京 a", Style::new());
        assert_eq!(text(&buffer), "東京 a\n");
    }
}
