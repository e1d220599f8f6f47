//! Ties between quotations that share what they say, but not the words.
//!
//! The last resort: what is still alone on one side is compared, by the stems of
//! its content words, with what is still alone on the other. At least one of the
//! two is in marks, and nothing says that another speaker said it. This is
//! fuzzy, so that it may only ever become a prompt.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::quotation::{QuotationKind, SpeakerState};
use crate::text::{Pair, Side, Span};

use super::align::Match;
use super::draft::{Draft, Piece, Taken};
use super::pairing::{groups, pairs, unsided};
use super::speaker::are_two;

/// Ties quotations of the same content.
pub(super) fn tie(draft: &mut Draft) {
    let stems = |side: Side, piece: &Piece| stems(draft, side, piece);
    let mut counts = draft.pieces.as_ref().map(|pieces| vec![0; pieces.len()]);
    let mut shared: BTreeMap<Pair<usize>, usize> = BTreeMap::new();
    for group in groups(draft, stems).into_values() {
        for side in Side::BOTH {
            group[side].iter().for_each(|n| counts[side][*n] += 1);
        }
        for pieces in pairs(&group) {
            *shared.entry(pieces).or_default() += 1;
        }
    }
    let rank = |(pieces, shared): (Pair<usize>, usize)| {
        let stems = Side::BOTH.map(|side| counts[side][pieces[side]]);
        let percent = shared * 100 / stems[0].min(stems[1]).max(1);
        let rank = (Reverse(percent * shared), draft.distance(pieces), unsided(pieces));
        is_likely(draft, pieces, shared, percent).then_some((rank, pieces))
    };
    let mut candidates: Vec<_> = shared.into_iter().filter_map(rank).collect();
    candidates.sort_by_key(|(rank, _)| *rank);
    for (_, pieces) in candidates {
        if !draft.is_tied(pieces) {
            let matches = own_words(draft, pieces);
            draft.tie(pieces, matches);
        }
    }
}

/// Whether the shared content makes a pair likely to be one statement. Of two in marks by one speaker,
/// half is enough: *It’s a source of frustration* and *It’s frustrating*; short ones must be near each other.
fn is_likely(draft: &Draft, pieces: Pair<usize>, shared: usize, percent: usize) -> bool {
    let owed = draft.pair(pieces).map(Piece::is_owed);
    match (draft.speaker(pieces), owed.left && owed.right) {
        _ if !owed.left && !owed.right => false,
        (SpeakerState::Changed, _) => false,
        (SpeakerState::Same, true) => percent >= 50 && (shared >= 3 || draft.distance(pieces) <= NEAR),
        (SpeakerState::Same, false) => percent >= 40 && shared >= 3,
        (SpeakerState::Unknown, true) if are_two(draft.attributions(pieces)) => false,
        (SpeakerState::Unknown, _) => percent >= 60 && shared >= 4,
    }
}

/// How far apart, in thousandths of an article, short statements of one speaker may be.
const NEAR: usize = 150;

/// The words that both have, where both are in marks and half of the shorter is kept: then
/// they are one quotation with other words, not a report.
fn own_words(draft: &Draft, pieces: Pair<usize>) -> Vec<Match> {
    let pair = draft.pair(pieces);
    let shorter = pair.left.required.min(pair.right.required);
    let matches = draft.align(pieces, Taken::Barred);
    let is_kept = pair.left.is_owed() && pair.right.is_owed() && matches.len() * 2 >= shorter;
    if is_kept { matches } else { Vec::new() }
}

/// The longest part of a stem that counts, in bytes: *frustration* and *frustrating* are one.
const STEM: usize = 7;

/// The stems of the content words of a piece that no tie holds, in marks or reported.
fn stems<'a>(draft: &Draft<'a>, side: Side, piece: &Piece) -> Vec<&'a str> {
    if piece.ties > 0 || !piece.is_owed() && piece.quotation.kind != QuotationKind::Indirect {
        return Vec::new();
    }
    let words = &draft.words[side];
    let content = piece.units.iter().filter(|unit| unit.is_required() && unit.is_content());
    let cut =
        |stem: &'a str| if stem.len() > STEM && stem.is_ascii() { Span::new(0, STEM).of(stem) } else { stem };
    let stems = content.map(|unit| cut(words.vocabulary.folded(words.vocabulary.stem(unit.key))));
    stems.collect()
}
