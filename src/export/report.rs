//! The input of every exporter.

use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::review::{Entry, Placed, Remark, Verdict};
use crate::theme::Theme;
use crate::view::{self, Row};

/// The input of every exporter.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The comparison.
    pub comparison: &'a Comparison,
    /// The verdicts and notes of the reviewer.
    pub review: &'a Placed,
    /// What to include, and how it looks.
    pub options: &'a ReportOptions,
}

impl<'a> Report<'a> {
    /// Whether the report includes what is said about a bead.
    pub(super) fn includes(&self, bead: BeadId) -> bool {
        self.includes_verdict(self.review.remark(bead).and_then(|remark| remark.verdict))
    }

    /// Whether the report includes a ledger line that points to this row.
    pub(super) fn lists(&self, row: Option<usize>) -> bool {
        self.options.verdicts.is_empty() || row.is_some()
    }

    /// The rows that the report includes.
    pub(super) fn rows(&self) -> Vec<Row> {
        let mut rows = view::rows(self.comparison);
        rows.retain(|row| self.includes(row.bead));
        rows
    }

    /// The remarks that the report includes, in the order of the beads.
    pub(super) fn remarks(&self) -> impl Iterator<Item = (BeadId, &'a Remark)> {
        let remarks = self.review.remarks.iter().map(|(&bead, remark)| (bead, remark));
        remarks.filter(|(_, remark)| self.includes_verdict(remark.verdict))
    }

    /// The included remarks whose words are in neither text any more.
    pub(super) fn orphaned(&self) -> impl Iterator<Item = &'a Entry> {
        self.review.orphaned.iter().filter(|entry| self.includes_verdict(entry.remark.verdict))
    }

    fn includes_verdict(&self, verdict: Option<Verdict>) -> bool {
        let verdicts = &self.options.verdicts;
        verdicts.is_empty() || verdict.is_some_and(|verdict| verdicts.contains(&verdict))
    }
}

/// What a report includes, and how it looks.
#[derive(Clone, Debug, Default)]
pub struct ReportOptions {
    /// Only beads with one of these verdicts; all beads if empty.
    pub verdicts: Vec<Verdict>,
    /// The style of text on a terminal; no colors if none.
    pub theme: Option<Theme>,
    /// The style of a picture; the default theme on a light background if none.
    pub picture: Option<Theme>,
    /// The user's own template for HTML.
    pub template: Option<Template>,
}

/// A template for HTML.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Template {
    /// Its name in messages.
    pub name: String,
    /// Its text.
    pub text: String,
}
