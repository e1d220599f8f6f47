//! Ledgers: what the rows tell one by one, as lists, what matters most first.
//!
//! The rows of each list are chosen, ordered and worded here, once: the screen's
//! ledgers and those of every export are the same rows. A row says where it is
//! by bead, link and span; front ends turn these into rows of a [`View`](super::View)
//! and into text. Invariant: swapping the sides of a comparison mirrors every
//! ledger; what only the left has is *left out*, what only the right has *added*.

mod alone;
mod facts;
mod headlines;
mod order;
mod quotations;

pub use alone::{Alone, Holding, Voice, alone};
pub use facts::{Facts, LoneFact, facts};
pub use headlines::{HeadlineCheck, Unborne, headlines};
pub use order::{Mover, Order, Rank, order};
pub use quotations::{Quoted, quotations};

use std::cmp::Reverse;

use super::words;
use crate::comparison::Comparison;
use crate::difference::DifferenceId;
use crate::sentence::SentenceId;
use crate::text::Side;

/// A list over the whole comparison.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Ledger {
    /// Counts and shares; leads to the other lists.
    Summary,
    /// Each quotation and how it differs.
    Quotations,
    /// Numbers, dates and names that differ.
    Facts,
    /// What only the left has.
    LeftOut,
    /// What only the right has.
    Added,
    /// What moved.
    Order,
    /// Whether the stories support the headlines.
    Headlines,
}

impl Ledger {
    /// All ledgers, in the order of their tabs.
    pub const ALL: [Ledger; 7] = [
        Ledger::Summary,
        Ledger::Quotations,
        Ledger::Facts,
        Ledger::LeftOut,
        Ledger::Added,
        Ledger::Order,
        Ledger::Headlines,
    ];

    /// The name on the command line of the screen.
    pub fn name(self) -> &'static str {
        match self {
            Ledger::Summary => "summary",
            Ledger::Quotations => "quotations",
            Ledger::Facts => "facts",
            Ledger::LeftOut => "left-out",
            Ledger::Added => "added",
            Ledger::Order => "order",
            Ledger::Headlines => "headlines",
        }
    }

    /// What its tab says.
    pub fn title(self) -> &'static str {
        match self {
            Ledger::Summary => "Summary",
            Ledger::Quotations => "Quotations",
            Ledger::Facts => "Facts",
            Ledger::LeftOut => "Left out",
            Ledger::Added => "Added",
            Ledger::Order => "Order",
            Ledger::Headlines => "Headlines",
        }
    }
}

/// The differences that say more than signs and marks do, and how many do not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Differences {
    /// The gravest first, else in the order of the beads.
    pub listed: Vec<DifferenceId>,
    /// How many only say what the sign and the marks of their row show.
    pub others: usize,
}

/// The differences, the gravest first.
pub fn differences(comparison: &Comparison) -> Differences {
    let found = comparison.differences().filter(|(_, difference)| words::tells_more(difference));
    let mut found: Vec<_> = found.map(|(id, difference)| (Reverse(difference.severity), id)).collect();
    found.sort();
    Differences {
        others: comparison.differences.len() - found.len(),
        listed: found.into_iter().map(|(_, id)| id).collect(),
    }
}

/// The words of some sentences of a side as word lists have them.
fn folded_words<'a>(comparison: &'a Comparison, side: Side, of: &[SentenceId]) -> Vec<&'a str> {
    let annotated = &comparison.sides[side];
    let tokens = of.iter().flat_map(|&id| {
        let body = annotated.sentences.get(id).body();
        annotated.sentences.tokens(id).iter().filter(move |token| token.word.start() >= body.start())
    });
    tokens.map(|token| comparison.vocabulary.folded(token.key)).collect()
}
