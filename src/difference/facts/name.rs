//! Names of people and organizations: capitalized runs that are no place, date or title.
//!
//! A capital at the head of a sentence says nothing, so a word there is a name only
//! where the article, or the one across, capitalizes it elsewhere and never writes it
//! small. A last name is the full name that the article gives once.

use std::collections::BTreeMap;

use super::spelling::{has_lost_letters, is_slip, plain};
use super::value::Value;
use super::words::Word;
use super::{date, place, title};
use crate::lexicon::WordClass;
use crate::text::doubles_its_s;
use crate::text::visible::is_blank;
use crate::text::{Pair, Side, Vocabulary};

/// A name, as it is compared and as it is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Name {
    /// Its words, folded, without possessive endings.
    pub words: Vec<String>,
    /// The fullest form the article has.
    pub shown: String,
}

impl Name {
    /// Whether one may be a shorter form of the other: *Putin*, *Vladimir Putin*;
    /// *NATO*, *North Atlantic Treaty Organization*.
    pub(super) fn agrees(&self, other: &Name) -> bool {
        // Banksys, of copy that lost its apostrophes, is Banksy’s
        let bare = |word: &String| {
            plain(word.strip_suffix('s').filter(|head| head.len() > 3).unwrap_or(word)).into_owned()
        };
        let within = |one: &Name, two: &Name| {
            one.words.iter().all(|word| two.words.iter().any(|other| bare(other) == bare(word)))
        };
        within(self, other)
            || within(other, self)
            || self.shown == other.shown
            // *Clermont- Ferrand*, cut at the end of a line
            || self.words.concat() == other.words.concat()
            || self.is_initials_of(other)
            || other.is_initials_of(self)
    }

    /// Whether the two are most likely one name, misspelt in one of them.
    pub(super) fn is_misspelt(&self, words: &[String]) -> bool {
        let same = |(one, two): (&String, &String)| plain(one) == plain(two);
        let fits = |(one, two): (&String, &String)| {
            same((one, two)) || has_lost_letters(one, two) || is_slip(one, two)
        };
        let mut pairs = self.words.iter().zip(words);
        self.words.len() == words.len() && !pairs.clone().all(same) && pairs.all(fits)
    }

    /// Whether it is the first letters of a place: *N.Y.*, *L.A.*
    pub(super) fn is_initials_of_place(&self, place: &str) -> bool {
        let initials: String = place.split(' ').filter_map(|part| part.chars().next()).collect();
        initials.chars().count() >= 2 && self.words.as_slice() == [initials]
    }

    fn is_initials_of(&self, other: &Name) -> bool {
        let [acronym] = self.words.as_slice() else { return false };
        let mut initials = String::new();
        for part in other.shown.split([' ', '-', '‐', '‑']) {
            initials.extend(
                part.chars().next().filter(|c| c.is_uppercase()).into_iter().flat_map(char::to_lowercase),
            );
        }
        initials.len() >= 2 && *acronym == initials
    }
}

/// The most words of a name that nothing but its place tells.
const MOST_UNHEARD: usize = 3;

/// What both articles tell about which words are names.
pub(super) struct Names {
    /// How often each word stands small, and capitalized where a capital says something; by key.
    seen: Vec<(u32, u32)>,
    /// The fullest form under the last word of a name, on each side; none where two people share it.
    full: Pair<BTreeMap<String, Option<(usize, String)>>>,
}

