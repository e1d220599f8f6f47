//! House rules as tests: who may use whom, and what every file owes its reader.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The floors of the house, from the ground up: a module uses only its own floor and what lies below.
const FLOORS: &[&[&str]] = &[
    &["text", "lexicon"],
    &["article"],
    &["import", "sentence", "quotation", "annotated"],
    &["alignment"],
    &["difference"],
    &["summary"],
    &["comparison"],
    &["review", "view"],
    &["theme", "error", "export"],
    &["progress"],
    &["tui", "settings", "load", "output", "review_file"],
    &["cli"],
    &["run"],
];

/// Crates that stay behind one door.
const DOORS: &[(&str, &[&str])] = &[
    ("ratatui", &["tui/"]),
    ("crossterm", &["tui/"]),
    ("tui_input", &["tui/"]),
    ("signal_hook", &["tui/"]),
    ("similar", &["difference/"]),
    ("unicode_width", &["text/width.rs"]),
    ("clap", &["cli.rs", "cli/", "main.rs"]),
    ("minijinja", &["export/html"]),
    ("zip", &["export/docx"]),
    ("encoding_rs", &["load.rs"]),
    ("chardetng", &["load.rs"]),
    ("whatlang", &["lexicon/language.rs"]),
    ("toml", &["settings", "theme/"]),
    ("etcetera", &["settings/folders.rs"]),
];

#[test]
fn modules_use_only_what_lies_below_them() {
    let floor = |module: &str| FLOORS.iter().position(|floor| floor.contains(&module));
    let mut wrong = Vec::new();
    for (path, text) in rust_files() {
        let module = path.split(['/', '.']).next().unwrap_or_default();
        if matches!(module, "lib" | "main") {
            continue;
        }
        let Some(own) = floor(module) else {
            wrong.push(format!("{path}: tests/tidy.rs does not know on which floor `{module}` stands"));
            continue;
        };
        for used in crate_paths(code(&text)) {
            if floor(&used).is_some_and(|other| other > own) {
                wrong.push(format!("{path} uses crate::{used}, which stands above it"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn crates_stay_behind_their_door() {
    let mut wrong = Vec::new();
    for (path, text) in rust_files() {
        for (name, rooms) in DOORS {
            let used = code(&text).contains(&format!("{name}::"));
            if used && !rooms.iter().any(|room| path.starts_with(room)) {
                wrong.push(format!("{path} uses {name}, which belongs to {rooms:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn files_are_read_and_the_environment_asked_in_few_places() {
    let allowed = [
        "load.rs",
        "settings.rs",
        "settings/",
        "run/",
        "main.rs",
        "tui/",
        "output.rs",
        "progress.rs",
        "review_file.rs",
    ];
    let mut wrong = Vec::new();
    for (path, text) in rust_files() {
        if allowed.iter().any(|room| path.starts_with(room)) {
            continue;
        }
        for word in ["std::fs", "std::env", "std::net", "std::process", "std::time"] {
            if code(&text).contains(word) {
                wrong.push(format!("{path} uses {word}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_module_says_what_it_is_for() {
    for (path, text) in rust_files() {
        assert!(text.starts_with("//! "), "{path} has no head");
    }
}

#[test]
fn files_can_be_read_in_ten_minutes() {
    let mut wrong = Vec::new();
    for (path, text) in rust_files() {
        let lines = code(&text).lines().filter(|line| !line.trim_start().starts_with("//")).count();
        if lines > 400 {
            wrong.push(format!("{path}: {lines} lines of code"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The stages that read words of a language: what they know of it stands in its lexicon.
const CORE: &[&str] = &["text", "lexicon", "sentence", "quotation", "alignment", "difference", "summary"];

/// Words that values are shown by, in any language: *this week*.
const SHOWN: &[&str] = &["this"];

#[test]
fn words_of_a_language_stand_in_its_lexicon() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/lexicon");
    let (mut common, mut values) = (BTreeSet::new(), BTreeSet::new());
    for language in fs::read_dir(folder).expect("the languages stand there").flatten() {
        for list in fs::read_dir(language.path()).expect("the lists stand there").flatten() {
            let text = fs::read_to_string(list.path()).expect("a list is text");
            let entries = text.lines().map(|line| line.split_once('\t').unwrap_or((line, "")));
            for (word, value) in entries {
                values.extend(value.split(' ').map(str::to_owned));
                if list.file_name() == "stop-words.txt" || list.file_name() == "speech-verbs.txt" {
                    common.insert(word.to_owned());
                }
            }
        }
    }
    let mut wrong = Vec::new();
    for (path, text) in rust_files() {
        let is_core = CORE.contains(&path.split(['/', '.']).next().unwrap_or_default());
        // what a language is besides its words stands in `Language`
        if !is_core || path.contains("/tests") || path == "lexicon/language.rs" {
            continue;
        }
        let holds_words = |line: &&str| {
            let line = line.trim_start();
            // the names of rules are English for their readers
            !["//", "name: "].iter().any(|start| line.starts_with(start))
        };
        for line in code(&text).lines().filter(holds_words) {
            // a literal that is a value of the lists is no word, but what the lists say of words
            let literals = line.split('"').skip(1).step_by(2).map(str::trim);
            let is_word = |literal: &&str| {
                literal.len() > 2
                    && !SHOWN.contains(literal)
                    && common.contains(*literal)
                    && !values.contains(*literal)
            };
            wrong.extend(literals.filter(is_word).map(|literal| format!("{path}: {literal}")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Names that other people chose.
const FOREIGN: &[&str] = &["value_source"];

#[test]
fn banned_words_stay_out_of_identifiers() {
    let mut wrong = Vec::new();
    for (path, text) in rust_files() {
        for line in code(&text).lines().filter(|line| !line.trim_start().starts_with("//")) {
            // what stands in string literals is for readers, not for the compiler
            let outside: String = line.split('"').step_by(2).collect::<Vec<_>>().join(" ");
            let words = outside.split("//").next().unwrap_or_default();
            let identifiers = words.split(|c: char| !(c.is_alphanumeric() || c == '_'));
            for identifier in identifiers.filter(|identifier| !FOREIGN.contains(identifier)) {
                let parts = identifier.split('_').map(str::to_lowercase);
                for part in parts {
                    if matches!(
                        part.as_str(),
                        "util" | "utils" | "helper" | "helpers" | "manager" | "source" | "change"
                    ) {
                        wrong.push(format!("{path}: {identifier}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every Rust file below `src`, its path from there and its text, in order.
fn rust_files() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut files): (Vec<PathBuf>, Vec<PathBuf>) = (vec![root.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("src is readable") {
            let path = entry.expect("readable").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.push(path);
            }
        }
    }
    // files of tests may reach further than the code they test
    files.retain(|path| !path.ends_with("tests.rs"));
    files.sort();
    assert!(files.len() > 20, "src was not found");
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(&path).expect("readable"))
    };
    files.into_iter().map(read).collect()
}

/// The file without its tests, which may reach further than its code.
fn code(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or_default()
}

/// The modules named after `crate::` anywhere in the code, groups included.
fn crate_paths(code: &str) -> Vec<String> {
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let mut found = Vec::new();
    for line in lines {
        for part in line.split("crate::").skip(1) {
            found.push(part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    found
}
