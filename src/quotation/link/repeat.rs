//! Short quotations that an article repeats: in the lead a few words, the whole of it below.
//!
//! Asked when pairs and runs are found: a quotation in marks that is still alone is looked for among
//! all the words in marks of the other side, those that are tied already and those of scare quotes
//! and headlines, too. *“a piece of history”* in a lead answers *“This is a piece of island
//! history”*, wherever the repetition of that one is. Such a tie is judged by itself: what it
//! holds is none of the other ties’ words. Invariant: both sides’ candidates are chosen before any is tied.

use std::cmp::Reverse;

use crate::quotation::SpeakerState;
use crate::text::{Key, Pair, Side};

use super::align::Match;
use super::draft::{Case, Draft, Piece, Taken, Tie};
use super::evidence::is_content;
use super::judge::{Verdict, judge};
use super::pairing::{Groups, groups};

/// The most words of a quotation that is looked for again.
const SHORT: usize = 12;
/// The most quotations that one is compared with.
const RIVALS: usize = 12;
/// The most words that may be between those of the short one.
const BETWEEN: usize = 2;

/// Ties what is alone with what it repeats, and judges each tie by itself.
pub(super) fn tie(draft: &mut Draft, verdicts: &mut Vec<Verdict>) {
    let content = |_, piece: &Piece| -> Vec<Key> {
        let content = piece.units.iter().filter(|unit| piece.is_sought() && unit.is_content());
        content.map(|unit| unit.key).collect()
    };
    let holders = groups(draft, content);
    let mut found: Vec<Tie> = Vec::new();
    for side in Side::BOTH {
        for (n, piece) in draft.pieces[side].iter().enumerate() {
            if piece.is_owed() && piece.ties == 0 && piece.required <= SHORT {
                found.extend(repeated(draft, (side, n), &holders));
            }
        }
    }
    verdicts.extend(found.iter().map(|tie| {
        let pieces = draft.pair(tie.pieces).map(Piece::freed);
        judge(&Case { pieces: pieces.as_ref(), ..draft.case(tie) }, Pair::default())
    }));
    for tie in &found {
        for side in Side::BOTH {
            draft.pieces[side][tie.pieces[side]].ties += 1;
        }
    }
    draft.ties.extend(found);
}

/// The tie with what a quotation repeats, where all of its words are there in order.
fn repeated(draft: &Draft, (side, n): (Side, usize), holders: &Groups<Key>) -> Option<Tie> {
    let piece = &draft.pieces[side][n];
    let across = piece.units.iter().filter_map(|unit| holders.get(&unit.key)).map(|both| &both[side.other()]);
    let rarest = across.filter(|holders| !holders.is_empty()).min_by_key(|holders| holders.len())?;
    let candidates = rarest.iter().take(RIVALS).filter_map(|other| {
        let mut pieces = Pair::new(n, n);
        pieces[side.other()] = *other;
        let matches = draft.align(pieces, Taken::Free);
        let (first, last) = matches.first().zip(matches.last())?;
        let length = last[side.other()] + 1 - first[side.other()];
        let is_whole = matches.len() >= piece.required && length <= matches.len() + BETWEEN;
        let rank = (Reverse(matches.len()), draft.distance(pieces), *other);
        (is_whole && is_supported(draft, pieces, &matches)).then_some((rank, Tie { pieces, matches }))
    });
    candidates.min_by_key(|(rank, _)| *rank).map(|(_, tie)| tie)
}

/// Whether something other than the words says that it is one quotation: several words of content, or the speaker.
fn is_supported(draft: &Draft, pieces: Pair<usize>, matches: &[Match]) -> bool {
    let units = draft.pair(pieces).map(|piece| piece.units.as_slice());
    match draft.speaker(pieces) {
        SpeakerState::Changed => false,
        SpeakerState::Same => true,
        SpeakerState::Unknown => matches.iter().filter(|at| is_content(units, **at)).count() >= 2,
    }
}
