//! Alignment: which sentences of the two articles say the same thing.
//!
//! [`align`] scores every pair of sentences by their words alone, never by their
//! position, so that a moved sentence loses nothing. Then each pair's neighbors
//! vote, and links are made in descending order of score. Invariants: every
//! sentence of either side is in exactly one [`Group`]; no group is empty; swapping
//! the sides mirrors the result, scores included; a text against itself pairs each
//! sentence with itself, in order. How much of its wording a group shares is decided later, in
//! [`crate::difference::reuse`]. The [`Pins`] of the reviewer override every score, and
//! the pairs around them are aligned again. Quotations are linked before: a sentence that holds
//! the words of one is likely to belong with the sentence that holds them on the other side.
//!
//! ```text
//! profile     stems, trigrams and their weights, of each sentence
//! fixed       pairs that the reviewer pinned, together or apart
//! exact       equal sentences are paired first, in order
//! anchors     sentences that hold the words of one quotation
//! candidates  which of the other pairs are worth scoring
//! features    how similar the two sentences of a pair are
//! score       how likely they say the same: by words, then in context
//! gap         sentences alone between two sure pairs are likelier to be a pair
//! rare        sentences that share what hardly any other has are likelier to be a pair
//! decode      links in descending order of score; splits and merges
//! repeats     copies of one sentence go with the nearest
//! order       beads, moved or not, in the order of the screen
//! ```

mod anchors;
mod bead;
mod candidates;
mod cell;
mod decode;
mod exact;
mod features;
mod fixed;
mod gap;
mod lcs;
mod order;
mod pins;
mod profile;
mod rare;
mod repeats;
mod score;
#[cfg(test)]
mod tests;
mod trigrams;

use crate::annotated::Annotated;
use crate::quotation::QuotationLink;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};
use crate::words::Vocabulary;

pub use bead::{Alignment, Bead, BeadId, Group, Reuse};
pub use pins::Pins;

use anchors::anchors;
use candidates::candidates;
use exact::pair_equal;
use fixed::FixedPairs;
use gap::decode_with_gaps;
pub(crate) use lcs::Matcher;
use order::order;
pub(crate) use profile::body_tokens;

use profile::Profiles;
use repeats::{mark_quoted, mark_repeats, pair_repeats};
use score::score;

/// Options of the alignment.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct AlignOptions {
    /// The minimum score of a pair, from 0 to 1: .1 shows all candidates,
    /// .7 only the sure ones.
    pub threshold: f64,
}

impl Default for AlignOptions {
    fn default() -> AlignOptions {
        AlignOptions { threshold: 0.3 }
    }
}

/// Aligns the sentences of two articles; the groups are in the order of [`Alignment`].
pub fn align(
    sides: Pair<&Annotated>,
    vocabulary: &Vocabulary,
    quotations: &[QuotationLink],
    pins: &Pins,
    options: &AlignOptions,
) -> Vec<Group> {
    let profiles = Profiles::new(sides, vocabulary);
    let mut fixed = FixedPairs::from_pins(pins, sides.map(|side| side.sentences.len()));
    let contents = pair_equal(sides, vocabulary, &mut fixed);
    let anchors = anchors(sides, vocabulary, &profiles, quotations);
    let cells = candidates(&profiles, &fixed, &anchors);
    let scores = score(&profiles, &fixed, &cells, &anchors);
    let links = decode_with_gaps(&profiles, &fixed, scores, options.threshold);
    let links = pair_repeats(&profiles, &contents, &fixed, links);
    let is_pinned = |&id: &SentenceId| fixed.is_pinned(Side::Left, id);
    let mut groups = order(&profiles, links);
    mark_repeats(&contents, &fixed, &mut groups);
    mark_quoted(&profiles, &anchors, &mut groups);
    groups
        .into_iter()
        .map(|group| Group { pinned: group.sentences.left.iter().any(is_pinned), ..group })
        .collect()
}
