//! What the rules on numbers, dates and names share: an altered fact is a difference.

use super::evidence::overlap;
use super::{Evidence, Found, Rule};
use crate::alignment::{Bead, Reuse};
use crate::difference::facts::spelling::{has_lost_letters, is_slip};
use crate::difference::{Difference, Edit, EditOp, Fact, FactKind, FactState, Severity};
use crate::text::{Pair, Side, Span};

/// An altered fact with what stands around it.
pub(super) struct Altered<'a> {
    pub fact: &'a Fact,
    pub bead: &'a Bead,
    /// Whether next to nothing else was rewritten in its place.
    pub alone: bool,
    /// How many words that say something were rewritten in its place.
    pub beside: usize,
    pub spans: Pair<Option<Span>>,
    /// Whether no edit puts one side's words in the place of the other's: the same is told elsewhere.
    pub is_moved: bool,
    /// From end to end of the edits it stands in.
    pub place: Pair<Option<Span>>,
}

/// Behind more rewritten words than these, in a sentence that is other words as a whole, two facts may have nothing to do with each other:
/// *was not available on Monday*, *told The Lantern on Tuesday*.
const REWRITTEN: usize = 2;

impl Altered<'_> {
    /// What the words of both sides come to.
    pub(super) fn values(&self) -> Pair<&str> {
        let value =
            |side: Side| self.fact.mentions[side].as_ref().map_or("", |mention| mention.value.as_str());
        Pair::from_fn(value)
    }

    /// Whether one side has a range where the other has a value, or bounds what the other says:
    /// *£25,000 to £30,000* and *£25,000*.
    pub(super) fn is_bounded(&self) -> bool {
        let bounds = |value: &str| value.contains(['–', '>', '<', '≥', '≤']);
        let is_name = matches!(self.fact.kind, FactKind::Name | FactKind::Title | FactKind::Place);
        !is_name && (bounds(self.values().left) || bounds(self.values().right))
    }

    /// Whether both are most likely one name, misspelt in one article.
    fn is_misspelt(&self) -> bool {
        let values = self.values();
        let words = Pair::new(values.left.split(' '), values.right.split(' '));
        self.fact.kind == FactKind::Name
            && words.left.clone().count() == words.right.clone().count()
            && words
                .left
                .zip(words.right)
                .all(|(one, two)| one == two || is_slip(one, two) || has_lost_letters(one, two))
    }

    /// Whether a side counts only roughly: *dozens*.
    pub(super) fn is_vague(&self) -> bool {
        let has_digits = |value: &str| value.contains(|c: char| c.is_ascii_digit());
        !has_digits(self.values().left) || !has_digits(self.values().right)
    }
}

/// Reports the altered facts of a sort that `judge` gives a weight, each once.
pub(super) fn report(
    evidence: &Evidence<'_>,
    rule: &Rule,
    sort: FactKind,
    found: &mut Found,
    judge: impl Fn(&Altered<'_>) -> Option<Severity>,
) {
    let Some(&kind) = rule.kinds.first() else { return };
    for (id, bead, edits) in evidence.reworded() {
        // what changed places is reported as one
        let own = |fact: &&Fact| fact.kind == sort && fact.exchange.is_none();
        for fact in evidence.facts_of(id).iter().filter(own) {
            let Some(altered) = altered(evidence, fact, bead, edits) else { continue };
            // *Governor Tom Hale* for *Mayor Ann Leclair* is another person, not another office as well
            let claimed = if fact.kind == FactKind::Title { altered.place } else { altered.spans };
            if found.covers(id, altered.spans) || found.covers(id, claimed) {
                continue;
            }
            let Some(mut severity) = judge(&altered) else { continue };
            // a value that both sides give in part is one wherever it stands
            let elsewhere = bead.reuse == Reuse::Rewritten
                && altered.beside > REWRITTEN
                && !altered.is_bounded()
                && !altered.is_misspelt();
            if evidence.is_furniture(bead) || elsewhere && !altered.is_moved {
                severity = Severity::Low;
            } else if altered.is_moved && severity == Severity::High {
                severity = Severity::Medium;
            }
            let shown = evidence.show_pair(altered.spans);
            found.push(Difference {
                bead: id,
                kind,
                severity,
                spans: altered.spans,
                rule: rule.name,
                why: if severity == Severity::High {
                    format!("The {} differs: {shown}.", noun(fact.kind))
                } else if altered.is_misspelt() {
                    format!("check: the name is spelled otherwise: {shown}.")
                } else {
                    format!("check: the {} may differ: {shown}.", noun(fact.kind))
                },
            });
        }
    }
}

pub(super) fn noun(kind: FactKind) -> &'static str {
    match kind {
        FactKind::Number => "number",
        FactKind::Money => "sum",
        FactKind::Percent => "percentage",
        FactKind::Date => "date",
        FactKind::Time => "time",
        FactKind::Name => "name",
        FactKind::Title => "title",
        FactKind::Place => "place",
    }
}

fn touches(edit: &Edit, spans: Pair<Option<Span>>) -> bool {
    Side::BOTH.into_iter().any(|side| overlap(edit.spans[side], spans[side]))
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
    let beside = evidence.words_beside(edits, bead, spans);
    let alone = bead.reuse == Reuse::Edited && beside <= 1;
    let place = Pair::from_fn(|side: Side| {
        let touched = edits.iter().filter(|edit| edit.op != EditOp::Equal && touches(edit, spans));
        touched.filter_map(|edit| edit.spans[side]).reduce(Span::join)
    });
    let is_moved =
        !edits.iter().any(|edit| Side::BOTH.into_iter().all(|side| overlap(edit.spans[side], spans[side])));
    Some(Altered { fact, bead, alone, beside, spans, is_moved, place })
}
