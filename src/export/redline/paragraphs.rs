//! The merged text by paragraphs: one for each block of an article, with hard-wrapped lines joined.
//!
//! Each paragraph ends with a mark of both sides or of one side: if the left has two paragraphs and
//! the right has one, the text continues after a mark of the left only. Invariant: the inlines of a
//! side, cut at the marks of that side, are its blocks, with a space for each white space character.

use super::{Piece, RowPieces};
use crate::article::BlockKind;
use crate::comparison::Comparison;
use crate::text::{Pair, Side, Span, with_spaces};
use crate::view::Mark;

/// The only side that has something; none if both have it.
pub(crate) type Owner = Option<Side>;

/// A piece of a paragraph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Inline {
    /// Words.
    Text {
        /// The side that has them.
        owner: Owner,
        /// The words, with plain spaces.
        text: String,
        /// The mark of their quotation.
        quotation: Option<Mark>,
        /// The index of their row.
        row: usize,
    },
    /// The start of a row.
    Start(usize),
    /// The end of a row.
    End(usize),
}

/// Inlines up to the mark that ends them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Paragraph {
    /// The kind of its block, on the side that has the mark.
    pub(crate) kind: BlockKind,
    /// Its words, and the starts and ends of rows.
    pub(crate) inlines: Vec<Inline>,
    /// The side that has the mark at its end.
    pub(crate) mark: Owner,
}

/// The merged text by paragraphs.
pub(crate) fn paragraphs(rows: &[RowPieces<'_>], comparison: &Comparison) -> Vec<Paragraph> {
    let mut builder = ParagraphBuilder { comparison, items: Vec::new(), ended: Pair::new(0, 0) };
    for (index, pieces) in rows.iter().enumerate() {
        let Some(row) = pieces.row else { continue };
        builder.add_gap(pieces, index);
        builder.items.push(Item::Inline(Inline::Start(index)));
        let first = builder.items.len();
        for piece in &pieces.pieces {
            builder.add_piece(piece, index, first);
        }
        for side in Side::BOTH {
            if let Some(cell) = &row.cells[side] {
                builder.end_blocks(side, cell.span.end(), first);
            }
        }
        let last = builder.items.iter().rposition(|item| matches!(item, Item::Inline(_)));
        builder.items.insert(last.map_or(0, |at| at + 1), Item::Inline(Inline::End(index)));
    }
    split_at_marks(builder.items)
}

/// An inline or the mark of a paragraph.
enum Item {
    Inline(Inline),
    Mark(Owner, BlockKind),
}

/// Turns pieces into inlines and marks.
struct ParagraphBuilder<'a> {
    comparison: &'a Comparison,
    items: Vec<Item>,
    /// How many blocks of each side have their mark.
    ended: Pair<usize>,
}

