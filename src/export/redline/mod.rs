//! Both articles as one text: shared words once, words of one side on their own.
//!
//! The input of every format with tracked edits: [`interleave`] gives the text to the byte,
//! [`paragraphs()`] the same by paragraphs, for word processors and Markdown. Invariants, whatever
//! the comparison: the spans of one side, including the shared ones, are in order and concatenate
//! to the whole text of that side; the paragraphs of a side concatenate to its blocks.

mod paragraphs;

pub(super) use paragraphs::{Inline, Owner, Paragraph, paragraphs};

use crate::comparison::Comparison;
use crate::difference::EditOp;
use crate::text::{Pair, Side, Span};
use crate::view::{Cell, Mark, Row, shared_punctuation, tokens_in};
use crate::words::{Token, same_words};

/// Words of one side or both.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Words {
    /// Both, in the same bytes.
    Both(Pair<Span>),
    /// One side only.
    Only(Side, Span),
}

/// Words with the quotation they belong to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Piece {
    /// The words.
    pub(super) words: Words,
    /// The mark of their quotation.
    pub(super) quotation: Option<Mark>,
}

/// A row as pieces, with the white space before it.
#[derive(Clone, Debug)]
pub(super) struct RowPieces<'a> {
    /// White space between the row and the one before it.
    pub(super) gap: Vec<Piece>,
    /// The row's text.
    pub(super) pieces: Vec<Piece>,
    /// The row; none for the end of the texts.
    pub(super) row: Option<&'a Row>,
}

impl Words {
    /// Their span on each side.
    pub(super) fn spans(self) -> Pair<Option<Span>> {
        match self {
            Words::Both(spans) => spans.map(Some),
            Words::Only(side, span) => Pair::only(side, span),
        }
    }

    /// Their text.
    pub(super) fn text<'a>(&self, comparison: &'a Comparison) -> &'a str {
        match *self {
            Words::Both(spans) => comparison.sides.right.slice(spans.right),
            Words::Only(side, span) => comparison.sides[side].slice(span),
        }
    }
}

/// Both texts as one, to the byte, row by row.
pub(super) fn interleave<'a>(rows: &'a [Row], comparison: &Comparison) -> Vec<RowPieces<'a>> {
    let mut merger = Merger {
        texts: Pair::from_fn(|side| &*comparison.sides[side].article.text),
        read: Pair::new(0, 0),
        written: Pair::new(0, 0),
        words: Vec::new(),
    };
    let mut all = Vec::new();
    for row in rows {
        merger.read_to(Pair::from_fn(|side| row.cells[side].as_ref().map_or(0, |cell| cell.span.start())));
        let gap = merger.take().into_iter().map(unquoted).collect();
        let cells = row.cells.as_ref().map(Option::as_ref);
        if let Some(cells) = cells.both() {
            read_edits(&mut merger, row, cells, comparison);
        }
        merger.read_to(cells.map(|cell| cell.map_or(0, |cell| cell.span.end())));
        let pieces = merger.take().into_iter().flat_map(|words| by_quotation(words, cells)).collect();
        all.push(RowPieces { gap, pieces, row: Some(row) });
    }
    merger.read_to(merger.texts.map(str::len));
    let gap = merger.take().into_iter().map(unquoted).collect();
    all.push(RowPieces { gap, pieces: Vec::new(), row: None });
    all
}

fn unquoted(words: Words) -> Piece {
    Piece { words, quotation: None }
}

/// Reads a row that both sides have, edit by edit.
///
/// The edits of a bead whose sentences are not adjacent reach out of the row. What is outside is
/// cut off; words that become unequal by that belong to one side only.
fn read_edits(merger: &mut Merger<'_>, row: &Row, cells: Pair<&Cell>, comparison: &Comparison) {
    let within = |to: Pair<usize>| Pair::from_fn(|side| to[side].min(cells[side].span.end()));
    for edit in comparison.edits(row.bead) {
        match (edit.op, edit.spans.both()) {
            (EditOp::Equal, Some(spans)) => {
                let tokens = Pair::from_fn(|side| {
                    tokens_in(comparison.sides[side].sentences.all_tokens(), spans[side])
                });
                for Pair { left, right } in same_words(tokens, &comparison.vocabulary) {
                    for (left, right) in bounds(left).into_iter().zip(bounds(right)) {
                        merger.read_to(within(Pair::new(left, right)));
                    }
                }
                merger.read_to(within(spans.map(Span::end)));
            }
            (EditOp::Equal | EditOp::Delete | EditOp::Insert | EditOp::Replace, _) => {
                merger.read_to(within(edit.spans.map(|span| span.map_or(0, Span::start))));
                merger.read_to(within(edit.spans.map(|span| span.map_or(0, Span::end))));
            }
        }
    }
}

