//! Marks that quote nobody, whatever verb stands beside them: names given to something, what
//! is written on walls and shirts, the questions of polls.

use super::Place;
use crate::lexicon::{WordClass, WordClasses};
use crate::quotation::detect::cues::is_passive;
use crate::quotation::detect::outline::Gap;

/// Whether a piece is nobody’s words.
pub(super) fn is_unsaid(place: &Place) -> bool {
    is_given_name(place) || is_borne(place) || is_question(place)
}

/// `was described as “…”`, `the hall, nicknamed “…”`: the subject of a passive does not speak.
///
/// Not *described by Berg as “…”*: there another rule has the speaker.
fn is_given_name(place: &Place) -> bool {
    let outline = place.outline;
    let mut verb = place.at;
    let mut steps = 0;
    // referred to as the “…”
    while verb > place.from && steps < 4 && !outline.is(verb, WordClass::Naming) {
        verb -= 1;
        steps += 1;
        let item = &outline.items[verb];
        let links = item.class.is(WordClass::Link)
            || item.class.is(WordClass::As)
            || item.class.is(WordClass::Infinitive);
        if item.piece.is_some() || item.gap.has(Gap::ANY) || !links && !item.class.is(WordClass::Naming) {
            return false;
        }
    }
    verb < place.at && outline.is(verb, WordClass::Naming) && names_subject(place, verb) && !has_agent(place)
}

/// Whether a participle has no subject that acts: behind *is*, behind a comma.
fn names_subject(place: &Place, verb: usize) -> bool {
    let outline = place.outline;
    if !outline.is(verb, WordClass::Past) || outline.items[verb].capital || verb == place.from {
        return false;
    }
    if is_passive(outline, place.from, verb) {
        return true;
    }
    // the trader, Udo Kern, called: an apposition between its subject and an active verb
    let is_apposition = (place.from..verb - 1).any(|at| outline.items[at].gap.has(Gap::COMMA));
    outline.gap_before(verb).has(Gap::COMMA) && outline.items[verb - 1].piece.is_none() && !is_apposition
}

/// `called “…” by Berg`
fn has_agent(place: &Place) -> bool {
    let outline = place.outline;
    outline.is(place.at + 1, WordClass::Agent) && outline.runs_on(place.at)
}

/// `walls with “…” on them`, `a banner that reads “…”`, `“…” across its sign`.
fn is_borne(place: &Place) -> bool {
    let outline = place.outline;
    let bears = |at: usize| outline.is(at, WordClass::Bearer) && !outline.items[at].capital;
    // a banner that reads: two words at most, a verb or a preposition
    let first = place.from.max(place.at.saturating_sub(3));
    let before = (first..place.at)
        .rev()
        .take_while(|&at| !outline.items[at].gap.has(Gap::CLAUSE))
        .find(|&at| bears(at));
    if let Some(bearer) = before {
        let reads = |at: usize| {
            outline.is(at, WordClass::Relative)
                || outline.is(at, WordClass::That)
                || outline.is(at, WordClass::Ing)
                || outline.is(at, WordClass::Preposition)
                || outline.is(at, WordClasses::CUE)
                || outline.is(at, WordClass::Finite)
        };
        return (bearer + 1..place.at).all(reads);
    }
    // “…” written on its sign
    let behind = place.at + 1 + usize::from(outline.is(place.at + 1, WordClass::Written));
    let stands = outline.is(behind, WordClass::Preposition) && outline.runs_on(place.at) && behind < place.to;
    stands && (behind + 1..place.to.min(behind + 4)).take_while(|&at| outline.runs_on(at - 1)).any(bears)
}

/// `answers to the question: “…?”`, where nobody asks it.
fn is_question(place: &Place) -> bool {
    let outline = place.outline;
    let Some(noun) = place.at.checked_sub(1).filter(|noun| *noun >= place.from) else { return false };
    place.last == Some('?')
        && outline.items[noun].gap.has(Gap::COLON)
        && outline.is(noun, WordClass::Question)
        && place.cues(place.sentence.start..noun, WordClass::Say).next().is_none()
}
