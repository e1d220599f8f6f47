//! Who can say something: people, bodies that speak, and what is written; never a thing.
//!
//! Asked of every find before it counts. Nouns that speak stand in the lists; what does not
//! may still have an owner who does, and a plain *said* lets any noun speak.

use crate::lexicon::{WordClass, WordClasses};
use std::ops::Range;

use super::outline::{Gap, Outline};

/// Whose voice a noun phrase is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Voice {
    /// Its own: *the lawyer*, *Anna Berg*, *the report*.
    Own,
    /// That of whoever it belongs to: *Berg’s support*, *her endorsement*.
    Owner(Range<usize>),
    /// Nobody’s: *the unrest*.
    None,
}

/// Whose voice the mention of a speaker is, beside the words that say that it speaks.
pub(super) fn voice(outline: &Outline, mention: &Range<usize>, cue: Option<&Range<usize>>) -> Voice {
    if mention.len() == 1 && is_stand_in(outline, mention.start) {
        return Voice::Own;
    }
    let end = phrase_end(outline, mention);
    let speaks = |at: usize| {
        let item = &outline.items[at];
        let heads = WordClasses::SPEAKER.with(WordClass::Aged | WordClass::Indefinite);
        outline.is_name(at) || !item.possessive && item.class.is(heads)
    };
    let last = end - 1;
    let is_owned = (mention.start..last).any(|at| outline.items[at].possessive)
        || outline.is(mention.start, WordClass::Possessive);
    if speaks(last)
        || starts_with_subject(outline, mention)
        || !is_owned && (mention.start..last).any(|at| speaks(at) && !outline.is_name(at))
    {
        return Voice::Own;
    }
    // the pensive one wrote: whatever it is, it speaks
    let says = |cue: &Range<usize>| {
        let is = |class| outline.is(cue.start, class);
        is(WordClass::Say) && !is(WordClass::Ing) && !is(WordClass::Noun)
    };
    if cue.is_some_and(says) {
        return Voice::Own;
    }
    owner(outline, mention.start..last).map_or(Voice::None, Voice::Owner)
}

/// `Berg took to the air to accuse`: the name at the head of a whole clause is its subject.
fn starts_with_subject(outline: &Outline, clause: &Range<usize>) -> bool {
    let Some(name) = outline.names(clause.clone()).into_iter().next() else { return false };
    let verbs = WordClasses::CUE.with(WordClass::Past | WordClass::Auxiliary | WordClass::GoesOn);
    let verb = name.end < clause.end && outline.is(name.end, verbs);
    name.start == clause.start
        && verb
        && outline.runs_on(name.end - 1)
        && !outline.items[name.end - 1].possessive
}

/// *she*, *another*, *who*
fn is_stand_in(outline: &Outline, at: usize) -> bool {
    [WordClass::Pronoun, WordClass::Possessive, WordClass::Indefinite]
        .into_iter()
        .any(|class| outline.is(at, class))
}

/// Where the phrase proper ends: in front of a preposition, or at a comma.
fn phrase_end(outline: &Outline, phrase: &Range<usize>) -> usize {
    let ends = |at: &usize| {
        let gap = outline.items[*at].gap;
        let is_cut = gap.has(Gap::ANY) && !gap.has(Gap::OTHER);
        is_cut || outline.is(at + 1, WordClass::Preposition) || outline.is(at + 1, WordClass::Relative)
    };
    phrase.clone().find(ends).map_or(phrase.end, |at| at + 1).min(phrase.end)
}

/// Who owns what a phrase is about: *her*, *Berg’s*; a place owns nothing that could be said.
fn owner(outline: &Outline, within: Range<usize>) -> Option<Range<usize>> {
    let first = within.start;
    let pronoun = outline.is(first, WordClass::Possessive)
        && (outline.is(first, WordClass::Masculine) || outline.is(first, WordClass::Feminine));
    if pronoun && !within.is_empty() {
        return Some(first..first + 1);
    }
    let name = outline.names(within).into_iter().find(|name| outline.items[name.end - 1].possessive)?;
    let is_place =
        name.clone().any(|at| outline.is(at, WordClass::Organization) || outline.is(at, WordClass::Place));
    (!is_place).then_some(name)
}
