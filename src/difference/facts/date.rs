//! Dates: `Nov. 8` is *8 November* and *November 8th*; years, weekdays, decades.
//!
//! *On Tuesday* in a story datelined Nov. 8, 2016 is *on Nov. 8*. The day of writing is in a dateline,
//! a byline or a credit, with its year; where neither article has one, a weekday is compared with
//! weekdays alone.

use std::ops::Range;

use super::value::{Date, DateForm, Day, Hint, Time};
use super::words::Word;
use crate::annotated::Annotated;
use crate::lexicon::{ClockWord, DateName, DateRole, Half, Period};
use crate::sentence::SentenceId;
use crate::text::Span;

/// How many sentences at the start of an article can say when it was written.
const HEAD_SENTENCES: usize = 20;

/// The dates at `at` with their words; two where a range shares its month.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Vec<(Date, Range<usize>)> {
    let one = in_figures(words, at).or_else(|| day_first(words, at)).or_else(|| period(words, at));
    if let Some((date, length)) = one.or_else(|| single(words, at)) {
        return vec![(date, at..at + length)];
    }
    let Some((date, length)) = month_first(words, at) else { return Vec::new() };
    let mut found = vec![(date, at..at + length)];
    // Nov. 8-10 · Nov. 8 to 10
    if let DateForm::Calendar { year: None, month, day: Some(_) } = date.form
        && let Some(last) = until(words, at + length)
        && let Some(day) = day(&words[last])
    {
        found.push((Date::calendar(None, month, Some(day)), last..last + 1));
    }
    found
}

