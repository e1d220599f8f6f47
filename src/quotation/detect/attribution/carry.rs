//! Pieces that no rule of their own reaches: a speaker is carried over to them.
//!
//! From the other half of an interrupted quotation, from the paragraph before
//! where the marks stay open, from a sentence that ends in a colon, at last from
//! whoever spoke last.

use std::ops::Range;

use super::label::sender;
use super::unsaid::is_unsaid;
use super::{Found, Place, RULES, Rule, nearby};
use crate::lexicon::WordClass;
use crate::quotation::detect::marks::Marked;
use crate::quotation::detect::outline::{Gap, Outline};
use crate::quotation::detect::voice::{Voice, voice};

/// Items to either side of a piece that a rule may look at.
pub(super) const REACH: usize = 120;

/// What the blocks so far leave behind for the next.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Memory {
    /// The last attribution of the block before.
    pub(in super::super) block_before: Option<Found>,
    /// The items that named whoever spoke last.
    pub(in super::super) last_mention: Option<Range<usize>>,
}

/// Who said the pieces of one block, in order.
pub(in super::super) fn attribute(
    outline: &Outline,
    pieces: &[Marked],
    of_block: Range<usize>,
    memory: &Memory,
) -> Vec<Option<Found>> {
    let block = outline.block_of(outline.pieces[of_block.start]);
    let places: Vec<Place> = of_block.clone().map(|piece| place(outline, pieces, piece, &of_block)).collect();
    let unsaid = unsaid(&places);
    let own = |(place, unsaid): (&Place, &bool)| if *unsaid { None } else { beside(place) };
    let mut found: Vec<Option<Found>> = places.iter().zip(&unsaid).map(own).collect();
    let head = found[0].as_ref().is_none_or(|found| found.rule == Rule::SentenceHead);
    if head && !unsaid[0] {
        found[0] = intro(&places[0], block).or(found[0].take());
    }
    keep_interrupted(&places, &mut found);
    carry_inside(&places, &mut found);
    for (n, place) in places.iter().enumerate() {
        if unsaid[n] {
            found[n] = None;
        } else if found[n].is_none() {
            found[n] = carry_into(place, &pieces[of_block.start + n], block, memory);
        }
    }
    found
}

/// Whether nothing but *and* stands between two pieces, or a remark in brackets.
fn is_listed(before: &Place, place: &Place) -> bool {
    /// Words of *as well as the*.
    const LONGEST: usize = 5;
    let outline = place.outline;
    let mut depth = 0_usize;
    let mut words = 0;
    for at in before.at..place.at {
        let item = &outline.items[at];
        words += usize::from(at > before.at && depth == 0);
        if depth == 0 && item.class.is(WordClass::Being) {
            return false;
        }
        depth += usize::from(item.gap.has(Gap::OPEN));
        depth = depth.saturating_sub(usize::from(item.gap.has(Gap::CLOSE)));
    }
    before.at >= place.sentence.start && words <= LONGEST
}

/// Who said a piece, by the first rule that finds somebody who can have said it.
fn beside(place: &Place) -> Option<Found> {
    RULES.iter().find_map(|rule| {
        let found = rule(place)?;
        match voice(place.outline, &found.mention, found.cue.as_ref()) {
            Voice::Own => Some(found),
            Voice::Owner(mention) => Some(Found { mention, rule: Rule::Possessive, ..found }),
            Voice::None => None,
        }
    })
}

/// Which pieces are nobody’s words: also what is listed behind one, *walls with “A”, “B” and “C”*.
fn unsaid(places: &[Place]) -> Vec<bool> {
    let mut all: Vec<bool> = Vec::with_capacity(places.len());
    for (n, place) in places.iter().enumerate() {
        let listed = n > 0 && all[n - 1] && is_listed(&places[n - 1], place);
        all.push(listed || is_unsaid(place));
    }
    all
}

