//! Listed words in a sentence: *some*, *at least*, *because of*.

use super::evidence::{Spans, Word};
use crate::lexicon::WordList;
use crate::text::{Pair, Span};

/// Listed words where they occur.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Term {
    /// What the list says of them.
    pub value: &'static str,
    pub span: Span,
    /// The place of the first among the words of its side of the bead.
    pub at: usize,
    /// How many words they are.
    pub length: usize,
}

impl Term {
    /// The place after its last word.
    pub(super) fn end(self) -> usize {
        self.at + self.length
    }

    /// The first word of the value.
    pub(super) fn size(self) -> &'static str {
        self.value.split(' ').next().unwrap_or_default()
    }

    /// The part of the value before the colon: words of one group are interchangeable.
    pub(super) fn group(self) -> &'static str {
        self.value.split(':').next().unwrap_or_default()
    }
}

/// The listed words that lie in or reach into a span, the longest at each place.
pub(super) fn terms(words: &[Word<'_>], span: Span, list: WordList) -> Vec<Term> {
    /// The most words of a term.
    const LONGEST: usize = 5;
    let mut found = Vec::new();
    let mut at =
        words.partition_point(|(token, _)| token.word.start() < span.start()).saturating_sub(LONGEST);
    while at < words.len() && words[at].0.word.start() < span.end() {
        let longest = if list.opens(words[at].1) { LONGEST } else { 1 };
        let term = (1..=longest).rev().find_map(|length| {
            let run = words.get(at..at + length)?;
            let value = match run {
                [(_, folded)] => list.get(folded),
                _ => list.get(&run.iter().map(|(_, folded)| *folded).collect::<Vec<_>>().join(" ")),
            }?;
            Some(Term { value, span: whole(run)?, at, length })
        });
        at += term.map_or(1, |term| term.length);
        found.extend(term.filter(|term| term.span.overlaps(span)));
    }
    found
}

/// From the first to the last of some words.
pub(super) fn whole(words: &[Word<'_>]) -> Option<Span> {
    Some(words.first()?.0.word.join(words.last()?.0.word))
}

/// The words of both terms.
pub(super) fn spans(terms: Pair<Term>) -> Spans {
    terms.map(|term| Some(term.span))
}

/// Whether the terms have these two values, on whichever side.
pub(super) fn are(terms: Pair<Term>, one: &str, other: &str) -> bool {
    let values = terms.map(|term| term.value);
    values == Pair::new(one, other) || values == Pair::new(other, one)
}
