//! The cells of a screen as text, as letters of their marks, and as an SVG picture.
//!
//! For tests, for `--print` and for the README. Works on cells alone: what is
//! drawn here is what a terminal would show.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::style::FIRST_LETTER;
use crate::text::width::columns;
use crate::view::Mark;

/// The letter of each mark in a grid, in the order of [`Mark::ALL`].
const LETTERS: [char; Mark::ALL.len()] = ['H', 'F', 'O', 'M', 'd', 't', 'q', 'p', 'a', 'o', 'W', 'S', 'C'];

/// The screen as lines of text, blanks at their ends trimmed.
pub fn text(buffer: &Buffer) -> String {
    lines(buffer, |cells| cells.iter().map(|(_, cell)| cell.symbol()).collect())
}

/// The mark of each cell by its letter, and the legend of the letters used.
///
/// To be drawn with [`super::style::Styles::letters`]; a dot is text without a mark,
/// a blank no text of an article.
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

/// The cells of a row, without those that a wide character covers.
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

/// The colours of a screen where a cell asks for the terminal's own.
#[derive(Clone, Copy, Debug)]
pub struct Paper {
    /// The colour of text, as `#rrggbb`.
    pub ink: &'static str,
    /// The colour behind it.
    pub ground: &'static str,
}

impl Paper {
    /// A dark terminal.
    pub const DARK: Paper = Paper { ink: "#d8dee9", ground: "#1e222a" };
    /// A light terminal.
    pub const LIGHT: Paper = Paper { ink: "#24292f", ground: "#ffffff" };
}

/// Pixels from one column to the next, and from one row to the next.
const CELL: (f64, f64) = (8.4, 18.0);
/// Pixels between the text and the edge of the picture.
const MARGIN: f64 = 10.0;

/// The screen as an SVG picture: one `text` a row, a `tspan` only where the style differs.
pub fn svg(buffer: &Buffer, paper: Paper) -> String {
    let width = f64::from(buffer.area.width) * CELL.0 + 2.0 * MARGIN;
    let height = f64::from(buffer.area.height) * CELL.1 + 2.0 * MARGIN;
    let mut svg = format!(
        concat!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {:.1} {:.1}" width="{:.0}" height="{:.0}">"#,
            "\n",
            r#"<rect width="100%" height="100%" rx="6" fill="{}"/>"#,
            "\n",
            r#"<g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="{}">"#,
            "\n"
        ),
        width, height, width, height, paper.ground, paper.ink
    );
    for y in buffer.area.top()..buffer.area.bottom() {
        svg_row(&mut svg, &pieces(buffer, y), y, paper);
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// Cells beside each other that look alike.
struct Piece<'a> {
    x: u16,
    width: u16,
    text: String,
    style: &'a Cell,
}

fn pieces(buffer: &Buffer, y: u16) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for (x, cell) in cells(buffer, y) {
        let width = columns(cell.symbol()).max(1) as u16;
        let alike = |piece: &Piece<'_>| {
            let style = piece.style;
            (style.fg, style.bg, style.modifier) == (cell.fg, cell.bg, cell.modifier)
        };
        // behind a wide character the next one is placed anew: fonts disagree about its width
        let after_wide =
            pieces.last().is_some_and(|piece| columns(&piece.text) != piece.text.chars().count());
        match pieces.last_mut() {
            Some(last) if alike(last) && !after_wide => {
                last.text.push_str(cell.symbol());
                last.width += width;
            }
            _ => pieces.push(Piece { x, width, text: cell.symbol().to_owned(), style: cell }),
        }
    }
    pieces
}

/// The words of a piece with the columns they start at.
///
/// Runs of blanks are left out: viewers disagree about whether to show them.
fn words(piece: &Piece<'_>) -> Vec<(u16, String)> {
    let mut words: Vec<(u16, String)> = Vec::new();
    let mut at = piece.x;
    for part in piece.text.split("  ") {
        let trimmed = part.trim_start();
        let start = at + (columns(part) - columns(trimmed)) as u16;
        if !trimmed.trim_end().is_empty() {
            words.push((start, trimmed.trim_end().to_owned()));
        }
        at += columns(part) as u16 + 2;
    }
    words
}

