//! Marks: what a run of text means, for every front end.

use std::fmt;

/// What a run of text means.
///
/// A closed list: a new mark compiles only once every theme and exporter handles it.
/// The side is not part of a mark; the cell knows it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(u8)]
pub enum Mark {
    /// The title of the story, its deck or a title inside it.
    Heading,
    /// Byline, dateline, caption or credit.
    Furniture,
    /// A sentence that only this side has.
    Only,
    /// A sentence that the other side has elsewhere.
    Moved,
    /// A word that differs.
    Differs,
    /// Marks, case or spelling that differ in equal words.
    Typography,
    /// A quotation that both sides have in the same words.
    QuotationShared,
    /// A quotation that is trimmed, extended, merged, split or paraphrased.
    QuotationPartial,
    /// A quotation whose words differ.
    QuotationAltered,
    /// A quotation that only this side has.
    QuotationOnly,
    /// A word inside a quotation that differs; the most prominent mark.
    AlteredWord,
    /// The words that name the speaker.
    Speaker,
    /// The speech verb or similar words of the attribution.
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

    /// Whether it is the state of a quotation.
    pub fn is_quotation(self) -> bool {
        matches!(
            self,
            Mark::QuotationShared | Mark::QuotationPartial | Mark::QuotationAltered | Mark::QuotationOnly
        )
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

    /// Whether the mark is in it.
    pub fn contains(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u8) != 0
    }

    /// The state of the quotation that the run belongs to.
    pub fn quotation(self) -> Option<Mark> {
        self.iter().filter(|mark| mark.is_quotation()).last()
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
