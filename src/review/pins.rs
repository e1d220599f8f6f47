//! Pins by their words, as the alignment takes them.
//!
//! A pin names its two sentences by their words. [`find_pins`] looks for them in
//! both articles: the same words first, else a sentence with nearly the same ones
//! where there is just one such. A pin with a sentence that is not found is told,
//! never dropped.

use std::collections::BTreeMap;

use super::{Bond, Review, Words, plain};
use crate::alignment::Pins;
use crate::annotated::Annotated;
use crate::lexicon::Language;
use crate::sentence::SentenceId;
use crate::text::{Pair, Span};
use crate::words::{Key, Vocabulary, tokenize};

/// The pins of a review in two articles.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Found {
    /// Those whose sentences were found.
    pub pins: Pins,
    /// Those of which a sentence is missing.
    pub lost: Vec<Pair<Words>>,
}

/// Finds the pins of a review again in two articles.
pub fn find_pins(review: &Review, sides: Pair<&Annotated>) -> Found {
    let mut found = Found::default();
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
    // two pins of edited text may have come to name the same sentences
    for pins in [&mut found.pins.together, &mut found.pins.apart] {
        pins.sort_unstable();
        pins.dedup();
    }
    let Pins { together, apart } = &mut found.pins;
    apart.retain(|pair| together.binary_search(pair).is_err());
    found
}

/// The words by which each sentence of an article is named, in order.
pub(super) fn names(side: &Annotated) -> Vec<Words> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let name = |text: String| {
        let count = seen.entry(text.clone()).or_default();
        let nth = *count;
        *count += 1;
        Words { text, nth }
    };
    side.sentences.iter().map(|(_, sentence)| plain(side.slice(sentence.span))).map(name).collect()
}

/// The sentences of an article by the words that name them.
struct Names {
    list: Vec<Words>,
    /// The words of each as they are compared; made for the first sentence that was edited.
    keys: Option<Vec<Vec<Key>>>,
}

impl Names {
    /// The sentence of that name, or the one most alike if no other is as much alike.
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
            let share = alike(&wanted, own);
            if share >= NEARLY && best.is_none_or(|(_, most)| share >= most) {
                is_sure = best.is_none_or(|(_, most)| share > most);
                best = Some((at, share));
            }
        }
        best.filter(|_| is_sure).map(|(at, _)| SentenceId::new(at))
    }
}

/// How many words two sorted lists share, of the longer one's.
fn alike(one: &[Key], other: &[Key]) -> f64 {
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

/// Texts with fewer words in common are not one text, edited: shared words of the larger count.
pub(super) const NEARLY: f64 = 0.6;

/// The words of a text as they are compared, sorted.
pub(super) fn keys(text: &str, vocabulary: &mut Vocabulary) -> Vec<Key> {
    let mut keys: Vec<Key> =
        tokenize(text, Span::whole(text), vocabulary).into_iter().map(|token| token.key).collect();
    keys.sort_unstable();
    keys
}
