//! Noun phrases: where one that starts at a given word ends.
//!
//! A name with what stands in front of it, the owner with what is owned, or a common noun
//! for one who speaks; the verb behind it may be any, so that it is the nouns that tell.

use crate::lexicon::{WordClass, WordClasses};
use std::ops::Range;

use super::outline::{Gap, Outline};
use super::subject::is_number;

/// The noun phrase that starts at `from`.
pub(super) fn noun_phrase(outline: &Outline, from: usize, to: usize) -> Option<Range<usize>> {
    /// Words between a determiner and its name: *the Republican senator from Ohio* is cut at *from*.
    const REACH: usize = 6;
    let determiner = outline.is(from, WordClass::Determiner) || is_number(outline, from);
    let mut at = from + usize::from(determiner);
    let mut head = at;
    while at < to && at < from + REACH {
        if outline.is_name(at) {
            match name_or_owner(outline, at, to)? {
                Named::Whole(end) => return Some(from..end),
                Named::GoesOn(next) => (at, head) = (next, next + 1),
            }
            continue;
        }
        let item = &outline.items[at];
        if item.piece.is_some() || item.capital && !(at == from && item.class.is(WordClass::Nameless)) {
            break;
        }
        // Ulm’s first minister, the then mayor: no verb stands behind an article or owner
        let led = at > 0
            && (outline.items[at - 1].possessive || determiner && at == from + 1)
            && outline.runs_on(at - 1);
        let stops = item.class.is(WordClass::Preposition)
            || item.class.is(WordClass::Auxiliary) && !led
            || item.class.is(WordClass::Clause)
            || item.class.is(WordClass::Pronoun)
            || item.class.is(WordClasses::CUE) && !item.class.is(WordClass::Noun)
            || item.class.is(WordClass::Past) && at > from;
        if stops {
            break;
        }
        at += 1;
        head = at;
        if item.gap.has(Gap::ANY) && !item.gap.has(Gap::OTHER) {
            break;
        }
    }
    let head = last_speaking(outline, from, head).unwrap_or(head);
    let speaks = (from..head).any(|at| outline.is(at, WordClasses::SPEAKER));
    (head > from && head <= to && (determiner && head > from + 1 || speaks)).then_some(from..head)
}

/// Where the noun that speaks ends: in *other supporters offer a simple answer* the verb is no cue.
fn last_speaking(outline: &Outline, from: usize, head: usize) -> Option<usize> {
    /// Words between a noun that could speak and the one that does: *the party’s deputy leader*.
    const APART: usize = 3;
    let mut nouns = (from..head).filter(|&at| outline.is(at, WordClasses::SPEAKER));
    let first = nouns.next().filter(|&at| !outline.items[at].possessive)?;
    let last = nouns.fold(first, |last, at| if at - last < APART { at } else { last });
    Some(last + 1)
}

/// How a phrase goes on at a name.
enum Named {
    /// It ends with the name, or with the noun or name that belongs to it.
    Whole(usize),
    /// The name only says whose: the phrase goes on.
    GoesOn(usize),
}

/// What the name at `at` is to its phrase: all of it, or the front of *Berg’s lawyer*.
fn name_or_owner(outline: &Outline, at: usize, to: usize) -> Option<Named> {
    let name = outline.names(at..to).into_iter().next()?;
    let goes_on = name.end < to && outline.runs_on(name.end - 1);
    // Berg spokesman Udo Kern: the name goes on behind a noun
    if goes_on && outline.is_speaking_noun(name.end) {
        let next = name.end + 1;
        let named = next < to && outline.is_name(next) && outline.runs_on(next - 1);
        return Some(if named { Named::GoesOn(next) } else { Named::Whole(next) });
    }
    if let Some(longer) = named_behind_noun(outline, name.end, to) {
        return Some(Named::Whole(longer));
    }
    let owns = goes_on && outline.items[name.end - 1].possessive;
    Some(if owns { Named::GoesOn(name.end) } else { Named::Whole(name.end) })
}

/// `Green party deputy leader Anna Berg`: where a name behind the nouns that follow a name ends.
fn named_behind_noun(outline: &Outline, from: usize, to: usize) -> Option<usize> {
    /// Nouns and adjectives between the two names.
    const REACH: usize = 4;
    let mut at = from;
    while at < to && at < from + REACH && !outline.gap_before(at).has(Gap::ANY) {
        let item = &outline.items[at];
        if item.capital
            || item.piece.is_some()
            || item.class.is(WordClass::Preposition)
            || item.class.is(WordClass::Auxiliary)
        {
            return None;
        }
        at += 1;
        if item.class.is(WordClass::Person) && at < to && outline.is_name(at) && !item.gap.has(Gap::ANY) {
            return outline.names(at..to.min(at + 8)).first().map(|name| name.end);
        }
    }
    None
}
