//! A quotation is told in the reporter’s words on one side.
//!
//! *“I won’t resign,” she said* became *She ruled out stepping down.* A paraphrase is
//! the reporter’s reading: a prompt, never a verdict.

use super::{Evidence, Found, Manual, Rule};
use crate::alignment::BeadId;
use crate::difference::{Difference, DifferenceKind, EditOp, Severity};
use crate::quotation::{LinkState, QuotationKind};
use crate::text::{Pair, Side, Span, Token};

pub(super) const RULE: Rule = Rule {
    name: "paraphrased-quotation",
    doc: "A quotation is told in the reporter’s words on one side: does the reading hold?",
    kinds: &[DifferenceKind::ParaphrasedQuotation],
    severity: Severity::Medium,
    manual: Manual {
        reason: "A paraphrase is the reporter’s reading of what was said. Does the reading hold?",
        before: "“I will not resign over a single lost vote in this council,” the mayor said on Monday.",
        after: "The mayor said on Monday he was not going to resign over a lost vote.",
        finds: "A quotation on one side that is told in other words, without marks, on the other; a few quoted words for which the other has words of its own.",
        leaves: "Paraphrases that share too few words with what was said.",
        weight: "Medium: always a prompt.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (link, quotations) in evidence.linked() {
        match link.state {
            LinkState::Paraphrased => {}
            LinkState::SameWords
            | LinkState::Altered
            | LinkState::Trimmed
            | LinkState::Extended
            | LinkState::Merged
            | LinkState::Split
            | LinkState::LeftOnly
            | LinkState::RightOnly => continue,
        }
        let trusted = evidence.trusted(link, quotations);
        let whole = quotations.map(|quotation| Some(quotation.span()));
        let Some((bead, spans)) = evidence.home(whole, trusted) else { continue };
        found.push(Difference {
            bead,
            kind: DifferenceKind::ParaphrasedQuotation,
            severity: Severity::Medium,
            spans,
            rule: RULE.name,
            why: format!(
                "check: {} quotes {}, {} tells it in other words.",
                evidence.label(trusted),
                evidence.show(trusted, quotations[trusted].span()),
                evidence.label(trusted.other())
            ),
        });
    }
    find_replaced(evidence, found);
}

/// Asks where a few quoted words that the other side has nothing of stand where it has words of
/// its own: *“one of the great successes of our time”* for *very successful*.
fn find_replaced(evidence: &Evidence<'_>, found: &mut Found) {
    for side in Side::BOTH {
        for quotation in evidence.lone_quotations(side) {
            let is_quoted = match quotation.kind {
                QuotationKind::Mixed => quotation.marked,
                QuotationKind::Direct | QuotationKind::Indirect | QuotationKind::Scare => false,
            };
            let mut whole = Pair::default();
            whole[side] = Some(quotation.span());
            let Some((bead, spans)) = evidence.home(whole, side).filter(|_| is_quoted) else { continue };
            let Some(own) = spans[side] else { continue };
            let Some(instead) = instead(evidence, bead, side, own) else { continue };
            let mut spans = spans;
            spans[side.other()] = Some(instead);
            if found.covers(bead, spans) {
                continue;
            }
            found.push(Difference {
                bead,
                kind: DifferenceKind::ParaphrasedQuotation,
                severity: Severity::Medium,
                spans,
                rule: RULE.name,
                why: format!(
                    "check: {} quotes {}, {} has {} instead.",
                    evidence.label(side),
                    evidence.show(side, own),
                    evidence.label(side.other()),
                    evidence.show(side.other(), instead)
                ),
            });
        }
    }
}

/// The most words that stand for a few quoted ones.
const FEW: usize = 10;
/// The longest part of a stem that counts, in characters: *success* and *successful*.
const STEM: usize = 6;

/// The words of the other side that stand in the place of quoted ones.
fn instead(evidence: &Evidence<'_>, bead: BeadId, side: Side, own: Span) -> Option<Span> {
    let other = side.other();
    let edits = evidence.edits_of(bead).iter().filter(|edit| edit.op == EditOp::Replace);
    let here =
        edits.filter_map(|edit| Some((edit.spans[side]?.intersection(own)?.len(), edit.spans[other]?)));
    let (covered, hull) = here.fold((0, None), |(covered, hull), (length, span): (usize, Span)| {
        (covered + length, Some(hull.map_or(span, |hull: Span| hull.join(span))))
    });
    let hull: Span = hull?;
    let own_words = evidence.words(side, evidence.bead(bead), Some(own));
    let says = evidence.words(other, evidence.bead(bead), Some(hull));
    let content = |side: Side, words: &[(&Token, &str)]| -> Vec<String> {
        let said = words.iter().filter(|(_, folded)| !evidence.lexicon(side).stop_words.contains(folded));
        said.map(|(token, _)| evidence.stem(token).chars().take(STEM).collect()).collect()
    };
    let (quoted, told) = (content(side, &own_words), content(other, &says));
    let is_akin = quoted.iter().any(|stem| told.contains(stem)) && says.len() <= 2 * own_words.len();
    let is_alike = says.len() <= own_words.len() && own_words.len() <= 4 * says.len() && !told.is_empty();
    let is_most = 2 * covered >= own.len() && says.len() <= FEW;
    (is_most && (is_akin || is_alike) && !evidence.is_quoted(other, hull)).then_some(hull)
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::quoted;
    use crate::difference::sample::Sample;
    use crate::quotation::LinkState;
    use crate::quotation::Marks;
    use crate::quotation::QuotationKind;
    use crate::quotation::SpeakerState;

    #[test]
    fn a_few_quoted_words_for_which_the_other_has_its_own_are_asked_for() {
        let mut sample = Sample::new(
            "The mayor was “totally opposed” to the new ferry on Monday.",
            "The mayor was completely against the new ferry on Monday.",
        )
        .linked(LinkState::LeftOnly, Marks::Left, SpeakerState::Unknown);
        sample.links[0].quotations.right = None;
        for quotation in &mut sample.sides.left.quotations {
            quotation.kind = QuotationKind::Mixed;
        }
        assert!(
            sample.found()[0].starts_with("medium paraphrased-quotation [-totally opposed"),
            "{:?}",
            sample.found()
        );
    }

    #[test]
    fn a_paraphrase_is_a_prompt() {
        let (left, right) = ("“I won’t resign,” she said.", "‹She ruled out stepping down›, she said.");
        let found = quoted(left, right, LinkState::Paraphrased, Marks::Left).found();
        assert_eq!(
            found,
            ["medium paraphrased-quotation [-I won’t resign,-]{+She ruled out stepping down+}"]
        );
    }
}
