//! Beads, quotations, facts and differences as one table for a spreadsheet.
//!
//! One file with one head line. The first column names the table of a line (`bead`, `quotation`,
//! `fact`, `difference`, `remark` for orphaned remarks, `stamp`), so that a filter gives six tables.
//! As in RFC 4180: CRLF, quotes doubled. A field that a spreadsheet would take for a formula has an
//! apostrophe before it, which spreadsheets hide.

use super::harmless::push_harmless;
use super::report::Report;
use super::stamp;
use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::review::Verdict;
use crate::text::{Pair, Side};
use crate::view::ledger;
use crate::view::{Numbers, Run};

/// The columns, in order.
const COLUMNS: [&str; 16] = [
    "table",
    "id",
    "row",
    "bead",
    "kind",
    "state",
    "moved",
    "severity",
    "speaker",
    "left",
    "right",
    "left_value",
    "right_value",
    "verdict",
    "note",
    "why",
];

/// A comparison as a table.
pub fn csv(report: &Report<'_>) -> String {
    let comparison = report.comparison;
    let numbers = Numbers::new(&report.rows());
    let mut out = String::new();
    record(&mut out, &COLUMNS.map(str::to_owned));
    beads(&mut out, report, &numbers);
    quotations(&mut out, report, &numbers);
    facts(&mut out, report, &numbers);
    differences(&mut out, report, &numbers);
    orphaned(&mut out, report);
    for line in stamp::stamp(comparison) {
        record(&mut out, &Line { kind: line.name, why: line.text, ..Line::of("stamp") }.fields());
    }
    out
}

/// Whether a file is a CSV report: its first line names the columns, its last line is the program line of the stamp.
pub fn is_own_report(bytes: &[u8]) -> bool {
    let Ok(table) = std::str::from_utf8(bytes) else { return false };
    let first = format!("{},", COLUMNS[..3].join(","));
    let last = table.strip_suffix("\r\n").and_then(|table| table.rsplit("\r\n").next());
    let program = last
        .and_then(|line| line.strip_prefix("stamp,")?.trim_start_matches(',').strip_prefix(stamp::PROGRAM));
    let maker = program.map(|rest| rest.trim_start_matches(',').trim_start_matches('"'));
    let table = table.trim_start_matches('\u{feff}');
    table.starts_with(&first)
        // several reports in one file are the user's own file
        && table.split("\r\n").filter(|line| line.starts_with(&first)).count() == 1
        && maker.is_some_and(stamp::names_maker)
}

/// The fields of a line; those that a table does not use stay empty.
#[derive(Default)]
struct Line {
    table: &'static str,
    id: String,
    row: Option<usize>,
    bead: Option<BeadId>,
    kind: String,
    state: String,
    moved: bool,
    severity: &'static str,
    speaker: String,
    words: Pair<String>,
    values: Pair<String>,
    verdict: &'static str,
    note: String,
    why: String,
}

impl Line {
    fn of(table: &'static str) -> Line {
        Line { table, ..Line::default() }
    }

    fn fields(self) -> [String; COLUMNS.len()] {
        let number = |number: Option<usize>| number.map(|number| number.to_string()).unwrap_or_default();
        [
            self.table.to_owned(),
            self.id,
            number(self.row),
            self.bead.map(|bead| format!("b{}", bead.index())).unwrap_or_default(),
            self.kind,
            self.state,
            if self.moved { "yes".to_owned() } else { String::new() },
            self.severity.to_owned(),
            self.speaker,
            self.words.left,
            self.words.right,
            self.values.left,
            self.values.right,
            self.verdict.to_owned(),
            self.note,
            self.why,
        ]
    }
}

fn beads(out: &mut String, report: &Report<'_>, numbers: &Numbers) {
    let comparison = report.comparison;
    for (id, bead) in comparison.alignment.iter().filter(|(id, _)| report.includes(*id)) {
        let remark = report.review.remark(id).cloned().unwrap_or_default();
        let line = Line {
            id: format!("b{}", id.index()),
            row: numbers.bead(id),
            bead: Some(id),
            state: bead.reuse.name().to_owned(),
            moved: bead.moved,
            words: Pair::from_fn(|side| {
                let sentences = &comparison.sides[side].sentences;
                let spans = bead.sentences[side].iter().map(|&id| sentences.get(id).span);
                let words: Vec<&str> = spans.map(|span| comparison.sides[side].slice(span)).collect();
                words.join(" ")
            }),
            verdict: remark.verdict.map_or("", |verdict| verdict.name()),
            note: remark.note.unwrap_or_default(),
            ..Line::of("bead")
        };
        record(out, &line.fields());
    }
}

