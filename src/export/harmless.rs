//! Characters that no format may contain unchanged.

use std::fmt::Write;

/// Whether a character neither controls a terminal nor changes the reading direction.
///
/// As in [`crate::text::visible`], except that invisible characters are harmless: formats that
/// preserve a text keep its soft hyphens.
pub(super) fn is_harmless(c: char) -> bool {
    !matches!(c,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e0001}')
}

/// Writes a character: unchanged, or as a space, a picture or a code.
pub(super) fn push_harmless(out: &mut String, c: char) {
    match c {
        c if is_harmless(c) => out.push(c),
        '\t' | '\n' | '\r' => out.push(' '),
        '\0'..='\u{1f}' => out.extend(char::from_u32(0x2400 + u32::from(c))),
        '\u{7f}' => out.push('␡'),
        c => {
            let _ = write!(out, "⟨U+{:04X}⟩", u32::from(c));
        }
    }
}
