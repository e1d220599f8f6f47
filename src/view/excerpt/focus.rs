//! Which words of a sentence an excerpt must show.
//!
//! The spans of a finding may be much longer than the words that differ: a whole quotation of which
//! one word was altered. Its foci are the differing words inside its spans. If one side has no
//! differing words, its focus is the position where the other side has them.

use crate::alignment::{BeadId, Reuse};
use crate::comparison::Comparison;
use crate::difference::{Difference, DifferenceKind, EditOp, Severity};
use crate::text::{Pair, Side, Span};
use crate::view::runs;
use crate::words::Token;

/// Words that must be shown; an empty span where only the other side has words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Focus {
    /// The words.
    pub(crate) span: Span,
    /// The severity of the finding; none for differing words without a finding.
    pub(crate) severity: Option<Severity>,
    /// Whether exactly these words differ; otherwise they are all words of a finding.
    pub(crate) exact: bool,
}

impl Focus {
    /// Words that differ without a finding.
    pub(crate) fn unranked(span: Span) -> Focus {
        Focus { span, severity: None, exact: true }
    }
}

/// The foci of a bead on both sides.
pub(crate) struct Foci {
    /// The foci, in no particular order.
    pub(crate) foci: Pair<Vec<Focus>>,
    /// All words that differ.
    pub(crate) differing: Pair<Vec<Span>>,
}

/// A place where the sides differ: spans of each side, an empty one if a side has no words.
type Variant = Pair<Vec<Span>>;

/// The variants of a bead.
#[derive(Default)]
struct Variants {
    /// Other words.
    words: Vec<Variant>,
    /// The same words with other marks, case or spelling.
    typography: Vec<Variant>,
}

/// The foci of a bead: the words of its findings or, without findings, all that differ.
pub(crate) fn foci(comparison: &Comparison, id: BeadId) -> Foci {
    let variants = variants(comparison, id);
    let mut foci: Pair<Vec<Focus>> = Pair::default();
    for found in comparison.differences.iter().filter(|found| found.bead == id) {
        let severity = Some(found.severity);
        for side in Side::BOTH {
            let exact = variants.differing(found, side).into_iter();
            foci[side].extend(exact.map(|span| Focus { span, severity, exact: true }));
            foci[side].extend(found.spans[side].map(|span| Focus { span, severity, exact: false }));
        }
    }
    let all = if variants.words.is_empty() { &variants.typography } else { &variants.words };
    let of = |side: Side| all.iter().flat_map(move |variant| variant[side].iter().copied());
    let has_exact = Side::BOTH.into_iter().any(|side| foci[side].iter().any(|focus| focus.exact));
    if !has_exact {
        for side in Side::BOTH {
            foci[side].extend(of(side).map(Focus::unranked));
        }
    }
    Foci { foci, differing: Pair::from_fn(|side| of(side).filter(|span| !span.is_empty()).collect()) }
}

impl Variants {
    /// The words of a finding that differ, on one side.
    fn differing(&self, found: &Difference, side: Side) -> Vec<Span> {
        let touching = |variants: &[Variant], touches: fn(Span, Span) -> bool| -> Vec<Span> {
            let is_touched = |variant: &&Variant| {
                let mut sides = found.spans.zip(variant.as_ref()).sides().into_iter();
                sides.any(|(_, (span, own))| {
                    span.is_some_and(|span| own.iter().any(|&own| touches(own, span)))
                })
            };
            variants.iter().filter(is_touched).flat_map(|variant| variant[side].iter().copied()).collect()
        };
        // its span has only the first of the words that no other finding claims
        if found.kind == DifferenceKind::Wording {
            return self.words.iter().flat_map(|variant| variant[side].iter().copied()).collect();
        }
        let whole = touching(&self.words, Span::overlaps);
        if whole.is_empty() {
            // quotation marks touch the words inside them
            let meets = |one: Span, other: Span| one.start() <= other.end() && other.start() <= one.end();
            return touching(&self.typography, meets);
        }
        let inside: Vec<Span> =
            whole.iter().filter_map(|span| span.intersection(found.spans[side]?)).collect();
        if inside.is_empty() { whole } else { inside }
    }
}

/// The words and marks that differ in a bead, as the screen marks them.
fn variants(comparison: &Comparison, id: BeadId) -> Variants {
    let bead = comparison.alignment.get(id);
    if bead.reuse == Reuse::Identical {
        return Variants::default();
    }
    let sentences = Pair::from_fn(|side| runs::sentence_spans(&comparison.sides[side], bead, side));
    let tokens = Pair::from_fn(|side| -> Vec<Token> { runs::tokens(&comparison.sides[side], bead, side) });
    let mut variants = Variants::default();
    // the position of the next edit on a side where it has no words
    let mut next = sentences.as_ref().map(|own| own.first().map_or(0, |span| span.start()));
    for edit in comparison.edits(id) {
        let mut layers = Pair::default();
        match edit.op {
            EditOp::Equal => {
                runs::equal_layers(comparison, edit, &tokens, &mut layers);
                let pairs = layers.left.iter().zip(&layers.right);
                variants.typography.extend(pairs.map(|(left, right)| Pair::new(vec![left.0], vec![right.0])));
            }
            EditOp::Delete | EditOp::Insert | EditOp::Replace => {
                runs::differing_layers(comparison, edit, &sentences, &mut layers);
                variants.words.push(layers.zip(next).map(|(layers, next)| match layers.as_slice() {
                    [] => vec![Span::new(next, next)],
                    layers => layers.iter().map(|&(span, _)| span).collect(),
                }));
            }
        }
        next = edit.spans.zip(next).map(|(span, next)| span.map_or(next, Span::end));
    }
    variants
}