/// The bounds of a token, of the punctuation before its word, of the word, and of the punctuation after it.
fn bounds(token: Token) -> [usize; 4] {
    [token.tile.start(), token.word.start(), token.word.end(), token.tile.end()]
}

/// Reads both texts in parallel and writes which words they share.
struct Merger<'a> {
    texts: Pair<&'a str>,
    /// How far each text is read.
    read: Pair<usize>,
    /// How far each text is written; text up to `read` differs.
    written: Pair<usize>,
    words: Vec<Words>,
}

impl Merger<'_> {
    /// Reads on to these positions, never back; equal text of both is shared.
    fn read_to(&mut self, to: Pair<usize>) {
        let next = Pair::from_fn(|side| Span::new(self.read[side], to[side].max(self.read[side])));
        let Pair { left, right } = Pair::from_fn(|side| next[side].of(self.texts[side]));
        let head =
            if left == right { left.len() } else { shared_punctuation(left.chars().zip(right.chars())) };
        if head > 0 {
            self.write_differing();
            let shared = next.map(|span| Span::new(span.start(), span.start() + head));
            match self.words.last_mut() {
                Some(Words::Both(last)) if last.left.end() == shared.left.start() => {
                    *last = last.zip(shared).map(|(last, more)| last.join(more));
                }
                _ => self.words.push(Words::Both(shared)),
            }
            self.written = shared.map(Span::end);
        }
        let ends = next.map(Span::end);
        let Pair { left, right } =
            Pair::from_fn(|side| Span::new(self.written[side], ends[side]).of(self.texts[side]));
        let tail = shared_punctuation(left.chars().rev().zip(right.chars().rev()));
        self.read = ends.map(|end| end - tail);
        if tail > 0 {
            self.write_differing();
            self.words.push(Words::Both(ends.map(|end| Span::new(end - tail, end))));
            (self.read, self.written) = (ends, ends);
        }
    }

    /// Writes the text that was read and differs, the left's first.
    fn write_differing(&mut self) {
        for side in Side::BOTH {
            if self.written[side] < self.read[side] {
                self.words.push(Words::Only(side, Span::new(self.written[side], self.read[side])));
            }
        }
        self.written = self.read;
    }

    /// All words since the last call.
    fn take(&mut self) -> Vec<Words> {
        self.write_differing();
        std::mem::take(&mut self.words)
    }
}

/// Cuts words where a quotation begins or ends, on either side.
fn by_quotation(words: Words, cells: Pair<Option<&Cell>>) -> Vec<Piece> {
    // the runs of each side with their ends; for shared words, both tile the same bytes
    let runs = cells.zip(words.spans()).map(|(cell, span)| {
        let (Some(cell), Some(span)) = (cell, span) else { return Vec::new() };
        cell.runs_in(span).map(|run| (run.span.end() - span.start(), run.marks.quotation())).collect()
    });
    let mut ends: Vec<usize> = runs.left.iter().chain(&runs.right).map(|&(end, _)| end).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut start = 0;
    let pieces = ends.into_iter().map(|end| {
        let mark = |side: Side| runs[side].get(runs[side].partition_point(|(own, _)| *own < end))?.1;
        let part = |span: Span| Span::new(span.start() + start, span.start() + end);
        let words = match words {
            Words::Both(spans) => Words::Both(spans.map(part)),
            Words::Only(side, span) => Words::Only(side, part(span)),
        };
        start = end;
        Piece { words, quotation: mark(Side::Left).max(mark(Side::Right)) }
    });
    joined(pieces)
}

/// The pieces with only those quotations that both sides have, for formats that can mark no other words.
pub(super) fn quotations_of_both(pieces: &[Piece]) -> Vec<Piece> {
    joined(pieces.iter().map(|&piece| match piece.words {
        Words::Both(_) => piece,
        Words::Only(..) => unquoted(piece.words),
    }))
}

