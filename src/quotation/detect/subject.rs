//! Finds the subject of a verb: before it, behind it, or at the head of its sentence.
//!
//! No grammar, only how news sentences are built: a name, a pronoun or a short
//! noun phrase stands beside its verb, at most an apposition between commas apart.

use crate::lexicon::{WordClass, WordClasses};
use std::ops::Range;

use super::antecedent::Antecedent;
use super::between::{skip_adverbs, skip_auxiliaries};
use super::cues::is_cue;
use super::opening::{skip_dateline, skip_phrase};
use super::outline::{Gap, Outline};
use super::phrase::noun_phrase;

/// Longest noun phrase that is taken for a subject, in words.
const LONGEST: usize = 14;

/// The subject of the verb at `verb`, in the clause that starts at `from` at the earliest.
pub(super) fn before(outline: &Outline, from: usize, verb: usize) -> Option<Range<usize>> {
    let end = skip_auxiliaries(outline, from, verb);
    if end <= from {
        return None;
    }
    let last = end - 1;
    if outline.items[last].piece.is_some() {
        return None;
    }
    if outline.is(last, WordClass::Pronoun) && !outline.items[last].possessive {
        return Some(last..end);
    }
    // a message that said: what stands in front of it, if it speaks
    if end == verb {
        match Antecedent::of(outline, from, last) {
            Antecedent::Speaks(noun) => return Some(noun),
            Antecedent::Bears => return None,
            Antecedent::Untold => {}
        }
    }
    if outline.items[last].gap.has(Gap::COMMA)
        || outline.items[last].gap.has(Gap::DASH)
        || outline.items[last].gap.has(Gap::CLOSE)
    {
        return apposition(outline, from, end);
    }
    let start = clause_start(outline, from, end);
    let start = skip_opening(outline, start, end);
    let phrase = start..end;
    // “too heavy” to deal with on top of her work demands: an infinitive is no subject
    if outline.is(start, WordClass::Infinitive) && !outline.is(start, WordClass::Particle) {
        return None;
    }
    // Anna Berg, a lawyer, said the bill maintains “…”: what is said to be so is not who says it
    if phrase.len() > 1
        && is_cue(outline, from, start, WordClass::Say)
        && outline.gap_before(start).has(Gap::COMMA)
    {
        return before(outline, from, start);
    }
    // the bridge was safe but said: the subject is that of the sentence
    let coordinated = outline.is(end - 1, WordClass::Clause) && !outline.items[end - 1].capital;
    if phrase.len() > 1 && outline.is(start, WordClass::Pronoun) && !coordinated {
        return Some(start..start + 1);
    }
    if coordinated || is_elided(outline, &phrase) {
        if let Some(pronoun) = of_clause(outline, from, end) {
            return Some(pronoun);
        }
        return main(outline, from, verb);
    }
    // a move Berg said ended it: the noun in front is the verb's object
    let name = outline.names(phrase.clone()).pop().filter(|name| name.end == end && name.start > start + 1);
    if let Some(name) = name
        && outline.is(start, WordClass::Determiner)
        && !outline.items[name.start - 1].capital
        && !outline.is(name.start - 1, WordClasses::SPEAKER)
        && !is_behind_preposition(outline, name.start)
    {
        return Some(name);
    }
    if phrase.len() > LONGEST {
        // Anna Berg and Udo Kern of the Institute for Rivers and Lakes wrote
        let of = phrase.clone().find(|&at| outline.is(at, WordClass::Preposition)).unwrap_or(start);
        if of > start && of - start <= LONGEST && outline.is_name(of - 1) && outline.runs_on(of - 1) {
            return Some(start..of);
        }
        let name = outline.names(phrase).pop()?;
        return (name.end == end).then_some(name);
    }
    Some(phrase)
}

/// *for the Accord*: whether a name belongs to the noun in front of it.
fn is_behind_preposition(outline: &Outline, name: usize) -> bool {
    let lead = name - 1 - usize::from(outline.is(name - 1, WordClass::Determiner));
    outline.is(lead, WordClass::Preposition)
}

/// `Anna Berg, a lawyer in Ulm,`: the name in front of the apposition that ends at `end`.
fn apposition(outline: &Outline, from: usize, end: usize) -> Option<Range<usize>> {
    /// Longest apposition, in words.
    const REACH: usize = 40;
    let mut fallback = None;
    let lowest = from.max(end.saturating_sub(REACH));
    for at in (lowest..end.saturating_sub(1)).rev() {
        let item = &outline.items[at];
        if item.piece.is_some() {
            break;
        }
        let gap = item.gap;
        if gap.has(Gap::STOP) || gap.has(Gap::SEMICOLON) || gap.has(Gap::COLON) || gap.has(Gap::END) {
            break;
        }
        if !(gap.has(Gap::COMMA) || gap.has(Gap::DASH) || gap.has(Gap::OPEN)) {
            continue;
        }
        let Some(head) = phrase_ending_at(outline, from, at + 1) else { continue };
        // Berg, of Ulm, the capital, said: the comma farthest left that a subject stands before
        let starts_clause = head.start == from
            || outline.gap_before(head.start).has(Gap::CLAUSE)
            || outline.is(head.start - 1, WordClass::Clause)
            || outline.items[head.start - 1].piece.is_some();
        if starts_clause {
            return Some(named_in_apposition(outline, &head, end).unwrap_or(head));
        }
        fallback.get_or_insert(head);
    }
    fallback
}

