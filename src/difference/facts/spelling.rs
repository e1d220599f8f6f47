//! Spelling variants of one name, judged by their letters.
//!
//! *Tomás* is *Tomas* at another outlet; *Toms* has lost a letter, and *Kasmir* is most
//! likely *Kashmir*. Invariant: no answer depends on the order of the two.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The least letters of names of which one may differ: *Berg* and *Borg* are two people.
const ONE_OF: usize = 5;

/// The least letters of names of which two may differ. Half as many change the findings of two of 877 texts.
const TWO_OF: usize = 9;

/// Whether a conversion dropped the letters of one that it did not know: *Jos* of *José*.
pub(in crate::difference) fn has_lost_letters(one: &str, two: &str) -> bool {
    let lost =
        |full: &str, other: &str| !full.is_ascii() && full.chars().filter(char::is_ascii).eq(other.chars());
    lost(one, two) || lost(two, one)
}

/// Whether two words are most likely one name, misspelt in one of them: a letter or two
/// differ, the first does not, and neither is the other with an ending.
pub(in crate::difference) fn is_slip(one: &str, two: &str) -> bool {
    let letters = |word: &str| plain(word).chars().flat_map(char::to_lowercase).collect::<Vec<_>>();
    let (one, two) = (letters(one), letters(two));
    let (shorter, longer) = (one.len().min(two.len()), one.len().max(two.len()));
    if longer < ONE_OF || !one.iter().chain(&two).all(|c| c.is_alphabetic()) {
        return false;
    }
    let head = one.iter().zip(&two).take_while(|(a, b)| a == b).count();
    let tail = one[head..].iter().rev().zip(two[head..].iter().rev()).take_while(|(a, b)| a == b).count();
    let (rest, other) = (&one[head..one.len() - tail], &two[head..two.len() - tail]);
    let is_ending = head == shorter;
    let is_turned = rest.len() == 2 && rest.iter().eq(other.iter().rev());
    let most = if shorter >= TWO_OF { 2 } else { 1 };
    let differ = rest.len().max(other.len());
    head > 0 && (is_turned || !is_ending && (1..=most).contains(&differ))
}

/// Whether two names differ only in doubled letters: *Mohammed* and *Mohamed*.
pub(in crate::difference) fn differs_in_doubles(one: &str, two: &str) -> bool {
    let single = |text: &str| {
        let mut letters: Vec<char> = plain(text).chars().collect();
        letters.dedup();
        letters
    };
    one != two && single(one) == single(two)
}

/// The word without diacritics: outlets write *José* and *Jose*.
pub(super) fn plain(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    Cow::Owned(word.nfd().filter(|c| !is_combining_mark(*c)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(one: &str, two: &str, expected: bool) {
        assert_eq!((is_slip(one, two), is_slip(two, one)), (expected, expected), "{one} {two}");
    }

    #[test]
    fn a_letter_or_two_are_a_slip() {
        check("Kasmir", "Kashmir", true);
        check("Halvorsen", "Halversen", true);
        check("Halvorsen", "Havlorsen", true);
        check("Papadopoulos", "Papadapulos", false);
    }

    #[test]
    fn other_words_and_endings_are_none() {
        check("Berg", "Borg", false);
        check("Norway", "Norwegian", false);
        check("Hansen", "Hansens", false);
        check("Korea", "Korean", false);
        check("Dahl", "Stahl", false);
        check("Halvorsen", "Halvorsen", false);
    }

    #[test]
    fn letters_written_double() {
        assert!(differs_in_doubles("Mohammed bin Salman", "Mohamed bin Salman"));
        assert!(!differs_in_doubles("Berg", "Borg") && !differs_in_doubles("Berg", "Berg"));
    }

    #[test]
    fn letters_that_a_conversion_dropped() {
        assert!(has_lost_letters("Tomás", "Toms") && has_lost_letters("Jos", "José"));
        assert!(!has_lost_letters("Tomás", "Tomas") && !has_lost_letters("Tomas", "Tomas"));
    }
}
