//! The woven text by paragraphs: each block of an article one, hard-wrapped lines joined.
//!
//! A paragraph ends with a mark that both sides have, or one alone: where the left
//! has two paragraphs and the right one, the text runs on behind a mark that only
//! the left has. Invariant: the inlines of a side, cut at the marks of that side,
//! are its blocks; white space in them is told as blanks, one for one.

use super::{Piece, Share, Stretch};
use crate::article::BlockKind;
use crate::comparison::Comparison;
use crate::text::{Pair, Side, Span};
use crate::view::Mark;

/// Who has something: both sides, or one alone.
pub(crate) type Owner = Option<Side>;

/// A piece of a paragraph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Inline {
    /// Words, white space told as blanks.
    Text {
        /// Who has them; none is both.
        owner: Owner,
        /// The words.
        text: String,
        /// The mark of the quotation they stand in.
        quotation: Option<Mark>,
        /// The stretch they are from.
        stretch: usize,
    },
    /// A stretch begins here.
    Start(usize),
    /// A stretch ends here.
    End(usize),
}

/// Inlines up to the mark that ends them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Paragraph {
    /// What the block is for, by the side that has the mark.
    pub(crate) kind: BlockKind,
    /// Its words, and where rows begin and end.
    pub(crate) inlines: Vec<Inline>,
    /// Who has the mark at its end; none is both.
    pub(crate) mark: Owner,
}

/// The woven text by paragraphs.
pub(crate) fn paragraphs(stretches: &[Stretch<'_>], comparison: &Comparison) -> Vec<Paragraph> {
    let mut press = Press { comparison, flow: Vec::new(), done: Pair::new(0, 0) };
    for (index, stretch) in stretches.iter().enumerate() {
        let Some(row) = stretch.row else { continue };
        press.separate(stretch, index);
        press.flow.push(Item::Inline(Inline::Start(index)));
        let first = press.flow.len();
        for piece in &stretch.pieces {
            press.piece(piece, index, first);
        }
        for side in Side::BOTH {
            if let Some(cell) = &row.cells[side] {
                press.close(side, cell.span.end(), first);
            }
        }
        let at = press.flow.iter().rposition(|item| matches!(item, Item::Inline(_)));
        press.flow.insert(at.map_or(0, |at| at + 1), Item::Inline(Inline::End(index)));
    }
    cut(press.flow)
}

/// What a flow of text is made of.
enum Item {
    Inline(Inline),
    Mark(Owner, BlockKind),
}

/// Turns pieces into inlines and marks.
struct Press<'a> {
    comparison: &'a Comparison,
    flow: Vec<Item>,
    /// How many blocks of each side have got their mark.
    done: Pair<usize>,
}

