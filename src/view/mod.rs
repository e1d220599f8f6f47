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
mod numbers;
mod quoted;
mod rows;
mod runs;
#[cfg(test)]
mod tests;
mod topic;
pub mod words;

pub use fold::hidden;
pub use mark::{Mark, MarkSet};
pub use markup::{Markup, Part as MarkupPart, Written, markup};
pub use numbers::Numbers;
pub use quoted::RowQuotation;
pub use topic::Topic;

use std::ops::Range;

use crate::alignment::{BeadId, Reuse};
use crate::annotated::Annotated;
use crate::article::BlockKind;
use crate::comparison::Comparison;
use crate::difference::DifferenceId;
use crate::quotation::LinkId;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side, Span};

/// What shapes the picture, as opposed to the result.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ViewOptions {
    /// Whether runs of identical text are hidden behind a fold.
    pub fold: Fold,
}

/// How much identical text is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Fold {
    /// Both texts whole.
    #[default]
    Nothing,
    /// Identical beads without a difference are hidden, but for one on either side of what differs.
    Identical,
    /// The same, and beads that only typography or spelling tells apart.
    Typography,
    /// The same, and nothing around what differs is shown either.
    Differing,
}

impl Fold {
    /// All levels, from the one that shows most.
    pub const ALL: [Fold; 4] = [Fold::Nothing, Fold::Identical, Fold::Typography, Fold::Differing];

    /// The name on the command line of the screen.
    pub fn name(self) -> &'static str {
        match self {
            Fold::Nothing => "nothing",
            Fold::Identical => "identical",
            Fold::Typography => "typography",
            Fold::Differing => "all-alike",
        }
    }
}

/// The rows of a comparison.
#[derive(Clone, PartialEq, Debug)]
pub struct View {
    /// Rows and folds, from top to bottom.
    pub items: Vec<Item>,
}

/// What stands on the screen between two rules of alignment.
#[derive(Clone, PartialEq, Debug)]
pub enum Item {
    /// A row of text.
    Row(Row),
    /// Rows that are hidden.
    Folded {
        /// The beads hidden, as indices into the alignment's beads.
        beads: Range<usize>,
    },
}

/// One bead, or one end of it where its sentences do not stand side by side.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// The bead.
    pub bead: BeadId,
    /// Which part of the bead this is.
    pub part: Part,
    /// What the sign column says.
    pub sign: Sign,
    /// The text of each side, where this row has some.
    pub cells: Pair<Option<Cell>>,
    /// The quotations that have words in it.
    pub quotations: Vec<RowQuotation>,
    /// What is said of them above the row.
    pub captions: Vec<Caption>,
    /// The differences of the bead; on its first row alone.
    pub differences: Vec<DifferenceId>,
}

impl Row {
    /// Whether the note of its bead stands under it: once for each bead.
    pub fn carries_note(&self) -> bool {
        match self.part {
            Part::Whole | Part::MovedFrom => true,
            Part::MovedTo | Part::Continued => false,
        }
    }
}

/// Which part of a bead a row shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// All of it.
    Whole,
    /// The left end of a moved bead; the right end is another row.
    MovedFrom,
    /// The right end of a moved bead; the left end is another row.
    MovedTo,
    /// More of a bead whose sentences do not stand together.
    Continued,
}

/// The text of one side in one row.
#[derive(Clone, PartialEq, Debug)]
pub struct Cell {
    /// From the first sentence's start to the last one's end.
    pub span: Span,
    /// The kind of block its first sentence stands in.
    pub block: BlockKind,
    /// Whether its first sentence opens its block.
    pub opens_block: bool,
    /// The text in runs of the same marks; they concatenate to `span`.
    pub runs: Vec<Run>,
}

/// A run of text with what it means.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Run {
    /// The words.
    pub span: Span,
    /// What they mean.
    pub marks: MarkSet,
}

/// A line about a quotation: who speaks, and what became of the words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Caption {
    /// The link it is about.
    pub link: LinkId,
    /// What is said, without any mark-up: `Dmitry Peskov: same words, marks on the right only`.
    pub text: String,
}

/// What the sign column says of a row, so that no kind is told by colour alone.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Sign {
    /// The same characters.
    Identical,
    /// The same words.
    Typography,
    /// Mostly shared wording.
    Edited,
    /// The same content in other words.
    Rewritten,
    /// Moved; whatever else differs inside.
    Moved,
    /// Only the left has it.
    LeftOnly,
    /// Only the right has it.
    RightOnly,
}

impl Sign {
    /// All signs, in the order of the legend.
    pub const ALL: [Sign; 7] = [
        Sign::Identical,
        Sign::Typography,
        Sign::Edited,
        Sign::Rewritten,
        Sign::Moved,
        Sign::LeftOnly,
        Sign::RightOnly,
    ];

    /// One character, one column wide, for the sign column.
    pub fn symbol(self) -> &'static str {
        match self {
            Sign::Identical => "=",
            Sign::Typography => "≈",
            Sign::Edited => "~",
            Sign::Rewritten => "≠",
            Sign::Moved => "↕",
            Sign::LeftOnly => "<",
            Sign::RightOnly => ">",
        }
    }

    /// What it means, for the legend and for reports without signs.
    pub fn name(self) -> &'static str {
        match self {
            Sign::Identical => "identical",
            Sign::Typography => "typography",
            Sign::Edited => "edited",
            Sign::Rewritten => "rewritten",
            Sign::Moved => "moved",
            Sign::LeftOnly => "only left",
            Sign::RightOnly => "only right",
        }
    }

    /// The sign of a bead.
    pub fn of(reuse: Reuse, moved: bool) -> Sign {
        match reuse {
            _ if moved => Sign::Moved,
            Reuse::Identical => Sign::Identical,
            Reuse::Typography => Sign::Typography,
            Reuse::Edited => Sign::Edited,
            Reuse::Rewritten => Sign::Rewritten,
            Reuse::LeftOnly => Sign::LeftOnly,
            Reuse::RightOnly => Sign::RightOnly,
        }
    }
}

impl View {
    /// Lays out a comparison.
    pub fn new(comparison: &Comparison, options: &ViewOptions) -> View {
        let mut rows = rows(comparison);
        place_quotations(&mut rows, comparison);
        View { items: fold::fold(rows, comparison, options.fold) }
    }

    /// The rows that are not hidden, from top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.items.iter().filter_map(|item| match item {
            Item::Row(row) => Some(row),
            Item::Folded { .. } => None,
        })
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
