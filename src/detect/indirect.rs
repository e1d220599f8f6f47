//! Reported speech: *Berg said the bridge was safe*, without marks.
//!
//! One report a sentence at most. Words between marks inside a report are quotations and belong
//! to none of its fragments.

use std::ops::Range;

use super::attribution::{Found, Rule, cited_speaker};
use super::cues::{according, is_as_saying, is_cue, is_passive};
use super::outline::{Gap, Outline};
use super::subject;
use super::voice::{Voice, voice};
use crate::lexicon::{Clauses, WordClass, WordClasses};
use crate::text::Span;

/// Words of a sentence that are looked at.
const REACH: usize = 120;
/// Fewest words of a report.
const SHORTEST: usize = 3;

/// A sentence that reports what somebody said.
pub(super) struct Report {
    /// The items that were said.
    content: Range<usize>,
    /// Who said them.
    pub(super) found: Found,
}

impl Report {
    fn new(content: Range<usize>, mention: Range<usize>, cue: Range<usize>, rule: Rule) -> Report {
        Report { content, found: Found { mention, cue: Some(cue), rule } }
    }

    /// What was said, without the marked pieces in it.
    pub(super) fn fragments(&self, outline: &Outline) -> Vec<Span> {
        outline.items[self.content.clone()]
            .split(|item| item.is_piece)
            .filter(|run| run.len() >= SHORTEST)
            .map(|run| run[0].span.join(run[run.len() - 1].span))
            .collect()
    }
}

/// The report in a sentence, by the first shape that fits.
pub(super) fn reported(outline: &Outline, sentence: &Range<usize>) -> Option<Report> {
    let sentence = sentence.start..sentence.end.min(sentence.start + REACH);
    let shapes = [according_first, according_last, cited, said_last, said_first];
    let report = shapes.iter().find_map(|shape| shape(outline, sentence.clone()))?;
    let speaks = voice(outline, &report.found.mention, report.found.cue.as_ref()) == Voice::Own;
    (speaks && report.content.len() >= SHORTEST).then_some(report)
}

/// `According to Berg, the bridge is safe.`
fn according_first(outline: &Outline, sentence: Range<usize>) -> Option<Report> {
    let first = sentence.start;
    let name = first + according(outline, first).filter(|_| sentence.len() >= 6)?;
    let report = |mention: Range<usize>| {
        Some(Report::new(mention.end..sentence.end, mention, first..name, Rule::According))
    };
    // Laut Polizei fuhr der Fahrer zu schnell: no comma, the verb follows the name
    let needs_no_comma =
        name == first + 1 || outline.lexicon.language.reported_clauses() == Clauses::AfterComma;
    if needs_no_comma
        && let Some(mention) = subject::after(outline, name, sentence.end)
        && outline.runs_on(mention.end - 1)
    {
        return report(mention);
    }
    let mut commas = (name..sentence.end).filter(|&at| outline.gap(at).has(Gap::COMMA));
    let nearest = commas.next()?;
    // According to Berg, a lawyer in Ulm, the bridge is safe
    let apposition = outline.is(nearest + 1, WordClass::Determiner);
    let comma = if apposition { commas.next().unwrap_or(nearest) } else { nearest };
    report(name..comma + 1)
}

/// `The bridge is safe, according to Berg.`
fn according_last(outline: &Outline, sentence: Range<usize>) -> Option<Report> {
    let (first, name) = (sentence.start + 1..sentence.end - 1)
        .find_map(|at| Some((at, at + according(outline, at)?)))
        .filter(|(_, name)| *name < sentence.end)?;
    let last = (name..sentence.end - 1).find(|&at| !outline.runs_on(at)).unwrap_or(sentence.end - 1);
    Some(Report::new(sentence.start..first, name..last + 1, first..name, Rule::According))
}

/// `The bridge is safe, the agency cited Berg as saying.`
fn cited(outline: &Outline, sentence: Range<usize>) -> Option<Report> {
    let saying = (sentence.start + 1..sentence.end).find(|&at| is_as_saying(outline, at))?;
    let found = cited_speaker(outline, sentence.start, saying)?;
    let comma = (sentence.start..found.mention.start).rfind(|&at| outline.gap(at).has(Gap::COMMA));
    let content = match comma {
        Some(comma) if comma > sentence.start + 3 => sentence.start..comma + 1,
        Some(_) | None => saying + 1..sentence.end,
    };
    Some(Report { content, found })
}

/// `The bridge is safe, Berg said on Monday.` and `…, said Anna Berg.`
fn said_last(outline: &Outline, sentence: Range<usize>) -> Option<Report> {
    /// Words after the verb: *the town’s annual meeting of sailors in a statement on Monday*.
    const TAIL: usize = 14;
    let start = sentence.start;
    let follows_comma = |at: usize| outline.gap(at - 1).has(Gap::COMMA) && !outline.items[at - 1].is_piece;
    for verb in (start + SHORTEST..sentence.end).rev() {
        if !is_cue(outline, start, verb, WordClass::Say) || outline.is(verb, WordClass::Ing) {
            continue;
        }
        let report = |content, mention| Some(Report::new(content, mention, verb..verb + 1, Rule::SaidLast));
        if follows_comma(verb)
            && let Some(mention) = subject::after(outline, verb + 1, sentence.end)
            && closes(outline, &mention)
        {
            return report(start..verb, mention);
        }
        if sentence.end - verb > TAIL {
            break;
        }
        let ends = WordClass::Circumstance | WordClass::Listener | WordClass::Month;
        let has_object = outline.is(verb, WordClass::Telling)
            && (outline.is_name(verb + 1) || outline.is(verb + 1, WordClass::Determiner));
        if verb + 1 != sentence.end && !outline.is(verb + 1, ends) && !has_object {
            continue;
        }
        if let Some(mention) = subject::before(outline, start, verb)
            && mention.start > start + 2
            && follows_comma(mention.start)
        {
            return report(start..mention.start, mention);
        }
    }
    None
}

