//! A few quoted words that the other side replaces by its own.

use super::evidence::Evidence;
use super::finding::{Contrast, Finding, Reason};
use super::rule::{Find, Rule, Yields};
use crate::alignment::BeadId;
use crate::difference::{DifferenceKind, EditOp, Severity};
use crate::quotation::QuotationKind;
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "replaced-quotation",
    doc: "A few quoted words for which the other side has its own, without marks.",
    kinds: &[DifferenceKind::ParaphrasedQuotation],
    severity: Severity::Medium,
    purpose: "A quoted word is what somebody said; a synonym for it is the reporter’s reading.",
    before: "The mayor said she was “totally opposed” to the new ferry on Monday.",
    after: "The mayor said she was completely against the new ferry on Monday.",
    finds: "A few quoted words in a sentence, in whose place the other side has about as many without marks: “one of the great successes of our time” and “very successful”.",
    leaves: "Quotations of whole sentences (paraphrased-quotation), quoted words that the other side leaves out (lone-quotation).",
    weight: "Medium: always a prompt.",
    yields: Yields::ToEarlier,
    find: Find::ArticleSides(find),
};

fn find(evidence: &Evidence<'_>, side: Side) -> Vec<Finding> {
    let quoted = evidence
        .lone_quotations(side)
        .filter(|quotation| quotation.kind == QuotationKind::Mixed && quotation.marked);
    let replaced = quoted.filter_map(|quotation| {
        let (bead, mut spans) = evidence.locate(Pair::only(side, quotation.span()), side)?;
        spans[side.other()] = Some(replacement(evidence, bead, side, spans[side]?)?);
        Some(Finding::check(bead, spans, Reason::Contrast(side, Contrast::QuotesSome)))
    });
    replaced.collect()
}

/// The words of the other side that replace quoted ones.
fn replacement(evidence: &Evidence<'_>, bead: BeadId, side: Side, own: Span) -> Option<Span> {
    /// The most words of a replacement: *one of the great successes of our time* has eight.
    const FEW: usize = 10;
    /// The longest part of a stem that counts, in characters: *success* and *successful*.
    const STEM: usize = 6;
    let other = side.other();
    let edits = evidence.edits_of(bead).iter().filter(|edit| edit.op == EditOp::Replace);
    let here =
        edits.filter_map(|edit| Some((edit.spans[side]?.intersection(own)?.len(), edit.spans[other]?)));
    let (covered, spans): (Vec<usize>, Vec<Span>) = here.unzip();
    let replacement = spans.into_iter().reduce(Span::join)?;
    let words = Pair::from_fn(|of| evidence.tokens(of, if of == side { own } else { replacement }));
    let content = Pair::from_fn(|side| {
        let stop_words = evidence.lexicon(side).stop_words;
        let content = words[side].iter().filter(|token| !stop_words.contains(evidence.folded(token)));
        content.map(|token| evidence.stem(token).chars().take(STEM).collect()).collect::<Vec<String>>()
    });
    let (quoted, replacing) = (words[side].len(), words[other].len());
    let shares_stem = content[side].iter().any(|stem| content[other].contains(stem));
    let is_most = 2 * covered.into_iter().sum::<usize>() >= own.len() && replacing <= FEW;
    let is_like = shares_stem && replacing <= 2 * quoted;
    let is_as_long = replacing <= quoted && quoted <= 4 * replacing && !content[other].is_empty();
    (is_most && (is_like || is_as_long) && !evidence.is_quoted(other, replacement)).then_some(replacement)
}

#[cfg(test)]
mod tests {
    use crate::difference::sample::Sample;
    use crate::quotation::{LinkState, Marks, QuotationKind, SpeakerState};

    #[test]
    fn a_few_replaced_quoted_words_are_a_prompt() {
        let mut sample = Sample::new(
            "The mayor was “totally opposed” to the new ferry on Monday.",
            "The mayor was completely against the new ferry on Monday.",
        )
        .linked(LinkState::LeftOnly, Marks::Left, SpeakerState::Unknown);
        sample.links[0].quotations.right = None;
        for quotation in &mut sample.sides.left.quotations {
            quotation.kind = QuotationKind::Mixed;
        }
        assert!(
            sample.found()[0].starts_with("medium replaced-quotation [-totally opposed"),
            "{:?}",
            sample.found()
        );
    }
}
