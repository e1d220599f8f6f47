//! Names that stand in front of what they said like a label: `Berg: “…”`, `Anna, 37, Ulm: “…”`,
//! and lines that hold nothing else.

use std::ops::Range;

use super::{Found, Place, Rule};
use crate::lexicon::{WordClass, WordClasses};
use crate::quotation::detect::cues::is_cue;
use crate::quotation::detect::outline::{Gap, Outline};

/// Longest label, in words.
const LONGEST: usize = 12;

/// `Berg: “…”`, `Berg (Greens): “…”` and `1. Anna, 37, Ulm: “…”`.
pub(super) fn label(place: &Place) -> Option<Found> {
    let outline = place.outline;
    if place.at == place.from || !outline.items[place.at - 1].gap.has(Gap::COLON) {
        return None;
    }
    let found = |mention| Found { mention, cue: None, rule: Rule::Label };
    if place.at - place.from <= LONGEST
        && let Some(name) = first_of_list(outline, place.from..place.at)
    {
        return Some(found(name));
    }
    let start = place.from.max(place.at.saturating_sub(10));
    let name = outline.names(start..place.at).pop()?;
    let bracketed = name.end == place.at || outline.items[name.end - 1].gap.has(Gap::OPEN);
    (bracketed && !outline.items[name.end - 1].possessive).then(|| found(name))
}

/// `Anna Berg, 26, Ulm`, alone on its line: whoever speaks in what follows.
pub(in super::super) fn heading(outline: &Outline, block: &Range<usize>) -> Option<Range<usize>> {
    let last = block.end.checked_sub(1).filter(|last| *last >= block.start)?;
    if block.len() > LONGEST || outline.items[last].gap.has(Gap::STOP) {
        return None;
    }
    let name = first_of_list(outline, block.clone())?;
    is_age(outline, name.end).then_some(name)
}

/// `And from Anna Berg:`, `From the desk of Anna Berg, chairwoman:`: who sent what follows.
pub(super) fn sender(outline: &Outline, sentence: Range<usize>) -> Option<Found> {
    /// Words before the one that names the sender: *and this*.
    const LEAD: usize = 2;
    let from = sentence.clone().take(LEAD + 1).find(|&at| outline.is(at, WordClass::Sender))?;
    let says = (from + 1..sentence.end).any(|at| is_cue(outline, from + 1, at, WordClasses::CUE));
    if sentence.len() > LONGEST || says {
        return None;
    }
    let names = outline.names(from + 1..sentence.end);
    let mention = names.iter().find(|name| name.len() > 1).or(names.first())?.clone();
    Some(Found { mention, cue: None, rule: Rule::Label })
}

/// The name at the head of a list of its age, place or trade: *Anna Berg, 37, Ulm*.
fn first_of_list(outline: &Outline, within: Range<usize>) -> Option<Range<usize>> {
    let numbers = within.clone().take_while(|&at| is_digits(outline, at)).count();
    let start = within.start + numbers;
    let name = outline.names(start..within.end).into_iter().next().filter(|name| name.start == start)?;
    let comma = outline.items[name.end - 1].gap.has(Gap::COMMA) && name.end < within.end;
    let is_part = |at: usize| {
        let gap = outline.items[at].gap;
        let parts = !gap.has(Gap::STOP) && !gap.has(Gap::SEMICOLON) && !gap.has(Gap::OPEN);
        parts && outline.items[at].piece.is_none() && (is_digits(outline, at) || outline.is_name(at))
    };
    (comma && !outline.items[name.end - 1].possessive && (name.end..within.end).all(is_part)).then_some(name)
}

fn is_digits(outline: &Outline, at: usize) -> bool {
    outline.items[at].span.of(outline.text).bytes().all(|b| b.is_ascii_digit())
}

/// Whether a number between two commas can be somebody’s age.
pub(in super::super) fn is_age(outline: &Outline, at: usize) -> bool {
    let Some(item) = outline.items.get(at) else { return false };
    let behind = outline.gap_before(at);
    let apart = behind.has(Gap::COMMA) && (item.gap.has(Gap::COMMA) || item.gap.has(Gap::END))
        || behind.has(Gap::OPEN) && item.gap.has(Gap::CLOSE);
    apart && is_digits(outline, at) && item.span.len() <= 2
}
