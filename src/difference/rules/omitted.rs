//! A sentence that only the left has, and what it shares with one only the right has.

use super::evidence::Evidence;
use super::finding::{Finding, Lone, Reason};
use super::rule::{Find, Rule, Yields};
use crate::alignment::Bead;
use crate::article::BlockKind;
use crate::difference::{Certainty, DifferenceKind, Severity, Voice};
use crate::quotation::{Quotation, QuotationKind};
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "omitted",
    doc: "A sentence that only the left has.",
    kinds: &[DifferenceKind::Omitted],
    severity: Severity::Low,
    purpose: "Shortening is daily work; what went should still be seen once.",
    before: "The ferry sank at noon off the old lighthouse.\n\nIt had failed two inspections since the spring.",
    after: "The ferry sank at noon off the old lighthouse.",
    finds: "A sentence that only the left has, or has more often.",
    leaves: "Quotations that the right has in another sentence, words left out inside a shared sentence (wording), quotations left out there (lone-quotation), denials and answers (response).",
    weight: "Low.",
    yields: Yields::ToEarlier,
    find: Find::Articles(|evidence| lone(evidence, Side::Left)),
};

/// The sentences that one side has alone; both sides are weighed alike, so that swapping
/// them mirrors the result.
pub(super) fn lone(evidence: &Evidence<'_>, side: Side) -> Vec<Finding> {
    let alone = evidence.beads().filter(|(_, bead, _)| bead.sentences[side.other()].is_empty());
    let found = alone.filter_map(|(id, bead, _)| {
        let whole = whole(evidence, bead, side)?;
        if mostly(evidence.linked_over(side, whole), whole).is_some() {
            return None;
        }
        let first = evidence.article(side).sentences.get(*bead.sentences[side].first()?).span;
        let lone = sort(evidence, bead, side);
        let is_sure = lone != Lone::Unattributed;
        let finding = Finding::new(id, Severity::Low, Pair::only(side, first), Reason::Only(side, lone));
        Some(finding.certain(if is_sure { Certainty::Sure } else { Certainty::Check }))
    });
    found.collect()
}

fn sort(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> Lone {
    if bead.repeats.is_some() {
        return Lone::Repeated;
    }
    let block = bead.sentences[side].first().map(|&id| evidence.block_kind(side, id));
    let block = block.unwrap_or(BlockKind::Paragraph);
    if block != BlockKind::Paragraph {
        return Lone::Block(block);
    }
    let quoted =
        whole(evidence, bead, side).and_then(|whole| mostly(evidence.quotations_over(side, whole), whole));
    if let Some(quotation) = quoted {
        return Lone::Quotation(quotation.attribution.speaker.clone());
    }
    // what a rewrite adds needs a source; a note in brackets is the outlet's own
    let vouches = side == Side::Right && !is_note(evidence, bead, side) && evidence.is_rewrite[side];
    if vouches && !is_attributed(evidence, bead, side) { Lone::Unattributed } else { Lone::Block(block) }
}

/// Whether each sentence begins with a bracket.
fn is_note(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> bool {
    let article = evidence.article(side);
    bead.sentences[side]
        .iter()
        .all(|&id| article.slice(article.sentences.get(id).span).starts_with(['(', '[']))
}

/// From the first sentence of a bead’s side to its last.
fn whole(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> Option<Span> {
    let sentences = &evidence.article(side).sentences;
    bead.sentences[side].iter().map(|&id| sentences.get(id).span).reduce(Span::join)
}

/// The quotation that has most words of a span.
fn mostly<'a>(mut near: impl Iterator<Item = &'a Quotation>, whole: Span) -> Option<&'a Quotation> {
    near.find(|quotation| {
        let inside = quotation.fragments.iter().filter_map(|span| span.intersection(whole));
        quotation.kind == QuotationKind::Direct && 2 * inside.map(Span::len).sum::<usize>() >= whole.len()
    })
}

/// Whether somebody is named for what a bead says on one side.
fn is_attributed(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> bool {
    let sentences = bead.sentences[side].iter().map(|&id| evidence.article(side).sentences.get(id).span);
    let quotations = sentences.flat_map(|sentence| evidence.quotations_over(side, sentence));
    let words = evidence.words(side, bead).into_iter().map(|(_, folded)| folded);
    Voice::of(evidence.lexicon(side), quotations, words) != Voice::Nobody
}

#[cfg(test)]
mod tests {
    use crate::alignment::Group;
    use crate::difference::rules::tests::check;
    use crate::difference::sample::Sample;
    use crate::quotation::{LinkState, Marks, SpeakerState};
    use crate::sentence::SentenceId;
    use crate::text::Pair;

    #[test]
    fn lone_sentences_are_low() {
        check("He left town.", "", &["low omitted [-He left town.-]"]);
        check("", "He left town.", &["low added {+He left town.+}"]);
    }

    #[test]
    fn a_quotation_that_the_other_side_has_in_another_sentence_is_not_missing() {
        let mut sample = Sample::new("“We may go home now.”", "“We may go home now.”").linked(
            LinkState::SameWords,
            Marks::Both,
            SpeakerState::Unknown,
        );
        let groups = sample.groups.remove(0).sentences.sides().into_iter().map(|(side, ids)| {
            let mut sentences = Pair::default();
            sentences[side] = ids;
            Group { sentences, score: 0.0, moved: false, pinned: false, repeats: None }
        });
        sample.groups = groups.collect();
        assert!(sample.found().is_empty(), "{:?}", sample.found());
        sample.links.clear();
        assert_eq!(sample.found().len(), 2);
    }

    #[test]
    fn a_sentence_that_the_other_side_has_once_is_not_missing_there() {
        let mut sample = Sample::new("He denied it.\nHe denied it.", "He denied it.");
        assert_eq!(sample.found(), ["medium response [-He denied it.-]"]);
        sample.groups[1].repeats = Some(SentenceId::new(0));
        let differences = sample.differences();
        let found = differences.iter().map(|found| (found.rule, found.why.as_str()));
        let why = "left has this sentence more often than right.";
        assert_eq!(found.collect::<Vec<_>>(), [("omitted", why)]);
    }
}
