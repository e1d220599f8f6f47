//! The rows of the report as pieces of HTML.

use serde::Serialize;

use crate::alignment::BeadId;
use crate::article::BlockKind;
use crate::comparison::Comparison;
use crate::export::ledgers::{Words, shown};
use crate::export::remarks;
use crate::export::report::Report;
use crate::review::{Remark, Verdict};
use crate::text::Side;
use crate::view::excerpt::{self, Excerpts};
use crate::view::{Cell, Mark, Numbers, Part, Row, Run, Sign, words};

/// A row with everything said about it.
#[derive(Serialize)]
pub(super) struct RowLine {
    /// Always `row`, for templates.
    kind: &'static str,
    number: usize,
    sign: SignWords,
    captions: Vec<CaptionLine>,
    cells: [CellLine; 2],
    checks: Vec<Check>,
    remark: Option<RemarkLine>,
}

/// A remark of the reviewer.
#[derive(Serialize, Default)]
pub(super) struct RemarkLine {
    row: Option<usize>,
    verdict: Option<Badge>,
    /// The note, line by line.
    note: Vec<String>,
    /// The findings it is about.
    findings: Vec<String>,
    /// The words it is about, on each side.
    words: [String; 2],
    /// The same in pieces.
    pieces: [Vec<Words>; 2],
    /// Whether they were edited since.
    edited: bool,
}

/// A verdict: a sign and a word, so that color alone says nothing.
#[derive(Serialize, PartialEq)]
struct Badge {
    name: &'static str,
    symbol: &'static str,
}

/// The remarks of the reviewer, in the order of the rows.
pub(super) fn review(report: &Report<'_>, numbers: &Numbers) -> Vec<RemarkLine> {
    let line = |(bead, remark): (BeadId, &Remark)| {
        let findings = words::findings(report.comparison, bead);
        RemarkLine {
            row: numbers.bead(bead),
            findings: findings.iter().map(|found| shown(found)).collect(),
            edited: report.review.is_edited(bead),
            ..with_words(remark, &remarks::excerpts(report.comparison, bead))
        }
    };
    let mut lines: Vec<RemarkLine> = report.remarks().map(line).collect();
    lines.sort_by_key(|line| line.row);
    lines
}

/// The remarks whose words are in neither text any more.
pub(super) fn orphaned(report: &Report<'_>) -> Vec<RemarkLine> {
    report.orphaned().map(|entry| with_words(&entry.remark, &remarks::orphaned_excerpts(entry))).collect()
}

fn remark_line(remark: &Remark) -> RemarkLine {
    RemarkLine {
        verdict: remark.verdict.map(badge),
        note: remark.note.iter().flat_map(|note| note.lines()).map(shown).collect(),
        ..RemarkLine::default()
    }
}

/// A remark with the words it is about.
fn with_words(remark: &Remark, excerpts: &Excerpts) -> RemarkLine {
    let words = |piece: &excerpt::Piece| Words { text: shown(&piece.text), differ: piece.differs };
    RemarkLine {
        words: Side::BOTH.map(|side| shown(&excerpts.sides[side].to_string())),
        pieces: Side::BOTH.map(|side| excerpts.sides[side].pieces.iter().map(words).collect()),
        ..remark_line(remark)
    }
}

fn badge(verdict: Verdict) -> Badge {
    Badge { name: verdict.name(), symbol: verdict.symbol() }
}

#[derive(Serialize)]
struct CaptionLine {
    /// The line of the quotation ledger, counted from 1.
    link: usize,
    text: String,
}

#[derive(Serialize)]
struct Check {
    severity: &'static str,
    text: String,
}

/// One side of a row.
#[derive(Serialize)]
struct CellLine {
    side: &'static str,
    language: Option<&'static str>,
    /// The kind of block unless it is a paragraph.
    block: Option<String>,
    class: &'static str,
    groups: Vec<Group>,
    /// The row with the text of this side, if the cell is empty.
    elsewhere: Option<Elsewhere>,
}

#[derive(Serialize)]
struct Elsewhere {
    row: usize,
    text: String,
}

/// Pieces of text in one quotation or in none.
#[derive(Serialize, PartialEq, Debug)]
pub(super) struct Group {
    quotation: Option<&'static str>,
    pieces: Vec<Piece>,
}

/// A run of text with its HTML element.
#[derive(Serialize, PartialEq, Debug)]
pub(super) struct Piece {
    pub(super) tag: &'static str,
    pub(super) class: String,
    pub(super) text: String,
}

/// Consecutive rows of the same sign and verdict, as one section of the overview.
#[derive(Serialize)]
pub(super) struct Section {
    row: usize,
    rows: usize,
    class: &'static str,
    name: String,
    verdict: Option<Badge>,
}

/// All rows.
pub(super) fn rows(rows: &[Row], report: &Report<'_>, numbers: &Numbers) -> Vec<RowLine> {
    rows.iter().zip(1..).map(|(row, number)| row_line(row, number, report, numbers)).collect()
}

/// The overview of the rows.
pub(super) fn overview(rows: &[Row], report: &Report<'_>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (row, number) in rows.iter().zip(1..) {
        let class = row.sign.class();
        let verdict = remarks::remark(report, row).and_then(|remark| remark.verdict).map(badge);
        match sections.last_mut() {
            Some(last) if last.class == class && last.verdict == verdict => last.rows += 1,
            _ => {
                let name = shown(&words::sign_name(report.comparison, row.sign));
                sections.push(Section { row: number, rows: 1, class, name, verdict });
            }
        }
    }
    sections
}

