//! Values: the meaning of a fact’s words, comparable across spellings.
//!
//! [`FactValue`] is what reports, rules and lists read. A value is written as a string only where it
//! is printed.

use std::fmt;
use std::hash::{Hash, Hasher};

use super::kind::FactKind;
use super::quantity::Quantity;
use super::spelling::{has_lost_letters, is_slip, plain};
use crate::lexicon::Period;

/// The value of a mention.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum FactValue {
    /// A count or a measure.
    Number(Quantity),
    /// A fraction: numerator and denominator.
    Fraction(u128, u128),
    /// A count that is only rough: *dozens*.
    Rough(String),
    /// A multiple: *twice*, *three times*.
    Times(u128),
    /// An ordinal: *third*, `3rd`.
    Ordinal(u32),
    /// A sum, in units of the currency.
    Money(&'static str, Quantity),
    /// A share in hundredths.
    Percent(Quantity),
    /// A distance between two shares.
    Points(Quantity),
    /// A day, month, year or weekday.
    Date(Date),
    /// A time of day.
    Time(Time),
    /// A person or an organization.
    Name(Name),
    /// An office or a role.
    Title(String),
    /// A place.
    Place(String),
    /// From one value to another.
    Range(Box<(FactValue, FactValue)>),
}

impl FactValue {
    /// The sort of fact.
    pub fn kind(&self) -> FactKind {
        match self {
            FactValue::Number(_)
            | FactValue::Fraction(..)
            | FactValue::Rough(_)
            | FactValue::Times(_)
            | FactValue::Ordinal(_) => FactKind::Number,
            FactValue::Money(..) => FactKind::Money,
            FactValue::Percent(_) | FactValue::Points(_) => FactKind::Percent,
            FactValue::Date(_) => FactKind::Date,
            FactValue::Time(_) => FactKind::Time,
            FactValue::Name(_) => FactKind::Name,
            FactValue::Title(_) => FactKind::Title,
            FactValue::Place(_) => FactKind::Place,
            FactValue::Range(ends) => ends.1.kind(),
        }
    }

    /// Whether it has two ends: *10 to 15*.
    pub fn is_range(&self) -> bool {
        matches!(self, FactValue::Range(_))
    }

    /// The words of a name, a title or a place; none of other values.
    pub fn words(&self) -> impl Iterator<Item = &str> + Clone {
        let (FactValue::Name(Name { shown: words, .. }) | FactValue::Title(words) | FactValue::Place(words)) =
            self
        else {
            return "".split_ascii_whitespace();
        };
        words.split_ascii_whitespace()
    }

    /// Whether neither contradicts the other: *Putin* and *Vladimir Putin*, *Nov. 8* and *8 November
    /// 2017*.
    pub(super) fn agrees(&self, other: &FactValue) -> bool {
        match (self, other) {
            (FactValue::Date(one), FactValue::Date(two)) => one.agrees(two),
            // *2,000* may be read as a count where *2000* is read as a year
            (FactValue::Date(date), FactValue::Number(quantity))
            | (FactValue::Number(quantity), FactValue::Date(date)) => date.is_bare_year(*quantity),
            (FactValue::Time(one), FactValue::Time(two)) => one.agrees(two),
            (FactValue::Name(one), FactValue::Name(two)) => one.agrees(two),
            (FactValue::Name(name), place @ FactValue::Place(_))
            | (place @ FactValue::Place(_), FactValue::Name(name)) => name.is_initials_of(place.words()),
            (FactValue::Percent(share), FactValue::Fraction(count, of))
            | (FactValue::Fraction(count, of), FactValue::Percent(share)) => share.is_part(*count, *of),
            _ => self == other,
        }
    }

    /// The same for mentions in sentences that are not paired: *Berg*, where *Anna Berg* is meant, is not
    /// *Paul Berg*.
    pub(super) fn agrees_in_full(&self, other: &FactValue) -> bool {
        match (self, other) {
            (FactValue::Name(one), FactValue::Name(two)) => one.in_full().agrees(&two.in_full()),
            _ => self.agrees(other),
        }
    }

