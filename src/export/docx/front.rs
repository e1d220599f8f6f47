//! The first pages: titles, figures, quotations, facts, other findings, and the stamp.

use std::fmt::Write;

use super::xml::{paragraph, run};
use crate::export::ledgers::{self, DifferenceLine, FactLine, QuotationLine, Words};
use crate::export::report::Report;
use crate::export::{remarks, stamp};
use crate::text::{Pair, Side};
use crate::view::excerpt::Excerpts;
use crate::view::{Numbers, words};

/// Everything before the article.
pub(super) fn front(report: &Report<'_>) -> String {
    let outlets = Pair::from_fn(|side| ledgers::shown(words::outlet(report.comparison, side)));
    let mut out = String::new();
    paragraph(&mut out, "Title", &format!("{} and {}", outlets.left, outlets.right));
    table(&mut out, &[22, 78], None, &summary(report, &outlets));
    sections(&mut out, report, &outlets);
    paragraph(&mut out, "Heading2", "How this was made");
    for line in stamp::stamp(report.comparison) {
        paragraph(&mut out, "Quiet", &line.to_string());
    }
    out
}

/// The titles, notes and figures.
fn summary(report: &Report<'_>, outlets: &Pair<String>) -> Vec<Row> {
    let comparison = report.comparison;
    let mut rows: Vec<Row> = Vec::new();
    for side in Side::BOTH {
        rows.push(vec![plain(&outlets[side]), plain(&words::title(comparison, side))]);
        let notes = &comparison.sides[side].article.notes;
        rows.extend(notes.iter().map(|note| vec![plain(""), plain(note)]));
    }
    let figures = words::summary(comparison);
    rows.extend(figures.iter().map(|figure| vec![plain(figure.name), plain(&figure.text)]));
    rows
}

/// The ledgers.
fn sections(out: &mut String, report: &Report<'_>, outlets: &Pair<String>) {
    let numbers = Numbers::new(&report.rows());
    let (left, right) = (&*outlets.left, &*outlets.right);

    let rows: Vec<Row> = ledgers::quotations(report, &numbers).iter().map(quotation).collect();
    let heads = ["Speaker, and what became of the words", left, right];
    section(out, "Quotations", &[30, 35, 35], &heads, &rows);

    let fact = |line: &FactLine| {
        vec![plain(line.kind), optional(line.words[0].as_ref()), optional(line.words[1].as_ref())]
    };
    let rows: Vec<Row> = ledgers::facts(report, &numbers).altered.iter().map(fact).collect();
    section(out, "Facts that differ", &[20, 40, 40], &["Kind", left, right], &rows);

    let difference = |line: &DifferenceLine| {
        let kind = plain(&format!("{} ({})", line.kind, line.severity));
        vec![kind, optional(line.words[0].as_ref()), optional(line.words[1].as_ref()), plain(&line.why)]
    };
    let rows: Vec<Row> = ledgers::differences(report, &numbers).listed.iter().map(difference).collect();
    section(out, "Differences", &[18, 26, 26, 30], &["Kind", left, right, "Why"], &rows);

    let orphaned = |(said, excerpts): (String, Excerpts)| {
        let words = |side: Side| plain(&ledgers::shown(&excerpts.sides[side].to_string()));
        vec![plain(&ledgers::shown(&said)), words(Side::Left), words(Side::Right)]
    };
    let rows: Vec<Row> = remarks::orphaned(report).into_iter().map(orphaned).collect();
    if !rows.is_empty() {
        let title = "Said of words that are in neither text any more";
        section(out, title, &[30, 35, 35], &["Verdict and note", left, right], &rows);
    }
}

/// The words of a cell, each with whether it differs.
type Cell = Vec<(String, bool)>;
type Row = Vec<Cell>;

fn plain(words: &str) -> Cell {
    vec![(words.to_owned(), false)]
}

fn optional(words: Option<&String>) -> Cell {
    plain(words.map_or("–", String::as_str))
}

fn quotation(line: &QuotationLine) -> Row {
    let mut said = format!("{}: {}", line.speaker, line.state);
    let check = line.check.as_ref().map(|check| format!("check: {check}"));
    for more in check.iter().chain(&line.marks) {
        let _ = write!(said, "; {more}");
    }
    let words = |words: &Vec<Words>| match words.as_slice() {
        [] => plain("not there"),
        words => words.iter().map(|words| (words.text.clone(), words.differ)).collect(),
    };
    vec![plain(&said), words(&line.words[0]), words(&line.words[1])]
}

fn section(out: &mut String, title: &str, widths: &[u16], heads: &[&str], rows: &[Row]) {
    paragraph(out, "Heading2", title);
    if rows.is_empty() {
        paragraph(out, "Normal", "None.");
        return;
    }
    table(out, widths, Some(heads), rows);
}

/// A table with columns of these widths in percent of the page; no row is split by a page break.
fn table(out: &mut String, widths: &[u16], heads: Option<&[&str]>, rows: &[Row]) {
    /// The width of the page between its margins, in twentieths of a point.
    const PAGE: u32 = 9638;
    let width = |share: u16| u32::from(share) * PAGE / 100;
    out.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"Ledger\"/><w:tblW w:w=\"5000\" w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
    for share in widths {
        let _ = write!(out, "<w:gridCol w:w=\"{}\"/>", width(*share));
    }
    out.push_str("</w:tblGrid>");
    let head = heads.map(|heads| heads.iter().map(|head| plain(head)).collect::<Row>());
    for (row, is_head) in head.iter().map(|row| (row, true)).chain(rows.iter().map(|row| (row, false))) {
        out.push_str("<w:tr><w:trPr><w:cantSplit/>");
        out.push_str(if is_head { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
        for (cell, share) in row.iter().zip(widths) {
            let width = width(*share);
            let _ = write!(out, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>");
            out.push_str("<w:p><w:pPr><w:pStyle w:val=\"Cell\"/></w:pPr>");
            for (words, differs) in cell {
                let style = match (is_head, differs) {
                    (true, _) => "<w:b/>",
                    (false, true) => "<w:rStyle w:val=\"Differs\"/>",
                    (false, false) => "",
                };
                run(out, words, style);
            }
            out.push_str("</w:p></w:tc>");
        }
        out.push_str("</w:tr>");
    }
    out.push_str("</w:tbl>");
}
