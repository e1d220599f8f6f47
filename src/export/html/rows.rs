//! The rows of the report: the view's cells as pieces of HTML.

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
use crate::view::{Cell, Item, Mark, Numbers, Part, Row, Run, Sign, View, words};

/// A row, or the line that stands for hidden ones.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub(super) enum ItemLine {
    Row(Box<RowLine>),
    Fold { hidden: usize },
}

/// A row with everything said about it.
#[derive(Serialize)]
pub(super) struct RowLine {
    number: usize,
    sign: SignWords,
    captions: Vec<CaptionLine>,
    cells: [CellLine; 2],
    checks: Vec<Check>,
    remark: Option<RemarkLine>,
}

/// What the reviewer said.
#[derive(Serialize)]
pub(super) struct RemarkLine {
    row: Option<usize>,
    verdict: Option<Badge>,
    /// The note, line by line.
    note: Vec<String>,
    /// The findings it is about.
    findings: Vec<String>,
    /// The words it is about.
    words: [String; 2],
    /// The same in pieces.
    pieces: [Vec<Words>; 2],
    /// Whether these were edited since.
    edited: bool,
}

/// A verdict: a sign and a word, so that color alone says nothing.
#[derive(Serialize, PartialEq)]
struct Badge {
    name: &'static str,
    symbol: &'static str,
}

/// What the reviewer said, in the order of the rows.
pub(super) fn review(report: &Report<'_>, numbers: &Numbers) -> Vec<RemarkLine> {
    let wanted = report.review.remarks.iter().filter(|(bead, _)| report.wants(**bead));
    let line = |(&bead, remark): (&BeadId, &Remark)| RemarkLine {
        row: numbers.bead(bead),
        findings: words::findings(report.comparison, bead).iter().map(|found| shown(found)).collect(),
        ..about(
            &remarks::excerpts(report.comparison, bead),
            remark_line(remark, report.review.is_edited(bead)),
        )
    };
    let mut lines: Vec<RemarkLine> = wanted.map(line).collect();
    lines.sort_by_key(|line| line.row);
    lines
}

/// What was said of words that are in neither text any more.
pub(super) fn orphaned(report: &Report<'_>) -> Vec<RemarkLine> {
    let wanted = report.review.orphaned.iter().filter(|entry| report.wishes.takes(entry.remark.verdict));
    wanted.map(|entry| about(&remarks::orphaned_excerpts(entry), remark_line(&entry.remark, false))).collect()
}

/// What was said, without what it was said of.
fn remark_line(remark: &Remark, edited: bool) -> RemarkLine {
    RemarkLine {
        row: None,
        verdict: remark.verdict.map(badge),
        note: remark.note.iter().flat_map(|note| note.lines()).map(shown).collect(),
        findings: Vec::new(),
        words: Default::default(),
        pieces: Default::default(),
        edited,
    }
}

/// The line with the words that something was said of.
fn about(excerpts: &Excerpts, line: RemarkLine) -> RemarkLine {
    let words = |piece: &excerpt::Piece| Words { text: shown(&piece.text), differ: piece.differs };
    RemarkLine {
        words: Side::BOTH.map(|side| shown(&excerpts.sides[side].to_string())),
        pieces: Side::BOTH.map(|side| excerpts.sides[side].pieces.iter().map(words).collect()),
        ..line
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
    /// The kind of block, where it is not a paragraph.
    block: Option<String>,
    class: &'static str,
    groups: Vec<Group>,
    /// Where the text of this side stands, if in another row.
    elsewhere: Option<Elsewhere>,
}

#[derive(Serialize)]
struct Elsewhere {
    row: usize,
    text: String,
}

/// Pieces of text inside the same quotation, or inside none.
#[derive(Serialize, PartialEq, Debug)]
pub(super) struct Group {
    quotation: Option<&'static str>,
    pieces: Vec<Piece>,
}

/// A run of text with the element that says what it is.
#[derive(Serialize, PartialEq, Debug)]
pub(super) struct Piece {
    pub(super) tag: &'static str,
    pub(super) class: String,
    pub(super) text: String,
}

/// Rows of the same sign and verdict in a row, as one piece of the overview.
#[derive(Serialize)]
pub(super) struct Stretch {
    row: usize,
    rows: usize,
    class: &'static str,
    name: String,
    verdict: Option<Badge>,
}

/// All rows and folds.
pub(super) fn items(view: &View, report: &Report<'_>, numbers: &Numbers) -> Vec<ItemLine> {
    let mut number = 0;
    let mut line = |item: &Item| match item {
        Item::Folded { beads } => ItemLine::Fold { hidden: beads.len() },
        Item::Row(row) => {
            number += 1;
            ItemLine::Row(Box::new(row_line(row, number, report, numbers)))
        }
    };
    view.items.iter().map(&mut line).collect()
}

/// The view as a band of stretches.
pub(super) fn overview(view: &View, report: &Report<'_>) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for (row, number) in view.rows().zip(1..) {
        let class = sign_class(row.sign);
        let remark = remarks::on_row(report, row).and_then(|_| report.review.remark(row.bead));
        let verdict = remark.and_then(|remark| remark.verdict).map(badge);
        match stretches.last_mut() {
            Some(last) if last.class == class && last.verdict == verdict => last.rows += 1,
            _ => {
                let name = shown(&words::sign_name(report.comparison, row.sign));
                stretches.push(Stretch { row: number, rows: 1, class, name, verdict });
            }
        }
    }
    stretches
}

