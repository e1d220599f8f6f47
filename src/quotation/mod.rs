//! Quotations: who said which words, introduced how.
//!
//! [`crate::detect`] finds the quotations of one article, [`crate::link`] finds them in the other.
//! Invariants: fragments are ordered, disjoint and hold neither the marks nor the attribution
//! between them; a speaker is absent rather than guessed, and the name of the rule that found
//! it says how sure it is.

mod party;

pub use party::{Gender, Party, Reference, Role, RoleKind, Sort};

use crate::text::id::id;
use crate::text::{Pair, Side, Span};

id! {
    /// A quotation by its place in its side's list.
    QuotationId
}

id! {
    /// A quotation link by its place in the comparison.
    LinkId
}

/// Words that somebody is said to have said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Quotation {
    /// How it is quoted.
    pub kind: QuotationKind,
    /// Whether it stands in quotation marks in its own article.
    pub marked: bool,
    /// The words without the marks; one span for each interrupted piece or paragraph.
    pub fragments: Vec<Span>,
    /// Who is said to have said it.
    pub attribution: Attribution,
}

impl Quotation {
    /// From the first to the last of its words, with whatever stands between.
    pub fn span(&self) -> Span {
        let ends = self.fragments.first().zip(self.fragments.last());
        ends.map_or_else(Span::default, |(first, last)| first.join(*last))
    }

    /// The fragments that share a byte with `span`.
    pub fn fragments_in(&self, span: Span) -> &[Span] {
        let from = self.fragments.partition_point(|fragment| fragment.end() <= span.start());
        let to = self.fragments.partition_point(|fragment| fragment.start() < span.end());
        &self.fragments[from..to.max(from)]
    }

    /// Whether some of its words lie in a span; what stands between them does not count.
    pub fn has_words_in(&self, span: Span) -> bool {
        self.fragments.iter().any(|fragment| fragment.overlaps(span))
    }
}

/// How words are quoted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum QuotationKind {
    /// Whole sentences or clauses, as they were said.
    Direct,
    /// Some words inside a sentence of the reporter's.
    Mixed,
    /// Reported without marks: *she said that …*.
    Indirect,
    /// Marks that distance, name or title, and quote nobody.
    Scare,
}

impl QuotationKind {
    /// All kinds, from whole statements to mere marks.
    pub const ALL: [QuotationKind; 4] =
        [QuotationKind::Direct, QuotationKind::Mixed, QuotationKind::Indirect, QuotationKind::Scare];

    /// The name in JSON and messages.
    pub fn name(self) -> &'static str {
        match self {
            QuotationKind::Direct => "direct",
            QuotationKind::Mixed => "mixed",
            QuotationKind::Indirect => "indirect",
            QuotationKind::Scare => "scare",
        }
    }
}

/// Who is said to have said it, and how the article says so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attribution {
    /// The speaker's fullest name in this article, or the words that stand for one.
    pub speaker: Option<String>,
    /// The words that name the speaker here.
    pub mention: Option<Span>,
    /// The words that say it was said: *told reporters*, *according to*.
    pub cue: Option<Span>,
    /// The rule that found this.
    pub rule: &'static str,
    /// How far to trust it.
    pub confidence: Confidence,
    /// Everyone who speaks, to compare with the other article; none if nobody is named.
    pub parties: Vec<Party>,
}

impl Attribution {
    /// Nobody named.
    pub const NONE: Attribution = Attribution {
        speaker: None,
        mention: None,
        cue: None,
        rule: "none",
        confidence: Confidence::None,
        parties: Vec::new(),
    };
}

/// How far to trust an attribution.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Confidence {
    /// Nobody is named.
    None,
    /// Only a weak rule fired; a prompt at most.
    Weak,
    /// The article says so in the same sentence or an unmistakable place.
    Strong,
}

impl Confidence {
    /// All degrees, from the lowest.
    pub const ALL: [Confidence; 3] = [Confidence::None, Confidence::Weak, Confidence::Strong];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Confidence::None => "none",
            Confidence::Weak => "weak",
            Confidence::Strong => "strong",
        }
    }
}

