//! What stands in the margin: findings of the program, verdicts and notes of the reviewer.

use crate::export::{Report, remarks};
use crate::view::{Row, words};

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
    for &id in &row.differences {
        let found = words::tells_more(&report.comparison.differences[id.index()]);
        let text = words::difference(report.comparison, id);
        if found && said.iter().all(|comment| comment.text != text) {
            said.push(Comment { author: "pressdiff", initials: "pd", text });
        }
    }
    said
}
