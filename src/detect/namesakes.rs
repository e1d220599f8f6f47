//! The people who share a last name, distinguished by first name and gender.

use std::collections::HashMap;
use std::ops::Range;

use crate::quotation::Gender;

/// Somebody who is named in the article.
#[derive(Clone, Debug)]
pub(crate) struct Person<'a> {
    /// The items of the fullest name.
    pub(crate) name: Range<usize>,
    pub(crate) first: Option<&'a str>,
    pub(crate) gender: Option<Gender>,
    /// How often the article has the full name.
    pub(crate) mentions: usize,
}

impl Person<'_> {
    /// Whether somebody can be of a gender.
    fn may_be(&self, gender: Option<Gender>) -> bool {
        gender.is_none() || self.gender.is_none() || self.gender == gender
    }
}

/// The people of one last name, as places in the list of all people.
#[derive(Default)]
pub(crate) struct Namesakes<'a> {
    /// In the order in which the article introduces them.
    all: Vec<usize>,
    by_first: HashMap<&'a str, Vec<usize>>,
    /// Those without a first name, at most one of each gender.
    unnamed: Vec<usize>,
    /// How many at the head of `all` are known to be of the other gender than this.
    skipped: HashMap<Option<Gender>, usize>,
    /// The one with the most mentions: of all, and of those who may be of a gender.
    foremost: HashMap<Option<Gender>, usize>,
}

impl<'a> Namesakes<'a> {
    /// The first person to whom a mention may refer.
    pub(crate) fn same(
        &mut self,
        persons: &[Person],
        first: Option<&str>,
        gender: Option<Gender>,
    ) -> Option<usize> {
        let Some(first) = first else { return self.first_of(persons, gender) };
        let named = self.by_first.get(first).into_iter().flatten();
        let unnamed = self.unnamed.iter().filter(|at| persons[**at].may_be(gender));
        named.chain(unnamed).min().copied()
    }

    /// The first person who may be of a gender.
    fn first_of(&mut self, persons: &[Person], gender: Option<Gender>) -> Option<usize> {
        let skipped = self.skipped.entry(gender).or_default();
        // a gender that is known does not change: nobody is skipped in error
        let others = self.all[*skipped..].iter().take_while(|at| !persons[**at].may_be(gender));
        *skipped += others.count();
        self.all.get(*skipped).copied()
    }

    /// Adds a person.
    pub(crate) fn add(&mut self, person: usize, first: Option<&'a str>) {
        self.all.push(person);
        match first {
            Some(first) => self.by_first.entry(first).or_default().push(person),
            None => self.unnamed.push(person),
        }
    }

    /// Notes the first name of a person who had none.
    pub(crate) fn name(&mut self, person: usize, first: &'a str) {
        self.unnamed.retain(|at| *at != person);
        self.by_first.entry(first).or_default().push(person);
    }

    /// Notes who has the most mentions, once all people are known.
    pub(crate) fn rank(&mut self, persons: &[Person]) {
        for named in self.by_first.values_mut() {
            named.sort_unstable();
        }
        for gender in [None, Some(Gender::Masculine), Some(Gender::Feminine)] {
            let fitting = self.all.iter().copied().filter(|at| persons[*at].may_be(gender));
            self.foremost.extend(foremost(persons, fitting).map(|at| (gender, at)));
        }
    }

    /// The person with the most mentions to whom a name may refer.
    pub(crate) fn foremost(
        &self,
        persons: &[Person],
        first: Option<&str>,
        gender: Option<Gender>,
    ) -> Option<usize> {
        let Some(first) = first else { return self.foremost.get(&gender).copied() };
        let named = self.by_first.get(first).into_iter().flatten();
        let mut fitting: Vec<usize> =
            named.chain(&self.unnamed).copied().filter(|at| persons[*at].may_be(gender)).collect();
        fitting.sort_unstable();
        foremost(persons, fitting.into_iter())
    }
}

/// The first of those with the most mentions.
fn foremost(persons: &[Person], people: impl Iterator<Item = usize>) -> Option<usize> {
    people.reduce(|one, other| if persons[other].mentions > persons[one].mentions { other } else { one })
}
