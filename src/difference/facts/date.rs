//! Dates: `Nov. 8` is *8 November* and *November 8th*; years, weekdays, decades.

use std::fmt;

use super::calendar::{self, Day};
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
    pub(super) relative: Option<i32>,
    /// *last week*: the week before the one of writing.
    span: Option<(&'static str, i32)>,
    /// Whether day and month may be the other way round: `11/8/2016`.
    is_ambiguous: bool,
    /// The days that it may be, where that is known.
    pub(super) days: [Option<Day>; 2],
}

/// As values are shown, whatever the language of the text.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Date {
    /// Whether no part contradicts the other's, and at least one is shared, or both are one day.
    pub(super) fn agrees(&self, other: &Date) -> bool {
        let turned = |date: &Date| Date { month: date.day, day: date.month, ..*date };
        self.fits(other)
            || self.is_ambiguous && turned(self).fits(other)
            || other.is_ambiguous && self.fits(&turned(other))
            || self.days.iter().flatten().any(|day| other.days.contains(&Some(*day)))
    }

    fn fits(&self, other: &Date) -> bool {
        let mut shared = false;
        let mut part = |one: Option<u32>, two: Option<u32>| {
            shared |= one.is_some() && one == two;
            one.is_none() || two.is_none() || one == two
        };
        let fits = part(self.year, other.year)
            & part(self.month, other.month)
            & part(self.day, other.day)
            & part(self.weekday, other.weekday)
            & part(self.decade_beside(other), other.decade_beside(self));
        if self.relative.is_some() || other.relative.is_some() {
            return self.relative == other.relative;
        }
        if self.span.is_some() || other.span.is_some() {
            // *last year* in a story of 2016 is *2015*
            let year = |date: &Date| if date.month.is_none() { date.year } else { None };
            return self.span == other.span || year(self).is_some() && year(self) == year(other);
        }
        fits && shared
    }

    /// The decade as the other date tells its own: *the nineties* leave the century open.
    fn decade_beside(&self, other: &Date) -> Option<u32> {
        let is_open = other.decade.is_some_and(|decade| decade < 100);
        self.decade.map(|decade| if is_open { decade % 100 } else { decade })
    }

    /// Whether the two could stand for each other: two weekdays may, a weekday and a year may not;
    /// a weekday and a day of a month may where it is known which days they are.
    pub(super) fn is_comparable(&self, other: &Date) -> bool {
        let is_known = |date: &Date| date.days[0].is_some();
        self.shape() == other.shape() || is_known(self) && is_known(other)
    }

    /// The day, where all of it is told and there is one reading.
    pub(super) fn exact(&self) -> Option<Day> {
        match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) if !self.is_ambiguous => {
                Some(calendar::day(year, month, day))
            }
            _ => None,
        }
    }

    /// Month and day of a date that does not tell its year.
    pub(super) fn month_and_day(&self) -> Option<(u32, u32)> {
        if self.year.is_none() { self.month.zip(self.day) } else { None }
    }

    /// Tells the year of *last year* in a story that was written in `written`.
    pub(super) fn settle_year(&mut self, written: u32) {
        if let Some(("year", step)) = self.span {
            self.year = written.checked_add_signed(step);
        }
    }

    /// The weekday, where nothing else is told.
    pub(super) fn bare_weekday(&self) -> Option<u32> {
        if self.month.is_none() && self.day.is_none() { self.weekday } else { None }
    }

    /// Whether nothing but a year is told, and it is this number.
    pub(super) fn is_bare_year(&self, number: Quantity) -> bool {
        let bare = Date { year: self.year, days: self.days, ..Date::default() };
        *self == bare && number.as_whole() == self.year.map(u128::from)
    }

    /// Which parts are told; only dates that tell the same parts can contradict each other.
    pub(super) fn shape(&self) -> [bool; 6] {
        [
            // a year more or less does not keep two days from being compared
            self.year.is_some() && self.month.is_none(),
            self.month.is_some(),
            self.day.is_some(),
            self.weekday.is_some() || self.relative.is_some(),
            self.decade.is_some(),
            self.span.is_some(),
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
        if let Some((unit, step)) = self.span {
            let which = ["last", "this", "next"];
            return write!(f, "{} {unit}", which[usize::try_from(step + 1).unwrap_or(0).min(2)]);
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
    let one = || numeric(words, at).or_else(|| day_first(words, at)).or_else(|| week(words, at));
    if let Some((date, length)) = one().or_else(|| single(words, at)) {
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
    if let Some(date) = day_and_month(words, at) {
        return Some(date);
    }
    let first = day(&words[at])?;
    let next = words.get(at + 1)?;
    // 8-10 November, 8 to 10 November
    let last = if next.follows() && is_small(next, "until") { at + 2 } else { at + 1 };
    if let Some(until) =
        words.get(last).filter(|until| if last == at + 1 { until.is_dashed() } else { until.follows() })
        && day(until).is_some()
        && let Some(month) = words.get(last + 1).filter(|word| word.follows()).and_then(month)
    {
        return Some((Date { day: Some(first), month: Some(month), ..Date::default() }, 1));
    }
    // *8. November*
    let stops = next.lexicon.language.stops_ordinals();
    let close = |word: &&Word<'_>| word.follows() || stops && word.between() == ".";
    let of = usize::from(is_small(next, "of"));
    let named = words.get(at + 1 + of).filter(close)?;
    let date = Date { day: Some(first), month: Some(month(named)?), ..Date::default() };
    Some(with_year(words, at, date, 2 + of))
}

/// `8.11.`, `am 8/11`: the day stands before the month where numbers have a decimal comma, and a
/// stop or a word like *am* says that it is a date.
fn day_and_month(words: &[Word<'_>], at: usize) -> Option<(Date, usize)> {
    let word = &words[at];
    if !word.lexicon.language.has_decimal_comma() || !word.raw.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (day, month, length) = match word.raw.split_once('.') {
        Some((day, month)) => (day, month, 1),
        None => (word.raw, words.get(at + 1).filter(|next| next.between() == "/")?.raw, 2),
    };
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    let stops = words.get(at + length).is_some_and(|next| next.gap.starts_with('.'));
    let is_marked = stops || at.checked_sub(1).is_some_and(|before| is_small(&words[before], "before-day"));
    let fits = (1..=31).contains(&day) && (1..=12).contains(&month);
    (is_marked && fits).then_some((Date { day: Some(day), month: Some(month), ..Date::default() }, length))
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

/// A date in figures: `11/8/2016`, `8.11.2016`. Where numbers have a decimal comma the day
/// comes first; elsewhere either may, and only a number above twelve tells.
fn numeric(words: &[Word<'_>], at: usize) -> Option<(Date, usize)> {
    let word = &words[at];
    if !word.raw.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let dots = word.raw.split('.').collect::<Vec<_>>();
    let (parts, length, is_dotted) = match dots[..] {
        [one, two, year] => ([one, two, year], 1, true),
        [one] => {
            let [two, year] = words.get(at + 1..at + 3)? else { return None };
            if two.gap != "/" || year.gap != "/" {
                return None;
            }
            ([one, two.raw, year.raw], 3, false)
        }
        _ => return None,
    };
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2);
    let (one, two) = (number(parts[0])?, number(parts[1])?);
    let year = match parts[2].len() {
        2 if !is_dotted => 2000 + number(parts[2])?,
        4 => parts[2].parse().ok()?,
        _ => return None,
    };
    let is_month = |number: u32| (1..=12).contains(&number);
    let is_day = |number: u32| (1..=31).contains(&number);
    let day_first = is_dotted || word.lexicon.language.has_decimal_comma() || !is_month(one);
    let (day, month) = if day_first { (one, two) } else { (two, one) };
    let is_ambiguous = !day_first && is_month(day) && day != month;
    let date = Date { year: Some(year), month: Some(month), day: Some(day), is_ambiguous, ..Date::default() };
    (is_day(day) && is_month(month)).then_some((date, length))
}

/// *last week*, *la semaine dernière*; *the last week* is how long it took.
fn week(words: &[Word<'_>], at: usize) -> Option<(Date, usize)> {
    let (one, two) = (&words[at], words.get(at + 1).filter(|next| next.follows())?);
    let (step, unit) = step(one).map(|step| (step, two)).or_else(|| Some((step(two)?, one)))?;
    let unit = unit.listed.date?.split(' ').find_map(|value| value.strip_prefix("unit-"))?;
    let takes_time = at.checked_sub(1).is_some_and(|before| is_small(&words[before], "article"));
    (!takes_time).then_some((Date { span: Some((unit, step)), ..Date::default() }, 2))
}

/// Which week, month or year from that of writing a word says.
fn step(word: &Word<'_>) -> Option<i32> {
    ["step-1", "step0", "step1"].iter().zip(-1..).find(|(role, _)| is_small(word, role)).map(|(_, step)| step)
}

/// A weekday, a decade, a year, *yesterday*.
fn single(words: &[Word<'_>], at: usize) -> Option<(Date, usize)> {
    let word = &words[at];
    let value = word.listed.date.unwrap_or_default();
    if let Some(weekday) = value.strip_prefix("weekday ")
        && is_date_name(word)
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
    let dates = word.lexicon.dates;
    // *in the nineties*, but *in her nineties*
    let is_told = at.checked_sub(1).is_some_and(|before| is_small(&words[before], "article"));
    if let Some(named) = word.listed.date.and_then(|value| value.strip_prefix("decade ")) {
        return named.parse().ok().filter(|_| is_told);
    }
    let digits = word.folded.bytes().take_while(u8::is_ascii_digit).count();
    let is_whole = digits == 4 || digits == 2 && is_told;
    let (decade, ending) = word.folded.split_at_checked(digits).filter(|_| is_whole)?;
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

/// Whether a word is written as months and weekdays are.
fn is_date_name(word: &Word<'_>) -> bool {
    word.is_capitalized() || !word.lexicon.language.capitalizes_dates()
}

/// The month a word names.
fn month(word: &Word<'_>) -> Option<u32> {
    if !is_date_name(word) {
        return None;
    }
    word.listed.date?.strip_prefix("month ")?.split(' ').next()?.parse().ok()
}

/// The month that a word may name: *May’s election*, where the other side has a month.
pub(super) fn possible(word: &Word<'_>) -> Option<Value> {
    Some(Value::Date(Date { month: Some(month(word)?), ..Date::default() }))
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
    if !word.raw.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let own = word.raw.len() - word.lexicon.language.possessive_ending(word.raw);
    let digits = Span::new(0, own).of(word.raw);
    if digits.len() != 4 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|year| (1500..=2100).contains(year))
}
