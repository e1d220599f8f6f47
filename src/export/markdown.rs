//! The report in Markdown, for chats and tickets: figures, ledgers, the marked-up article, the stamp.
//!
//! The article stands between its heading and the next one, a paragraph for each
//! paragraph: `<del>` what only the left has, `<ins>` what only the right has, a
//! pilcrow in either for a paragraph mark of that side, `<sup>` what is said of it.
//! Without `<ins>` and `<sup>` it is the left text paragraph by paragraph, without
//! `<del>` and `<sup>` the right. Nothing of a text is taken for markup: what means
//! something to Markdown has a backslash or is a character reference.

use std::fmt::Write;

use super::harmless::push_harmless;
use super::ledgers::{self, Words};
use super::redline::{Inline, Paragraph, Stretch, paragraphs, weave};
use super::report::{Report, chosen, whole};
use super::{remarks, stamp};
use crate::article::BlockKind;
use crate::text::{Pair, Side};
use crate::view::excerpt::Excerpts;
use crate::view::{Numbers, words};

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
    stamp::Frame { title: ["# ", ""], item: ["- **", ":** "] }.holds(bytes)
}

fn item(out: &mut String, name: &str, words: &str) {
    put(out, format_args!("- **{name}:** {}\n", escaped(words)));
}

/// The ledgers: what the reviewer said, quotations, facts, other findings.
fn tables(out: &mut String, report: &Report<'_>, outlets: &Pair<String>) {
    let numbers = Numbers::new(&chosen(report));
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

/// What the reviewer said, with the findings and the words it is about.
fn review(report: &Report<'_>) -> Vec<Vec<String>> {
    let comparison = report.comparison;
    let row = |said: &str, found: &[String], excerpts: &Excerpts| {
        let found: Vec<String> = found.iter().map(|found| escaped(found)).collect();
        let words = |side: Side| escaped(&excerpts.sides[side].to_string());
        vec![escaped(said), found.join("<br>"), words(Side::Left), words(Side::Right)]
    };
    let remarks = report.review.remarks.keys();
    let said = remarks.filter_map(|&bead| Some((bead, remarks::on_bead(report, bead)?)));
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
        put(&mut state, format_args!("; **check: {}**", escaped(check)));
    }
    if let Some(marks) = &line.marks {
        put(&mut state, format_args!("; {}", escaped(marks)));
    }
    let words = |words: &Vec<Words>| match words.as_slice() {
        [] => "–".to_owned(),
        words => words.iter().map(|words| emphasized(&words.text, words.differ)).collect(),
    };
    vec![escaped(&line.speaker), state, words(&line.words[0]), words(&line.words[1])]
}

/// Words, in bold where they differ; blanks at their ends would keep the stars from being markup.
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
    put(out, format_args!("\n## {title}\n\n"));
    if rows.is_empty() {
        out.push_str("None.\n");
        return;
    }
    put(out, format_args!("| {} |\n|{}\n", heads.join(" | "), " --- |".repeat(heads.len())));
    for row in rows {
        put(out, format_args!("| {} |\n", row.join(" | ")));
    }
}

/// The article with what is edited in it.
fn article(out: &mut String, report: &Report<'_>, outlets: &Pair<String>) {
    let view = whole(report.comparison);
    let stretches = weave(&view, report.comparison);
    put(out, format_args!("\n## The article\n\n<del>{}</del> <ins>{}</ins>\n", outlets.left, outlets.right));
    for paragraph in paragraphs(&stretches, report.comparison) {
        out.push('\n');
        write_paragraph(out, &paragraph, &stretches, report);
        out.push('\n');
    }
}

fn write_paragraph(out: &mut String, paragraph: &Paragraph, stretches: &[Stretch<'_>], report: &Report<'_>) {
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
    // words of one owner are one element, whatever quotations they stand in
    let mut words: Option<(Option<Side>, String)> = None;
    let mut opens = true;
    for inline in &paragraph.inlines {
        match inline {
            Inline::Text { owner, text, .. } => {
                let text = if opens { opening(text) } else { escaped(text) };
                opens = false;
                match &mut words {
                    Some((before, words)) if before == owner => words.push_str(&text),
                    _ => owned(out, words.replace((*owner, text))),
                }
            }
            Inline::Start(_) => {}
            Inline::End(stretch) => {
                let Some(row) = stretches[*stretch].row else { continue };
                let moved = remarks::moved(row).map(|_| "moved".to_owned());
                let said: Vec<String> = remarks::on_row(report, row).into_iter().chain(moved).collect();
                if !said.is_empty() {
                    owned(out, words.take());
                    put(out, format_args!("<sup>{}</sup>", escaped(&said.join("; "))));
                }
            }
        }
    }
    let mark = paragraph.mark.map(|side| (Some(side), "¶".to_owned()));
    match (&mut words, mark) {
        (Some((before, words)), Some((owner, mark))) if *before == owner => words.push_str(&mark),
        (_, mark) => {
            owned(out, words.take());
            words = mark;
        }
    }
    owned(out, words);
}

/// Words between the tags that say whose they are.
fn owned(out: &mut String, words: Option<(Option<Side>, String)>) {
    match words {
        None => {}
        Some((None, words)) => out.push_str(&words),
        Some((Some(Side::Left), words)) => put(out, format_args!("<del>{words}</del>")),
        Some((Some(Side::Right), words)) => put(out, format_args!("<ins>{words}</ins>")),
    }
}

fn put(out: &mut String, words: std::fmt::Arguments<'_>) {
    out.write_fmt(words).expect("a String takes everything");
}

/// Words at the head of a paragraph, where some signs and numbers would begin a list.
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

/// Words of which none is taken for markup.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 16);
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '¶' => out.push_str("&para;"),
            // nobody is called to a ticket because an article names them
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
