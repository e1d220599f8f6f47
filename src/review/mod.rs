//! What the reviewer adds to a comparison: verdicts, notes and pins.
//!
//! Between the core and the picture: [`crate::comparison`] knows nothing of it,
//! exports and the screen show it. Invariant: a [`Review`] is kept by the words it
//! is about, never by an index, so that it survives an edited text; [`Placed`] is
//! the same review found again in one comparison, and what no longer fits stands
//! there as orphaned, never dropped.

use std::collections::BTreeMap;

use crate::alignment::BeadId;
use crate::text::Pair;

/// What the reviewer decided about a bead.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Verdict {
    /// Read, and nothing more.
    Seen,
    /// As it should be.
    Ok,
    /// To be mended.
    Fix,
    /// To be asked about.
    Query,
}

impl Verdict {
    /// All verdicts, in the order of their keys.
    pub const ALL: [Verdict; 4] = [Verdict::Seen, Verdict::Ok, Verdict::Fix, Verdict::Query];

    /// The name in JSON, on the command line and on the screen.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Seen => "seen",
            Verdict::Ok => "ok",
            Verdict::Fix => "fix",
            Verdict::Query => "query",
        }
    }

    /// The verdict of that name.
    pub fn from_name(name: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|verdict| verdict.name() == name)
    }
}

/// What is said of a bead.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Remark {
    /// The verdict; none while the bead is open.
    pub verdict: Option<Verdict>,
    /// The note, of one line or several; none is never an empty one.
    pub note: Option<String>,
}

/// A remark with the words it is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The text of the bead's sentences on each side; none where that side has none.
    pub texts: Pair<Option<String>>,
    /// What is said of them.
    pub remark: Remark,
}

/// A review by the words it is about: what is saved.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Review {
    /// The remarks, in the order in which they were first made.
    pub entries: Vec<Entry>,
}

/// A review as it lies on one comparison.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Placed {
    /// The remarks by their bead.
    pub remarks: BTreeMap<BeadId, Remark>,
    /// The beads whose words were edited since the remark was made.
    pub edited: Vec<BeadId>,
    /// The remarks whose words are in neither text any more.
    pub orphaned: Vec<Entry>,
}

impl Placed {
    /// What is said of a bead, if anything.
    pub fn remark(&self, bead: BeadId) -> Option<&Remark> {
        self.remarks.get(&bead)
    }
}