/// What became of a quotation in the other article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QuotationLink {
    /// The quotation on each side; at least one is there.
    pub quotations: Pair<Option<QuotationId>>,
    /// What became of its words.
    pub state: LinkState,
    /// Which side has quotation marks.
    pub marks: Marks,
    /// Whether both sides name the same speaker.
    pub speaker: SpeakerState,
    /// What is altered or lost, if it changes the meaning.
    pub alarms: Vec<Alarm>,
    /// The words that differ, in order; empty where nothing is altered.
    pub edits: Vec<QuotationEdit>,
}

/// Words that differ inside a quotation.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct QuotationEdit {
    /// The words, on the sides that have some here.
    pub spans: Pair<Option<Span>>,
    /// What was done to them.
    pub manner: EditManner,
    /// What of them may turn the meaning.
    pub alarms: Vec<Alarm>,
}

impl QuotationEdit {
    /// The edit seen from the other side.
    #[must_use]
    pub fn swap(self) -> QuotationEdit {
        QuotationEdit { spans: self.spans.swap(), alarms: swapped(&self.alarms), ..self }
    }
}

/// Words put in for others, with nothing to say of them yet.
impl From<Pair<Option<Span>>> for QuotationEdit {
    fn from(spans: Pair<Option<Span>>) -> QuotationEdit {
        QuotationEdit { spans, manner: EditManner::Reworded, alarms: Vec::new() }
    }
}

/// What was done to words of a quotation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum EditManner {
    /// Left out, put in, or put in for others.
    Reworded,
    /// They stand at another place of the same quotation.
    Moved,
    /// Drawn together or spelled out: *we have* and *we’ve*.
    Contracted,
    /// Left out at an end of the quotation, or where it is interrupted.
    Trimmed,
}

impl EditManner {
    /// All manners.
    pub const ALL: [EditManner; 4] =
        [EditManner::Reworded, EditManner::Moved, EditManner::Contracted, EditManner::Trimmed];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            EditManner::Reworded => "reworded",
            EditManner::Moved => "moved",
            EditManner::Contracted => "contracted",
            EditManner::Trimmed => "trimmed",
        }
    }
}

impl QuotationLink {
    /// The link seen from the other side.
    #[must_use]
    pub fn swap(self) -> QuotationLink {
        QuotationLink {
            quotations: self.quotations.swap(),
            state: self.state.swap(),
            marks: self.marks.swap(),
            alarms: swapped(&self.alarms),
            edits: self.edits.into_iter().map(QuotationEdit::swap).collect(),
            ..self
        }
    }
}

/// The alarms seen from the other side.
fn swapped(alarms: &[Alarm]) -> Vec<Alarm> {
    let mut swapped: Vec<Alarm> = alarms.iter().copied().map(Alarm::swap).collect();
    swapped.sort_unstable();
    swapped
}

/// What became of a quotation's words in the other article.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LinkState {
    /// The same words; at most typography and spelling differ.
    SameWords,
    /// Words inside the quotation differ.
    Altered,
    /// The right has fewer words of it, from an end or behind an ellipsis.
    Trimmed,
    /// The right has more words of it.
    Extended,
    /// Several of the left's are one on the right.
    Merged,
    /// One of the left's is several on the right.
    Split,
    /// The same content in the reporter's words on one side.
    Paraphrased,
    /// The right has nothing of it.
    LeftOnly,
    /// The left has nothing of it.
    RightOnly,
}

impl LinkState {
    /// All states, in the order in which summaries list them.
    pub const ALL: [LinkState; 9] = [
        LinkState::SameWords,
        LinkState::Altered,
        LinkState::Trimmed,
        LinkState::Extended,
        LinkState::Merged,
        LinkState::Split,
        LinkState::Paraphrased,
        LinkState::LeftOnly,
        LinkState::RightOnly,
    ];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            LinkState::SameWords => "same-words",
            LinkState::Altered => "altered",
            LinkState::Trimmed => "trimmed",
            LinkState::Extended => "extended",
            LinkState::Merged => "merged",
            LinkState::Split => "split",
            LinkState::Paraphrased => "paraphrased",
            LinkState::LeftOnly => "left-only",
            LinkState::RightOnly => "right-only",
        }
    }

    /// The state seen from the other side.
    #[must_use]
    pub fn swap(self) -> LinkState {
        match self {
            LinkState::Trimmed => LinkState::Extended,
            LinkState::Extended => LinkState::Trimmed,
            LinkState::Merged => LinkState::Split,
            LinkState::Split => LinkState::Merged,
            LinkState::LeftOnly => LinkState::RightOnly,
            LinkState::RightOnly => LinkState::LeftOnly,
            LinkState::SameWords => LinkState::SameWords,
            LinkState::Altered => LinkState::Altered,
            LinkState::Paraphrased => LinkState::Paraphrased,
        }
    }
}

