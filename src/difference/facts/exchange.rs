//! Values in each other’s place: *from 5 percent to 7* became *from 7 percent to 5*.
//!
//! Equal values whose order differs say that something changed places. Where the words around
//! them stayed, it was the values, and each now fills the role of another. Where the words moved
//! along, it was whole phrases, and the values say the same: *5 in Dorn and 7 in Lund*, *7 in Lund
//! and 5 in Dorn*. A mere list has no roles: *on Monday and Friday*. Invariants: each mention keeps
//! exactly one partner; swapping the sides mirrors the result.

use super::frame::Frame;
use super::pairing::{MOST_PAIRS, Partners, Stated};
use super::scan::Mention;
use super::value::Value;
use super::{Exchange, FactKind, FactState};
use crate::text::{Pair, Side};

/// The most values that change places at once; more is another sentence.
const MOST: usize = 8;

/// Kinds of values that can change places.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    /// Numbers, sums and shares.
    Figure,
    Date,
    Time,
    /// People, organizations and places.
    Name,
    Title,
}

impl Sort {
    const ALL: [Sort; 5] = [Sort::Figure, Sort::Date, Sort::Time, Sort::Name, Sort::Title];

    pub(super) fn of(value: &Value) -> Sort {
        match value.kind() {
            FactKind::Number | FactKind::Money | FactKind::Percent => Sort::Figure,
            FactKind::Date => Sort::Date,
            FactKind::Time => Sort::Time,
            FactKind::Name | FactKind::Place => Sort::Name,
            FactKind::Title => Sort::Title,
        }
    }

    /// Whether it names somebody or something, so that its order alone says who did what.
    pub(super) fn is_name(self) -> bool {
        match self {
            Sort::Name | Sort::Title => true,
            Sort::Figure | Sort::Date | Sort::Time => false,
        }
    }
}

/// Pairs values by their places that changed them.
pub(super) fn settle(stated: &Pair<Stated<'_>>, partners: &mut Partners) {
    let mut group = 0;
    for sort in Sort::ALL {
        let pairs = equal(stated, partners, sort);
        for block in blocks(&pairs) {
            let Some(places) = places(stated, block) else { continue };
            let Some(is_sure) = Frame::new(stated, sort, &places).and_then(|frame| frame.is_kept()) else {
                continue;
            };
            for both in &places {
                let mentions = both.zip(stated.as_ref()).map(|(at, stated)| &stated.mentions[at]);
                let (state, exchange) = if is_equal(mentions.left, mentions.right) {
                    (FactState::Same, None)
                } else {
                    (FactState::Altered, Some(Exchange { group, is_sure }))
                };
                partners.rejoin(both.left, both.right, state, exchange);
            }
            group += 1;
        }
    }
}

/// The places of the equal values of a sort, in the order of the left.
fn equal(stated: &Pair<Stated<'_>>, partners: &Partners, sort: Sort) -> Vec<(usize, usize)> {
    let is_of = |side: Side, at: usize| Sort::of(&stated[side].mentions[at].value) == sort;
    let mut pairs: Vec<(usize, usize)> = partners
        .same()
        .filter(|&(left, right)| is_of(Side::Left, left) && is_of(Side::Right, right))
        .collect();
    // *from 5 percent to 7*, *from 7 to 5 percent*: the unit is written once
    let free = Pair::from_fn(|side| partners.free(side).filter(|&at| is_of(side, at)).collect::<Vec<_>>());
    if sort == Sort::Figure && free.left.len() * free.right.len() <= MOST_PAIRS {
        let mut rights = free.right;
        for left in free.left {
            let is_twin =
                |right: &usize| is_equal(&stated.left.mentions[left], &stated.right.mentions[*right]);
            if let Some(at) = rights.iter().position(is_twin) {
                pairs.push((left, rights.remove(at)));
            }
        }
    }
    pairs.sort_unstable();
    pairs
}

/// Whether two mentions say the same, one of them perhaps without its unit.
fn is_equal(left: &Mention, right: &Mention) -> bool {
    let is_bare = matches!(left.value, Value::Number(_)) || matches!(right.value, Value::Number(_));
    let is_same_figure =
        || left.value.figure().zip(right.value.figure()).is_some_and(|(one, two)| one == two);
    left.value.agrees(&right.value) || is_bare && is_same_figure()
}

/// The smallest runs of pairs that are in another order on both sides and contain each other’s places.
fn blocks(pairs: &[(usize, usize)]) -> impl Iterator<Item = &[(usize, usize)]> {
    let mut sorted: Vec<usize> = pairs.iter().map(|(_, right)| *right).collect();
    sorted.sort_unstable();
    let mut found = Vec::new();
    let (mut start, mut last) = (0, 0);
    for (at, (_, right)) in pairs.iter().enumerate() {
        last = last.max(sorted.partition_point(|other| other < right));
        if last == at {
            found.push(&pairs[start..=at]);
            start = at + 1;
        }
    }
    found.into_iter().filter(|block| (2..=MOST).contains(&block.len()))
}

/// The mentions of a block place by place; none where values of one place cannot be compared.
fn places(stated: &Pair<Stated<'_>>, block: &[(usize, usize)]) -> Option<Vec<Pair<usize>>> {
    let mut rights: Vec<usize> = block.iter().map(|(_, right)| *right).collect();
    rights.sort_unstable();
    let lefts = block.iter().map(|(left, _)| *left);
    let places: Vec<Pair<usize>> = lefts.zip(rights).map(|(left, right)| Pair::new(left, right)).collect();
    let mentions = |both: &Pair<usize>| both.zip(stated.as_ref()).map(|(at, stated)| &stated.mentions[at]);
    let fits = |both: &Pair<usize>| {
        let both = mentions(both).map(|mention| &mention.value);
        both.left.is_comparable(both.right)
    };
    let differs = |both: &&Pair<usize>| {
        let both = mentions(both);
        !is_equal(both.left, both.right)
    };
    (places.iter().all(fits) && places.iter().filter(differs).count() >= 2).then_some(places)
}
