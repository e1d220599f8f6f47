//! The roles with which an article introduces each name: *Mayor Ann Hill*, *Tom Reed, her lawyer,*.
//!
//! The other article may call the same person by a role alone. One pass over the names, with a
//! fixed number of words around each.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::attribution::is_age;
use super::outline::{Gap, Outline};
use super::people::People;
use super::role::{aged, role};
use crate::lexicon::{WordClass, WordClasses};
use crate::quotation::{Role, Sort};

/// Words of an introduction.
const REACH: usize = 10;
/// Roles that are kept for a name.
const MOST: usize = 16;

/// The roles of each name of an article.
#[derive(Default)]
pub(super) struct Introductions {
    by_name: HashMap<String, Arc<[Role]>>,
    /// The fuller name of a last name, unless several have it.
    by_last: HashMap<String, Option<String>>,
}

impl Introductions {
    /// Reads the introductions of an article.
    pub(super) fn new(outline: &Outline, people: &People) -> Introductions {
        let mut by_name: HashMap<String, Vec<Role>> = HashMap::new();
        for sentence in &outline.sentences {
            for name in outline.names(sentence.clone()) {
                let found = introductions(outline, people, sentence, &name);
                if found.is_empty() {
                    continue;
                }
                let speaker = people.speaker(&name);
                if speaker.sort == Sort::Body {
                    continue;
                }
                let known = by_name.entry(speaker.name).or_default();
                for role in found {
                    if known.len() < MOST && !known.contains(&role) {
                        known.push(role);
                    }
                }
            }
        }
        let mut by_last: HashMap<String, Option<String>> = HashMap::new();
        for name in by_name.keys() {
            let last = name.rsplit(' ').next().unwrap_or_default().to_owned();
            by_last.entry(last).and_modify(|known| *known = None).or_insert_with(|| Some(name.clone()));
        }
        let by_name = by_name.into_iter().map(|(name, roles)| (name, roles.into())).collect();
        Introductions { by_name, by_last }
    }

    /// The roles that a name is introduced with.
    pub(super) fn of(&self, name: &str) -> Arc<[Role]> {
        let fuller = || self.by_name.get(self.by_last.get(name)?.as_ref()?);
        self.by_name.get(name).or_else(fuller).cloned().unwrap_or_default()
    }
}

/// The roles around one mention of a name.
fn introductions(
    outline: &Outline,
    people: &People,
    sentence: &Range<usize>,
    name: &Range<usize>,
) -> Vec<Role> {
    let phrases = [
        office(outline, people, sentence, name),
        before(outline, sentence, name),
        before_comma(outline, sentence, name),
        after(outline, sentence, name),
    ];
    let roles = phrases.into_iter().flatten().filter_map(|phrase| role(outline, &phrase));
    // *Anna Berg’s report*: what is no person introduces none
    let roles = roles.filter(|role| matches!(role.sort, Sort::Person | Sort::Unknown));
    let age = is_age(outline, name.end).then(|| aged(outline, name.end));
    roles.chain(age).collect()
}

/// `Mayor Anna Berg`, `former Nearshore Chief Anna Berg`: the titles that are written like a part of
/// the name, with the words that lead to them.
fn office(
    outline: &Outline,
    people: &People,
    sentence: &Range<usize>,
    name: &Range<usize>,
) -> Option<Range<usize>> {
    let is_title = |at: &usize| outline.is(*at, WordClass::Title) || outline.is(*at, WordClass::Person);
    let title = (name.start..name.end - 1).rfind(is_title).map_or(name.start, |title| title + 1);
    let core = people.core(name).start.max(title);
    (core > name.start).then(|| phrase_start(outline, sentence.start, name.start)..core)
}

/// `Kremlin spokesman Udo Kern`, `the lawyer Udo Kern`: the nouns right before the name.
fn before(outline: &Outline, sentence: &Range<usize>, name: &Range<usize>) -> Option<Range<usize>> {
    let last = name.start.checked_sub(1).filter(|last| *last >= sentence.start)?;
    let is_noun = outline.is(last, WordClass::Person) || outline.is(last, WordClass::Aged);
    if !is_noun || outline.items[last].possessive || !outline.runs_on(last) {
        return None;
    }
    Some(phrase_start(outline, sentence.start, last)..name.start)
}

/// `The mayor of Ulm, Anna Berg,`: the phrase before a comma that the name explains.
fn before_comma(outline: &Outline, sentence: &Range<usize>, name: &Range<usize>) -> Option<Range<usize>> {
    let comma = name.start.checked_sub(1).filter(|comma| *comma >= sentence.start)?;
    let last = &outline.items[name.end - 1];
    let closes = last.gap.has(Gap::COMMA) || last.gap.has(Gap::END);
    if outline.items[comma].gap != Gap::COMMA || !closes || last.possessive {
        return None;
    }
    let start = (sentence.start.max(name.start.saturating_sub(REACH))..name.start)
        .rev()
        .take_while(|&at| at == comma || outline.adjoins(at))
        .find(|&at| leads(outline, at))?;
    outline
        .is_speaking_noun(noun_before_preposition(outline, start..name.start)?)
        .then_some(start..name.start)
}

