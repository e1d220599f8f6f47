//! Ledgers: lists over the whole comparison, the most important entries first.
//!
//! This module chooses, orders and words the entries of each list; the screen and every export only
//! lay them out. Invariant: swapping the sides of a comparison mirrors every ledger.

mod context;
mod entry;
mod facts;
mod headlines;
mod one_sided;
mod order;
mod quotations;

pub use entry::{Body, Entry, EntrySign, Ledger, Page, Target, Words};
pub use facts::{Facts, LoneFact, facts};
pub use quotations::{Quoted, quotations};

use std::cmp::Reverse;

use super::{Row, words};
use crate::comparison::Comparison;
use crate::difference::DifferenceId;
use crate::text::{Pair, Side};
use context::Context;

/// All ledgers of a comparison with these rows, in the order of [`Ledger::ALL`].
pub fn pages(comparison: &Comparison, rows: &[Row]) -> Vec<Page> {
    let context = &Context::new(comparison, rows);
    let mut pages = vec![
        Page::default(),
        quotations::page(context),
        facts::page(context),
        one_sided::page(context, Side::Left),
        one_sided::page(context, Side::Right),
        order::page(context),
        headlines::page(context),
    ];
    pages[0] = summary(comparison, &pages);
    pages
}

/// Counts and shares, after a line for each other list.
fn summary(comparison: &Comparison, pages: &[Page]) -> Page {
    let mut entries = Vec::new();
    for (ledger, page) in Ledger::ALL.into_iter().zip(pages).skip(1) {
        let said = if page.entries.is_empty() { &page.nothing } else { &page.note };
        let is_alarming = page.entries.iter().any(|entry| entry.sign == EntrySign::Alarm);
        entries.push(Entry {
            target: Target::Ledger(ledger),
            sign: if is_alarming { EntrySign::Alarm } else { EntrySign::None },
            ..Entry::plain(&ledger.title().to_lowercase(), said.clone())
        });
    }
    let figures = words::summary(comparison).into_iter();
    let figures = figures.filter(|figure| !["quotations", "facts"].contains(&figure.name));
    entries.extend(figures.map(|figure| Entry::plain(figure.name, figure.text)));
    let outlets = Pair::from_fn(|side| words::outlet(comparison, side));
    for side in Side::BOTH {
        let notes = comparison.sides[side].article.notes.iter();
        entries.extend(notes.map(|note| Entry::plain("note", format!("{}: {note}", outlets[side]))));
    }
    Page { note: format!("{} and {}", outlets.left, outlets.right), nothing: String::new(), entries }
}

/// The differences that a list shows, and the number of the others.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Differences {
    /// The most serious first, else in the order of the beads.
    pub listed: Vec<DifferenceId>,
    /// How many say no more than the sign and the marks of their row.
    pub others: usize,
}

/// The differences, the most serious first.
pub fn differences(comparison: &Comparison) -> Differences {
    let found = comparison.differences().filter(|(_, difference)| words::tells_more(difference));
    let mut found: Vec<_> = found.map(|(id, difference)| (Reverse(difference.severity), id)).collect();
    found.sort();
    Differences {
        others: comparison.differences.len() - found.len(),
        listed: found.into_iter().map(|(_, id)| id).collect(),
    }
}
