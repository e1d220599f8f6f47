//! Numbers: counts, measures and places in an order.

use super::quantity;
use super::value::Value;
use super::words::Word;
use crate::text::Span;

/// The number at `at`, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    let word = &words[at];
    if let Some(number) = ordinal(word) {
        return Some((Value::Ordinal(number), 1));
    }
    if is_pronoun(words, at) {
        return None;
    }
    let (quantity, length) = quantity::read(words, at)?;
    Some((Value::Number(quantity), length))
}

/// `8th` and *eighth*.
pub(super) fn ordinal(word: &Word<'_>) -> Option<u32> {
    let ordinals = word.lexicon.ordinals;
    if let Some(number) = ordinals.get(word.folded) {
        return number.parse().ok();
    }
    let digits = word.folded.trim_end_matches(|c: char| !c.is_ascii_digit());
    if digits.is_empty() || digits.len() == word.folded.len() {
        return None;
    }
    let ending = Span::new(digits.len(), word.folded.len()).of(word.folded);
    ordinals.contains(&format!("-{ending}")).then(|| digits.parse().ok())?
}

/// *One* that counts nothing: *no one*, *the one who*, *one of the*, *one another*.
fn is_pronoun(words: &[Word<'_>], at: usize) -> bool {
    if words[at].folded != "one" {
        return false;
    }
    let before = at.checked_sub(1).map_or("", |before| words[before].folded);
    let after = words.get(at + 1).map_or("", |after| after.folded);
    matches!(
        before,
        "no" | "any"
            | "every"
            | "some"
            | "the"
            | "that"
            | "this"
            | "each"
            | "which"
            | "another"
            | "on"
            | "as"
    ) || matches!(
        after,
        "" | "of"
            | "another"
            | "who"
            | "that"
            | "is"
            | "was"
            | "has"
            | "day"
            | "can"
            | "in"
            | "or"
            | "by"
            | "thing"
    )
}
