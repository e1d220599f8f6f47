//! Asks the rules for each piece of a block, and carries a speaker over to the pieces that none reaches.
//!
//! From the other half of an interrupted quotation, from the paragraph before
//! if its marks stay open, from a sentence that ends in a colon, at last from
//! whoever spoke last.

use std::ops::Range;

use super::place::{Found, Place, Rule};
use super::unsaid::is_unsaid;
use super::{after, before, label, nearby};
use crate::detect::outline::{Gap, Outline};
use crate::detect::piece::Marked;
use crate::detect::voice::{Voice, voice};
use crate::rows;

/// A rule: its name, and who said the piece if this place says so.
type NamedRule = (&'static str, fn(&Place) -> Option<Found>);

/// The rules in order; the first that fires wins. Each function begins with an example.
const RULES: &[NamedRule] = &[
    ("before-inserted", before::inserted),
    ("agent", before::agent),
    ("after-dash", after::dash),
    ("before-next-to-verb", before::next_to_verb),
    ("after-inverted", after::inverted),
    ("after-according", after::according),
    ("after-cited", after::cited),
    ("after", after::plain),
    ("before-cited", before::cited),
    ("before", before::plain),
    ("before-inverted", before::inverted),
    ("before-according", before::according),
    ("label", label::label),
    ("after-unlisted-verb", after::unlisted_verb),
    ("same-sentence", nearby::same_sentence),
    ("noun", nearby::noun),
    ("possessive", nearby::possessive),
    ("previous-sentence", nearby::previous_sentence),
    ("sentence-head", nearby::sentence_head),
];

/// Who said the pieces of one block, in order.
///
/// `block_before` is the last attribution of the block before, `last` is the mention of whoever spoke last.
pub(in super::super) fn attribute(
    outline: &Outline,
    pieces: &[Marked],
    of_block: Range<usize>,
    block_before: Option<&Found>,
    last: Option<&Range<usize>>,
) -> Vec<Option<Found>> {
    let places: Vec<Place> =
        of_block.clone().map(|piece| Place::new(outline, pieces, piece, &of_block)).collect();
    let unsaid: Vec<bool> = places.iter().map(is_unsaid).collect();
    let own = |(place, unsaid): (&Place, &bool)| if *unsaid { None } else { by_rules(place) };
    let mut found: Vec<Option<Found>> = places.iter().zip(&unsaid).map(own).collect();
    if waits(found[0].as_ref()) && !unsaid[0] {
        found[0] = intro(&places[0]).or(found[0].take());
    }
    keep_interrupted(&places, &mut found);
    carry_inside(&places, &mut found);
    for (n, place) in places.iter().enumerate() {
        if unsaid[n] {
            found[n] = None;
        } else if found[n].is_none() {
            found[n] = carry_into(place, &pieces[of_block.start + n], block_before, last);
        }
    }
    found
}

/// Who said a piece, by the first rule that finds somebody who can have said it.
fn by_rules(place: &Place) -> Option<Found> {
    rows::active("attribution", RULES, |(name, _)| name).find_map(|(_, rule)| {
        let found = rule(place)?;
        match voice(place.outline, &found.mention, found.cue.as_ref()) {
            Voice::Own => Some(found),
            Voice::Owner(mention) => Some(Found { mention, rule: Rule::Possessive, ..found }),
            Voice::None => None,
        }
    })
}

/// `Berg put it this way:`, and the quotation is the next paragraph.
fn intro(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let last = place.at.checked_sub(1).filter(|_| place.at == outline.block_of(place.at).start)?;
    if !outline.gap(last).has(Gap::COLON) {
        return None;
    }
    let sentence = &outline.sentences[outline.sentence_of(last)];
    let found = label::sender(outline, sentence).or_else(|| nearby::from_sentence(place, sentence))?;
    Some(Found { rule: Rule::Intro, ..found })
}

/// `“A,” says Berg. “B.”`: the sentence before holds a piece of the same quotation.
fn keep_interrupted(places: &[Place], found: &mut [Option<Found>]) {
    let sentence = |place: &Place| place.outline.sentence_of(place.at);
    for n in 1..places.len() {
        let guessed = found[n].as_ref().is_some_and(|found| found.rule == Rule::PreviousSentence);
        if guessed
            && sentence(&places[n - 1]) + 1 == sentence(&places[n])
            && let Some(before) = found[n - 1].clone()
        {
            found[n] = Some(Found { rule: Rule::SameParagraph, ..before });
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
    for n in (1..places.len()).rev() {
        after[n - 1] = if own[n] { Some(n) } else { after[n] };
    }
    let mut before = None;
    for (n, place) in places.iter().enumerate() {
        if own[n] {
            before = Some(n);
            continue;
        }
        let in_sentence = [before, after[n]]
            .into_iter()
            .flatten()
            .filter(|&other| {
                place.outline.sentence_of(places[other].at) == place.outline.sentence_of(place.at)
            })
            .min_by_key(|&other| places[other].at.abs_diff(place.at));
        // words somebody said rather than a term
        let is_long = place.outline.items[place.at].span.len() > 27
            || place.last.is_some_and(|c| matches!(c, '.' | '!' | '?' | ','));
        let (other, rule) = match in_sentence {
            Some(other) => (Some(other), Rule::Coordinated),
            None if found[n].is_none() && is_long => (before.or(after[n]), Rule::SameParagraph),
            None => continue,
        };
        found[n] = other.and_then(|other| found[other].clone()).map(|found| Found { rule, ..found });
    }
}

/// A speaker from before the block.
fn carry_into(
    place: &Place,
    piece: &Marked,
    block_before: Option<&Found>,
    last: Option<&Range<usize>>,
) -> Option<Found> {
    if let Some(found) = block_before.filter(|_| piece.continues) {
        return Some(Found { rule: Rule::Continuation, ..found.clone() });
    }
    let outline = place.outline;
    let block = outline.block_of(place.at);
    let alone = place.at == block.start && outline.items[block.clone()].iter().all(|item| item.is_piece);
    let length = piece.inner.len();
    let mention = last.filter(|_| alone && length > 20 || length > 60)?.clone();
    Some(Found { mention, cue: None, rule: Rule::PreviousSpeaker })
}
