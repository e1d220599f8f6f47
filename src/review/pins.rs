//! Pins by their words, for the alignment.
//!
//! A pin identifies its two sentences by their words. [`find_pins`] searches both articles for the
//! same words, then for a single sentence with nearly the same words. A pin with a missing sentence
//! is reported, never dropped.

use std::collections::BTreeMap;

use super::{Bond, Review, Words};
use crate::alignment::Pins;
use crate::annotated::Annotated;
use crate::lexicon::Language;
use crate::sentence::SentenceId;
use crate::text::{Pair, Span, one_line};
use crate::words::{Key, Vocabulary, tokenize};

/// The pins of a review in two articles.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FoundPins {
    /// The pins whose sentences were found.
    pub pins: Pins,
    /// The pins with a missing sentence.
    pub lost: Vec<Pair<Words>>,
}

/// Finds the pins of a review in two articles.
pub fn find_pins(review: &Review, sides: Pair<&Annotated>) -> FoundPins {
    let mut found = FoundPins::default();
    if review.pins.is_empty() {
        return found;
    }
    let mut vocabulary = Vocabulary::of(Language::shared(sides.map(|side| side.article.language)));
    let mut named = sides.map(|side| Names { list: names(side), keys: None });
    for (words, bond) in &review.pins {
        let sentences = Pair::from_fn(|side| named[side].find(&words[side], &mut vocabulary)).both();
        match (sentences, bond) {
            (Some(sentences), Bond::Together) => found.pins.together.push(sentences),
            (Some(sentences), Bond::Apart) => found.pins.apart.push(sentences),
            (None, _) => found.lost.push(words.clone()),
        }
    }
    // after edits, two pins may match the same sentences
    for pins in [&mut found.pins.together, &mut found.pins.apart] {
        pins.sort_unstable();
        pins.dedup();
    }
    let Pins { together, apart } = &mut found.pins;
    apart.retain(|pair| together.binary_search(pair).is_err());
    found
}

/// The words that identify each sentence of an article, in order.
pub(super) fn names(side: &Annotated) -> Vec<Words> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let name = |text: String| {
        let count = seen.entry(text.clone()).or_default();
        let nth = *count;
        *count += 1;
        Words { text, nth }
    };
    side.sentences.iter().map(|(_, sentence)| one_line(side.slice(sentence.span))).map(name).collect()
}

/// The sentences of an article by the words that identify them.
struct Names {
    list: Vec<Words>,
    /// The sorted keys of each; computed when the first edited sentence is searched for.
    keys: Option<Vec<Vec<Key>>>,
}

impl Names {
    /// The sentence with these words, or the most similar one if it is unique.
    fn find(&mut self, words: &Words, vocabulary: &mut Vocabulary) -> Option<SentenceId> {
        if let Some(at) = self.list.iter().position(|name| name == words) {
            return Some(SentenceId::new(at));
        }
        let wanted = keys(&words.text, vocabulary);
        let of_names = || self.list.iter().map(|name| keys(&name.text, vocabulary)).collect();
        let all: &Vec<Vec<Key>> = self.keys.get_or_insert_with(of_names);
        let mut best: Option<(usize, f64)> = None;
        let mut is_sure = false;
        for (at, own) in all.iter().enumerate() {
            let share = shared_words(&wanted, own);
            if share >= NEARLY && best.is_none_or(|(_, most)| share >= most) {
                is_sure = best.is_none_or(|(_, most)| share > most);
                best = Some((at, share));
            }
        }
        best.filter(|_| is_sure).map(|(at, _)| SentenceId::new(at))
    }
}

/// The share of words that two sorted lists have in common, of the longer one.
pub(super) fn shared_words(one: &[Key], other: &[Key]) -> f64 {
    let (mut at, mut shared) = (0, 0);
    for key in one {
        while other.get(at).is_some_and(|word| word < key) {
            at += 1;
        }
        if other.get(at) == Some(key) {
            shared += 1;
            at += 1;
        }
    }
    f64::from(shared) / one.len().max(other.len()).max(1) as f64
}

/// The least share of common words of a text and its edited version.
pub(super) const NEARLY: f64 = 0.6;

/// The keys of the words of a text, sorted.
pub(super) fn keys(text: &str, vocabulary: &mut Vocabulary) -> Vec<Key> {
    let mut keys: Vec<Key> =
        tokenize(text, Span::whole(text), vocabulary).into_iter().map(|token| token.key).collect();
    keys.sort_unstable();
    keys
}
