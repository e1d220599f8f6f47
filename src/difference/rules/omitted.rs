//! A sentence that only the left has.
//!
//! Shortening is daily work; leaving out that somebody denied it, or did not answer,
//! is not.

use super::{Evidence, Found, Rule};
use crate::alignment::{Bead, Reuse};
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::lexicon::{ATTRIBUTION_VERBS, RESPONSES};
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "omitted",
    doc: "A sentence that only the left has; a denial or an answer weighs more.",
    kinds: &[DifferenceKind::Omitted],
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    lone(evidence, found, &RULE, DifferenceKind::Omitted, Side::Left, |bead, label| {
        if is_response(evidence, bead, Side::Left) {
            return format!("check: only {label} has this denial or answer.");
        }
        format!("Only {label} has this sentence.")
    });
}

/// Reports what one side has alone; both sides are weighed alike, so that swapping
/// them mirrors the result.
pub(super) fn lone(
    evidence: &Evidence<'_>,
    found: &mut Found,
    rule: &Rule,
    kind: DifferenceKind,
    side: Side,
    why: impl Fn(&Bead, &str) -> String,
) {
    for (id, bead, _) in evidence.beads() {
        let alone = match bead.reuse {
            Reuse::LeftOnly => Side::Left,
            Reuse::RightOnly => Side::Right,
            Reuse::Identical | Reuse::Typography | Reuse::Edited | Reuse::Rewritten => continue,
        };
        let Some(&first) = bead.sentences[side].first() else { continue };
        if alone != side {
            continue;
        }
        let mut spans = Pair::default();
        spans[side] = Some(evidence.article(side).sentences.get(first).span);
        let weighty = is_response(evidence, bead, side) && !evidence.is_furniture(bead);
        found.push(Difference {
            bead: id,
            kind,
            severity: if weighty { Severity::Medium } else { Severity::Low },
            spans,
            rule: rule.name,
            why: why(bead, evidence.label(side)),
        });
    }
}

/// Whether somebody is named for what a bead says on one side.
pub(super) fn is_attributed(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> bool {
    let article = evidence.article(side);
    let spoken = |id| {
        let sentence = article.sentences.get(id).span;
        article
            .quotations
            .iter()
            .any(|quotation| quotation.attribution.speaker.is_some() && quotation.span().overlaps(sentence))
    };
    evidence.is_furniture(bead)
        || evidence.all_words(side, bead).iter().any(|(_, folded)| ATTRIBUTION_VERBS.contains(folded))
        || bead.sentences[side].iter().any(|&id| spoken(id))
}

/// Whether a sentence is a denial, an apology or an answer.
fn is_response(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> bool {
    evidence.all_words(side, bead).iter().any(|(_, folded)| RESPONSES.contains(folded))
}
