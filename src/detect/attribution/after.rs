//! The attribution follows the marks: `“…,” Berg said`.

use std::ops::Range;

use super::before::cited_speaker;
use super::place::{Found, Place, Rule};
use crate::detect::cues::{self, is_as_saying, is_cue};
use crate::detect::outline::Gap;
use crate::detect::subject;
use crate::lexicon::WordClass;

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
    let grammar = WordClass::Preposition
        | WordClass::Auxiliary
        | WordClass::Clause
        | WordClass::Determiner
        | WordClass::Pronoun;
    outline.is_lower(verb, WordClass::Finite)
        && !outline.is(verb, grammar)
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

/// Whether the verb introduces words of its own: *said that*, *said:*.
fn introduces(place: &Place, verb: usize) -> bool {
    let outline = place.outline;
    let next = verb + 1;
    outline.gap(verb).has(Gap::COLON)
        || next < place.to && outline.runs_on(verb) && outline.is(next, WordClass::Reported)
        || next == place.to && next < outline.items.len() && !outline.gap(verb).has(Gap::END)
}
