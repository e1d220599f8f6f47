//! `CriticMarkup`: both texts as one plain file, edits in braces.
//!
//! `{--left--}`, `{++right++}`, `{~~left~>right~~}`, `{==quotation==}` and
//! `{>>note<<}`. Invariant: without what is inserted, and without notes, the file
//! is the left text to the byte; without what is deleted the right. So that no
//! text can be taken for markup, each of `\ { } ~` of a text has a backslash
//! before it, and what would steer a terminal is told by its code, `\u{1b}`;
//! nothing else is escaped. Words are marked line by line, ends of lines on their
//! own, as the tools for this format want it.

use super::harmless::is_harmless;
use super::redline::{Piece, Share, Stretch, marked_where_shared, weave};
use super::report::{Report, whole};
use super::{remarks, stamp};
use crate::comparison::Comparison;
use crate::text::Side;
use crate::view::{Row, words};

/// A comparison as `CriticMarkup`.
pub fn criticmarkup(report: &Report<'_>) -> String {
    let comparison = report.comparison;
    let view = whole(comparison);
    let mut out = String::new();
    for stretch in weave(&view, comparison) {
        let pieces = [stretch.gap.as_slice(), &stretch.pieces].concat();
        write_pieces(&mut out, &marked_where_shared(&pieces), comparison);
        for note in notes(report, &stretch) {
            comment(&mut out, &note);
        }
    }
    for said in remarks::orphaned_lines(report) {
        comment(&mut out, &said);
    }
    let lines = stamp::stamp(comparison);
    let lines: Vec<String> = lines.iter().map(|line| format!("{}: {}", line.name, line.text)).collect();
    comment(&mut out, &format!("\n{}\n", lines.join("\n")));
    out
}

/// Whether a file is a `CriticMarkup` report: its last comment is the stamp, and nothing follows.
pub fn is_own_report(bytes: &[u8]) -> bool {
    let Ok(copy) = std::str::from_utf8(bytes) else { return false };
    let stamp = copy.rsplit_once("{>>\n").and_then(|(_, stamp)| stamp.strip_suffix("\n<<}"));
    let Some(stamp) = stamp.filter(|_| copy.matches("{>>\n").count() == 1) else { return false };
    let maker = stamp.lines().nth(2).and_then(|line| line.strip_prefix(stamp::PROGRAM)?.strip_prefix(": "));
    !stamp.contains("<<}") && stamp.lines().count() == 3 && maker.is_some_and(stamp::names_maker)
}

/// What is said of a row, behind it: verdict and note, quotations, findings, where the rest of it stands.
fn notes(report: &Report<'_>, stretch: &Stretch<'_>) -> Vec<String> {
    let Some(row) = stretch.row else { return Vec::new() };
    let mut notes: Vec<String> = remarks::on_row(report, row).into_iter().collect();
    if !report.wants(row.bead) {
        return notes;
    }
    notes.extend(row.captions.iter().map(|caption| caption.text.clone()));
    notes.extend(moved(report.comparison, row));
    notes.extend(remarks::findings(report, row));
    notes
}

/// That a sentence stands elsewhere on the other side.
fn moved(comparison: &Comparison, row: &Row) -> Option<String> {
    let side = remarks::moved(row)?;
    Some(format!("moved: stands elsewhere {}", words::place(comparison, side.other())))
}

fn comment(out: &mut String, words: &str) {
    out.push_str("{>>");
    escape(out, words);
    out.push_str("<<}");
}

fn write_pieces(out: &mut String, pieces: &[Piece], comparison: &Comparison) {
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        at += 1;
        let words = piece.share.text(comparison);
        match (piece.share, pieces.get(at).map(|next| next.share)) {
            (Share::Both(_), _) if piece.quotation.is_some() => lines(out, "{==", words, "==}"),
            (Share::Both(_), _) => escape(out, words),
            (Share::Only(Side::Left, left), Some(Share::Only(Side::Right, right)))
                if !is_broken(words) && !is_broken(comparison.sides.right.slice(right)) =>
            {
                at += 1;
                out.push_str("{~~");
                escape(out, comparison.sides.left.slice(left));
                out.push_str("~>");
                escape(out, comparison.sides.right.slice(right));
                out.push_str("~~}");
            }
            (Share::Only(Side::Left, _), _) => lines(out, "{--", words, "--}"),
            (Share::Only(Side::Right, _), _) => lines(out, "{++", words, "++}"),
        }
    }
}

fn is_broken(words: &str) -> bool {
    words.contains('\n')
}

/// Writes words between marks, those of each line and the ends of lines on their own.
fn lines(out: &mut String, open: &str, words: &str, close: &str) {
    let mut rest = words;
    while !rest.is_empty() {
        let breaks = rest.starts_with('\n');
        let (part, after) = match rest.find(|c| (c == '\n') != breaks) {
            Some(end) => rest.split_at(end),
            None => (rest, ""),
        };
        out.push_str(open);
        escape(out, part);
        out.push_str(close);
        rest = after;
    }
}

/// Writes words so that none of them is taken for markup and none steers a terminal.
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
    use crate::export::report::Wishes;
    use crate::review::{Placed, Remark, Verdict};
    use crate::view::made::comparison;

    #[track_caller]
    fn check(left: &str, right: &str, beads: &str, expected: &str) {
        let comparison = comparison(left, right, beads);
        let mut review = Placed::default();
        let remark = Remark { verdict: Some(Verdict::Fix), note: Some("ask {Vale}".to_owned()) };
        review.remarks.insert(crate::alignment::BeadId::new(0), remark);
        let report = Report { comparison: &comparison, review: &review, wishes: &Wishes::default() };
        let made = criticmarkup(&report);
        let (body, _) = made.rsplit_once("{>>\n").expect("a stamp");
        assert_eq!(body, expected);
    }

    #[test]
    fn words_that_differ_are_substituted_and_paragraphs_are_not_reached_over() {
        check(
            "Some 12 men left.\n\nRain fell.",
            "Some 15 men left.\n",
            "0-0 1-",
            "Some {~~12~>15~~} men left.{>>fix: ask \\{Vale\\}<<}{--\n\n--}{--Rain fell.--}{++\n++}",
        );
    }
}
