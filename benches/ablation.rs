//! What each row of the rule tables changes: switches off one after another and compares every pair again.
//!
//! ```sh
//! cargo bench --features ablation --bench ablation -- FOLDER...
//! ```
//!
//! Each folder holds pairs: folders with a `left.txt` and a `right.txt`, at any depth. Prints for each row how
//! many JSON reports change without it, and how many differences they gain and lose. A row that changes
//! nothing may be superfluous, or the pairs have no example of it.

#![allow(clippy::print_stdout)]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use pressdiff::ablation::{rows, switch_off};
use pressdiff::article::Origin;
use pressdiff::comparison::{Options, compare};
use pressdiff::export::{Report, ReportOptions, json};
use pressdiff::import::import;
use pressdiff::review::Placed;
use pressdiff::text::{Pair, Side};

/// What a pair gives: the JSON report, and each difference in one line.
type Outcome = (Vec<u8>, Vec<String>);

fn main() {
    let folders = std::env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    let mut pairs = Vec::new();
    for folder in folders {
        find_pairs(Path::new(&folder), &mut pairs);
    }
    assert!(!pairs.is_empty(), "name folders with pairs: a left.txt and a right.txt in one folder");
    let before = outcomes(&pairs);
    println!("{} pairs\n\n{:11} {:22} changed  gained    lost", pairs.len(), "table", "row");
    for (table, row) in rows() {
        switch_off([format!("{table}/{row}").as_str()].into_iter()).expect("the row is listed");
        let after = outcomes(&pairs);
        let changed = before.iter().zip(&after).filter(|(before, after)| before.0 != after.0).count();
        let (gained, lost) = (missing(&after, &before), missing(&before, &after));
        println!("{table:11} {row:22} {changed:7} {gained:7} {lost:7}");
    }
}

/// Adds the texts of the pairs in and below a folder.
fn find_pairs(folder: &Path, pairs: &mut Vec<Pair<String>>) {
    let texts = Side::BOTH.map(|side| fs::read_to_string(folder.join(side.name()).with_extension("txt")));
    if let [Ok(left), Ok(right)] = texts {
        pairs.push(Pair::new(left, right));
    }
    let entries = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    for folder in &folders {
        find_pairs(folder, pairs);
    }
}

/// Compares all pairs, on all processors.
fn outcomes(pairs: &[Pair<String>]) -> Vec<Outcome> {
    let next = AtomicUsize::new(0);
    let work = || {
        let taken = std::iter::from_fn(|| {
            let at = next.fetch_add(1, Ordering::Relaxed);
            pairs.get(at).map(|pair| (at, outcome(pair)))
        });
        taken.collect::<Vec<_>>()
    };
    let mut done = thread::scope(|scope| {
        let count = thread::available_parallelism().map_or(1, usize::from);
        let workers: Vec<_> = (0..count).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a comparison")).collect::<Vec<_>>()
    });
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, outcome)| outcome).collect()
}

fn outcome(texts: &Pair<String>) -> Outcome {
    let articles = Pair::from_fn(|side| import(texts[side].clone(), Origin::in_memory(side)));
    let comparison = compare(articles, Options::default());
    let report =
        Report { comparison: &comparison, review: &Placed::default(), options: &ReportOptions::default() };
    // without the number of the bead, which shifts where another bead comes or goes
    let differences = comparison.differences.iter().map(|difference| {
        format!("{} {:?} {:?} {}", difference.rule, difference.severity, difference.spans, difference.why)
    });
    (json::comparison(&report), differences.collect())
}

/// How many differences of the first run the second does not have.
fn missing(first: &[Outcome], second: &[Outcome]) -> usize {
    let pairs = first.iter().zip(second);
    pairs.map(|(first, second)| first.1.iter().filter(|line| !second.1.contains(line)).count()).sum()
}
