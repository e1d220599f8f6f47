//! Precomputed facts about all rows: the weight of each row, and the other row of its bead.
//!
//! Computed once per comparison, so that drawing a frame takes the same time for any length.

use std::collections::HashMap;

use super::items::RowId;
use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::difference::Severity;
use crate::view::{Part, Row, Sign};

/// Precomputed facts about all rows.
#[derive(Clone, Debug)]
pub(crate) struct Overview {
    weights: Vec<Weight>,
    other_ends: HashMap<RowId, RowId>,
}

/// The importance of a row in the ruler, from the least to the most.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Weight {
    /// The same characters.
    Identical,
    /// The same words.
    Typography,
    /// Only one side has it.
    Alone,
    /// It moved.
    Moved,
    /// Words differ.
    Edited,
    /// Most words differ.
    Rewritten,
    /// A difference may be an error in print.
    Alarming,
}

impl Overview {
    /// Computes the facts.
    pub(crate) fn new(comparison: &Comparison, rows: &[Row]) -> Overview {
        let beads = beads(rows);
        let ends = rows.iter().enumerate().filter_map(|(index, row)| {
            let rows = &beads[&row.bead];
            let other = match row.part {
                Part::Whole => return None,
                Part::MovedFrom => rows.to?,
                Part::MovedTo => rows.from?,
                Part::Continued => rows.from.unwrap_or(rows.first),
            };
            Some((RowId::new(index), other))
        });
        Overview {
            weights: rows.iter().map(|row| weight(comparison, row)).collect(),
            other_ends: ends.collect(),
        }
    }

    /// The importance of a row.
    pub(crate) fn weight(&self, row: RowId) -> Weight {
        self.weights[row.index()]
    }

    /// The row with the rest of the bead, if its sentences are on several rows.
    pub(crate) fn other_end(&self, row: RowId) -> Option<RowId> {
        self.other_ends.get(&row).copied()
    }
}

/// The rows of one bead.
struct Ends {
    first: RowId,
    from: Option<RowId>,
    to: Option<RowId>,
}

fn beads(rows: &[Row]) -> HashMap<BeadId, Ends> {
    let mut beads: HashMap<BeadId, Ends> = HashMap::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let id = RowId::new(index);
        let ends = beads.entry(row.bead).or_insert(Ends { first: id, from: None, to: None });
        match row.part {
            Part::MovedFrom => ends.from = Some(id),
            Part::MovedTo => ends.to = Some(id),
            Part::Whole | Part::Continued => {}
        }
    }
    beads
}

fn weight(comparison: &Comparison, row: &Row) -> Weight {
    let own = row.differences.iter().map(|id| comparison.differences[id.index()].severity);
    // a quotation that moved differs at both ends; its difference is listed at the first
    let quoted = row.quotations.iter().filter_map(|quotation| quotation.severity);
    if own.chain(quoted).any(|severity| severity == Severity::High) {
        return Weight::Alarming;
    }
    match row.sign {
        Sign::Rewritten => Weight::Rewritten,
        Sign::Edited => Weight::Edited,
        Sign::Moved => Weight::Moved,
        Sign::LeftOnly | Sign::RightOnly | Sign::Repeated => Weight::Alone,
        Sign::Typography => Weight::Typography,
        Sign::Identical => Weight::Identical,
    }
}
