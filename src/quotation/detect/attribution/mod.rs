//! Who said it: ordered, named rules around each marked piece.
//!
//! The first rule that fires wins, from the surest place (beside the marks) to
//! the least sure (the subject of the sentence before). Its name travels with the
//! quotation, and whether it is strong: nothing louder than a prompt may rest on
//! a weak one.

mod after;
mod before;
mod carry;
mod label;
mod nearby;
mod unsaid;

pub(super) use carry::{Memory, attribute};
pub(super) use label::{heading, is_age};

use std::ops::Range;

use super::outline::{Gap, Outline};
use crate::lexicon::{WordClass, WordClasses};
use crate::quotation::Confidence;

/// Who is said to have said a piece, by which rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Found {
    /// The items that name the speaker.
    pub(super) mention: Range<usize>,
    /// The verb, or *according to*.
    pub(super) cue: Option<Range<usize>>,
    pub(super) rule: Rule,
}

/// The rules, in the order in which they are asked, then those that carry a speaker over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Rule {
    Dash,
    BesideVerb,
    AfterInverted,
    AfterAccording,
    After,
    CitedAs,
    Before,
    BeforeLoose,
    BeforeInverted,
    Agent,
    According,
    Label,
    Coordinated,
    SameSentence,
    Noun,
    Possessive,
    PreviousSentence,
    SentenceHead,
    Intro,
    SameParagraph,
    Continuation,
    PreviousSpeaker,
}

/// The name of the rule that only guesses at whoever spoke last.
pub(in crate::quotation) const PREVIOUS_SPEAKER: &str = "previous-speaker";

impl Rule {
    /// The name in reports.
    pub(super) fn name(self) -> &'static str {
        match self {
            Rule::Dash => "dash",
            Rule::BesideVerb => "beside-verb",
            Rule::AfterInverted => "after-inverted",
            Rule::AfterAccording => "after-according-to",
            Rule::After => "after",
            Rule::CitedAs => "cited-as-saying",
            Rule::Before => "before",
            Rule::BeforeLoose => "before-loose",
            Rule::BeforeInverted => "before-inverted",
            Rule::Agent => "agent",
            Rule::According => "according-to",
            Rule::Label => "label",
            Rule::Coordinated => "coordinated",
            Rule::SameSentence => "same-sentence",
            Rule::Noun => "noun",
            Rule::Possessive => "possessive",
            Rule::PreviousSentence => "previous-sentence",
            Rule::SentenceHead => "sentence-head",
            Rule::Intro => "intro",
            Rule::SameParagraph => "same-paragraph",
            Rule::Continuation => "continuation",
            Rule::PreviousSpeaker => PREVIOUS_SPEAKER,
        }
    }

    /// Whether it is only a guess at the sentence's subject or at whoever spoke last.
    pub(super) fn is_vague(self) -> bool {
        matches!(self, Rule::SentenceHead | Rule::PreviousSpeaker)
    }

    /// Whether the attribution stands behind the marks, so that a comma in front of it is its own.
    pub(super) fn is_behind(self) -> bool {
        matches!(
            self,
            Rule::After | Rule::AfterInverted | Rule::AfterAccording | Rule::Dash | Rule::SameParagraph
        )
    }

    /// How far to trust it.
    pub(super) fn confidence(self) -> Confidence {
        match self {
            Rule::Dash
            | Rule::BesideVerb
            | Rule::AfterInverted
            | Rule::AfterAccording
            | Rule::After
            | Rule::CitedAs
            | Rule::Before
            | Rule::BeforeInverted
            | Rule::Agent
            | Rule::According
            | Rule::Label
            | Rule::Coordinated
            | Rule::Intro
            | Rule::SameParagraph
            | Rule::Continuation => Confidence::Strong,
            Rule::BeforeLoose
            | Rule::SameSentence
            | Rule::Noun
            | Rule::Possessive
            | Rule::PreviousSentence
            | Rule::SentenceHead
            | Rule::PreviousSpeaker => Confidence::Weak,
        }
    }
}

/// A marked piece in its surroundings.
pub(super) struct Place<'a> {
    pub(super) outline: &'a Outline<'a>,
    /// The piece among the items.
    pub(super) at: usize,
    /// The sentence it stands in, cut to what a reader still connects with it.
    pub(super) sentence: Range<usize>,
    /// Where the piece before it in this sentence ends, or the sentence starts.
    pub(super) from: usize,
    /// Where the next piece, or the block, begins or ends.
    pub(super) to: usize,
    /// The last character of what was said, if it is punctuation.
    pub(super) last: Option<char>,
}

impl Place<'_> {
    /// Whether the piece runs on into its attribution: `“We go,” …`.
    fn runs_on(&self) -> bool {
        let gap = self.outline.items[self.at].gap;
        matches!(self.last, Some(',' | '?' | '!' | '—' | '–' | '-'))
            || gap.has(Gap::COMMA)
            || gap.has(Gap::DASH)
    }

    /// The verbs that introduce a quotation among some items.
    fn cues(
        &self,
        within: Range<usize>,
        any: impl Into<WordClasses>,
    ) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let (from, any) = (within.start, any.into());
        within.filter(move |&at| super::cues::is_cue(self.outline, from, at, any))
    }
}

/// A rule: who said the piece, if this place tells.
type Rules = [fn(&Place) -> Option<Found>];

/// The rules in order; the first that fires wins.
const RULES: &Rules = &[
    before::inserted,
    before::agent,
    after::dash,
    before::beside_verb,
    after::inverted,
    after::according,
    after::cited,
    after::plain,
    before::cited,
    before::plain,
    before::inverted,
    before::according,
    label::label,
    nearby::same_sentence,
    nearby::noun,
    nearby::possessive,
    nearby::previous_sentence,
    nearby::sentence_head,
];

/// The verb at `at` with its listener: *told reporters*.
fn cue(outline: &Outline, at: usize) -> Range<usize> {
    let listener = at + 1;
    let told = outline.is(at, WordClass::Telling);
    let bare = outline.is(listener, WordClasses::SPEAKER)
        && !outline.items[listener].capital
        && !outline.items[at].gap.has(Gap::ANY);
    if told && (bare || outline.is(listener, WordClass::Listener)) { at..at + 2 } else { at..at + 1 }
}
