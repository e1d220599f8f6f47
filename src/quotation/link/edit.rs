//! The edits of a quotation as an editor is told them: what moved, what is cut, what was put in.
//!
//! Stands behind [`mod@super::stretch`], which finds the gaps between the matches of a tie; here
//! they are seen together, because a gap alone does not tell a cut from a rewording: *it is
//! virtually unknown* and *there is almost none* are two gaps, and nothing is cut. Exchanging
//! the sides mirrors the edits: what one side has cut the other has put in.

use crate::quotation::{Alarm, EditManner, QuotationEdit};
use crate::text::{Key, Pair, Side, Span};

use super::alarm::{Turned, spelled_out, turned};
use super::draft::{Draft, Tie, is_content};
use super::stretch::Gap;
use super::words::{PIECE, SENTENCE, Unit};

/// What the gaps of a tie come to, in their order.
pub(super) fn edits(draft: &Draft, tie: &Tie, gaps: &[Gap]) -> Vec<QuotationEdit> {
    let loose = loose(draft, gaps);
    let manners: Vec<EditManner> =
        gaps.iter().zip(&loose).map(|(gap, loose)| manner(draft, gap, loose)).collect();
    let turned = turned(draft, tie, gaps);
    let is_marked = |side: Side| draft.pieces[side][tie.pieces[side]].quotation.marked;
    let is_quoted = is_marked(Side::Left) && is_marked(Side::Right);
    let paid = paid(draft, tie, gaps, &loose, &manners);
    let mut found = Vec::new();
    for (n, gap) in gaps.iter().enumerate() {
        let mut alarms = match turned[n] {
            // a whole sentence that is cut takes its own *not* with it
            _ if is_sentence(gap) => Vec::new(),
            Turned { ref alarms } => alarms.clone(),
        };
        if is_quoted && !paid[n] && manners[n] == EditManner::Reworded {
            let is_cut = Side::BOTH.into_iter().any(|side| is_cut(gap, &loose[n], side));
            alarms.extend(is_cut.then_some(Alarm::SilentCut));
        }
        alarms.extend(&gap.alarms);
        alarms.sort_unstable();
        alarms.dedup();
        for (at, spans) in spans(draft, gap).into_iter().enumerate() {
            let alarms = if at == 0 { alarms.clone() } else { Vec::new() };
            found.push(QuotationEdit { spans, manner: manners[n], alarms });
        }
    }
    found
}

/// Whether the words of the one side that has any begin with a sentence: the gap in front of them ends one.
fn is_sentence(gap: &Gap) -> bool {
    let words = if gap.words.left.is_empty() { &gap.words.right } else { &gap.words.left };
    gap.words.left.is_empty() != gap.words.right.is_empty()
        && words.first().is_some_and(|unit| unit.is(SENTENCE))
        && gap.ends_sentence
}

/// Words of a gap that the other side has nowhere in the same sentence.
struct Loose {
    units: Pair<Vec<Unit>>,
}

impl Loose {
    /// How many of them say something.
    fn content(&self, side: Side) -> usize {
        self.units[side].iter().filter(|unit| unit.is_content()).count()
    }
}

/// What is left of each gap when the words that both sides have in the sentence are taken out.
fn loose(draft: &Draft, gaps: &[Gap]) -> Vec<Loose> {
    let stem = |unit: &Unit| draft.vocabulary.stem(unit.key);
    let mut found: Vec<Loose> = Vec::with_capacity(gaps.len());
    for group in gaps.chunk_by(|one, next| one.sentence == next.sentence) {
        let mut shared = Pair::from_fn(|side: Side| {
            let across = group.iter().flat_map(|gap| &gap.words[side.other()]);
            let mut stems: Vec<Key> = across.map(stem).collect();
            stems.sort_unstable();
            stems
        });
        for gap in group {
            let units = Pair::from_fn(|side: Side| {
                let mut is_loose = |unit: &Unit| match shared[side].binary_search(&stem(unit)) {
                    Ok(at) => {
                        shared[side].remove(at);
                        false
                    }
                    Err(_) => true,
                };
                gap.words[side].iter().copied().filter(|unit| is_loose(unit)).collect::<Vec<_>>()
            });
            found.push(Loose { units });
        }
    }
    found
}

fn manner(draft: &Draft, gap: &Gap, loose: &Loose) -> EditManner {
    let is_one_sided = gap.words.left.is_empty() != gap.words.right.is_empty();
    let has_content = Side::BOTH.into_iter().any(|side| gap.words[side].iter().any(|unit| unit.is_content()));
    if is_one_sided && has_content && Side::BOTH.into_iter().all(|side| loose.content(side) == 0) {
        return EditManner::Moved;
    }
    if gap.is_end {
        return EditManner::Trimmed;
    }
    let words = Pair::from_fn(|side| spelled_out(draft, side, &gap.words[side]));
    if !is_one_sided && words.left == words.right { EditManner::Contracted } else { EditManner::Reworded }
}

