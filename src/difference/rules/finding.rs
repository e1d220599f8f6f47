//! A finding: what a rule reports and why, before the driver makes a difference of it.

use super::evidence::Spans;
use crate::alignment::BeadId;
use crate::article::BlockKind;
use crate::difference::{Certainty, DifferenceKind, FactKind, Severity};
use crate::quotation::{Alarm, QuotationEdit};
use crate::text::{Pair, Side};

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

/// Why a rule reports something, with what the sentence needs besides the words it shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Reason {
    /// Something differs: the words of both sides say how.
    Differs(Aspect),
    /// A side does something with its words, and the other side something else.
    Contrast(Side, Contrast),
    /// Only one side has something.
    Only(Side, Lone),
    /// One side has fewer words of the quotation.
    Trimmed(Side, Vec<Alarm>),
    /// The other side joins a quotation of this side to others that are apart here, or in another order.
    Joined(Side, bool),
    /// Words of a quotation differ: which, cut to a bead, and how.
    AlteredQuotation(Vec<(Spans, QuotationEdit)>),
    /// The speakers on each side.
    Speakers(Pair<String>),
    /// Where a sentence is on each side, from 1.
    Moved(Pair<usize>),
    /// The spelling of a name that is usual elsewhere.
    SpelledElsewhere(Side, String),
    /// Other letters, marks or spacing of the same words.
    Typography,
}

/// What differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Aspect {
    Value(FactKind),
    Unit,
    Role,
    /// A value that only one side gives.
    LoneValue(FactKind),
    /// A value in a sentence that is not paired.
    ValueElsewhere(FactKind),
    /// Values that are in each other’s place.
    ExchangedValues(FactKind),
    Spelling,
    /// One name for two.
    JoinedName,
    NameEnding,
    /// A word before the name of these people.
    NameQualifier(String),
    Negation,
    Opposite,
    /// What became of somebody before the law.
    LegalStep,
    Quantity,
    Modality,
    /// A cause for a time.
    Cause,
    /// A cause for a link.
    Link,
    /// Verbs of saying, neither of which is plain.
    Tone,
    /// The source of a statement, named by one side.
    Speaker(Side),
    Wording,
}

/// What one side does with its words that the other does otherwise.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Contrast {
    /// It has them in quotation marks.
    Marks,
    /// It narrates what the other quotes.
    Narrates,
    /// It goes on where the other’s quotation ends.
    GoesOn,
    /// It quotes what the other paraphrases.
    Quotes,
    /// It quotes a few words for which the other has its own.
    QuotesSome,
    Counts,
    Plans,
    Limits,
    LeavesOpen,
    Judges,
    Attributes,
    /// It has them in its headline alone.
    Headline,
}

/// What one side has alone.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Lone {
    /// A quotation inside a shared sentence.
    QuotedWords,
    /// A quotation, and its speaker if somebody is named.
    Quotation(Option<String>),
    Block(BlockKind),
    /// A sentence that the other side has, too, but fewer times.
    Repeated,
    /// A sentence that nobody is named for.
    Unattributed,
    /// A sentence that denies or answers.
    Answer,
    /// A clause that does.
    AnsweringClause,
}
