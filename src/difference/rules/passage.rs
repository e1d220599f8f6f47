//! A reworded bead as the rules on words read it: which listed words came or went.
//!
//! What one side has and the other lacks is told by the edits, so that a *may* on both
//! sides is the same *may*; that it was lost, and not its whole clause with it, by what
//! it bears on: *the alleged thief* leans on *thief*, and the thief must be on both sides.
//! This holds in loosely worded sentences, too, where a single edit covers half of the words.

use super::Evidence;
use super::swap::{BeadWords, Term, bead_words, terms};
use crate::alignment::{Bead, BeadId};
use crate::difference::{Edit, EditOp};
use crate::lexicon::{Lexicon, WordClass, WordList};
use crate::text::{Pair, Side, Span, Token};

/// A reworded bead with its words.
#[derive(Debug)]
pub(super) struct Passage<'a> {
    pub id: BeadId,
    pub bead: &'a Bead,
    pub edits: &'a [Edit],
    pub words: BeadWords<'a>,
    /// The stems of the words that say something, in byte order.
    stems: Pair<Vec<&'a str>>,
}

/// How many words that say something are looked at to tell what a term bears on.
const REACH: usize = 2;

/// The most words of an edit that puts one thing in the place of another.
const SHORT: usize = 6;

/// The most words of a side of a passage: no sentence has so many, a conversion without stops
/// may, and there each word would be held against all others.
const MOST_WORDS: usize = 400;

/// All reworded beads but those that are no sentences.
pub(super) fn passages<'a>(evidence: &'a Evidence<'a>) -> impl Iterator<Item = Passage<'a>> {
    evidence.reworded().filter_map(|(id, bead, edits)| {
        let words = bead_words(evidence, bead);
        if words.left.len().max(words.right.len()) > MOST_WORDS {
            return None;
        }
        let stems = Pair::from_fn(|side: Side| {
            let says = words[side].iter().filter(|(_, folded)| says(evidence, side, folded));
            let mut stems: Vec<&str> = says.map(|(token, _)| evidence.stem(token)).collect();
            stems.sort_unstable();
            stems.dedup();
            stems
        });
        Some(Passage { id, bead, edits, words, stems })
    })
}

/// Whether a word says something by itself; *only* does not.
fn says(evidence: &Evidence<'_>, side: Side, folded: &str) -> bool {
    let lexicon = evidence.lexicon(side);
    !lexicon.stop_words.contains(folded) && lexicon.hedges.get(folded) != Some("no")
}

impl<'a> Passage<'a> {
    /// The listed terms of each side that no equal words hold, outside of quotations.
    pub(super) fn changed(
        &self,
        evidence: &Evidence<'_>,
        list: impl Fn(&Lexicon) -> WordList,
    ) -> Pair<Vec<Term>> {
        Pair::from_fn(|side| {
            let (words, list) = (&self.words[side], list(evidence.lexicon(side)));
            let whole = Span::whole(&evidence.article(side).article.text);
            // *many ships* and *many of the ships* have one *many*
            let stays = |term: &Term| {
                let first = words.get(term.at).filter(|word| !self.differs(side, word.0.word));
                let value = first.and_then(|word| list.get(word.1));
                value.is_some_and(|value| value.split(' ').next() == Some(term.size()))
            };
            let is_one = |term: &Term| {
                let inner = term.at..term.at + term.length - 1;
                !inner.into_iter().any(|at| ends_clause(evidence, side, words[at].0))
            };
            let mut found = terms(words, whole, list);
            found.retain(|term| {
                is_one(term)
                    && self.differs(side, term.span)
                    && !stays(term)
                    && !evidence.is_quoted(side, term.span)
            });
            found
        })
    }

    /// Whether some words of a span stand in no equal edit.
    pub(super) fn differs(&self, side: Side, span: Span) -> bool {
        self.edit(side, span).is_some()
    }

