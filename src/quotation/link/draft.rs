//! What is known while linking: each side's quotations as words, and the ties between them.
//!
//! Every stage of linking adds ties or quotations to one [`Draft`]; [`mod@super::judge`]
//! reads it when all are in. Invariants: the words that two ties of one quotation
//! match are disjoint; a tie's matches ascend on both sides.

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

use crate::quotation::{Attribution, Quotation, QuotationKind, SpeakerState};
use crate::text::{Key, Pair, Side, Vocabulary};

use super::align::{Ends, Match, align, longest_run, weight};
use super::search::{Index, index_of_long, near};
use super::speaker;
use super::words::{SENTENCE, TAKEN, Unit, Words};

/// A quotation and its words.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) quotation: Quotation,
    /// Its words without the marks; those matched by a tie are [`TAKEN`].
    pub(super) units: Vec<Unit>,
    /// How many ties hold it.
    pub(super) ties: usize,
    /// How many of its words mean something by their absence.
    pub(super) required: usize,
    /// Where its words are, if it is a long one.
    pub(super) index: Option<Rc<Index>>,
}

/// Whether words that a tie holds match again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Taken {
    /// They match nothing.
    Barred,
    /// They match as if no tie held them.
    Free,
}

/// The words of a piece that another one is compared with.
struct Part<'a> {
    units: Cow<'a, [Unit]>,
    /// Their places in the piece, unless they are all of it.
    places: Option<Vec<usize>>,
}

impl Part<'_> {
    fn of<'a>(piece: &'a Piece, other: &Piece, taken: Taken) -> Part<'a> {
        let is_free = |unit: &Unit| taken == Taken::Free || !unit.is(TAKEN);
        let index = piece.index.as_ref();
        let places = index.and_then(|index| near(&other.units, &piece.units, index, is_free));
        let mut units = match &places {
            None => Cow::Borrowed(piece.units.as_slice()),
            Some(places) => places.iter().map(|place| piece.units[*place]).collect(),
        };
        if taken == Taken::Free {
            for unit in units.to_mut() {
                unit.remove(TAKEN);
            }
        }
        Part { units, places }
    }

    fn place(&self, at: usize) -> usize {
        self.places.as_ref().map_or(at, |places| places[at])
    }
}

impl Piece {
    /// A quotation that no tie holds yet.
    pub(super) fn new(quotation: Quotation, units: Vec<Unit>) -> Piece {
        let required = units.iter().filter(|unit| unit.is_required()).count();
        let index = index_of_long(&units).map(Rc::new);
        Piece { quotation, units, ties: 0, required, index }
    }

    /// Its required words alone.
    pub(super) fn keys(&self) -> Vec<Key> {
        self.units.iter().filter(|unit| unit.is_required()).map(|unit| unit.key).collect()
    }

    /// Whether words of it are sought on the other side.
    pub(super) fn is_sought(&self) -> bool {
        self.quotation.marked && self.quotation.kind != QuotationKind::Indirect
    }

    /// Whether it must be accounted for even if it is found nowhere.
    pub(super) fn is_owed(&self) -> bool {
        self.is_sought() && self.quotation.kind != QuotationKind::Scare
    }
}

/// Two quotations that share words, or content.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Tie {
    /// Their places in [`Draft::pieces`].
    pub(super) pieces: Pair<usize>,
    /// The words they share; none if they share but the content.
    pub(super) matches: Vec<Match>,
}

impl Tie {
    /// The places of its first and last match on one side.
    pub(super) fn ends(&self, side: Side) -> Option<(usize, usize)> {
        let place = |(left, right): &Match| match side {
            Side::Left => *left,
            Side::Right => *right,
        };
        self.matches.first().map(place).zip(self.matches.last().map(place))
    }
}

/// Everything known so far.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub(super) words: Pair<Words<'a>>,
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) pieces: Pair<Vec<Piece>>,
    pub(super) ties: Vec<Tie>,
}

