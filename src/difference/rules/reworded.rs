//! A reworded bead as the rules on words read it: which listed words came or went.
//!
//! The edits show what one side has and the other lacks, so that a *may* on both sides is the
//! same *may*. A word was lost by itself, and not with its whole clause, if both sides have the words that
//! it modifies: the *thief* of *the alleged thief*. This works in
//! loosely worded sentences, too, where a single edit covers half of the words.

use enumset::EnumSet;

use super::evidence::{Evidence, Spans, Word, is_reworded};
use super::finding::{Finding, Reason};
use super::term::{Term, terms};
use crate::alignment::{Bead, BeadId};
use crate::difference::{Edit, EditOp, Fact};
use crate::lexicon::{HedgeWord, Lexicon, Value, ValueList};
use crate::sentence::SentenceId;
use crate::text::{Pair, Side, Span};
use crate::words::Token;

/// A bead whose sides say much the same, in part in other words.
#[derive(Debug)]
pub(super) struct RewordedBead<'a> {
    pub evidence: &'a Evidence<'a>,
    pub id: BeadId,
    pub bead: &'a Bead,
    pub edits: &'a [Edit],
    pub facts: &'a [Fact],
    pub sides: Pair<BeadSide<'a>>,
}

/// One side of a reworded bead.
#[derive(Debug)]
pub(super) struct BeadSide<'a> {
    pub evidence: &'a Evidence<'a>,
    pub side: Side,
    pub lexicon: &'static Lexicon,
    pub sentences: &'a [SentenceId],
    pub words: Vec<Word<'a>>,
    edits: &'a [Edit],
    /// The stems of the content words of the other side, in byte order.
    stems_across: Vec<&'a str>,
}

/// How many content words after a term it may modify. With one, 14 of 877 texts lose or gain
/// a finding; with four, nine do.
const REACH: usize = 2;

/// The most words of an edit that replaces one thing by another, and not a clause. Half or twice as many
/// change the findings of 25 and 30 of 877 texts.
pub(super) const SHORT: usize = 6;

/// The most words of a side whose single words are compared: no sentence has so many, a conversion
/// without stops may, and there each word would be compared with all others.
const MOST_WORDS: usize = 400;

/// All reworded beads.
pub(super) fn beads<'a>(evidence: &'a Evidence<'a>) -> Vec<RewordedBead<'a>> {
    let reworded = evidence.beads().filter(|(_, bead, _)| is_reworded(bead));
    let read = |(id, bead, edits)| {
        let words = Pair::from_fn(|side| evidence.words(side, bead));
        let stems = Pair::from_fn(|side| stems(evidence, side, words[side].iter().map(|(token, _)| *token)));
        let sides = Pair::new(Side::Left, Side::Right).zip(words).zip(stems.swap());
        let sides = sides.map(|((side, words), stems_across)| {
            let (lexicon, sentences) = (evidence.lexicon(side), bead.sentences[side].as_slice());
            BeadSide { evidence, side, lexicon, sentences, words, edits, stems_across }
        });
        RewordedBead { evidence, id, bead, edits, facts: evidence.facts_of(id), sides }
    };
    reworded.map(read).collect()
}

/// The stems of the content words, each once, in byte order.
pub(super) fn stems<'a>(
    evidence: &Evidence<'a>,
    side: Side,
    tokens: impl Iterator<Item = &'a Token>,
) -> Vec<&'a str> {
    let content = tokens.filter(|token| is_content(evidence.lexicon(side), evidence.folded(token)));
    let mut stems: Vec<&str> = content.map(|token| evidence.stem(token)).collect();
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// Whether it is a content word; *only* is not.
pub(super) fn is_content(lexicon: &Lexicon, folded: &str) -> bool {
    let is_idle = || lexicon.hedges.get(folded) == Some(HedgeWord::Matches(EnumSet::empty()));
    !lexicon.stop_words.contains(folded) && !is_idle()
}

impl<'a> RewordedBead<'a> {
    /// A finding in this bead that asks an editor to check.
    pub(super) fn check(&self, spans: Spans, reason: Reason) -> Finding {
        Finding::check(self.id, spans, reason)
    }

    /// The words of an edit.
    pub(super) fn edited(&self, edit: &Edit) -> Pair<&[Word<'a>]> {
        Pair::from_fn(|side| self.sides[side].words_in(edit.spans[side]))
    }

