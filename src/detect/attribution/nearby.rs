//! No words next to the marks name a speaker: the sentence and the one before it may.

use std::ops::Range;

use super::place::{Found, Place, REACH, Rule};
use crate::detect::outline::Gap;
use crate::detect::subject;
use crate::lexicon::{WordClass, WordClasses};

/// Another verb of the sentence that introduces a quotation, before the marks or after them.
pub(super) fn same_sentence(place: &Place) -> Option<Found> {
    let found = by_verb(place, &place.sentence, WordClasses::CUE, place.at)?;
    Some(Found { rule: Rule::SameSentence, ..found })
}

/// The first speaker whom a verb of a sentence has; the subject may follow its verb after the item `from`.
fn by_verb(place: &Place, sentence: &Range<usize>, class: WordClasses, from: usize) -> Option<Found> {
    let outline = place.outline;
    let can_say = |verb: usize| verb < place.at || outline.is(verb, WordClass::Say);
    let verbs = place.cues(sentence.clone(), class).filter(|verb| *verb > sentence.start);
    verbs.filter(|&verb| can_say(verb)).find_map(|verb| {
        // This is no exception, says Anna Berg, a lawyer
        let is_inverted =
            verb > from && outline.gap_before(verb).has(Gap::COMMA) && !outline.is(verb, WordClass::Ing);
        let after = if is_inverted { subject::after(outline, verb + 1, sentence.end) } else { None };
        let mention = after
            .filter(|mention| !outline.runs_on(mention.end - 1))
            .or_else(|| subject::of_verb(outline, sentence.start, verb))?;
        Some(place.found(Rule::PreviousSentence, mention, verb))
    })
}

/// `Berg’s claim that they would “…”`: a noun of saying and its owner.
pub(super) fn noun(place: &Place) -> Option<Found> {
    /// Words between the possessor and the noun: *his own earlier claim*.
    const REACH: usize = 3;
    let outline = place.outline;
    let noun = (place.from..place.at).rfind(|&at| outline.is(at, WordClass::Statement))?;
    let owns = |at: &usize| outline.items[*at].possessive || outline.is(*at, WordClass::Possessive);
    let owner = (place.from.max(noun.saturating_sub(REACH))..noun).rfind(owns)?;
    let name = outline.name_ending(place.from.max(owner.saturating_sub(4))..owner + 1);
    let mention = name.unwrap_or(owner..owner + 1);
    Some(Found { mention, cue: Some(noun..noun + 1), rule: Rule::Noun })
}

/// `Berg’s “…”`, `Berg’s dull “…”`.
pub(super) fn possessive(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let start = place.sentence.start.max(place.at.saturating_sub(7));
    let name = outline.names(start..place.at).last()?;
    let owns = outline.items[name.end - 1].possessive && (name.end..place.at).all(|at| outline.runs_on(at));
    owns.then_some(Found { mention: name, cue: None, rule: Rule::Possessive })
}

/// The piece is a whole sentence, and the sentence before it says who speaks.
pub(super) fn previous_sentence(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let starts_block = place.at == outline.block_of(place.at).start;
    if place.sentence.start != place.at || starts_block {
        return None;
    }
    from_sentence(place, &outline.sentences[outline.sentence_of(place.at - 1)])
}

/// Who speaks in a sentence, by its verb of saying or its subject.
pub(super) fn from_sentence(place: &Place, sentence: &Range<usize>) -> Option<Found> {
    let sentence = sentence.end.saturating_sub(REACH).max(sentence.start)..sentence.end;
    // Berg scolded him, she said: plain saying first
    let found = |class| by_verb(place, &sentence, class, sentence.start);
    found(WordClass::Say.into()).or_else(|| found(WordClasses::CUE)).or_else(|| {
        let mention = subject::main(place.outline, sentence.start, sentence.end)?;
        Some(Found { mention, cue: None, rule: Rule::PreviousSentence })
    })
}

/// The subject of the sentence that holds the marks.
pub(super) fn sentence_head(place: &Place) -> Option<Found> {
    let mention = subject::main(place.outline, place.sentence.start, place.at)?;
    Some(Found { mention, cue: None, rule: Rule::SentenceHead })
}
