//! The blocks of a text: by lines and blank lines, their kinds by form and position.
//!
//! [`mod@lines`] joins lines to blocks, [`mod@kind`] classifies blocks. Invariants: blocks are
//! ordered, disjoint, trimmed and not empty; only white space is outside of them.

mod kind;
mod lines;
mod list;
mod picture;

pub(crate) use list::{ListMark, list_mark};
pub(crate) use picture::picture_credit;

use crate::article::{Block, BlockKind};
use crate::lexicon::Lexicon;
use crate::text::Span;

/// A block as its format states it.
pub(super) struct Stated {
    /// Its text.
    pub(super) span: Span,
    /// Its kind, if the format states one.
    pub(super) kind: Option<BlockKind>,
    /// Bytes of its list label with the space after it.
    pub(super) label: usize,
}

/// The blocks of a plain text.
pub(super) fn of_text(lexicon: &Lexicon, text: &str) -> Vec<Block> {
    let stated = |span| Stated { span, kind: None, label: 0 };
    of_stated(lexicon, text, lines::blocks(lexicon, text).into_iter().map(stated).collect())
}

/// Blocks with the kinds that their format states, or else by form and position.
pub(super) fn of_stated(lexicon: &Lexicon, text: &str, stated: Vec<Stated>) -> Vec<Block> {
    let spans: Vec<Span> = stated.iter().map(|block| block.span).collect();
    let kinds: Vec<Option<BlockKind>> = stated.iter().map(|block| block.kind).collect();
    let kinds = kind::kinds(lexicon, text, &spans, &kinds);
    let block = |(Stated { span, label, .. }, kind)| Block { kind, span, label };
    stated.into_iter().zip(kinds).map(block).collect()
}

/// The lines of a text that are blocks; wrapped lines are joined.
pub(super) fn lines(lexicon: &Lexicon, text: &str) -> Vec<Span> {
    lines::blocks(lexicon, text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::article::{Article, Origin};
    use crate::import::{Content, Document};
    use crate::lexicon::Language;
    use crate::text::{Side, Span};

    fn article(text: &str) -> Article {
        let document = Document { content: Content::Text(text.to_owned()), ..Document::default() };
        document.article(Origin::in_memory(Side::Left), Language::English)
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
