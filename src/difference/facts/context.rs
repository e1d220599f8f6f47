//! A value in the same words in another place: *On Friday, they sail* became *They sail, on Monday*.
//!
//! No edit puts one value in the place of the other where a clause was moved; the words
//! around both say that they belong together. Invariant: the answer does not depend on
//! which side is which.

use super::pairing::Stated;
use super::scan::Mention;
use super::words::Word;
use crate::text::{Pair, Side};

/// As many words that say something around two values make them one statement.
const ENOUGH: usize = 2;

/// The most words that are looked at on either side of a value.
const FAR: usize = 8;

/// Whether the words right before and behind two values of one sort are the same: enough of
/// them, or the whole clause.
pub(super) fn is_told_alike(stated: &Pair<Stated<'_>>, left: &Mention, right: &Mention) -> bool {
    if left.value.kind() != right.value.kind() || !left.value.is_comparable(&right.value) {
        return false;
    }
    let mentions = Pair::new(left, right);
    let words = Pair::from_fn(|side: Side| stated[side].words.as_slice());
    let first = Pair::from_fn(|side: Side| {
        words[side].partition_point(|word| word.span.end() <= mentions[side].span.start())
    });
    let end = Pair::from_fn(|side: Side| {
        words[side].partition_point(|word| word.span.start() < mentions[side].span.end())
    });
    let before = words.left[..first.left].iter().rev().zip(words.right[..first.right].iter().rev());
    let before = before.take(FAR).take_while(|(one, two)| one.key == two.key).map(|(one, _)| one);
    let behind = words.left[end.left..].iter().zip(&words.right[end.right..]);
    let behind = behind.take(FAR).take_while(|(one, two)| one.key == two.key).map(|(one, _)| one);
    let (ahead, after) = (before.clone().count(), behind.clone().count());
    let telling = before.chain(behind).filter(|word| !word.listed.is_common).count();
    let is_clause = || {
        [Side::Left, Side::Right].into_iter().all(|side| {
            begins_clause(words[side], first[side] - ahead) && begins_clause(words[side], end[side] + after)
        })
    };
    telling >= ENOUGH || ahead + after > 0 && is_clause()
}

/// Whether a clause begins with a word, or the sentence is over there.
fn begins_clause(words: &[Word<'_>], at: usize) -> bool {
    at == 0 || words.get(at).is_none_or(|word| !word.follows())
}

#[cfg(test)]
mod tests {
    use crate::difference::sample::check;

    #[test]
    fn a_value_of_a_clause_that_was_moved() {
        check(
            "On Nov. 8, the two old ministers left Oslo for good.",
            "The two old ministers left Oslo for good, on Nov. 9.",
            &["medium date [-Nov. 8-]{+Nov. 9+}"],
        );
        check(
            "The two old ministers left Oslo, after 12 sailors sank the ferry.",
            "After 15 sailors sank the ferry, the two old ministers left Oslo.",
            &["medium number [-12-]{+15+}"],
        );
    }

    #[test]
    fn a_name_that_heads_the_sentence_when_a_clause_is_gone() {
        check(
            "In a talk with the Lantern, Berg wrote that most sailors had left Oslo.",
            "Dahl wrote that most sailors had left Oslo.",
            &["medium name [-Berg-]{+Dahl+}"],
        );
    }

    #[test]
    fn values_in_other_words_are_left_apart() {
        check(
            "On Friday the two old ministers left Oslo for good.",
            "The two old ministers left Oslo for good, as Berg told us on Monday.",
            &["low lone-value [-On Friday-]", "low wording {+as Berg told us on Monday.+}"],
        );
    }
}
