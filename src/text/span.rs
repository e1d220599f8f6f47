//! Byte ranges of one text, and the only place where texts are sliced.

use std::fmt;
use std::ops::Range;

/// A half-open range of UTF-8 bytes on character boundaries of one text.
///
/// Offsets are bytes from the start of the article's text. They are kept in
/// 32 bits: [`crate::load`] refuses texts past [`crate::load::MAX_BYTES`], so they cannot overflow.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The bytes from `start` up to, not including, `end`.
    ///
    /// # Panics
    /// If `end` precedes `start`: a bug of the caller, whatever the text.
    pub fn new(start: usize, end: usize) -> Span {
        assert!(start <= end, "a span ends before it starts: {start}..{end}");
        Span { start: start as u32, end: end as u32 }
    }

    /// All of `text`.
    pub fn whole(text: &str) -> Span {
        Span::new(0, text.len())
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it is empty.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The bytes as a standard range.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The part of `text` that this span covers.
    ///
    /// # Panics
    /// If the span was made for another text and splits a character of this one.
    #[allow(clippy::string_slice)] // the only place
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether `other` is inside this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether both spans share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The bytes both spans share, if any.
    pub fn intersection(self, other: Span) -> Option<Span> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(Span { start, end })
    }

    /// The smallest span that contains both.
    #[must_use]
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span without the white space at both of its ends.
    #[must_use]
    pub fn trimmed(self, text: &str) -> Span {
        let inner = self.of(text);
        let start = self.start() + (inner.len() - inner.trim_start().len());
        let end = start + inner.trim().len();
        Span::new(start, end)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_and_trims_on_character_boundaries() {
        let text = "  “né”\u{a0}";
        let span = Span::whole(text).trimmed(text);
        assert_eq!(span.of(text), "“né”");
        assert_eq!(Span::new(2, 5).of(text), "“");
    }

    #[test]
    fn intersection_is_none_where_spans_only_touch() {
        assert_eq!(Span::new(0, 3).intersection(Span::new(3, 5)), None);
        assert_eq!(Span::new(0, 4).intersection(Span::new(3, 5)), Some(Span::new(3, 4)));
    }
}
