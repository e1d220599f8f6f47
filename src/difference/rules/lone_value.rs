//! A number, a date, a name or a place that only one side gives, in a sentence that is
//! otherwise kept: *at the Lantern Theater on Saturday* became *at the theater*.
//!
//! A value that is left out is not a wrong number: `--fail-on number` must not stop at it.

use super::cue::is_plain_cue;
use super::finding::{Aspect, Finding, Reason};
use super::reworded::{RewordedBead, SHORT};
use super::rule::{Find, Rule, Yields};
use crate::alignment::Reuse;
use crate::difference::{DifferenceKind, Fact, FactKind, FactValue, Severity};
use crate::text::{Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "lone-value",
    doc: "A number, a date, a name or a place that only one side gives, in a sentence that is otherwise kept.",
    kinds: &[DifferenceKind::Added, DifferenceKind::Omitted],
    severity: Severity::Low,
    purpose: "A sum or a day that is cut takes its weight out of the sentence, and nobody misses it.",
    before: "The crews saved £60 a month on fuel, the owner found, and painted the boats.",
    after: "The crews saved on fuel, the owner found, and painted the boats.",
    finds: "A few words that went or came, with a number, a sum, a share, a date, a time, a name or a place in them.",
    leaves: "Titles and places in an order; what the other article tells in the sentence before or behind; quotations and attributions, which have rules of their own; longer cuts and sentences rewritten as a whole.",
    weight: "Low, of the kind “omitted” where the left gives it and “added” where the right does.",
    yields: Yields::ToEarlier,
    find: Find::Beads(find),
};

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    if bead.bead.reuse != Reuse::Edited || bead.evidence.is_boilerplate(bead.bead) {
        return Vec::new();
    }
    let found = bead.edits.iter().filter_map(|edit| {
        let side = edit.spans.only_side()?;
        let words = bead.sides[side].words_in(edit.spans[side]);
        let fact = bead.facts.iter().find(|fact| is_lone(bead, side, fact, edit.spans[side]))?;
        let is_cue = words.iter().any(|(token, _)| is_plain_cue(bead.evidence, side, token));
        let reason = Reason::Differs(Aspect::LoneValue(fact.kind));
        let finding = Finding::new(bead.id, Severity::Low, edit.spans, reason);
        (words.len() <= SHORT && !is_cue).then(|| finding.of_kind(DifferenceKind::only(side)))
    });
    found.collect()
}

/// Whether a cut takes along a value that the other side does not give.
fn is_lone(bead: &RewordedBead<'_>, side: Side, fact: &Fact, cut: Option<Span>) -> bool {
    let whole = &bead.sides[side];
    fact.mentions[side].as_ref().filter(|_| fact.mentions.only_side().is_some()).is_some_and(|own| {
        // *MW*, read as a name
        let is_unit =
            || whole.words_in(Some(own.span)).iter().all(|(_, folded)| whole.lexicon.units.contains(folded));
        fact.kind != FactKind::Title
            && cut.is_some_and(|cut| cut.contains(own.span))
            && !matches!(own.value, FactValue::Ordinal(_))
            && !whole.is_quoted(own.span)
            && !is_unit()
            && !bead.evidence.is_stated_nearby(bead.bead, side, own)
    })
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
    fn a_value_in_the_next_sentence_is_not_cut() {
        check(
            "They left Oslo on the boat.\nThey waved.",
            "They left on the boat.\nThey waved to Oslo.",
            &["low wording [-Oslo-]", "low wording {+to Oslo.+}"],
        );
    }
}
