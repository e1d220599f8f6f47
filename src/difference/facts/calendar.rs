//! The calendar: which day a weekday or *yesterday* is, where the day of writing is known.
//!
//! *On Tuesday* in a story datelined Nov. 8, 2016 is *on Nov. 8*. The day of writing
//! stands in a dateline, a byline or a credit, with its year; where neither article has
//! one, a weekday is compared with weekdays alone.

use super::date::{self, Date};
use super::value::Value;
use super::words::Word;
use crate::annotated::Annotated;
use crate::sentence::SentenceId;

/// A day, counted from the first of January 1970.
pub(super) type Day = i64;

/// How many sentences at the head of an article may tell when it was written.
const HEAD: usize = 20;

/// The day of a date; years before 1 are not asked for.
pub(super) fn day(year: u32, month: u32, day: u32) -> Day {
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    // years begin in March, so that the odd day is their last
    let year = if month <= 2 { year - 1 } else { year };
    let in_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + in_year - 719_468
}

/// The last day on or before `from` with that weekday, Monday being 0.
pub(super) fn weekday_before(from: Day, weekday: u32) -> Day {
    let of = |day: Day| (day + 3).rem_euclid(7);
    from - (of(from) - i64::from(weekday)).rem_euclid(7)
}

/// The year of a day.
pub(super) fn year(of: Day) -> u32 {
    let guess = u32::try_from(1970 + of.div_euclid(366)).unwrap_or(0);
    (guess..guess + 10).rev().find(|year| day(*year, 1, 1) <= of).unwrap_or(guess)
}

/// When an article was written, where it says so.
pub(super) fn written(article: &Annotated, words: &[Vec<Word<'_>>]) -> Option<Day> {
    words.iter().take(HEAD).enumerate().find_map(|(at, words)| {
        let sentence = article.sentences.get(SentenceId::new(at));
        let is_story = article.article.block(sentence.block).kind.is_story();
        let end = if is_story { sentence.body().start() } else { sentence.span.end() };
        let head = &words[..words.partition_point(|word| word.span.end() <= end)];
        (0..head.len()).find_map(|at| {
            let (value, _, _) = date::read(head, at).into_iter().next()?;
            if let Value::Date(date) = value { date.exact() } else { None }
        })
    })
}

/// Finds out which days the dates of one side are: `own` is the day it was written, `any`
/// that of the other article where it does not say.
pub(super) fn placed(date: &mut Date, own: Option<Day>, any: Option<Day>) {
    date.days = [date.exact(), None];
    if let Some(from) = own {
        date.settle_year(year(from));
    }
    if date.exact().is_some() {
        return;
    }
    if let (Some(from), Some((month, number))) = (any, date.month_and_day()) {
        let years = (year(from).saturating_sub(1)..=year(from) + 1).map(|year| day(year, month, number));
        date.days = [years.min_by_key(|day| (day - from).abs()), None];
    } else if let (Some(from), Some(weekday)) = (any, date.bare_weekday()) {
        let before = weekday_before(from, weekday);
        date.days = [Some(before), Some(before + 7)];
    } else if let (Some(from), Some(relative)) = (own, date.relative) {
        date.days = [Some(from + i64::from(relative)), None];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_weekdays() {
        assert_eq!(day(1970, 1, 1), 0);
        assert_eq!(day(2000, 3, 1) - day(2000, 2, 28), 2);
        assert_eq!(day(2016, 11, 8) - day(2015, 11, 8), 366);
        // a Tuesday
        assert_eq!(weekday_before(day(2016, 11, 8), 1), day(2016, 11, 8));
        assert_eq!(weekday_before(day(2016, 11, 8), 2), day(2016, 11, 2));
        for number in [0, 364, 365, 17_000, 17_167, 20_000] {
            let found = year(number);
            assert!(day(found, 1, 1) <= number && number < day(found + 1, 1, 1), "{number}");
        }
    }
}
