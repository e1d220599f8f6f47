//! The facts of one sentence, in the order of its words.

use std::ops::Range;

use super::bound::{self, Bound};
use super::lasting::{self, Lasting};
use super::name::Names;
use super::value::Value;
use super::words::Word;
use super::{date, money, number, percent, place, range, time, title};
use crate::text::{Side, Span};

/// A fact as one side states it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Mention {
    /// The words.
    pub span: Span,
    /// What they come to.
    pub value: Value,
    /// The word that says what is counted, folded; empty where none follows.
    pub unit: String,
    /// How long it is, where it counts time.
    pub lasting: Option<Lasting>,
    /// How it bounds what it counts.
    pub bound: Bound,
    /// The words with those of the bound.
    pub reach: Span,
    /// Whether the next fact of the sentence is the upper end of a range that begins here.
    pub is_low_end: bool,
}

impl Mention {
    /// The value with its bound, in one form for all dresses.
    pub(super) fn text(&self) -> String {
        let value = self.value.text();
        if self.bound.sign().is_empty() { value } else { format!("{}{value}", self.bound.sign()) }
    }
}

/// Reads the facts of a sentence; where two kinds fit, the first that does.
pub(super) fn mentions(words: &[Word<'_>], side: Side, names: &Names) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    let mut last: Option<Range<usize>> = None;
    while at < words.len() {
        let clock = time::read(words, at);
        let dates = if clock.is_none() { date::read(words, at) } else { Vec::new() };
        if let Some(&(_, _, end)) = dates.last() {
            for (value, start, end) in dates {
                found.push(mention(words, at + start, at + end, value));
                tied(words, &mut last, at + start..at + end, &mut found);
            }
            at += end;
            continue;
        }
        let reading = clock
            .or_else(|| money::read(words, at))
            .or_else(|| percent::read(words, at))
            .or_else(|| number::read(words, at))
            .or_else(|| title::read(words, at))
            .or_else(|| names.read(side, words, at))
            .or_else(|| place::read(words, at));
        match reading {
            Some((value, length)) => {
                found.push(mention(words, at, at + length, value));
                tied(words, &mut last, at..at + length, &mut found);
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// Ties the fact last found to the one before it where they are a range.
fn tied(words: &[Word<'_>], last: &mut Option<Range<usize>>, own: Range<usize>, found: &mut [Mention]) {
    if let Some(before) = last.replace(own.clone())
        && own.start - before.end <= 2
    {
        range::tie(words, before, own, found);
    }
}

/// The fact that `words[start..end]` state.
pub(super) fn mention(words: &[Word<'_>], start: usize, end: usize, value: Value) -> Mention {
    let (first, last) = (&words[start], &words[end - 1]);
    let mut until = last.span.end();
    match &value {
        Value::Name(_) | Value::Place(_) | Value::Title(_) | Value::Date(_) => {
            until -= last.lexicon.language.possessive_ending(last.raw);
        }
        Value::Number(_)
        | Value::Part(..)
        | Value::Roughly(_)
        | Value::Times(_)
        | Value::Range(..)
        | Value::Ordinal(_)
        | Value::Money(..)
        | Value::Percent(_)
        | Value::Points(_)
        | Value::Time(_) => {}
    }
    let unit = words.get(end).filter(|unit| unit.follows()).map_or("", |unit| unit.folded).to_owned();
    let span = Span::new(first.span.start(), until.max(first.span.start()));
    let (bound, from, to) = bound::around(words, start, end, &value);
    let reach = span.join(words[from].span).join(words[to - 1].span);
    let reach = if (from, to) == (start, end) { span } else { reach };
    let lasting = lasting::of(&value, words.get(end));
    Mention { span, value, unit, lasting, bound, reach, is_low_end: false }
}
