//! Quantities: numbers as they are written, in digits, in words or in both.
//!
//! Exact decimals, because `1.1 million` must equal `1,100,000`.

use std::borrow::Cow;
use std::fmt;

use super::sign::{self, Sign};
use super::words::Word;
use crate::lexicon::Lexicon;

/// A decimal number: digits times a power of ten, without a zero at the end of the digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Quantity {
    digits: u128,
    exponent: i32,
    is_negative: bool,
}

impl Quantity {
    /// A whole number.
    pub(super) fn whole(number: u128) -> Quantity {
        Quantity::decimal(number, 0)
    }

    fn decimal(digits: u128, exponent: i32) -> Quantity {
        Quantity { digits, exponent, is_negative: false }.normal()
    }

    /// The number on this side of zero.
    pub(super) fn signed(self, sign: Sign) -> Quantity {
        Quantity { is_negative: self.digits > 0 && sign == Sign::Minus, ..self }
    }

    /// Whether it is less than zero.
    pub(super) fn is_negative(self) -> bool {
        self.is_negative
    }

    /// The number, where it is a whole one that is neither negative nor too large.
    pub(super) fn as_whole(self) -> Option<u128> {
        if self.is_negative {
            return None;
        }
        let power = u32::try_from(self.exponent).ok()?;
        self.digits.checked_mul(10u128.checked_pow(power)?)
    }

    /// Whether the number of hundredths is `count` parts of `of`, rounded or cut to as many
    /// digits as it has: *33* and *33.3* are a third, *66* and *67* two.
    pub(super) fn is_part(self, count: u128, of: u128) -> bool {
        let shares = || {
            let places = u32::try_from(-self.exponent.min(0)).ok()?;
            let own = match self.as_whole() {
                Some(whole) => whole,
                None => self.digits,
            };
            let whole = 10u128.checked_pow(places)?.checked_mul(100)?.checked_mul(count)?;
            Some((own.checked_mul(of)?, whole))
        };
        let Some((own, whole)) = shares().filter(|_| !self.is_negative) else { return false };
        let is_cut = own <= whole && whole - own < of;
        let is_rounded = own.abs_diff(whole).checked_mul(2).is_some_and(|twice| twice <= of);
        is_cut || is_rounded
    }

    /// The number that digits with at most one decimal point stand for, thousands separators dropped.
    pub(super) fn parse(digits: &str) -> Option<Quantity> {
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if whole.is_empty() || digits.len() > 30 || digits.ends_with('.') {
            return None;
        }
        let mut number = 0u128;
        for b in whole.bytes().chain(fraction.bytes()) {
            if !b.is_ascii_digit() {
                return None;
            }
            number = number * 10 + u128::from(b - b'0');
        }
        Some(Quantity::decimal(number, -i32::try_from(fraction.len()).ok()?))
    }

    /// Whether it is less than the other; of numbers that differ in the sixteenth digit, neither is.
    pub(super) fn is_below(self, other: Quantity) -> bool {
        let size = |quantity: Quantity| {
            let size = quantity.digits as f64 * 10f64.powi(quantity.exponent);
            if quantity.is_negative { -size } else { size }
        };
        size(self) < size(other)
    }

    /// The number in the thousands, millions or billions of one that is larger: the 2 of *2 to 3 million*.
    pub(super) fn leveled(self, other: Quantity) -> Quantity {
        let powers = [12, 9, 6, 3].into_iter().map(|power| self.scaled(power));
        powers.into_iter().find(|scaled| scaled.is_below(other)).unwrap_or(self)
    }

    /// The number taken so many times; 1.5 years have 18 months.
    pub(super) fn times(self, times: u128) -> Option<Quantity> {
        Some(Quantity { digits: self.digits.checked_mul(times)?, ..self }.normal())
    }

    /// The number times ten to the `power`.
    pub(super) fn scaled(self, power: i32) -> Quantity {
        if self.digits == 0 { self } else { Quantity { exponent: self.exponent + power, ..self } }
    }

    fn normal(mut self) -> Quantity {
        if self.digits == 0 {
            return Quantity { digits: 0, exponent: 0, is_negative: false };
        }
        while self.digits.is_multiple_of(10) {
            self.digits /= 10;
            self.exponent += 1;
        }
        self
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_negative {
            f.write_str("-")?;
        }
        let digits = self.digits.to_string();
        let places = self.exponent.unsigned_abs() as usize;
        if self.exponent >= 0 {
            return write!(f, "{digits}{}", "0".repeat(places.min(40)));
        }
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = padded.split_at(padded.len() - places);
        write!(f, "{whole}.{fraction}")
    }
}

/// The quantity that begins at `at` with its sign, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(Quantity, usize)> {
    let Some(sign) = words.get(at).and_then(|_| sign::before(words, at)) else { return unsigned(words, at) };
    let (quantity, length) = unsigned(words, at + 1)?;
    Some((quantity.signed(sign), length + 1))
}

