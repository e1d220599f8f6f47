//! A marked piece in its surroundings, and who a rule says has said it.

use std::ops::Range;

use crate::detect::cues::is_cue;
use crate::detect::outline::{Gap, Outline};
use crate::detect::piece::Marked;
use crate::lexicon::{WordClass, WordClasses};
use crate::quotation::Confidence;

/// Items to either side of a piece that a rule may look at.
pub(super) const REACH: usize = 120;

/// Who is said to have said a piece, by which rule.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in super::super) struct Found {
    /// The items that name the speaker.
    pub(in super::super) mention: Range<usize>,
    /// The verb, or *according to*.
    pub(in super::super) cue: Option<Range<usize>>,
    pub(in super::super) rule: Rule,
}

/// The rules, in the order in which they are asked, then those that carry a speaker over and those
/// of reported speech.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in super::super) enum Rule {
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
    UnlistedVerb,
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
    SaidLast,
    SaidFirst,
}

/// The name of the rule that only guesses at whoever spoke last.
pub(crate) const PREVIOUS_SPEAKER: &str = "previous-speaker";

impl Rule {
    /// The name in reports.
    pub(in super::super) fn name(self) -> &'static str {
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
            Rule::UnlistedVerb => "unlisted-verb",
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
            Rule::SaidLast => "said-last",
            Rule::SaidFirst => "said-first",
        }
    }

    /// Whether it is only a guess at the sentence's subject or at whoever spoke last.
    pub(in super::super) fn is_vague(self) -> bool {
        matches!(self, Rule::SentenceHead | Rule::PreviousSpeaker)
    }

    /// Whether the attribution follows the marks, so that a comma before it is its own.
    pub(in super::super) fn follows_marks(self) -> bool {
        matches!(
            self,
            Rule::After
                | Rule::AfterInverted
                | Rule::AfterAccording
                | Rule::UnlistedVerb
                | Rule::Dash
                | Rule::SameParagraph
        )
    }

    /// How far to trust it.
    pub(in super::super) fn confidence(self) -> Confidence {
        let is_weak = matches!(
            self,
            Rule::BeforeLoose
                | Rule::UnlistedVerb
                | Rule::SameSentence
                | Rule::Noun
                | Rule::Possessive
                | Rule::PreviousSentence
                | Rule::SentenceHead
                | Rule::PreviousSpeaker
        );
        if is_weak { Confidence::Weak } else { Confidence::Strong }
    }
}

/// A marked piece in its surroundings.
pub(in super::super) struct Place<'a> {
    pub(in super::super) outline: &'a Outline<'a>,
    /// The piece among the items.
    pub(in super::super) at: usize,
    /// Its sentence, cut to what a reader still connects with it.
    pub(in super::super) sentence: Range<usize>,
    /// The end of the piece before it in this sentence, or the start of the sentence.
    pub(in super::super) from: usize,
    /// The start of the next piece, or the end of the block.
    pub(in super::super) to: usize,
    /// The last character of what was said, if it is punctuation.
    pub(in super::super) last: Option<char>,
}

impl<'a> Place<'a> {
    /// The surroundings of a piece.
    pub(super) fn new(
        outline: &'a Outline<'a>,
        pieces: &[Marked],
        piece: usize,
        of_block: &Range<usize>,
    ) -> Place<'a> {
        let at = outline.pieces[piece];
        let whole = &outline.sentences[outline.sentence_of(at)];
        let sentence = whole.start.max(at.saturating_sub(REACH))..whole.end.min(at + REACH);
        let is_quoted = |at: &usize| outline.items[*at].is_piece;
        let before = outline.pieces[of_block.start..piece].iter().copied().rfind(is_quoted);
        let after = outline.pieces[piece + 1..of_block.end].iter().copied().find(is_quoted);
        let words = pieces[piece].inner.of(outline.text).trim_end_matches(['\'', '’', '‘', ' ', '\u{a0}']);
        Place {
            outline,
            at,
            from: before.map_or(0, |before| before + 1).max(sentence.start),
            to: after.unwrap_or(outline.block_of(at).end),
            sentence,
            last: words.chars().next_back().filter(|c| !c.is_alphanumeric()),
        }
    }

    /// Whether the piece runs on into its attribution: `“We go,” …`.
    pub(super) fn runs_on(&self) -> bool {
        matches!(self.last, Some(',' | '?' | '!' | '—' | '–' | '-'))
            || self.outline.gap(self.at).has(Gap::COMMA.or(Gap::DASH))
    }

    /// The verbs that introduce a quotation among some items.
    pub(super) fn cues(
        &self,
        within: Range<usize>,
        any: impl Into<WordClasses>,
    ) -> impl DoubleEndedIterator<Item = usize> {
        let (from, any) = (within.start, any.into());
        within.filter(move |&at| is_cue(self.outline, from, at, any))
    }

    /// A speaker with the verb at `verb`.
    pub(super) fn found(&self, rule: Rule, mention: Range<usize>, verb: usize) -> Found {
        // told reporters
        let has_listener =
            self.outline.is(verb, WordClass::Telling) && self.outline.is_speaking_noun(verb + 1);
        Found { mention, cue: Some(verb..verb + 1 + usize::from(has_listener)), rule }
    }
}
