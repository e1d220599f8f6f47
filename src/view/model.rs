//! The types of a view: rows and folds, cells, runs, signs.

use std::ops::Range;

use super::mark::MarkSet;
use super::quoted::RowQuotation;
use crate::alignment::{BeadId, Reuse};
use crate::article::BlockKind;
use crate::difference::DifferenceId;
use crate::quotation::LinkId;
use crate::text::{Pair, Span};

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

impl View {
    /// The rows that are not hidden, from top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.items.iter().filter_map(|item| match item {
            Item::Row(row) => Some(row),
            Item::Folded { .. } => None,
        })
    }
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
