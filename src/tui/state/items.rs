//! Items: rows and folds, from top to bottom.
//!
//! Invariant: the items contain every row of the view exactly once, in order.

use std::ops::Range;

use crate::text::id::id;

id! {
    /// A row of the whole view, by its index.
    RowId
}

/// A row or a fold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Item {
    /// A row.
    Row(RowId),
    /// Hidden rows, by index.
    Fold(Range<usize>),
}

impl Item {
    /// Its rows, by index.
    pub(crate) fn rows(&self) -> Range<usize> {
        match self {
            Item::Row(row) => row.index()..row.index() + 1,
            Item::Fold(rows) => rows.clone(),
        }
    }

    pub(crate) fn is_fold(&self) -> bool {
        matches!(self, Item::Fold(_))
    }

    /// Its first row.
    pub(crate) fn first(&self) -> RowId {
        RowId::new(self.rows().start)
    }
}

/// All items, from top to bottom.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Items(Vec<Item>);

impl Items {
    /// All rows, without folds.
    pub(crate) fn whole(rows: usize) -> Items {
        Items((0..rows).map(|row| Item::Row(RowId::new(row))).collect())
    }

    /// All rows, with a fold for at least `least` consecutive hidden ones.
    pub(crate) fn hiding(hidden: &[bool], least: usize) -> Items {
        let mut items = Vec::with_capacity(hidden.len());
        let mut start = 0;
        for group in hidden.chunk_by(|one, other| one == other) {
            let rows = start..start + group.len();
            start = rows.end;
            if group[0] && rows.len() >= least {
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

    /// The index of the item that contains a row.
    pub(crate) fn position(&self, row: RowId) -> usize {
        self.0.partition_point(|item| item.rows().start <= row.index()).saturating_sub(1)
    }

    /// Opens the fold at `index`, if it is one.
    pub(crate) fn open(&mut self, index: usize) {
        if let Item::Fold(rows) = self.0[index].clone() {
            self.0.splice(index..=index, rows.map(|row| Item::Row(RowId::new(row))));
        }
    }
}
