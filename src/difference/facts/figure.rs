//! Figures: counts, fractions, ordinals, sums and shares.
//!
//! `$1.2m` is *1.2 million dollars*, `65%` is *65 per cent*, *two thirds* are *two-thirds*, *one
//! year* is *12 months*.

use super::mixed::{self, Part};
use super::numeral;
use super::quantity::Quantity;
use super::value::FactValue;
use super::words::{Word, number_word, phrase};
use crate::lexicon::{Currency, FractionWord, NumberWord, Share, TimeUnit, Unit, WordClass};
use crate::text::HYPHENS;

/// A length of time in one unit for all that convert into each other. Months have no fixed number
/// of days, so years and months are one family, weeks, days and hours another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Duration {
    Months(u128),
    Minutes(u128),
}

/// The duration that a count and the unit after it make.
pub(super) fn duration(value: &FactValue, unit: Option<&Word<'_>>) -> Option<Duration> {
    let unit = unit.filter(|unit| unit.follows())?;
    let Some(Unit::Time(unit)) = unit.lexicon.units.get(unit.folded) else { return None };
    let FactValue::Number(quantity) = value else { return None };
    let (make, times): (fn(u128) -> Duration, i128) = match unit {
        TimeUnit::Month => (Duration::Months, 1),
        TimeUnit::Year => (Duration::Months, 12),
        TimeUnit::Decade => (Duration::Months, 120),
        TimeUnit::Century => (Duration::Months, 1_200),
        TimeUnit::Minute => (Duration::Minutes, 1),
        TimeUnit::Hour => (Duration::Minutes, 60),
        TimeUnit::Day => (Duration::Minutes, 1_440),
        TimeUnit::Week => (Duration::Minutes, 10_080),
    };
    quantity.times(times)?.as_whole().map(make)
}

/// The figure at `at`, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(FactValue, usize)> {
    let quantity = numeral::read(words, at);
    sum(words, at, quantity).or_else(|| share(words, at, quantity)).or_else(|| number(words, at, quantity))
}

