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

mod bead;
mod candidates;
mod cell;
mod decode;
mod exact;
mod features;
mod hole;
mod lcs;
mod order;
mod pins;
mod profile;
mod reuse;
mod score;
mod settled;
#[cfg(test)]
mod tests;
mod trigrams;

use crate::annotated::Annotated;
use crate::text::{Pair, Side};
use crate::words::Vocabulary;

pub use bead::{Alignment, Bead, BeadId, Reuse};
pub use pins::Pins;

use candidates::candidates;
use exact::pair_equal;
use hole::decode_with_holes;
use lcs::Matcher;
use order::{Group, order};
use profile::Profiles;
use reuse::reuse;
use score::score;
use settled::Settled;

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
