//! Groups of sentences that belong together, and beads: groups whose wording is compared.

use crate::sentence::SentenceId;
use crate::text::id::id;
use crate::text::{Pair, Side};

id! {
    /// A bead by its place in the [`Alignment`].
    BeadId
}

/// Aligned sentences before their wording is compared: one to one, one to many, many to one, or
/// one side alone.
#[derive(Clone, PartialEq, Debug)]
pub struct Group {
    /// The sentences of each side, in the order of its text; at least one side has some.
    pub sentences: Pair<Vec<SentenceId>>,
    /// How sure the pairing is, from 0 to 1; 0 where one side is alone.
    pub score: f64,
    /// Whether it is outside of the main order: a transposition.
    pub moved: bool,
    /// Whether the reviewer aligned it by hand.
    pub pinned: bool,
    /// If one side is alone: the sentence of the other side that has its words already.
    pub repeats: Option<SentenceId>,
}

/// A [`Group`] with the class of its wording.
#[derive(Clone, PartialEq, Debug)]
pub struct Bead {
    /// The sentences of each side, in the order of its text; at least one side has some.
    pub sentences: Pair<Vec<SentenceId>>,
    /// How much of the wording is shared.
    pub reuse: Reuse,
    /// The probability of the pairing, from 0 to 1; 0 if only one side has sentences.
    pub score: f64,
    /// Whether it is off the main order: a transposition.
    pub moved: bool,
    /// Whether the reviewer aligned it by hand.
    pub pinned: bool,
    /// If one side is alone: the sentence of the other side that has its words already. It is then
    /// repeated, rather than missing there.
    pub repeats: Option<SentenceId>,
}

impl Group {
    /// The bead of this group with a class.
    pub fn with_reuse(self, reuse: Reuse) -> Bead {
        let Group { sentences, score, moved, pinned, repeats } = self;
        Bead { sentences, reuse, score, moved, pinned, repeats }
    }
}

impl Bead {
    /// The sentence of the other side whose words a side that is alone has again.
    pub fn copied(&self) -> Option<(Side, SentenceId)> {
        let side = if self.sentences.left.is_empty() { Side::Left } else { Side::Right };
        Some((side, self.repeats?))
    }
}

/// How much of a bead's wording both sides share.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Reuse {
    /// The same characters, apart from the width of spaces and line ends.
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
    /// The class of a sentence that only one side has.
    pub fn only(side: Side) -> Reuse {
        match side {
            Side::Left => Reuse::LeftOnly,
            Side::Right => Reuse::RightOnly,
        }
    }

    /// All classes, the most similar first.
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

/// All beads, in the order of the screen: that of the left text, with each sentence that only
/// the right has before the bead that it precedes there. A moved bead has its position on the left.
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
