//! Noun phrases: their ends, their heads and the names in apposition to them.
//!
//! A phrase is a name with the words before it, the owner with what is owned, or a common noun
//! for one who speaks. The verb after it may be any, so the nouns decide.

use crate::lexicon::{WordClass, WordClasses};
use std::ops::Range;

use super::outline::{Gap, Outline};

/// The noun phrase that starts at `from`.
pub(super) fn noun_phrase(outline: &Outline, from: usize, to: usize) -> Option<Range<usize>> {
    /// Words between a determiner and its name: *the Republican senator from Ohio* is cut at *from*.
    const REACH: usize = 6;
    let determiner = outline.is(from, WordClass::Determiner);
    let mut at = from + usize::from(determiner);
    let mut head = at;
    while at < to.min(from + REACH) {
        if outline.is_name(at) {
            let (end, goes_on) = name_with_noun(outline, at, to)?;
            if !goes_on {
                return Some(from..end);
            }
            (at, head) = (end, end + 1);
            continue;
        }
        // Ulm’s first minister, the then mayor: no verb follows an article or owner
        let led = at > 0 && outline.items[at - 1].possessive || determiner && at == from + 1;
        let stops = outline.items[at].is_piece
            || outline.is(at, WordClass::Preposition | WordClass::Clause | WordClass::Pronoun)
            || outline.is(at, WordClass::Auxiliary) && !led
            || outline.is(at, WordClasses::CUE) && !outline.is(at, WordClass::Noun)
            || outline.is(at, WordClass::Past) && at > from;
        if stops {
            break;
        }
        at += 1;
        head = at;
        if outline.ends_phrase(at - 1) {
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

/// Where the name at `at` ends with the noun or name that belongs to it, and whether the phrase goes
/// on there: after *Berg’s* of *Berg’s lawyer*.
fn name_with_noun(outline: &Outline, at: usize, to: usize) -> Option<(usize, bool)> {
    let end = outline.name_at(at..to)?.end;
    let goes_on = end < to && outline.runs_on(end - 1);
    // Berg spokesman Udo Kern: the name goes on after a noun
    if goes_on && outline.is_speaking_noun(end) {
        return Some((end + 1, end + 1 < to && outline.is_name(end + 1)));
    }
    match named_after_nouns(outline, end, to) {
        Some(longer) => Some((longer, false)),
        None => Some((end, goes_on && outline.items[end - 1].possessive)),
    }
}

/// `Green party deputy leader Anna Berg`: where a name after the nouns that follow a name ends.
fn named_after_nouns(outline: &Outline, from: usize, to: usize) -> Option<usize> {
    /// Nouns and adjectives between the two names.
    const REACH: usize = 4;
    let is_noun = |&at: &usize| {
        let others = WordClass::Preposition | WordClass::Auxiliary;
        let item = &outline.items[at];
        outline.runs_on(at - 1) && !item.is_piece && !item.capital && !item.class.is(others)
    };
    let is_last = |&at: &usize| {
        outline.is(at, WordClass::Person) && outline.runs_on(at) && outline.is_name(at + 1) && at + 1 < to
    };
    let last = (from..to.min(from + REACH)).take_while(is_noun).find(is_last)?;
    outline.name_at(last + 1..to.min(last + 9)).map(|name| name.end)
}

/// Where the noun of a phrase ends, without the words that narrow it: at a comma or bracket, before a
/// preposition or *who*.
pub(super) fn noun_end(outline: &Outline, phrase: &Range<usize>) -> usize {
    let next = WordClass::Preposition | WordClass::Relative;
    let ends = |&at: &usize| outline.ends_phrase(at) || outline.is(at + 1, next);
    phrase.clone().find(ends).map_or(phrase.end, |at| at + 1)
}

/// The same, but also before a verb of saying.
pub(super) fn head_end(outline: &Outline, phrase: &Range<usize>) -> usize {
    let end = noun_end(outline, phrase);
    (phrase.start + 1..end).find(|&at| outline.is_lower(at, WordClass::Say)).unwrap_or(end)
}

/// `the manager, Anna Berg,`: the full name after `noun` and a comma, if it is all of the apposition.
pub(super) fn named_after_comma(outline: &Outline, noun: usize) -> Option<Range<usize>> {
    let within = |from: usize| from..outline.items.len().min(from + 8);
    let name = outline.gap(noun).has(Gap::COMMA).then(|| outline.name_at(within(noun + 1)))??;
    // The latest critic, Ulm’s Anna Berg,
    let owns = outline.items[name.end - 1].possessive;
    let name = if owns { outline.name_at(within(name.end))? } else { name };
    (name.len() > 1 && outline.gap(name.end - 1).has(Gap::ANY)).then_some(name)
}
