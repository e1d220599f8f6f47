//! Listed words in a sentence: *some*, *at least*, *because of*.

use super::evidence::{Spans, Word};
use crate::lexicon::{MOST_WORDS, Value, ValueList};
use crate::text::{Pair, Span};

/// Listed words where they occur.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Term<T> {
    /// What the list says of them.
    pub value: T,
    pub span: Span,
    /// The place of the first among the words of its side of the bead.
    pub at: usize,
    /// How many words they are.
    pub length: usize,
}

impl<T> Term<T> {
    /// The place after its last word.
    pub(super) fn end(&self) -> usize {
        self.at + self.length
    }
}

/// The listed words that overlap a span, the longest at each place.
pub(super) fn terms<T: Value>(words: &[Word<'_>], span: Span, list: ValueList<T>) -> Vec<Term<T>> {
    let mut found = Vec::new();
    let mut at =
        words.partition_point(|(token, _)| token.word.start() < span.start()).saturating_sub(MOST_WORDS);
    while at < words.len() && words[at].0.word.start() < span.end() {
        let term = list.longest(words[at..].iter().map(|(_, folded)| *folded));
        let Some((length, value)) = term else {
            at += 1;
            continue;
        };
        let own = words[at].0.word.join(words[at + length - 1].0.word);
        if own.overlaps(span) {
            found.push(Term { value, span: own, at, length });
        }
        at += length;
    }
    found
}

/// From the first to the last of some words.
pub(super) fn whole(words: &[Word<'_>]) -> Option<Span> {
    Some(words.first()?.0.word.join(words.last()?.0.word))
}

/// The words of both terms.
pub(super) fn spans<T>(terms: Pair<Term<T>>) -> Spans {
    terms.map(|term| Some(term.span))
}

/// Whether the terms have these two values, on whichever side.
pub(super) fn are<T: Value>(terms: Pair<Term<T>>, one: T, other: T) -> bool {
    let values = terms.map(|term| term.value);
    values == Pair::new(one, other) || values == Pair::new(other, one)
}
