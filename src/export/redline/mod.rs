//! Both articles as one text: what both have once, what one side alone has on its own.
//!
//! What every format with tracked edits is written from: [`weave`] gives the text to
//! the byte, [`paragraphs()`] the same by paragraphs, as word processors and Markdown
//! want it. Invariants, whatever the comparison says: the spans of one side, those
//! shared included, are in order and concatenate to that side's whole text; so do
//! the paragraphs of a side to its blocks.

mod paragraphs;

pub(super) use paragraphs::{Inline, Paragraph, paragraphs};

use crate::comparison::Comparison;
use crate::difference::EditOp;
use crate::text::{Pair, Side, Span};
use crate::view::{Cell, Mark, Part, Row, View};
use crate::words::Token;

/// Who has a piece of text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Share {
    /// Both, in the same bytes.
    Both(Pair<Span>),
    /// One side alone.
    Only(Side, Span),
}

/// A piece of text with what became of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Piece {
    /// Whose text it is.
    pub(super) share: Share,
    /// The mark of the quotation it stands in.
    pub(super) quotation: Option<Mark>,
}

/// A row of the view as pieces, with what stands before it.
#[derive(Clone, Debug)]
pub(super) struct Stretch<'a> {
    /// White space between the row and the one before it.
    pub(super) gap: Vec<Piece>,
    /// The row's text.
    pub(super) pieces: Vec<Piece>,
    /// The row; none for what stands behind the last.
    pub(super) row: Option<&'a Row>,
}

impl Share {
    /// Its text on that side, if that side has it.
    pub(super) fn on(self, side: Side) -> Option<Span> {
        match self {
            Share::Both(spans) => Some(spans[side]),
            Share::Only(own, span) => (own == side).then_some(span),
        }
    }

    /// Its text.
    pub(super) fn text<'a>(&self, comparison: &'a Comparison) -> &'a str {
        match *self {
            Share::Both(spans) => comparison.sides.right.slice(spans.right),
            Share::Only(side, span) => comparison.sides[side].slice(span),
        }
    }
}

impl Stretch<'_> {
    /// Whether the row is one end of a moved one.
    pub(super) fn is_moved(&self) -> bool {
        self.row.is_some_and(|row| match row.part {
            Part::MovedFrom | Part::MovedTo => true,
            Part::Whole | Part::Continued => false,
        })
    }
}

/// Both texts as one, to the byte, in the rows of an unfolded view.
pub(super) fn weave<'a>(view: &'a View, comparison: &Comparison) -> Vec<Stretch<'a>> {
    let mut loom = Loom {
        texts: Pair::from_fn(|side| &*comparison.sides[side].article.text),
        at: Pair::new(0, 0),
        apart: Pair::new(0, 0),
        woven: Vec::new(),
    };
    let mut stretches = Vec::new();
    for row in view.rows() {
        loom.upto(Pair::from_fn(|side| row.cells[side].as_ref().map_or(0, |cell| cell.span.start())));
        let gap = loom.take().into_iter().map(plain).collect();
        match row.cells.as_ref().map(Option::as_ref).both() {
            Some(cells) => both(&mut loom, row, cells, comparison),
            None => loom.upto(ends(row)),
        }
        let runs = row.cells.as_ref().map(|cell| cell.as_ref().map_or(&[][..], |cell| &cell.runs));
        let pieces = loom.take().into_iter().flat_map(|share| by_quotation(share, runs)).collect();
        stretches.push(Stretch { gap, pieces, row: Some(row) });
    }
    loom.upto(loom.texts.map(str::len));
    let gap = loom.take().into_iter().map(plain).collect();
    stretches.push(Stretch { gap, pieces: Vec::new(), row: None });
    stretches
}

fn plain(share: Share) -> Piece {
    Piece { share, quotation: None }
}

fn ends(row: &Row) -> Pair<usize> {
    row.cells.as_ref().map(|cell| cell.as_ref().map_or(0, |cell| cell.span.end()))
}

