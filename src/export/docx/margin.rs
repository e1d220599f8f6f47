//! What stands in the margin: findings of the program, verdicts and notes of the reviewer.

use crate::export::{Report, remarks};
use crate::view::Row;

/// A comment in the margin.
pub(super) struct Comment {
    /// Who says it.
    pub(super) author: &'static str,
    /// The author in a letter or two.
    pub(super) initials: &'static str,
    /// What is said, on one line or several.
    pub(super) text: String,
}

/// The comments on a row: the reviewer's first.
pub(super) fn comments(report: &Report<'_>, row: &Row) -> Vec<Comment> {
    let mut said: Vec<Comment> = Vec::new();
    if let Some(text) = remarks::on_row(report, row) {
        said.push(Comment { author: "Reviewer", initials: "R", text });
    }
    if !report.wants(row.bead) {
        return said;
    }
    let found = remarks::findings(report.comparison, row).into_iter();
    said.extend(found.map(|text| Comment { author: "pressdiff", initials: "pd", text }));
    said
}
