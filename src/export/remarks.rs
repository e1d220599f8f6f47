//! What is said of a row, by the reviewer and by the program, in words that every format prints.

use super::report::Report;
use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::review::{Entry, Remark};
use crate::text::Side;
use crate::view::excerpt::{self, Excerpts};
use crate::view::{Part, Row, words};

/// Verdict and note of a bead, where there are any and they were asked for: `fix: ask Vale for the figure`.
pub(super) fn on_bead(report: &Report<'_>, bead: BeadId) -> Option<String> {
    if !report.wants(bead) {
        return None;
    }
    said(report.review.remark(bead)?)
}

fn said(remark: &Remark) -> Option<String> {
    let note = remark.note.as_deref().filter(|note| !note.trim().is_empty());
    match (remark.verdict, note) {
        (Some(verdict), Some(note)) => Some(format!("{}: {note}", verdict.name())),
        (Some(verdict), None) => Some(verdict.name().to_owned()),
        (None, Some(note)) => Some(note.to_owned()),
        (None, None) => None,
    }
}

/// What is said of a row's bead, once: on the row that shows all of it, or the left end of it.
pub(super) fn on_row(report: &Report<'_>, row: &Row) -> Option<String> {
    if row.carries_note() { on_bead(report, row.bead) } else { None }
}

/// The findings of a row's bead, the most serious first: on the row that has the reviewer's remark.
///
/// What the marks of the words show is said only where the reviewer said something.
pub(super) fn findings(report: &Report<'_>, row: &Row) -> Vec<String> {
    if !row.carries_note() || !report.wants(row.bead) {
        return Vec::new();
    }
    let differences = &report.comparison.differences;
    let tells_more = differences.iter().any(|found| found.bead == row.bead && words::tells_more(found));
    if tells_more || on_bead(report, row.bead).is_some() {
        words::findings(report.comparison, row.bead)
    } else {
        Vec::new()
    }
}

/// Which end of a move a row is.
pub(super) fn moved(row: &Row) -> Option<Side> {
    match row.part {
        Part::MovedFrom => Some(Side::Left),
        Part::MovedTo => Some(Side::Right),
        Part::Whole | Part::Continued => None,
    }
}

/// The words of a bead on each side, cut around what differs.
pub(super) fn excerpts(comparison: &Comparison, bead: BeadId) -> Excerpts {
    excerpt::of_bead(comparison, bead, excerpt::COLUMNS)
}

/// The words of an entry that has lost its sentences.
pub(super) fn orphaned_excerpts(entry: &Entry) -> Excerpts {
    excerpt::of_texts(entry.texts.as_ref().map(Option::as_deref), excerpt::COLUMNS)
}

/// What was said of words that are in neither text any more, and these words.
pub(super) fn orphaned(report: &Report<'_>) -> Vec<(String, Excerpts)> {
    let entries = report.review.orphaned.iter().filter(|entry| report.wishes.takes(entry.remark.verdict));
    entries.filter_map(|entry| Some((said(&entry.remark)?, orphaned_excerpts(entry)))).collect()
}

/// The same as lines: `no longer in either text: Rain fell. / Rain was falling.: fix: ask`.
pub(super) fn orphaned_lines(report: &Report<'_>) -> Vec<String> {
    let line = |(said, excerpts): (String, Excerpts)| {
        let texts = excerpts.sides.map(|words| words.to_string());
        let texts = [texts.left, texts.right].into_iter().filter(|words| !words.is_empty());
        format!("no longer in either text: {}: {said}", texts.collect::<Vec<_>>().join(" / "))
    };
    orphaned(report).into_iter().map(line).collect()
}
