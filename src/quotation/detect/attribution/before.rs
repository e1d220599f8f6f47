//! The attribution stands in front of the marks: `Berg said: “…”`.

use super::after::phrase;
use super::{Found, Place, Rule, cue};
use crate::lexicon::{WordClass, WordClasses};
use crate::quotation::detect::cues::{self, is_as_saying, is_cue, is_passive};
use crate::quotation::detect::outline::Gap;
use crate::quotation::detect::subject;
use crate::quotation::detect::voice::{Voice, voice};

/// Words of an attribution inside a sentence, *says Anna Berg, a lawyer in Ulm*, or of an agent.
const INSERTION: usize = 14;

/// `Berg said “…”`: the verb touches the marks.
///
/// Asked before the rules behind the marks: in `Berg said “A,” and Kern said “B”`
/// each piece has its own verb.
pub(super) fn beside_verb(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let mut verb = place.at.checked_sub(1).filter(|verb| *verb >= place.from)?;
    for _ in 0..2 {
        let linked = verb > place.from && outline.is(verb, WordClass::Link) && !outline.items[verb].capital;
        verb -= usize::from(linked);
    }
    if !is_cue(outline, place.from, verb, WordClasses::CUE) {
        return None;
    }
    let found = with_verb(place, verb)?;
    Some(Found { rule: Rule::BesideVerb, ..found })
}

/// The subject of a verb in front of the marks.
fn with_verb(place: &Place, verb: usize) -> Option<Found> {
    let outline = place.outline;
    if verb > place.from && is_as_saying(outline, verb) {
        return None;
    }
    // Berg was told “…”: the subject of a passive does not speak
    if is_passive(outline, place.from, verb) {
        return None;
    }
    let start = place.sentence.start;
    let mention = if outline.is(verb, WordClass::Ing) {
        participle_subject(place, verb)?
    } else {
        subject::before(outline, place.from, verb)
            .or_else(|| (place.from > start).then(|| subject::main(outline, start, verb))?)?
    };
    Some(Found { mention, cue: Some(cue(outline, verb)), rule: Rule::Before })
}

/// The subject of *saying*: that of its sentence, or the noun right before it.
fn participle_subject(place: &Place, verb: usize) -> Option<std::ops::Range<usize>> {
    let outline = place.outline;
    // Berg was saying: a helping verb in front makes it the verb of the clause
    let helped = verb > place.from && outline.is(verb - 1, WordClass::Helping);
    if helped {
        return subject::before(outline, place.from, verb);
    }
    // footage of Berg saying: a name right in front that another noun is about
    let name =
        outline.names(place.from.max(verb.saturating_sub(6))..verb).pop().filter(|name| name.end == verb);
    if let Some(name) = name
        && !outline.items[verb - 1].gap.has(Gap::ANY)
        && name.start > place.from
        && outline.is(name.start - 1, WordClass::Perceiving)
    {
        return Some(name);
    }
    subject::main(outline, place.sentence.start, verb)
}

/// `the agency cited Berg as saying “…”`: Berg said it, not the agency.
pub(super) fn cited(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let saying = (place.from + 1..place.at).rev().find(|&at| is_as_saying(outline, at))?;
    let (mention, cue) = cited_speaker(place, place.sentence.start, saying)?;
    Some(Found { mention, cue: Some(cue), rule: Rule::CitedAs })
}

/// Who is *cited as saying* in the clause from `from`: the object of *cited*, or the subject of *was cited*.
pub(super) fn cited_speaker(
    place: &Place,
    from: usize,
    saying: usize,
) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let outline = place.outline;
    let mut words = (from..saying - 1).rev().take(20);
    let cited = words.find(|&at| outline.is(at, WordClass::Quoting))?;
    let mention =
        if cited + 1 < saying - 1 { cited + 1..saying - 1 } else { subject::before(outline, from, cited)? };
    Some((mention, saying - 1..saying + 1))
}

