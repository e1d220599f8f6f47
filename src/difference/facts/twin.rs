//! Facts of the same words: where only dress differs, both sides state the same.
//!
//! A headline in capitals hides which words are names. Where two sides of a bead are
//! the same words, what one side states the other states too, so the facts of the side
//! that shows more of them are told of both. Invariants: nothing is done unless the
//! words stand one against one; the choice does not depend on which side is which.

use super::pairing::Stated;
use super::scan::{Mention, mention};
use crate::text::{Pair, Side};

/// The same with each fact on both sides, in the same words.
pub(super) fn twinned(mut stated: Pair<Stated<'_>>) -> Pair<Stated<'_>> {
    let is_even = stated.left.words.len() == stated.right.words.len();
    let words = stated.left.words.iter().zip(&stated.right.words);
    if !is_even || words.clone().any(|(left, right)| left.key != right.key) {
        return stated;
    }
    let rank = |side: Side| {
        let words = &stated[side].words;
        let small = words.iter().filter(|word| word.raw.contains(char::is_lowercase)).count();
        (small, stated[side].mentions.len(), words.iter().map(|word| word.raw).collect::<Vec<_>>())
    };
    let trusted = if rank(Side::Right) > rank(Side::Left) { Side::Right } else { Side::Left };
    let other = trusted.other();
    let twins: Vec<Mention> = stated[trusted].mentions.iter().map(|own| twin(&stated, other, own)).collect();
    stated[other].mentions = twins;
    stated
}

/// What stands on `side` in the words of a mention of the other side.
fn twin(stated: &Pair<Stated<'_>>, side: Side, own: &Mention) -> Mention {
    let there = &stated[side.other()].words;
    let start = there.partition_point(|word| word.span.end() <= own.span.start());
    let end = there.partition_point(|word| word.span.start() < own.span.end());
    mention(&stated[side].words, start, end.max(start + 1), own.value.clone())
}
