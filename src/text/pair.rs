//! A value for each side of a comparison: everything that both sides have is a [`Pair`].

use std::ops::{Index, IndexMut};

/// One of the two articles, by its position on the screen and on the command line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Side {
    /// The first article named; often the wire story.
    Left,
    /// The second article named; often the rewrite.
    Right,
}

impl Side {
    /// Left, then right.
    pub const BOTH: [Side; 2] = [Side::Left, Side::Right];

    /// The opposite side.
    #[must_use]
    pub fn other(self) -> Side {
        match self {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
        }
    }

    /// `left` or `right`, as JSON and messages spell it.
    pub fn name(self) -> &'static str {
        match self {
            Side::Left => "left",
            Side::Right => "right",
        }
    }
}

/// A value for each side.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Pair<T> {
    /// The left side's.
    pub left: T,
    /// The right side's.
    pub right: T,
}

impl<T> Pair<T> {
    /// The two values, left first.
    pub fn new(left: T, right: T) -> Pair<T> {
        Pair { left, right }
    }

    /// Computes the value of each side from the side.
    pub fn from_fn(mut make: impl FnMut(Side) -> T) -> Pair<T> {
        let left = make(Side::Left);
        Pair { left, right: make(Side::Right) }
    }

    /// References to both values.
    pub fn as_ref(&self) -> Pair<&T> {
        Pair { left: &self.left, right: &self.right }
    }

    /// Mutable references to both values.
    pub fn as_mut(&mut self) -> Pair<&mut T> {
        Pair { left: &mut self.left, right: &mut self.right }
    }

    /// Applies `f` to each side's value.
    pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> Pair<U> {
        let left = f(self.left);
        Pair { left, right: f(self.right) }
    }

    /// Pairs each side's value with that of `other` on the same side.
    pub fn zip<U>(self, other: Pair<U>) -> Pair<(T, U)> {
        Pair { left: (self.left, other.left), right: (self.right, other.right) }
    }

    /// The pair with its sides exchanged.
    #[must_use]
    pub fn swap(self) -> Pair<T> {
        Pair { left: self.right, right: self.left }
    }

    /// Both values with their sides, left first.
    pub fn sides(self) -> [(Side, T); 2] {
        [(Side::Left, self.left), (Side::Right, self.right)]
    }
}

impl<T> Pair<Option<T>> {
    /// A value on one side only.
    pub fn only(side: Side, value: T) -> Pair<Option<T>> {
        let pair = Pair { left: Some(value), right: None };
        if side == Side::Left { pair } else { pair.swap() }
    }

    /// The only side with a value, if exactly one has it.
    pub fn only_side(&self) -> Option<Side> {
        match (&self.left, &self.right) {
            (Some(_), None) => Some(Side::Left),
            (None, Some(_)) => Some(Side::Right),
            (None, None) | (Some(_), Some(_)) => None,
        }
    }

    /// Both values, if both sides have one.
    pub fn both(self) -> Option<Pair<T>> {
        Some(Pair { left: self.left?, right: self.right? })
    }
}

impl<T> Index<Side> for Pair<T> {
    type Output = T;
    fn index(&self, side: Side) -> &T {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }
}

impl<T> IndexMut<Side> for Pair<T> {
    fn index_mut(&mut self, side: Side) -> &mut T {
        match side {
            Side::Left => &mut self.left,
            Side::Right => &mut self.right,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_on_one_side_names_the_side() {
        for side in Side::BOTH {
            assert_eq!(Pair::only(side, 1).only_side(), Some(side));
        }
        assert_eq!(Pair::new(Some(1), Some(2)).only_side(), None);
    }

    #[test]
    fn swap_is_an_involution_and_follows_the_sides() {
        let pair = Pair::new(1, 2);
        assert_eq!(pair.swap().swap(), pair);
        for side in Side::BOTH {
            assert_eq!(pair[side], pair.swap()[side.other()]);
        }
    }
}
