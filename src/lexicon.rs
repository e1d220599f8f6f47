//! Word lists: what the rules know of a language, kept apart from the rules.
//!
//! Each list is a file of `assets/lexicon/`, sorted, one entry a line, embedded
//! as it is. An entry may have several words and may carry a value after a tab.
//! Where each entry stands is worked out by the compiler, so that starting the
//! program builds no table and looking up a word takes a few steps.

use crate::text::Span;

/// A list of words, some with a value.
#[derive(Clone, Copy, Debug)]
pub struct WordList {
    file: &'static str,
    /// Where entries begin in the file, plus one; 0 is free. An entry stands at the
    /// hash of its words or the next free place behind; one of several words also
    /// at that of its first word.
    places: &'static [u16],
}

/// Makes the list of a file: lines in byte order, the value after a tab.
macro_rules! word_list {
    ($file:expr) => {{
        const FILE: &str = $file;
        const PLACES: [u16; table_size(FILE)] = places(FILE);
        WordList { file: FILE, places: &PLACES }
    }};
}

impl WordList {
    /// Whether the list holds the word, spelled exactly so.
    pub fn contains(self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The value that stands with the word; empty where it has none.
    pub fn get(self, word: &str) -> Option<&'static str> {
        let end = self.find(word, |next| matches!(next, b'\t' | b'\n'))?;
        let rest = Span::new(end, self.file.len()).of(self.file);
        Some(rest.lines().next().unwrap_or("").trim_start_matches('\t'))
    }

    /// Whether the word stands there with the value, alone or among others.
    pub fn has(self, word: &str, value: &str) -> bool {
        self.get(word).is_some_and(|values| values.split(' ').any(|own| own == value))
    }

    /// Whether an entry of several words begins with the word.
    pub fn opens(self, word: &str) -> bool {
        self.find(word, |next| next == b' ').is_some()
    }

    /// The end of the word in the entry that begins with it and goes on so.
    fn find(self, word: &str, goes_on: impl Fn(u8) -> bool) -> Option<usize> {
        let (file, word) = (self.file.as_bytes(), word.as_bytes());
        let mut slot = hash(word, 0, word.len());
        loop {
            slot &= self.places.len() - 1;
            let start = usize::from(self.places[slot].checked_sub(1)?);
            if file[start..].starts_with(word) {
                let end = start + word.len();
                if goes_on(file.get(end).copied().unwrap_or(b'\n')) {
                    return Some(end);
                }
            }
            slot += 1;
        }
    }

    /// All entries with their values.
    pub fn entries(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.file.lines().map(|line| line.split_once('\t').unwrap_or((line, "")))
    }
}

/// The words of a list that stand there with one of some values.
#[derive(Clone, Copy, Debug)]
pub struct WordClass {
    list: WordList,
    values: &'static [&'static str],
}

impl WordClass {
    /// Whether the word is of the class, spelled exactly so.
    pub fn contains(self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Which of the values makes the word one of the class.
    pub fn get(self, word: &str) -> Option<&'static str> {
        let values = self.list.get(word)?;
        self.values.iter().copied().find(|value| values.split(' ').any(|own| own == *value))
    }
}

/// How many places a list needs so that at least half are free: a power of two.
const fn table_size(file: &str) -> usize {
    let file = file.as_bytes();
    let (mut entries, mut at) = (1_usize, 0);
    while at < file.len() {
        if matches!(file[at], b'\n' | b' ') {
            entries += 1;
        }
        at += 1;
    }
    (2 * entries).next_power_of_two()
}

/// Where the entries of a list stand, by the hash of their words.
const fn places<const SIZE: usize>(file: &str) -> [u16; SIZE] {
    let file = file.as_bytes();
    assert!(file.len() < u16::MAX as usize, "a place is 16 bits");
    let mut places = [0; SIZE];
    let mut line = 0;
    while line < file.len() {
        let mut end = line;
        let mut is_several = false;
        while end < file.len() && !matches!(file[end], b'\t' | b'\n') {
            if file[end] == b' ' && !is_several {
                is_several = true;
                put(&mut places, hash(file, line, end), line);
            }
            end += 1;
        }
        put(&mut places, hash(file, line, end), line);
        while end < file.len() && file[end] != b'\n' {
            end += 1;
        }
        line = end + 1;
    }
    places
}

const fn put(places: &mut [u16], hash: usize, line: usize) {
    let mut slot = hash % places.len();
    while places[slot] != 0 {
        slot = (slot + 1) % places.len();
    }
    places[slot] = line as u16 + 1;
}

/// A hash of `bytes[from..to]`, the same for the compiler and at run time (FNV-1a).
const fn hash(bytes: &[u8], from: usize, to: usize) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = from;
    while at < to {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ hash >> 15) as usize
}

macro_rules! lexicon {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)*) => {
        $($(#[$doc])* pub const $name: WordList =
            word_list!(include_str!(concat!("../assets/lexicon/en/", $file, ".txt")));)*

        /// Every list with the name of its file.
        #[cfg(test)]
        const ALL: &[(&str, WordList)] = &[$(($file, $name)),*];
    };
}

