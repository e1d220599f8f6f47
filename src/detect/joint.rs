//! Several who speak together: *Lund and Oakes said*, *said the mayor and her deputy*.
//!
//! The rules of attribution find one of them; the others are next to it. Every part must be able
//! to speak, and the parts must be all of the subject: *he met Lund and Oakes said* has one speaker.

use crate::lexicon::{WordClass, WordClasses};
use std::ops::Range;

use super::outline::{Gap, Outline};
use super::phrase::noun_phrase;

/// Words of one part.
const REACH: usize = 8;
/// Parts that are looked for on either side.
const MOST: usize = 4;

/// Everyone who speaks where a rule found `mention`, in order; the mention alone if it is one.
pub(super) fn joint(outline: &Outline, mention: &Range<usize>) -> Vec<Range<usize>> {
    let sentence = &outline.sentences[outline.sentence_of(mention.start)];
    let mut parts = parted(outline, mention);
    if parts.len() == 1 && !is_speaker(outline, &parts[0]) {
        return parts;
    }
    for _ in 0..MOST {
        let Some(part) = part_before(outline, sentence.start, &parts) else { break };
        parts.insert(0, part);
    }
    for _ in 0..MOST {
        let Some(part) = part_after(outline, sentence.end, &parts) else { break };
        parts.push(part);
    }
    if parts.iter().all(|part| is_speaker(outline, part)) { parts } else { vec![mention.clone()] }
}

/// The parts of a mention, cut at each *and* between two of them.
fn parted(outline: &Outline, mention: &Range<usize>) -> Vec<Range<usize>> {
    let (mut parts, mut start) = (Vec::new(), mention.start);
    for cut in (mention.start + 1..mention.end - 1).filter(|&at| outline.is(at, WordClass::Together)) {
        parts.push(start..cut);
        start = cut + 1;
    }
    parts.push(start..mention.end);
    parts
}

/// The part before the first: *Lund, Oakes* of *Lund, Oakes and Reed*.
fn part_before(outline: &Outline, from: usize, parts: &[Range<usize>]) -> Option<Range<usize>> {
    let link = parts[0].start.checked_sub(1).filter(|link| *link > from)?;
    let joins = outline.is(link, WordClass::Together) && outline.runs_on(link);
    let last = link - usize::from(joins);
    let has_comma = outline.gap(last) == Gap::COMMA;
    let part = match joins {
        true if has_comma => before_apposition(outline, from, last)?,
        true if !outline.runs_on(last) => return None,
        false if parts.len() == 1 || !has_comma => return None,
        true | false => part_ending_at(outline, from, last + 1)?,
    };
    // the subject begins its clause: not *he met Lund and Oakes said*
    let starts_clause = part.start == from
        || outline.gap_before(part.start).has(Gap::ANY)
        || outline.items[part.start - 1].is_piece;
    starts_clause.then_some(part)
}

/// `Piet Lund, a lawyer,`: the name before the apposition that ends with `last`.
fn before_apposition(outline: &Outline, from: usize, last: usize) -> Option<Range<usize>> {
    let first = from.max(last.saturating_sub(REACH));
    let comma = (first..last).rfind(|&at| !outline.adjoins(at))?;
    let opens = outline.is(comma + 1, WordClass::Determiner | WordClass::Preposition);
    let is_apposition = opens && outline.gap(comma) == Gap::COMMA;
    outline.name_ending(first..comma + 1).filter(|_| is_apposition)
}

/// The name or noun phrase that ends before `end`.
fn part_ending_at(outline: &Outline, from: usize, end: usize) -> Option<Range<usize>> {
    let first = from.max(end.saturating_sub(REACH));
    let noun = || Some((first..end).rfind(|&at| outline.starts_phrase(at))?..end);
    outline.name_ending(first..end).or_else(noun)
}

/// The part after the last: *said Lund and Oakes.*
fn part_after(outline: &Outline, to: usize, parts: &[Range<usize>]) -> Option<Range<usize>> {
    let link = parts.last()?.end;
    if link + 1 >= to || !outline.is(link, WordClass::Together) || !outline.runs_on(link - 1) {
        return None;
    }
    let to = to.min(link + 1 + REACH);
    let part = outline.name_at(link + 1..to).or_else(|| noun_phrase(outline, link + 1, to))?;
    // *said Lund and Oakes agreed*: the second has a verb of its own
    let closes =
        part.end == to || !outline.runs_on(part.end - 1) || outline.is(part.end, WordClass::Preposition);
    closes.then_some(part)
}

/// Whether a part can be one of several who speak: a person’s name, or a noun that speaks.
fn is_speaker(outline: &Outline, part: &Range<usize>) -> bool {
    if part.is_empty() {
        return false;
    }
    let Some(name) = outline.name_ending(part.clone()) else {
        return outline.starts_phrase(part.start) && outline.is(part.end - 1, WordClasses::SPEAKER);
    };
    // *Trade and Industry Secretary Anna Berg*: a title inside belongs to both words
    let has_title = (name.start + 1..name.end).any(|at| outline.is(at, WordClass::Title));
    !outline.names_body(&name) && !has_title
}
