//! Reads the facts of a sentence, and of a bead those that only the other side shows.
//!
//! A headline in capitals hides which words are names, and a capital at the head of a sentence says
//! nothing. So where both sides are the same words, what the one states the other states, too; and
//! where *Dahl left* is in the place of *Berg left*, it is a name. Invariants: only words that no other
//! fact has become names; nothing depends on which side is which.

use std::ops::Range;

use super::kind::FactKind;
use super::name::{self, Names};
use super::stated::{Mention, Stated};
use super::value::FactValue;
use super::words::Word;
use super::{bound, date, figure, mixed};
use crate::difference::{Edit, EditOp};
use crate::text::{Pair, Side, Span};

/// Reads the facts of a sentence; where two kinds fit, the first that does.
pub(super) fn mentions(words: &[Word<'_>], side: Side, names: &Names) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let time = date::time(words, at).map(|(time, length)| (FactValue::Time(time), at..at + length));
        let mut values: Vec<(FactValue, Range<usize>)> = time.into_iter().collect();
        if values.is_empty() {
            let dates = date::read(words, at).into_iter();
            values.extend(dates.map(|(date, words)| (FactValue::Date(date), words)));
        }
        if values.is_empty() {
            let title = || {
                let (title, length) = name::title(words, at)?;
                (!names.is_known_last_name(words, at)).then_some((FactValue::Title(title), length))
            };
            let name = || names.read(side, words, at).map(|(name, length)| (FactValue::Name(name), length));
            let place = || name::place(words, at).map(|(place, length)| (FactValue::Place(place), length));
            let value = figure::read(words, at).or_else(title).or_else(name).or_else(place);
            values.extend(value.map(|(value, length)| (value, at..at + length)));
        }
        at = values.last().map_or(at + 1, |(_, words)| words.end);
        for (value, own) in values {
            found.push(mention(words, own, value));
            bound::tie_range(words, &mut found);
        }
    }
    found
}

/// The fact that some of the words state.
fn mention(words: &[Word<'_>], own: Range<usize>, value: FactValue) -> Mention {
    let mut span = words[own.start].span.join(words[own.end - 1].span);
    if value.kind() == FactKind::Date || value.kind().is_name() {
        let until = span.end() - words[own.end - 1].possessive_ending();
        span = Span::new(span.start(), until.max(span.start()));
    }
    let (bound, reach) = bound::around(words, own.clone(), &value);
    let next = mixed::unit_inside(words, &own).or_else(|| words.get(own.end));
    let unit = next.filter(|unit| unit.follows() && !unit.listed.is_common).map(|unit| unit.key);
    let duration = figure::duration(&value, next);
    Mention { words: own, span, value, unit, duration, bound, reach, is_low_end: false }
}

/// Whether both sides are the same words.
pub(super) fn has_same_words(stated: &Pair<Stated<'_>>) -> bool {
    let keys = stated.as_ref().map(|side| side.words.iter().map(|word| word.key));
    keys.left.eq(keys.right)
}

/// States each fact of the same words on both sides: those of the side that shows more of them.
pub(super) fn share(stated: &mut Pair<Stated<'_>>) {
    let rank = |side: Side| {
        let words = &stated[side].words;
        let small = words.iter().filter(|word| word.raw.contains(char::is_lowercase)).count();
        (small, stated[side].mentions.len(), words.iter().map(|word| word.raw).collect::<Vec<_>>())
    };
    let trusted = if rank(Side::Right) > rank(Side::Left) { Side::Right } else { Side::Left };
    let other = &stated[trusted.other()].words;
    let own = stated[trusted].mentions.iter();
    let shared = own.map(|own| mention(other, own.words.clone(), own.value.clone())).collect();
    stated[trusted.other()].mentions = shared;
}

/// Adds the names and months that only their position shows: words in the place of one.
pub(super) fn add_by_position(stated: &mut Pair<Stated<'_>>, edits: &[Edit], names: &Names) {
    for edit in edits.iter().filter(|edit| edit.op == EditOp::Replace) {
        let Some(spans) = edit.spans.both() else { continue };
        let words = Pair::from_fn(|side| stated[side].words_in(spans[side]));
        let there = Pair::from_fn(|side| stated[side].mentions_in(&words[side]));
        for side in Side::BOTH {
            let across = &stated[side.other()];
            let name = match &across.mentions[there[side.other()].clone()] {
                [name] => name,
                // *In a talk with the Lantern, Berg left* became *Dahl left*
                [.., name] if name.words.end >= words[side.other()].end => name,
                _ => continue,
            };
            let own = &stated[side].mentions[there[side].clone()];
            let run = &stated[side].words[words[side].clone()];
            let value = match (&name.value, own, run) {
                (FactValue::Name(_), [], run) => names.by_position(run).map(FactValue::Name),
                (FactValue::Date(_), [], [word]) => date::possible(word).map(FactValue::Date),
                // *November’s* became *May’s*, read as a name
                (FactValue::Date(_), [own], [word]) if own.value.kind() == FactKind::Name => {
                    date::possible(word).map(FactValue::Date)
                }
                _ => None,
            };
            let Some(value) = value else { continue };
            let mention = mention(&stated[side].words, words[side].clone(), value);
            stated[side].mentions.splice(there[side].clone(), [mention]);
        }
    }
}
