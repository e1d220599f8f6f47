//! The order of the rows: which sentences stand side by side, and what stands between them.
//!
//! Beads in the main order are the anchors; between two of them comes what stands
//! on the left alone, then what stands on the right alone, so that either column
//! reads on as its article does. A moved bead gives two rows, each at its own
//! place. A bead whose sentences do not stand together gives one row for each
//! stretch of them.

use std::ops::Range;

use super::model::Part;
use crate::alignment::{Alignment, Bead, BeadId};
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};

/// A row before it has any text: some sentences of a bead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Place {
    /// The bead.
    pub(super) bead: BeadId,
    /// Which part of it.
    pub(super) part: Part,
    /// The sentences of each side, as indices; they stand together.
    pub(super) stretches: Pair<Option<Range<usize>>>,
}

/// All rows of an alignment, from top to bottom; each side's stretches are in the order of its text.
pub(super) fn order(alignment: &Alignment) -> Vec<Place> {
    let mut anchors = Vec::new();
    let mut loose = Pair::new(Vec::new(), Vec::new());
    for (id, bead) in alignment.iter() {
        place(id, bead, &mut anchors, &mut loose);
    }
    let anchors = keep_rising(anchors, &mut loose);
    for side in Side::BOTH {
        loose[side].sort_by_key(|place| start(place, side));
    }
    merge(anchors, loose)
}

/// Sorts one bead's stretches into those that stand side by side and those that stand alone.
fn place(id: BeadId, bead: &Bead, anchors: &mut Vec<Place>, loose: &mut Pair<Vec<Place>>) {
    let found = bead.sentences.as_ref().map(|ids| stretches(ids));
    let aligned = !found.left.is_empty() && !found.right.is_empty();
    for (side, stretches) in found.as_ref().sides() {
        for (n, stretch) in stretches.iter().enumerate() {
            let part = match (n, side) {
                (0, _) if !aligned => Part::Whole,
                (0, _) if !bead.moved => continue,
                (0, Side::Left) => Part::MovedFrom,
                (0, Side::Right) => Part::MovedTo,
                (_, Side::Left | Side::Right) => Part::Continued,
            };
            loose[side].push(alone(id, part, side, stretch.clone()));
        }
    }
    if aligned && !bead.moved {
        let stretches = found.map(|side| side.into_iter().next());
        anchors.push(Place { bead: id, part: Part::Whole, stretches });
    }
}

/// The longest chain of anchors that rises on both sides.
///
/// Beads in the main order never cross, so that this keeps all of them; were two
/// to cross after all, one would be shown as two ends rather than tear a column.
fn keep_rising(mut anchors: Vec<Place>, loose: &mut Pair<Vec<Place>>) -> Vec<Place> {
    anchors.sort_by_key(|anchor| start(anchor, Side::Left));
    // ends[n]: the anchor with the least right start that ends a chain of n + 1
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(anchors.len());
    for (index, anchor) in anchors.iter().enumerate() {
        let right = start(anchor, Side::Right);
        let length = ends.partition_point(|&end| start(&anchors[end], Side::Right) < right);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut keep = vec![false; anchors.len()];
    let mut next = ends.last().copied();
    while let Some(index) = next {
        keep[index] = true;
        next = before[index];
    }
    let mut kept = Vec::with_capacity(anchors.len());
    for (anchor, keep) in anchors.into_iter().zip(keep) {
        if keep {
            kept.push(anchor);
            continue;
        }
        let parts = Pair::new(Part::MovedFrom, Part::MovedTo);
        for (side, (stretch, part)) in anchor.stretches.zip(parts).sides() {
            loose[side].extend(stretch.map(|stretch| alone(anchor.bead, part, side, stretch)));
        }
    }
    kept
}

/// Anchors and what stands between them, the left's before the right's.
fn merge(anchors: Vec<Place>, loose: Pair<Vec<Place>>) -> Vec<Place> {
    let mut rows = Vec::with_capacity(anchors.len() + loose.left.len() + loose.right.len());
    let mut loose = loose.map(|places| places.into_iter().peekable());
    for anchor in anchors {
        for side in Side::BOTH {
            let here = start(&anchor, side);
            while let Some(place) = loose[side].next_if(|place| start(place, side) < here) {
                rows.push(place);
            }
        }
        rows.push(anchor);
    }
    rows.extend(loose.left);
    rows.extend(loose.right);
    rows
}

fn alone(bead: BeadId, part: Part, side: Side, stretch: Range<usize>) -> Place {
    let mut stretches = Pair::new(None, None);
    stretches[side] = Some(stretch);
    Place { bead, part, stretches }
}

/// The first sentence of a place on a side that it has.
fn start(place: &Place, side: Side) -> usize {
    place.stretches[side].as_ref().map_or(0, |stretch| stretch.start)
}

/// Sentences that follow each other, as ranges of indices.
fn stretches(ids: &[SentenceId]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for id in ids {
        let index = id.index();
        match found.last_mut() {
            Some(last) if last.end == index => last.end += 1,
            _ => found.push(index..index + 1),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::Reuse;

    /// Beads as `left-right` with sentence numbers, `↕` before a moved one; rows
    /// in the same notation, with `…` before a continued stretch.
    #[track_caller]
    fn check(beads: &str, rows: &str) {
        let alignment = Alignment { beads: beads.split(' ').map(bead).collect() };
        let got: Vec<String> = order(&alignment).iter().map(show).collect();
        assert_eq!(got.join(" "), rows);
    }

    fn bead(notation: &str) -> Bead {
        let moved = notation.starts_with('↕');
        let (left, right) = notation.trim_start_matches('↕').split_once('-').expect("left-right");
        let ids = |side: &str| side.bytes().map(|b| SentenceId::new((b - b'0') as usize)).collect();
        Bead {
            sentences: Pair::new(ids(left), ids(right)),
            reuse: Reuse::Edited,
            score: 1.0,
            moved,
            pinned: false,
        }
    }

    fn show(place: &Place) -> String {
        let sign = match place.part {
            Part::Whole => "",
            Part::MovedFrom | Part::MovedTo => "↕",
            Part::Continued => "…",
        };
        let ids = place.stretches.as_ref().map(|stretch| {
            stretch.clone().into_iter().flatten().map(|index| index.to_string()).collect::<String>()
        });
        format!("{sign}{}-{}", ids.left, ids.right)
    }

    #[test]
    fn what_stands_alone_comes_between_its_neighbours_left_first() {
        check("0-0 1- 2-2 -1", "0-0 1- -1 2-2");
        check("0-0 -1 1- 2-2", "0-0 1- -1 2-2");
        check("-0 0-", "0- -0");
    }

    #[test]
    fn a_moved_bead_gives_a_row_at_either_end() {
        check("↕0-2 1-0 2-1", "↕0- 1-0 2-1 ↕-2");
        check("0-1 1-2 ↕2-0", "↕-0 0-1 1-2 ↕2-");
    }

    #[test]
    fn sentences_that_stand_apart_are_continued() {
        check("0-02 1-1", "0-0 1-1 …-2");
        check("02-0 1-1", "0-0 1-1 …2-");
        check("01-01 2-2", "01-01 2-2");
    }

    #[test]
    fn beads_that_cross_tear_no_column() {
        check("0-1 1-0", "↕0- 1-0 ↕-1");
    }
}
