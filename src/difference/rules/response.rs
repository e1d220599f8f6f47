//! Denials, apologies and answers came or went.

use super::evidence::{Evidence, is_reworded};
use super::finding::{Finding, Lone, Reason};
use super::rule::{Find, Rule, Yields};
use crate::alignment::{Bead, BeadId};
use crate::difference::{DifferenceKind, Severity, is_answer};
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "response",
    doc: "A denial, an apology or an answer that only one side has.",
    kinds: &[DifferenceKind::Omitted, DifferenceKind::Added],
    severity: Severity::Medium,
    purpose: "Whoever is accused is heard: fairness asks to keep the answer, also that there was none.",
    before: "The council says the plant poisoned the river for years.\n\nThe owner denied every charge.",
    after: "The council says the plant poisoned the river for years.",
    finds: "A sentence that denies, apologizes, answers or declines to, on one side only; the same as a clause of a shared sentence.",
    leaves: "What answers nothing: “said in a statement”, “responded first”, “sales declined”; words inside quotation marks.",
    weight: "Medium.",
    yields: Yields::ToEarlier,
    find: Find::ArticleSides(find),
};

fn find(evidence: &Evidence<'_>, side: Side) -> Vec<Finding> {
    let found = evidence.beads().filter_map(|(id, bead, _)| {
        let finding = |span, lone| Finding::check(id, Pair::only(side, span), Reason::Only(side, lone));
        let finding = if is_reworded(bead) {
            finding(clause(evidence, id, bead, side)?, Lone::AnsweringClause)
        } else {
            // whatever else is reported of a sentence, it is also an answer
            finding(sentence(evidence, bead, side)?, Lone::Answer).claiming(Vec::new())
        };
        Some(finding.of_kind(DifferenceKind::only(side)))
    });
    found.collect()
}

/// The sentence that only one side has, if it answers.
fn sentence(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> Option<Span> {
    let is_lone = bead.sentences[side.other()].is_empty() && bead.repeats.is_none();
    let lone = bead.sentences[side].first().filter(|_| is_lone)?;
    let answers = is_response(evidence, bead, side) && !evidence.is_boilerplate(bead);
    answers.then(|| evidence.article(side).sentences.get(*lone).span)
}

/// A clause that answers, in a sentence that answers nowhere else on the other side.
fn clause(evidence: &Evidence<'_>, id: BeadId, bead: &Bead, side: Side) -> Option<Span> {
    if is_response(evidence, bead, side.other()) {
        return None;
    }
    let alone = evidence.edits_of(id).iter().filter(|edit| edit.spans[side.other()].is_none());
    alone.filter_map(|edit| edit.spans[side]).find(|&span| {
        let words: Vec<&str> =
            evidence.tokens(side, span).iter().map(|token| evidence.folded(token)).collect();
        is_answer(evidence.lexicon(side), &words) && !evidence.is_quoted(side, span)
    })
}

/// Whether a bead’s side is a denial, an apology or an answer, in the reporter’s words.
fn is_response(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> bool {
    let words = evidence.words(side, bead).into_iter();
    let own = words.filter(|(token, _)| !evidence.is_quoted(side, token.word));
    is_answer(evidence.lexicon(side), &own.map(|(_, folded)| folded).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check as rules;

    #[test]
    fn an_answer_that_only_one_side_has() {
        rules("He denied it all.", "", &["medium response [-He denied it all.-]"]);
        rules("", "He denied it all.", &["medium response {+He denied it all.+}"]);
        rules(
            "The mayor, who denied the charge, left town.",
            "The mayor left town.",
            &["medium response [-who denied the charge,-]"],
        );
    }
}
