//! XML by hand: what a word processor's format needs of it, and no more.
//!
//! Invariant: whatever an article holds, the outcome is well-formed XML 1.0, and
//! nothing in it turns the reading direction or is a control character.

use std::fmt::Write;

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
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' => out.extend(char::from_u32(0x2400 + u32::from(c))),
            '\u{7f}' => out.push('␡'),
            '\u{80}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{206f}'
            | '\u{fff9}'..='\u{fffb}'
            | '\u{fffe}'
            | '\u{ffff}' => {
                write!(out, "⟨U+{:04X}⟩", u32::from(c)).expect("a String takes everything");
            }
            c => out.push(c),
        }
    }
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
