//! Sentences that an article repeats: each copy is paired with the nearest equal one across.
//!
//! Asked after decoding. Of an unequal number of copies the scores cannot say which belong together:
//! all have the same words. So they are paired again, those first that cross the fewest links of the
//! main order; of two at the same distance the one nearer to the start of both texts. A copy that is
//! left over is no sentence of one side only: [`mark_repeats`] says where the other side has it. The same
//! holds of a sentence that is mostly a quotation which the other side has.

use rustc_hash::FxHashMap;

use super::bead::Group;
use super::cell::Cell;
use super::decode::Link;
use super::exact::{Contents, OPEN};
use super::fixed::FixedPairs;
use super::order::main_chain;
use super::profile::Profiles;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};

/// Pairs the copies of repeated sentences by their distance in the main order.
pub(super) fn pair_repeats(
    profiles: &Profiles,
    contents: &Contents,
    fixed: &FixedPairs,
    links: Vec<Link>,
) -> Vec<Link> {
    let classes = unequal_classes(contents, fixed, &links);
    if classes.is_empty() {
        return links;
    }
    let (mut links, released): (Vec<Link>, Vec<Link>) =
        links.into_iter().partition(|link| !fixed.leaves_free(link.cell) || !contents.are_equal(link.cell));
    links.sort_by_key(|link| link.cell);
    let kept = main_chain(profiles, &links);
    let order: Vec<Cell> =
        links.iter().zip(kept).filter(|(_, kept)| *kept).map(|(link, _)| link.cell).collect();
    // how many links of the main order precede a sentence
    let rank = |side: Side, id: SentenceId| order.partition_point(|cell| cell[side] < id);

    let mut cells: Vec<(usize, usize, Cell)> = Vec::new();
    for class in classes {
        let pairs =
            class.left.iter().flat_map(|&left| class.right.iter().map(move |&right| Pair::new(left, right)));
        cells.extend(pairs.filter(|&cell| fixed.may_pair(cell)).map(|cell| {
            let distance = rank(Side::Left, cell.left).abs_diff(rank(Side::Right, cell.right));
            (distance, cell.left.index() + cell.right.index(), cell)
        }));
    }
    cells.sort_unstable();
    let mut is_taken = profiles.sides.as_ref().map(|side| vec![false; side.len()]);
    let mut take = |cell: Cell| {
        let is_free = Side::BOTH.iter().all(|&side| !is_taken[side][cell[side].index()]);
        if is_free {
            for side in Side::BOTH {
                is_taken[side][cell[side].index()] = true;
            }
        }
        is_free
    };
    let pairs = cells.into_iter().filter(|&(.., cell)| take(cell));
    links.extend(pairs.map(|(.., cell)| Link { cell, score: 1.0, lead: 1.0, is_copy: true }));
    // equal sentences that are not repeated
    links.extend(released.into_iter().filter(|link| take(link.cell)));
    links
}

/// The sentences of each class of equal ones, with an unequal number of copies on the two sides, that
/// have no link but to an equal one.
fn unequal_classes(contents: &Contents, fixed: &FixedPairs, links: &[Link]) -> Vec<Pair<Vec<SentenceId>>> {
    let mut is_linked = contents.0.as_ref().map(|side| vec![false; side.len()]);
    for link in links.iter().filter(|link| !contents.are_equal(link.cell)) {
        for side in Side::BOTH {
            is_linked[side][link.cell[side].index()] = true;
        }
    }
    let is_open = |side: Side, id: SentenceId| fixed.is_free(side, id) && !is_linked[side][id.index()];
    let mut open: Vec<(u64, Side, SentenceId)> = Vec::new();
    for (side, contents) in contents.0.as_ref().sides() {
        let all = contents.iter().enumerate().map(|(id, &content)| (content, side, SentenceId::new(id)));
        open.extend(all.filter(|&(_, side, id)| is_open(side, id)));
    }
    open.sort_unstable();
    let classes = open.chunk_by(|one, other| one.0 == other.0).map(|class| {
        let (left, right) = class.split_at(class.partition_point(|&(_, side, _)| side == Side::Left));
        Pair::new(left, right).map(|copies| copies.iter().map(|&(.., id)| id).collect::<Vec<SentenceId>>())
    });
    let is_unequal = |class: &Pair<Vec<SentenceId>>| {
        let (left, right) = (class.left.len(), class.right.len());
        left != right && left.min(right) > 0 && left * right <= OPEN
    };
    classes.filter(is_unequal).collect()
}

/// For each group of one side alone: the first sentence of the other side with the same words, unless the
/// reviewer separated the two.
pub(super) fn mark_repeats(contents: &Contents, fixed: &FixedPairs, groups: &mut [Group]) {
    let mut first: Pair<FxHashMap<u64, SentenceId>> = Pair::default();
    for (side, words) in contents.0.as_ref().sides() {
        for (id, &content) in words.iter().enumerate() {
            first[side].entry(content).or_insert(SentenceId::new(id));
        }
    }
    for group in groups {
        let Some((side, id)) = alone(group) else { continue };
        let copy = first[side.other()].get(&contents.0[side][id.index()]).copied();
        group.repeats = copy.filter(|&copy| {
            let cell = Pair::new(id, copy);
            fixed.may_pair(if side == Side::Left { cell } else { cell.swap() })
        });
    }
}

/// For each group of one side alone that is mostly a quotation: the sentence of the other side that holds
/// its words.
pub(super) fn mark_quoted(profiles: &Profiles, anchors: &[Cell], groups: &mut [Group]) {
    let mut held = profiles.sides.as_ref().map(|side| vec![None; side.len()]);
    for &cell in anchors.iter().rev() {
        for side in Side::BOTH {
            let words = profiles.sides[side].totals(cell[side]).words;
            if 2 * profiles.shared_evidence(cell) >= words {
                held[side][cell[side].index()] = Some(cell[side.other()]);
            }
        }
    }
    for group in groups.iter_mut().filter(|group| group.repeats.is_none()) {
        if let Some((side, id)) = alone(group) {
            group.repeats = held[side][id.index()];
        }
    }
}

/// The sentence of a group that has no other.
fn alone(group: &Group) -> Option<(Side, SentenceId)> {
    match (group.sentences.left.as_slice(), group.sentences.right.as_slice()) {
        (&[id], []) => Some((Side::Left, id)),
        ([], &[id]) => Some((Side::Right, id)),
        _ => None,
    }
}
