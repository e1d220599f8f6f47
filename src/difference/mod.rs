//! Differences: what an editor should check.
//!
//! Inside a bead [`edits()`] says which words differ; [`facts`](facts::facts) lists
//! numbers, names and dates with their values; the [`rules`] turn both, and the
//! quotation links, into differences that say which rule found them, on which
//! words, why, and with what [`Certainty`].
//! The only user of `similar`. Invariants: the spans of a bead's edits
//! concatenate, side by side, to the bead's sentences; a difference's spans are
//! in its bead.

mod answer;
mod edits;
pub mod facts;
mod headline;
mod kinds;
pub mod reuse;
pub mod rules;
#[cfg(test)]
pub(crate) mod sample;
mod voice;

pub(crate) use answer::is_answer;
pub use edits::{Edit, EditOp, edits};
pub use facts::{Bound, Exchange, Fact, FactKind, FactMention, FactState, FactValue, Scope};
pub(crate) use headline::Story;
pub use kinds::Kinds;
pub use rules::{Rule, classify};
pub(crate) use voice::Voice;

use crate::alignment::BeadId;
use crate::text::id::id;
use crate::text::{Pair, Side, Span};

id! {
    /// A difference by its place in the comparison.
    DifferenceId
}

/// Something that differs, for an editor to judge.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// Its bead.
    pub bead: BeadId,
    /// Its kind.
    pub kind: DifferenceKind,
    /// How much it matters.
    pub severity: Severity,
    /// Whether it states a difference or asks an editor to check.
    pub certainty: Certainty,
    /// The words it is about, on the sides that have some.
    pub spans: Pair<Option<Span>>,
    /// The rule that found it.
    pub rule: &'static str,
    /// Why, in one sentence.
    pub why: String,
}

/// How sure a difference is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Certainty {
    /// It says what differs.
    Sure,
    /// It asks an editor to check.
    Check,
}

/// How much a difference matters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Worth a glance.
    Low,
    /// Worth a look.
    Medium,
    /// May be an error in print.
    High,
}

impl Severity {
    /// All degrees, from the lowest.
    pub const ALL: [Severity; 3] = [Severity::Low, Severity::Medium, Severity::High];

    /// The name in JSON and messages.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Low => "low",
            Severity::Medium => "medium",
            Severity::High => "high",
        }
    }
}

/// Declares the kinds of difference with the names scripts use and a sentence for
/// the help, so that the list, the names and the variants stay the same.
macro_rules! difference_kinds {
    ($(#[doc = $doc:literal] $variant:ident = $name:literal,)*) => {
        /// What sort of difference it is; the `kind` of the JSON, `--only` and `--fail-on`.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum DifferenceKind { $(#[doc = $doc] $variant,)* }

        impl DifferenceKind {
            /// All kinds, in the order of the summary.
            pub const ALL: &'static [DifferenceKind] = &[$(DifferenceKind::$variant,)*];

            /// The name scripts use.
            pub fn name(self) -> &'static str {
                match self { $(DifferenceKind::$variant => $name,)* }
            }

            /// What it is, in a sentence for help texts.
            pub fn doc(self) -> &'static str {
                match self { $(DifferenceKind::$variant => $doc.trim_ascii(),)* }
            }
        }
    };
}

difference_kinds! {
    /// Words inside quotation marks differ.
    AlteredQuotation = "altered-quotation",
    /// One side has fewer words of a quotation.
    TrimmedQuotation = "trimmed-quotation",
    /// A quotation is told in the reporter's words on one side.
    ParaphrasedQuotation = "paraphrased-quotation",
    /// A quotation lost or gained its marks.
    MarksMissing = "marks-missing",
    /// The same words are given to somebody else.
    SpeakerChanged = "speaker-changed",
    /// “Police said” came, went or became “police claimed” or “insiders said”.
    Attribution = "attribution",
    /// A number, a sum, a percentage or a unit differs.
    Number = "number",
    /// A date or a time differs.
    Date = "date",
    /// A name, a title or a place differs.
    Name = "name",
    /// A “not” came or went, or a word became its opposite.
    Negation = "negation",
    /// “May” became “will”, “alleged” went.
    Hedge = "hedge",
    /// “Some” became “most”, “at least” became “at most”.
    Quantifier = "quantifier",
    /// “After” became “because of”.
    Cause = "cause",
    /// The headline says what neither body does.
    Headline = "headline",
    /// Only the right has it.
    Added = "added",
    /// Only the left has it.
    Omitted = "omitted",
    /// It stands in another place.
    Moved = "moved",
    /// Other words, as far as can be told the same content.
    Wording = "wording",
    /// Marks, case, spelling or spacing alone.
    Typography = "typography",
}

impl DifferenceKind {
    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<DifferenceKind> {
        DifferenceKind::ALL.iter().copied().find(|kind| kind.name() == name)
    }

    /// The kind of what only one side has.
    pub fn only(side: Side) -> DifferenceKind {
        match side {
            Side::Left => DifferenceKind::Omitted,
            Side::Right => DifferenceKind::Added,
        }
    }

    /// The kind seen from the other side.
    #[must_use]
    pub fn swap(self) -> DifferenceKind {
        if self == DifferenceKind::Added {
            DifferenceKind::Omitted
        } else if self == DifferenceKind::Omitted {
            DifferenceKind::Added
        } else {
            self
        }
    }
}
