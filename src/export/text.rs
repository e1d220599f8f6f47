//! The text report: the view said in words, from top to bottom.
//!
//! Made to be heard as well as seen: a screen reader reads it aloud without losing
//! anything, so it has no columns, no boxes and no colour, and every line says
//! what it is. Differing words stand in the brackets of wdiff, which mail and
//! chat leave alone. Says what [`View`] shows, with the words of [`crate::view::words`].

use std::fmt::Write;

use crate::article::BlockKind;
use crate::comparison::Comparison;
use crate::text::visible::shown_text;
use crate::text::{Pair, Side};
use crate::view::{Cell, Item, Mark, Numbers, Part, Row, Sign, View, words};

/// The report of a view.
pub fn text(view: &View, comparison: &Comparison) -> String {
    let mut out = String::new();
    head(&mut out, comparison);
    let numbers = Numbers::new(view);
    let mut number = 0;
    for item in &view.items {
        out.push('\n');
        match item {
            Item::Row(row) => {
                number += 1;
                write_row(&mut out, row, number, &numbers, comparison);
            }
            Item::Folded { beads } => line(&mut out, 0, &format!("{} identical rows not shown", beads.len())),
        }
    }
    out
}

/// Titles, counts, notes, and how to read what follows.
fn head(out: &mut String, comparison: &Comparison) {
    let outlets = Pair::from_fn(|side| words::outlet(comparison, side));
    line(out, 0, &format!("{} and {}, compared sentence by sentence", outlets.left, outlets.right));
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

fn write_row(out: &mut String, row: &Row, number: usize, numbers: &Numbers, comparison: &Comparison) {
    line(out, 0, &format!("{number}. {}", heading(row, numbers, comparison)));
    for caption in &row.captions {
        line(out, 1, &format!("quotation: {}", caption.text));
    }
    if row.sign == Sign::Identical
        && let Some(cell) = &row.cells.left
    {
        line(out, 1, &format!("both: {}", marked(cell, Side::Left, comparison)));
    } else {
        for (side, cell) in row.cells.as_ref().sides() {
            let Some(cell) = cell else { continue };
            line(out, 1, &format!("{}: {}", words::outlet(comparison, side), marked(cell, side, comparison)));
        }
    }
    let told = row.differences.iter().filter(|id| words::tells_more(&comparison.differences[id.index()]));
    for &id in told {
        let said = words::difference(comparison, id);
        // a prompt says itself what it is: "check: only the Courier has this sentence …"
        let name = if said.starts_with("check:") { "" } else { "difference: " };
        line(out, 1, &format!("{name}{said}"));
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
fn marked(cell: &Cell, side: Side, comparison: &Comparison) -> String {
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
        out.push_str(&shown_text(comparison.sides[side].slice(run.span)));
    }
    if inside {
        out.push_str(close);
    }
    out
}

/// One line, indented by two blanks a level; nothing of an article's can break out of it.
fn line(out: &mut String, level: usize, words: &str) {
    let words = shown_text(words);
    writeln!(out, "{:width$}{words}", "", width = 2 * level).expect("a String takes everything");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quotation::LinkState;
    use crate::view::made::{comparison, quote};
    use crate::view::{Fold, ViewOptions};

    /// The rows of the report, without its head.
    #[track_caller]
    fn check(comparison: &Comparison, fold: Fold, expected: &str) {
        let report = text(&View::new(comparison, &ViewOptions { fold }), comparison);
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
        let report = text(&View::new(&hostile, &ViewOptions::default()), &hostile);
        assert!(report.contains('␛'), "{report}");
        assert!(report.chars().all(|c| c == '\n' || (!c.is_control() && c != '\u{202e}')), "{report:?}");
    }
}
