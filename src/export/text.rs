//! The text report: all rows in words, from top to bottom.
//!
//! It suits a screen reader: it has no columns and no boxes, needs no color, and each line begins
//! with its kind. Differing words are in the brackets of wdiff, which mail and chat leave alone.

use std::fmt::Write;

use super::ansi::painted;
use super::report::Report;
use super::{remarks, stamp};
use crate::article::BlockKind;
use crate::comparison::Comparison;
use crate::difference::Certainty;
use crate::text::visible::shown_text;
use crate::text::{Pair, Side};
use crate::theme::Theme;
use crate::view::{Cell, Mark, Numbers, Part, Row, Sign, words};

/// A comparison as text.
pub fn text(report: &Report<'_>) -> String {
    let mut out = String::new();
    head(&mut out, report.comparison);
    let rows = report.rows();
    let numbers = Numbers::new(&rows);
    for (row, number) in rows.iter().zip(1..) {
        out.push('\n');
        write_row(&mut out, row, number, &numbers, report);
    }
    out.push('\n');
    for said in remarks::orphaned_lines(report) {
        line(&mut out, 0, &said);
    }
    for stamped in stamp::stamp(report.comparison) {
        line(&mut out, 0, &stamped.to_string());
    }
    out
}

/// Whether a file is a text report.
pub fn is_own_report(bytes: &[u8]) -> bool {
    stamp::Layout { title: ["", TITLE], item: ["", ": "] }.matches(bytes)
}

/// The end of the first line, after the names of both outlets.
const TITLE: &str = ", compared sentence by sentence";

/// The titles, the counts, the notes, and the meaning of the brackets.
fn head(out: &mut String, comparison: &Comparison) {
    let outlets = Pair::from_fn(|side| words::outlet(comparison, side));
    line(out, 0, &format!("{} and {}{TITLE}", outlets.left, outlets.right));
    out.push('\n');
    for side in Side::BOTH {
        let title = words::title(comparison, side);
        line(out, 0, &format!("{}: {}: {title}", side.name(), outlets[side]));
    }
    out.push('\n');
    for figure in words::summary(comparison) {
        line(out, 0, &format!("{}: {}", figure.name, figure.text));
    }
    for side in Side::BOTH {
        for note in &comparison.sides[side].article.notes {
            line(out, 0, &format!("note on {}: {note}", outlets[side]));
        }
    }
    out.push('\n');
    let places = Pair::from_fn(|side| words::place(comparison, side));
    line(out, 0, &format!("[-words-] differ {}, {{+words+}} {}", places.left, places.right));
}

fn write_row(out: &mut String, row: &Row, number: usize, numbers: &Numbers, report: &Report<'_>) {
    let (comparison, theme) = (report.comparison, report.options.theme.as_ref());
    line(out, 0, &format!("{number}. {}", heading(row, numbers, comparison)));
    for caption in &row.captions {
        line(out, 1, &format!("quotation: {}", caption.text));
    }
    if row.sign == Sign::Identical
        && let Some(cell) = &row.cells.left
    {
        painted_line(out, "both", &marked(cell, Side::Left, comparison, theme));
    } else {
        for (side, cell) in row.cells.as_ref().sides() {
            let Some(cell) = cell else { continue };
            painted_line(out, words::outlet(comparison, side), &marked(cell, side, comparison, theme));
        }
    }
    for said in remarks::on_row(report, row).iter().flat_map(|said| said.lines()) {
        line(out, 1, &format!("reviewer: {said}"));
    }
    let differences = row.differences.iter().map(|id| &comparison.differences[id.index()]);
    for difference in differences.filter(|difference| words::tells_more(difference)) {
        let name = match difference.certainty {
            Certainty::Sure => "difference: ",
            // a prompt begins with its kind: "check: only the Courier has this sentence …"
            Certainty::Check => "",
        };
        line(out, 1, &format!("{name}{}", difference.why));
    }
}

