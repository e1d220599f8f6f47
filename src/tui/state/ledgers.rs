//! The state of the lists over the whole comparison.
//!
//! Invariants: each list keeps its selection and its filter until another comparison is shown; the
//! selected entry passes the filter.

use std::rc::Rc;

use crate::comparison::Comparison;

use crate::view::Row;
use crate::view::ledger::{Entry, Ledger, Page, pages};

/// All lists.
#[derive(Clone, Debug)]
pub(crate) struct Ledgers {
    /// The last open list.
    pub(crate) current: Ledger,
    lists: [ListState; Ledger::ALL.len()],
    /// The contents, made when a list is opened; empty before.
    pages: Rc<[Page]>,
}

/// The state of a list.
#[derive(Clone, Debug, Default)]
pub(crate) struct ListState {
    /// The entries that pass the filter, by their index in the page.
    pub(crate) shown: Vec<usize>,
    /// The selected entry, as an index in `shown`.
    pub(crate) selected: usize,
    /// The first visible entry, as an index in `shown`.
    pub(crate) top: usize,
    /// The filter.
    pub(crate) filter: String,
}

impl Default for Ledgers {
    fn default() -> Ledgers {
        Ledgers { current: Ledger::Summary, lists: Default::default(), pages: Rc::default() }
    }
}

impl Ledgers {
    /// Makes the entries, unless they exist.
    pub(crate) fn fill(&mut self, comparison: &Comparison, rows: &[Row]) {
        if self.pages.is_empty() {
            self.pages = pages(comparison, rows).into();
            for ledger in Ledger::ALL {
                self.refilter(ledger);
            }
        }
    }

    /// Drops the entries, because another comparison is shown.
    pub(crate) fn forget(&mut self) {
        self.pages = Rc::default();
    }

    /// The pages of all lists, in the order of [`Ledger::ALL`]; none before [`Ledgers::fill`].
    pub(crate) fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// The page of the current list.
    pub(crate) fn page(&self) -> Option<&Page> {
        self.pages.get(self.current as usize)
    }

    /// The state of the current list.
    pub(crate) fn list(&self) -> &ListState {
        &self.lists[self.current as usize]
    }

    /// The state of the current list.
    pub(crate) fn list_mut(&mut self) -> &mut ListState {
        &mut self.lists[self.current as usize]
    }

    /// Filters the current list by these words.
    pub(crate) fn filter(&mut self, words: String) {
        self.list_mut().filter = words;
        self.refilter(self.current);
    }

    /// Applies the filter of a list; keeps the selection if possible.
    fn refilter(&mut self, ledger: Ledger) {
        let Some(page) = self.pages.get(ledger as usize) else { return };
        let list = &mut self.lists[ledger as usize];
        let words = list.filter.to_lowercase();
        let holds = |at: &usize| words.split_whitespace().all(|word| page.entries[*at].contains(word));
        let shown: Vec<usize> = (0..page.entries.len()).filter(holds).collect();
        let before = list.shown.get(list.selected).copied().unwrap_or(0);
        list.selected = shown.partition_point(|&at| at < before).min(shown.len().saturating_sub(1));
        list.top = list.top.min(list.selected);
        list.shown = shown;
    }

    /// The entries that pass the filter.
    pub(crate) fn shown(&self) -> impl Iterator<Item = &Entry> {
        let page = self.page();
        self.list().shown.iter().filter_map(move |&at| page?.entries.get(at))
    }

    /// The selected entry.
    pub(crate) fn selected(&self) -> Option<&Entry> {
        self.shown().nth(self.list().selected)
    }

    /// Moves the selection this far down; negative is up.
    pub(crate) fn step(&mut self, by: i32) {
        let list = self.list_mut();
        list.selected =
            list.selected.saturating_add_signed(by as isize).min(list.shown.len().saturating_sub(1));
    }
}
