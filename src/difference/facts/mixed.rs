//! Mixed numbers and parts of a unit: `2½`, *two and a half million*, *an hour and a half*, *half an
//! hour*, *half of one percent*.
//!
//! Only parts that are exact decimals: 2.5 is *two and a half*, but no number in digits is two and a third.

use std::ops::Range;

use super::quantity::Quantity;
use super::words::{Word, number_word};
use crate::lexicon::{FractionWord, NumberWord, WordClass};
use crate::text::HYPHENS;

/// A part of a whole: numerator and denominator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Part {
    pub count: u128,
    pub of: u128,
}

impl Part {
    /// The part as a decimal, if it is an exact one.
    pub(super) fn quantity(self) -> Option<Quantity> {
        let thousandths = self.count.checked_mul(1_000)?;
        let is_exact = self.of > 0 && thousandths.is_multiple_of(self.of);
        is_exact.then(|| Quantity::whole(thousandths / self.of).map(|number| number.scaled(-3)))?
    }
}

/// The digits, the fraction and the rest of `2½-year`; the digits may be missing.
pub(super) fn vulgar(raw: &str) -> Option<(&str, Part, &str)> {
    const SIGNS: [(char, u128, u128); 13] = [
        ('½', 1, 2),
        ('¼', 1, 4),
        ('¾', 3, 4),
        ('⅓', 1, 3),
        ('⅔', 2, 3),
        ('⅕', 1, 5),
        ('⅖', 2, 5),
        ('⅗', 3, 5),
        ('⅘', 4, 5),
        ('⅛', 1, 8),
        ('⅜', 3, 8),
        ('⅝', 5, 8),
        ('⅞', 7, 8),
    ];
    let digits = raw.trim_start_matches(|c: char| c.is_ascii_digit());
    let first = digits.chars().next().filter(|first| !first.is_ascii())?;
    let &(_, count, of) = SIGNS.iter().find(|(sign, ..)| *sign == first)?;
    Some((raw.strip_suffix(digits)?, Part { count, of }, digits.strip_prefix(first)?))
}

/// A mixed number in one word: `2½`, *two-and-a-half*, *zweieinhalb*.
pub(super) fn compound(word: &Word<'_>) -> Option<Quantity> {
    if let Some(NumberWord::AndAHalf(whole)) = word.listed.number {
        return with_part(Quantity::whole(whole)?, Part { count: 1, of: 2 });
    }
    if let Some((digits, part, rest)) = vulgar(word.raw) {
        let whole = Quantity::whole(digits.parse().ok()?)?;
        return with_part(whole, part).filter(|_| rest.is_empty() || rest.starts_with(HYPHENS));
    }
    let mut parts = word.raw.split(HYPHENS);
    let whole = number_word(word.lexicon, parts.next()?)?;
    let mut next = || parts.next().map(str::to_lowercase);
    let is_and = word.lexicon.numbers.get(&next()?)? == NumberWord::And;
    let is_one = word.lexicon.fractions.get(&next()?)? == FractionWord::One;
    let FractionWord::Parts(of) = word.lexicon.fractions.get(&next()?)? else { return None };
    with_part(Quantity::whole(whole)?, Part { count: 1, of }).filter(|_| is_and && is_one)
}

/// A whole number with the part that follows it, and how many words the part takes: *two and a half*, `2 1/2`.
pub(super) fn continued(words: &[Word<'_>], at: usize, whole: Quantity) -> Option<(Quantity, usize)> {
    let (part, length) = part_after(words, at)?;
    // *5 and a quarter of the crew*, but *un million et demi d’euros*
    let is_of = words.get(at + length).is_some_and(|of| of.listed.fraction == Some(FractionWord::Of));
    Some((with_part(whole, part).filter(|_| !is_of || whole.thousands() > 0)?, length))
}

/// The unit among the words of a number: *an hour and a half*, *half an hour*.
pub(super) fn unit_inside<'w, 'a>(words: &'w [Word<'a>], own: &Range<usize>) -> Option<&'w Word<'a>> {
    let own = words.get(own.clone())?;
    own.iter().find(|word| matches!(word.listed.fraction, Some(FractionWord::Parts(_))))?;
    own.iter().find(|word| word.is(WordClass::TimeSpan))
}