/// The word after a dash or *to*.
fn until(words: &[Word<'_>], at: usize) -> Option<usize> {
    let next = words.get(at)?;
    if next.is_dashed() {
        return Some(at);
    }
    let is_joined = next.follows() && next.is_date_word(DateRole::Until);
    (is_joined && words.get(at + 1)?.follows()).then_some(at + 1)
}

/// `8 November`, `8th of November 2017`, and the `8` of `8-10 November`.
fn day_first(words: &[Word<'_>], at: usize) -> Option<(Date, usize)> {
    let first = day(&words[at])?;
    let next = words.get(at + 1)?;
    // 8-10 November, 8 to 10 November
    if let Some(last) = until(words, at + 1)
        && day(&words[last]).is_some()
        && let Some(month) = words.get(last + 1).filter(|word| word.follows()).and_then(month)
    {
        return Some((Date::calendar(None, Some(month), Some(first)), 1));
    }
    // *8. November*
    let stops = next.lexicon.language.stops_ordinals();
    let of = usize::from(next.is_date_word(DateRole::Of));
    let named = words.get(at + 1 + of).filter(|word| word.follows() || stops && word.between() == ".")?;
    Some(with_year(words, at, month(named)?, Some(first), 2 + of))
}

/// `Nov. 8`, `November 8th, 2017`, `November 2017`, `November`.
fn month_first(words: &[Word<'_>], at: usize) -> Option<(Date, usize)> {
    let word = &words[at];
    let month = month(word)?;
    let day = words.get(at + 1).filter(|next| matches!(next.between(), "" | ".")).and_then(day);
    let (date, length) = with_year(words, at, month, day, 1 + usize::from(day.is_some()));
    // *may* is a month only after words like *in*
    let is_doubtful = length == 1 && word.listed.date.roles.contains(DateRole::Doubtful);
    (!is_doubtful || precedes(words, at, DateRole::BeforeMonth)).then_some((date, length))
}

/// The date with the year after its first `length` words.
fn with_year(words: &[Word<'_>], at: usize, month: u32, day: Option<u32>, length: usize) -> (Date, usize) {
    let next = words.get(at + length).filter(|next| matches!(next.between(), "" | "," | "."));
    let year = next.and_then(year);
    (Date::calendar(year, Some(month), day), length + usize::from(year.is_some()))
}

/// A date in figures: `11/8/2016`, `8.11.2016`, `8.11.`, `am 8/11`. Where numbers have a decimal comma the
/// day comes first, and the year may be missing if a stop or a word like *am* says that it is a date;
/// elsewhere either may come first, and only a number above twelve decides.
fn in_figures(words: &[Word<'_>], at: usize) -> Option<(Date, usize)> {
    let word = &words[at];
    if !word.begins_with_digit() {
        return None;
    }
    let mut parts: Vec<&str> = word.raw.split('.').collect();
    let is_dotted = parts.len() > 1;
    if !is_dotted {
        parts.extend(words[at + 1..].iter().take(2).take_while(|next| next.gap == "/").map(|next| next.raw));
    }
    let length = if is_dotted { 1 } else { parts.len() };
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2);
    let (one, two) = (number(parts[0])?, number(parts.get(1)?)?);
    let has_comma = word.lexicon.language.has_decimal_comma();
    let year = match parts[2..] {
        [] => {
            let stops = words.get(at + length).is_some_and(|next| next.gap.starts_with('.'));
            (has_comma && (stops || precedes(words, at, DateRole::BeforeDay))).then_some(None)?
        }
        [year] if year.len() == 2 && !is_dotted => Some(2000 + number(year)?),
        [year] if year.len() == 4 => Some(year.parse().ok()?),
        _ => return None,
    };
    let is_month = |number: u32| (1..=12).contains(&number);
    let is_day_first = is_dotted || has_comma || !is_month(one);
    let (day, month) = if is_day_first { (one, two) } else { (two, one) };
    let mut date = Date::calendar(year, Some(month), Some(day));
    date.is_ambiguous = Hint(!is_day_first && is_month(day) && day != month);
    ((1..=31).contains(&day) && is_month(month)).then_some((date, length))
}

/// *last week*, *la semaine dernière*; *the last week* is how long it took.
fn period(words: &[Word<'_>], at: usize) -> Option<(Date, usize)> {
    let (one, two) = (&words[at], words.get(at + 1).filter(|next| next.follows())?);
    let names = (one.listed.date.name?, two.listed.date.name?);
    let ((DateName::Step(step), DateName::Unit(period)) | (DateName::Unit(period), DateName::Step(step))) =
        names
    else {
        return None;
    };
    (!precedes(words, at, DateRole::Article)).then_some((Date::of(DateForm::Period(period, step)), 2))
}

/// A weekday, a decade, a year, *yesterday*.
fn single(words: &[Word<'_>], at: usize) -> Option<(Date, usize)> {
    let word = &words[at];
    let form = match word.listed.date.name {
        Some(DateName::Weekday(weekday)) if is_date_name(word) => Some(DateForm::Weekday(weekday)),
        Some(DateName::Relative(days)) => Some(DateForm::Relative(days)),
        _ => decade(words, at).map(DateForm::Decade),
    };
    if let Some(form) = form {
        return Some((Date::of(form), 1));
    }
    let year = year(word)?;
    // 2016-11-08
    if let Some([month, day]) = words.get(at + 1..at + 3)
        && month.is_dashed()
        && day.is_dashed()
        && let (Ok(month @ 1..=12), Ok(day @ 1..=31)) = (month.raw.parse(), day.raw.parse())
    {
        return Some((Date::calendar(Some(year), Some(month), Some(day)), 3));
    }
    is_dated(words, at).then_some((Date::calendar(Some(year), None, None), 1))
}

/// The decade of `1990s`, *1990er*, *années 1990*.
fn decade(words: &[Word<'_>], at: usize) -> Option<u32> {
    let word = &words[at];
    // *in the nineties*, but *in her nineties*
    let has_article = || precedes(words, at, DateRole::Article);
    if let Some(DateName::Decade(named)) = word.listed.date.name {
        return has_article().then_some(named);
    }
    let digits = word.folded.bytes().take_while(u8::is_ascii_digit).count();
    let is_whole = digits == 4 || digits == 2 && has_article();
    let (decade, ending) = word.folded.split_at_checked(digits).filter(|_| is_whole)?;
    let is_decade = match ending {
        "" => precedes(words, at, DateRole::Decade),
        ending => {
            let listed = word.lexicon.dates.get(&format!("-{ending}"));
            listed.is_some_and(|ending| ending.roles.contains(DateRole::Decade))
        }
    };
    decade.parse().ok().filter(|_| is_decade && decade.ends_with('0'))
}

/// Whether four digits are a year and not a count: *in 2016* is, *1500 people* is not.
fn is_dated(words: &[Word<'_>], at: usize) -> bool {
    if precedes(words, at, DateRole::BeforeYear) {
        return true;
    }
    if precedes(words, at, DateRole::BeforeCount) {
        return false;
    }
    let Some(after) = words.get(at + 1).filter(|after| after.follows()) else { return true };
    // *1500 boats*, *1500 Menschen*
    let is_noun = if after.is_capitalized() {
        after.lexicon.language.capitalizes_nouns()
    } else {
        after.raw.ends_with('s')
    };
    !is_noun || after.is_date_word(DateRole::AfterYear)
}

/// Whether the word before has a role among the words around dates.
fn precedes(words: &[Word<'_>], at: usize, role: DateRole) -> bool {
    at.checked_sub(1).is_some_and(|before| words[before].is_date_word(role))
}

/// Whether a word is written as months and weekdays are.
fn is_date_name(word: &Word<'_>) -> bool {
    word.is_capitalized() || !word.lexicon.language.capitalizes_dates()
}

/// The month a word names.
fn month(word: &Word<'_>) -> Option<u32> {
    let Some(DateName::Month(month)) = word.listed.date.name else { return None };
    is_date_name(word).then_some(month)
}

/// The month that a word may name: *May’s election*, where the other side has a month.
pub(super) fn possible(word: &Word<'_>) -> Option<Date> {
    Some(Date::calendar(None, Some(month(word)?), None))
}

/// A day of a month: `8`, `8th`.
fn day(word: &Word<'_>) -> Option<u32> {
    let number = word.folded.parse().ok().or(word.listed.ordinal)?;
    (word.begins_with_digit() && (1..=31).contains(&number)).then_some(number)
}

/// Four digits without a separator.
fn year(word: &Word<'_>) -> Option<u32> {
    let own = word.raw.len() - word.lexicon.language.possessive_ending(word.raw);
    let digits = Span::new(0, own).of(word.raw);
    digits.parse().ok().filter(|year| digits.len() == 4 && (1500..=2100).contains(year))
}

/// The time at `at`, and how many words it takes.
pub(super) fn time(words: &[Word<'_>], at: usize) -> Option<(Time, usize)> {
    let word = &words[at];
    if let Some(ClockWord::At(hour)) = word.listed.clock {
        return Some((Time { hour, minute: 0, is_open: Hint(false) }, 1));
    }
    let digits = word.raw.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        // *five o’clock*, *five a.m.*: small words fold to digits
        let hour: u32 = word.folded.parse().ok()?;
        return with_half(words, at + 1, hour, 0).map(|(time, length)| (time, length + 1));
    }
    let suffix = Span::new(digits.len(), word.raw.len()).of(word.raw).to_lowercase().replace('.', "");
    // *18h30* is one word where hours are marked so
    let hours = word.lexicon.clock.get("h") == Some(ClockWord::Half(Half::Exact));
    let clock = digits.split_once(|c: char| matches!(c, ':' | '.') || hours && c == 'h');
    let (hour, minute): (u32, u32) = match clock {
        Some((hour, minute)) if minute.len() == 2 => (hour.parse().ok()?, minute.parse().ok()?),
        Some(_) => return None,
        None => (digits.parse().ok()?, 0),
    };
    if hour > 24 || minute > 59 {
        return None;
    }
    if !suffix.is_empty() {
        let Some(ClockWord::Half(half)) = word.lexicon.clock.get(&suffix) else { return None };
        return Some((in_half(half, hour, minute)?, 1));
    }
    if let Some((time, length)) = with_half(words, at + 1, hour, minute) {
        return Some((time, length + 1));
    }
    let is_clock = digits.contains([':', 'h']);
    is_clock.then_some((Time { hour, minute, is_open: Hint(false) }, 1))
}

/// The time that an hour states in a half of the day.
fn in_half(half: Half, stated: u32, minute: u32) -> Option<Time> {
    let (hours, hour) = match half {
        Half::Exact => (0..=24, stated % 24),
        Half::Morning | Half::Open => (1..=12, stated % 12),
        Half::Afternoon => (1..=12, stated % 12 + 12),
    };
    hours.contains(&stated).then_some(Time { hour, minute, is_open: Hint(half == Half::Open) })
}

/// The time that an hour and the word at `at` make.
fn with_half(words: &[Word<'_>], at: usize, hour: u32, minute: u32) -> Option<(Time, usize)> {
    let word = words.get(at).filter(|word| word.follows())?;
    // *à 18 heures*, but not *pendant 18 heures*
    let is_at =
        || at.checked_sub(2).is_some_and(|before| words[before].listed.clock == Some(ClockWord::BeforeHour));
    let half = match word.listed.clock? {
        ClockWord::Half(half) => half,
        ClockWord::Counted if is_at() => Half::Exact,
        ClockWord::At(_) | ClockWord::Counted | ClockWord::BeforeHour => return None,
    };
    let time = in_half(half, hour, minute)?;
    // *18 h 30*
    let after = words.get(at + 1).filter(|after| after.follows() && after.raw.len() == 2);
    let after = after.filter(|_| half == Half::Exact && minute == 0);
    let minute = after.and_then(|after| after.raw.parse().ok()).filter(|minute| *minute < 60);
    Some(minute.map_or((time, 1), |minute| (Time { minute, ..time }, 2)))
}

/// The day of a date; years before 1 are not asked for.
fn day_of(year: u32, month: u32, day: u32) -> Day {
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    // years begin in March, so that the odd day is their last
    let year = if month <= 2 { year - 1 } else { year };
    let in_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + in_year - 719_468
}

/// The last day on or before `from` with that weekday, Monday being 0.
fn weekday_before(from: Day, weekday: u32) -> Day {
    from - (from + 3 - i64::from(weekday)).rem_euclid(7)
}

/// The year of a day.
fn year_of(day: Day) -> u32 {
    let guess = u32::try_from(1970 + day.div_euclid(366)).unwrap_or(0);
    (guess..guess + 10).rev().find(|year| day_of(*year, 1, 1) <= day).unwrap_or(guess)
}

/// The day, if it is stated in full and unambiguous.
fn exact(date: &Date) -> Option<Day> {
    let DateForm::Calendar { year, month, day } = date.form else { return None };
    (!date.is_ambiguous.0).then_some(day_of(year?, month?, day?))
}

/// The day on which an article was written, if it says so.
pub(super) fn written(article: &Annotated, words: &[Vec<Word<'_>>]) -> Option<Day> {
    words.iter().take(HEAD_SENTENCES).enumerate().find_map(|(at, words)| {
        let sentence = article.sentences.get(SentenceId::new(at));
        let is_story = article.article.block(sentence.block).kind.is_story();
        let end = if is_story { sentence.body().start() } else { sentence.span.end() };
        let head = &words[..words.partition_point(|word| word.span.end() <= end)];
        (0..head.len()).find_map(|at| exact(&read(head, at).first()?.0))
    })
}

/// Finds the days of a date: `own` is the day on which its article was written, `any` that of the other
/// article if its own does not say.
pub(super) fn place(date: &mut Date, own: Option<Day>, any: Option<Day>) {
    let days = match (date.form, any, own) {
        _ if exact(date).is_some() => [exact(date), None],
        (DateForm::Calendar { year: None, month: Some(month), day: Some(day) }, Some(any), _) => {
            let years = year_of(any).saturating_sub(1)..=year_of(any) + 1;
            [years.map(|year| day_of(year, month, day)).min_by_key(|day| (day - any).abs()), None]
        }
        (DateForm::Weekday(weekday), Some(any), _) => {
            let before = weekday_before(any, weekday);
            [Some(before), Some(before + 7)]
        }
        (DateForm::Relative(days), _, Some(own)) => [Some(own + i64::from(days)), None],
        (DateForm::Period(Period::Year, step), _, Some(own)) => {
            date.settled_year = Hint(year_of(own).checked_add_signed(step));
            [None; 2]
        }
        _ => [None; 2],
    };
    date.days = Hint(days);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_weekdays() {
        assert_eq!(day_of(1970, 1, 1), 0);
        assert_eq!(day_of(2000, 3, 1) - day_of(2000, 2, 28), 2);
        assert_eq!(day_of(2016, 11, 8) - day_of(2015, 11, 8), 366);
        // a Tuesday
        assert_eq!(weekday_before(day_of(2016, 11, 8), 1), day_of(2016, 11, 8));
        assert_eq!(weekday_before(day_of(2016, 11, 8), 2), day_of(2016, 11, 2));
        for number in [0, 364, 365, 17_000, 17_167, 20_000] {
            let found = year_of(number);
            assert!(day_of(found, 1, 1) <= number && number < day_of(found + 1, 1, 1), "{number}");
        }
    }
}
