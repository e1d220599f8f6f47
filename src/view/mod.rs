//! The picture of a comparison, before any front end gives it colours.
//!
//! [`View::new`] lays a [`Comparison`] out in rows: one row a bead, each side a
//! cell of *runs*, each run a span with the [`Mark`]s that say what it means. The
//! terminal, HTML and the text report all interpret the same rows, so that they
//! cannot disagree. Invariants: unfolded, the cells of each side are ordered and
//! disjoint, the runs of a cell concatenate to it, and what lies outside of cells
//! is white space; a fold stands for exactly the rows it hides.

pub mod excerpt;
mod figures;
mod fold;
pub mod ledger;
#[cfg(test)]
pub(crate) mod made;
mod mark;
mod markup;
mod model;
mod numbers;
mod quoted;
mod rows;
mod runs;
#[cfg(test)]
mod tests;
mod topic;
pub mod words;

pub use figures::{figures, short_figures};
pub use fold::hidden;
pub use mark::{Mark, MarkSet};
pub use markup::{Markup, Part as MarkupPart, Written, markup};
pub use model::{Caption, Cell, Fold, Item, Part, Row, Run, Sign, View, ViewOptions};
pub use numbers::Numbers;
pub use quoted::RowQuotation;
pub use topic::Topic;

use std::ops::Range;

use crate::annotated::Annotated;
use crate::comparison::Comparison;
use crate::difference::DifferenceId;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};

impl View {
    /// Lays out a comparison.
    pub fn new(comparison: &Comparison, options: &ViewOptions) -> View {
        let mut rows = rows(comparison);
        place_quotations(&mut rows, comparison);
        View { items: fold::fold(rows, comparison, options.fold) }
    }
}

/// All rows with their text and differences, without quotations.
fn rows(comparison: &Comparison) -> Vec<Row> {
    let runs = runs::runs(comparison);
    let mut waiting: Vec<Vec<DifferenceId>> = vec![Vec::new(); comparison.alignment.beads.len()];
    for (id, difference) in comparison.differences() {
        waiting[difference.bead.index()].push(id);
    }
    let row = |place: rows::Place| {
        let bead = comparison.alignment.get(place.bead);
        let apart = matches!(place.part, Part::MovedFrom | Part::MovedTo);
        let cells = Pair::from_fn(|side| {
            Some(cell(&comparison.sides[side], &runs[side], place.stretches[side].clone()?))
        });
        Row {
            bead: place.bead,
            part: place.part,
            sign: Sign::of(bead.reuse, bead.moved || apart),
            cells,
            quotations: Vec::new(),
            captions: Vec::new(),
            differences: std::mem::take(&mut waiting[place.bead.index()]),
        }
    };
    rows::order(&comparison.alignment).into_iter().map(row).collect()
}

/// The text of a stretch of sentences.
fn cell(side: &Annotated, runs: &[Run], sentences: Range<usize>) -> Cell {
    let first = side.sentences.get(SentenceId::new(sentences.start));
    let last = side.sentences.get(SentenceId::new(sentences.end - 1));
    let span = first.span.join(last.span);
    let block = side.article.block(first.block);
    Cell {
        span,
        block: block.kind,
        opens_block: block.span.start() == span.start(),
        runs: runs::cut(runs, span),
    }
}

/// Tells each row which quotations it holds words of, and gives it the lines above it.
fn place_quotations(rows: &mut [Row], comparison: &Comparison) {
    let span = |row: &Row, side: Side| row.cells[side].as_ref().map(|cell| cell.span);
    let cells = Pair::from_fn(|side| {
        rows.iter().enumerate().filter_map(|(index, row)| Some((span(row, side)?, index))).collect()
    });
    for held in quoted::held_rows(comparison, cells) {
        let (row, link) = (&mut rows[held.row], held.quotation.link);
        row.quotations.push(held.quotation);
        if let Some(spot) = held.spot {
            row.captions.push(Caption { link, text: words::caption_in_row(comparison, link, &spot) });
        }
    }
}
