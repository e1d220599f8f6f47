//! What is known while linking: each side's quotations as words, and the ties between them.
//!
//! Every stage of linking adds ties or quotations to one [`Draft`]; [`mod@super::judge`]
//! reads it when all are in. Invariants: the words that two ties of one quotation
//! match are disjoint; a tie's matches ascend on both sides.

use std::borrow::Cow;
use std::rc::Rc;

use crate::quotation::{Attribution, Quotation, QuotationKind, SpeakerState};
use crate::text::{Key, Pair, Side, Vocabulary};

use super::align::{Ends, Match, align};
use super::evidence::{Evidence, LIKELY, SURE, evidence, longest_run, nearness, surroundings};
use super::index::Index;
use super::speaker;
use super::words::{Trait, Unit, Words, count_required};

/// A quotation and its words.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) quotation: Quotation,
    /// Its words without the marks; those matched by a tie are [`Trait::Taken`].
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

impl Piece {
    /// A quotation that no tie holds yet.
    pub(super) fn new(quotation: Quotation, units: Vec<Unit>) -> Piece {
        let index = Index::of_long(&units).map(Rc::new);
        Piece { required: count_required(&units), quotation, units, ties: 0, index }
    }

    /// Its required words alone.
    pub(super) fn keys(&self) -> Vec<Key> {
        self.units.iter().filter(|unit| unit.is_required()).map(|unit| unit.key).collect()
    }

    /// Whether its words are looked for on the other side.
    pub(super) fn is_sought(&self) -> bool {
        self.quotation.marked && self.quotation.kind != QuotationKind::Indirect
    }

    /// Whether it must be in a link even if it is found nowhere.
    pub(super) fn is_owed(&self) -> bool {
        self.is_sought() && !self.is_scare()
    }

    pub(super) fn is_scare(&self) -> bool {
        self.quotation.kind == QuotationKind::Scare
    }

    /// The piece as if no other tie held it.
    pub(super) fn freed(&self) -> Piece {
        let units = self.units.iter().map(|unit| unit.without(Trait::Taken)).collect();
        Piece { units, ties: 1, ..self.clone() }
    }
}

/// An end of a quotation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    Head,
    Tail,
}

/// Two quotations that share words, or content.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Tie {
    /// Their places in [`Draft::pieces`].
    pub(super) pieces: Pair<usize>,
    /// The words they share; none if they share only the content.
    pub(super) matches: Vec<Match>,
}

/// Two quotations and the words they share, to be judged.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case<'a> {
    pub(super) words: &'a Pair<Words<'a>>,
    pub(super) pieces: Pair<&'a Piece>,
    pub(super) matches: &'a [Match],
}

impl<'a> Case<'a> {
    /// The words of both.
    pub(super) fn units(&self) -> Pair<&'a [Unit]> {
        self.pieces.map(|piece| piece.units.as_slice())
    }

    pub(super) fn vocabulary(&self) -> &'a Vocabulary {
        self.words.left.vocabulary
    }
}

/// Everything known so far.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub(super) words: Pair<Words<'a>>,
    pub(super) pieces: Pair<Vec<Piece>>,
    pub(super) ties: Vec<Tie>,
}

