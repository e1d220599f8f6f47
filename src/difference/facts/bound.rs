//! Bounds and ranges: *more than 70,000*, *70,000-plus*, *up to 72 hours*, *£25,000 to £30,000*.
//!
//! A bound is kept next to the value, not in it: *more than 70,000* and *70,000* are the
//! same figure, and what became of the bound is reported separately. Both ends of a range are facts, so
//! that a changed end is found as such. Where one side has a range and the other only one of its ends,
//! the range is one fact. Invariant: nothing depends on which side is which.

use std::ops::Range;

use enumset::EnumSet;

use super::kind::Bound;
use super::numeral;
use super::quantity::{Quantity, Sign};
use super::stated::{MOST_PAIRS, Mention, Stated};
use super::value::FactValue;
use super::words::{Word, phrase};
use crate::lexicon::{BoundRole, DateRole, MOST_WORDS, NumberWord, WordClass};
use crate::text::{HYPHENS, Pair, Side};

/// The most words between the ends of a range: *to the*.
const MOST_JOINT_WORDS: usize = 2;

/// The bound around the figure of some words, and those words with the words of the bound.
pub(super) fn around(words: &[Word<'_>], own: Range<usize>, value: &FactValue) -> (Bound, Range<usize>) {
    let is_bounded =
        value.figure().is_some() || matches!(value, FactValue::Fraction(..) | FactValue::Times(_));
    if is_bounded {
        if let Some((bound, start)) = before(words, &own) {
            return (bound, start..own.end);
        }
        if let Some((bound, end)) = after(words, own.end) {
            return (bound, own.start..end);
        }
    }
    (Bound::Exact, own)
}

/// The bound before a figure, and its first word.
fn before(words: &[Word<'_>], own: &Range<usize>) -> Option<(Bound, usize)> {
    if !words[own.start].follows() {
        return None;
    }
    let found = (own.start.saturating_sub(MOST_WORDS)..own.start).find_map(|first| {
        let bound = bound(listed(&words[first..own.start])?, BEFORE)?;
        // *over three years* is how long it took
        let is_length = first + 1 == own.start
            && bound == Bound::Over
            && words.get(own.end).is_some_and(|unit| unit.is(WordClass::TimeSpan));
        (!is_length).then_some((bound, first))
    });
    found.or_else(|| {
        let before = own.start.checked_sub(1)?;
        let is_rough = words[before].is(WordClass::Rough) && listed(&words[before..own.start]).is_none();
        is_rough.then_some((Bound::Rough, before))
    })
}

/// The bound after a figure, or after what it counts, and one past its last word.
fn after(words: &[Word<'_>], end: usize) -> Option<(Bound, usize)> {
    // *40-plus*
    let figure = &words[end - 1];
    if let Some((_, tail)) = figure.raw.rsplit_once(HYPHENS)
        && let Some(bound) = figure.lexicon.bounds.get(tail).and_then(|roles| bound(roles, AFTER))
    {
        return Some((bound, end));
    }
    if words.get(end)?.gap.starts_with('+') {
        return Some((Bound::Least, end));
    }
    // *40 or more*, *40 people or more*
    [(end, 2), (end, 1), (end + 1, 2), (end + 1, 1)].into_iter().find_map(|(at, length)| {
        let run = words.get(at..at + length)?;
        let roles = listed(run).filter(|_| words[end..=at].iter().all(Word::follows))?;
        Some((bound(roles, AFTER)?, at + length))
    })
}

/// The bounds that listed words are before a figure.
const BEFORE: &[(BoundRole, Bound)] = &[
    (BoundRole::Over, Bound::Over),
    (BoundRole::Least, Bound::Least),
    (BoundRole::Under, Bound::Under),
    (BoundRole::Most, Bound::Most),
    (BoundRole::Near, Bound::Near),
];

/// The bounds that listed words are after a figure.
const AFTER: &[(BoundRole, Bound)] =
    &[(BoundRole::AfterLeast, Bound::Least), (BoundRole::AfterMost, Bound::Most)];

/// The bound that words with these roles are, of those in a table.
fn bound(roles: EnumSet<BoundRole>, table: &[(BoundRole, Bound)]) -> Option<Bound> {
    table.iter().find(|(role, _)| roles.contains(*role)).map(|(_, bound)| *bound)
}

/// What the list of bounds says of a run of words.
fn listed(run: &[Word<'_>]) -> Option<EnumSet<BoundRole>> {
    let (first, rest) = run.split_first()?;
    let bounds = first.lexicon.bounds;
    if rest.is_empty() {
        return bounds.get(first.folded);
    }
    // *jusqu’à*
    let follows = |word: &Word<'_>| word.follows() || matches!(word.gap, "'" | "’");
    let is_one = bounds.opens(first.folded) && rest.iter().all(follows);
    is_one.then(|| bounds.get(&phrase(run)))?
}

/// Ties the last two facts of a sentence where they are the ends of a range.
pub(super) fn tie_range(words: &[Word<'_>], mentions: &mut [Mention]) {
    let [.., one, two] = mentions else { return };
    let (low, high) = (one.words.clone(), two.words.clone());
    let Some(gap) = words.get(low.end..high.start).filter(|gap| gap.len() <= MOST_JOINT_WORDS) else {
        return;
    };
    let is_between =
        low.start.checked_sub(1).is_some_and(|before| words[before].is_bound_word(BoundRole::Between));
    let is_dashed = gap.is_empty() && words[high.start].is_dashed();
    let is_joined = is_dashed
        || joins(gap, BoundRole::To) && !moves(words, low.start)
        || is_between && joins(gap, BoundRole::And);
    if !is_joined {
        return;
    }
    let has_sign = !words[high.start].raw.starts_with(char::is_alphanumeric);
    level(one, two, has_sign);
    // *between 3 and 9 degrees below zero*
    if numeral::sign_before(words, high.start).is_none()
        && two.value.figure().is_some_and(Quantity::is_negative)
        && let Some(figure) = one.value.figure()
    {
        one.value = one.value.clone().with_figure(figure.signed(Sign::Minus));
    }
    let is_scale =
        |word: &Word<'_>| matches!(word.listed.number, Some(NumberWord::Power(power)) if power != 2);
    if is_ascending(one, two, is_dashed, words[high].iter().any(is_scale)) {
        one.is_low_end = true;
        one.reach.start -= usize::from(is_between);
    }
}

/// Whether the words between two figures join them, an article among them or not.
fn joins(gap: &[Word<'_>], role: BoundRole) -> bool {
    gap.iter().all(Word::follows)
        && match gap {
            [word] => word.is_bound_word(role),
            [word, article] => word.is_bound_word(role) && article.is_date_word(DateRole::Article),
            _ => false,
        }
}

/// *rose from 5 to 10*, but *ranging from 5 to 10*.
fn moves(words: &[Word<'_>], first: usize) -> bool {
    let is = |back: usize, role: BoundRole| {
        first.checked_sub(back).is_some_and(|at| words[at].is_bound_word(role))
    };
    is(1, BoundRole::From) && !is(2, BoundRole::Ranging)
}

/// Gives both ends the unit or currency that is written once: *25 to 30 percent*, *2 to 3 million dollars*, *£25-30,000*.
fn level(low: &mut Mention, high: &mut Mention, has_sign: bool) {
    match (&low.value, &high.value) {
        (FactValue::Number(number), FactValue::Percent(_)) => low.value = FactValue::Percent(*number),
        (FactValue::Number(number), FactValue::Money(currency, _)) if !has_sign => {
            low.value = FactValue::Money(currency, *number);
        }
        (FactValue::Money(currency, _), FactValue::Number(number)) => {
            high.value = FactValue::Money(currency, *number);
        }
        _ => {}
    }
}

/// Whether the two are of one sort, the lower first; gives the lower the scale of the
/// upper: *2 to 3 million*.
fn is_ascending(low: &mut Mention, high: &Mention, is_dashed: bool, has_scale: bool) -> bool {
    match (&low.value, &high.value) {
        (FactValue::Rough(one), FactValue::Rough(two)) => return one != two,
        (FactValue::Date(one), FactValue::Date(two)) => return is_dashed && one.form.is_like(two.form),
        _ => {}
    }
    let Some((one, two)) = low.value.figure().zip(high.value.figure()) else { return false };
    let thousand = Quantity::ONE.scaled(3);
    let is_short = one.is_below(thousand) && !two.is_below(thousand);
    let leveled = if is_short && (has_scale || is_dashed) { one.leveled(two) } else { one };
    low.value = low.value.clone().with_figure(leveled);
    // *-5 to -10 degrees*
    let is_below_zero = leveled.is_negative() && two.is_negative() && leveled != two;
    low.value.kind() == high.value.kind() && (leveled.is_below(two) || is_below_zero)
}

/// Makes each range one fact where the other side has only one of its ends.
pub(super) fn merge_ranges(stated: &mut Pair<Stated<'_>>) {
    let ranges = Pair::from_fn(|side: Side| ranges(stated, side));
    for (side, ranges) in ranges.sides() {
        for at in ranges.into_iter().rev() {
            let high = stated[side].mentions.remove(at + 1);
            let words = stated[side].mentions[at].reach.start..high.reach.end;
            let span = stated[side].span(&words);
            let low = &mut stated[side].mentions[at];
            let value = FactValue::Range(Box::new((low.value.clone(), high.value)));
            *low = Mention {
                reach: words.clone(),
                words,
                span,
                value,
                unit: high.unit,
                is_low_end: false,
                ..low.clone()
            };
        }
    }
}

/// Where the ranges of a side begin that are one fact.
fn ranges(stated: &Pair<Stated<'_>>, side: Side) -> Vec<usize> {
    let others = &stated[side.other()].mentions;
    if others.len() * stated[side].mentions.len() > MOST_PAIRS {
        return Vec::new();
    }
    let mut found: Vec<usize> = Vec::new();
    for (at, ends) in stated[side].mentions.windows(2).enumerate() {
        let [low, high] = ends else { continue };
        let has = |end: &Mention| others.iter().any(|other| other.value.agrees(&end.value));
        let is_range = |other: &Mention| other.is_low_end && other.value.kind() == low.value.kind();
        let overlaps = found.last().is_some_and(|last| last + 1 == at);
        if low.is_low_end && !overlaps && !others.iter().any(is_range) && has(low) != has(high) {
            found.push(at);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::difference::facts::figure;
    use crate::difference::facts::words::with_words;
    use crate::difference::sample::Sample;
    use crate::lexicon::Language;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        with_words(text, |words| {
            let read = |at| Some((at, figure::read(words, at)?));
            let (at, (value, length)) = (0..words.len()).find_map(read).expect("a figure");
            let (bound, reach) = around(words, at..at + length, &value);
            assert_eq!(format!("{}{value} {}", bound.sign(), reach.len()), expected, "{text}");
        });
    }

    #[test]
    fn words_that_bound_a_figure() {
        check("It took more than 40 men.", ">40 3");
        check("It took no more than 40 men.", "≤40 4");
        check("It took 40 men or more.", "≥40 4");
        check("It took 40-plus men.", "≥40 1");
        check("It cost up to $40 then.", "≤USD 40 4");
        check("It rose by less than 5 per cent.", "<5% 4");
        check("It is not to exceed 72 hours.", "≤72 4");
        check("It took about 40 men.", "40 2");
        check("It took some 40 men.", "40 2");
    }

    #[test]
    fn french_words_bound_a_figure_before_or_after_it() {
        let facts = |text: &str| Sample::of(Language::French, text, "").facts();
        let shown = |text: &str| facts(text)[0].mentions.left.as_ref().map(ToString::to_string);
        assert_eq!(shown("Il a fallu au moins 40 hommes.").as_deref(), Some("≥40"));
        assert_eq!(shown("Il a fallu 40 hommes au moins.").as_deref(), Some("≥40"));
        assert_eq!(shown("Il a fallu au plus 40 hommes.").as_deref(), Some("≤40"));
    }

    #[test]
    fn words_that_bound_nothing() {
        check("It took over three years.", "3 1");
        check("It took nearly 40 men.", "40 2");
    }
}
