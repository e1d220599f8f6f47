//! A picture of the whole comparison.
//!
//! It shows all rows, with each side wrapped at a readable width, with signs, marks, captions,
//! verdicts and notes, then a legend and the stamp, in the style of a theme. This module lays out
//! lines; [`super::drawing`] draws them.

use super::drawing::{PageColors, Picture, Piece, PieceStyle, Rgb, drawn};
use super::report::Report;
use super::{remarks, stamp};
use crate::difference::Severity;
use crate::review::Verdict;
use crate::text::visible::shown_text;
use crate::text::width::{columns, fitting};
use crate::text::wrap::wrap;
use crate::text::{Pair, Side, Span};
use crate::theme::{Background, Role, Style, Theme};
use crate::view::{Cell, Mark, MarkSet, Numbers, Part, Row, Sign, words};

/// Columns of each text; readers do not lose such a short line.
const TEXT: usize = 56;
/// Columns between both texts: a verdict and a sign, with spaces around them.
const BETWEEN: usize = 7;

/// The picture of a comparison.
pub fn svg(report: &Report<'_>) -> String {
    let comparison = report.comparison;
    let rows = report.rows();
    let theme = report.options.picture.clone().unwrap_or_else(|| Theme::default().on(Background::Light));
    let digits = rows.len().max(1).to_string().len();
    let mut builder = PictureBuilder {
        report,
        colors: page_colors(&theme),
        theme: &theme,
        numbers: Numbers::new(&rows),
        texts: Pair::new(digits + 2, digits + 2 + TEXT + BETWEEN),
        lines: Vec::new(),
    };
    builder.add_head();
    for (row, number) in rows.iter().zip(1..) {
        builder.add_row(row, number);
    }
    builder.add_foot(&rows);
    let outlets = Pair::from_fn(|side| words::outlet(comparison, side));
    let title = format!("{} and {}, sentence by sentence", outlets.left, outlets.right);
    let stamp: Vec<String> = stamp::stamp(comparison).iter().map(ToString::to_string).collect();
    drawn(&Picture {
        size: (builder.width() + 1, builder.lines.len()),
        lines: &builder.lines,
        colors: builder.colors,
        about: Some((&shown_text(&title), &stamp.join("\n"))),
    })
}

/// Whether a file is an SVG report: a title, then a description that ends with the stamp.
pub fn is_own_report(bytes: &[u8]) -> bool {
    let Ok(picture) = std::str::from_utf8(bytes) else { return false };
    // several pictures in one file are the user's own file
    if !picture.trim_end().ends_with("</svg>") || picture.matches("</svg>").count() > 1 {
        return false;
    }
    let parts = picture.strip_prefix("<svg ").and_then(|rest| {
        let (_, rest) = rest.split_once(">\n<title>")?;
        let (title, rest) = rest.split_once("</title>\n<desc>")?;
        let (description, _) = rest.split_once("</desc>\n")?;
        Some([title, description])
    });
    let Some([title, description]) = parts else { return false };
    let last = description.lines().next_back().unwrap_or_default();
    !title.contains('<') && !description.contains('<') && stamp::is_program_line(last, ": ")
}

/// The page colors of a theme, or the defaults for its background.
fn page_colors(theme: &Theme) -> PageColors {
    let default = match theme.background() {
        Background::Dark => PageColors::DARK,
        Background::Light => PageColors::LIGHT,
    };
    colors(theme.page(), default)
}

/// The colors of a style; those of the page if it has none.
fn colors(style: Style, page: PageColors) -> PageColors {
    PageColors {
        text: style.fg.map_or(page.text, Rgb::from),
        background: style.bg.map_or(page.background, Rgb::from),
    }
}

/// Builds the lines of a picture.
struct PictureBuilder<'a> {
    report: &'a Report<'a>,
    theme: &'a Theme,
    colors: PageColors,
    numbers: Numbers,
    /// The first column of each text.
    texts: Pair<usize>,
    lines: Vec<Vec<Piece>>,
}

