//! From ties and verdicts to the quotations and links of a comparison.

use crate::quotation::{
    LinkState, Marks, Quotation, QuotationId, QuotationKind, QuotationLink, SpeakerState,
};
use crate::text::{Pair, Side, Span, SpanIndex};

use super::draft::{Draft, Piece, Tie};
use super::judge::Verdict;
use super::speaker;

/// The links between two articles' quotations.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Linked {
    /// Each side's quotations in the order of the text: those that were detected, and
    /// the unmarked runs that a marked quotation of the other side matches.
    pub quotations: Pair<Vec<Quotation>>,
    /// The links, ordered by the left's place, then the right's.
    pub links: Vec<QuotationLink>,
}

/// Where words without marks turn out to be a report, the reported quotation
/// that was detected there is the partner, not the run that led to it.
pub(super) fn prefer_reported(draft: &mut Draft, verdicts: &[Verdict]) {
    let spans =
        draft.pieces.as_ref().map(|pieces| SpanIndex::new(pieces.iter().map(|piece| piece.quotation.span())));
    let reports =
        draft.ties.iter().zip(verdicts).filter(|(_, verdict)| verdict.state == LinkState::Paraphrased);
    for (tie, _) in reports {
        for side in Side::BOTH {
            let pieces = &mut draft.pieces[side];
            let run = tie.pieces[side];
            if pieces[run].quotation.marked {
                continue;
            }
            let span = pieces[run].quotation.span();
            let is_reported =
                |at: &usize| is_alone(&pieces[*at]) && coincide(pieces[*at].quotation.span(), span);
            let reported = spans[side].overlapping(span).filter(is_reported).min();
            pieces[run].quotation.kind = QuotationKind::Indirect;
            if let Some(reported) = reported {
                pieces[run].quotation = pieces[reported].quotation.clone();
                pieces[reported].quotation.fragments.clear();
                pieces[reported].units.clear();
            }
        }
    }
}

/// Whether a piece is a report that no tie holds.
fn is_alone(piece: &Piece) -> bool {
    piece.quotation.kind == QuotationKind::Indirect && piece.ties == 0
}

/// Words in marks that the other article quotes somebody with are no scare quote.
pub(super) fn share_kinds(draft: &mut Draft, verdicts: &[Verdict]) {
    for (tie, verdict) in draft.ties.iter().zip(verdicts) {
        let kinds = Pair::from_fn(|side| draft.pieces[side][tie.pieces[side]].quotation.kind);
        for side in Side::BOTH {
            let quotes = kinds[side.other()] == QuotationKind::Mixed && kinds[side] == QuotationKind::Scare;
            if quotes && verdict.state == LinkState::SameWords {
                draft.pieces[side][tie.pieces[side]].quotation.kind = QuotationKind::Mixed;
            }
        }
    }
}

/// Whether two stretches of an article are mostly one.
fn coincide(one: Span, other: Span) -> bool {
    one.intersection(other).is_some_and(|both| both.len() * 2 >= one.len().min(other.len()))
}

/// Puts each side's quotations into the order of the text and writes the links.
pub(super) fn assemble(draft: &Draft, verdicts: Vec<Verdict>) -> Linked {
    let kept = draft.pieces.as_ref().map(|pieces| kept(pieces));
    let ids = Pair::from_fn(|side| {
        let mut ids = vec![None; draft.pieces[side].len()];
        for (place, piece) in kept[side].iter().enumerate() {
            ids[*piece] = Some(QuotationId::new(place));
        }
        ids
    });
    let link = |(tie, verdict): (&Tie, Verdict)| QuotationLink {
        quotations: Pair::from_fn(|side| ids[side][tie.pieces[side]]),
        state: verdict.state,
        marks: marks(draft.pair(tie.pieces)),
        speaker: speaker::state(draft.attributions(tie.pieces), |side, party| {
            draft.words[side].has_name(party)
        }),
        alarms: verdict.alarms,
        edits: verdict.edits,
    };
    let mut links: Vec<QuotationLink> = draft.ties.iter().zip(verdicts).map(link).collect();
    for side in Side::BOTH {
        let alone =
            draft.pieces[side].iter().zip(&ids[side]).filter(|(piece, _)| piece.is_owed() && piece.ties == 0);
        links.extend(alone.map(|(_, id)| only(side, *id)));
    }
    // a quotation of the right alone follows all of the left's
    links.sort_by_key(|link| {
        let Pair { left, right } = link.quotations;
        (left.is_none(), left, right.is_none(), right)
    });
    let quotations = Pair::from_fn(|side| {
        kept[side].iter().map(|piece| draft.pieces[side][*piece].quotation.clone()).collect()
    });
    Linked { quotations, links }
}

/// The pieces that stay in a side's list, in the order of the text: a run
/// replaces the reported quotation that was detected in its place.
fn kept(pieces: &[Piece]) -> Vec<usize> {
    let span = |n: usize| pieces[n].quotation.span();
    let is_run = |piece: &&Piece| !piece.quotation.marked && piece.ties > 0;
    let runs: Vec<Span> = pieces.iter().filter(is_run).map(|piece| piece.quotation.span()).collect();
    let over = SpanIndex::new(runs.iter().copied());
    let is_replaced = |n: usize| over.overlapping(span(n)).any(|run| coincide(runs[run], span(n)));
    let is_kept = |n: &usize| !is_alone(&pieces[*n]) || !span(*n).is_empty() && !is_replaced(*n);
    let mut kept: Vec<usize> = (0..pieces.len()).filter(is_kept).collect();
    kept.sort_by_key(|n| (span(*n), *n));
    kept
}

fn marks(pieces: Pair<&Piece>) -> Marks {
    let is_lost = |side: &Side| !pieces[*side].quotation.marked && pieces[side.other()].quotation.marked;
    Side::BOTH.into_iter().find(is_lost).map_or(Marks::Both, |side| Marks::only(side.other()))
}

/// The link of a quotation that the other side has not.
fn only(side: Side, quotation: Option<QuotationId>) -> QuotationLink {
    let mut quotations = Pair::default();
    quotations[side] = quotation;
    let state = match side {
        Side::Left => LinkState::LeftOnly,
        Side::Right => LinkState::RightOnly,
    };
    let (marks, speaker) = (Marks::only(side), SpeakerState::Unknown);
    QuotationLink { quotations, state, marks, speaker, alarms: Vec::new(), edits: Vec::new() }
}
