//! One quotation lost or gained its marks.
//!
//! *“We knew,” she said* became *We knew, she said*: the reader no longer knows whose
//! words they are; the other way round, a reporter’s summary became what somebody said.
//! Where a whole article has lost its marks, a conversion did it, and one note says so.

use super::{Evidence, Found, Manual, Rule};
use crate::alignment::Reuse;
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::quotation::{Confidence, LinkState, Marks, Quotation, QuotationKind};
use crate::sentence::SentenceId;
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "marks-missing",
    doc: "One quotation lost or gained its marks; not said where a whole article has none.",
    kinds: &[DifferenceKind::MarksMissing],
    severity: Severity::High,
    manual: Manual {
        reason: "Without its marks a quotation is the reporter’s word; with marks a reporter’s summary becomes what somebody said.",
        before: "“We knew of the leak in March,” said Anna Berg.\n\n“It will be mended by June,” she said.",
        after: "We knew of the leak in March, said Anna Berg.\n\n“It will be mended by June,” she said.",
        finds: "The same words with marks on one side and without them on the other; a sentence of the reporter’s that stands inside the other’s marks.",
        leaves: "An article that has lost all of its marks: a conversion did that, and one note says so.",
        weight: "High from five words on, medium from three, low below and for the title of a work; a reporter’s sentence that is quoted is medium: a prompt.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    find_narration(evidence, found);
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
        QuotationKind::Scare => None,
        QuotationKind::Direct | QuotationKind::Mixed | QuotationKind::Indirect
            if is_title(evidence, side, quotation) =>
        {
            Some(Severity::Low)
        }
        QuotationKind::Direct if words >= 5 => Some(Severity::High),
        QuotationKind::Direct | QuotationKind::Mixed | QuotationKind::Indirect if words >= 3 => {
            Some(Severity::Medium)
        }
        QuotationKind::Direct | QuotationKind::Mixed | QuotationKind::Indirect => Some(Severity::Low),
    }
}

/// The title of a work or a show, which a house may or may not put in marks: *“The Cold Harbor Morning Show”*.
fn is_title(evidence: &Evidence<'_>, side: Side, quotation: &Quotation) -> bool {
    let [whole] = quotation.fragments.as_slice() else { return false };
    let text = evidence.article(side).slice(*whole);
    let words = || text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let small = |word: &str| evidence.lexicon(side).stop_words.contains(&word.to_lowercase());
    let content = words().filter(|word| !word.is_empty() && !small(word));
    content.clone().count() >= 2 && { content }.all(|word| !word.starts_with(char::is_lowercase))
}

/// The fewest words of a sentence that was the reporter’s and is quoted now.
const NARRATED: usize = 6;

/// Asks where a sentence that one side tells in its own words stands inside the other’s marks,
/// next to what it quotes: *The ferry is forty years old* became *“Nobody knew. The ferry is
/// forty years old,” she said*.
fn find_narration(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, _) in evidence.reworded() {
        for side in Side::BOTH {
            for sentence in &bead.sentences[side] {
                let own = evidence.article(side).sentences.get(*sentence).span;
                let Some(quoted) = narrated(evidence, side, own, &bead.sentences[side.other()]) else {
                    continue;
                };
                let mut spans = Pair::default();
                spans[side] = Some(own);
                spans[side.other()] = Some(quoted);
                found.push(Difference {
                    bead: id,
                    kind: DifferenceKind::MarksMissing,
                    severity: Severity::Medium,
                    spans,
                    rule: RULE.name,
                    why: format!(
                        "check: {} tells {} in its own words, {} puts it inside quotation marks.",
                        evidence.label(side),
                        evidence.show(side, own),
                        evidence.label(side.other())
                    ),
                });
            }
        }
    }
}

/// The sentence of the other side that has the words of a narrated one inside its marks.
fn narrated(evidence: &Evidence<'_>, side: Side, own: Span, others: &[SentenceId]) -> Option<Span> {
    let other = side.other();
    let is_told = evidence.quotations_over(side, own).next().is_none();
    if evidence.has_lost_marks(side) || !is_told {
        return None;
    }
    let stems = |side: Side, span: Span| -> Vec<&str> {
        let tokens = evidence.article(side).sentences.all_tokens();
        let from = tokens.partition_point(|token| token.word.start() < span.start());
        let inside = tokens[from..].iter().take_while(|token| token.word.end() <= span.end());
        let content = inside.map(|token| evidence.stem(token));
        let mut stems: Vec<&str> =
            content.filter(|stem| !evidence.lexicon(side).stop_words.contains(stem)).collect();
        stems.sort_unstable();
        stems.dedup();
        stems
    };
    let told = stems(side, own);
    if told.len() < NARRATED {
        return None;
    }
    others.iter().find_map(|id| {
        let whole = evidence.article(other).sentences.get(*id).span;
        let marked = evidence.quotations_over(other, whole).filter(|quotation| quotation.marked);
        let pieces = marked.flat_map(|quotation| quotation.fragments_in(whole));
        let piece = { pieces }.find_map(|piece| piece.intersection(whole))?;
        let quoted = stems(other, piece);
        let shared = told.iter().filter(|stem| quoted.binary_search(stem).is_ok()).count();
        (shared >= 4 && 2 * shared >= told.len()).then_some(piece)
    })
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::quoted;
    use crate::difference::sample::Sample;
    use crate::quotation::LinkState;
    use crate::quotation::Marks;

    #[test]
    fn a_title_is_never_high_and_narration_in_marks_is_asked_for() {
        let title = quoted(
            "She spoke on “The Cold Harbor Morning Show” on Monday.\n“We knew,” he said.",
            "She spoke on ‹The Cold Harbor Morning Show› on Monday.\n“We knew,” he said.",
            LinkState::SameWords,
            Marks::Left,
        );
        assert!(title.found()[0].starts_with("low marks-missing"), "{:?}", title.found());
        let left = "The old ferry carried forty thousand passengers in a single summer.";
        let right = "“The old ferry carried forty thousand passengers in one summer,” she said.";
        let found = Sample::new(left, right).found();
        assert!(found.iter().any(|found| found.starts_with("medium marks-missing")), "{found:?}");
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