/// Verbs that may follow a subject.
fn verbs() -> WordClasses {
    WordClasses::CUE.with(WordClass::Auxiliary | WordClass::Modal | WordClass::Past)
}

/// Whether nothing but a subject follows its verb: not *said some of the crew had left*.
fn closes(outline: &Outline, mention: &Range<usize>) -> bool {
    let ends = !outline.runs_on(mention.end - 1) || outline.is(mention.end, WordClass::Circumstance);
    // Anna Berg, 26, said Kern could stay
    let last = mention.end - 1;
    let is_noun = outline.is_name(last) || outline.is(last, WordClass::Person);
    ends || is_noun && !outline.is(mention.end, verbs())
}

/// Whether a clause can start at `at`: a verb follows its first words, not only a noun.
fn has_verb(outline: &Outline, at: usize, end: usize) -> bool {
    /// Words of a subject.
    const REACH: usize = 10;
    (at + 1..end.min(at + REACH))
        .take_while(|&at| !outline.is(at, WordClass::Preposition) && !outline.items[at].is_piece)
        .any(|at| outline.is(at, verbs().with(WordClass::Finite)))
}

/// `Berg told reporters on Monday that the bridge was safe.`
fn said_first(outline: &Outline, sentence: Range<usize>) -> Option<Report> {
    let says = |&verb: &usize| {
        is_cue(outline, sentence.start, verb, WordClass::ClauseVerb)
            && !outline.is(verb - 1, WordClass::Infinitive)
            && !is_passive(outline, sentence.start, verb)
    };
    (sentence.start + 1..sentence.end).filter(says).find_map(|verb| {
        let start = clause_after(outline, verb, sentence.end)?;
        let mention = subject::of_verb(outline, sentence.start, verb)?;
        let report = Report::new(start..sentence.end, mention, verb..verb + 1, Rule::SaidFirst);
        (report.content.len() >= SHORTEST).then_some(report)
    })
}

/// Where the reported clause after a verb starts; none if the verb reports nothing.
fn clause_after(outline: &Outline, verb: usize, end: usize) -> Option<usize> {
    /// Words between the verb and *that*: *told a crowd in Ulm on Friday night that*.
    const DETOUR: usize = 14;
    if verb + 1 >= end || outline.gap(verb).has(Gap::CLAUSE) {
        return None;
    }
    let has_comma = outline.gap(verb).has(Gap::COMMA);
    let clauses = outline.lexicon.language.reported_clauses();
    if clauses == Clauses::AfterComma {
        // Quill betonte, dass es hält; Quill sagte am Montag, dass es hält; Quill sagte, es halte
        let comma = (verb..end.min(verb + DETOUR)).find(|&at| !outline.runs_on(at))?;
        let is_that = outline.is(comma + 1, WordClass::That);
        return (comma + 1 < end && (is_that || has_comma)).then_some(comma + 1 + usize::from(is_that));
    }
    if has_comma {
        return None;
    }
    let stops = |&at: &usize| {
        outline.is(at, WordClass::That) || outline.gap(at).has(Gap::CLAUSE) || outline.items[at].is_piece
    };
    let stop = (verb + 1..end.min(verb + 1 + DETOUR)).find(stops);
    match stop.filter(|&at| outline.is(at, WordClass::That)) {
        Some(that) => Some(that + 1),
        None if clauses == Clauses::AfterThat => None,
        None => bare_clause(outline, verb, end),
    }
}

/// Where a reported clause without *that* starts: *told reporters he would go*, *said on Monday the
/// bridge was safe*.
fn bare_clause(outline: &Outline, verb: usize, end: usize) -> Option<usize> {
    let next = verb + 1;
    let is_subject = |at: usize, is_article: bool| {
        outline.is(at, WordClass::Pronoun) || outline.is(at, WordClass::Determiner) && is_article
    };
    let at = if outline.is(verb, WordClass::Telling) {
        (next..end.min(next + 6)).find(|&at| is_subject(at, at > next))?
    } else if outline.is(next, WordClass::Circumstance) && !outline.is(next, WordClass::NoClause) {
        let is_article = |at: usize| !outline.is(at - 1, WordClass::Preposition);
        (next + 1..end.min(next + 8)).find(|&at| is_subject(at, is_article(at)))?
    } else {
        next
    };
    // announced charges against Berg: an object is no clause
    let starts = outline.items[at].capital || outline.is(at, WordClass::Determiner | WordClass::Nameless);
    let is_clause = outline.is(verb, WordClass::Plain)
        || outline.is(at, WordClass::Pronoun)
        || starts && has_verb(outline, at, end);
    (is_clause && !outline.items[at].is_piece && !outline.is(at, WordClass::NoClause)).then_some(at)
}
