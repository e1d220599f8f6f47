//! Who *the lawyer*, *the 22-year-old* or *the company* is: somebody whom the article named before.
//!
//! A role stands for whoever was introduced with it; where two were, or where only an office
//! fits, the answer is a guess and said to be one. Without a name the words stay as they are.

use std::ops::Range;

use super::outline::Outline;
use super::people::{Called, People, Speaker};
use super::subject;
use crate::lexicon::WordClass;
use crate::quotation::Confidence;

/// Sentences before a description in which the name that it stands for may be.
const REACH: usize = 6;

/// Who a noun phrase without a name stands for, and how far to trust it.
pub(super) fn named(
    outline: &Outline,
    people: &People,
    phrase: &Range<usize>,
    last: Option<&(Speaker, Range<usize>)>,
) -> Option<(Speaker, Confidence)> {
    if !outline.is(phrase.start, WordClass::Definite) {
        return None;
    }
    let within = phrase.start + 1..people.head(phrase);
    if within.clone().any(|at| outline.items[at].possessive) {
        return None;
    }
    let nouns = within
        .clone()
        .rev()
        .filter(|&at| outline.is(at, WordClass::Person) || outline.is(at, WordClass::Aged));
    for noun in nouns.clone() {
        let named = introduced(outline, people, within.start, noun);
        if named.is_some() {
            return named;
        }
    }
    let is_office = nouns.clone().any(|at| outline.is(at, WordClass::Office));
    let is_aged = nouns.clone().any(|at| outline.is(at, WordClass::Aged));
    if is_aged || is_office && within.clone().any(|at| outline.items[at].capital) {
        return nearest(outline, people, phrase.start, last, |speaker| {
            speaker.human && speaker.called == Called::Name
        })
        .map(|speaker| (speaker, Confidence::Weak));
    }
    let body = within.end.checked_sub(1).filter(|at| outline.is(*at, WordClass::Body))?;
    // the company, not the harbor company
    if body != within.start {
        return None;
    }
    let is_body = |speaker: &Speaker| speaker.called == Called::Name && speaker.gender.is_none();
    let found = nearest(outline, people, phrase.start, last, is_body)
        .or_else(|| introduced_body(outline, people, phrase.start))?;
    let is_last = last.is_some_and(|(speaker, _)| speaker.name == found.name);
    Some((found, if is_last { Confidence::Strong } else { Confidence::Weak }))
}

/// Whoever was introduced with the role that a noun names, in a phrase that starts at `from`.
fn introduced(outline: &Outline, people: &People, from: usize, noun: usize) -> Option<(Speaker, Confidence)> {
    /// Introductions that are looked at.
    const MOST: usize = 24;
    /// Words between a role and the nearest of several who have it.
    const NEAR: usize = 60;
    // the prime minister is not the finance minister
    let rank = (from..noun).rev().find(|&at| outline.is(at, WordClass::Title) && !outline.items[at].capital);
    let fitting: Vec<(Range<usize>, Speaker)> = people
        .introduced(noun)
        .take(MOST)
        .filter(|name| rank.is_none_or(|rank| has_rank(outline, name, rank)))
        .filter(|name| !differs(outline, name, from..noun))
        .map(|name| (name.clone(), people.speaker(&name)))
        .filter(|(_, speaker)| speaker.human)
        .collect();
    // President Berg before Kern, president of the club
    let titled =
        |(name, _): &&(Range<usize>, Speaker)| name.clone().any(|at| outline.is(at, WordClass::Title));
    let (name, speaker) = fitting.iter().find(titled).or(fitting.first())?;
    let is_only = fitting.iter().all(|(_, other)| other.name == speaker.name);
    if !is_only && noun - name.end > NEAR {
        return None;
    }
    let has_more = (from..noun).any(|at| Some(at) != rank);
    let confidence = if is_only && !has_more { Confidence::Strong } else { Confidence::Weak };
    Some((speaker.clone(), confidence))
}

/// Whether the word that makes an office another one stands in an introduction, too.
fn has_rank(outline: &Outline, name: &Range<usize>, rank: usize) -> bool {
    let mut around = name.start.saturating_sub(6)..rank.min(name.end + 8);
    around.any(|at| outline.word(at).eq_ignore_ascii_case(outline.word(rank)))
}

/// Whether a name was introduced as something else: *the nominee* is not *the Green
/// vice-presidential nominee Udo Kern*.
fn differs(outline: &Outline, name: &Range<usize>, own: Range<usize>) -> bool {
    let runs = |at: &usize| {
        let stops = [WordClass::Preposition, WordClass::Determiner, WordClass::Clause];
        outline.runs_on(*at) && !stops.into_iter().any(|class| outline.is(*at, class))
    };
    let mut lead = (name.start.saturating_sub(5)..name.start).rev().take_while(runs);
    lead.any(|at| {
        let word = outline.word(at);
        let sets_apart = outline.items[at].capital || outline.lexicon.ranks.contains(&word.to_lowercase());
        sets_apart && !own.clone().any(|own| outline.word(own).eq_ignore_ascii_case(word))
    })
}

/// `the website Tidings.org`: the nearest name behind a noun for a body.
fn introduced_body(outline: &Outline, people: &People, before: usize) -> Option<Speaker> {
    /// Words in front of the description.
    const NEAR: usize = 80;
    let names = outline.names(before.saturating_sub(NEAR)..before);
    let is_body = |name: &&Range<usize>| {
        name.start.checked_sub(1).is_some_and(|noun| {
            outline.is(noun, WordClass::Group) && !outline.items[noun].capital && outline.runs_on(noun)
        })
    };
    names.iter().rev().find(is_body).map(|name| people.speaker(name))
}

/// The nearest one who fits, of those who spoke or were spoken of.
fn nearest(
    outline: &Outline,
    people: &People,
    before: usize,
    last: Option<&(Speaker, Range<usize>)>,
    fits: impl Fn(&Speaker) -> bool,
) -> Option<Speaker> {
    let own = outline.sentence_of(before);
    (own.saturating_sub(REACH)..=own).rev().find_map(|sentence| {
        let sentence = outline.sentences[sentence].clone();
        let end = sentence.end.min(before);
        if let Some((speaker, mention)) = last
            && (sentence.start..end).contains(&mention.start)
            && fits(speaker)
        {
            return Some(speaker.clone());
        }
        let phrase = (sentence.start < end).then(|| subject::main(outline, sentence.start, end))??;
        let speaker = (phrase.len() > 1 || !outline.is(phrase.start, WordClass::Pronoun))
            .then(|| people.speaker(&phrase))?;
        fits(&speaker).then_some(speaker)
    })
}
