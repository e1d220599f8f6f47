//! The roles with which an article introduces each name: *Mayor Ann Hill*, *Tom Reed, her lawyer,*.
//!
//! Later on *the lawyer* is Reed, and the other article may call him by a role alone. One pass
//! over the names, with a fixed number of words around each.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::attribution::is_age;
use super::outline::{Gap, Outline};
use super::people::People;
use super::role::{aged, noun, role, word_form};
use crate::lexicon::{WordClass, WordClasses};
use crate::quotation::{Role, Sort};

/// Words of an introduction.
const REACH: usize = 10;
/// Roles that are kept for a name.
const MOST: usize = 16;

/// Everyone whom an article names.
pub(super) struct Cast<'a> {
    pub(super) outline: &'a Outline<'a>,
    pub(super) people: People<'a>,
    pub(super) introductions: Introductions,
}

impl<'a> Cast<'a> {
    /// Reads the names of an article.
    pub(super) fn of(outline: &'a Outline<'a>) -> Cast<'a> {
        let people = People::of(outline);
        Cast { outline, introductions: Introductions::new(outline, &people), people }
    }
}

/// The roles of each name of an article.
pub(super) struct Introductions {
    roles: HashMap<String, Arc<[Role]>>,
    /// The names that each noun introduces, in order.
    named: HashMap<String, Vec<Range<usize>>>,
    /// The fuller name of a last name, unless several have it.
    fuller: HashMap<String, Option<String>>,
}

impl Introductions {
    /// Reads the introductions of an article.
    fn new(outline: &Outline, people: &People) -> Introductions {
        let mut roles: HashMap<String, Vec<Role>> = HashMap::new();
        let mut named: HashMap<String, Vec<Range<usize>>> = HashMap::new();
        for sentence in &outline.sentences {
            for name in outline.names(sentence.clone()) {
                let (found, nouns) = introductions(outline, people, sentence, &name);
                for noun in nouns {
                    named.entry(noun).or_default().push(name.clone());
                }
                if found.is_empty() {
                    continue;
                }
                let speaker = people.speaker(&name);
                if speaker.sort == Sort::Body {
                    continue;
                }
                let known = roles.entry(speaker.name).or_default();
                for role in found {
                    if known.len() < MOST && !known.contains(&role) {
                        known.push(role);
                    }
                }
            }
        }
        let mut fuller: HashMap<String, Option<String>> = HashMap::new();
        for name in roles.keys() {
            let last = name.rsplit(' ').next().unwrap_or_default().to_owned();
            fuller.entry(last).and_modify(|known| *known = None).or_insert_with(|| Some(name.clone()));
        }
        let roles = roles.into_iter().map(|(name, roles)| (name, roles.into())).collect();
        Introductions { roles, named, fuller }
    }

    /// The roles that a name is introduced with.
    pub(super) fn of(&self, name: &str) -> Arc<[Role]> {
        let fuller = || self.roles.get(self.fuller.get(name)?.as_ref()?);
        self.roles.get(name).or_else(fuller).cloned().unwrap_or_default()
    }

    /// The names introduced with the role or age of a noun before it, the nearest first.
    pub(super) fn named(&self, outline: &Outline, noun: usize) -> impl Iterator<Item = Range<usize>> {
        let names = self.named.get(&word_form(outline, noun)).map_or(&[][..], Vec::as_slice);
        let before = names.partition_point(|name| name.end <= noun);
        names[..before].iter().rev().cloned()
    }
}

/// The roles around one mention of a name, and the nouns next to it.
fn introductions(
    outline: &Outline,
    people: &People,
    sentence: &Range<usize>,
    name: &Range<usize>,
) -> (Vec<Role>, Vec<String>) {
    let phrases = [
        office(outline, people, sentence.start, name),
        before(outline, sentence.start, name),
        before_comma(outline, sentence.start, name),
        after(outline, sentence.end, name),
    ];
    let phrases: Vec<Range<usize>> = phrases.into_iter().flatten().collect();
    let roles = phrases.iter().filter_map(|phrase| role(outline, phrase));
    // *Anna Berg’s report*: a thing introduces nobody
    let roles = roles.filter(|role| matches!(role.sort, Sort::Person | Sort::Unknown));
    let age = is_age(outline, name.end).then(|| aged(outline, name.end));
    // *the owner of a mill, Nearshore*: the noun must be next to the name
    let nouns = phrases.iter().filter_map(|phrase| noun(outline, phrase)).filter(|at| at + 1 >= name.start);
    let nouns = nouns.map(|noun| word_form(outline, noun)).chain(age.iter().map(|age| age.noun.clone()));
    (roles.chain(age.clone()).collect(), nouns.collect())
}

