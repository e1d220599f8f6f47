//! Words that the search for a subject skips: *has also* and *on Monday* at the verb, datelines
//! and opening phrases at the head of the sentence.

use super::outline::{Gap, Outline};
use crate::lexicon::WordClass;

/// Skips backwards from a verb to its subject: over *has also*, *on Monday*, *angrily*.
pub(super) fn skip_auxiliaries(outline: &Outline, from: usize, verb: usize) -> usize {
    let mut end = verb;
    while end > from {
        let item = &outline.items[end - 1];
        if item.capital && !item.class.is(WordClass::Month) {
            break;
        }
        if item.class.is(WordClass::Auxiliary | WordClass::Adverb) {
            end -= 1;
            continue;
        }
        // Berg on Monday night said
        let is_time = |at: usize| outline.is(at, WordClass::Time) || outline.is_digits(at);
        let time = (1..=4).take_while(|back| end >= from + back && is_time(end - back)).count();
        let first = end - time;
        // Berg, opening a hall on Monday, said: the comma ends the apposition
        if time == 0 || item.gap.has(Gap::COMMA) && first > from + 1 {
            break;
        }
        if first > from && outline.is(first - 1, WordClass::Circumstance) {
            end = first - 1;
        } else if item.class.is(WordClass::Month) {
            end = first;
        } else {
            break;
        }
    }
    end
}

/// Skips forwards from a verb to its subject: *erklärte dazu am Montag Berg*.
pub(super) fn skip_adverbs(outline: &Outline, from: usize, to: usize) -> usize {
    let others = WordClass::Determiner | WordClass::Pronoun | WordClass::Possessive | WordClass::NoSubject;
    let mut at = from;
    while at + 1 < to && outline.runs_on(at) && !outline.items[at].capital && !outline.is(at, others) {
        if outline.is(at, WordClass::Circumstance) && outline.is(at + 1, WordClass::Time) {
            at += 2;
        } else if outline.is(at, WordClass::Auxiliary) && !outline.is(at, WordClass::Preposition) {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// Skips `WASHINGTON, D.C. (AFP) -`.
pub(super) fn skip_dateline(outline: &Outline, from: usize, to: usize) -> usize {
    let upper = |at: usize| outline.word(at).chars().all(|c| !c.is_lowercase());
    if from >= to || !upper(from) || outline.word(from).len() < 3 {
        return from;
    }
    let limit = to.min(from + 9);
    (from..limit).find(|&at| outline.gap(at).has(Gap::DASH)).map_or(from, |at| at + 1)
}

/// Skips `In Iowa on Friday,`; none if no opening phrase starts at `from`.
pub(super) fn skip_phrase(outline: &Outline, from: usize, to: usize) -> Option<usize> {
    /// Longest opening phrase, in words.
    const REACH: usize = 28;
    // Two days later, Berg said
    let is_time = outline.is(from + 1, WordClass::Period);
    if !is_time && !outline.is(from, WordClass::Opener | WordClass::Ing) {
        return None;
    }
    let end_of_part = |from: usize| {
        let ends = |&at: &usize| outline.gap(at).has(Gap::COMMA) || outline.items[at].is_piece;
        Some((from..to.min(from + REACH)).find(ends)? + 1).filter(|end| *end < to)
    };
    let mut end = end_of_part(from)?;
    // In Ulm, Germany, on Friday, Berg said
    while outline.is_name(end) && outline.gap(end).has(Gap::COMMA) || outline.is_digits(end) {
        let Some(next) = end_of_part(end) else { break };
        end = next;
    }
    Some(end)
}
