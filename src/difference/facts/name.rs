//! Names of people and organizations, titles and places.
//!
//! A capital at the head of a sentence is no evidence, so a word there is a name only
//! if one of the articles capitalizes it elsewhere and neither has it in lower
//! case. A last name is the full name that the article gives once. *Spokesperson* is *spokesman*,
//! *U.S.* is *the United States*, *Russian* is *Russia*.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::date;
use super::value::{Hint, Name};
use super::words::{Word, phrase};
use crate::lexicon::{FractionWord, MOST_WORDS, TitleForm, WordClass};
use crate::text::visible::is_blank;
use crate::text::{HYPHENS, Pair, Side, lower};
use crate::words::{Vocabulary, doubles_its_s};

/// The title at `at`, and how many words it takes.
pub(super) fn title(words: &[Word<'_>], at: usize) -> Option<(String, usize)> {
    longest(words, at, words[at].listed.opens_title, |run| {
        let (name, common) = listed_title(run)?;
        match common {
            // *may*, *general*, *private* and their like are titles with a capital only
            TitleForm::OwnWithCapital if !words[at].is_capitalized() => None,
            TitleForm::Own | TitleForm::OwnWithCapital => Some(name.into_owned()),
            TitleForm::Common(common) => Some(common.to_owned()),
        }
    })
}

/// The title that a run of words is, and the common form it has in the list.
fn listed_title<'a>(run: &[Word<'a>]) -> Option<(Cow<'a, str>, TitleForm)> {
    let first = run.first()?;
    let titles = first.lexicon.titles;
    let (name, common) = match run {
        // *vice-president* is *vice president*
        [word] if word.raw.contains(HYPHENS) => {
            let name = word.raw.to_lowercase().replace(HYPHENS, " ");
            let common = titles.get(&name);
            (Cow::Owned(name), common)
        }
        [word] => (Cow::Borrowed(word.listed.neutral), word.listed.title),
        _ => {
            let name = run.iter().map(|word| word.listed.neutral).collect::<Vec<_>>().join(" ");
            let common = titles.get(&name);
            (Cow::Owned(name), common)
        }
    };
    if let Some(common) = common {
        return Some((name, common));
    }
    // *adviser* is folded as if it were British
    if run.len() == 1 && !first.raw.eq_ignore_ascii_case(&name) {
        let printed = lower(first.raw);
        if let Some(common) = titles.get(&printed) {
            return Some((printed.into_owned().into(), common));
        }
    }
    // *presidents*, and *president's* of copy that lost its apostrophes
    let one = name.strip_suffix('s')?;
    titles.get(one).map(|common| (one.to_owned().into(), common))
}

