//! Names that explain nothing and words that must be translated stay out; words of a language stay in its lists.

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

/// Parts of identifiers that explain nothing, or only in a private language.
const BANNED: &[&str] = &[
    // explain nothing
    "util", "utils", "helper", "helpers", "manager", "source", "change",
    // a private language: the standard terms are in the docs of the types that replaced them
    "akin", "attend", "borne", "dress", "forth", "gate", "ground", "hear", "hole", "hull", "laid", "lasting",
    "lend", "loom", "owed", "pad", "stands", "wants", "weave", "wish", "wishes",
];

/// The same that are still in use, and in how many identifiers of files: a number may only get smaller.
const STILL_IN_IDENTIFIERS: &[(&str, usize)] = &[
    ("behind", 3),
    ("beside", 2),
    ("furniture", 4),
    ("settled", 2),
    ("sought", 1),
    ("tells", 5),
    ("told", 2),
];

/// Words of comments that a reader has to translate, and in how many lines they still are.
const STILL_IN_COMMENTS: &[(&str, usize)] = &[
    ("behind", 5),
    ("beside", 0),
    ("of its own", 11),
    ("stand", 6),
    ("stands", 16),
    ("tell", 1),
    ("tells", 3),
    ("told", 5),
    ("what is", 39),
    ("what stands", 4),
    ("whoever", 15),
];

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

#[test]
fn words_of_a_private_language_get_fewer() {
    let files = &Tree::read().files;
    let has_part = |name: &&String, word: &str| name.split('_').any(|part| part.eq_ignore_ascii_case(word));
    check_fewer(STILL_IN_IDENTIFIERS, |word| {
        files.iter().map(|file| file.identifiers.iter().filter(|name| has_part(name, word)).count()).sum()
    });
    let comments: Vec<String> =
        files.iter().flat_map(|file| file.text.lines()).filter_map(comment_words).collect();
    check_fewer(STILL_IN_COMMENTS, |words| {
        comments.iter().filter(|comment| comment.contains(&format!(" {words} "))).count()
    });
}

#[track_caller]
fn check_fewer(known: &[(&str, usize)], count: impl Fn(&str) -> usize) {
    let counts = known.iter().map(|&(word, most)| (word, most, count(word)));
    let wrong: Vec<_> = counts.filter(|&(_, most, count)| count > most || count == 0 && most > 0).collect();
    assert!(wrong.is_empty(), "more than before, or none any more, so that 0 bans the word: {wrong:?}");
}

/// The words of the comment on a line, each between spaces, without examples: *of a text*, `of code`.
fn comment_words(line: &str) -> Option<String> {
    let (_, comment) = line.split_once("//")?;
    let plain = comment.split(['*', '`']).step_by(2).collect::<Vec<_>>().join(" - ");
    let words: Vec<&str> =
        plain.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
    Some(format!(" {} ", words.join(" ").to_lowercase()))
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
