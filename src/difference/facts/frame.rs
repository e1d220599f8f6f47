//! The words around values that may have changed places, and whether they stayed.
//!
//! The values are slots; the words before, between and after them are segments. The frame is
//! kept where the words between the slots are the same on both sides, those next to them too, and
//! no two words have changed their order. Invariant: the answer does not depend on which side is
//! which.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::kind::FactKind;
use super::stated::{Mention, Stated};
use super::value::FactValue;
use super::words::{Word, same_around};
use crate::lexicon::{WordClass, WordClasses};
use crate::text::{Pair, Side};
use crate::words::Key;

/// How many words before the first slot and after the last are compared: no sentence has more, a
/// conversion without stops may.
const FAR_WORDS: usize = 60;

/// Kinds of values that can change places.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Sort {
    /// Numbers, sums and shares.
    Figure,
    Date,
    Time,
    /// People, organizations and places.
    Name,
    Title,
}

impl Sort {
    pub(super) const ALL: [Sort; 5] = [Sort::Figure, Sort::Date, Sort::Time, Sort::Name, Sort::Title];

    pub(super) fn of(value: &FactValue) -> Sort {
        match value.kind() {
            FactKind::Number | FactKind::Money | FactKind::Percent => Sort::Figure,
            FactKind::Date => Sort::Date,
            FactKind::Time => Sort::Time,
            FactKind::Name | FactKind::Place => Sort::Name,
            FactKind::Title => Sort::Title,
        }
    }

    /// Whether it names somebody or something, so that its order alone says who did what.
    fn is_name(self) -> bool {
        matches!(self, Sort::Name | Sort::Title)
    }
}

/// Slots in the words of both sides.
pub(super) struct Frame<'a> {
    sides: Pair<Slots<'a>>,
    sort: Sort,
    /// Whether a number is in the place of a share or a sum.
    is_mixed: bool,
}

/// The slots of one side.
struct Slots<'a> {
    stated: &'a Stated<'a>,
    sort: Sort,
    /// The words of each value, in order; there are at least two.
    ranges: Vec<Range<usize>>,
}

