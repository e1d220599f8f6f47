//! A sentence stands in another place.
//!
//! Order is meaning, too: a denial that moves from the third paragraph to the last has
//! been weighed anew.

use super::{Evidence, Found, Manual, Rule};
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "moved",
    doc: "A sentence stands in another place of the story.",
    kinds: &[DifferenceKind::Moved],
    severity: Severity::Low,
    manual: Manual {
        reason: "Order is meaning, too: a denial that moves from the third paragraph to the last has been weighed anew.",
        before: "The ferry sank at noon off the old lighthouse.\n\nThe owner denied every fault of the crew.\n\nDivers searched the bay for six hours.\n\nTwo hundred people waited on the pier.\n\nA school nearby opened its doors to them.",
        after: "The ferry sank at noon off the old lighthouse.\n\nDivers searched the bay for six hours.\n\nTwo hundred people waited on the pier.\n\nA school nearby opened its doors to them.\n\nThe owner denied every fault of the crew.",
        finds: "A sentence that stands in another place of the story, with both places.",
        leaves: "Moves in doubt, as of a sentence that stands there twice.",
        weight: "Low.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, _) in evidence.beads() {
        if !bead.moved {
            continue;
        }
        let first = |side: Side| {
            let sentences = &evidence.article(side).sentences;
            bead.sentences[side].first().map(|&id| sentences.get(id).span)
        };
        let spans = Pair::from_fn(first);
        let place = |side: Side| bead.sentences[side].first().map_or(0, |id| id.index() + 1);
        found.push(Difference {
            bead: id,
            kind: DifferenceKind::Moved,
            severity: Severity::Low,
            spans,
            rule: RULE.name,
            why: format!(
                "This stands in another place: it is sentence {} in {} and sentence {} in {}.",
                place(Side::Left),
                evidence.label(Side::Left),
                place(Side::Right),
                evidence.label(Side::Right)
            ),
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::difference::sample::Sample;

    #[test]
    fn a_moved_sentence_says_from_where_to_where() {
        let mut sample = Sample::new("He left town.", "He left town.");
        sample.alignment.beads[0].moved = true;
        let why = &sample.differences()[0].why;
        assert_eq!(why, "This stands in another place: it is sentence 1 in left and sentence 1 in right.");
    }
}