/// `a former rival, Anna Berg,`: the name that is all of the apposition behind a noun.
fn named_in_apposition(outline: &Outline, head: &Range<usize>, end: usize) -> Option<Range<usize>> {
    let is_noun = outline.is_speaking_noun(head.end - 1) || has_own_noun(outline, head.clone());
    let name = outline.names(head.end..end).into_iter().next()?;
    (is_noun && name == (head.end..end)).then_some(name)
}

/// The noun phrase that ends right before `end`: a name with what stands in front of it, or a noun that speaks.
fn phrase_ending_at(outline: &Outline, from: usize, end: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|last| *last >= from)?;
    if !outline.is_name(last) && !outline.is(last, WordClasses::SPEAKER) {
        return None;
    }
    let start = skip_opening(outline, clause_start(outline, from.max(end.saturating_sub(12)), end), end);
    let mut start = start;
    // `In a speech Anna Berg, …` keeps the name alone, not `a lawyer for Anna Berg, …`
    if let Some(name) = outline.names(start..end).pop()
        && name.end == end
        && (start..name.start).any(|at| outline.is(at, WordClass::Preposition))
        && !has_own_noun(outline, start..name.start)
    {
        start = name.start;
    }
    if outline.is(start, WordClass::Preposition) { None } else { Some(start..end) }
}

/// `a lawyer for …`: whether a noun that speaks comes before the preposition.
fn has_own_noun(outline: &Outline, phrase: Range<usize>) -> bool {
    let preposition = phrase.clone().find(|&at| outline.is(at, WordClass::Preposition));
    let noun = preposition.and_then(|at| at.checked_sub(1)).filter(|noun| *noun > phrase.start);
    noun.is_some_and(|noun| outline.is_speaking_noun(noun)) && outline.is(phrase.start, WordClass::Determiner)
}

/// Where the clause that ends before `end` starts.
fn clause_start(outline: &Outline, from: usize, end: usize) -> usize {
    let mut at = end;
    while at > from {
        let before = at - 1;
        let item = &outline.items[before];
        if item.piece.is_some() {
            return at;
        }
        if at < end && (item.gap.has(Gap::COMMA) || item.gap.has(Gap::CLAUSE)) {
            return at;
        }
        if at < end && item.class.is(WordClass::Clause) && !item.capital {
            let joins = item.class.is(WordClass::Together)
                && (outline.is_name(at) || outline.is(at, WordClass::Possessive))
                && before > from
                && (outline.is_name(before - 1) || outline.items[before - 1].class.is(WordClasses::SPEAKER));
            if !joins {
                return at;
            }
        }
        at = before;
    }
    from
}

/// Steps over a preposition or conjunction at the head of a phrase, with what belongs to it.
fn skip_opening(outline: &Outline, start: usize, end: usize) -> usize {
    if start + 1 >= end {
        return start;
    }
    let opens = outline.is(start, WordClass::Opener) || outline.is(start, WordClass::Connective);
    let determiner = outline.is(start, WordClass::Determiner);
    if !opens || determiner {
        return start;
    }
    match outline.names(start + 1..end).pop() {
        Some(name) if name.end == end => name.start,
        Some(_) | None => start + 1,
    }
}

/// Whether a phrase is no subject at all: `and`, `before`, or a few words without a noun that speaks.
fn is_elided(outline: &Outline, phrase: &Range<usize>) -> bool {
    if phrase.is_empty() {
        return true;
    }
    if phrase.len() == 1 && outline.is(phrase.start, WordClass::Elided) {
        return true;
    }
    let lower = phrase.clone().all(|at| !outline.items[at].capital);
    lower
        && !is_bare_plural(outline, phrase)
        && phrase.len() <= 3
        && !phrase
            .clone()
            .any(|at| outline.is(at, WordClasses::SPEAKER) || outline.is(at, WordClass::Pronoun))
        && !outline.is(phrase.start, WordClass::Determiner)
        && !is_number(outline, phrase.start)
}

/// `Berg was called unfair after she attacked the report and blamed “…”`: the pronoun at the head of
/// the clause that a verb without a subject of its own goes on with.
fn of_clause(outline: &Outline, from: usize, end: usize) -> Option<Range<usize>> {
    let starts = |at: &usize| {
        outline.is(*at, WordClass::Clause)
            && !outline.items[*at].capital
            && !outline.is(*at, WordClass::Joining)
    };
    let start = (from..end).rev().find(starts)?;
    let is_subject = outline.is(start + 1, WordClass::Pronoun) && !outline.items[start + 1].possessive;
    let runs = start + 2 < end && !(start..end - 1).any(|at| outline.items[at].gap.has(Gap::CLAUSE));
    (is_subject && runs).then_some(start + 1..start + 2)
}