/// Weaves a row that both sides have, edit by edit.
///
/// Where a bead's sentences stand apart its edits reach out of the row; what
/// lies outside is cut off, and what that leaves unlike is one side's alone.
fn both(loom: &mut Loom<'_>, row: &Row, cells: Pair<&Cell>, comparison: &Comparison) {
    let within = |to: Pair<usize>| Pair::from_fn(|side| to[side].min(cells[side].span.end()));
    for edit in comparison.edits(row.bead) {
        match (edit.op, edit.spans.both()) {
            (EditOp::Equal, Some(spans)) => {
                let tokens = Pair::from_fn(|side| tokens(comparison, side, spans[side]));
                for (left, right) in tokens.left.iter().zip(tokens.right) {
                    for (left, right) in seams(left).into_iter().zip(seams(right)) {
                        loom.upto(within(Pair::new(left, right)));
                    }
                }
                loom.upto(within(spans.map(Span::end)));
            }
            (EditOp::Equal | EditOp::Delete | EditOp::Insert | EditOp::Replace, _) => {
                let starts = edit.spans.map(|span| span.map_or(0, Span::start));
                loom.upto(within(starts));
                loom.upto(within(edit.spans.map(|span| span.map_or(0, Span::end))));
            }
        }
    }
    loom.upto(ends(row));
}

/// The tokens of a side whose tiles lie in `span`.
fn tokens(comparison: &Comparison, side: Side, span: Span) -> &[Token] {
    let tokens = comparison.sides[side].sentences.all_tokens();
    let first = tokens.partition_point(|token| token.tile.start() < span.start());
    let last = tokens.partition_point(|token| token.tile.end() <= span.end());
    &tokens[first..last.max(first)]
}

/// Where a token's parts end: what stands before it, what leans on it, the word, what follows.
fn seams(token: &Token) -> [usize; 4] {
    [token.tile.start(), token.word.start(), token.word.end(), token.tile.end()]
}

/// Walks both texts at once and keeps what was passed.
struct Loom<'a> {
    texts: Pair<&'a str>,
    /// How far each text is woven.
    at: Pair<usize>,
    /// From where each text differs and was not told yet.
    apart: Pair<usize>,
    woven: Vec<Share>,
}

impl Loom<'_> {
    /// Goes on to these places, never back: what both passed is shared where it is the same.
    fn upto(&mut self, to: Pair<usize>) {
        let passed = Pair::from_fn(|side| Span::new(self.at[side], to[side].max(self.at[side])));
        let words = Pair::from_fn(|side| passed[side].of(self.texts[side]));
        let head = if words.left == words.right { words.left.len() } else { shared_blanks(words) };
        if head > 0 {
            self.part();
            let same = passed.map(|span| Span::new(span.start(), span.start() + head));
            match self.woven.last_mut() {
                Some(Share::Both(last)) if last.left.end() == same.left.start() => {
                    *last = last.zip(same).map(|(last, more)| last.join(more));
                }
                _ => self.woven.push(Share::Both(same)),
            }
            self.apart = same.map(Span::end);
        }
        self.at = passed.map(Span::end);
        let rest = Pair::from_fn(|side| Span::new(self.apart[side], self.at[side]).of(self.texts[side]));
        let tail = if head > 0 && words.left == words.right { 0 } else { shared_tail(rest) };
        if tail > 0 {
            let end = self.at;
            self.at = end.map(|at| at - tail);
            self.part();
            self.at = end;
            self.woven.push(Share::Both(end.map(|at| Span::new(at - tail, at))));
            self.apart = end;
        }
    }

    /// Tells what differs so far, the left's first.
    fn part(&mut self) {
        for side in Side::BOTH {
            if self.apart[side] < self.at[side] {
                self.woven.push(Share::Only(side, Span::new(self.apart[side], self.at[side])));
            }
            self.apart[side] = self.at[side];
        }
    }

    /// All that was woven since it was last taken.
    fn take(&mut self) -> Vec<Share> {
        self.part();
        std::mem::take(&mut self.woven)
    }
}

