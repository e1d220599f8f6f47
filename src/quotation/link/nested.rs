//! Inner marks that are left where a conversion has lost the outer ones.
//!
//! *“We thought, ‘Why not?’” she said* became *We thought, 'Why not?' she said*. The marks
//! around *Why not?* are the inner ones of a quotation that stands unmarked around them, not a
//! quotation of their own. Asked before pairing, so that the outer quotation finds all of its
//! words. Invariant: a quotation is dropped only if the other side has marks around the same
//! words inside a longer quotation, and the same words in front of it or behind it.

use crate::text::{Pair, Side, Span};

use super::draft::{Draft, Piece};
use super::words::{Unit, Words};

/// Words beside the inner marks that must be the same.
const BESIDE: usize = 3;

/// Drops the quotations that are inner ones of a longer quotation of the other side.
pub(super) fn drop_inner(draft: &mut Draft) {
    let inner = Pair::from_fn(|side| {
        let outer: Vec<&Piece> = draft.pieces[side.other()]
            .iter()
            .filter(|piece| piece.is_sought() && has_inner_marks(&draft.words[side.other()], piece))
            .collect();
        let is_inner = |piece: &Piece| {
            piece.quotation.marked && outer.iter().any(|outer| is_inside(draft, side, piece, outer))
        };
        draft.pieces[side].iter().map(is_inner).collect::<Vec<_>>()
    });
    for side in Side::BOTH.into_iter().filter(|side| inner[*side].contains(&true)) {
        let mut is_dropped = inner[side].iter().copied();
        let words = &mut draft.words[side];
        draft.pieces[side].retain(|piece| {
            let dropped = is_dropped.next().unwrap_or(false);
            if dropped {
                piece.units.iter().for_each(|unit| words.quoted[unit.token as usize] = false);
            }
            !dropped
        });
        words.has_marks = draft.pieces[side].iter().any(|piece| piece.quotation.marked);
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '‹' | '›')
}

/// Whether marks stand between the words of a quotation.
fn has_inner_marks(words: &Words, piece: &Piece) -> bool {
    piece.units.iter().skip(1).any(|unit| opens(words, *unit))
}

/// Whether a mark opens right before a word.
fn opens(words: &Words, unit: Unit) -> bool {
    let text = &words.of.article.text;
    let before = Span::new(0, words.span(unit).start()).of(text);
    before.chars().next_back().is_some_and(is_mark)
}

/// Whether a mark closes behind a word, or behind the stop that follows it.
fn closes(words: &Words, unit: Unit) -> bool {
    let text = &words.of.article.text;
    let behind = Span::new(words.span(unit).end(), text.len()).of(text);
    behind.chars().take_while(|c| !c.is_alphanumeric()).take(3).any(is_mark)
}

/// Whether `piece` stands in marks inside of `outer`, and its article goes on around it as `outer` does.
fn is_inside(draft: &Draft, side: Side, piece: &Piece, outer: &Piece) -> bool {
    let (own, across) = (&draft.words[side], &draft.words[side.other()]);
    let length = piece.units.len();
    let Some((first, last)) = piece.units.first().zip(piece.units.last()) else { return false };
    if length >= outer.units.len() {
        return false;
    }
    let (from, to) = (first.token as usize, last.token as usize + 1);
    outer.units.windows(length).enumerate().any(|(at, window)| {
        let is_same = window.iter().zip(&piece.units).all(|(one, other)| one.key == other.key);
        if !is_same || !opens(across, window[0]) || !closes(across, window[length - 1]) {
            return false;
        }
        let ahead = outer.units[..at].iter().rev().zip(own.units[..from].iter().rev());
        let behind = outer.units[at + length..].iter().zip(&own.units[to..]);
        let count = |words: &mut dyn Iterator<Item = (&Unit, &Unit)>| {
            words.take(BESIDE).take_while(|(one, other)| one.key == other.key).count()
        };
        count(&mut { ahead }).max(count(&mut { behind })) == BESIDE
    })
}