fn row_line(row: &Row, number: usize, report: &Report<'_>, numbers: &Numbers) -> RowLine {
    let comparison = report.comparison;
    let caption = |caption: &crate::view::Caption| CaptionLine {
        link: caption.link.index() + 1,
        text: shown(&caption.text),
    };
    let differences = row.differences.iter().map(|id| &comparison.differences[id.index()]);
    let checks = differences
        .filter(|difference| words::tells_more(difference))
        .map(|difference| Check { severity: difference.severity.name(), text: shown(&difference.why) });
    let remark = remarks::remark(report, row).map(|remark| RemarkLine {
        row: Some(number),
        edited: report.review.is_edited(row.bead),
        ..remark_line(remark)
    });
    RowLine {
        kind: "row",
        number,
        sign: sign_words(comparison, row.sign),
        remark,
        captions: row.captions.iter().map(caption).collect(),
        cells: Side::BOTH.map(|side| cell_line(row, side, comparison, numbers)),
        checks: checks.collect(),
    }
}

fn cell_line(row: &Row, side: Side, comparison: &Comparison, numbers: &Numbers) -> CellLine {
    let cell = row.cells[side].as_ref();
    let block = cell.map_or(BlockKind::Paragraph, |cell| cell.block);
    CellLine {
        side: side.name(),
        language: comparison.sides[side].article.language.code(),
        block: (block != BlockKind::Paragraph).then(|| block.name().replace('-', " ")),
        class: block_class(block),
        groups: cell.map_or_else(Vec::new, |cell| groups(cell, side, comparison)),
        elsewhere: if cell.is_some() { None } else { elsewhere(row, side, comparison, numbers) },
    }
}

/// The class of a cell by the block of its first sentence.
fn block_class(block: BlockKind) -> &'static str {
    match block {
        BlockKind::Headline => "headline",
        BlockKind::Deck | BlockKind::Subhead => "heading",
        BlockKind::Byline | BlockKind::Dateline | BlockKind::Caption | BlockKind::Credit => "furniture",
        BlockKind::Paragraph | BlockKind::ListItem => "",
    }
}

/// The pointer in an empty cell to the row with its text.
fn elsewhere(row: &Row, side: Side, comparison: &Comparison, numbers: &Numbers) -> Option<Elsewhere> {
    let place = || shown(&words::place(comparison, side));
    match row.part {
        Part::Whole => None,
        Part::MovedFrom | Part::MovedTo => {
            let row = numbers.end(row.bead, side)?;
            Some(Elsewhere { row, text: format!("stands in row {row} {}", place()) })
        }
        Part::Continued => {
            let row = numbers.bead(row.bead)?;
            Some(Elsewhere { row, text: format!("continues row {row}") })
        }
    }
}

/// The runs of a cell, those of one quotation together.
fn groups(cell: &Cell, side: Side, comparison: &Comparison) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for run in &cell.runs {
        let quotation = run.marks.quotation().map(Mark::name);
        let piece = piece(*run, side, comparison);
        match groups.last_mut() {
            Some(group) if group.quotation == quotation => group.pieces.push(piece),
            _ => groups.push(Group { quotation, pieces: vec![piece] }),
        }
    }
    groups
}

fn piece(run: Run, side: Side, comparison: &Comparison) -> Piece {
    let elements: Vec<(u8, &'static str)> = run.marks.iter().filter_map(|mark| element(mark, side)).collect();
    let tag = elements.iter().min().map_or("", |(_, tag)| tag);
    let named = run.marks.iter().filter(|mark| element(*mark, side).is_some());
    Piece {
        tag,
        class: named.map(Mark::name).collect::<Vec<_>>().join(" "),
        text: shown(comparison.sides[side].slice(run.span)),
    }
}

/// The HTML element of a mark with its rank; of several, the lowest rank wins.
fn element(mark: Mark, side: Side) -> Option<(u8, &'static str)> {
    match (mark, side) {
        (Mark::AlteredWord, _) => Some((0, "mark")),
        (Mark::Differs, Side::Left) => Some((1, "del")),
        (Mark::Differs, Side::Right) => Some((1, "ins")),
        (Mark::Speaker, _) => Some((2, "b")),
        (Mark::Cue, _) => Some((3, "i")),
        (Mark::Typography, _) => Some((4, "span")),
        // rows show the first four, groups the others
        (
            Mark::Heading
            | Mark::Furniture
            | Mark::Only
            | Mark::Moved
            | Mark::QuotationShared
            | Mark::QuotationPartial
            | Mark::QuotationAltered
            | Mark::QuotationOnly,
            _,
        ) => None,
    }
}

/// A sign of the legend.
#[derive(Clone, Serialize)]
pub(super) struct SignWords {
    symbol: &'static str,
    class: &'static str,
    name: String,
}

pub(super) fn sign_words(comparison: &Comparison, sign: Sign) -> SignWords {
    SignWords { symbol: sign.symbol(), class: sign.class(), name: shown(&words::sign_name(comparison, sign)) }
}
