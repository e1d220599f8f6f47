//! The report in Markdown, for chats and tickets: figures, ledgers, the marked-up article, the stamp.
//!
//! The article is between its heading and the next one, paragraph by paragraph: `<del>` for words of
//! the left only, `<ins>` for words of the right only, a pilcrow in either for a paragraph mark of
//! that side, `<sup>` for remarks. Without `<ins>` and `<sup>` it is the left text, without `<del>`
//! and `<sup>` the right. Characters with a meaning in Markdown have a backslash or are character
//! references.

use std::fmt::Write;

use super::harmless::push_harmless;
use super::ledgers::{self, Words};
use super::redline::{Inline, Owner, Paragraph, RowPieces, interleave, paragraphs};
use super::report::Report;
use super::{remarks, stamp};
use crate::article::BlockKind;
use crate::text::{Pair, Side};
use crate::view::excerpt::Excerpts;
use crate::view::{self, Numbers, words};

/// A comparison in Markdown.
pub fn markdown(report: &Report<'_>) -> String {
    let comparison = report.comparison;
    let outlets = Pair::from_fn(|side| escaped(&ledgers::shown(words::outlet(comparison, side))));
    let mut out = format!("# {} and {}\n\n", outlets.left, outlets.right);
    for side in Side::BOTH {
        item(&mut out, &outlets[side], &words::title(comparison, side));
    }
    for figure in words::summary(comparison) {
        item(&mut out, figure.name, &figure.text);
    }
    for side in Side::BOTH {
        for note in &comparison.sides[side].article.notes {
            item(&mut out, &format!("note on {}", outlets[side]), note);
        }
    }
    tables(&mut out, report, &outlets);
    article(&mut out, report, &outlets);
    out.push_str("\n## How this was made\n\n");
    for line in stamp::stamp(comparison) {
        item(&mut out, &escaped(&line.name), &line.text);
    }
    out
}

/// Whether a file is a Markdown report.
pub fn is_own_report(bytes: &[u8]) -> bool {
    stamp::Layout { title: ["# ", ""], item: ["- **", ":** "] }.matches(bytes)
}

fn item(out: &mut String, name: &str, words: &str) {
    let _ = writeln!(out, "- **{name}:** {}", escaped(words));
}

/// The ledgers: remarks, quotations, facts, other findings.
fn tables(out: &mut String, report: &Report<'_>, outlets: &Pair<String>) {
    let numbers = Numbers::new(&report.rows());
    let both = [outlets.left.as_str(), outlets.right.as_str()];

    let rows = review(report);
    if !rows.is_empty() {
        table(out, "Review", &["Verdict and note", "Finding", both[0], both[1]], &rows);
    }

    let rows: Vec<Vec<String>> = ledgers::quotations(report, &numbers).iter().map(quotation).collect();
    table(out, "Quotations", &["Speaker", "What became of it", both[0], both[1]], &rows);

    let fact = |line: &ledgers::FactLine| {
        vec![line.kind.to_owned(), cell(line.words[0].as_ref()), cell(line.words[1].as_ref())]
    };
    let rows: Vec<Vec<String>> = ledgers::facts(report, &numbers).altered.iter().map(fact).collect();
    table(out, "Facts that differ", &["Kind", both[0], both[1]], &rows);

    let lines = ledgers::differences(report, &numbers).listed;
    let rows = lines.iter().map(|line| {
        let kind = format!("{} ({})", escaped(&line.kind), line.severity);
        vec![kind, cell(line.words[0].as_ref()), cell(line.words[1].as_ref()), escaped(&line.why)]
    });
    table(out, "Differences", &["Kind", both[0], both[1], "Why"], &rows.collect::<Vec<_>>());
}

/// The remarks of the reviewer, with their findings and words.
fn review(report: &Report<'_>) -> Vec<Vec<String>> {
    let comparison = report.comparison;
    let row = |said: &str, found: &[String], excerpts: &Excerpts| {
        let found: Vec<String> = found.iter().map(|found| escaped(found)).collect();
        let words = |side: Side| escaped(&excerpts.sides[side].to_string());
        vec![escaped(said), found.join("<br>"), words(Side::Left), words(Side::Right)]
    };
    let said = report.remarks().filter_map(|(bead, remark)| Some((bead, remarks::said(remark)?)));
    let said = said.map(|(bead, said)| {
        row(&said, &words::findings(comparison, bead), &remarks::excerpts(comparison, bead))
    });
    let orphaned = remarks::orphaned(report).into_iter().map(|(said, excerpts)| {
        row(&format!("{said} (these words are in neither text any more)"), &[], &excerpts)
    });
    said.chain(orphaned).collect()
}

