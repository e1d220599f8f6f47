//! Finds the subject of a verb: before it, after it, or at the head of its sentence.
//!
//! No grammar, only how news sentences are built: a name, a pronoun or a short
//! noun phrase is next to its verb, at most an apposition between commas apart.

use crate::lexicon::{WordClass, WordClasses};
use std::ops::Range;

use super::cues::is_cue;
use super::outline::{Gap, Outline};
use super::phrase::{named_after_comma, noun_phrase};
use super::skip::{skip_adverbs, skip_auxiliaries, skip_dateline, skip_phrase};

/// Longest noun phrase that is taken for a subject, in words.
const LONGEST: usize = 14;

/// The subject of a verb in the clause that starts at `from`; that of *saying* is its sentence's.
pub(super) fn of_verb(outline: &Outline, from: usize, verb: usize) -> Option<Range<usize>> {
    if outline.is(verb, WordClass::Ing) { main(outline, from, verb) } else { before(outline, from, verb) }
}

/// The subject before the verb at `verb`, in the clause that starts at `from` at the earliest.
pub(super) fn before(outline: &Outline, from: usize, verb: usize) -> Option<Range<usize>> {
    let end = skip_auxiliaries(outline, from, verb);
    let last = end.checked_sub(1).filter(|last| *last >= from && !outline.items[*last].is_piece)?;
    // he, not *he’s*
    if outline.is(last, WordClass::Pronoun) && !outline.items[last].possessive {
        return Some(last..end);
    }
    if end == verb && last > from && outline.is(last, WordClass::That) {
        // a wall that said: it only carries the words
        if outline.is(last - 1, WordClass::Bearer) {
            return None;
        }
        if let Some(noun) = before_that(outline, from, last) {
            return Some(noun);
        }
    }
    if outline.gap(last).has(Gap::COMMA.or(Gap::DASH).or(Gap::CLOSE)) {
        return before_apposition(outline, from, end);
    }
    let start = skip_opening(outline, clause_start(outline, from, end), end);
    let phrase = start..end;
    // “too heavy” to deal with on top of her work demands: an infinitive is no subject
    if outline.is(start, WordClass::Infinitive) {
        return None;
    }
    // Anna Berg, a lawyer, said the bill maintains “…”: what is said to be so is not who says it
    let is_said = outline.gap_before(start).has(Gap::COMMA) && is_cue(outline, from, start, WordClass::Say);
    if phrase.len() > 1 && is_said {
        return before(outline, from, start);
    }
    // the bridge was safe but said: the subject is that of the sentence
    let coordinated = outline.is(last, WordClass::Clause);
    if phrase.len() > 1 && outline.is(start, WordClass::Pronoun) && !coordinated {
        return Some(start..start + 1);
    }
    if coordinated || is_elided(outline, &phrase) {
        return of_clause(outline, from, end).or_else(|| main(outline, from, verb));
    }
    subject_in(outline, phrase)
}

/// `a message that said`, `by a message that said`, not `the letter to tourists that said`: the noun
/// that speaks before *that*.
fn before_that(outline: &Outline, from: usize, that: usize) -> Option<Range<usize>> {
    /// Words before the noun: *a short message*.
    const REACH: usize = 3;
    let noun = that - 1;
    let words = from.max(noun.saturating_sub(REACH))..noun;
    let start = words.rev().find(|&at| outline.is(at, WordClass::Determiner)).unwrap_or(noun);
    let is_led = |class| start > from && outline.is(start - 1, class);
    let is_part = is_led(WordClass::Preposition) && !is_led(WordClass::Agent);
    (outline.is(noun, WordClass::Group) && !is_part).then_some(start..that)
}

/// The subject in the words before a verb: all of them, or the name that ends or starts them.
fn subject_in(outline: &Outline, phrase: Range<usize>) -> Option<Range<usize>> {
    let name = outline.name_ending(phrase.clone());
    // a move Berg said ended it: the noun before the name is the verb's object
    let is_after_object = |name: &Range<usize>| {
        name.start > phrase.start + 1
            && outline.is(phrase.start, WordClass::Determiner)
            && !outline.items[name.start - 1].capital
            && !outline.is(name.start - 1, WordClasses::SPEAKER)
            && !follows_preposition(outline, name.start)
    };
    if name.as_ref().is_some_and(is_after_object) {
        return name;
    }
    if phrase.len() > LONGEST {
        // Anna Berg and Udo Kern of the Institute for Rivers and Lakes wrote
        let of = phrase.clone().take(LONGEST + 1).find(|&at| outline.is(at, WordClass::Preposition));
        let head = of.filter(|&of| of > phrase.start && outline.is_name(of - 1)).map(|of| phrase.start..of);
        return head.or(name);
    }
    Some(phrase)
}

