//! A finding: what a rule reports, before the driver makes a difference of it.

use super::evidence::Spans;
use super::reason::Reason;
use crate::alignment::BeadId;
use crate::difference::{Certainty, DifferenceKind, Severity};

/// What a rule found in a bead.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub bead: BeadId,
    /// The words that the difference marks.
    pub spans: Spans,
    pub severity: Severity,
    pub certainty: Certainty,
    pub reason: Reason,
    /// The kind, where the rule has several.
    pub kind: Option<DifferenceKind>,
    /// The places that the rule must be the first to report.
    pub claimed: Vec<Spans>,
    /// The places whose words the sentence shows.
    pub shown: Vec<Spans>,
}

impl Finding {
    /// A finding about some words; a medium one asks an editor to check, others are sure.
    pub(super) fn new(bead: BeadId, severity: Severity, spans: Spans, reason: Reason) -> Finding {
        let certainty = if severity == Severity::Medium { Certainty::Check } else { Certainty::Sure };
        let (claimed, shown) = (vec![spans], vec![spans]);
        Finding { bead, spans, severity, certainty, reason, kind: None, claimed, shown }
    }

    /// A medium one that asks an editor to check.
    pub(super) fn check(bead: BeadId, spans: Spans, reason: Reason) -> Finding {
        Finding::new(bead, Severity::Medium, spans, reason)
    }

    /// The same with a certainty that its severity does not imply.
    pub(super) fn certain(self, certainty: Certainty) -> Finding {
        Finding { certainty, ..self }
    }

    /// The same of one of the kinds of its rule.
    pub(super) fn of_kind(self, kind: DifferenceKind) -> Finding {
        Finding { kind: Some(kind), ..self }
    }

    /// The same, claiming other places than its own words.
    pub(super) fn claiming(self, claimed: Vec<Spans>) -> Finding {
        Finding { claimed, ..self }
    }

    /// The same, showing other words than its own.
    pub(super) fn showing(self, shown: Vec<Spans>) -> Finding {
        Finding { shown, ..self }
    }
}
