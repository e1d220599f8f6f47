//! One quotation lost or gained its marks.
//!
//! *“We knew,” she said* became *We knew, she said*: the reader no longer knows whose
//! words they are; the other way round, a reporter’s summary became what somebody said.
//! Where a whole article has lost its marks, a conversion did it, and one note says so.

use super::{Evidence, Found, Manual, Rule};
use crate::alignment::Reuse;
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::quotation::{Confidence, LinkState, Marks, Quotation, QuotationKind};
use crate::text::Side;

pub(super) const RULE: Rule = Rule {
    name: "marks-missing",
    doc: "One quotation lost or gained its marks; not said where a whole article has none.",
    kinds: &[DifferenceKind::MarksMissing],
    severity: Severity::High,
    manual: Manual {
        reason: "Without its marks a quotation is the reporter’s word; with marks a reporter’s summary becomes what somebody said.",
        before: "“We knew of the leak in March,” said Anna Berg.\n\n“It will be mended by June,” she said.",
        after: "We knew of the leak in March, said Anna Berg.\n\n“It will be mended by June,” she said.",
        finds: "The same words with marks on one side and without them on the other.",
        leaves: "An article that has lost all of its marks: a conversion did that, and one note says so.",
        weight: "High from five words on, medium from three, low below.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (link, quotations) in evidence.linked() {
        match link.state {
            LinkState::SameWords | LinkState::Merged | LinkState::Split => {}
            LinkState::Altered
            | LinkState::Trimmed
            | LinkState::Extended
            | LinkState::Paraphrased
            | LinkState::LeftOnly
            | LinkState::RightOnly => continue,
        }
        let marked = match link.marks {
            Marks::Both => continue,
            Marks::Left => Side::Left,
            Marks::Right => Side::Right,
        };
        if evidence.has_lost_marks(marked.other()) {
            continue;
        }
        let Some(mut severity) = severity(evidence, marked, quotations[marked]) else { continue };
        let whole = quotations.map(|quotation| quotation.fragments.first().copied());
        let Some((bead, spans)) = evidence.home(whole, marked) else { continue };
        // *Fit in four minutes* may be a headline here and a headline quoted there
        let elsewhere = evidence.bead(bead).reuse == Reuse::Rewritten;
        if elsewhere && quotations[marked.other()].attribution.confidence == Confidence::None {
            severity = Severity::Low;
        }
        let words = evidence.show(marked, quotations[marked].span());
        found.push(Difference {
            bead,
            kind: DifferenceKind::MarksMissing,
            severity,
            spans,
            rule: RULE.name,
            why: format!(
                "{words} stands in quotation marks in {} and without them in {}.",
                evidence.label(marked),
                evidence.label(marked.other())
            ),
        });
    }
}

/// A few words may be anybody’s; a name in marks is nobody’s.
fn severity(evidence: &Evidence<'_>, side: Side, quotation: &Quotation) -> Option<Severity> {
    let words: usize = quotation
        .fragments
        .iter()
        .map(|span| evidence.article(side).slice(*span).split_whitespace().count())
        .sum();
    match quotation.kind {
        QuotationKind::Direct if words >= 5 => Some(Severity::High),
        QuotationKind::Direct | QuotationKind::Mixed | QuotationKind::Indirect if words >= 3 => {
            Some(Severity::Medium)
        }
        QuotationKind::Direct | QuotationKind::Mixed | QuotationKind::Indirect => Some(Severity::Low),
        QuotationKind::Scare => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::quoted;
    use crate::quotation::LinkState;
    use crate::quotation::Marks;

    #[test]
    fn marks_missing_on_one_quotation_are_high_and_on_a_whole_article_unsaid() {
        let left = "“We may meet them next week,” he said.\n“It is hard to overestimate that,” she said.";
        let half = "‹We may meet them next week›, he said.\n“It is hard to overestimate that,” she said.";
        let none = "‹We may meet them next week›, he said.\n‹It is hard to overestimate that›, she said.";
        let mut sample = quoted(left, half, LinkState::SameWords, Marks::Left);
        sample.links[1].marks = Marks::Both;
        assert!(sample.found()[0].starts_with("high marks-missing"), "{:?}", sample.found());
        let found = quoted(left, none, LinkState::SameWords, Marks::Left).found();
        assert!(found.iter().all(|found| found.starts_with("low typography")), "{found:?}");
    }
}