impl PictureBuilder<'_> {
    fn width(&self) -> usize {
        self.texts.right + TEXT
    }

    fn add_line(&mut self) {
        self.lines.push(Vec::new());
    }

    /// Writes words on the last line; returns the column after them.
    fn put(&mut self, x: usize, words: &str, style: Style) -> usize {
        let colors = colors(style, self.colors);
        let style = PieceStyle { colors, attributes: style.attributes, struck: false };
        let shown = shown_text(words);
        let (mut at, mut rest) = (x, &*shown);
        let Some(line) = self.lines.last_mut() else { return x };
        while !rest.is_empty() {
            let part = narrow_head(rest);
            let width = columns(part);
            if width > 0 {
                line.push(Piece { x: at, width, text: part.to_owned(), style });
            }
            at += width;
            rest = Span::new(part.len(), rest.len()).of(rest);
        }
        at
    }

    /// Writes words on new lines, from the left text to the right edge.
    fn paragraph(&mut self, words: &str, role: Role) {
        let (x, style) = (self.texts.left, self.theme.role(role));
        let room = self.width() - x;
        let indent = x + columns(words) - columns(words.trim_start_matches(['✎', '❝', ' ']));
        for line in words.split('\n') {
            for (at, span) in wrap(line, Span::whole(line), room - 2).into_iter().enumerate() {
                self.add_line();
                self.put(if at == 0 { x } else { indent.min(x + 2) }, span.of(line).trim_end(), style);
            }
        }
    }

    /// Writes a line across the picture.
    fn rule(&mut self) {
        self.add_line();
        self.put(0, &"─".repeat(self.width()), self.theme.role(Role::Divider));
    }

    /// Writes the names of the outlets.
    fn add_head(&mut self) {
        self.add_line();
        for (side, x) in self.texts.sides() {
            let name = shown_text(words::outlet(self.report.comparison, side)).into_owned();
            self.put(x, fitting(&name, TEXT), self.theme.role(Role::Title));
        }
        self.rule();
    }

    fn add_row(&mut self, row: &Row, number: usize) {
        let report = self.report;
        let cells = || Side::BOTH.into_iter().filter_map(|side| row.cells[side].as_ref());
        if number > 1 && cells().any(|cell| cell.opens_block) {
            self.add_line();
        }
        for caption in &row.captions {
            self.paragraph(&format!("❝ {}", caption.text), Role::Caption);
        }
        let wrapped = Pair::from_fn(|side| match &row.cells[side] {
            Some(cell) => wrap(&report.comparison.sides[side].article.text, cell.span, TEXT),
            None => Vec::new(),
        });
        for at in 0..wrapped.left.len().max(wrapped.right.len()).max(1) {
            self.add_line();
            if at == 0 {
                self.put_signs(row, number);
            }
            for side in Side::BOTH {
                match (&row.cells[side], wrapped[side].get(at)) {
                    (Some(cell), Some(line)) => self.put_text(cell, side, *line),
                    (None, _) if at == 0 => self.put_pointer(row, side),
                    (Some(_) | None, _) => {}
                }
            }
        }
        if let Some(note) = remarks::remark(report, row).and_then(|remark| remark.note.as_ref()) {
            self.paragraph(&format!("✎ {}", note.trim_end()), Role::Caption);
        }
    }

    /// Writes the number of a row, its verdict and its sign.
    fn put_signs(&mut self, row: &Row, number: usize) {
        let (theme, report) = (self.theme, self.report);
        let digits = self.texts.left - 2;
        self.put(0, &format!("{number:>digits$}"), theme.role(Role::Divider));
        let middle = self.texts.left + TEXT;
        if let Some(verdict) = remarks::remark(report, row).and_then(|remark| remark.verdict) {
            let (symbol, role) = if report.review.is_edited(row.bead) {
                ("○", Role::Warning)
            } else {
                (verdict.symbol(), role(verdict))
            };
            self.put(middle + 2, symbol, theme.role(role));
        }
        let mut differences = row.differences.iter().map(|id| &report.comparison.differences[id.index()]);
        let style = if differences.any(|difference| difference.severity == Severity::High) {
            theme.run(MarkSet::EMPTY.with(Mark::AlteredWord), Side::Left)
        } else {
            theme.sign(row.sign)
        };
        self.put(middle + 4, row.sign.symbol(), style);
    }

    /// Writes one line of a side's text, each run in the style of its marks.
    fn put_text(&mut self, cell: &Cell, side: Side, line: Span) {
        let article = &self.report.comparison.sides[side].article.text;
        let line = Span::new(line.start(), line.start() + line.of(article).trim_end().len());
        let mut x = self.texts[side];
        for run in cell.runs_in(line) {
            x = self.put(x, run.span.of(article), self.theme.run(run.marks, side));
        }
    }

    /// Writes into an empty cell where its text is.
    fn put_pointer(&mut self, row: &Row, side: Side) {
        let pointer = match row.part {
            Part::Whole => None,
            Part::MovedFrom | Part::MovedTo => {
                self.numbers.end(row.bead, side).map(|row| format!("→ row {row}"))
            }
            Part::Continued => self.numbers.bead(row.bead).map(|row| format!("continues row {row}")),
        };
        if let Some(pointer) = pointer {
            self.put(self.texts[side], &pointer, self.theme.role(Role::Fold));
        }
    }

    /// Writes the orphaned remarks, the legend and the stamp.
    fn add_foot(&mut self, rows: &[Row]) {
        let report = self.report;
        self.add_line();
        for said in remarks::orphaned_lines(report) {
            self.paragraph(&format!("✎ {said}"), Role::Caption);
        }
        self.rule();
        let signs = Sign::ALL.into_iter().filter(|sign| rows.iter().any(|row| row.sign == *sign));
        let mut legend: Vec<String> = signs
            .map(|sign| format!("{} {}", sign.symbol(), words::sign_name(report.comparison, sign)))
            .collect();
        let is_given =
            |verdict: &Verdict| report.remarks().any(|(_, remark)| remark.verdict == Some(*verdict));
        let verdicts = Verdict::ALL.into_iter().filter(is_given);
        legend.extend(verdicts.map(|verdict| format!("{} {}", verdict.symbol(), verdict.name())));
        self.paragraph(&legend.join("   "), Role::Divider);
        for line in stamp::stamp(report.comparison) {
            self.paragraph(&line.to_string(), Role::Divider);
        }
    }
}

