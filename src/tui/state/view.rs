//! The state of the view: rows, folds, filter, search and layout.

use super::items::{Item, Items, RowId};
use super::lines::LineCache;
use super::overview::Overview;
use super::search::Search;
use crate::comparison::Comparison;
use crate::review::Placed;
use crate::tui::{Areas, Layout, LayoutOptions, RULER, Size, areas};
use crate::view::{self, Fold, Row, Topic, rows};

/// The state of the view.
#[derive(Clone, Debug)]
pub(crate) struct ViewState {
    /// All rows, folded or not.
    pub(crate) rows: Vec<Row>,
    /// Rows and folds, from top to bottom.
    pub(crate) items: Items,
    pub(crate) fold: Fold,
    /// Only rows about one of these topics are shown; all rows if it is empty.
    pub(crate) filter: Vec<Topic>,
    pub(crate) search: Option<Search>,
    pub(crate) overview: Overview,
    pub(crate) lines: LineCache,
    pub(crate) size: Size,
    /// The layout that the user chose.
    pub(crate) layout: Option<Layout>,
    pub(crate) parts: Parts,
}

/// The visible parts of the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Parts {
    /// The numbers of the rows.
    pub(crate) numbers: bool,
    /// The ruler.
    pub(crate) ruler: bool,
    /// The marks of words that differ.
    pub(crate) word_marks: bool,
}

impl ViewState {
    /// The view of a comparison without folds.
    pub(crate) fn new(comparison: &Comparison, size: Size) -> ViewState {
        let rows = rows(comparison);
        let mut state = ViewState {
            items: Items::whole(rows.len()),
            overview: Overview::new(comparison, &rows),
            rows,
            fold: Fold::Nothing,
            filter: Vec::new(),
            search: None,
            lines: LineCache::default(),
            size,
            layout: None,
            parts: Parts { numbers: false, ruler: true, word_marks: true },
        };
        state.lines.fit(&state.areas());
        state
    }

    pub(crate) fn areas(&self) -> Areas {
        let digits = self.rows.len().max(1).ilog10() as u16 + 1;
        let options = LayoutOptions {
            layout: self.layout,
            numbers: if self.parts.numbers { digits + 1 } else { 0 },
            ruler: if self.parts.ruler { RULER } else { 0 },
        };
        areas(self.size, options)
    }

    pub(crate) fn row(&self, row: RowId) -> &Row {
        &self.rows[row.index()]
    }

    /// The number of hidden rows.
    pub(crate) fn hidden(&self) -> usize {
        let hidden = |item: &Item| if let Item::Fold(rows) = item { rows.len() } else { 0 };
        self.items.iter().map(hidden).sum()
    }

    /// Whether the filter shows a row.
    pub(crate) fn shows(&self, comparison: &Comparison, review: &Placed, row: &Row) -> bool {
        self.filter.is_empty() || self.filter.iter().any(|topic| topic.holds(comparison, review, row))
    }

    /// The items, by the filter or else by the level of folding.
    pub(crate) fn folded(&self, comparison: &Comparison, review: &Placed) -> Items {
        if !self.filter.is_empty() {
            let hidden: Vec<bool> =
                self.rows.iter().map(|row| !self.shows(comparison, review, row)).collect();
            return Items::hiding(&hidden, 1);
        }
        match self.fold {
            Fold::Nothing => Items::whole(self.rows.len()),
            fold @ (Fold::Identical | Fold::Typography | Fold::Differing) => {
                Items::hiding(&view::hidden(&self.rows, comparison, fold), 2)
            }
        }
    }
}