impl Draft<'_> {
    /// Whether any tie holds the piece.
    pub(super) fn is_tied(&self, side: Side, piece: usize) -> bool {
        self.pieces[side][piece].ties > 0
    }

    /// Adds a tie and takes its words.
    pub(super) fn tie(&mut self, pieces: Pair<usize>, matches: Vec<Match>) {
        for &(left, right) in &matches {
            self.pieces.left[pieces.left].units[left].add(TAKEN);
            self.pieces.right[pieces.right].units[right].add(TAKEN);
        }
        self.pieces.left[pieces.left].ties += 1;
        self.pieces.right[pieces.right].ties += 1;
        self.ties.push(Tie { pieces, matches });
    }

    /// The words that two pieces share, in order.
    pub(super) fn align(&self, pieces: Pair<usize>, taken: Taken) -> Vec<Match> {
        let piece = Pair::from_fn(|side| &self.pieces[side][pieces[side]]);
        let part = Pair::from_fn(|side| Part::of(piece[side], piece[side.other()], taken));
        let matches = align(&part.left.units, &part.right.units, Ends::Closed, self.vocabulary);
        matches.into_iter().map(|(left, right)| (part.left.place(left), part.right.place(right))).collect()
    }

    /// The pieces of a tie as if no other tie held them, and the tie of those. Of a long piece
    /// only the words around the matches are left: no verdict asks for the others.
    pub(super) fn alone(&self, tie: &Tie) -> (Pair<Piece>, Tie) {
        let piece = Pair::from_fn(|side| &self.pieces[side][tie.pieces[side]]);
        let within = Pair::from_fn(|side| match (tie.ends(side), &piece[side].index) {
            (Some(ends), Some(_)) => around(&piece[side].units, ends),
            _ => 0..piece[side].units.len(),
        });
        let pieces = Pair::from_fn(|side| {
            let mut units = piece[side].units[within[side].clone()].to_vec();
            for unit in &mut units {
                unit.remove(TAKEN);
            }
            Piece { units, ties: 1, ..piece[side].clone() }
        });
        let shifted = |(left, right): &Match| (left - within.left.start, right - within.right.start);
        (pieces, Tie { pieces: tie.pieces, matches: tie.matches.iter().map(shifted).collect() })
    }

    /// Whether both pieces name the same speaker.
    pub(super) fn speaker(&self, pieces: Pair<usize>) -> SpeakerState {
        speaker::by_names(self.attributions(pieces))
    }

    /// Whether each is said by a person of another name, however surely that is known.
    pub(super) fn are_of_two(&self, pieces: Pair<usize>) -> bool {
        speaker::are_two(self.attributions(pieces))
    }

    /// How each article names the speaker.
    pub(super) fn attributions(&self, pieces: Pair<usize>) -> Pair<&Attribution> {
        Pair::from_fn(|side| &self.pieces[side][pieces[side]].quotation.attribution)
    }

    /// Whether something besides their words says that two passages are one quotation:
    /// the speaker, or what stands around them.
    pub(super) fn is_supported(&self, pieces: Pair<usize>) -> bool {
        self.supports(pieces, false)
    }

    /// The same for passages of equal words, which may be given to another speaker if all around
    /// them is the same: *“We knew it,” Berg said* for *“We knew it,” Dahl said*.
    pub(super) fn is_repeated(&self, pieces: Pair<usize>) -> bool {
        self.supports(pieces, true)
    }

    fn supports(&self, pieces: Pair<usize>, may_be_another: bool) -> bool {
        match self.speaker(pieces) {
            SpeakerState::Same => true,
            SpeakerState::Changed => may_be_another && self.nearness(pieces).is_some_and(|near| near >= SURE),
            SpeakerState::Unknown => self.nearness(pieces).is_none_or(|near| near >= LIKELY),
        }
    }

    /// How much of what stands around two pieces is the same; none where nothing stands there.
    fn nearness(&self, pieces: Pair<usize>) -> Option<usize> {
        let around = Pair::from_fn(|side| {
            surroundings(&self.words[side], self.vocabulary, &self.pieces[side][pieces[side]].units)
        });
        nearness(&around.left, &around.right)
    }

    /// Whether the matches show that two pieces are one quotation, be it altered or cut.
    pub(super) fn holds(&self, pieces: Pair<usize>, matches: &[Match]) -> bool {
        let piece = Pair::from_fn(|side| &self.pieces[side][pieces[side]]);
        let shorter = piece.left.required.min(piece.right.required);
        let is_scare = |side: Side| piece[side].quotation.kind == QuotationKind::Scare;
        let is_whole =
            |side: Side| matches.len() >= piece[side].required && longest_run(matches) == matches.len();
        if Side::BOTH.iter().any(|side| is_scare(*side) && !is_whole(*side)) {
            return false;
        }
        match evidence(Pair::new(&piece.left.units, &piece.right.units), matches, shorter) {
            Evidence::Enough => true,
            Evidence::Little => self.is_supported(pieces),
            Evidence::Trace => {
                self.speaker(pieces) != SpeakerState::Changed
                    && self.nearness(pieces).is_some_and(|n| n >= SURE)
            }
            Evidence::None => false,
        }
    }

    /// How much the matches say, for choosing between rivals.
    pub(super) fn strength(&self, pieces: Pair<usize>, matches: &[Match]) -> i64 {
        let mirrored: Vec<Match> = matches.iter().map(|(left, right)| (*right, *left)).collect();
        let weights = Pair::new(matches, mirrored.as_slice());
        let own = |side: Side| weight(&self.pieces[side][pieces[side]].units, weights[side]);
        own(Side::Left).min(own(Side::Right))
    }

    /// How far apart two pieces stand in their articles, in thousandths of an article.
    pub(super) fn distance(&self, pieces: Pair<usize>) -> usize {
        let place = |side: Side| {
            let units = &self.pieces[side][pieces[side]].units;
            self.words[side].part(units.first().map_or(0, |unit| unit.token as usize))
        };
        place(Side::Left).abs_diff(place(Side::Right))
    }
}