/// `The gates were too old, auditors warned`: a plural needs no article.
fn is_bare_plural(outline: &Outline, phrase: &Range<usize>) -> bool {
    let grammar = WordClasses::CUE.with(
        WordClass::Time
            | WordClass::Preposition
            | WordClass::Clause
            | WordClass::Auxiliary
            | WordClass::Determiner,
    );
    phrase.len() == 1
        && outline.gap_before(phrase.start).has(Gap::COMMA)
        && outline.is(phrase.start, WordClass::Plural)
        && !outline.is(phrase.start, grammar)
}

/// `63 percent`
pub(super) fn is_number(outline: &Outline, at: usize) -> bool {
    outline.word(at).starts_with(|c: char| c.is_ascii_digit())
}

/// The subject at the head of the clause `from..to`, behind a dateline and opening phrases.
pub(super) fn main(outline: &Outline, from: usize, to: usize) -> Option<Range<usize>> {
    let mut at = from;
    while at < to && outline.items[at].piece.is_some() {
        at += 1;
    }
    at = skip_dateline(outline, at, to);
    for _ in 0..3 {
        // Earlier, Berg said: a word before a comma that is no name opens the sentence
        let opens = |at: usize| {
            outline.is(at, WordClass::Nameless)
                && outline.items[at].gap.has(Gap::COMMA)
                && !outline.is(at, WordClasses::SPEAKER)
        };
        if at < to
            && !outline.is(at, WordClass::Pronoun)
            && (outline.is(at, WordClass::Connective) || opens(at))
        {
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
    noun_phrase(outline, at, to).or_else(|| {
        let names = outline.names(at..to);
        names.into_iter().find(|name| {
            outline.gap_before(name.start).has(Gap::COMMA)
                && name.end < to
                && !outline.items[name.end].capital
        })
    })
}

/// `said the shop’s manager, Anna Berg.`: the name that is all of the apposition behind a noun.
///
/// The noun may have another behind it: *so der Leiter der Schule, Anna Berg*.
fn named_behind_comma(outline: &Outline, phrase: Range<usize>, to: usize) -> Option<Range<usize>> {
    let comma = phrase.end - 1;
    if !outline.items[comma].gap.has(Gap::COMMA)
        || !phrase.clone().any(|at| outline.is(at, WordClass::Person))
    {
        return None;
    }
    let name = outline.names(comma + 1..to.min(comma + 9)).into_iter().next()?;
    let last = &outline.items[name.end - 1];
    let is_all = name.start == comma + 1 && name.len() > 1 && last.gap.has(Gap::ANY) && !last.possessive;
    is_all.then_some(name)
}

/// The subject behind its verb, which starts at `from`: *said Anna Berg, a lawyer*.
pub(super) fn after(outline: &Outline, from: usize, to: usize) -> Option<Range<usize>> {
    let from = skip_adverbs(outline, from, to);
    if from >= to || outline.items[from].piece.is_some() {
        return None;
    }
    if outline.is(from, WordClass::Pronoun) {
        return Some(from..from + 1);
    }
    let item = &outline.items[from];
    let starts_clause = item.class.is(WordClass::Preposition)
        || item.class.is(WordClass::Clause) && !item.class.is(WordClass::Determiner);
    if !item.capital && (starts_clause || item.class.is(WordClass::NoSubject)) {
        return None;
    }
    let mut at = from;
    // said Ulm-based lawyer and former mayor Anna Berg
    while at < to && at < from + 8 {
        if outline.is_name(at) {
            let name = outline.names(at..to).into_iter().next()?;
            let goes_on = name.end < to
                && at + 1 < to
                && !outline.items[name.end - 1].gap.has(Gap::ANY)
                && (outline.items[name.end - 1].possessive || outline.is(name.end, WordClasses::SPEAKER));
            if !goes_on {
                // le ministre des Transports, Jean Rehm
                let behind = (at > from && outline.is(at - 1, WordClass::Particle))
                    .then(|| named_behind_comma(outline, from..name.end, to));
                return Some(behind.flatten().unwrap_or(from..name.end));
            }
            at = name.end;
            continue;
        }
        let item = &outline.items[at];
        if item.piece.is_some()
            || item.capital && at > from
            || item.class.is(WordClass::Preposition)
            || item.class.is(WordClasses::CUE) && !item.class.is(WordClass::Noun)
            // Polizei fuhr der Fahrer, but: der Leiter der Firma
            || item.class.is(WordClass::Determiner)
                && (from..at).any(|at| outline.is(at, WordClasses::SPEAKER))
                && !outline.is(at - 1, WordClasses::SPEAKER)
        {
            break;
        }
        at += 1;
        if item.gap.has(Gap::ANY) && !item.gap.has(Gap::OTHER) {
            break;
        }
    }
    let heads = WordClasses::SPEAKER.with(WordClass::Aged | WordClass::Indefinite);
    let head = (from..at).rev().find(|&at| outline.is(at, heads))?;
    Some(named_behind_comma(outline, from..at.max(head + 1), to).unwrap_or(from..head + 1))
}