fn svg_row(svg: &mut String, pieces: &[Piece<'_>], y: u16, paper: Paper) {
    let top = MARGIN + f64::from(y) * CELL.1;
    let left = |x: u16| MARGIN + f64::from(x) * CELL.0;
    for piece in pieces {
        let ground = colours(piece.style, paper).1;
        if ground != paper.ground {
            let width = f64::from(piece.width) * CELL.0;
            let (x, height) = (left(piece.x), CELL.1);
            let _ = writeln!(
                svg,
                r#"<rect x="{x:.1}" y="{top:.1}" width="{width:.1}" height="{height}" fill="{ground}"/>"#
            );
        }
    }
    let mut spans = String::new();
    for piece in pieces {
        for (x, words) in words(piece) {
            let _ = write!(spans, r#"<tspan x="{:.1}"{}>"#, left(x), attributes(piece.style, paper));
            for c in words.chars() {
                match c {
                    '<' => spans.push_str("&lt;"),
                    '>' => spans.push_str("&gt;"),
                    '&' => spans.push_str("&amp;"),
                    c => spans.push(c),
                }
            }
            spans.push_str("</tspan>");
        }
    }
    if spans.is_empty() {
        return;
    }
    let _ = write!(svg, r#"<text y="{:.1}">{spans}"#, top + CELL.1 * 0.75);
    svg.push_str("</text>\n");
}

fn attributes(cell: &Cell, paper: Paper) -> String {
    let mut attributes = String::new();
    let ink = colours(cell, paper).0;
    if ink != paper.ink {
        let _ = write!(attributes, r#" fill="{ink}""#);
    }
    let modifiers = [
        (Modifier::BOLD, r#" font-weight="bold""#),
        (Modifier::ITALIC, r#" font-style="italic""#),
        (Modifier::DIM, r#" opacity="0.6""#),
    ];
    for (modifier, attribute) in modifiers {
        if cell.modifier.contains(modifier) {
            attributes.push_str(attribute);
        }
    }
    let lines = [(Modifier::UNDERLINED, "underline"), (Modifier::CROSSED_OUT, "line-through")];
    let lines: Vec<&str> = lines
        .into_iter()
        .filter(|(modifier, _)| cell.modifier.contains(*modifier))
        .map(|(_, line)| line)
        .collect();
    if !lines.is_empty() {
        let _ = write!(attributes, r#" text-decoration="{}""#, lines.join(" "));
    }
    attributes
}

/// The colours of a cell: of its text, and behind it.
fn colours(cell: &Cell, paper: Paper) -> (String, String) {
    let ink = hex(cell.fg).unwrap_or_else(|| paper.ink.to_owned());
    let ground = hex(cell.bg).unwrap_or_else(|| paper.ground.to_owned());
    if cell.modifier.contains(Modifier::REVERSED) { (ground, ink) } else { (ink, ground) }
}

/// A colour as `#rrggbb`; none where the terminal's own is asked for.
fn hex(color: Color) -> Option<String> {
    let index = match color {
        Color::Reset => return None,
        Color::Rgb(red, green, blue) => return Some(format!("#{red:02x}{green:02x}{blue:02x}")),
        Color::Indexed(index) => index,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    Some(indexed(index))
}

/// The colour that terminals usually show for an index.
fn indexed(index: u8) -> String {
    const FIRST: [&str; 16] = [
        "#2e3440", "#d0554f", "#7fa650", "#d0a549", "#5e8fc7", "#b07fc0", "#4fa8ad", "#c8ced9", "#7d8696",
        "#ef6f68", "#9cc46b", "#ecc46a", "#7fb0e8", "#cf9fe0", "#6fc8cd", "#f4f6fa",
    ];
    if let Some(named) = FIRST.get(usize::from(index)) {
        return (*named).to_owned();
    }
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    let (red, green, blue) = if index < 232 {
        let cube = index - 16;
        (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    } else {
        let gray = 8 + 10 * (index - 232);
        (gray, gray, gray)
    };
    format!("#{red:02x}{green:02x}{blue:02x}")
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
        let svg = svg(&buffer, Paper::DARK);
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
