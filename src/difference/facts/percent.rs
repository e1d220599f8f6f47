//! Shares: `65%` is *65 per cent*, *65 percent* and *sixty-five percent*.

use super::quantity;
use super::value::Value;
use super::words::Word;

/// The share at `at`, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    let (quantity, length) = quantity::read(words, at)?;
    let sign = words.get(at + length).filter(|sign| sign.follows())?;
    let shares = sign.lexicon.shares;
    let known = |name: &str, more: usize| match shares.get(name)? {
        "points" => Some((Value::Points(quantity), length + more)),
        _ => Some((Value::Percent(quantity), length + more)),
    };
    if let Some(share) = known(sign.folded, 1) {
        return Some(share);
    }
    if !shares.opens(sign.folded) {
        return None;
    }
    // two blanks, or a line end, stand between *per* and *cent*
    let mut name = sign.folded.to_owned();
    words[at + length + 1..].iter().take(2).take_while(|word| word.follows()).zip(2..).find_map(
        |(word, more)| {
            name = format!("{name} {}", word.folded);
            known(&name, more)
        },
    )
}
