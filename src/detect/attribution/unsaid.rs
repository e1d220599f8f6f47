//! Marks that quote nobody, whatever verb is next to them: names given to something, words on
//! walls and shirts, the questions of polls.

use super::place::Place;
use crate::detect::cues::is_passive;
use crate::detect::outline::Gap;
use crate::lexicon::{WordClass, WordClasses};

/// Whether a piece is nobody’s words.
pub(super) fn is_unsaid(place: &Place) -> bool {
    is_given_name(place) || is_on_bearer(place) || is_question(place)
}

/// `was described as “…”`, `the hall, nicknamed “…”`: the subject of a passive does not speak.
///
/// Not *called “…” by Berg*: another rule finds that speaker.
fn is_given_name(place: &Place) -> bool {
    let outline = place.outline;
    let words = (place.from..place.at).rev().take(4).take_while(|&at| outline.runs_on(at));
    // referred to as the “…”
    let links = WordClass::Link | WordClass::As | WordClass::Infinitive;
    let mut words = words.skip_while(|&at| outline.is(at, links) && !outline.is(at, WordClass::Naming));
    let has_agent = outline.is(place.at + 1, WordClass::Agent) && outline.runs_on(place.at);
    let verb = words.next().filter(|&at| outline.is(at, WordClass::Naming));
    !has_agent && verb.is_some_and(|verb| names_subject(place, verb))
}

/// Whether a participle has no subject that acts: after *is*, after a comma.
fn names_subject(place: &Place, verb: usize) -> bool {
    let outline = place.outline;
    if !outline.is_lower(verb, WordClass::Past) || verb == place.from {
        return false;
    }
    // the trader, Udo Kern, called: an apposition between its subject and an active verb
    let is_apposition = || (place.from..verb - 1).any(|at| outline.gap(at).has(Gap::COMMA));
    is_passive(outline, place.from, verb) || outline.gap_before(verb).has(Gap::COMMA) && !is_apposition()
}

/// `walls with “…” on them`, `a banner that reads “…”`, `“…” across its sign`.
fn is_on_bearer(place: &Place) -> bool {
    let outline = place.outline;
    let bears = |&at: &usize| outline.is_lower(at, WordClass::Bearer);
    // a banner that reads: two words at most, a verb or a preposition
    let before = (place.from.max(place.at.saturating_sub(3))..place.at).rev();
    if let Some(bearer) = before.take_while(|&at| !outline.gap(at).has(Gap::CLAUSE)).find(bears) {
        let links = WordClass::Relative | WordClass::That | WordClass::Ing | WordClass::Preposition;
        let reads = WordClasses::CUE.with(links | WordClass::Finite);
        return (bearer + 1..place.at).all(|at| outline.is(at, reads));
    }
    // “…” written on its sign
    let next = place.at + 1 + usize::from(outline.is(place.at + 1, WordClass::Written));
    let leads = outline.is(next, WordClass::Preposition) && outline.runs_on(place.at);
    let mut words = (next + 1..place.to.min(next + 4)).take_while(|&at| outline.runs_on(at - 1));
    leads && words.any(|at| bears(&at))
}

/// `answers to the question: “…?”`, where nobody asks it.
fn is_question(place: &Place) -> bool {
    let noun = place.at.checked_sub(1).filter(|noun| *noun >= place.from);
    place.last == Some('?') && noun.is_some_and(|noun| place.outline.is(noun, WordClass::Question))
}
