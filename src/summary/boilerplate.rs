//! Words that two articles share by chance.
//!
//! Serves [`super::lift`]: set phrases interrupt a run, and a run of only common words, dates, numbers
//! and names does not count.

use std::borrow::Cow;
use std::ops::Range;

use crate::annotated::Annotated;
use crate::lexicon::WordList;
use crate::text::lower;
use crate::words::Token;

/// For each word of an article, whether it is part of a set phrase:
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

/// For each word of an article, whether it is informative: not a common word, date, number or name.
pub(super) fn informative(side: &Annotated) -> Vec<bool> {
    let lexicon = side.article.lexicon();
    let is_informative = |&token: &Token| {
        let word = side.slice(token.word);
        let is_number = word.chars().next().is_some_and(char::is_numeric);
        let is_common = lexicon.stop_words.contains(&lower(word)) || lexicon.calendar.contains(word);
        !is_number && !is_common && (lexicon.language.capitalizes_nouns() || !is_name(word))
    };
    side.sentences.all_tokens().iter().map(is_informative).collect()
}

/// Whether a word has a capital and small letters: words of a headline in capitals are no names.
fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// The entries of a list among the words of `range`, the longest at each position.
pub(super) fn phrases(list: WordList, words: &[Cow<str>], range: Range<usize>) -> Vec<Range<usize>> {
    let longest = |start: usize| {
        let rest = &words[start..range.end];
        let length = |entry: &str| {
            let matching = entry.split(' ').zip(rest).take_while(|(own, word)| own == word).count();
            (entry.split(' ').count() == matching).then_some(matching)
        };
        list.beginning_with(&words[start]).filter_map(length).max().map(|length| start..start + length)
    };
    range.clone().filter_map(longest).collect()
}
