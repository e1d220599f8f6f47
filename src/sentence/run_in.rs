//! Headings that stand run into their paragraph, without a mark of their own.
//!
//! Copied from a page, a subhead loses its line: `Wellness There are three spas by the lake.`
//! Its end shows only in what follows: a capital where a sentence has no other reason for one.

use super::candidate::word_len;
use crate::lexicon::{Lexicon, WordClass, WordClasses};
use crate::text::Span;

/// How long such a heading is at most, in bytes: as much of each sentence is looked at.
const LONGEST: usize = 100;

/// Where the sentence begins that the heading at `start` is run into.
///
/// Before that capital stands a plain word, which cannot go on with one (*says The*, *in The*);
/// behind it go small letters, since names have another capital there (*In the Heat*, *The Hague*).
pub(super) fn end_of_heading(lexicon: &Lexicon, text: &str, start: usize, limit: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    if bytes[start].is_ascii_lowercase() {
        return None;
    }
    let mut words = start;
    for at in start + 2..limit.min(start + LONGEST) {
        let b = bytes[at];
        if !(b.is_ascii_alphanumeric()
            || b.is_ascii_whitespace()
            || matches!(b, b'\'' | b'-' | b'%')
            || b >= 0x80)
        {
            return None;
        }
        if !bytes[at - 1].is_ascii_whitespace() {
            continue;
        }
        let last = Span::new(words, at).of(text).trim_end();
        if b.is_ascii_uppercase()
            && opens_sentence(lexicon, Span::new(at, limit).of(text))
            && closes_heading(lexicon, last, words == start)
        {
            return Some(at);
        }
        words = at;
    }
    None
}

/// Whether `text` opens with a word that opens sentences and with two small ones behind it.
fn opens_sentence(lexicon: &Lexicon, text: &str) -> bool {
    let opener = Span::new(0, word_len(text)).of(text);
    let counts = || lexicon.numbers.contains(&opener.to_lowercase());
    if lexicon.sentence_starters.get(opener) != Some(WordClasses::default()) || counts() {
        return false; // `Number Two, in order`
    }
    let behind = Span::new(opener.len(), text.len()).of(text);
    let mut behind = behind.strip_prefix(',').unwrap_or(behind).split_ascii_whitespace();
    (0..2).all(|_| behind.next().is_some_and(|word| word.starts_with(char::is_lowercase)))
}

/// Whether a heading may end with `word`: one that stands for a thing, and small, unless it is
/// the `only` one.
fn closes_heading(lexicon: &Lexicon, word: &str, only: bool) -> bool {
    let folded = word.to_lowercase();
    let small = word.ends_with(char::is_lowercase) && (only || word == folded);
    small
        && !lexicon.grammar_words.contains(&folded)
        && !lexicon.stop_words.contains(&folded)
        && !lexicon.speech_verbs.has(&folded, WordClass::Tag)
}
