//! The stamp: what a second editor needs to make the same report again.
//!
//! Both files by their SHA-256, the version, the options. No clock and no machine
//! has a say in it: the same two files, version and options give the same report.

use crate::article::Article;
use crate::comparison::Comparison;
use crate::difference::Kinds;
use crate::text::visible::shown_text;
use crate::text::{Side, Span};
use crate::view::words;

/// The program and its version, as every report names them.
pub const MAKER: &str = concat!("pressdiff ", env!("CARGO_PKG_VERSION"));

/// Whether these words start with the program and any version.
pub(crate) fn names_maker(words: &str) -> bool {
    let version = words.strip_prefix(concat!(env!("CARGO_PKG_NAME"), " "));
    version.is_some_and(|version| version.starts_with(|c: char| c.is_ascii_digit()))
}

/// The layout of line-based reports: the first line names both outlets, the last three lines are the stamp.
pub(crate) struct Frame {
    /// What precedes and follows both names on the first line.
    pub(crate) title: [&'static str; 2],
    /// What precedes and follows the name on a line of the stamp.
    pub(crate) item: [&'static str; 2],
}

impl Frame {
    /// Whether a file has this layout and its title names the outlets of its stamp.
    ///
    /// A text that quotes a report has another first or last line.
    pub(crate) fn holds(&self, bytes: &[u8]) -> bool {
        let Ok(text) = std::str::from_utf8(bytes) else { return false };
        let [head, tail] = self.title;
        let mut lines = text.lines();
        let names = lines.next().and_then(|line| line.strip_prefix(head)?.strip_suffix(tail));
        let [program, right, left] = [(); 3].map(|()| self.unframed(lines.next_back()));
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
        let is_program = |line: &str| {
            let said = line.strip_prefix(PROGRAM).and_then(|rest| rest.strip_prefix(self.item[1]));
            said.is_some_and(names_maker)
        };
        let stamps =
            text.lines().filter_map(|line| self.unframed(Some(line))).filter(|line| is_program(line));
        // several reports in one file are somebody's own file
        is_titled && is_program(program) && stamps.count() == 1
    }

    /// A line of the stamp without what precedes its name.
    fn unframed<'a>(&self, line: Option<&'a str>) -> Option<&'a str> {
        line?.strip_prefix(self.item[0])
    }
}

/// What separates the names of both outlets in a title.
const AND: &str = " and ";

/// The name of the stamp's last line.
pub(crate) const PROGRAM: &str = "program";

/// A line of the stamp.
pub(crate) struct Line {
    /// What it is about.
    pub(crate) name: String,
    /// What is said, on one line.
    pub(crate) text: String,
}

/// The stamp of a comparison.
pub(crate) fn stamp(comparison: &Comparison) -> Vec<Line> {
    let mut lines: Vec<Line> = Side::BOTH
        .map(|side| article(&comparison.sides[side].article, words::outlet(comparison, side)))
        .into();
    lines.push(Line { name: PROGRAM.to_owned(), text: program(comparison) });
    lines
}

/// The line for one article.
pub(crate) fn article(article: &Article, outlet: &str) -> Line {
    let origin = &article.origin;
    let hash = if origin.sha256.is_empty() { String::new() } else { format!("SHA-256 {}", origin.sha256) };
    let parts = [origin.path.as_str(), origin.format, hash.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let shown = |words: &str| shown_text(words).into_owned();
    Line { name: shown(outlet), text: shown(&parts.join(", ")) }
}

/// The version, and the options that shaped the result.
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
