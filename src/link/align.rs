//! Which words of one passage are which of another: a chain of local alignments.
//!
//! The best stretch is found by local alignment, then the best before it, the
//! best after it and so on, so that a long cut in the middle does not hide what
//! follows. Free of charge: words in brackets, what an ellipsis permits, and an
//! attribution. Invariants: matches ascend on both sides; exchanging the two
//! passages exchanges the two halves of every match, because the passages are put
//! into an order of their own before anything is decided.

use std::cmp::Ordering;
use std::ops::Range;

use crate::text::Pair;
use crate::words::Vocabulary;

use super::index::packed;
use super::units::{Trait, Unit};

/// A word of the first passage and the one of the second that it is.
pub(super) type Match = Pair<usize>;

/// What lies beyond the ends of the two passages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ends {
    /// Nothing: both are whole quotations.
    Closed,
    /// The second is a window of a longer text.
    Open,
}

// The costs and scores were measured on rewritten articles: half or twice of each alters several links.
/// What a word costs that replaces another.
const REPLACED: i32 = -7;
/// What a word costs that only one side has.
const SKIPPED: i32 = -5;
/// What a word costs between two fragments.
const BETWEEN: i32 = -1;
/// The least score of a second stretch; each word of distance adds two.
const STRETCH: usize = 18;
/// The most words on either side that are compared without asking for a stretch.
const SMALL: usize = 16;
/// The most words between which a stop word alone is no chance: *can* in a short edit.
const TIGHT: usize = 8;
/// The most cells of one table; longer passages are cut at words they share.
const CELLS: usize = 1 << 18;
/// The most cells of all tables of two passages, and how many more each word adds: a
/// quotation longer than any speaker's is aligned by what it has once, or two
/// books without paragraphs would take minutes.
const ALL_CELLS: usize = 4 * CELLS;
const CELLS_PER_WORD: usize = 256;

/// The words that are the same, in order.
pub(super) fn align(a: &[Unit], b: &[Unit], ends: Ends, vocabulary: &Vocabulary) -> Vec<Match> {
    match ends {
        Ends::Open => chain(a, b, ends),
        Ends::Closed => in_order(a, b, vocabulary, |a, b| chain(a, b, ends)),
    }
}

/// Aligns two passages in an order that does not depend on their sides.
fn in_order(
    a: &[Unit],
    b: &[Unit],
    vocabulary: &Vocabulary,
    align: impl Fn(&[Unit], &[Unit]) -> Vec<Match>,
) -> Vec<Match> {
    let differing = a.iter().zip(b).find(|(a, b)| a.key != b.key);
    let words =
        differing.map_or(Ordering::Equal, |(a, b)| vocabulary.folded(a.key).cmp(vocabulary.folded(b.key)));
    let rank = |unit: &Unit| unit.traits - Trait::Sentence;
    let traits = || a.iter().map(rank).cmp(b.iter().map(rank));
    match a.len().cmp(&b.len()).then(words).then_with(traits) {
        Ordering::Equal => {
            (0..a.len()).filter(|n| !a[*n].is(Trait::Taken)).map(|n| Pair::new(n, n)).collect()
        }
        Ordering::Less => align(a, b),
        Ordering::Greater => align(b, a).into_iter().map(Pair::swap).collect(),
    }
}