/// The surroundings of a piece.
fn place<'a>(
    outline: &'a Outline<'a>,
    pieces: &[Marked],
    piece: usize,
    of_block: &Range<usize>,
) -> Place<'a> {
    let at = outline.pieces[piece];
    let whole = &outline.sentences[outline.sentence_of(at)];
    let sentence = whole.start.max(at.saturating_sub(REACH))..whole.end.min(at + REACH);
    let before = (piece > of_block.start).then(|| outline.pieces[piece - 1] + 1);
    let after = (piece + 1 < of_block.end).then(|| outline.pieces[piece + 1]);
    Place {
        outline,
        at,
        from: before.map_or(sentence.start, |before| before.max(sentence.start)),
        to: after.unwrap_or(outline.blocks[outline.block_of(at)].end),
        sentence,
        last: pieces[piece]
            .inner
            .of(outline.text)
            .trim_end_matches(['\'', '’', '‘', ' ', '\u{a0}'])
            .chars()
            .next_back()
            .filter(|c| !c.is_alphanumeric()),
    }
}

/// `Berg put it this way:`, and the quotation is the next paragraph.
fn intro(place: &Place, block: usize) -> Option<Found> {
    let outline = place.outline;
    let before = outline.blocks[..block].last().filter(|before| !before.is_empty())?;
    if place.at != outline.blocks[block].start || !outline.items[before.end - 1].gap.has(Gap::COLON) {
        return None;
    }
    let sentence = outline.sentences[outline.sentence_of(before.end - 1)].clone();
    let found = sender(outline, sentence.clone()).or_else(|| nearby::from_sentence(place, sentence))?;
    Some(Found { rule: Rule::Intro, ..found })
}

/// `“A,” says Berg. “B.”`: the sentence before holds a piece of the same quotation.
fn keep_interrupted(places: &[Place], found: &mut [Option<Found>]) {
    for n in 1..places.len() {
        let place = &places[n];
        let guessed = found[n].as_ref().is_some_and(|found| found.rule == Rule::PreviousSentence);
        let sentence = |place: &Place| place.outline.sentence_of(place.at);
        if guessed && sentence(&places[n - 1]) + 1 == sentence(place) {
            let before = found[n - 1].clone().filter(|found| !found.rule.is_vague());
            found[n] = before.map(|found| Found { rule: Rule::SameParagraph, ..found }).or(found[n].take());
        }
    }
}

/// Whether a piece still waits for a better attribution.
fn waits(found: Option<&Found>) -> bool {
    found.is_none_or(|found| found.rule == Rule::SentenceHead)
}

/// Shares a speaker between the pieces of one block.
fn carry_inside(places: &[Place], found: &mut [Option<Found>]) {
    let own: Vec<bool> = found.iter().map(|found| !waits(found.as_ref())).collect();
    let mut after: Vec<Option<usize>> = vec![None; places.len()];
    for n in (0..places.len().saturating_sub(1)).rev() {
        after[n] = if own[n + 1] { Some(n + 1) } else { after[n + 1] };
    }
    let mut before = None;
    for n in 0..places.len() {
        if own[n] {
            before = Some(n);
            continue;
        }
        let same = |other: usize| {
            places[other].outline.sentence_of(places[other].at) == places[n].outline.sentence_of(places[n].at)
        };
        let distance = |other: usize| places[other].at.abs_diff(places[n].at);
        let in_sentence = [before, after[n]]
            .into_iter()
            .flatten()
            .filter(|&other| same(other))
            .min_by_key(|&other| distance(other));
        if let Some(other) = in_sentence {
            found[n] = found[other].clone().map(|found| Found { rule: Rule::Coordinated, ..found });
            continue;
        }
        if found[n].is_none() && places[n].is_long() {
            let other = before.or(after[n]);
            found[n] = other
                .and_then(|other| found[other].clone())
                .map(|found| Found { rule: Rule::SameParagraph, ..found });
        }
    }
}

impl Place<'_> {
    /// Whether the piece is words somebody said rather than a term.
    fn is_long(&self) -> bool {
        self.outline.items[self.at].span.len() > 27 || self.last.is_some_and(|c| ".!?,".contains(c))
    }
}

/// A speaker from before the block.
fn carry_into(place: &Place, piece: &Marked, block: usize, memory: &Memory) -> Option<Found> {
    if piece.continues
        && let Some(found) = &memory.block_before
    {
        return Some(Found { rule: Rule::Continuation, ..found.clone() });
    }
    let mention = memory.last_mention.clone()?;
    let outline = place.outline;
    let block = &outline.blocks[block];
    let alone =
        place.at == block.start && (place.at + 1..block.end).all(|at| outline.items[at].piece.is_some());
    let length = piece.inner.len();
    (alone && length > 20 || length > 60).then_some(Found { mention, cue: None, rule: Rule::PreviousSpeaker })
}
