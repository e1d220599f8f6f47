//! A picture of the whole comparison, to look at, to send and to hang on a wall.
//!
//! What the screen would show were it high enough: the rows of the [`View`], each
//! side wrapped at a width that reads well, with signs, marks, captions, verdicts
//! and notes; a legend and the stamp below. The looks are those of a theme. Lays
//! out lines; [`super::drawing`] draws them.

use super::drawing::{Hue, Look, Paper, Picture, Piece, drawn};
use super::report::{Report, chosen};
use super::{remarks, stamp};
use crate::difference::Severity;
use crate::review::Verdict;
use crate::text::visible::shown_text;
use crate::text::width::{columns, fitting};
use crate::text::wrap::wrap;
use crate::text::{Pair, Side, Span};
use crate::theme::{Background, Role, Style, Theme};
use crate::view::{Cell, Item, Mark, MarkSet, Numbers, Part, Row, Sign, View, words};

/// Columns of each text: what is read without losing the line.
const TEXT: usize = 56;
/// Columns between both texts: a verdict and a sign, with blanks around them.
const BETWEEN: usize = 7;

/// The picture of a comparison.
pub fn svg(report: &Report<'_>) -> String {
    let comparison = report.comparison;
    let view = chosen(report);
    let theme = report.wishes.picture.clone().unwrap_or_else(|| Theme::default().on(Background::Light));
    let digits = view.rows().count().max(1).to_string().len();
    let mut sheet = Sheet {
        report,
        paper: paper(&theme),
        theme: &theme,
        numbers: Numbers::new(&view),
        texts: Pair::new(digits + 2, digits + 2 + TEXT + BETWEEN),
        lines: Vec::new(),
    };
    head(&mut sheet);
    let mut number = 0;
    for item in &view.items {
        match item {
            Item::Row(shown) => {
                number += 1;
                row(&mut sheet, shown, number);
            }
            Item::Folded { beads } => {
                let hidden = format!("┄┄ {}", words::counted(beads.len(), "identical row"));
                sheet.paragraph(sheet.texts.left, &hidden, theme.role(Role::Fold));
            }
        }
    }
    foot(&mut sheet, &view);
    let outlets = Pair::from_fn(|side| words::outlet(comparison, side));
    let title = format!("{} and {}, sentence by sentence", outlets.left, outlets.right);
    let lines: Vec<String> =
        stamp::stamp(comparison).into_iter().map(|line| format!("{}: {}", line.name, line.text)).collect();
    drawn(&Picture {
        size: (sheet.width() + 1, sheet.lines.len()),
        lines: &sheet.lines,
        paper: sheet.paper,
        about: Some((&shown_text(&title), &lines.join("\n"))),
    })
}

/// Whether a file is an SVG report: a title, then a description that ends with the stamp.
pub fn is_own_report(bytes: &[u8]) -> bool {
    let Ok(picture) = std::str::from_utf8(bytes) else { return false };
    // several pictures in one file are somebody's own file
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
    let maker = last.strip_prefix(stamp::PROGRAM).and_then(|rest| rest.strip_prefix(": "));
    !title.contains('<') && !description.contains('<') && maker.is_some_and(stamp::names_maker)
}

/// The page of a theme; where it paints none, that of its ground.
fn paper(theme: &Theme) -> Paper {
    let usual = match theme.background() {
        Background::Dark => Paper::DARK,
        Background::Light => Paper::LIGHT,
    };
    let page = theme.page();
    Paper { ink: page.fg.map_or(usual.ink, Hue::from), ground: page.bg.map_or(usual.ground, Hue::from) }
}

/// The lines so far, and what they are made of.
struct Sheet<'a> {
    report: &'a Report<'a>,
    theme: &'a Theme,
    paper: Paper,
    numbers: Numbers,
    /// The column that each text starts at.
    texts: Pair<usize>,
    lines: Vec<Vec<Piece>>,
}

