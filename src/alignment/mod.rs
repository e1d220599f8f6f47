//! Alignment: which sentences of the two articles say the same thing.
//!
//! [`align`] scores every pair of sentences by their words alone, never by their
//! place, so that a moved sentence costs nothing; then lets each pair's
//! neighbors vote; then takes pairs from the surest down. Invariants: every
//! sentence of either side is in exactly one [`Bead`]; no bead is empty; swapping
//! the sides mirrors the result, scores included; a text against itself gives
//! identical beads only, in order. A [`Pins`] of the reviewer outweighs every score, and the
//! pairs around it are aligned anew.
//!
//! ```text
//! profile     stems, trigrams and their weights, of each sentence
//! settled     what the reviewer pinned, together or apart
//! exact       equal sentences are paired first, in order
//! candidates  which of the other pairs are worth scoring
//! features    how alike the two sentences of a pair are
//! score       how likely they say the same: by words, then in context
//! hole        what alone is left between sure pairs is likelier to be a pair
//! decode      links, the surest first; splits and merges
//! order       beads, moved or not, in the order of the screen
//! reuse       identical, typography, edited or rewritten
//! ```

mod candidates;
mod decode;
mod exact;
mod features;
mod hole;
mod lcs;
mod order;
mod profile;
mod reuse;
mod score;
mod settled;
#[cfg(test)]
mod tests;
mod trigrams;

use crate::annotated::Annotated;
use crate::sentence::SentenceId;
use crate::text::id::id;
use crate::text::{Pair, Side, Vocabulary};

use candidates::candidates;
use exact::pair_equal;
use hole::decode_with_holes;
use lcs::Matcher;
use order::{Group, order};
use profile::Profiles;
use reuse::reuse;
use score::score;
use settled::Settled;

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

/// What steers the alignment.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct AlignOptions {
    /// Pairs below this score are left alone, from 0 to 1: .2 shows all
    /// candidates, .7 only the sure ones.
    pub threshold: f64,
}

impl Default for AlignOptions {
    fn default() -> AlignOptions {
        AlignOptions { threshold: 0.3 }
    }
}

/// What the reviewer decided about pairs of sentences; it outweighs every score.
///
/// A pair in both lists stands together; sentences that the articles do not have are ignored.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pins {
    /// Pairs that stand in one bead, with nothing in it that was not pinned to it.
    pub together: Vec<Pair<SentenceId>>,
    /// Pairs that stand in no common bead.
    pub apart: Vec<Pair<SentenceId>>,
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

/// Aligns the sentences of two articles.
pub fn align(
    sides: Pair<&Annotated>,
    vocabulary: &Vocabulary,
    pins: &Pins,
    options: &AlignOptions,
) -> Alignment {
    let profiles = Profiles::new(sides, vocabulary);
    let mut settled = Settled::by_reviewer(pins, sides.map(|side| side.sentences.len()));
    pair_equal(sides, vocabulary, &mut settled);
    let cells = candidates(&profiles, &settled);
    let scores = score(&profiles, &settled, &cells);
    let links = decode_with_holes(&profiles, &settled, scores, options.threshold);
    let groups = order(&profiles, links);

    let mut matcher = Matcher::new(vocabulary.len());
    let mut bead = |Group { sentences, score, moved }: Group| {
        let ids = sentences.as_ref().map(Vec::as_slice);
        let pinned = ids.left.iter().any(|&id| settled.is_pinned(Side::Left, id));
        let reuse = reuse(sides, vocabulary, &mut matcher, ids);
        Bead { sentences, reuse, score, moved, pinned }
    };
    Alignment { beads: groups.into_iter().map(&mut bead).collect() }
}

/// A sentence of each side.
type Cell = Pair<SentenceId>;

/// A list of lists, one after the other: one for each sentence of a side.
struct Ragged<T> {
    items: Vec<T>,
    ends: Vec<u32>,
}

impl<T> Default for Ragged<T> {
    fn default() -> Ragged<T> {
        Ragged { items: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Ragged<T> {
    /// Adds the list of the next sentence.
    fn push(&mut self, row: impl IntoIterator<Item = T>) {
        self.items.extend(row);
        self.ends.push(self.items.len() as u32);
    }

    /// The list of a sentence.
    fn row(&self, id: SentenceId) -> &[T] {
        let start = id.index().checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.items[start..self.ends[id.index()] as usize]
    }

    /// The list of a sentence, to be altered in place.
    fn row_mut(&mut self, id: SentenceId) -> &mut [T] {
        let start = id.index().checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &mut self.items[start..self.ends[id.index()] as usize]
    }

    /// All lists as one.
    fn items(&self) -> &[T] {
        &self.items
    }

    /// How many lists there are.
    fn len(&self) -> usize {
        self.ends.len()
    }
}
