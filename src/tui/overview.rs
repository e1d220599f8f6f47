//! What is known of all rows at once: where to stop, what stands out, where the rest of a bead is.
//!
//! Found once, when a comparison is shown, so that a frame of a text of 100,000
//! sentences costs what one of ten costs.

use std::collections::HashMap;

use super::items::RowId;
use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::difference::Severity;
use crate::view::{Part, Row, Sign};

/// What is known of all rows.
#[derive(Clone, Debug)]
pub(crate) struct Overview {
    /// The rows where `]` stops: those with a difference to judge.
    pub(crate) stops: Vec<RowId>,
    weights: Vec<Weight>,
    other_ends: HashMap<RowId, RowId>,
}

/// How much a row wants to be seen from afar, from the least to the most.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Weight {
    /// The same characters.
    Identical,
    /// The same words.
    Typography,
    /// One side alone has it.
    Alone,
    /// It stands elsewhere.
    Moved,
    /// Words differ.
    Edited,
    /// Most words differ.
    Rewritten,
    /// It has a difference that may be an error in print.
    Alarming,
}

impl Overview {
    /// Looks at all rows of a view.
    pub(crate) fn new(comparison: &Comparison, rows: &[Row]) -> Overview {
        let beads = beads(rows);
        let stops = rows.iter().enumerate().filter(|(_, row)| !row.differences.is_empty());
        let ends = rows.iter().enumerate().filter_map(|(index, row)| {
            let rows = &beads[&row.bead];
            let there = match row.part {
                Part::Whole => return None,
                Part::MovedFrom => rows.to?,
                Part::MovedTo => rows.from?,
                Part::Continued => rows.from.unwrap_or(rows.first),
            };
            Some((RowId::new(index), there))
        });
        Overview {
            stops: stops.map(|(index, _)| RowId::new(index)).collect(),
            weights: rows.iter().map(|row| weight(comparison, row)).collect(),
            other_ends: ends.collect(),
        }
    }

    /// Whether a row shows something to judge: a difference, or the other end of one between quotations.
    pub(crate) fn is_judged(&self, row: RowId) -> bool {
        self.weight(row) == Weight::Alarming || self.stops.binary_search(&row).is_ok()
    }

    /// How much a row wants to be seen from afar.
    pub(crate) fn weight(&self, row: RowId) -> Weight {
        self.weights[row.index()]
    }

    /// The row where the rest of a bead stands, whose sentences do not stand side by side.
    pub(crate) fn other_end(&self, row: RowId) -> Option<RowId> {
        self.other_ends.get(&row).copied()
    }
}

/// Where the rows of one bead stand.
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
    let alarming = |severity| match severity {
        Severity::High => true,
        Severity::Low | Severity::Medium => false,
    };
    let own = row.differences.iter().map(|id| comparison.differences[id.index()].severity);
    // a quotation that moved differs at both ends; its difference is listed at the first
    let quoted = row.quotations.iter().filter_map(|quotation| quotation.severity);
    if own.chain(quoted).any(alarming) {
        return Weight::Alarming;
    }
    match row.sign {
        Sign::Rewritten => Weight::Rewritten,
        Sign::Edited => Weight::Edited,
        Sign::Moved => Weight::Moved,
        Sign::LeftOnly | Sign::RightOnly => Weight::Alone,
        Sign::Typography => Weight::Typography,
        Sign::Identical => Weight::Identical,
    }
}
