//! What the rules read, with the queries that several of them share.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::alignment::{Alignment, Bead, BeadId, Reuse};
use crate::annotated::Annotated;
use crate::article::BlockKind;
use crate::detect::has_marks;
use crate::difference::{Edit, EditOp, Fact, FactMention};
use crate::lexicon::Lexicon;
use crate::quotation::{LinkState, Marks, Quotation, QuotationKind, QuotationLink};
use crate::sentence::SentenceId;
use crate::text::{Pair, Side, Span, SpanIndex};
use crate::words::{Token, Vocabulary, same_words};

/// What the earlier stages found.
#[derive(Clone, Copy, Debug)]
pub struct RuleInput<'a> {
    /// Both articles.
    pub sides: Pair<&'a Annotated>,
    /// The words of both.
    pub vocabulary: &'a Vocabulary,
    /// Which sentences belong together.
    pub alignment: &'a Alignment,
    /// The edits of each bead, in the order of the beads.
    pub edits: &'a [Vec<Edit>],
    /// What became of each quotation.
    pub links: &'a [QuotationLink],
    /// The facts of all beads.
    pub facts: &'a [Fact],
    /// The same, with what the rest of the other article states.
    pub whole: &'a [Fact],
}

/// The same, indexed for the rules.
#[derive(Debug)]
pub(super) struct Evidence<'a> {
    input: &'a RuleInput<'a>,
    /// The bead of each sentence.
    beads: Pair<Vec<Option<BeadId>>>,
    /// The quotations of each side by the words that they reach over.
    quotations: Pair<SpanIndex>,
    /// Whether the other side has each of them, too.
    is_linked: Pair<Vec<bool>>,
    /// Whether a whole article has lost its quotation marks: a note says so once, so that no rule does.
    pub has_lost_marks: Pair<bool>,
    /// Whether a side shares so much with the other that it was made from it: of two independent
    /// stories, most sentences are *added*.
    pub is_rewrite: Pair<bool>,
    /// The words of all names, places and the like that each article has.
    pub known_names: Pair<BTreeSet<&'a str>>,
}

/// Words on both sides, or on one.
pub(super) type Spans = Pair<Option<Span>>;

/// A word with its folded form.
pub(super) type Word<'a> = (&'a Token, &'a str);