impl<'a> Frame<'a> {
    /// The frame of values by their places among the mentions, in order; none for the title of
    /// somebody named, which changes places with the name.
    pub(super) fn new(stated: &'a Pair<Stated<'a>>, sort: Sort, places: &[Pair<usize>]) -> Option<Frame<'a>> {
        let slots = |side: Side| Slots::new(&stated[side], sort, places.iter().map(|both| both[side]));
        let kind = |side: Side, at: usize| stated[side].mentions[at].value.kind();
        let is_mixed = !sort.is_name()
            && places.iter().any(|both| kind(Side::Left, both.left) != kind(Side::Right, both.right));
        let mut sides = Pair::from_fn(slots).both()?;
        // *from 5 degrees to 7*, *from 7 to 5 degrees*: the unit that is written once is part of its value
        if let Some(Pair { left, right }) = sides.as_ref().map(Slots::only_unit).both()
            && left.1 == right.1
            && left.0 != right.0
        {
            sides.left.ranges[left.0].end += 1;
            sides.right.ranges[right.0].end += 1;
        }
        Some(Frame { sides, sort, is_mixed })
    }

    /// Whether the words stayed while the values changed places: surely, or most likely.
    pub(super) fn is_kept(&self) -> Option<bool> {
        let is_quiet = |side: Side| {
            let side = &self.sides[side];
            side.is_list() && !side.is_respective() || self.is_mixed && !side.is_course() || side.is_mutual()
        };
        let segments = self.sides.as_ref().map(Slots::segments);
        let attribution = self.attribution(&segments);
        if Side::BOTH.into_iter().any(is_quiet) || !self.keeps_order(&attribution) {
            return None;
        }
        if self.gaps().all(|at| self.has_same_gap(at)) && self.has_same_ends() {
            return Some(true);
        }
        let has_moved = |(key, (_, left)): (&Key, &(&Word<'_>, u32))| {
            !attribution.contains(key) && segments.right.get(key).is_some_and(|(_, right)| left & right == 0)
        };
        let is_likely = !self.sort.is_name() && self.is_anchored() && !segments.left.iter().any(has_moved);
        is_likely.then_some(false)
    }

    /// The gaps between slots, by the slot after each.
    fn gaps(&self) -> Range<usize> {
        1..self.sides.left.ranges.len()
    }

    fn has_same_gap(&self, at: usize) -> bool {
        let gaps = self.sides.as_ref().map(|side| side.gap(at));
        let is_dashed = self.sides.as_ref().map(|side| !matches!(side.joint(at), "" | ","));
        keys(gaps.left).eq(keys(gaps.right)) && (!gaps.left.is_empty() || is_dashed.left == is_dashed.right)
    }

    /// Whether the words right before the first slot and right after the last are the same.
    fn has_same_ends(&self) -> bool {
        let before = self.sides.as_ref().map(|side| side.first().start.checked_sub(1));
        let after = self.sides.as_ref().map(|side| Some(side.last().end));
        [before, after].into_iter().all(|ends| {
            let words =
                Pair::from_fn(|side| ends[side].and_then(|at| Some((at, self.sides[side].words().get(at)?))));
            let is_value = |side: Side, at: usize| self.sides[side].sort_at(at) == Some(self.sort);
            match words {
                Pair { left: Some((left, one)), right: Some((right, two)) } => {
                    // a value next to a value: *3-1, 6-4*
                    one.key == two.key || is_value(Side::Left, left) && is_value(Side::Right, right)
                }
                Pair { left, right } => left.is_none() && right.is_none(),
            }
        })
    }

    /// The words of an attribution that moved from one end of the sentence to the other: *the
    /// minister said* heads it or ends it.
    fn attribution(&self, segments: &Pair<Segments<'_>>) -> BTreeSet<Key> {
        let last = 1 << self.sides.left.ranges.len();
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
        let places = self.sides.as_ref().map(|side| {
            let counts = |&(at, _): &(usize, usize)| {
                let word = &side.words()[at];
                let is_free = match side.sort_at(at) {
                    Some(Sort::Date | Sort::Time) => true,
                    Some(Sort::Figure) => !self.sort.is_name(),
                    Some(Sort::Name | Sort::Title) | None => attribution.contains(&word.key),
                };
                let says_something =
                    !word.listed.is_common || word.lexicon.grammar_words.has(word.folded, WordClass::Pronoun);
                !is_free && says_something
            };
            let mut found: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
            for (at, _) in side.outside().filter(counts) {
                found.entry(side.words()[at].key).or_default().push(at);
            }
            found
        });
        let once =
            |(key, left): (&Key, &Vec<usize>)| match (left.as_slice(), places.right.get(key)?.as_slice()) {
                (&[left], &[right]) => Some((left, right)),
                _ => None,
            };
        let mut order: Vec<(usize, usize)> = places.left.iter().filter_map(once).collect();
        order.sort_unstable();
        order.is_sorted_by_key(|(_, right)| *right)
    }

    /// Whether each slot has kept a word next to it, and one of them a word that says something.
    fn is_anchored(&self) -> bool {
        let kept: Vec<Vec<&Word<'_>>> = (0..self.sides.left.ranges.len()).map(|at| self.kept(at)).collect();
        kept.iter().all(|words| !words.is_empty()) && kept.iter().flatten().any(|word| !word.listed.is_common)
    }

    /// The words right before and after a slot that are the same on both sides.
    fn kept(&self, at: usize) -> Vec<&Word<'a>> {
        let gap = |at: usize| self.sides.as_ref().map(|side| side.gap(at));
        let (before, after) = same_around(gap(at), gap(at + 1));
        [before, after].concat()
    }
}

/// Words outside of the slots with the segments in which each is found, as bits.
type Segments<'a> = BTreeMap<Key, (&'a Word<'a>, u32)>;