    /// The first edit of words that differ with some of a span.
    pub(super) fn edit(&self, side: Side, span: Span) -> Option<&'a Edit> {
        let overlaps = |edit: &&Edit| edit.spans[side].is_some_and(|own| own.overlaps(span));
        self.edits.iter().filter(|edit| edit.op != EditOp::Equal).find(overlaps)
    }

    /// Whether the other side has a word of this stem.
    pub(super) fn is_across(&self, side: Side, stem: &str) -> bool {
        self.stems[side.other()].binary_search(&stem).is_ok()
    }

    /// The first words behind a term that say something, to the end of the clause.
    pub(super) fn behind(&self, evidence: &Evidence<'a>, side: Side, term: Term) -> Vec<usize> {
        let words = &self.words[side];
        let first = term.at + term.length;
        let is_open = |at: usize| at == 0 || !ends_clause(evidence, side, words[at - 1].0);
        let clause = (first..words.len()).take_while(|&at| is_open(at));
        self.saying(evidence, side, clause)
    }

    fn saying(&self, evidence: &Evidence<'a>, side: Side, places: impl Iterator<Item = usize>) -> Vec<usize> {
        places.filter(|&at| says(evidence, side, self.words[side][at].1)).take(REACH).collect()
    }

    /// Whether two terms bear on the same: they stand in one short edit, or before the same words.
    pub(super) fn are_twins(&self, evidence: &Evidence<'a>, terms: Pair<Term>) -> bool {
        let edits = Pair::from_fn(|side| self.edit(side, terms[side].span));
        let is_one =
            edits.left == edits.right && edits.left.is_some_and(|edit| self.is_short(evidence, edit));
        is_one || self.lead_on_alike(evidence, terms)
    }

    /// Whether an edit puts one thing in the place of another rather than rewrites a clause.
    fn is_short(&self, evidence: &Evidence<'_>, edit: &Edit) -> bool {
        let length = |side: Side| evidence.words(side, self.bead, edit.spans[side]).len();
        Side::BOTH.into_iter().all(|side| length(side) <= SHORT)
    }

    /// Whether the very word behind a term stands on both sides in the same place: equal, or in
    /// a short edit, as the term itself: a clause told anew counts in its own way.
    pub(super) fn is_beside(&self, evidence: &Evidence<'a>, side: Side, term: Term) -> bool {
        let Some(&noun) = self.behind(evidence, side, term).first() else { return false };
        let edit = self.edit(side, self.words[side][noun].0.word);
        let own = self.edit(side, term.span);
        self.is_kept(evidence, side, noun)
            && [own, edit].into_iter().flatten().all(|edit| self.is_short(evidence, edit))
    }

    /// Whether two terms stand before the same words.
    pub(super) fn lead_on_alike(&self, evidence: &Evidence<'a>, terms: Pair<Term>) -> bool {
        let stems = Pair::from_fn(|side| {
            let behind = self.behind(evidence, side, terms[side]);
            behind.into_iter().map(|at| evidence.stem(self.words[side][at].0)).collect::<Vec<_>>()
        });
        stems.left.iter().any(|stem| stems.right.contains(stem))
    }

    /// Whether the same word stands before two terms: *the port said*, *the port admitted*.
    pub(super) fn have_one_subject(&self, evidence: &Evidence<'a>, terms: Pair<Term>) -> bool {
        let before = Pair::from_fn(|side| {
            let at = terms[side].at.checked_sub(1)?;
            let (token, folded) = *self.words[side].get(at)?;
            says(evidence, side, folded).then(|| evidence.stem(token))
        });
        before.left.is_some() && before.left == before.right
    }

    /// Whether what a term bears on stands on both sides: the next words, or those around it
    /// where it is a clause of its own. One equal word is enough; words that stand elsewhere
    /// on the other side may do so by chance, and must all be there.
    pub(super) fn is_anchored(&self, evidence: &Evidence<'a>, side: Side, term: Term) -> bool {
        let words = &self.words[side];
        let next = term.at + term.length;
        let mut leans = self.behind(evidence, side, term);
        if leans.is_empty() && self.next(evidence, side, term).is_some() {
            return words.get(next).is_some_and(|word| !self.differs(side, word.0.word));
        }
        if leans.is_empty() {
            // *The pier, reportedly, is shut*: a clause of its own, between others
            leans = self.saying(evidence, side, (0..term.at).rev());
            leans.truncate(1);
            leans.extend(self.saying(evidence, side, next..words.len()).first());
            return !leans.is_empty() && leans.iter().all(|&at| self.is_kept(evidence, side, at));
        }
        leans.iter().any(|&at| !self.differs(side, words[at].0.word))
            || leans.iter().all(|&at| self.is_kept(evidence, side, at))
    }

    /// Whether the word behind a term came with it, in place of nothing that says something:
    /// *they could run the yard* beside *their yard* tells no openness that went; *seemed to be
    /// as safe* beside *were as safe* does.
    pub(super) fn came_along(&self, evidence: &Evidence<'a>, side: Side, term: Term) -> bool {
        let Some(&next) = self.behind(evidence, side, term).first() else { return false };
        let Some(edit) = self.edit(side, term.span) else { return false };
        let lexicon = evidence.lexicon(side.other());
        let states = |(_, folded): &(&Token, &str)| {
            says(evidence, side.other(), folded) || lexicon.around_speech.has(folded, WordClass::Helping)
        };
        !self.is_kept(evidence, side, next)
            && edit.spans[side].is_some_and(|own| own.overlaps(self.words[side][next].0.word))
            && !evidence.words(side.other(), self.bead, edit.spans[side.other()]).iter().any(states)
    }

    /// Whether the other side has the word at a place.
    fn is_kept(&self, evidence: &Evidence<'a>, side: Side, at: usize) -> bool {
        self.words[side].get(at).is_some_and(|word| self.is_across(side, evidence.stem(word.0)))
    }

    /// Whether the very word behind a term stands on both sides.
    pub(super) fn is_anchored_at_once(&self, evidence: &Evidence<'a>, side: Side, term: Term) -> bool {
        let first = self.behind(evidence, side, term).first().copied();
        first.is_some_and(|at| self.is_across(side, evidence.stem(self.words[side][at].0)))
    }

    /// The word behind a term, folded, unless the clause ends before it.
    pub(super) fn next(&self, evidence: &Evidence<'_>, side: Side, term: Term) -> Option<&'a str> {
        let words = &self.words[side];
        let last = words.get((term.at + term.length).checked_sub(1)?)?;
        let next = words.get(term.at + term.length)?;
        (!ends_clause(evidence, side, last.0)).then_some(next.1)
    }

    /// Whether a side of the passage asks.
    pub(super) fn asks(&self, evidence: &Evidence<'_>, side: Side) -> bool {
        let article = evidence.article(side);
        let asks = |text: &str| text.trim_end_matches(['"', '”', '’', '\'', '»', ')', ' ']).ends_with('?');
        self.bead.sentences[side].iter().any(|&id| asks(article.slice(article.sentences.get(id).span)))
    }
}

