//! The cursor: the selected row and side, the first visible line, the mouse selection.
//!
//! Invariant: if the columns scroll separately, [`Cursor::top`] belongs to the selected side, and
//! [`Apart`] has that of the other.

use super::items::RowId;
use crate::text::{Side, Span};

/// The cursor.
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
    /// The text selected with the mouse.
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

/// A first visible line by its row, which stays valid after folding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct TopRow {
    /// The row.
    pub(crate) row: RowId,
    /// The line of its item.
    pub(crate) line: usize,
}

/// The side that does not scroll with the selected one.
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

/// Text of one side selected with the mouse.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Selection {
    /// The side.
    pub(crate) side: Side,
    /// The grapheme where the button was pressed.
    pub(crate) from: Span,
    /// The text from there to the pointer; `None` until it moves.
    pub(crate) span: Option<Span>,
}

impl Selection {
    /// The selection on a side: one span or none.
    pub(crate) fn dragged(&self, side: Side) -> &[Span] {
        if self.side == side { self.span.as_slice() } else { &[] }
    }
}
