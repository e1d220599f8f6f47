//! Quantities: numbers as they are written, in digits, in words or in both, with their sign.
//!
//! Exact decimals, because `1.1 million` must equal `1,100,000`. The sign is part of the value: a
//! lost minus is another number.

use std::fmt;

use super::words::Word;
use crate::lexicon::{FractionWord, Lexicon, NumberWord, WordClass};
use crate::text::is_minus;

/// A decimal number: digits times a power of ten, without a zero at the end of the digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Quantity {
    digits: i128,
    exponent: i32,
}

/// On which side of zero a figure is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sign {
    /// `−5`, *minus five*, *five below zero*.
    Minus,
    /// `+5`, *five above zero*: the same value as without it.
    Plus,
}

impl Quantity {
    /// One.
    pub(super) const ONE: Quantity = Quantity { digits: 1, exponent: 0 };

    /// A whole number; none where it is too large.
    pub(super) fn whole(number: u128) -> Option<Quantity> {
        Some(Quantity::decimal(number.try_into().ok()?, 0))
    }

    fn decimal(mut digits: i128, mut exponent: i32) -> Quantity {
        if digits == 0 {
            exponent = 0;
        }
        while digits != 0 && digits % 10 == 0 {
            digits /= 10;
            exponent += 1;
        }
        Quantity { digits, exponent }
    }

    /// The number of digits with at most one decimal point.
    fn parse(digits: &str) -> Option<Quantity> {
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all = format!("{whole}{fraction}").parse().ok().filter(|_| digits.len() <= 30)?;
        Some(Quantity::decimal(all, -i32::try_from(fraction.len()).ok()?))
    }

    /// The number on this side of zero.
    pub(super) fn signed(self, sign: Sign) -> Quantity {
        let size = self.digits.abs();
        Quantity { digits: if sign == Sign::Minus { -size } else { size }, ..self }
    }

    /// Whether it is less than zero.
    pub(super) fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// The number, where it is a whole one that is neither negative nor too large.
    pub(super) fn as_whole(self) -> Option<u128> {
        let power = 10u128.checked_pow(self.exponent.try_into().ok()?)?;
        u128::try_from(self.digits).ok()?.checked_mul(power)
    }

    /// The number as a float, which may be less exact.
    pub(in crate::difference) fn as_float(self) -> f64 {
        self.digits as f64 * 10f64.powi(self.exponent)
    }

    /// Whether the number of hundredths is `count` parts of `of`, rounded or cut to as many
    /// digits as it has: *33* and *33.3* are a third, *66* and *67* two.
    pub(super) fn is_part(self, count: u128, of: u128) -> bool {
        let shares = || {
            let places = u32::try_from(-self.exponent.min(0)).ok()?;
            let own = self.as_whole().or(self.digits.try_into().ok())?;
            let whole = 10u128.checked_pow(places)?.checked_mul(100)?.checked_mul(count)?;
            Some((own.checked_mul(of)?, whole))
        };
        let Some((own, whole)) = shares() else { return false };
        let is_cut = own <= whole && whole - own < of;
        let is_rounded = own.abs_diff(whole).checked_mul(2).is_some_and(|twice| twice <= of);
        is_cut || is_rounded
    }

    /// Whether it is less than the other; of numbers that differ in the sixteenth digit, neither is.
    pub(super) fn is_below(self, other: Quantity) -> bool {
        self.as_float() < other.as_float()
    }

    /// The number in the thousands, millions or billions of one that is larger: the 2 of *2 to 3 million*.
    pub(super) fn leveled(self, other: Quantity) -> Quantity {
        let mut powers = [12, 9, 6, 3].into_iter().map(|power| self.scaled(power));
        powers.find(|scaled| scaled.is_below(other)).unwrap_or(self)
    }

    /// The number taken so many times; 1.5 years have 18 months.
    pub(super) fn times(self, times: i128) -> Option<Quantity> {
        Some(Quantity::decimal(self.digits.checked_mul(times)?, self.exponent))
    }

