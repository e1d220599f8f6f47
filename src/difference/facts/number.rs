//! Numbers: counts, measures and places in an order.

use super::quantity;
use super::value::Value;
use super::words::Word;

/// The number at `at`, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    let word = &words[at];
    if let Some(number) = ordinal(word.folded) {
        return Some((Value::Ordinal(number), 1));
    }
    if is_pronoun(words, at) {
        return None;
    }
    let (quantity, length) = quantity::read(words, at)?;
    Some((Value::Number(quantity), length))
}

/// `8th` and *eighth*.
pub(super) fn ordinal(folded: &str) -> Option<u32> {
    const WORDS: [&str; 12] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
        "eleventh", "twelfth",
    ];
    if let Some(at) = WORDS.iter().position(|word| *word == folded) {
        return Some(at as u32 + 1);
    }
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| folded.strip_suffix(ending))?;
    digits.parse().ok()
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
