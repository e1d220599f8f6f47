//! Verdicts, notes and pins of the reviewer.
//!
//! A layer between the core, which knows nothing of it, and everything that shows a comparison.
//! Invariant: a [`Review`] is identified by words, never by an index, so that it survives edits of
//! the texts; [`Placed`] is the same review found in one comparison, and remarks that are not found
//! are orphaned, never dropped.
//!
//! ```text
//! about   whether a review is about two articles at all
//! place   a review in one comparison
//! pins    pins by their words, for the alignment
//! step    changes of a review, undone and redone
//! merge   the changes of two windows in one review
//! saved   the review file: writing, reading, refusing
//! ```

mod about;
mod merge;
mod pins;
mod place;
pub mod saved;
mod step;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::text::Pair;

pub use about::is_about;
pub use merge::{Merged, merge};
pub use pins::{FoundPins, find_pins};
pub use place::{Placed, Progress, passages, place};
pub use step::{History, Step, pin, remark, split};

/// A review as it is saved, by the words it is about.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Review {
    /// The remarks by the words they are about.
    pub remarks: BTreeMap<Passage, Remark>,
    /// Sentences that were paired or separated by hand.
    pub pins: BTreeMap<Pair<Words>, Bond>,
}

/// The words of a bead, which identify a remark.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Passage {
    /// The text of the bead's sentences on each side, with single spaces; none if that side has none.
    pub texts: Pair<Option<String>>,
    /// Its number among the beads with exactly these words, from 0.
    pub nth: usize,
}

/// The words of a sentence, which identify one end of a pin.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Words {
    /// The text of the sentence, with single spaces.
    pub text: String,
    /// Its number among the article's sentences with exactly these words, from 0.
    pub nth: usize,
}

/// A verdict and a note on a bead.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Remark {
    /// The verdict; none while the bead is open.
    pub verdict: Option<Verdict>,
    /// The note, of one line or several, never empty.
    pub note: Option<String>,
}

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

/// The effect of a pin on two sentences.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Bond {
    /// They are in one bead.
    Together,
    /// They are in different beads.
    Apart,
}

/// A remark with the words it is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The text of the bead's sentences on each side; none if that side has none.
    pub texts: Pair<Option<String>>,
    /// The remark.
    pub remark: Remark,
}

impl Review {
    /// Whether it has no remarks and no pins.
    pub fn is_empty(&self) -> bool {
        self.remarks.is_empty() && self.pins.is_empty()
    }
}

impl Remark {
    /// Whether it has no verdict and no note.
    pub fn is_empty(&self) -> bool {
        self.verdict.is_none() && self.note.is_none()
    }
}

impl Verdict {
    /// All verdicts, in the order of their keys.
    pub const ALL: [Verdict; 4] = [Verdict::Seen, Verdict::Ok, Verdict::Fix, Verdict::Query];

    /// The name in JSON, on the command line and on the screen.
    pub fn name(self) -> &'static str {
        self.names().0
    }

    /// One character, one column wide, so that no verdict is shown by color only.
    pub fn symbol(self) -> &'static str {
        self.names().1
    }

    /// Its meaning, in half a sentence for the help text.
    pub fn doc(self) -> &'static str {
        self.names().2
    }

    fn names(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Verdict::Seen => ("seen", "·", "read, and nothing more"),
            Verdict::Ok => ("ok", "✓", "as it should be"),
            Verdict::Fix => ("fix", "✗", "to be mended"),
            Verdict::Query => ("query", "?", "to be asked about"),
        }
    }

    /// The verdict with this name.
    pub fn from_name(name: &str) -> Option<Verdict> {
        Verdict::ALL.into_iter().find(|verdict| verdict.name() == name)
    }
}

impl Bond {
    /// All bonds.
    pub const ALL: [Bond; 2] = [Bond::Together, Bond::Apart];

    /// The name in the review file.
    pub fn name(self) -> &'static str {
        match self {
            Bond::Together => "together",
            Bond::Apart => "apart",
        }
    }
}
