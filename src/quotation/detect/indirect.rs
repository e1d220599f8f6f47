//! Reported speech: *Berg said the bridge was safe*, without marks.
//!
//! One report a sentence at most. The words between marks that stand inside of
//! it are quotations of their own and are left out of its fragments.

use std::ops::Range;

use super::cues::{according, is_as_saying, is_cue, is_passive};
use super::outline::{Gap, Outline};
use super::people::Speaker;
use super::subject;
use super::voice::{Voice, voice};
use crate::lexicon::{Clauses, WordClass, WordClasses};
use crate::quotation::Confidence;
use crate::text::Span;

/// Words of a sentence that are looked at.
const REACH: usize = 120;
/// Fewest words of a report.
const SHORTEST: usize = 3;

/// A sentence that reports what somebody said.
pub(super) struct Report {
    /// The items that were said.
    pub(super) content: Range<usize>,
    pub(super) mention: Range<usize>,
    pub(super) cue: Range<usize>,
    pub(super) rule: &'static str,
}

impl Report {
    /// What was said, without the marked pieces in it.
    pub(super) fn fragments(&self, outline: &Outline) -> Vec<Span> {
        outline.items[self.content.clone()]
            .split(|item| item.piece.is_some())
            .filter(|run| run.len() >= SHORTEST)
            .map(|run| run[0].span.join(run[run.len() - 1].span))
            .collect()
    }

    /// A name is sure, whoever a pronoun stands for is not.
    pub(super) fn confidence(&self, speaker: Option<&(Speaker, Confidence)>) -> Confidence {
        match speaker {
            Some((_, sure)) if self.mention.len() > 1 => *sure,
            Some(_) => Confidence::Weak,
            None => Confidence::None,
        }
    }
}

/// The report in a sentence, by the first shape that fits.
pub(super) fn reported(outline: &Outline, sentence: Range<usize>) -> Option<Report> {
    let sentence = sentence.start..sentence.end.min(sentence.start + REACH);
    let shapes = [according_first, according_last, cited, said_last, said_first];
    shapes
        .iter()
        .find_map(|shape| shape(outline, sentence.clone()))
        .filter(|report| report.content.len() >= SHORTEST)
        .filter(|report| voice(outline, &report.mention, Some(&report.cue)) == Voice::Own)
}

/// `According to Berg, the bridge is safe.`
fn according_first(outline: &Outline, sentence: Range<usize>) -> Option<Report> {
    let first = sentence.start;
    let name = first + according(outline, first).filter(|_| sentence.len() >= 6)?;
    // Laut Polizei fuhr der Fahrer zu schnell: no comma, the verb follows the name
    let clauses = outline.lexicon.language.reported_clauses();
    if (name == first + 1 || clauses == Clauses::BehindComma)
        && let Some(mention) = subject::after(outline, name, sentence.end)
        && outline.runs_on(mention.end - 1)
    {
        let content = mention.end..sentence.end;
        return Some(Report { content, mention, cue: first..name, rule: "according-to" });
    }
    let mut commas = (name..sentence.end).filter(|&at| outline.items[at].gap.has(Gap::COMMA));
    let nearest = commas.next()?;
    // According to Berg, a lawyer in Ulm, the bridge is safe
    let apposition =
        outline.is(nearest + 1, WordClass::Determiner) || outline.is(nearest + 1, WordClass::Relative);
    let comma = if apposition { commas.next().unwrap_or(nearest) } else { nearest };
    Some(Report {
        content: comma + 1..sentence.end,
        mention: name..comma + 1,
        cue: first..name,
        rule: "according-to",
    })
}

/// `The bridge is safe, according to Berg.`
fn according_last(outline: &Outline, sentence: Range<usize>) -> Option<Report> {
    let (first, name) = (sentence.start + 1..sentence.end.saturating_sub(1))
        .find_map(|at| Some((at, at + according(outline, at)?)))
        .filter(|(_, name)| *name < sentence.end)?;
    let end = (name..sentence.end)
        .find(|&at| outline.items[at].gap.has(Gap::ANY))
        .map_or(sentence.end, |at| at + 1);
    Some(Report {
        content: sentence.start..first,
        mention: name..end,
        cue: first..name,
        rule: "according-to",
    })
}

