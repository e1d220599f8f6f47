//! Numbers: counts, measures and places in an order.

use super::quantity::Quantity;
use super::value::Value;
use super::words::Word;
use super::{fraction, quantity, sign};
use crate::lexicon::{Lexicon, WordClass};
use crate::text::Span;

/// The number at `at`, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    let word = &words[at];
    if let Some((part, length)) = quantity::part_of_scale(words, at) {
        return Some((Value::Number(part), length));
    }
    if let Some(part) = fraction::read(words, at) {
        return Some(part);
    }
    if let Some(number) = word.listed.ordinal.or_else(|| ordinal_head(word)) {
        return Some((Value::Ordinal(number), 1));
    }
    if let Some(roughly) = vague(words, at) {
        return Some(roughly);
    }
    if let Some(count) = multiple(word) {
        return Some((Value::Times(count), 1));
    }
    if counts_time(words, at) {
        return Some((Value::Number(Quantity::whole(1)), 1));
    }
    if is_pronoun(words, at) {
        return None;
    }
    let (quantity, length) = quantity::read(words, at)?;
    let end = at + length;
    // *two times* is *twice*
    if let Some(count) = quantity.as_whole()
        && words.get(end).is_some_and(|times| is_around(times, WordClass::Times))
    {
        return Some((Value::Times(count), length + 1));
    }
    // *five degrees below zero* is *minus five*
    if let Some((sign, more)) = sign::after(words, end) {
        return Some((Value::Number(quantity.signed(sign)), length + more));
    }
    // *ten years old* is *10-year-old*
    let is_age = words.get(end).is_some_and(|unit| is_around(unit, WordClass::TimeSpan))
        && words.get(end + 1).is_some_and(|old| is_around(old, WordClass::Age));
    Some((Value::Number(quantity), if is_age { length + 2 } else { length }))
}

/// Whether a word only a blank away from the one before has this class around numbers.
fn is_around(word: &Word<'_>, class: WordClass) -> bool {
    word.follows() && word.listed.around.is(class)
}

/// How often: *twice*, *tripled*.
fn multiple(word: &Word<'_>) -> Option<u128> {
    word.lexicon.fractions.get(word.folded)?.strip_prefix('x')?.parse().ok()
}

/// The article of *after a year*; that of *five miles an hour* counts nothing.
fn counts_time(words: &[Word<'_>], at: usize) -> bool {
    let word = &words[at];
    word.lexicon.numbers.get(word.folded) == Some("a")
        && words.get(at + 1).is_some_and(|unit| is_around(unit, WordClass::TimeSpan))
        && at
            .checked_sub(1)
            .is_some_and(|before| word.follows() && words[before].listed.around.is(WordClass::BeforeArticle))
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
    let is_rough = |word: &&Word<'_>| word.listed.number == Some("") && word.folded.ends_with('s');
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
    let is_before = |before: usize| around.has(words[before].folded, WordClass::BeforeOne);
    let is_behind = |behind: &Word<'_>| around.has(behind.folded, WordClass::AfterOne);
    at.checked_sub(1).is_some_and(is_before) || words.get(at + 1).is_none_or(is_behind)
}