/// The same without a sign.
fn unsigned(words: &[Word<'_>], at: usize) -> Option<(Quantity, usize)> {
    if let Some(part) = part_of_scale(words, at) {
        return Some(part);
    }
    let (quantity, length) = plain(words, at)?;
    Some(
        and_a_half(words, at + length, quantity)
            .map_or((quantity, length), |(more, taken)| (more, length + taken)),
    )
}

/// *half a million*, *a quarter of a million*, *half a dozen*.
pub(super) fn part_of_scale(words: &[Word<'_>], at: usize) -> Option<(Quantity, usize)> {
    let fraction = |at: usize| words.get(at).and_then(|word| word.listed.fraction);
    let (quantity, mut end) = match (fraction(at)?, fraction(at + 1)) {
        ("2", _) => (Quantity::decimal(5, -1), at + 1),
        ("one", Some("4")) => (Quantity::decimal(25, -2), at + 2),
        _ => return None,
    };
    if fraction(end) == Some("of") {
        end += 1;
    }
    let (article, unit) = (words.get(end)?, words.get(end + 1)?);
    if article.listed.number != Some("a") || !words[at + 1..end + 2].iter().all(Word::follows) {
        return None;
    }
    let quantity = match unit.listed.number {
        Some("dozen") => Quantity { digits: quantity.digits * 12, ..quantity }.normal(),
        _ => quantity.scaled(power(unit.lexicon, unit.folded)?),
    };
    Some((quantity, end + 2 - at))
}

/// The *and a half* of *two and a half million* behind a whole number, and how many words it takes.
fn and_a_half(words: &[Word<'_>], at: usize, whole: Quantity) -> Option<(Quantity, usize)> {
    let run = words.get(at..at + 3)?;
    let fits = run[0].listed.number == Some("and")
        && run[1].listed.fraction == Some("one")
        && run[2].listed.fraction == Some("2")
        && run.iter().all(Word::follows);
    let number = whole.as_whole().filter(|number| fits && *number < 1_000)?;
    let half = Quantity::decimal(number * 10 + 5, -1);
    let power = words.get(at + 3).filter(|next| next.follows()).and_then(scale);
    Some(power.map_or((half, 3), |power| (half.scaled(power), 4)))
}

/// A quantity in digits or in words, and how many words it takes.
fn plain(words: &[Word<'_>], at: usize) -> Option<(Quantity, usize)> {
    let word = words.get(at)?;
    if word.raw.starts_with(|c: char| c.is_ascii_digit()) {
        let (quantity, suffix) = digits(word)?;
        if !suffix.is_empty() {
            if let Some(power) = attached_scale(word.lexicon, suffix) {
                return Some((quantity.scaled(power), 1));
            }
            // *Highway 63’s shoulder*
            let owns = word.lexicon.language.possessive_ending(suffix) == suffix.len();
            if !is_measure(word.lexicon, suffix) && !suffix.starts_with('-') && !owns {
                return None;
            }
        }
        return Some(match words.get(at + 1).filter(|next| suffix.is_empty() && next.follows()) {
            Some(next) => match scale(next) {
                Some(power) => (quantity.scaled(power), 2),
                None => (quantity, 1),
            },
            None => (quantity, 1),
        });
    }
    spelled(words, at)
}

/// The digits at the head of a word, and what stands behind them: `15` and `-year-old`.
fn digits<'a>(word: &Word<'a>) -> Option<(Quantity, &'a str)> {
    let raw = if word.lexicon.language.has_decimal_comma() { word.folded } else { word.raw };
    let end = raw.bytes().position(|b| !b.is_ascii_digit() && b != b',' && b != b'.').unwrap_or(raw.len());
    let (head, suffix) = raw.split_at_checked(end)?;
    let head: String = head.trim_end_matches(['.', ',']).chars().filter(|c| *c != ',').collect();
    Some((Quantity::parse(&head)?, suffix))
}

/// Tens to multiply by for a scale that leans on its digits: `1.2m`, `40bn`.
fn attached_scale(lexicon: &Lexicon, suffix: &str) -> Option<i32> {
    power(lexicon, &format!("-{}", suffix.to_lowercase()))
}

/// `5km`, `40°C`.
fn is_measure(lexicon: &Lexicon, suffix: &str) -> bool {
    let suffix = suffix.to_lowercase();
    lexicon.units.contains(&suffix) || lexicon.units.contains(&format!("-{suffix}"))
}

/// Tens to multiply by for a scale word: *million*, `bn`.
fn scale(word: &Word<'_>) -> Option<i32> {
    power(word.lexicon, word.folded).or_else(|| {
        // nothing so short but a shortened scale: `1.2 m`
        (word.folded.len() <= 3).then(|| attached_scale(word.lexicon, word.folded))?
    })
}

fn power(lexicon: &Lexicon, word: &str) -> Option<i32> {
    lexicon.numbers.get(word)?.strip_prefix('e')?.parse().ok()
}

/// A number in words: *two hundred and fifty thousand*, *a dozen*, *twenty-five*.
fn spelled(words: &[Word<'_>], at: usize) -> Option<(Quantity, usize)> {
    let mut total = 0u128;
    let mut part: Option<u128> = None;
    let mut end = at;
    let mut ends_unit = false;
    let mut next = at;
    while let Some(word) = words.get(next) {
        if next > at && !word.follows() {
            break;
        }
        let begins = next == at;
        if let Some(value) = word.number {
            // *twenty five* is one number, *five twenty* and *five six* are two
            if ends_unit
                && !(value < 10 && part.is_some_and(|part| part % 100 >= 20 && part.is_multiple_of(10)))
            {
                break;
            }
            part = Some(part.unwrap_or(0).checked_add(value)?);
            ends_unit = true;
        } else if begins && word.listed.number == Some("a") {
            let scale = words.get(next + 1).filter(|next| next.follows())?;
            let multiplies = |value: &str| value.starts_with('e') || value == "dozen";
            if !scale.listed.number.is_some_and(multiplies) {
                return None;
            }
            part = Some(1);
        } else if part.is_some() && word.listed.number == Some("dozen") {
            let dozens = part?.checked_mul(12)?;
            return Some((Quantity::whole(total.checked_add(dozens)?), next + 1 - at));
        } else if part.is_some() && word.listed.number == Some("e2") {
            part = Some(part?.checked_mul(100)?);
            ends_unit = false;
        } else if let Some(value) = part
            && let Some(power) = scale(word)
        {
            total = total.checked_add(value.checked_mul(10u128.checked_pow(u32::try_from(power).ok()?)?)?)?;
            part = None;
            ends_unit = false;
        } else if !begins && !ends_unit && word.listed.number == Some("and") {
            let follows = words.get(next + 1).is_some_and(|word| word.number.is_some());
            if !follows {
                break;
            }
            next += 1;
            continue;
        } else {
            break;
        }
        next += 1;
        end = next;
    }
    let whole = total.checked_add(part.unwrap_or(0))?;
    (end > at).then(|| (Quantity::whole(whole), end - at))
}

/// The value of a number word below a hundred, alone or at the head of a compound:
/// *five*, *twenty-five*, *five-country*.
pub(super) fn below_hundred(lexicon: &Lexicon, raw: &str) -> Option<u128> {
    // most words of a text begin as no number does
    if !lexicon.numbers.may_begin(raw.as_bytes().first()?.to_ascii_lowercase()) {
        return None;
    }
    let number = |text: &str| number_word(lexicon, text);
    // *quatre-vingts* is one word
    if let Some(value) = number(raw) {
        return Some(value);
    }
    let is_joined = raw.bytes().any(|b| b == b'-' || !b.is_ascii());
    if !is_joined {
        return None;
    }
    let mut parts = raw.split(['-', '‐', '‑']);
    let head = number(parts.next()?)?;
    match parts.next().map(number) {
        Some(Some(unit)) if head >= 20 && unit < 10 => Some(head + unit),
        _ => Some(head),
    }
}

pub(super) fn number_word(lexicon: &Lexicon, word: &str) -> Option<u128> {
    let small = if word.bytes().any(|b| b.is_ascii_uppercase()) {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Borrowed(word)
    };
    lexicon.numbers.get(&small)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::difference::facts::words::with_words;

    #[track_caller]
    fn check(text: &str, value: &str, length: usize) {
        with_words(text, |words| {
            let (quantity, taken) = read(words, 0).expect("a quantity");
            assert_eq!((quantity.to_string().as_str(), taken), (value, length), "{text}");
        });
    }

    #[test]
    fn digits_and_words_come_to_the_same() {
        check("1,200 men", "1200", 1);
        check("2.5 million men", "2500000", 2);
        check("1.1m", "1100000", 1);
        check("0.5", "0.5", 1);
        check("0.05", "0.05", 1);
        check("twelve men", "12", 1);
        check("a dozen men", "12", 2);
        check("two dozen men", "24", 2);
        check("twenty-five men", "25", 1);
        check("twenty five men", "25", 2);
        check("two hundred and fifty thousand men", "250000", 5);
        check("a million men", "1000000", 2);
        check("five-country visit", "5", 1);
        check("half a million men", "500000", 3);
        check("a quarter of a million men", "250000", 5);
        check("half a dozen men", "6", 3);
        check("one and a half million men", "1500000", 5);
        check("two and a half years", "2.5", 4);
        check("15-year-old", "15", 1);
        check("5km race", "5", 1);
    }

    #[test]
    fn neighbors_stay_apart() {
        check("five, six", "5", 1);
        check("five six", "5", 1);
        check("2 men", "2", 1);
    }

    #[test]
    fn a_number_too_large_is_none() {
        for word in ["hundred", "trillion"] {
            let text = format!("two{}", format!(" {word}").repeat(60));
            with_words(&text, |words| {
                let found = read(words, 0).map(|(quantity, taken)| (quantity.to_string(), taken));
                assert!(found.is_none_or(|(value, _)| value.starts_with('2')), "{word}");
            });
        }
        with_words(&format!("two{}", " hundred".repeat(25)), |words| assert_eq!(read(words, 0), None));
    }

    #[test]
    fn ordinals_and_models_are_no_quantities() {
        for text in ["8th", "3D", "a man", "hundreds", "G20"] {
            with_words(text, |words| assert_eq!(read(words, 0), None, "{text}"));
        }
    }
}
