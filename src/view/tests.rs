//! Rows as a grid, and the invariants of rows.

use std::fmt::Write;

use proptest::prelude::*;

use super::made::{bare, comparison, quote, realign};
use super::*;
use crate::alignment::{Bead, Reuse};
use crate::difference::{Certainty, Difference, DifferenceKind, Severity};
use crate::quotation::{Alarm, LinkId, LinkState};
use crate::text::Span;

/// The letter of each mark in a grid, in the order of [`Mark::ALL`].
const LETTERS: [char; Mark::ALL.len()] = ['H', 'F', 'O', 'M', 'd', 't', 'q', 'p', 'a', 'o', 'W', 'S', 'C'];

/// Each row as its sign and, for each side, the text over its narrowest marks.
fn grid(comparison: &Comparison) -> String {
    let mut out = String::new();
    for row in rows(comparison) {
        for caption in &row.captions {
            writeln!(out, "# {}", caption.text).expect("a String takes all");
        }
        for (side, cell) in row.cells.as_ref().sides() {
            let Some(cell) = cell else { continue };
            let text = comparison.sides[side].slice(cell.span);
            let marks: String = cell.runs.iter().flat_map(|run| letters(comparison, side, *run)).collect();
            writeln!(out, "{} {text}\n  {}", row.sign.symbol(), marks.trim_end())
                .expect("a String takes all");
        }
    }
    out
}

fn letters(comparison: &Comparison, side: Side, run: Run) -> impl Iterator<Item = char> {
    let letter = run.marks.iter().last().map_or(' ', |mark| LETTERS[mark as usize]);
    comparison.sides[side].slice(run.span).chars().map(move |_| letter)
}

#[track_caller]
fn check(comparison: &Comparison, expected: &str) {
    let lines = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
    let got = grid(comparison);
    assert_eq!(lines(&got), lines(expected.trim_start_matches('\n')), "\n{got}");
}

#[test]
fn differing_words_are_marked_without_the_punctuation_around_them() {
    check(
        &comparison("Some 12 men, he said, left.", "Some 15 men he said, went.", "0-0"),
        "
~ Some 12 men, he said, left.
       dd    t          dddd
~ Some 15 men he said, went.
       dd              dddd
",
    );
}

#[test]
fn only_and_moved_sentences_are_marked_whole() {
    check(
        &comparison("Rain fell.\nThe dam held.", "Rain fell.\nNobody left.", "↕0-0 1- -1"),
        "
↕ Rain fell.
  MMMMMMMMMM
< The dam held.
  OOOOOOOOOOOOO
↕ Rain fell.
  MMMMMMMMMM
> Nobody left.
  OOOOOOOOOOOO
",
    );
}

#[test]
fn a_quotation_is_marked_on_both_sides_and_announced_where_it_begins() {
    let mut altered = comparison("She said that we may stay here.", "She said: “We will stay here.”", "0-0");
    quote(&mut altered, Pair::new("we may stay here", "We will stay here."), LinkState::Altered);
    let span = |side: Side, words: &str| {
        let start = altered.sides[side].article.text.find(words)?;
        Some(Span::new(start, start + words.len()))
    };
    let edit = Pair::new(span(Side::Left, "may"), span(Side::Right, "will"));
    altered.links[0].edits.push(edit.into());
    altered.links[0].alarms.push(Alarm::Modal);
    check(
        &altered,
        "
# Ada Lund: altered: may → will (check: modal); marks only in the Courier
~ She said that we may stay here.
           dddd aaaWWWaaaaaaaaaat
~ She said: “We will stay here.”
          t taaaWWWWaaaaaaaaaaat
",
    );
}

#[test]
fn a_quotation_of_one_side_alone_is_announced_there() {
    let mut only = comparison("Rain fell.", "Rain fell.\n“Go,” she said.", "=0-0 -1");
    quote(&mut only, Pair::new("", "Go,"), LinkState::RightOnly);
    check(
        &only,
        "
= Rain fell.

= Rain fell.

# Ada Lund: only in the Courier
> “Go,” she said.
  OoooOOOOOOOOOOO
",
    );
}

#[test]
fn the_rest_of_a_parted_bead_follows_at_its_place() {
    let parted = comparison("A b c.\nD e f.", "A b.\nD e f.\nC.", "0-02 =1-1");
    let parts: Vec<Part> = rows(&parted).iter().map(|row| row.part).collect();
    assert_eq!(parts, [Part::Whole, Part::Whole, Part::Continued]);
}

#[test]
fn identical_rows_fold_but_for_their_context() {
    let text = "A.\nB.\nC.\nD.\nE.\nF.\nG.";
    let other = "A.\nB.\nC.\nD.\nE.\nF.\nX.";
    let comparison = comparison(text, other, "=0-0 =1-1 =2-2 =3-3 =4-4 =5-5 6-6");
    let hides = hidden(&rows(&comparison), &comparison, Fold::Identical);
    assert_eq!(hides, [true, true, true, true, true, false, false]);
    let hides = hidden(&rows(&comparison), &comparison, Fold::Differing);
    assert_eq!(hides, [true, true, true, true, true, true, false]);
}

#[test]
fn all_rows_of_equal_texts_are_hidden() {
    let comparison = comparison("A.\nB.\nC.", "A.\nB.\nC.", "=0-0 =1-1 =2-2");
    assert_eq!(hidden(&rows(&comparison), &comparison, Fold::Identical), [true; 3]);
}

