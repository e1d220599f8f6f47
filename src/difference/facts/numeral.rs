//! Numbers as they are written, in digits, in words or in both, with their sign.

use super::mixed;
use super::quantity::{Quantity, Sign};
use super::words::Word;
use crate::lexicon::{FractionWord, Lexicon, NumberWord, WordClass};
use crate::text::is_minus;

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
    let (whole, length) = match mixed::compound(words.get(at)?) {
        Some(number) => (number, 1),
        None => plain(words, at)?,
    };
    let (number, length) = match mixed::continued(words, at + length, whole) {
        Some((number, more)) => (number, length + more),
        None => (whole, length),
    };
    let power = words.get(at + length).filter(|next| next.follows()).and_then(scale);
    // *two million* has its scale already
    let power = power.filter(|_| number.is_fraction());
    Some(power.map_or((number, length), |power| (number.scaled(power), length + 1)))
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

/// `5km`, `40°C`, `25bps`.
fn is_measure(lexicon: &Lexicon, suffix: &str) -> bool {
    let suffix = suffix.to_lowercase();
    let attached = format!("-{suffix}");
    lexicon.units.contains(&suffix) || lexicon.units.contains(&attached) || lexicon.shares.contains(&attached)
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
        check("2½ years", "2.5", 1);
        check("2 ½ years", "2.5", 2);
        check("2 1/2 years", "2.5", 3);
        check("2½ million years", "2500000", 2);
        check("two-and-a-half-year term", "2.5", 1);
        check("two and three quarters", "2.75", 4);
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
