//! Whether two attributions name the same speaker.
//!
//! A wrong *changed* costs an editor more than a missed one. It is said only
//! where both articles name a person outright and nothing in the names agrees;
//! *the Kremlin* and *Dmitry Peskov* may be one voice.

use crate::lexicon::{Lexicon, WordClass};
use crate::quotation::{Attribution, Confidence, SpeakerState};
use crate::text::{Pair, Side, Span};

use super::cues::{is_institution, is_pronoun, is_title};
use super::words::{CLAUSE, SENTENCE, Unit, Words};

/// A speaker, ready to be compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Name {
    /// The words of the name, folded, without titles.
    parts: Vec<String>,
    /// Whether the article names a person outright, and not by a pronoun or a weak rule.
    is_outright: bool,
    /// Whether it is a person’s name, by whichever rule.
    is_person: bool,
}

/// The speaker that an attribution names, if any.
pub(super) fn name(attribution: &Attribution, words: &Words) -> Option<Name> {
    let speaker = attribution.speaker.as_deref()?;
    let is_person = is_person(speaker, words);
    let is_outright =
        is_person && attribution.confidence == Confidence::Strong && !is_by_pronoun(words, attribution);
    Some(Name { parts: folded_words(words.lexicon(), speaker), is_outright, is_person })
}

/// Compares the speakers of two quotations.
pub(super) fn compare(names: Pair<Option<&Name>>) -> SpeakerState {
    let Some(names) = names.both() else { return SpeakerState::Unknown };
    if is_compatible(&names.left.parts, &names.right.parts)
        || is_respelled(&names.left.parts, &names.right.parts)
    {
        return SpeakerState::Same;
    }
    let are_outright = names.left.is_outright && names.right.is_outright;
    if are_outright && !is_alike(&names.left.parts, &names.right.parts) {
        return SpeakerState::Changed;
    }
    SpeakerState::Unknown
}

/// How many words before and behind a name say what its bearer is.
const BESIDE: usize = 8;

/// Whether two speakers are one by what they are: *an official* and *one government official*,
/// or *the islanders’ lawyer* where the other article has *the islanders’ lawyer, Nora Quill*.
pub(super) fn is_one_role(words: Pair<&Words>, speakers: Pair<&str>) -> bool {
    let is_named = |side: Side| {
        let name = speakers[side].split_whitespace().next_back().unwrap_or_default();
        name.starts_with(char::is_uppercase)
    };
    let roles = Pair::from_fn(|side| role(words[side].lexicon(), speakers[side]));
    if roles.left.is_empty() || roles.right.is_empty() {
        return false;
    }
    match (is_named(Side::Left), is_named(Side::Right)) {
        (false, false) => roles.left.last() == roles.right.last() && is_compatible(&roles.left, &roles.right),
        (true, true) => false,
        (is_left, _) => {
            let side = if is_left { Side::Left } else { Side::Right };
            let name = speakers[side].split_whitespace().next_back().unwrap_or_default();
            is_introduced(words[side], name, &roles[side.other()])
        }
    }
}