/// The part of a unit of time, and how many words it takes with the unit: *half an hour*, *a quarter of an hour*,
/// *ein halbes Jahr*.
pub(super) fn part_of_unit(words: &[Word<'_>], at: usize) -> Option<(Quantity, usize)> {
    let (part, end) = part_at(words, at)?;
    let unit = of_one(words, end);
    words.get(unit).filter(|unit| unit.follows() && unit.is(WordClass::TimeSpan))?;
    // *a fifth year* is one of many
    let is_clear = unit > end || matches!(part.of, 2 | 4);
    Some((part.quantity().filter(|_| is_clear)?, unit + 1 - at))
}

/// The part of one percent or one percentage point, and how many words precede the unit: *half of one percent*.
pub(super) fn part_of_share(words: &[Word<'_>], at: usize) -> Option<(Quantity, usize)> {
    let (part, end) = part_at(words, at)?;
    Some((part.quantity()?, of_one(words, end) - at))
}

/// Past the words between a part and its unit: *of an*, *a*, *of one*.
fn of_one(words: &[Word<'_>], at: usize) -> usize {
    let is = |at: usize, fits: &dyn Fn(&Word<'_>) -> bool| {
        usize::from(words.get(at).is_some_and(|word| word.follows() && fits(word)))
    };
    let of = at + is(at, &|word| word.listed.fraction == Some(FractionWord::Of));
    of + is(of, &|word| {
        word.listed.number == Some(NumberWord::Article) || word.number == Some(1) || word.raw == "1"
    })
}

/// The part of a whole at `at`, and one past its last word: *half*, *a quarter*, *three quarters*.
fn part_at(words: &[Word<'_>], at: usize) -> Option<(Part, usize)> {
    let word = words.get(at)?;
    let part = |count: u128, at: usize| {
        let name = words.get(at)?;
        let Some(FractionWord::Parts(of)) = name.listed.fraction else { return None };
        (0 < count && count < of).then_some((Part { count, of }, at + 1))
    };
    if word.listed.fraction == Some(FractionWord::Parts(2)) {
        return part(1, at);
    }
    if let Some(("", part, "")) = vulgar(word.raw) {
        return Some((part, at + 1));
    }
    if let Some(part) = slashed(words, at) {
        return Some((part, at + 2));
    }
    let count = if word.listed.fraction == Some(FractionWord::One) { Some(1) } else { word.number };
    words.get(at + 1).filter(|name| name.follows())?;
    part(count?, at + 1)
}

/// The part after a whole number, and how many words it takes: `1/2`, *and a half*, *et demi*.
fn part_after(words: &[Word<'_>], at: usize) -> Option<(Part, usize)> {
    let word = words.get(at).filter(|word| word.follows())?;
    if let Some(("", part, "")) = vulgar(word.raw) {
        return Some((part, 1));
    }
    if let Some(part) = slashed(words, at) {
        return Some((part, 2));
    }
    words.get(at + 1).filter(|next| next.follows() && word.listed.number == Some(NumberWord::And))?;
    let (part, end) = part_at(words, at + 1)?;
    Some((part, end - at))
}

/// A whole number and a part more. *A million and a half* is half a million more.
fn with_part(whole: Quantity, part: Part) -> Option<Quantity> {
    let unit = whole.thousands();
    let number = whole.scaled(-unit).as_whole()?;
    let sum = Part { count: number.checked_mul(part.of)?.checked_add(part.count)?, of: part.of };
    Some(sum.quantity()?.scaled(unit))
}

/// The fraction `1/2` at `at`.
pub(super) fn slashed(words: &[Word<'_>], at: usize) -> Option<Part> {
    let below = words.get(at + 1).filter(|below| below.gap == "/")?;
    // `9/11` and `24/7` are no parts
    let is_last = words.get(at + 2).is_none_or(|after| after.gap != "/");
    match (words[at].raw.parse(), below.raw.parse()) {
        (Ok(count), Ok(of @ 2..=10)) if is_last && 0 < count && count < of => Some(Part { count, of }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::difference::facts::words::with_words;

    #[test]
    fn parts_that_are_no_decimals_stay_fractions() {
        for text in ["two and a third miles", "2⅓ miles", "5 and a quarter of the crew", "5 and 1/3 of it"]
        {
            with_words(text, |words| {
                assert_eq!((compound(&words[0]), continued(words, 1, Quantity::ONE)), (None, None), "{text}");
            });
        }
    }

    #[test]
    fn a_part_of_many_is_no_part_of_one() {
        for text in ["a fifth year", "half of the years", "the second hour", "9/11 hours"] {
            with_words(text, |words| assert_eq!(part_of_unit(words, 0), None, "{text}"));
        }
    }
}
