//! The types of a view: rows, cells, runs, signs.

use super::mark::MarkSet;
use super::quoted::RowQuotation;
use crate::alignment::{Bead, BeadId, Reuse};
use crate::article::BlockKind;
use crate::difference::DifferenceId;
use crate::quotation::LinkId;
use crate::text::{Pair, Span};

/// How much identical text is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Fold {
    /// All of both texts.
    #[default]
    Nothing,
    /// Hides identical beads without a difference, except next to a row that differs.
    Identical,
    /// Also hides beads that differ only in typography or spelling.
    Typography,
    /// Also hides those next to a row that differs.
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

/// One bead, or a part of it if its sentences are not side by side.
#[derive(Clone, PartialEq, Debug)]
pub struct Row {
    /// The bead.
    pub bead: BeadId,
    /// Which part of the bead this is.
    pub part: Part,
    /// The sign in the sign column.
    pub sign: Sign,
    /// The text of each side, if this row has any.
    pub cells: Pair<Option<Cell>>,
    /// The quotations that have words in it.
    pub quotations: Vec<RowQuotation>,
    /// The lines about them above the row.
    pub captions: Vec<Caption>,
    /// The differences of the bead, on its first row only.
    pub differences: Vec<DifferenceId>,
}

impl Row {
    /// Whether the note of its bead is shown under it: once for each bead.
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
    /// More of a bead whose sentences are not adjacent.
    Continued,
}

/// The text of one side in one row.
#[derive(Clone, PartialEq, Debug)]
pub struct Cell {
    /// From the first sentence's start to the last one's end.
    pub span: Span,
    /// The kind of block of its first sentence.
    pub block: BlockKind,
    /// Whether its first sentence opens its block.
    pub opens_block: bool,
    /// The text in runs of the same marks; they concatenate to `span`.
    pub runs: Vec<Run>,
}

impl Cell {
    /// The runs inside `span`, cut at its ends.
    pub fn runs_in(&self, span: Span) -> impl Iterator<Item = Run> {
        runs_in(&self.runs, span)
    }
}

/// The parts of `runs` inside `span`.
pub(super) fn runs_in(runs: &[Run], span: Span) -> impl Iterator<Item = Run> {
    let first = runs.partition_point(|run| run.span.end() <= span.start());
    runs.iter().skip(first).map_while(move |run| {
        let span = run.span.intersection(span)?;
        Some(Run { span, marks: run.marks })
    })
}

/// A run of text with its meaning.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Run {
    /// The words.
    pub span: Span,
    /// Their meaning.
    pub marks: MarkSet,
}

/// A line about a quotation: the speaker and the state of the words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Caption {
    /// The link it is about.
    pub link: LinkId,
    /// The line, without markup: `Dmitry Peskov: same words; marks only in the Courier`.
    pub text: String,
}

/// The kind of a row as a sign, so that no kind is shown by color only.
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
    /// Moved, whether or not its words differ.
    Moved,
    /// Only the left has it.
    LeftOnly,
    /// Only the right has it.
    RightOnly,
    /// One side repeats it.
    Repeated,
}

impl Sign {
    /// All signs, in the order of the legend.
    pub const ALL: [Sign; 8] = [
        Sign::Identical,
        Sign::Typography,
        Sign::Edited,
        Sign::Rewritten,
        Sign::Moved,
        Sign::LeftOnly,
        Sign::RightOnly,
        Sign::Repeated,
    ];

    /// One character, one column wide, for the sign column.
    pub fn symbol(self) -> &'static str {
        self.names().0
    }

    /// Its meaning, for the legend and for reports without signs.
    pub fn name(self) -> &'static str {
        self.names().1
    }

    /// The name in HTML classes.
    pub fn class(self) -> &'static str {
        self.names().2
    }

    fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Sign::Identical => ("=", "identical", "identical"),
            Sign::Typography => ("≈", "typography", "typography"),
            Sign::Edited => ("~", "edited", "edited"),
            Sign::Rewritten => ("≠", "rewritten", "rewritten"),
            Sign::Moved => ("↕", "moved", "moved"),
            Sign::LeftOnly => ("<", "only left", "left-only"),
            Sign::RightOnly => (">", "only right", "right-only"),
            // the ditto mark
            Sign::Repeated => ("″", "repeated", "repeated"),
        }
    }

    /// The sign of a bead.
    pub fn of_bead(bead: &Bead) -> Sign {
        if bead.repeats.is_some() { Sign::Repeated } else { Sign::of(bead.reuse, bead.moved) }
    }

    /// The sign of a class of wording.
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
