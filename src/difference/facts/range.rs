//! Ranges: *£25,000 to £30,000*, *between 10 and 15*, *8–10 Nov.*
//!
//! Both ends are facts of their own, so that a changed end is found as such. Where one
//! side has a range and the other only one of its ends, the range is one fact that the
//! other stands for. Invariant: what is done does not depend on which side is which.

use std::ops::Range;

use super::bound;
use super::pairing::{MOST_PAIRS, Stated};
use super::quantity::Quantity;
use super::scan::Mention;
use super::sign::{self, Sign};
use super::value::Value;
use super::words::Word;
use crate::text::{Pair, Side};

/// Ties the last two facts of a sentence where they are the ends of a range; `low` and
/// `high` are the places of their words.
pub(super) fn tie(words: &[Word<'_>], low: Range<usize>, high: Range<usize>, mentions: &mut [Mention]) {
    let [.., one, two] = mentions else { return };
    let before = low.start.checked_sub(1).map(|before| &words[before]);
    let is_between = before.is_some_and(|before| bound::is(before, "between"));
    let is_dashed = low.end == high.start && words[high.start].is_dashed();
    let joined = match words.get(low.end..high.start).unwrap_or_default() {
        [] => is_dashed,
        gap if is_joint(gap, "to") => !moves(words, low.start),
        gap => is_between && is_joint(gap, "and"),
    };
    if !joined {
        return;
    }
    let has_sign = !words[high.start].raw.starts_with(char::is_alphanumeric);
    level(one, two, has_sign);
    // *between 3 and 9 degrees below zero*
    if sign::before(words, high.start).is_none()
        && two.value.figure().is_some_and(Quantity::is_negative)
        && let Some(figure) = one.value.figure()
    {
        one.value = one.value.clone().with_figure(figure.signed(Sign::Minus));
    }
    let has_scale = words[high].iter().any(|word| {
        let value = word.lexicon.numbers.get(word.folded).unwrap_or_default();
        value.starts_with('e') && value != "e2"
    });
    if !is_ascending(one, two, is_dashed, has_scale) {
        return;
    }
    one.is_low_end = true;
    if let Some(before) = before.filter(|_| is_between) {
        one.reach = before.span.join(one.reach);
    }
}

/// Whether the words between two figures join them, an article among them or not.
fn is_joint(gap: &[Word<'_>], role: &str) -> bool {
    match gap {
        [word] => bound::is(word, role) && word.follows(),
        [word, the] => {
            let is_article = the.lexicon.dates.has(the.folded, "article");
            bound::is(word, role) && word.follows() && is_article && the.follows()
        }
        _ => false,
    }
}

/// *rose from 5 to 10*, but *ranging from 5 to 10*.
fn moves(words: &[Word<'_>], first: usize) -> bool {
    let Some(from) = first.checked_sub(1) else { return false };
    let ranges = |before: usize| bound::is(&words[before], "ranging");
    bound::is(&words[from], "from") && !from.checked_sub(1).is_some_and(ranges)
}

/// Gives both ends what is written once: *25 to 30 percent*, *2 to 3 million dollars*, *£25-30,000*.
fn level(low: &mut Mention, high: &mut Mention, has_sign: bool) {
    match (&low.value, &high.value) {
        (Value::Number(number), Value::Percent(_)) => low.value = Value::Percent(*number),
        (Value::Number(number), Value::Money(currency, _)) if !has_sign => {
            low.value = Value::Money(currency, *number);
        }
        (Value::Money(currency, _), Value::Number(number)) => high.value = Value::Money(currency, *number),
        _ => {}
    }
}

/// Whether the two are of one sort, the lower first; gives the lower the scale of the
/// upper: *2 to 3 million*.
fn is_ascending(low: &mut Mention, high: &Mention, is_dashed: bool, has_scale: bool) -> bool {
    match (&low.value, &high.value) {
        (Value::Roughly(one), Value::Roughly(two)) => return one != two,
        (Value::Date(one), Value::Date(two)) => return is_dashed && one.shape() == two.shape(),
        _ => {}
    }
    let Some((one, two)) = low.value.figure().zip(high.value.figure()) else { return false };
    let thousand = Quantity::whole(1000);
    let is_short = one.is_below(thousand) && !two.is_below(thousand);
    let leveled = if is_short && (has_scale || is_dashed) { one.leveled(two) } else { one };
    low.value = low.value.clone().with_figure(leveled);
    // *-5 to -10 degrees*
    let is_below_zero = leveled.is_negative() && two.is_negative() && leveled != two;
    low.value.kind() == high.value.kind() && (leveled.is_below(two) || is_below_zero)
}

/// The same with each range one fact where the other side has only one of its ends, or neither.
pub(super) fn settled(mut stated: Pair<Stated<'_>>) -> Pair<Stated<'_>> {
    let ranges = Pair::from_fn(|side: Side| ranges(&stated, side));
    for side in Side::BOTH {
        for &low in ranges[side].iter().rev() {
            let mentions = &mut stated[side].mentions;
            let high = mentions.remove(low + 1);
            let Some(low) = mentions.get_mut(low) else { continue };
            low.span = low.reach.join(high.reach);
            low.reach = low.span;
            low.is_low_end = false;
            low.unit = high.unit;
            low.value = Value::Range(Box::new((low.value.clone(), high.value)));
        }
    }
    stated
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