/// The words of a role that say something, folded.
fn role(lexicon: &Lexicon, speaker: &str) -> Vec<String> {
    let fold = |word: &str| -> String {
        let own = Span::new(0, word.len() - lexicon.language.possessive_ending(word)).of(word);
        own.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let is_small = |word: &String| {
        lexicon.stop_words.contains(word) || lexicon.numbers.get(word).is_some() || word.chars().count() < 2
    };
    speaker.split_whitespace().map(fold).filter(|word| !is_small(word)).collect()
}

/// Whether all words of a role stand right before or behind a name somewhere, in one sentence.
fn is_introduced(words: &Words, name: &str, role: &[String]) -> bool {
    let fold = |unit: &Unit| self::role(words.lexicon(), words.raw(*unit)).pop();
    (0..words.units.len()).filter(|at| words.raw(words.units[*at]) == name).any(|at| {
        let before: Vec<String> = words.units[..at]
            .iter()
            .rev()
            .take(if words.units[at].is(SENTENCE) { 0 } else { BESIDE })
            .scan(false, |ended, unit| {
                let goes_on = !std::mem::replace(ended, unit.is(SENTENCE));
                goes_on.then_some(unit)
            })
            .filter_map(fold)
            .collect();
        let behind: Vec<String> = words.units[at + 1..]
            .iter()
            .take(BESIDE)
            .take_while(|unit| !unit.is(SENTENCE))
            .filter_map(fold)
            .collect();
        [before, behind].iter().any(|near| role.iter().all(|word| near.contains(word)))
    })
}

/// Whether both are persons by name, and not the same.
pub(super) fn are_two(names: Pair<Option<&Name>>) -> bool {
    names.both().is_some_and(|names| {
        names.left.is_person && names.right.is_person && !is_alike(&names.left.parts, &names.right.parts)
    })
}

/// The words of a name, folded, without titles.
fn folded_words(lexicon: &Lexicon, name: &str) -> Vec<String> {
    let fold = |word: &str| -> String {
        let own = Span::new(0, word.len() - lexicon.language.possessive_ending(word)).of(word);
        own.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let words: Vec<String> = name.split_whitespace().map(fold).filter(|word| !word.is_empty()).collect();
    let bare: Vec<String> =
        words.iter().filter(|word| !is_title(lexicon, word) && !is_article(lexicon, word)).cloned().collect();
    if bare.is_empty() { words } else { bare }
}

/// *the*
fn is_article(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.grammar_words.has(folded, WordClass::Definite)
}

/// Whether one name may stand for the other: the same last name and no
/// different first names, or all words of the shorter one in the longer.
fn is_compatible(left: &[String], right: &[String]) -> bool {
    if left.is_empty() || right.is_empty() {
        return false;
    }
    let within = |short: &[String], long: &[String]| short.iter().all(|word| long.contains(word));
    within(left, right) || within(right, left)
}

/// Whether one name is the other in another spelling: *Peskov* and *Peskow*, *José* and *Jos*,
/// from which a bad conversion has taken a letter.
fn is_respelled(left: &[String], right: &[String]) -> bool {
    let same =
        |one: &String, other: &String| one == other || plain(one) == plain(other) || is_near(one, other);
    let aligned =
        |one: &[String], other: &[String]| one.iter().zip(other).all(|(one, other)| same(one, other));
    match (left, right) {
        ([.., one], [.., other]) if left.len() == 1 || right.len() == 1 => same(one, other),
        _ => left.len() == right.len() && aligned(left, right),
    }
}

/// A word without accents, or without the letters that bore them.
fn plain(word: &str) -> String {
    word.chars().filter(char::is_ascii).collect()
}

/// Whether two long words differ in a single letter.
fn is_near(one: &str, other: &str) -> bool {
    let counts = (one.chars().count(), other.chars().count());
    let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let ends = one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count();
    counts.0.min(counts.1) >= 6
        && counts.0.abs_diff(counts.1) <= 1
        && shared + ends + 1 >= counts.0.max(counts.1)
}

/// Whether two names are too much alike to be called different: *Papadopoulos*
/// and *Papadapoulos*, *Bob Lee* and *Robert Lee*.
fn is_alike(left: &[String], right: &[String]) -> bool {
    let last = |words: &[String]| words.last().cloned().unwrap_or_default();
    let near = |one: &str, other: &str| {
        let shared = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
        let ends = one.chars().rev().zip(other.chars().rev()).take_while(|(a, b)| a == b).count();
        let longer = one.chars().count().max(other.chars().count());
        longer >= 5 && shared + ends + 2 >= longer
    };
    left.iter().any(|word| right.contains(word)) || near(&last(left), &last(right))
}

fn is_by_pronoun(words: &Words, attribution: &Attribution) -> bool {
    attribution
        .mention
        .is_none_or(|mention| is_pronoun(words.lexicon(), &words.of.slice(mention).to_lowercase()))
}

/// Whether a name is a person's: capitalized words of which none names an
/// institution, and either two of them or one that the article uses as a last name.
fn is_person(name: &str, words: &Words) -> bool {
    let parts: Vec<&str> = name.split_whitespace().collect();
    let is_capitalized = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let is_all_caps = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    let proper: Vec<&str> = parts.iter().copied().filter(|word| is_capitalized(word)).collect();
    let folded = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    if proper.is_empty()
        || parts.last().is_some_and(|last| !is_capitalized(last))
        || proper.iter().any(|word| is_institution(words.lexicon(), &folded(word)) || is_all_caps(word))
        || parts.first().is_some_and(|first| is_article(words.lexicon(), &folded(first)))
    {
        return false;
    }
    let own = proper.iter().filter(|word| !is_title(words.lexicon(), &folded(word))).count();
    let titled = own < proper.len();
    own >= 2 || own == 1 && (titled || is_last_name(proper.last().copied().unwrap_or_default(), words))
}

/// Whether the article has the word behind a first name or a title.
fn is_last_name(name: &str, words: &Words) -> bool {
    words.last_names.binary_search(&name).is_ok()
}

/// Every capitalized word that stands behind another inside a sentence, sorted.
pub(super) fn last_names<'a>(words: &Words<'a>) -> Vec<&'a str> {
    let raw = |n: usize| words.of.slice(words.span(words.units[n]));
    let is_capitalized = |n: usize| raw(n).chars().next().is_some_and(char::is_uppercase);
    let mut found: Vec<&str> = (1..words.units.len())
        .filter(|n| !words.units[*n].is(CLAUSE) && !words.units[n - 1].is(SENTENCE))
        .filter(|n| is_capitalized(*n) && is_capitalized(n - 1))
        .map(raw)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
