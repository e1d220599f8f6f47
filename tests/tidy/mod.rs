//! House rules as tests: which file may use which, and what every file must have.
//!
//! The rules read parsed items ([`tree`]), so neither a test module in the middle of a file
//! nor a comment hides anything from them. Lists of exceptions may only get shorter: an entry
//! that is no longer needed fails the test.

mod cycles;
mod files;
mod layers;
mod tree;
mod words;

use std::collections::BTreeSet;

/// Compares what breaks a rule with the exceptions that are known.
#[track_caller]
fn check(found: impl IntoIterator<Item = String>, known: &[&str]) {
    let found: BTreeSet<String> = found.into_iter().collect();
    let known: BTreeSet<String> = known.iter().map(|&entry| entry.to_owned()).collect();
    let list =
        |entries: Vec<&String>| entries.into_iter().map(String::as_str).collect::<Vec<_>>().join("\n  ");
    let new = list(found.difference(&known).collect());
    let gone = list(known.difference(&found).collect());
    assert!(
        new.is_empty() && gone.is_empty(),
        "breaks the rule:\n  {new}\nno longer breaks it, delete the entry:\n  {gone}"
    );
}
