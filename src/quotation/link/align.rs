//! Which words of one passage are which of another: a chain of local alignments.
//!
//! The best stretch is found by local alignment, then the best before it, the
//! best behind it and so on, so that a long cut in the middle does not hide what
//! follows. Free of charge: words in brackets, what an ellipsis permits, and an
//! attribution. Invariants: matches ascend on both sides; exchanging the two
//! passages exchanges the two halves of every match, because the passages are put
//! into an order of their own before anything is decided.

use std::cmp::Ordering;

use crate::text::Vocabulary;

use super::search::packed;
use super::words::{ATTRIBUTING, ELLIPSIS, PIECE, SENTENCE, STOP, TAKEN, Unit};

/// A word of the first passage and the one of the second that it is.
pub(super) type Match = (usize, usize);

/// What lies beyond the ends of the two passages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Ends {
    /// Nothing: both are whole quotations.
    Closed,
    /// The second is a window of a longer text.
    Open,
}

/// What a word costs that stands in for another.
const REPLACED: i32 = -7;
/// What a word costs that only one side has.
const SKIPPED: i32 = -5;
/// What a word costs between two fragments.
const BETWEEN: i32 = -1;
/// The least score of a second stretch, and what each word of distance adds.
const STRETCH: i32 = 18;
/// The most words on either side that are compared without asking for a stretch.
const SMALL: usize = 16;
/// The most words between which a lone stop word says that it is the same.
const TIGHT: usize = 8;
/// The most cells of one table; longer passages are cut at words they share.
const CELLS: usize = 1 << 18;
/// The most cells of all tables of two passages, and how many more each word adds: a
/// quotation longer than any speaker's is aligned by what stands once in it, or two
/// books without paragraphs would take minutes.
const ALL_CELLS: usize = 4 * CELLS;
const CELLS_PER_WORD: usize = 256;

type Range = std::ops::Range<usize>;

/// The words that are the same, in order.
pub(super) fn align(a: &[Unit], b: &[Unit], ends: Ends, vocabulary: &Vocabulary) -> Vec<Match> {
    if ends == Ends::Closed {
        match order(a, b, vocabulary) {
            Ordering::Equal => {
                return (0..a.len()).map(|n| (n, n)).filter(|(n, _)| !a[*n].is(TAKEN)).collect();
            }
            Ordering::Less => {}
            Ordering::Greater => return chain(b, a, ends).into_iter().map(|(b, a)| (a, b)).collect(),
        }
    }
    chain(a, b, ends)
}

/// An order of passages that does not depend on their sides.
fn order(a: &[Unit], b: &[Unit], vocabulary: &Vocabulary) -> Ordering {
    let rank = |unit: &Unit| unit.traits() & !SENTENCE;
    let mut words = Ordering::Equal;
    for (a, b) in a.iter().zip(b) {
        if a.key != b.key {
            words = vocabulary.folded(a.key).cmp(vocabulary.folded(b.key));
            break;
        }
    }
    let traits = || a.iter().map(rank).cmp(b.iter().map(rank));
    a.len().cmp(&b.len()).then(words).then_with(traits)
}

