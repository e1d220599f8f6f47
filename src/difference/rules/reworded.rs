//! A reworded bead as the rules on words read it: which listed words came or went.
//!
//! The edits show what one side has and the other lacks, so that a *may* on both sides is the
//! same *may*. Whether a word alone was lost, and not its whole clause with it, shows what it bears
//! on: *the alleged thief* bears on *thief*, and the thief must be on both sides. This holds in
//! loosely worded sentences, too, where a single edit covers half of the words.

use super::evidence::{Evidence, Spans, Word, is_reworded};
use super::finding::Finding;
use super::reason::Reason;
use super::term::{Term, terms};
use crate::alignment::{Bead, BeadId};
use crate::difference::{Edit, EditOp, Fact};
use crate::lexicon::{Lexicon, WordList};
use crate::text::{Pair, Side, Span, Token};

/// A bead both sides of which say much the same, in part in other words.
#[derive(Debug)]
pub(super) struct RewordedBead<'a> {
    pub evidence: &'a Evidence<'a>,
    pub id: BeadId,
    pub bead: &'a Bead,
    pub edits: &'a [Edit],
    pub facts: &'a [Fact],
    pub words: Pair<Vec<Word<'a>>>,
    /// The stems of the content words, in byte order.
    stems: Pair<Vec<&'a str>>,
}

/// How many content words next to a term show what it bears on.
const REACH: usize = 2;

/// The most words of an edit that puts one thing in the place of another.
pub(super) const SHORT: usize = 6;

/// The most words of a side whose single words are compared: no sentence has so many, a conversion
/// without stops may, and there each word would be compared with all others.
const MOST_WORDS: usize = 400;

/// All reworded beads.
pub(super) fn beads<'a>(evidence: &'a Evidence<'a>) -> Vec<RewordedBead<'a>> {
    let reworded = evidence.beads().filter(|(_, bead, _)| is_reworded(bead));
    let read = |(id, bead, edits)| {
        let words = Pair::from_fn(|side| evidence.words(side, bead));
        let stems = Pair::from_fn(|side| {
            let content = words[side].iter().filter(|(_, folded)| is_content(evidence, side, folded));
            let mut stems: Vec<&str> = content.map(|(token, _)| evidence.stem(token)).collect();
            stems.sort_unstable();
            stems.dedup();
            stems
        });
        RewordedBead { evidence, id, bead, edits, facts: evidence.facts_of(id), words, stems }
    };
    reworded.map(read).collect()
}

fn is_content(evidence: &Evidence<'_>, side: Side, folded: &str) -> bool {
    let lexicon = evidence.lexicon(side);
    !lexicon.stop_words.contains(folded) && lexicon.hedges.get(folded) != Some("no")
}

impl<'a> RewordedBead<'a> {
    /// A finding in this bead that asks an editor to check.
    pub(super) fn check(&self, spans: Spans, reason: Reason) -> Finding {
        Finding::check(self.id, spans, reason)
    }

