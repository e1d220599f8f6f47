//! Differences: what an editor stops at.
//!
//! Inside a bead [`edits()`] says which words differ; [`facts`](facts::facts) lists
//! numbers, names and dates with their values; the [`rules`] turn both, and the
//! quotation links, into differences that say which rule found them, on which
//! words and why. Exact findings are statements, fuzzy ones prompts ("check: …").
//! The only user of `similar`. Invariants: the spans of a bead's edits
//! concatenate, side by side, to the bead's sentences; a difference's spans lie
//! in its bead.

mod edits;
pub mod facts;
pub mod rules;
#[cfg(test)]
pub(crate) mod sample;

pub use edits::{Edit, EditOp, edits};
pub use facts::{Fact, FactKind, FactMention, FactState};
pub use rules::{Rule, classify};

use crate::alignment::BeadId;
use crate::text::id::id;
use crate::text::{Pair, Span};

id! {
    /// A difference by its place in the comparison.
    DifferenceId
}

/// Something that differs, for an editor to judge.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Difference {
    /// The bead it lies in.
    pub bead: BeadId,
    /// What sort of difference it is.
    pub kind: DifferenceKind,
    /// How much it matters.
    pub severity: Severity,
    /// The words it is about, on the sides that have some.
    pub spans: Pair<Option<Span>>,
    /// The rule that found it.
    pub rule: &'static str,
    /// Why, in one sentence.
    pub why: String,
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
/// the help, so that the list, the names and the variants cannot part ways.
macro_rules! kinds {
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

kinds! {
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
    /// “Police said” came, went or became “police claimed”.
    Attribution = "attribution",
    /// A number, a sum or a percentage differs.
    Number = "number",
    /// A date or a time differs.
    Date = "date",
    /// A name, a title or a place differs.
    Name = "name",
    /// A “not” or “never” came or went.
    Negation = "negation",
    /// “May” became “will”, “alleged” went.
    Hedge = "hedge",
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

/// A set of kinds; by default all of them.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Kinds(u32);

impl Kinds {
    /// Every kind.
    pub const ALL: Kinds = Kinds((1 << DifferenceKind::ALL.len()) - 1);

    /// Whether the kind is in it.
    pub fn contains(self, kind: DifferenceKind) -> bool {
        self.0 & (1 << kind as u32) != 0
    }

    /// The kinds in it, in the order of the summary.
    pub fn iter(self) -> impl Iterator<Item = DifferenceKind> {
        DifferenceKind::ALL.iter().copied().filter(move |kind| self.contains(*kind))
    }
}

impl Default for Kinds {
    fn default() -> Kinds {
        Kinds::ALL
    }
}

impl FromIterator<DifferenceKind> for Kinds {
    fn from_iter<I: IntoIterator<Item = DifferenceKind>>(kinds: I) -> Kinds {
        Kinds(kinds.into_iter().fold(0, |set, kind| set | 1 << kind as u32))
    }
}

impl std::fmt::Debug for Kinds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.iter().map(DifferenceKind::name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_kinds_gives_back_what_was_put_in() {
        let kinds: Kinds = [DifferenceKind::Typography, DifferenceKind::Number].into_iter().collect();
        assert_eq!(kinds.iter().collect::<Vec<_>>(), [DifferenceKind::Number, DifferenceKind::Typography]);
        assert_eq!(DifferenceKind::ALL.iter().copied().collect::<Kinds>(), Kinds::ALL);
    }
}