fn quotations(out: &mut String, report: &Report<'_>, numbers: &Numbers) {
    let comparison = report.comparison;
    for quoted in ledger::quotations(comparison) {
        let row = numbers.link(quoted.link);
        if !report.lists(row) {
            continue;
        }
        let why: Vec<String> =
            quoted.check.map(|check| format!("check: {check}")).into_iter().chain(quoted.marks).collect();
        let line = Line {
            id: format!("l{}", quoted.link.index()),
            row,
            state: quoted.state.name().to_owned(),
            speaker: quoted.speaker,
            words: Pair::from_fn(|side| fragments(comparison, side, &quoted.fragments[side])),
            why: why.join("; "),
            ..Line::of("quotation")
        };
        record(out, &line.fields());
    }
}

/// The words of a quotation, without the text between its fragments.
fn fragments(comparison: &Comparison, side: Side, fragments: &[Vec<Run>]) -> String {
    let fragment = |runs: &Vec<Run>| -> String {
        runs.iter().map(|run| comparison.sides[side].slice(run.span)).collect()
    };
    fragments.iter().map(fragment).collect::<Vec<_>>().join(" … ")
}

fn facts(out: &mut String, report: &Report<'_>, numbers: &Numbers) {
    let comparison = report.comparison;
    for (index, fact) in comparison.facts.iter().enumerate().filter(|(_, fact)| report.includes(fact.bead)) {
        let mention = |side: Side| fact.mentions[side].as_ref();
        let words = |side| mention(side).map(|mention| comparison.sides[side].slice(mention.span).to_owned());
        let line = Line {
            id: format!("f{index}"),
            row: numbers.bead(fact.bead),
            bead: Some(fact.bead),
            kind: fact.kind.name().to_owned(),
            state: fact.state.name().to_owned(),
            words: Pair::from_fn(|side| words(side).unwrap_or_default()),
            values: Pair::from_fn(|side| mention(side).map(ToString::to_string).unwrap_or_default()),
            ..Line::of("fact")
        };
        record(out, &line.fields());
    }
}

fn differences(out: &mut String, report: &Report<'_>, numbers: &Numbers) {
    let comparison = report.comparison;
    for (id, difference) in comparison.differences().filter(|(_, found)| report.includes(found.bead)) {
        let words = |side: Side| difference.spans[side].map_or("", |span| comparison.sides[side].slice(span));
        let line = Line {
            id: format!("d{}", id.index()),
            row: numbers.bead(difference.bead),
            bead: Some(difference.bead),
            kind: difference.kind.name().to_owned(),
            severity: difference.severity.name(),
            words: Pair::from_fn(|side| words(side).to_owned()),
            why: difference.why.clone(),
            ..Line::of("difference")
        };
        record(out, &line.fields());
    }
}

/// The remarks whose words are in neither text any more.
fn orphaned(out: &mut String, report: &Report<'_>) {
    for entry in report.orphaned() {
        let line = Line {
            state: "in neither text any more".to_owned(),
            words: entry.texts.clone().map(Option::unwrap_or_default),
            verdict: entry.remark.verdict.map_or("", Verdict::name),
            note: entry.remark.note.clone().unwrap_or_default(),
            ..Line::of("remark")
        };
        record(out, &line.fields());
    }
}

/// One line, with its fields in quotes if necessary.
fn record(out: &mut String, fields: &[String; COLUMNS.len()]) {
    for (n, words) in fields.iter().enumerate() {
        if n > 0 {
            out.push(',');
        }
        field(out, words);
    }
    out.push_str("\r\n");
}

/// A field on one line, with control characters made visible.
fn field(out: &mut String, words: &str) {
    let mut plain = String::with_capacity(words.len() + 2);
    // a spreadsheet would calculate these, in any width
    if words.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || words.starts_with(['\t', '\r'])
    {
        plain.push('\'');
    }
    words.chars().for_each(|c| push_harmless(&mut plain, c));
    if plain.contains(['"', ',', '\n', '\r', ';']) || plain.trim() != plain {
        out.push('"');
        out.push_str(&plain.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(&plain);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &str) {
        let mut out = String::new();
        field(&mut out, words);
        assert_eq!(out, expected);
    }

    #[test]
    fn nothing_is_taken_for_a_formula_or_for_two_fields() {
        check("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"");
        check("-2+3", "'-2+3");
        check("@SUM(1,2)", "\"'@SUM(1,2)\"");
        check("\t=1", "' =1");
        check("one, two", "\"one, two\"");
        check("one\nline", "one line");
        check("12 men", "12 men");
    }
}
