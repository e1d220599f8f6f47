//! Dates: `Nov. 8` is *8 November* and *November 8th*; years, weekdays, decades.

use std::fmt;

use super::quantity::Quantity;
use super::value::Value;
use super::words::Word;
use crate::lexicon::Lexicon;
use crate::text::Span;

/// What is told of a date; at least one part is there.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Date {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
    weekday: Option<u32>,
    /// The first year of a decade: *the 1990s*.
    decade: Option<u32>,
    /// Days from the day of writing: *yesterday* is -1.
    relative: Option<i32>,
}

/// As values are shown, whatever the language of the text.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Date {
    /// Whether no part contradicts the other's, and at least one is shared.
    pub(super) fn agrees(&self, other: &Date) -> bool {
        let mut shared = false;
        let mut part = |one: Option<u32>, two: Option<u32>| {
            shared |= one.is_some() && one == two;
            one.is_none() || two.is_none() || one == two
        };
        let fits = part(self.year, other.year)
            & part(self.month, other.month)
            & part(self.day, other.day)
            & part(self.weekday, other.weekday)
            & part(self.decade, other.decade);
        if self.relative.is_some() || other.relative.is_some() {
            return self.relative == other.relative;
        }
        fits && shared
    }

    /// Whether nothing but a year is told, and it is this number.
    pub(super) fn is_bare_year(&self, number: Quantity) -> bool {
        let bare = Date { year: self.year, ..Date::default() };
        *self == bare && number.as_whole() == self.year.map(u128::from)
    }

    /// Which parts are told; only dates that tell the same parts can contradict each other.
    pub(super) fn shape(&self) -> [bool; 5] {
        [
            // a year more or less does not keep two days from being compared
            self.year.is_some() && self.month.is_none(),
            self.month.is_some(),
            self.day.is_some(),
            self.weekday.is_some() || self.relative.is_some(),
            self.decade.is_some(),
        ]
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(weekday) = self.weekday {
            return f.write_str(WEEKDAYS[weekday as usize]);
        }
        if let Some(decade) = self.decade {
            return write!(f, "{decade}s");
        }
        match self.relative {
            Some(-1) => return f.write_str("yesterday"),
            Some(0) => return f.write_str("today"),
            Some(_) => return f.write_str("tomorrow"),
            None => {}
        }
        match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) => write!(f, "{year}-{month:02}-{day:02}"),
            (Some(year), Some(month), None) => write!(f, "{year}-{month:02}"),
            (Some(year), None, _) => write!(f, "{year}"),
            (None, Some(month), Some(day)) => write!(f, "--{month:02}-{day:02}"),
            (None, month, _) => write!(f, "--{:02}", month.unwrap_or(0)),
        }
    }
}

/// The dates at `at`, each with the first of its words and one past the last,
/// counted from `at`; two where a range shares its month.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Vec<(Value, usize, usize)> {
    if let Some((date, length)) = day_first(words, at).or_else(|| single(words, at)) {
        return vec![(Value::Date(date), 0, length)];
    }
    let Some((date, length)) = month_first(words, at) else { return Vec::new() };
    let mut found = vec![(Value::Date(date), 0, length)];
    // Nov. 8-10 · Nov. 8 to 10
    if date.day.is_some() && date.year.is_none() {
        let end = at + length;
        let skip = words.get(end).and_then(|next| {
            if next.is_dashed() {
                return Some(0);
            }
            let until = next.follows() && next.lexicon.dates.has(next.folded, "until");
            until.then_some(1)
        });
        if let Some(skip) = skip
            && let Some(last) = words.get(end + skip).and_then(day)
        {
            let until = Date { day: Some(last), ..date };
            found.push((Value::Date(until), length + skip, length + skip + 1));
        }
    }
    found
}

