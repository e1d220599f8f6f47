//! Quantities: exact decimals, because `1.1 million` must equal `1,100,000`.
//!
//! The sign is part of the value: a lost minus is another number.

use std::fmt;

/// A decimal number: digits times a power of ten, without a zero at the end of the digits.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Quantity {
    digits: i128,
    exponent: i32,
}

/// On which side of zero a figure is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sign {
    /// `−5`, *minus five*, *five below zero*.
    Minus,
    /// `+5`, *five above zero*: the same value as without it.
    Plus,
}

impl Quantity {
    /// One.
    pub(super) const ONE: Quantity = Quantity { digits: 1, exponent: 0 };

    /// A whole number; none where it is too large.
    pub(super) fn whole(number: u128) -> Option<Quantity> {
        Some(Quantity::decimal(number.try_into().ok()?, 0))
    }

    pub(super) fn decimal(mut digits: i128, mut exponent: i32) -> Quantity {
        if digits == 0 {
            exponent = 0;
        }
        while digits != 0 && digits % 10 == 0 {
            digits /= 10;
            exponent += 1;
        }
        Quantity { digits, exponent }
    }

    /// The number of digits with at most one decimal point.
    pub(super) fn parse(digits: &str) -> Option<Quantity> {
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all = format!("{whole}{fraction}").parse().ok().filter(|_| digits.len() <= 30)?;
        Some(Quantity::decimal(all, -i32::try_from(fraction.len()).ok()?))
    }

    /// The number on this side of zero.
    pub(super) fn signed(self, sign: Sign) -> Quantity {
        let size = self.digits.abs();
        Quantity { digits: if sign == Sign::Minus { -size } else { size }, ..self }
    }

    /// Whether it is less than zero.
    pub(super) fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// The number, where it is a whole one that is neither negative nor too large.
    pub(super) fn as_whole(self) -> Option<u128> {
        let power = 10u128.checked_pow(self.exponent.try_into().ok()?)?;
        u128::try_from(self.digits).ok()?.checked_mul(power)
    }

    /// The number as a float, which may be less exact.
    pub(in crate::difference) fn as_float(self) -> f64 {
        self.digits as f64 * 10f64.powi(self.exponent)
    }

    /// Whether the number of hundredths is `count` parts of `of`, rounded or cut to as many
    /// digits as it has: *33* and *33.3* are a third, *66* and *67* two.
    pub(super) fn is_part(self, count: u128, of: u128) -> bool {
        let shares = || {
            let places = u32::try_from(-self.exponent.min(0)).ok()?;
            let own = self.as_whole().or(self.digits.try_into().ok())?;
            let whole = 10u128.checked_pow(places)?.checked_mul(100)?.checked_mul(count)?;
            Some((own.checked_mul(of)?, whole))
        };
        let Some((own, whole)) = shares() else { return false };
        let is_cut = own <= whole && whole - own < of;
        let is_rounded = own.abs_diff(whole).checked_mul(2).is_some_and(|twice| twice <= of);
        is_cut || is_rounded
    }

    /// Whether it is less than the other; of numbers that differ in the sixteenth digit, neither is.
    pub(super) fn is_below(self, other: Quantity) -> bool {
        self.as_float() < other.as_float()
    }

    /// The number in the thousands, millions or billions of one that is larger: the 2 of *2 to 3 million*.
    pub(super) fn leveled(self, other: Quantity) -> Quantity {
        let mut powers = [12, 9, 6, 3].into_iter().map(|power| self.scaled(power));
        powers.find(|scaled| scaled.is_below(other)).unwrap_or(self)
    }

    /// The number taken so many times; 1.5 years have 18 months.
    pub(super) fn times(self, times: i128) -> Option<Quantity> {
        Some(Quantity::decimal(self.digits.checked_mul(times)?, self.exponent))
    }

    /// The power of ten of its last thousands: 6 for two million.
    pub(super) fn thousands(self) -> i32 {
        self.exponent.max(0) / 3 * 3
    }

    /// Whether it is no whole number.
    pub(super) fn is_fraction(self) -> bool {
        self.exponent < 0
    }

    /// The number times ten to the `power`.
    pub(super) fn scaled(self, power: i32) -> Quantity {
        Quantity::decimal(self.digits, self.exponent + power)
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_negative() {
            f.write_str("-")?;
        }
        let digits = self.digits.unsigned_abs().to_string();
        let places = self.exponent.unsigned_abs() as usize;
        if self.exponent >= 0 {
            return write!(f, "{digits}{}", "0".repeat(places.min(40)));
        }
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = padded.split_at(padded.len() - places);
        write!(f, "{whole}.{fraction}")
    }
}
