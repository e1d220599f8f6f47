//! Comparison keys: what makes two words the same word to an editor.
//!
//! `Co-operation`, `cooperation` and `co‑operation` are one word; so are
//! `organise` and `organize`, `U.S.` and `US`, `twelve` and `12`, `It s` of
//! stripped wire copy and `It’s`. Each distinct word of the two articles gets a
//! number, its [`Key`], so that everything after compares integers. A coarser
//! form, the *stem*, serves alignment alone: verbatim is decided by keys.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;
use unicode_normalization::UnicodeNormalization;

use crate::lexicon::{Language, LeastBefore, Lexicon, SpellingEnding, StemEnding, StemRound};
use crate::text::id::id;
use crate::text::sign::{MINUS, is_minus};

id! {
    /// The identity of a word for comparing, in one [`Vocabulary`].
    Key
}

/// All distinct words of the articles being compared.
///
/// Both sides of a comparison share one, or their keys could not be compared.
/// Keys are numbered in order of first appearance, so that the same two texts
/// always give the same numbers.
#[derive(PartialEq, Eq, Debug, Default, Clone)]
pub struct Vocabulary {
    entries: Vec<Entry>,
    by_folded: HashMap<Box<str>, Key, FxBuildHasher>,
    by_raw: HashMap<Box<str>, Key, FxBuildHasher>,
    language: Language,
}

#[derive(PartialEq, Eq, Debug, Clone)]
struct Entry {
    folded: Box<str>,
    stem: Key,
}

impl Vocabulary {
    /// A vocabulary for English words.
    pub fn new() -> Vocabulary {
        Vocabulary::default()
    }

    /// A vocabulary for words of a language, which says what spellings are one word.
    pub fn of(language: Language) -> Vocabulary {
        Vocabulary { language, ..Vocabulary::default() }
    }

    /// The language of the words.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The key of a word as it stands in a text.
    pub fn key(&mut self, raw: &str) -> Key {
        if let Some(&key) = self.by_raw.get(raw) {
            return key;
        }
        let key = self.intern(&fold(raw, self.language.lexicon()));
        self.by_raw.insert(raw.into(), key);
        key
    }

    /// The folded form: lower case, no marks inside, one spelling. Never displayed.
    pub fn folded(&self, key: Key) -> &str {
        &self.entries[key.index()].folded
    }

    /// The key of the word's stem, the same for *meet*, *meets* and *meeting*.
    pub fn stem(&self, key: Key) -> Key {
        self.entries[key.index()].stem
    }

    /// How many distinct words it holds.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether it holds no word.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn intern(&mut self, folded: &str) -> Key {
        if let Some(&key) = self.by_folded.get(folded) {
            return key;
        }
        let key = Key::new(self.entries.len());
        self.entries.push(Entry { folded: folded.into(), stem: key });
        self.by_folded.insert(folded.into(), key);
        let stem = stem(folded, self.language.lexicon());
        if stem != folded {
            let stem = self.intern(&stem);
            self.entries[key.index()].stem = stem;
        }
        key
    }
}

/// The folded form of a word: what two spellings of it have in common.
fn fold(raw: &str, lexicon: &Lexicon) -> String {
    let plain;
    let raw = match plain_number(raw, lexicon.language) {
        Some(number) => {
            plain = number;
            plain.as_str()
        }
        None => raw,
    };
    let raw = if is_minus(raw) { MINUS } else { raw };
    let mut word = String::with_capacity(raw.len());
    if raw.is_ascii() {
        word.extend(raw.chars().filter_map(fold_char));
    } else {
        word.extend(raw.nfkc().flat_map(char::to_lowercase).filter_map(fold_char));
        // `İ` and its like decompose once more when lowered
        if !word.is_ascii() {
            word = word.nfkc().collect();
        }
    }
    if doubles_its_s(raw) {
        word.pop();
    }
    if word.is_empty() {
        // nothing but marks: the marks themselves are the word
        return raw.to_owned();
    }
    // the stops of an acronym, not of a decimal number: u.s → us, 2.5 stays
    if word.contains('.') && !word.bytes().any(|b| b.is_ascii_digit()) {
        word.retain(|c| c != '.');
    }
    if lexicon.hyphen_words.contains(&word)
        && let Some((head, _)) = raw.split_once(['-', '‐', '‑'])
    {
        word.insert(head.len(), '-');
        return word;
    }
    respell(&mut word, lexicon);
    word
}

/// Whether it is the possessive of a word with an *s* of its own: one house prints *James’s*,
/// another *James’*.
pub(crate) fn doubles_its_s(raw: &str) -> bool {
    let marks = ['\'', '’', 'ʼ', '`', ' '];
    let base = raw.strip_suffix(['s', 'S']).and_then(|word| word.strip_suffix(marks));
    base.is_some_and(|base| base.ends_with(['s', 'S']))
}

