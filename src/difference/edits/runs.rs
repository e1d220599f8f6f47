//! Runs of equal and differing words: the diff itself, and what makes it readable.
//!
//! A diff engine minimizes operations; an editor wants to read what was
//! rewritten. So words that outlets write as one or as two (`Da Nang`, `Danang`)
//! are one unit from the start, a lone *the* between two rewritten stretches joins
//! them, and a sentence that shares next to nothing is replaced as a whole.
//! The engine is not symmetric, so the sides are sorted by their words and the result
//! is swapped back: swapping the sides mirrors it.

use std::cmp::Reverse;
use std::ops::Range;

use similar::{Algorithm, DiffOp, DiffTag, capture_diff_slices};

use crate::annotated::Annotated;
use crate::lexicon::Lexicon;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side, Span};
use crate::word::joins_keep_meaning;
use crate::words::{Key, Token, Vocabulary};

/// One or more tokens that are compared as one word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Unit {
    /// The words with the marks and blanks around them.
    pub tile: Span,
    /// What they are compared by.
    pub key: Key,
    /// Whether other text precedes it.
    pub after_gap: bool,
    /// How strong a pause follows: edits preferably begin and end at a comma, and at a full stop
    /// rather than at a comma.
    pub pause: u8,
    /// Whether it is so common that sharing it is no evidence of shared wording.
    pub is_slight: bool,
}

/// A run of units that both sides share, or that differ.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Run {
    /// Whether both sides have the same words.
    pub equal: bool,
    /// The units of each side; of equal length where they are equal.
    pub ranges: Pair<Range<usize>>,
}

impl Run {
    fn new(equal: bool, left: Range<usize>, right: Range<usize>) -> Run {
        Run { equal, ranges: Pair::new(left, right) }
    }
}

/// The most units a side may have where the middle of a bead is diffed: past it, it
/// is one replacement. No sentence is so long; a conversion without stops may be.
const LONGEST: usize = 4_000;

/// Below this share of the shorter side's words, equal words are chance. Half of it changes the findings
/// of 31 of 877 texts, twice as much of 137.
const FLOOR: f64 = 0.3;

/// The weight of a common word in that share: any two sentences have several of these in common.
const SLIGHT: f64 = 0.3;

/// The runs of a bead's units, in the order of both sides; none is empty on both.
pub(super) fn runs(units: Pair<&Vec<Unit>>, vocabulary: &Vocabulary) -> Vec<Run> {
    let words = units.map(|units| units.iter().map(|unit| vocabulary.folded(unit.key)));
    let is_turned = units
        .left
        .len()
        .cmp(&units.right.len())
        .then_with(|| words.left.clone().cmp(words.right.clone()))
        .is_gt();
    let ordered = if is_turned { units.swap() } else { units };
    let mut runs = diff(ordered);
    slide(ordered, &mut runs);
    let mut runs = absorb(ordered, runs);
    let letters = words.map(|words| words.flat_map(str::chars));
    if shares_little(ordered, &runs) && !letters.left.eq(letters.right) {
        runs = vec![Run::new(false, 0..ordered.left.len(), 0..ordered.right.len())];
    }
    if is_turned {
        for run in &mut runs {
            run.ranges = run.ranges.clone().swap();
        }
    }
    runs
}

/// Equal words at both ends, and the engine's result for the rest.
fn diff(units: Pair<&Vec<Unit>>) -> Vec<Run> {
    let keys = units.map(|units| units.iter().map(|unit| unit.key).collect::<Vec<Key>>());
    let (left, right) = (keys.left.len(), keys.right.len());
    let head = keys.left.iter().zip(&keys.right).take_while(|(a, b)| a == b).count();
    let tail = {
        let rest = keys.left[head..].iter().rev().zip(keys.right[head..].iter().rev());
        rest.take_while(|(a, b)| a == b).count()
    };
    let middle = Pair::new(head..left - tail, head..right - tail);
    let mut runs = Vec::new();
    let mut add = |run: Run| {
        if !run.ranges.left.is_empty() || !run.ranges.right.is_empty() {
            runs.push(run);
        }
    };
    add(Run::new(true, 0..head, 0..head));
    if middle.left.len().min(middle.right.len()) == 0 || middle.left.len().max(middle.right.len()) > LONGEST {
        add(Run::new(false, middle.left.clone(), middle.right.clone()));
    } else {
        let found = capture_diff_slices(
            Algorithm::Patience,
            &keys.left[middle.left.clone()],
            &keys.right[middle.right.clone()],
        );
        let shift = |range: Range<usize>| range.start + head..range.end + head;
        for (tag, left, right) in found.iter().map(DiffOp::as_tag_tuple) {
            add(Run::new(tag == DiffTag::Equal, shift(left), shift(right)));
        }
    }
    add(Run::new(true, left - tail..left, right - tail..right));
    joined(runs)
}