fn chain(a: &[Unit], b: &[Unit], ends: Ends) -> Vec<Match> {
    let mut found: Vec<Match> = Vec::new();
    let mut open: Vec<(Range<usize>, Range<usize>)> = vec![(0..a.len(), 0..b.len())];
    let mut cells = ALL_CELLS + CELLS_PER_WORD * (a.len() + b.len());
    while let Some((ra, rb)) = open.pop() {
        let (pa, pb) = (&a[ra.clone()], &b[rb.clone()]);
        let size = pa.len().saturating_mul(pb.len());
        let shifted = |found: &Match| Pair::new(ra.start + found.left, rb.start + found.right);
        if size > CELLS {
            let anchors: Vec<Match> = anchors(pa, pb).iter().map(shifted).collect();
            if !anchors.is_empty() {
                open.extend(between(&anchors, ra, rb));
            }
            found.extend(anchors);
            continue;
        }
        let Some(left) = cells.checked_sub(size) else { continue };
        cells = left;
        let (score, stretch) = local(pa, pb, Ends::Open);
        let Some((first, last)) = stretch.first().zip(stretch.last()) else { continue };
        let (head, tail) = (ra.start + rb.start == 0, ra.end == a.len() && rb.end == b.len());
        let before = (!head).then(|| first.left.min(first.right));
        let after = (!tail).then(|| (pa.len() - 1 - last.left).min(pb.len() - 1 - last.right));
        let distance = before.into_iter().chain(after).min();
        if distance.is_none_or(|words| score as usize >= STRETCH + 2 * words) {
            found.extend(stretch.iter().map(shifted));
            open.push((ra.start..ra.start + first.left, rb.start..rb.start + first.right));
            open.push((ra.start + last.left + 1..ra.end, rb.start + last.right + 1..rb.end));
        } else if pa.len().max(pb.len()) <= SMALL && (ends == Ends::Closed || !head && !tail) {
            found.extend(closed(pa, pb).iter().map(shifted));
        }
    }
    found.sort_unstable();
    found
}

/// The words that are the same in two passages that answer each other from end to end.
pub(super) fn through(a: &[Unit], b: &[Unit], vocabulary: &Vocabulary) -> Vec<Match> {
    if a.len().saturating_mul(b.len()) > CELLS {
        return Vec::new();
    }
    in_order(a, b, vocabulary, closed)
}

/// The best way through both passages; *the* alone between two long edits is chance.
fn closed(a: &[Unit], b: &[Unit]) -> Vec<Match> {
    let (_, matches) = local(a, b, Ends::Closed);
    let is_tight = a.len().max(b.len()) <= TIGHT;
    let is_kept = |n: &usize| {
        let own = matches[*n];
        let next = own.map(|at| at + 1);
        is_tight
            || a[own.left].is_content()
            || own == Pair::new(0, 0)
            || next == Pair::new(a.len(), b.len())
            || matches.get(n + 1) == Some(&next)
            || *n > 0 && matches[n - 1].map(|at| at + 1) == own
    };
    (0..matches.len()).filter(is_kept).map(|n| matches[n]).collect()
}

/// How often a word's absence is counted: never in brackets and attributions, else once.
fn toll(own: Unit) -> i32 {
    i32::from(own.is_required() && !own.is(Trait::Attributing))
}

/// What stepping over a word costs where `next` would be next on the other side.
fn gap(next: Option<&Unit>) -> i32 {
    match next {
        Some(next) if next.is(Trait::Ellipsis) => 0,
        Some(next) if next.is(Trait::Fragment) => BETWEEN,
        _ => SKIPPED,
    }
}

fn is_same(a: Unit, b: Unit) -> bool {
    a.key == b.key && !a.is(Trait::Taken) && !b.is(Trait::Taken)
}