impl Sheet<'_> {
    fn width(&self) -> usize {
        self.texts.right + TEXT
    }

    /// Words on the last line; gives the column behind them.
    fn put(&mut self, x: usize, words: &str, style: Style) -> usize {
        let look = Look {
            ink: style.fg.map_or(self.paper.ink, Hue::from),
            ground: style.bg.map_or(self.paper.ground, Hue::from),
            attributes: style.attributes,
            struck: false,
        };
        let shown = shown_text(words);
        let (mut at, mut rest) = (x, &*shown);
        let Some(line) = self.lines.last_mut() else { return x };
        while !rest.is_empty() {
            let part = plain(rest);
            let width = columns(part);
            if width > 0 {
                line.push(Piece { x: at, width, text: part.to_owned(), look });
            }
            at += width;
            rest = Span::new(part.len(), rest.len()).of(rest);
        }
        at
    }

    /// Words on lines of their own, from a column to the right edge.
    fn paragraph(&mut self, x: usize, words: &str, style: Style) {
        let room = self.width() - x;
        let indent = x + columns(words) - columns(words.trim_start_matches(['✎', '❝', ' ']));
        for line in words.split('\n') {
            for (at, span) in wrap(line, Span::whole(line), room - 2).into_iter().enumerate() {
                self.lines.push(Vec::new());
                self.put(if at == 0 { x } else { indent.min(x + 2) }, span.of(line).trim_end(), style);
            }
        }
    }
}

/// The longest head of words whose characters all take one column; else one grapheme, which is placed on its own.
fn plain(words: &str) -> &str {
    let narrow = |c: char| c.is_ascii() || columns(c.encode_utf8(&mut [0; 4])) == 1;
    // a mark or a joiner belongs to the character before it
    let end = words.char_indices().find(|(_, c)| !narrow(*c)).map_or(words.len(), |(at, _)| at);
    let head = Span::new(0, end).of(words);
    if end == words.len() {
        return head;
    }
    let shorter = fitting(words, columns(head).saturating_sub(1));
    let one = || (1..=columns(words).max(1)).map(|limit| fitting(words, limit)).find(|head| !head.is_empty());
    match shorter {
        "" => one().unwrap_or(words),
        shorter => shorter,
    }
}

/// Who stands on which side, and how much is shared.
fn head(sheet: &mut Sheet<'_>) {
    let comparison = sheet.report.comparison;
    let (title, quiet) = (sheet.theme.role(Role::Title), sheet.theme.role(Role::Divider));
    sheet.lines.push(Vec::new());
    for (side, x) in sheet.texts.sides() {
        let name = shown_text(words::outlet(comparison, side)).into_owned();
        sheet.put(x, fitting(&name, TEXT), title);
    }
    let rule = "─".repeat(sheet.width());
    sheet.lines.push(Vec::new());
    sheet.put(0, &rule, quiet);
}

fn row(sheet: &mut Sheet<'_>, row: &Row, number: usize) {
    let comparison = sheet.report.comparison;
    if number > 1
        && Side::BOTH.iter().any(|&side| row.cells[side].as_ref().is_some_and(|cell| cell.opens_block))
    {
        sheet.lines.push(Vec::new());
    }
    for caption in &row.captions {
        sheet.paragraph(sheet.texts.left, &format!("❝ {}", caption.text), sheet.theme.role(Role::Caption));
    }
    let spans = row.cells.as_ref().map(|cell| cell.as_ref().map(|cell| cell.span));
    let wrapped = Pair::from_fn(|side| match spans[side] {
        Some(span) => wrap(&comparison.sides[side].article.text, span, TEXT),
        None => Vec::new(),
    });
    for at in 0..wrapped.left.len().max(wrapped.right.len()).max(1) {
        sheet.lines.push(Vec::new());
        if at == 0 {
            signs(sheet, row, number);
        }
        for side in Side::BOTH {
            match (&row.cells[side], wrapped[side].get(at)) {
                (Some(cell), Some(line)) => text(sheet, cell, side, *line),
                (None, _) if at == 0 => pointer(sheet, row, side),
                (Some(_) | None, _) => {}
            }
        }
    }
    let note =
        remarks::on_row(sheet.report, row).and_then(|_| sheet.report.review.remark(row.bead)?.note.clone());
    if let Some(note) = note {
        sheet.paragraph(sheet.texts.left, &format!("✎ {}", note.trim_end()), sheet.theme.role(Role::Caption));
    }
}

