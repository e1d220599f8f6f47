//! Values in each other’s place: *from 5 percent to 7* became *from 7 percent to 5*.
//!
//! Equal values whose order differs say that something changed places. Where the words around
//! them stayed ([`Frame`]), it was the values, and each now has the role of another. Where the words moved
//! along, it was whole phrases, and the values say the same: *5 in Dorn and 7 in Lund*, *7 in Lund
//! and 5 in Dorn*. A mere list has no roles: *on Monday and Friday*. Invariants: each mention keeps
//! exactly one partner; nothing depends on which side is which.

use super::fact::Exchange;
use super::frame::{Frame, Sort};
use super::stated::{Mention, Stated};
use super::value::FactValue;
use crate::text::{Pair, Side};

/// The most values that change places at once; more are another sentence. Twice as many find nothing
/// more in 877 texts, half as many change one.
const MOST: usize = 8;

/// The pairs of facts that changed places, and those that kept theirs between them. `same` are the
/// equal facts in the order of the left, `free` those without a partner.
pub(super) fn exchanged(
    stated: &Pair<Stated<'_>>,
    same: &[Pair<usize>],
    free: &Pair<Vec<usize>>,
) -> Vec<(Pair<usize>, Option<Exchange>)> {
    let (mut found, mut group) = (Vec::new(), 0);
    for sort in Sort::ALL {
        let pairs = equal(stated, same, free, sort);
        for block in blocks(&pairs) {
            let Some(places) = places(stated, block) else { continue };
            let Some(is_sure) = Frame::new(stated, sort, &places).and_then(|frame| frame.is_kept()) else {
                continue;
            };
            let differs = |both: Pair<usize>| !is_equal(mentions(stated, both));
            let exchange = |both| differs(both).then_some(Exchange { group, is_sure });
            found.extend(places.into_iter().map(|both| (both, exchange(both))));
            group += 1;
        }
    }
    found
}

fn mentions<'a>(stated: &'a Pair<Stated<'_>>, both: Pair<usize>) -> Pair<&'a Mention> {
    both.zip(stated.as_ref()).map(|(at, stated)| &stated.mentions[at])
}

/// The equal values of a sort, in the order of the left.
fn equal(
    stated: &Pair<Stated<'_>>,
    same: &[Pair<usize>],
    free: &Pair<Vec<usize>>,
    sort: Sort,
) -> Vec<Pair<usize>> {
    let is_of = |side: Side, at: usize| Sort::of(&stated[side].mentions[at].value) == sort;
    let is_pair = |both: &&Pair<usize>| is_of(Side::Left, both.left) && is_of(Side::Right, both.right);
    let mut pairs: Vec<Pair<usize>> = same.iter().filter(is_pair).copied().collect();
    // *from 5 percent to 7*, *from 7 to 5 percent*: the unit is written once
    if sort == Sort::Figure {
        let mut rights: Vec<usize> =
            free.right.iter().copied().filter(|&at| is_of(Side::Right, at)).collect();
        for &left in free.left.iter().filter(|at| is_of(Side::Left, **at)) {
            let is_same = |right: &usize| is_equal(mentions(stated, Pair::new(left, *right)));
            if let Some(at) = rights.iter().position(is_same) {
                pairs.push(Pair::new(left, rights.remove(at)));
            }
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Whether two mentions say the same, one of them perhaps without its unit.
fn is_equal(both: Pair<&Mention>) -> bool {
    let Pair { left, right } = both.map(|mention| &mention.value);
    let is_bare = |value: &FactValue| matches!(value, FactValue::Number(_));
    let is_same_figure = left.figure().is_some() && left.figure() == right.figure();
    left.agrees(right) || is_same_figure && (is_bare(left) || is_bare(right))
}

/// The smallest runs of pairs that are in another order on both sides and contain each other’s places.
fn blocks(pairs: &[Pair<usize>]) -> Vec<&[Pair<usize>]> {
    let mut sorted: Vec<usize> = pairs.iter().map(|both| both.right).collect();
    sorted.sort_unstable();
    let mut found = Vec::new();
    let (mut start, mut last) = (0, 0);
    for (at, both) in pairs.iter().enumerate() {
        last = last.max(sorted.partition_point(|other| *other < both.right));
        if last == at {
            found.push(&pairs[start..=at]);
            start = at + 1;
        }
    }
    found.retain(|block| (2..=MOST).contains(&block.len()));
    found
}

/// The mentions of a block place by place; none where the values of nearly all places are equal.
fn places(stated: &Pair<Stated<'_>>, block: &[Pair<usize>]) -> Option<Vec<Pair<usize>>> {
    let mut rights: Vec<usize> = block.iter().map(|both| both.right).collect();
    rights.sort_unstable();
    let places: Vec<Pair<usize>> =
        block.iter().zip(rights).map(|(both, right)| Pair::new(both.left, right)).collect();
    let differing = places.iter().filter(|both| !is_equal(mentions(stated, **both))).count();
    (differing >= 2).then_some(places)
}
