//! Joins pieces that are one quotation: interrupted by `, he said.`, or going on in the next paragraph.

use super::Said;
use super::marks::Marked;
use super::outline::Outline;
use crate::quotation::{Attribution, Confidence, Quotation, QuotationKind};

/// Words between two pieces of one interrupted quotation, at most.
const INTERRUPTION: usize = 12;

/// The quotations that the marked pieces make, in order.
pub(super) fn join(outline: &Outline, pieces: &[Marked], mut said: Vec<Said>) -> Vec<Quotation> {
    name_backwards(pieces, &mut said);
    let mut quotations: Vec<Quotation> = Vec::with_capacity(pieces.len());
    // a title between two pieces does not part them
    let mut last: Option<(usize, usize)> = None;
    for (n, (piece, said)) in pieces.iter().zip(&said).enumerate() {
        let attribution = attribution(outline, said);
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
        quotations.push(Quotation {
            kind: said.kind,
            marked: true,
            fragments: vec![piece.inner],
            attribution,
        });
    }
    quotations
}

/// A paragraph without a speaker of its own that goes on in one that names it: the name holds for both.
fn name_backwards(pieces: &[Marked], said: &mut [Said]) {
    for n in (1..said.len()).rev() {
        if pieces[n].continues && said[n - 1].speaker.is_none() && said[n].speaker.is_some() {
            let (before, after) = said.split_at_mut(n);
            before[n - 1].speaker.clone_from(&after[0].speaker);
            before[n - 1].found.clone_from(&after[0].found);
            before[n - 1].parties.clone_from(&after[0].parties);
            before[n - 1].sure = after[0].sure;
        }
    }
}

/// Whether the piece `n` is the rest of a quotation that had `before` last.
fn goes_on(
    outline: &Outline,
    pieces: &[Marked],
    before: usize,
    n: usize,
    said: &Said,
    quotation: &Quotation,
) -> bool {
    let between = outline.pieces[n] - outline.pieces[before] - 1;
    let near = pieces[n].block == pieces[before].block && between <= INTERRUPTION
        || pieces[n].continues && between == 0;
    let direct = said.kind == QuotationKind::Direct && quotation.kind == QuotationKind::Direct;
    // She said “A.” She added “B.”: a new attribution is a new quotation
    let mention = said.found.as_ref().map(|found| outline.span(&found.mention));
    near && direct
        && said.speaker == quotation.attribution.speaker
        && (mention == quotation.attribution.mention || is_left_open(pieces, before, n))
}

/// Whether a line breaks inside the marks: nothing closes the piece `before`, nothing opens `n`.
fn is_left_open(pieces: &[Marked], before: usize, n: usize) -> bool {
    let next = &pieces[n];
    !pieces[before].closed && next.continues && next.closed && next.outer.start() == next.inner.start()
}

/// How the article names the speaker of a piece.
pub(super) fn attribution(outline: &Outline, said: &Said) -> Attribution {
    let Some(found) = &said.found else { return Attribution::NONE };
    // nobody is quoted in a title
    if said.kind == QuotationKind::Scare {
        return Attribution::NONE;
    }
    Attribution {
        speaker: said.speaker.clone(),
        mention: Some(outline.span(&found.mention)),
        cue: found.cue.as_ref().map(|cue| outline.span(cue)),
        rule: found.rule.name(),
        confidence: if said.speaker.is_some() {
            found.rule.confidence().min(said.sure)
        } else {
            Confidence::None
        },
        parties: said.parties.clone(),
    }
}
