//! Columns on a terminal. The only user of `unicode_width`.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::visible::{is_printable, shown};

/// Columns that `text` takes as it is shown (see [`super::visible`]).
pub fn columns(text: &str) -> usize {
    if is_printable(text) {
        return text.len();
    }
    text.graphemes(true).map(grapheme_columns).sum()
}

/// Columns that one grapheme takes as it is shown.
pub fn grapheme_columns(grapheme: &str) -> usize {
    shown(grapheme).width()
}

/// The longest head of `text`, in whole graphemes, that fits into `limit` columns.
pub fn fitting(text: &str, limit: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme_columns(grapheme);
        if used > limit {
            return super::Span::new(0, at).of(text);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_and_joined_characters_are_counted_as_terminals_do() {
        assert_eq!(columns("abc"), 3);
        assert_eq!(columns("東京"), 4);
        assert_eq!(columns("e\u{301}"), 1);
        assert_eq!(columns("👩\u{200d}🚒"), 2);
        assert_eq!(columns("a\u{1b}b"), 3);
        assert_eq!(fitting("東京都", 5), "東京");
    }
}
