//! The comments in the margin: findings of the program, verdicts and notes of the reviewer.

use std::fmt::Write;

use super::package::{NAMESPACE, XML};
use super::xml::run;
use crate::export::remarks;
use crate::export::report::Report;
use crate::view::Row;

/// A comment in the margin.
pub(super) struct Comment {
    author: &'static str,
    initials: &'static str,
    /// The text, of one line or several.
    text: String,
}

/// The comments on a row, the reviewer's first.
pub(super) fn comments(report: &Report<'_>, row: &Row) -> Vec<Comment> {
    let remark = remarks::on_row(report, row).into_iter();
    let remark = remark.map(|text| Comment { author: "Reviewer", initials: "R", text });
    let found = remarks::findings(report, row).into_iter();
    remark.chain(found.map(|text| Comment { author: "pressdiff", initials: "pd", text })).collect()
}

/// The part of the package with all comments.
pub(super) fn part(comments: &[Comment]) -> String {
    let mut out = format!("{XML}<w:comments xmlns:w=\"{NAMESPACE}\">");
    for (id, Comment { author, initials, text }) in comments.iter().enumerate() {
        let _ = write!(out, "<w:comment w:id=\"{id}\" w:author=\"{author}\" w:initials=\"{initials}\">");
        for line in text.lines() {
            out.push_str("<w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr>");
            run(&mut out, line, "");
            out.push_str("</w:p>");
        }
        out.push_str("</w:comment>");
    }
    out.push_str("</w:comments>");
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::BeadId;
    use crate::difference::{Certainty, Difference, DifferenceKind, Severity};
    use crate::export::report::ReportOptions;
    use crate::review::{Placed, Remark, Verdict};
    use crate::text::Pair;
    use crate::view::made::comparison;
    use crate::view::rows;

    /// The comments of each row, where the first bead differs in wording and has this verdict.
    #[track_caller]
    fn check(left: &str, beads: &str, verdict: Option<Verdict>, expected: &[&[&str]]) {
        let mut made = comparison(left, "The dam stood.\nRain fell.", beads);
        made.differences.push(Difference {
            bead: BeadId::new(0),
            kind: DifferenceKind::Wording,
            severity: Severity::Low,
            certainty: Certainty::Sure,
            spans: Pair::default(),
            rule: "wording",
            why: "The wording differs.".to_owned(),
        });
        let (mut review, options) = (Placed::default(), ReportOptions::default());
        if verdict.is_some() {
            review.remarks.insert(BeadId::new(0), Remark { verdict, note: None });
        }
        let report = Report { comparison: &made, review: &review, options: &options };
        let of = |row: &Row| comments(&report, row).into_iter().map(|comment| comment.text).collect();
        let found: Vec<Vec<String>> = rows(&made).iter().map(of).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_verdict_and_its_finding_are_on_the_same_row() {
        check("The dam held.\nRain fell.", "0-0 =1-1", None, &[&[], &[]]);
        let said: &[&str] = &["fix", "The wording differs."];
        check("The dam held.\nRain fell.", "0-0 =1-1", Some(Verdict::Fix), &[said, &[]]);
        // the right end comes first, the verdict is at the left end
        check("Rain fell.\nThe dam held.", "↕1-0 =0-1", Some(Verdict::Fix), &[&[], &[], said]);
    }
}