/// The place at `at`, and how many words it takes.
pub(super) fn place(words: &[Word<'_>], at: usize) -> Option<(String, usize)> {
    let word = &words[at];
    if !word.is_capitalized() {
        return None;
    }
    longest(words, at, word.lexicon.places.opens(word.folded), listed_place)
}

/// The place that a run of words names.
fn listed_place(run: &[Word<'_>]) -> Option<String> {
    let first = run.first()?;
    let mut head = None;
    if let [word] = run {
        // *Us* is a pronoun at the head of a sentence
        if word.listed.is_common
            && !word.raw.chars().all(|c| c.is_uppercase() || c == '.')
            && word.possessive_ending() == 0
        {
            return None;
        }
        // *Oslo-based*
        let parts = word.raw.split_once(HYPHENS).filter(|(_, tail)| tail.starts_with(char::is_lowercase));
        head = parts.map(|(head, _)| head.to_lowercase());
    }
    let is_part = |word: &Word<'_>| {
        word.is_capitalized() || word.lexicon.grammar_words.has(word.raw, WordClass::Particle)
    };
    if !run[1..].iter().all(is_part) {
        return None;
    }
    let full = if run.len() == 1 { Cow::Borrowed(first.folded) } else { Cow::Owned(phrase(run)) };
    let mut names = [Some(&*full), full.strip_suffix('s'), head.as_deref()].into_iter().flatten();
    let (name, common) = names.find_map(|name| Some((name, first.lexicon.places.get(name)?)))?;
    // *Frances* is no *France* of copy that lost its apostrophes
    if name != full && run.len() == 1 && first.lexicon.given_names.contains(first.folded) {
        return None;
    }
    Some(if common.is_empty() { name } else { common }.to_owned())
}

/// The longest run of words at `at` that is listed, several only where `opens`.
fn longest(
    words: &[Word<'_>],
    at: usize,
    opens: bool,
    listed: impl Fn(&[Word<'_>]) -> Option<String>,
) -> Option<(String, usize)> {
    (1..=if opens { MOST_WORDS } else { 1 }).rev().find_map(|length| {
        let run = words.get(at..at + length)?;
        let is_one = run[1..].iter().all(|word| word.follows() || word.is_dashed());
        Some((listed(run).filter(|_| is_one)?, length))
    })
}

/// What both articles show about which words are names.
pub(super) struct Names {
    /// How often each word is in lower case, and how often it has a capital that is evidence; by key.
    seen: Vec<(u32, u32)>,
    /// The words of the fullest form under the last word of a name, on each side; none where two people share it.
    full: Pair<BTreeMap<String, Option<String>>>,
}

impl Names {
    /// Reads both articles once for capitals, once for full names.
    pub(super) fn new(words: &Pair<Vec<Vec<Word<'_>>>>, vocabulary: &Vocabulary) -> Names {
        let mut names = Names { seen: vec![(0, 0); vocabulary.len()], full: Pair::default() };
        for word in words.left.iter().chain(&words.right).flatten() {
            let (small, capitalized) = &mut names.seen[word.key.index()];
            if word.raw.starts_with(char::is_lowercase) {
                *small += 1;
            } else if word.is_capitalized() && !word.opens {
                *capitalized += 1;
            }
        }
        for (side, words) in words.as_ref().sides() {
            for words in words {
                let mut at = 0;
                while at < words.len() {
                    let length = names.length(words, at);
                    if length > 1 {
                        names.add(side, &words[at..at + length]);
                    }
                    at += length.max(1);
                }
            }
        }
        names
    }

    fn add(&mut self, side: Side, run: &[Word<'_>]) {
        let Some(last) = folded_words(run).pop() else { return };
        let shown = shown(run);
        let entry = self.full[side].entry(last).or_insert_with(|| Some(shown.clone()));
        if let Some(known) = entry {
            let count = |name: &str| name.split(' ').count();
            let is_longer = count(&shown) > count(known);
            let (short, long) = if is_longer { (&*known, &shown) } else { (&shown, &*known) };
            if !short.split(' ').all(|part| long.split(' ').any(|other| other == part)) {
                *entry = None;
            } else if is_longer {
                *entry = Some(shown);
            }
        }
    }

    /// How many words the name at `at` takes; 0 where none begins there.
    fn length(&self, words: &[Word<'_>], at: usize) -> usize {
        if !self.begins(words, at) {
            return 0;
        }
        let mut end = at + 1;
        while words.get(end).is_some_and(|word| word.follows() || is_cut(word))
            && !ends_person(&words[at..end])
        {
            let next = past_particles(words, end);
            if self.is_part(words, end) {
                end += 1;
            } else if next > end && words.get(next).is_some_and(|next| next.is_capitalized() && !next.opens) {
                end = next + 1;
            } else {
                break;
            }
        }
        end - at
    }

    fn begins(&self, words: &[Word<'_>], at: usize) -> bool {
        let word = &words[at];
        let is_fact = is_other_fact(words, at)
            && !self.is_place_in_name(words, at)
            && !self.is_known_last_name(words, at);
        if !is_candidate(word) || is_fact {
            return false;
        }
        if word.lexicon.language.capitalizes_nouns() {
            return is_named(words, at);
        }
        let (small, capitalized) = self.seen[word.key.index()];
        if !word.opens {
            return capitalized >= small;
        }
        // *Alan Strickland said* at the head of a sentence
        let is_name = |at: usize| {
            let next = words.get(at).filter(|next| next.follows() && is_candidate(next) && !next.opens);
            next.is_some_and(|_| !is_other_fact(words, at))
        };
        // *Ludwig van der Berg left*, but not *Footage of Berg*
        let is_given = word.lexicon.given_names.contains(word.folded);
        let next = if is_given { past_particles(words, at + 1) } else { at + 1 };
        let is_nameless = word.lexicon.grammar_words.has(word.folded, WordClass::Nameless);
        small == 0 && !is_nameless && (capitalized > 0 || is_name(next))
    }

    fn is_part(&self, words: &[Word<'_>], at: usize) -> bool {
        let word = &words[at];
        let (small, capitalized) = self.seen[word.key.index()];
        is_candidate(word)
            && (title(words, at).is_none() || is_last_name(words, at))
            && date::read(words, at).is_empty()
            && (!word.opens || small == 0 && capitalized > 0)
    }

    /// *New York Times*, *London Zoo*: a place that begins a name.
    fn is_place_in_name(&self, words: &[Word<'_>], at: usize) -> bool {
        let Some((name, length)) = place(words, at) else { return false };
        let is_people = name.split(' ').next() != Some(words[at].folded);
        let next = at + length;
        !is_people
            && words.get(next).is_some_and(|word| word.follows() && !word.opens)
            && self.is_part(words, next)
            // *Moscow Israeli*
            && place(words, next).is_none()
    }

    /// Whether a title is the last name of somebody whom an article names in full: *King*, of *Martin Luther
    /// King*, but not *King Charles*.
    pub(super) fn is_known_last_name(&self, words: &[Word<'_>], at: usize) -> bool {
        let word = &words[at];
        let key = without_possessive(word);
        let is_known = Side::BOTH.into_iter().any(|side| matches!(self.full[side].get(key), Some(Some(_))));
        let is_name = is_known && word.is_capitalized() && !word.lexicon.language.capitalizes_nouns();
        is_name && title(words, at).is_some_and(|(_, length)| length == 1) && is_last(words, at)
    }

    /// The name that a run of words would be by its capitals alone; none if a word is a common one.
    pub(super) fn by_position(&self, run: &[Word<'_>]) -> Option<Name> {
        let is_name = |word: &Word<'_>| {
            is_candidate(word)
                && self.seen[word.key.index()].0 == 0
                && !word.lexicon.grammar_words.contains(word.folded)
                && !word.lexicon.sentence_starters.contains(word.raw)
        };
        (!run.is_empty() && run.iter().all(is_name)).then(|| name(run, shown(run)))
    }

    /// The name at `at` on one side, and how many words it takes.
    pub(super) fn read(&self, side: Side, words: &[Word<'_>], at: usize) -> Option<(Name, usize)> {
        let run = &words[at..at + self.length(words, at)];
        let parts = folded_words(run);
        let full = |side: Side| self.full[side].get(parts.last()?)?.as_ref();
        let shown = match full(side).or_else(|| full(side.other())) {
            Some(full) if parts.len() == 1 => full.clone(),
            _ => shown(run),
        };
        (!run.is_empty()).then(|| (name(run, shown), run.len()))
    }
}

/// Whether a name is of a person and ends in a possessive: *Ann Hill’s Thanksgiving*, not *Weaver’s College*.
fn ends_person(run: &[Word<'_>]) -> bool {
    let [first, .., last] = run else { return false };
    last.possessive_ending() > 0 && first.lexicon.given_names.contains(first.folded)
}

/// Whether a title is the last name of the person before it: *Martin Luther King*.
fn is_last_name(words: &[Word<'_>], at: usize) -> bool {
    let is_given = |before: usize| words[before].lexicon.given_names.contains(words[before].folded);
    at.checked_sub(1).is_some_and(is_given) && !words[at].opens && is_last(words, at)
}

/// Whether no word with a capital follows: *Virginia Sen. Ann Hill*.
fn is_last(words: &[Word<'_>], at: usize) -> bool {
    let goes_on = |next: &Word<'_>| matches!(next.between(), "" | ".") && next.is_capitalized();
    !words.get(at + 1).is_some_and(goes_on)
}

/// The name that a run of words is.
fn name(run: &[Word<'_>], shown: String) -> Name {
    let words = folded_words(run);
    let lexicon = run.first().map(|word| word.lexicon);
    let given = lexicon.zip(words.first()).and_then(|(lexicon, first)| lexicon.short_names.get(first));
    Name { words: Hint(words), given: Hint(given), shown }
}

/// The words of a name, folded, without particles and possessive endings.
fn folded_words(run: &[Word<'_>]) -> Vec<String> {
    let meaning = run.iter().filter(|word| word.is_capitalized()).enumerate();
    let folded = |(at, word): (usize, &Word<'_>)| match numeral(word).filter(|_| at > 0) {
        Some(number) => number.to_string(),
        None => without_possessive(word).to_owned(),
    };
    meaning.map(folded).collect()
}

/// Whether a word begins a name where every noun has a capital: a given name, or after *Frau*.
fn is_named(words: &[Word<'_>], at: usize) -> bool {
    let lexicon = words[at].lexicon;
    let is_titled = |before: usize| lexicon.grammar_words.has(words[before].folded, WordClass::Title);
    lexicon.given_names.contains(words[at].folded) || at.checked_sub(1).is_some_and(is_titled)
}

/// Whether a line once ended at the hyphen before a word: *Clermont- Ferrand*.
fn is_cut(word: &Word<'_>) -> bool {
    word.gap.strip_prefix(['-', '‐']).is_some_and(|rest| rest.starts_with(is_blank))
}

/// Whether a word could be of a name, by its looks.
fn is_candidate(word: &Word<'_>) -> bool {
    word.is_capitalized()
        && word.raw.chars().filter(|c| c.is_alphabetic()).count() > 1
        && !word.listed.is_common
        && !word.lexicon.grammar_words.has(word.folded, WordClass::NeverName)
}

fn is_other_fact(words: &[Word<'_>], at: usize) -> bool {
    title(words, at).is_some() || place(words, at).is_some() || !date::read(words, at).is_empty()
}

/// Past the small words at `at` that may be inside a name.
fn past_particles(words: &[Word<'_>], at: usize) -> usize {
    let rest = words.get(at..).unwrap_or_default();
    let count = rest.iter().take_while(|word| word.follows() && is_particle(word)).count();
    let is_last = rest.get(count).is_none_or(|next| !next.follows());
    if is_last { at } else { at + count }
}

/// A small word inside a name: *Jan van der Berg*, *Bank of Oslo*.
fn is_particle(word: &Word<'_>) -> bool {
    word.listed.fraction == Some(FractionWord::Of)
        || word.lexicon.grammar_words.has(word.folded, WordClass::Particle)
}

/// The number that a word of a name is: *World War II*, *World War Two*.
fn numeral(word: &Word<'_>) -> Option<u128> {
    const ROMAN: [&str; 9] = ["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let roman = ROMAN.iter().zip(2..).find(|(roman, _)| **roman == word.raw).map(|(_, number)| number);
    roman.or(word.number)
}

/// The folded word without a possessive ending.
fn without_possessive<'a>(word: &Word<'a>) -> &'a str {
    let owns = word.possessive_ending() > 0 && !doubles_its_s(word.raw);
    if owns { word.folded.strip_suffix('s').unwrap_or(word.folded) } else { word.folded }
}

/// The words of a name without breaks and a possessive ending.
fn shown(run: &[Word<'_>]) -> String {
    let raw = |word: &Word<'_>| word.raw.chars().filter(|c| !is_blank(*c)).collect::<String>();
    let mut shown = run.iter().map(raw).collect::<Vec<_>>().join(" ");
    let ending = run.first().map_or(0, |word| word.lexicon.language.possessive_ending(&shown));
    shown.truncate(shown.len() - ending);
    shown
}