impl ParagraphBuilder<'_> {
    /// Adds the white space between two sentences of one paragraph; between paragraphs there is a mark.
    fn add_gap(&mut self, row: &RowPieces<'_>, index: usize) {
        let spaces = Pair::from_fn(|side| {
            let spans = || row.gap.iter().filter_map(|piece| piece.words.spans()[side]);
            let is_inside = spans().next().is_some_and(|span| self.block_at(side, span.start()).0);
            let text = |span| with_spaces(self.comparison.sides[side].slice(span));
            if is_inside { spans().map(text).collect() } else { String::new() }
        });
        if spaces.left == spaces.right {
            self.add_text(None, &spaces.left, None, index);
            return;
        }
        for side in Side::BOTH {
            self.add_text(Some(side), &spaces[side], None, index);
        }
    }

    /// Adds the words of a piece, and the marks of the blocks that end inside it.
    fn add_piece(&mut self, piece: &Piece, index: usize, first: usize) {
        let spans = piece.words.spans();
        let length = spans.left.or(spans.right).map_or(0, Span::len);
        let mut at = 0;
        while at < length {
            // whether this position is inside a block of each side, and the end of the text for which that is so
            let here = Pair::from_fn(|side| {
                let start = spans[side]?.start();
                let (is_inside, end) = self.block_at(side, start + at);
                Some((is_inside, end - start))
            });
            let next = here.left.into_iter().chain(here.right).map(|(_, end)| end).min();
            let next = next.unwrap_or(length).clamp(at + 1, length);
            for side in Side::BOTH {
                if let (Some(span), Some((false, _))) = (spans[side], here[side]) {
                    self.end_blocks(side, span.start() + at, first);
                }
            }
            let inside =
                Pair::from_fn(|side| spans[side].filter(|_| here[side].is_some_and(|(inside, _)| inside)));
            let shown = inside.sides().into_iter().rev().find_map(|(side, span)| Some((side, span?)));
            if let Some((side, span)) = shown {
                let part = Span::new(span.start() + at, span.start() + next);
                let words = with_spaces(self.comparison.sides[side].slice(part));
                self.add_text(inside.only_side(), &words, piece.quotation, index);
            }
            at = next;
        }
    }

    /// Whether a byte is inside a block, and where the block or the text between blocks ends.
    fn block_at(&self, side: Side, offset: usize) -> (bool, usize) {
        let article = &self.comparison.sides[side].article;
        let after = article.blocks.partition_point(|block| block.span.end() <= offset);
        match article.blocks.get(after) {
            Some(block) if block.span.start() <= offset => (true, block.span.end()),
            Some(block) => (false, block.span.start()),
            None => (false, article.text.len().max(offset + 1)),
        }
    }

    fn add_text(&mut self, owner: Owner, words: &str, quotation: Option<Mark>, row: usize) {
        if words.is_empty() {
            return;
        }
        // a line end on the left and a space on the right are equal as plain spaces
        if owner == Some(Side::Right)
            && let Some(Item::Inline(Inline::Text { owner: last, text, .. })) = self.items.last_mut()
            && *last == Some(Side::Left)
            && text == words
        {
            *last = None;
            return;
        }
        let text = words.to_owned();
        self.items.push(Item::Inline(Inline::Text { owner, text, quotation, row }));
    }

    /// Adds the marks of the blocks of a side that end before `end`.
    ///
    /// A mark of the other side after the same words, in this row, becomes a mark of both.
    fn end_blocks(&mut self, side: Side, end: usize, first: usize) {
        let blocks = &self.comparison.sides[side].article.blocks;
        while let Some(block) = blocks.get(self.ended[side]).filter(|block| block.span.end() <= end) {
            self.ended[side] += 1;
            let other = Some(side.other());
            let mut theirs = None;
            for (at, item) in self.items.iter().enumerate().skip(first).rev() {
                match item {
                    Item::Mark(owner, _) if *owner == other => theirs = Some(at),
                    Item::Inline(Inline::Text { owner, .. }) if *owner == other => {}
                    Item::Inline(Inline::Start(_) | Inline::End(_)) => {}
                    Item::Mark(..) | Item::Inline(Inline::Text { .. }) => break,
                }
            }
            match theirs {
                Some(at) => self.items[at] = Item::Mark(None, block.kind),
                None => self.items.push(Item::Mark(Some(side), block.kind)),
            }
        }
    }
}

/// Splits items after each mark.
fn split_at_marks(items: Vec<Item>) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let mut inlines: Vec<Inline> = Vec::new();
    for item in items {
        match item {
            Item::Inline(inline) => add_inline(&mut inlines, inline),
            Item::Mark(mark, kind) => {
                paragraphs.push(Paragraph { kind, inlines: std::mem::take(&mut inlines), mark });
            }
        }
    }
    if let Some(last) = paragraphs.last_mut() {
        last.inlines.extend(inlines); // only ends of rows: every block has its mark
    }
    paragraphs
}

/// Adds an inline; text of the same owner, quotation and row is joined.
fn add_inline(inlines: &mut Vec<Inline>, inline: Inline) {
    if let (
        Some(Inline::Text { owner, text, quotation, row }),
        Inline::Text { owner: o, text: t, quotation: q, row: r },
    ) = (inlines.last_mut(), &inline)
        && (&*owner, &*quotation, &*row) == (o, q, r)
    {
        text.push_str(t);
        return;
    }
    inlines.push(inline);
}
