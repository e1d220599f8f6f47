//! Joins pieces that are one quotation: interrupted by `, he said.`, or continued in the next paragraph.

use super::outline::Outline;
use super::piece::Marked;
use crate::quotation::{Attribution, Quotation, QuotationKind};

/// Words between two pieces of one interrupted quotation, at most.
const INTERRUPTION: usize = 12;

/// A marked piece with its kind and speaker.
#[derive(Clone, Debug)]
pub(super) struct Said {
    pub(super) kind: QuotationKind,
    pub(super) attribution: Attribution,
}

impl Said {
    /// How the article names the speaker; nobody is quoted in a title.
    pub(super) fn attribution(&self) -> Attribution {
        if self.kind == QuotationKind::Scare { Attribution::NONE } else { self.attribution.clone() }
    }
}

/// The quotations that the marked pieces make, in order.
pub(super) fn join(outline: &Outline, pieces: &[Marked], mut said: Vec<Said>) -> Vec<Quotation> {
    // a paragraph without a speaker that continues in one that names it: the name holds for both
    for n in (1..said.len()).rev() {
        if pieces[n].continues && said[n - 1].attribution.speaker.is_none() {
            said[n - 1].attribution = said[n].attribution.clone();
        }
    }
    let mut quotations: Vec<Quotation> = Vec::with_capacity(pieces.len());
    // a title between two pieces does not part them
    let mut last: Option<(usize, usize)> = None;
    for (n, (piece, said)) in pieces.iter().zip(&said).enumerate() {
        let attribution = said.attribution();
        if let Some((before, quotation)) = last
            && goes_on(outline, pieces, before, n, said, &quotations[quotation])
        {
            quotations[quotation].fragments.push(piece.inner);
            if attribution.confidence > quotations[quotation].attribution.confidence {
                quotations[quotation].attribution = attribution;
            }
            last = Some((n, quotation));
            continue;
        }
        last = (said.kind != QuotationKind::Scare).then_some((n, quotations.len()));
        let fragments = vec![piece.inner];
        quotations.push(Quotation { kind: said.kind, marked: true, fragments, attribution });
    }
    quotations
}

/// Whether the piece `n` is the rest of a quotation whose last piece was `before`.
fn goes_on(
    outline: &Outline,
    pieces: &[Marked],
    before: usize,
    n: usize,
    said: &Said,
    quotation: &Quotation,
) -> bool {
    let between = outline.pieces[n] - outline.pieces[before] - 1;
    let is_near = pieces[n].block == pieces[before].block && between <= INTERRUPTION
        || pieces[n].continues && between == 0;
    let is_direct = said.kind == QuotationKind::Direct && quotation.kind == QuotationKind::Direct;
    // a line breaks inside the marks: nothing closes the piece before, nothing opens this one
    let is_left_open = !pieces[before].closed && pieces[n].outer.start() == pieces[n].inner.start();
    // She said “A.” She added “B.”: a new attribution is a new quotation
    is_near
        && is_direct
        && said.attribution.speaker == quotation.attribution.speaker
        && (said.attribution.mention == quotation.attribution.mention || is_left_open)
}
