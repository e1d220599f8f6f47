//! No two files use each other, directly or through others.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::Tree;

/// Cycles that are still to be cut, by the first file of each and its number of files.
const KNOWN: &[&str] = &[];

#[test]
fn files_do_not_use_each_other_in_a_circle() {
    let tree = Tree::read();
    let uses = tree.uses();
    let found = cycles(&uses);
    let named: Vec<String> =
        found.iter().map(|cycle| format!("{}: {} files", cycle[0], cycle.len())).collect();
    let files: Vec<String> = found.iter().map(|cycle| cycle.join(" ")).collect();
    assert_eq!(named, KNOWN, "the cycles:\n{}", files.join("\n"));
}

/// The groups of files that reach each other, each in order.
fn cycles<'a>(uses: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Vec<Vec<&'a str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        uses.keys().map(|file| (*file, reach(uses, file))).collect();
    let mut found: Vec<Vec<&str>> = Vec::new();
    for (file, others) in &reached {
        if found.iter().any(|cycle| cycle.contains(file)) {
            continue;
        }
        let cycle: Vec<&str> = others.iter().copied().filter(|other| reached[other].contains(file)).collect();
        if cycle.len() > 1 {
            found.push(cycle);
        }
    }
    found
}

/// The files that a file uses, directly or through others.
fn reach<'a>(uses: &BTreeMap<&'a str, BTreeSet<&'a str>>, file: &str) -> BTreeSet<&'a str> {
    let (mut found, mut waiting) = (BTreeSet::new(), vec![file]);
    while let Some(file) = waiting.pop() {
        for &used in uses.get(file).into_iter().flatten() {
            if found.insert(used) {
                waiting.push(used);
            }
        }
    }
    found
}

#[test]
fn a_cycle_is_found() {
    let uses = [("a", ["b"]), ("b", ["c"]), ("c", ["b"])];
    let uses = uses.map(|(file, used)| (file, BTreeSet::from(used))).into();
    assert_eq!(cycles(&uses), [["b", "c"]]);
}
