//! Characters of a plain text that other programs damaged.
//!
//! Text in UTF-8 that was decoded as Windows-1252 or Mac Roman and saved again has `â€œ` for `“`. Text
//! copied from the source of a web page has `&rsquo;` for `’`. Both would differ from the other article
//! at every quotation mark, so they are repaired, with a note. (No crate: the one that does this is
//! no longer kept up.)
//!
//! Nothing is repaired on thin evidence: in `«QUALITÉ»`, too, two characters are the bytes of another.

use std::borrow::Cow;

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

use super::charset::upper_half;
use crate::text::Span;

/// Repairs a text; the notes say what was done, in full sentences.
pub(super) fn repaired(text: String) -> (String, Vec<String>) {
    let mut notes = Vec::new();
    let text = repeated(text, entities, "HTML entities were decoded", &mut notes);
    if text.is_ascii() {
        return (text, notes);
    }
    let pages = [MACINTOSH, WINDOWS_1252].map(CodePage::new); // the last one wins a tie
    let damaged = |text: &str| {
        let found = pages.iter().map(|page| page.damaged(text));
        found.max_by_key(|(evidence, _)| *evidence).map(|(_, repairs)| repairs).unwrap_or_default()
    };
    let text = repeated(text, damaged, "Damaged characters were repaired", &mut notes);
    (text, notes)
}

/// One thing that is replaced.
struct Repair<'a> {
    span: Span,
    by: Cow<'a, str>,
}

/// Makes repairs until there are none: a text may be damaged twice.
fn repeated<'e>(
    mut text: String,
    repairs: impl Fn(&str) -> Vec<Repair<'e>>,
    what: &str,
    notes: &mut Vec<String>,
) -> String {
    /// How often a text was damaged at most; real ones are damaged once or twice.
    const ROUNDS: usize = 3;
    for _ in 0..ROUNDS {
        let found = repairs(&text);
        let Some(first) = found.first() else { break };
        let times = if found.len() == 1 { "once" } else { &format!("{} times", found.len()) };
        let (was, is) = (first.span.of(&text), &first.by);
        notes.push(format!("{what} {times}, first {was} to {is}."));
        text = replaced(&text, &found);
    }
    text
}

fn replaced(text: &str, repairs: &[Repair<'_>]) -> String {
    let mut new = String::with_capacity(text.len());
    let mut at = 0;
    for repair in repairs {
        new.push_str(Span::new(at, repair.span.start()).of(text));
        new.push_str(&repair.by);
        at = repair.span.end();
    }
    new.push_str(Span::new(at, text.len()).of(text));
    new
}

/// The entities of a text that end in a semicolon: `&amp;`, `&#8217;`, not `R&D`.
fn entities(text: &str) -> Vec<Repair<'static>> {
    let entity = |(start, _): (usize, &str)| {
        let rest = Span::new(start + 1, text.len()).of(text);
        let name = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#')?;
        let end = start + 1 + name + 1;
        if !rest.as_bytes()[name..].starts_with(b";") {
            return None;
        }
        let span = Span::new(start, end);
        let by = htmlize::unescape(span.of(text)).into_owned();
        // *&nothing;* is no entity, although *&not* is one
        let is_whole = by != span.of(text) && !by.ends_with(';');
        is_whole.then_some(Repair { span, by: by.into() })
    };
    text.match_indices('&').filter_map(entity).collect()
}

/// An encoding of single bytes that text in UTF-8 was taken for.
struct CodePage {
    /// The byte of each character above ASCII, sorted.
    bytes: Vec<(char, u8)>,
}

impl CodePage {
    fn new(encoding: &'static Encoding) -> CodePage {
        let mut bytes: Vec<(char, u8)> = upper_half(encoding).into_iter().zip(128..=255).collect();
        bytes.sort_unstable();
        CodePage { bytes }
    }

    fn byte(&self, character: char) -> Option<u8> {
        let at = self.bytes.binary_search_by_key(&character, |(known, _)| *known).ok()?;
        Some(self.bytes[at].1)
    }

    /// The characters that were decoded one byte at a time, with the points of evidence; none if there
    /// is too little of it.
    fn damaged(&self, text: &str) -> (usize, Vec<Repair<'static>>) {
        /// Points of evidence for a damaged text.
        const ENOUGH: usize = 2;
        let (mut found, mut evidence, mut end) = (Vec::new(), 0, 0);
        for (start, character) in text.char_indices().filter(|(_, character)| !character.is_ascii()) {
            if start < end {
                continue;
            }
            let rest = Span::new(start, text.len()).of(text);
            if let Some((length, by)) = self.damaged_at(character, rest) {
                end = start + length;
                evidence += points(rest, by);
                found.push(Repair { span: Span::new(start, end), by: by.to_string().into() });
            }
        }
        if evidence >= ENOUGH { (evidence, found) } else { (0, Vec::new()) }
    }

