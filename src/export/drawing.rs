//! Lines of styled words as an SVG picture: one `text` for each line, one `tspan` for each style.
//!
//! Shared by the picture of a comparison ([`super::svg`]) and the picture of a screen. Widths are
//! in columns, as in a terminal. Invariants: the result is well-formed for any words; the same lines
//! give the same bytes.

use std::fmt::Write;

use super::harmless::is_harmless;
use crate::theme::{Attributes, Color};

/// A color as `0xrrggbb`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rgb(pub u32);

/// The default colors of a picture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PageColors {
    /// The color of text.
    pub text: Rgb,
    /// The color of the background.
    pub background: Rgb,
}

impl PageColors {
    /// A dark terminal.
    pub const DARK: PageColors = PageColors { text: Rgb(0x00d8_dee9), background: Rgb(0x001e_222a) };
    /// A light terminal.
    pub const LIGHT: PageColors = PageColors { text: Rgb(0x0024_292f), background: Rgb(0x00ff_ffff) };
}

/// Adjacent words of one style.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// The column it starts at, from 0.
    pub x: usize,
    /// How many columns it takes.
    pub width: usize,
    /// The words.
    pub text: String,
    /// Their style.
    pub style: PieceStyle,
}

/// The style of words in a picture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PieceStyle {
    /// The color of the letters and the background.
    pub colors: PageColors,
    /// Everything else except strikethrough.
    pub attributes: Attributes,
    /// Whether the letters are struck through.
    pub struck: bool,
}

/// The content of a picture, with its description.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    /// Columns and lines.
    pub size: (usize, usize),
    /// The lines from the top.
    pub lines: &'a [Vec<Piece>],
    /// The default colors.
    pub colors: PageColors,
    /// The title and the description; none if the picture is part of a page.
    pub about: Option<(&'a str, &'a str)>,
}

/// Pixels from one column to the next, and from one line to the next.
const CELL: (f64, f64) = (8.4, 18.0);
/// Pixels between the text and the edge of the picture.
const MARGIN: f64 = 10.0;

/// The picture.
pub fn drawn(picture: &Picture<'_>) -> String {
    let (columns, rows) = picture.size;
    let width = columns as f64 * CELL.0 + 2.0 * MARGIN;
    let height = rows as f64 * CELL.1 + 2.0 * MARGIN;
    let mut svg = String::new();
    let _ = write!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1} {height:.1}" width="{width:.0}" height="{height:.0}""#
    );
    match picture.about {
        None => svg.push_str(">\n"),
        Some((title, description)) => {
            svg.push_str(" role=\"img\">\n<title>");
            escape(&mut svg, title);
            svg.push_str("</title>\n<desc>");
            escape(&mut svg, description);
            svg.push_str("</desc>\n");
        }
    }
    let PageColors { text, background } = picture.colors;
    let _ = writeln!(svg, "<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{background}\"/>");
    let _ = writeln!(
        svg,
        "<g font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"14\" fill=\"{text}\">"
    );
    for (y, pieces) in picture.lines.iter().enumerate() {
        line(&mut svg, pieces, y, picture.colors);
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

fn line(svg: &mut String, pieces: &[Piece], y: usize, page: PageColors) {
    let top = MARGIN + y as f64 * CELL.1;
    let left = |x: usize| MARGIN + x as f64 * CELL.0;
    for piece in pieces {
        let background = piece.style.shown_colors().background;
        if background != page.background {
            let width = piece.width as f64 * CELL.0;
            let (x, height) = (left(piece.x), CELL.1);
            let _ = writeln!(
                svg,
                r#"<rect x="{x:.1}" y="{top:.1}" width="{width:.1}" height="{height}" fill="{background}"/>"#
            );
        }
    }
    let mut spans = String::new();
    for piece in pieces {
        for (x, words) in words(piece) {
            let _ = write!(spans, r#"<tspan x="{:.1}"{}>"#, left(x), attributes(piece.style, page));
            escape(&mut spans, words);
            spans.push_str("</tspan>");
        }
    }
    if !spans.is_empty() {
        let _ = writeln!(svg, "<text y=\"{:.1}\">{spans}</text>", top + CELL.1 * 0.75);
    }
}

/// The words of a piece with the columns they start at.
///
/// Omits runs of spaces, because viewers disagree about whether to show them.
fn words(piece: &Piece) -> Vec<(usize, &str)> {
    let columns = crate::text::width::columns;
    let mut words = Vec::new();
    let mut at = piece.x;
    for part in piece.text.split("  ") {
        let trimmed = part.trim_start();
        let start = at + columns(part) - columns(trimmed);
        if !trimmed.trim_end().is_empty() {
            words.push((start, trimmed.trim_end()));
        }
        at += columns(part) + 2;
    }
    words
}

fn attributes(style: PieceStyle, page: PageColors) -> String {
    let mut out = String::new();
    let text = style.shown_colors().text;
    if text != page.text {
        let _ = write!(out, r#" fill="{text}""#);
    }
    let Attributes { bold, dim, italic, underline, reverse: _ } = style.attributes;
    let decoration = match (underline, style.struck) {
        (false, false) => "",
        (true, false) => r#" text-decoration="underline""#,
        (false, true) => r#" text-decoration="line-through""#,
        (true, true) => r#" text-decoration="underline line-through""#,
    };
    let switches = [
        (bold, r#" font-weight="bold""#),
        (italic, r#" font-style="italic""#),
        (dim, r#" opacity="0.6""#),
        (true, decoration),
    ];
    out.extend(switches.into_iter().filter(|(on, _)| *on).map(|(_, attribute)| attribute));
    out
}

/// Words without markup or characters that XML forbids.
fn escape(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            c if c == '\n' || is_harmless(c) => out.push(c),
            _ => out.push('\u{fffd}'),
        }
    }
}

impl PieceStyle {
    /// The colors after swapping those of reversed words.
    fn shown_colors(self) -> PageColors {
        let PageColors { text, background } = self.colors;
        if self.attributes.reverse { PageColors { text: background, background: text } } else { self.colors }
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:06x}", self.0)
    }
}

impl From<Color> for Rgb {
    fn from(color: Color) -> Rgb {
        match color {
            Color::Ansi(index) | Color::Indexed(index) => Rgb::indexed(index),
            Color::Rgb(red, green, blue) => Rgb(u32::from_be_bytes([0, red, green, blue])),
        }
    }
}

impl Rgb {
    /// The color that terminals usually show for an index.
    pub fn indexed(index: u8) -> Rgb {
        const FIRST: [u32; 16] = [
            0x002e_3440,
            0x00d0_554f,
            0x007f_a650,
            0x00d0_a549,
            0x005e_8fc7,
            0x00b0_7fc0,
            0x004f_a8ad,
            0x00c8_ced9,
            0x007d_8696,
            0x00ef_6f68,
            0x009c_c46b,
            0x00ec_c46a,
            0x007f_b0e8,
            0x00cf_9fe0,
            0x006f_c8cd,
            0x00f4_f6fa,
        ];
        if let Some(named) = FIRST.get(usize::from(index)) {
            return Rgb(*named);
        }
        let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
        let (red, green, blue) = if index < 232 {
            let cube = index - 16;
            (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        } else {
            let gray = 8 + 10 * (index - 232);
            (gray, gray, gray)
        };
        Rgb::from(Color::Rgb(red, green, blue))
    }
}