    /// The number times ten to the `power`.
    pub(super) fn scaled(self, power: i32) -> Quantity {
        Quantity::decimal(self.digits, self.exponent + power)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_negative() {
            f.write_str("-")?;
        }
        let digits = self.digits.unsigned_abs().to_string();
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
    let sign = sign_before(words, at);
    let (quantity, length) = unsigned(words, at + usize::from(sign.is_some()))?;
    Some(sign.map_or((quantity, length), |sign| (quantity.signed(sign), length + 1)))
}

/// The same without a sign.
fn unsigned(words: &[Word<'_>], at: usize) -> Option<(Quantity, usize)> {
    if let Some(part) = part_of_scale(words, at) {
        return Some(part);
    }
    let (quantity, length) = plain(words, at)?;
    let more = and_a_half(words, at + length, quantity);
    Some(more.map_or((quantity, length), |(more, taken)| (more, length + taken)))
}

/// The sign at `at`, where a figure may follow.
pub(super) fn sign_before(words: &[Word<'_>], at: usize) -> Option<Sign> {
    let (word, next) = (words.get(at)?, words.get(at + 1).filter(|next| next.follows())?);
    if is_minus(word.raw) {
        return Some(Sign::Minus);
    }
    // the word *plus* joins as often: *the captain plus 5 sailors*
    if word.raw == "+" {
        return next.gap.is_empty().then_some(Sign::Plus);
    }
    // *plus or minus 3 points*, French *au moins 5*
    let is_free =
        at.checked_sub(1).is_none_or(|before| !words[before].is(WordClass::Unsigned) || !word.follows());
    (word.is(WordClass::Minus) && is_free).then_some(Sign::Minus)
}

/// The sign after a figure that ends before `at`, and how many words it takes.
pub(super) fn sign_after(words: &[Word<'_>], at: usize) -> Option<(Sign, usize)> {
    let rest = words.get(at..)?;
    let is_degree = |word: &&Word<'_>| word.follows() && word.is(WordClass::Degree);
    let degrees = rest.iter().take_while(is_degree).count();
    let list = rest.get(degrees)?.lexicon.around_numbers;
    let next = rest[degrees..].iter().take_while(|word| word.follows());
    let (length, classes) = list.longest(next.map(|word| word.folded))?;
    let signs = [(WordClass::BelowZero, Sign::Minus), (WordClass::AboveZero, Sign::Plus)];
    let (_, sign) = signs.into_iter().find(|(class, _)| classes.is(*class))?;
    Some((sign, degrees + length))
}

/// *half a million*, *a quarter of a million*, *half a dozen*.
pub(super) fn part_of_scale(words: &[Word<'_>], at: usize) -> Option<(Quantity, usize)> {
    let fraction = |at: usize| words.get(at).and_then(|word| word.listed.fraction);
    let (hundredths, mut end) = match (fraction(at)?, fraction(at + 1)) {
        (FractionWord::Parts(2), _) => (50, at + 1),
        (FractionWord::One, Some(FractionWord::Parts(4))) => (25, at + 2),
        _ => return None,
    };
    if fraction(end) == Some(FractionWord::Of) {
        end += 1;
    }
    let (article, unit) = (words.get(end)?, words.get(end + 1)?);
    if article.listed.number != Some(NumberWord::Article) || !words[at + 1..end + 2].iter().all(Word::follows)
    {
        return None;
    }
    let quantity = match unit.listed.number {
        Some(NumberWord::Dozen) => Quantity::decimal(hundredths * 12, -2),
        _ => Quantity::decimal(hundredths, power(unit.lexicon, unit.folded)? - 2),
    };
    Some((quantity, end + 2 - at))
}

/// A whole number with the *and a half* after it, and how many words that takes: *two and a half million*.
fn and_a_half(words: &[Word<'_>], at: usize, whole: Quantity) -> Option<(Quantity, usize)> {
    let run = words.get(at..at + 3)?;
    let fits = run[0].listed.number == Some(NumberWord::And)
        && run[1].listed.fraction == Some(FractionWord::One)
        && run[2].listed.fraction == Some(FractionWord::Parts(2))
        && run.iter().all(Word::follows);
    // *a million and a half* is half a million more
    let unit = whole.exponent.max(0) / 3 * 3;
    let number = i128::try_from(whole.scaled(-unit).as_whole().filter(|_| fits)?).ok()?;
    let half = Quantity::decimal(number.checked_mul(10)?.checked_add(5)?, unit - 1);
    let power = words.get(at + 3).filter(|next| next.follows()).and_then(scale);
    Some(power.map_or((half, 3), |power| (half.scaled(power), 4)))
}

/// A quantity in digits or in words, and how many words it takes.
fn plain(words: &[Word<'_>], at: usize) -> Option<(Quantity, usize)> {
    let word = words.get(at)?;
    if !word.begins_with_digit() {
        return spelled(words, at);
    }
    let (quantity, suffix) = digits(word)?;
    if suffix.is_empty() {
        let power = words.get(at + 1).filter(|next| next.follows()).and_then(scale);
        return Some(power.map_or((quantity, 1), |power| (quantity.scaled(power), 2)));
    }
    let power = attached_scale(word.lexicon, suffix);
    // *Highway 63’s shoulder*
    let owns = || word.lexicon.language.possessive_ending(suffix) == suffix.len();
    let fits = power.is_some() || is_measure(word.lexicon, suffix) || suffix.starts_with('-') || owns();
    fits.then(|| (quantity.scaled(power.unwrap_or(0)), 1))
}

/// The digits at the head of a word, and what follows them: `15` and `-year-old`.
fn digits<'a>(word: &Word<'a>) -> Option<(Quantity, &'a str)> {
    let raw = if word.lexicon.language.has_decimal_comma() { word.folded } else { word.raw };
    let suffix = raw.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let head = raw.strip_suffix(suffix)?.trim_end_matches(['.', ',']).replace(',', "");
    Some((Quantity::parse(&head)?, suffix))
}

/// The power of ten of a scale attached to its digits: `1.2m`, `40bn`.
fn attached_scale(lexicon: &Lexicon, suffix: &str) -> Option<i32> {
    power(lexicon, &format!("-{}", suffix.to_lowercase()))
}

/// `5km`, `40°C`.
fn is_measure(lexicon: &Lexicon, suffix: &str) -> bool {
    let suffix = suffix.to_lowercase();
    lexicon.units.contains(&suffix) || lexicon.units.contains(&format!("-{suffix}"))
}

/// The power of ten of a scale word: *million*, `bn`.
fn scale(word: &Word<'_>) -> Option<i32> {
    power(word.lexicon, word.folded).or_else(|| attached_scale(word.lexicon, word.folded))
}

fn power(lexicon: &Lexicon, word: &str) -> Option<i32> {
    let Some(NumberWord::Power(power)) = lexicon.numbers.get(word) else { return None };
    Some(power)
}

/// A number in words: *two hundred and fifty thousand*, *a dozen*, *twenty-five*.
fn spelled(words: &[Word<'_>], at: usize) -> Option<(Quantity, usize)> {
    let (mut total, mut part, mut ends_unit, mut end) = (0u128, None::<u128>, false, at);
    while let Some(first) = words.get(end).filter(|word| end == at || word.follows()) {
        // *two hundred and fifty*
        let is_and = end > at && !ends_unit && first.listed.number == Some(NumberWord::And);
        let next = if is_and { words.get(end + 1).filter(|next| next.follows()) } else { Some(first) };
        let Some(word) = next else { break };
        match (word.number, part, word.listed.number) {
            (Some(value), _, _) => {
                // *twenty five* is one number, *five twenty* and *five six* are two
                let is_unit = value < 10 && part.is_some_and(|part| part % 100 >= 20 && part % 10 == 0);
                if ends_unit && !is_unit {
                    break;
                }
                part = Some(part.unwrap_or(0).checked_add(value)?);
                ends_unit = true;
            }
            _ if is_and => break,
            (None, None, Some(NumberWord::Article)) if end == at => {
                let scale = words.get(at + 1).filter(|next| next.follows())?.listed.number?;
                matches!(scale, NumberWord::Power(_) | NumberWord::Dozen).then_some(())?;
                part = Some(1);
            }
            (None, Some(count), Some(NumberWord::Dozen)) => {
                let number = total.checked_add(count.checked_mul(12)?)?;
                return Some((Quantity::whole(number)?, end + 1 - at));
            }
            (None, Some(count), Some(NumberWord::Power(2))) => {
                part = Some(count.checked_mul(100)?);
                ends_unit = false;
            }
            (None, Some(count), _) => {
                let Some(power) = scale(word) else { break };
                let power = 10u128.checked_pow(power.try_into().ok()?)?;
                total = total.checked_add(count.checked_mul(power)?)?;
                (part, ends_unit) = (None, false);
            }
            (None, None, _) => break,
        }
        end += 1 + usize::from(is_and);
    }
    (end > at).then(|| Some((Quantity::whole(total.checked_add(part.unwrap_or(0))?)?, end - at)))?
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
        check("a million and a half men", "1500000", 5);
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
