//! Escaped words, runs and paragraphs.
//!
//! Invariant: for any article, the result is well-formed XML 1.0 without control characters and
//! without characters that change the reading direction.

use std::fmt::Write;

use crate::export::harmless::push_harmless;

/// Words as character data or as the value of an attribute.
///
/// Characters that XML forbids or that change the reading direction are shown as a picture (`␛`) or
/// a code (`⟨U+202E⟩`).
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 16);
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => push_harmless(&mut out, c),
        }
    }
    out
}

/// Writes a paragraph of one run.
pub(super) fn paragraph(out: &mut String, style: &str, words: &str) {
    let _ = write!(out, "<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>");
    run(out, words, "");
    out.push_str("</w:p>");
}

/// Writes words as a run with these properties.
pub(super) fn run(out: &mut String, words: &str, properties: &str) {
    run_of(out, "w:t", words, properties);
}

/// Writes words as a run with their own element.
pub(super) fn run_of(out: &mut String, element: &str, words: &str, properties: &str) {
    out.push_str("<w:r>");
    if !properties.is_empty() {
        let _ = write!(out, "<w:rPr>{properties}</w:rPr>");
    }
    let _ = write!(out, "<{element} xml:space=\"preserve\">{}</{element}></w:r>", escaped(words));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_is_well_formed_for_any_words() {
        assert_eq!(escaped("]]> <b> & \"x\""), "]]&gt; &lt;b&gt; &amp; &quot;x&quot;");
        assert_eq!(escaped("a\u{1b}b\0c\u{202e}d\u{ffff}"), "a␛b␀c⟨U+202E⟩d⟨U+FFFF⟩");
        assert_eq!(escaped("co\u{ad}op \u{200b}né"), "co\u{ad}op \u{200b}né");
    }
}
