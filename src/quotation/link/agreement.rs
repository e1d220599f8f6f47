//! How far two speakers agree.

use crate::quotation::Party;

/// How far two speakers agree, from not at all.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Agreement {
    /// Two by name.
    Two,
    /// Nothing in the articles makes them one.
    Other,
    /// They may be one: *the Kremlin* and its spokesman, *the man* and a man’s name.
    Perhaps,
    /// One person or body.
    One,
}

/// Whether both have a gender, and not the same.
pub(super) fn differ_in_gender(one: &Party, other: &Party) -> bool {
    one.gender.zip(other.gender).is_some_and(|(one, other)| one != other)
}
