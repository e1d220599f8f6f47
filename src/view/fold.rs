//! Folding: rows that an editor need not read are hidden, but for some beside what differs.

use super::model::{Fold, Item, Part, Row};
use crate::alignment::Reuse;
use crate::comparison::Comparison;
use crate::difference::DifferenceKind;
use crate::text::Span;

/// The least rows that a fold hides; the fold's own line takes the place of one.
const LEAST: usize = 2;

/// The rows, with folds where they are asked for.
pub(super) fn fold(rows: Vec<Row>, comparison: &Comparison, fold: Fold) -> Vec<Item> {
    let hidden = hidden(&rows, comparison, fold);
    let mut items = Vec::with_capacity(rows.len());
    let mut waiting: Vec<Row> = Vec::new();
    for (row, hidden) in rows.into_iter().zip(hidden) {
        // a fold names its beads as a range: they must follow each other
        let follows = waiting.last().is_none_or(|last| last.bead.index() + 1 == row.bead.index());
        if !hidden || !follows {
            close(&mut items, &mut waiting);
        }
        if hidden {
            waiting.push(row);
        } else {
            items.push(Item::Row(row));
        }
    }
    close(&mut items, &mut waiting);
    items
}

/// For each row, whether a fold hides it.
pub fn hidden(rows: &[Row], comparison: &Comparison, fold: Fold) -> Vec<bool> {
    if fold == Fold::Nothing {
        return vec![false; rows.len()];
    }
    let dull: Vec<bool> = rows.iter().map(|row| is_dull(row, comparison, fold)).collect();
    // a row beside one that differs stays in sight as its context
    let differs = |at: Option<usize>| at.and_then(|at| dull.get(at)).is_some_and(|dull| !dull);
    let context = |at: usize| match fold {
        Fold::Nothing | Fold::Identical | Fold::Typography => {
            differs(at.checked_sub(1)) || differs(Some(at + 1))
        }
        Fold::Differing => false,
    };
    (0..rows.len()).map(|at| dull[at] && !context(at)).collect()
}

/// Whether a row may be hidden: both sides whole, the same characters or words, nothing to judge.
fn is_dull(row: &Row, comparison: &Comparison, fold: Fold) -> bool {
    let bead = comparison.alignment.get(row.bead);
    let both = row.cells.as_ref().map(Option::as_ref).both().is_some();
    let whole = row.part == Part::Whole && is_whole(row, comparison);
    let kinds = || row.differences.iter().map(|id| comparison.differences[id.index()].kind);
    let says_nothing = match (bead.reuse, fold) {
        (Reuse::Identical, _) => row.differences.is_empty(),
        (Reuse::Typography, Fold::Typography | Fold::Differing) => {
            kinds().all(|kind| kind == DifferenceKind::Typography)
        }
        (Reuse::Typography, Fold::Nothing | Fold::Identical)
        | (Reuse::Edited | Reuse::Rewritten | Reuse::LeftOnly | Reuse::RightOnly, _) => false,
    };
    whole && both && says_nothing
}

/// Whether the row holds all of its bead, so that hiding the row hides the bead.
fn is_whole(row: &Row, comparison: &Comparison) -> bool {
    let bead = comparison.alignment.get(row.bead);
    row.cells.as_ref().sides().into_iter().all(|(side, cell)| {
        let last = bead.sentences[side].last().map(|&id| comparison.sides[side].sentences.get(id).span);
        cell.as_ref().map(|cell| cell.span.end()) == last.map(Span::end)
    })
}

/// Turns the rows that wait into a fold, or shows them where they are too few.
fn close(items: &mut Vec<Item>, waiting: &mut Vec<Row>) {
    let (Some(first), Some(last)) = (waiting.first(), waiting.last()) else { return };
    if waiting.len() < LEAST {
        items.extend(waiting.drain(..).map(Item::Row));
        return;
    }
    let beads = first.bead.index()..last.bead.index() + 1;
    waiting.clear();
    items.push(Item::Folded { beads });
}
