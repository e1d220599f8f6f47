//! Denials, apologies and answers came or went.
//!
//! *The bank denied it.* *He did not reply to a request for comment.* But not every
//! *statement* is an answer, and who *refused a request* has not refused to speak.

use super::evidence::{Evidence, is_reworded};
use super::finding::{Finding, Lone, Reason};
use super::rule::{Find, Rule, Yields};
use crate::alignment::{Bead, BeadId};
use crate::difference::{DifferenceKind, Severity};
use crate::lexicon::Lexicon;
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
    let lone = bead.sentences[side].first().filter(|_| bead.sentences[side.other()].is_empty())?;
    let answers = is_response(evidence, bead, side) && !evidence.is_boilerplate(bead);
    answers.then(|| evidence.article(side).sentences.get(*lone).span)
}

/// A clause that answers, in a sentence that answers nowhere else on the other side.
fn clause(evidence: &Evidence<'_>, id: BeadId, bead: &Bead, side: Side) -> Option<Span> {
    /// The words that such a clause may have.
    const WORDS: std::ops::RangeInclusive<usize> = 4..=14;
    if is_response(evidence, bead, side.other()) {
        return None;
    }
    let alone = evidence.edits_of(id).iter().filter(|edit| edit.spans[side.other()].is_none());
    alone.filter_map(|edit| edit.spans[side]).find(|&span| {
        let words: Vec<&str> =
            evidence.tokens(side, span).iter().map(|token| evidence.folded(token)).collect();
        WORDS.contains(&words.len())
            && is_answer(evidence.lexicon(side), &words)
            && !evidence.is_quoted(side, span)
    })
}

/// Whether a bead’s side is a denial, an apology or an answer, in the reporter’s words.
fn is_response(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> bool {
    let words = evidence.words(side, bead).into_iter();
    let own = words.filter(|(token, _)| !evidence.is_quoted(side, token.word));
    is_answer(evidence.lexicon(side), &own.map(|(_, folded)| folded).collect::<Vec<_>>())
}

/// Whether folded words are a denial, an apology or an answer.
pub(crate) fn is_answer(lexicon: &Lexicon, words: &[&str]) -> bool {
    (0..words.len()).any(|at| answers(lexicon, words, at))
}

/// Whether the word at `at` is used as an answer: *declined to comment*, not *sales declined*.
fn answers(lexicon: &Lexicon, words: &[&str], at: usize) -> bool {
    lexicon.responses.get(words[at]).is_some_and(|uses| {
        let is_used = |condition: &str| is_met(lexicon, words, at, condition);
        uses.is_empty() || uses.split(' ').any(|all| all.split('+').all(is_used))
    })
}

/// Whether a condition of the list is met by the words around `at`.
fn is_met(lexicon: &Lexicon, words: &[&str], at: usize, condition: &str) -> bool {
    /// Words before the one that answers: *declined a request for comment*.
    const BEFORE: usize = 5;
    /// Words after it: *wies die Vorwürfe am Montag zurück*.
    const AFTER: usize = 9;
    let before = &words[at.saturating_sub(BEFORE)..at];
    let after = &words[at + 1..words.len().min(at + 1 + AFTER)];
    if let Some(word) = condition.strip_prefix("..") {
        return after.contains(&word);
    }
    if let Some(word) = condition.strip_prefix('>') {
        return after.first() == Some(&word);
    }
    if let Some(run) = condition.strip_prefix('<') {
        // *said in a statement*, not *will make a statement*
        let run: Vec<&str> = run.split('_').collect();
        return if run.len() > 1 { before.ends_with(&run) } else { before.contains(&run[0]) };
    }
    match condition {
        "negated" => before.iter().any(|word| lexicon.negations.contains(word)),
        "to-speak" => after.get(1).is_some_and(|verb| lexicon.responses.has(verb, "spoken")),
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
