//! Names that stand behind what describes them: *the minister of the economy, Anna Berg,*.

use crate::lexicon::{WordClass, WordClasses};
use std::ops::Range;

use super::outline::{Gap, Outline};

/// `The minister of the economy, Anna Berg,`: the name behind a noun that describes it.
pub(super) fn behind_noun(outline: &Outline, phrase: &Range<usize>) -> Option<Range<usize>> {
    /// Words between the noun and the comma: *of the economy*.
    const REACH: usize = 5;
    let to = outline.items.len().min(phrase.end + REACH);
    let comma = (phrase.end - 1..to).find(|&at| outline.items[at].gap.has(Gap::ANY))?;
    let is_noun = outline.is(phrase.end - 1, WordClass::Person)
        && (outline.is(phrase.start, WordClass::Determiner)
            || phrase.clone().any(|at| outline.items[at].possessive));
    let runs_to = comma + 1 == phrase.end || outline.is(phrase.end, WordClass::Preposition);
    if !is_noun || !runs_to || !outline.items[comma].gap.has(Gap::COMMA) {
        return None;
    }
    let mut names = outline.names(comma + 1..outline.items.len().min(comma + 9)).into_iter();
    let mut name = names.next()?;
    // The latest critic, Ulm’s Anna Berg,
    if name.start == comma + 1 && outline.items[name.end - 1].possessive {
        let owned = names.next().filter(|owned| owned.start == name.end)?;
        name = name.start..owned.end;
    }
    let closes = outline.items[name.end - 1].gap.has(Gap::COMMA);
    let own = (name.clone()).rfind(|&at| outline.items[at].possessive).map_or(name.start, |at| at + 1);
    let is_all = name.start == comma + 1 && name.end - own > 1 && closes;
    is_all.then_some(own..name.end)
}

/// `Ulm’s Chief Executive, Anna Berg,`: the name behind an office written like a name.
pub(super) fn behind_office(outline: &Outline, office: &Range<usize>) -> Option<Range<usize>> {
    let last = office.end - 1;
    let is_office = outline.is(last, WordClasses::SPEAKER) && outline.items[last].gap.has(Gap::COMMA);
    let to = outline.items.len().min(office.end + 8);
    let name = is_office.then(|| outline.names(office.end..to)).into_iter().flatten().next()?;
    (name.start == office.end && name.len() > 1).then_some(name)
}
