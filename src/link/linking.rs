//! The state of linking: each side's quotations as words, and the links between them.
//!
//! Every stage adds links or quotations to one [`Linking`]; [`mod@super::judge`]
//! reads it when all are in. Invariants: the words that two links of one quotation
//! match are disjoint; a link's matches ascend on both sides.

use std::borrow::Cow;
use std::rc::Rc;

use crate::quotation::{Attribution, Quotation, QuotationKind, SpeakerState};
use crate::text::{Pair, Side};
use crate::words::{Key, Vocabulary};

use super::align::{Ends, Match, align};
use super::evidence::{Evidence, LIKELY, SURE, evidence, longest_run, nearness, surroundings};
use super::index::Index;
use super::speaker;
use super::units::{ArticleUnits, Trait, Unit, count_required};

/// A quotation and its words.
#[derive(Clone, Debug)]
pub(super) struct QuotedText {
    pub(super) quotation: Quotation,
    /// Its words without the marks; those matched by a link are [`Trait::Taken`].
    pub(super) units: Vec<Unit>,
    /// In how many links it is.
    pub(super) links: usize,
    /// How many of its words mean something by their absence.
    pub(super) required: usize,
    /// Where its words are, if it is a long one.
    pub(super) index: Option<Rc<Index>>,
}

/// Whether words that a link holds match again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Taken {
    /// They match nothing.
    Barred,
    /// They match as if no link held them.
    Free,
}

impl QuotedText {
    /// A quotation that no link holds yet.
    pub(super) fn new(quotation: Quotation, units: Vec<Unit>) -> QuotedText {
        let index = Index::of_long(&units).map(Rc::new);
        QuotedText { required: count_required(&units), quotation, units, links: 0, index }
    }

    /// Its required words alone.
    pub(super) fn keys(&self) -> Vec<Key> {
        self.units.iter().filter(|unit| unit.is_required()).map(|unit| unit.key).collect()
    }

    /// Whether its words are looked for on the other side.
    pub(super) fn is_searchable(&self) -> bool {
        self.quotation.marked && self.quotation.kind != QuotationKind::Indirect
    }

    /// Whether it must be in a link even if it is found nowhere.
    pub(super) fn must_link(&self) -> bool {
        self.is_searchable() && !self.is_scare()
    }

    pub(super) fn is_scare(&self) -> bool {
        self.quotation.kind == QuotationKind::Scare
    }

    /// The quotation as if no other link held it.
    pub(super) fn freed(&self) -> QuotedText {
        let units = self.units.iter().map(|unit| unit.without(Trait::Taken)).collect();
        QuotedText { units, links: 1, ..self.clone() }
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
pub(super) struct TextMatch {
    /// Their places in [`Linking::texts`].
    pub(super) places: Pair<usize>,
    /// The words they share; none if they share only the content.
    pub(super) matches: Vec<Match>,
}

/// Two quotations and the words they share, to be judged.
#[derive(Clone, Copy, Debug)]
pub(super) struct Case<'a> {
    pub(super) words: &'a Pair<ArticleUnits<'a>>,
    pub(super) texts: Pair<&'a QuotedText>,
    pub(super) matches: &'a [Match],
}

impl<'a> Case<'a> {
    /// The words of both.
    pub(super) fn units(&self) -> Pair<&'a [Unit]> {
        self.texts.map(|quoted| quoted.units.as_slice())
    }
}

/// Everything known so far.
#[derive(Debug)]
pub(super) struct Linking<'a> {
    pub(super) words: Pair<ArticleUnits<'a>>,
    pub(super) texts: Pair<Vec<QuotedText>>,
    pub(super) links: Vec<TextMatch>,
}

