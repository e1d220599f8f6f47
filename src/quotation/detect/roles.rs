//! Who was introduced as what: *Udo Kern, a lawyer*, *Anna, 22,*; *the lawyer* and *the
//! 22-year-old* later on are they.
//!
//! One pass over the names of an article, each looked at with a fixed number of words around it.

use crate::lexicon::WordClass;
use std::collections::HashMap;
use std::ops::Range;

use super::attribution::is_age;
use super::outline::{Gap, Outline};

/// Words of an introduction behind the name: *a 25-year-old manager from Ulm*.
const REACH: usize = 10;

/// The names of an article by the roles and ages that they were introduced with, in order.
#[derive(Default)]
pub(super) struct Roles {
    introduced: HashMap<String, Vec<Range<usize>>>,
}

impl Roles {
    /// Takes in what stands around a name.
    pub(super) fn note(&mut self, outline: &Outline, name: &Range<usize>) {
        if let Some(before) = name.start.checked_sub(1) {
            let gap = outline.items[before].gap;
            let closes = outline.items[name.end - 1].gap.has(Gap::COMMA);
            // the lawyer Udo Kern; the lawyer, Udo Kern,
            if !gap.has(Gap::ANY) || gap.has(Gap::COMMA) && closes && outline.is(before, WordClass::Person) {
                self.note_role(outline, before, name);
            }
        }
        for at in name.clone().filter(|&at| outline.is(at, WordClass::Title)) {
            self.add(title(outline, at), name);
        }
        let last = name.end - 1;
        if is_age(outline, name.end) {
            self.add(outline.word(name.end).to_owned(), name);
        }
        let gap = outline.items[last].gap;
        if outline.items[last].possessive || !(gap.has(Gap::COMMA) || gap.has(Gap::OPEN)) {
            return;
        }
        // Udo Kern, a lawyer in Ulm,
        for at in name.end..outline.items.len().min(name.end + REACH) {
            let item = &outline.items[at];
            let is_over = item.piece.is_some()
                || item.class.is(WordClass::Clause)
                || item.class.is(WordClass::Preposition)
                || item.class.is(WordClass::Pronoun)
                || outline.is_name(at) && at == name.end;
            if is_over {
                break;
            }
            self.note_role(outline, at, name);
            if item.gap.has(Gap::ANY) && !item.gap.has(Gap::OTHER) && !is_age(outline, at) {
                break;
            }
        }
    }

    fn note_role(&mut self, outline: &Outline, at: usize, name: &Range<usize>) {
        let item = &outline.items[at];
        if item.capital || item.piece.is_some() || item.possessive {
            return;
        }
        if item.class.is(WordClass::Aged) {
            self.add(age(outline.word(at)), name);
        } else if item.class.is(WordClass::Person) {
            self.add(title(outline, at), name);
        }
    }

    fn add(&mut self, role: String, name: &Range<usize>) {
        self.introduced.entry(role).or_default().push(name.clone());
    }

    /// The names introduced with the role or age of a noun before it, the nearest first.
    pub(super) fn introduced(&self, outline: &Outline, noun: usize) -> impl Iterator<Item = Range<usize>> {
        let role =
            if outline.is(noun, WordClass::Aged) { age(outline.word(noun)) } else { title(outline, noun) };
        let names = self.introduced.get(&role).map_or(&[][..], Vec::as_slice);
        let before = names.partition_point(|name| name.end <= noun);
        names[..before].iter().rev().cloned()
    }
}

/// A role as it is compared: *Sen.* and *senator* are one.
fn title(outline: &Outline, at: usize) -> String {
    let word = outline.word(at).to_lowercase();
    match outline.lexicon.titles.get(&word).filter(|common| !common.is_empty()) {
        Some(common) => common.to_owned(),
        None => word,
    }
}

/// The digits of *22-year-old*.
fn age(word: &str) -> String {
    word.chars().take_while(char::is_ascii_digit).collect()
}
