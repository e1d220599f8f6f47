//! Denials, apologies and answers came or went.
//!
//! *The bank denied it.* *He did not reply to a request for comment.* But not every
//! *statement* is an answer, and who *refused a request* has not refused to speak.

use super::{Evidence, Found, Manual, Rule};
use crate::alignment::{Bead, BeadId, Reuse};
use crate::difference::{Difference, DifferenceKind, EditOp, Severity};
use crate::lexicon::Lexicon;
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "response",
    doc: "A denial, an apology or an answer that only one side has.",
    kinds: &[DifferenceKind::Omitted, DifferenceKind::Added],
    severity: Severity::Medium,
    manual: Manual {
        reason: "Whoever is accused is heard: fairness asks to keep the answer, also that there was none.",
        before: "The council says the plant poisoned the river for years.\n\nThe owner denied every charge.",
        after: "The council says the plant poisoned the river for years.",
        finds: "A sentence that denies, apologizes, answers or declines to, on one side only; the same as a clause of a shared sentence.",
        leaves: "What answers nothing: “said in a statement”, “responded first”, “sales declined”; words inside quotation marks.",
        weight: "Medium.",
    },
    find,
};

/// The most words of a clause that answers.
const LONGEST: usize = 14;

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (side, kind) in Pair::new(DifferenceKind::Omitted, DifferenceKind::Added).sides() {
        for (id, bead, _) in evidence.beads() {
            let span = match (bead.reuse, side) {
                (Reuse::LeftOnly, Side::Left) | (Reuse::RightOnly, Side::Right) => {
                    lone(evidence, bead, side).map(|span| (span, "denial or answer"))
                }
                (Reuse::Edited | Reuse::Rewritten, _) => {
                    clause(evidence, id, bead, side).map(|span| (span, "clause with a denial or an answer"))
                }
                (Reuse::LeftOnly | Reuse::RightOnly | Reuse::Identical | Reuse::Typography, _) => None,
            };
            let Some((span, what)) = span else { continue };
            let mut spans = Pair::default();
            spans[side] = Some(span);
            if bead.sentences[side.other()].is_empty() || !found.covers(id, spans) {
                found.push(Difference {
                    bead: id,
                    kind,
                    severity: Severity::Medium,
                    spans,
                    rule: RULE.name,
                    why: format!("check: only {} has this {what}.", evidence.label(side)),
                });
            }
        }
    }
}

/// The sentence that only one side has, where it answers.
fn lone(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> Option<Span> {
    let first = *bead.sentences[side].first()?;
    let answers = is_response(evidence, bead, side) && !evidence.is_furniture(bead);
    answers.then(|| evidence.article(side).sentences.get(first).span)
}

/// A clause that answers, in a sentence that answers nowhere else on the other side.
fn clause(evidence: &Evidence<'_>, id: BeadId, bead: &Bead, side: Side) -> Option<Span> {
    if is_response(evidence, bead, side.other()) {
        return None;
    }
    let alone = evidence
        .edits_of(id)
        .iter()
        .filter(|edit| edit.op != EditOp::Equal && edit.spans[side.other()].is_none());
    alone.filter_map(|edit| edit.spans[side]).find(|&span| {
        let words: Vec<&str> =
            evidence.words(side, bead, Some(span)).iter().map(|(_, folded)| *folded).collect();
        (4..=LONGEST).contains(&words.len())
            && is_answer(evidence.lexicon(side), &words)
            && !evidence.is_quoted(side, span)
    })
}

/// Whether a bead’s side is a denial, an apology or an answer, in the reporter’s words.
pub(super) fn is_response(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> bool {
    let mut words = evidence.all_words(side, bead);
    words.retain(|(token, _)| !evidence.is_quoted(side, token.word));
    let words: Vec<&str> = words.iter().map(|(_, folded)| *folded).collect();
    is_answer(evidence.lexicon(side), &words)
}

/// Whether folded words are a denial, an apology or an answer.
pub(crate) fn is_answer(lexicon: &Lexicon, words: &[&str]) -> bool {
    (0..words.len()).any(|at| lexicon.responses.contains(words[at]) && answers(lexicon, words, at))
}

/// Whether the word at `at` is used as an answer: *declined to comment*, not *sales declined*.
fn answers(lexicon: &Lexicon, words: &[&str], at: usize) -> bool {
    let uses = lexicon.responses.get(words[at]).unwrap_or_default();
    uses.is_empty()
        || uses.split(' ').any(|all| all.split('+').all(|condition| holds(lexicon, words, at, condition)))
}

/// Whether a condition of the list holds for the word at `at`.
fn holds(lexicon: &Lexicon, words: &[&str], at: usize, condition: &str) -> bool {
    /// Words before the one that answers: *declined a request for comment*.
    const BEFORE: usize = 5;
    /// Words behind it: *wies die Vorwürfe am Montag zurück*.
    const BEHIND: usize = 9;
    let before = &words[at.saturating_sub(BEFORE)..at];
    let behind = &words[at + 1..words.len().min(at + 1 + BEHIND)];
    if let Some(word) = condition.strip_prefix("..") {
        return behind.contains(&word);
    }
    if let Some(word) = condition.strip_prefix('>') {
        return behind.first() == Some(&word);
    }
    if let Some(run) = condition.strip_prefix('<') {
        // *said in a statement*, not *will make a statement*
        let run: Vec<&str> = run.split('_').collect();
        return if run.len() > 1 { before.ends_with(&run) } else { before.contains(&run[0]) };
    }
    match condition {
        "negated" => before.iter().any(|word| lexicon.negations.contains(word)),
        "to-speak" => behind.get(1).is_some_and(|verb| lexicon.responses.has(verb, "spoken")),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::difference::rules::tests::check as rules;
    use crate::lexicon::Language;

    #[track_caller]
    fn check(sentence: &str, expected: bool) {
        let words: Vec<&str> = sentence.split(' ').collect();
        assert_eq!(is_answer(Language::English.lexicon(), &words), expected, "{sentence}");
    }

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

    #[test]
    fn denials_and_answers() {
        check("the bank denied it", true);
        check("he did not reply to a request for comment", true);
        check("the firm refused to confirm it", true);
        check("he replied that all is well", true);
        check("the firm did not immediately respond to questions", true);
        check("she pleaded not guilty", true);
        check("he could not be reached", true);
        check("the owner was unavailable for comment", true);
    }

    #[test]
    fn other_uses_of_the_words() {
        check("the queen will make a written statement", false);
        check("they said in a statement that all is well", false);
        check("the fire brigade responded first", false);
        check("the actor reacted to the news", false);
        check("sales declined in may", false);
        check("they reached an agreement", false);
        check("tickets are not available yet", false);
        check("she refused a demand by the owner", false);
        check("a jury found him guilty", false);
    }
}
