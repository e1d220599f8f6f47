//! Layers: a module uses only what comes before it, and some crates have one user.

use super::check;
use super::tree::Tree;

/// The modules in order: each uses only those before it.
const ORDER: &[&str] = &[
    "rows",
    "text",
    "lexicon",
    "words",
    "article",
    "import",
    "sentence",
    "word",
    "quotation",
    "annotated",
    "detect",
    "link",
    "alignment",
    "difference",
    "summary",
    "comparison",
    "ablation",
    "review",
    "view",
    "theme",
    "options",
    "error",
    "export",
    "progress",
    "load",
    "output",
    "review_file",
    "tui",
    "settings",
    "cli",
    "run",
    "main",
];

/// Uses against the order that are still to be turned round.
const OUT_OF_ORDER: &[&str] = &[];

/// Crates with the only places that may use them.
const CRATE_USERS: &[(&str, &[&str])] = &[
    ("ratatui", &["tui/"]),
    ("crossterm", &["tui/"]),
    ("tui_input", &["tui/"]),
    ("signal_hook", &["tui/"]),
    ("similar", &["difference/"]),
    ("unicode_width", &["text/width.rs"]),
    ("clap", &["cli.rs", "cli/", "main.rs"]),
    ("minijinja", &["export/html"]),
    ("zip", &["export/docx", "import/archive.rs"]),
    ("roxmltree", &["import/"]),
    ("encoding_rs", &["import/"]),
    ("chardetng", &["import/charset.rs"]),
    ("htmlize", &["import/repair.rs"]),
    ("whatlang", &["lexicon/identify.rs"]),
    ("toml", &["settings", "theme/"]),
    ("etcetera", &["settings/folders.rs"]),
];

/// Files that may ask the operating system for something.
const SYSTEM_USERS: &[&str] = &[
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

#[test]
fn modules_use_only_what_comes_before_them() {
    let tree = Tree::read();
    let module = |path: &str| path.split(['/', '.']).next().unwrap_or_default().to_owned();
    let place = |module: &str| ORDER.iter().position(|own| *own == module);
    let mut wrong = Vec::new();
    for (path, used) in tree.uses() {
        let own = module(path);
        if own == "lib" {
            continue;
        }
        assert!(place(&own).is_some(), "{path}: `{own}` is missing in the order of modules");
        let later = used.iter().map(|used| module(used)).filter(|used| place(used) > place(&own));
        wrong.extend(later.map(|used| format!("{path} uses {used}")));
    }
    check(wrong, OUT_OF_ORDER);
}

#[test]
fn crates_have_few_users() {
    let mut wrong = Vec::new();
    for file in &Tree::read().files {
        for (name, users) in CRATE_USERS {
            let is_user = users.iter().any(|user| file.path.starts_with(user));
            if !is_user && file.paths.iter().any(|path| path.first().is_some_and(|first| first == name)) {
                wrong.push(format!("{} uses {name}", file.path));
            }
        }
    }
    check(wrong, &[]);
}

#[test]
fn few_files_ask_the_operating_system() {
    let mut wrong = Vec::new();
    for file in &Tree::read().files {
        if SYSTEM_USERS.iter().any(|user| file.path.starts_with(user)) {
            continue;
        }
        for part in ["fs", "env", "net", "process", "time"] {
            if file.paths.iter().any(|path| path.starts_with(&["std".to_owned(), part.to_owned()])) {
                wrong.push(format!("{} uses std::{part}", file.path));
            }
        }
    }
    check(wrong, &[]);
}
