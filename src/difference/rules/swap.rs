//! What the rules on single words share: one listed word became another of its list.
//!
//! *some* became *most*, *should* became *must*, *after* became *because of*: the list
//! says for each word what it stands for. A listed word may have several parts, and
//! only one of them may differ: *at least* and *at most*.

use super::Evidence;
use crate::alignment::Bead;
use crate::difference::{Edit, EditOp};
use crate::lexicon::{Lexicon, WordList};
use crate::text::{Pair, Side, Span, Token};

/// A listed word where it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Term {
    /// What the list says of it.
    pub value: &'static str,
    /// The word.
    pub span: Span,
    /// Its place among the words of its side of the bead.
    pub at: usize,
    /// How many words it has.
    pub length: usize,
}

/// The most words of a listed term.
const LONGEST: usize = 5;

/// How many other words that say something may differ beside the two, on either side.
const BESIDE: usize = 1;

/// All words of both sides of a bead.
pub(super) type BeadWords<'a> = Pair<Vec<(&'a Token, &'a str)>>;

/// The words of a bead that a rule on single words looks at.
pub(super) fn bead_words<'a>(evidence: &Evidence<'a>, bead: &Bead) -> BeadWords<'a> {
    Pair::from_fn(|side| evidence.all_words(side, bead))
}

/// The listed word of each side that differ in an edit; none where an edit has several,
/// where they are quoted, or where much else was rewritten beside them.
pub(super) fn swapped(
    evidence: &Evidence<'_>,
    words: &BeadWords<'_>,
    edit: &Edit,
    list: impl Fn(&Lexicon) -> WordList,
) -> Option<Pair<Term>> {
    if edit.op != EditOp::Replace {
        return None;
    }
    let spans = edit.spans.both()?;
    let term = |side: Side| {
        let terms = terms(&words[side], spans[side], list(evidence.lexicon(side)));
        let [term] = terms[..] else { return None };
        let is_beside = |(token, folded): &&(&Token, &str)| {
            spans[side].contains(token.word)
                && !term.span.overlaps(token.word)
                && !evidence.lexicon(side).stop_words.contains(folded)
        };
        let beside = words[side].iter().filter(is_beside).count();
        (beside <= BESIDE && !evidence.is_quoted(side, term.span)).then_some(term)
    };
    Pair::from_fn(term).both()
}

/// The listed words that lie in or reach into a span, the longest at each place.
pub(super) fn terms(words: &[(&Token, &str)], span: Span, list: WordList) -> Vec<Term> {
    let mut found = Vec::new();
    let mut at =
        words.partition_point(|(token, _)| token.word.start() < span.start()).saturating_sub(LONGEST);
    while at < words.len() && words[at].0.word.start() < span.end() {
        let longest = if list.opens(words[at].1) { LONGEST } else { 1 };
        let term = (1..=longest).rev().find_map(|length| {
            let run = words.get(at..at + length)?;
            let value = match run {
                [(_, folded)] => list.get(folded),
                _ => list.get(&run.iter().map(|(_, folded)| *folded).collect::<Vec<_>>().join(" ")),
            }?;
            let whole = run.iter().map(|(token, _)| token.word).reduce(Span::join)?;
            Some(Term { value, span: whole, at, length })
        });
        match term {
            Some(term) => {
                if term.span.overlaps(span) {
                    found.push(term);
                }
                at += term.length;
            }
            None => at += 1,
        }
    }
    found
}

impl Term {
    /// The value without what is said behind it.
    pub(super) fn size(self) -> &'static str {
        self.value.split(' ').next().unwrap_or_default()
    }

    /// The part of the value before the colon: words of one group may stand for each other.
    pub(super) fn group(self) -> &'static str {
        self.value.split(':').next().unwrap_or_default()
    }
}

/// The spans of both terms.
pub(super) fn spans(terms: Pair<Term>) -> Pair<Option<Span>> {
    terms.map(|term| Some(term.span))
}
