//! Sums: `$1.2m` is *1.2 million dollars*.

use super::value::Value;
use super::words::Word;
use super::{quantity, sign};
use crate::lexicon::Lexicon;

/// The sum at `at` with its sign, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    let Some(sign) = sign::before(words, at) else { return unsigned(words, at) };
    let (value, length) = unsigned(words, at + 1)?;
    let figure = value.figure()?.signed(sign);
    Some((value.with_figure(figure), length + 1))
}

/// The same without a sign.
fn unsigned(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    if let Some((currency, sign)) = currency_sign(words, at) {
        let number = words.get(at + sign)?;
        if !number.follows() {
            return None;
        }
        let (quantity, length) = quantity::read(words, at + sign)?;
        return Some((Value::Money(currency, quantity), sign + length));
    }
    let (quantity, length) = quantity::read(words, at)?;
    let word = &words[at];
    let ending = word.raw.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    if !ending.is_empty()
        && ending.len() < word.raw.len()
        && let Some((currency, power)) = currency(word.lexicon, &format!("-{ending}"))
    {
        return Some((Value::Money(currency, quantity.scaled(power)), length));
    }
    let after = at + length;
    // *1,2 million d’euros*
    let of = usize::from(words.get(after).is_some_and(|of| of.listed.fraction == Some("of")));
    let (after, length) = (after + of, length + of);
    let first = words.get(after)?;
    // *5 €*; the sign before a figure is of that one
    let is_last = words.get(after + 1).is_none_or(|next| !next.raw.starts_with(|c: char| c.is_ascii_digit()));
    if let Some(currency) = of_sign(first.raw).filter(|_| first.follows() && is_last) {
        return Some((Value::Money(currency, quantity), length + 1));
    }
    // *2,5 millions d’euros*
    if length > 1
        && is_elided(first)
        && let Some((currency, power)) =
            words.get(after + 1).and_then(|next| currency(word.lexicon, next.folded))
    {
        return Some((Value::Money(currency, quantity.scaled(power)), length + 2));
    }
    // *Canadian dollars*
    if first.lexicon.currencies.opens(first.folded)
        && let Some(second) = words.get(after + 1).filter(|second| second.follows())
        && let Some((currency, power)) =
            currency(word.lexicon, &format!("{} {}", first.folded, second.folded))
    {
        return Some((Value::Money(currency, quantity.scaled(power)), length + 2));
    }
    let (currency, power) = (first.follows() || of > 0).then(|| currency(word.lexicon, first.folded))??;
    Some((Value::Money(currency, quantity.scaled(power)), length + 1))
}

/// *d’euros*, *de dollars*.
fn is_elided(word: &Word<'_>) -> bool {
    word.follows() && word.lexicon.currencies.get(word.folded) == Some("of")
}

/// The currency of a sign.
fn of_sign(raw: &str) -> Option<&'static str> {
    Some(match raw {
        "$" => "USD",
        "£" => "GBP",
        "€" => "EUR",
        "¥" => "JPY",
        "₹" => "INR",
        "₩" => "KRW",
        "₽" => "RUB",
        _ => return None,
    })
}

/// The currency of a sign at `at`, and how many words the sign takes.
fn currency_sign(words: &[Word<'_>], at: usize) -> Option<(&'static str, usize)> {
    if let Some(currency) = of_sign(words[at].raw) {
        return Some((currency, 1));
    }
    // *EUR 5*
    let next = words.get(at + 1)?;
    let counts = next.follows() && next.raw.starts_with(|c: char| c.is_ascii_digit());
    if let Some((code, 0)) = currency(next.lexicon, words[at].folded)
        && counts
        && code == words[at].raw
    {
        return Some((code, 1));
    }
    let next = Some(next).filter(|next| next.gap.is_empty() && next.raw == "$")?;
    let (currency, _) = currency(next.lexicon, &format!("{}{}", words[at].folded, next.raw))?;
    Some((currency, 2))
}

/// The currency that words name, and the power of ten that makes the sum one in its units.
fn currency(lexicon: &Lexicon, words: &str) -> Option<(&'static str, i32)> {
    let value = lexicon.currencies.get(words)?;
    match value.split_once(' ') {
        Some((currency, power)) => Some((currency, power.parse().ok()?)),
        None => Some((value, 0)),
    }
}
