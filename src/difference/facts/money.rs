//! Sums: `$1.2m` is *1.2 million dollars*.

use super::quantity::{self, Quantity};
use super::value::Value;
use super::words::Word;

/// The sum at `at`, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    if let Some((currency, sign)) = sign(words, at) {
        let number = words.get(at + sign)?;
        if !number.follows() {
            return None;
        }
        let (quantity, length) = quantity::read(words, at + sign)?;
        return Some((Value::Money(currency, quantity), sign + length));
    }
    let (quantity, length) = quantity::read(words, at)?;
    if words[at].raw.ends_with('p') && words[at].raw.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((Value::Money("GBP", quantity.scaled(-2)), length));
    }
    let after = at + length;
    let (country, skip) = match words.get(after).map(|word| word.folded) {
        Some("us" | "american") => ("US", 1),
        Some("canadian") => ("CA", 1),
        Some("australian") => ("AU", 1),
        _ => ("US", 0),
    };
    let unit = words.get(after + skip).filter(|unit| unit.follows())?;
    let (currency, quantity) = currency(unit.folded, country, quantity)?;
    Some((Value::Money(currency, quantity), length + skip + 1))
}

/// The currency of a sign at `at`, and how many words the sign takes.
fn sign(words: &[Word<'_>], at: usize) -> Option<(&'static str, usize)> {
    let one = |raw: &str| {
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
    };
    if let Some(currency) = one(words[at].raw) {
        return Some((currency, 1));
    }
    let next = words.get(at + 1).filter(|next| next.gap.is_empty() && next.raw == "$")?;
    let currency = match words[at].folded {
        "us" => "USD",
        "c" | "ca" | "can" => "CAD",
        "a" | "au" | "aus" => "AUD",
        "nz" => "NZD",
        "hk" => "HKD",
        "s" => "SGD",
        _ => return None,
    };
    (!next.raw.is_empty()).then_some((currency, 2))
}

/// The currency that a word names, and the sum in its units.
fn currency(folded: &str, country: &str, quantity: Quantity) -> Option<(&'static str, Quantity)> {
    Some(match folded {
        "dollar" | "dollars" | "bucks" => match country {
            "CA" => ("CAD", quantity),
            "AU" => ("AUD", quantity),
            _ => ("USD", quantity),
        },
        "cents" => ("USD", quantity.scaled(-2)),
        "pound" | "pounds" | "sterling" => ("GBP", quantity),
        "pence" => ("GBP", quantity.scaled(-2)),
        "euro" | "euros" => ("EUR", quantity),
        "yen" => ("JPY", quantity),
        "yuan" | "renminbi" => ("CNY", quantity),
        "rupee" | "rupees" => ("INR", quantity),
        "rouble" | "roubles" | "ruble" | "rubles" => ("RUB", quantity),
        "franc" | "francs" => ("CHF", quantity),
        "peso" | "pesos" => ("MXN", quantity),
        "krona" | "kronor" => ("SEK", quantity),
        "kroner" => ("NOK", quantity),
        "rand" => ("ZAR", quantity),
        "lira" => ("TRY", quantity),
        _ => return None,
    })
}
