//! Who *he*, *she* or *they* is: the nearest fitting one of whom the text was speaking.
//!
//! The subjects of the sentences before, nearest first, and whoever spoke last;
//! none is better than one who does not fit.

use std::iter;
use std::ops::Range;

use super::described;
use super::introduced::Cast;
use super::outline::{Gap, Outline};
use super::people::{Called, Speaker};
use super::subject;
use crate::lexicon::{WordClass, WordClasses};
use crate::quotation::{Confidence, Gender};

/// Sentences before the pronoun in which its name may be.
const REACH: usize = 9;

/// Words of one sentence that are looked at.
const WORDS: usize = 60;

/// Who a mention refers to, and how far to trust that; `last` is whoever spoke last, and where they were named.
pub(super) fn resolve(
    cast: &Cast,
    mention: &Range<usize>,
    last: Option<&(Speaker, Range<usize>)>,
) -> Option<(Speaker, Confidence)> {
    let outline = cast.outline;
    let is_alone = |class| mention.len() == 1 && outline.is(mention.start, class);
    if is_alone(WordClass::SelfReference.into()) {
        return None;
    }
    if is_alone(WordClass::Relative.into()) {
        return Some((antecedent(cast, mention.start)?, Confidence::Strong));
    }
    if is_alone(WordClass::Pronoun | WordClass::Possessive) {
        let speaker = named_by(cast, mention.start, last)?;
        // the nearest who fits is another than who spoke last: a guess
        let need = Need::of(outline, mention.start);
        let other = last.is_some_and(|(last, _)| need.fits(last) && last.name != speaker.name);
        return Some((speaker, if other { Confidence::Weak } else { Confidence::Strong }));
    }
    let speaker = cast.people.speaker(mention);
    let is_named = speaker.called == Called::Name;
    let named = if is_named { None } else { described::named(cast, mention, last) };
    Some(named.unwrap_or((speaker, Confidence::Strong)))
}

/// `For Anna Berg, a lawyer in Ulm, work is done`: the name at the head of a sentence, after a
/// preposition.
fn fronted(outline: &Outline, within: &Range<usize>) -> Option<Range<usize>> {
    let first = within.start + 1;
    let leads = outline.is(within.start, WordClass::Preposition);
    let name = leads.then(|| outline.name_at(first..within.end.min(first + 7)))??;
    outline.gap(name.end - 1).has(Gap::COMMA).then_some(name)
}

/// What a pronoun can refer to.
#[derive(Clone, Copy)]
enum Need {
    One(Gender),
    Several,
    Thing,
}

impl Need {
    fn of(outline: &Outline, pronoun: usize) -> Need {
        match Gender::of(outline.items[pronoun].class) {
            Some(gender) => Need::One(gender),
            None if outline.is(pronoun, WordClass::Several) => Need::Several,
            None => Need::Thing,
        }
    }

    fn fits(self, speaker: &Speaker) -> bool {
        match self {
            Need::One(gender) => speaker.gender.map_or(speaker.human, |known| known == gender),
            Need::Several => true,
            Need::Thing => speaker.gender.is_none() && !speaker.human,
        }
    }
}

/// `Anna Berg, who said`: the noun phrase before *who*.
fn antecedent(cast: &Cast, who: usize) -> Option<Speaker> {
    let outline = cast.outline;
    let start = outline.sentences[outline.sentence_of(who)].start.max(who.saturating_sub(14));
    let name = outline.names(start..who).last().filter(|name| who - name.end < 8);
    let noun = || (start..who).rfind(|&at| outline.is(at, WordClasses::SPEAKER));
    // Anna Berg, a lawyer who said: both are the same person, the name says more
    Some(cast.people.speaker(&name.or_else(|| noun().map(|at| at..at + 1))?))
}

/// Who a pronoun refers to.
fn named_by(cast: &Cast, pronoun: usize, last: Option<&(Speaker, Range<usize>)>) -> Option<Speaker> {
    let outline = cast.outline;
    // the other half of “A,” she said. “B.”
    if let Some((speaker, _)) = last.filter(|(_, mention)| *mention == (pronoun..pronoun + 1)) {
        return Some(speaker.clone());
    }
    let need = Need::of(outline, pronoun);
    let last_fitting = last.filter(|(speaker, _)| need.fits(speaker));
    let is_name = |speaker: &Speaker| speaker.called != Called::Description;
    // the Green candidate: a name that fits says more, wherever it is
    let mut described: Option<Speaker> = None;
    let own = outline.sentence_of(pronoun);
    for sentence in (own.saturating_sub(REACH)..=own).rev() {
        let start = outline.sentences[sentence].start;
        let words = start..outline.sentences[sentence].end.min(pronoun);
        let spoke = last_fitting.filter(|(_, mention)| words.contains(&mention.start));
        let spoke = spoke.map(|(speaker, _)| speaker.clone());
        let subject = || subject_of(cast, need, start..words.end.min(start + WORDS), last);
        for speaker in spoke.into_iter().chain(iter::once_with(subject).flatten()) {
            if is_name(&speaker) {
                return Some(speaker);
            }
            described.get_or_insert(speaker);
        }
    }
    if let Some((speaker, _)) = last_fitting.filter(|(speaker, _)| is_name(speaker)) {
        return Some(speaker.clone());
    }
    let Need::One(gender) = need else { return described };
    let known = |speaker: &Speaker| speaker.gender == Some(gender);
    let open = |speaker: &Speaker| speaker.gender.is_none() && speaker.human;
    let named = || cast.people.named_before(pronoun, 8 * WORDS);
    described.or_else(|| named().find(known)).or_else(|| named().find(open))
}

/// The subject of a sentence, if a pronoun can refer to it, by its name if it has one.
fn subject_of(
    cast: &Cast,
    need: Need,
    words: Range<usize>,
    last: Option<&(Speaker, Range<usize>)>,
) -> Option<Speaker> {
    let outline = cast.outline;
    let fitting = |phrase: Range<usize>| {
        let speaker = cast.people.speaker(&phrase);
        let is_one = speaker.gender.is_some() || speaker.human || speaker.several;
        (need.fits(&speaker) && is_one).then_some(speaker)
    };
    if let Need::One(_) = need
        && let Some(speaker) = fronted(outline, &words).and_then(fitting)
    {
        return Some(speaker);
    }
    let phrase = subject::main(outline, words.start, words.end)?;
    if phrase.len() == 1 && outline.is(phrase.start, WordClass::Pronoun) {
        return None;
    }
    let speaker = fitting(phrase.clone())?;
    // it added: the company of the sentence before, by its name
    let is_named = speaker.called == Called::Name;
    let named = if is_named { None } else { described::named(cast, &phrase, last) };
    Some(named.filter(|(named, _)| need.fits(named)).map_or(speaker, |(named, _)| named))
}
