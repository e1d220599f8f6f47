//! Keys under which values that agree are found without comparing all pairs.

use super::value::{Date, DateForm, Day, FactValue, Name, Time};

/// What a value can be found by; `FactMention::states_the_same` has the last word.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(super) enum Key {
    /// The value itself.
    Value(FactValue),
    /// The last word of a name.
    Last(String),
    /// The first word of a name.
    First(String),
    /// The first letters of the words of a name or place.
    Initials(String),
    /// A month and its day.
    MonthDay(u32, u32),
    /// A month.
    Month(u32),
    /// A year.
    Year(u32),
    /// A day.
    Day(Day),
    /// An hour of either half of the day, and a minute.
    Clock(u32, u32),
}

/// The keys that a value is listed under.
pub(super) fn keys(value: &FactValue) -> Vec<Key> {
    let mut keys = vec![Key::Value(value.clone())];
    match value {
        FactValue::Name(name) => {
            keys.extend(name.last().map(|word| Key::Last(word.to_owned())));
            keys.extend(name.words.0.first().map(|word| Key::First(word.clone())));
            keys.extend(initials(name.shown.split([' ', '-'])).map(Key::Initials));
        }
        FactValue::Place(place) => keys.extend(initials(place.split(' ')).map(Key::Initials)),
        FactValue::Date(date) => {
            keys.extend(parts(date));
            keys.extend(date.days.0.iter().flatten().map(|&day| Key::Day(day)));
        }
        FactValue::Time(time) => keys.push(clock(time)),
        FactValue::Number(_)
        | FactValue::Fraction(..)
        | FactValue::Rough(_)
        | FactValue::Times(_)
        | FactValue::Ordinal(_)
        | FactValue::Money(..)
        | FactValue::Percent(_)
        | FactValue::Points(_)
        | FactValue::Title(_)
        | FactValue::Range(_) => {}
    }
    keys
}

/// The keys under which a statement of a value may be listed; a mention that states less, as a year
/// states less than a day, is not among them.
pub(super) fn wanted(value: &FactValue) -> Vec<Key> {
    let mut keys = vec![Key::Value(value.clone())];
    match value {
        FactValue::Name(name) => {
            keys.extend(name.last().map(|word| Key::Last(word.to_owned())));
            if let ([word], false) = (&name.words.0[..], name.shown.contains(' ')) {
                keys.extend([Key::First(word.clone()), Key::Initials(word.clone())]);
            }
            keys.extend(initials(name.shown.split([' ', '-'])).map(Key::Last));
        }
        FactValue::Place(place) => keys.extend(initials(place.split(' ')).map(Key::Last)),
        FactValue::Date(date) => {
            keys.extend(parts(date).next());
            keys.extend(date.days.0.iter().flatten().map(|&day| Key::Day(day)));
        }
        FactValue::Time(time) => keys.push(clock(time)),
        FactValue::Number(_)
        | FactValue::Fraction(..)
        | FactValue::Rough(_)
        | FactValue::Times(_)
        | FactValue::Ordinal(_)
        | FactValue::Money(..)
        | FactValue::Percent(_)
        | FactValue::Points(_)
        | FactValue::Title(_)
        | FactValue::Range(_) => {}
    }
    keys
}

impl Name {
    fn last(&self) -> Option<&str> {
        self.words.0.last().map(String::as_str)
    }
}

/// The first letters of words with a capital, if there are several.
fn initials<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let first = words.filter_map(|word| word.chars().next()).filter(|c| c.is_alphabetic());
    let initials: String = first.filter(|c| c.is_uppercase()).flat_map(char::to_lowercase).collect();
    (initials.chars().count() > 1).then_some(initials)
}

fn clock(time: &Time) -> Key {
    Key::Clock(time.hour % 12, time.minute)
}

/// What a date states, the most exact first.
fn parts(date: &Date) -> impl Iterator<Item = Key> {
    let (year, month, day) = match date.form {
        DateForm::Calendar { year, month, day } => (year, month, day),
        DateForm::Period(..) => (date.bare_year(), None, None),
        DateForm::Weekday(_) | DateForm::Decade(_) | DateForm::Relative(_) => (None, None, None),
    };
    let day = month.zip(day).map(|(month, day)| Key::MonthDay(month, day));
    [day, month.map(Key::Month), year.map(Key::Year)].into_iter().flatten()
}
