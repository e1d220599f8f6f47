//! Words that differ in their keys and yet answer each other: spelled in two, struck out, or
//! said anew.
//!
//! Stands beside [`mod@super::stretch`], which asks what lies between and beyond the matches of a
//! tie. Exchanging the sides exchanges the answers.

use crate::text::{Pair, Side};

use super::align::{Match, through};
use super::draft::Draft;
use super::words::Unit;

/// Whether the words beyond an end say the same in other words: *Runners, for instance, need
/// long miles* for *Runners, for example, need many miles*.
pub(super) fn is_written_anew(draft: &Draft, words: &Pair<Vec<Unit>>) -> bool {
    let stems = words.as_ref().map(|units| {
        let content = units.iter().filter(|unit| unit.is_content());
        let mut stems: Vec<_> = content.map(|unit| draft.vocabulary.stem(unit.key)).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    });
    let shared = stems.left.iter().filter(|stem| stems.right.binary_search(stem).is_ok()).count();
    shared >= 2 && shared * 3 >= stems.left.len().min(stems.right.len())
}

/// The words that differ between two passages that answer each other from end to end.
pub(super) fn gaps(draft: &Draft, words: &Pair<Vec<Unit>>) -> Vec<Pair<Vec<Unit>>> {
    let mut found = Vec::new();
    let mut from = Pair::new(0, 0);
    let matches: Vec<Match> = through(&words.left, &words.right, draft.vocabulary);
    let ends = Some((words.left.len(), words.right.len()));
    for (left, right) in matches.into_iter().chain(ends) {
        let to = Pair::new(left, right);
        let gap = Pair::from_fn(|side| words[side][from[side]..to[side]].to_vec());
        if !(gap.left.is_empty() && gap.right.is_empty()) {
            found.push(gap);
        }
        from = Pair::new(left + 1, right + 1);
    }
    found
}

/// *can not* and *cannot*, *anti war* and *anti-war*.
pub(super) fn is_spelled_alike(draft: &Draft, words: &Pair<Vec<Unit>>) -> bool {
    let joined = words
        .as_ref()
        .map(|units| units.iter().map(|unit| draft.vocabulary.folded(unit.key)).collect::<String>());
    if joined.left == joined.right {
        return true;
    }
    let raw = |side: Side| {
        let of = &draft.words[side];
        let own = words[side].first().zip(words[side].last()).filter(|_| words[side].len() <= 2);
        own.map_or("", |(first, last)| of.of.slice(of.span(*first).join(of.span(*last))))
    };
    is_masked(raw(Side::Left), raw(Side::Right)) || is_masked(raw(Side::Right), raw(Side::Left))
}

/// Whether `masked` is `word` with its letters struck out: *d---ed*, *d**ned*.
fn is_masked(masked: &str, word: &str) -> bool {
    let mut parts = masked.split(['-', '*', '_', '—', '–']);
    let (Some(head), Some(tail)) = (parts.next(), parts.next_back()) else { return false };
    let is_struck = parts.clone().count() >= 1 && parts.all(str::is_empty);
    let (word, head, tail) = (word.to_lowercase(), head.to_lowercase(), tail.to_lowercase());
    is_struck
        && !head.is_empty()
        && word.len() > head.len() + tail.len()
        && word.starts_with(&head)
        && word.ends_with(&tail)
}
