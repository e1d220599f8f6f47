//! All rows, or rows and folds, from top to bottom.
//!
//! The cursor is a [`RowId`], a row of the whole view; folds come and go around
//! it. Invariant: the items, in order, contain every row exactly once.

use std::ops::Range;

use crate::text::id::id;

id! {
    /// A row of the whole view, by its index.
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
    /// The rows it contains, as indices.
    pub(crate) fn rows(&self) -> Range<usize> {
        match self {
            Item::Row(row) => row.index()..row.index() + 1,
            Item::Fold(rows) => rows.clone(),
        }
    }

    pub(crate) fn is_fold(&self) -> bool {
        matches!(self, Item::Fold(_))
    }

    /// The first row it contains.
    pub(crate) fn first(&self) -> RowId {
        RowId::new(self.rows().start)
    }
}

/// All items, from top to bottom.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Items(Vec<Item>);

impl Items {
    /// Every row, without folds.
    pub(crate) fn whole(rows: usize) -> Items {
        Items((0..rows).map(|row| Item::Row(RowId::new(row))).collect())
    }

    /// Rows, with a fold for each `least` or more consecutive hidden ones.
    pub(crate) fn hiding(hidden: &[bool], least: usize) -> Items {
        let mut items = Vec::with_capacity(hidden.len());
        let mut start = 0;
        for stretch in hidden.chunk_by(|one, other| one == other) {
            let rows = start..start + stretch.len();
            start = rows.end;
            if stretch[0] && rows.len() >= least {
                items.push(Item::Fold(rows));
            } else {
                items.extend(rows.map(|row| Item::Row(RowId::new(row))));
            }
        }
        Items(items)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Item> {
        self.0.iter()
    }

    pub(crate) fn get(&self, index: usize) -> &Item {
        &self.0[index]
    }

    /// The index of the item that shows a row, or hides it.
    pub(crate) fn position(&self, row: RowId) -> usize {
        self.0.partition_point(|item| item.rows().start <= row.index()).saturating_sub(1)
    }

    /// Shows the rows of the fold at `index`, if there is one.
    pub(crate) fn open(&mut self, index: usize) {
        if let Item::Fold(rows) = self.0[index].clone() {
            self.0.splice(index..=index, rows.map(|row| Item::Row(RowId::new(row))));
        }
    }
}
