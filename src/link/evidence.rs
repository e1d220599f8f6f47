//! What the words that two passages share, and the words around them, say about their being one quotation.

use crate::rows;
use crate::text::Pair;
use crate::words::Key;

use super::align::Match;
use super::units::{ArticleUnits, Unit};

/// What matches prove.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Evidence {
    /// They are one quotation.
    Enough,
    /// They are, if something else says so too: *a liar* is said by many.
    Little,
    /// They are, if all around them is the same: *that makes me rich* for *that makes me smart*.
    Trace,
    /// They may be anybody's words.
    None,
}

/// How much must match for a degree of evidence.
struct Row {
    /// Its name.
    name: &'static str,
    evidence: Evidence,
    /// The matched words, in percent of the shorter passage.
    share: usize,
    /// The longest run of matched words.
    run: usize,
    /// The matched words that say what the texts are about.
    content: usize,
}

/// The degrees, the surest first. Half or twice of a share or of the run of 6 alters links of one to four
/// of 297 pairs of articles; the content words keep grammar from proving anything.
const ROWS: &[Row] = &[
    // a clause of some length: *the old bridge will be closed for good*
    Row { name: "long clause", evidence: Evidence::Enough, share: 25, run: 6, content: 3 },
    // most of a short sentence: *We will visit the islands*
    Row { name: "most of a sentence", evidence: Evidence::Enough, share: 55, run: 4, content: 2 },
    // all of it: *a disgrace*
    Row { name: "all", evidence: Evidence::Little, share: 100, run: 1, content: 1 },
    // most of a phrase: *a clear threat to*
    Row { name: "most of a phrase", evidence: Evidence::Little, share: 55, run: 3, content: 1 },
    // half of it: *makes me rich*
    Row { name: "half", evidence: Evidence::Trace, share: 50, run: 1, content: 1 },
];

/// Weighs the matches of two passages of which the shorter has `shorter` required words.
pub(super) fn evidence(units: Pair<&[Unit]>, matches: &[Match], shorter: usize) -> Evidence {
    let is_required = |at: &&Match| units.left[at.left].is_required() && units.right[at.right].is_required();
    let required: Vec<&Match> = matches.iter().filter(is_required).collect();
    let content = required.iter().filter(|at| is_content(units, ***at)).count();
    let run = longest_run(matches);
    let holds = |row: &&'static Row| {
        required.len() * 100 >= shorter * row.share && run >= row.run && content >= row.content
    };
    match rows::active("evidence", ROWS, |row| row.name).find(holds) {
        Some(row) => row.evidence,
        // stop words, but all of them and in a row: *not at all*
        None if !required.is_empty() && required.len() == shorter && run == shorter => Evidence::Little,
        None => Evidence::None,
    }
}

/// Whether a word that both have says what the texts are about; two articles in two languages
/// may disagree, and neither of them comes first.
pub(super) fn is_content(units: Pair<&[Unit]>, at: Match) -> bool {
    units.left[at.left].is_content() && units.right[at.right].is_content()
}

/// The longest run of matches that is without a gap on both sides, in words.
pub(super) fn longest_run(matches: &[Match]) -> usize {
    let follows = |one: &Match, next: &Match| one.map(|at| at + 1) == *next;
    matches.chunk_by(follows).map(<[Match]>::len).max().unwrap_or(0)
}

/// How much matched words say together.
pub(super) fn weight(units: &[Unit], places: impl Iterator<Item = usize>) -> usize {
    places.map(|at| units[at].weight() as usize).sum()
}

/// How many words before and after a passage are its surroundings.
const AROUND: usize = 12;

/// The stems of the content words around a passage, sorted.
pub(super) fn surroundings(words: &ArticleUnits, units: &[Unit]) -> Vec<Key> {
    let Some((first, last)) = units.first().zip(units.last()) else { return Vec::new() };
    let (from, to) = (first.token as usize, last.token as usize + 1);
    let before = &words.units[from.saturating_sub(AROUND)..from];
    let after = &words.units[to..words.units.len().min(to + AROUND)];
    stems(words, before.iter().chain(after))
}

/// The stems of content words, sorted.
pub(super) fn stems<'a>(words: &ArticleUnits, units: impl Iterator<Item = &'a Unit>) -> Vec<Key> {
    let content = units.filter(|unit| unit.is_content());
    let mut stems: Vec<Key> = content.map(|unit| words.vocabulary.stem(unit.key)).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// How many of two sorted lists both have.
pub(super) fn shared<T: Ord>(left: &[T], right: &[T]) -> usize {
    left.iter().filter(|key| right.binary_search(key).is_ok()).count()
}

/// How much of two surroundings is the same, in percent of the lesser; none where both are empty.
pub(super) fn nearness(left: &[Key], right: &[Key]) -> Option<usize> {
    let lesser = left.len().min(right.len());
    let shared = shared(left, right);
    // one word in common is chance, unless there is no other
    let percent = if shared < 2 && left != right { 0 } else { shared * 100 / lesser.max(1) };
    (left.len() + right.len() > 0).then_some(percent)
}

/// The nearness, in percent, that makes equal words one quotation: half or twice of it alters links of
/// three to six of 297 pairs of articles.
pub(super) const LIKELY: usize = 33;
/// The nearness, in percent, that makes similar words one quotation. With 33, a tale in a reporter’s words
/// is linked to quotations that it only resembles.
pub(super) const SURE: usize = 60;
