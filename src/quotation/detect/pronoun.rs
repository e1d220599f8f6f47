//! Who *he*, *she* or *they* is: the nearest fitting one of whom the text was speaking.
//!
//! The subjects of the sentences before, nearest first, and whoever spoke last;
//! none is better than one who does not fit.

use std::ops::Range;

use super::described;
use super::outline::{Gap, Outline};
use super::people::{Called, People, Speaker};
use super::subject;
use crate::lexicon::{WordClass, WordClasses};
use crate::quotation::{Confidence, Gender};

/// Sentences before the pronoun in which its name may stand.
const REACH: usize = 9;

/// Words of one sentence that are looked at.
const WORDS: usize = 60;

/// Who a mention stands for, and how far to trust that; `last` is whoever spoke last, and where they were named.
pub(super) fn resolve(
    outline: &Outline,
    people: &People,
    mention: &Range<usize>,
    last: Option<&(Speaker, Range<usize>)>,
) -> Option<(Speaker, Confidence)> {
    let alone = mention.len() == 1;
    if alone && outline.is(mention.start, WordClass::SelfReference) {
        return None;
    }
    if alone && outline.is(mention.start, WordClass::Relative) {
        return antecedent(outline, people, mention.start).map(|speaker| (speaker, Confidence::Strong));
    }
    if alone
        && (outline.is(mention.start, WordClass::Pronoun) || outline.is(mention.start, WordClass::Possessive))
    {
        let speaker = named_by(outline, people, mention.start, last)?;
        // the nearest who fits is another than who spoke last: a guess
        let need = Need::of(outline, mention.start);
        let other = last.is_some_and(|(last, _)| need.fits(last) && last.name != speaker.name);
        return Some((speaker, if other { Confidence::Weak } else { Confidence::Strong }));
    }
    let speaker = people.speaker(mention);
    let named =
        (speaker.called != Called::Name).then(|| described::named(outline, people, mention, last)).flatten();
    Some(named.unwrap_or((speaker, Confidence::Strong)))
}

/// `For Anna Berg, a lawyer in Ulm, work is done`: the name at the head of a sentence, behind a
/// word that only leads to it.
fn fronted(outline: &Outline, within: &Range<usize>) -> Option<Range<usize>> {
    let first = within.start;
    let leads = outline.is(first, WordClass::Preposition) || outline.is(first, WordClass::According);
    let name = outline.names(first + 1..within.end.min(first + 8)).into_iter().next()?;
    let near = name.start == first + 1 || name.start == first + 2 && outline.is(first, WordClass::According);
    (leads && near && outline.items[name.end - 1].gap.has(Gap::COMMA)).then_some(name)
}

/// What a pronoun can stand for.
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

/// `Anna Berg, who said`: the noun phrase in front of *who*.
fn antecedent(outline: &Outline, people: &People, who: usize) -> Option<Speaker> {
    let start = outline.sentences[outline.sentence_of(who)].start.max(who.saturating_sub(14));
    if start >= who {
        return None;
    }
    let name = outline.names(start..who).pop().filter(|name| who - name.end < 8);
    let noun = (start..who).rfind(|&at| outline.is(at, WordClasses::SPEAKER)).map(|at| at..at + 1);
    // Anna Berg, a lawyer who said: both are the same person, the name says more
    name.or(noun).map(|phrase| people.speaker(&phrase))
}

fn named_by(
    outline: &Outline,
    people: &People,
    pronoun: usize,
    last: Option<&(Speaker, Range<usize>)>,
) -> Option<Speaker> {
    // the other half of “A,” she said. “B.”
    if let Some((speaker, _)) = last.filter(|(_, mention)| *mention == (pronoun..pronoun + 1)) {
        return Some(speaker.clone());
    }
    let need = Need::of(outline, pronoun);
    let fitting_last = last.filter(|(speaker, _)| need.fits(speaker));
    // the Green candidate: a name that fits says more, wherever it stands
    let mut described: Option<Speaker> = None;
    let own = outline.sentence_of(pronoun);
    for sentence in (own.saturating_sub(REACH)..=own).rev() {
        let sentence = outline.sentences[sentence].clone();
        let end = sentence.end.min(pronoun);
        if sentence.start >= end {
            continue;
        }
        let within = sentence.start..end.min(sentence.start + WORDS);
        if let Some((speaker, mention)) = fitting_last
            && (sentence.start..end).contains(&mention.start)
        {
            if speaker.called != Called::Description {
                return Some(speaker.clone());
            }
            described.get_or_insert(speaker.clone());
        }
        let fitting = |phrase: &Range<usize>| {
            let speaker = people.speaker(phrase);
            let is_one = speaker.gender.is_some() || speaker.human || speaker.several;
            (need.fits(&speaker) && is_one).then_some(speaker)
        };
        if let Need::One(_) = need
            && let Some(speaker) = fronted(outline, &within).and_then(|name| fitting(&name))
        {
            return Some(speaker);
        }
        let Some(phrase) = subject::main(outline, within.start, within.end) else { continue };
        if phrase.len() == 1 && outline.is(phrase.start, WordClass::Pronoun) {
            continue;
        }
        if let Some(speaker) = fitting(&phrase) {
            // it added: the company of the sentence before, by its name
            let named = (speaker.called != Called::Name)
                .then(|| described::named(outline, people, &phrase, last))
                .flatten()
                .filter(|(named, _)| need.fits(named));
            let speaker = named.map_or(speaker, |(named, _)| named);
            if speaker.called != Called::Description {
                return Some(speaker);
            }
            described.get_or_insert(speaker);
        }
    }
    if let Some((speaker, _)) = fitting_last.filter(|(speaker, _)| speaker.called != Called::Description) {
        return Some(speaker.clone());
    }
    if described.is_some() {
        return described;
    }
    match need {
        Need::One(gender) => {
            let known =
                people.named_before(pronoun, 8 * WORDS).find(|speaker| speaker.gender == Some(gender));
            let open = |speaker: &Speaker| speaker.gender.is_none() && speaker.human;
            known.or_else(|| people.named_before(pronoun, 8 * WORDS).find(open))
        }
        Need::Several | Need::Thing => None,
    }
}
