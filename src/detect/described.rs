//! Who *the lawyer*, *the 22-year-old* or *the company* is: somebody whom the article named before.
//!
//! A role refers to whoever was introduced with it; if two were, or if only an office
//! fits, the answer is a guess and said to be one. Without a name the words stay as they are.

use std::ops::Range;

use super::introduced::Cast;
use super::outline::Outline;
use super::people::{Called, Speaker};
use super::phrase::head_end;
use super::subject;
use crate::lexicon::WordClass;
use crate::quotation::Confidence;

/// Sentences before a description in which the name that it refers to may be.
const REACH: usize = 6;

/// Who a noun phrase without a name refers to, and how far to trust it.
pub(super) fn named(
    cast: &Cast,
    phrase: &Range<usize>,
    last: Option<&(Speaker, Range<usize>)>,
) -> Option<(Speaker, Confidence)> {
    let outline = cast.outline;
    let start = phrase.start + 1;
    let mut within = start..head_end(outline, phrase);
    let is_owned = within.clone().any(|at| outline.items[at].possessive);
    if !outline.is(phrase.start, WordClass::Definite) || is_owned {
        return None;
    }
    let nouns = || within.clone().rev().filter(|&at| outline.is(at, WordClass::Person | WordClass::Aged));
    if let Some(named) = nouns().find_map(|noun| introduced(cast, start, noun)) {
        return Some(named);
    }
    let has = |class| nouns().any(|at| outline.is(at, class));
    if has(WordClass::Aged) || has(WordClass::Office) && within.clone().any(|at| outline.items[at].capital) {
        let is_person = |speaker: &Speaker| speaker.human && speaker.called == Called::Name;
        return Some((nearest(cast, phrase.start, last, is_person)?, Confidence::Weak));
    }
    // the company, not the harbor company
    if within.len() != 1 || !within.all(|at| outline.is(at, WordClass::Body)) {
        return None;
    }
    let is_body = |speaker: &Speaker| speaker.called == Called::Name && speaker.gender.is_none();
    let found = nearest(cast, phrase.start, last, is_body).or_else(|| introduced_body(cast, phrase.start))?;
    let is_last = last.is_some_and(|(speaker, _)| speaker.name == found.name);
    Some((found, if is_last { Confidence::Strong } else { Confidence::Weak }))
}

/// Whoever was introduced with the role that a noun names, in a phrase that starts at `from`.
fn introduced(cast: &Cast, from: usize, noun: usize) -> Option<(Speaker, Confidence)> {
    /// Introductions that are looked at.
    const MOST: usize = 24;
    /// Words between a role and the nearest of several who have it.
    const NEAR: usize = 60;
    let outline = cast.outline;
    // the prime minister is not the finance minister
    let rank = (from..noun).rfind(|&at| outline.is(at, WordClass::Title));
    let fitting: Vec<(Range<usize>, Speaker)> = cast
        .introductions
        .named(outline, noun)
        .take(MOST)
        .filter(|name| rank.is_none_or(|rank| has_rank(outline, name, rank)))
        .filter(|name| !differs(outline, name, from..noun))
        .map(|name| (name.clone(), cast.people.speaker(&name)))
        .filter(|(_, speaker)| speaker.human)
        .collect();
    // President Berg before Kern, president of the club
    let is_titled = |name: &Range<usize>| name.clone().any(|at| outline.is(at, WordClass::Title));
    let (name, speaker) = fitting.iter().find(|(name, _)| is_titled(name)).or(fitting.first())?;
    let is_only = fitting.iter().all(|(_, other)| other.name == speaker.name);
    let has_more = (from..noun).any(|at| Some(at) != rank);
    let confidence = if is_only && !has_more { Confidence::Strong } else { Confidence::Weak };
    (is_only || noun - name.end <= NEAR).then(|| (speaker.clone(), confidence))
}

/// Whether an introduction has the word that makes an office another one, too.
fn has_rank(outline: &Outline, name: &Range<usize>, rank: usize) -> bool {
    let mut around = name.start.saturating_sub(6)..rank.min(name.end + 8);
    around.any(|at| outline.word(at).eq_ignore_ascii_case(outline.word(rank)))
}

/// Whether a name was introduced as something else: *the nominee* is not *the Green
/// vice-presidential nominee Udo Kern*.
fn differs(outline: &Outline, name: &Range<usize>, own: Range<usize>) -> bool {
    let stops = WordClass::Preposition | WordClass::Determiner | WordClass::Clause;
    let lead = (name.start.saturating_sub(5)..name.start).rev();
    lead.take_while(|&at| outline.runs_on(at) && !outline.is(at, stops)).any(|at| {
        let word = outline.word(at);
        outline.items[at].capital && !own.clone().any(|own| outline.word(own).eq_ignore_ascii_case(word))
    })
}

/// `the website Tidings.org`: the nearest name after a noun for a body.
fn introduced_body(cast: &Cast, before: usize) -> Option<Speaker> {
    /// Words before the description.
    const NEAR: usize = 80;
    let outline = cast.outline;
    let is_noun = |at: usize| outline.is(at, WordClass::Group);
    let is_body = |name: &Range<usize>| name.start.checked_sub(1).is_some_and(is_noun);
    let name = outline.names(before.saturating_sub(NEAR)..before).filter(is_body).last()?;
    Some(cast.people.speaker(&name))
}

/// The nearest one who fits, of those who spoke or were spoken of.
fn nearest(
    cast: &Cast,
    before: usize,
    last: Option<&(Speaker, Range<usize>)>,
    fits: impl Fn(&Speaker) -> bool,
) -> Option<Speaker> {
    let outline = cast.outline;
    let own = outline.sentence_of(before);
    (own.saturating_sub(REACH)..=own).rev().find_map(|sentence| {
        let start = outline.sentences[sentence].start;
        let words = start..outline.sentences[sentence].end.min(before);
        let spoke = last.filter(|(speaker, mention)| words.contains(&mention.start) && fits(speaker));
        if let Some((speaker, _)) = spoke {
            return Some(speaker.clone());
        }
        let phrase = subject::main(outline, start, words.end)?;
        let is_pronoun = phrase.len() == 1 && outline.is(phrase.start, WordClass::Pronoun);
        (!is_pronoun).then(|| cast.people.speaker(&phrase)).filter(&fits)
    })
}