/// The sentences around some words, with one word more on each side that has any: a verdict asks
/// only whether there are more.
fn around(units: &[Unit], (first, last): (usize, usize)) -> Range<usize> {
    let begins = |unit: &Unit| unit.is(SENTENCE) && unit.is_required();
    let from = units[..=first].iter().rposition(begins).unwrap_or(0);
    let before = units[..from].iter().rposition(|unit| unit.is_required()).unwrap_or(from);
    let after = units[last + 1..].iter().position(begins).map_or(units.len(), |at| last + at + 2);
    before..after
}

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

/// Weighs the matches of two passages of which the shorter has `shorter` words.
pub(super) fn evidence(units: Pair<&[Unit]>, matches: &[Match], shorter: usize) -> Evidence {
    let is_required =
        |(left, right): &Match| units.left[*left].is_required() && units.right[*right].is_required();
    let required: Vec<Match> = matches.iter().copied().filter(is_required).collect();
    let run = longest_run(matches);
    let content = required.iter().filter(|matched| is_content(units, **matched)).count();
    let share = |percent: usize| required.len() * 100 >= shorter * percent;
    if required.is_empty() {
        return Evidence::None;
    }
    if share(55) && run >= 4 && content >= 2
        || share(25) && run >= 6 && content >= 3
        || share(70) && required.len() >= 7 && run >= 3 && content >= 3
        || run >= 10
    {
        return Evidence::Enough;
    }
    let is_whole = required.len() == shorter && (run == shorter || content >= 1);
    if is_whole || share(55) && run >= 3 && content >= 1 || share(40) && run >= 2 && content >= 2 {
        return Evidence::Little;
    }
    if share(50) && content >= 1 && (required.len() >= 2 || shorter <= 3) {
        return Evidence::Trace;
    }
    Evidence::None
}

/// Whether a word that both have says what the texts are about; two articles in two languages
/// may disagree, and neither of them comes first.
pub(super) fn is_content(units: Pair<&[Unit]>, (left, right): Match) -> bool {
    units.left[left].is_content() && units.right[right].is_content()
}

/// How many words before and behind a passage are its surroundings.
const NEAR: usize = 12;

/// The stems of the content words around a passage, sorted.
pub(super) fn surroundings(words: &Words, vocabulary: &Vocabulary, units: &[Unit]) -> Vec<Key> {
    let Some((first, last)) = units.first().zip(units.last()) else { return Vec::new() };
    let (from, to) = (first.token as usize, last.token as usize);
    let before = &words.units[from.saturating_sub(NEAR)..from];
    let behind = &words.units[to + 1..words.units.len().min(to + 1 + NEAR)];
    let near = before.iter().chain(behind).filter(|unit| unit.is_content());
    let mut stems: Vec<Key> = near.map(|unit| vocabulary.stem(unit.key)).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// How much of two surroundings is the same, in percent of the lesser; none where both are empty.
pub(super) fn nearness(left: &[Key], right: &[Key]) -> Option<usize> {
    if left.is_empty() && right.is_empty() {
        return None;
    }
    let shared = left.iter().filter(|key| right.binary_search(key).is_ok()).count();
    let lesser = left.len().min(right.len());
    // one word in common is chance, unless there is no other
    Some(if shared < 2 && left != right { 0 } else { shared * 100 / lesser.max(1) })
}

/// The nearness, in percent, that makes equal words one quotation.
pub(super) const LIKELY: usize = 33;
/// The nearness, in percent, that makes similar words one quotation.
pub(super) const SURE: usize = 60;