/// Joins adjacent pieces of the same side and quotation.
fn joined(pieces: impl Iterator<Item = Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), piece.words) {
            (Some(Piece { words: Words::Both(last), quotation }), Words::Both(more))
                if *quotation == piece.quotation =>
            {
                *last = last.zip(more).map(|(last, more)| last.join(more));
            }
            (Some(Piece { words: Words::Only(side, last), quotation }), Words::Only(own, more))
                if (&*side, &*quotation) == (&own, &piece.quotation) =>
            {
                *last = last.join(more);
            }
            _ => out.push(piece),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::article::Origin;
    use crate::comparison::{Options, compare};
    use crate::import::import;
    use crate::view::rows;

    /// What happens to a word on the way from left to right.
    #[derive(Clone, Copy, PartialEq, Debug)]
    enum Step {
        Keep,
        Delete,
        Insert,
        Replace,
        /// Joined to the next word: *e mail*, *e-mail*.
        Join,
    }

    fn marked(left: &str, right: &str) -> Pair<Vec<String>> {
        let texts = Pair::new(left, right);
        let articles = Pair::from_fn(|side| import(texts[side].to_owned(), Origin::in_memory(side)));
        let comparison = compare(articles, Options::default());
        let rows = rows(&comparison);
        let pieces = interleave(&rows, &comparison);
        let only = pieces.iter().flat_map(|row| &row.pieces).filter_map(|piece| match piece.words {
            Words::Only(side, span) => Some((side, comparison.sides[side].slice(span))),
            Words::Both(_) => None,
        });
        let mut words = Pair::new(Vec::new(), Vec::new());
        for (side, text) in only {
            words[side].extend(text.split_whitespace().map(str::to_owned));
        }
        words
    }

    #[test]
    fn words_after_a_joined_word_are_shared() {
        let words = marked(
            "The e mail of the plan was agreed on Monday.",
            "The e-mail of the plan was agreed on Monday.",
        );
        assert_eq!(words, Pair::new(vec!["e".to_owned(), "mail".to_owned()], vec!["e-mail".to_owned()]));
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let step = prop_oneof![
            6 => Just(Step::Keep),
            1 => Just(Step::Delete),
            1 => Just(Step::Insert),
            1 => Just(Step::Replace),
            1 => Just(Step::Join),
        ];
        prop::collection::vec(step, 6..30)
    }

    proptest! {
        #[test]
        fn no_more_words_are_marked_than_were_changed(steps in steps(), hyphen in any::<bool>()) {
            let kept = steps.iter().filter(|step| **step == Step::Keep).count();
            prop_assume!(kept * 2 > steps.len());
            // words without repeats, so that one script is the shortest
            let word = |at: usize| format!("{}{}lak", ["bor", "tem", "dul", "fis"][at % 4], ["ka", "mo", "ri", "pe", "zu", "ny", "gla", "stro"][at / 4]);
            let mut texts = Pair::new("Zorg".to_owned(), "Zorg".to_owned());
            let mut changed = Pair::new(0, 0);
            for (at, step) in steps.iter().enumerate() {
                let (own, new) = (word(at), format!("un{}", word(at)));
                let (left, right, count) = match step {
                    Step::Keep => (own.clone(), own, Pair::new(0, 0)),
                    Step::Delete => (own, String::new(), Pair::new(1, 0)),
                    Step::Insert => (own.clone(), format!("{own} {new}"), Pair::new(0, 1)),
                    Step::Replace => (own, new, Pair::new(1, 1)),
                    Step::Join => {
                        let mark = if hyphen { "-" } else { "" };
                        (format!("{own} {new}"), format!("{own}{mark}{new}"), Pair::new(2, 1))
                    }
                };
                for (side, words) in Pair::new(left, right).sides() {
                    if !words.is_empty() {
                        texts[side].push(' ');
                        texts[side].push_str(&words);
                    }
                    changed[side] += count[side];
                }
            }
            let words = marked(&format!("{}.", texts.left), &format!("{}.", texts.right));
            prop_assert!(words.left.len() <= changed.left && words.right.len() <= changed.right, "{texts:?} {words:?}");
        }
    }
}
