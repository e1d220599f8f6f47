//! What a report is made of.

use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::review::{Placed, Verdict};
use crate::theme::Theme;
use crate::view::{Item, View, ViewOptions};

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// What was found out.
    pub comparison: &'a Comparison,
    /// What the reviewer added.
    pub review: &'a Placed,
    /// What of it goes in, and how it looks.
    pub wishes: &'a Wishes,
}

impl Report<'_> {
    /// Whether what is said of a bead goes in.
    pub(super) fn wants(&self, bead: BeadId) -> bool {
        self.wishes.takes(self.review.remark(bead).and_then(|remark| remark.verdict))
    }

    /// Whether a line of a ledger that points to this row goes in.
    pub(super) fn lists(&self, row: Option<usize>) -> bool {
        self.wishes.verdicts.is_empty() || row.is_some()
    }
}

/// What goes into a report, and how it looks.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Only what has one of these verdicts; everything where there is none.
    pub verdicts: Vec<Verdict>,
    /// The looks of text on a terminal; no colors without one.
    pub theme: Option<Theme>,
    /// The looks of a picture; those of the usual theme on light ground without one.
    pub picture: Option<Theme>,
    /// A newsroom's own skeleton for HTML.
    pub template: Option<Template>,
}

impl Wishes {
    /// Whether what has this verdict goes in.
    pub(super) fn takes(&self, verdict: Option<Verdict>) -> bool {
        self.verdicts.is_empty() || verdict.is_some_and(|verdict| self.verdicts.contains(&verdict))
    }
}

/// A newsroom's own skeleton for HTML, as it was read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Template {
    /// What to call it in messages.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The rows of a comparison that go in.
pub(super) fn chosen(report: &Report<'_>) -> View {
    let mut view = whole(report.comparison);
    view.items.retain(|item| match item {
        Item::Row(row) => report.wants(row.bead),
        Item::Folded { .. } => true,
    });
    view
}

/// The picture of a comparison, with nothing hidden.
pub(super) fn whole(comparison: &Comparison) -> View {
    View::new(comparison, &ViewOptions::default())
}
