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
    let remark = remarks::on_row(report, row).into_iter();
    let remark = remark.map(|text| Comment { author: "Reviewer", initials: "R", text });
    let found = remarks::findings(report, row).into_iter();
    remark.chain(found.map(|text| Comment { author: "pressdiff", initials: "pd", text })).collect()
}