    /// Whether the two are interchangeable, so that one in the place of the
    /// other is an alteration: two weekdays are, a weekday and a year are not.
    pub(super) fn is_comparable(&self, other: &FactValue) -> bool {
        match (self, other) {
            (FactValue::Date(one), FactValue::Date(two)) => one.is_comparable(two),
            // *£25,000 to £30,000* for *£25,000*
            (FactValue::Range(_), _) | (_, FactValue::Range(_)) => self.kind() == other.kind(),
            // *$12* for *12*, *percentage points* for *percent*
            _ if self.figure().is_some() && other.figure().is_some() => true,
            // *Paris* for *Anna Berg*
            (FactValue::Name(_) | FactValue::Place(_), FactValue::Name(_) | FactValue::Place(_)) => true,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }

    /// Whether the two are most likely one name, misspelled in one of them: *Kasmir*, *Kashmir*.
    pub(in crate::difference) fn is_misspelled(&self, other: &FactValue) -> bool {
        match (self, other) {
            (FactValue::Name(one), FactValue::Name(two)) => {
                one.is_misspelled(two.words.0.iter().map(String::as_str))
            }
            (FactValue::Name(name), place @ FactValue::Place(_))
            | (place @ FactValue::Place(_), FactValue::Name(name)) => name.is_misspelled(place.words()),
            _ => false,
        }
    }

    /// Whether one is a range and the other one of its ends.
    pub(super) fn is_end_of(&self, other: &FactValue) -> bool {
        match (self, other) {
            (FactValue::Range(ends), end) | (end, FactValue::Range(ends)) => {
                ends.0.agrees(end) || ends.1.agrees(end)
            }
            _ => false,
        }
    }

    /// The quantity that it counts.
    pub(in crate::difference) fn figure(&self) -> Option<Quantity> {
        if let FactValue::Number(quantity)
        | FactValue::Money(_, quantity)
        | FactValue::Percent(quantity)
        | FactValue::Points(quantity) = self
        {
            return Some(*quantity);
        }
        None
    }

    /// The same with another quantity, where it counts one.
    pub(super) fn with_figure(mut self, number: Quantity) -> FactValue {
        if let FactValue::Number(quantity)
        | FactValue::Money(_, quantity)
        | FactValue::Percent(quantity)
        | FactValue::Points(quantity) = &mut self
        {
            *quantity = number;
        }
        self
    }
}

impl fmt::Display for FactValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            FactValue::Number(quantity) => write!(f, "{quantity}"),
            FactValue::Fraction(count, of) => write!(f, "{count}/{of}"),
            FactValue::Times(count) => write!(f, "×{count}"),
            FactValue::Ordinal(number) => write!(f, "#{number}"),
            FactValue::Money(currency, quantity) => write!(f, "{currency} {quantity}"),
            FactValue::Percent(quantity) => write!(f, "{quantity}%"),
            FactValue::Points(quantity) => write!(f, "{quantity} points"),
            FactValue::Date(date) => write!(f, "{date}"),
            FactValue::Time(time) => write!(f, "{:02}:{:02}", time.hour, time.minute),
            FactValue::Name(Name { shown: words, .. })
            | FactValue::Rough(words)
            | FactValue::Title(words)
            | FactValue::Place(words) => f.write_str(words),
            FactValue::Range(ends) => write!(f, "{}–{}", ends.0, ends.1),
        }
    }
}

/// Helps to find a value on the other side; values are equal whatever their hints are.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Hint<T>(pub(super) T);

impl<T> PartialEq for Hint<T> {
    fn eq(&self, _: &Hint<T>) -> bool {
        true
    }
}

impl<T> Eq for Hint<T> {}

impl<T> Hash for Hint<T> {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

/// A time of day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Time {
    /// The hour, from 0 to 23.
    pub hour: u32,
    /// The minute.
    pub minute: u32,
    /// Whether it may be in either half of the day, as in *five o’clock*.
    pub(super) is_open: Hint<bool>,
}

impl Time {
    /// Whether both may be the same time.
    fn agrees(&self, other: &Time) -> bool {
        let hours = if self.is_open.0 || other.is_open.0 { 12 } else { 24 };
        self.hour % hours == other.hour % hours && self.minute == other.minute
    }
}

/// A name, as it is compared and as it is shown.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Name {
    /// The fullest form the article has.
    pub shown: String,
    /// The words of the mention, folded, without possessive endings.
    pub(super) words: Hint<Vec<String>>,
    /// The given name of which its first word is a short form: *William* of *Bill*.
    pub(super) given: Hint<Option<&'static str>>,
}