impl<'a> Draft<'a> {
    pub(super) fn vocabulary(&self) -> &'a Vocabulary {
        self.words.left.vocabulary
    }

    /// The pieces at two places.
    pub(super) fn pair(&self, places: Pair<usize>) -> Pair<&Piece> {
        Pair::from_fn(|side| &self.pieces[side][places[side]])
    }

    /// What a tie holds.
    pub(super) fn case<'b>(&'b self, tie: &'b Tie) -> Case<'b> {
        Case { words: &self.words, pieces: self.pair(tie.pieces), matches: &tie.matches }
    }

    /// Whether any tie holds one of the pieces.
    pub(super) fn is_tied(&self, places: Pair<usize>) -> bool {
        let pieces = self.pair(places);
        pieces.left.ties + pieces.right.ties > 0
    }

    /// Adds a tie and takes its words.
    pub(super) fn tie(&mut self, pieces: Pair<usize>, matches: Vec<Match>) {
        for side in Side::BOTH {
            let piece = &mut self.pieces[side][pieces[side]];
            for at in &matches {
                piece.units[at[side]].add(Trait::Taken);
            }
            piece.ties += 1;
        }
        self.ties.push(Tie { pieces, matches });
    }

    /// The words that two pieces share, in order. Of a long piece only those parts are compared that share
    /// runs of words with a short one.
    pub(super) fn align(&self, pieces: Pair<usize>, taken: Taken) -> Vec<Match> {
        let units = self.pair(pieces).map(|piece| match taken {
            Taken::Barred => Cow::Borrowed(&piece.units),
            Taken::Free => Cow::Owned(piece.freed().units),
        });
        let places = Pair::from_fn(|side| {
            let index = self.pieces[side][pieces[side]].index.as_ref();
            let is_free = |at: usize| !units[side][at].is(Trait::Taken);
            let near = index.and_then(|index| index.near(&units[side.other()], is_free));
            near.unwrap_or_else(|| (0..units[side].len()).collect())
        });
        let part = Pair::from_fn(|side| places[side].iter().map(|at| units[side][*at]).collect::<Vec<_>>());
        let matches = align(&part.left, &part.right, Ends::Closed, self.vocabulary());
        matches.into_iter().map(|at| Pair::from_fn(|side| places[side][at[side]])).collect()
    }

    /// Whether both pieces name the same speaker.
    pub(super) fn speaker(&self, pieces: Pair<usize>) -> SpeakerState {
        speaker::by_names(self.attributions(pieces))
    }

    /// How each article names the speaker.
    pub(super) fn attributions(&self, pieces: Pair<usize>) -> Pair<&Attribution> {
        self.pair(pieces).map(|piece| &piece.quotation.attribution)
    }

    /// Whether something other than their words says that two passages are one quotation: the speaker, or
    /// what is around them, which even outweighs another speaker: *“We knew it,” Berg said* for *“We knew
    /// it,” Dahl said*.
    pub(super) fn is_supported(&self, pieces: Pair<usize>) -> bool {
        match self.speaker(pieces) {
            SpeakerState::Same => true,
            SpeakerState::Changed => self.nearness(pieces).is_some_and(|near| near >= SURE),
            SpeakerState::Unknown => self.nearness(pieces).is_none_or(|near| near >= LIKELY),
        }
    }

    /// How much of the text around two pieces is the same; none where nothing is around them.
    fn nearness(&self, pieces: Pair<usize>) -> Option<usize> {
        let pair = self.pair(pieces);
        let around = Pair::from_fn(|side| surroundings(&self.words[side], &pair[side].units));
        nearness(&around.left, &around.right)
    }

    /// Whether the matches show that two pieces are one quotation, be it altered or cut.
    pub(super) fn holds(&self, pieces: Pair<usize>, matches: &[Match]) -> bool {
        let pair = self.pair(pieces);
        let run = longest_run(matches);
        let is_part =
            |piece: &&Piece| piece.is_scare() && (matches.len() < piece.required || run < matches.len());
        if [pair.left, pair.right].iter().any(is_part) {
            return false;
        }
        let shorter = pair.left.required.min(pair.right.required);
        match evidence(pair.map(|piece| piece.units.as_slice()), matches, shorter) {
            Evidence::Enough => true,
            Evidence::Little => self.is_supported(pieces),
            Evidence::Trace => {
                self.speaker(pieces) != SpeakerState::Changed
                    && self.nearness(pieces).is_some_and(|near| near >= SURE)
            }
            Evidence::None => false,
        }
    }

    /// How far apart two pieces are in their articles, in thousandths of an article.
    pub(super) fn distance(&self, pieces: Pair<usize>) -> usize {
        let pair = self.pair(pieces);
        let place = |side: Side| {
            self.words[side].thousandth(pair[side].units.first().map_or(0, |unit| unit.token as usize))
        };
        place(Side::Left).abs_diff(place(Side::Right))
    }
}