impl Names {
    /// Reads both articles once for capitals, once for full names.
    pub(super) fn new(words: &Pair<Vec<Vec<Word<'_>>>>, vocabulary: &Vocabulary) -> Names {
        let mut names = Names { seen: vec![(0, 0); vocabulary.len()], full: Pair::default() };
        for side in Side::BOTH {
            for sentence in &words[side] {
                for word in sentence {
                    let (small, capitalized) = &mut names.seen[word.key.index()];
                    if word.raw.starts_with(char::is_lowercase) {
                        *small += 1;
                    } else if word.is_capitalized() && !word.opens {
                        *capitalized += 1;
                    }
                }
            }
        }
        for side in Side::BOTH {
            for words in &words[side] {
                let mut at = 0;
                while at < words.len() {
                    let length = names.run(words, at);
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
        let parts = Names::parts(run);
        let Some(last) = parts.last().cloned() else { return };
        let shown = shown(run);
        let entry = self.full[side].entry(last).or_insert_with(|| Some((parts.len(), shown.clone())));
        if let Some((length, known)) = entry {
            let (short, long) = if parts.len() <= *length { (&shown, &*known) } else { (&*known, &shown) };
            let fits = short.split(' ').all(|part| long.split(' ').any(|other| other == part));
            if !fits {
                *entry = None;
            } else if parts.len() > *length {
                *entry = Some((parts.len(), shown));
            }
        }
    }

    /// How many words the name at `at` takes; 0 where none begins there.
    fn run(&self, words: &[Word<'_>], at: usize) -> usize {
        if !self.begins(words, at) {
            return 0;
        }
        let mut end = at + 1;
        while let Some(word) = words.get(end).filter(|word| word.follows() || is_cut(word)) {
            let joined = if self.is_part(words, end) {
                1
            } else if is_particle(word)
                && words
                    .get(end + 1)
                    .is_some_and(|next| next.follows() && next.is_capitalized() && !next.opens)
            {
                2
            } else {
                break;
            };
            end += joined;
        }
        end - at
    }

    fn begins(&self, words: &[Word<'_>], at: usize) -> bool {
        let word = &words[at];
        if !is_candidate(word) || is_other_fact(words, at) && !self.is_place_in_name(words, at) {
            return false;
        }
        if word.lexicon.language.capitalizes_nouns() {
            return is_named(words, at);
        }
        let (small, capitalized) = self.seen[word.key.index()];
        if !word.opens {
            return capitalized >= small;
        }
        if capitalized > 0 {
            return small == 0;
        }
        // *Alan Strickland said* at the head of a sentence
        small == 0
            && words.get(at + 1).is_some_and(|next| {
                next.follows() && is_candidate(next) && !next.opens && !is_other_fact(words, at + 1)
            })
    }

    fn is_part(&self, words: &[Word<'_>], at: usize) -> bool {
        let word = &words[at];
        let (small, capitalized) = self.seen[word.key.index()];
        is_candidate(word)
            && title::read(words, at).is_none()
            && date::read(words, at).is_empty()
            && (!word.opens || small == 0 && capitalized > 0)
    }

    /// *New York Times*, *London Zoo*: a place that begins a name.
    fn is_place_in_name(&self, words: &[Word<'_>], at: usize) -> bool {
        let Some((Value::Place(place), length)) = place::read(words, at) else { return false };
        let is_people = words[at].folded != place.split(' ').next().unwrap_or("");
        let next = at + length;
        !is_people
            && words.get(next).is_some_and(|word| word.follows() && !word.opens)
            && self.is_part(words, next)
            && place::read(words, next).is_none()
    }

    /// The name that a run of words would be, of which nothing but its capitals tells; none
    /// where a word is a common one.
    pub(super) fn unheard(&self, run: &[Word<'_>]) -> Option<Value> {
        let is_name = |word: &Word<'_>| {
            is_candidate(word)
                && self.seen[word.key.index()].0 == 0
                && !word.lexicon.grammar_words.contains(word.folded)
                && !word.lexicon.sentence_starters.contains(word.raw)
        };
        let fits = (1..=MOST_UNHEARD).contains(&run.len()) && run.iter().all(is_name);
        fits.then(|| Value::Name(Name { words: Names::parts(run), shown: shown(run) }))
    }

    /// The words of a name without particles and possessive endings.
    fn parts(run: &[Word<'_>]) -> Vec<String> {
        let meaning = run.iter().filter(|word| word.is_capitalized()).enumerate();
        let counted = |at: usize, word: &Word<'_>| if at > 0 { numeral(word) } else { None };
        meaning
            .map(|(at, word)| counted(at, word).map_or_else(|| base(word).to_owned(), |n| n.to_string()))
            .collect()
    }

    /// The name at `at` on one side, and how many words it takes.
    pub(super) fn read(&self, side: Side, words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
        let length = self.run(words, at);
        if length == 0 {
            return None;
        }
        let run = &words[at..at + length];
        let parts = Names::parts(run);
        let known = |side: Side| self.full[side].get(parts.last()?)?.as_ref();
        let shown = match known(side).or_else(|| known(side.other())) {
            Some((_, full)) if parts.len() == 1 => full.clone(),
            _ => shown(run),
        };
        Some((Value::Name(Name { words: parts, shown }), length))
    }
}

/// Whether a word begins a name where every noun has a capital: a given name, or behind *Frau*.
fn is_named(words: &[Word<'_>], at: usize) -> bool {
    let lexicon = words[at].lexicon;
    let titled = at.checked_sub(1).map(|before| words[before].folded);
    lexicon.given_names.contains(words[at].folded)
        || titled.is_some_and(|title| lexicon.grammar_words.has(title, WordClass::Title))
}

/// Whether a line once ended at the hyphen before a word: *Clermont- Ferrand*.
fn is_cut(word: &Word<'_>) -> bool {
    word.gap.strip_prefix(['-', '‐']).is_some_and(|rest| !rest.is_empty() && rest.chars().all(is_blank))
}

/// Whether a word could be of a name, by its looks.
fn is_candidate(word: &Word<'_>) -> bool {
    word.is_capitalized()
        && word.raw.chars().filter(|c| c.is_alphabetic()).count() > 1
        && !word.listed.is_common
        && !word.lexicon.grammar_words.has(word.folded, WordClass::NeverName)
}

fn is_other_fact(words: &[Word<'_>], at: usize) -> bool {
    title::read(words, at).is_some() || place::read(words, at).is_some() || !date::read(words, at).is_empty()
}

/// A small word inside a name: *Jan van der Berg*, *Bank of Oslo*.
fn is_particle(word: &Word<'_>) -> bool {
    let is_of = word.listed.fraction == Some("of");
    is_of || word.lexicon.grammar_words.has(word.folded, WordClass::Particle)
}

/// The number that a word of a name is: *World War II*, *World War Two*.
fn numeral(word: &Word<'_>) -> Option<u128> {
    const ROMAN: [&str; 9] = ["II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
    let roman = ROMAN.iter().zip(2..).find(|(roman, _)| **roman == word.raw).map(|(_, number)| number);
    roman.or(word.number)
}

/// The folded word without a possessive ending.
fn base<'a>(word: &Word<'a>) -> &'a str {
    let owns = word.lexicon.language.possessive_ending(word.raw) > 0 && !doubles_its_s(word.raw);
    if owns { word.folded.strip_suffix('s').unwrap_or(word.folded) } else { word.folded }
}

/// The words of a name as an editor would write it alone.
fn shown(run: &[Word<'_>]) -> String {
    let mut shown = String::new();
    for word in run {
        if !shown.is_empty() {
            shown.push(' ');
        }
        shown.extend(word.raw.chars().filter(|c| !is_blank(*c)));
    }
    let ending = run.first().map_or(0, |word| word.lexicon.language.possessive_ending(&shown));
    shown.truncate(shown.len() - ending);
    shown
}
