//! The ledgers of a report as lines of tables, from [`crate::view::ledger`].
//!
//! HTML, Markdown and DOCX print the same lines, so that they cannot disagree. Words of an article
//! are on one line each, with control characters made visible; each format only escapes them.

use serde::Serialize;

use super::report::Report;
use crate::comparison::Comparison;
use crate::difference::DifferenceId;
use crate::text::Side;
use crate::text::visible::shown_text;
use crate::view::ledger::{self, LoneFact};
use crate::view::{Mark, Numbers, Run, excerpt, words};

/// One quotation and its state.
#[derive(Serialize)]
pub(super) struct QuotationLine {
    /// Its number, from 1, that rows point to.
    pub(super) number: usize,
    pub(super) row: Option<usize>,
    pub(super) class: &'static str,
    pub(super) state: String,
    pub(super) check: Option<String>,
    pub(super) speaker: String,
    pub(super) marks: Option<String>,
    /// The words of each side.
    pub(super) words: [Vec<Words>; 2],
}

/// Words of a quotation.
#[derive(Serialize)]
pub(super) struct Words {
    pub(super) text: String,
    /// Whether they differ from the other side.
    pub(super) differ: bool,
}

/// All facts that differ, and those that only one article states.
#[derive(Serialize)]
pub(super) struct Facts {
    pub(super) altered: Vec<FactLine>,
    pub(super) lone: [Vec<LoneKind>; 2],
    pub(super) same: usize,
}

/// The facts of one kind that only one article states.
#[derive(Serialize)]
pub(super) struct LoneKind {
    pub(super) kind: &'static str,
    pub(super) stated: Vec<Lone>,
}

#[derive(Serialize)]
pub(super) struct Lone {
    pub(super) words: String,
    pub(super) rows: Vec<usize>,
}

#[derive(Serialize)]
pub(super) struct FactLine {
    pub(super) kind: &'static str,
    pub(super) row: Option<usize>,
    pub(super) words: [Option<String>; 2],
}

/// The differences that a list shows, and the number of the others.
#[derive(Serialize)]
pub(super) struct Differences {
    pub(super) listed: Vec<DifferenceLine>,
    pub(super) others: usize,
}

/// One difference.
#[derive(Serialize)]
pub(super) struct DifferenceLine {
    pub(super) row: Option<usize>,
    pub(super) severity: &'static str,
    pub(super) kind: String,
    pub(super) words: [Option<String>; 2],
    pub(super) why: String,
}

/// The quotations, those that need attention first.
pub(super) fn quotations(report: &Report<'_>, numbers: &Numbers) -> Vec<QuotationLine> {
    let comparison = report.comparison;
    let line = |quoted: ledger::Quoted| QuotationLine {
        number: quoted.link.index() + 1,
        row: numbers.link(quoted.link),
        class: quoted.state.name(),
        state: shown(&quoted.said),
        check: quoted.check,
        speaker: shown(&quoted.speaker),
        marks: quoted.marks.map(|marks| shown(&marks)),
        words: Side::BOTH.map(|side| pieces(comparison, side, &quoted.fragments[side])),
    };
    listed(report, ledger::quotations(comparison).into_iter().map(line), |line| line.row)
}

/// The fragments of a quotation in pieces, without the text between them.
fn pieces(comparison: &Comparison, side: Side, fragments: &[Vec<Run>]) -> Vec<Words> {
    let words = |run: &Run| Words {
        text: shown(comparison.sides[side].slice(run.span)),
        differ: run.marks.contains(Mark::AlteredWord),
    };
    let mut pieces = Vec::new();
    for (n, runs) in fragments.iter().enumerate() {
        if n > 0 {
            pieces.push(Words { text: " … ".to_owned(), differ: false });
        }
        pieces.extend(runs.iter().map(words));
    }
    pieces
}

/// The lines whose rows the report includes.
fn listed<T>(report: &Report<'_>, lines: impl Iterator<Item = T>, row: fn(&T) -> Option<usize>) -> Vec<T> {
    lines.filter(|line| report.lists(row(line))).collect()
}

/// The facts, sorted by whether both sides agree.
pub(super) fn facts(report: &Report<'_>, numbers: &Numbers) -> Facts {
    let comparison = report.comparison;
    let facts = ledger::facts(comparison);
    let altered = facts.altered.into_iter().map(|fact| FactLine {
        kind: fact.kind.name(),
        row: numbers.bead(fact.bead),
        words: Side::BOTH
            .map(|side| Some(shown(comparison.sides[side].slice(fact.mentions[side].as_ref()?.span)))),
    });
    Facts {
        altered: listed(report, altered, |line| line.row),
        lone: Side::BOTH.map(|side| lone(report, numbers, side, &facts.alone[side])),
        same: facts.same,
    }
}

/// The values that only the article of that side states, kind by kind.
fn lone(report: &Report<'_>, numbers: &Numbers, side: Side, facts: &[LoneFact]) -> Vec<LoneKind> {
    let stated = |fact: &LoneFact| Lone {
        words: shown(report.comparison.sides[side].slice(fact.span)),
        rows: fact.beads.iter().filter_map(|&bead| numbers.bead(bead)).collect(),
    };
    let kinds = facts.chunk_by(|one, other| one.kind == other.kind).map(|facts| LoneKind {
        kind: facts[0].kind.name(),
        stated: listed(report, facts.iter().map(stated), |lone| lone.rows.first().copied()),
    });
    kinds.filter(|kind| !kind.stated.is_empty()).collect()
}

/// The differences, the most serious first, else in the order of the text.
pub(super) fn differences(report: &Report<'_>, numbers: &Numbers) -> Differences {
    let found = ledger::differences(report.comparison);
    let line = |id: DifferenceId| {
        let difference = &report.comparison.differences[id.index()];
        let excerpts = excerpt::of_difference(report.comparison, id);
        DifferenceLine {
            row: numbers.bead(difference.bead),
            severity: difference.severity.name(),
            kind: words::difference_kind(difference.kind),
            words: [excerpts.left, excerpts.right].map(|words| Some(shown(&words?.to_string()))),
            why: shown(&difference.why),
        }
    };
    let listed = listed(report, found.listed.into_iter().map(line), |line| line.row);
    Differences { listed, others: found.others }
}

/// Words on one line, with control characters made visible.
pub(super) fn shown(words: &str) -> String {
    shown_text(words).into_owned()
}
