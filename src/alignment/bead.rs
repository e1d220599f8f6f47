//! Beads: which sentences of both sides belong together, and how much of their wording they share.

use crate::sentence::SentenceId;
use crate::text::id::id;
use crate::text::{Pair, Side};

id! {
    /// A bead by its place in the [`Alignment`].
    BeadId
}

/// One aligned group of sentences: one to one, one to many, many to one, or one side alone.
#[derive(Clone, PartialEq, Debug)]
pub struct Bead {
    /// The sentences of each side, in the order of its text; at least one side has some.
    pub sentences: Pair<Vec<SentenceId>>,
    /// How much of the wording is shared.
    pub reuse: Reuse,
    /// How sure the pairing is, from 0 to 1; 0 where one side is alone.
    pub score: f64,
    /// Whether it stands outside of the main order: a transposition.
    pub moved: bool,
    /// Whether the reviewer aligned it by hand.
    pub pinned: bool,
}

/// How much of a bead's wording both sides share.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Reuse {
    /// The same characters; how wide a blank is and where lines end does not count.
    Identical,
    /// The same words: only punctuation, quotation marks, dashes, case, spelling variants or spacing differ.
    Typography,
    /// Mostly shared wording.
    Edited,
    /// The same content in other words.
    Rewritten,
    /// Only the left has it.
    LeftOnly,
    /// Only the right has it.
    RightOnly,
}

impl Reuse {
    /// The class of a sentence that one side alone has.
    pub fn only(side: Side) -> Reuse {
        match side {
            Side::Left => Reuse::LeftOnly,
            Side::Right => Reuse::RightOnly,
        }
    }

    /// All classes, from the most to the least alike.
    pub const ALL: [Reuse; 6] = [
        Reuse::Identical,
        Reuse::Typography,
        Reuse::Edited,
        Reuse::Rewritten,
        Reuse::LeftOnly,
        Reuse::RightOnly,
    ];

    /// The name in JSON and messages.
    pub fn name(self) -> &'static str {
        match self {
            Reuse::Identical => "identical",
            Reuse::Typography => "typography",
            Reuse::Edited => "edited",
            Reuse::Rewritten => "rewritten",
            Reuse::LeftOnly => "left-only",
            Reuse::RightOnly => "right-only",
        }
    }

    /// The class seen from the other side.
    #[must_use]
    pub fn swap(self) -> Reuse {
        match self {
            Reuse::LeftOnly => Reuse::RightOnly,
            Reuse::RightOnly => Reuse::LeftOnly,
            Reuse::Identical | Reuse::Typography | Reuse::Edited | Reuse::Rewritten => self,
        }
    }
}

/// All beads, in the order in which the screen shows them: that of the left,
/// with what only the right has before the bead it precedes there; a moved bead
/// stands at its left place.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Alignment {
    /// The beads.
    pub beads: Vec<Bead>,
}

impl Alignment {
    /// The bead at `id`.
    pub fn get(&self, id: BeadId) -> &Bead {
        &self.beads[id.index()]
    }

    /// All beads with their ids, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (BeadId, &Bead)> {
        self.beads.iter().enumerate().map(|(index, bead)| (BeadId::new(index), bead))
    }
}
