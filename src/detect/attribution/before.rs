//! The attribution precedes the marks: `Berg said: “…”`.

use std::ops::Range;

use super::place::{Found, Place, Rule};
use crate::detect::cues::{self, is_as_saying, is_cue, is_passive};
use crate::detect::outline::{Gap, Outline};
use crate::detect::subject;
use crate::detect::voice::{Voice, voice};
use crate::lexicon::{WordClass, WordClasses};

/// Words of an attribution inside a sentence, *says Anna Berg, a lawyer in Ulm*, or of an agent.
const INSERTION: usize = 14;

/// `Berg said “…”`: the verb is next to the marks.
///
/// Asked before the rules after the marks: in `Berg said “A,” and Kern said “B”`
/// each piece has its own verb.
pub(super) fn next_to_verb(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let mut verb = place.at.checked_sub(1).filter(|verb| *verb >= place.from)?;
    for _ in 0..2 {
        verb -= usize::from(verb > place.from && outline.is(verb, WordClass::Link));
    }
    let found = is_cue(outline, place.from, verb, WordClasses::CUE).then(|| with_verb(place, verb))??;
    Some(Found { rule: Rule::BesideVerb, ..found })
}

/// The subject of a verb before the marks.
fn with_verb(place: &Place, verb: usize) -> Option<Found> {
    let outline = place.outline;
    // Berg was told “…”: the subject of a passive does not speak
    if verb > place.from && is_as_saying(outline, verb) || is_passive(outline, place.from, verb) {
        return None;
    }
    let start = place.sentence.start;
    let before = || subject::before(outline, place.from, verb);
    // Berg was saying: a helping verb makes it the verb of the clause
    let is_participle =
        outline.is(verb, WordClass::Ing) && !(verb > place.from && outline.is(verb - 1, WordClass::Helping));
    // footage of Berg saying: the name that another noun is about
    let seen = || {
        let name = outline.name_ending(place.from.max(verb.saturating_sub(6))..verb)?;
        let is_seen = name.start > place.from && outline.is(name.start - 1, WordClass::Perceiving);
        (is_seen && outline.runs_on(verb - 1)).then_some(name)
    };
    let mention = if is_participle {
        seen().or_else(|| subject::main(outline, start, verb))
    } else if outline.is(verb, WordClass::Ing) || place.from == start {
        before()
    } else {
        before().or_else(|| subject::main(outline, start, verb))
    };
    Some(place.found(Rule::Before, mention?, verb))
}

/// `the agency cited Berg as saying “…”`: Berg said it, not the agency.
pub(super) fn cited(place: &Place) -> Option<Found> {
    let saying = (place.from + 1..place.at).rfind(|&at| is_as_saying(place.outline, at))?;
    cited_speaker(place.outline, place.sentence.start, saying)
}

/// Who is *cited as saying* in the clause from `from`: the object of *cited*, or the subject of *was cited*.
pub(in super::super) fn cited_speaker(outline: &Outline, from: usize, saying: usize) -> Option<Found> {
    let cited =
        (from.max(saying.saturating_sub(21))..saying - 1).rfind(|&at| outline.is(at, WordClass::Quoting))?;
    let mention =
        if cited + 1 < saying - 1 { cited + 1..saying - 1 } else { subject::before(outline, from, cited)? };
    Some(Found { mention, cue: Some(saying - 1..saying + 1), rule: Rule::CitedAs })
}

