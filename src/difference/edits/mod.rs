//! Edits: the words that differ inside a bead.
//!
//! [`runs`] finds runs of equal and differing words; here they become spans of
//! the two texts. Invariants: side by side the spans concatenate to the bead's
//! sentences, white space between sentences apart; where other text stands
//! between two sentences of a bead, an edit ends at the first and another begins
//! at the second; the edits of an identical bead are all equal; swapping the
//! sides swaps insert and delete and nothing else.

mod runs;

use std::ops::Range;

use crate::alignment::{Bead, Reuse};
use crate::annotated::Annotated;
use crate::text::{Pair, Span};
use crate::words::Vocabulary;
use runs::{Run, Unit, adjoining};

/// A run of words that both sides share, or that one side has and the other has not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What happened from left to right.
    pub op: EditOp,
    /// The words with the marks and blanks that lean on them.
    pub spans: Pair<Option<Span>>,
}

/// What happened to a run of words, seen from left to right.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum EditOp {
    /// The same words; marks, case and spelling may differ.
    Equal,
    /// Only the left has them.
    Delete,
    /// Only the right has them.
    Insert,
    /// Other words.
    Replace,
}

impl EditOp {
    /// All operations.
    pub const ALL: [EditOp; 4] = [EditOp::Equal, EditOp::Delete, EditOp::Insert, EditOp::Replace];

    /// The name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            EditOp::Equal => "equal",
            EditOp::Delete => "delete",
            EditOp::Insert => "insert",
            EditOp::Replace => "replace",
        }
    }
}

impl Edit {
    fn equal(left: Span, right: Span) -> Edit {
        Edit { op: EditOp::Equal, spans: Pair::new(Some(left), Some(right)) }
    }

    /// An edit of words that differ; none where neither side has any.
    fn differing(spans: Pair<Option<Span>>) -> Option<Edit> {
        let op = match (spans.left, spans.right) {
            (Some(_), Some(_)) => EditOp::Replace,
            (Some(_), None) => EditOp::Delete,
            (None, Some(_)) => EditOp::Insert,
            (None, None) => return None,
        };
        Some(Edit { op, spans })
    }
}

/// The edits of a bead, in the order of both texts.
pub fn edits(sides: Pair<&Annotated>, vocabulary: &Vocabulary, bead: &Bead) -> Vec<Edit> {
    match bead.reuse {
        Reuse::Identical => identical(sides, bead),
        Reuse::Typography | Reuse::Edited | Reuse::Rewritten | Reuse::LeftOnly | Reuse::RightOnly => {
            let units = Pair::from_fn(|side| runs::units(sides, vocabulary, bead, side));
            let whole_below_floor = bead.reuse != Reuse::Typography;
            let mut found = Vec::new();
            for run in runs::runs(units.as_ref(), vocabulary, whole_below_floor) {
                cut(units.as_ref(), &run, &mut found);
            }
            found
        }
    }
}

/// Turns a run into edits, cut wherever other text stands between two of its sentences.
fn cut(units: Pair<&Vec<Unit>>, run: &Run, found: &mut Vec<Edit>) {
    let span = |units: &[Unit], range: &Range<usize>| {
        units[range.clone()].iter().map(|unit| unit.tile).reduce(Span::join)
    };
    if run.equal {
        let length = run.ranges.left.len();
        let mut start = 0;
        for at in 1..=length {
            let border = |units: &[Unit], range: &Range<usize>| units[range.start + at].after_gap;
            if at < length && !border(units.left, &run.ranges.left) && !border(units.right, &run.ranges.right)
            {
                continue;
            }
            let piece = |range: &Range<usize>| range.start + start..range.start + at;
            if let (Some(left), Some(right)) =
                (span(units.left, &piece(&run.ranges.left)), span(units.right, &piece(&run.ranges.right)))
            {
                found.push(Edit::equal(left, right));
            }
            start = at;
        }
        return;
    }
    let pieces =
        Pair::new(pieces(units.left, run.ranges.left.clone()), pieces(units.right, run.ranges.right.clone()));
    for at in 0..pieces.left.len().max(pieces.right.len()) {
        found.extend(Edit::differing(Pair::new(
            pieces.left.get(at).and_then(|range| span(units.left, range)),
            pieces.right.get(at).and_then(|range| span(units.right, range)),
        )));
    }
}

/// The parts of a range of units between which other text stands.
fn pieces(units: &[Unit], range: Range<usize>) -> Vec<Range<usize>> {
    let borders = range.clone().skip(1).filter(|&at| units[at].after_gap);
    let mut found = Vec::new();
    let mut start = range.start;
    for end in borders.chain([range.end]) {
        if start < end {
            found.push(start..end);
        }
        start = end;
    }
    found
}

/// The edits of an identical bead: the same characters on both sides, however the
/// white space and the sentence ends fall.
fn identical(sides: Pair<&Annotated>, bead: &Bead) -> Vec<Edit> {
    let mut rest: Pair<Vec<Span>> = Pair::from_fn(|side| {
        let article = sides[side];
        let mut stretches: Vec<Span> = Vec::new();
        let mut before = None;
        for &id in &bead.sentences[side] {
            let span = article.sentences.get(id).span;
            match (before, stretches.last_mut()) {
                (Some(last), Some(stretch)) if adjoining(article, last, id) => *stretch = stretch.join(span),
                _ => stretches.push(span),
            }
            before = Some(id);
        }
        stretches.reverse();
        stretches
    });
    let mut found = Vec::new();
    while let (Some(left), Some(right)) = (rest.left.pop(), rest.right.pop()) {
        let length = visible(sides.left.slice(left)).min(visible(sides.right.slice(right)));
        let (left_head, left_rest) = split(&sides.left.article.text, left, length);
        let (right_head, right_rest) = split(&sides.right.article.text, right, length);
        found.push(Edit::equal(left_head, right_head));
        rest.left.extend(left_rest);
        rest.right.extend(right_rest);
    }
    let alone = |span: Option<Span>| span.into_iter();
    let (left, right) = (rest.left.pop(), rest.right.pop());
    found.extend(alone(left).filter_map(|span| Edit::differing(Pair::new(Some(span), None))));
    found.extend(alone(right).filter_map(|span| Edit::differing(Pair::new(None, Some(span)))));
    found
}

/// How many characters are not white space.
fn visible(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// A span cut behind its first `length` visible characters and the white space after them.
fn split(text: &str, span: Span, length: usize) -> (Span, Option<Span>) {
    let mut seen = 0;
    for (at, c) in span.of(text).char_indices() {
        if c.is_whitespace() {
            continue;
        }
        if seen == length && at > 0 {
            let middle = span.start() + at;
            return (Span::new(span.start(), middle), Some(Span::new(middle, span.end())));
        }
        seen += 1;
    }
    (span, None)
}

#[cfg(test)]
mod tests;
