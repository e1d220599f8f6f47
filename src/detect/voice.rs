//! Who can say something: people, bodies that speak, and documents; never a thing.
//!
//! Asked of every find before it counts. Nouns that speak are in the lists; a thing may have an
//! owner who speaks, and a plain *said* lets any noun speak.

use crate::lexicon::{WordClass, WordClasses};
use std::ops::Range;

use super::outline::Outline;
use super::phrase::noun_end;

/// Whose voice a noun phrase is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Voice {
    /// Its own: *the lawyer*, *Anna Berg*, *the report*.
    Own,
    /// That of its owner: *Berg’s support*, *her endorsement*.
    Owner(Range<usize>),
    /// Nobody’s: *the unrest*.
    None,
}

/// Whose voice the mention of a speaker is, given the words that say that it speaks.
pub(super) fn voice(outline: &Outline, mention: &Range<usize>, cue: Option<&Range<usize>>) -> Voice {
    // she, another, who
    let stand_ins = WordClass::Pronoun | WordClass::Possessive | WordClass::Indefinite;
    if mention.len() == 1 && outline.is(mention.start, stand_ins) {
        return Voice::Own;
    }
    let last = noun_end(outline, mention) - 1;
    let mut inside = mention.start..last;
    let heads = WordClasses::SPEAKER.with(WordClass::Aged | WordClass::Indefinite);
    let is_noun = |at: usize| outline.is(at, heads) && !outline.items[at].possessive;
    let is_owned = outline.is(mention.start, WordClass::Possessive)
        || inside.clone().any(|at| outline.items[at].possessive);
    // the pensive one wrote: any noun speaks where it is said
    let is_said = |at: usize| {
        outline.is(at, WordClass::Say) && !outline.is(at, WordClass::Ing) && !outline.is(at, WordClass::Noun)
    };
    let speaks = outline.is_name(last)
        || is_noun(last)
        || starts_with_subject(outline, mention)
        || !is_owned && inside.any(|at| is_noun(at) && !outline.is_name(at))
        || cue.is_some_and(|cue| is_said(cue.start));
    if speaks {
        return Voice::Own;
    }
    owner(outline, mention.start..last).map_or(Voice::None, Voice::Owner)
}

/// `Berg took to the air to accuse`: the name at the head of a whole clause is its subject.
fn starts_with_subject(outline: &Outline, clause: &Range<usize>) -> bool {
    let verbs = WordClasses::CUE.with(WordClass::Past | WordClass::Auxiliary | WordClass::GoesOn);
    let name = outline.name_at(clause.clone()).filter(|name| !outline.items[name.end - 1].possessive);
    name.is_some_and(|name| name.end < clause.end && outline.is(name.end, verbs))
}

/// Who owns what a phrase is about: *her*, *Berg’s*; a place owns no words.
fn owner(outline: &Outline, within: Range<usize>) -> Option<Range<usize>> {
    let first = within.start;
    let is_hers = outline.is(first, WordClass::Possessive) && outline.is(first, WordClasses::GENDER);
    if is_hers && !within.is_empty() {
        return Some(first..first + 1);
    }
    let mut owners = outline.names(within).filter(|name| outline.items[name.end - 1].possessive);
    owners.next().filter(|name| !outline.names_body(name))
}