/// `1.234,5` as `1234.5`, where the comma stands before the fraction: a stop behind which
/// three digits stand parts thousands, any other is one of a time of day.
fn plain_number(raw: &str, language: Language) -> Option<String> {
    if !language.has_decimal_comma() || !raw.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let mut number = String::with_capacity(raw.len());
    for (at, c) in raw.char_indices() {
        let behind = &raw.as_bytes()[at + c.len_utf8()..];
        let digits = behind.iter().take_while(|b| b.is_ascii_digit()).count();
        match c {
            ',' if digits > 0 => number.push('.'),
            '.' if digits == 3 => {}
            c => number.push(c),
        }
    }
    Some(number)
}

/// Lower case; marks that stand inside words (apostrophes, hyphens, the stops
/// of acronyms, thousands separators, soft hyphens, blanks of joined words) are dropped.
fn fold_char(c: char) -> Option<char> {
    match c {
        '\'' | '’' | '‘' | '‛' | 'ʼ' | '´' | '`' | '-' | '‐' | '‑' | '·' | '‧' | '•' | '\u{ad}' | ' '
        | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\n' | '\t' | ',' => {
            None
        }
        c => Some(c.to_ascii_lowercase()),
    }
}

/// Folds the spellings of a word onto one: British onto American, by whole words and by
/// endings that no pair of different words shares.
fn respell(word: &mut String, lexicon: &Lexicon) {
    if let Some(spelling) = lexicon.spellings.get(word) {
        spelling.clone_into(word);
        return;
    }
    if word.len() < 4 || !word.is_ascii() {
        return;
    }
    let vowels = |head: &[u8]| head.iter().filter(|b| b"aeiou".contains(b)).count();
    let fits = |(head, ending): &(usize, SpellingEnding)| match ending.least {
        // travelled → traveled; only after a second vowel, so that called and polled stay
        LeastBefore::TwoVowels => vowels(&word.as_bytes()[..*head]) >= 2,
        LeastBefore::Bytes(least) => *head >= least,
    };
    let found = lexicon.spelling_endings.endings(word).find(fits);
    if let Some((head, ending)) = found {
        word.truncate(head);
        word.push_str(ending.with);
    }
}

/// A light suffix stripper: equal for forms of one word, never displayed.
///
/// Its list of whole words goes past grammar because outlets differ in them by house
/// style: *spokesperson* and *spokeswoman* are *spokesman*.
fn stem(folded: &str, lexicon: &Lexicon) -> String {
    if let Some(stem) = lexicon.stems.get(folded) {
        return stem.to_owned();
    }
    // what is longer than any word is no word: a line of marks would lose one of them at each step
    if lexicon.stem_endings.is_empty()
        || folded.len() <= 3
        || folded.len() > 40
        || folded.bytes().any(|b| b.is_ascii_digit())
    {
        return folded.to_owned();
    }
    if let Some(stem) = separated(folded, lexicon) {
        return stem;
    }
    let mut word = folded.to_owned();
    // first the plural, then what is left: meetings → meeting → meet
    for round in [StemRound::First, StemRound::Second] {
        strip(&mut word, lexicon, round);
    }
    if let [.., before, last] = word.as_bytes()
        && word.len() > 3
        && before == last
        && last.is_ascii()
        && !matches!(last, b'l' | b's')
    {
        word.pop();
    }
    if word.len() > 3 && word.ends_with('e') {
        word.pop();
    }
    if !lexicon.stem_beginnings.is_empty() {
        // *gesperrt* is of *sperren*
        let mut beginnings = lexicon.stem_beginnings.entries().filter(|(_, particle)| particle.is_empty());
        let rest = beginnings.find_map(|(beginning, _)| word.strip_prefix(beginning));
        if let Some(rest) = rest.filter(|rest| rest.len() >= 3) {
            word = rest.to_owned();
        }
    }
    if !word.is_ascii() {
        let plain = |letter: char| lexicon.language.stem_letter(letter);
        if word.chars().any(|letter| !plain(letter).is_empty()) {
            let mut letters = String::with_capacity(word.len());
            for letter in word.chars() {
                match plain(letter) {
                    "" => letters.push(letter),
                    plain => letters.push_str(plain),
                }
            }
            word = letters;
        }
    }
    word
}

