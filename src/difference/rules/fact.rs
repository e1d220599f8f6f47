//! What the rules on numbers, dates and names share: an altered fact is a difference.

use super::{Evidence, Found, Rule};
use crate::alignment::{Bead, Reuse};
use crate::difference::{Difference, DifferenceKind, Edit, Fact, FactState, Severity};
use crate::text::{Pair, Side, Span};

/// An altered fact with what stands around it.
pub(super) struct Altered<'a> {
    pub fact: &'a Fact,
    pub bead: &'a Bead,
    /// Whether next to nothing else was rewritten in its place.
    pub alone: bool,
    pub spans: Pair<Option<Span>>,
}

/// Reports the altered facts that `judge` gives a weight, each once.
pub(super) fn report(
    evidence: &Evidence<'_>,
    rule: &Rule,
    kind: DifferenceKind,
    found: &mut Found,
    judge: impl Fn(&Altered<'_>) -> Option<Severity>,
) {
    for (id, bead, edits) in evidence.reworded() {
        for fact in evidence.facts_of(id) {
            let Some(altered) = altered(evidence, fact, bead, edits) else { continue };
            if found.covers(id, altered.spans) {
                continue;
            }
            let Some(mut severity) = judge(&altered) else { continue };
            if evidence.is_furniture(bead) {
                severity = Severity::Low;
            }
            let shown = evidence.show_pair(altered.spans);
            found.push(Difference {
                bead: id,
                kind,
                severity,
                spans: altered.spans,
                rule: rule.name,
                why: if severity == Severity::High {
                    format!("The {} differs: {shown}.", fact.kind.name())
                } else {
                    format!("check: the {} may differ: {shown}.", fact.kind.name())
                },
            });
        }
    }
}

fn altered<'a>(
    evidence: &Evidence<'_>,
    fact: &'a Fact,
    bead: &'a Bead,
    edits: &[Edit],
) -> Option<Altered<'a>> {
    match fact.state {
        FactState::Altered => {}
        FactState::Same | FactState::LeftOnly | FactState::RightOnly => return None,
    }
    let spans = Pair::from_fn(|side: Side| fact.mentions[side].as_ref().map(|mention| mention.span));
    let alone = bead.reuse == Reuse::Edited && evidence.words_beside(edits, bead, spans) <= 1;
    Some(Altered { fact, bead, alone, spans })
}
