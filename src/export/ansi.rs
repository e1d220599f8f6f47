//! Text with the colors of a terminal.
//!
//! The only place that writes escape sequences into a report. Texts are made visible before, so
//! that none of their own escape sequences reaches the terminal.

use std::fmt::Write;

use crate::text::Side;
use crate::theme::{Color, Style, Theme};
use crate::view::MarkSet;

/// Writes words in the colors of their marks; unchanged without a theme.
pub(super) fn painted(out: &mut String, words: &str, marks: MarkSet, side: Side, theme: Option<&Theme>) {
    let style = theme.map(|theme| theme.run(marks, side)).unwrap_or_default();
    let codes = codes(style);
    if codes.is_empty() || words.is_empty() {
        out.push_str(words);
        return;
    }
    let _ = write!(out, "\u{1b}[{codes}m{words}\u{1b}[0m");
}

/// The codes of a style, with semicolons between them.
fn codes(style: Style) -> String {
    let Style { fg, bg, attributes: has } = style;
    let attributes = [(has.bold, 1), (has.dim, 2), (has.italic, 3), (has.underline, 4), (has.reverse, 7)];
    let attributes = attributes.into_iter().filter(|(has, _)| *has).map(|(_, code)| code.to_string());
    let colors = [fg.map(|color| code(color, 0)), bg.map(|color| code(color, 10))];
    attributes.chain(colors.into_iter().flatten()).collect::<Vec<_>>().join(";")
}

/// The code of a color; `offset` is 0 for letters and 10 for the backoffset.
fn code(color: Color, offset: u8) -> String {
    match color {
        Color::Ansi(number @ 0..8) => (30 + offset + number).to_string(),
        Color::Ansi(number) => (82 + offset + number).to_string(),
        Color::Indexed(number) => format!("{};5;{number}", 38 + offset),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", 38 + offset),
    }
}
