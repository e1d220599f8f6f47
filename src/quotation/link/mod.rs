//! Finds one article's quotations in the other and says what became of them.
//!
//! Stands behind [`super::detect()`] and before the differences, which report what is
//! found here. One side may have lost every mark, so the marked side drives:
//!
//! ```text
//! words ─pair▶ in marks on both sides ─run▶ found without marks ─repeat▶ said twice ─paraphrase▶ same content ─judge▶ links
//! ```
//!
//! Invariants: every marked quotation but scare quotes is in at least one link;
//! exchanging the sides mirrors the links; verbatim is decided exactly, and nothing
//! fuzzy is ever called *same words*.

mod agreement;
mod alarm;
mod align;
mod alike;
mod cues;
mod draft;
mod edit;
mod exchange;
mod extent;
mod judge;
mod names;
mod nested;
mod pairing;
mod paraphrase;
mod remark;
mod repeat;
mod roles;
mod run;
mod search;
mod speaker;
mod stretch;
mod words;

#[cfg(test)]
mod tests;

use super::detect::attribute_runs;
use super::{LinkState, Marks, Party, Quotation, QuotationId, QuotationKind, QuotationLink, SpeakerState};
use crate::annotated::Annotated;
use crate::text::{Pair, Side, Span, SpanIndex, Vocabulary};

pub use self::speaker::names_two;

use self::draft::{Draft, Piece, Tie};
use self::judge::{Verdict, judge, shares};

/// The links between two articles' quotations.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Linked {
    /// Each side's quotations in the order of the text: those that were detected, and
    /// the unmarked runs that a marked quotation of the other side matches.
    pub quotations: Pair<Vec<Quotation>>,
    /// The links, ordered by the left's place, then the right's.
    pub links: Vec<QuotationLink>,
}

/// Finds each side's quotations on the other side.
pub fn link(sides: Pair<&Annotated>, vocabulary: &Vocabulary) -> Linked {
    if sides.left.quotations.is_empty() && sides.right.quotations.is_empty() {
        return Linked::default();
    }
    let words = sides.map(|side| words::words(side, vocabulary));
    let pieces = words.as_ref().map(|words| {
        let piece = |quotation: &Quotation| Piece::new(quotation.clone(), words.units_of(quotation));
        words.of.quotations.iter().map(piece).collect::<Vec<_>>()
    });
    let mut draft = Draft { words, vocabulary, pieces, ties: Vec::new() };
    nested::drop_inner(&mut draft);
    pairing::pair(&mut draft);
    run::find_runs(&mut draft);
    let shares = shares(&draft);
    let mut verdicts: Vec<Verdict> = draft.ties.iter().map(|tie| judge(&draft, &shares, tie)).collect();
    prefer_reported(&mut draft, &verdicts);
    repeat::tie(&mut draft, &shares, &mut verdicts);
    paraphrase::tie(&mut draft);
    let late = draft.ties.iter().skip(verdicts.len()).map(|tie| judge(&draft, &shares, tie));
    verdicts.extend(late.collect::<Vec<_>>());
    share_kinds(&mut draft, &verdicts);
    assemble(&draft, &verdicts)
}

/// Where words without marks turn out to be a report, the reported quotation
/// that was detected there is the partner, not the run that led to it.
fn prefer_reported(draft: &mut Draft, verdicts: &[Verdict]) {
    let is_report = |n: &usize| verdicts[*n].state == LinkState::Paraphrased;
    let spans =
        draft.pieces.as_ref().map(|pieces| SpanIndex::new(pieces.iter().map(|piece| piece.quotation.span())));
    for n in (0..verdicts.len()).filter(is_report) {
        for side in Side::BOTH {
            let run = draft.ties[n].pieces[side];
            let piece = &mut draft.pieces[side][run];
            if piece.quotation.marked || piece.quotation.kind == QuotationKind::Indirect {
                continue;
            }
            piece.quotation.kind = QuotationKind::Indirect;
            let span = piece.quotation.span();
            let is_reported = |other: &usize| {
                let other = &draft.pieces[side][*other];
                other.ties == 0
                    && other.quotation.kind == QuotationKind::Indirect
                    && coincide(other.quotation.span(), span)
            };
            let reported = spans[side].overlapping(span).filter(is_reported).min();
            if let Some(reported) = reported.filter(|_| draft.pieces[side][run].ties == 1) {
                draft.pieces[side][run].ties = 0;
                draft.pieces[side][run].units.clear();
                draft.pieces[side][run].quotation.fragments.clear();
                draft.pieces[side][reported].ties = 1;
                draft.ties[n].pieces[side] = reported;
                draft.ties[n].matches.clear();
            }
        }
    }
}

/// Words in marks that the other article quotes somebody with are no scare quote; where both
/// name the same speaker beside them, they are said by that one.
fn share_kinds(draft: &mut Draft, verdicts: &[Verdict]) {
    let mut shared: Pair<Vec<Pair<usize>>> = Pair::default();
    for (n, _) in verdicts.iter().enumerate().filter(|(_, verdict)| verdict.state == LinkState::SameWords) {
        let pieces = draft.ties[n].pieces;
        let kind = |side: Side| draft.pieces[side][pieces[side]].quotation.kind;
        let is_marked = |side: Side| draft.pieces[side][pieces[side]].quotation.marked;
        let is_scare = |side: &Side| {
            let quotes = kind(side.other()) == QuotationKind::Mixed;
            quotes && kind(*side) == QuotationKind::Scare && is_marked(*side) && is_marked(side.other())
        };
        if let Some(side) = Side::BOTH.into_iter().find(is_scare) {
            draft.pieces[side][pieces[side]].quotation.kind = QuotationKind::Mixed;
            shared[side].push(pieces);
        }
    }
    for (side, shared) in shared.sides() {
        share_speakers(draft, side, shared);
    }
}

