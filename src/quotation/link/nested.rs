//! Inner marks that are left where a conversion has lost the outer ones.
//!
//! *“We thought, ‘Why not?’” she said* became *We thought, 'Why not?' she said*. The marks
//! around *Why not?* are the inner ones of a quotation without marks, not a
//! quotation by themselves. Asked before pairing, so that the outer quotation finds all of its
//! words. Invariant: a quotation is dropped only if the other side has marks around the same
//! words inside a longer quotation, and the same words before it or after it.

use crate::text::{Key, Pair, Side, Span};

use super::draft::{Draft, Piece};
use super::words::{Unit, Words};

/// Words next to the inner marks that must be the same.
const BESIDE: usize = 3;

/// Drops the quotations that are inner ones of a longer quotation of the other side.
pub(super) fn drop_inner(draft: &mut Draft) {
    let inner = Pair::from_fn(|side| {
        let across = &draft.words[side.other()];
        let has_inner =
            |piece: &&Piece| piece.is_sought() && piece.units.iter().skip(1).any(|unit| opens(across, *unit));
        let outer: Vec<&Piece> = draft.pieces[side.other()].iter().filter(has_inner).collect();
        let is_inner = |piece: &Piece| {
            piece.quotation.marked && outer.iter().any(|outer| is_inside(&draft.words, side, piece, outer))
        };
        draft.pieces[side].iter().map(is_inner).collect::<Vec<_>>()
    });
    for side in Side::BOTH.into_iter().filter(|side| inner[*side].contains(&true)) {
        let mut is_inner = inner[side].iter();
        let words = &mut draft.words[side];
        for piece in draft.pieces[side].extract_if(.., |_| is_inner.next() == Some(&true)) {
            piece.units.iter().for_each(|unit| words.quoted[unit.token as usize] = false);
        }
        words.has_marks = draft.pieces[side].iter().any(|piece| piece.quotation.marked);
    }
}

fn is_mark(c: char) -> bool {
    "\"'“”„‘’‚«»‹›".contains(c)
}

/// Whether a mark opens right before a word.
fn opens(words: &Words, unit: Unit) -> bool {
    Span::new(0, words.span(unit).start()).of(&words.of.article.text).ends_with(is_mark)
}

/// Whether a mark closes after a word, or after the stop that follows it.
fn closes(words: &Words, unit: Unit) -> bool {
    let text = &words.of.article.text;
    let after = Span::new(words.span(unit).end(), text.len()).of(text);
    after.chars().take_while(|c| !c.is_alphanumeric()).take(3).any(is_mark)
}

/// Whether a piece is in marks inside a longer one of the other side, and its article goes on around
/// it as that one does.
fn is_inside(words: &Pair<Words>, side: Side, piece: &Piece, outer: &Piece) -> bool {
    let (own, across) = (&words[side].units, &words[side.other()]);
    let length = piece.units.len();
    let Some((first, last)) = piece.units.first().zip(piece.units.last()) else { return false };
    let (from, to) = (first.token as usize, last.token as usize + 1);
    length < outer.units.len()
        && (0..=outer.units.len() - length).any(|at| {
            is_same((&outer.units, Some(at)), (&piece.units, Some(0)), length)
                && opens(across, outer.units[at])
                && closes(across, outer.units[at + length - 1])
                && (is_same((own, from.checked_sub(BESIDE)), (&outer.units, at.checked_sub(BESIDE)), BESIDE)
                    || is_same((own, Some(to)), (&outer.units, Some(at + length)), BESIDE))
        })
}

/// Whether two texts have the same words from two places on, if they reach that far.
fn is_same(one: (&[Unit], Option<usize>), other: (&[Unit], Option<usize>), length: usize) -> bool {
    let keys = |(units, from): (&[Unit], Option<usize>)| -> Option<Vec<Key>> {
        let from = from?;
        Some(units.get(from..from + length)?.iter().map(|unit| unit.key).collect())
    };
    keys(one).is_some_and(|one| keys(other) == Some(one))
}
