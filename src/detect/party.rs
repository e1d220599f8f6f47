//! Who a mention refers to, as words that another article’s speaker can be compared with.
//!
//! ```text
//! mention ─joint▶ one range for each who speaks ─┬ name ─introduced▶ roles of the name
//!                                                └ role ▶ the noun with what narrows it
//! ```

use std::ops::Range;

use super::introduced::Introductions;
use super::outline::Outline;
use super::people::{Called, Speaker, address};
use super::role::role;
use crate::lexicon::{Lexicon, WordClass};
use crate::quotation::{Party, Reference, Sort};
use crate::text::Span;

/// The party that `mention` refers to, resolved to `speaker`.
pub(super) fn party(
    outline: &Outline,
    introductions: &Introductions,
    mention: &Range<usize>,
    speaker: &Speaker,
) -> Option<Party> {
    let reference = reference(outline, mention, speaker);
    let name = match speaker.called {
        // Department of Justice
        Called::Name if speaker.sort == Sort::Body && reference == Reference::Name => {
            folded_name(outline.lexicon, &body(outline, mention, speaker))
        }
        Called::Name => folded_name(outline.lexicon, &speaker.name),
        Called::Description | Called::Noun => Vec::new(),
    };
    let description = match reference {
        Reference::Description => role(outline, mention),
        // *she*, of *a spokeswoman* before
        Reference::Pronoun if name.is_empty() => role(outline, &speaker.phrase),
        Reference::Name | Reference::Pronoun => None,
    };
    if name.is_empty() && description.is_none() {
        return None;
    }
    let roles = introductions.of(&speaker.name);
    let is_person = speaker.sort == Sort::Person || roles.iter().any(|role| role.sort == Sort::Person);
    let sort = match &description {
        Some(role) if name.is_empty() => role.sort,
        _ if is_person => Sort::Person,
        Some(_) | None => speaker.sort,
    };
    let address = if reference == Reference::Name { address(outline, mention) } else { None };
    Some(Party {
        name,
        sort,
        gender: address.or(speaker.gender),
        is_addressed: address.is_some(),
        reference,
        description,
        roles,
    })
}

/// The name of a body, with the words that follow it in the mention: *Department of Justice*.
pub(super) fn body(outline: &Outline, mention: &Range<usize>, speaker: &Speaker) -> String {
    let end = speaker.phrase.end;
    let small = WordClass::Preposition | WordClass::Determiner | WordClass::Particle;
    let belongs = |at: usize| outline.is_name(at) || outline.is(at, small);
    let goes_on = mention.contains(&end) && (end..mention.end).all(belongs);
    if goes_on {
        outline.slice(&(speaker.phrase.start..mention.end)).to_owned()
    } else {
        speaker.name.clone()
    }
}

/// How a mention refers to its speaker.
fn reference(outline: &Outline, mention: &Range<usize>, speaker: &Speaker) -> Reference {
    let is_pronoun = outline.is(mention.start, WordClass::Pronoun | WordClass::Possessive);
    // the name of a description precedes it, that of an apposition follows
    match speaker.called {
        _ if mention.len() == 1 && is_pronoun => Reference::Pronoun,
        Called::Name if speaker.phrase.start >= mention.start => Reference::Name,
        Called::Name | Called::Description | Called::Noun => Reference::Description,
    }
}

/// The words of a name, lower case, without titles and articles.
pub(crate) fn folded_name(lexicon: &Lexicon, name: &str) -> Vec<String> {
    let fold = |word: &str| -> String {
        let own = Span::new(0, word.len() - lexicon.language.possessive_ending(word)).of(word);
        own.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let words: Vec<String> = name.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
    let grammar = lexicon.grammar_words;
    let is_title = |word: &String| {
        grammar.has(word, WordClass::Title) || lexicon.people_nouns.has(word, WordClass::Person)
    };
    // *Nearshore Chief Executive Anna Berg*: what leads to a title is no part of the name
    let own = words.iter().rposition(is_title).map_or(0, |title| title + 1);
    let mut name = words[if own < words.len() { own } else { 0 }..].to_vec();
    // *Bill Oakes* is *William Oakes*
    if let [first, _, ..] = &mut name[..]
        && let Some(given) = lexicon.short_names.get(first)
    {
        *first = given.to_owned();
    }
    name
}
