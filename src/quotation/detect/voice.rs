//! Who can say something: people, bodies that speak, and what is written; never a thing.
//!
//! Asked of every find before it counts. Nouns that speak stand in the lists; what does not
//! may still have an owner who does, and a plain *said* lets any noun speak.

use std::ops::Range;

use super::outline::{Gap, Outline};
use super::words::Class;

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
        let stands =
            [Class::SPEAKER, Class::AGED, Class::INDEFINITE].into_iter().any(|class| item.class.is(class));
        outline.is_name(at) || !item.possessive && stands
    };
    let last = end - 1;
    let is_owned = (mention.start..last).any(|at| outline.items[at].possessive)
        || outline.is(mention.start, Class::POSSESSIVE);
    if speaks(last)
        || starts_with_subject(outline, mention)
        || !is_owned && (mention.start..last).any(|at| speaks(at) && !outline.is_name(at))
    {
        return Voice::Own;
    }
    // the pensive one wrote: whatever it is, it speaks
    let says = |cue: &Range<usize>| {
        let is = |class| outline.is(cue.start, class);
        is(Class::SAY) && !is(Class::ING) && !is(Class::NOUN)
    };
    if cue.is_some_and(says) {
        return Voice::Own;
    }
    owner(outline, mention.start..last).map_or(Voice::None, Voice::Owner)
}

/// `Berg took to the air to accuse`: the name at the head of a whole clause is its subject.
fn starts_with_subject(outline: &Outline, clause: &Range<usize>) -> bool {
    let Some(name) = outline.names(clause.clone()).into_iter().next() else { return false };
    let verbs = [Class::PAST, Class::AUXILIARY, Class::GOES_ON, Class::CUE];
    let verb = name.end < clause.end && verbs.into_iter().any(|class| outline.is(name.end, class));
    name.start == clause.start
        && verb
        && outline.runs_on(name.end - 1)
        && !outline.items[name.end - 1].possessive
}

/// *she*, *another*, *who*
fn is_stand_in(outline: &Outline, at: usize) -> bool {
    [Class::PRONOUN, Class::POSSESSIVE, Class::INDEFINITE].into_iter().any(|class| outline.is(at, class))
}

/// Where the phrase proper ends: in front of a preposition, or at a comma.
fn phrase_end(outline: &Outline, phrase: &Range<usize>) -> usize {
    let ends = |at: &usize| {
        let gap = outline.items[*at].gap;
        let is_cut = gap.has(Gap::ANY) && !gap.has(Gap::OTHER);
        is_cut || outline.is(at + 1, Class::PREPOSITION) || outline.is(at + 1, Class::RELATIVE)
    };
    phrase.clone().find(ends).map_or(phrase.end, |at| at + 1).min(phrase.end)
}

/// Who owns what a phrase is about: *her*, *Berg’s*; a place owns nothing that could be said.
fn owner(outline: &Outline, within: Range<usize>) -> Option<Range<usize>> {
    let first = within.start;
    let pronoun = outline.is(first, Class::POSSESSIVE)
        && (outline.is(first, Class::MASCULINE) || outline.is(first, Class::FEMININE));
    if pronoun && !within.is_empty() {
        return Some(first..first + 1);
    }
    let name = outline.names(within).into_iter().find(|name| outline.items[name.end - 1].possessive)?;
    let is_place = name.clone().any(|at| outline.is(at, Class::ORGANIZATION) || outline.is(at, Class::PLACE));
    (!is_place).then_some(name)
}
