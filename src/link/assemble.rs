//! From matched texts and verdicts to the quotations and links of a comparison.

use crate::quotation::{
    LinkState, Marks, Quotation, QuotationId, QuotationKind, QuotationLink, SpeakerState,
};
use crate::text::{Pair, Side, Span, SpanIndex};

use super::judge::Verdict;
use super::linking::{Linking, QuotedText, TextMatch};
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
pub(super) fn prefer_reported(linking: &mut Linking, verdicts: &[Verdict]) {
    let spans = linking
        .texts
        .as_ref()
        .map(|texts| SpanIndex::new(texts.iter().map(|quoted| quoted.quotation.span())));
    let reports =
        linking.links.iter().zip(verdicts).filter(|(_, verdict)| verdict.state == LinkState::Paraphrased);
    for (link, _) in reports {
        for side in Side::BOTH {
            let texts = &mut linking.texts[side];
            let run = link.places[side];
            if texts[run].quotation.marked {
                continue;
            }
            let span = texts[run].quotation.span();
            let is_reported =
                |at: &usize| is_alone(&texts[*at]) && coincide(texts[*at].quotation.span(), span);
            let reported = spans[side].overlapping(span).filter(is_reported).min();
            texts[run].quotation.kind = QuotationKind::Indirect;
            if let Some(reported) = reported {
                texts[run].quotation = texts[reported].quotation.clone();
                texts[reported].quotation.fragments.clear();
                texts[reported].units.clear();
            }
        }
    }
}

/// Whether a quotation is a report that no link holds.
fn is_alone(quoted: &QuotedText) -> bool {
    quoted.quotation.kind == QuotationKind::Indirect && quoted.links == 0
}

/// Words in marks that the other article quotes somebody with are no scare quote.
pub(super) fn share_kinds(linking: &mut Linking, verdicts: &[Verdict]) {
    for (link, verdict) in linking.links.iter().zip(verdicts) {
        let kinds = Pair::from_fn(|side| linking.texts[side][link.places[side]].quotation.kind);
        for side in Side::BOTH {
            let quotes = kinds[side.other()] == QuotationKind::Mixed && kinds[side] == QuotationKind::Scare;
            if quotes && verdict.state == LinkState::SameWords {
                linking.texts[side][link.places[side]].quotation.kind = QuotationKind::Mixed;
            }
        }
    }
}

/// Whether two stretches of an article are mostly one.
fn coincide(one: Span, other: Span) -> bool {
    one.intersection(other).is_some_and(|both| both.len() * 2 >= one.len().min(other.len()))
}

/// Puts each side's quotations into the order of the text and writes the links.
pub(super) fn assemble(linking: &Linking, verdicts: Vec<Verdict>) -> Linked {
    let kept = linking.texts.as_ref().map(|texts| kept(texts));
    let ids = Pair::from_fn(|side| {
        let mut ids = vec![None; linking.texts[side].len()];
        for (place, quoted) in kept[side].iter().enumerate() {
            ids[*quoted] = Some(QuotationId::new(place));
        }
        ids
    });
    let finished = |(link, verdict): (&TextMatch, Verdict)| QuotationLink {
        quotations: Pair::from_fn(|side| ids[side][link.places[side]]),
        state: verdict.state,
        marks: marks(linking.pair(link.places)),
        speaker: speaker::state(linking.attributions(link.places), |side, party| {
            linking.words[side].has_name(party)
        }),
        alarms: verdict.alarms,
        edits: verdict.edits,
    };
    let mut links: Vec<QuotationLink> = linking.links.iter().zip(verdicts).map(finished).collect();
    for side in Side::BOTH {
        let alone = linking.texts[side]
            .iter()
            .zip(&ids[side])
            .filter(|(quoted, _)| quoted.must_link() && quoted.links == 0);
        links.extend(alone.map(|(_, id)| only(side, *id)));
    }
    // a quotation of the right alone follows all of the left's
    links.sort_by_key(|link| {
        let Pair { left, right } = link.quotations;
        (left.is_none(), left, right.is_none(), right)
    });
    let quotations = Pair::from_fn(|side| {
        kept[side].iter().map(|quoted| linking.texts[side][*quoted].quotation.clone()).collect()
    });
    Linked { quotations, links }
}

/// The quotations that stay in a side's list, in the order of the text: a run
/// replaces the reported quotation that was detected in its place.
fn kept(texts: &[QuotedText]) -> Vec<usize> {
    let span = |n: usize| texts[n].quotation.span();
    let is_run = |quoted: &&QuotedText| !quoted.quotation.marked && quoted.links > 0;
    let runs: Vec<Span> = texts.iter().filter(is_run).map(|quoted| quoted.quotation.span()).collect();
    let over = SpanIndex::new(runs.iter().copied());
    let is_replaced = |n: usize| over.overlapping(span(n)).any(|run| coincide(runs[run], span(n)));
    let is_kept = |n: &usize| !is_alone(&texts[*n]) || !span(*n).is_empty() && !is_replaced(*n);
    let mut kept: Vec<usize> = (0..texts.len()).filter(is_kept).collect();
    kept.sort_by_key(|n| (span(*n), *n));
    kept
}

fn marks(texts: Pair<&QuotedText>) -> Marks {
    let is_lost = |side: &Side| !texts[*side].quotation.marked && texts[side.other()].quotation.marked;
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