/// `Berg said in a statement that the plan was “…”`.
pub(super) fn plain(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let introduced = place.at > place.from
        && (outline.items[place.at - 1].gap.has(Gap::COLON)
            || outline.items[place.at - 1].gap.has(Gap::COMMA));
    // Berg said he wants a plan “without gaps”: plain saying outranks what is said to be thought
    let saying =
        place.cues(place.from..place.at, WordClass::Say).any(|verb| with_verb(place, verb).is_some());
    let class = if saying { WordClasses::from(WordClass::Say) } else { WordClasses::CUE };
    // She says it underscores that: somebody said so, whatever *it* is
    let is_thing =
        |found: &Found| found.mention.len() == 1 && outline.is(found.mention.start, WordClass::Thing);
    let speaks = |found: &Found| voice(outline, &found.mention, found.cue.as_ref()) == Voice::Own;
    let named = |verb: usize| with_verb(place, verb).filter(|found| !is_thing(found) && speaks(found));
    let has_name = place.cues(place.from..place.at, class).any(|verb| named(verb).is_some());
    place.cues(place.from..place.at, class).rev().find_map(|verb| {
        let found = if has_name { named(verb) } else { with_verb(place, verb) }?;
        let sure = outline.is(verb, WordClass::Say) || introduced;
        Some(Found { rule: if sure { Rule::Before } else { Rule::BeforeLoose }, ..found })
    })
}

/// `Said Anna Berg: “…”`.
pub(super) fn inverted(place: &Place) -> Option<Found> {
    let outline = place.outline;
    if place.at == place.from || !outline.items[place.at - 1].gap.has(Gap::COLON) {
        return None;
    }
    let verb = place.cues(place.from..place.at, WordClass::Say).next_back()?;
    let mention = subject::after(outline, verb + 1, place.at)?;
    Some(Found { mention, cue: Some(cue(outline, verb)), rule: Rule::BeforeInverted })
}

/// `According to Berg, the plan was “…”`; also behind the marks in the same sentence.
pub(super) fn according(place: &Place) -> Option<Found> {
    let outline = place.outline;
    let end = place.sentence.end;
    let (first, name) = place
        .sentence
        .clone()
        .find_map(|at| Some((at, at + cues::according(outline, at)?)))
        .filter(|(_, name)| *name < end)?;
    if first > place.at && place.cues(place.sentence.start..place.at, WordClass::Say).next().is_some() {
        return None;
    }
    let mention = phrase(place, name, end);
    if outline.items[mention.start].piece.is_some() {
        return None;
    }
    Some(Found { mention, cue: Some(first..name), rule: Rule::According })
}

/// `The plan, says Anna Berg, “…`: the attribution stands inside the sentence that the marks end.
pub(super) fn inserted(place: &Place) -> Option<Found> {
    let outline = place.outline;
    if place.at == place.from || !outline.items[place.at - 1].gap.has(Gap::COMMA) {
        return None;
    }
    let first = place.from.max(place.at.saturating_sub(INSERTION));
    // telling the crowd, “…”: whoever is told says nothing
    let is_inserted = |verb: &usize| {
        let has_object = outline.is(*verb, WordClass::Ing) || outline.is(*verb, WordClass::Telling);
        *verb > place.from && outline.gap_before(*verb).has(Gap::COMMA) && !has_object
    };
    let verb = place.cues(first..place.at, WordClass::Say).rfind(is_inserted)?;
    let mention = subject::after(outline, verb + 1, place.at)?;
    let closes = mention.end == place.at || outline.items[mention.end - 1].gap.has(Gap::COMMA);
    closes.then(|| Found { mention, cue: Some(cue(outline, verb)), rule: Rule::BeforeInverted })
}

/// `singled out by Berg as “…”`: who acts in a passive.
pub(super) fn agent(place: &Place) -> Option<Found> {
    let outline = place.outline;
    // described as “…” by Berg
    let behind = place.at + 1;
    let naming = (place.from.max(place.at.saturating_sub(4))..place.at)
        .rfind(|&at| outline.is(at, WordClass::Naming) && outline.is(at, WordClass::Past));
    let agent = |at: usize| outline.is(at, WordClass::Agent) && !outline.items[at].capital;
    if let Some(verb) = naming
        && agent(behind)
        && outline.runs_on(place.at)
        && behind + 1 < place.to
    {
        let mention = subject::after(outline, behind + 1, place.to)?;
        return Some(Found { mention, cue: Some(verb..verb + 1), rule: Rule::Agent });
    }
    let mut at = place.at.checked_sub(1).filter(|at| *at > place.from)?;
    if outline.is(at, WordClass::Determiner) && !outline.is(at, WordClass::As) {
        at -= 1;
    }
    if !outline.is(at, WordClass::As) {
        return None;
    }
    let by = (place.from.max(at.saturating_sub(INSERTION))..at).rfind(|&at| agent(at))?;
    // singled out by: a participle before it, with what belongs to it
    let verb = (place.from.max(by.saturating_sub(2))..by).rfind(|&at| outline.is(at, WordClass::Past))?;
    let mention = subject::after(outline, by + 1, at).filter(|mention| mention.end == at)?;
    Some(Found { mention, cue: Some(verb..verb + 1), rule: Rule::Agent })
}
