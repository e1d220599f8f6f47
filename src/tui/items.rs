//! What stands below what: all rows, or rows and folds.
//!
//! The cursor is a [`RowId`], a row of the whole view; folds come and go around
//! it. Invariant: the items, in order, stand for every row exactly once.

use std::ops::Range;

use crate::text::id::id;
use crate::view::{self, Row, View};

id! {
    /// A row of the whole view, by its place in it.
    RowId
}

/// What is drawn as one piece.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Item {
    /// A row.
    Row(RowId),
    /// Rows that are hidden, as indices.
    Fold(Range<usize>),
}

impl Item {
    /// The rows it stands for, as indices.
    pub(crate) fn rows(&self) -> Range<usize> {
        match self {
            Item::Row(row) => row.index()..row.index() + 1,
            Item::Fold(rows) => rows.clone(),
        }
    }

    /// The first row it stands for.
    pub(crate) fn first(&self) -> RowId {
        RowId::new(self.rows().start)
    }
}

/// All items, from top to bottom.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Items(Vec<Item>);

impl Items {
    /// Every row on its own.
    pub(crate) fn whole(rows: usize) -> Items {
        Items((0..rows).map(|row| Item::Row(RowId::new(row))).collect())
    }

    /// The items of a folded view of the same comparison.
    pub(crate) fn folded(view: &View, rows: &[Row]) -> Items {
        let mut next = 0;
        let item = |item: &view::Item| match item {
            view::Item::Row(_) => {
                next += 1;
                Item::Row(RowId::new(next - 1))
            }
            view::Item::Folded { beads } => {
                let start = next;
                while rows.get(next).is_some_and(|row| beads.contains(&row.bead.index())) {
                    next += 1;
                }
                Item::Fold(start..next)
            }
        };
        Items(view.items.iter().map(item).collect())
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn get(&self, index: usize) -> &Item {
        &self.0[index]
    }

    /// The place of the item that shows a row, or hides it.
    pub(crate) fn place(&self, row: RowId) -> usize {
        self.0.partition_point(|item| item.rows().start <= row.index()).saturating_sub(1)
    }

    /// Shows the rows of the fold at `index`; nothing where there is no fold.
    pub(crate) fn open(&mut self, index: usize) {
        if let Item::Fold(rows) = self.0[index].clone() {
            self.0.splice(index..=index, rows.map(|row| Item::Row(RowId::new(row))));
        }
    }
}
