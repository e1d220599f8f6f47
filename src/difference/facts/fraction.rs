//! Parts of a whole: *half*, *two-thirds*, *a quarter of*, *one in five*.

use super::quantity;
use super::value::Value;
use super::words::Word;
use crate::lexicon::Lexicon;

/// The part at `at`, and how many words it takes.
pub(super) fn read(words: &[Word<'_>], at: usize) -> Option<(Value, usize)> {
    let word = &words[at];
    let part = |count: u128, of: u128, length: usize| {
        (0 < count && count < of).then_some((Value::Part(count, of), length))
    };
    if let Some((count, parts)) = word.raw.split_once(['-', '‐', '‑']) {
        // *two-thirds*
        let count = spelled(word.lexicon, count)?;
        return part(count, denominator(word.lexicon.fractions.get(parts))?, 1);
    }
    let next = words.get(at + 1).filter(|next| next.follows());
    if is(word, "one") {
        // *a third of the men*, but *a third man*; *ein Drittel* is a noun in any place
        let of = words.get(at + 2).is_some_and(|of| of.follows() && is(of, "of"));
        let is_clear = of || next?.listed.ordinal.is_none() && denominator(next?.listed.fraction) != Some(2);
        return part(1, denominator(next?.listed.fraction).filter(|_| is_clear)?, 2);
    }
    if denominator(word.listed.fraction) == Some(2) {
        // *the second half* is no part that counts
        let ordered = at.checked_sub(1).is_some_and(|before| words[before].listed.ordinal.is_some());
        return (!ordered).then_some((Value::Part(1, 2), 1));
    }
    // `2/3`, but `9/11` and `24/7`
    if let Some(below) = words.get(at + 1).filter(|below| below.gap == "/")
        && words.get(at + 2).is_none_or(|behind| behind.gap != "/")
        && let (Ok(count), Ok(of @ 2..=10)) = (word.raw.parse(), below.raw.parse())
    {
        return part(count, of, 2);
    }
    // *one in five*, *two thirds*
    let (count, length) = quantity::read(words, at)?;
    let count = count.as_whole()?;
    let behind = words.get(at + length).filter(|behind| behind.follows())?;
    if is(behind, "in") {
        let (of, more) = quantity::read(words, at + length + 1)?;
        let of = of.as_whole().filter(|of| (2..=1000).contains(of))?;
        return part(count, of, length + 1 + more);
    }
    let of = denominator(behind.listed.fraction)?;
    // *zwei Drittel*: a noun by its capital
    let several = behind.folded.ends_with('s')
        || behind.is_capitalized() && behind.lexicon.language.capitalizes_nouns();
    // *four thirds* is no part, but what *two thirds* was made into by a slip
    if several && 0 < count {
        Some((Value::Part(count, of), length + 1))
    } else {
        part(1, of, length + 1).filter(|_| count == 1)
    }
}

fn is(word: &Word<'_>, value: &str) -> bool {
    word.listed.fraction == Some(value)
}

/// How many parts a whole has, by the value of a word among the fractions.
fn denominator(value: Option<&str>) -> Option<u128> {
    value?.parse().ok()
}

/// A whole number in digits or one word.
fn spelled(lexicon: &Lexicon, word: &str) -> Option<u128> {
    word.parse().ok().or_else(|| quantity::number_word(lexicon, word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::difference::facts::words::with_words;

    #[track_caller]
    fn check(text: &str, expected: Option<(u128, u128, usize)>) {
        with_words(text, |words| {
            let expected = expected.map(|(count, of, length)| (Value::Part(count, of), length));
            assert_eq!(read(words, 0), expected, "{text}");
        });
    }

    #[test]
    fn parts_of_a_whole() {
        check("half of the men", Some((1, 2, 1)));
        check("two-thirds of the men", Some((2, 3, 1)));
        check("two thirds of the men", Some((2, 3, 2)));
        check("a quarter of the men", Some((1, 4, 2)));
        check("one in five men", Some((1, 5, 3)));
        check("a third man", None);
        check("five in all", None);
        check("two fifth graders", None);
    }
}
