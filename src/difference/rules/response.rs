//! Denials, apologies and answers came or went.
//!
//! *The bank denied it.* *He did not reply to a request for comment.* But not every
//! *statement* is an answer, and who *refused a request* has not refused to speak.

use std::ops::Range;

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

/// Whether a bead’s side is a denial, an apology or an answer, in the reporter's words.
pub(super) fn is_response(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> bool {
    let mut words = evidence.all_words(side, bead);
    words.retain(|(token, _)| !evidence.is_quoted(side, token.word));
    let words: Vec<&str> = words.iter().map(|(_, folded)| *folded).collect();
    is_answer(evidence.lexicon(side), &words)
}

/// The most words of a listed answer.
const PHRASE: usize = 5;

/// Whether folded words are a denial, an apology or an answer.
pub(crate) fn is_answer(lexicon: &Lexicon, words: &[&str]) -> bool {
    let mut at = 0;
    while at < words.len() {
        let longest = if lexicon.responses.opens(words[at]) { PHRASE } else { 1 };
        let listed = (1..=longest).rev().find_map(|length| {
            let run = words.get(at..at + length)?;
            let value = match run {
                [word] => lexicon.responses.get(word),
                _ => lexicon.responses.get(&run.join(" ")),
            };
            Some((value?, length))
        });
        let Some((value, length)) = listed else {
            at += 1;
            continue;
        };
        if answers(lexicon, words, at..at + length, value) {
            return true;
        }
        at += length;
    }
    false
}

/// Whether a listed word is used as an answer: *could not be reached*, *replied that all was
/// well*; not *reached an agreement*, *responded with pepper spray*.
fn answers(lexicon: &Lexicon, words: &[&str], place: Range<usize>, value: &str) -> bool {
    let before = &words[place.start.saturating_sub(BEFORE)..place.start];
    let next = words.get(place.end).copied().unwrap_or_default();
    value.is_empty()
        || value.split(' ').any(|when| match when {
            "negated" => before.iter().any(|word| lexicon.negations.contains(word)),
            "that" => lexicon.attributions.has(next, "opens"),
            _ => false,
        })
}

/// How many words before an answer its *not* may stand.
const BEFORE: usize = 4;

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
        check("he was denied entry", false);
        check("sales declined in may", false);
        check("they reached an agreement", false);
        check("tickets are not available yet", false);
        check("she refused a demand by the owner", false);
        check("a jury found him guilty", false);
    }
}
