//! The stamp: everything needed to make the same report again.
//!
//! It has the SHA-256 of both files, the version and the options. It depends on no clock and no
//! machine: the same two files, version and options give the same report.

use std::fmt;

use crate::article::Article;
use crate::comparison::Comparison;
use crate::difference::Kinds;
use crate::text::visible::shown_text;
use crate::text::{Side, Span};
use crate::view::words;

/// The program and its version in every report.
pub const MAKER: &str = concat!("pressdiff ", env!("CARGO_PKG_VERSION"));

/// Whether a text starts with the program and any version.
pub(crate) fn names_maker(words: &str) -> bool {
    let version = words.strip_prefix(concat!(env!("CARGO_PKG_NAME"), " "));
    version.is_some_and(|version| version.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether this is the program line of a stamp, with `separator` after the name of the line.
pub(crate) fn is_program_line(line: &str, separator: &str) -> bool {
    line.strip_prefix(PROGRAM).and_then(|rest| rest.strip_prefix(separator)).is_some_and(names_maker)
}

/// The layout of line-based reports: the first line names both outlets, the last three lines are the stamp.
pub(crate) struct Layout {
    /// The text before and after both names on the first line.
    pub(crate) title: [&'static str; 2],
    /// The text before and after the name on a line of the stamp.
    pub(crate) item: [&'static str; 2],
}

impl Layout {
    /// Whether a file has this layout and its title names the outlets of its stamp.
    ///
    /// A text that quotes a report has another first or last line.
    pub(crate) fn matches(&self, bytes: &[u8]) -> bool {
        let Ok(text) = std::str::from_utf8(bytes) else { return false };
        let [head, tail] = self.title;
        let mut lines = text.lines();
        let names = lines.next().and_then(|line| line.strip_prefix(head)?.strip_suffix(tail));
        let [program, right, left] = [(); 3].map(|()| lines.next_back()?.strip_prefix(self.item[0]));
        let (Some(names), Some(program), Some(right), Some(left)) = (names, program, right, left) else {
            return false;
        };
        let is_named = |line: &str, name: &str| {
            line.strip_prefix(name).is_some_and(|rest| rest.starts_with(self.item[1]))
        };
        // the name of an outlet may contain “and”
        let mut splits = names.match_indices(AND).map(|(at, and)| (at, at + and.len()));
        let is_titled = splits.any(|(end, start)| {
            let [one, other] = [Span::new(0, end), Span::new(start, names.len())].map(|span| span.of(names));
            is_named(left, one) && is_named(right, other)
        });
        let items = text.lines().filter_map(|line| line.strip_prefix(self.item[0]));
        let stamps = items.filter(|line| is_program_line(line, self.item[1]));
        // several reports in one file are the user's own file
        is_titled && is_program_line(program, self.item[1]) && stamps.count() == 1
    }
}

/// The text between the names of both outlets in a title.
const AND: &str = " and ";

/// The name of the stamp's last line.
pub(crate) const PROGRAM: &str = "program";

/// A line of the stamp.
pub(crate) struct Line {
    /// The name: an outlet or the program.
    pub(crate) name: String,
    /// The text, on one line.
    pub(crate) text: String,
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.name, self.text)
    }
}

/// The stamp of a comparison.
pub(crate) fn stamp(comparison: &Comparison) -> Vec<Line> {
    let [left, right] =
        Side::BOTH.map(|side| article(&comparison.sides[side].article, words::outlet(comparison, side)));
    vec![left, right, Line { name: PROGRAM.to_owned(), text: program(comparison) }]
}

/// The line for one article.
pub(crate) fn article(article: &Article, outlet: &str) -> Line {
    let origin = &article.origin;
    let hash = if origin.sha256.is_empty() { String::new() } else { format!("SHA-256 {}", origin.sha256) };
    let mut parts = vec![origin.path.as_str(), origin.format, hash.as_str()];
    parts.retain(|part| !part.is_empty());
    Line { name: shown_text(outlet).into_owned(), text: shown_text(&parts.join(", ")).into_owned() }
}

/// The version and the options of the comparison.
pub(crate) fn program(comparison: &Comparison) -> String {
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