impl<'a> Linking<'a> {
    pub(super) fn vocabulary(&self) -> &'a Vocabulary {
        self.words.left.vocabulary
    }

    /// The quotations at two places.
    pub(super) fn pair(&self, places: Pair<usize>) -> Pair<&QuotedText> {
        Pair::from_fn(|side| &self.texts[side][places[side]])
    }

    /// What a link holds.
    pub(super) fn case<'b>(&'b self, link: &'b TextMatch) -> Case<'b> {
        Case { words: &self.words, texts: self.pair(link.places), matches: &link.matches }
    }

    /// Whether any link holds one of the quotations.
    pub(super) fn is_linked(&self, places: Pair<usize>) -> bool {
        let texts = self.pair(places);
        texts.left.links + texts.right.links > 0
    }

    /// Adds a link and takes its words.
    pub(super) fn link(&mut self, places: Pair<usize>, matches: Vec<Match>) {
        for side in Side::BOTH {
            let quoted = &mut self.texts[side][places[side]];
            for at in &matches {
                quoted.units[at[side]].add(Trait::Taken);
            }
            quoted.links += 1;
        }
        self.links.push(TextMatch { places, matches });
    }

    /// The words that two quotations share, in order. Of a long quotation only those parts are compared
    /// that share runs of words with the other one.
    pub(super) fn align(&self, places: Pair<usize>, taken: Taken) -> Vec<Match> {
        let units = self.pair(places).map(|quoted| match taken {
            Taken::Barred => Cow::Borrowed(&quoted.units),
            Taken::Free => Cow::Owned(quoted.freed().units),
        });
        let places = Pair::from_fn(|side| {
            let index = self.texts[side][places[side]].index.as_ref();
            let is_free = |at: usize| !units[side][at].is(Trait::Taken);
            let near = index.and_then(|index| index.near(&units[side.other()], is_free));
            near.unwrap_or_else(|| (0..units[side].len()).collect())
        });
        let part = Pair::from_fn(|side| places[side].iter().map(|at| units[side][*at]).collect::<Vec<_>>());
        let matches = align(&part.left, &part.right, Ends::Closed, self.vocabulary());
        matches.into_iter().map(|at| Pair::from_fn(|side| places[side][at[side]])).collect()
    }

    /// Whether both quotations name the same speaker.
    pub(super) fn speaker(&self, places: Pair<usize>) -> SpeakerState {
        speaker::by_names(self.attributions(places))
    }

    /// How each article names the speaker.
    pub(super) fn attributions(&self, places: Pair<usize>) -> Pair<&Attribution> {
        self.pair(places).map(|quoted| &quoted.quotation.attribution)
    }

    /// Whether something other than their words says that two passages are one quotation: the speaker, or
    /// what is around them, which even outweighs another speaker: *“We knew it,” Berg said* for *“We knew
    /// it,” Dahl said*.
    pub(super) fn is_supported(&self, places: Pair<usize>) -> bool {
        match self.speaker(places) {
            SpeakerState::Same => true,
            SpeakerState::Changed => self.nearness(places).is_some_and(|near| near >= SURE),
            SpeakerState::Unknown => self.nearness(places).is_none_or(|near| near >= LIKELY),
        }
    }

    /// How much of the text around two quotations is the same; none where nothing is around them.
    fn nearness(&self, places: Pair<usize>) -> Option<usize> {
        let pair = self.pair(places);
        let around = Pair::from_fn(|side| surroundings(&self.words[side], &pair[side].units));
        nearness(&around.left, &around.right)
    }

    /// Whether the matches show that two quotations are one quotation, be it altered or cut.
    pub(super) fn holds(&self, places: Pair<usize>, matches: &[Match]) -> bool {
        let pair = self.pair(places);
        let run = longest_run(matches);
        let is_part = |quoted: &&QuotedText| {
            quoted.is_scare() && (matches.len() < quoted.required || run < matches.len())
        };
        if [pair.left, pair.right].iter().any(is_part) {
            return false;
        }
        let shorter = pair.left.required.min(pair.right.required);
        match evidence(pair.map(|quoted| quoted.units.as_slice()), matches, shorter) {
            Evidence::Enough => true,
            Evidence::Little => self.is_supported(places),
            Evidence::Trace => {
                self.speaker(places) != SpeakerState::Changed
                    && self.nearness(places).is_some_and(|near| near >= SURE)
            }
            Evidence::None => false,
        }
    }

    /// How far apart two quotations are in their articles, in thousandths of an article.
    pub(super) fn distance(&self, places: Pair<usize>) -> usize {
        let pair = self.pair(places);
        let place = |side: Side| {
            self.words[side].thousandth(pair[side].units.first().map_or(0, |unit| unit.token as usize))
        };
        place(Side::Left).abs_diff(place(Side::Right))
    }
}
