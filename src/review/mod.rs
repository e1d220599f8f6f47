//! What the reviewer adds to a comparison: verdicts, notes and pins.
//!
//! Between the core and the picture: [`crate::comparison`] knows nothing of it,
//! exports and the screen show it. Invariant: a [`Review`] is kept by the words it
//! is about, never by an index, so that it survives an edited text; [`Placed`] is
//! the same review found again in one comparison, and what no longer fits stands
//! there as orphaned, never dropped.
//!
//! ```text
//! place   where a review lies on one comparison
//! pins    pins by their words, as the alignment takes them
//! step    what an editor does to a review, undone and redone
//! merge   two windows at work on one review
//! saved   the review file: what is written, what is read, what is refused
//! ```

mod merge;
mod pins;
mod place;
pub mod saved;
mod step;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::text::Pair;

pub use merge::{Merged, merge};
pub use pins::{Found, find_pins};
pub use place::{Placed, Progress, passages, place};
pub use step::{History, Step, pin, remark, split};

/// A review by the words it is about: what is saved.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Review {
    /// What is said, by the words it is said of.
    pub remarks: BTreeMap<Passage, Remark>,
    /// Sentences that were aligned or parted by hand.
    pub pins: BTreeMap<Pair<Words>, Bond>,
}

/// The words of a bead: what a remark is found again by.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Passage {
    /// The text of the bead's sentences on each side, with single blanks; none where that side has none.
    pub texts: Pair<Option<String>>,
    /// Which of the beads with just these words it is, from 0.
    pub nth: usize,
}

/// The words of a sentence: what a pin is found again by.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Words {
    /// The text of the sentence, with single blanks.
    pub text: String,
    /// Which of the article's sentences with just these words it is, from 0.
    pub nth: usize,
}

/// What is said of a bead.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Remark {
    /// The verdict; none while the bead is open.
    pub verdict: Option<Verdict>,
    /// The note, of one line or several; none is never an empty one.
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

/// How a pin ties two sentences.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Bond {
    /// They stand in one bead.
    Together,
    /// They stand in no common bead.
    Apart,
}

/// A remark with the words it is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The text of the bead's sentences on each side; none where that side has none.
    pub texts: Pair<Option<String>>,
    /// What is said of them.
    pub remark: Remark,
}

impl Review {
    /// Whether nothing was said and nothing was pinned.
    pub fn is_empty(&self) -> bool {
        self.remarks.is_empty() && self.pins.is_empty()
    }
}

impl Remark {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.verdict.is_none() && self.note.is_none()
    }
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

    /// What it means, in half a sentence for the help text.
    pub fn doc(self) -> &'static str {
        match self {
            Verdict::Seen => "read, and nothing more",
            Verdict::Ok => "as it should be",
            Verdict::Fix => "to be mended",
            Verdict::Query => "to be asked about",
        }
    }

    /// One character, one column wide, so that no verdict is told by color alone.
    pub fn symbol(self) -> &'static str {
        match self {
            Verdict::Seen => "·",
            Verdict::Ok => "✓",
            Verdict::Fix => "✗",
            Verdict::Query => "?",
        }
    }

    /// The verdict of that name.
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

/// A text with single blanks: where its lines end says nothing about its words.
fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
