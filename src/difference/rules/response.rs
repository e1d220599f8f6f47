//! Denials, apologies and answers: what fairness asks to keep.
//!
//! *The bank denied it.* *He did not reply to a request for comment.* But not every
//! *statement* is an answer, and who *refused a request* has not refused to speak.

use super::Evidence;
use crate::alignment::Bead;
use crate::lexicon::Lexicon;
use crate::text::Side;

/// Whether a bead’s side is a denial, an apology or an answer.
pub(super) fn is_response(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> bool {
    let words: Vec<&str> = evidence.all_words(side, bead).iter().map(|(_, folded)| *folded).collect();
    is_answer(evidence.lexicon(side), &words)
}

/// Whether folded words are a denial, an apology or an answer.
pub(crate) fn is_answer(lexicon: &Lexicon, words: &[&str]) -> bool {
    (0..words.len()).any(|at| lexicon.responses.contains(words[at]) && answers(lexicon, words, at))
}

/// Whether the word at `at` is used as an answer.
fn answers(lexicon: &Lexicon, words: &[&str], at: usize) -> bool {
    let before = &words[at.saturating_sub(5)..at];
    let next = words.get(at + 1).copied().unwrap_or_default();
    let after = words.get(at + 2).copied().unwrap_or_default();
    let negated = || before.iter().any(|word| lexicon.negations.contains(word));
    match words[at] {
        // *said in a statement*, not *will make a statement*
        "statement" => before.ends_with(&["in", "a"]),
        "comment" => negated() || before.iter().any(|word| matches!(*word, "for" | "declined" | "refused")),
        "response" | "reply" => negated() || before.iter().any(|word| matches!(*word, "in" | "no")),
        // *declined to comment*, not *sales declined*
        "refused" | "declined" | "decline" | "declines" => next == "to" && speaks(after) || next == "comment",
        "guilty" => before.iter().any(|word| word.starts_with("plead") || *word == "pled"),
        _ => true,
    }
}

fn speaks(verb: &str) -> bool {
    matches!(
        verb,
        "comment"
            | "confirm"
            | "answer"
            | "say"
            | "respond"
            | "discuss"
            | "speak"
            | "give"
            | "elaborate"
            | "reply"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Language;

    #[track_caller]
    fn check(sentence: &str, expected: bool) {
        let words: Vec<&str> = sentence.split(' ').collect();
        assert_eq!(is_answer(Language::English.lexicon(), &words), expected, "{sentence}");
    }

    #[test]
    fn denials_and_answers() {
        check("the bank denied it", true);
        check("he did not reply to a request for comment", true);
        check("the firm refused to confirm it", true);
        check("they said in a statement that all is well", true);
        check("she pleaded not guilty", true);
    }

    #[test]
    fn other_uses_of_the_words() {
        check("the queen will make a written statement", false);
        check("sales declined in may", false);
        check("she refused a demand by the owner", false);
        check("a jury found him guilty", false);
    }
}
