//! What every front end shows of a comparison, without colors.
//!
//! [`rows`] lays a [`Comparison`] out in rows: usually one row for each bead, with a cell for each
//! side. A cell consists of *runs*, spans with the [`Mark`]s that give their meaning. The terminal,
//! HTML and the text report interpret the same rows, so that they cannot disagree. Invariants: the
//! cells of each side are ordered and disjoint, the runs of a cell concatenate to it, and only
//! white space is outside of cells.

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
mod order;
mod quoted;
mod runs;
#[cfg(test)]
mod tests;
mod topic;
pub mod words;

pub use figures::{figures, short_figures};
pub use fold::hidden;
pub use mark::{Mark, MarkSet};
pub use markup::{Markup, Owner, markup};
pub use model::{Caption, Cell, Fold, Part, Row, Run, Sign};
pub use numbers::Numbers;
pub use quoted::RowQuotation;
pub(crate) use runs::{shared_punctuation, tokens_in};
pub use topic::Topic;

use std::ops::Range;

use crate::annotated::Annotated;
use crate::comparison::Comparison;
use crate::difference::DifferenceId;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};

/// The rows of a comparison, from top to bottom.
pub fn rows(comparison: &Comparison) -> Vec<Row> {
    let mut rows = rows_of_text(comparison);
    add_quotations(&mut rows, comparison);
    rows
}

/// All rows with their text and differences, without quotations.
fn rows_of_text(comparison: &Comparison) -> Vec<Row> {
    let runs = runs::runs(comparison);
    let mut differences: Vec<Vec<DifferenceId>> = vec![Vec::new(); comparison.alignment.beads.len()];
    for (id, difference) in comparison.differences() {
        differences[difference.bead.index()].push(id);
    }
    let row = |row: order::RowSentences| {
        let bead = comparison.alignment.get(row.bead);
        let is_end = matches!(row.part, Part::MovedFrom | Part::MovedTo);
        let cells = Pair::from_fn(|side| {
            Some(cell(&comparison.sides[side], &runs[side], row.sentences[side].clone()?))
        });
        Row {
            bead: row.bead,
            part: row.part,
            sign: if is_end { Sign::Moved } else { Sign::of_bead(bead) },
            cells,
            quotations: Vec::new(),
            captions: Vec::new(),
            differences: std::mem::take(&mut differences[row.bead.index()]),
        }
    };
    order::row_order(&comparison.alignment).into_iter().map(row).collect()
}

/// The text of adjacent sentences.
fn cell(side: &Annotated, runs: &[Run], sentences: Range<usize>) -> Cell {
    let first = side.sentences.get(SentenceId::new(sentences.start));
    let last = side.sentences.get(SentenceId::new(sentences.end - 1));
    let span = first.span.join(last.span);
    let block = side.article.block(first.block);
    Cell {
        span,
        block: block.kind,
        opens_block: block.span.start() == span.start(),
        runs: model::runs_in(runs, span).collect(),
    }
}

/// Adds to each row its quotations and the lines about them.
fn add_quotations(rows: &mut [Row], comparison: &Comparison) {
    let span = |row: &Row, side: Side| row.cells[side].as_ref().map(|cell| cell.span);
    let cells = Pair::from_fn(|side| {
        rows.iter().enumerate().filter_map(|(index, row)| Some((span(row, side)?, index))).collect()
    });
    for found in quoted::quotation_rows(comparison, cells) {
        let (row, link) = (&mut rows[found.row], found.quotation.link);
        row.quotations.push(found.quotation);
        if let Some(caption) = found.caption {
            row.captions.push(Caption { link, text: words::caption_in_row(comparison, link, &caption) });
        }
    }
}
