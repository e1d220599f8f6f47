//! Folding: which rows an editor need not read.

use super::model::{Fold, Part, Row};
use crate::alignment::Reuse;
use crate::comparison::Comparison;
use crate::difference::DifferenceKind;
use crate::text::Span;

/// For each row, whether a fold hides it.
pub fn hidden(rows: &[Row], comparison: &Comparison, fold: Fold) -> Vec<bool> {
    let has_context = match fold {
        Fold::Nothing => return vec![false; rows.len()],
        Fold::Identical | Fold::Typography => true,
        Fold::Differing => false,
    };
    let is_equal: Vec<bool> = rows.iter().map(|row| is_equal(row, comparison, fold)).collect();
    let differs = |at: Option<usize>| at.and_then(|at| is_equal.get(at)) == Some(&false);
    let is_context = |at: usize| has_context && (differs(at.checked_sub(1)) || differs(Some(at + 1)));
    (0..rows.len()).map(|at| is_equal[at] && !is_context(at)).collect()
}

/// Whether both sides of a row are equal at this level of folding, with nothing to judge.
fn is_equal(row: &Row, comparison: &Comparison, fold: Fold) -> bool {
    let mut kinds = row.differences.iter().map(|id| comparison.differences[id.index()].kind);
    let is_equal = match (comparison.alignment.get(row.bead).reuse, fold) {
        (Reuse::Identical, _) => row.differences.is_empty(),
        (Reuse::Typography, Fold::Typography | Fold::Differing) => {
            kinds.all(|kind| kind == DifferenceKind::Typography)
        }
        (Reuse::Typography, Fold::Nothing | Fold::Identical)
        | (Reuse::Edited | Reuse::Rewritten | Reuse::LeftOnly | Reuse::RightOnly, _) => false,
    };
    is_equal && row.part == Part::Whole && is_whole(row, comparison)
}

/// Whether the row contains all of its bead, on both sides.
fn is_whole(row: &Row, comparison: &Comparison) -> bool {
    let bead = comparison.alignment.get(row.bead);
    row.cells.as_ref().sides().into_iter().all(|(side, cell)| {
        let last = bead.sentences[side].last().map(|&id| comparison.sides[side].sentences.get(id).span);
        cell.as_ref().is_some_and(|cell| Some(cell.span.end()) == last.map(Span::end))
    })
}
