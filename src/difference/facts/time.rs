//! Times of day: `5 a.m.` is `5am` and `05:00`.

use std::fmt;

use super::value::Value;
use super::words::Word;
use crate::text::Span;

/// A time of day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Time {
    hour: u32,
    minute: u32,
    /// Whether the half of the day is left open, as in *five o’clock*.
    open: bool,
}

impl Time {
    /// Whether both may be the same time.
    pub(super) fn agrees(&self, other: &Time) -> bool {
        let hours = if self.open || other.open { 12 } else { 24 };
        self.hour % hours == other.hour % hours && self.minute == other.minute
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// The time at `at`, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    let word = &words[at];
    let named = |hour| Some((Value::Time(Time { hour, minute: 0, open: false }), 1));
    if let Some(hour) = word.listed.clock.and_then(|value| value.strip_prefix("at ")) {
        return named(hour.parse().ok()?);
    }
    let digits = word.raw.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        // *five o’clock*, *five a.m.*: small words fold to digits
        let hour: u32 = word.folded.parse().ok()?;
        return with_half(words, at + 1, hour, 0).map(|(time, length)| (time, length + 1));
    }
    let suffix = Span::new(digits.len(), word.raw.len()).of(word.raw).to_lowercase().replace('.', "");
    // *18h30* is one word where hours are marked so
    let hours = word.lexicon.clock.get("h") == Some("exact");
    let clock = digits.split_once(|c: char| matches!(c, ':' | '.') || hours && c == 'h');
    let (hour, minute): (u32, u32) = match clock {
        Some((hour, minute)) if minute.len() == 2 => (hour.parse().ok()?, minute.parse().ok()?),
        Some(_) => return None,
        None => (digits.parse().ok()?, 0),
    };
    if hour > 24 || minute > 59 {
        return None;
    }
    if let Some(half) = half(word.lexicon.clock.get(&suffix)) {
        return Some((Value::Time(half.apply(hour, minute)?), 1));
    }
    if !suffix.is_empty() {
        return None;
    }
    if let Some((time, length)) = with_half(words, at + 1, hour, minute) {
        return Some((time, length + 1));
    }
    let is_clock = digits.contains([':', 'h']);
    is_clock.then_some((Value::Time(Time { hour, minute, open: false }), 1))
}

/// Which half of the day an hour is of.
#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
    Open,
    /// None: hours are counted to 24.
    Exact,
}

impl Half {
    fn apply(self, hour: u32, minute: u32) -> Option<Time> {
        let hours = match self {
            Half::Morning | Half::Afternoon | Half::Open => 1..=12,
            Half::Exact => 0..=24,
        };
        if !hours.contains(&hour) {
            return None;
        }
        Some(match self {
            Half::Exact => Time { hour: hour % 24, minute, open: false },
            Half::Morning => Time { hour: hour % 12, minute, open: false },
            Half::Afternoon => Time { hour: hour % 12 + 12, minute, open: false },
            Half::Open => Time { hour: hour % 12, minute, open: true },
        })
    }
}

fn half(value: Option<&str>) -> Option<Half> {
    Some(match value? {
        "morning" => Half::Morning,
        "afternoon" => Half::Afternoon,
        "open" => Half::Open,
        "exact" => Half::Exact,
        _ => return None,
    })
}

/// The time that an hour and the word at `at` make.
fn with_half(words: &[Word<'_>], at: usize, hour: u32, minute: u32) -> Option<(Value, usize)> {
    let word = words.get(at).filter(|word| word.follows())?;
    // *à 18 heures*, but not *pendant 18 heures*
    let is_counted = word.listed.clock == Some("counted")
        && at.checked_sub(2).is_some_and(|before| words[before].listed.clock == Some("before-hour"));
    let half = if is_counted { Half::Exact } else { half(word.listed.clock)? };
    let time = half.apply(hour, minute)?;
    // *18 h 30*
    let behind = match half {
        Half::Exact if minute == 0 => words.get(at + 1).filter(|behind| behind.follows()),
        Half::Exact | Half::Morning | Half::Afternoon | Half::Open => None,
    };
    let minute = behind.filter(|behind| behind.raw.len() == 2).and_then(|behind| behind.raw.parse().ok());
    Some(match minute.filter(|minute| *minute < 60) {
        Some(minute) => (Value::Time(Time { minute, ..time }), 2),
        None => (Value::Time(time), 1),
    })
}
