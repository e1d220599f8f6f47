//! Lines of styled words as an SVG picture: one `text` a line, a `tspan` only where the looks differ.
//!
//! What the picture of a whole comparison ([`super::svg`]) and that of a screen
//! share. A line is measured in columns, as a terminal has them. Invariants: the
//! result is well-formed whatever the words; the same lines give the same bytes.

use std::fmt::Write;

use super::harmless::is_harmless;
use crate::theme::{Attributes, Color};

/// A colour as `0xrrggbb`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hue(pub u32);

/// The colours where nothing else is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Paper {
    /// The colour of text.
    pub ink: Hue,
    /// The colour behind it.
    pub ground: Hue,
}

impl Paper {
    /// A dark terminal.
    pub const DARK: Paper = Paper { ink: Hue(0x00d8_dee9), ground: Hue(0x001e_222a) };
    /// A light terminal.
    pub const LIGHT: Paper = Paper { ink: Hue(0x0024_292f), ground: Hue(0x00ff_ffff) };
}

/// Words that look alike, beside each other on a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// The column it starts at, from 0.
    pub x: usize,
    /// How many columns it takes.
    pub width: usize,
    /// The words, as they are shown.
    pub text: String,
    /// What they look like.
    pub look: Look,
}

/// What words look like in a picture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Look {
    /// The colour of the letters.
    pub ink: Hue,
    /// The colour behind them.
    pub ground: Hue,
    /// Everything else, but for letters that are struck out.
    pub attributes: Attributes,
    /// Whether the letters are struck out.
    pub struck: bool,
}

/// What a picture shows, and what is said of it to those who do not see it.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    /// Columns and lines.
    pub size: (usize, usize),
    /// The lines from the top.
    pub lines: &'a [Vec<Piece>],
    /// Where nothing else is said.
    pub paper: Paper,
    /// What it shows, in a line, and how it was made; nothing where it stands in a page that says so.
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
    put(
        &mut svg,
        format_args!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.1} {height:.1}" width="{width:.0}" height="{height:.0}""#
        ),
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
    let Paper { ink, ground } = picture.paper;
    put(&mut svg, format_args!("<rect width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{ground}\"/>\n"));
    put(
        &mut svg,
        format_args!(
            "<g font-family=\"ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"14\" fill=\"{ink}\">\n"
        ),
    );
    for (y, pieces) in picture.lines.iter().enumerate() {
        line(&mut svg, pieces, y, picture.paper);
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

fn line(svg: &mut String, pieces: &[Piece], y: usize, paper: Paper) {
    let top = MARGIN + y as f64 * CELL.1;
    let left = |x: usize| MARGIN + x as f64 * CELL.0;
    for piece in pieces {
        let ground = piece.look.seen().1;
        if ground != paper.ground {
            let width = piece.width as f64 * CELL.0;
            let (x, height) = (left(piece.x), CELL.1);
            put(
                svg,
                format_args!(
                    "<rect x=\"{x:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height}\" fill=\"{ground}\"/>\n"
                ),
            );
        }
    }
    let mut spans = String::new();
    for piece in pieces {
        for (x, words) in words(piece) {
            put(&mut spans, format_args!(r#"<tspan x="{:.1}"{}>"#, left(x), attributes(piece.look, paper)));
            escape(&mut spans, words);
            spans.push_str("</tspan>");
        }
    }
    if !spans.is_empty() {
        put(svg, format_args!("<text y=\"{:.1}\">{spans}</text>\n", top + CELL.1 * 0.75));
    }
}

/// The words of a piece with the columns they start at.
///
/// Runs of blanks are left out: viewers disagree about whether to show them.
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

fn attributes(look: Look, paper: Paper) -> String {
    let mut out = String::new();
    let ink = look.seen().0;
    if ink != paper.ink {
        put(&mut out, format_args!(r#" fill="{ink}""#));
    }
    let Attributes { bold, dim, italic, underline, reverse: _ } = look.attributes;
    let switches =
        [(bold, r#" font-weight="bold""#), (italic, r#" font-style="italic""#), (dim, r#" opacity="0.6""#)];
    out.extend(switches.into_iter().filter(|(on, _)| *on).map(|(_, attribute)| attribute));
    match (underline, look.struck) {
        (false, false) => {}
        (true, false) => out.push_str(r#" text-decoration="underline""#),
        (false, true) => out.push_str(r#" text-decoration="line-through""#),
        (true, true) => out.push_str(r#" text-decoration="underline line-through""#),
    }
    out
}

/// Words of which none is markup, and no character that XML has not.
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

fn put(out: &mut String, words: std::fmt::Arguments<'_>) {
    out.write_fmt(words).expect("a String takes everything");
}

impl Look {
    /// The colours that are seen: of the letters, and behind them.
    fn seen(self) -> (Hue, Hue) {
        if self.attributes.reverse { (self.ground, self.ink) } else { (self.ink, self.ground) }
    }
}

impl std::fmt::Display for Hue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:06x}", self.0)
    }
}

impl From<Color> for Hue {
    fn from(color: Color) -> Hue {
        match color {
            Color::Ansi(index) | Color::Indexed(index) => Hue::indexed(index),
            Color::Rgb(red, green, blue) => Hue(u32::from_be_bytes([0, red, green, blue])),
        }
    }
}

impl Hue {
    /// The colour that terminals usually show for an index.
    pub fn indexed(index: u8) -> Hue {
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
            return Hue(*named);
        }
        let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
        let (red, green, blue) = if index < 232 {
            let cube = index - 16;
            (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        } else {
            let gray = 8 + 10 * (index - 232);
            (gray, gray, gray)
        };
        Hue::from(Color::Rgb(red, green, blue))
    }
}