/// *for the Accord*: whether a name belongs to the noun before it.
fn follows_preposition(outline: &Outline, name: usize) -> bool {
    let lead = name - 1 - usize::from(outline.is(name - 1, WordClass::Determiner));
    outline.is(lead, WordClass::Preposition)
}

/// `Anna Berg, a lawyer in Ulm,`: the name before the apposition that ends at `end`.
fn before_apposition(outline: &Outline, from: usize, end: usize) -> Option<Range<usize>> {
    /// Longest apposition, in words.
    const REACH: usize = 40;
    let clause_end = Gap::STOP.or(Gap::SEMICOLON).or(Gap::COLON).or(Gap::END);
    let mut fallback = None;
    let before = (from.max(end.saturating_sub(REACH))..end - 1).rev();
    for at in before.take_while(|&at| !outline.items[at].is_piece && !outline.gap(at).has(clause_end)) {
        if !outline.gap(at).has(Gap::COMMA.or(Gap::DASH).or(Gap::OPEN)) {
            continue;
        }
        let Some(head) = phrase_ending_at(outline, from, at + 1) else { continue };
        // Berg, of Ulm, the capital, said: the leftmost comma that follows a subject
        let starts_clause = head.start == from
            || outline.gap_before(head.start).has(Gap::CLAUSE)
            || outline.is(head.start - 1, WordClass::Clause)
            || outline.items[head.start - 1].is_piece;
        if starts_clause {
            // a former rival, Anna Berg,
            let is_noun = outline.is_speaking_noun(at) || has_own_noun(outline, head.clone());
            let name = outline.name_at(at + 1..end).filter(|name| is_noun && name.end == end);
            return Some(name.unwrap_or(head));
        }
        fallback.get_or_insert(head);
    }
    fallback
}

/// The noun phrase that ends right before `end`: a name with the words before it, or a noun that speaks.
fn phrase_ending_at(outline: &Outline, from: usize, end: usize) -> Option<Range<usize>> {
    let last = end - 1;
    if !outline.is_name(last) && !outline.is(last, WordClasses::SPEAKER) {
        return None;
    }
    let start = skip_opening(outline, clause_start(outline, from.max(end.saturating_sub(12)), end), end);
    // `In a speech Anna Berg, …` keeps the name alone, not `a lawyer for Anna Berg, …`
    let name = outline.name_ending(start..end).filter(|name| {
        let is_led = (start..name.start).any(|at| outline.is(at, WordClass::Preposition));
        is_led && !has_own_noun(outline, start..name.start)
    });
    Some(name.unwrap_or(start..end)).filter(|phrase| !outline.is(phrase.start, WordClass::Preposition))
}

/// `a lawyer for …`: whether a noun that speaks comes before the preposition.
fn has_own_noun(outline: &Outline, phrase: Range<usize>) -> bool {
    let preposition = phrase.clone().find(|&at| outline.is(at, WordClass::Preposition));
    preposition.is_some_and(|at| at > phrase.start + 1 && outline.is_speaking_noun(at - 1))
}

/// Where the clause that ends before `end` starts.
fn clause_start(outline: &Outline, from: usize, end: usize) -> usize {
    let is_speaker = |at: usize| outline.is_name(at) || outline.is(at, WordClasses::SPEAKER);
    let starts = |&at: &usize| {
        let before = at - 1;
        if outline.items[before].is_piece {
            return true;
        }
        // Berg and her lawyer
        let joins = || {
            outline.is(before, WordClass::Together)
                && (outline.is_name(at) || outline.is(at, WordClass::Possessive))
                && before > from
                && is_speaker(before - 1)
        };
        let is_cut = outline.gap(before).has(Gap::COMMA.or(Gap::CLAUSE));
        at < end && (is_cut || outline.is_lower(before, WordClass::Clause) && !joins())
    };
    (from + 1..=end).rev().find(starts).unwrap_or(from)
}

/// Skips a preposition or conjunction at the head of a phrase, with what belongs to it.
fn skip_opening(outline: &Outline, start: usize, end: usize) -> usize {
    if start + 1 >= end || !outline.is(start, WordClass::Opener | WordClass::Connective) {
        return start;
    }
    outline.name_ending(start + 1..end).map_or(start + 1, |name| name.start)
}

/// Whether a phrase is no subject at all: `and`, `before`, or a few words without a noun that speaks.
fn is_elided(outline: &Outline, phrase: &Range<usize>) -> bool {
    let start = phrase.start;
    if phrase.len() == 1 && outline.is(start, WordClass::Elided) {
        return true;
    }
    // The gates were too old, auditors warned: a plural needs no article
    let is_bare_plural = phrase.len() == 1
        && outline.is(start, WordClass::Plural)
        && outline.gap_before(start).has(Gap::COMMA);
    let subjects = WordClasses::SPEAKER.with(WordClass::Pronoun);
    !is_bare_plural
        && phrase.len() <= 3
        && !phrase.clone().any(|at| outline.items[at].capital || outline.is(at, subjects))
        && !outline.is(start, WordClass::Determiner)
        && !outline.word(start).starts_with(|c: char| c.is_ascii_digit())
}