impl Name {
    /// Whether one may be a shorter form of the other: *Putin*, *Vladimir Putin*;
    /// *NATO*, *North Atlantic Treaty Organization*.
    fn agrees(&self, other: &Name) -> bool {
        let (own, others) = (&self.words.0, &other.words.0);
        // Banksys, of copy that lost its apostrophes, is Banksy’s; *Hans* is no *Han*
        let bare = |word: &String| {
            plain(word.strip_suffix('s').filter(|head| head.len() > 3).unwrap_or(word)).into_owned()
        };
        let within = |one: &[String], two: &[String]| {
            one.iter().all(|word| two.iter().any(|other| bare(other) == bare(word)))
        };
        within(own, others)
            || within(others, own)
            || self.is_nickname(other)
            || other.is_nickname(self)
            || self.shown == other.shown
            // *Clermont- Ferrand*, cut at the end of a line
            || own.concat() == others.concat()
            || self.is_initials_of(other.capitalized_words())
            || other.is_initials_of(self.capitalized_words())
    }

    /// The name with the words of its fullest form, if the mention has only one of them.
    fn in_full(&self) -> Name {
        let mut full = self.clone();
        if self.words.0.len() == 1 && self.shown.contains(' ') {
            let words = self.capitalized_words().map(|word| plain(&word.to_lowercase()).into_owned());
            full.words = Hint(words.collect());
        }
        full
    }

    /// Whether its given name is a short form of the other's: *Bill Oakes*, *William Oakes*.
    fn is_nickname(&self, other: &Name) -> bool {
        let ([_, last @ ..], [first, other_last @ ..]) = (&self.words.0[..], &other.words.0[..]) else {
            return false;
        };
        let is_one = self.given.0.is_some_and(|given| first == given || other.given.0 == Some(given));
        is_one && !last.is_empty() && last == other_last
    }

    fn capitalized_words(&self) -> impl Iterator<Item = &str> {
        self.shown.split([' ', '-', '‐', '‑']).filter(|word| word.starts_with(char::is_uppercase))
    }

    /// Whether it is the first letters of words: *N.Y.*, *L.A.*, *NATO*.
    fn is_initials_of<'a>(&self, words: impl Iterator<Item = &'a str>) -> bool {
        let [acronym] = self.words.0.as_slice() else { return false };
        let initials = words.filter_map(|word| word.chars().next());
        let initials: String = initials.flat_map(char::to_lowercase).collect();
        initials.chars().count() >= 2 && *acronym == initials
    }

    /// Whether it and the words of another are most likely one name, misspelled in one of them.
    fn is_misspelled<'a>(&self, others: impl Iterator<Item = &'a str>) -> bool {
        let others: Vec<&str> = others.collect();
        let same = |one: &str, two: &str| plain(one) == plain(two);
        let mut pairs = self.words.0.iter().zip(&others);
        self.words.0.len() == others.len()
            && !pairs.clone().all(|(one, two)| same(one, two))
            && pairs.all(|(one, two)| same(one, two) || has_lost_letters(one, two) || is_slip(one, two))
    }
}

/// A day, counted from the first of January 1970.
pub(super) type Day = i64;

/// A date: the parts that the words state.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Date {
    /// What the words state.
    pub form: DateForm,
    /// Whether day and month may be in reverse order: `11/8/2016`.
    pub(super) is_ambiguous: Hint<bool>,
    /// The days that it may be, if known.
    pub(super) days: Hint<[Option<Day>; 2]>,
    /// The year that *last year* is, if known.
    pub(super) settled_year: Hint<Option<u32>>,
}

/// What the words of a date state.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum DateForm {
    /// A year, a month, a day of a month, or several of them.
    Calendar {
        /// The year.
        year: Option<u32>,
        /// The month, from 1 to 12.
        month: Option<u32>,
        /// The day of the month.
        day: Option<u32>,
    },
    /// A weekday; Monday is 0.
    Weekday(u32),
    /// The first year of a decade: *the 1990s*; *the nineties* leave the century open.
    Decade(u32),
    /// Days from the day of writing: *yesterday* is -1.
    Relative(i32),
    /// A period and how many from that of writing: *last week* is -1.
    Period(Period, i32),
}

