//! The text report: the view said in words, from top to bottom.
//!
//! Made to be heard as well as seen: a screen reader reads it aloud without losing
//! anything, so it has no columns and no boxes, needs no color, and every line says
//! what it is. Differing words stand in the brackets of wdiff, which mail and
//! chat leave alone. Says what [`View`] shows, with the words of [`crate::view::words`].

use std::fmt::Write;

use super::ansi::painted;
use super::report::{Report, chosen};
use super::{remarks, stamp};
use crate::article::BlockKind;
use crate::comparison::Comparison;
use crate::difference::Certainty;
use crate::text::visible::shown_text;
use crate::text::{Pair, Side};
use crate::theme::Theme;
use crate::view::{Cell, Item, Mark, Numbers, Part, Row, Sign, View, words};

/// The report, as much of it as was asked for.
pub fn text(report: &Report<'_>) -> String {
    let mut out = of_view(&chosen(report), report);
    out.push('\n');
    for said in remarks::orphaned_lines(report) {
        line(&mut out, 0, &said);
    }
    for stamped in stamp::stamp(report.comparison) {
        line(&mut out, 0, &format!("{}: {}", stamped.name, stamped.text));
    }
    out
}

/// Whether a file is a text report.
pub fn is_own_report(bytes: &[u8]) -> bool {
    stamp::Frame { title: ["", TITLE], item: ["", ": "] }.holds(bytes)
}

/// The end of the first line, after the names of both outlets.
const TITLE: &str = ", compared sentence by sentence";

/// The report of a view, without its foot.
fn of_view(view: &View, report: &Report<'_>) -> String {
    let comparison = report.comparison;
    let mut out = String::new();
    head(&mut out, comparison);
    let numbers = Numbers::new(view);
    let mut number = 0;
    for item in &view.items {
        out.push('\n');
        match item {
            Item::Row(row) => {
                number += 1;
                write_row(&mut out, row, number, &numbers, report);
            }
            Item::Folded { beads } => line(&mut out, 0, &format!("{} identical rows not shown", beads.len())),
        }
    }
    out
}

/// Titles, counts, notes, and how to read what follows.
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
    let notes =
        Side::BOTH.map(|side| comparison.sides[side].article.notes.iter().map(move |note| (side, note)));
    for (side, note) in notes.into_iter().flatten() {
        line(out, 0, &format!("note on {}: {note}", outlets[side]));
    }
    out.push('\n');
    let places = Pair::from_fn(|side| words::place(comparison, side));
    line(out, 0, &format!("[-words-] differ {}, {{+words+}} {}", places.left, places.right));
}

fn write_row(out: &mut String, row: &Row, number: usize, numbers: &Numbers, report: &Report<'_>) {
    let (comparison, theme) = (report.comparison, report.wishes.theme.as_ref());
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
    for &id in &row.differences {
        let difference = &comparison.differences[id.index()];
        if !words::tells_more(difference) {
            continue;
        }
        let name = match difference.certainty {
            Certainty::Sure => "difference: ",
            // a prompt says itself what it is: "check: only the Courier has this sentence …"
            Certainty::Check => "",
        };
        line(out, 1, &format!("{name}{}", words::difference(comparison, id)));
    }
}

/// The row's sign in words, what block it stands in, where the rest of it is.
fn heading(row: &Row, numbers: &Numbers, comparison: &Comparison) -> String {
    let mut said = words::sign_name(comparison, row.sign);
    let cell = row.cells.left.as_ref().or(row.cells.right.as_ref());
    match cell.map(|cell| cell.block) {
        None | Some(BlockKind::Paragraph) => {}
        Some(block) => said = format!("{}, {said}", block.name().replace('-', " ")),
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

/// The words of a cell, those that differ in brackets.
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

/// What a side says: its name, then words that are shown and painted already.
fn painted_line(out: &mut String, name: &str, words: &str) {
    writeln!(out, "  {}: {words}", shown_text(name)).expect("a String takes everything");
}

/// One line, indented by two blanks a level; nothing of an article's can break out of it.
fn line(out: &mut String, level: usize, words: &str) {
    let words = shown_text(words);
    writeln!(out, "{:width$}{words}", "", width = 2 * level).expect("a String takes everything");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::report::Wishes;
    use crate::quotation::LinkState;
    use crate::review::Placed;
    use crate::view::made::{comparison, quote};
    use crate::view::{Fold, ViewOptions};

    /// The rows of the report, without its head.
    #[track_caller]
    fn check(comparison: &Comparison, fold: Fold, expected: &str) {
        let (review, wishes) = (Placed::default(), Wishes::default());
        let whole = Report { comparison, review: &review, wishes: &wishes };
        let report = of_view(&View::new(comparison, &ViewOptions { fold }), &whole);
        let (_, rows) = report.split_once("{+words+}").expect("the head says how to read on");
        let (_, rows) = rows.split_once("\n\n").expect("rows stand behind the head");
        assert_eq!(rows.trim_end(), expected.trim(), "\n{rows}");
    }

    #[test]
    fn each_row_says_what_it_is_and_where_the_rest_of_it_stands() {
        let left = "Rain fell.\nSome 12 men left.\nThe dam held.\nShe left.";
        let right = "The dam held.\nRain fell.\nSome 15 men left.\nNobody spoke.";
        check(
            &comparison(left, right, "=0-1 1-2 ↕2-0 3- -3"),
            Fold::Nothing,
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
    fn quotations_are_announced_and_what_is_hidden_is_counted() {
        let text = "A.\nB.\nC.\nShe said: Go home.";
        let mut quoted = comparison(text, "A.\nB.\nC.\n“Go home.”", "=0-0 =1-1 =2-2 3-3");
        quote(&mut quoted, Pair::new("Go home.", "Go home."), LinkState::SameWords);
        check(
            &quoted,
            Fold::Identical,
            "
2 identical rows not shown

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
        let (review, wishes) = (Placed::default(), Wishes::default());
        let report = text(&Report { comparison: &hostile, review: &review, wishes: &wishes });
        assert!(report.contains('␛'), "{report}");
        assert!(report.chars().all(|c| c == '\n' || (!c.is_control() && c != '\u{202e}')), "{report:?}");
    }
}
