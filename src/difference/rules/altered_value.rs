//! Altered facts: another value in the same place, judged by the rule on its kind.

use super::evidence::{Spans, overlap, spans_of};
use super::finding::{Aspect, Finding, Reason};
use super::reworded::RewordedBead;
use crate::alignment::Reuse;
use crate::difference::{
    Bound, Certainty, Edit, Fact, FactKind, FactMention, FactState, FactValue, Severity,
};
use crate::text::{Pair, Side, Span};

/// An altered fact with its context.
pub(super) struct AlteredValue<'a> {
    pub bead: &'a RewordedBead<'a>,
    /// Where both sides state it.
    pub mentions: Pair<&'a FactMention>,
    pub spans: Spans,
    /// Whether next to nothing else was rewritten in its place.
    pub is_alone: bool,
    /// How many content words were rewritten in its place.
    rewritten: usize,
    /// Whether no edit puts one side’s words in the place of the other’s: the same is said elsewhere.
    is_moved: bool,
}

impl AlteredValue<'_> {
    /// Whether one side has a range where the other has a value, or bounds what the other says:
    /// *£25,000 to £30,000* and *£25,000*.
    pub(super) fn is_bounded(&self) -> bool {
        let bounds = |mention: &FactMention| mention.bound != Bound::Exact || mention.value.is_range();
        bounds(self.mentions.left) || bounds(self.mentions.right)
    }

    /// Whether a side counts only roughly: *dozens*.
    pub(super) fn is_vague(&self) -> bool {
        let is_rough = |mention: &FactMention| matches!(mention.value, FactValue::Rough(_));
        is_rough(self.mentions.left) || is_rough(self.mentions.right)
    }

    /// Whether the other article does not know a side’s name at all.
    pub(super) fn is_unknown_across(&self, side: Side) -> bool {
        let words = |side: Side| self.mentions[side].value.words();
        let known = &self.bead.evidence.known_names[side.other()];
        words(side).any(|word| !known.contains(word) && words(side.other()).all(|other| other != word))
    }
}

/// The altered facts of a kind in a bead that `judge` gives a severity.
pub(super) fn find(
    bead: &RewordedBead<'_>,
    kind: FactKind,
    judge: fn(&AlteredValue<'_>) -> Option<Severity>,
) -> Vec<Finding> {
    // the rule on changed places reports exchanged values
    let own = |fact: &&Fact| fact.kind == kind && fact.state == FactState::Altered && fact.exchange.is_none();
    let found = bead.facts.iter().filter(own).filter_map(|fact| {
        let value = altered(bead, fact)?;
        let severity = weighed(&value, judge(&value)?);
        let certainty = if severity == Severity::High { Certainty::Sure } else { Certainty::Check };
        let aspect = match certainty {
            Certainty::Check if value.mentions.left.value.is_misspelled(&value.mentions.right.value) => {
                Aspect::Spelling
            }
            Certainty::Check | Certainty::Sure => Aspect::Value(kind),
        };
        let finding =
            Finding::new(bead.id, severity, value.spans, Reason::Differs(aspect)).certain(certainty);
        // *Governor Tom Hale* for *Mayor Ann Leclair* is another person, not another office as well
        Some(if kind == FactKind::Title { finding.claiming(vec![place(&value)]) } else { finding })
    });
    found.collect()
}

/// The severity of a rule, lower where the two values may have nothing to do with each other.
fn weighed(value: &AlteredValue<'_>, severity: Severity) -> Severity {
    /// More rewritten words than these, in a sentence that is other words as a whole, separate two facts:
    /// *was not available on Monday*, *told The Lantern on Tuesday*. One less or two more change the
    /// severity in three to five of 877 texts.
    const REWRITTEN: usize = 2;
    let bead = value.bead;
    // a value that both sides give in part is one wherever it is
    let is_elsewhere =
        bead.bead.reuse == Reuse::Rewritten && value.rewritten > REWRITTEN && !value.is_bounded();
    if bead.evidence.is_boilerplate(bead.bead) || is_elsewhere && !value.is_moved {
        Severity::Low
    } else if value.is_moved {
        severity.min(Severity::Medium)
    } else {
        severity
    }
}

/// The values with the edits that have some of their words, from end to end.
fn place(value: &AlteredValue<'_>) -> Spans {
    let touching = value.bead.differing().filter(|edit| overlap(edit.spans, value.spans));
    touching.map(|edit| edit.spans).chain([value.spans]).fold(Spans::default(), |place, spans| {
        place.zip(spans).map(|(one, two)| one.into_iter().chain(two).reduce(Span::join))
    })
}

fn altered<'a>(bead: &'a RewordedBead<'a>, fact: &'a Fact) -> Option<AlteredValue<'a>> {
    let spans = spans_of(fact);
    let rewritten = bead.differing().filter(|edit| overlap(edit.spans, spans)).map(|edit| {
        let counts = bead.sides.as_ref().zip(spans).map(|(own, span)| {
            let others = own.words_in(edit.spans[own.side]).iter().filter(|(token, folded)| {
                !span.is_some_and(|span| span.overlaps(token.word))
                    && !own.lexicon.stop_words.contains(folded)
            });
            others.count()
        });
        counts.left.max(counts.right)
    });
    let rewritten = rewritten.sum();
    let meets = |edit: &Edit| {
        Side::BOTH
            .into_iter()
            .all(|side| edit.spans[side].zip(spans[side]).is_some_and(|(one, two)| one.overlaps(two)))
    };
    Some(AlteredValue {
        bead,
        mentions: fact.both()?,
        spans,
        is_alone: bead.bead.reuse == Reuse::Edited && rewritten <= 1,
        rewritten,
        is_moved: !bead.edits.iter().any(meets),
    })
}