/// The role of a verdict, as on the screen.
fn role(verdict: Verdict) -> Role {
    match verdict {
        Verdict::Seen => Role::Divider,
        Verdict::Ok => Role::Title,
        Verdict::Query => Role::Key,
        Verdict::Fix => Role::Warning,
    }
}

/// The longest head of words whose characters all take one column; otherwise one grapheme.
fn narrow_head(words: &str) -> &str {
    let is_narrow = |c: char| c.is_ascii() || columns(c.encode_utf8(&mut [0; 4])) == 1;
    let Some((end, _)) = words.char_indices().find(|(_, c)| !is_narrow(*c)) else { return words };
    // a combining mark or a joiner belongs to the character before it
    let head = fitting(words, columns(Span::new(0, end).of(words)).saturating_sub(1));
    if !head.is_empty() {
        return head;
    }
    let mut heads = (1..=columns(words).max(1)).map(|limit| fitting(words, limit));
    heads.find(|head| !head.is_empty()).unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::report::ReportOptions;
    use crate::review::{Entry, Placed, Remark};
    use crate::view::made::comparison;

    fn picture(left: &str, right: &str, review: &Placed, notation: &str) -> String {
        let comparison = comparison(left, right, notation);
        svg(&Report { comparison: &comparison, review, options: &ReportOptions::default() })
    }

    #[track_caller]
    fn holds(picture: &str, parts: &[&str]) {
        for part in parts {
            assert!(picture.contains(part), "{part} is not in\n{picture}");
        }
    }

    #[test]
    fn signs_marks_verdicts_notes_and_what_was_lost_are_drawn() {
        let mut review = Placed::default();
        let remark = Remark { verdict: Some(Verdict::Fix), note: Some("ask <Vale>\ntoday".to_owned()) };
        review.remarks.insert(crate::alignment::BeadId::new(1), remark.clone());
        review.orphaned.push(Entry { texts: Pair::new(Some("Gone words.".to_owned()), None), remark });
        let picture = picture(
            "Rain fell.\nSome 12 men left.\nThe dam held.",
            "The dam held.\nRain fell.\nSome 15 men left.",
            &review,
            "=0-1 1-2 ↕2-0",
        );
        let parts = [
            "✗</tspan>",
            ">~</tspan>",
            ">→ row 4</tspan>",
            ">12</tspan>",
            "✎ ask &lt;Vale&gt;",
            ">today</tspan>",
        ];
        holds(&picture, &parts);
        holds(
            &picture,
            &["no longer in either text: Gone words.: fix: ask", "= identical", "✗ fix", "pressdiff"],
        );
    }

    #[test]
    fn wide_and_joined_characters_start_at_their_column() {
        let picture = picture("ab東京cd", "e\u{301}f👩\u{200d}🚒g", &Placed::default(), "0-0");
        // the left text starts at column 3: 10 + 3 * 8.4 pixels, then two columns for each wide character
        for part in [
            "x=\"35.2\"",
            ">東</tspan>",
            "x=\"52.0\"",
            "x=\"68.8\"",
            ">cd</tspan>",
            "e\u{301}",
            ">👩\u{200d}🚒</tspan>",
        ] {
            assert!(picture.contains(part), "{part} is not in\n{picture}");
        }
    }
}