/// The row's block and sign in words, and the row with the rest of its bead.
fn heading(row: &Row, numbers: &Numbers, comparison: &Comparison) -> String {
    let mut said = words::sign_name(comparison, row.sign);
    let cell = row.cells.left.as_ref().or(row.cells.right.as_ref());
    if let Some(block) = cell.map(|cell| cell.block).filter(|block| *block != BlockKind::Paragraph) {
        said = format!("{}, {said}", block.name().replace('-', " "));
    }
    let pointer = |side| match numbers.end(row.bead, side) {
        Some(number) => format!("; {} it is row {number}", words::place(comparison, side)),
        None => String::new(),
    };
    match row.part {
        Part::Whole => said,
        Part::MovedFrom => said + &pointer(Side::Right),
        Part::MovedTo => said + &pointer(Side::Left),
        Part::Continued => match numbers.bead(row.bead) {
            Some(first) => format!("{said}; continues row {first}"),
            None => said,
        },
    }
}

/// The words of a cell, with those that differ in brackets.
fn marked(cell: &Cell, side: Side, comparison: &Comparison, theme: Option<&Theme>) -> String {
    let (open, close) = match side {
        Side::Left => ("[-", "-]"),
        Side::Right => ("{+", "+}"),
    };
    let mut out = String::new();
    let mut inside = false;
    for run in &cell.runs {
        let differs = run.marks.contains(Mark::Differs) || run.marks.contains(Mark::AlteredWord);
        if differs != inside {
            out.push_str(if differs { open } else { close });
            inside = differs;
        }
        painted(&mut out, &shown_text(comparison.sides[side].slice(run.span)), run.marks, side, theme);
    }
    if inside {
        out.push_str(close);
    }
    out
}

/// The words of a side, already painted, after its name.
fn painted_line(out: &mut String, name: &str, words: &str) {
    let _ = writeln!(out, "  {}: {words}", shown_text(name));
}

/// One line, indented by two spaces for each level.
fn line(out: &mut String, level: usize, words: &str) {
    let words = shown_text(words);
    let _ = writeln!(out, "{:width$}{words}", "", width = 2 * level);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::report::ReportOptions;
    use crate::quotation::LinkState;
    use crate::review::Placed;
    use crate::view::made::{comparison, quote};

    /// The rows of the report, without its head.
    #[track_caller]
    fn check(comparison: &Comparison, expected: &str) {
        let (review, options) = (Placed::default(), ReportOptions::default());
        let report = text(&Report { comparison, review: &review, options: &options });
        let (_, rows) = report.split_once("{+words+}").expect("the head explains the brackets");
        let (_, rows) = rows.split_once("\n\n").expect("rows follow the head");
        let (rows, _) = rows.split_once("\n\nthe Wire: ").expect("the stamp follows the rows");
        assert_eq!(rows.trim_end(), expected.trim(), "\n{rows}");
    }

    #[test]
    fn each_row_has_its_kind_and_points_to_the_rest_of_its_bead() {
        let left = "Rain fell.\nSome 12 men left.\nThe dam held.\nShe left.";
        let right = "The dam held.\nRain fell.\nSome 15 men left.\nNobody spoke.";
        check(
            &comparison(left, right, "=0-1 1-2 ↕2-0 3- -3"),
            "
1. moved; in the Wire it is row 4
  the Courier: The dam held.

2. identical
  both: Rain fell.

3. edited
  the Wire: Some [-12-] men left.
  the Courier: Some {+15+} men left.

4. moved; in the Courier it is row 1
  the Wire: The dam held.

5. only in the Wire
  the Wire: She left.

6. only in the Courier
  the Courier: Nobody spoke.
",
        );
    }

    #[test]
    fn quotations_are_announced() {
        let mut quoted = comparison("C.\nShe said: Go home.", "C.\n“Go home.”", "=0-0 1-1");
        quote(&mut quoted, Pair::new("Go home.", "Go home."), LinkState::SameWords);
        check(
            &quoted,
            "
1. identical
  both: C.

2. edited
  quotation: Ada Lund: same words; marks only in the Courier
  the Wire: [-She said:-] Go home.
  the Courier: “Go home.”
",
        );
    }

    #[test]
    fn nothing_of_a_text_steers_the_terminal() {
        let hostile = comparison("a\u{1b}[2Jb\u{202e}c\rd", "a\u{1b}]0;x\u{7}b", "0-0");
        let (review, options) = (Placed::default(), ReportOptions::default());
        let report = text(&Report { comparison: &hostile, review: &review, options: &options });
        assert!(report.contains('␛'), "{report}");
        assert!(report.chars().all(|c| c == '\n' || (!c.is_control() && c != '\u{202e}')), "{report:?}");
    }
}
