//! Excerpts: the words of a sentence that an editor must see, on one line.
//!
//! A short sentence is shown whole. A long one is cut to windows around the words that differ,
//! those of the most serious findings first, with ellipses in between. [`focus`] selects the words,
//! [`window`] fits them into a line. White space is folded; otherwise the words are as in the
//! article, so front ends show them through [`crate::text::visible`] and escape them. Swapping the
//! sides of a comparison swaps the excerpts.

mod focus;
#[cfg(test)]
mod tests;
mod window;

use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::difference::DifferenceId;
use crate::text::{Pair, Side, Span};
use crate::view::runs;
use focus::Focus;
pub use window::{Excerpt, Piece};

/// Columns of an excerpt in a report.
pub const COLUMNS: usize = 160;

/// The excerpts of both sides.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Excerpts {
    /// The words of each side.
    pub sides: Pair<Excerpt>,
    /// Whether the whole sentences are equal, byte for byte after folding white space.
    pub equal: bool,
}

/// The sentences of a bead, cut around what differs in them to at most so many columns.
pub fn of_bead(comparison: &Comparison, id: BeadId, columns: usize) -> Excerpts {
    let bead = comparison.alignment.get(id);
    let spans = Pair::from_fn(|side| runs::sentence_spans(&comparison.sides[side], bead, side));
    let texts = comparison.sides.as_ref().map(|side| &*side.article.text);
    let foci = focus::foci(comparison, id);
    let has_both = !spans.left.is_empty() && !spans.right.is_empty();
    Excerpts {
        sides: Pair::from_fn(|side| {
            let marked = if has_both { foci.differing[side].as_slice() } else { &[] };
            window::excerpt(texts[side], &spans[side], &foci.foci[side], marked, columns)
        }),
        equal: has_both && are_equal(texts, &spans),
    }
}

/// The words that a difference is about, on the sides that have some, cut around what differs in them.
pub fn of_difference(comparison: &Comparison, id: DifferenceId) -> Pair<Option<Excerpt>> {
    let difference = &comparison.differences[id.index()];
    let foci = focus::foci(comparison, difference.bead);
    Pair::from_fn(|side| {
        let whole = difference.spans[side]?;
        let inside = foci.foci[side].iter().filter(|focus| whole.contains(focus.span) && focus.span != whole);
        let inside: Vec<Focus> = inside.copied().collect();
        let text = &comparison.sides[side].article.text;
        Some(window::excerpt(text, &[whole], &inside, &foci.differing[side], COLUMNS))
    })
}

/// Sentences outside of any comparison, cut around everything between their common first words and
/// their common last words.
///
/// No word is marked: words in between may be equal.
pub fn of_texts(texts: Pair<Option<&str>>, columns: usize) -> Excerpts {
    let both = texts.map(Option::unwrap_or_default);
    let spans = both.map(|text| vec![Span::whole(text)]);
    let has_both = texts.both().is_some();
    let differing = if has_both { between(both) } else { Pair::default() };
    Excerpts {
        sides: Pair::from_fn(|side| {
            let foci: Vec<Focus> = differing[side].into_iter().map(Focus::unranked).collect();
            window::excerpt(both[side], &spans[side], &foci, &[], columns)
        }),
        equal: has_both && are_equal(both, &spans),
    }
}

/// Everything between the common first words and the common last words of both texts.
fn between(texts: Pair<&str>) -> Pair<Option<Span>> {
    let words = texts.map(|text| window::words(text, Span::whole(text)));
    let of = |side: Side, at: usize| words[side][at].of(texts[side]);
    let shorter = words.left.len().min(words.right.len());
    let head = (0..shorter).take_while(|&at| of(Side::Left, at) == of(Side::Right, at)).count();
    let tail = (1..=shorter - head).take_while(|&back| {
        let last = |side: Side| of(side, words[side].len() - back);
        last(Side::Left) == last(Side::Right)
    });
    let tail = tail.count();
    Pair::from_fn(|side| {
        let inner = &words[side][head..words[side].len() - tail];
        let place = || words[side].get(head).map_or(texts[side].len(), |word| word.start());
        let whole = inner.iter().copied().reduce(Span::join);
        Some(whole.unwrap_or_else(|| Span::new(place(), place())))
    })
}

/// Whether both sides have the same words to the byte.
fn are_equal(texts: Pair<&str>, spans: &Pair<Vec<Span>>) -> bool {
    let words = Pair::new((texts.left, &spans.left), (texts.right, &spans.right))
        .map(|(text, spans)| spans.iter().flat_map(move |span| span.of(text).split_whitespace()));
    words.left.eq(words.right)
}