/// `The bridge is safe, the agency cited Berg as saying.`
fn cited(outline: &Outline, sentence: Range<usize>) -> Option<Report> {
    let saying = (sentence.start + 1..sentence.end).find(|&at| is_as_saying(outline, at))?;
    let cited = (sentence.start..saying - 1).rev().find(|&at| outline.is(at, WordClass::Quoting))?;
    let mention = if cited + 1 < saying - 1 {
        cited + 1..saying - 1
    } else {
        subject::before(outline, sentence.start, cited)?
    };
    let comma = (sentence.start..cited).rev().find(|&at| outline.items[at].gap.has(Gap::COMMA));
    let content = match comma {
        Some(comma) if comma > sentence.start + 3 => sentence.start..comma + 1,
        Some(_) | None => saying + 1..sentence.end,
    };
    Some(Report { content, mention, cue: saying - 1..saying + 1, rule: "cited-as-saying" })
}

/// `The bridge is safe, Berg said on Monday.` and `…, said Anna Berg.`
fn said_last(outline: &Outline, sentence: Range<usize>) -> Option<Report> {
    /// Words behind the verb: *the town’s annual meeting of sailors in a statement on Monday*.
    const TAIL: usize = 14;
    for verb in (sentence.start + SHORTEST..sentence.end).rev() {
        if !is_cue(outline, sentence.start, verb, WordClass::Say) || outline.is(verb, WordClass::Ing) {
            continue;
        }
        if outline.items[verb - 1].gap.has(Gap::COMMA)
            && let Some(mention) = subject::after(outline, verb + 1, sentence.end)
            && outline.items[verb - 1].piece.is_none()
            && closes(outline, &mention)
        {
            return Some(Report {
                content: sentence.start..verb,
                mention,
                cue: verb..verb + 1,
                rule: "said-last",
            });
        }
        if sentence.end - verb > TAIL {
            break;
        }
        let closes = verb + 1 == sentence.end
            || outline.is(verb + 1, WordClass::Circumstance)
            || outline.is(verb + 1, WordClass::Listener)
            || outline.is(verb + 1, WordClass::Month)
            || (outline.is_name(verb + 1) || outline.is(verb + 1, WordClass::Determiner))
                && outline.is(verb, WordClass::Telling);
        let Some(mention) = subject::before(outline, sentence.start, verb).filter(|_| closes) else {
            continue;
        };
        let behind_comma = mention.start > sentence.start + 2
            && outline.items[mention.start - 1].gap.has(Gap::COMMA)
            && outline.items[mention.start - 1].piece.is_none();
        if behind_comma {
            return Some(Report {
                content: sentence.start..mention.start,
                mention,
                cue: verb..verb + 1,
                rule: "said-last",
            });
        }
    }
    None
}

/// Whether a subject behind its verb is all that stands there: not *said some of the crew had left*.
fn closes(outline: &Outline, mention: &Range<usize>) -> bool {
    let last = mention.end - 1;
    if !outline.runs_on(last) || outline.is(mention.end, WordClass::Circumstance) {
        return true;
    }
    // Anna Berg, 26, said Kern could stay
    let verbs = WordClasses::CUE.with(WordClass::Auxiliary | WordClass::Modal | WordClass::Past);
    let is_subject = outline.is(mention.end, verbs);
    (outline.is_name(last) || outline.is(last, WordClass::Person)) && !is_subject
}

/// Whether a clause can start at `at`: a verb stands behind its first words, not only a noun.
fn has_verb(outline: &Outline, at: usize, end: usize) -> bool {
    /// Words of a subject.
    const REACH: usize = 10;
    let verbs =
        WordClasses::CUE.with(WordClass::Auxiliary | WordClass::Modal | WordClass::Past | WordClass::Finite);
    let within = at + 1..end.min(at + REACH);
    within
        .take_while(|&at| !outline.is(at, WordClass::Preposition) && outline.items[at].piece.is_none())
        .any(|at| outline.is(at, verbs))
}

