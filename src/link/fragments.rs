//! Where the words of a run are in its article.
//!
//! Invariant: fragments hold the words of the run and nothing else, one for each interrupted part
//! or paragraph.

use crate::text::Span;

use super::units::{ArticleUnits, Trait, Unit};

/// From each fragment's first word to its last, with the brackets around it and the stop of the sentence.
pub(super) fn fragments(words: &ArticleUnits, units: &[Unit]) -> Vec<Span> {
    spans_of(words, units).into_iter().map(|span| with_marks(&words.of.article.text, span)).collect()
}

/// From each fragment's first word to its last.
pub(super) fn spans_of(words: &ArticleUnits, units: &[Unit]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for unit in units {
        let word = words.span(*unit);
        match spans.last_mut().filter(|_| !unit.is(Trait::Fragment)) {
            Some(span) => *span = span.join(word),
            None => spans.push(word),
        }
    }
    spans
}

/// The span with its other half of a bracket, or with both if they hold nothing else (`[now]` is the
/// editor's word), and with the stop that follows.
fn with_marks(text: &str, span: Span) -> Span {
    let bytes = text.as_bytes();
    let inner = span.of(text);
    let (mut start, mut end) = (span.start(), span.end());
    for (open, close) in [('[', ']'), ('(', ')')] {
        let (opened, closed) = (inner.matches(open).count(), inner.matches(close).count());
        let follows_open = start > 0 && bytes[start - 1] == open as u8;
        let precedes_close = bytes.get(end) == Some(&(close as u8));
        if follows_open && (precedes_close || closed > opened) {
            start -= 1;
        }
        if precedes_close && (follows_open || opened > closed) {
            end += 1;
        }
    }
    while bytes.get(end).is_some_and(|b| b".!?".contains(b)) {
        end += 1;
    }
    Span::new(start, end)
}
