//! Words that differ in their keys and yet answer each other: spelled in two, struck out, or
//! said anew.
//!
//! Exchanging the sides exchanges the answers.

use crate::text::{Pair, Side};
use crate::word::joins_keep_meaning;

use super::align::through;
use super::evidence::{shared, stems};
use super::units::{ArticleUnits, Unit};

/// Whether the words beyond an end say the same in other words: *Runners, for instance, need
/// long miles* for *Runners, for example, need many miles*.
pub(super) fn is_written_anew(words: &Pair<ArticleUnits>, units: Pair<&[Unit]>) -> bool {
    let stems = Pair::from_fn(|side| stems(&words[side], units[side].iter()));
    let shared = shared(&stems.left, &stems.right);
    shared >= 2 && shared * 3 >= stems.left.len().min(stems.right.len())
}

/// The words that differ between two passages that answer each other from end to end.
pub(super) fn gaps(words: &Pair<ArticleUnits>, units: &Pair<Vec<Unit>>) -> Vec<Pair<Vec<Unit>>> {
    let mut from = Pair::new(0, 0);
    let matches = through(&units.left, &units.right, words.left.vocabulary);
    let ends = matches.into_iter().chain([units.as_ref().map(Vec::len)]);
    let gap = |to: Pair<usize>| {
        let gap = Pair::from_fn(|side| units[side][from[side]..to[side]].to_vec());
        from = to.map(|at| at + 1);
        gap
    };
    ends.map(gap).filter(|gap| gap.left.len() + gap.right.len() > 0).collect()
}

/// *can not* and *cannot*, *anti war* and *anti-war*, *damned* and *d---ed*.
pub(super) fn is_spelled_alike(words: &Pair<ArticleUnits>, units: &Pair<Vec<Unit>>) -> bool {
    let letters = |side: Side| units[side].iter().flat_map(move |unit| words[side].folded(*unit).chars());
    // struck out, it may be two tokens
    let raw = |side: Side| {
        let span = |unit: &Unit| words[side].span(*unit);
        let ends = units[side].first().zip(units[side].last()).filter(|_| units[side].len() <= 2);
        ends.map_or("", |(first, last)| words[side].of.slice(span(first).join(span(last))))
    };
    let printed = Pair::from_fn(|side| {
        let words = &words[side];
        units[side].iter().map(|unit| (words.raw(*unit), words.folded(*unit))).collect::<Vec<_>>()
    });
    let keep_meaning = || {
        let lexicon = words.left.of.article.lexicon();
        units.left.len() == units.right.len()
            || joins_keep_meaning(lexicon, printed.as_ref().map(Vec::as_slice))
    };
    letters(Side::Left).eq(letters(Side::Right)) && keep_meaning()
        || Side::BOTH.into_iter().any(|side| is_masked(raw(side), &raw(side.other()).to_lowercase()))
}

/// Whether `masked` is `word` with its letters struck out: *d---ed*, *d**ned*.
fn is_masked(masked: &str, word: &str) -> bool {
    let is_struck = |c: char| "-*_—–".contains(c);
    let masked = masked.to_lowercase();
    let Some((head, rest)) = masked.split_once(is_struck) else { return false };
    let tail = rest.trim_start_matches(is_struck);
    !head.is_empty()
        && tail.len() < rest.len()
        && word.len() > head.len() + tail.len()
        && word.starts_with(head)
        && word.ends_with(tail)
        && !tail.contains(is_struck)
}
