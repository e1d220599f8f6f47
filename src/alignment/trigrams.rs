//! Letter trigrams, which two spellings of one word share: *Danang* and *Da Nang*.
//!
//! Each trigram of the two articles gets a number in the order of appearance, so that
//! tables of trigrams are short: a news article has two thousand of fifty thousand
//! possible trigrams.

use crate::words::{Key, Vocabulary};

/// Space, 26 letters, 10 digits; letters of other scripts are mapped to these by their code point.
const LETTERS: u16 = 37;
const POSSIBLE: usize = LETTERS as usize * LETTERS as usize * LETTERS as usize;

/// The number of a trigram, below [`Trigrams::len`].
pub(super) type Trigram = u16;

/// The trigrams of two articles.
pub(super) struct Trigrams {
    /// The number of each possible trigram plus one, or 0 if it has not appeared.
    numbers: Vec<u16>,
    len: u16,
    /// A buffer for the letters of the current words.
    letters: Vec<u8>,
}

impl Trigrams {
    pub(super) fn new() -> Trigrams {
        Trigrams { numbers: vec![0; POSSIBLE], len: 0, letters: Vec::new() }
    }

    /// How many have appeared.
    pub(super) fn len(&self) -> usize {
        usize::from(self.len)
    }

    /// The trigrams of some words with repetitions, including those that contain a space.
    pub(super) fn of<'a>(
        &'a mut self,
        words: &[Key],
        vocabulary: &Vocabulary,
    ) -> impl Iterator<Item = Trigram> + 'a {
        spell(words, vocabulary, &mut self.letters);
        self.letters.windows(3).map(|window| {
            let number = &mut self.numbers[place(window)];
            if *number == 0 {
                self.len += 1;
                *number = self.len;
            }
            *number - 1
        })
    }
}

fn place(window: &[u8]) -> usize {
    window.iter().fold(0, |place, &letter| place * usize::from(LETTERS) + usize::from(letter))
}

/// Writes out words as letters, with spaces around each.
fn spell(words: &[Key], vocabulary: &Vocabulary, letters: &mut Vec<u8>) {
    letters.clear();
    letters.push(0);
    for &word in words {
        letters.extend(vocabulary.folded(word).chars().map(|c| match c {
            'a'..='z' => c as u8 - b'a' + 1,
            '0'..='9' => c as u8 - b'0' + 27,
            _ => (c as u32 % (u32::from(LETTERS) - 1)) as u8 + 1,
        }));
        letters.push(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trigrams_fit_their_table() {
        assert_eq!(place(&[36, 36, 36]), POSSIBLE - 1);
        assert_eq!(place(&[0, 0, 0]), 0);
        assert!(POSSIBLE < usize::from(Trigram::MAX));
    }

    #[test]
    fn trigrams_are_numbered_as_they_appear() {
        let mut vocabulary = Vocabulary::new();
        let mut trigrams = Trigrams::new();
        let [nana, ana] = ["nana", "ana"].map(|word| vocabulary.key(word));
        // _na nan ana na_
        assert!(trigrams.of(&[nana], &vocabulary).eq([0, 1, 2, 3]));
        // _an ana na_
        assert!(trigrams.of(&[ana], &vocabulary).eq([4, 2, 3]));
        assert_eq!(trigrams.len(), 5);
    }

    #[test]
    fn words_are_spelled_between_blanks() {
        let mut vocabulary = Vocabulary::new();
        let words = [vocabulary.key("as"), vocabulary.key("10"), vocabulary.key("как")];
        let mut letters = Vec::new();
        spell(&words, &vocabulary, &mut letters);
        assert_eq!(letters.len(), 1 + 3 + 3 + 4);
        assert!(letters.iter().all(|&letter| u16::from(letter) < LETTERS));
        assert_eq!(&letters[..4], [0, 1, 19, 0]);
    }
}
