//! Word lists: what the rules know of a language, kept apart from the rules.
//!
//! Each list is a file of `assets/lexicon/`, sorted, one entry a line, embedded
//! as it is. It is searched by bisection, so that starting the program builds
//! no table. An entry may carry a value after a tab.

use std::cmp::Ordering;

use crate::text::Span;

/// A sorted list of words, some with a value.
#[derive(Clone, Copy, Debug)]
pub struct WordList(&'static str);

impl WordList {
    /// A list from the text of its file: lines in byte order, the value after a tab.
    pub const fn new(file: &'static str) -> WordList {
        WordList(file)
    }

    /// Whether the list holds the word, spelled exactly so.
    pub fn contains(self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// The value that stands with the word; empty where it has none.
    ///
    /// Looked up for most words of both articles, so it works on bytes and makes nothing.
    pub fn get(self, word: &str) -> Option<&'static str> {
        let (file, word) = (self.0.as_bytes(), word.as_bytes());
        let (mut low, mut high) = (0, file.len());
        while low < high {
            let mut line = low + (high - low) / 2;
            while line > low && file[line - 1] != b'\n' {
                line -= 1;
            }
            let entry = &file[line..];
            let same = entry.iter().zip(word).take_while(|(a, b)| a == b).count();
            let rest = entry.get(same).filter(|b| !matches!(b, b'\t' | b'\n'));
            match rest.cmp(&word.get(same)) {
                Ordering::Equal => return Some(self.value(line + same)),
                Ordering::Less => low = end_of_line(file, line + same) + 1,
                Ordering::Greater => high = line,
            }
        }
        None
    }

    /// What stands behind the entry that ends at `entry_end`.
    fn value(self, entry_end: usize) -> &'static str {
        let line = Span::new(entry_end, end_of_line(self.0.as_bytes(), entry_end)).of(self.0);
        line.trim_start_matches('\t')
    }

    /// All entries with their values.
    pub fn entries(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.lines().map(|line| line.split_once('\t').unwrap_or((line, "")))
    }
}

fn end_of_line(file: &[u8], from: usize) -> usize {
    file[from..].iter().position(|b| *b == b'\n').map_or(file.len(), |at| from + at)
}

/// Words too common to say what a sentence is about: articles, pronouns, auxiliaries.
pub const STOP_WORDS: WordList = WordList::new(include_str!("../assets/lexicon/en/stop-words.txt"));

/// Verbs that say somebody said something; the values are `say` (plain saying)
/// or `attitude` (*called*, *believes*), `noun` (often a noun instead), `clause`
/// (takes a reported clause) and `naming` (*called her a*, *described as*).
pub const SPEECH_VERBS: WordList = WordList::new(include_str!("../assets/lexicon/en/speech-verbs.txt"));

/// Nouns that speak: `person` or `group`, and `m` or `f` where the word itself says so.
pub const PEOPLE_NOUNS: WordList = WordList::new(include_str!("../assets/lexicon/en/people-nouns.txt"));

/// Given names with the gender most of their bearers have; empty where both are common.
pub const GIVEN_NAMES: WordList = WordList::new(include_str!("../assets/lexicon/en/given-names.txt"));

/// Words of the closed classes, and capitalized words that are no person's name.
pub const GRAMMAR_WORDS: WordList = WordList::new(include_str!("../assets/lexicon/en/grammar-words.txt"));

/// Countries, capitals, states of the U.S., large cities, and the words for their
/// people; the value is the place that another name or a people stands for.
pub const PLACES: WordList = WordList::new(include_str!("../assets/lexicon/en/places.txt"));

/// Offices and roles; the value is the common form of several.
pub const TITLES: WordList = WordList::new(include_str!("../assets/lexicon/en/titles.txt"));

/// Words that turn a statement into its opposite, folded: *didn’t* is `didnt`.
pub const NEGATIONS: WordList = WordList::new(include_str!("../assets/lexicon/en/negations.txt"));

/// Words that deny without a *not*: *refused to*, *unable to*, *failed to*.
pub const DENYING_WORDS: WordList = WordList::new(include_str!("../assets/lexicon/en/denying-words.txt"));

/// Words that leave open whether a thing is so: *alleged*, *may*, *reportedly*.
pub const HEDGES: WordList = WordList::new(include_str!("../assets/lexicon/en/hedges.txt"));

/// Verbs by which a statement is somebody’s; the value says whether they
/// judge it (`loaded`) or only lean on somebody (`weak`).
pub const ATTRIBUTION_VERBS: WordList =
    WordList::new(include_str!("../assets/lexicon/en/attribution-verbs.txt"));

/// Words of a denial, an apology or an answer: what fairness asks to keep.
pub const RESPONSES: WordList = WordList::new(include_str!("../assets/lexicon/en/responses.txt"));

/// Words that a full stop behind them shortens, and what for; spelled as they stand in print.
pub const ABBREVIATIONS: WordList = WordList::new(include_str!("../assets/lexicon/en/abbreviations.txt"));

/// Words that open sentences and are no part of a name.
pub const SENTENCE_STARTERS: WordList =
    WordList::new(include_str!("../assets/lexicon/en/sentence-starters.txt"));

/// Months, weekdays and time zones, full and short; the value says which.
pub const CALENDAR: WordList = WordList::new(include_str!("../assets/lexicon/en/calendar.txt"));

/// Words behind a company's name that go on with it: `Harbor & Co. Chief Executive`.
pub const COMPANY_ROLES: WordList = WordList::new(include_str!("../assets/lexicon/en/company-roles.txt"));

/// Verbs that say who asked or exclaimed, as they stand behind a name.
pub const REPORTING_VERBS: WordList = WordList::new(include_str!("../assets/lexicon/en/reporting-verbs.txt"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_entry_and_nothing_else() {
        let list = WordList::new("a\nan\tarticle\nthe");
        assert_eq!(list.get("a"), Some(""));
        assert_eq!(list.get("an"), Some("article"));
        assert!(list.contains("the"));
        for absent in ["", "aa", "b", "article", "them", "th"] {
            assert!(!list.contains(absent), "{absent}");
        }
        assert!(!WordList::new("").contains("a"));
    }

    /// Every embedded list, so that none can fall out of order.
    const ALL: &[(&str, WordList)] = &[
        ("stop-words", STOP_WORDS),
        ("speech-verbs", SPEECH_VERBS),
        ("people-nouns", PEOPLE_NOUNS),
        ("given-names", GIVEN_NAMES),
        ("grammar-words", GRAMMAR_WORDS),
        ("places", PLACES),
        ("titles", TITLES),
        ("negations", NEGATIONS),
        ("denying-words", DENYING_WORDS),
        ("hedges", HEDGES),
        ("attribution-verbs", ATTRIBUTION_VERBS),
        ("responses", RESPONSES),
        ("abbreviations", ABBREVIATIONS),
        ("sentence-starters", SENTENCE_STARTERS),
        ("calendar", CALENDAR),
        ("company-roles", COMPANY_ROLES),
        ("reporting-verbs", REPORTING_VERBS),
    ];

    #[test]
    fn every_list_is_sorted_and_finds_its_own_entries() {
        for (name, list) in ALL {
            let entries: Vec<&str> = list.entries().map(|(entry, _)| entry).collect();
            assert!(entries.is_sorted(), "{name} is not in byte order");
            for entry in entries {
                assert!(list.contains(entry), "{name}: {entry}");
            }
        }
    }
}