fn chain(a: &[Unit], b: &[Unit], ends: Ends) -> Vec<Match> {
    let mut found: Vec<Match> = Vec::new();
    let mut open: Vec<(Range, Range)> = vec![(0..a.len(), 0..b.len())];
    let mut cells = ALL_CELLS + CELLS_PER_WORD * (a.len() + b.len());
    while let Some((ra, rb)) = open.pop() {
        if ra.is_empty() || rb.is_empty() {
            continue;
        }
        let (pa, pb) = (&a[ra.clone()], &b[rb.clone()]);
        let is_whole = ra.len() == a.len() && rb.len() == b.len();
        let touches_end = ra.start == 0 && rb.start == 0 || ra.end == a.len() && rb.end == b.len();
        if ra.len().saturating_mul(rb.len()) > CELLS {
            let anchors = anchors(pa, pb);
            open.extend(between(&anchors, &ra, &rb));
            found.extend(anchors.iter().map(|(i, j)| (ra.start + i, rb.start + j)));
            continue;
        }
        let Some(left) = cells.checked_sub(ra.len() * rb.len()) else { continue };
        cells = left;
        let (score, stretch) = local(pa, pb, Ends::Open);
        let Some((&first, &last)) = stretch.first().zip(stretch.last()) else { continue };
        let ahead = if ra.start == 0 && rb.start == 0 { usize::MAX } else { first.0.min(first.1) };
        let behind = if ra.end == a.len() && rb.end == b.len() {
            usize::MAX
        } else {
            (pa.len() - 1 - last.0).min(pb.len() - 1 - last.1)
        };
        let distance = i32::try_from(ahead.min(behind).min(40)).unwrap_or(40);
        if is_whole || score >= STRETCH + 2 * distance {
            let shifted = stretch.iter().map(|(i, j)| (ra.start + i, rb.start + j));
            found.extend(shifted);
            open.push((ra.start..ra.start + first.0, rb.start..rb.start + first.1));
            open.push((ra.start + last.0 + 1..ra.end, rb.start + last.1 + 1..rb.end));
        } else if pa.len() <= SMALL && pb.len() <= SMALL && !(touches_end && ends == Ends::Open) {
            let (_, mut all) = local(pa, pb, Ends::Closed);
            if pa.len().max(pb.len()) > TIGHT {
                all = without_strays(&all, pa, pb);
            }
            found.extend(all.iter().map(|(i, j)| (ra.start + i, rb.start + j)));
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
    let ordered = |a: &[Unit], b: &[Unit]| without_strays(&local(a, b, Ends::Closed).1, a, b);
    match order(a, b, vocabulary) {
        Ordering::Equal | Ordering::Less => ordered(a, b),
        Ordering::Greater => ordered(b, a).into_iter().map(|(b, a)| (a, b)).collect(),
    }
}

/// The matches that say something: *the* alone between two long edits is chance.
fn without_strays(matches: &[Match], a: &[Unit], b: &[Unit]) -> Vec<Match> {
    let follows = |one: Match, next: Match| one.0 + 1 == next.0 && one.1 + 1 == next.1;
    let is_kept = |n: usize| {
        let own = matches[n];
        let is_at_end = own == (0, 0) || own == (a.len() - 1, b.len() - 1);
        let joins_before = n > 0 && follows(matches[n - 1], own);
        let joins_next = matches.get(n + 1).is_some_and(|next| follows(own, *next));
        a[own.0].is_content() || is_at_end || joins_before || joins_next
    };
    (0..matches.len()).filter(|n| is_kept(*n)).map(|n| matches[n]).collect()
}

/// How often a word's absence is paid for: never in brackets and attributions, else once.
fn toll(own: Unit) -> i32 {
    i32::from(own.is_required() && !own.is(ATTRIBUTING))
}

/// What stepping over a word costs where `next` would be next on the other side.
fn gap(next: Option<&Unit>) -> i32 {
    match next {
        Some(next) if next.is(ELLIPSIS) => 0,
        Some(next) if next.is(PIECE) => BETWEEN,
        _ => SKIPPED,
    }
}

fn is_same(a: Unit, b: Unit) -> bool {
    a.key == b.key && !a.is(TAKEN) && !b.is(TAKEN)
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
    // for each word of the second: whether it costs, and what a word of the first costs behind it
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
                path.push((i, j));
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

/// What it says that two words stand at the same place.
fn step(own: Unit, other: Unit, replaced: i32) -> i32 {
    match (is_same(own, other), own.is_required() || other.is_required()) {
        (true, true) => i32::from(own.weight),
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
    let mut shared: Vec<Match> = left
        .iter()
        .filter_map(|(words, i)| {
            let at = right.binary_search_by_key(words, |(words, _)| *words).ok()?;
            Some((*i, right[at].1))
        })
        .filter(|(i, j)| is_same(a[*i], b[*j]))
        .collect();
    shared.sort_unstable();
    ascending(&shared)
}

/// The longest part of pairs, ordered by their first half, that ascends in the second, too.
pub(super) fn ascending(pairs: &[Match]) -> Vec<Match> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (n, pair) in pairs.iter().enumerate() {
        let at = tails.partition_point(|tail| pairs[*tail].1 < pair.1);
        before.push(at.checked_sub(1).map(|at| tails[at]));
        if at == tails.len() {
            tails.push(n);
        } else {
            tails[at] = n;
        }
    }
    let mut chain = Vec::with_capacity(tails.len());
    let mut next = tails.last().copied();
    while let Some(n) = next {
        chain.push(pairs[n]);
        next = before[n];
    }
    chain.reverse();
    chain
}

/// The ranges before, between and behind the anchors.
fn between(anchors: &[Match], ra: &Range, rb: &Range) -> Vec<(Range, Range)> {
    if anchors.is_empty() {
        return Vec::new();
    }
    let mut ranges = Vec::new();
    let (mut from_a, mut from_b) = (ra.start, rb.start);
    for (i, j) in anchors {
        let (to_a, to_b) = (ra.start + i, rb.start + j);
        if to_a > from_a && to_b > from_b {
            ranges.push((from_a..to_a, from_b..to_b));
        }
        (from_a, from_b) = (to_a + 1, to_b + 1);
    }
    ranges.push((from_a..ra.end, from_b..rb.end));
    ranges
}

/// The longest run of matches that is without a gap on both sides, in words.
pub(super) fn longest_run(matches: &[Match]) -> usize {
    let mut longest = 0;
    let mut run = 0;
    let mut last = None;
    for &(i, j) in matches {
        run = if last == Some((i.wrapping_sub(1), j.wrapping_sub(1))) { run + 1 } else { 1 };
        longest = longest.max(run);
        last = Some((i, j));
    }
    longest
}

/// How much the matches say together.
pub(super) fn weight(units: &[Unit], matches: &[Match]) -> i64 {
    matches.iter().map(|(i, _)| i64::from(units[*i].weight.max(STOP))).sum()
}
