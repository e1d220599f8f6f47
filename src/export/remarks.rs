//! Remarks of the reviewer and findings of the program, in words that every format prints.

use super::report::Report;
use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::review::{Entry, Remark};
use crate::text::Side;
use crate::view::excerpt::{self, Excerpts};
use crate::view::{Part, Row, words};

/// A verdict and note in words: `fix: ask Vale for the figure`.
pub(super) fn said(remark: &Remark) -> Option<String> {
    let note = remark.note.as_deref().filter(|note| !note.trim().is_empty());
    match (remark.verdict, note) {
        (Some(verdict), Some(note)) => Some(format!("{}: {note}", verdict.name())),
        (Some(verdict), None) => Some(verdict.name().to_owned()),
        (None, Some(note)) => Some(note.to_owned()),
        (None, None) => None,
    }
}

/// The remark that is shown on a row: on the row with all of the bead, or at its left end.
pub(super) fn remark<'a>(report: &Report<'a>, row: &Row) -> Option<&'a Remark> {
    let remark = report.review.remark(row.bead)?;
    (row.carries_note() && report.includes(row.bead) && said(remark).is_some()).then_some(remark)
}

/// The verdict and note that are shown on a row, in words.
pub(super) fn on_row(report: &Report<'_>, row: &Row) -> Option<String> {
    said(remark(report, row)?)
}

/// The findings that are shown on a row, the most serious first: on the row of the remark.
///
/// Without a remark, omits findings that only repeat the marks of the words.
pub(super) fn findings(report: &Report<'_>, row: &Row) -> Vec<String> {
    if !row.carries_note() || !report.includes(row.bead) {
        return Vec::new();
    }
    let differences = &report.comparison.differences;
    let tells_more = differences.iter().any(|found| found.bead == row.bead && words::tells_more(found));
    if tells_more || remark(report, row).is_some() {
        words::findings(report.comparison, row.bead)
    } else {
        Vec::new()
    }
}

/// The end of a move that a row shows.
pub(super) fn moved(row: &Row) -> Option<Side> {
    match row.part {
        Part::MovedFrom => Some(Side::Left),
        Part::MovedTo => Some(Side::Right),
        Part::Whole | Part::Continued => None,
    }
}

/// The words of a bead on each side, cut around those that differ.
pub(super) fn excerpts(comparison: &Comparison, bead: BeadId) -> Excerpts {
    excerpt::of_bead(comparison, bead, excerpt::COLUMNS)
}

/// The words of an orphaned remark.
pub(super) fn orphaned_excerpts(entry: &Entry) -> Excerpts {
    excerpt::of_texts(entry.texts.as_ref().map(Option::as_deref), excerpt::COLUMNS)
}

/// The orphaned remarks with the words they are about.
pub(super) fn orphaned(report: &Report<'_>) -> Vec<(String, Excerpts)> {
    report.orphaned().filter_map(|entry| Some((said(&entry.remark)?, orphaned_excerpts(entry)))).collect()
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
