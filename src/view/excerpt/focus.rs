//! Which words of a sentence have to be seen.
//!
//! A finding is about spans that may be much longer than what differs in them: a whole
//! quotation of which one word was altered. Its foci are the differing words inside its spans.
//! Where one side has no words to differ, the focus is the place where the other has them.

use crate::alignment::{BeadId, Reuse};
use crate::comparison::Comparison;
use crate::difference::{Difference, DifferenceKind, EditOp, Severity};
use crate::text::{Pair, Side, Span};
use crate::view::runs;
use crate::words::Token;

/// A place that has to be seen; an empty span where only the other side has words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Focus {
    /// The words.
    pub(crate) span: Span,
    /// The severity of the finding; none for words that differ without one.
    pub(crate) severity: Option<Severity>,
    /// Whether the words themselves differ; else they are all words of a finding.
    pub(crate) exact: bool,
}

impl Focus {
    /// Words that differ without a finding.
    pub(crate) fn unranked(span: Span) -> Focus {
        Focus { span, severity: None, exact: true }
    }
}

/// What has to be seen of both sides of a bead.
pub(crate) struct Foci {
    /// The places, in no particular order.
    pub(crate) foci: Pair<Vec<Focus>>,
    /// All words that differ, whatever the findings.
    pub(crate) differing: Pair<Vec<Span>>,
}

/// A place where the sides differ: spans of each side, an empty one where a side has no words.
struct Variant {
    spans: Pair<Vec<Span>>,
}

/// The variants of a bead.
#[derive(Default)]
struct Variants {
    /// Other words.
    words: Vec<Variant>,
    /// The same words with other marks, case or spelling.
    typography: Vec<Variant>,
}

/// What has to be seen of a bead: the words of its findings or, without findings, all that differ.
pub(crate) fn foci(comparison: &Comparison, id: BeadId) -> Foci {
    let variants = variants(comparison, id);
    let mut foci: Pair<Vec<Focus>> = Pair::default();
    for (_, found) in comparison.differences().filter(|(_, found)| found.bead == id) {
        let severity = Some(found.severity);
        for side in Side::BOTH {
            let exact = variants.differing(found, side).into_iter();
            foci[side].extend(exact.map(|span| Focus { span, severity, exact: true }));
            foci[side].extend(found.spans[side].map(|span| Focus { span, severity, exact: false }));
        }
    }
    let all = if variants.words.is_empty() { &variants.typography } else { &variants.words };
    let of = |side: Side| all.iter().flat_map(move |variant| variant.spans[side].iter().copied());
    let has_exact = Side::BOTH.into_iter().any(|side| foci[side].iter().any(|focus| focus.exact));
    if !has_exact {
        for side in Side::BOTH {
            foci[side].extend(of(side).map(Focus::unranked));
        }
    }
    Foci { foci, differing: Pair::from_fn(|side| of(side).filter(|span| !span.is_empty()).collect()) }
}

impl Variants {
    /// What differs on one side in the words that a finding is about.
    fn differing(&self, found: &Difference, side: Side) -> Vec<Span> {
        let of = |variants: &[&Variant]| -> Vec<Span> {
            variants.iter().flat_map(|variant| variant.spans[side].iter().copied()).collect()
        };
        // its span has only the first of the words that no other finding claims
        if found.kind == DifferenceKind::Wording {
            return of(&self.words.iter().collect::<Vec<_>>());
        }
        let touched: Vec<&Variant> =
            self.words.iter().filter(|variant| variant.touches(found.spans, Span::overlaps)).collect();
        if touched.is_empty() {
            // quotation marks touch the words inside them
            let meets = |one: Span, other: Span| one.start() <= other.end() && other.start() <= one.end();
            let marks = self.typography.iter().filter(|variant| variant.touches(found.spans, meets));
            return of(&marks.collect::<Vec<_>>());
        }
        let whole = of(&touched);
        let inside: Vec<Span> =
            whole.iter().filter_map(|span| span.intersection(found.spans[side]?)).collect();
        if inside.is_empty() { whole } else { inside }
    }
}

impl Variant {
    fn touches(&self, spans: Pair<Option<Span>>, touches: impl Fn(Span, Span) -> bool) -> bool {
        Side::BOTH.into_iter().any(|side| {
            spans[side].is_some_and(|span| self.spans[side].iter().any(|&own| touches(own, span)))
        })
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
    // where the words of the next edit go on a side that has none
    let mut next = sentences.as_ref().map(|own| own.first().map_or(0, |span| span.start()));
    for edit in comparison.edits(id) {
        let mut layers = Pair::default();
        match edit.op {
            EditOp::Equal => {
                runs::equal_layers(comparison, edit, &tokens, &mut layers);
                let pairs = layers.left.iter().zip(&layers.right);
                variants.typography.extend(
                    pairs.map(|(left, right)| Variant { spans: Pair::new(vec![left.0], vec![right.0]) }),
                );
            }
            EditOp::Delete | EditOp::Insert | EditOp::Replace => {
                runs::differing_layers(comparison, edit, &sentences, &mut layers);
                let spans = layers.zip(next).map(|(layers, next)| match layers.as_slice() {
                    [] => vec![Span::new(next, next)],
                    layers => layers.iter().map(|&(span, _)| span).collect(),
                });
                variants.words.push(Variant { spans });
            }
        }
        next = edit.spans.zip(next).map(|(span, next)| span.map_or(next, Span::end));
    }
    variants
}
