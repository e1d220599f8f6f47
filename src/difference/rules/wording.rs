//! Other words, as far as can be told the same content.
//!
//! What no other rule has claimed: once a bead, with the words.

use super::{Evidence, Found, Manual, Rule};
use crate::alignment::Bead;
use crate::difference::facts::kept_in_place;
use crate::difference::{Difference, DifferenceKind, Edit, EditOp, Fact, Severity};
use crate::text::{Pair, Side, Span, Token};

pub(super) const RULE: Rule = Rule {
    name: "wording",
    doc: "Other words, as far as can be told the same content; once a sentence.",
    kinds: &[DifferenceKind::Wording],
    severity: Severity::Low,
    manual: Manual {
        reason: "What no other rule has claimed is still for an editor to see.",
        before: "The old boat sank near the pier at dawn on a calm sea.",
        after: "The old ship sank near the jetty at dawn on a calm sea.",
        finds: "Other words, once a sentence, with the words.",
        leaves: "Equal values in another dress, and whatever another rule has told.",
        weight: "Low.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        let equal = kept_in_place(evidence.facts_of(id), edits);
        let left: Vec<Pair<Option<Span>>> = edits
            .iter()
            .filter(|edit| edit.op != EditOp::Equal)
            .filter(|edit| !found.covers(id, edit.spans) && !is_other_dress(evidence, bead, &equal, edit))
            .map(|edit| edit.spans)
            .collect();
        let Some(&spans) = left.first() else { continue };
        found.push(Difference {
            bead: id,
            kind: DifferenceKind::Wording,
            severity: Severity::Low,
            spans,
            rule: RULE.name,
            why: format!("The wording differs: {}.", evidence.show_pairs(&left)),
        });
    }
}

/// Whether an edit only gives a fact another dress: *65%* and *65 per cent*.
fn is_other_dress(evidence: &Evidence<'_>, bead: &Bead, equal: &[&Fact], edit: &Edit) -> bool {
    Side::BOTH.into_iter().all(|side| {
        let words = evidence.words(side, bead, edit.spans[side]);
        let states = |fact: &Fact, token: &Token| {
            fact.mentions[side].as_ref().is_some_and(|mention| mention.span.overlaps(token.word))
        };
        words.iter().all(|(token, _)| equal.iter().any(|fact| states(fact, token)))
    })
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn wording_is_said_once_a_sentence() {
        check(
            "The old boat sank near the pier at dawn.",
            "The old ship sank near the jetty at dawn.",
            &["low wording [-boat-]{+ship+}"],
        );
    }
}