/// `Berg was called unfair after she attacked the report and blamed “…”`: the pronoun at the head of
/// the clause that a verb without a subject continues.
fn of_clause(outline: &Outline, from: usize, end: usize) -> Option<Range<usize>> {
    let starts = |&at: &usize| outline.is(at, WordClass::Clause) && !outline.is(at, WordClass::Joining);
    let pronoun = (from..end).rfind(starts)? + 1;
    let runs_on = !(pronoun..end - 1).any(|at| outline.gap(at).has(Gap::CLAUSE));
    (runs_on && pronoun + 1 < end && outline.is(pronoun, WordClass::Pronoun)).then_some(pronoun..pronoun + 1)
}

/// The subject at the head of the clause `from..to`, after a dateline and opening phrases.
pub(super) fn main(outline: &Outline, from: usize, to: usize) -> Option<Range<usize>> {
    let start = (from..to).find(|&at| !outline.items[at].is_piece)?;
    let mut at = skip_dateline(outline, start, to);
    for _ in 0..3 {
        // Earlier, Berg said: a word before a comma that is no name opens the sentence
        let opens = |at| outline.is(at, WordClass::Nameless) && outline.gap(at).has(Gap::COMMA);
        let is_subject = at >= to || outline.is(at, WordClass::Pronoun);
        if !is_subject && (outline.is(at, WordClass::Connective) || opens(at)) {
            at += 1;
        }
        let Some(next) = skip_phrase(outline, at, to) else { break };
        at = next;
    }
    if at >= to {
        return None;
    }
    if outline.is(at, WordClass::Pronoun) {
        return Some(at..at + 1);
    }
    let is_after_comma =
        |name: &Range<usize>| outline.gap_before(name.start).has(Gap::COMMA) && name.end < to;
    noun_phrase(outline, at, to).or_else(|| outline.names(at..to).find(is_after_comma))
}

/// The subject after its verb, which ends before `from`: *said Anna Berg, a lawyer*.
pub(super) fn after(outline: &Outline, from: usize, to: usize) -> Option<Range<usize>> {
    let from = skip_adverbs(outline, from, to);
    if from >= to || outline.items[from].is_piece {
        return None;
    }
    if outline.is(from, WordClass::Pronoun) {
        return Some(from..from + 1);
    }
    let starts_clause = WordClass::Preposition | WordClass::Clause | WordClass::NoSubject;
    if outline.is_lower(from, starts_clause) {
        return None;
    }
    let mut at = from;
    // said Ulm-based lawyer and former mayor Anna Berg
    while at < to.min(from + 8) {
        if outline.is_name(at) {
            let end = outline.name_at(at..to)?.end;
            let owns = outline.items[end - 1].possessive || outline.is(end, WordClasses::SPEAKER);
            if end < to && outline.runs_on(end - 1) && owns {
                at = end;
                continue;
            }
            // le ministre des Transports, Jean Rehm
            let is_part = at > from && outline.is(at - 1, WordClass::Particle);
            let full = is_part.then(|| named_after_comma(outline, end - 1)).flatten();
            return Some(full.unwrap_or(from..end));
        }
        let item = &outline.items[at];
        if item.is_piece
            || item.capital && at > from
            || item.class.is(WordClass::Preposition)
            || item.class.is(WordClasses::CUE) && !item.class.is(WordClass::Noun)
            || starts_other_phrase(outline, from, at)
        {
            break;
        }
        at += 1;
        if outline.ends_phrase(at - 1) {
            break;
        }
    }
    let heads = WordClasses::SPEAKER.with(WordClass::Aged | WordClass::Indefinite);
    let head = (from..at).rfind(|&at| outline.is(at, heads))?;
    Some(named_after_comma(outline, at - 1).unwrap_or(from..head + 1))
}

/// The same, or any words up to the first punctuation.
pub(super) fn after_or_all(outline: &Outline, from: usize, to: usize) -> Option<Range<usize>> {
    let end = || (from..to).find(|&at| !outline.runs_on(at)).map_or(to, |at| at + 1);
    (from < to).then(|| after(outline, from, to).unwrap_or_else(|| from..end()))
}

/// Whether another noun phrase starts after one that speaks: *Polizei fuhr der Fahrer*, not *der
/// Leiter der Firma*.
fn starts_other_phrase(outline: &Outline, from: usize, at: usize) -> bool {
    outline.is(at, WordClass::Determiner)
        && (from..at).any(|at| outline.is(at, WordClasses::SPEAKER))
        && !outline.is(at - 1, WordClasses::SPEAKER)
}