impl Press<'_> {
    /// The blanks between two sentences of one paragraph; other gaps are told by marks.
    fn separate(&mut self, stretch: &Stretch<'_>, index: usize) {
        let owed = Pair::from_fn(|side| {
            let gap = stretch.gap.iter().filter_map(|piece| piece.share.on(side));
            let gap: String = gap.map(|span| blanks(self.comparison.sides[side].slice(span))).collect();
            let inside = stretch.gap.iter().find_map(|piece| piece.share.on(side)).is_some_and(|span| {
                let blocks = &self.comparison.sides[side].article.blocks;
                let after = blocks.partition_point(|block| block.span.start() <= span.start());
                after > 0 && blocks[after - 1].span.end() > span.start()
            });
            if inside { gap } else { String::new() }
        });
        if owed.left == owed.right {
            self.text(None, &owed.left, None, index);
            return;
        }
        for side in Side::BOTH {
            self.text(Some(side), &owed[side], None, index);
        }
    }

    /// The words of a piece, and the marks of the blocks that end inside it.
    fn piece(&mut self, piece: &Piece, index: usize, first: usize) {
        let (lengths, starts) = match piece.share {
            Share::Both(spans) => (spans.left.len(), spans.map(|span| Some(span.start()))),
            Share::Only(side, span) => {
                let mut starts = Pair::new(None, None);
                starts[side] = Some(span.start());
                (span.len(), starts)
            }
        };
        let mut at = 0;
        while at < lengths {
            // up to the next place where a block of either side ends or begins
            let here = Pair::from_fn(|side| starts[side].map(|start| self.place(side, start + at)));
            let sides = Side::BOTH.into_iter().filter_map(|side| Some((here[side]?, starts[side]?)));
            let next = sides.map(|(place, start)| place.until - start).min();
            let next = next.unwrap_or(lengths).clamp(at + 1, lengths);
            for side in Side::BOTH {
                if let (Some(place), Some(start)) = (here[side], starts[side])
                    && !place.inside
                {
                    self.close(side, start + at, first);
                }
            }
            let owner = match here.map(|place| place.is_some_and(|place| place.inside)) {
                Pair { left: true, right: true } => Some(None),
                Pair { left: true, right: false } => Some(Some(Side::Left)),
                Pair { left: false, right: true } => Some(Some(Side::Right)),
                Pair { left: false, right: false } => None,
            };
            if let Some(owner) = owner {
                let side = owner.or(piece_side(piece)).unwrap_or(Side::Right);
                let start = starts[side].unwrap_or_default();
                let span = Span::new(start + at, start + next);
                let words = blanks(self.comparison.sides[side].slice(span));
                self.text(owner, &words, piece.quotation, index);
            }
            at = next;
        }
    }

    /// Whether a byte stands in a block, and where that ends to be so.
    fn place(&self, side: Side, offset: usize) -> Place {
        let article = &self.comparison.sides[side].article;
        let after = article.blocks.partition_point(|block| block.span.end() <= offset);
        match article.blocks.get(after) {
            Some(block) if block.span.start() <= offset => Place { inside: true, until: block.span.end() },
            Some(block) => Place { inside: false, until: block.span.start() },
            None => Place { inside: false, until: article.text.len().max(offset + 1) },
        }
    }

    fn text(&mut self, owner: Owner, words: &str, quotation: Option<Mark>, stretch: usize) {
        if words.is_empty() {
            return;
        }
        // line ends against blanks: told as blanks they are the same
        if owner == Some(Side::Right)
            && let Some(Item::Inline(Inline::Text { owner: last, text, .. })) = self.flow.last_mut()
            && *last == Some(Side::Left)
            && text == words
        {
            *last = None;
            return;
        }
        let text = words.to_owned();
        self.flow.push(Item::Inline(Inline::Text { owner, text, quotation, stretch }));
    }

    /// Gives the blocks of a side that end before `upto` their mark.
    ///
    /// A mark that the other side got behind the same words, in this row, is one mark of both.
    fn close(&mut self, side: Side, upto: usize, first: usize) {
        let blocks = &self.comparison.sides[side].article.blocks;
        while let Some(block) = blocks.get(self.done[side]).filter(|block| block.span.end() <= upto) {
            self.done[side] += 1;
            let other = Some(side.other());
            let mut theirs = None;
            for (at, item) in self.flow.iter().enumerate().skip(first).rev() {
                match item {
                    Item::Mark(owner, _) if *owner == other => theirs = Some(at),
                    Item::Inline(Inline::Text { owner, .. }) if *owner == other => {}
                    Item::Inline(Inline::Start(_) | Inline::End(_)) => {}
                    Item::Mark(..) | Item::Inline(Inline::Text { .. }) => break,
                }
            }
            match theirs {
                Some(at) => self.flow[at] = Item::Mark(None, block.kind),
                None => self.flow.push(Item::Mark(Some(side), block.kind)),
            }
        }
    }
}

#[derive(Clone, Copy)]
struct Place {
    inside: bool,
    until: usize,
}

fn piece_side(piece: &Piece) -> Owner {
    match piece.share {
        Share::Both(_) => None,
        Share::Only(side, _) => Some(side),
    }
}

/// The words with every white space told as a blank.
pub(crate) fn blanks(words: &str) -> String {
    words.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect()
}

/// Cuts a flow behind each mark.
fn cut(flow: Vec<Item>) -> Vec<Paragraph> {
    let mut paragraphs = Vec::new();
    let mut inlines: Vec<Inline> = Vec::new();
    for item in flow {
        match item {
            Item::Inline(inline) => join(&mut inlines, inline),
            Item::Mark(mark, kind) => {
                paragraphs.push(Paragraph { kind, inlines: std::mem::take(&mut inlines), mark });
            }
        }
    }
    if let Some(last) = paragraphs.last_mut() {
        last.inlines.extend(inlines); // the ends of stretches alone: every block has its mark
    }
    paragraphs
}

/// Adds an inline, to the last one where both say the same.
fn join(inlines: &mut Vec<Inline>, inline: Inline) {
    if let (
        Some(Inline::Text { owner, text, quotation, stretch }),
        Inline::Text { owner: o, text: t, quotation: q, stretch: s },
    ) = (inlines.last_mut(), &inline)
        && (&*owner, &*quotation, &*stretch) == (o, q, s)
    {
        text.push_str(t);
        return;
    }
    inlines.push(inline);
}
