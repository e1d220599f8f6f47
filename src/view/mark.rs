//! Marks: the units of meaning that every front end interprets.

use std::fmt;

/// What a run of text means.
///
/// A closed list: adding one fails to compile until every theme and exporter
/// answers for it. The side is not part of a mark; the cell knows it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Mark {
    /// The title of the story, its deck or a title inside it.
    Heading,
    /// Byline, dateline, caption, credit: who made it, not what it says.
    Furniture,
    /// A sentence that only this side has.
    Only,
    /// A sentence that stands elsewhere on the other side.
    Moved,
    /// A word that differs.
    Differs,
    /// Marks, case or spelling that differ, in words that do not.
    Typography,
    /// A quotation that both sides have in the same words.
    QuotationShared,
    /// A quotation that is trimmed, extended, merged, split or paraphrased.
    QuotationPartial,
    /// A quotation whose words differ.
    QuotationAltered,
    /// A quotation that only this side has.
    QuotationOnly,
    /// A word inside a quotation that differs: what stands out most.
    AlteredWord,
    /// The words that name the speaker.
    Speaker,
    /// The words that say it was said.
    Cue,
}

impl Mark {
    /// All marks, from the broadest to the narrowest: a theme lets later ones win.
    pub const ALL: [Mark; 13] = [
        Mark::Heading,
        Mark::Furniture,
        Mark::Only,
        Mark::Moved,
        Mark::Differs,
        Mark::Typography,
        Mark::QuotationShared,
        Mark::QuotationPartial,
        Mark::QuotationAltered,
        Mark::QuotationOnly,
        Mark::AlteredWord,
        Mark::Speaker,
        Mark::Cue,
    ];

    /// The name in theme files, HTML classes and tests.
    pub fn name(self) -> &'static str {
        match self {
            Mark::Heading => "heading",
            Mark::Furniture => "furniture",
            Mark::Only => "only",
            Mark::Moved => "moved",
            Mark::Differs => "differs",
            Mark::Typography => "typography",
            Mark::QuotationShared => "quotation-shared",
            Mark::QuotationPartial => "quotation-partial",
            Mark::QuotationAltered => "quotation-altered",
            Mark::QuotationOnly => "quotation-only",
            Mark::AlteredWord => "altered-word",
            Mark::Speaker => "speaker",
            Mark::Cue => "cue",
        }
    }
}

/// A set of marks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct MarkSet(u32);

impl MarkSet {
    /// No mark.
    pub const EMPTY: MarkSet = MarkSet(0);

    /// The set with one more mark.
    #[must_use]
    pub fn with(self, mark: Mark) -> MarkSet {
        MarkSet(self.0 | 1 << mark as u8)
    }

    /// Both sets in one.
    #[must_use]
    pub fn union(self, other: MarkSet) -> MarkSet {
        MarkSet(self.0 | other.0)
    }

    /// Whether the mark is in it.
    pub fn contains(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u8) != 0
    }

    /// Whether it holds no mark.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The marks in it, from the broadest to the narrowest.
    pub fn iter(self) -> impl Iterator<Item = Mark> {
        Mark::ALL.into_iter().filter(move |mark| self.contains(*mark))
    }
}

impl FromIterator<Mark> for MarkSet {
    fn from_iter<I: IntoIterator<Item = Mark>>(marks: I) -> MarkSet {
        marks.into_iter().fold(MarkSet::EMPTY, MarkSet::with)
    }
}

impl fmt::Debug for MarkSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter().map(Mark::name)).finish()
    }
}