fn row_line(row: &Row, number: usize, report: &Report<'_>, numbers: &Numbers) -> RowLine {
    let comparison = report.comparison;
    let caption = |caption: &crate::view::Caption| CaptionLine {
        link: caption.link.index() + 1,
        text: shown(&caption.text),
    };
    let checks = row.differences.iter().map(|&id| (id, &comparison.differences[id.index()]));
    let checks = checks.filter(|(_, difference)| words::tells_more(difference));
    RowLine {
        number,
        sign: sign_words(comparison, row.sign),
        remark: remark(report, row, number),
        captions: row.captions.iter().map(caption).collect(),
        cells: Side::BOTH.map(|side| cell_line(row, side, comparison, numbers)),
        checks: checks
            .map(|(id, difference)| Check {
                severity: difference.severity.name(),
                text: shown(&words::difference(comparison, id)),
            })
            .collect(),
    }
}

/// What the reviewer said of a row's bead, on one row of it.
fn remark(report: &Report<'_>, row: &Row, number: usize) -> Option<RemarkLine> {
    remarks::on_row(report, row)?;
    let line = remark_line(report.review.remark(row.bead)?, report.review.is_edited(row.bead));
    Some(RemarkLine { row: Some(number), ..line })
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

/// The class of a cell by the block that its first sentence stands in.
fn block_class(block: BlockKind) -> &'static str {
    match block {
        BlockKind::Headline => "headline",
        BlockKind::Deck | BlockKind::Subhead => "heading",
        BlockKind::Byline | BlockKind::Dateline | BlockKind::Caption | BlockKind::Credit => "furniture",
        BlockKind::Paragraph | BlockKind::ListItem => "",
    }
}

/// What an empty cell says: where its text stands.
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
        let quotation = run.marks.iter().filter_map(quotation_class).last();
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

/// The HTML element of a mark; of several, that of the lowest rank stands.
fn element(mark: Mark, side: Side) -> Option<(u8, &'static str)> {
    match (mark, side) {
        (Mark::AlteredWord, _) => Some((0, "mark")),
        (Mark::Differs, Side::Left) => Some((1, "del")),
        (Mark::Differs, Side::Right) => Some((1, "ins")),
        (Mark::Speaker, _) => Some((2, "b")),
        (Mark::Cue, _) => Some((3, "i")),
        (Mark::Typography, _) => Some((4, "span")),
        // rows say the first four, groups the others
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

fn quotation_class(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::QuotationShared | Mark::QuotationPartial | Mark::QuotationAltered | Mark::QuotationOnly => {
            Some(mark.name())
        }
        Mark::Heading
        | Mark::Furniture
        | Mark::Only
        | Mark::Moved
        | Mark::Differs
        | Mark::Typography
        | Mark::AlteredWord
        | Mark::Speaker
        | Mark::Cue => None,
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
    SignWords {
        symbol: sign.symbol(),
        class: sign_class(sign),
        name: shown(&words::sign_name(comparison, sign)),
    }
}

/// The class of a row and of its piece of the overview.
pub(super) fn sign_class(sign: Sign) -> &'static str {
    match sign {
        Sign::Identical => "identical",
        Sign::Typography => "typography",
        Sign::Edited => "edited",
        Sign::Rewritten => "rewritten",
        Sign::Moved => "moved",
        Sign::LeftOnly => "left-only",
        Sign::RightOnly => "right-only",
    }
}
