//! Edits: the words that differ inside a bead.
//!
//! [`runs`] finds runs of equal and differing words; here they become spans of
//! the two texts. Invariants: side by side the spans concatenate to the bead's
//! sentences, white space between sentences apart; no edit spans two sentences of a bead
//! that have other text between them; the edits of an identical bead are all equal;
//! swapping the sides swaps insert and delete and nothing else.

mod runs;

use crate::annotated::Annotated;
use crate::sentence::SentenceId;
use crate::text::{Pair, Span};
use crate::words::Vocabulary;
use runs::{Run, Unit};

/// A run of words that both sides share, or that one side has and the other has not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What happened from left to right.
    pub op: EditOp,
    /// The words with the marks and blanks around them.
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

/// The edits of a bead, in the order of both texts.
pub fn edits(
    sides: Pair<&Annotated>,
    vocabulary: &Vocabulary,
    sentences: &Pair<Vec<SentenceId>>,
) -> Vec<Edit> {
    let units = Pair::from_fn(|side| runs::units(sides, vocabulary, sentences, side));
    let runs = runs::runs(units.as_ref(), vocabulary);
    runs.iter().flat_map(|run| cut(units.as_ref(), run)).collect()
}

/// The edits of a run, cut where sentences have other text between them; an equal run is cut at the
/// same words on both sides.
fn cut(units: Pair<&Vec<Unit>>, run: &Run) -> Vec<Edit> {
    let own = Pair::from_fn(|side| &units[side][run.ranges[side].clone()]);
    let mut borders = own.map(|units| (1..units.len()).filter(|&at| units[at].after_gap).collect::<Vec<_>>());
    if run.equal {
        let mut both = [borders.left, borders.right].concat();
        both.sort_unstable();
        both.dedup();
        borders = Pair::new(both.clone(), both);
    }
    let pieces = own.zip(borders).map(|(units, borders)| pieces(units, &borders));
    let edit = |at: usize| {
        let spans = pieces.as_ref().map(|pieces| pieces.get(at).copied());
        let op = match (spans.left, spans.right) {
            (_, None) => EditOp::Delete,
            (None, _) => EditOp::Insert,
            (Some(_), Some(_)) if run.equal => EditOp::Equal,
            (Some(_), Some(_)) => EditOp::Replace,
        };
        Edit { op, spans }
    };
    (0..pieces.left.len().max(pieces.right.len())).map(edit).collect()
}

/// The spans of units between borders.
fn pieces(units: &[Unit], borders: &[usize]) -> Vec<Span> {
    let mut start = 0;
    let piece = |end: usize| {
        let piece = &units[start..end];
        start = end;
        Some(piece.first()?.tile.join(piece.last()?.tile))
    };
    borders.iter().copied().chain([units.len()]).filter_map(piece).collect()
}

#[cfg(test)]
mod tests;
