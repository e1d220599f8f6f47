//! A marked piece: its words, without the marks and white space at their ends.

use super::signs::is_double;
use crate::article::BlockId;
use crate::text::Span;

/// A piece of text between quotation marks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Marked {
    /// With its marks.
    pub(super) outer: Span,
    /// Without its marks and the white space inside of them.
    pub(super) inner: Span,
    /// The block that holds it.
    pub(super) block: BlockId,
    /// What kind of marks.
    pub(super) style: Style,
    /// Whether it goes on from an unclosed piece of the block before.
    pub(super) continues: bool,
    /// Whether its closing mark is there.
    pub(super) closed: bool,
}

/// The kind of marks around a piece.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Style {
    /// `"…"`, `“…”`, `«…»` and their like.
    Double,
    /// `'…'`, `‘…’`, `‹…›`.
    Single,
}

/// A piece without white space and stray marks at its ends.
pub(super) fn trim(text: &str, inner: Span) -> Span {
    let skip = |c: char| c.is_whitespace() || is_double(c) || c == '\u{feff}';
    let both_ends = |span: Span| {
        let words = span.of(text);
        let start = span.start() + (words.len() - words.trim_start_matches(skip).len());
        let end = start + words.trim_matches(skip).len();
        Span::new(start, end + closing_inside(text, Span::new(start, end), span.end()))
    };
    let inner = both_ends(inner);
    // a nested single that lost its partner: “‘We go,” he said; “We go,’”
    let words = inner.of(text);
    let is_single = |c: char| matches!(c, '‘' | '’' | '\'' | '`');
    let first = words.chars().next().filter(|c| is_single(*c) && *c != '’');
    if let Some(rest) = first.and_then(|mark| words.strip_prefix(mark)) {
        let is_lost = !rest.contains(is_single);
        return if is_lost { both_ends(Span::new(inner.end() - rest.len(), inner.end())) } else { inner };
    }
    let rest = words.strip_suffix(['’', '\'']).filter(|rest| rest.ends_with([',', '.', '!', '?']));
    let rest = rest.filter(|_| !opens_single(words));
    rest.map_or(inner, |rest| both_ends(Span::new(inner.start(), inner.start() + rest.len())))
}

/// The bytes of a mark after `inner` that closes one inside: « ce qu’on nomme “une fuite” ».
fn closing_inside(text: &str, inner: Span, to: usize) -> usize {
    let Some((at, opening)) = inner.of(text).char_indices().rfind(|&(_, c)| is_double(c)) else { return 0 };
    let next = Span::new(inner.end(), to.max(inner.end())).of(text).chars().next();
    match (opening, next) {
        ('“', Some(c @ '”')) | ('„', Some(c @ '“')) | ('«', Some(c @ '»')) if at > 0 => {
            c.len_utf8()
        }
        _ => 0,
    }
}

/// Whether a single mark precedes a word.
fn opens_single(words: &str) -> bool {
    [" '", " ‘", " ’", "('", "(‘", "—‘", "—'"].iter().any(|opener| words.contains(opener))
}
