//! What became of a quotation: the words that differ, and the state they amount to.
//!
//! Verbatim is decided here, exactly, on comparison keys: a link says *same words*
//! only if no required word of either side is left over. Words may be missing
//! openly (at an end, after an ellipsis, in brackets, where the quotation is
//! interrupted); everything else is an edit. Exchanging the sides mirrors it.

use std::cmp::Ordering;
use std::ops::RangeInclusive;

use crate::quotation::{Alarm, LinkState, QuotationEdit};
use crate::text::{Pair, Side};

use super::alarm::is_reported;
use super::edit::edits;
use super::gap::Gap;
use super::linking::{Case, Linking, QuotedText};
use super::order::reordered;
use super::stretch::{Tally, stretches};
use super::units::{Trait, Unit};

/// What became of the words of a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Verdict {
    pub(super) state: LinkState,
    pub(super) alarms: Vec<Alarm>,
    pub(super) edits: Vec<QuotationEdit>,
}

/// Judges a link; the shares are those of its quotations.
pub(super) fn judge(case: &Case, shares: Pair<Share>) -> Verdict {
    let verdict = |state, mut alarms: Vec<Alarm>, edits| {
        alarms.sort_unstable();
        alarms.dedup();
        Verdict { state, alarms, edits }
    };
    if case.matches.is_empty() {
        let is_empty = case.units().left.is_empty() && case.units().right.is_empty();
        let state = if is_empty { LinkState::SameWords } else { LinkState::Paraphrased };
        return verdict(state, Vec::new(), Vec::new());
    }
    if let Some(edits) = reordered(case) {
        return verdict(LinkState::Altered, vec![Alarm::Order], edits);
    }
    let mut tally = Tally::default();
    for stretch in stretches(case) {
        stretch.settle(&mut tally);
    }
    if tally.edits.is_empty() && !is_shifted(case, &tally.cuts) {
        let state = state(case, shares, tally.missing);
        let alarms = if state == LinkState::Trimmed {
            tally.lost.left
        } else if state == LinkState::Extended {
            tally.lost.right
        } else {
            Vec::new()
        };
        return verdict(state, alarms, Vec::new());
    }
    if is_only_reported(case, &tally.edits) {
        return verdict(LinkState::Paraphrased, Vec::new(), Vec::new());
    }
    // what an end of the same sentence lacks is one of the words that differ then
    let mut gaps: Vec<Gap> = tally.edits.into_iter().chain(tally.cuts).collect();
    gaps.sort_by_key(|gap| gap.at);
    let edits = edits(case, &gaps);
    let alarms = edits.iter().flat_map(|edit| edit.alarms.iter().copied()).collect();
    verdict(LinkState::Altered, alarms, edits)
}

/// Whether one side lacks words of the first sentence and has others at the end of the last, so that
/// neither is a part of the other: *It has no comment on that* and *no comment on that old man*.
fn is_shifted(case: &Case, cuts: &[Gap]) -> bool {
    let lacks = |at: usize, side: Side| cuts.iter().any(|gap| gap.at == at && gap.words[side].is_empty());
    Side::BOTH.into_iter().any(|side| lacks(0, side) && lacks(case.matches.len(), side.other()))
}

/// Whether a run without marks is a report of the quotation rather than a copy with edits.
fn is_only_reported(case: &Case, edits: &[Gap]) -> bool {
    let marked = match case.texts.map(|quoted| quoted.quotation.marked) {
        Pair { left: true, right: true } | Pair { left: false, right: false } => return false,
        Pair { left: true, right: false } => Side::Left,
        Pair { left: false, right: true } => Side::Right,
    };
    let (required, kept) = (case.texts[marked].required, case.matches.len());
    // an article that has marks would have used them for a copy
    let least = if case.words[marked.other()].has_marks { 8 } else { 6 };
    // one word of a short quotation is more than a fifth of it
    let is_loose = kept + 1 < required && kept * 10 < required * least;
    !edits.is_empty() && (is_loose || is_reported(case, marked, edits))
}

/// The state of a link without edits.
fn state(case: &Case, shares: Pair<Share>, missing: Pair<usize>) -> LinkState {
    let text = &case.texts;
    let several = match text.left.links.cmp(&text.right.links) {
        Ordering::Greater => Some((Side::Left, LinkState::Split)),
        Ordering::Less => Some((Side::Right, LinkState::Merged)),
        Ordering::Equal => None,
    };
    if let Some((side, state)) = several {
        // most of the one must be in the several, or words are lost and that comes first;
        // what another link has altered is not lost
        if shares[side].kept >= 4 * shares[side].rest && missing[side.other()] == 0 {
            return state;
        }
    }
    // linked to several, a quotation has words that this link does not account for
    let missing = match several {
        None if text.left.links == 1 => missing,
        _ => Pair::from_fn(|side| text[side].required.saturating_sub(case.matches.len())),
    };
    if missing == Pair::new(0, 0) {
        return LinkState::SameWords;
    }
    // as many on both sides: the words themselves decide, so that neither side comes first
    let folded = |side: Side| text[side].units.iter().map(move |unit| case.words[side].folded(*unit));
    let shorter = missing.left.cmp(&missing.right).then_with(|| folded(Side::Left).cmp(folded(Side::Right)));
    match shorter {
        Ordering::Greater => LinkState::Trimmed,
        Ordering::Less => LinkState::Extended,
        Ordering::Equal => LinkState::SameWords,
    }
}

/// How many required words of a quotation are in a sentence with a match, and how many in others.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Share {
    kept: usize,
    rest: usize,
}

/// The shares of all quotations that have several links; nobody asks for the others.
pub(super) fn shares(linking: &Linking) -> Pair<Vec<Share>> {
    Pair::from_fn(|side| {
        let mut matched = vec![Vec::new(); linking.texts[side].len()];
        for link in &linking.links {
            let ends = link.matches.first().zip(link.matches.last());
            matched[link.places[side]].extend(ends.map(|(first, last)| first[side]..=last[side]));
        }
        let share = |(quoted, matched): (&QuotedText, Vec<RangeInclusive<usize>>)| {
            if quoted.links > 1 { share(quoted, matched) } else { Share::default() }
        };
        linking.texts[side].iter().zip(matched).map(share).collect()
    })
}

/// The share of a quotation with matches in these ranges.
fn share(quoted: &QuotedText, matched: Vec<RangeInclusive<usize>>) -> Share {
    let mut sentences = 0;
    let number = |unit: &Unit| {
        sentences += usize::from(unit.is(Trait::Sentence | Trait::Fragment));
        sentences
    };
    let numbers: Vec<usize> = quoted.units.iter().map(number).collect();
    let mut is_kept = vec![false; sentences + 1];
    for range in matched {
        is_kept[numbers[*range.start()]..=numbers[*range.end()]].fill(true);
    }
    let kept = quoted
        .units
        .iter()
        .zip(numbers)
        .filter(|(unit, number)| unit.is_required() && is_kept[*number])
        .count();
    Share { kept, rest: quoted.required - kept }
}
