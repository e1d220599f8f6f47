//! Other words, which no other rule has reported: once a bead.

use super::evidence::Spans;
use super::finding::{Aspect, Finding, Reason};
use super::reworded::RewordedBead;
use super::rule::{Find, Rule, Yields};
use crate::difference::facts::kept_in_place;
use crate::difference::{DifferenceKind, Edit, Fact, Severity};
use crate::text::Side;

pub(super) const RULE: Rule = Rule {
    name: "wording",
    doc: "Other words, as far as can be told the same content; once a sentence.",
    kinds: &[DifferenceKind::Wording],
    severity: Severity::Low,
    purpose: "What no other rule has claimed is still for an editor to see.",
    before: "The old boat sank near the pier at dawn on a calm sea.",
    after: "The old ship sank near the jetty at dawn on a calm sea.",
    finds: "Other words, once a sentence, with the words.",
    leaves: "Equal values in another dress, and whatever another rule has told.",
    weight: "Low.",
    yields: Yields::InPart,
    find: Find::Beads(find),
};

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    let equal = kept_in_place(bead.facts, bead.edits);
    let differing = bead.differing().filter(|edit| !only_formats_values(bead, &equal, edit));
    let places: Vec<Spans> = differing.map(|edit| edit.spans).collect();
    let reason = Reason::Differs(Aspect::Wording);
    vec![Finding::new(bead.id, Severity::Low, Spans::default(), reason).claiming(places)]
}

/// Whether an edit only writes a value in another form: *65%* and *65 per cent*.
fn only_formats_values(bead: &RewordedBead<'_>, equal: &[&Fact], edit: &Edit) -> bool {
    Side::BOTH.into_iter().all(|side| {
        bead.sides[side].words_in(edit.spans[side]).iter().all(|(token, _)| {
            let mut mentions = equal.iter().filter_map(|fact| fact.mentions[side].as_ref());
            mentions.any(|mention| mention.span.overlaps(token.word))
        })
    })
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn wording_is_reported_once_a_sentence() {
        check(
            "The old boat sank near the pier at dawn.",
            "The old ship sank near the jetty at dawn.",
            &["low wording [-boat-]{+ship+}"],
        );
    }
}
