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

impl Agreement {
    /// They may be one, if something in the articles says so.
    pub(super) fn perhaps(may_be: bool) -> Agreement {
        if may_be { Agreement::Perhaps } else { Agreement::Other }
    }
}

/// Whether both have a gender, and not the same.
pub(super) fn differ_in_gender(one: &Party, other: &Party) -> bool {
    one.gender.zip(other.gender).is_some_and(|(one, other)| one != other)
}

/// Whether two lists have a word in common.
pub(super) fn share_word(one: &[String], two: &[String]) -> bool {
    one.iter().any(|word| two.contains(word))
}

/// Whether all words of a list are in the other.
pub(super) fn is_within(short: &[String], long: &[String]) -> bool {
    short.iter().all(|word| long.contains(word))
}