/// `Mayor Anna Berg`, `former Nearshore Chief Anna Berg`: the titles that are written like a part of
/// the name, with the words that lead to them.
fn office(outline: &Outline, people: &People, from: usize, name: &Range<usize>) -> Option<Range<usize>> {
    let is_title = |at: &usize| outline.is(*at, WordClass::Title | WordClass::Person);
    let title = (name.start..name.end - 1).rfind(is_title).map_or(name.start, |title| title + 1);
    let core = people.core(name).start.max(title);
    (core > name.start).then(|| phrase_start(outline, from, name.start)..core)
}

/// `Kremlin spokesman Udo Kern`, `the lawyer Udo Kern`: the nouns right before the name.
fn before(outline: &Outline, from: usize, name: &Range<usize>) -> Option<Range<usize>> {
    let last = name.start.checked_sub(1).filter(|last| *last >= from && outline.runs_on(*last))?;
    let is_noun = outline.is(last, WordClass::Person | WordClass::Aged) && !outline.items[last].possessive;
    is_noun.then(|| phrase_start(outline, from, last)..name.start)
}

/// `The mayor of Ulm, Anna Berg,`: the phrase before a comma that the name explains.
fn before_comma(outline: &Outline, from: usize, name: &Range<usize>) -> Option<Range<usize>> {
    let comma = name.start.checked_sub(1).filter(|comma| *comma >= from)?;
    let closes = outline.gap(name.end - 1).has(Gap::COMMA.or(Gap::END));
    if outline.gap(comma) != Gap::COMMA || !closes {
        return None;
    }
    // Top Green pollster, Udo Kern,
    if outline.is_lower(comma, WordClass::Person) {
        return Some(phrase_start(outline, from, comma)..name.start);
    }
    // the, her, Ulm’s; not *of the*
    let leads = |&at: &usize| {
        let follows = at > 0 && outline.is(at - 1, WordClass::Preposition) && outline.runs_on(at - 1);
        outline.starts_phrase(at) && !follows || outline.items[at].possessive && outline.is_name(at)
    };
    let words = (from.max(name.start.saturating_sub(REACH))..name.start).rev();
    let start = words.take_while(|&at| at == comma || outline.adjoins(at)).find(leads)?;
    let preposition = (start + 1..name.start).find(|&at| outline.is(at, WordClass::Preposition));
    let noun = preposition.unwrap_or(name.start) - 1;
    outline.is_speaking_noun(noun).then_some(start..name.start)
}

/// `Udo Kern, 34, a lawyer in Ulm,`, `Udo Kern (lawyer)`, `Udo Kern is a lawyer`: the phrase after the name.
fn after(outline: &Outline, to: usize, name: &Range<usize>) -> Option<Range<usize>> {
    let last = &outline.items[name.end - 1];
    let start = name.end + usize::from(is_age(outline, name.end));
    let is_apart = last.gap.has(Gap::COMMA.or(Gap::OPEN));
    let is_predicate = !last.gap.has(Gap::ANY) && outline.is(start, WordClass::Being);
    // *Anna Berg, and her deputy*: somebody else
    let next = WordClass::Clause | WordClass::Relative;
    if last.possessive || !is_apart && !is_predicate || outline.is(start, next) {
        return None;
    }
    let start = start + usize::from(is_predicate);
    let limit = to.min(start + REACH);
    let ends = |&at: &usize| outline.ends_phrase(at) || outline.is(at + 1, next);
    let end = (start..limit).find(ends).map_or(limit, |at| at + 1);
    let noun = (start..end)
        .take_while(|&at| !outline.is(at, WordClass::Preposition) && !outline.items[at].is_piece)
        .filter(|&at| outline.is(at, WordClass::Person))
        .last()?;
    // *Anna Berg, Mayor Tom Hill and others*: another name
    let is_other = outline.runs_on(noun) && outline.is_name(noun + 1) && noun + 1 < to;
    let is_phrase = outline.starts_phrase(start) || is_apart && (start..noun).all(|at| outline.adjoins(at));
    (is_phrase && !is_other).then_some(start..end)
}

/// Where the noun phrase that ends with `last` starts.
fn phrase_start(outline: &Outline, from: usize, last: usize) -> usize {
    let first = from.max(last.saturating_sub(REACH / 2));
    let stops = WordClass::Preposition
        | WordClass::Auxiliary
        | WordClass::Clause
        | WordClass::Pronoun
        | WordClass::Determiner;
    let belongs = |&at: &usize| {
        let is_verb = outline.is_lower(at, WordClasses::CUE) && !outline.is(at, WordClass::Noun);
        let is_rank = || outline.lexicon.ranks.contains(&outline.lower(at));
        let is_stop = outline.is_lower(at, stops) && !is_rank();
        outline.adjoins(at) && !outline.items[at].is_piece && !is_verb && !is_stop
    };
    let start = last - (first..last).rev().take_while(belongs).count();
    let has_article = start > from && outline.adjoins(start - 1) && outline.starts_phrase(start - 1);
    start - usize::from(has_article)
}
