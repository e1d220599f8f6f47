//! What stands at the head of a sentence before its subject: datelines and opening phrases.

use crate::lexicon::WordClass;
use std::ops::Range;

use super::outline::{Gap, Outline};

/// `WASHINGTON, D.C. (AFP) -`.
pub(super) fn skip_dateline(outline: &Outline, from: usize, to: usize) -> usize {
    let upper = |at: usize| outline.word(at).chars().all(|c| !c.is_lowercase());
    if from >= to || !upper(from) || outline.word(from).len() < 3 {
        return from;
    }
    let limit = to.min(from + 9);
    (from..limit).find(|&at| outline.items[at].gap.has(Gap::DASH)).map_or(from, |at| at + 1)
}

/// Steps over `In Iowa on Friday,`; none where no opening phrase stands at `from`.
pub(super) fn skip_phrase(outline: &Outline, from: usize, to: usize) -> Option<usize> {
    /// Longest opening phrase, in words.
    const REACH: usize = 28;
    let opens = outline.is(from, WordClass::Opener)
        || outline.is(from, WordClass::Ing) && !outline.is_name(from + 1)
        || is_length_of_time(outline, from);
    if !opens {
        return None;
    }
    let comma = |from: usize| {
        (from..to.min(from + REACH))
            .find(|&at| outline.items[at].gap.has(Gap::COMMA) || outline.items[at].piece.is_some())
    };
    let mut end = comma(from)? + 1;
    // In her first book, Long Rivers, Berg said
    if outline.is(end - 1, WordClass::Work) {
        let title = outline.names(end..to).into_iter().next().filter(|title| title.start == end);
        let closes =
            |title: &Range<usize>| title.end < to && outline.items[title.end - 1].gap.has(Gap::COMMA);
        end = title.filter(closes).map_or(end, |title| title.end);
    }
    // In Ulm, Germany, on Friday, Berg said
    while end < to {
        let again = outline.is_name(end) && outline.items[end].gap.has(Gap::COMMA)
            || outline.is(end, WordClass::Month) && outline.items[end].capital
            || outline.items[end].span.of(outline.text).bytes().all(|b| b.is_ascii_digit());
        if !again {
            break;
        }
        let Some(next) = comma(end).filter(|next| next + 1 < to) else { break };
        end = next + 1;
    }
    (end < to).then_some(end)
}

/// *Two days later,*
fn is_length_of_time(outline: &Outline, at: usize) -> bool {
    outline.is(at + 1, WordClass::Period)
}
