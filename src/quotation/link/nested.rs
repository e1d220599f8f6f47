//! Inner marks that are left where a conversion has lost the outer ones.
//!
//! *“We thought, ‘Why not?’” she said* became *We thought, 'Why not?' she said*. The marks
//! around *Why not?* are the inner ones of a quotation that stands unmarked around them, not a
//! quotation of their own. Asked before pairing, so that the outer quotation finds all of its
//! words. Invariant: a quotation is dropped only if the other side has marks around the same
//! words inside a longer quotation, and the same words in front of it or behind it.

use std::collections::HashMap;

use crate::text::{Key, Pair, Side, Span};

use super::draft::{Draft, Piece};
use super::words::{Unit, Words};

/// Words beside the inner marks that must be the same.
const BESIDE: usize = 3;

/// Drops the quotations that are inner ones of a longer quotation of the other side.
pub(super) fn drop_inner(draft: &mut Draft) {
    let inner = Pair::from_fn(|side| {
        let outer = Outer::of(draft, side.other());
        draft.pieces[side].iter().map(|piece| outer.surrounds(draft, side, piece)).collect::<Vec<_>>()
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

/// A word at inner marks and the words next to it, outside of the marks.
type Edge = [Key; BESIDE + 1];

/// The quotations of a side with marks inside of them, by the words at those marks.
#[derive(Default)]
struct Outer {
    /// The piece and the word in it before which the marks open.
    opening: HashMap<Edge, Vec<(usize, usize)>>,
    /// The piece and the word in it after which the marks close.
    closing: HashMap<Edge, Vec<(usize, usize)>>,
}

impl Outer {
    fn of(draft: &Draft, side: Side) -> Outer {
        let mut outer = Outer::default();
        let words = &draft.words[side];
        for (n, piece) in draft.pieces[side].iter().enumerate() {
            if !piece.is_sought() || !has_inner_marks(words, piece) {
                continue;
            }
            for (at, edge) in edges(&piece.units) {
                let (first, last) = (at, at + BESIDE);
                if opens(words, piece.units[last]) {
                    outer.opening.entry(edge).or_default().push((n, last));
                }
                if closes(words, piece.units[first]) {
                    outer.closing.entry(edge).or_default().push((n, first));
                }
            }
        }
        outer
    }

    /// Whether a piece of the other side is in marks inside of one of them, and its article goes
    /// on around it as that one does.
    fn surrounds(&self, draft: &Draft, side: Side, piece: &Piece) -> bool {
        let Some((first, last)) = piece.units.first().zip(piece.units.last()) else { return false };
        if !piece.quotation.marked {
            return false;
        }
        let units = &draft.words[side].units;
        let edge = |from: Option<usize>| edges(units.get(from?..)?).next().map(|(_, edge)| edge);
        let head = edge((first.token as usize).checked_sub(BESIDE)).and_then(|edge| self.opening.get(&edge));
        let tail = edge(Some(last.token as usize)).and_then(|edge| self.closing.get(&edge));
        let heads = head.into_iter().flatten().map(|(outer, first)| (*outer, Some(*first)));
        let length = piece.units.len();
        let tails = tail.into_iter().flatten().map(|(outer, last)| (*outer, (last + 1).checked_sub(length)));
        { heads }.chain(tails).any(|(outer, at)| {
            let outer = &draft.pieces[side.other()][outer];
            at.is_some_and(|at| is_inside(&draft.words[side.other()], piece, outer, at))
        })
    }
}

/// The runs of words as long as an edge, with their places.
fn edges(units: &[Unit]) -> impl Iterator<Item = (usize, Edge)> {
    let keys = |run: &[Unit]| -> Edge { std::array::from_fn(|n| run[n].key) };
    units.windows(BESIDE + 1).map(keys).enumerate()
}

/// Whether a piece is in marks inside of a longer one, from the word `at` on.
fn is_inside(across: &Words, piece: &Piece, outer: &Piece, at: usize) -> bool {
    let length = piece.units.len();
    let Some(window) = outer.units.get(at..at + length).filter(|_| length < outer.units.len()) else {
        return false;
    };
    let is_same = window.iter().zip(&piece.units).all(|(one, other)| one.key == other.key);
    is_same && opens(across, window[0]) && closes(across, window[length - 1])
}