/// Sentences of a few letters with marks and odd characters, one a line.
fn article() -> impl Strategy<Value = String> {
    prop::collection::vec("[a-c“”, é\u{202e}]{1,8}", 0..8).prop_map(|lines| lines.join("\n"))
}

/// Any way to group the sentences of both sides into beads, crossing or not.
fn arranged() -> impl Strategy<Value = Comparison> {
    let picks = prop::collection::vec((0..6usize, 0..6usize), 16);
    (article(), article(), picks, any::<u64>()).prop_map(|(left, right, picks, bits)| {
        let mut comparison = bare(Pair::new(&left, &right));
        let bit = |n: usize| bits >> (n % 64) & 1 == 1;
        let mut groups = vec![Pair::new(Vec::new(), Vec::new()); 6];
        for side in Side::BOTH {
            for (id, _) in comparison.sides[side].sentences.iter() {
                let (left, right) = picks[id.index() % picks.len()];
                groups[if side == Side::Left { left } else { right }][side].push(id);
            }
        }
        let filled = groups.into_iter().filter(|group| !(group.left.is_empty() && group.right.is_empty()));
        let beads = filled.enumerate().map(|(n, sentences)| Bead {
            reuse: match (sentences.left.is_empty(), sentences.right.is_empty()) {
                (false, true) => Reuse::LeftOnly,
                (true, _) => Reuse::RightOnly,
                (false, false) if bit(n) => Reuse::Identical,
                (false, false) => Reuse::Typography,
            },
            moved: bit(n + 8) && !sentences.left.is_empty() && !sentences.right.is_empty(),
            sentences,
            score: 0.5,
            pinned: bit(n + 16),
            repeats: None,
        });
        realign(&mut comparison, beads.collect());
        add_findings(&mut comparison, bit);
        comparison
    })
}

/// A difference on every other bead, and every sentence a quotation.
fn add_findings(comparison: &mut Comparison, bit: impl Fn(usize) -> bool) {
    for (id, _) in comparison.alignment.iter().filter(|(id, _)| bit(id.index() + 24)) {
        comparison.differences.push(Difference {
            bead: id,
            kind: DifferenceKind::Wording,
            severity: Severity::Low,
            certainty: Certainty::Sure,
            spans: Pair::default(),
            rule: "test",
            why: "check".to_owned(),
        });
    }
    for side in Side::BOTH {
        let spans: Vec<Span> = comparison.sides[side].sentences.iter().map(|(_, s)| s.span).collect();
        for span in spans {
            let words = comparison.sides[side].slice(span).to_owned();
            let mut pair = Pair::new("", "");
            pair[side] = &words;
            let state = LinkState::LeftOnly;
            quote(comparison, pair, if side == Side::Left { state } else { state.swap() });
        }
    }
}

proptest! {
    #[test]
    fn cells_hold_each_text_in_order_and_runs_tile_them(comparison in arranged()) {
        let rows = rows(&comparison);
        for side in Side::BOTH {
            let text = &comparison.sides[side].article.text;
            let mut end = 0;
            for cell in rows.iter().filter_map(|row| row.cells[side].as_ref()) {
                prop_assert!(Span::new(end, cell.span.start()).of(text).trim().is_empty());
                let mut at = cell.span.start();
                for run in &cell.runs {
                    prop_assert_eq!(run.span.start(), at);
                    prop_assert!(!run.span.is_empty());
                    at = run.span.end();
                }
                prop_assert_eq!(at, cell.span.end());
                end = at;
            }
            prop_assert!(Span::new(end, text.len()).of(text).trim().is_empty());
        }
    }

    #[test]
    fn every_difference_is_on_one_row_and_every_quotation_begins_in_one(comparison in arranged()) {
        let rows = rows(&comparison);
        let mut differences: Vec<DifferenceId> = rows.iter().flat_map(|row| row.differences.clone()).collect();
        differences.sort();
        let all: Vec<DifferenceId> = comparison.differences().map(|(id, _)| id).collect();
        prop_assert_eq!(differences, all);
        let all: Vec<LinkId> = comparison.links().map(|(id, _)| id).collect();
        let places = || rows.iter().flat_map(|row| &row.quotations);
        let mut begun: Vec<LinkId> = places().filter(|place| place.begins).map(|place| place.link).collect();
        begun.sort();
        prop_assert_eq!(begun, all.clone());
        let mut stops: Vec<LinkId> = places().filter(|place| place.is_stop).map(|place| place.link).collect();
        stops.sort();
        stops.dedup();
        prop_assert_eq!(stops, all);
    }

    #[test]
    fn a_fold_hides_only_whole_identical_rows_without_differences(comparison in arranged()) {
        let rows = rows(&comparison);
        let hides = hidden(&rows, &comparison, Fold::Identical);
        for (row, _) in rows.iter().zip(hides).filter(|(_, hides)| *hides) {
            prop_assert!(row.sign == Sign::Identical && row.differences.is_empty());
            prop_assert_eq!(row.part, Part::Whole);
        }
    }

    #[test]
    fn wording_never_panics(comparison in arranged()) {
        for (id, _) in comparison.alignment.iter() {
            prop_assert!(!words::detail(&comparison, id).is_empty());
        }
        prop_assert!(!words::summary(&comparison).is_empty());
    }
}