/// The runs with neighbours of one kind made one.
fn joined(runs: Vec<Run>) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        match found.last_mut() {
            Some(last) if last.equal == run.equal => {
                last.ranges.left.end = run.ranges.left.end;
                last.ranges.right.end = run.ranges.right.end;
            }
            _ => found.push(run),
        }
    }
    found
}

/// Moves the words that only one side has to where a reader would cut: of the equally short
/// edits of `he said A, he said B` to the one that begins after the comma.
fn slide(units: Pair<&Vec<Unit>>, runs: &mut Vec<Run>) {
    for at in 1..runs.len().saturating_sub(1) {
        let (before, here, after) = (&runs[at - 1], &runs[at], &runs[at + 1]);
        if here.equal || !before.equal || !after.equal {
            continue;
        }
        let side = match (here.ranges.left.is_empty(), here.ranges.right.is_empty()) {
            (false, true) => Side::Left,
            (true, false) => Side::Right,
            _ => continue,
        };
        let words = units[side];
        let range = here.ranges[side].clone();
        let room = Pair::new(before.ranges[side].len(), after.ranges[side].len());
        let best = best_shift(words, &range, room);
        let shift = |bound: &mut usize| *bound = bound.saturating_add_signed(best);
        for side in Side::BOTH {
            shift(&mut runs[at - 1].ranges[side].end);
            shift(&mut runs[at].ranges[side].start);
            shift(&mut runs[at].ranges[side].end);
            shift(&mut runs[at + 1].ranges[side].start);
        }
    }
    runs.retain(|run| !run.ranges.left.is_empty() || !run.ranges.right.is_empty());
}

/// By how many units a range of one side's words is best moved, with `room` before and after it.
fn best_shift(words: &[Unit], range: &Range<usize>, room: Pair<usize>) -> isize {
    let pause = |at: usize| if at == 0 { 3 } else { words[at - 1].pause };
    let is_same = |one: usize, two: usize| words[one].key == words[two].key;
    let back = (1..=room.left).take_while(|step| is_same(range.start - step, range.end - step));
    let ahead = (1..=room.right).take_while(|step| is_same(range.start + step - 1, range.end + step - 1));
    let steps =
        std::iter::once(0).chain(back.map(|step| -step.cast_signed())).chain(ahead.map(usize::cast_signed));
    let pauses = |step: &isize| {
        let shifted = |at: usize| at.saturating_add_signed(*step);
        pause(shifted(range.start)) + pause(shifted(range.end))
    };
    // the first of the best
    steps.min_by_key(|step| Reverse(pauses(step))).unwrap_or_default()
}

/// Joins rewritten stretches across a lone *the* or *of*: two replacements with
/// one stop word between them read as one.
fn absorb(units: Pair<&Vec<Unit>>, runs: Vec<Run>) -> Vec<Run> {
    let is_island = |run: &Run| {
        run.equal
            && run.ranges.left.len() == 1
            && units.left[run.ranges.left.clone()].iter().all(|unit| unit.is_slight)
    };
    let is_replacement =
        |run: &Run| !run.equal && !run.ranges.left.is_empty() && !run.ranges.right.is_empty();
    let mut found: Vec<Run> = Vec::with_capacity(runs.len());
    let mut rest = runs.into_iter().peekable();
    while let Some(mut run) = rest.next() {
        if let (Some(last), Some(next)) = (found.last(), rest.peek())
            && is_island(&run)
            && !next.equal
            && !last.equal
            && (is_replacement(last) || is_replacement(next))
            && both_sided(last, next)
        {
            run.equal = false;
        }
        found.push(run);
    }
    joined(found)
}

/// Whether two stretches, taken as one, have several words on both sides.
fn both_sided(first: &Run, second: &Run) -> bool {
    let words = |side: Side| first.ranges[side].len() + second.ranges[side].len();
    words(Side::Left) > 1 && words(Side::Right) > 1
}

/// Whether a word is so common that sharing it is no evidence of shared wording.
fn is_slight(lexicon: &Lexicon, folded: &str) -> bool {
    lexicon.stop_words.contains(folded) || !folded.chars().any(char::is_alphanumeric)
}

