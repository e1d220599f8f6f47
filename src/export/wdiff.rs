//! Both texts as one in the notation of wdiff: `[-left-]{+right+}`.
//!
//! For terminals and for tools that know the notation. It has no escapes: a text
//! that holds the brackets itself cannot be told from marks, and
//! [`super::criticmarkup`] is the format that gives texts back to the byte. What
//! would steer a terminal is shown by its picture; line ends stay.

use super::ansi::painted;
use super::redline::{Share, marked_where_shared, weave};
use super::report::{Report, whole};
use crate::text::Side;
use crate::text::visible::shown_text;
use crate::view::{Mark, MarkSet};

/// A comparison in the notation of wdiff.
pub fn wdiff(report: &Report<'_>) -> String {
    let comparison = report.comparison;
    let view = whole(comparison);
    let mut out = String::new();
    for stretch in weave(&view, comparison) {
        let pieces = [stretch.gap, stretch.pieces].concat();
        for piece in marked_where_shared(&pieces) {
            let words = shown(piece.share.text(comparison));
            match piece.share {
                Share::Both(_) => out.push_str(&words),
                Share::Only(side, _) => {
                    let words = match side {
                        Side::Left => format!("[-{words}-]"),
                        Side::Right => format!("{{+{words}+}}"),
                    };
                    let differs = MarkSet::EMPTY.with(Mark::Differs).with(Mark::Only);
                    painted(&mut out, &words, differs, side, report.wishes.theme.as_ref());
                }
            }
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
