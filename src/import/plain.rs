//! Plain text: blocks by lines and blank lines, kinds by form and position.
//!
//! [`super::lines`] joins lines to blocks, [`super::kind`] classifies blocks. Invariants: blocks are
//! ordered, disjoint, trimmed and not empty; only white space is outside of them.

use super::{kind, lines};
use crate::article::{Article, Block, Origin};
use crate::lexicon::Language;

/// Finds the blocks of a plain text.
pub(super) fn import(text: String, origin: Origin, language: Language) -> Article {
    let lexicon = language.lexicon();
    let spans = lines::blocks(lexicon, &text);
    let kinds = kind::kinds(lexicon, &text, &spans);
    let blocks: Vec<Block> = spans.into_iter().zip(kinds).map(|(span, kind)| Block { kind, span }).collect();
    let mut notes = Vec::new();
    if blocks.is_empty() {
        notes.push("The text is empty.".to_owned());
    }
    notes.extend(language.note());
    Article { text: text.into(), blocks, origin, language, notes }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{Side, Span};

    fn article(text: &str) -> Article {
        import(text.to_owned(), Origin::in_memory(Side::Left), Language::English)
    }

    #[test]
    fn an_empty_text_is_said_to_be_empty() {
        for text in ["", " \n\u{a0}\r\n"] {
            assert_eq!(article(text).notes, ["The text is empty."]);
        }
        assert!(article("The river rose.").notes.is_empty());
    }

    proptest! {
        #[test]
        fn blocks_are_ordered_and_leave_only_white_space(text in "([A-Za-z.,“”\u{a0}•–é -]{0,50}[\n\r\u{2028}]{0,2}){0,12}") {
            let article = article(&text);
            let mut at = 0;
            for block in &article.blocks {
                prop_assert!(block.span.start() >= at && !block.span.is_empty());
                prop_assert_eq!(block.span.trimmed(&text), block.span);
                prop_assert!(Span::new(at, block.span.start()).of(&text).trim().is_empty());
                at = block.span.end();
            }
            prop_assert!(Span::new(at, text.len()).of(&text).trim().is_empty());
        }
    }
}
