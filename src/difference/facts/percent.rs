//! Shares: `65%` is *65 per cent*, *65 percent* and *sixty-five percent*.

use super::quantity;
use super::value::Value;
use super::words::Word;

/// The share at `at`, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    let (quantity, length) = quantity::read(words, at)?;
    let sign = words.get(at + length).filter(|sign| sign.follows())?;
    match sign.folded {
        "percent" | "pc" | "pct" => Some((Value::Percent(quantity), length + 1)),
        // two blanks, or a line end, stand between
        "per" => {
            let cent = words.get(at + length + 1).filter(|cent| cent.follows())?;
            (cent.folded == "cent").then_some((Value::Percent(quantity), length + 2))
        }
        "percentage" => {
            let point = words.get(at + length + 1)?;
            matches!(point.folded, "point" | "points").then_some((Value::Points(quantity), length + 2))
        }
        _ => None,
    }
}
