//! A sentence is in another place.
//!
//! Order is meaning, too: a denial that moves from the third paragraph to the last has
//! another weight.

use rustc_hash::FxHashSet;

use super::evidence::Evidence;
use super::finding::{Finding, Reason};
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, Severity};
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "moved",
    doc: "A sentence stands in another place of the story.",
    kinds: &[DifferenceKind::Moved],
    severity: Severity::Low,
    purpose: "Order is meaning, too: a denial that moves from the third paragraph to the last has been weighed anew.",
    before: "The ferry sank at noon off the old lighthouse.\n\nThe owner denied every fault of the crew.\n\nDivers searched the bay for six hours.\n\nTwo hundred people waited on the pier.\n\nA school nearby opened its doors to them.",
    after: "The ferry sank at noon off the old lighthouse.\n\nDivers searched the bay for six hours.\n\nTwo hundred people waited on the pier.\n\nA school nearby opened its doors to them.\n\nThe owner denied every fault of the crew.",
    finds: "A sentence that stands in another place of the story, with both places.",
    leaves: "Moves in doubt, as of a sentence that stands there twice.",
    weight: "Low.",
    yields: Yields::Never,
    find: Find::Articles(find),
};

fn find(evidence: &Evidence<'_>) -> Vec<Finding> {
    // of a sentence that one side has twice nobody knows which copy moved
    let copied: FxHashSet<(Side, SentenceId)> =
        evidence.beads().filter_map(|(_, bead, _)| bead.copied()).collect();
    let moved = evidence.beads().filter(|(_, bead, _)| bead.moved).filter_map(|(id, bead, _)| {
        let first = bead.sentences.as_ref().map(|sentences| sentences.first().copied()).both()?;
        if Side::BOTH.iter().any(|&side| copied.contains(&(side, first[side]))) {
            return None;
        }
        let spans = Pair::from_fn(|side| Some(evidence.article(side).sentences.get(first[side]).span));
        let places = first.map(|sentence| sentence.index() + 1);
        Some(Finding::new(id, Severity::Low, spans, Reason::Moved(places)))
    });
    moved.collect()
}

#[cfg(test)]
mod tests {
    use crate::difference::sample::Sample;

    #[test]
    fn a_moved_sentence_with_other_words_has_both_findings() {
        let mut sample = Sample::new("The old boat left at dawn.", "The old ship left at dawn.");
        sample.groups[0].moved = true;
        let found = sample.found();
        assert!(found.contains(&"low wording [-boat-]{+ship+}".to_owned()), "{found:?}");
        assert!(found.iter().any(|finding| finding.starts_with("low moved")), "{found:?}");
    }

    #[test]
    fn a_moved_sentence_says_from_where_to_where() {
        let mut sample = Sample::new("He left town.", "He left town.");
        sample.groups[0].moved = true;
        let why = &sample.differences()[0].why;
        assert_eq!(why, "This stands in another place: it is sentence 1 in left and sentence 1 in right.");
    }
}