    /// The edits of words that differ.
    pub(super) fn differing(&self) -> impl Iterator<Item = &'a Edit> {
        self.edits.iter().filter(|edit| edit.op != EditOp::Equal)
    }

    /// Whether an edit has few words on both sides, and so does not rewrite a clause.
    pub(super) fn is_short(&self, edit: &Edit) -> bool {
        let Pair { left, right } = self.edited(edit);
        left.len().max(right.len()) <= SHORT
    }

    /// Whether single words of this bead can be compared.
    pub(super) fn is_sentence(&self) -> bool {
        self.sides.left.words.len().max(self.sides.right.words.len()) <= MOST_WORDS
    }

    /// The listed terms of each side that no equal words hold, outside of quotations.
    pub(super) fn differing_terms<T: Value>(
        &self,
        list: impl Fn(&Lexicon) -> ValueList<T>,
    ) -> Pair<Vec<Term<T>>> {
        if !self.is_sentence() {
            return Pair::default();
        }
        self.sides.as_ref().map(|side| side.differing_terms(list(side.lexicon)))
    }

    /// The listed words of an edit that are swapped; none if an edit has several, if they are
    /// quoted, or if more than one other content word was rewritten next to them.
    pub(super) fn swapped<T: Value>(
        &self,
        edit: &Edit,
        list: impl Fn(&Lexicon) -> ValueList<T>,
    ) -> Option<Pair<Term<T>>> {
        let spans = edit.spans.both().filter(|_| edit.op == EditOp::Replace)?;
        let term = |side: Side| {
            let own = &self.sides[side];
            let [term] = terms(&own.words, spans[side], list(own.lexicon))[..] else { return None };
            let others = own.words_in(Some(spans[side])).iter().filter(|(token, folded)| {
                !term.span.overlaps(token.word) && !own.lexicon.stop_words.contains(folded)
            });
            (others.count() <= 1 && !own.is_quoted(term.span)).then_some(term)
        };
        Pair::from_fn(term).both()
    }

    /// Terms of both sides that belong together, each in at most one pair: those that modify the same
    /// words, first if they say the same; then those that say the same elsewhere.
    pub(super) fn pairs<T: Value>(
        &self,
        terms: &Pair<Vec<Term<T>>>,
        say_the_same: impl Fn(Pair<T>) -> bool,
    ) -> Vec<Pair<Term<T>>> {
        let mut found: Vec<Pair<Term<T>>> = Vec::new();
        let mut rest = terms.clone();
        for (same, is_near) in [(true, true), (false, true), (true, false)] {
            rest.left.retain(|&left| {
                let fits = |&right: &Term<T>| {
                    let pair = Pair::new(left, right);
                    say_the_same(pair.map(|term| term.value)) == same
                        && (!is_near || self.modify_the_same(pair))
                };
                let Some(at) = rest.right.iter().position(fits) else { return true };
                found.push(Pair::new(left, rest.right.remove(at)));
                false
            });
        }
        found
    }

    /// Whether two terms modify the same words: they are in one short edit, or before the same words.
    fn modify_the_same<T: Value>(&self, terms: Pair<Term<T>>) -> bool {
        let edits = Pair::from_fn(|side| self.sides[side].edit(terms[side].span));
        edits.left == edits.right && edits.left.is_some_and(|edit| self.is_short(edit))
            || self.precede_the_same(terms)
    }

    /// Whether two terms precede the same words.
    pub(super) fn precede_the_same<T: Value>(&self, terms: Pair<Term<T>>) -> bool {
        let stems =
            self.sides.as_ref().zip(terms).map(|(side, term)| {
                side.following(term).into_iter().map(|at| side.stem(at)).collect::<Vec<_>>()
            });
        stems.left.iter().any(|stem| stems.right.contains(stem))
    }
}

impl<'a> BeadSide<'a> {
    /// The place of a word in the text.
    pub(super) fn span(&self, at: usize) -> Span {
        self.words[at].0.word
    }

