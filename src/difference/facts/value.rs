//! Values: what the words of a fact come to, comparable across dresses.

use super::FactKind;
use super::date::Date;
use super::name::Name;
use super::quantity::Quantity;
use super::time::Time;

/// What a mention comes to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Value {
    /// A count or a measure.
    Number(Quantity),
    /// Equal parts of a whole: how many of how many.
    Part(u128, u128),
    /// A count that is only rough: *dozens*.
    Roughly(String),
    /// How often a whole is taken: *twice*, *three times*.
    Times(u128),
    /// What lies between two ends.
    Range(Box<(Value, Value)>),
    /// A place in an order: *third*, `3rd`.
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
}

impl Value {
    /// The sort of fact.
    pub(super) fn kind(&self) -> FactKind {
        match self {
            Value::Number(_) | Value::Part(..) | Value::Roughly(_) | Value::Times(_) | Value::Ordinal(_) => {
                FactKind::Number
            }
            Value::Range(ends) => ends.1.kind(),
            Value::Money(..) => FactKind::Money,
            Value::Percent(_) | Value::Points(_) => FactKind::Percent,
            Value::Date(_) => FactKind::Date,
            Value::Time(_) => FactKind::Time,
            Value::Name(_) => FactKind::Name,
            Value::Title(_) => FactKind::Title,
            Value::Place(_) => FactKind::Place,
        }
    }

    /// The value in one form for all dresses.
    pub(super) fn text(&self) -> String {
        match self {
            Value::Number(quantity) => quantity.to_string(),
            Value::Part(count, of) => format!("{count}/{of}"),
            Value::Roughly(words) => words.clone(),
            Value::Times(count) => format!("×{count}"),
            Value::Range(ends) => format!("{}–{}", ends.0.text(), ends.1.text()),
            Value::Ordinal(number) => format!("#{number}"),
            Value::Money(currency, quantity) => format!("{currency} {quantity}"),
            Value::Percent(quantity) => format!("{quantity}%"),
            Value::Points(quantity) => format!("{quantity} points"),
            Value::Date(date) => date.to_string(),
            Value::Time(time) => time.to_string(),
            Value::Name(name) => name.shown.clone(),
            Value::Title(title) | Value::Place(title) => title.clone(),
        }
    }

    /// Whether one says nothing that the other contradicts: *Putin* and *Vladimir
    /// Putin*, *Nov. 8* and *8 November 2017*.
    pub(super) fn agrees(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Date(one), Value::Date(two)) => one.agrees(two),
            // *2,000* may be read as a count where *2000* is read as a year
            (Value::Date(date), Value::Number(quantity)) | (Value::Number(quantity), Value::Date(date)) => {
                date.is_bare_year(*quantity)
            }
            (Value::Range(one), Value::Range(two)) => one.0.agrees(&two.0) && one.1.agrees(&two.1),
            (Value::Time(one), Value::Time(two)) => one.agrees(two),
            (Value::Name(one), Value::Name(two)) => one.agrees(two),
            (Value::Name(name), Value::Place(place)) | (Value::Place(place), Value::Name(name)) => {
                name.is_initials_of_place(place)
            }
            (Value::Percent(share), Value::Part(count, of))
            | (Value::Part(count, of), Value::Percent(share)) => share.is_part(*count, *of),
            _ => self == other,
        }
    }

    /// Whether the two could stand for each other, so that one in the place of the
    /// other is an alteration: two weekdays may, a weekday and a year may not.
    pub(super) fn is_comparable(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Date(one), Value::Date(two)) => one.is_comparable(two),
            // *£25,000 to £30,000* for *£25,000*
            (Value::Range(ends), other) | (other, Value::Range(ends)) => {
                ends.0.is_comparable(other) || matches!(other, Value::Range(_)) && self.kind() == other.kind()
            }
            // *$12* for *12*, *percentage points* for *percent*
            (
                Value::Number(_) | Value::Money(..) | Value::Percent(_) | Value::Points(_),
                Value::Number(_) | Value::Money(..) | Value::Percent(_) | Value::Points(_),
            )
            | (Value::Part(..), Value::Part(..))
            | (Value::Roughly(_), Value::Roughly(_))
            | (Value::Times(_), Value::Times(_))
            | (Value::Ordinal(_), Value::Ordinal(_))
            | (Value::Time(_), Value::Time(_))
            // *Paris* for *Anna Berg*
            | (Value::Name(_) | Value::Place(_), Value::Name(_) | Value::Place(_))
            | (Value::Title(_), Value::Title(_)) => true,
            _ => false,
        }
    }

    /// Whether the two are most likely one name, misspelt in one of them: *Kasmir*, *Kashmir*.
    pub(super) fn is_misspelt(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Name(one), Value::Name(two)) => one.is_misspelt(&two.words),
            (Value::Name(name), Value::Place(place)) | (Value::Place(place), Value::Name(name)) => {
                name.is_misspelt(&place.split(' ').map(str::to_owned).collect::<Vec<_>>())
            }
            _ => false,
        }
    }

    /// Whether one is a range and the other one of its ends.
    pub(super) fn is_end_of(&self, other: &Value) -> bool {
        let within = |range: &Value, end: &Value| {
            if let Value::Range(ends) = range { ends.0.agrees(end) || ends.1.agrees(end) } else { false }
        };
        within(self, other) || within(other, self)
    }

    /// The number that it counts.
    pub(super) fn figure(&self) -> Option<Quantity> {
        match self {
            Value::Number(quantity)
            | Value::Money(_, quantity)
            | Value::Percent(quantity)
            | Value::Points(quantity) => Some(*quantity),
            Value::Part(..)
            | Value::Roughly(_)
            | Value::Times(_)
            | Value::Range(..)
            | Value::Ordinal(_)
            | Value::Date(_)
            | Value::Time(_)
            | Value::Name(_)
            | Value::Title(_)
            | Value::Place(_) => None,
        }
    }

    /// The same with another number, where it counts one.
    pub(super) fn with_figure(mut self, number: Quantity) -> Value {
        if let Value::Number(quantity)
        | Value::Money(_, quantity)
        | Value::Percent(quantity)
        | Value::Points(quantity) = &mut self
        {
            *quantity = number;
        }
        self
    }
}
