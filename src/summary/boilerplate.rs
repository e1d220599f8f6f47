//! Words that two articles share without one having taken them from the other.
//!
//! Serves [`super::lift`]: set phrases are no part of a run at all; a run of nothing but
//! common words, dates, numbers and names does not count.

use std::borrow::Cow;
use std::ops::Range;

use crate::annotated::Annotated;
use crate::lexicon::WordList;
use crate::text::{Span, Token, lower};

/// Longest phrase of a list that is looked for, in words.
const LONGEST: usize = 12;

/// For each word of an article, whether it stands in a set phrase:
/// *did not immediately respond to a request for comment*.
pub(super) fn in_set_phrases(side: &Annotated) -> Vec<bool> {
    let words: Vec<Cow<str>> =
        side.sentences.all_tokens().iter().map(|token| lower(side.slice(token.word))).collect();
    let mut found = vec![false; words.len()];
    for (id, _) in side.sentences.iter() {
        let range = side.sentences.token_range(id);
        for phrase in phrases(side.article.lexicon().set_phrases, &words, range) {
            found[phrase].fill(true);
        }
    }
    found
}

/// For each word of an article, whether it tells something: it is no common word, date, number or name.
pub(super) fn telling(side: &Annotated) -> Vec<bool> {
    let lexicon = side.article.lexicon();
    let is_telling = |&token: &Token| {
        let word = side.slice(token.word);
        let is_number = word.chars().next().is_some_and(char::is_numeric);
        let is_common = lexicon.stop_words.contains(&lower(word)) || lexicon.calendar.contains(word);
        !is_number && !is_common && (lexicon.language.capitalizes_nouns() || !is_name(word))
    };
    side.sentences.all_tokens().iter().map(is_telling).collect()
}

/// A capital and small letters: a headline in capitals is no row of names.
fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// Where entries of a list stand among the words of `range`; the longest from each place.
pub(super) fn phrases(list: WordList, words: &[Cow<str>], range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut phrase, mut ends) = (String::new(), Vec::new());
    for start in range.clone() {
        let opens = list.opens(&words[start]);
        if !opens {
            found.extend(list.contains(&words[start]).then_some(start..start + 1));
            continue;
        }
        let longest = (start + LONGEST).min(range.end);
        phrase.clear();
        ends.clear();
        for word in &words[start..longest] {
            phrase.push_str(word);
            ends.push(phrase.len());
            phrase.push(' ');
        }
        let closing = ends.iter().rposition(|&end| list.contains(Span::new(0, end).of(&phrase)));
        found.extend(closing.map(|closing| start..start + closing + 1));
    }
    found
}
