//! The values of word lists, as types: no stage compares the text of a value.
//!
//! A [`ValueList`] reads the text after the tab of an entry as a value of its type. A test reads every
//! entry of every language, and looks for each role in the files.

use std::marker::PhantomData;
use std::ops::Deref;

use enumset::{EnumSet, EnumSetType};

use super::list::WordList;

/// The most words of an entry in a [`ValueList`] and in the list of places.
pub const MOST_WORDS: usize = 5;

/// What a list says of an entry.
pub trait Value: Copy + PartialEq {
    /// The role names that occur in the values.
    const ROLES: &'static [&'static str] = &[];

    /// The value that the text of an entry gives; none where no value is written so.
    fn parse(text: &'static str) -> Option<Self>;
}

/// A word list with values of one type.
#[derive(Debug)]
pub struct ValueList<T> {
    pub(super) list: WordList,
    value: PhantomData<T>,
}

impl<T> Clone for ValueList<T> {
    fn clone(&self) -> ValueList<T> {
        *self
    }
}

impl<T> Copy for ValueList<T> {}

impl<T: Value> ValueList<T> {
    pub(super) const fn new(list: WordList) -> ValueList<T> {
        ValueList { list, value: PhantomData }
    }

    /// What the list says of some words, spelled exactly so.
    pub fn get(self, words: &str) -> Option<T> {
        self.list.get(words).and_then(T::parse)
    }

    /// All entries with their values.
    pub fn entries(self) -> impl Iterator<Item = (&'static str, T)> {
        self.list.entries().filter_map(|(words, text)| Some((words, T::parse(text)?)))
    }

    /// The entries that the word ends with, the longest first: how many bytes precede each, and its value.
    pub fn endings(self, word: &str) -> impl Iterator<Item = (usize, T)> {
        self.list.endings(word).filter_map(|(at, text)| Some((at, T::parse(text)?)))
    }

    /// The longest entry that some words begin with: how many words it has, and its value.
    pub fn longest<'a>(self, words: impl Iterator<Item = &'a str>) -> Option<(usize, T)> {
        let (length, text) = self.list.longest(words.take(MOST_WORDS))?;
        Some((length, T::parse(text)?))
    }
}

impl<T> Deref for ValueList<T> {
    type Target = WordList;

    fn deref(&self) -> &WordList {
        &self.list
    }
}

/// How a test reads the values of a list; those of some lists are words.
#[cfg(test)]
pub(super) trait TestValues {
    const ROLES: &'static [&'static str] = &[];

    fn is_known(_: &'static str) -> bool {
        true
    }
}

#[cfg(test)]
impl TestValues for WordList {}

#[cfg(test)]
impl<T: Value> TestValues for ValueList<T> {
    const ROLES: &'static [&'static str] = T::ROLES;

    fn is_known(text: &'static str) -> bool {
        T::parse(text).is_some()
    }
}

#[cfg(test)]
impl<T> From<ValueList<T>> for WordList {
    fn from(list: ValueList<T>) -> WordList {
        list.list
    }
}

/// A list without values.
impl Value for () {
    fn parse(text: &'static str) -> Option<()> {
        text.is_empty().then_some(())
    }
}

/// Several roles, separated by blanks.
impl<R: Value + EnumSetType> Value for EnumSet<R> {
    const ROLES: &'static [&'static str] = R::ROLES;

    fn parse(text: &'static str) -> Option<EnumSet<R>> {
        text.split(' ').map(R::parse).collect()
    }
}