/// As values are shown, whatever the language of the text.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Date {
    /// A date of which no more is known than its words state.
    pub(super) fn of(form: DateForm) -> Date {
        Date { form, is_ambiguous: Hint(false), days: Hint([None; 2]), settled_year: Hint(None) }
    }

    /// A date of the calendar.
    pub(super) fn calendar(year: Option<u32>, month: Option<u32>, day: Option<u32>) -> Date {
        Date::of(DateForm::Calendar { year, month, day })
    }

    /// Whether the words name a date in figures or a month, and not only from the day of writing.
    pub(in crate::difference) fn is_fixed(&self) -> bool {
        match self.form {
            DateForm::Calendar { .. } | DateForm::Decade(_) => true,
            DateForm::Weekday(_) | DateForm::Relative(_) | DateForm::Period(..) => false,
        }
    }

    /// Whether no part contradicts the other's, and at least one is shared, or both are one day.
    fn agrees(&self, other: &Date) -> bool {
        self.form.fits(other.form)
            || self.is_ambiguous.0 && self.form.turned().fits(other.form)
            || other.is_ambiguous.0 && self.form.fits(other.form.turned())
            // *last year* in a story of 2016 is *2015*
            || self.bare_year().is_some() && self.bare_year() == other.bare_year()
            || self.days.0.iter().flatten().any(|day| other.days.0.contains(&Some(*day)))
    }

    /// Whether the two are interchangeable: two weekdays are, a weekday and a year are not;
    /// a weekday and a day of a month are where it is known which days they are.
    fn is_comparable(&self, other: &Date) -> bool {
        let is_known = |date: &Date| date.days.0[0].is_some();
        self.form.is_like(other.form) || is_known(self) && is_known(other)
    }

    /// The year, where nothing else is stated.
    pub(super) fn bare_year(&self) -> Option<u32> {
        match self.form {
            DateForm::Calendar { year, month: None, .. } => year,
            DateForm::Period(..) => self.settled_year.0,
            DateForm::Calendar { .. }
            | DateForm::Weekday(_)
            | DateForm::Decade(_)
            | DateForm::Relative(_) => None,
        }
    }

    /// Whether nothing but a year is stated, and it is this number.
    fn is_bare_year(&self, number: Quantity) -> bool {
        matches!(self.form, DateForm::Calendar { year, month: None, day: None } if number.as_whole() == year.map(u128::from))
    }
}

impl DateForm {
    /// Whether no part contradicts the other's, and at least one is shared.
    fn fits(self, other: DateForm) -> bool {
        match (self, other) {
            (
                DateForm::Calendar { year, month, day },
                DateForm::Calendar { year: other_year, month: other_month, day: other_day },
            ) => {
                let parts = [(year, other_year), (month, other_month), (day, other_day)];
                let stated = |&(one, two): &(Option<u32>, Option<u32>)| one.zip(two);
                let mut both = parts.iter().filter_map(stated).peekable();
                both.peek().is_some() && both.all(|(one, two)| one == two)
            }
            (DateForm::Decade(one), DateForm::Decade(two)) if one.min(two) < 100 => one % 100 == two % 100,
            _ => self == other,
        }
    }

    /// The same with day and month in reverse order.
    fn turned(self) -> DateForm {
        match self {
            DateForm::Calendar { year, month, day } => DateForm::Calendar { year, month: day, day: month },
            DateForm::Weekday(_) | DateForm::Decade(_) | DateForm::Relative(_) | DateForm::Period(..) => self,
        }
    }

    /// Whether both state the same parts; only such dates can contradict each other.
    pub(super) fn is_like(self, other: DateForm) -> bool {
        match (self, other) {
            (
                DateForm::Calendar { year, month, day },
                DateForm::Calendar { year: other_year, month: other_month, day: other_day },
            ) => {
                // a year more or less does not keep two days from being compared
                (month.is_some(), day.is_some()) == (other_month.is_some(), other_day.is_some())
                    && (month.is_some() || year.is_some() == other_year.is_some())
            }
            (DateForm::Weekday(_) | DateForm::Relative(_), DateForm::Weekday(_) | DateForm::Relative(_)) => {
                true
            }
            _ => std::mem::discriminant(&self) == std::mem::discriminant(&other),
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.form {
            DateForm::Weekday(weekday) => f.write_str(WEEKDAYS[weekday as usize]),
            DateForm::Decade(decade) => write!(f, "{decade}s"),
            DateForm::Relative(days) => f.write_str(["yesterday", "today", "tomorrow"][(days + 1) as usize]),
            DateForm::Period(period, step) => {
                write!(f, "{} {}", ["last", "this", "next"][(step + 1) as usize], period.name())
            }
            DateForm::Calendar { year, month, day } => {
                match year {
                    Some(year) => write!(f, "{year}")?,
                    None => f.write_str("-")?,
                }
                for part in [month, day].into_iter().flatten() {
                    write!(f, "-{part:02}")?;
                }
                Ok(())
            }
        }
    }
}
