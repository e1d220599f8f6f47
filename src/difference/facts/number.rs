//! Numbers: counts, measures and places in an order.

use super::value::Value;
use super::words::Word;
use super::{fraction, quantity};
use crate::lexicon::Lexicon;
use crate::text::Span;

/// The number at `at`, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    let word = &words[at];
    if let Some(part) = fraction::read(words, at) {
        return Some(part);
    }
    if let Some(number) = word.listed.ordinal.or_else(|| ordinal_head(word)) {
        return Some((Value::Ordinal(number), 1));
    }
    if let Some(roughly) = vague(words, at) {
        return Some(roughly);
    }
    if is_pronoun(words, at) {
        return None;
    }
    let (quantity, length) = quantity::read(words, at)?;
    Some((Value::Number(quantity), length))
}

/// `8th` and *eighth*.
pub(super) fn ordinal(folded: &str, lexicon: &Lexicon) -> Option<u32> {
    if let Some(number) = lexicon.ordinals.get(folded) {
        return number.parse().ok();
    }
    let digits = folded.trim_end_matches(|c: char| !c.is_ascii_digit());
    if digits.is_empty() || digits.len() == folded.len() {
        return None;
    }
    let ending = Span::new(digits.len(), folded.len()).of(folded);
    lexicon.ordinals.contains(&format!("-{ending}")).then(|| digits.parse().ok())?
}

/// The order that a compound begins with: *second-division*.
fn ordinal_head(word: &Word<'_>) -> Option<u32> {
    let (head, _) = word.raw.split_once(['-', '‐', '‑'])?;
    word.lexicon.ordinals.get(&head.to_lowercase())?.parse().ok()
}

/// What is only counted roughly: *dozens*, *hundreds of thousands*.
fn vague(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    let is_rough = |word: &&Word<'_>| word.folded.ends_with('s') && word.listed.number == Some("");
    let first = words.get(at).filter(is_rough)?;
    let of = words.get(at + 1).filter(|of| of.follows() && of.listed.fraction == Some("of"));
    match words.get(at + 2).filter(|_| of.is_some()).filter(is_rough) {
        Some(second) => Some((Value::Roughly(format!("{} of {}", first.folded, second.folded)), 3)),
        None => Some((Value::Roughly(first.folded.to_owned()), 1)),
    }
}

/// *One* that counts nothing: *no one*, *the one who*, *one of the*, *one another*.
fn is_pronoun(words: &[Word<'_>], at: usize) -> bool {
    // *every one million hours* counts
    if words[at].folded != "one" || quantity::read(words, at).is_some_and(|(_, length)| length > 1) {
        return false;
    }
    let around = words[at].lexicon.around_numbers;
    let is_before = |before: usize| around.has(words[before].folded, "before-one");
    let is_behind = |behind: &Word<'_>| around.has(behind.folded, "behind-one");
    at.checked_sub(1).is_some_and(is_before) || words.get(at + 1).is_none_or(is_behind)
}