/// Names the speakers of what was taken for scare quotes, where they are the other article's.
fn share_speakers(draft: &mut Draft, side: Side, mut shared: Vec<Pair<usize>>) {
    shared.retain(|pieces| draft.pieces[side][pieces[side]].quotation.attribution.speaker.is_none());
    shared.sort_unstable_by_key(|pieces| pieces[side]);
    shared.dedup_by_key(|pieces| pieces[side]);
    if shared.is_empty() {
        return;
    }
    let words = &draft.words[side];
    let fragments: Vec<Vec<Span>> =
        shared.iter().map(|pieces| draft.pieces[side][pieces[side]].quotation.fragments.clone()).collect();
    // one reading of the article for all of them
    let attributions = attribute_runs(words.of, draft.vocabulary, &fragments);
    for (pieces, attribution) in shared.into_iter().zip(attributions) {
        let across = &draft.pieces[side.other()][pieces[side.other()]].quotation.attribution;
        if speaker::by_names(Pair::new(&attribution, across)) == SpeakerState::Same {
            draft.pieces[side][pieces[side]].quotation.attribution = attribution;
        }
    }
}

/// Whether two stretches of an article are mostly one.
fn coincide(one: Span, other: Span) -> bool {
    one.intersection(other).is_some_and(|both| both.len() * 2 >= one.len().min(other.len()))
}

/// Puts each side's quotations into the order of the text and writes the links.
fn assemble(draft: &Draft, verdicts: &[Verdict]) -> Linked {
    let kept = Pair::from_fn(|side| kept(draft, side));
    let ids = Pair::from_fn(|side| {
        let mut ids = vec![None; draft.pieces[side].len()];
        for (place, piece) in kept[side].iter().enumerate() {
            ids[*piece] = Some(QuotationId::new(place));
        }
        ids
    });
    let mut links: Vec<QuotationLink> = draft
        .ties
        .iter()
        .zip(verdicts)
        .map(|(tie, verdict)| QuotationLink {
            quotations: Pair::from_fn(|side| ids[side][tie.pieces[side]]),
            state: verdict.state,
            marks: marks(draft, tie),
            speaker: speaker(draft, tie.pieces),
            alarms: verdict.alarms.clone(),
            edits: verdict.edits.clone(),
        })
        .collect();
    for side in Side::BOTH {
        for (n, piece) in draft.pieces[side].iter().enumerate() {
            if piece.is_owed() && piece.ties == 0 {
                links.push(only(side, ids[side][n]));
            }
        }
    }
    // a quotation of the right alone stands behind all of the left's
    links.sort_by_key(|link| {
        let Pair { left, right } = link.quotations;
        (left.is_none(), left, right.is_none(), right)
    });
    let quotations = Pair::from_fn(|side| {
        kept[side].iter().map(|piece| draft.pieces[side][*piece].quotation.clone()).collect()
    });
    Linked { quotations, links }
}

/// Whether both say that the same person or body speaks.
fn speaker(draft: &Draft, pieces: Pair<usize>) -> SpeakerState {
    let has_name = |side: Side, party: &Party| draft.words[side].has_name(party);
    speaker::state(draft.attributions(pieces), has_name)
}

/// The pieces that stay in a side's list, in the order of the text: a run
/// replaces the reported quotation that was detected in its place.
fn kept(draft: &Draft, side: Side) -> Vec<usize> {
    let pieces = &draft.pieces[side];
    let runs: Vec<Span> = pieces
        .iter()
        .filter(|piece| !piece.quotation.marked && piece.ties > 0)
        .map(|piece| piece.quotation.span())
        .collect();
    let over = SpanIndex::new(runs.iter().copied());
    let is_kept = |piece: &Piece| {
        let span = piece.quotation.span();
        let is_dropped = piece.quotation.kind == QuotationKind::Indirect && piece.ties == 0;
        !(is_dropped && (span.is_empty() || over.overlapping(span).any(|run| coincide(runs[run], span))))
    };
    let mut kept: Vec<usize> = (0..pieces.len()).filter(|n| is_kept(&pieces[*n])).collect();
    kept.sort_by_key(|n| {
        let span = pieces[*n].quotation.span();
        (span.start(), span.end(), *n)
    });
    kept
}

fn marks(draft: &Draft, tie: &Tie) -> Marks {
    let marked = Pair::from_fn(|side| draft.pieces[side][tie.pieces[side]].quotation.marked);
    match (marked.left, marked.right) {
        (true, false) => Marks::Left,
        (false, true) => Marks::Right,
        (true, true) | (false, false) => Marks::Both,
    }
}

/// The link of a quotation that the other side has not.
fn only(side: Side, quotation: Option<QuotationId>) -> QuotationLink {
    let mut quotations = Pair::default();
    quotations[side] = quotation;
    let (state, marks) = match side {
        Side::Left => (LinkState::LeftOnly, Marks::Left),
        Side::Right => (LinkState::RightOnly, Marks::Right),
    };
    QuotationLink {
        quotations,
        state,
        marks,
        speaker: SpeakerState::Unknown,
        alarms: Vec::new(),
        edits: Vec::new(),
    }
}
