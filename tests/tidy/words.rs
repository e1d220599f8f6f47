//! Words: names that explain nothing stay out, and words of a language stay in its lists.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::check;
use super::tree::Tree;

/// The stages that read the words of a language.
const CORE: &[&str] = &[
    "text",
    "lexicon",
    "words",
    "sentence",
    "word",
    "quotation",
    "detect",
    "link",
    "alignment",
    "difference",
    "summary",
];

/// Words that values are shown by, in any language: *this week*.
const SHOWN: &[&str] = &["this"];

/// Literals that name a kind of difference or a list, and happen to be words.
const NAMES: &[&str] = &["difference/mod.rs: added", "lexicon.rs: according", "lexicon.rs: posts"];

/// Parts of identifiers that say nothing, or say it in a private language.
const BANNED: &[&str] = &["util", "utils", "helper", "helpers", "manager", "source", "change"];

/// Names that other people chose.
const FOREIGN: &[&str] = &["value_source"];

#[test]
fn words_of_a_language_are_in_its_lexicon() {
    let (common, values) = listed_words();
    let mut wrong = Vec::new();
    for file in &Tree::read().files {
        let is_core = CORE.contains(&file.path.split(['/', '.']).next().unwrap_or_default());
        // what a language has besides words is in `Language`, and identifying it needs a word
        if !is_core || ["lexicon/language.rs", "lexicon/identify.rs"].contains(&file.path.as_str()) {
            continue;
        }
        // the names and manuals of rules are English for their readers;
        // a literal that is a value of the lists is no word, but what the lists say of words
        let is_word = |literal: &str| {
            literal.len() > 2
                && !SHOWN.contains(&literal)
                && common.contains(literal)
                && !values.contains(literal)
        };
        wrong.extend(
            file.literals
                .iter()
                .filter(|literal| is_word(literal))
                .map(|word| format!("{}: {word}", file.path)),
        );
    }
    check(wrong, NAMES);
}

#[test]
fn banned_words_stay_out_of_identifiers() {
    let mut wrong = Vec::new();
    for file in &Tree::read().files {
        let is_banned = |name: &str| {
            !FOREIGN.contains(&name)
                && name.split('_').any(|part| BANNED.contains(&part.to_lowercase().as_str()))
        };
        wrong.extend(
            file.identifiers
                .iter()
                .filter(|name| is_banned(name))
                .map(|name| format!("{}: {name}", file.path)),
        );
    }
    check(wrong, &[]);
}

/// The words that are common in any of the languages, and what the lists say of words.
fn listed_words() -> (BTreeSet<String>, BTreeSet<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/lexicon");
    let (mut common, mut values) = (BTreeSet::new(), BTreeSet::new());
    for language in fs::read_dir(folder).expect("the folder of languages").flatten() {
        for list in fs::read_dir(language.path()).expect("the lists of a language").flatten() {
            let text = fs::read_to_string(list.path()).expect("a list is text");
            for (word, value) in text.lines().map(|line| line.split_once('\t').unwrap_or((line, ""))) {
                values.extend(value.split(' ').map(str::to_owned));
                if list.file_name() == "stop-words.txt" || list.file_name() == "speech-verbs.txt" {
                    common.insert(word.to_owned());
                }
            }
        }
    }
    (common, values)
}
