//! How far a quotation goes where its article has lost every mark: to the verb that names its speaker.
//!
//! A run is found by the other side’s words, so that what the other side has cut
//! from an end is no part of it. In *I will resign if the vote fails, Ann Lee said*
//! all in front of the attribution is what she said. Invariant: a run grows only
//! inside the sentence of its end, only over words that no other run holds, and
//! only where the other article does not go on with the same words outside its marks.

use std::ops::Range;

use crate::quotation::QuotationKind;
use crate::text::{Key, Pair, Side};

use super::draft::{Draft, Piece, Tie};
use super::run::fragments;
use super::words::{ATTRIBUTING, CUE, ELLIPSIS, PIECE, Unit, Words};

/// The fewest words of a run that may have lost both ends.
const BOTH_ENDS: usize = 5;

/// Lets the runs that the quotations of `side` have led to reach up to their attributions.
pub(super) fn extend(draft: &mut Draft, side: Side, taken: &[bool]) {
    let across = side.other();
    if draft.words[across].has_marks {
        return;
    }
    for n in 0..draft.ties.len() {
        let pieces = draft.ties[n].pieces;
        let Some(ends) = ends(draft, side, &draft.ties[n], taken) else { continue };
        let words = &draft.words[across];
        let run = &draft.pieces[across][pieces[across]];
        let ahead = ends.0.len();
        let units = extended(words, &run.units, ends);
        let mut quotation = run.quotation.clone();
        quotation.fragments = fragments(words, &units);
        let ties = run.ties;
        draft.pieces[across][pieces[across]] = Piece { ties, ..Piece::new(quotation, units) };
        for (left, right) in &mut draft.ties[n].matches {
            *match across {
                Side::Left => left,
                Side::Right => right,
            } += ahead;
        }
    }
}

/// The run with the words in front of it and behind it.
fn extended(words: &Words, units: &[Unit], (ahead, behind): (Range<usize>, Range<usize>)) -> Vec<Unit> {
    let first = ahead.len();
    let mut all = [&words.units[ahead], units, &words.units[behind]].concat();
    for unit in &mut all {
        unit.remove(ATTRIBUTING);
    }
    if first > 0 {
        all[first].remove(PIECE);
    }
    all[0].remove(ELLIPSIS);
    all[0].add(PIECE);
    all
}

/// The words that belong to a run in front of it and behind it; none where it is whole.
fn ends(draft: &Draft, side: Side, tie: &Tie, taken: &[bool]) -> Option<(Range<usize>, Range<usize>)> {
    let across = side.other();
    let pieces = Pair::from_fn(|side| &draft.pieces[side][tie.pieces[side]]);
    let (own, run) = (pieces[side], pieces[across]);
    let is_direct = own.quotation.kind == QuotationKind::Direct && own.is_owed();
    if !is_direct || run.quotation.marked || own.ties != 1 || run.ties != 1 {
        return None;
    }
    let matched = |end: &(usize, usize)| match side {
        Side::Left => *end,
        Side::Right => (end.1, end.0),
    };
    let (first, last) = (matched(tie.matches.first()?), matched(tie.matches.last()?));
    let words = &draft.words[across];
    let beside = Beside::of(&draft.words[side], own)?;
    let (from, to) = (run.units.first()?.token as usize, run.units.last()?.token as usize);
    let is_free = |token: usize| !taken[token] && !words.quoted[token] && !words.units[token].is(CUE);
    let starts = first.1 == 0 && own.units[..first.0].iter().all(|unit| !unit.is_required());
    let stops =
        last.1 + 1 == run.units.len() && own.units[last.0 + 1..].iter().all(|unit| !unit.is_required());
    let mut ahead = from..from;
    if let Some(said) = said(words, from).filter(|_| starts)
        && (said.start..from).all(is_free)
        && from.checked_sub(1).is_none_or(|token| Some(words.units[token].key) != beside.before)
    {
        ahead.start = said.start;
    }
    let mut behind = to + 1..to + 1;
    if let Some(said) = said(words, to).filter(|_| stops)
        && (to + 1..said.end).all(is_free)
        && words.units.get(to + 1).is_none_or(|unit| Some(unit.key) != beside.behind)
    {
        behind.end = said.end.max(to + 1);
    }
    // *a disgrace* in the middle of a sentence may be all that was said so
    let is_sure = ahead.is_empty() || behind.is_empty() || run.required >= BOTH_ENDS;
    (is_sure && !(ahead.is_empty() && behind.is_empty())).then_some((ahead, behind))
}

/// The words on both sides of a quotation in its own article.
struct Beside {
    before: Option<Key>,
    behind: Option<Key>,
}

impl Beside {
    fn of(words: &Words, piece: &Piece) -> Option<Beside> {
        let (first, last) = piece.units.first().zip(piece.units.last())?;
        let key = |token: usize| words.units.get(token).map(|unit| unit.key);
        Some(Beside {
            before: (first.token as usize).checked_sub(1).and_then(key),
            behind: key(last.token as usize + 1),
        })
    }
}

/// The words of the sentence of a token up to its attribution, *…, she said*, if they hold the token.
fn said(words: &Words, token: usize) -> Option<Range<usize>> {
    let at = words.span(words.units[token]);
    let quotations = &words.of.quotations;
    // without marks all quotations are reports, one a sentence and in order
    let next = quotations.partition_point(|quotation| quotation.span().start() <= at.start());
    let report = &quotations[next.checked_sub(1)?];
    let span = report.span();
    let is_named_behind = report.attribution.mention.is_some_and(|mention| mention.start() >= span.end());
    let is_whole = report.kind == QuotationKind::Indirect && report.fragments.len() == 1;
    (is_whole && is_named_behind && span.contains(at)).then(|| words.tokens_in(span))
}
