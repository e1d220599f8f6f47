//! Inner marks that are left where a conversion has lost the outer ones.
//!
//! *“We thought, ‘Why not?’” she said* became *We thought, 'Why not?' she said*. The marks
//! around *Why not?* are the inner ones of a quotation without marks, not a
//! quotation by themselves. Asked before pairing, so that the outer quotation finds all of its
//! words. Invariant: a quotation is dropped only if the other side has marks around the same
//! words inside a longer quotation, and the same words before it or after it.

use std::collections::HashMap;

use crate::text::{Pair, Side, Span};
use crate::words::Key;

use super::linking::{Linking, QuotedText};
use super::words::{Unit, Words};

/// Words next to the inner marks that must be the same.
const BESIDE: usize = 3;

/// The word at inner marks and the words next to it, outside the marks.
type Edge = [Key; BESIDE + 1];

/// Drops the quotations that are inner ones of a longer quotation of the other side.
pub(super) fn drop_inner(linking: &mut Linking) {
    let inner = Pair::from_fn(|side| {
        let (own, across) = (&linking.words[side], &linking.words[side.other()]);
        let (opening, closing) = edges(across, &linking.texts[side.other()]);
        let is_inner = |quoted: &QuotedText| {
            let Some((first, last)) = quoted.units.first().zip(quoted.units.last()) else { return false };
            let edge =
                |at: usize| Some(own.units.get(at..)?.first_chunk::<{ BESIDE + 1 }>()?.map(|unit| unit.key));
            let head = (first.token as usize).checked_sub(BESIDE).and_then(edge);
            let heads = head.and_then(|edge| opening.get(&edge)).into_iter().flatten();
            let tails = edge(last.token as usize).and_then(|edge| closing.get(&edge)).into_iter().flatten();
            let starts = heads.map(|(outer, first)| (*outer, Some(*first)));
            let length = quoted.units.len();
            let ends = tails.map(|(outer, last)| (*outer, (last + 1).checked_sub(length)));
            quoted.quotation.marked
                && starts.chain(ends).any(|(outer, at)| {
                    let outer = &linking.texts[side.other()][outer].units;
                    at.is_some_and(|at| is_inside(across, &quoted.units, outer, at))
                })
        };
        linking.texts[side].iter().map(is_inner).collect::<Vec<_>>()
    });
    for side in Side::BOTH.into_iter().filter(|side| inner[*side].contains(&true)) {
        let mut is_inner = inner[side].iter();
        let words = &mut linking.words[side];
        for quoted in linking.texts[side].extract_if(.., |_| is_inner.next() == Some(&true)) {
            quoted.units.iter().for_each(|unit| words.quoted[unit.token as usize] = false);
        }
        words.has_marks = linking.texts[side].iter().any(|quoted| quoted.quotation.marked);
    }
}

/// Quotations and the words of them at marks.
type Edges = HashMap<Edge, Vec<(usize, usize)>>;

/// The first and the last words that the quotations of a side have in inner marks, by the words there.
fn edges(words: &Words, texts: &[QuotedText]) -> (Edges, Edges) {
    let (mut opening, mut closing) = (Edges::new(), Edges::new());
    for (n, quoted) in texts.iter().enumerate().filter(|(_, quoted)| quoted.is_searchable()) {
        if !quoted.units.iter().skip(1).any(|unit| opens(words, *unit)) {
            continue;
        }
        for (at, run) in quoted.units.array_windows::<{ BESIDE + 1 }>().enumerate() {
            let edge = run.map(|unit| unit.key);
            if opens(words, run[BESIDE]) {
                opening.entry(edge).or_default().push((n, at + BESIDE));
            }
            if closes(words, run[0]) {
                closing.entry(edge).or_default().push((n, at));
            }
        }
    }
    (opening, closing)
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

/// Whether words are in marks inside a longer quotation of the other side, from the word `at` on.
fn is_inside(across: &Words, units: &[Unit], outer: &[Unit], at: usize) -> bool {
    let window = outer.get(at..at + units.len()).filter(|window| window.len() < outer.len());
    window.is_some_and(|window| {
        window.iter().map(|unit| unit.key).eq(units.iter().map(|unit| unit.key))
            && opens(across, window[0])
            && closes(across, window[window.len() - 1])
    })
}
