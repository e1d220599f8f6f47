//! Both texts as one in the notation of wdiff: `[-left-]{+right+}`.
//!
//! For terminals and tools that know the notation. It has no escapes: brackets of a text look like
//! marks. [`super::criticmarkup`] is the format that preserves texts to the byte. Characters that
//! would control a terminal are shown as pictures; line ends stay.

use super::ansi::painted;
use super::redline::{Words, interleave, quotations_of_both};
use super::report::Report;
use crate::text::Side;
use crate::text::visible::shown_text;
use crate::view::{self, Mark, MarkSet};

/// A comparison in the notation of wdiff.
pub fn wdiff(report: &Report<'_>) -> String {
    let comparison = report.comparison;
    let rows = view::rows(comparison);
    let mut out = String::new();
    for row in interleave(&rows, comparison) {
        let pieces = [row.gap, row.pieces].concat();
        for piece in quotations_of_both(&pieces) {
            let words = shown(piece.words.text(comparison));
            let (words, side) = match piece.words {
                Words::Both(_) => {
                    out.push_str(&words);
                    continue;
                }
                Words::Only(Side::Left, _) => (format!("[-{words}-]"), Side::Left),
                Words::Only(Side::Right, _) => (format!("{{+{words}+}}"), Side::Right),
            };
            let differs = MarkSet::EMPTY.with(Mark::Differs).with(Mark::Only);
            painted(&mut out, &words, differs, side, report.options.theme.as_ref());
        }
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
    out
}

/// Words as they are shown, line by line.
fn shown(words: &str) -> String {
    let lines: Vec<_> = words.split('\n').map(|line| shown_text(line.trim_end_matches('\r'))).collect();
    lines.join("\n")
}