/// The stem of a verb with a particle that may part from it: the rest has its stem as if it stood
/// alone, so that *aufgenommen*, *aufzunehmen* and *aufnimmt* are *aufnehmen*.
fn separated(folded: &str, lexicon: &Lexicon) -> Option<String> {
    const LEAST: usize = 4; // bytes that must stand behind it
    let particles = lexicon.stem_beginnings.entries().filter(|(_, particle)| !particle.is_empty());
    let found =
        particles.filter_map(|(beginning, particle)| Some((particle, folded.strip_prefix(beginning)?)));
    let (particle, rest) =
        found.filter(|(_, rest)| rest.len() >= LEAST).min_by_key(|(_, rest)| rest.len())?;
    Some(format!("{particle}{}", stem(rest, lexicon)))
}

/// Replaces the longest ending of a round that leaves at least three bytes.
fn strip(word: &mut String, lexicon: &Lexicon, round: StemRound) {
    let fits = |(head, ending): &(usize, StemEnding)| ending.round == round && head + ending.with.len() >= 3;
    let found = lexicon.stem_endings.endings(word).find(fits);
    if let Some((head, ending)) = found {
        word.truncate(head);
        word.push_str(ending.with);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(left: &str, right: &str) {
        let mut vocabulary = Vocabulary::new();
        assert_eq!(
            vocabulary.key(left),
            vocabulary.key(right),
            "{} / {}",
            vocabulary.folded(Key::new(0)),
            right
        );
    }

    #[track_caller]
    fn different(left: &str, right: &str) {
        let mut vocabulary = Vocabulary::new();
        assert_ne!(vocabulary.key(left), vocabulary.key(right));
    }

    #[test]
    fn typography_and_case_are_folded() {
        same("It’s", "it's");
        same("It s", "It's");
        same("James’s", "James"); // of James’: a closing mark is no part of a word
        same("James s", "James");
        same("co-operation", "Cooperation");
        same("U.S.", "US");
        same("café", "cafe\u{301}");
        same("ﬁnal", "final");
        same("１２", "12");
    }

    #[test]
    fn spelling_variants_are_one_word() {
        for (british, american) in [
            ("organise", "organize"),
            ("organisations", "organizations"),
            ("labour", "labor"),
            ("neighbours", "neighbors"),
            ("centre", "center"),
            ("defence", "defense"),
            ("travelled", "traveled"),
            ("programme", "program"),
            ("analysed", "analyzed"),
            ("dialogue", "dialog"),
            ("favourite", "favorite"),
            ("kilometres", "kilometers"),
        ] {
            same(british, american);
        }
    }

    #[test]
    fn different_words_stay_different() {
        for (one, other) in [
            ("four", "for"),
            ("prise", "prize"),
            ("filled", "filed"),
            ("called", "caled"),
            ("may", "will"),
            ("15", "50"),
            ("2.5", "25"),
            ("not", "now"),
            ("$", "£"),
            ("re-sign", "resign"),
            ("Re‑covered", "recovered"),
        ] {
            different(one, other);
        }
    }

    #[test]
    fn values_in_other_dress_are_one_word() {
        same("twelve", "12");
        same("1,200", "1200");
        same("%", "percent");
        same("per cent", "percent");
    }

    #[test]
    fn a_sign_is_the_word_for_it() {
        for sign in ["−", "-", "–", "‑"] {
            same(sign, "minus");
        }
        same("+", "plus");
        different("minus", "plus");
    }

    #[test]
    fn marks_alone_stay_themselves() {
        different("***", "—");
    }

    #[test]
    fn stems_join_the_forms_of_a_word() {
        let mut vocabulary = Vocabulary::new();
        let mut stem = |word: &str| {
            let key = vocabulary.key(word);
            vocabulary.stem(key)
        };
        assert_eq!(stem("meetings"), stem("meeting"));
        assert_eq!(stem("spokesperson"), stem("spokesman"));
        assert_eq!(stem("making"), stem("makes"));
        assert_ne!(stem("sanction"), stem("section"));
    }

    #[test]
    fn german_stems_join_the_forms_of_a_word() {
        let mut vocabulary = Vocabulary::of(Language::German);
        for forms in [
            "Haus Hauses Häuser",
            "Verein Vereine",
            "Forscherin Forscher geforscht Forschung",
            "Studentinnen Studenten",
            "arbeiten arbeitete gearbeitet",
            "behandeln behandelt Behandlung",
            "einsperren eingesperrt einzusperren Einsperrung",
            "aufnehmen aufgenommen aufnimmt aufzunehmen",
            "gefunden fand finden",
            "Straße Strassen",
        ] {
            let stems: Vec<Key> = forms.split(' ').map(|form| vocabulary.key(form)).collect();
            let first = vocabulary.stem(stems[0]);
            assert!(stems.iter().all(|&key| vocabulary.stem(key) == first), "{forms}");
        }
    }
}
