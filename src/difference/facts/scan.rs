//! The facts of one sentence, in the order of its words.

use super::name::Names;
use super::value::Value;
use super::words::Word;
use super::{date, money, number, percent, place, time, title};
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
}

/// Reads the facts of a sentence; where two kinds fit, the first that does.
pub(super) fn mentions(words: &[Word<'_>], side: Side, names: &Names) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let clock = time::read(words, at);
        let dates = if clock.is_none() { date::read(words, at) } else { Vec::new() };
        if let Some(&(_, _, end)) = dates.last() {
            found.extend(
                dates.into_iter().map(|(value, start, end)| mention(words, at + start, at + end, value)),
            );
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
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// The fact that `words[start..end]` state.
pub(super) fn mention(words: &[Word<'_>], start: usize, end: usize, value: Value) -> Mention {
    let (first, last) = (&words[start], &words[end - 1]);
    let mut until = last.span.end();
    match &value {
        Value::Name(_) | Value::Place(_) | Value::Title(_) | Value::Date(_) => {
            until -= last.lexicon.language.possessive_ending(last.raw)
        }
        Value::Number(_)
        | Value::Part(..)
        | Value::Roughly(_)
        | Value::Ordinal(_)
        | Value::Money(..)
        | Value::Percent(_)
        | Value::Points(_)
        | Value::Time(_) => {}
    }
    let unit = words.get(end).filter(|unit| unit.follows()).map_or("", |unit| unit.folded).to_owned();
    Mention { span: Span::new(first.span.start(), until.max(first.span.start())), value, unit }
}