/// A sum: `$5`, *5 dollars*, *EUR 5*.
fn sum(words: &[Word<'_>], at: usize, quantity: Option<(Quantity, usize)>) -> Option<(FactValue, usize)> {
    let sign = numeral::sign_before(words, at);
    let start = at + usize::from(sign.is_some());
    if let Some((currency, length)) = currency_before(words, start) {
        let first = start + length;
        let (quantity, length) = numeral::read(words, first).filter(|_| words[first].follows())?;
        let quantity = sign.map_or(quantity, |sign| quantity.signed(sign));
        return Some((FactValue::Money(currency, quantity), first + length - at));
    }
    let (quantity, length) = quantity?;
    let (currency, end) = currency_after(words, start, at + length)?;
    Some((FactValue::Money(currency.code, quantity.scaled(currency.power)), end - at))
}

/// The currency of a quantity from `start` to `end`, and one past its last word.
fn currency_after(words: &[Word<'_>], start: usize, end: usize) -> Option<(Currency, usize)> {
    let word = &words[start];
    // `50p`
    if let Some(ending) = ending(word)
        && let Some(currency) = word.lexicon.currencies.get(&format!("-{ending}"))
    {
        return Some((currency, end));
    }
    // *1,2 million d’euros*
    let has_of = words.get(end).is_some_and(|of| of.listed.fraction == Some(FractionWord::Of));
    let end = end + usize::from(has_of);
    let first = words.get(end)?;
    // *5 €*; the sign before a figure is of that one
    let is_last = words.get(end + 1).is_none_or(|next| !next.begins_with_digit());
    if let Some(currency) = of_sign(first.raw).filter(|_| first.follows() && is_last) {
        return Some((Currency { code: currency, power: 0 }, end + 1));
    }
    // *Canadian dollars*
    if first.lexicon.currencies.opens(first.folded)
        && let Some(run) = words.get(end..end + 2).filter(|run| run[1].follows())
        && let Some(currency) = word.lexicon.currencies.get(&phrase(run))
    {
        return Some((currency, end + 2));
    }
    let currency = word.lexicon.currencies.get(first.folded).filter(|_| first.follows() || has_of)?;
    Some((currency, end + 1))
}

/// The currency before a figure, and how many words it takes: `$`, `US$`, *EUR*.
fn currency_before(words: &[Word<'_>], at: usize) -> Option<(&'static str, usize)> {
    let word = words.get(at)?;
    if let Some(currency) = of_sign(word.raw) {
        return Some((currency, 1));
    }
    let next = words.get(at + 1)?;
    if next.gap.is_empty() && next.raw == "$" {
        return Some((next.lexicon.currencies.get(&format!("{}$", word.folded))?.code, 2));
    }
    let currency = next.lexicon.currencies.get(word.folded).filter(|currency| currency.code == word.raw)?;
    (next.follows() && next.begins_with_digit()).then_some((currency.code, 1))
}

/// The currency of a sign.
fn of_sign(raw: &str) -> Option<&'static str> {
    let signs = ["$", "£", "€", "¥", "₹", "₩", "₽"].into_iter();
    let codes = ["USD", "GBP", "EUR", "JPY", "INR", "KRW", "RUB"];
    signs.zip(codes).find_map(|(sign, code)| (sign == raw).then_some(code))
}

/// A share: `65%`, *65 percentage points*. Two blanks or a line end may separate *per* and *cent*.
fn share(words: &[Word<'_>], at: usize, quantity: Option<(Quantity, usize)>) -> Option<(FactValue, usize)> {
    let shares = &words[at].lexicon.shares;
    let share_at = |end: usize| {
        let name = words.get(end..)?.iter().take_while(|word| word.follows()).map(|word| word.folded);
        shares.longest(name)
    };
    let value = |share: Share, quantity: Quantity| match share {
        Share::Percent => FactValue::Percent(quantity),
        Share::Points => FactValue::Points(quantity),
        Share::BasisPoints => FactValue::Points(quantity.scaled(-2)),
    };
    let part = mixed::part_of_share(words, at);
    for (quantity, length) in [part, quantity].into_iter().flatten() {
        if let Some((more, share)) = share_at(at + length) {
            return Some((value(share, quantity), length + more));
        }
    }
    let (quantity, length) = quantity?;
    let share = shares.get(&format!("-{}", ending(&words[at + length - 1])?))?;
    Some((value(share, quantity), length))
}

/// The letters attached to digits: the `bps` of `25bps`.
fn ending<'a>(word: &Word<'a>) -> Option<&'a str> {
    let ending = word.raw.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    (word.begins_with_digit() && !ending.is_empty()).then_some(ending)
}

/// A count, a fraction, an ordinal.
fn number(words: &[Word<'_>], at: usize, quantity: Option<(Quantity, usize)>) -> Option<(FactValue, usize)> {
    let word = &words[at];
    if let Some((part, length)) = numeral::part_of_scale(words, at) {
        return Some((FactValue::Number(part), length));
    }
    if let Some((number, length)) =
        around_unit(words, at, quantity).or_else(|| mixed::part_of_unit(words, at))
    {
        return Some((FactValue::Number(number), length));
    }
    if let Some(part) = fraction(words, at, quantity) {
        return Some(part);
    }
    if let Some(number) = word.listed.ordinal.or_else(|| ordinal_head(word)) {
        return Some((FactValue::Ordinal(number), 1));
    }
    if let Some(rough) = rough(words, at) {
        return Some(rough);
    }
    // *twice*, *tripled*
    if let Some(FractionWord::Times(count)) = word.listed.fraction {
        return Some((FactValue::Times(count), 1));
    }
    if counts_time(words, at) {
        return Some((FactValue::Number(Quantity::ONE), 1));
    }
    let (quantity, length) = quantity.filter(|(_, length)| *length > 1 || !is_pronoun(words, at))?;
    let end = at + length;
    let is_next =
        |at: usize, class: WordClass| words.get(at).is_some_and(|word| word.follows() && word.is(class));
    // *two times* is *twice*
    if let Some(count) = quantity.as_whole().filter(|_| is_next(end, WordClass::Times)) {
        return Some((FactValue::Times(count), length + 1));
    }
    // *five degrees below zero* is *minus five*
    if let Some((sign, more)) = numeral::sign_after(words, end) {
        return Some((FactValue::Number(quantity.signed(sign)), length + more));
    }
    // *ten years old* is *10-year-old*
    let is_age = is_next(end, WordClass::TimeSpan) && is_next(end + 1, WordClass::Age);
    Some((FactValue::Number(quantity), if is_age { length + 2 } else { length }))
}

/// A number around its unit, and how many words it takes: *an hour and a half*, *deux ans et demi*.
fn around_unit(
    words: &[Word<'_>],
    at: usize,
    quantity: Option<(Quantity, usize)>,
) -> Option<(Quantity, usize)> {
    let is_article = words[at].listed.number == Some(NumberWord::Article);
    let (whole, length) = if is_article { (Quantity::ONE, 1) } else { quantity? };
    words.get(at + length).filter(|unit| unit.follows() && unit.is(WordClass::TimeSpan))?;
    let (number, more) = mixed::continued(words, at + length + 1, whole)?;
    Some((number, length + 1 + more))
}

/// The article of *after a year*; that of *five miles an hour* counts nothing.
fn counts_time(words: &[Word<'_>], at: usize) -> bool {
    let Some(run) = at.checked_sub(1).and_then(|before| words.get(before..before + 3)) else { return false };
    run[0].is(WordClass::BeforeArticle)
        && run[1].listed.number == Some(NumberWord::Article)
        && run[2].is(WordClass::TimeSpan)
        && run[1..].iter().all(Word::follows)
}

/// The ordinal at the head of a compound: *second-division*.
fn ordinal_head(word: &Word<'_>) -> Option<u32> {
    let (head, _) = word.raw.split_once(HYPHENS)?;
    word.lexicon.ordinals.get(&head.to_lowercase())?.parse().ok()
}

/// A rough count: *dozens*, *hundreds of thousands*.
fn rough(words: &[Word<'_>], at: usize) -> Option<(FactValue, usize)> {
    let is_rough =
        |word: &Word<'_>| word.listed.number == Some(NumberWord::Rough) && word.folded.ends_with('s');
    let is_of = |word: &Word<'_>| word.follows() && word.listed.fraction == Some(FractionWord::Of);
    match words.get(at..)? {
        [first, of, second, ..] if is_rough(first) && is_of(of) && is_rough(second) => {
            Some((FactValue::Rough(format!("{} of {}", first.folded, second.folded)), 3))
        }
        [first, ..] if is_rough(first) => Some((FactValue::Rough(first.folded.to_owned()), 1)),
        _ => None,
    }
}

/// *One* that counts nothing: *no one*, *the one who*, *one of the*, *one another*.
fn is_pronoun(words: &[Word<'_>], at: usize) -> bool {
    let is_before = |before: usize| words[before].is(WordClass::BeforeOne);
    words[at].folded == "one"
        && (at.checked_sub(1).is_some_and(is_before)
            || words.get(at + 1).is_none_or(|after| after.is(WordClass::AfterOne)))
}

/// A fraction: *half*, *two-thirds*, *a quarter of*, *one in five*.
fn fraction(
    words: &[Word<'_>],
    at: usize,
    quantity: Option<(Quantity, usize)>,
) -> Option<(FactValue, usize)> {
    let word = &words[at];
    let is = |at: usize, value: FractionWord| {
        words.get(at).is_some_and(|word| word.follows() && word.listed.fraction == Some(value))
    };
    let part = |count: u128, of: u128, length: usize| {
        (0 < count && count < of).then_some((FactValue::Fraction(count, of), length))
    };
    if let Some((count, parts)) = word.raw.split_once(HYPHENS) {
        // *two-thirds*
        let count = count.parse().ok().or_else(|| number_word(word.lexicon, count))?;
        return part(count, parts_of_whole(word.lexicon.fractions.get(parts))?, 1);
    }
    if word.listed.fraction == Some(FractionWord::One) {
        let next = words.get(at + 1).filter(|next| next.follows())?;
        let of = parts_of_whole(next.listed.fraction)?;
        // *a third of the men*, but *a third man*; *ein Drittel* is a noun in any place
        let is_clear = is(at + 2, FractionWord::Of) || next.listed.ordinal.is_none() && of != 2;
        return part(1, of, 2).filter(|_| is_clear);
    }
    if word.listed.fraction == Some(FractionWord::Parts(2)) {
        // *the second half* is no fraction
        let is_ordered = at.checked_sub(1).is_some_and(|before| words[before].listed.ordinal.is_some());
        return part(1, 2, 1).filter(|_| !is_ordered);
    }
    if let Some(Part { count, of }) = mixed::slashed(words, at) {
        return part(count, of, 2);
    }
    if let Some(("", Part { count, of }, "")) = mixed::vulgar(word.raw) {
        return part(count, of, 1);
    }
    // *one in five*, *two thirds*
    let (count, length) = quantity?;
    let count = count.as_whole()?;
    let end = at + length;
    if is(end, FractionWord::In) {
        let (of, more) = numeral::read(words, end + 1)?;
        // *five in 2016* is a year
        let of = of.as_whole().filter(|of| (2..=1000).contains(of))?;
        return part(count, of, length + 1 + more);
    }
    let name = words.get(end).filter(|name| name.follows())?;
    let of = parts_of_whole(name.listed.fraction)?;
    // *zwei Drittel*: a noun by its capital
    let is_plural =
        name.folded.ends_with('s') || name.is_capitalized() && name.lexicon.language.capitalizes_nouns();
    // *four thirds* is a slip for *two thirds*
    (0 < count && is_plural || count == 1).then_some((FactValue::Fraction(count, of), length + 1))
}

/// How many parts a whole has, by a word among the fractions.
fn parts_of_whole(word: Option<FractionWord>) -> Option<u128> {
    if let Some(FractionWord::Parts(parts)) = word { Some(parts) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::difference::facts::words::with_words;
    use crate::difference::sample;

    #[track_caller]
    fn check_fraction(text: &str, expected: Option<(u128, u128, usize)>) {
        with_words(text, |words| {
            let expected = expected.map(|(count, of, length)| (FactValue::Fraction(count, of), length));
            assert_eq!(fraction(words, 0, numeral::read(words, 0)), expected, "{text}");
        });
    }

    #[test]
    fn parts_of_a_whole() {
        check_fraction("half of the men", Some((1, 2, 1)));
        check_fraction("two-thirds of the men", Some((2, 3, 1)));
        check_fraction("two thirds of the men", Some((2, 3, 2)));
        check_fraction("a quarter of the men", Some((1, 4, 2)));
        check_fraction("one in five men", Some((1, 5, 3)));
        check_fraction("a third man", None);
        check_fraction("five in all", None);
        check_fraction("two fifth graders", None);
    }

    #[track_caller]
    fn check(text: &str, expected: &str) {
        with_words(text, |words| {
            let (value, _) = (0..words.len()).find_map(|at| read(words, at)).expect("a figure");
            assert_eq!(value.to_string(), expected, "{text}");
        });
    }

    #[test]
    fn a_figure_keeps_its_sign() {
        check("It was −5 then.", "-5");
        check("It was minus five then.", "-5");
        check("It was five below zero then.", "-5");
        check("It was 5 degrees Celsius below zero then.", "-5");
        check("It was minus 0.3 percent then.", "-0.3%");
        check("It lost -$5m then.", "USD -5000000");
        check("It lost $-5m then.", "USD -5000000");
        check("It lost minus 5 million dollars then.", "USD -5000000");
    }

    #[test]
    fn a_figure_above_zero_is_the_figure() {
        check("It was +5 then.", "5");
        check("It was five degrees above zero then.", "5");
        check("It was −0 then.", "0");
    }

    #[test]
    fn a_margin_of_error_has_no_sign() {
        check("It was plus or minus 3 points then.", "3");
    }

    #[test]
    fn other_units_of_one_length_are_the_same() {
        sample::check(
            "It took one year to do.",
            "It took 12 months to do.",
            &["low wording [-one year-]{+12 months+}"],
        );
        sample::check(
            "It took 18 months to do.",
            "It took 1.5 years to do.",
            &["low wording [-18 months-]{+1.5 years+}"],
        );
        sample::check(
            "It took two weeks to do.",
            "It took 14 days to do.",
            &["low wording [-two weeks-]{+14 days+}"],
        );
    }

    #[test]
    fn other_lengths_differ_once() {
        sample::check(
            "It took one year to do.",
            "It took 13 months to do.",
            &["medium number [-one-]{+13+}"],
        );
    }
}
