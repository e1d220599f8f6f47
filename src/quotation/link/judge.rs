//! What became of a quotation: the words that differ, and the state they amount to.
//!
//! Verbatim is decided here, exactly, on comparison keys: a link says *same words*
//! only if no required word of either side is left over. Words may be missing
//! openly (at an end, behind an ellipsis, in brackets, where the quotation is
//! interrupted); everything else is an edit. Exchanging the sides mirrors it.

use std::cmp::Ordering;

use crate::quotation::{Alarm, LinkState, QuotationEdit};
use crate::text::{Pair, Side};

use super::alarm::{alarms_of_cut, is_reported};
use super::draft::{Draft, Piece, Tie};
use super::edit::edits;
use super::stretch::{Gap, Tally, ranges};
use super::words::{PIECE, SENTENCE, TAKEN, Unit};

/// What became of the words of a tie.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Verdict {
    pub(super) state: LinkState,
    pub(super) alarms: Vec<Alarm>,
    pub(super) edits: Vec<QuotationEdit>,
}

/// Words of one side beyond an end of the other, in the sentence of the end.
#[derive(Clone, Debug)]
pub(super) struct Cut {
    pub(super) end: End,
    /// The required words, in order.
    pub(super) words: Vec<Unit>,
    /// The word of the same side that is kept, next to them.
    pub(super) kept: Unit,
}

/// An end of a quotation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    Head,
    Tail,
}

/// Judges a tie; the shares are those of the ties that were there before the first was judged.
pub(super) fn judge(draft: &Draft, shares: &Shares, tie: &Tie) -> Verdict {
    let units = Pair::from_fn(|side| draft.pieces[side][tie.pieces[side]].units.as_slice());
    let mut tally = Tally::default();
    for range in ranges(units, tie) {
        range.settle(draft, &mut tally);
    }
    if tie.matches.is_empty() {
        let is_empty = units.left.is_empty() && units.right.is_empty();
        let state = if is_empty { LinkState::SameWords } else { LinkState::Paraphrased };
        return Verdict { state, alarms: Vec::new(), edits: Vec::new() };
    }
    if tally.edits.is_empty() && is_shifted(draft, tie, &tally) {
        return altered(draft, tie, tally);
    }
    if !tally.edits.is_empty() {
        if is_only_reported(draft, tie, &tally) {
            return Verdict { state: LinkState::Paraphrased, alarms: Vec::new(), edits: Vec::new() };
        }
        return altered(draft, tie, tally);
    }
    let state = state(draft, shares, tie, tally.missing);
    let longer = match state {
        LinkState::Trimmed => Some(Side::Left),
        LinkState::Extended => Some(Side::Right),
        LinkState::SameWords
        | LinkState::Altered
        | LinkState::Merged
        | LinkState::Split
        | LinkState::Paraphrased
        | LinkState::LeftOnly
        | LinkState::RightOnly => None,
    };
    let mut alarms: Vec<Alarm> = longer.map_or(Vec::new(), |longer| {
        let cuts = cuts(units[longer], tie, longer);
        cuts.iter().flat_map(|cut| alarms_of_cut(draft, longer, cut)).collect()
    });
    alarms.sort_unstable();
    alarms.dedup();
    Verdict { state, alarms, edits: Vec::new() }
}

/// Whether one side lacks words of the first sentence and has others at the end of the last, so that
/// neither is a part of the other: *It has no comment on that* and *no comment on that old man*.
fn is_shifted(draft: &Draft, tie: &Tie, tally: &Tally) -> bool {
    let piece = |side: Side| &draft.pieces[side][tie.pieces[side]];
    let is_whole = |side: Side| piece(side).quotation.marked && piece(side).ties == 1;
    let Some((head, tail)) = tally.head.as_ref().zip(tally.tail.as_ref()) else { return false };
    let crosses = |side: Side| !head.words[side].is_empty() && !tail.words[side.other()].is_empty();
    Side::BOTH.into_iter().all(is_whole) && Side::BOTH.into_iter().any(crosses)
}

/// The verdict on words that differ; what an end of the same sentence lacks is one of them then.
fn altered(draft: &Draft, tie: &Tie, mut tally: Tally) -> Verdict {
    for side in Side::BOTH {
        let units = draft.pieces[side][tie.pieces[side]].units.as_slice();
        for cut in cuts(units, tie, side) {
            let gap = match cut.end {
                End::Head => &mut tally.head,
                End::Tail => &mut tally.tail,
            };
            if let Some(gap) = gap.as_mut().filter(|gap| !gap.words[side].is_empty()) {
                gap.alarms.extend(alarms_of_cut(draft, side, &cut));
            }
        }
    }
    let mut gaps: Vec<Gap> =
        tally.head.into_iter().chain(tally.edits).chain(tally.dropped).chain(tally.tail).collect();
    gaps.sort_by_key(|gap| gap.at);
    let edits = edits(draft, tie, &gaps);
    let mut alarms: Vec<Alarm> = edits.iter().flat_map(|edit| edit.alarms.iter().copied()).collect();
    alarms.sort_unstable();
    alarms.dedup();
    Verdict { state: LinkState::Altered, alarms, edits }
}

