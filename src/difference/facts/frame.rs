//! The words around values that may have changed places, and whether they stayed.
//!
//! The values are slots; the words before, between and after them are segments. The frame is
//! kept where the words between the slots are the same on both sides, those next to them too, and
//! no two words have changed their order. Invariant: the answer does not depend on which side is
//! which.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::exchange::Sort;
use super::pairing::Stated;
use super::words::Word;
use crate::lexicon::{WordClass, WordClasses};
use crate::text::{Key, Pair, Side};

/// How many words before the first slot and after the last belong to the frame.
const FAR: usize = 60;

/// Within how many words after the last slot the word *respectively* counts.
const NEAR: usize = 4;

/// Slots in the words of both sides.
pub(super) struct Frame<'a> {
    stated: &'a Pair<Stated<'a>>,
    sort: Sort,
    /// Whether a number is in the place of a share or a sum.
    is_mixed: bool,
    /// The words of each value, in order.
    slots: Pair<Vec<Range<usize>>>,
}

/// A word outside of the slots, and its segment: how many slots precede it.
type Placed<'a> = (&'a Word<'a>, usize);

impl<'a> Frame<'a> {
    /// The frame of values by their places among the mentions, in order; none for the title of
    /// somebody named, which changes places with the name.
    pub(super) fn new(stated: &'a Pair<Stated<'a>>, sort: Sort, places: &[Pair<usize>]) -> Option<Frame<'a>> {
        let slots = Pair::from_fn(|side: Side| {
            let slots = places.iter().map(|both| slot(&stated[side], sort, both[side]));
            slots.collect::<Option<Vec<_>>>()
        });
        let kind = |side: Side, at: usize| stated[side].mentions[at].value.kind();
        let is_mixed = !sort.is_name()
            && places.iter().any(|both| kind(Side::Left, both.left) != kind(Side::Right, both.right));
        let mut frame = Frame { stated, sort, is_mixed, slots: slots.both()? };
        frame.take_unit();
        Some(frame)
    }

    /// Whether the words stayed while the values changed places: surely, or most likely.
    pub(super) fn is_kept(&self) -> Option<bool> {
        let is_quiet = |side: Side| {
            self.is_list(side) && !self.is_respective(side)
                || self.is_mixed && !self.is_course(side)
                || self.is_mutual(side)
        };
        let attribution = self.attribution();
        if Side::BOTH.into_iter().any(is_quiet) || !self.keeps_order(&attribution) {
            return None;
        }
        let is_same = (1..self.slots.left.len()).all(|at| self.has_same_gap(at));
        if is_same && self.has_same_ends() {
            return Some(true);
        }
        let likely = !self.sort.is_name() && self.is_anchored() && !self.has_moved_words(&attribution);
        likely.then_some(false)
    }

    fn words(&self, side: Side) -> &'a [Word<'a>] {
        &self.stated[side].words
    }

    /// The words between a slot and the one before it.
    fn gap(&self, side: Side, at: usize) -> &'a [Word<'a>] {
        let (before, next) = (&self.slots[side][at - 1], &self.slots[side][at]);
        self.words(side).get(before.end..next.start).unwrap_or_default()
    }

    /// The marks that join two slots without a word between them.
    fn joint(&self, side: Side, at: usize) -> &'a str {
        let first = self.words(side).get(self.slots[side][at].start);
        first.map_or("", Word::between)
    }

    /// Whether the slots are the items of a list, whose order says nothing: *on Monday and Friday*,
    /// *on Monday and on Friday*, *5 boats and 7 boats*. A score is none: `3-1` has a dash.
    fn is_list(&self, side: Side) -> bool {
        let words = self.words(side);
        let (Some(first), Some(last)) = (self.slots[side].first(), self.slots[side].last()) else {
            return false;
        };
        let is_same = |one: Option<&[Word<'_>]>, two: &[Word<'_>]| {
            one.is_some_and(|one| one.iter().map(|word| word.key).eq(two.iter().map(|word| word.key)))
        };
        let is_item = |(head, tail): (&[Word<'_>], &[Word<'_>])| {
            let start = first.start.checked_sub(tail.len());
            is_same(words.get(last.end..last.end + head.len()), head)
                && is_same(start.and_then(|start| words.get(start..first.start)), tail)
        };
        (1..self.slots[side].len()).all(|at| self.items(side, at).is_some_and(is_item))
    }

    /// The words before and after the *and* or the comma between two slots.
    fn items(&self, side: Side, at: usize) -> Option<(&'a [Word<'a>], &'a [Word<'a>])> {
        let gap = self.gap(side, at);
        let is_joint = |word: &Word<'_>| word.listed.around.is(WordClass::List);
        if let Some(joint) = gap.iter().position(is_joint) {
            return Some((&gap[..joint], &gap[joint + 1..]));
        }
        let next = self.slots[side][at].start;
        let has_comma = |at: &usize| self.words(side).get(*at).is_some_and(|word| word.between() == ",");
        // *$5m (£3m)* is *£3m ($5m)*
        let is_bare = gap.is_empty() && (self.sort.is_name() || matches!(self.joint(side, at), "" | "("));
        let comma = (next - gap.len()..=next).find(has_comma).or_else(|| is_bare.then_some(next))?;
        Some(gap.split_at(comma + gap.len() - next))
    }

    /// Whether the items of a list have the order of another: *Dorn and Lund won 5 and 7 seats
    /// respectively*.
    fn is_respective(&self, side: Side) -> bool {
        let last = self.slots[side].last().map_or(0, |slot| slot.end);
        let near = self.words(side).iter().skip(last).take(NEAR);
        near.into_iter().any(|word| word.listed.around.is(WordClass::Respective))
    }

    /// Whether the words between two names say the same of both: *Berg met Dahl*.
    fn is_mutual(&self, side: Side) -> bool {
        let is_verb = |word: &Word<'_>| word.lexicon.mutual_verbs.contains(word.folded);
        self.sort.is_name() && (1..self.slots[side].len()).any(|at| self.gap(side, at).iter().any(is_verb))
    }

    /// Whether one value leads to the next: *from 5 percent to 7*, where the unit is written once,
    /// but not *5 for $7*.
    fn is_course(&self, side: Side) -> bool {
        let leads = |word: &Word<'_>| word.listed.around.is(WordClass::Course);
        (1..self.slots[side].len()).all(|at| self.gap(side, at).iter().any(leads))
    }

    fn has_same_gap(&self, at: usize) -> bool {
        let gaps = Pair::from_fn(|side| self.gap(side, at));
        let is_dashed = |side: Side| !matches!(self.joint(side, at), "" | ",");
        let keys = gaps.map(|gap| gap.iter().map(|word| word.key));
        let is_empty = gaps.left.is_empty();
        keys.left.eq(keys.right) && (!is_empty || is_dashed(Side::Left) == is_dashed(Side::Right))
    }

    /// Whether the words right before the first slot and right after the last are the same.
    fn has_same_ends(&self) -> bool {
        let at = |side: Side, at: Option<usize>| at.and_then(|at| self.words(side).get(at));
        let before =
            |side: Side| at(side, self.slots[side].first().and_then(|slot| slot.start.checked_sub(1)));
        let after = |side: Side| at(side, self.slots[side].last().map(|slot| slot.end));
        let is_value = |side: Side, word: &Word<'_>| self.sort_of(side, word) == Some(self.sort);
        [Pair::from_fn(before), Pair::from_fn(after)].into_iter().all(|both| match both.both() {
            // a value next to a value: *3-1, 6-4*
            Some(both) => {
                both.left.key == both.right.key
                    || is_value(Side::Left, both.left) && is_value(Side::Right, both.right)
            }
            None => both.left.is_none() && both.right.is_none(),
        })
    }

    /// The sort of the value that a word belongs to.
    fn sort_of(&self, side: Side, word: &Word<'_>) -> Option<Sort> {
        let mentions = &self.stated[side].mentions;
        let at = mentions.partition_point(|mention| mention.span.end() <= word.span.start());
        mentions
            .get(at)
            .filter(|mention| mention.span.overlaps(word.span))
            .map(|mention| Sort::of(&mention.value))
    }

    /// The words outside of the slots, not too far from them.
    fn placed(&self, side: Side) -> Vec<Placed<'a>> {
        let (words, slots) = (self.words(side), &self.slots[side]);
        let (Some(first), Some(last)) = (slots.first(), slots.last()) else { return Vec::new() };
        let from = first.start.saturating_sub(FAR);
        let until = words.len().min(last.end + FAR);
        let segment = |at: usize| slots.partition_point(|slot| slot.end <= at);
        let is_inside = |at: usize| slots.get(segment(at)).is_some_and(|slot| slot.contains(&at));
        (from..until).filter(|at| !is_inside(*at)).map(|at| (&words[at], segment(at))).collect()
    }

    /// The segments in which each word is found.
    fn segments(&self) -> Pair<BTreeMap<Key, (&'a Word<'a>, u32)>> {
        Pair::from_fn(|side: Side| {
            let mut segments: BTreeMap<Key, (&'a Word<'a>, u32)> = BTreeMap::new();
            for (word, segment) in self.placed(side) {
                segments.entry(word.key).or_insert((word, 0)).1 |= 1 << segment;
            }
            segments
        })
    }

    /// The words of an attribution that moved from one end of the sentence to the other: *the
    /// minister said* heads it or ends it.
    fn attribution(&self) -> BTreeSet<Key> {
        let segments = self.segments();
        let last = 1 << self.slots.left.len();
        let moved = |from: u32, to: u32| {
            let words = segments.left.iter().filter(move |(_, (_, left))| *left == from);
            let across = |key: &Key| segments.right.get(key).is_some_and(|(_, right)| *right == to);
            words.filter(|(key, _)| across(key)).collect::<Vec<_>>()
        };
        let is_said =
            |word: &Word<'_>| word.lexicon.speech_verbs.classes(word.folded).is(WordClasses::ATTRIBUTION);
        let ends = [moved(1, last), moved(last, 1)];
        let said = ends.into_iter().filter(|words| words.iter().any(|(_, (word, _))| is_said(word)));
        said.flatten().map(|(key, _)| *key).collect()
    }

    /// Whether the content words that each side has once are in the same order. Dates and
    /// attributions move freely: *on Monday* heads a sentence or ends it. Other figures count only
    /// for names, which they describe.
    fn keeps_order(&self, attribution: &BTreeSet<Key>) -> bool {
        let counts = |side: Side, word: &Word<'_>| {
            let is_free = match self.sort_of(side, word) {
                Some(Sort::Date | Sort::Time) => true,
                Some(Sort::Figure) => !self.sort.is_name(),
                Some(Sort::Name | Sort::Title) | None => attribution.contains(&word.key),
            };
            !is_free
                && (!word.listed.is_common || word.lexicon.grammar_words.has(word.folded, WordClass::Pronoun))
        };
        let places = Pair::from_fn(|side: Side| {
            let mut found: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
            let placed = self.placed(side).into_iter().enumerate();
            for (at, (word, _)) in placed.filter(|(_, (word, _))| counts(side, word)) {
                found.entry(word.key).or_default().push(at);
            }
            found
        });
        let mut order: Vec<(usize, usize)> = places
            .left
            .iter()
            .filter_map(|(key, left)| match (left.as_slice(), places.right.get(key)?.as_slice()) {
                (&[left], &[right]) => Some((left, right)),
                _ => None,
            })
            .collect();
        order.sort_unstable();
        order.is_sorted_by_key(|(_, right)| *right)
    }

    /// Whether a word that both sides have is in other segments on one of them.
    fn has_moved_words(&self, attribution: &BTreeSet<Key>) -> bool {
        let segments = self.segments();
        segments
            .left
            .iter()
            .filter(|(key, _)| !attribution.contains(key))
            .any(|(key, (_, left))| segments.right.get(key).is_some_and(|(_, right)| left & right == 0))
    }

    /// Whether each slot has kept a word next to it, and one of them a word that says something.
    fn is_anchored(&self) -> bool {
        let kept: Vec<Vec<&Word<'_>>> = (0..self.slots.left.len()).map(|at| self.kept(at)).collect();
        kept.iter().all(|words| !words.is_empty()) && kept.iter().flatten().any(|word| !word.listed.is_common)
    }

    /// The words right before and after a slot that are the same on both sides.
    fn kept(&self, at: usize) -> Vec<&'a Word<'a>> {
        let before = Pair::from_fn(|side: Side| {
            let slots = &self.slots[side];
            let from = at.checked_sub(1).map_or(0, |before| slots[before].end);
            self.words(side).get(from..slots[at].start).unwrap_or_default()
        });
        let after = Pair::from_fn(|side: Side| {
            let slots = &self.slots[side];
            let until = slots.get(at + 1).map_or(self.words(side).len(), |next| next.start);
            self.words(side).get(slots[at].end..until).unwrap_or_default()
        });
        let is_same = |(one, two): &(&Word<'_>, &Word<'_>)| one.key == two.key;
        let before = before.left.iter().rev().zip(before.right.iter().rev()).take(FAR).take_while(is_same);
        let after = after.left.iter().zip(after.right).take(FAR).take_while(is_same);
        before.chain(after).map(|(word, _)| word).collect()
    }

    /// Takes a unit that is written once as part of its value: *from 5 degrees to 7*, *from 7 to 5
    /// degrees*.
    fn take_unit(&mut self) {
        let units = Pair::from_fn(|side: Side| {
            let words = self.words(side);
            let unit = |(at, slot): (usize, &Range<usize>)| {
                let is_next = self.slots[side].get(at + 1).is_some_and(|next| next.start <= slot.end);
                let word = words.get(slot.end).filter(|word| word.follows() && !word.listed.is_common)?;
                if is_next {
                    return None;
                }
                Some((at, word.key))
            };
            let units: Vec<(usize, Key)> = self.slots[side].iter().enumerate().filter_map(unit).collect();
            match units[..] {
                [unit] => Some(unit),
                _ => None,
            }
        });
        let Some(units) = units.both() else { return };
        if units.left.1 == units.right.1 && units.left.0 != units.right.0 {
            for side in Side::BOTH {
                self.slots[side][units[side].0].end += 1;
            }
        }
    }
}

/// The words of a value: a name with the title before it, a title only where no name follows.
fn slot(stated: &Stated<'_>, sort: Sort, at: usize) -> Option<Range<usize>> {
    let words = &stated.words;
    let range = |at: usize| {
        let span = stated.mentions[at].span;
        let start = words.partition_point(|word| word.span.end() <= span.start());
        let end = words.partition_point(|word| word.span.start() < span.end());
        start..end.max(start)
    };
    let own = range(at);
    let touches = |at: usize| words.get(at).is_some_and(Word::follows);
    let is = |at: usize, sort: Sort| {
        stated.mentions.get(at).is_some_and(|mention| Sort::of(&mention.value) == sort)
    };
    match sort {
        Sort::Name => {
            let title = at.checked_sub(1).filter(|before| is(*before, Sort::Title)).map(range);
            let title = title.filter(|title| title.end == own.start && touches(own.start));
            Some(title.map_or(own.start, |title| title.start)..own.end)
        }
        Sort::Title => {
            let names = is(at + 1, Sort::Name) && range(at + 1).start == own.end && touches(own.end);
            (!names).then_some(own)
        }
        Sort::Figure | Sort::Date | Sort::Time => Some(own),
    }
}
