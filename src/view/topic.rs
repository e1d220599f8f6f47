//! Topics: the rows that jumps stop at and filters show.
//!
//! Filters use [`Topic::holds`], jumps [`Topic::stops`]. A filter shows every row that a jump stops
//! at; of a quotation it also shows the equal rows, so that it can be read as a whole.

use super::model::{Part, Row, Sign};
use crate::comparison::Comparison;
use crate::difference::DifferenceKind;
use crate::review::Placed;

/// A subject that rows may be about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Topic {
    /// Any difference to judge.
    Difference,
    /// Words of a quotation.
    Quotation,
    /// A number, date or name that differs.
    Fact,
    /// An attribution that differs.
    Attribution,
    /// A negation or hedge that differs.
    Meaning,
    /// A sentence that the other side has elsewhere.
    Moved,
    /// A sentence of one side only.
    Unique,
    /// A sentence of the left only.
    LeftOnly,
    /// A sentence of the right only.
    RightOnly,
    /// Other words.
    Wording,
    /// A difference without a verdict.
    Open,
    /// A note of the reviewer.
    Noted,
}

impl Topic {
    /// All topics, in the order of the menu.
    pub const ALL: [Topic; 12] = [
        Topic::Difference,
        Topic::Quotation,
        Topic::Fact,
        Topic::Attribution,
        Topic::Meaning,
        Topic::Moved,
        Topic::Unique,
        Topic::LeftOnly,
        Topic::RightOnly,
        Topic::Wording,
        Topic::Open,
        Topic::Noted,
    ];

    /// The name in commands.
    pub fn name(self) -> &'static str {
        self.names().0
    }

    /// Its name in messages: *This is the last …*.
    pub fn thing(self) -> &'static str {
        self.names().1
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Topic::Difference => ("difference", "difference"),
            Topic::Quotation => ("quotation", "quotation"),
            Topic::Fact => ("fact", "number, date or name that differs"),
            Topic::Attribution => ("attribution", "attribution that differs"),
            Topic::Meaning => ("meaning", "negation or hedge that differs"),
            Topic::Moved => ("moved", "moved sentence"),
            Topic::Unique => ("unique", "sentence of one side alone"),
            Topic::LeftOnly => ("left-only", "sentence of the left alone"),
            Topic::RightOnly => ("right-only", "sentence of the right alone"),
            Topic::Wording => ("wording", "other wording"),
            Topic::Open => ("open", "open difference"),
            Topic::Noted => ("noted", "note"),
        }
    }

    /// Whether jumps stop at a row. In a quotation they stop where its words differ, or at its first row.
    pub fn stops(self, comparison: &Comparison, review: &Placed, row: &Row) -> bool {
        let is_stop = || row.quotations.iter().any(|quotation| quotation.is_stop);
        if self == Topic::Quotation { is_stop() } else { self.holds(comparison, review, row) }
    }

    /// Whether a row is about it.
    pub fn holds(self, comparison: &Comparison, review: &Placed, row: &Row) -> bool {
        let has = |wanted: &[DifferenceKind]| {
            row.differences.iter().any(|id| wanted.contains(&comparison.differences[id.index()].kind))
        };
        match self {
            Topic::Difference => !row.differences.is_empty(),
            Topic::Quotation => !row.quotations.is_empty(),
            Topic::Fact => has(&[DifferenceKind::Number, DifferenceKind::Date, DifferenceKind::Name]),
            Topic::Attribution => has(&[DifferenceKind::Attribution, DifferenceKind::SpeakerChanged]),
            Topic::Meaning => has(&[DifferenceKind::Negation, DifferenceKind::Hedge]),
            Topic::Moved => row.sign == Sign::Moved && row.part != Part::Continued,
            Topic::Unique => matches!(row.sign, Sign::LeftOnly | Sign::RightOnly),
            Topic::LeftOnly => row.sign == Sign::LeftOnly,
            Topic::RightOnly => row.sign == Sign::RightOnly,
            Topic::Wording => has(&[DifferenceKind::Wording]),
            Topic::Open => !row.differences.is_empty() && review.is_open(row.bead),
            Topic::Noted => {
                row.carries_note() && review.remark(row.bead).is_some_and(|remark| remark.note.is_some())
            }
        }
    }
}
