//! Nothing beside the marks names a speaker: the sentence and the one before it may.

use std::ops::Range;

use super::{Found, Place, Rule, cue};
use crate::lexicon::{WordClass, WordClasses};
use crate::quotation::detect::outline::Gap;
use crate::quotation::detect::subject;

/// Another verb of the sentence that introduces a quotation, before the marks or behind them.
pub(super) fn same_sentence(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let start = place.sentence.start;
    place.cues(place.sentence.clone(), WordClasses::CUE).find_map(|verb| {
        if verb == start || (verb > place.at && !outline.is(verb, WordClass::Say)) {
            return None;
        }
        let mention = if outline.is(verb, WordClass::Ing) {
            subject::main(outline, start, verb)
        } else {
            inverted(place, verb).or_else(|| subject::before(outline, start, verb))
        }?;
        Some(Found { mention, cue: Some(cue(outline, verb)), rule: Rule::SameSentence })
    })
}

/// `“…”, but nobody came, said Anna Berg.`: a verb behind a comma with its whole subject behind it.
fn inverted(place: &Place, verb: usize) -> Option<Range<usize>> {
    if verb < place.at { None } else { behind_comma(place, verb, place.sentence.end) }
}

/// `This is no exception, says Anna Berg, a lawyer`: the subject of a verb behind a comma.
fn behind_comma(place: &Place, verb: usize, to: usize) -> Option<Range<usize>> {
    let outline = place.outline;
    if !outline.gap_before(verb).has(Gap::COMMA) {
        return None;
    }
    let closes = |mention: &Range<usize>| outline.items[mention.end - 1].gap.has(Gap::ANY);
    subject::after(outline, verb + 1, to).filter(closes)
}

/// `Berg’s claim that they would “…”`: a noun of saying and whose it is.
pub(super) fn noun(place: &Place) -> Option<Found> {
    /// Words between the possessor and the noun: *his own earlier claim*.
    const REACH: usize = 3;

    let outline = place.outline;
    let noun = (place.from..place.at).rfind(|&at| outline.is(at, WordClass::Statement))?;
    let first = place.from.max(noun.saturating_sub(REACH));
    let owner =
        (first..noun).rfind(|&at| outline.items[at].possessive || outline.is(at, WordClass::Possessive))?;
    let mention = outline
        .names(place.from.max(owner.saturating_sub(4))..owner + 1)
        .pop()
        .filter(|name| name.end == owner + 1);
    Some(Found { mention: mention.unwrap_or(owner..owner + 1), cue: Some(noun..noun + 1), rule: Rule::Noun })
}

/// `Berg’s “…”`.
pub(super) fn possessive(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let start = place.sentence.start.max(place.at.saturating_sub(7));
    let name = outline.names(start..place.at).pop()?;
    let near = outline.items[name.end - 1].possessive
        && (name.end..place.at)
            .all(|at| !outline.items[at].gap.has(Gap::ANY) && outline.items[at].piece.is_none());
    near.then_some(Found { mention: name, cue: None, rule: Rule::Possessive })
}

/// The piece is a sentence of its own, and the sentence before it says who speaks.
pub(super) fn previous_sentence(place: &Place) -> Option<Found> {
    let outline = place.outline;
    if place.sentence.start != place.at {
        return None;
    }
    let before = outline.sentence_of(place.at).checked_sub(1)?;
    let sentence = outline.sentences[before].clone();
    if sentence.start < outline.blocks[outline.block_of(place.at)].start {
        return None;
    }
    from_sentence(place, sentence).map(|found| Found { rule: Rule::PreviousSentence, ..found })
}

/// Who speaks in a sentence, by its verb of saying or its subject.
pub(super) fn from_sentence(place: &Place, sentence: Range<usize>) -> Option<Found> {
    let outline = place.outline;
    let sentence = sentence.end.saturating_sub(super::carry::REACH).max(sentence.start)..sentence.end;
    // Berg scolded him, she said: plain saying first
    let [saying, other] = [WordClass::Say.into(), WordClasses::CUE].map(|class| {
        place.cues(sentence.clone(), class).filter(|verb| *verb > sentence.start).find_map(|verb| {
            let mention = if outline.is(verb, WordClass::Ing) {
                subject::main(outline, sentence.start, verb)
            } else {
                behind_comma(place, verb, sentence.end)
                    .or_else(|| subject::before(outline, sentence.start, verb))
            }?;
            Some(Found { mention, cue: Some(cue(outline, verb)), rule: Rule::PreviousSentence })
        })
    });
    saying.or(other).or_else(|| {
        let mention = subject::main(outline, sentence.start, sentence.end)?;
        Some(Found { mention, cue: None, rule: Rule::PreviousSentence })
    })
}

/// The subject of the sentence that the marks stand in.
pub(super) fn sentence_head(place: &Place) -> Option<Found> {
    let mention = subject::main(place.outline, place.sentence.start, place.at)?;
    Some(Found { mention, cue: None, rule: Rule::SentenceHead })
}
