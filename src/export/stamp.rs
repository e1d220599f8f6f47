//! The stamp: what a second editor needs to make the same report again.
//!
//! Both files by their SHA-256, the version, the options. No clock and no machine
//! has a say in it: the same two files, version and options give the same report.

use super::ledgers::shown;
use crate::comparison::Comparison;
use crate::difference::Kinds;
use crate::text::Side;
use crate::view::words;

/// What every report says of its maker; by it the program knows its own files again.
pub const MAKER: &str = concat!("pressdiff ", env!("CARGO_PKG_VERSION"));

/// A line of the stamp.
pub(super) struct Line {
    /// What it is about.
    pub(super) name: String,
    /// What is said, on one line.
    pub(super) text: String,
}

/// The stamp of a comparison.
pub(super) fn stamp(comparison: &Comparison) -> Vec<Line> {
    let mut lines: Vec<Line> = Side::BOTH.map(|side| article(comparison, side)).into();
    lines.push(Line { name: "program".to_owned(), text: program(comparison) });
    lines
}

fn article(comparison: &Comparison, side: Side) -> Line {
    let origin = &comparison.sides[side].article.origin;
    let hash = if origin.sha256.is_empty() { String::new() } else { format!("SHA-256 {}", origin.sha256) };
    let parts = [origin.path.as_str(), origin.format, hash.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Line { name: shown(words::outlet(comparison, side)), text: shown(&parts.join(", ")) }
}

/// The version, and the options that shaped the result.
pub(super) fn program(comparison: &Comparison) -> String {
    let options = &comparison.options;
    let mut said = format!(
        "{MAKER}; sentences pair from a score of {}; lifted runs count from {} words",
        options.align.threshold, options.lifted.run
    );
    if options.only != Kinds::ALL {
        let kinds: Vec<&str> = options.only.names().collect();
        said = format!("{said}; only {}", kinds.join(", "));
    }
    said
}
