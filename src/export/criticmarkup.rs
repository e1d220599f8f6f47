//! `CriticMarkup`: both texts as one plain file, edits in braces.
//!
//! `{--left--}`, `{++right++}`, `{~~left~>right~~}`, `{==quotation==}` and `{>>note<<}`. Invariant:
//! without insertions and notes, the file is the left text to the byte; without deletions and
//! notes, the right text. Each of `\ { } ~` of a text has a backslash before it, so that no text is
//! taken for markup, and characters that would control a terminal are written as their code,
//! `\u{1b}`. Nothing else is escaped. The words of each line and the line ends are marked
//! separately, as the tools for this format expect.

use super::harmless::is_harmless;
use super::redline::{Piece, RowPieces, Words, interleave, quotations_of_both};
use super::report::Report;
use super::{remarks, stamp};
use crate::comparison::Comparison;
use crate::text::Side;
use crate::view::{self, words};

/// A comparison as `CriticMarkup`.
pub fn criticmarkup(report: &Report<'_>) -> String {
    let comparison = report.comparison;
    let rows = view::rows(comparison);
    let mut out = String::new();
    for row in interleave(&rows, comparison) {
        let pieces = [row.gap.as_slice(), &row.pieces].concat();
        write_pieces(&mut out, &quotations_of_both(&pieces), comparison);
        for note in notes(report, &row) {
            comment(&mut out, &note);
        }
    }
    for said in remarks::orphaned_lines(report) {
        comment(&mut out, &said);
    }
    let lines: Vec<String> = stamp::stamp(comparison).iter().map(ToString::to_string).collect();
    comment(&mut out, &format!("\n{}\n", lines.join("\n")));
    out
}

/// Whether a file is a `CriticMarkup` report: its last comment is the stamp, and nothing follows.
pub fn is_own_report(bytes: &[u8]) -> bool {
    let Ok(copy) = std::str::from_utf8(bytes) else { return false };
    let stamp = copy.rsplit_once("{>>\n").and_then(|(_, stamp)| stamp.strip_suffix("\n<<}"));
    let Some(stamp) = stamp.filter(|_| copy.matches("{>>\n").count() == 1) else { return false };
    let last = stamp.lines().nth(2).unwrap_or_default();
    !stamp.contains("<<}") && stamp.lines().count() == 3 && stamp::is_program_line(last, ": ")
}

/// The notes after a row: verdict and note, quotations, the other end of a move, findings.
fn notes(report: &Report<'_>, pieces: &RowPieces<'_>) -> Vec<String> {
    let Some(row) = pieces.row else { return Vec::new() };
    let mut notes: Vec<String> = remarks::on_row(report, row).into_iter().collect();
    if !report.includes(row.bead) {
        return notes;
    }
    notes.extend(row.captions.iter().map(|caption| caption.text.clone()));
    notes
        .extend(remarks::moved(row).map(|side| {
            format!("moved: stands elsewhere {}", words::place(report.comparison, side.other()))
        }));
    notes.extend(remarks::findings(report, row));
    notes
}

fn comment(out: &mut String, words: &str) {
    out.push_str("{>>");
    escape(out, words);
    out.push_str("<<}");
}

fn write_pieces(out: &mut String, pieces: &[Piece], comparison: &Comparison) {
    let has_line_end = |words: &str| words.contains('\n');
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        at += 1;
        let words = piece.words.text(comparison);
        match (piece.words, pieces.get(at).map(|next| next.words)) {
            (Words::Both(_), _) if piece.quotation.is_some() => lines(out, "{==", words, "==}"),
            (Words::Both(_), _) => escape(out, words),
            (Words::Only(Side::Left, _), Some(Words::Only(Side::Right, right)))
                if !has_line_end(words) && !has_line_end(comparison.sides.right.slice(right)) =>
            {
                at += 1;
                out.push_str("{~~");
                escape(out, words);
                out.push_str("~>");
                escape(out, comparison.sides.right.slice(right));
                out.push_str("~~}");
            }
            (Words::Only(Side::Left, _), _) => lines(out, "{--", words, "--}"),
            (Words::Only(Side::Right, _), _) => lines(out, "{++", words, "++}"),
        }
    }
}

/// Writes words between marks; the words of each line and the line ends separately.
fn lines(out: &mut String, open: &str, words: &str, close: &str) {
    let mut rest = words;
    while !rest.is_empty() {
        let is_line_end = rest.starts_with('\n');
        let end = rest.find(|c| (c == '\n') != is_line_end).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        out.push_str(open);
        escape(out, part);
        out.push_str(close);
        rest = after;
    }
}

/// Writes words so that none of them is taken for markup or controls a terminal.
fn escape(out: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '\\' | '{' | '}' | '~' => out.extend(['\\', c]),
            '\n' | '\t' => out.push(c),
            c if is_harmless(c) => out.push(c),
            c => out.extend(c.escape_unicode()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::report::ReportOptions;
    use crate::review::{Placed, Remark, Verdict};
    use crate::view::made::comparison;

    #[track_caller]
    fn check(left: &str, right: &str, beads: &str, expected: &str) {
        let comparison = comparison(left, right, beads);
        let mut review = Placed::default();
        let remark = Remark { verdict: Some(Verdict::Fix), note: Some("ask {Vale}".to_owned()) };
        review.remarks.insert(crate::alignment::BeadId::new(0), remark);
        let report = Report { comparison: &comparison, review: &review, options: &ReportOptions::default() };
        let made = criticmarkup(&report);
        let (body, _) = made.rsplit_once("{>>\n").expect("a stamp");
        assert_eq!(body, expected);
    }

    #[test]
    fn differing_words_are_substituted_within_a_paragraph() {
        check(
            "Some 12 men left.\n\nRain fell.",
            "Some 15 men left.\n",
            "0-0 1-",
            "Some {~~12~>15~~} men left.{>>fix: ask \\{Vale\\}<<}{--\n\n--}{--Rain fell.--}{++\n++}",
        );
    }
}
