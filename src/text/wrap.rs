//! Wrapping by columns, for every front end that has lines.
//!
//! The screen library would re-wrap everything at each frame and draw wide characters
//! outside of their area. Lines are spans of the text, so that all front ends split
//! marks in the same way.

use unicode_segmentation::UnicodeSegmentation;

use super::Span;
use super::width::grapheme_columns;

/// The lines of `span` in a column `width` columns wide.
///
/// Lines tile the span: each includes the spaces at its end, which may exceed the width and
/// are not shown. A word longer than the width is broken between graphemes. An
/// empty span gives one empty line; a width of 0 counts as 1.
pub fn wrap(text: &str, span: Span, width: usize) -> Vec<Span> {
    let width = width.max(1);
    let mut lines = Vec::new();
    let mut start = span.start(); // of the line
    let mut used = 0; // columns of the line up to `at`
    let mut good = None; // the last possible break, and the columns up to there
    for (at, grapheme) in span.of(text).grapheme_indices(true) {
        let at = span.start() + at;
        let columns = grapheme_columns(grapheme);
        let blank = grapheme.chars().all(|c| c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}');
        // the rest after the last space may still be too wide
        while used + columns > width && !blank && at > start {
            let (end, before) = good.filter(|&(end, _)| end > start).unwrap_or((at, used));
            lines.push(Span::new(start, end));
            start = end;
            used -= before;
            good = None;
        }
        used += columns;
        let end = at + grapheme.len();
        if blank || breaks_after(grapheme) {
            good = Some((end, used));
        }
    }
    if start < span.end() || lines.is_empty() {
        lines.push(Span::new(start, span.end()));
    }
    lines
}

/// Hyphens and dashes may end a line, and so may any wide character.
fn breaks_after(grapheme: &str) -> bool {
    matches!(grapheme, "-" | "–" | "—" | "/") || (!grapheme.is_ascii() && grapheme_columns(grapheme) == 2)
}

#[cfg(test)]
mod tests {
    use super::super::width::columns;
    use super::*;

    #[track_caller]
    fn check(text: &str, width: usize, lines: &[&str]) {
        let got: Vec<&str> =
            wrap(text, Span::whole(text), width).iter().map(|l| l.of(text).trim_end()).collect();
        assert_eq!(got, lines);
        for line in lines {
            let alone = line.chars().count() == 1;
            assert!(alone || columns(line) <= width, "{line:?} is wider than {width}");
        }
    }

    #[test]
    fn breaks_between_words() {
        check("The river rose four metres", 10, &["The river", "rose four", "metres"]);
        check("The river", 40, &["The river"]);
        check("", 10, &[""]);
    }

    #[test]
    fn breaks_long_words_and_wide_characters() {
        check("abcdefgh", 3, &["abc", "def", "gh"]);
        check("東京都知事", 4, &["東京", "都知", "事"]);
        check("well-known fact", 6, &["well-", "known", "fact"]);
        check("🌞b", 1, &["🌞", "b"]);
        check("a b\u{202e}", 4, &["a", "b", "\u{202e}"]);
    }
}