/// Which side of a link has quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Marks {
    /// Both sides.
    Both,
    /// The left alone.
    Left,
    /// The right alone.
    Right,
}

impl Marks {
    /// The same seen from the other side.
    #[must_use]
    pub fn swap(self) -> Marks {
        match self {
            Marks::Both => Marks::Both,
            Marks::Left => Marks::Right,
            Marks::Right => Marks::Left,
        }
    }

    /// The marks of one side alone.
    pub fn only(side: Side) -> Marks {
        match side {
            Side::Left => Marks::Left,
            Side::Right => Marks::Right,
        }
    }

    /// All cases.
    pub const ALL: [Marks; 3] = [Marks::Both, Marks::Left, Marks::Right];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Marks::Both => "both",
            Marks::Left => "left",
            Marks::Right => "right",
        }
    }
}

/// Whether both sides of a link name the same speaker.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SpeakerState {
    /// Both mentions resolve to one person or body.
    Same,
    /// A strong rule names somebody on each side, and nothing in the articles makes them one.
    Changed,
    /// At least one side does not say, or the two may be one.
    Unknown,
}

impl SpeakerState {
    /// All cases.
    pub const ALL: [SpeakerState; 3] = [SpeakerState::Same, SpeakerState::Changed, SpeakerState::Unknown];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            SpeakerState::Same => "same",
            SpeakerState::Changed => "changed",
            SpeakerState::Unknown => "unknown",
        }
    }
}

/// An alteration inside a quotation that may turn its meaning.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Alarm {
    /// A *not* or *never* came or went.
    Negation,
    /// A number differs.
    Number,
    /// *may*, *will*, *must* differ.
    Modal,
    /// A name differs.
    Name,
    /// The right lacks words of the middle, and neither an ellipsis nor a bracket says so.
    SilentCut,
    /// The right has words in the middle that the left lacks, and no bracket says so.
    AddedWords,
    /// An *if* or *unless* is cut from an end, so that what hung on it stands alone.
    Condition,
    /// An *almost* or *probably* came or went.
    Hedge,
    /// A *perhaps* or *I hope that* is cut from an end, so that what was left open is stated.
    Doubt,
    /// Words that follow each other are apart in the other article, with narration between them.
    Spliced,
    /// Words are in another order.
    Order,
}

impl Alarm {
    /// All alarms.
    pub const ALL: [Alarm; 11] = [
        Alarm::Negation,
        Alarm::Number,
        Alarm::Modal,
        Alarm::Name,
        Alarm::SilentCut,
        Alarm::AddedWords,
        Alarm::Condition,
        Alarm::Hedge,
        Alarm::Doubt,
        Alarm::Spliced,
        Alarm::Order,
    ];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Alarm::Negation => "negation",
            Alarm::Number => "number",
            Alarm::Modal => "modal",
            Alarm::Name => "name",
            Alarm::SilentCut => "silent-cut",
            Alarm::AddedWords => "added-words",
            Alarm::Condition => "condition",
            Alarm::Hedge => "hedge",
            Alarm::Doubt => "doubt",
            Alarm::Spliced => "spliced",
            Alarm::Order => "order",
        }
    }

    /// The alarm of the exchanged sides.
    #[must_use]
    pub fn swap(self) -> Alarm {
        match self {
            Alarm::SilentCut => Alarm::AddedWords,
            Alarm::AddedWords => Alarm::SilentCut,
            Alarm::Negation
            | Alarm::Number
            | Alarm::Modal
            | Alarm::Name
            | Alarm::Condition
            | Alarm::Hedge
            | Alarm::Doubt
            | Alarm::Spliced
            | Alarm::Order => self,
        }
    }
}
