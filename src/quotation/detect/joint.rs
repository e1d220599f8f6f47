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
        return vec![mention.clone()];
    }
    extend_left(outline, sentence.start, &mut parts);
    extend_right(outline, sentence.end, &mut parts);
    let is_one = parts.len() < 2 || !parts.iter().all(|part| is_speaker(outline, part));
    if is_one { vec![mention.clone()] } else { parts }
}

/// The parts of a mention, cut at each *and* between two of them.
fn parted(outline: &Outline, mention: &Range<usize>) -> Vec<Range<usize>> {
    let is_cut = |at: &usize| {
        let joins = outline.is(*at, WordClass::Together) && !outline.items[*at].capital;
        *at > mention.start && joins && outline.runs_on(at - 1) && outline.runs_on(*at)
    };
    let (mut parts, mut start) = (Vec::new(), mention.start);
    for cut in (mention.start..mention.end.saturating_sub(1)).filter(is_cut) {
        parts.push(start..cut);
        start = cut + 1;
    }
    parts.push(start..mention.end);
    parts
}

/// Adds the parts before the first: *Lund, Oakes* of *Lund, Oakes and Reed*.
fn extend_left(outline: &Outline, from: usize, parts: &mut Vec<Range<usize>>) {
    for _ in 0..MOST {
        let Some(link) = parts[0].start.checked_sub(1).filter(|link| *link > from) else { return };
        let joins =
            outline.is(link, WordClass::Together) && outline.runs_on(link) && !outline.items[link].capital;
        let last = if joins { link - 1 } else { link };
        let lists = parts.len() > 1 && outline.items[link].gap == Gap::COMMA;
        let is_apart = joins && outline.items[last].gap == Gap::COMMA;
        if !(joins && outline.runs_on(last) || lists || is_apart) || outline.items[last].piece.is_some() {
            return;
        }
        let part = if is_apart { before_apposition(outline, from, last) } else { None };
        let part = part.or_else(|| part_ending_at(outline, from, last + 1).filter(|_| !is_apart));
        let Some(part) = part else { return };
        // the subject begins its clause: not *he met Lund and Oakes said*
        let is_open = part.start == from
            || outline.gap_before(part.start).has(Gap::ANY)
            || outline.items[part.start - 1].piece.is_some();
        if !is_open {
            return;
        }
        parts.insert(0, part);
    }
}

/// `Piet Lund, a lawyer,`: the name before the apposition that ends with `last`.
fn before_apposition(outline: &Outline, from: usize, last: usize) -> Option<Range<usize>> {
    let first = from.max(last.saturating_sub(REACH));
    let comma = (first..last).rev().take_while(|&at| !outline.items[at].gap.has(Gap::CLAUSE));
    let comma = comma.into_iter().find(|&at| !outline.adjoins(at))?;
    let opens = outline.is(comma + 1, WordClass::Determiner) || outline.is(comma + 1, WordClass::Preposition);
    let is_comma = outline.items[comma].gap == Gap::COMMA && (opens || comma + 1 == last);
    outline.names(first..comma + 1).pop().filter(|name| is_comma && name.end == comma + 1)
}

/// The name or noun phrase that ends before `end`.
fn part_ending_at(outline: &Outline, from: usize, end: usize) -> Option<Range<usize>> {
    let first = from.max(end.saturating_sub(REACH));
    if let Some(name) = outline.names(first..end).pop().filter(|name| name.end == end) {
        return Some(name);
    }
    let start = (first..end)
        .rev()
        .find(|&at| outline.is(at, WordClass::Determiner) || outline.is(at, WordClass::Possessive));
    start.map(|start| start..end)
}

/// Adds the parts after the last: *said Lund and Oakes.*
fn extend_right(outline: &Outline, to: usize, parts: &mut Vec<Range<usize>>) {
    for _ in 0..MOST {
        let Some(last) = parts.last().cloned() else { return };
        let link = last.end;
        let is_link = link + 1 < to && outline.is(link, WordClass::Together) && !outline.items[link].capital;
        if !is_link || !outline.runs_on(link - 1) || !outline.runs_on(link) {
            return;
        }
        let Some(part) = part_starting_at(outline, link + 1, to) else { return };
        // *said Lund and Oakes agreed*: the second has a verb of its own
        let closes = part.end == to
            || outline.items[part.end - 1].gap.has(Gap::ANY)
            || outline.is(part.end, WordClass::Preposition);
        if !closes {
            return;
        }
        parts.push(part);
    }
}

fn part_starting_at(outline: &Outline, start: usize, to: usize) -> Option<Range<usize>> {
    let to = to.min(start + REACH);
    let name = outline.names(start..to).into_iter().next().filter(|name| name.start == start);
    name.or_else(|| noun_phrase(outline, start, to))
}

/// Whether a part can be one of several who speak: a person’s name, or a noun that speaks.
fn is_speaker(outline: &Outline, part: &Range<usize>) -> bool {
    let Some(last) = part.end.checked_sub(1).filter(|last| *last >= part.start) else { return false };
    if outline.items[part.start].piece.is_some() || outline.items[last].possessive {
        return false;
    }
    let Some(name) = outline.names(part.clone()).pop().filter(|name| name.end == part.end) else {
        let leads =
            outline.is(part.start, WordClass::Determiner) || outline.is(part.start, WordClass::Possessive);
        return leads && outline.is(last, WordClasses::SPEAKER);
    };
    let is_body = |at: usize| outline.is(at, WordClass::Organization) || outline.is(at, WordClass::Place);
    // *Trade and Industry Secretary Anna Berg*: a title inside belongs to both words
    let has_title = (name.start + 1..name.end).any(|at| outline.is(at, WordClass::Title))
        && !outline.is(name.start, WordClass::Title);
    !name.clone().any(is_body) && !has_title
}
