//! Run-in headings: headings that share a line with their paragraph and have no mark.
//!
//! Copied from a page, a subhead loses its line: `Wellness There are three spas by the lake.`
//! Only the text after it shows where it ends: a capital that nothing else explains.

use super::candidate::word_len;
use crate::lexicon::{Lexicon, WordClass, WordClasses};
use crate::text::Span;

/// The longest heading, in bytes. Only this much of each sentence is searched.
const LONGEST: usize = 100;

/// The start of the sentence after the run-in heading at `start`.
///
/// The word before that capital must be a content word, since others may precede a name (*says The*,
/// *in The*). The words after it must be lower-case, since a name has another capital there (*In the
/// Heat*, *The Hague*).
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

/// Whether `text` begins with a sentence starter and two lower-case words.
fn opens_sentence(lexicon: &Lexicon, text: &str) -> bool {
    let opener = Span::new(0, word_len(text)).of(text);
    let counts = || lexicon.numbers.contains(&opener.to_lowercase());
    if lexicon.sentence_starters.get(opener) != Some(WordClasses::default()) || counts() {
        return false; // `Number Two, in order`
    }
    let rest = Span::new(opener.len(), text.len()).of(text);
    let mut words = rest.strip_prefix(',').unwrap_or(rest).split_ascii_whitespace();
    (0..2).all(|_| words.next().is_some_and(|word| word.starts_with(char::is_lowercase)))
}

/// Whether a heading may end with `word`: a content word, in lower case unless it is the `only` word.
fn closes_heading(lexicon: &Lexicon, word: &str, only: bool) -> bool {
    let folded = word.to_lowercase();
    let small = word.ends_with(char::is_lowercase) && (only || word == folded);
    small
        && !lexicon.grammar_words.contains(&folded)
        && !lexicon.stop_words.contains(&folded)
        && !lexicon.speech_verbs.has(&folded, WordClass::Tag)
}