lexicon! {
    /// Words too common to say what a sentence is about: articles, pronouns, auxiliaries.
    STOP_WORDS = "stop-words";

    /// Verbs, and a few words like them, that say somebody said something. The values say
    /// what each stage makes of them. To attribute quotations: `say` (plain saying) or
    /// `attitude` (*called*, *believes*), `noun` (often a noun instead), `clause` (takes a
    /// reported clause), `naming` (*called her a*, *described as*). To find sentences: `tag`.
    /// To weigh statements: `neutral`, `loaded` or `weak`.
    SPEECH_VERBS = "speech-verbs";

    /// Nouns that speak: `person` or `group`, and `m` or `f` where the word itself says so.
    PEOPLE_NOUNS = "people-nouns";

    /// Given names with the gender most of their bearers have; empty where both are common.
    GIVEN_NAMES = "given-names";

    /// Words of the closed classes, and capitalized words that are no person's name.
    GRAMMAR_WORDS = "grammar-words";

    /// Countries, capitals, states of the U.S., large cities, and the words for their
    /// people; the value is the place that another name or a people stands for.
    PLACES = "places";

    /// Offices and roles; the value is the common form of several.
    TITLES = "titles";

    /// Words that turn a statement into its opposite, folded: *didn’t* is `didnt`.
    NEGATIONS = "negations";

    /// Words that deny without a *not*: *refused to*, *unable to*, *failed to*; the value
    /// is `not` where the word does no more than a *not* would: *hardly*, *without*.
    DENYING_WORDS = "denying-words";

    /// Words that leave open whether a thing is so: *alleged*, *may*, *reportedly*.
    HEDGES = "hedges";

    /// Words of a denial, an apology or an answer: what fairness asks to keep.
    RESPONSES = "responses";

    /// Words that a full stop behind them shortens, and what for; spelled as they stand in print.
    ABBREVIATIONS = "abbreviations";

    /// Words that open sentences and are no part of a name.
    SENTENCE_STARTERS = "sentence-starters";

    /// Months, weekdays and time zones, full and short; the value says which.
    CALENDAR = "calendar";

    /// Words behind a company's name that go on with it: `Harbor & Co. Chief Executive`.
    COMPANY_ROLES = "company-roles";

    /// Numbers in words; the value is the number below a hundred, `e` and a power of ten
    /// of those that multiply, nothing where they only count roughly: *dozens*.
    NUMBERS = "numbers";

    /// Words that say how many or how often: the group, a colon, and how much it is.
    QUANTIFIERS = "quantifiers";

    /// Modal verbs; the value is the one that says the same.
    MODALS = "modals";

    /// Words and their opposites: the pair, a colon, and which of the two.
    OPPOSITES = "opposites";

    /// Words that join two things: `cause` where one comes of the other, `time` where it only follows.
    CAUSES = "causes";

    /// Units of measure and of time; the value is the common form.
    UNITS = "units";

    /// Words for equal parts of a whole, and how many of them make it; `one` of the article
    /// before them, `of` of the word behind, `in` of the word in *one in five*.
    FRACTIONS = "fractions";

    /// Words that make an office another one: *former*, *deputy*.
    RANKS = "ranks";

    /// Who says so where nobody is named: *insiders*, *observers*.
    VAGUE_SPEAKERS = "vague-speakers";
}

/// Verbs by which a statement is somebody’s: plain, judging it (`loaded`), or only leaning
/// on somebody (`weak`).
pub const ATTRIBUTION_VERBS: WordClass =
    WordClass { list: SPEECH_VERBS, values: &["neutral", "loaded", "weak"] };

/// Verbs that say who asked or exclaimed, as they stand behind a name: *“Why?” Smith asked.*
pub const REPORTING_VERBS: WordClass = WordClass { list: SPEECH_VERBS, values: &["tag"] };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_entry_and_nothing_else() {
        let list = word_list!("a\nan\tarticle\nprime minister\nthe");
        assert_eq!(list.get("a"), Some(""));
        assert_eq!(list.get("an"), Some("article"));
        assert!(list.contains("prime minister") && list.contains("the"));
        for absent in ["", "aa", "b", "article", "them", "th", "prime", "minister"] {
            assert!(!list.contains(absent), "{absent}");
        }
        assert!(list.opens("prime"));
        for single in ["", "prim", "an", "the", "minister", "prime minister"] {
            assert!(!list.opens(single), "{single}");
        }
        assert!(!word_list!("").contains("a"));
    }

    #[test]
    fn every_list_is_sorted_and_finds_its_own_entries() {
        for (name, list) in ALL {
            let entries: Vec<_> = list.entries().collect();
            assert!(entries.is_sorted_by(|a, b| a.0 < b.0), "{name} is not in byte order");
            for (entry, value) in entries {
                assert_eq!(list.get(entry), Some(value), "{name}: {entry}");
            }
        }
    }

    #[test]
    fn every_file_is_a_list() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/lexicon/en");
        for file in std::fs::read_dir(folder).expect("the lists stand there").flatten() {
            let file = file.file_name().to_string_lossy().into_owned();
            assert!(ALL.iter().any(|(name, _)| file == format!("{name}.txt")), "{file}");
        }
    }
}
