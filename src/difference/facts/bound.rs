//! Bounds: *more than 70,000*, *70,000-plus* and *up to 72 hours* say less than the figure alone.
//!
//! A bound is kept beside the value, not in it: *more than 70,000* and *70,000* are the
//! same figure, and what became of the bound is told by itself. Invariant: whether two
//! bounds contradict each other does not depend on their order.

use super::value::Value;
use super::words::Word;
use crate::lexicon::WordClass;

/// How a figure bounds what it counts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Bound {
    /// The figure itself, or one that is only rough: *about 40*.
    #[default]
    Exact,
    /// *nearly 40*: rounded up; not told from the figure itself.
    Near,
    /// *more than 40*.
    Over,
    /// *at least 40*.
    Least,
    /// *less than 40*.
    Under,
    /// *at most 40*, *up to 40*.
    Most,
}

/// The most words of a bound.
const LONGEST: usize = 4;

impl Bound {
    /// Whether an editor would see another value in the other bound.
    pub(super) fn differs(self, other: Bound) -> bool {
        let low = |bound: Bound| matches!(bound, Bound::Under | Bound::Most);
        let is_exact = |bound: Bound| matches!(bound, Bound::Exact | Bound::Near);
        let rounds = |one: Bound, two: Bound| one == Bound::Near && low(two);
        !(self == other || is_exact(self) && is_exact(other) || rounds(self, other) || rounds(other, self))
    }

    /// What stands before the value in the report.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Bound::Exact | Bound::Near => "",
            Bound::Over => ">",
            Bound::Least => "≥",
            Bound::Under => "<",
            Bound::Most => "≤",
        }
    }

    fn named(value: &str) -> Option<Bound> {
        Some(match value {
            "over" => Bound::Over,
            "least" => Bound::Least,
            "under" => Bound::Under,
            "most" => Bound::Most,
            "near" => Bound::Near,
            _ => return None,
        })
    }
}

/// The bound around the figure in `words[start..end]`, with the first of its words and
/// one past the last, those of the figure among them.
pub(super) fn around(words: &[Word<'_>], start: usize, end: usize, value: &Value) -> (Bound, usize, usize) {
    match value {
        Value::Number(_)
        | Value::Part(..)
        | Value::Times(_)
        | Value::Money(..)
        | Value::Percent(_)
        | Value::Points(_) => {}
        Value::Roughly(_)
        | Value::Range(..)
        | Value::Ordinal(_)
        | Value::Date(_)
        | Value::Time(_)
        | Value::Name(_)
        | Value::Title(_)
        | Value::Place(_) => return (Bound::Exact, start, end),
    }
    if let Some((bound, length)) = before(words, start, end) {
        return (bound, start - length, end);
    }
    if let Some((bound, until)) = behind(words, end) {
        return (bound, start, until);
    }
    (Bound::Exact, start, end)
}

/// The bound before a figure, and how many words it takes.
fn before(words: &[Word<'_>], start: usize, end: usize) -> Option<(Bound, usize)> {
    let last = start.checked_sub(1)?;
    if !words[start].follows() {
        return None;
    }
    (1..=LONGEST.min(start)).rev().find_map(|length| {
        let bound = Bound::named(phrase(&words[start - length..start])?)?;
        // *over three years* is how long it took
        let spans = length == 1
            && bound == Bound::Over
            && words.get(end).is_some_and(|unit| unit.listed.around.is(WordClass::TimeSpan));
        (!spans && words[last].span.end() <= words[start].span.start()).then_some((bound, length))
    })
}

/// The bound behind a figure, or behind what it counts, and one past its last word.
fn behind(words: &[Word<'_>], end: usize) -> Option<(Bound, usize)> {
    let figure = &words[end - 1];
    if let Some((_, tail)) = figure.raw.rsplit_once(['-', '‐', '‑'])
        && let Some(bound) = figure.lexicon.bounds.get(tail).and_then(|value| value.strip_prefix("behind-"))
    {
        return Some((Bound::named(bound)?, end));
    }
    let next = words.get(end)?;
    if next.gap.starts_with('+') {
        return Some((Bound::Least, end));
    }
    // *40 or more*, *40 people or more*
    (end..=end + 1).find_map(|at| {
        (1..=2).rev().find_map(|length| {
            let run = words.get(at..at + length)?;
            let follows = words[end..=at].iter().all(Word::follows);
            let bound = phrase(run).filter(|_| follows)?.strip_prefix("behind-")?;
            Some((Bound::named(bound)?, at + length))
        })
    })
}

/// What the list of bounds says of a run of words.
fn phrase(run: &[Word<'_>]) -> Option<&'static str> {
    let (first, rest) = run.split_first()?;
    let bounds = first.lexicon.bounds;
    if rest.is_empty() {
        return bounds.get(first.folded);
    }
    // *jusqu’à*
    let follows = |word: &Word<'_>| word.follows() || matches!(word.gap, "'" | "’");
    if !bounds.opens(first.folded) || !rest.iter().all(follows) {
        return None;
    }
    bounds.get(&run.iter().map(|word| word.folded).collect::<Vec<_>>().join(" "))
}

/// Whether a word has this role around figures.
pub(super) fn is(word: &Word<'_>, role: &str) -> bool {
    word.lexicon.bounds.get(word.folded) == Some(role)
}

#[cfg(test)]
mod tests {
    use super::super::words::with_words;
    use super::*;
    use crate::difference::facts::{money, number, percent};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        with_words(text, |words| {
            let (at, (value, length)) = (0..words.len())
                .find_map(|at| {
                    let money = money::read(words, at).or_else(|| percent::read(words, at));
                    Some((at, money.or_else(|| number::read(words, at))?))
                })
                .expect("a figure");
            let (bound, start, end) = around(words, at, at + length, &value);
            let own = words[start].span.join(words[end - 1].span);
            assert_eq!(
                format!("{}{} {}", bound.sign(), value.text(), end - start),
                expected,
                "{text} {own:?}"
            );
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
    }

    #[test]
    fn words_that_bound_nothing() {
        check("It took some 40 men.", "40 1");
        check("It took over three years.", "3 1");
        check("It took nearly 40 men.", "40 2");
    }
}
