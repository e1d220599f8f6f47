//! Short quotations that an article repeats: in the lead a few words, the whole of it below.
//!
//! Asked when pairs and runs are found: a quotation in marks that is still alone is sought among
//! all the words in marks of the other side, those that are tied already and those of scare quotes
//! and headlines, too. *“a piece of history”* in a lead answers *“This is a piece of island
//! history”*, wherever that one’s own repetition stands. Such a tie is judged by itself: what it
//! holds is none of the other ties’ words. Invariant: both sides’ candidates are chosen before any is tied.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::quotation::SpeakerState;
use crate::text::{Key, Pair, Side};

use super::align::Match;
use super::draft::{Draft, Piece, Taken, Tie, is_content};
use super::judge::{Shares, Verdict, judge};

/// The most words of a quotation that is sought again.
const SHORT: usize = 12;
/// The most quotations that one is compared with.
const RIVALS: usize = 12;
/// The most words that may stand between those of the short one.
const BETWEEN: usize = 2;

/// Ties what is alone with what it repeats, and judges each tie by itself.
pub(super) fn tie(draft: &mut Draft, shares: &Shares, verdicts: &mut Vec<Verdict>) {
    let mut found: Vec<(Tie, Verdict)> = Vec::new();
    for side in Side::BOTH {
        let index = index(draft, side.other());
        for piece in 0..draft.pieces[side].len() {
            if draft.pieces[side][piece].is_owed() && !draft.is_tied(side, piece) {
                found.extend(repeated(draft, shares, (side, piece), &index));
            }
        }
    }
    for (tie, verdict) in found {
        for side in Side::BOTH {
            draft.pieces[side][tie.pieces[side]].ties += 1;
        }
        draft.ties.push(tie);
        verdicts.push(verdict);
    }
}

/// The quotations in marks that hold a word of content.
fn index(draft: &Draft, side: Side) -> BTreeMap<Key, Vec<usize>> {
    let mut index: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (n, piece) in draft.pieces[side].iter().enumerate().filter(|(_, piece)| piece.is_sought()) {
        for unit in piece.units.iter().filter(|unit| unit.is_content()) {
            let held = index.entry(unit.key).or_default();
            if held.last() != Some(&n) {
                held.push(n);
            }
        }
    }
    index
}

/// The tie with what a quotation repeats, where all of its words stand there in order.
fn repeated(
    draft: &mut Draft,
    shares: &Shares,
    (side, piece): (Side, usize),
    index: &BTreeMap<Key, Vec<usize>>,
) -> Option<(Tie, Verdict)> {
    let own = &draft.pieces[side][piece];
    if own.required > SHORT {
        return None;
    }
    let content = own.units.iter().filter(|unit| unit.is_content());
    let rarest = content.filter_map(|unit| index.get(&unit.key)).min_by_key(|held| held.len())?;
    let mut best = None;
    for other in rarest.iter().take(RIVALS) {
        let mut pieces = Pair::new(piece, piece);
        pieces[side.other()] = *other;
        let matches = draft.align(pieces, Taken::Free);
        if !is_whole(side, draft.pieces[side][piece].required, &matches) || !supports(draft, pieces, &matches)
        {
            continue;
        }
        let rank = (Reverse(matches.len()), draft.distance(pieces), *other);
        if best.as_ref().is_none_or(|(before, _, _)| rank < *before) {
            best = Some((rank, pieces, matches));
        }
    }
    let (_, pieces, matches) = best?;
    let tie = Tie { pieces, matches };
    let verdict = judged_alone(draft, shares, &tie);
    Some((tie, verdict))
}

/// Whether all words of the short one are matched, with next to nothing between.
fn is_whole(side: Side, required: usize, matches: &[Match]) -> bool {
    let across = |matched: &Match| if side == Side::Left { matched.1 } else { matched.0 };
    let Some((first, last)) = matches.first().zip(matches.last()) else { return false };
    matches.len() >= required && across(last) + 1 - across(first) <= matches.len() + BETWEEN
}

/// Whether something besides the words says that it is one quotation: several words of content, or the speaker.
fn supports(draft: &Draft, pieces: Pair<usize>, matches: &[Match]) -> bool {
    let units = Pair::from_fn(|side| draft.pieces[side][pieces[side]].units.as_slice());
    let content = matches.iter().filter(|matched| is_content(units, **matched)).count();
    match draft.speaker(pieces) {
        SpeakerState::Changed => false,
        SpeakerState::Same => true,
        SpeakerState::Unknown => content >= 2 || draft.is_supported(pieces),
    }
}

fn judged_alone(draft: &mut Draft, shares: &Shares, tie: &Tie) -> Verdict {
    let (pieces, own) = draft.alone(tie);
    let held = replace(draft, tie.pieces, pieces);
    let verdict = judge(draft, shares, &own);
    replace(draft, tie.pieces, held);
    verdict
}

/// Puts two pieces in the places of others, which it returns.
fn replace(draft: &mut Draft, at: Pair<usize>, Pair { left, right }: Pair<Piece>) -> Pair<Piece> {
    Pair::new(
        std::mem::replace(&mut draft.pieces.left[at.left], left),
        std::mem::replace(&mut draft.pieces.right[at.right], right),
    )
}
