//! How characters of an article are shown on a screen or a page.
//!
//! A text may contain anything: escape sequences, bidirectional overrides, tabs.
//! None of it may reach a terminal raw, and none of it may be hidden. Every
//! front end shows texts through [`shown`].

use std::borrow::Cow;
use std::fmt::Write as _;

/// The grapheme as it is shown: itself, or a placeholder for an unsafe one.
///
/// Line ends, tabs and other white space become one space; control characters
/// become their pictures (`␛`); characters that change the reading direction become their
/// code (`⟨U+202E⟩`); invisible characters are left out.
pub fn shown(grapheme: &str) -> Cow<'_, str> {
    if is_printable(grapheme) || grapheme.chars().all(is_plain) {
        return Cow::Borrowed(grapheme);
    }
    let mut out = String::with_capacity(grapheme.len() + 8);
    let mut blank = false;
    for c in grapheme.chars() {
        match c {
            '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                // CRLF is one grapheme and one line end
                if !blank {
                    out.push(' ');
                }
                blank = true;
            }
            '\0'..='\u{1f}' => out.extend(char::from_u32(0x2400 + u32::from(c))),
            '\u{7f}' => out.push('␡'),
            c if is_invisible(c) => {}
            c if is_plain(c) => out.push(c),
            c => {
                let _ = write!(out, "⟨U+{:04X}⟩", u32::from(c));
            }
        }
    }
    Cow::Owned(out)
}

/// Whether a character is invisible or a space.
pub fn is_blank(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

/// Whether a character is invisible, so that it is left out.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// The whole text as it is shown on one line.
pub fn shown_text(text: &str) -> Cow<'_, str> {
    use unicode_segmentation::UnicodeSegmentation;
    if is_printable(text) || text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.graphemes(true).map(shown).collect())
}

/// Whether a text is printable ASCII: a fast check that most texts pass.
pub(crate) fn is_printable(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Whether a character is shown as it is.
fn is_plain(c: char) -> bool {
    !matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}'
        | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0001}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_steers_a_terminal_is_shown_raw() {
        assert_eq!(shown_text("a\u{1b}[31mb"), "a␛[31mb");
        assert_eq!(shown_text("a\tb\r\nc"), "a b c");
        assert_eq!(shown_text("a\u{202e}b"), "a⟨U+202E⟩b");
        assert_eq!(shown_text("a\u{9b}b"), "a⟨U+009B⟩b");
        assert_eq!(shown_text("co\u{ad}op"), "coop");
    }

    #[test]
    fn what_is_harmless_is_shown_as_it_is() {
        for text in ["“né” 東京", "👩\u{200d}🚒 🇫🇷", "e\u{301}"] {
            assert!(matches!(shown_text(text), Cow::Borrowed(_)), "{text}");
        }
    }
}
