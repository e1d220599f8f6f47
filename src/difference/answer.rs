//! Whether words deny, apologize, answer or decline to.
//!
//! *The bank denied it.* *He did not reply to a request for comment.* But not every
//! *statement* is an answer, and who *refused a request* has not refused to speak.

use crate::lexicon::Lexicon;

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