/// `Berg told reporters on Monday that the bridge was safe.`
fn said_first(outline: &Outline, sentence: Range<usize>) -> Option<Report> {
    for verb in sentence.start + 1..sentence.end {
        if !is_cue(outline, sentence.start, verb, WordClass::ClauseVerb)
            || outline.is(verb - 1, WordClass::Infinitive)
            || is_passive(outline, sentence.start, verb)
        {
            continue;
        }
        let Some(start) = clause_behind(outline, verb, sentence.end) else { continue };
        let mention = if outline.is(verb, WordClass::Ing) {
            subject::main(outline, sentence.start, verb)
        } else {
            subject::before(outline, sentence.start, verb)
        };
        let Some(mention) = mention else { continue };
        if sentence.end - start >= SHORTEST {
            return Some(Report {
                content: start..sentence.end,
                mention,
                cue: verb..verb + 1,
                rule: "said-first",
            });
        }
    }
    None
}

/// Where the reported clause behind a verb starts; none where the verb reports nothing.
fn clause_behind(outline: &Outline, verb: usize, end: usize) -> Option<usize> {
    /// Words between the verb and *that*: *told a crowd in Ulm on Friday night that*.
    const DETOUR: usize = 14;
    let mut at = verb + 1;
    if at >= end || outline.items[verb].gap.has(Gap::CLAUSE) {
        return None;
    }
    let comma = outline.items[verb].gap.has(Gap::COMMA);
    let clauses = outline.lexicon.language.reported_clauses();
    if clauses == Clauses::BehindComma {
        // Quill betonte, dass es hält; Quill sagte am Montag, dass es hält; Quill sagte, es halte
        let found = (verb..end.min(verb + DETOUR)).find(|&at| outline.items[at].gap.has(Gap::ANY))? + 1;
        let is_that = outline.is(found, WordClass::That);
        let opens = found < end && outline.items[found - 1].gap.has(Gap::COMMA) && (is_that || comma);
        return opens.then_some(found + usize::from(is_that));
    }
    if comma {
        return None;
    }
    let that = (at..end.min(at + DETOUR)).find(|&at| {
        outline.is(at, WordClass::That)
            || outline.items[at].gap.has(Gap::CLAUSE)
            || outline.items[at].piece.is_some()
    });
    if let Some(that) = that.filter(|&that| outline.is(that, WordClass::That)) {
        return Some(that + 1);
    }
    if clauses == Clauses::BehindThat {
        return None;
    }
    // told reporters he would go; said on Monday the bridge was safe
    if outline.is(verb, WordClass::Telling) {
        at = (at..end.min(at + 6)).find(|&at| {
            outline.is(at, WordClass::Pronoun) || outline.is(at, WordClass::Determiner) && at > verb + 1
        })?;
    } else if outline.is(at, WordClass::Circumstance) && !outline.is(at, WordClass::NoClause) {
        at = (at + 1..end.min(at + 8)).find(|&at| {
            outline.is(at, WordClass::Pronoun)
                || outline.is(at, WordClass::Determiner) && !outline.is(at - 1, WordClass::Preposition)
        })?;
    }
    let item = &outline.items[at];
    // announced charges against Berg: an object is no clause
    let plain = outline.is(verb, WordClass::Plain);
    let starts = item.capital
        || item.class.is(WordClass::Pronoun)
        || item.class.is(WordClass::Determiner)
        || item.class.is(WordClass::Nameless);
    if !plain && !(starts && (item.class.is(WordClass::Pronoun) || has_verb(outline, at, end))) {
        return None;
    }
    let nothing = item.piece.is_some() || item.class.is(WordClass::NoClause);
    (!nothing).then_some(at)
}
