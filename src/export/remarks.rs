//! What the reviewer said of a row, in words that every format prints.

use super::Report;
use crate::alignment::BeadId;
use crate::view::{Part, Row};

/// Verdict and note of a bead, where there are any and they were asked for: `fix: ask Vale for the figure`.
pub(super) fn on_bead(report: &Report<'_>, bead: BeadId) -> Option<String> {
    if !report.wants(bead) {
        return None;
    }
    let remark = report.review.remark(bead)?;
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
    match row.part {
        Part::Whole | Part::MovedFrom => on_bead(report, row.bead),
        Part::MovedTo | Part::Continued => None,
    }
}
