//! The ledgers of a report as lines of tables: the rows are those of [`crate::view::ledger`].
//!
//! HTML, Markdown and DOCX print the same lines, so that they cannot disagree. The
//! words of an article stand in them as they are shown, one line each; a format has
//! only its own escaping to do.

use serde::Serialize;

use crate::comparison::Comparison;
use crate::difference::{DifferenceId, Fact};
use crate::text::Side;
use crate::text::visible::shown_text;
use crate::view::ledger::{self, LoneFact};
use crate::view::{Mark, Numbers, Run, excerpt, words};

/// One quotation and what became of it.
#[derive(Serialize)]
pub(super) struct QuotationLine {
    /// What rows point to, from 1.
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
    /// Whether the other side has other words there.
    pub(super) differ: bool,
}

/// All facts that differ, and what only one article states anywhere.
#[derive(Serialize)]
pub(super) struct Facts {
    pub(super) altered: Vec<FactLine>,
    pub(super) lone: [Vec<LoneKind>; 2],
    pub(super) same: usize,
}

/// What one article alone states, of one kind.
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

/// The differences that rows alone do not show, and how many they do.
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

/// The quotations, those that need a look first.
pub(super) fn quotations(comparison: &Comparison, numbers: &Numbers) -> Vec<QuotationLine> {
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
    ledger::quotations(comparison).into_iter().map(line).collect()
}

/// The fragments of a quotation in pieces; what stands between them is left out.
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

/// The facts, sorted by whether both sides agree.
pub(super) fn facts(comparison: &Comparison, numbers: &Numbers) -> Facts {
    let facts = ledger::facts(comparison);
    Facts {
        altered: facts.altered.into_iter().map(|fact| fact_line(comparison, numbers, fact)).collect(),
        lone: Side::BOTH.map(|side| lone(comparison, numbers, side, &facts.alone[side])),
        same: facts.same,
    }
}

/// What only the article of that side states, kind by kind.
fn lone(comparison: &Comparison, numbers: &Numbers, side: Side, facts: &[LoneFact]) -> Vec<LoneKind> {
    let stated = |fact: &LoneFact| {
        let mut rows: Vec<usize> = fact.beads.iter().filter_map(|&bead| numbers.bead(bead)).collect();
        rows.dedup();
        Lone { words: shown(comparison.sides[side].slice(fact.span)), rows }
    };
    let kinds = facts.chunk_by(|one, other| one.kind == other.kind);
    kinds
        .map(|facts| LoneKind { kind: facts[0].kind.name(), stated: facts.iter().map(stated).collect() })
        .collect()
}

fn fact_line(comparison: &Comparison, numbers: &Numbers, fact: &Fact) -> FactLine {
    let stated = |side: Side| {
        fact.mentions[side].as_ref().map(|mention| shown(comparison.sides[side].slice(mention.span)))
    };
    FactLine { kind: fact.kind.name(), row: numbers.bead(fact.bead), words: Side::BOTH.map(stated) }
}

/// The differences, the gravest first, else in the order of the text.
pub(super) fn differences(comparison: &Comparison, numbers: &Numbers) -> Differences {
    let found = ledger::differences(comparison);
    let line = |id: DifferenceId| {
        let difference = &comparison.differences[id.index()];
        let excerpts = excerpt::of_difference(comparison, id);
        DifferenceLine {
            row: numbers.bead(difference.bead),
            severity: difference.severity.name(),
            kind: words::difference_kind(difference.kind),
            words: [excerpts.left, excerpts.right].map(|words| Some(shown(&words?.to_string()))),
            why: shown(&difference.why),
        }
    };
    Differences { others: found.others, listed: found.listed.into_iter().map(line).collect() }
}

/// Words on one line, as they are shown.
pub(super) fn shown(words: &str) -> String {
    shown_text(words).into_owned()
}