    /// A word in the form in which lists have it.
    pub(super) fn folded(&self, at: usize) -> &'a str {
        self.words[at].1
    }

    /// The stem of a word.
    pub(super) fn stem(&self, at: usize) -> &'a str {
        self.evidence.stem(self.words[at].0)
    }

    /// The text of a span.
    pub(super) fn slice(&self, span: Span) -> &'a str {
        self.evidence.slice(self.side, span)
    }

    /// Whether a span begins inside quotation marks.
    pub(super) fn is_quoted(&self, span: Span) -> bool {
        self.evidence.is_quoted(self.side, span)
    }

    /// The words in a span.
    pub(super) fn words_in(&self, span: Option<Span>) -> &[Word<'a>] {
        let Some(span) = span else { return &[] };
        let start = self.words.partition_point(|(token, _)| token.word.start() < span.start());
        let end = self.words.partition_point(|(token, _)| token.word.end() <= span.end());
        &self.words[start..end.max(start)]
    }

    /// The first edit of words that differ with some of a span.
    pub(super) fn edit(&self, span: Span) -> Option<&'a Edit> {
        let mut differing = self.edits.iter().filter(|edit| edit.op != EditOp::Equal);
        differing.find(|edit| edit.spans[self.side].is_some_and(|own| own.overlaps(span)))
    }

    /// Whether some words of a span are in no equal edit.
    pub(super) fn differs(&self, span: Span) -> bool {
        self.edit(span).is_some()
    }

    fn differing_terms<T: Value>(&self, list: ValueList<T>) -> Vec<Term<T>> {
        // *many ships* and *many of the ships* have one *many*
        let stays = |term: &Term<T>| {
            list.get(self.folded(term.at)) == Some(term.value) && !self.differs(self.span(term.at))
        };
        let is_one = |term: &Term<T>| !(term.at..term.end() - 1).any(|at| self.ends_clause(at));
        let mut found = terms(&self.words, Span::whole(self.evidence.text(self.side)), list);
        found.retain(|term| {
            is_one(term) && self.differs(term.span) && !stays(term) && !self.is_quoted(term.span)
        });
        found
    }

    /// The first content words after a term, to the end of the clause.
    pub(super) fn following<T: Value>(&self, term: Term<T>) -> Vec<usize> {
        let clause = (term.end()..self.words.len()).take_while(|&at| at == 0 || !self.ends_clause(at - 1));
        clause.filter(|&at| self.is_content(at)).take(REACH).collect()
    }

    /// Whether it is a content word; *only* is not.
    pub(super) fn is_content(&self, at: usize) -> bool {
        is_content(self.lexicon, self.folded(at))
    }

    /// Whether a number follows a term in its clause.
    pub(super) fn precedes_number<T: Value>(&self, term: Term<T>) -> bool {
        let next = self.words.get(term.end()).filter(|_| !self.ends_clause(term.end() - 1));
        next.is_some_and(|(_, folded)| self.is_number(folded))
    }

    /// Whether the other side has the content word at a place.
    pub(super) fn is_kept(&self, at: usize) -> bool {
        self.stems_across.binary_search(&self.stem(at)).is_ok()
    }

    /// Whether the very word after a term is on both sides.
    pub(super) fn is_next_kept<T: Value>(&self, term: Term<T>) -> bool {
        self.following(term).first().is_some_and(|&at| self.is_kept(at))
    }

    /// Whether both sides have the words that a term modifies: the next words, or those around it
    /// if it is a clause by itself. One equal word is enough; of words that are elsewhere
    /// on the other side, perhaps by chance, all must be there.
    pub(super) fn is_context_kept<T: Value>(&self, term: Term<T>) -> bool {
        let following = self.following(term);
        if !following.is_empty() {
            return following.iter().any(|&at| !self.differs(self.span(at)))
                || following.iter().all(|&at| self.is_kept(at));
        }
        // *The pier, reportedly, is shut*
        let before = (0..term.at).rev().find(|&at| self.is_content(at));
        let after = (term.end()..self.words.len()).find(|&at| self.is_content(at));
        let mut around = before.into_iter().chain(after).peekable();
        around.peek().is_some() && around.all(|at| self.is_kept(at))
    }

    /// Whether a word is followed by a mark that ends a clause.
    pub(super) fn ends_clause(&self, at: usize) -> bool {
        let token = self.words[at].0;
        let after = Span::new(token.word.end(), token.tile.end().max(token.word.end()));
        let marks = [',', '.', ';', ':', '?', '!', '(', ')', '“', '”', '"', '„', '«', '»', '–', '—'];
        self.slice(after).contains(marks)
    }

    /// Whether a sentence is a question.
    pub(super) fn asks(&self) -> bool {
        let article = self.evidence.article(self.side);
        let asks = |text: &str| text.trim_end_matches(['"', '”', '’', '\'', '»', ')', ' ']).ends_with('?');
        self.sentences.iter().any(|&id| asks(article.slice(article.sentences.get(id).span)))
    }

    /// Whether a word is a number, in digits or letters.
    pub(super) fn is_number(&self, folded: &str) -> bool {
        folded.starts_with(|c: char| c.is_ascii_digit()) || self.lexicon.numbers.contains(folded)
    }
}
