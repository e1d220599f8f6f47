//! What the rules read, with the questions they all ask of it.

use std::ops::Range;

use super::Findings;
use crate::alignment::{Bead, BeadId, Reuse};
use crate::annotated::Annotated;
use crate::article::BlockKind;
use crate::difference::{Difference, Edit, EditOp, Fact};
use crate::lexicon::{Lexicon, WordClass};
use crate::quotation::{LinkState, Marks, Quotation, QuotationKind, QuotationLink, has_marks};
use crate::sentence::SentenceId;
use crate::text::{Pair, Side, Span, SpanIndex, Token};

/// The findings of the earlier stages, indexed for the rules.
#[derive(Debug)]
pub struct Evidence<'a> {
    findings: &'a Findings<'a>,
    /// The bead of each sentence.
    homes: Pair<Vec<Option<BeadId>>>,
    /// The quotations of each side by the words that they reach over.
    quotations: Pair<SpanIndex>,
    /// Whether a whole article has lost its quotation marks: said once as a note,
    /// not again on each quotation.
    lost_marks: Pair<bool>,
    /// Whether a side has so much of the other that it was made from it.
    is_rewrite: Pair<bool>,
}

/// How many quotations before a place are looked at: quotations may nest.
const NESTED: usize = 16;

impl<'a> Evidence<'a> {
    /// Indexes the findings.
    pub(super) fn new(findings: &'a Findings<'a>) -> Evidence<'a> {
        let mut homes = findings.sides.map(|side| vec![None; side.sentences.len()]);
        for (id, bead) in findings.alignment.iter() {
            for side in Side::BOTH {
                for sentence in &bead.sentences[side] {
                    homes[side][sentence.index()] = Some(id);
                }
            }
        }
        Evidence {
            findings,
            homes,
            quotations: findings
                .sides
                .map(|side| SpanIndex::new(side.quotations.iter().map(Quotation::span))),
            lost_marks: Pair::from_fn(|side| has_lost_marks(findings, side)),
            is_rewrite: Pair::from_fn(|side| is_rewrite(findings, side)),
        }
    }

    /// One of the articles.
    pub(super) fn article(&self, side: Side) -> &'a Annotated {
        self.findings.sides[side]
    }

    /// What is known of a side’s language.
    pub(super) fn lexicon(&self, side: Side) -> &'static Lexicon {
        self.article(side).article.lexicon()
    }

    /// The outlet’s name.
    pub(super) fn label(&self, side: Side) -> &'a str {
        &self.article(side).article.origin.label
    }

    /// All beads with their edits, in order.
    pub(super) fn beads(&self) -> impl Iterator<Item = (BeadId, &'a Bead, &'a [Edit])> {
        let edits = self.findings.edits.iter().map(Vec::as_slice);
        self.findings.alignment.iter().zip(edits).map(|((id, bead), edits)| (id, bead, edits))
    }

    /// The beads both sides of which say much the same in part in other words.
    pub(super) fn reworded(&self) -> impl Iterator<Item = (BeadId, &'a Bead, &'a [Edit])> {
        self.beads().filter(|(_, bead, _)| match bead.reuse {
            Reuse::Edited | Reuse::Rewritten => true,
            Reuse::Identical | Reuse::Typography | Reuse::LeftOnly | Reuse::RightOnly => false,
        })
    }

    /// The edits of one bead.
    pub(super) fn edits_of(&self, id: BeadId) -> &'a [Edit] {
        self.findings.edits.get(id.index()).map_or(&[], Vec::as_slice)
    }

    /// A bead.
    pub(super) fn bead(&self, id: BeadId) -> &'a Bead {
        self.findings.alignment.get(id)
    }

    /// All facts.
    pub(super) fn facts(&self) -> &'a [Fact] {
        self.findings.facts
    }

    /// The facts of one bead.
    pub(super) fn facts_of(&self, id: BeadId) -> &'a [Fact] {
        let start = self.findings.facts.partition_point(|fact| fact.bead < id);
        let end = self.findings.facts.partition_point(|fact| fact.bead <= id);
        &self.findings.facts[start..end]
    }

    /// Whether the article across states a value in a sentence before or behind those of a bead.
    pub(super) fn is_told_nearby(&self, bead: &Bead, side: Side, value: &str) -> bool {
        // the order of the beads is not that of both texts; that of the sentences is
        let across = side.other();
        let sentences = &bead.sentences[across];
        let before = sentences.first().and_then(|first| first.index().checked_sub(1));
        let behind = sentences.last().map(|last| last.index() + 1);
        let near = before.into_iter().chain(behind).filter_map(|at| *self.homes[across].get(at)?);
        near.into_iter().any(|near| {
            let stated = self.facts_of(near).iter().filter_map(|fact| fact.mentions[across].as_ref());
            stated.into_iter().any(|mention| mention.value == value)
        })
    }

    /// The links with their quotations, where both sides have one.
    pub(super) fn linked(&self) -> impl Iterator<Item = (&'a QuotationLink, Pair<&'a Quotation>)> {
        self.findings.links.iter().filter_map(|link| {
            let ids = link.quotations.both()?;
            let quotation = |side: Side| self.article(side).quotations.get(ids[side].index());
            Some((link, Pair::from_fn(quotation).both()?))
        })
    }

    /// The quotations that the other side has nothing of.
    pub(super) fn lone_quotations(&self, side: Side) -> impl Iterator<Item = &'a Quotation> {
        let quotations = &self.article(side).quotations;
        let lone = move |link: &&QuotationLink| link.quotations[side.other()].is_none();
        self.findings
            .links
            .iter()
            .filter(lone)
            .filter_map(move |link| quotations.get(link.quotations[side]?.index()))
    }

    /// The quotations that share a byte with a span, in order.
    pub(super) fn quotations_over(&self, side: Side, span: Span) -> impl Iterator<Item = &'a Quotation> {
        let quotations = &self.article(side).quotations;
        self.quotations[side].overlapping(span).filter_map(|at| quotations.get(at))
    }

    /// The quotations that begin in a span, and the last before it, which may reach into it.
    pub(super) fn quotations_near(&self, side: Side, span: Span) -> &'a [Quotation] {
        let quotations = &self.article(side).quotations;
        let start = quotations.partition_point(|quotation| quotation.span().start() < span.start());
        let end = quotations.partition_point(|quotation| quotation.span().start() < span.end());
        &quotations[start.saturating_sub(NESTED)..end.max(start)]
    }

    /// Whether a side has so much of the other that it was made from it: of two outlets' own
    /// stories on one event, every other sentence is *added*.
    pub(super) fn is_rewrite(&self, side: Side) -> bool {
        self.is_rewrite[side]
    }

    /// Whether this side has lost all of its quotation marks.
    pub(super) fn has_lost_marks(&self, side: Side) -> bool {
        self.lost_marks[side]
    }

    /// The bead in which spans of both sides lie, and the spans cut to its sentences;
    /// where they lie in two, that of the side to `trust`.
    pub(super) fn home(
        &self,
        spans: Pair<Option<Span>>,
        trust: Side,
    ) -> Option<(BeadId, Pair<Option<Span>>)> {
        let places = Pair::from_fn(|side| self.sentences_of(side, spans[side]));
        let first = |side: Side| self.homes[side][places[side].clone()].iter().flatten().next().copied();
        let own = || first(trust).or_else(|| first(trust.other()));
        let bead = self.shared(&places).or_else(own)?;
        let clipped = Pair::from_fn(|side| {
            let sentences = &self.bead(bead).sentences[side];
            let clip =
                |id: &SentenceId| self.article(side).sentences.get(*id).span.intersection(spans[side]?);
            sentences.iter().find_map(clip)
        });
        Some((bead, clipped))
    }

    /// Whether the other side has most of these words in the same sentence, in or out of a quotation.
    pub(super) fn stands_on_both(&self, side: Side, span: Span) -> bool {
        let (mut same, mut all) = (0, 0);
        for bead in self.beads_of(side, span) {
            for edit in self.edits_of(bead) {
                let common = edit.spans[side].and_then(|edit| edit.intersection(span));
                let length = common.map_or(0, Span::len);
                all += length;
                same += if edit.op == EditOp::Equal { length } else { 0 };
            }
        }
        2 * same > all
    }

    /// The first bead, in the order of the left text, with a sentence in each of two stretches.
    fn shared(&self, places: &Pair<Range<usize>>) -> Option<BeadId> {
        // a quotation may run through a whole article: the shorter stretch leads
        let side = if places.right.len() < places.left.len() { Side::Right } else { Side::Left };
        let first = |bead: BeadId, side: Side| {
            let sentences = self.bead(bead).sentences[side].iter().map(|id| id.index());
            sentences.filter(|at| places[side].contains(at)).min()
        };
        let beads = self.homes[side][places[side].clone()].iter().copied().flatten();
        beads.filter(|bead| first(*bead, side.other()).is_some()).min_by_key(|bead| first(*bead, Side::Left))
    }

    /// The places of the sentences that a span touches.
    fn sentences_of(&self, side: Side, span: Option<Span>) -> Range<usize> {
        let sentences = &self.article(side).sentences;
        let place = |offset: usize| sentences.at(offset).map(SentenceId::index);
        let Some((span, first)) = span.and_then(|span| Some((span, place(span.start())?))) else {
            return 0..0;
        };
        let last = place(span.end().saturating_sub(1).max(span.start())).unwrap_or(first);
        first..last.max(first) + 1
    }

    fn beads_of(&self, side: Side, span: Span) -> Vec<BeadId> {
        let places = self.sentences_of(side, Some(span));
        let mut found: Vec<BeadId> = self.homes[side][places].iter().copied().flatten().collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Whether a bead only names who made the story.
    pub(super) fn is_furniture(&self, bead: &Bead) -> bool {
        Side::BOTH.into_iter().all(|side| {
            let article = self.article(side);
            bead.sentences[side].iter().all(|&id| {
                let block = article.sentences.get(id).block;
                !article.article.block(block).kind.is_story()
            })
        })
    }

    /// The kind of block in which a bead’s side begins.
    pub(super) fn block_kind(&self, side: Side, bead: &Bead) -> Option<BlockKind> {
        let article = self.article(side);
        let first = *bead.sentences[side].first()?;
        Some(article.article.block(article.sentences.get(first).block).kind)
    }

    /// The tokens of a bead’s side that lie in `span`, with their folded words; those of
    /// a dateline say nothing.
    pub(super) fn words(&self, side: Side, bead: &Bead, span: Option<Span>) -> Vec<(&'a Token, &'a str)> {
        let Some(span) = span else { return Vec::new() };
        let sentences = &self.article(side).sentences;
        let mut found = Vec::new();
        for &id in &bead.sentences[side] {
            let body = sentences.get(id).body();
            let tokens = sentences.tokens(id);
            let start = tokens.partition_point(|token| token.word.start() < span.start().max(body.start()));
            let inside = tokens[start..].iter().take_while(|token| token.word.end() <= span.end());
            found.extend(inside.map(|token| (token, self.findings.vocabulary.folded(token.key))));
        }
        found
    }

    /// All words of a bead’s side.
    pub(super) fn all_words(&self, side: Side, bead: &Bead) -> Vec<(&'a Token, &'a str)> {
        self.words(side, bead, Some(Span::whole(&self.article(side).article.text)))
    }

    /// The tokens of a quotation, without what stands between its pieces.
    pub(super) fn quoted_tokens(
        &self,
        side: Side,
        quotation: &Quotation,
    ) -> impl DoubleEndedIterator<Item = &'a Token> {
        let tokens = self.article(side).sentences.all_tokens();
        let inside = move |piece: &Span| {
            let start = tokens.partition_point(|token| token.word.start() < piece.start());
            let end = tokens.partition_point(|token| token.word.end() <= piece.end());
            &tokens[start..end.max(start)]
        };
        quotation.fragments.iter().flat_map(inside)
    }

    /// Whether a word is a verb that says who says so, and does not only lean on somebody.
    pub(super) fn is_plain_cue(&self, side: Side, token: &Token) -> bool {
        super::cue::weight(self.lexicon(side), self.findings.vocabulary.folded(token.key))
            .is_some_and(|weight| weight != WordClass::Weak)
    }

    /// The folded stem of a word.
    pub(super) fn stem(&self, token: &Token) -> &'a str {
        let vocabulary = self.findings.vocabulary;
        vocabulary.folded(vocabulary.stem(token.key))
    }

    /// Whether a span stands inside quotation marks, or would if they were not lost.
    pub(super) fn is_quoted(&self, side: Side, span: Span) -> bool {
        let quotations = &self.article(side).quotations;
        // quotations may nest; a few before the nearest are enough
        let after = quotations.partition_point(|quotation| quotation.span().start() <= span.start());
        quotations[after.saturating_sub(4)..after]
            .iter()
            .filter(|quotation| quotation.kind != QuotationKind::Indirect)
            .any(|quotation| !quotation.fragments_in(span).is_empty())
    }

    /// How many words that say something stand in the edits of `spans` beside them.
    pub(super) fn words_beside(&self, edits: &[Edit], bead: &Bead, spans: Pair<Option<Span>>) -> usize {
        let touched = edits.iter().filter(|edit| {
            edit.op != EditOp::Equal
                && Side::BOTH.into_iter().any(|side| overlap(edit.spans[side], spans[side]))
        });
        let beside = |edit: &Edit| {
            let on = |side: Side| {
                let stop_words = self.lexicon(side).stop_words;
                let words = self.words(side, bead, edit.spans[side]);
                let own = |token: &Token| spans[side].is_some_and(|span| span.overlaps(token.word));
                words.iter().filter(|(token, folded)| !own(token) && !stop_words.contains(folded)).count()
            };
            on(Side::Left).max(on(Side::Right))
        };
        touched.map(beside).sum()
    }

    /// The side whose bead a finding on quotations of two beads goes to: the one with
    /// marks, else the one whose words, or whose speaker, comes first in byte order, so that it
    /// does not depend on which side is which.
    pub(super) fn trusted(&self, link: &QuotationLink, quotations: Pair<&Quotation>) -> Side {
        let words = |side: Side| {
            let quotation = quotations[side];
            (self.article(side).slice(quotation.span()), &quotation.attribution.speaker)
        };
        match link.marks {
            Marks::Right => Side::Right,
            Marks::Both if words(Side::Right) < words(Side::Left) => Side::Right,
            Marks::Left | Marks::Both => Side::Left,
        }
    }
}