/// Whether the shared words are so few that a reader sees one replacement.
fn shares_little(units: Pair<&Vec<Unit>>, runs: &[Run]) -> bool {
    let weight = |unit: &Unit| if unit.is_slight { SLIGHT } else { 1.0 };
    let total = |units: &[Unit]| units.iter().map(weight).sum::<f64>();
    let equal = runs.iter().filter(|run| run.equal);
    let shared: f64 = equal.map(|run| total(&units.left[run.ranges.left.clone()])).sum();
    let is_one_sided = units.left.is_empty() || units.right.is_empty();
    !is_one_sided && runs.len() > 1 && shared < FLOOR * total(units.left).min(total(units.right))
}

/// The units of one side of a bead.
pub(super) fn units(
    sides: Pair<&Annotated>,
    vocabulary: &Vocabulary,
    sentences: &Pair<Vec<SentenceId>>,
    side: Side,
) -> Vec<Unit> {
    let compounds = compounds(sides, vocabulary, sentences);
    let article = sides[side];
    let mut found: Vec<Unit> = Vec::new();
    let mut before = None;
    for &id in &sentences[side] {
        let mut gap = before.is_some_and(|last| !adjoining(article, last, id));
        let mut tokens = article.sentences.tokens(id);
        while !tokens.is_empty() {
            let (key, length) =
                compound(article, vocabulary, tokens, &compounds).unwrap_or_else(|| (tokens[0].key, 1));
            let tile = tokens[0].tile.join(tokens[length - 1].tile);
            tokens = &tokens[length..];
            let pause = if tokens.is_empty() { 3 } else { pause(article.slice(tile)) };
            let is_slight = is_slight(article.article.lexicon(), vocabulary.folded(key));
            found.push(Unit { tile, key, after_gap: gap, pause, is_slight });
            gap = false;
        }
        before = Some(id);
    }
    found
}

/// How strong a pause follows a word.
fn pause(tile: &str) -> u8 {
    let end = tile.trim_end().trim_end_matches(['"', '”', '’', '\'', '»', ')']);
    match end.chars().next_back() {
        Some('.' | '!' | '?' | '…') => 2,
        Some(',' | ';' | ':' | '–' | '—') => 1,
        _ => 0,
    }
}

/// The words of a bead that the other side may have as two or three words, in byte order.
fn compounds<'a>(
    sides: Pair<&Annotated>,
    vocabulary: &'a Vocabulary,
    sentences: &Pair<Vec<SentenceId>>,
) -> Vec<(&'a str, Key)> {
    // a lone side has nothing to equal
    if sentences.left.is_empty() || sentences.right.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(&str, Key)> = Side::BOTH
        .into_iter()
        .flat_map(|side| sentences[side].iter().flat_map(move |&id| sides[side].sentences.tokens(id)))
        .map(|token| (vocabulary.folded(token.key), token.key))
        // *to day*, but not *as is* for *asis*
        .filter(|(folded, _)| folded.len() >= 4)
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Two or three words at the head of `tokens` that the bead writes as one elsewhere.
fn compound(
    article: &Annotated,
    vocabulary: &Vocabulary,
    tokens: &[Token],
    compounds: &[(&str, Key)],
) -> Option<(Key, usize)> {
    // most words begin no compound: one lookup is enough
    let first = vocabulary.folded(tokens[0].key);
    let longer = compounds.partition_point(|(folded, _)| *folded <= first);
    if !compounds.get(longer).is_some_and(|(folded, _)| folded.starts_with(first)) {
        return None;
    }
    let mut word = first.to_owned();
    for length in 2..=tokens.len() {
        let gap = Span::new(tokens[length - 2].word.end(), tokens[length - 1].word.start());
        if !matches!(article.slice(gap).trim(), "" | "-" | "‐" | "‑" | "–") {
            return None;
        }
        word.push_str(vocabulary.folded(tokens[length - 1].key));
        let at = compounds.partition_point(|(folded, _)| *folded < word.as_str());
        let (folded, key) = *compounds.get(at)?;
        if folded == word {
            let parts = tokens[..length].iter();
            let parts: Vec<_> =
                parts.map(|token| (article.slice(token.word), vocabulary.folded(token.key))).collect();
            let is_same =
                joins_keep_meaning(article.article.lexicon(), Pair::new(&parts, &[(folded, folded)]));
            return is_same.then_some((key, length));
        }
        if !folded.starts_with(word.as_str()) {
            return None;
        }
    }
    None
}

/// Whether only white space separates a sentence from the next of its bead.
fn adjoining(article: &Annotated, first: SentenceId, second: SentenceId) -> bool {
    first.index() + 1 == second.index()
        && article.sentences.get(first).block == article.sentences.get(second).block
}
