//! What every file must have: a purpose, and a size that can be read at once.

use super::check;
use super::tree::{Tree, all_paths};

/// Lines of code that a file may have: about ten minutes of reading.
const FILE_LINES: usize = 400;

/// Lines that a function may have, from its first line to its last.
const FUNCTION_LINES: usize = 50;

/// Functions that are still to be split: `file: function`.
const LONG_FUNCTIONS: &[&str] = &["words/key.rs: stem"];

#[test]
fn every_module_says_what_it_is_for() {
    let without = Tree::read().files.iter().filter(|file| !file.text.starts_with("//! "));
    check(without.map(|file| file.path.clone()), &[]);
}

#[test]
fn files_can_be_read_in_ten_minutes() {
    let long = Tree::read().files.iter().filter(|file| file.code_lines > FILE_LINES);
    check(long.map(|file| format!("{}: {} lines of code", file.path, file.code_lines)), &[]);
}

#[test]
fn functions_are_short() {
    let mut wrong = Vec::new();
    for file in &Tree::read().files {
        let long = file.functions.iter().filter(|(_, lines)| *lines > FUNCTION_LINES);
        wrong.extend(long.map(|(name, _)| format!("{}: {name}", file.path)));
    }
    check(wrong, LONG_FUNCTIONS);
}

#[test]
fn every_file_is_part_of_the_program_or_of_its_tests() {
    let known = Tree::read().files.iter().map(|file| file.path.clone()).collect();
    let others = all_paths();
    let unread: Vec<&String> = others.difference(&known).collect();
    // what the tree does not lead to is declared under `#[cfg(test)]`
    let is_test = |path: &&&String| {
        let path = std::path::Path::new(path);
        ["tests", "made", "sample"].iter().any(|name| {
            path.components().any(|part| {
                std::path::Path::new(part.as_os_str()).file_stem().is_some_and(|stem| stem == *name)
            })
        })
    };
    check(unread.iter().filter(|path| !is_test(path)).map(|path| (*path).clone()), &[]);
}