/// Terms of both sides that belong together, each in at most one pair: those that bear on the
/// same, first where they say the same; then those that say the same elsewhere.
pub(super) fn pairs(
    changed: &Pair<Vec<Term>>,
    are_alike: impl Fn(Pair<Term>) -> bool,
    are_twins: impl Fn(Pair<Term>) -> bool,
) -> Vec<Pair<Term>> {
    let mut found: Vec<Pair<Term>> = Vec::new();
    let mut taken = changed.as_ref().map(|terms| vec![false; terms.len()]);
    for (alike, near) in [(true, true), (false, true), (true, false)] {
        for (at, &left) in changed.left.iter().enumerate() {
            if taken.left[at] {
                continue;
            }
            let fits = |(place, right): &(usize, &Term)| {
                let terms = Pair::new(left, **right);
                !taken.right[*place] && are_alike(terms) == alike && (!near || are_twins(terms))
            };
            if let Some((place, &right)) = changed.right.iter().enumerate().find(fits) {
                taken.left[at] = true;
                taken.right[place] = true;
                found.push(Pair::new(left, right));
            }
        }
    }
    found
}

/// Whether a mark stands behind a word.
pub(super) fn ends_clause(evidence: &Evidence<'_>, side: Side, token: &Token) -> bool {
    let behind = Span::new(token.word.end(), token.tile.end().max(token.word.end()));
    evidence
        .article(side)
        .slice(behind)
        .contains([',', '.', ';', ':', '?', '!', '(', ')', '“', '”', '"', '„', '«', '»', '–', '—'])
}
