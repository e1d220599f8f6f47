//! The attribution stands behind the marks: `“…,” Berg said`.

use std::ops::Range;

use super::before::cited_speaker;
use super::{Found, Place, Rule, cue};
use crate::lexicon::WordClass;
use crate::quotation::detect::cues::{self, is_as_saying, is_cue};
use crate::quotation::detect::outline::{Gap, Outline};
use crate::quotation::detect::subject;

/// Words between the marks and the verb behind them: `“…,” Anna Berg, a lawyer who …, said`.
const REACH: usize = 18;

/// `“Q” — Anna Berg`, on a line of its own.
pub(super) fn dash(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let first = place.at + 1;
    if !outline.items[place.at].gap.has(Gap::DASH) || first >= place.to {
        return None;
    }
    let name = outline
        .names(first..place.to.min(first + 8))
        .into_iter()
        .next()
        .filter(|name| name.start == first)?;
    let block = &outline.blocks[outline.block_of(place.at)];
    let alone =
        name.end == block.end || outline.items[name.end - 1].gap.has(Gap::COMMA) && block.end - name.end < 12;
    let verb = (name.end..block.end.min(name.end + 12)).any(|at| is_cue(outline, first, at, WordClass::Say));
    (alone && !verb).then_some(Found { mention: name, cue: None, rule: Rule::Dash })
}

/// The rest of the sentence behind the marks; empty where what follows is another matter.
fn behind(place: &Place) -> Range<usize> {
    let outline = place.outline;
    let start = place.at + 1;
    if start >= place.to {
        return start..start;
    }
    // “Why?” Berg asked: a question mark inside the marks ends no sentence of the reporter's
    let ended = outline.items[place.at].gap.has(Gap::END);
    if ended && !matches!(place.last, Some(',' | '?' | '!' | '—' | '–' | '-')) {
        return start..start;
    }
    let limit = place.to.min(start + REACH + 8);
    let end = (start..limit).find(|&at| outline.items[at].gap.has(Gap::END)).map_or(limit, |at| at + 1);
    start..end
}

/// Whether the words behind the marks can belong to it.
fn belongs(place: &Place, first: usize) -> bool {
    place.runs_on() || !place.outline.items[first].capital
}

/// `“…,” said Anna Berg`.
pub(super) fn inverted(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let rest = behind(place);
    let mut verb = rest.start;
    while verb < rest.end
        && outline.is(verb, WordClass::Auxiliary)
        && !outline.is(verb, WordClass::Pronoun)
        && !outline.items[verb].gap.has(Gap::ANY)
    {
        verb += 1;
    }
    if verb >= rest.end || !belongs(place, rest.start) {
        return None;
    }
    let says = is_cue(outline, rest.start, verb, WordClass::Say);
    let mention = subject::after(outline, verb + 1, rest.end)
        .filter(|mention| says || place.runs_on() && is_any_verb(outline, verb, mention))?;
    Some(Found { mention, cue: Some(cue(outline, verb)), rule: Rule::AfterInverted })
}

/// `“…,” shivers Anna Berg, a lawyer`: between the marks and a name any verb says that it was said.
fn is_any_verb(outline: &Outline, verb: usize, name: &Range<usize>) -> bool {
    let item = &outline.items[verb];
    let grammar = [
        WordClass::Preposition,
        WordClass::Auxiliary,
        WordClass::Clause,
        WordClass::Determiner,
        WordClass::Pronoun,
    ];
    let is_verb = item.class.is(WordClass::Finite) && !item.class.is(WordClass::Ing) && !item.capital;
    is_verb
        && outline.runs_on(verb)
        && outline.is_name(verb + 1)
        && outline.items[name.end - 1].gap.has(Gap::ANY)
        && !grammar.into_iter().any(|class| item.class.is(class))
}

/// `“…,” the agency quoted Anna Berg as saying`: Berg said it, not the agency.
pub(super) fn cited(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let rest = behind(place);
    if rest.is_empty() || !belongs(place, rest.start) {
        return None;
    }
    let saying = (rest.start + 2..rest.end).find(|&at| is_as_saying(outline, at))?;
    let (mention, cue) = cited_speaker(place, rest.start, saying)?;
    Some(Found { mention, cue: Some(cue), rule: Rule::CitedAs })
}

/// `“…,” according to Anna Berg`.
pub(super) fn according(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let rest = behind(place);
    let first = rest.start;
    let name = first + cues::according(outline, first).filter(|length| rest.len() > *length)?;
    let mention = phrase(place, name, rest.end);
    Some(Found { mention, cue: Some(first..name), rule: Rule::AfterAccording })
}

/// The phrase that starts at `from`, up to a comma.
pub(super) fn phrase(place: &Place, from: usize, to: usize) -> Range<usize> {
    let outline = place.outline;
    subject::after(outline, from, to).unwrap_or_else(|| {
        let end = (from..to).find(|&at| outline.items[at].gap.has(Gap::ANY)).map_or(to, |at| at + 1);
        from..end.max(from + 1)
    })
}

/// `“…,” Anna Berg, a lawyer, said`.
pub(super) fn plain(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let rest = behind(place);
    if rest.is_empty() || !belongs(place, rest.start) {
        return None;
    }
    // “…,” and Kern said “…”: another matter
    if outline.is(rest.start, WordClass::Clause) && outline.is(rest.start, WordClass::Another) {
        return None;
    }
    // Kern said the plan was “dead” on Friday, and he urged: the verb in front has it
    if !place.runs_on() && place.cues(place.sentence.start..place.at, WordClass::Say).next().is_some() {
        return None;
    }
    let verb = place.cues(rest.clone(), WordClass::Say).find(|&verb| verb > rest.start)?;
    if verb - rest.start > REACH {
        return None;
    }
    let mention = subject::before(outline, rest.start, verb)?;
    // “Why?” Berg said he would go: the next sentence reports something else
    if outline.items[place.at].gap.has(Gap::END) && introduces(place, verb) {
        return None;
    }
    if !place.runs_on() && introduces(place, verb) {
        return None;
    }
    Some(Found { mention, cue: Some(cue(outline, verb)), rule: Rule::After })
}

/// Whether the verb introduces words of its own: *said that*, *said:*.
fn introduces(place: &Place, verb: usize) -> bool {
    let outline = place.outline;
    let next = verb + 1;
    outline.items[verb].gap.has(Gap::COLON)
        || next < place.to && !outline.items[verb].gap.has(Gap::ANY) && outline.is(next, WordClass::Reported)
        || next == place.to && next < outline.items.len() && !outline.items[verb].gap.has(Gap::END)
}