/// What one side has of a tie beyond the ends of its matches.
fn cuts(units: &[Unit], tie: &Tie, side: Side) -> Vec<Cut> {
    let Some((first, last)) = tie.ends(side) else { return Vec::new() };
    let is_counted = |unit: &Unit| unit.is_required() && !unit.is(TAKEN);
    let begins = |unit: &Unit| unit.is(SENTENCE);
    let from = units[..=first].iter().rposition(begins).unwrap_or(0);
    let head = units[from..first].iter().copied().filter(is_counted).collect();
    let tail =
        units[last + 1..].iter().copied().take_while(|unit| !begins(unit)).filter(is_counted).collect();
    let cut = |end, words: Vec<Unit>, at: usize| Cut { end, words, kept: units[at] };
    let mut cuts = vec![cut(End::Head, head, first), cut(End::Tail, tail, last)];
    cuts.retain(|cut| !cut.words.is_empty());
    cuts
}

/// Whether a run without marks is a report of the quotation rather than a copy with edits.
fn is_only_reported(draft: &Draft, tie: &Tie, tally: &Tally) -> bool {
    let is_marked = Pair::from_fn(|side| draft.pieces[side][tie.pieces[side]].quotation.marked);
    let marked = match (is_marked.left, is_marked.right) {
        (true, true) | (false, false) => return false,
        (true, false) => Side::Left,
        (false, true) => Side::Right,
    };
    let required = draft.pieces[marked][tie.pieces[marked]].required;
    let least = if draft.words[marked.other()].has_marks { 8 } else { 6 };
    // one word of a short quotation is more than a fifth of it
    let is_loose = tie.matches.len() + 1 < required && tie.matches.len() * 10 < required * least;
    is_loose || is_reported(draft, marked, &tally.edits)
}

/// The state of a tie without edits.
fn state(draft: &Draft, shares: &Shares, tie: &Tie, missing: Pair<usize>) -> LinkState {
    let piece = Pair::from_fn(|side| &draft.pieces[side][tie.pieces[side]]);
    let several = match piece.left.ties.cmp(&piece.right.ties) {
        Ordering::Greater => Some((Side::Left, LinkState::Split)),
        Ordering::Less => Some((Side::Right, LinkState::Merged)),
        Ordering::Equal => None,
    };
    if let Some((side, state)) = several {
        // most of the one must be in the several, or words are lost and that comes first;
        // what another tie has altered is not lost
        let share = shares[side][tie.pieces[side]];
        if share.kept >= 4 * share.rest && missing[side.other()] == 0 {
            return state;
        }
    }
    // tied to several, a quotation has words that this tie does not account for
    let missing = match several {
        None if piece.left.ties == 1 => missing,
        _ => Pair::from_fn(|side| piece[side].required.saturating_sub(tie.matches.len())),
    };
    if missing == Pair::new(0, 0) {
        return LinkState::SameWords;
    }
    // as many on both sides: the words themselves decide, so that neither side comes first
    let folded = |side: Side| piece[side].units.iter().map(|unit| draft.vocabulary.folded(unit.key));
    let shorter = missing.left.cmp(&missing.right).then_with(|| folded(Side::Left).cmp(folded(Side::Right)));
    match shorter {
        Ordering::Greater => LinkState::Trimmed,
        Ordering::Less => LinkState::Extended,
        Ordering::Equal => LinkState::SameWords,
    }
}

/// How many required words of a piece are in its ties, or in a sentence with a match of one.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Share {
    kept: usize,
    rest: usize,
}

/// The shares of the pieces of each side.
pub(super) type Shares = Pair<Vec<Share>>;

/// The shares of all pieces that have several ties; nobody asks for the others.
pub(super) fn shares(draft: &Draft) -> Shares {
    Pair::from_fn(|side| {
        let mut matched = vec![Vec::new(); draft.pieces[side].len()];
        for tie in &draft.ties {
            matched[tie.pieces[side]].extend(tie.ends(side));
        }
        let share = |(piece, matched): (&Piece, Vec<(usize, usize)>)| {
            if piece.ties > 1 { share(piece, &matched) } else { Share::default() }
        };
        draft.pieces[side].iter().zip(matched).map(share).collect()
    })
}

/// The share of a piece whose ties match from their first to their last place.
fn share(piece: &Piece, matched: &[(usize, usize)]) -> Share {
    let begins = |n: &usize| piece.units[*n].is(SENTENCE | PIECE);
    let starts: Vec<usize> = (0..piece.units.len()).filter(begins).collect();
    let next = |place: usize| starts.partition_point(|start| *start <= place);
    let sentences = |(first, last): &(usize, usize)| {
        let from = next(*first).checked_sub(1).map_or(0, |at| starts[at]);
        (from, starts.get(next(*last)).copied().unwrap_or(piece.units.len()))
    };
    let mut within: Vec<(usize, usize)> = matched.iter().map(sentences).collect();
    within.sort_unstable();
    let mut within = within.into_iter().peekable();
    let mut share = Share::default();
    let mut end = 0;
    for (n, unit) in piece.units.iter().enumerate() {
        while let Some((_, to)) = within.next_if(|(from, _)| *from <= n) {
            end = end.max(to);
        }
        if unit.is_required() && (n < end || unit.is(TAKEN)) {
            share.kept += 1;
        } else if unit.is_required() {
            share.rest += 1;
        }
    }
    share
}