impl<'a> Evidence<'a> {
    pub(super) fn new(input: &'a RuleInput<'a>) -> Evidence<'a> {
        let mut beads = input.sides.map(|side| vec![None; side.sentences.len()]);
        for (id, bead) in input.alignment.iter() {
            for side in Side::BOTH {
                for sentence in &bead.sentences[side] {
                    beads[side][sentence.index()] = Some(id);
                }
            }
        }
        let mut is_linked = input.sides.map(|side| vec![false; side.quotations.len()]);
        for ids in input.links.iter().filter_map(|link| link.quotations.both()) {
            for side in Side::BOTH {
                is_linked[side][ids[side].index()] = true;
            }
        }
        Evidence {
            input,
            beads,
            is_linked,
            quotations: input.sides.map(|side| SpanIndex::new(side.quotations.iter().map(Quotation::span))),
            has_lost_marks: Pair::from_fn(|side| has_lost_marks(input, side)),
            is_rewrite: Pair::from_fn(|side| is_rewrite(input, side)),
            known_names: Pair::from_fn(|side| {
                let mentions = input.facts.iter().filter_map(|fact| fact.mentions[side].as_ref());
                mentions.flat_map(|mention| mention.value.words()).collect()
            }),
        }
    }

    /// Both articles.
    pub(super) fn sides(&self) -> Pair<&'a Annotated> {
        self.input.sides
    }

    /// One of the articles.
    pub(super) fn article(&self, side: Side) -> &'a Annotated {
        self.input.sides[side]
    }

    /// The text of one of them.
    pub(super) fn text(&self, side: Side) -> &'a str {
        &self.article(side).article.text
    }

    /// The words of a span.
    pub(super) fn slice(&self, side: Side, span: Span) -> &'a str {
        self.article(side).slice(span)
    }

    /// The word lists of a side’s language.
    pub(super) fn lexicon(&self, side: Side) -> &'static Lexicon {
        self.article(side).article.lexicon()
    }

    /// All beads with their edits, in order.
    pub(super) fn beads(&self) -> impl Iterator<Item = (BeadId, &'a Bead, &'a [Edit])> {
        let edits = self.input.edits.iter().map(Vec::as_slice);
        self.input.alignment.iter().zip(edits).map(|((id, bead), edits)| (id, bead, edits))
    }

    /// A bead.
    pub(super) fn bead(&self, id: BeadId) -> &'a Bead {
        self.input.alignment.get(id)
    }

    /// The edits of a bead.
    pub(super) fn edits_of(&self, id: BeadId) -> &'a [Edit] {
        &self.input.edits[id.index()]
    }

    /// All facts.
    pub(super) fn facts(&self) -> &'a [Fact] {
        self.input.facts
    }

    /// All facts, with what the rest of the other article states.
    pub(super) fn whole_facts(&self) -> impl Iterator<Item = &'a Fact> {
        self.input.whole.iter()
    }

    /// The bead of the sentence in which a span begins.
    pub(super) fn bead_at(&self, side: Side, span: Span) -> Option<BeadId> {
        self.beads[side][self.article(side).sentences.at(span.start())?.index()]
    }

    /// The facts of a bead.
    pub(super) fn facts_of(&self, id: BeadId) -> &'a [Fact] {
        let start = self.input.facts.partition_point(|fact| fact.bead < id);
        let end = self.input.facts.partition_point(|fact| fact.bead <= id);
        &self.input.facts[start..end]
    }

    /// Whether the other article states a value in the sentence before or after those of a bead.
    pub(super) fn is_stated_nearby(&self, bead: &Bead, side: Side, own: &FactMention) -> bool {
        // the order of the beads is not that of both texts; that of the sentences is
        let across = side.other();
        let sentences = &bead.sentences[across];
        let before = sentences.first().and_then(|first| first.index().checked_sub(1));
        let after = sentences.last().map(|last| last.index() + 1);
        let near = before.into_iter().chain(after).filter_map(|at| *self.beads[across].get(at)?);
        near.into_iter().any(|near| {
            let stated = self.facts_of(near).iter().filter_map(|fact| fact.mentions[across].as_ref());
            stated.into_iter().any(|mention| mention.meaning() == own.meaning())
        })
    }

    /// The links with their quotations, where both sides have one.
    pub(super) fn linked(&self) -> impl Iterator<Item = (&'a QuotationLink, Pair<&'a Quotation>)> {
        self.input.links.iter().filter_map(|link| {
            let ids = link.quotations.both()?;
            Some((link, Pair::from_fn(|side| &self.article(side).quotations[ids[side].index()])))
        })
    }

    /// The quotations that only one side has.
    pub(super) fn lone_quotations(&self, side: Side) -> impl Iterator<Item = &'a Quotation> {
        let lone = self.input.links.iter().filter(move |link| link.quotations[side.other()].is_none());
        let quotations = &self.article(side).quotations;
        lone.filter_map(move |link| quotations.get(link.quotations[side]?.index()))
    }

    /// The quotations that share a byte with a span, in order.
    pub(super) fn quotations_over(&self, side: Side, span: Span) -> impl Iterator<Item = &'a Quotation> {
        let quotations = &self.article(side).quotations;
        self.quotations[side].overlapping(span).filter_map(|at| quotations.get(at))
    }

    /// Those of them that the other side has, too.
    pub(super) fn linked_over(&self, side: Side, span: Span) -> impl Iterator<Item = &'a Quotation> {
        let quotations = &self.article(side).quotations;
        let linked = self.quotations[side].overlapping(span).filter(move |&at| self.is_linked[side][at]);
        linked.map(|at| &quotations[at])
    }

    /// Whether a span begins inside quotation marks, or would if they were not lost.
    pub(super) fn is_quoted(&self, side: Side, span: Span) -> bool {
        self.quotations_over(side, span).any(|quotation| {
            quotation.kind != QuotationKind::Indirect
                && quotation.span().start() <= span.start()
                && quotation.has_words_in(span)
        })
    }

    /// The bead that has spans of both sides, and the spans cut to its sentences; of two beads
    /// that of the side to `trust`.
    pub(super) fn locate(&self, spans: Spans, trust: Side) -> Option<(BeadId, Spans)> {
        let places = Pair::from_fn(|side| self.sentences_of(side, spans[side]));
        let first = |side: Side| self.beads[side][places[side].clone()].iter().flatten().next().copied();
        let own = || first(trust).or_else(|| first(trust.other()));
        let bead = self.shared(&places).or_else(own)?;
        let cut = |side: Side| {
            let mut sentences = self.bead(bead).sentences[side].iter();
            sentences.find_map(|&id| self.article(side).sentences.get(id).span.intersection(spans[side]?))
        };
        Some((bead, Pair::from_fn(cut)))
    }

    /// The first bead, in the order of the left text, with a sentence in each of two stretches.
    fn shared(&self, places: &Pair<Range<usize>>) -> Option<BeadId> {
        // a quotation may run through a whole article: the shorter stretch leads
        let side = if places.right.len() < places.left.len() { Side::Right } else { Side::Left };
        let first = |bead: BeadId, side: Side| {
            let sentences = self.bead(bead).sentences[side].iter().map(|id| id.index());
            sentences.filter(|at| places[side].contains(at)).min()
        };
        let beads = self.beads[side][places[side].clone()].iter().copied().flatten();
        beads.filter(|bead| first(*bead, side.other()).is_some()).min_by_key(|bead| first(*bead, Side::Left))
    }

    /// The places of the sentences that a span touches.
    fn sentences_of(&self, side: Side, span: Option<Span>) -> Range<usize> {
        let place = |offset: usize| self.article(side).sentences.at(offset).map(SentenceId::index);
        let Some((span, first)) = span.and_then(|span| Some((span, place(span.start())?))) else {
            return 0..0;
        };
        let last = place(span.end().saturating_sub(1).max(span.start())).unwrap_or(first);
        first..last.max(first) + 1
    }

    /// Whether the other side has most of these words in the same sentence, in or out of a quotation.
    pub(super) fn is_on_both(&self, side: Side, span: Span) -> bool {
        let places = self.sentences_of(side, Some(span));
        let beads: BTreeSet<BeadId> = self.beads[side][places].iter().copied().flatten().collect();
        let (mut same, mut all) = (0, 0);
        for edit in beads.into_iter().flat_map(|bead| self.edits_of(bead)) {
            let common = edit.spans[side].and_then(|edit| edit.intersection(span));
            let length = common.map_or(0, Span::len);
            all += length;
            same += if edit.op == EditOp::Equal { length } else { 0 };
        }
        2 * same > all
    }

    /// From the first to the last word of several places, on each side, inside one sentence.
    pub(super) fn covering_spans(&self, places: &[Spans]) -> Spans {
        Pair::from_fn(|side| {
            let at = |offset: usize| self.article(side).sentences.at(offset);
            let mut spans = places.iter().filter_map(|place| place[side]);
            let first = spans.clone().next();
            let whole = spans.by_ref().reduce(Span::join);
            whole.filter(|span| at(span.start()) == at(span.end().saturating_sub(1))).or(first)
        })
    }

    /// Where a bead begins on one side, in bytes.
    pub(super) fn start(&self, side: Side, bead: BeadId) -> usize {
        let first = self.bead(bead).sentences[side].first();
        first.map_or(0, |&id| self.article(side).sentences.get(id).span.start())
    }

    /// Whether a bead only names who made the story.
    pub(super) fn is_boilerplate(&self, bead: &Bead) -> bool {
        let is_story = |side: Side, id: SentenceId| self.block_kind(side, id).is_story();
        Side::BOTH.into_iter().all(|side| !bead.sentences[side].iter().any(|&id| is_story(side, id)))
    }

    /// The kind of block in which a sentence is.
    pub(super) fn block_kind(&self, side: Side, sentence: SentenceId) -> BlockKind {
        let article = self.article(side);
        article.article.block(article.sentences.get(sentence).block).kind
    }

    /// The words of one side of a bead; those of a dateline say nothing.
    pub(super) fn words(&self, side: Side, bead: &Bead) -> Vec<Word<'a>> {
        let sentences = &self.article(side).sentences;
        let words = bead.sentences[side].iter().flat_map(|&id| {
            let tokens = sentences.tokens(id);
            let body = sentences.get(id).body().start();
            &tokens[tokens.partition_point(|token| token.word.start() < body)..]
        });
        words.map(|token| (token, self.folded(token))).collect()
    }

    /// The tokens in a span.
    pub(super) fn tokens(&self, side: Side, span: Span) -> &'a [Token] {
        let tokens = self.article(side).sentences.all_tokens();
        let start = tokens.partition_point(|token| token.word.start() < span.start());
        let end = tokens.partition_point(|token| token.word.end() <= span.end());
        &tokens[start..end.max(start)]
    }

    /// The tokens of a quotation, without the text between its pieces.
    pub(super) fn quoted_tokens(
        &self,
        side: Side,
        quotation: &Quotation,
    ) -> impl DoubleEndedIterator<Item = &'a Token> {
        quotation.fragments.iter().flat_map(move |piece| self.tokens(side, *piece))
    }

    /// The equal words of two runs, as [`same_words`] pairs them.
    pub(super) fn same_words(&self, words: Pair<&Vec<Word<'a>>>) -> Vec<Pair<Token>> {
        let tokens = words.map(|words| words.iter().map(|(token, _)| **token).collect::<Vec<Token>>());
        same_words(tokens.as_ref().map(Vec::as_slice), self.input.vocabulary)
    }

    /// A word in the form in which lists have it.
    pub(super) fn folded(&self, token: &Token) -> &'a str {
        self.input.vocabulary.folded(token.key)
    }

    /// The folded stem of a word.
    pub(super) fn stem(&self, token: &Token) -> &'a str {
        self.input.vocabulary.folded(self.input.vocabulary.stem(token.key))
    }

    /// The side whose bead a finding on quotations of two beads goes to: the one with
    /// marks, else the one whose words, or whose speaker, comes first in byte order, so that it
    /// does not depend on which side is which.
    pub(super) fn trusted(&self, link: &QuotationLink, quotations: Pair<&Quotation>) -> Side {
        let words =
            |side: Side| (self.slice(side, quotations[side].span()), &quotations[side].attribution.speaker);
        match link.marks {
            Marks::Right => Side::Right,
            Marks::Both if words(Side::Right) < words(Side::Left) => Side::Right,
            Marks::Left | Marks::Both => Side::Left,
        }
    }
}