/// The best stretch (`Open`), or the best way through both passages whole (`Closed`), with its score.
fn local(a: &[Unit], b: &[Unit], ends: Ends) -> (i32, Vec<Match>) {
    let width = b.len() + 1;
    let mut table = vec![0_i32; (a.len() + 1) * width];
    let (floor, replaced, gaps) = match ends {
        Ends::Open => (0, REPLACED, 1),
        Ends::Closed => (i32::MIN / 2, 0, 0),
    };
    let (mut best, mut at) = (0, (0, 0));
    // for each word of the second: whether it costs, and what a word of the first costs after it
    let columns: Vec<(i32, i32)> = (1..=b.len()).map(|j| (toll(b[j - 1]), gaps * gap(b.get(j)))).collect();
    for i in 1..=a.len() {
        let (own, own_toll, across) = (a[i - 1], toll(a[i - 1]), gaps * gap(a.get(i)));
        let (above, row) = table[(i - 1) * width..].split_at_mut(width);
        let (mut before, mut diagonal) = (row[0], above[0]);
        for (j, (other, (other_toll, beside))) in b.iter().zip(&columns).enumerate() {
            let through = diagonal + step(own, *other, replaced);
            diagonal = above[j + 1];
            let over_a = diagonal + own_toll * beside;
            let over_b = before + other_toll * across;
            before = through.max(over_a).max(over_b).max(floor);
            row[j + 1] = before;
            if before > best {
                (best, at) = (before, (i, j + 1));
            }
        }
    }
    let mut path = Vec::new();
    let (mut i, mut j) = at;
    while i > 0 && j > 0 {
        let cell = i * width + j;
        if ends == Ends::Open && table[cell] == 0 {
            break;
        }
        if table[cell] == table[cell - width - 1] + step(a[i - 1], b[j - 1], replaced) {
            (i, j) = (i - 1, j - 1);
            if is_same(a[i], b[j]) {
                path.push(Pair::new(i, j));
            }
        } else if table[cell] == table[cell - width] + gaps * toll(a[i - 1]) * gap(b.get(j)) {
            i -= 1;
        } else {
            j -= 1;
        }
    }
    path.reverse();
    (best, path)
}

/// What it counts that two words are at the same place.
fn step(own: Unit, other: Unit, replaced: i32) -> i32 {
    match (is_same(own, other), own.is_required() || other.is_required()) {
        (true, true) => own.weight(),
        // two brackets that say the same are no evidence of the same words around them
        (true, false) => 2,
        (false, _) => replaced,
    }
}

/// Words that begin a run of three found once in each passage, in the longest ascending order.
fn anchors(a: &[Unit], b: &[Unit]) -> Vec<Match> {
    let once = |units: &[Unit]| {
        let run = |n: usize| packed(std::array::from_fn(|ahead| Some(units[n + ahead].key)), n);
        let mut runs: Vec<u128> = (0..units.len().saturating_sub(2)).map(run).collect();
        runs.sort_unstable();
        let alone = runs.chunk_by(|x, y| x >> 32 == y >> 32).filter(|same| same.len() == 1);
        alone.map(|run| (run[0] >> 32, run[0] as u32 as usize)).collect::<Vec<_>>()
    };
    let (left, right) = (once(a), once(b));
    let partner = |(words, at): &(u128, usize)| {
        let other = right[right.binary_search_by_key(words, |(words, _)| *words).ok()?].1;
        is_same(a[*at], b[other]).then(|| Pair::new(*at, other))
    };
    let mut shared: Vec<Match> = left.iter().filter_map(partner).collect();
    shared.sort_unstable();
    ascending(&shared)
}

/// The longest part of pairs, ordered by their left half, that ascends in the right, too.
fn ascending(pairs: &[Match]) -> Vec<Match> {
    // the last pair of the best chain of each length, and the pair before each pair in its chain
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (n, pair) in pairs.iter().enumerate() {
        let at = tails.partition_point(|tail| pairs[*tail].right < pair.right);
        before.push(at.checked_sub(1).map(|at| tails[at]));
        match tails.get_mut(at) {
            Some(tail) => *tail = n,
            None => tails.push(n),
        }
    }
    let mut chain: Vec<Match> =
        std::iter::successors(tails.last().copied(), |n| before[*n]).map(|n| pairs[n]).collect();
    chain.reverse();
    chain
}

/// The ranges before, between and after the anchors.
fn between(anchors: &[Match], a: Range<usize>, b: Range<usize>) -> Vec<(Range<usize>, Range<usize>)> {
    let starts = std::iter::once((a.start, b.start));
    let starts = starts.chain(anchors.iter().map(|at| (at.left + 1, at.right + 1)));
    let ends = anchors.iter().map(|at| (at.left, at.right)).chain([(a.end, b.end)]);
    starts.zip(ends).map(|(from, to)| (from.0..to.0, from.1..to.1)).collect()
}
