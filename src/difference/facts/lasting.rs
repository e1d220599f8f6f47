//! How long something took, in one unit for all: *one year* is *12 months*, *two weeks* are *14 days*.
//!
//! Months have no fixed number of days, so years and months are one family, weeks, days
//! and hours another. Invariant: only counts before a unit of time last.

use super::value::Value;
use super::words::Word;

/// A length of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Lasting {
    /// How many.
    count: u128,
    /// The unit that they are counted in.
    unit: &'static str,
}

/// How long a value lasts, where the word behind it is a unit of time.
pub(super) fn of(value: &Value, unit: Option<&Word<'_>>) -> Option<Lasting> {
    let unit = unit.filter(|unit| unit.follows())?;
    let (base, times) = match unit.lexicon.units.get(unit.folded)? {
        "month" => ("month", 1),
        "year" => ("month", 12),
        "decade" => ("month", 120),
        "century" => ("month", 1_200),
        "minute" => ("minute", 1),
        "hour" => ("minute", 60),
        "day" => ("minute", 1_440),
        "week" => ("minute", 10_080),
        _ => return None,
    };
    let quantity = match value {
        Value::Number(quantity) => *quantity,
        Value::Part(..)
        | Value::Roughly(_)
        | Value::Times(_)
        | Value::Range(..)
        | Value::Ordinal(_)
        | Value::Money(..)
        | Value::Percent(_)
        | Value::Points(_)
        | Value::Date(_)
        | Value::Time(_)
        | Value::Name(_)
        | Value::Title(_)
        | Value::Place(_) => return None,
    };
    Some(Lasting { count: quantity.times(times)?.as_whole()?, unit: base })
}

#[cfg(test)]
mod tests {
    use crate::difference::sample::check;

    #[test]
    fn other_units_of_one_length_are_the_same() {
        check(
            "It took one year to do.",
            "It took 12 months to do.",
            &["low wording [-one year-]{+12 months+}"],
        );
        check(
            "It took 18 months to do.",
            "It took 1.5 years to do.",
            &["low wording [-18 months-]{+1.5 years+}"],
        );
        check(
            "It took two weeks to do.",
            "It took 14 days to do.",
            &["low wording [-two weeks-]{+14 days+}"],
        );
    }

    #[test]
    fn other_lengths_differ_once() {
        check("It took one year to do.", "It took 13 months to do.", &["medium number [-one-]{+13+}"]);
    }
}
