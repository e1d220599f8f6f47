//! What stands in the margin: findings of the program, verdicts and notes of the reviewer.

use crate::export::remarks;
use crate::export::report::Report;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::BeadId;
    use crate::difference::{Certainty, Difference, DifferenceKind, Severity};
    use crate::export::report::{Wishes, whole};
    use crate::review::{Placed, Remark, Verdict};
    use crate::text::Pair;
    use crate::view::made::comparison;

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
        let (mut review, wishes) = (Placed::default(), Wishes::default());
        if verdict.is_some() {
            review.remarks.insert(BeadId::new(0), Remark { verdict, note: None });
        }
        let report = Report { comparison: &made, review: &review, wishes: &wishes };
        let of = |row: &Row| comments(&report, row).into_iter().map(|comment| comment.text).collect();
        let found: Vec<Vec<String>> = whole(&made).rows().map(of).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_verdict_carries_the_finding_on_the_row_that_has_it() {
        check("The dam held.\nRain fell.", "0-0 =1-1", None, &[&[], &[]]);
        let said: &[&str] = &["fix", "The wording differs."];
        check("The dam held.\nRain fell.", "0-0 =1-1", Some(Verdict::Fix), &[said, &[]]);
        // the right end comes first, the verdict is at the left end
        check("Rain fell.\nThe dam held.", "↕1-0 =0-1", Some(Verdict::Fix), &[&[], &[], said]);
    }
}