fn keys<'a>(words: &'a [Word<'a>]) -> impl Iterator<Item = Key> + 'a {
    words.iter().map(|word| word.key)
}

impl<'a> Slots<'a> {
    fn new(stated: &'a Stated<'a>, sort: Sort, places: impl Iterator<Item = usize>) -> Option<Slots<'a>> {
        let ranges: Vec<Range<usize>> = places.map(|at| slot(stated, sort, at)).collect::<Option<_>>()?;
        Some(Slots { stated, sort, ranges })
    }

    fn words(&self) -> &'a [Word<'a>] {
        &self.stated.words
    }

    fn first(&self) -> &Range<usize> {
        &self.ranges[0]
    }

    fn last(&self) -> &Range<usize> {
        &self.ranges[self.ranges.len() - 1]
    }

    /// The words between a slot and the one before it, or from or to the end of the bead.
    fn gap(&self, at: usize) -> &'a [Word<'a>] {
        let start = at.checked_sub(1).map_or(0, |before| self.ranges[before].end);
        let end = self.ranges.get(at).map_or(self.words().len(), |next| next.start);
        self.words().get(start..end).unwrap_or_default()
    }

    /// The marks that join two slots without a word between them.
    fn joint(&self, at: usize) -> &'a str {
        self.words()[self.ranges[at].start].between()
    }

    /// Whether the slots are the items of a list, whose order has no meaning: *on Monday and Friday*,
    /// *on Monday and on Friday*, *5 boats and 7 boats*. A score is none: `3-1` has a dash.
    fn is_list(&self) -> bool {
        let before = &self.words()[..self.first().start];
        let after = &self.words()[self.last().end..];
        let is_item = |(head, tail): (&[Word<'_>], &[Word<'_>])| {
            let start = after.get(..head.len());
            let end = before.len().checked_sub(tail.len()).map(|skipped| &before[skipped..]);
            start.is_some_and(|start| keys(start).eq(keys(head)))
                && end.is_some_and(|end| keys(end).eq(keys(tail)))
        };
        (1..self.ranges.len()).all(|at| self.items(at).is_some_and(is_item))
    }

    /// The words before and after the *and* or the comma between two slots.
    fn items(&self, at: usize) -> Option<(&'a [Word<'a>], &'a [Word<'a>])> {
        let gap = self.gap(at);
        if let Some(joint) = gap.iter().position(|word| word.is(WordClass::List)) {
            return Some((&gap[..joint], &gap[joint + 1..]));
        }
        let next = self.ranges[at].start;
        let has_comma = |at: &usize| self.words()[*at].between() == ",";
        // *$5m (£3m)* is *£3m ($5m)*
        let is_bare = gap.is_empty() && (self.sort.is_name() || matches!(self.joint(at), "" | "("));
        let comma = (next - gap.len()..=next).find(has_comma).or_else(|| is_bare.then_some(next))?;
        Some(gap.split_at(comma + gap.len() - next))
    }

    /// Whether the items of a list have the order of another: *Dorn and Lund won 5 and 7 seats
    /// respectively*.
    fn is_respective(&self) -> bool {
        let after = &self.words()[self.last().end..];
        after.iter().any(|word| word.is(WordClass::Respective))
    }

    /// Whether the words between two names say the same of both: *Berg met Dahl*.
    fn is_mutual(&self) -> bool {
        let is_verb = |word: &Word<'_>| word.lexicon.mutual_verbs.contains(word.folded);
        self.sort.is_name() && (1..self.ranges.len()).any(|at| self.gap(at).iter().any(is_verb))
    }

    /// Whether words lead from one value to the next: *from 5 percent to 7*, where the unit is written once,
    /// but not *5 for $7*.
    fn is_course(&self) -> bool {
        let leads = |word: &Word<'_>| word.is(WordClass::Course);
        (1..self.ranges.len()).all(|at| self.gap(at).iter().any(leads))
    }

    /// The sort of the value that a word belongs to.
    fn sort_at(&self, at: usize) -> Option<Sort> {
        self.stated.mention_at(at).map(|mention| Sort::of(&mention.value))
    }

    /// The words outside of the slots, not too far from them, each with how many slots precede it.
    fn outside(&self) -> impl Iterator<Item = (usize, usize)> {
        let from = self.first().start.saturating_sub(FAR_WORDS);
        let until = self.words().len().min(self.last().end + FAR_WORDS);
        let segment = |at: usize| self.ranges.partition_point(|slot| slot.end <= at);
        let is_inside = move |at: usize| self.ranges.get(segment(at)).is_some_and(|slot| slot.contains(&at));
        (from..until).filter(move |at| !is_inside(*at)).map(move |at| (at, segment(at)))
    }

    fn segments(&self) -> Segments<'a> {
        let mut segments = Segments::new();
        for (at, segment) in self.outside() {
            let word = &self.words()[at];
            segments.entry(word.key).or_insert((word, 0)).1 |= 1 << segment;
        }
        segments
    }

    /// The unit after one of the values, if only one has any.
    fn only_unit(&self) -> Option<(usize, Key)> {
        let unit = |(at, slot): (usize, &Range<usize>)| {
            let is_last = self.ranges.get(at + 1).is_none_or(|next| next.start > slot.end);
            let word = self.words().get(slot.end).filter(|word| word.follows() && !word.listed.is_common)?;
            is_last.then_some((at, word.key))
        };
        let mut units = self.ranges.iter().enumerate().filter_map(unit);
        units.next().filter(|_| units.next().is_none())
    }
}

/// The words of a value: a name with the title before it, a title only where no name follows.
fn slot(stated: &Stated<'_>, sort: Sort, at: usize) -> Option<Range<usize>> {
    let own = stated.mentions[at].words.clone();
    let is_of = |mention: &&Mention, sort: Sort| Sort::of(&mention.value) == sort;
    match sort {
        Sort::Name => {
            let before = at.checked_sub(1).map(|before| &stated.mentions[before]);
            let title = before.filter(|title| is_of(title, Sort::Title) && title.words.end == own.start);
            Some(title.map_or(own.start, |title| title.words.start)..own.end)
        }
        Sort::Title => {
            let name = stated.mentions.get(at + 1).filter(|name| is_of(name, Sort::Name));
            let is_of_name = name.is_some_and(|name| name.words.start == own.end);
            (!is_of_name).then_some(own)
        }
        Sort::Figure | Sort::Date | Sort::Time => Some(own),
    }
}
