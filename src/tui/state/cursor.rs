//! Where the editor is: the selected row and side, the first visible line, the dragged text.
//!
//! Invariant: where the columns scroll separately, [`Cursor::top`] is the top of the selected
//! side, and [`Apart`] keeps that of the other.

use super::items::RowId;
use crate::text::{Side, Span};

/// Where the editor is.
#[derive(Clone, Debug)]
pub(crate) struct Cursor {
    /// The selected row.
    pub(crate) row: RowId,
    /// The selected side.
    pub(crate) side: Side,
    /// The first visible line.
    pub(crate) top: Top,
    /// The other side, if the two scroll separately.
    pub(crate) apart: Option<Apart>,
    /// The text that the mouse is dragged over.
    pub(crate) selection: Option<Selection>,
}

impl Default for Cursor {
    fn default() -> Cursor {
        Cursor { row: RowId::new(0), side: Side::Left, top: Top::default(), apart: None, selection: None }
    }
}

/// The first visible line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(crate) struct Top {
    /// The index of the item.
    pub(crate) item: usize,
    /// The line of the item.
    pub(crate) line: usize,
}

/// A first visible line by its row, so that it survives folding and unfolding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct TopRow {
    /// The row.
    pub(crate) row: RowId,
    /// The line of its item.
    pub(crate) line: usize,
}

/// The side that keeps its place while the selected one scrolls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Apart {
    /// The side.
    pub(crate) side: Side,
    /// Its first visible line.
    pub(crate) top: Top,
}

/// A position to return to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Position {
    pub(crate) row: RowId,
    pub(crate) side: Side,
    pub(crate) top: TopRow,
}

/// Text of one side that the mouse is dragged over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Selection {
    /// The side.
    pub(crate) side: Side,
    /// The grapheme where the button went down.
    pub(crate) from: Span,
    /// From there to the pointer; `None` until that moves.
    pub(crate) span: Option<Span>,
}

impl Selection {
    /// What is selected on a side: one span or none.
    pub(crate) fn dragged(&self, side: Side) -> &[Span] {
        if self.side == side { self.span.as_slice() } else { &[] }
    }
}