    /// The word lists of a side’s language.
    pub(super) fn lexicon(&self, side: Side) -> &'static Lexicon {
        self.evidence.lexicon(side)
    }

    /// The words in a span.
    pub(super) fn words_in(&self, side: Side, span: Option<Span>) -> &[Word<'a>] {
        let Some(span) = span else { return &[] };
        let words = &self.words[side];
        let start = words.partition_point(|(token, _)| token.word.start() < span.start());
        let end = words.partition_point(|(token, _)| token.word.end() <= span.end());
        &words[start..end.max(start)]
    }

    /// The words of an edit.
    pub(super) fn edited(&self, edit: &Edit) -> Pair<&[Word<'a>]> {
        Pair::from_fn(|side| self.words_in(side, edit.spans[side]))
    }

    /// The edits of words that differ.
    pub(super) fn differing(&self) -> impl Iterator<Item = &'a Edit> {
        self.edits.iter().filter(|edit| edit.op != EditOp::Equal)
    }

    /// Whether some words of a span are in no equal edit.
    pub(super) fn differs(&self, side: Side, span: Span) -> bool {
        self.edit(side, span).is_some()
    }

    /// The first edit of words that differ with some of a span.
    pub(super) fn edit(&self, side: Side, span: Span) -> Option<&'a Edit> {
        self.differing().find(|edit| edit.spans[side].is_some_and(|own| own.overlaps(span)))
    }

    /// Whether an edit has few words on both sides, and so does not rewrite a clause.
    pub(super) fn is_short(&self, edit: &Edit) -> bool {
        Side::BOTH.into_iter().all(|side| self.words_in(side, edit.spans[side]).len() <= SHORT)
    }

    /// Whether single words of this bead can be compared.
    pub(super) fn is_sentence(&self) -> bool {
        self.words.left.len().max(self.words.right.len()) <= MOST_WORDS
    }

    /// The listed terms of each side that no equal words hold, outside of quotations.
    pub(super) fn differing_terms(&self, list: impl Fn(&Lexicon) -> WordList) -> Pair<Vec<Term>> {
        if !self.is_sentence() {
            return Pair::default();
        }
        Pair::from_fn(|side| {
            let (words, list) = (&self.words[side], list(self.lexicon(side)));
            // *many ships* and *many of the ships* have one *many*
            let stays = |term: &Term| {
                let (token, folded) = words[term.at];
                let first = list.get(folded).filter(|_| !self.differs(side, token.word));
                first.is_some_and(|value| value.split(' ').next() == Some(term.size()))
            };
            let is_one = |term: &Term| {
                let mut inner = term.at..term.at + term.length - 1;
                !inner.any(|at| self.ends_clause(side, words[at].0))
            };
            let mut found = terms(words, Span::whole(&self.evidence.article(side).article.text), list);
            found.retain(|term| {
                is_one(term)
                    && self.differs(side, term.span)
                    && !stays(term)
                    && !self.evidence.is_quoted(side, term.span)
            });
            found
        })
    }

    /// The listed words of an edit that are swapped; none if an edit has several, if they are
    /// quoted, or if more than one other content word was rewritten next to them.
    pub(super) fn swapped(&self, edit: &Edit, list: impl Fn(&Lexicon) -> WordList) -> Option<Pair<Term>> {
        let spans = edit.spans.both().filter(|_| edit.op == EditOp::Replace)?;
        let term = |side: Side| {
            let found = terms(&self.words[side], spans[side], list(self.lexicon(side)));
            let [term] = found[..] else { return None };
            let stop_words = self.lexicon(side).stop_words;
            let others = self
                .words_in(side, Some(spans[side]))
                .iter()
                .filter(|(token, folded)| !term.span.overlaps(token.word) && !stop_words.contains(folded));
            (others.count() <= 1 && !self.evidence.is_quoted(side, term.span)).then_some(term)
        };
        Pair::from_fn(term).both()
    }

    /// The first content words after a term, to the end of the clause.
    pub(super) fn following(&self, side: Side, term: Term) -> Vec<usize> {
        let words = &self.words[side];
        let is_open = |at: usize| at == 0 || !self.ends_clause(side, words[at - 1].0);
        let clause = (term.at + term.length..words.len()).take_while(|&at| is_open(at));
        self.content(side, clause).take(REACH).collect()
    }

    /// Whether a word says something by itself; *only* does not.
    pub(super) fn is_content(&self, side: Side, folded: &str) -> bool {
        is_content(self.evidence, side, folded)
    }

    fn content(&self, side: Side, places: impl Iterator<Item = usize>) -> impl Iterator<Item = usize> {
        places.filter(move |&at| self.is_content(side, self.words[side][at].1))
    }

    /// The word after a term, folded, unless the clause ends before it.
    pub(super) fn next(&self, side: Side, term: Term) -> Option<&'a str> {
        let words = &self.words[side];
        let next = words.get(term.at + term.length)?;
        (!self.ends_clause(side, words[term.at + term.length - 1].0)).then_some(next.1)
    }

    /// Whether the other side has the content word at a place.
    pub(super) fn is_kept(&self, side: Side, at: usize) -> bool {
        self.stems[side.other()].binary_search(&self.evidence.stem(self.words[side][at].0)).is_ok()
    }

    /// Whether two terms bear on the same: they are in one short edit, or before the same words.
    pub(super) fn bear_on_the_same(&self, terms: Pair<Term>) -> bool {
        let edits = Pair::from_fn(|side| self.edit(side, terms[side].span));
        edits.left == edits.right && edits.left.is_some_and(|edit| self.is_short(edit))
            || self.precede_the_same(terms)
    }

    /// Whether two terms precede the same words.
    pub(super) fn precede_the_same(&self, terms: Pair<Term>) -> bool {
        let stem = |side: Side, at: usize| self.evidence.stem(self.words[side][at].0);
        let right = self.following(Side::Right, terms.right);
        let mut left = self.following(Side::Left, terms.left).into_iter();
        left.any(|at| right.iter().any(|&other| stem(Side::Left, at) == stem(Side::Right, other)))
    }

    /// Whether two terms follow the same word: *the port said*, *the port admitted*.
    pub(super) fn follow_the_same(&self, terms: Pair<Term>) -> bool {
        let before = Pair::from_fn(|side| {
            let (token, folded) = self.words[side][terms[side].at.checked_sub(1)?];
            self.is_content(side, folded).then(|| self.evidence.stem(token))
        });
        before.left.is_some() && before.left == before.right
    }

    /// Whether the very word after a term is on both sides.
    pub(super) fn is_next_kept(&self, side: Side, term: Term) -> bool {
        self.following(side, term).first().is_some_and(|&at| self.is_kept(side, at))
    }

    /// Whether what a term bears on is on both sides: the next words, or those around it
    /// if it is a clause by itself. One equal word is enough; words that are elsewhere
    /// on the other side may be so by chance, and must all be there.
    pub(super) fn is_context_kept(&self, side: Side, term: Term) -> bool {
        let words = &self.words[side];
        let after = term.at + term.length;
        let following = self.following(side, term);
        if !following.is_empty() {
            return following.iter().any(|&at| !self.differs(side, words[at].0.word))
                || following.iter().all(|&at| self.is_kept(side, at));
        }
        if self.next(side, term).is_some() {
            return !self.differs(side, words[after].0.word);
        }
        // *The pier, reportedly, is shut*: a clause by itself, between others
        let before = self.content(side, (0..term.at).rev()).next();
        let mut around = before.into_iter().chain(self.content(side, after..words.len()).next()).peekable();
        around.peek().is_some() && around.all(|at| self.is_kept(side, at))
    }

    /// Whether a token is followed by a mark that ends a clause.
    pub(super) fn ends_clause(&self, side: Side, token: &Token) -> bool {
        let after = Span::new(token.word.end(), token.tile.end().max(token.word.end()));
        self.evidence
            .slice(side, after)
            .contains([',', '.', ';', ':', '?', '!', '(', ')', '“', '”', '"', '„', '«', '»', '–', '—'])
    }

    /// Whether a sentence of a side is a question.
    pub(super) fn asks(&self, side: Side) -> bool {
        let article = self.evidence.article(side);
        let asks = |text: &str| text.trim_end_matches(['"', '”', '’', '\'', '»', ')', ' ']).ends_with('?');
        self.bead.sentences[side].iter().any(|&id| asks(article.slice(article.sentences.get(id).span)))
    }

    /// Whether a word is a number, in digits or letters.
    pub(super) fn is_number(&self, side: Side, folded: &str) -> bool {
        folded.starts_with(|c: char| c.is_ascii_digit()) || self.lexicon(side).numbers.contains(folded)
    }
}
