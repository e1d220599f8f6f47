//! Row order: which sentences share a row, and what goes between them.
//!
//! Beads in the main order are the anchors. Between two anchors come the sentences of the left
//! that are in neither, then those of the right, so that each column reads in the order of its
//! article. A moved bead gives two rows, one at each end. A bead whose sentences are not
//! adjacent gives one row for each run of adjacent sentences.

use std::ops::Range;

use super::model::Part;
use crate::alignment::{Alignment, Bead, BeadId};
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};

/// A row before it has any text: some sentences of a bead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct RowSentences {
    /// The bead.
    pub(super) bead: BeadId,
    /// Which part of it.
    pub(super) part: Part,
    /// The indices of the sentences on each side.
    pub(super) sentences: Pair<Option<Range<usize>>>,
}

impl RowSentences {
    fn new(bead: BeadId, part: Part, side: Side, sentences: Range<usize>) -> RowSentences {
        RowSentences { bead, part, sentences: Pair::only(side, sentences) }
    }

    /// The first sentence on a side that it has.
    fn start(&self, side: Side) -> usize {
        self.sentences[side].as_ref().map_or(0, |sentences| sentences.start)
    }
}

/// All rows of an alignment, from top to bottom; the sentences of each side are in the order of its text.
pub(super) fn row_order(alignment: &Alignment) -> Vec<RowSentences> {
    let mut anchors = Vec::new();
    let mut one_sided = Pair::new(Vec::new(), Vec::new());
    for (id, bead) in alignment.iter() {
        add_bead(id, bead, &mut anchors, &mut one_sided);
    }
    let anchors = without_crossing(anchors, &mut one_sided);
    for side in Side::BOTH {
        one_sided[side].sort_by_key(|row| row.start(side));
    }
    merge(anchors, one_sided)
}

/// Sorts the sentences of a bead into an anchor and rows of one side.
fn add_bead(
    id: BeadId,
    bead: &Bead,
    anchors: &mut Vec<RowSentences>,
    one_sided: &mut Pair<Vec<RowSentences>>,
) {
    let runs = bead.sentences.as_ref().map(|ids| adjacent(ids));
    let aligned = !runs.left.is_empty() && !runs.right.is_empty();
    for (side, runs) in runs.as_ref().sides() {
        for (n, run) in runs.iter().enumerate() {
            let part = match (n, side) {
                (0, _) if !aligned => Part::Whole,
                (0, _) if !bead.moved => continue,
                (0, Side::Left) => Part::MovedFrom,
                (0, Side::Right) => Part::MovedTo,
                (_, Side::Left | Side::Right) => Part::Continued,
            };
            one_sided[side].push(RowSentences::new(id, part, side, run.clone()));
        }
    }
    if aligned && !bead.moved {
        let sentences = runs.map(|side| side.into_iter().next());
        anchors.push(RowSentences { bead: id, part: Part::Whole, sentences });
    }
}

/// The longest chain of anchors that rises on both sides.
///
/// Two beads whose sentences are interleaved may cross; one of them is shown as two ends.
fn without_crossing(
    mut anchors: Vec<RowSentences>,
    one_sided: &mut Pair<Vec<RowSentences>>,
) -> Vec<RowSentences> {
    anchors.sort_by_key(|anchor| anchor.start(Side::Left));
    let rights: Vec<usize> = anchors.iter().map(|anchor| anchor.start(Side::Right)).collect();
    let mut kept = Vec::with_capacity(anchors.len());
    for (anchor, rises) in anchors.into_iter().zip(longest_rising(&rights)) {
        if rises {
            kept.push(anchor);
            continue;
        }
        let parts = Pair::new(Part::MovedFrom, Part::MovedTo);
        for (side, (sentences, part)) in anchor.sentences.zip(parts).sides() {
            one_sided[side]
                .extend(sentences.map(|sentences| RowSentences::new(anchor.bead, part, side, sentences)));
        }
    }
    kept
}

/// For each number, whether it belongs to the longest rising subsequence.
pub(super) fn longest_rising(numbers: &[usize]) -> Vec<bool> {
    // ends[n]: the least number that ends a rising sequence of n + 1
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (index, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|&end| numbers[end] < *number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut rises = vec![false; numbers.len()];
    let mut next = ends.last().copied();
    while let Some(index) = next {
        rises[index] = true;
        next = before[index];
    }
    rises
}

/// Anchors and the rows of one side between them, the left's before the right's.
fn merge(anchors: Vec<RowSentences>, one_sided: Pair<Vec<RowSentences>>) -> Vec<RowSentences> {
    let mut rows = Vec::with_capacity(anchors.len() + one_sided.left.len() + one_sided.right.len());
    let mut one_sided = one_sided.map(|rows| rows.into_iter().peekable());
    for anchor in anchors {
        for side in Side::BOTH {
            let here = anchor.start(side);
            while let Some(row) = one_sided[side].next_if(|row| row.start(side) < here) {
                rows.push(row);
            }
        }
        rows.push(anchor);
    }
    rows.extend(one_sided.left);
    rows.extend(one_sided.right);
    rows
}

/// Runs of sentences that follow each other, as ranges of indices.
fn adjacent(ids: &[SentenceId]) -> Vec<Range<usize>> {
    let runs = ids.chunk_by(|one, next| one.index() + 1 == next.index());
    runs.map(|run| run[0].index()..run[0].index() + run.len()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::alignment::Reuse;

    /// Beads as `left-right` with sentence numbers, `↕` before a moved one; rows
    /// in the same notation, with `…` before a continued row.
    #[track_caller]
    fn check(beads: &str, rows: &str) {
        let alignment = Alignment { beads: beads.split(' ').map(bead).collect() };
        let got: Vec<String> = row_order(&alignment).iter().map(show).collect();
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
            repeats: None,
        }
    }

    fn show(row: &RowSentences) -> String {
        let sign = match row.part {
            Part::Whole => "",
            Part::MovedFrom | Part::MovedTo => "↕",
            Part::Continued => "…",
        };
        let ids = row.sentences.as_ref().map(|sentences| {
            sentences.clone().into_iter().flatten().map(|index| index.to_string()).collect::<String>()
        });
        format!("{sign}{}-{}", ids.left, ids.right)
    }

    #[test]
    fn rows_of_one_side_come_between_their_neighbors_left_first() {
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
    fn sentences_that_are_not_adjacent_are_continued() {
        check("0-02 1-1", "0-0 1-1 …-2");
        check("02-0 1-1", "0-0 1-1 …2-");
        check("01-01 2-2", "01-01 2-2");
    }

    #[test]
    fn beads_that_cross_keep_the_order_of_both_columns() {
        check("0-1 1-0", "↕0- 1-0 ↕-1");
    }
}
