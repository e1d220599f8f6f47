//! Verdicts and notes as a list in Markdown, for an editor to send to the writer.
//!
//! Lists the remarks of the reviewer with their findings and words, in the order of the rows. The
//! verdict `seen` without a note is counted, not listed. Texts and notes are escaped.

use std::fmt::Write;

use super::markdown::escaped;
use super::report::Report;
use super::{remarks, stamp};
use crate::alignment::BeadId;
use crate::review::{Remark, Verdict};
use crate::text::Pair;
use crate::view::excerpt::Excerpts;
use crate::view::{Numbers, words};

/// The verdicts and notes of a comparison.
pub fn notes(report: &Report<'_>) -> String {
    let (comparison, review) = (report.comparison, report.review);
    let outlets = Pair::from_fn(|side| escaped(words::outlet(comparison, side)));
    let mut out = format!("{TITLE}{} and {}\n\n", outlets.left, outlets.right);
    let progress = review.progress(comparison);
    let _ = write!(out, "{} of {}{SEEN}", progress.seen, progress.of);
    for verdict in [Verdict::Ok, Verdict::Fix, Verdict::Query] {
        match report.remarks().filter(|(_, remark)| remark.verdict == Some(verdict)).count() {
            0 => {}
            count => {
                let _ = write!(out, ", {count} {}", verdict.name());
            }
        }
    }
    out.push_str(".\n");

    let numbers = Numbers::new(&report.rows());
    let is_listed =
        |remark: &Remark| remark.note.is_some() || !matches!(remark.verdict, None | Some(Verdict::Seen));
    let mut listed: Vec<(usize, BeadId, String)> = report
        .remarks()
        .filter(|(_, remark)| is_listed(remark))
        .filter_map(|(bead, remark)| Some((numbers.bead(bead)?, bead, remarks::said(remark)?)))
        .collect();
    listed.sort_unstable();
    for (row, bead, said) in listed {
        let edited = if review.is_edited(bead) { ", the words were edited since" } else { "" };
        let _ = writeln!(out, "\n- **row {row}{edited}:** {}", escaped(&said));
        for finding in words::findings(comparison, bead) {
            let _ = writeln!(out, "  - {}", escaped(&finding));
        }
        write_excerpts(&mut out, &outlets, &remarks::excerpts(comparison, bead));
    }
    let orphaned = remarks::orphaned(report);
    if !orphaned.is_empty() {
        out.push_str("\n## In neither text any more\n");
    }
    for (said, excerpts) in orphaned {
        let _ = writeln!(out, "\n- {}", escaped(&said));
        write_excerpts(&mut out, &outlets, &excerpts);
    }
    let _ = writeln!(out, "\n{STAMP}{}*", escaped(stamp::MAKER));
    out
}

/// Whether a file is a notes report.
pub fn is_own_report(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let (first, third, last) = (text.lines().next(), text.lines().nth(2), text.lines().next_back());
    let maker = last.and_then(|line| line.strip_prefix(STAMP));
    first.is_some_and(|line| line.starts_with(TITLE))
        && third.is_some_and(|line| line.contains(SEEN))
        && maker.is_some_and(stamp::names_maker)
        // several reports in one file are the user's own file
        && text.lines().filter(|line| line.starts_with(STAMP)).count() == 1
}

/// The start of the first line.
const TITLE: &str = "# Notes on ";

/// Part of the third line.
const SEEN: &str = " differences seen";

/// The start of the last line, before the maker.
const STAMP: &str = "*Made by ";

/// The words that a remark is about; once if both sides are equal.
fn write_excerpts(out: &mut String, outlets: &Pair<String>, excerpts: &Excerpts) {
    if excerpts.equal {
        let _ = writeln!(out, "  - both: {}", escaped(&excerpts.sides.left.to_string()));
        return;
    }
    for (side, words) in excerpts.sides.as_ref().sides() {
        if !words.is_empty() {
            let _ = writeln!(out, "  - {}: {}", outlets[side], escaped(&words.to_string()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::difference::{Certainty, Difference, DifferenceKind, Severity};
    use crate::export::report::ReportOptions;
    use crate::review::{Entry, Placed};
    use crate::text::Span;
    use crate::view::made::comparison;

    #[test]
    fn what_was_said_is_listed_with_its_words_and_what_was_only_seen_is_counted() {
        let mut compared =
            comparison("Rain fell.\nSome 12 men left.", "Rain fell.\nSome 15 men left.", "=0-0 1-1");
        compared.differences.push(Difference {
            bead: BeadId::new(1),
            kind: DifferenceKind::Number,
            severity: Severity::High,
            certainty: Certainty::Sure,
            spans: Pair::new(Some(Span::new(16, 18)), Some(Span::new(16, 18))),
            rule: "number",
            why: "The number differs.".to_owned(),
        });
        let mut review = Placed::default();
        let fix = Remark { verdict: Some(Verdict::Fix), note: Some("ask *Vale*".to_owned()) };
        let seen = Remark { verdict: Some(Verdict::Seen), note: None };
        review.remarks.insert(BeadId::new(0), seen);
        review.remarks.insert(BeadId::new(1), fix.clone());
        review.orphaned.push(Entry { texts: Pair::new(None, Some("It hailed.".to_owned())), remark: fix });
        let made =
            notes(&Report { comparison: &compared, review: &review, options: &ReportOptions::default() });
        let (_, list) = made.split_once(" differences seen").expect("a count");
        let expected = "\
, 1 fix.

- **row 2:** fix: ask \\*Vale\\*
  - The number differs.
  - the Wire: Some 12 men left.
  - the Courier: Some 15 men left.

## In neither text any more

- fix: ask \\*Vale\\*
  - the Courier: It hailed.

*Made by pressdiff";
        assert!(list.starts_with(expected), "{made}");
    }

    #[test]
    fn both_sides_are_named_where_a_long_sentence_differs_in_one_word() {
        let long = |figure: &str| format!("{}{figure} {}.", "one two ".repeat(20), "three four ".repeat(20));
        let said = |left: &str, right: &str| {
            let mut review = Placed::default();
            let fix = Remark { verdict: Some(Verdict::Fix), note: None };
            review.remarks.insert(BeadId::new(0), fix);
            let compared = comparison(left, right, "0-0");
            notes(&Report { comparison: &compared, review: &review, options: &ReportOptions::default() })
        };
        let made = said(&long("312"), &long("321"));
        for words in ["  - the Wire: … ", " two 312 three ", "  - the Courier: … ", " two 321 three "] {
            assert!(made.contains(words), "{made}");
        }
        assert!(!made.contains("both:"), "{made}");
        assert!(said(&long("312"), &long("312").replace(' ', "  ")).contains("  - both: one two "));
    }
}