/// `Berg said in a statement that the plan was “…”`.
pub(super) fn plain(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let words = place.from..place.at;
    let introduced = outline.gap_before(place.at).has(Gap::COLON.or(Gap::COMMA)) && !words.is_empty();
    // Berg said he wants a plan “without gaps”: plain saying outranks what is said to be thought
    let saying = place.cues(words.clone(), WordClass::Say).any(|verb| with_verb(place, verb).is_some());
    let class = if saying { WordClasses::from(WordClass::Say) } else { WordClasses::CUE };
    // She says it underscores that: somebody said so, whatever *it* is
    let is_somebody = |found: &Found| {
        let is_thing = found.mention.len() == 1 && outline.is(found.mention.start, WordClass::Thing);
        !is_thing && voice(outline, &found.mention, found.cue.as_ref()) == Voice::Own
    };
    let found = |verb: usize| {
        let rule =
            if introduced || outline.is(verb, WordClass::Say) { Rule::Before } else { Rule::BeforeLoose };
        Some(Found { rule, ..with_verb(place, verb)? })
    };
    let all = || place.cues(words.clone(), class).rev().filter_map(found);
    all().find(is_somebody).or_else(|| all().next())
}

/// `Said Anna Berg: “…”`.
pub(super) fn inverted(place: &Place) -> Option<Found> {
    let outline = place.outline;
    if place.at == place.from || !outline.gap(place.at - 1).has(Gap::COLON) {
        return None;
    }
    let verb = place.cues(place.from..place.at, WordClass::Say).next_back()?;
    Some(place.found(Rule::BeforeInverted, subject::after(outline, verb + 1, place.at)?, verb))
}

/// `According to Berg, the plan was “…”`; also after the marks in the same sentence.
pub(super) fn according(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let mut words = place.sentence.clone();
    let (first, name) = words.find_map(|at| Some((at, at + cues::according(outline, at)?)))?;
    let mention = subject::after_or_all(outline, name, place.sentence.end)?;
    Some(Found { mention, cue: Some(first..name), rule: Rule::According })
}

/// `The plan, says Anna Berg, “…`: the attribution is inside the sentence that the marks end.
pub(super) fn inserted(place: &Place) -> Option<Found> {
    let outline = place.outline;
    if !outline.gap_before(place.at).has(Gap::COMMA) {
        return None;
    }
    let first = place.from.max(place.at.saturating_sub(INSERTION));
    // telling the crowd, “…”: whoever is told says nothing
    let is_inserted = |verb: &usize| {
        *verb > place.from
            && outline.gap_before(*verb).has(Gap::COMMA)
            && !outline.is(*verb, WordClass::Ing | WordClass::Telling)
    };
    let verb = place.cues(first..place.at, WordClass::Say).rfind(is_inserted)?;
    let mention = subject::after(outline, verb + 1, place.at)?;
    let closes = mention.end == place.at || outline.gap(mention.end - 1).has(Gap::COMMA);
    closes.then(|| place.found(Rule::BeforeInverted, mention, verb))
}

/// `singled out by Berg as “…”` and `described as “…” by Berg`: who acts in a passive.
pub(super) fn agent(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let is_participle = |at: &usize| outline.is(*at, WordClass::Past);
    let last = |end: usize, reach: usize| place.from.max(end.saturating_sub(reach))..end;
    let found = |mention: Range<usize>, verb: usize| {
        Some(Found { mention, cue: Some(verb..verb + 1), rule: Rule::Agent })
    };
    let next = place.at + 1;
    let naming = last(place.at, 4).rfind(|at| outline.is(*at, WordClass::Naming) && is_participle(at));
    if let Some(verb) = naming
        && outline.is(next, WordClass::Agent)
        && next + 1 < place.to
    {
        return found(subject::after(outline, next + 1, place.to)?, verb);
    }
    let mut end = place.at.checked_sub(1).filter(|end| *end > place.from)?;
    end -= usize::from(outline.is(end, WordClass::Determiner));
    if !outline.is(end, WordClass::As) {
        return None;
    }
    let by = last(end, INSERTION).rfind(|&at| outline.is(at, WordClass::Agent))?;
    // singled out by: a participle before it, with the words that belong to it
    let verb = last(by, 2).rfind(is_participle)?;
    found(subject::after(outline, by + 1, end).filter(|mention| mention.end == end)?, verb)
}
