//! Inner marks that are left where a conversion has lost the outer ones.
//!
//! *“We thought, ‘Why not?’” she said* became *We thought, 'Why not?' she said*. The marks
//! around *Why not?* are the inner ones of a quotation without marks, not a
//! quotation by themselves. Asked before pairing, so that the outer quotation finds all of its
//! words. Invariant: a quotation is dropped only if the other side has marks around the same
//! words inside a longer quotation, and the same words before it.

use std::collections::HashMap;

use crate::text::{Pair, Side, Span};
use crate::words::Key;

use super::linking::{Linking, QuotedText};
use super::units::{ArticleUnits, Unit};

/// Words before the inner marks that must be the same.
const BEFORE: usize = 3;

/// The first word in inner marks after the words before it.
type Opening = [Key; BEFORE + 1];

/// Drops the quotations that are inner ones of a longer quotation of the other side.
pub(super) fn drop_inner(linking: &mut Linking) {
    let inner = Pair::from_fn(|side| {
        let (own, across) = (&linking.words[side], &linking.words[side.other()]);
        let openings = openings(across, &linking.texts[side.other()]);
        let found = |quoted: &QuotedText| {
            let first = quoted.units.first().filter(|_| quoted.quotation.marked)?;
            let before = (first.token as usize).checked_sub(BEFORE)?;
            let run: &[Unit; BEFORE + 1] = own.units.get(before..)?.first_chunk()?;
            openings.get(&run.map(|unit| unit.key))
        };
        let is_inner = |quoted: &QuotedText| {
            found(quoted).into_iter().flatten().any(|(outer, at)| {
                is_inside(across, &quoted.units, &linking.texts[side.other()][*outer].units, *at)
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

/// Where the quotations of a side have inner marks: the quotation and the first word in them.
fn openings(words: &ArticleUnits, texts: &[QuotedText]) -> HashMap<Opening, Vec<(usize, usize)>> {
    let mut openings: HashMap<Opening, Vec<(usize, usize)>> = HashMap::new();
    for (n, quoted) in texts.iter().enumerate().filter(|(_, quoted)| quoted.is_searchable()) {
        for (at, run) in quoted.units.array_windows::<{ BEFORE + 1 }>().enumerate() {
            if opens(words, run[BEFORE]) {
                openings.entry(run.map(|unit| unit.key)).or_default().push((n, at + BEFORE));
            }
        }
    }
    openings
}

fn is_mark(c: char) -> bool {
    "\"'“”„‘’‚«»‹›".contains(c)
}

/// Whether a mark opens right before a word.
fn opens(words: &ArticleUnits, unit: Unit) -> bool {
    Span::new(0, words.span(unit).start()).of(&words.of.article.text).ends_with(is_mark)
}

/// Whether a mark closes after a word, or after the stop that follows it.
fn closes(words: &ArticleUnits, unit: Unit) -> bool {
    let text = &words.of.article.text;
    let after = Span::new(words.span(unit).end(), text.len()).of(text);
    after.chars().take_while(|c| !c.is_alphanumeric()).take(3).any(is_mark)
}

/// Whether words are in marks inside a longer quotation of the other side, from the word `at` on.
fn is_inside(across: &ArticleUnits, units: &[Unit], outer: &[Unit], at: usize) -> bool {
    let window = outer.get(at..at + units.len()).filter(|window| window.len() < outer.len());
    window.is_some_and(|window| {
        window.iter().map(|unit| unit.key).eq(units.iter().map(|unit| unit.key))
            && opens(across, window[0])
            && closes(across, window[window.len() - 1])
    })
}
