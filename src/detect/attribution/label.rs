//! Names that precede their words like a label: `Berg: “…”`, `Anna, 37, Ulm: “…”`, and lines that
//! hold nothing else.

use std::ops::Range;

use super::place::{Found, Place, Rule};
use crate::detect::outline::{Gap, Outline};
use crate::lexicon::WordClass;

/// Longest label, in words.
const LONGEST: usize = 12;

/// `Berg: “…”`, `Berg (Greens): “…”` and `1. Anna, 37, Ulm: “…”`.
pub(super) fn label(place: &Place) -> Option<Found> {
    let outline = place.outline;
    if place.at == place.from || !outline.gap(place.at - 1).has(Gap::COLON) {
        return None;
    }
    let words = place.from..place.at;
    let listed = if words.len() <= LONGEST { first_of_list(outline, words.clone()) } else { None };
    let last = || outline.names(words.start.max(words.end.saturating_sub(10))..words.end).last();
    let is_label = |name: &Range<usize>| name.end == place.at || outline.gap(name.end - 1).has(Gap::OPEN);
    let mention = listed.or_else(|| last().filter(is_label))?;
    Some(Found { mention, cue: None, rule: Rule::Label })
}

/// `Anna Berg, 26, Ulm`, alone on its line: whoever speaks in the lines after it.
pub(in super::super) fn heading(outline: &Outline, block: &Range<usize>) -> Option<Range<usize>> {
    if block.is_empty() || block.len() > LONGEST || outline.gap(block.end - 1).has(Gap::STOP) {
        return None;
    }
    first_of_list(outline, block.clone()).filter(|name| is_age(outline, name.end))
}

/// `And from Anna Berg:`, `From the desk of Anna Berg, chairwoman:`: who sent the words that follow.
pub(super) fn sender(outline: &Outline, sentence: &Range<usize>) -> Option<Found> {
    /// Words before the one that names the sender: *and this*.
    const LEAD: usize = 2;
    let from = sentence.clone().take(LEAD + 1).find(|&at| outline.is(at, WordClass::Sender))?;
    let names = || outline.names(from + 1..sentence.end).filter(|_| sentence.len() <= LONGEST);
    let mention = names().find(|name| name.len() > 1).or_else(|| names().next())?;
    Some(Found { mention, cue: None, rule: Rule::Label })
}

/// The name at the head of a list of its age, place or trade: *Anna Berg, 37, Ulm*.
fn first_of_list(outline: &Outline, within: Range<usize>) -> Option<Range<usize>> {
    let start = within.clone().find(|&at| !outline.is_digits(at))?;
    let name = outline.name_at(start..within.end).filter(|name| name.end < within.end)?;
    let is_list = (name.end..within.end).all(|at| outline.is_digits(at) || outline.is_name(at));
    (is_list && outline.gap(name.end - 1).has(Gap::COMMA)).then_some(name)
}

/// Whether a number between two commas or in brackets can be somebody’s age.
pub(in super::super) fn is_age(outline: &Outline, at: usize) -> bool {
    let Some(item) = outline.items.get(at).filter(|item| item.span.len() <= 2) else { return false };
    let before = outline.gap_before(at);
    let apart = before.has(Gap::COMMA) && item.gap.has(Gap::COMMA.or(Gap::END))
        || before.has(Gap::OPEN) && item.gap.has(Gap::CLOSE);
    apart && outline.is_digits(at)
}
