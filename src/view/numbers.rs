//! Row numbers: how reports point from one row to another.

use rustc_hash::FxHashMap;

use super::model::{Part, Row};
use crate::alignment::BeadId;
use crate::quotation::LinkId;
use crate::text::{Pair, Side};

/// The numbers, from 1, of the rows that show each bead and each quotation.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Numbers {
    first: FxHashMap<BeadId, usize>,
    ends: Pair<FxHashMap<BeadId, usize>>,
    begins: FxHashMap<LinkId, usize>,
    stops: FxHashMap<LinkId, usize>,
}

impl Numbers {
    /// Numbers these rows.
    pub fn new(rows: &[Row]) -> Numbers {
        let mut numbers = Numbers::default();
        for (row, number) in rows.iter().zip(1..) {
            let sides: &[Side] = match row.part {
                Part::Whole => &Side::BOTH,
                Part::MovedFrom => &[Side::Left],
                Part::MovedTo => &[Side::Right],
                Part::Continued => &[],
            };
            for &side in sides {
                numbers.ends[side].insert(row.bead, number);
                numbers.first.entry(row.bead).or_insert(number);
            }
            for quotation in &row.quotations {
                if quotation.begins {
                    numbers.begins.entry(quotation.link).or_insert(number);
                }
                if quotation.is_stop {
                    numbers.stops.entry(quotation.link).or_insert(number);
                }
            }
        }
        numbers
    }

    /// The first row of a bead.
    pub fn bead(&self, bead: BeadId) -> Option<usize> {
        self.first.get(&bead).copied()
    }

    /// The row of a bead that shows its sentences of that side, or the first of them.
    pub fn end(&self, bead: BeadId, side: Side) -> Option<usize> {
        self.ends[side].get(&bead).copied()
    }

    /// The row where a quotation begins.
    pub fn link(&self, link: LinkId) -> Option<usize> {
        self.begins.get(&link).copied()
    }

    /// The first row of a quotation where jumps stop: where its words differ, if they do.
    pub fn stop(&self, link: LinkId) -> Option<usize> {
        self.stops.get(&link).copied()
    }
}
