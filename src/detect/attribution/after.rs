//! The attribution follows the marks: `“…,” Berg said`.

use std::ops::Range;

use enumset::{EnumSet, enum_set};

use super::before::cited_speaker;
use super::place::{Found, Place, Rule};
use crate::detect::cues::{self, is_as_saying, is_cue};
use crate::detect::outline::Gap;
use crate::detect::phrase::noun_phrase;
use crate::detect::subject;
use crate::lexicon::{WordClass, WordClasses};

/// Words between the marks and the verb after them: `“…,” Anna Berg, a lawyer who …, said`.
const REACH: usize = 18;

/// `“Q” — Anna Berg`, on a line of its own.
pub(super) fn dash(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let first = place.at + 1;
    let name =
        outline.gap(place.at).has(Gap::DASH).then(|| outline.name_at(first..place.to.min(first + 8)))??;
    let is_all = name.end == outline.block_of(place.at).end;
    is_all.then_some(Found { mention: name, cue: None, rule: Rule::Dash })
}

/// The rest of the sentence after the marks; empty if a new sentence starts there.
fn rest(place: &Place) -> Range<usize> {
    let outline = place.outline;
    let start = place.at + 1;
    if !place.runs_on() && outline.items.get(start).is_some_and(|item| item.capital) {
        return start..start;
    }
    let limit = place.to.min(start + REACH + 8);
    let end = (start..limit).find(|&at| outline.gap(at).has(Gap::END)).map_or(limit, |at| at + 1);
    start..end
}

/// `“…,” said Anna Berg`.
pub(super) fn inverted(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let rest = rest(place);
    let helps = |&at: &usize| {
        outline.is(at, WordClass::Auxiliary) && !outline.is(at, WordClass::Pronoun) && outline.runs_on(at)
    };
    let verb = rest.start + rest.clone().take_while(helps).count();
    let mention = subject::after(outline, verb + 1, rest.end)?;
    let says = is_cue(outline, rest.start, verb, WordClass::Say)
        || place.runs_on() && is_any_verb(place, verb, &mention);
    says.then(|| place.found(Rule::AfterInverted, mention, verb))
}

/// `“…,” shivers Anna Berg, a lawyer`: between the marks and a name any verb says that it was said.
fn is_any_verb(place: &Place, verb: usize, name: &Range<usize>) -> bool {
    let outline = place.outline;
    outline.is_lower(verb, WordClass::Finite)
        && !outline.is(verb, GRAMMAR)
        && outline.is_name(verb + 1)
        && !outline.runs_on(name.end - 1)
}

/// `“…,” the agency quoted Anna Berg as saying`: Berg said it, not the agency.
pub(super) fn cited(place: &Place) -> Option<Found> {
    let rest = rest(place);
    let saying = (rest.start + 2..rest.end).find(|&at| is_as_saying(place.outline, at))?;
    cited_speaker(place.outline, rest.start, saying)
}

/// `“…,” according to Anna Berg`.
pub(super) fn according(place: &Place) -> Option<Found> {
    let rest = rest(place);
    let first = rest.start;
    let name = first + cues::according(place.outline, first)?;
    let mention = subject::after_or_all(place.outline, name, rest.end)?;
    Some(Found { mention, cue: Some(first..name), rule: Rule::AfterAccording })
}

/// `“…,” Anna Berg, a lawyer, said`.
pub(super) fn plain(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let rest = rest(place);
    let runs_on = place.runs_on();
    // “…,” and Kern said “…”: another matter
    if outline.is(rest.start, WordClass::Another) {
        return None;
    }
    // Kern said the plan was “dead” on Friday, and he urged: the verb before the marks has it
    if !runs_on && place.cues(place.sentence.start..place.at, WordClass::Say).next().is_some() {
        return None;
    }
    let verb = place.cues(rest.clone(), WordClass::Say).find(|&verb| verb > rest.start)?;
    if verb - rest.start > REACH {
        return None;
    }
    let mention = subject::before(outline, rest.start, verb)?;
    // “Why?” Berg said he would go: the next sentence reports something else
    let may_report = !runs_on || outline.gap(place.at).has(Gap::END);
    (!may_report || !introduces(place, verb)).then(|| place.found(Rule::After, mention, verb))
}

/// `“…,” Anna Berg shot back`: after a sentence in marks that ends in a comma, the verb after a
/// speaker says that it was said, whatever verb it is.
pub(super) fn unlisted_verb(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let rest = rest(place);
    let starts = place.at == place.sentence.start || outline.items[place.at - 1].is_piece;
    let is_comma = place.last == Some(',') || outline.gap(place.at).has(Gap::COMMA);
    if !starts || !is_comma || outline.is(rest.start, WordClass::Another | WordClass::Clause) {
        return None;
    }
    let pronoun = || {
        let is_subject =
            outline.is(rest.start, WordClass::Pronoun) && !outline.is(rest.start, WordClass::Thing);
        is_subject.then_some(rest.start..rest.start + 1)
    };
    let mention = pronoun()
        .or_else(|| outline.name_at(rest.clone()))
        .or_else(|| noun_phrase(outline, rest.start, rest.end))?;
    let runs_on = !outline.items[mention.end - 1].possessive && outline.runs_on(mention.end - 1);
    // Anna Berg quickly shot back
    let verb = (mention.end..rest.end).find(|&at| !outline.is(at, WordClass::Adverb))?;
    let item = &outline.items[verb];
    // Anna Berg shot back; no verb follows in *Anna Berg fan fiction has been written for years*
    let looks_like_verb = item.class.is(WordClass::Past) || rest.end - verb <= SHORT;
    let is_verb = !item.capital
        && !item.is_piece
        && !item.class.is(WordClasses::from(GRAMMAR).with(WordClasses::SPEAKER));
    (runs_on && looks_like_verb && is_verb).then(|| place.found(Rule::UnlistedVerb, mention, verb))
}

/// The most words from a verb of any form to the end of its sentence.
const SHORT: usize = 2;

/// The classes of words that are no verb of saying, wherever they are.
const GRAMMAR: EnumSet<WordClass> = enum_set!(
    WordClass::Preposition
        | WordClass::Auxiliary
        | WordClass::Clause
        | WordClass::Determiner
        | WordClass::Pronoun
        | WordClass::Relative
);

/// Whether the verb introduces words of its own: *said that*, *said:*.
fn introduces(place: &Place, verb: usize) -> bool {
    let outline = place.outline;
    let next = verb + 1;
    outline.gap(verb).has(Gap::COLON)
        || next < place.to && outline.runs_on(verb) && outline.is(next, WordClass::Reported)
        || next == place.to && next < outline.items.len() && !outline.gap(verb).has(Gap::END)
}