/// `8 November`, `8th of November 2017`, and the `8` of `8-10 November`.
fn day_first(words: &[Word<'_>], at: usize) -> Option<(Date, usize)> {
    let first = day(&words[at])?;
    let next = words.get(at + 1)?;
    if next.is_dashed() {
        day(next)?;
        let month = words.get(at + 2).filter(|word| word.follows()).and_then(month)?;
        return Some((Date { day: Some(first), month: Some(month), ..Date::default() }, 1));
    }
    let of = usize::from(is_small(next, "of"));
    let named = words.get(at + 1 + of).filter(|word| word.follows())?;
    let date = Date { day: Some(first), month: Some(month(named)?), ..Date::default() };
    Some(with_year(words, at, date, 2 + of))
}

/// `Nov. 8`, `November 8th, 2017`, `November 2017`, `November`.
fn month_first(words: &[Word<'_>], at: usize) -> Option<(Date, usize)> {
    let word = &words[at];
    let month = month(word)?;
    let close = |next: &&Word<'_>| matches!(next.between(), "" | ".");
    if let Some(day) = words.get(at + 1).filter(close).and_then(day) {
        let date = Date { day: Some(day), month: Some(month), ..Date::default() };
        return Some(with_year(words, at, date, 2));
    }
    let (date, length) = with_year(words, at, Date { month: Some(month), ..Date::default() }, 1);
    if date.year.is_none() && word.listed.date.is_some_and(|value| value.ends_with("doubtful")) {
        let dated = at.checked_sub(1).is_some_and(|before| is_small(&words[before], "before-month"));
        return dated.then_some((date, length));
    }
    Some((date, length))
}

/// The date with the year that stands behind it.
fn with_year(words: &[Word<'_>], at: usize, date: Date, length: usize) -> (Date, usize) {
    let close = |next: &&Word<'_>| matches!(next.between(), "" | "," | ".");
    match words.get(at + length).filter(close).and_then(year) {
        Some(year) => (Date { year: Some(year), ..date }, length + 1),
        None => (date, length),
    }
}

/// A weekday, a decade, a year, *yesterday*.
fn single(words: &[Word<'_>], at: usize) -> Option<(Date, usize)> {
    let word = &words[at];
    let value = word.listed.date.unwrap_or_default();
    if let Some(weekday) = value.strip_prefix("weekday ")
        && word.is_capitalized()
    {
        return Some((Date { weekday: weekday.parse().ok(), ..Date::default() }, 1));
    }
    if let Some(relative) = value.strip_prefix("relative ") {
        return Some((Date { relative: relative.parse().ok(), ..Date::default() }, 1));
    }
    if let Some(decade) = decade(words, at) {
        return Some((Date { decade: Some(decade), ..Date::default() }, 1));
    }
    let year = year(word)?;
    if let (Some(month), Some(day)) = (words.get(at + 1), words.get(at + 2))
        && month.is_dashed()
        && day.is_dashed()
        && let (Ok(month), Ok(day)) = (month.raw.parse::<u32>(), day.raw.parse::<u32>())
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
    {
        return Some((Date { year: Some(year), month: Some(month), day: Some(day), ..Date::default() }, 3));
    }
    is_dated(words, at).then_some((Date { year: Some(year), ..Date::default() }, 1))
}

/// The decade of `1990s`, *1990er*, *années 1990*.
fn decade(words: &[Word<'_>], at: usize) -> Option<u32> {
    let word = &words[at];
    let digits = word.folded.bytes().take_while(u8::is_ascii_digit).count();
    let (decade, ending) = word.folded.split_at_checked(digits).filter(|_| digits == 4)?;
    let dates = word.lexicon.dates;
    let is_decade = match ending {
        "" => at.checked_sub(1).is_some_and(|before| is_small(&words[before], "decade")),
        ending => dates.has(&format!("-{ending}"), "decade"),
    };
    decade.parse().ok().filter(|_| is_decade && decade.ends_with('0'))
}

/// Whether four digits are a year and not a count: *in 2016* is, *1500 people* is not.
fn is_dated(words: &[Word<'_>], at: usize) -> bool {
    let before = |role: &str| at.checked_sub(1).is_some_and(|before| is_small(&words[before], role));
    if before("before-year") {
        return true;
    }
    if before("before-count") {
        return false;
    }
    let Some(after) = words.get(at + 1).filter(|after| after.follows()) else { return true };
    // *1500 boats*, *1500 Menschen*
    let is_noun = if after.is_capitalized() {
        after.lexicon.language.capitalizes_nouns()
    } else {
        after.raw.ends_with('s')
    };
    !is_noun || is_small(after, "behind-year")
}

/// The month a capitalized word names.
fn month(word: &Word<'_>) -> Option<u32> {
    if !word.is_capitalized() {
        return None;
    }
    word.listed.date?.strip_prefix("month ")?.split(' ').next()?.parse().ok()
}

/// What the list of dates says of a folded word, or of it without the *s* of *Monday’s*.
pub(super) fn named(folded: &str, lexicon: &Lexicon) -> Option<&'static str> {
    lexicon.dates.get(folded).or_else(|| lexicon.dates.get(folded.strip_suffix('s')?))
}

/// Whether a word is one of the small ones around dates, in this role.
fn is_small(word: &Word<'_>, role: &str) -> bool {
    word.lexicon.dates.has(word.folded, role)
}

/// A day of a month: `8`, `8th`.
fn day(word: &Word<'_>) -> Option<u32> {
    if !word.raw.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let number = word.folded.parse().ok().or(word.listed.ordinal)?;
    (1..=31).contains(&number).then_some(number)
}

/// Four digits without a separator.
fn year(word: &Word<'_>) -> Option<u32> {
    let own = word.raw.len() - word.lexicon.language.possessive_ending(word.raw);
    let digits = Span::new(0, own).of(word.raw);
    if digits.len() != 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|year| (1500..=2100).contains(year))
}