/// Whether a word begins a noun phrase: *the*, *her*, *Ulm’s*.
fn leads(outline: &Outline, at: usize) -> bool {
    let begins = outline.is(at, WordClass::Determiner) || outline.is(at, WordClass::Possessive);
    let follows = at > 0 && outline.is(at - 1, WordClass::Preposition) && outline.runs_on(at - 1);
    begins && !follows || outline.items[at].possessive && outline.is_name(at)
}

/// The last word of a phrase before its first preposition.
fn noun_before_preposition(outline: &Outline, phrase: Range<usize>) -> Option<usize> {
    let end = (phrase.start + 1..phrase.end).find(|&at| outline.is(at, WordClass::Preposition));
    end.unwrap_or(phrase.end).checked_sub(1).filter(|last| *last >= phrase.start)
}

/// `Udo Kern, 34, a lawyer in Ulm,`, `Udo Kern (lawyer)`, `Udo Kern is a lawyer`: the phrase after the name.
fn after(outline: &Outline, sentence: &Range<usize>, name: &Range<usize>) -> Option<Range<usize>> {
    let last = &outline.items[name.end - 1];
    let mut start = name.end + usize::from(is_age(outline, name.end));
    let is_apart = last.gap.has(Gap::COMMA) || last.gap.has(Gap::OPEN);
    let is_predicate = !last.gap.has(Gap::ANY) && outline.is(start, WordClass::Being);
    if last.possessive || !is_apart && !is_predicate {
        return None;
    }
    start += usize::from(is_predicate);
    let to = sentence.end.min(start + REACH);
    let end = (start..to).find(|&at| ends_phrase(outline, at)).map_or(to, |at| at + 1);
    let phrase = start..end;
    if phrase.is_empty() {
        return None;
    }
    let noun = (start..end)
        .take_while(|&at| !outline.is(at, WordClass::Preposition) && outline.items[at].piece.is_none())
        .filter(|&at| outline.is(at, WordClass::Person) && !outline.items[at].possessive)
        .last()?;
    let has_article = outline.is(start, WordClass::Determiner) || outline.is(start, WordClass::Possessive);
    // *Anna Berg, Mayor Tom Hill and others*: another name
    let is_other = outline.runs_on(noun) && outline.is_name(noun + 1) && noun + 1 < sentence.end;
    // *Anna Berg, her deputy and the crew*: a list
    let is_list = outline.is(start, WordClass::Possessive) && outline.is(end, WordClass::Together);
    let is_verb =
        (start..noun).any(|at| outline.is(at, WordClasses::CUE) && !outline.is(at, WordClass::Noun));
    let is_phrase = has_article || is_apart && (start..=noun).all(|at| at == noun || outline.adjoins(at));
    (is_phrase && !is_other && !is_list && !is_verb).then_some(phrase)
}

/// Whether the phrase ends with this word.
fn ends_phrase(outline: &Outline, at: usize) -> bool {
    let gap = outline.items[at].gap;
    let next_opens = outline.is(at + 1, WordClass::Clause) || outline.is(at + 1, WordClass::Relative);
    gap.has(Gap::ANY) && !gap.has(Gap::OTHER) || next_opens
}

/// Where the noun phrase that ends with `last` starts.
fn phrase_start(outline: &Outline, from: usize, last: usize) -> usize {
    let first = from.max(last.saturating_sub(REACH / 2));
    let stops = [
        WordClass::Preposition,
        WordClass::Auxiliary,
        WordClass::Clause,
        WordClass::Pronoun,
        WordClass::Determiner,
    ];
    let belongs = |&at: &usize| {
        let item = &outline.items[at];
        let is_verb = item.class.is(WordClasses::CUE) && !item.class.is(WordClass::Noun) && !item.capital;
        let is_rank = || outline.lexicon.ranks.contains(&outline.word(at).to_lowercase());
        let is_stop = stops.into_iter().any(|class| item.class.is(class)) && !item.capital && !is_rank();
        outline.adjoins(at) && item.piece.is_none() && !is_verb && !is_stop
    };
    let start = (first..last).rev().take_while(belongs).last().unwrap_or(last);
    let lead = start.checked_sub(1).filter(|lead| *lead >= from && outline.adjoins(*lead));
    let has_article = lead.is_some_and(|lead| {
        outline.is(lead, WordClass::Determiner) || outline.is(lead, WordClass::Possessive)
    });
    start - usize::from(has_article)
}
