//! Whether a review is about two articles.
//!
//! Files are often overwritten by the next story of the same name. Its review must not go out with the
//! notes on the last one.

use super::pins::{NEARLY, keys, shared_words};
use super::{Passage, Review};
use crate::annotated::Annotated;
use crate::lexicon::Language;
use crate::text::{Pair, Side, one_line};
use crate::words::{Key, Vocabulary};

/// Whether any sentence of a review is in the articles, perhaps edited. An empty review is about any.
pub fn is_about(review: &Review, sides: Pair<&Annotated>) -> bool {
    let mut vocabulary = Vocabulary::of(Language::shared(sides.map(|side| side.article.language)));
    review.is_empty()
        || Side::BOTH.into_iter().any(|side| {
            let mut keys_of = |text: &str| keys(text, &mut vocabulary);
            let passages = review.remarks.keys().filter_map(|passage: &Passage| passage.texts[side].as_ref());
            let pinned = review.pins.keys().map(|pin| &pin[side].text);
            let saved: Vec<Vec<Key>> = passages.chain(pinned).map(|text| keys_of(text)).collect();
            sides[side].sentences.iter().any(|(_, sentence)| {
                let sentence = keys_of(&one_line(sides[side].slice(sentence.span)));
                saved.iter().any(|saved| is_in(&sentence, saved))
            })
        })
}

/// Whether a sentence is a saved text after edits, or part of one that has several.
fn is_in(sentence: &[Key], saved: &[Key]) -> bool {
    /// Fewer words may be in any text.
    const LEAST: usize = 5;
    let share = shared_words(sentence, saved);
    let words = (share * sentence.len().max(saved.len()) as f64).round() as usize;
    !sentence.is_empty() && (share >= NEARLY || sentence.len() >= LEAST && words == sentence.len())
}
