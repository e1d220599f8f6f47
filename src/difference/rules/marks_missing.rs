//! One quotation lost or gained its marks.
//!
//! *“We knew,” she said* became *We knew, she said*: the reader no longer knows whose
//! words they are; the other way round, a reporter’s summary became what somebody said.
//! If a whole article has lost its marks, a conversion did it, and one note says so.

use super::evidence::{Evidence, marked_side};
use super::finding::{Contrast, Finding, Reason};
use super::rule::{Find, Rule, Yields};
use crate::alignment::Reuse;
use crate::difference::{Certainty, DifferenceKind, Severity};
use crate::quotation::{Confidence, LinkState, Quotation, QuotationKind, QuotationLink};
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "marks-missing",
    doc: "One quotation lost or gained its marks; not said where a whole article has none.",
    kinds: &[DifferenceKind::MarksMissing],
    severity: Severity::High,
    purpose: "Without its marks a quotation is the reporter’s word; with marks a reporter’s summary becomes what somebody said.",
    before: "“We knew of the leak in March,” said Anna Berg.\n\n“It will be mended by June,” she said.",
    after: "We knew of the leak in March, said Anna Berg.\n\n“It will be mended by June,” she said.",
    finds: "The same words with marks on one side and without them on the other.",
    leaves: "An article that has lost all of its marks: a conversion did that, and one note says so.",
    weight: "High from five words on, medium from three, low below and for the title of a work.",
    yields: Yields::Never,
    find: Find::Links(&[LinkState::SameWords, LinkState::Merged, LinkState::Split], find),
};

fn find(evidence: &Evidence<'_>, link: &QuotationLink, quotations: Pair<&Quotation>) -> Option<Finding> {
    let marked = marked_side(link).filter(|side| !evidence.has_lost_marks[side.other()])?;
    let mut severity = severity(evidence, marked, quotations[marked])?;
    let first = quotations.map(|quotation| quotation.fragments.first().copied());
    let (bead, spans) = evidence.locate(first, marked)?;
    // *Fit in four minutes* may be a headline here and a headline quoted there
    let is_elsewhere = evidence.bead(bead).reuse == Reuse::Rewritten;
    if is_elsewhere && quotations[marked.other()].attribution.confidence == Confidence::None {
        severity = Severity::Low;
    }
    let finding = Finding::new(bead, severity, spans, Reason::Contrast(marked, Contrast::Marks));
    let words = Pair::only(marked, quotations[marked].span());
    Some(finding.certain(Certainty::Sure).showing(vec![words]))
}

/// How grave lost marks are. One or two words may be anybody’s, and five are hardly anybody else’s: each
/// limit, halved or doubled, changes the severity in one to three of 877 texts.
fn severity(evidence: &Evidence<'_>, side: Side, quotation: &Quotation) -> Option<Severity> {
    let words = |span: &_| evidence.slice(side, *span).split_whitespace().count();
    let words: usize = quotation.fragments.iter().map(words).sum();
    match quotation.kind {
        QuotationKind::Scare => None,
        QuotationKind::Direct | QuotationKind::Mixed | QuotationKind::Indirect
            if words < 3 || is_title(evidence, side, quotation) =>
        {
            Some(Severity::Low)
        }
        QuotationKind::Direct if words >= 5 => Some(Severity::High),
        QuotationKind::Direct | QuotationKind::Mixed | QuotationKind::Indirect => Some(Severity::Medium),
    }
}

/// The title of a work or a show, which an outlet may or may not put in marks: *“The Cold Harbor Morning Show”*.
fn is_title(evidence: &Evidence<'_>, side: Side, quotation: &Quotation) -> bool {
    let [whole] = quotation.fragments[..] else { return false };
    let words = evidence.slice(side, whole).split_whitespace();
    let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let is_small = |word: &str| evidence.lexicon(side).stop_words.contains(&word.to_lowercase());
    let content: Vec<&str> = words.filter(|word| !word.is_empty() && !is_small(word)).collect();
    !content.is_empty() && content.iter().all(|word| !word.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::quoted;
    use crate::quotation::LinkState;
    use crate::quotation::Marks;

    #[test]
    fn a_title_is_never_high() {
        let title = quoted(
            "She spoke on “The Cold Harbor Morning Show” on Monday.\n“We knew,” he said.",
            "She spoke on ‹The Cold Harbor Morning Show› on Monday.\n“We knew,” he said.",
            LinkState::SameWords,
            Marks::Left,
        );
        assert!(title.found()[0].starts_with("low marks-missing"), "{:?}", title.found());
    }

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
