//! How much of a bead's wording both sides share.
//!
//! Compares all words of the bead, datelines included. *Identical* and *typography* are exact;
//! only the choice between *edited* and *rewritten* depends on a measure.

use rustc_hash::FxHashMap;

use super::bead::Reuse;
use super::lcs::Matcher;
use super::profile::body_tokens;
use crate::annotated::Annotated;
use crate::article::BlockKind;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};
use crate::words::{Key, Vocabulary};

/// The minimum share of common words in *edited* wording.
const EDITED: f64 = 0.6;

/// The longest bead, in words per side, whose words are compared in order. In a longer one the common
/// words are counted.
const LONGEST: usize = 4096;

/// The class of a bead with these sentences.
pub(super) fn reuse(
    sides: Pair<&Annotated>,
    vocabulary: &Vocabulary,
    matcher: &mut Matcher,
    sentences: Pair<&[SentenceId]>,
) -> Reuse {
    match (sentences.left.is_empty(), sentences.right.is_empty()) {
        (_, true) => return Reuse::LeftOnly,
        (true, false) => return Reuse::RightOnly,
        (false, false) => {}
    }
    // the width of a space and line ends make no difference; a missing space does
    let between_blanks = Pair::from_fn(|side| {
        let spans = sentences[side].iter().map(move |&id| sides[side].sentences.get(id).span);
        spans.flat_map(move |span| sides[side].slice(span).split_whitespace())
    });
    if between_blanks.left.eq(between_blanks.right) {
        return Reuse::Identical;
    }
    let keys = Pair::from_fn(|side| words(sides[side], sentences[side]));
    // without spaces: *Da Nang* is *Danang*
    let letters = keys.as_ref().map(|keys| keys.iter().flat_map(|&key| vocabulary.folded(key).chars()));
    if letters.left.eq(letters.right) {
        return Reuse::Typography;
    }
    let stems = Pair::from_fn(|side| {
        let tokens = sentences[side].iter().flat_map(|&id| body_tokens(sides[side], id));
        tokens.map(|token| vocabulary.stem(token.key)).collect::<Vec<Key>>()
    });
    let shared = shared_words(matcher, &stems);
    let share = 2.0 * shared as f64 / (stems.left.len() + stems.right.len()).max(1) as f64;
    if share >= EDITED { Reuse::Edited } else { Reuse::Rewritten }
}

/// The keys of all words, with datelines but without list marks.
fn words(side: &Annotated, sentences: &[SentenceId]) -> Vec<Key> {
    let tokens = sentences.iter().flat_map(|&id| {
        let block = side.article.block(side.sentences.get(id).block);
        if block.kind == BlockKind::ListItem { body_tokens(side, id) } else { side.sentences.tokens(id) }
    });
    tokens.map(|token| token.key).collect()
}

/// How many words both sides have in the same order.
fn shared_words(matcher: &mut Matcher, words: &Pair<Vec<Key>>) -> usize {
    if words.left.len().max(words.right.len()) <= LONGEST {
        matcher.set(&words.left);
        return matcher.common_subsequence(&words.right);
    }
    let mut counts: FxHashMap<Key, Pair<usize>> = FxHashMap::default();
    for side in Side::BOTH {
        words[side].iter().for_each(|&word| counts.entry(word).or_default()[side] += 1);
    }
    counts.values().map(|count| count.left.min(count.right)).sum()
}