    /// The length in bytes of the characters at the start of `rest` that were one, and that one: a
    /// letter of Latin text, a mark or an emoji.
    fn damaged_at(&self, first: char, rest: &str) -> Option<(usize, char)> {
        let lead = self.byte(first)?;
        let count = match lead {
            0xC2..=0xC5 => 2,
            0xE2 | 0xEF => 3,
            0xF0 => 4,
            _ => return None,
        };
        let run = rest.chars().take(count);
        let length = run.clone().map(char::len_utf8).sum();
        let bytes: Option<Vec<u8>> = run.map(|character| self.byte(character)).collect();
        let is_general = |c: &char| !matches!(*c, '\u{2400}'..='\u{efff}' | '\u{ff00}'..='\u{ffff}');
        let whole = bytes.as_deref().and_then(|bytes| std::str::from_utf8(bytes).ok()?.chars().next());
        if let Some(character) = whole.filter(is_general) {
            return Some((length, character));
        }
        // `”` is E2 80 9D, and Windows-1252 has no 9D: it is often lost; in a word, other bytes are
        let after = rest.strip_prefix("â€")?;
        let shown = after.strip_prefix(char::REPLACEMENT_CHARACTER).unwrap_or(after);
        let is_closing = !shown.starts_with(char::is_alphanumeric);
        is_closing.then_some((rest.len() - shown.len(), '”'))
    }
}

/// How much evidence of damage a repair is: a quotation mark that was three characters is enough, a
/// letter that was two needs a second one. A capital before a mark, as in `QUALITÉ»`, is none.
fn points(damaged: &str, character: char) -> usize {
    let is_mark = |c: char| {
        matches!(c, '«' | '»' | '‹' | '›' | '‘'..='„' | '…' | '•' | '–' | '—' | '€' | '\u{a0}' | '™' | '°')
    };
    match character {
        '\u{2000}'.. => 2,
        _ if damaged.chars().nth(1).is_none_or(is_mark) => 0,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn damaged(text: &str, encoding: &'static Encoding) -> String {
        encoding.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    const STORY: &str =
        "“It isn’t over,” she said – not yet … The café’s façade cost €5. »Größer«, sagte Ödön.";

    #[test]
    fn text_decoded_with_another_encoding_is_repaired() {
        for encoding in [WINDOWS_1252, MACINTOSH] {
            let once = damaged(STORY, encoding);
            assert_ne!(once, STORY);
            assert_eq!(repaired(once.clone()).0, STORY);
            assert_eq!(repaired(damaged(&once, encoding)).0, STORY, "damaged twice");
        }
        let (text, notes) = repaired("It isnâ€™t over, itâ€™s late.".to_owned());
        assert_eq!(text, "It isn’t over, it’s late.");
        assert_eq!(notes, ["Damaged characters were repaired 2 times, first â€™ to ’."]);
    }

    #[test]
    fn a_closing_mark_that_lost_its_last_byte_is_repaired() {
        for lost in ["â€œNo,â€ she said.", "â€œNo,â€\u{fffd} she said.", "â€œNo,â€\u{9d} she said."]
        {
            assert_eq!(repaired(lost.to_owned()).0, "“No,” she said.");
        }
        // a hyphen that lost its last byte
        assert_eq!(repaired("â€œThe realâ€world mill.â€".to_owned()).0, "“The realâ€world mill.”");
    }

    #[test]
    fn two_letters_are_evidence_and_one_is_not() {
        assert_eq!(repaired("CafÃ© MÃ¼ller".to_owned()).0, "Café Müller");
        for text in ["«QUALITÉ», «LIBERTÉ»", "PÅ” och NÅ”", "Ã© is not é", "fermé”…", "‚Äpfel‘", "12 £ à Â°"]
        {
            assert_eq!(repaired(text.to_owned()), (text.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn entities_are_decoded() {
        let (text, notes) =
            repaired("&ldquo;AT&amp;T isn&#8217;t,&rdquo; he said&nbsp;&mdash; R&D; &amp;#39;".to_owned());
        assert_eq!(text, "“AT&T isn’t,” he said\u{a0}— R&D; '");
        assert_eq!(
            notes,
            [
                "HTML entities were decoded 7 times, first &ldquo; to “.",
                "HTML entities were decoded once, first &#39; to '."
            ]
        );
        for text in ["R&D and B&B", "a?b=1&copy=2", "& ; &;", "&#;", "&nothing;"] {
            assert_eq!(repaired(text.to_owned()), (text.to_owned(), Vec::new()));
        }
    }

    proptest! {
        #[test]
        fn repairs_never_fail_and_sound_text_stays(text in "\\PC{0,40}", words in "[a-zäöüéèç “”‘’–.,]{0,60}") {
            let _ = repaired(text);
            prop_assert_eq!(repaired(words.clone()), (words, Vec::new()));
        }
    }
}
