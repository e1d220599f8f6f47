//! A number, a date, a name or a place that only one side gives, in a sentence that is
//! otherwise kept: *at the Lantern Theater on Saturday* became *at the theater*.
//!
//! What is left out is no wrong number: `--fail-on number` must not stop at it.

use super::{Evidence, Found, Manual, Rule};
use crate::alignment::{Bead, Reuse};
use crate::difference::{Difference, DifferenceKind, Edit, EditOp, Fact, FactKind, Severity};
use crate::text::{Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "lone-value",
    doc: "A number, a date, a name or a place that only one side gives, in a sentence that is otherwise kept.",
    kinds: &[DifferenceKind::Added, DifferenceKind::Omitted],
    severity: Severity::Low,
    manual: Manual {
        reason: "A sum or a day that is cut takes its weight out of the sentence, and nobody misses it.",
        before: "The crews saved £60 a month on fuel, the owner found, and painted the boats.",
        after: "The crews saved on fuel, the owner found, and painted the boats.",
        finds: "A few words that went or came, with a number, a sum, a share, a date, a time, a name or a place in them.",
        leaves: "Titles and places in an order; what the other article tells in the sentence before or behind; quotations and attributions, which have rules of their own; longer cuts and sentences rewritten as a whole.",
        weight: "Low, of the kind “omitted” where the left gives it and “added” where the right does.",
    },
    find,
};

/// The most words of a cut.
const LONGEST: usize = 6;

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        if bead.reuse != Reuse::Edited || evidence.is_furniture(bead) {
            continue;
        }
        for edit in edits {
            let (side, kind) = match edit.op {
                EditOp::Delete => (Side::Left, DifferenceKind::Omitted),
                EditOp::Insert => (Side::Right, DifferenceKind::Added),
                EditOp::Equal | EditOp::Replace => continue,
            };
            let lone = |fact: &&Fact| {
                let own = fact.mentions[side].as_ref().filter(|_| fact.mentions[side.other()].is_none());
                own.is_some_and(|own| {
                    fact.kind != FactKind::Title
                        && edit.spans[side].is_some_and(|cut| cut.contains(own.span))
                        && !own.value.starts_with('#')
                        && !evidence.is_quoted(side, own.span)
                        && !is_unit(evidence, side, bead, own.span)
                        && !evidence.is_told_nearby(bead, side, &own.value)
                })
            };
            let Some(fact) = evidence.facts_of(id).iter().find(lone) else { continue };
            if found.covers(id, edit.spans) || !is_short(evidence, side, bead, edit) {
                continue;
            }
            let shown = evidence.show_pair(edit.spans);
            found.push(Difference {
                bead: id,
                kind,
                severity: Severity::Low,
                spans: edit.spans,
                rule: RULE.name,
                why: format!("Only one side gives the {}: {shown}.", super::fact::noun(fact.kind)),
            });
        }
    }
}

/// *MW*, read as a name.
fn is_unit(evidence: &Evidence<'_>, side: Side, bead: &Bead, span: Span) -> bool {
    evidence
        .words(side, bead, Some(span))
        .iter()
        .all(|(_, folded)| evidence.lexicon(side).units.contains(folded))
}

/// Whether a cut has few words, and none that says somebody said so.
fn is_short(evidence: &Evidence<'_>, side: Side, bead: &Bead, edit: &Edit) -> bool {
    let words = evidence.words(side, bead, edit.spans[side]);
    words.len() <= LONGEST && !words.iter().any(|(token, _)| evidence.is_plain_cue(side, token))
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;
    use crate::difference::sample::Sample;

    #[test]
    fn a_value_that_is_cut_is_low() {
        check(
            "They saved £60 a month on fuel, and painted the boats.",
            "They saved on fuel, and painted the boats.",
            &["low lone-value [-£60 a month-]"],
        );
        check(
            "They met in the hall, and painted the boats.",
            "They met in the hall on Saturday, and painted the boats.",
            &["low lone-value {+on Saturday,+}"],
        );
    }

    #[test]
    fn a_value_that_is_cut_is_omitted_and_one_that_came_is_added() {
        let kind = |left, right| {
            let kinds: Vec<_> =
                Sample::new(left, right).differences().iter().map(|found| found.kind.name()).collect();
            kinds.join(" ")
        };
        let (longer, shorter) = ("They met in the hall on Saturday.", "They met in the hall.");
        assert_eq!(kind(longer, shorter), "omitted");
        assert_eq!(kind(shorter, longer), "added");
    }

    #[test]
    fn other_words_that_are_cut_are_wording() {
        check("They left the old hall.", "They left the hall.", &["low wording [-old-]"]);
        check("They left the second hall.", "They left the hall.", &["low wording [-second-]"]);
    }

    #[test]
    fn what_the_next_sentence_tells_is_not_cut() {
        check(
            "They left Oslo on the boat.\nThey waved.",
            "They left on the boat.\nThey waved to Oslo.",
            &["low wording [-Oslo-]", "low wording {+to Oslo.+}"],
        );
    }
}
