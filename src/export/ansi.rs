//! Text with the colors of a terminal.
//!
//! The only place that makes escape sequences of a report; what a text holds is
//! shown before it comes here, so that none of its own reaches the terminal.

use std::fmt::Write;

use crate::text::Side;
use crate::theme::{Color, Style, Theme};
use crate::view::MarkSet;

/// Words as they look on a terminal: as they are where there are no colors.
pub(super) fn painted(out: &mut String, words: &str, marks: MarkSet, side: Side, theme: Option<&Theme>) {
    let style = theme.map(|theme| theme.run(marks, side)).unwrap_or_default();
    let codes = codes(style);
    if codes.is_empty() || words.is_empty() {
        out.push_str(words);
        return;
    }
    write!(out, "\u{1b}[{codes}m{words}\u{1b}[0m").expect("a String takes everything");
}

/// The codes of a style, with semicolons between them.
fn codes(style: Style) -> String {
    let Style { fg, bg, attributes: has } = style;
    let attributes = [(has.bold, 1), (has.dim, 2), (has.italic, 3), (has.underline, 4), (has.reverse, 7)];
    let attributes = attributes.into_iter().filter(|(has, _)| *has).map(|(_, code)| code.to_string());
    let colors = [fg.map(|color| code(color, 0)), bg.map(|color| code(color, 10))];
    attributes.chain(colors.into_iter().flatten()).collect::<Vec<_>>().join(";")
}

/// The code of a color, for letters or, 10 higher, for what is behind them.
fn code(color: Color, ground: u8) -> String {
    match color {
        Color::Ansi(number @ 0..8) => (30 + ground + number).to_string(),
        Color::Ansi(number) => (82 + ground + number).to_string(),
        Color::Indexed(number) => format!("{};5;{number}", 38 + ground),
        Color::Rgb(red, green, blue) => format!("{};2;{red};{green};{blue}", 38 + ground),
    }
}
