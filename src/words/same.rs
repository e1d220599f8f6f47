//! Equal words of two texts, of which one may write as several words what the other writes as one.

use super::{Token, Vocabulary};
use crate::text::Pair;

/// The tokens of two equal runs of words, in pairs; several tokens that are one word on the other side are
/// joined: *Da Nang* and *Danang*.
pub(crate) fn same_words(tokens: Pair<&[Token]>, vocabulary: &Vocabulary) -> Vec<Pair<Token>> {
    let mut rest = tokens;
    let mut found = Vec::with_capacity(tokens.left.len());
    while let (Some(&left), Some(&right)) = (rest.left.first(), rest.right.first()) {
        let mut ends = Pair::new(1, 1);
        let letters = |ends: Pair<usize>| {
            rest.zip(ends).map(|(tokens, end)| {
                tokens[..end].iter().map(|token| vocabulary.folded(token.key)).collect::<String>()
            })
        };
        if left.key != right.key {
            let mut words = letters(ends);
            while words.left != words.right {
                let end =
                    if words.left.len() <= words.right.len() { &mut ends.left } else { &mut ends.right };
                *end += 1;
                // other words, as in a list in another order: more of them cannot make the two equal
                let is_begun = words.left.starts_with(&words.right) || words.right.starts_with(&words.left);
                if !is_begun || ends.left > rest.left.len() || ends.right > rest.right.len() {
                    ends = Pair::new(1, 1);
                    break;
                }
                words = letters(ends);
            }
        }
        found.push(rest.zip(ends).map(|(tokens, end)| joined(&tokens[..end])));
        rest = rest.zip(ends).map(|(tokens, end)| &tokens[end..]);
    }
    found
}

/// Tokens as one, with the key of the first.
fn joined(tokens: &[Token]) -> Token {
    let (first, last) = (tokens[0], tokens[tokens.len() - 1]);
    Token { tile: first.tile.join(last.tile), word: first.word.join(last.word), key: first.key }
}

#[cfg(test)]
mod tests {
    use super::super::tokenize;
    use super::*;
    use crate::lexicon::Language;
    use crate::text::Span;

    #[track_caller]
    fn check(left: &str, right: &str, expected: &[&str]) {
        let mut vocabulary = Vocabulary::of(Language::English);
        let texts = Pair::new(left, right);
        let tokens = texts.map(|text| tokenize(text, Span::whole(text), &mut vocabulary));
        let pairs = same_words(tokens.as_ref().map(Vec::as_slice), &vocabulary);
        let shown =
            pairs.iter().map(|pair| format!("{}={}", pair.left.word.of(left), pair.right.word.of(right)));
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }

    /// A list in another order is not a joined word; searching it to the end for each word took minutes.
    #[test]
    fn other_words_are_paired_one_by_one() {
        check("10 20 30", "20 30 10", &["10=20", "20=30", "30=10"]);
        let mut vocabulary = Vocabulary::of(Language::English);
        let number = |at: usize| (1_000 + at % 6_000).to_string();
        let list = |from: usize| (from..from + 6_000).map(number).collect::<Vec<_>>().join(" ");
        let texts = Pair::new(list(0), list(1));
        let tokens = texts.as_ref().map(|text| tokenize(text, Span::whole(text), &mut vocabulary));
        assert_eq!(same_words(tokens.as_ref().map(Vec::as_slice), &vocabulary).len(), 6_000);
    }

    #[test]
    fn words_after_a_joined_word_stay_in_pairs() {
        check("the e mail of it", "the e-mail of it", &["the=the", "e mail=e-mail", "of=of", "it=it"]);
        check("in Danang now", "in Da Nang now", &["in=in", "Danang=Da Nang", "now=now"]);
        check("a b c", "ab-c", &["a b c=ab-c"]);
    }
}