/// The fewest words of a run that are cut although one or two stand for them.
const RUN: usize = 5;

/// Whether the side lacks words of the gap without saying so: *literally*, *with them*, and
/// *by the harbor board and yet* for which only *but* stands.
fn is_cut(gap: &Gap, loose: &Loose, lacking: Side) -> bool {
    if !gap.silent[lacking] {
        return false;
    }
    let full = lacking.other();
    let (own, other) = (gap.words[full].len(), gap.words[lacking].len());
    let content = loose.content(full);
    if other == 0 {
        return content >= 1 || loose.units[full].len() >= 2;
    }
    let sentences = |side: Side| gap.words[side].iter().filter(|unit| unit.is(SENTENCE)).count();
    let loses_sentence = sentences(full) > sentences(lacking) && loose.units[full].len() >= 3 * other;
    let stands = loose.content(lacking);
    let is_shrunk = loose.units[full].len() >= RUN && other <= 2 && content > stands;
    let is_emptied = content >= 2 && stands == 0 && own >= 2 * other;
    loses_sentence || is_shrunk || is_emptied
}

/// How far apart, in words that both have, two gaps of a sentence may stand that say one thing.
const APART: usize = 12;
/// The same for a gap beside which more is said instead.
const BESIDE: usize = 3;

/// Which gaps only one side has words in, and are made up for in the same sentence: by a gap
/// of the other side alone, or by a longer rewording right beside them.
fn paid(draft: &Draft, tie: &Tie, gaps: &[Gap], loose: &[Loose], manners: &[EditManner]) -> Vec<bool> {
    let is_cut =
        |n: usize, side: Side| manners[n] == EditManner::Reworded && is_cut(&gaps[n], &loose[n], side);
    // what an end has lost may stand in the middle of the other side in other words
    let lacks = |n: usize, side: Side| is_cut(n, side) || gaps[n].is_end && gaps[n].words[side].is_empty();
    let apart = |one: usize, two: usize| gaps[one].at.abs_diff(gaps[two].at);
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for one in 0..gaps.len() {
        let near = (one + 1..gaps.len())
            .take_while(|two| gaps[one].sentence == gaps[*two].sentence && apart(one, *two) <= APART);
        for two in near {
            let sides = Side::BOTH.into_iter().any(|side| lacks(one, side) && lacks(two, side.other()));
            let length = |n: usize| loose[n].units.left.len() + loose[n].units.right.len();
            let content = |n: usize| loose[n].content(Side::Left) + loose[n].content(Side::Right);
            let is_even = 3 * length(one).min(length(two)) >= length(one).max(length(two));
            if sides && is_even && content(one).min(content(two)) >= 1 {
                pairs.push((apart(one, two), one, two));
            }
        }
    }
    pairs.sort_unstable();
    let mut paid = vec![false; gaps.len()];
    for (_, one, two) in pairs {
        if !paid[one] && !paid[two] {
            (paid[one], paid[two]) = (true, true);
        }
    }
    for n in 0..gaps.len() {
        let Some(lacking) = Side::BOTH.into_iter().find(|side| is_cut(n, *side)) else { continue };
        let beside = [n.checked_sub(1), Some(n + 1).filter(|next| *next < gaps.len())];
        paid[n] |= beside.into_iter().flatten().any(|other| {
            let says = loose[other].content(lacking);
            let is_beside = gaps[n].sentence == gaps[other].sentence
                && apart(n, other) <= BESIDE
                && !has_content_between(draft, tie, gaps[n].at, gaps[other].at);
            is_beside
                && says
                    > loose[other].content(lacking.other())
                        + loose[n].content(lacking.other()).saturating_sub(1)
        });
    }
    paid
}

/// Whether a word that says something stands in both articles between two gaps.
fn has_content_between(draft: &Draft, tie: &Tie, one: usize, two: usize) -> bool {
    let between = &tie.matches[one.min(two)..one.max(two)];
    let units = Pair::from_fn(|side| draft.pieces[side][tie.pieces[side]].units.as_slice());
    between.iter().any(|matched| is_content(units, *matched))
}

/// The words of an edit as spans, one pair for each piece they stand in.
fn spans(draft: &Draft, gap: &Gap) -> Vec<Pair<Option<Span>>> {
    let pieces = Pair::from_fn(|side| {
        let mut spans: Vec<Span> = Vec::new();
        for unit in &gap.words[side] {
            let word = draft.words[side].span(*unit);
            match spans.last_mut().filter(|_| !unit.is(PIECE)) {
                Some(span) => *span = span.join(word),
                None => spans.push(word),
            }
        }
        spans
    });
    let count = pieces.left.len().max(pieces.right.len());
    (0..count).map(|n| pieces.as_ref().map(|spans| spans.get(n).copied())).collect()
}
