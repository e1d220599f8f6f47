//! Picture credits at the end of captions.

use enumset::EnumSet;

use crate::lexicon::{CaptionPart, Lexicon};
use crate::text::Span;

/// The start of the picture credit at the end of a caption.
///
/// `Boats in Aldham harbor Image: Ana Ruiz.`, `… on Nov. 11. REUTERS/Sam Okoye`: it follows a space and
/// has only a few names.
pub(crate) fn picture_credit(lexicon: &Lexicon, block: &str) -> Option<usize> {
    const LONGEST: usize = 90; // bytes
    let bytes = block.as_bytes();
    let from = block.len().saturating_sub(LONGEST);
    for at in from..block.len() {
        if !matches!(bytes[at], b':' | b'/') {
            continue;
        }
        let ends = |(label, parts): &(&str, EnumSet<CaptionPart>)| {
            parts.contains(CaptionPart::Label) && bytes[..=at].ends_with(label.as_bytes())
        };
        let Some((label, _)) = lexicon.captions.entries().find(ends) else {
            continue;
        };
        let start = at + 1 - label.len();
        let before = Span::new(0, start).of(block);
        if before.ends_with(char::is_whitespace) && !before.trim().is_empty() {
            return Some(start);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    #[track_caller]
    fn check(notation: &str) {
        let text = notation.replacen('|', "", 1);
        assert_eq!(picture_credit(Language::English.lexicon(), &text), notation.find('|'));
    }

    #[test]
    fn a_credit_stands_behind_the_caption() {
        check("Boats in Aldham harbor |Image: Ana Ruiz.");
        check("Boats in Aldham on Nov. 11. |REUTERS/Sam Okoye");
        check("Image: Ana Ruiz");
        check("The mayor’s image: a quiet one");
        check(
            "Photo: Ana Ruiz took it, and then the boats left the harbor of Aldham for the islands of the north",
        );
    }
}
