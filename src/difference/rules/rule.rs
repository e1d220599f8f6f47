//! A rule: its row in the registry, and how the driver asks it what it finds.

use super::altered_value::{self, AlteredValue};
use super::evidence::Evidence;
use super::finding::Finding;
use super::reworded::RewordedBead;
use crate::difference::{DifferenceKind, FactKind, Severity};
use crate::quotation::{LinkState, Quotation, QuotationLink};
use crate::text::{Pair, Side};

/// A rule of the registry. The texts after [`Rule::severity`] are its page in `pressdiff explain`.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name, as differences carry it.
    pub name: &'static str,
    /// What it looks for and why, in one sentence.
    pub doc: &'static str,
    /// The kinds it may report; the first unless a finding names another.
    pub kinds: &'static [DifferenceKind],
    /// The gravest severity it gives, which its example has.
    pub severity: Severity,
    /// Why a newsroom cares.
    pub purpose: &'static str,
    /// The left of an example that the rule finds.
    pub before: &'static str,
    /// Its right.
    pub after: &'static str,
    /// What it reports.
    pub finds: &'static str,
    /// What it deliberately does not report.
    pub leaves: &'static str,
    /// Which severity when.
    pub weight: &'static str,
    /// Whether it reports again what an earlier rule has reported.
    pub(super) yields: Yields,
    /// How it looks.
    pub(super) find: Find,
}

/// Whether a rule reports again what an earlier finding of the bead is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Yields {
    /// It does: it says something else of the same words.
    Never,
    /// It drops a finding all of whose places are reported.
    ToEarlier,
    /// It drops the places that are reported, and the finding if none is left.
    InPart,
}

/// What a rule reads.
#[derive(Clone, Copy, Debug)]
pub(super) enum Find {
    /// Quotations that both sides have, linked in one of these states.
    Links(&'static [LinkState], fn(&Evidence<'_>, &QuotationLink, Pair<&Quotation>) -> Option<Finding>),
    /// Altered values of this kind; the function gives a severity to those that count.
    Values(FactKind, fn(&AlteredValue<'_>) -> Option<Severity>),
    /// Each reworded bead.
    Beads(fn(&RewordedBead<'_>) -> Vec<Finding>),
    /// Each reworded bead, from the left side and then from the right.
    BeadSides(fn(&RewordedBead<'_>, Side) -> Vec<Finding>),
    /// Both articles.
    Articles(fn(&Evidence<'_>) -> Vec<Finding>),
    /// Both articles, from the left side and then from the right.
    ArticleSides(fn(&Evidence<'_>, Side) -> Vec<Finding>),
}

impl Rule {
    /// Everything it finds, whatever other rules report.
    pub(super) fn findings(&self, evidence: &Evidence<'_>, beads: &[RewordedBead<'_>]) -> Vec<Finding> {
        match self.find {
            Find::Links(states, find) => {
                let links = evidence.linked().filter(|(link, _)| states.contains(&link.state));
                links.filter_map(|(link, quotations)| find(evidence, link, quotations)).collect()
            }
            Find::Values(kind, judge) => {
                beads.iter().flat_map(|bead| altered_value::find(bead, kind, judge)).collect()
            }
            Find::Beads(find) => beads.iter().flat_map(find).collect(),
            Find::BeadSides(find) => {
                beads.iter().flat_map(|bead| Side::BOTH.map(|side| find(bead, side))).flatten().collect()
            }
            Find::Articles(find) => find(evidence),
            Find::ArticleSides(find) => Side::BOTH.map(|side| find(evidence, side)).concat(),
        }
    }
}
