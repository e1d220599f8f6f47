//! XML by hand: what a word processor's format needs of it, and no more.
//!
//! Invariant: whatever an article holds, the outcome is well-formed XML 1.0, and
//! nothing in it turns the reading direction or is a control character.

use crate::export::harmless::push_harmless;

/// Writes words as character data or as the value of an attribute.
///
/// What XML cannot hold and what would turn the reading direction is shown by a
/// picture (`␛`) or its code (`⟨U+202E⟩`); everything else stays as it is.
pub(super) fn escape(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => push_harmless(out, c),
        }
    }
}

/// Writes XML.
pub(super) fn put(out: &mut String, xml: std::fmt::Arguments<'_>) {
    std::fmt::Write::write_fmt(out, xml).expect("a String takes everything");
}

/// Words that are escaped.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 16);
    escape(&mut out, words);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_an_article_holds_the_outcome_is_xml() {
        assert_eq!(escaped("]]> <b> & \"x\""), "]]&gt; &lt;b&gt; &amp; &quot;x&quot;");
        assert_eq!(escaped("a\u{1b}b\0c\u{202e}d\u{ffff}"), "a␛b␀c⟨U+202E⟩d⟨U+FFFF⟩");
        assert_eq!(escaped("co\u{ad}op \u{200b}né"), "co\u{ad}op \u{200b}né");
    }
}
