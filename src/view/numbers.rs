//! Row numbers: how reports point from one row to another.

use super::model::{Part, Row, View};
use crate::alignment::BeadId;
use crate::quotation::LinkId;
use crate::text::{Pair, Side};

/// Which rows of a view show each bead and each quotation, counted from 1.
///
/// What is hidden behind a fold has no number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Numbers {
    beads: Vec<Ends>,
    links: Vec<LinkRows>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct LinkRows {
    begin: Option<usize>,
    stop: Option<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Ends {
    first: Option<usize>,
    sides: Pair<Option<usize>>,
}

impl Numbers {
    /// Counts the rows of a view.
    pub fn new(view: &View) -> Numbers {
        Numbers::of(view.rows())
    }

    /// Counts these rows.
    pub fn of<'a>(rows: impl Iterator<Item = &'a Row>) -> Numbers {
        let mut numbers = Numbers { beads: Vec::new(), links: Vec::new() };
        for (row, number) in rows.zip(1..) {
            let ends = slot(&mut numbers.beads, row.bead.index());
            let sides: &[Side] = match row.part {
                Part::Whole => &Side::BOTH,
                Part::MovedFrom => &[Side::Left],
                Part::MovedTo => &[Side::Right],
                Part::Continued => &[],
            };
            for &side in sides {
                ends.sides[side] = Some(number);
                ends.first = ends.first.or(Some(number));
            }
            for quotation in &row.quotations {
                let rows = slot(&mut numbers.links, quotation.link.index());
                rows.begin = rows.begin.or(quotation.begins.then_some(number));
                rows.stop = rows.stop.or(quotation.is_stop.then_some(number));
            }
        }
        numbers
    }

    /// The first row of a bead.
    pub fn bead(&self, bead: BeadId) -> Option<usize> {
        self.beads.get(bead.index())?.first
    }

    /// The row of a bead that shows its sentences of that side, or the first of them.
    pub fn end(&self, bead: BeadId, side: Side) -> Option<usize> {
        self.beads.get(bead.index())?.sides[side]
    }

    /// The row where a quotation begins.
    pub fn link(&self, link: LinkId) -> Option<usize> {
        self.links.get(link.index())?.begin
    }

    /// The first row where jumps stop in a quotation: where its words differ, if they do.
    pub fn stop(&self, link: LinkId) -> Option<usize> {
        self.links.get(link.index())?.stop
    }
}

/// The value at `index` of a list that grows as far as it is asked.
fn slot<T: Default + Clone>(list: &mut Vec<T>, index: usize) -> &mut T {
    if list.len() <= index {
        list.resize(index + 1, T::default());
    }
    &mut list[index]
}
