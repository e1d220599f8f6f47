//! What one side of a bead states: its words, and the facts in them.

use std::ops::Range;

use super::figure::Duration;
use super::kind::Bound;
use super::value::FactValue;
use super::words::Word;
use crate::text::Span;
use crate::words::Key;

/// The most pairs of facts that are compared one by one; no sentence has so
/// many, a conversion without stops may.
pub(super) const MOST_PAIRS: usize = 250_000;

/// A fact as one side states it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Mention {
    /// Its words among those of the bead.
    pub words: Range<usize>,
    /// Their place in the text, without a possessive ending.
    pub span: Span,
    /// Their value.
    pub value: FactValue,
    /// The noun after a count, unless it is a common word.
    pub unit: Option<Key>,
    /// Its length, if it counts time.
    pub duration: Option<Duration>,
    /// How it bounds what it counts.
    pub bound: Bound,
    /// The words with those of the bound.
    pub reach: Range<usize>,
    /// Whether the next fact of the sentence is the upper end of a range that begins here.
    pub is_low_end: bool,
}

impl Mention {
    /// The value with its bound, as reports give it.
    pub(super) fn meaning(&self) -> (Bound, &FactValue) {
        (
            if matches!(self.bound, Bound::Near | Bound::Rough) { Bound::Exact } else { self.bound },
            &self.value,
        )
    }
}

/// What one side of a bead states.
#[derive(Debug, Default)]
pub(super) struct Stated<'a> {
    /// Its words.
    pub words: Vec<Word<'a>>,
    /// Its facts, in order.
    pub mentions: Vec<Mention>,
}

impl<'a> Stated<'a> {
    /// Adds a sentence with the facts in it.
    pub(super) fn add(&mut self, words: &[Word<'a>], mentions: Vec<Mention>) {
        let before = self.words.len();
        let shifted = |range: Range<usize>| range.start + before..range.end + before;
        self.words.extend(words);
        self.mentions.extend(mentions.into_iter().map(|own| Mention {
            words: shifted(own.words),
            reach: shifted(own.reach),
            ..own
        }));
    }

    /// The words that share a byte with a span.
    pub(super) fn words_in(&self, span: Span) -> Range<usize> {
        let start = self.words.partition_point(|word| word.span.end() <= span.start());
        start..self.words.partition_point(|word| word.span.start() < span.end()).max(start)
    }

    /// The facts that have one of these words.
    pub(super) fn mentions_in(&self, words: &Range<usize>) -> Range<usize> {
        let start = self.mentions.partition_point(|mention| mention.words.end <= words.start);
        start..self.mentions.partition_point(|mention| mention.words.start < words.end).max(start)
    }

    /// The fact that a word belongs to.
    pub(super) fn mention_at(&self, word: usize) -> Option<&Mention> {
        self.mentions[self.mentions_in(&(word..word + 1))].first()
    }

    /// The place of words in the text.
    pub(super) fn span(&self, words: &Range<usize>) -> Span {
        self.words[words.start].span.join(self.words[words.end - 1].span)
    }
}