fn quotation(line: &ledgers::QuotationLine) -> Vec<String> {
    let mut state = escaped(&line.state);
    if let Some(check) = &line.check {
        let _ = write!(state, "; **check: {}**", escaped(check));
    }
    if let Some(marks) = &line.marks {
        let _ = write!(state, "; {}", escaped(marks));
    }
    let words = |words: &Vec<Words>| match words.as_slice() {
        [] => "–".to_owned(),
        words => words.iter().map(|words| emphasized(&words.text, words.differ)).collect(),
    };
    vec![escaped(&line.speaker), state, words(&line.words[0]), words(&line.words[1])]
}

/// Words, in bold if they differ, without the spaces at their ends.
fn emphasized(words: &str, differ: bool) -> String {
    let inner = words.trim();
    if !differ || inner.is_empty() {
        return escaped(words);
    }
    let (head, tail) = (words.len() - words.trim_start().len(), words.len() - words.trim_end().len());
    format!("{}<b>{}</b>{}", " ".repeat(head.min(1)), escaped(inner), " ".repeat(tail.min(1)))
}

fn cell(words: Option<&String>) -> String {
    words.map_or_else(|| "–".to_owned(), |words| escaped(words))
}

fn table(out: &mut String, title: &str, heads: &[&str], rows: &[Vec<String>]) {
    let _ = writeln!(out, "\n## {title}\n");
    if rows.is_empty() {
        out.push_str("None.\n");
        return;
    }
    let _ = writeln!(out, "| {} |\n|{}", heads.join(" | "), " --- |".repeat(heads.len()));
    for row in rows {
        let _ = writeln!(out, "| {} |", row.join(" | "));
    }
}

/// The article with its edits.
fn article(out: &mut String, report: &Report<'_>, outlets: &Pair<String>) {
    let view = view::rows(report.comparison);
    let rows = interleave(&view, report.comparison);
    let _ = writeln!(out, "\n## The article\n\n<del>{}</del> <ins>{}</ins>", outlets.left, outlets.right);
    for paragraph in paragraphs(&rows, report.comparison) {
        out.push('\n');
        write_paragraph(out, &paragraph, &rows, report);
        out.push('\n');
    }
}

fn write_paragraph(out: &mut String, paragraph: &Paragraph, rows: &[RowPieces<'_>], report: &Report<'_>) {
    match paragraph.kind {
        BlockKind::Headline => out.push_str("### "),
        BlockKind::Deck | BlockKind::Subhead => out.push_str("#### "),
        BlockKind::Byline
        | BlockKind::Dateline
        | BlockKind::Paragraph
        | BlockKind::ListItem
        | BlockKind::Caption
        | BlockKind::Credit => {}
    }
    // words of one owner are one element, whatever their quotations
    let mut words: Option<(Owner, String)> = None;
    let mut add = |out: &mut String, owner: Owner, text: &str| match &mut words {
        Some((before, words)) if *before == owner => words.push_str(text),
        _ => write_words(out, words.replace((owner, text.to_owned()))),
    };
    let mut is_first = true;
    for inline in &paragraph.inlines {
        match inline {
            Inline::Text { owner, text, .. } => {
                add(out, *owner, &if is_first { opening(text) } else { escaped(text) });
                is_first = false;
            }
            Inline::Start(_) => {}
            Inline::End(row) => {
                let Some(row) = rows[*row].row else { continue };
                let moved = remarks::moved(row).map(|_| "moved".to_owned());
                let said: Vec<String> = remarks::on_row(report, row).into_iter().chain(moved).collect();
                if !said.is_empty() {
                    add(out, None, &format!("<sup>{}</sup>", escaped(&said.join("; "))));
                }
            }
        }
    }
    if let Some(side) = paragraph.mark {
        add(out, Some(side), "¶");
    }
    write_words(out, words);
}

/// Writes words in the element of their side.
fn write_words(out: &mut String, words: Option<(Owner, String)>) {
    let _ = match words {
        None => Ok(()),
        Some((None, words)) => out.write_str(&words),
        Some((Some(Side::Left), words)) => write!(out, "<del>{words}</del>"),
        Some((Some(Side::Right), words)) => write!(out, "<ins>{words}</ins>"),
    };
}

/// Words at the start of a paragraph, where some signs and numbers would begin a list.
fn opening(words: &str) -> String {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    match words.as_bytes().get(digits) {
        Some(b'-' | b'+' | b'=') if digits == 0 => format!("\\{}", escaped(words)),
        Some(b'.' | b')') if digits > 0 => {
            let (number, rest) = words.split_at(digits);
            format!("{number}\\{}", escaped(rest))
        }
        _ => escaped(words),
    }
}

/// Words without markup.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 16);
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '¶' => out.push_str("&para;"),
            // a name in an article must not notify a user
            '@' => out.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' | '^' => {
                out.push('\\');
                out.push(c);
            }
            c => push_harmless(&mut out, c),
        }
    }
    out
}
