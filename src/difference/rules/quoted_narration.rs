//! A sentence of the reporter’s is inside the other side’s quotation marks.
//!
//! *The ferry is forty years old* became *“Nobody knew. The ferry is forty years old,” she said*.

use super::evidence::Evidence;
use super::finding::{Contrast, Finding, Reason};
use super::reworded::{RewordedBead, stems};
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, Severity};
use crate::sentence::SentenceId;
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "quoted-narration",
    doc: "A sentence in the reporter’s words is inside the other side’s quotation marks.",
    kinds: &[DifferenceKind::MarksMissing],
    severity: Severity::Medium,
    purpose: "With marks a reporter’s summary becomes what somebody said.",
    before: "The old ferry carried forty thousand passengers in a single summer, and nobody counted them.",
    after: "“That old ferry took forty thousand passengers every summer, and nobody could count them,” she said.",
    finds: "A sentence of at least six content words in the reporter’s words, half of which the other side has inside its marks.",
    leaves: "Quotations that lost or gained their marks (marks-missing), an article that has lost all of its marks.",
    weight: "Medium: a prompt.",
    yields: Yields::Never,
    find: Find::BeadSides(find),
};

fn find(bead: &RewordedBead<'_>, side: Side) -> Vec<Finding> {
    let (evidence, other) = (bead.evidence, side.other());
    if evidence.has_lost_marks[side] {
        return Vec::new();
    }
    let narrated = bead.bead.sentences[side].iter().filter_map(|&id| {
        let own = evidence.article(side).sentences.get(id).span;
        let mut spans = Pair::only(side, own);
        spans[other] = Some(quoted(evidence, side, own, &bead.bead.sentences[other])?);
        Some(bead.check(spans, Reason::Contrast(side, Contrast::Narrates)))
    });
    narrated.collect()
}

/// The sentence of the other side that has the words of a narrated one inside its marks.
fn quoted(evidence: &Evidence<'_>, side: Side, own: Span, others: &[SentenceId]) -> Option<Span> {
    /// The fewest content words of the sentence, and of those that are quoted: a shorter one may say the
    /// same by chance.
    const NARRATED: usize = 6;
    const SHARED: usize = 4;
    let other = side.other();
    let narrated = stems(evidence, side, evidence.tokens(side, own).iter());
    if narrated.len() < NARRATED || evidence.quotations_over(side, own).next().is_some() {
        return None;
    }
    others.iter().find_map(|id| {
        let whole = evidence.article(other).sentences.get(*id).span;
        let marked = evidence.quotations_over(other, whole).filter(|quotation| quotation.marked);
        let mut pieces = marked.flat_map(|quotation| quotation.fragments_in(whole));
        let piece = pieces.find_map(|piece| piece.intersection(whole))?;
        let quoted = stems(evidence, other, evidence.tokens(other, piece).iter());
        let shared = narrated.iter().filter(|stem| quoted.binary_search(stem).is_ok()).count();
        (shared >= SHARED && 2 * shared >= narrated.len()).then_some(piece)
    })
}

#[cfg(test)]
mod tests {
    use crate::difference::sample::Sample;

    #[test]
    fn narration_inside_marks_is_a_prompt() {
        let left = "The old ferry carried forty thousand passengers in a single summer.";
        let right = "“The old ferry carried forty thousand passengers in one summer,” she said.";
        let found = Sample::new(left, right).found();
        assert!(found.iter().any(|found| found.starts_with("medium quoted-narration")), "{found:?}");
    }
}