/// The number of a row, what the reviewer decided, and what the row is.
fn signs(sheet: &mut Sheet<'_>, row: &Row, number: usize) {
    let (theme, report) = (sheet.theme, sheet.report);
    let digits = sheet.texts.left - 2;
    sheet.put(0, &format!("{number:>digits$}"), theme.role(Role::Divider));
    let middle = sheet.texts.left + TEXT;
    if remarks::on_row(report, row).is_some()
        && let Some(verdict) = report.review.remark(row.bead).and_then(|remark| remark.verdict)
    {
        let edited = report.review.is_edited(row.bead);
        let (symbol, style) = if edited {
            ("○", theme.role(Role::Warning))
        } else {
            (verdict.symbol(), theme.role(role(verdict)))
        };
        sheet.put(middle + 2, symbol, style);
    }
    let alarming = |severity| match severity {
        Severity::High => true,
        Severity::Low | Severity::Medium => false,
    };
    let alarms =
        row.differences.iter().any(|id| alarming(report.comparison.differences[id.index()].severity));
    let style = if alarms {
        theme.run(MarkSet::EMPTY.with(Mark::AlteredWord), Side::Left)
    } else {
        theme.sign(row.sign)
    };
    sheet.put(middle + 4, row.sign.symbol(), style);
}

/// How a verdict looks, as on the screen.
fn role(verdict: Verdict) -> Role {
    match verdict {
        Verdict::Seen => Role::Divider,
        Verdict::Ok => Role::Title,
        Verdict::Query => Role::Key,
        Verdict::Fix => Role::Warning,
    }
}

/// One line of one side's text, each run in the looks of its marks.
fn text(sheet: &mut Sheet<'_>, cell: &Cell, side: Side, line: Span) {
    let article = &sheet.report.comparison.sides[side].article.text;
    let line = Span::new(line.start(), line.start() + line.of(article).trim_end().len());
    let first = cell.runs.partition_point(|run| run.span.end() <= line.start());
    let mut x = sheet.texts[side];
    for run in cell.runs.iter().skip(first).take_while(|run| run.span.start() < line.end()) {
        if let Some(part) = run.span.intersection(line) {
            x = sheet.put(x, part.of(article), sheet.theme.run(run.marks, side));
        }
    }
}

/// Where the text of an empty cell stands.
fn pointer(sheet: &mut Sheet<'_>, row: &Row, side: Side) {
    let there = match row.part {
        Part::Whole => None,
        Part::MovedFrom | Part::MovedTo => {
            sheet.numbers.end(row.bead, side).map(|row| format!("→ row {row}"))
        }
        Part::Continued => sheet.numbers.bead(row.bead).map(|row| format!("continues row {row}")),
    };
    if let Some(there) = there {
        sheet.put(sheet.texts[side], &there, sheet.theme.role(Role::Fold));
    }
}

/// What lost its sentence, what the signs mean, and how the picture was made.
fn foot(sheet: &mut Sheet<'_>, view: &View) {
    let (caption, quiet) = (sheet.theme.role(Role::Caption), sheet.theme.role(Role::Divider));
    let report = sheet.report;
    sheet.lines.push(Vec::new());
    for said in remarks::orphaned_lines(report) {
        sheet.paragraph(sheet.texts.left, &format!("✎ {said}"), caption);
    }
    let rule = "─".repeat(sheet.width());
    sheet.lines.push(Vec::new());
    sheet.put(0, &rule, quiet);
    let used = |sign: &Sign| view.rows().any(|row| row.sign == *sign);
    let signs = Sign::ALL.into_iter().filter(used);
    let mut legend: Vec<String> = signs
        .map(|sign| format!("{} {}", sign.symbol(), words::sign_name(report.comparison, sign)))
        .collect();
    let given = |verdict: &Verdict| {
        report.review.remarks.iter().any(|(bead, said)| report.wants(*bead) && said.verdict == Some(*verdict))
    };
    let verdicts = Verdict::ALL.into_iter().filter(given);
    legend.extend(verdicts.map(|verdict| format!("{} {}", verdict.symbol(), verdict.name())));
    sheet.paragraph(sheet.texts.left, &legend.join("   "), quiet);
    for line in stamp::stamp(report.comparison) {
        sheet.paragraph(sheet.texts.left, &format!("{}: {}", line.name, line.text), quiet);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::report::Wishes;
    use crate::review::{Entry, Placed, Remark};
    use crate::view::made::comparison;

    fn picture(left: &str, right: &str, review: &Placed, notation: &str) -> String {
        let comparison = comparison(left, right, notation);
        svg(&Report { comparison: &comparison, review, wishes: &Wishes::default() })
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
        // column 3 is where the left text starts: 10 + 3 * 8.4 pixels, then two columns a wide character
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