/// Whether two places share a byte on a side.
pub(super) fn overlap(one: Spans, two: Spans) -> bool {
    let share = |side: Side| one[side].zip(two[side]).is_some_and(|(one, two)| one.overlaps(two));
    share(Side::Left) || share(Side::Right)
}

/// Where each side states a fact.
pub(super) fn spans_of(fact: &Fact) -> Spans {
    fact.mentions.as_ref().map(|mention| mention.as_ref().map(|mention| mention.span))
}

/// The only side of a quotation link with quotation marks.
pub(super) fn marked_side(link: &QuotationLink) -> Option<Side> {
    Side::BOTH.into_iter().find(|&side| link.marks == Marks::only(side))
}

/// Whether a side shares so much with the other that it was made from it.
fn is_rewrite(input: &RuleInput<'_>, side: Side) -> bool {
    /// One sentence in three. To ask for all changes the findings of 100 of 877 texts, for one in six of 19.
    const SHARE: usize = 3;
    let beads = input.alignment.iter().map(|(_, bead)| bead);
    let paired = beads.filter(|bead| !bead.sentences[side.other()].is_empty());
    let paired: usize = paired.map(|bead| bead.sentences[side].len()).sum();
    // one sentence on each side is too little to measure
    let counts = input.sides.map(|side| side.sentences.len());
    SHARE * paired >= counts[side] || counts[side.other()] < SHARE
}

/// Whether an article has lost every mark: not one of its quotations has any, the other
/// article marks at least two of them, or one where the apostrophes are gone as well.
fn has_lost_marks(input: &RuleInput<'_>, side: Side) -> bool {
    let article = input.sides[side];
    if article.quotations.iter().any(|quotation| quotation.marked) || has_marks(&article.article.text) {
        return false;
    }
    let unmarked = input.links.iter().filter(|link| {
        marked_side(link) == Some(side.other())
            && link.quotations.both().is_some()
            && link.state != LinkState::Paraphrased
    });
    let apostrophe = input.sides.map(|side| side.article.text.contains(['\'', '’']));
    let is_stripped = !apostrophe[side] && apostrophe[side.other()];
    unmarked.count() >= if is_stripped { 1 } else { 2 }
}

/// Whether a bead has words of both sides, some of which differ.
pub(super) fn is_reworded(bead: &Bead) -> bool {
    matches!(bead.reuse, Reuse::Edited | Reuse::Rewritten)
}