/// Bytes of blanks and punctuation that both begin with.
fn shared_blanks(words: Pair<&str>) -> usize {
    punctuation(words.left.chars().zip(words.right.chars()))
}

/// Bytes of blanks and punctuation that both end with.
fn shared_tail(words: Pair<&str>) -> usize {
    punctuation(words.left.chars().rev().zip(words.right.chars().rev()))
}

fn punctuation(pairs: impl Iterator<Item = (char, char)>) -> usize {
    pairs.take_while(|(l, r)| l == r && !l.is_alphanumeric()).map(|(c, _)| c.len_utf8()).sum()
}

/// Cuts a piece where the quotation it stands in begins or ends, on either side.
fn by_quotation(share: Share, runs: Pair<&[crate::view::Run]>) -> Vec<Piece> {
    let quoted = |side: Side, span: Span| -> Vec<(usize, usize, Option<Mark>)> {
        let first = runs[side].partition_point(|run| run.span.end() <= span.start());
        let inside = runs[side][first..].iter().take_while(|run| run.span.start() < span.end());
        let inside = inside.filter_map(|run| Some((run.span.intersection(span)?, run.marks)));
        inside
            .map(|(part, marks)| {
                let mark = marks.iter().filter(|mark| is_quotation(*mark)).last();
                (part.start() - span.start(), part.end() - span.start(), mark)
            })
            .collect()
    };
    match share {
        Share::Only(side, span) => {
            let piece = |(start, end, quotation)| Piece {
                share: Share::Only(side, Span::new(span.start() + start, span.start() + end)),
                quotation,
            };
            joined(quoted(side, span).into_iter().map(piece))
        }
        Share::Both(spans) => {
            // the parts of either side tile the same bytes: take them in step
            let (left, right) = (quoted(Side::Left, spans.left), quoted(Side::Right, spans.right));
            let (mut l, mut r, mut at) = (0, 0, 0);
            let mut pieces = Vec::new();
            while let (Some(a), Some(b)) = (left.get(l), right.get(r)) {
                let end = a.1.min(b.1);
                let part = spans.map(|span| Span::new(span.start() + at, span.start() + end));
                pieces.push(Piece { share: Share::Both(part), quotation: a.2.max(b.2) });
                l += usize::from(a.1 == end);
                r += usize::from(b.1 == end);
                at = end;
            }
            joined(pieces.into_iter())
        }
    }
}

/// The pieces without the quotations that one side's words stand in: only what both have can carry a mark.
pub(super) fn marked_where_shared(pieces: &[Piece]) -> Vec<Piece> {
    joined(pieces.iter().map(|&piece| match piece.share {
        Share::Both(_) => piece,
        Share::Only(..) => plain(piece.share),
    }))
}

/// Pieces beside each other that say the same, as one.
fn joined(pieces: impl Iterator<Item = Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), piece.share) {
            (Some(Piece { share: Share::Both(last), quotation }), Share::Both(more))
                if *quotation == piece.quotation =>
            {
                *last = last.zip(more).map(|(last, more)| last.join(more));
            }
            (Some(Piece { share: Share::Only(side, last), quotation }), Share::Only(own, more))
                if (&*side, &*quotation) == (&own, &piece.quotation) =>
            {
                *last = last.join(more);
            }
            _ => out.push(piece),
        }
    }
    out
}

/// Whether a mark says what became of a quotation.
pub(super) fn is_quotation(mark: Mark) -> bool {
    match mark {
        Mark::QuotationShared | Mark::QuotationPartial | Mark::QuotationAltered | Mark::QuotationOnly => true,
        Mark::Heading
        | Mark::Furniture
        | Mark::Only
        | Mark::Moved
        | Mark::Differs
        | Mark::Typography
        | Mark::AlteredWord
        | Mark::Speaker
        | Mark::Cue => false,
    }
}