/// Whether two spans that may be absent share a byte.
pub(super) fn overlap(one: Option<Span>, two: Option<Span>) -> bool {
    one.zip(two).is_some_and(|(one, two)| one.overlaps(two))
}

/// Whether a side has so much of the other that it was made from it.
fn is_rewrite(findings: &Findings<'_>, side: Side) -> bool {
    const SHARE: usize = 3; // one sentence in three
    let beads = findings.alignment.iter().map(|(_, bead)| bead);
    let paired = beads.filter(|bead| !bead.sentences[side.other()].is_empty());
    let paired: usize = paired.map(|bead| bead.sentences[side].len()).sum();
    // one sentence on each side is no story to measure
    let all = findings.sides[side].sentences.len();
    SHARE * paired >= all || findings.sides[side.other()].sentences.len() < SHARE
}

/// Whether an article has lost every mark: not one of its quotations has any, the other
/// article marks at least two of them, or one where the apostrophes are gone as well.
fn has_lost_marks(findings: &Findings<'_>, side: Side) -> bool {
    let article = findings.sides[side];
    if article.quotations.iter().any(|quotation| quotation.marked) || has_marks(&article.article.text) {
        return false;
    }
    let unmarked = findings.links.iter().filter(|link| {
        let other = match link.marks {
            Marks::Both => false,
            Marks::Left => side == Side::Right,
            Marks::Right => side == Side::Left,
        };
        other && link.quotations.both().is_some() && link.state != LinkState::Paraphrased
    });
    let apostrophe = |text: &str| text.contains(['\'', '’']);
    let stripped =
        !apostrophe(&article.article.text) && apostrophe(&findings.sides[side.other()].article.text);
    unmarked.count() >= if stripped { 1 } else { 2 }
}

/// The differences found so far, by bead: what a rule has reported no later one reports again.
#[derive(Debug, Default)]
pub struct Found {
    list: Vec<Difference>,
    by_bead: Vec<Vec<usize>>,
}

impl Found {
    /// Adds a difference.
    pub(super) fn push(&mut self, difference: Difference) {
        let bead = difference.bead.index();
        if self.by_bead.len() <= bead {
            self.by_bead.resize(bead + 1, Vec::new());
        }
        self.by_bead[bead].push(self.list.len());
        self.list.push(difference);
    }

    /// The differences of a bead.
    pub(super) fn of(&self, bead: BeadId) -> impl Iterator<Item = &Difference> {
        self.by_bead.get(bead.index()).into_iter().flatten().map(|at| &self.list[*at])
    }

    /// Whether a difference of the bead is about some of these words.
    pub(super) fn covers(&self, bead: BeadId, spans: Pair<Option<Span>>) -> bool {
        self.of(bead)
            .any(|difference| Side::BOTH.into_iter().any(|side| overlap(difference.spans[side], spans[side])))
    }

    /// All of them.
    pub(super) fn into_list(self) -> Vec<Difference> {
        self.list
    }
}
