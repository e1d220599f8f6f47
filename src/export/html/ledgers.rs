//! The ledgers of the report: quotations, facts and differences as tables, what matters most first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::rows::Piece;
use super::shown;
use crate::comparison::Comparison;
use crate::difference::{Difference, Fact, FactKind, FactState};
use crate::quotation::{LinkId, LinkState, QuotationLink};
use crate::text::{Side, Span};
use crate::view::{Mark, Numbers, words};

/// One quotation and what became of it.
#[derive(Serialize)]
pub(super) struct QuotationLine {
    /// What rows point to, from 1.
    number: usize,
    row: Option<usize>,
    class: &'static str,
    state: String,
    check: Option<String>,
    speaker: String,
    marks: Option<String>,
    /// The words of each side, those that differ marked.
    words: [Vec<Piece>; 2],
}

/// All facts that differ, and what only one article states anywhere.
#[derive(Serialize)]
pub(super) struct Facts {
    altered: Vec<FactLine>,
    lone: [Vec<LoneKind>; 2],
    same: usize,
}

/// What one article alone states, of one kind.
#[derive(Serialize)]
struct LoneKind {
    kind: &'static str,
    stated: Vec<Lone>,
}

#[derive(Serialize)]
struct Lone {
    words: String,
    rows: Vec<usize>,
}

#[derive(Serialize)]
struct FactLine {
    kind: &'static str,
    row: Option<usize>,
    words: [Option<String>; 2],
}

/// The differences that rows alone do not show, and how many they do.
#[derive(Serialize)]
pub(super) struct Differences {
    listed: Vec<DifferenceLine>,
    others: usize,
}

/// One difference.
#[derive(Serialize)]
struct DifferenceLine {
    row: Option<usize>,
    severity: &'static str,
    kind: String,
    words: [Option<String>; 2],
    why: String,
}

/// The quotations, those that need a look first.
pub(super) fn quotations(comparison: &Comparison, numbers: &Numbers) -> Vec<QuotationLine> {
    let mut links: Vec<(LinkId, &QuotationLink)> = comparison.links().collect();
    links.sort_by_key(|(_, link)| (Reverse(link.alarms.len().min(1)), urgency(link.state)));
    links.into_iter().map(|(id, link)| quotation_line(comparison, numbers, id, link)).collect()
}

/// How far down the ledger a quotation stands.
fn urgency(state: LinkState) -> u8 {
    match state {
        LinkState::Altered => 0,
        LinkState::Trimmed | LinkState::Extended => 1,
        LinkState::Merged | LinkState::Split => 2,
        LinkState::Paraphrased => 3,
        LinkState::SameWords => 4,
        LinkState::LeftOnly | LinkState::RightOnly => 5,
    }
}

fn quotation_line(
    comparison: &Comparison,
    numbers: &Numbers,
    id: LinkId,
    link: &QuotationLink,
) -> QuotationLine {
    QuotationLine {
        number: id.index() + 1,
        row: numbers.link(id),
        class: link.state.name(),
        state: shown(&words::state_name(comparison, link.state)),
        check: words::alarms(link),
        speaker: shown(&words::speaker(comparison, link)),
        marks: words::marks(comparison, link).map(|marks| shown(&marks)),
        words: Side::BOTH.map(|side| quoted(comparison, link, side)),
    }
}

/// The words of a quotation on one side, in pieces; what stands between its fragments is left out.
fn quoted(comparison: &Comparison, link: &QuotationLink, side: Side) -> Vec<Piece> {
    let Some(id) = link.quotations[side] else { return Vec::new() };
    let mut differing: Vec<Span> = link.edits.iter().filter_map(|edit| edit[side]).collect();
    differing.sort_unstable();
    let piece = |tag, span: Span| {
        let class = if tag == "mark" { Mark::AlteredWord.name().to_owned() } else { String::new() };
        Piece { tag, class, text: shown(comparison.sides[side].slice(span)) }
    };
    let mut pieces = Vec::new();
    for (n, fragment) in comparison.quotation(side, id).fragments.iter().enumerate() {
        if n > 0 {
            pieces.push(Piece { tag: "", class: String::new(), text: " … ".to_owned() });
        }
        let mut at = fragment.start();
        for part in differing.iter().filter_map(|span| span.intersection(*fragment)) {
            if part.start() < at {
                continue;
            }
            pieces.push(piece("", Span::new(at, part.start())));
            pieces.push(piece("mark", part));
            at = part.end();
        }
        pieces.push(piece("", Span::new(at, fragment.end())));
    }
    pieces
}

/// The facts, sorted by whether both sides agree.
pub(super) fn facts(comparison: &Comparison, numbers: &Numbers) -> Facts {
    let of = |state: FactState| comparison.facts.iter().filter(move |fact| fact.state == state);
    Facts {
        altered: of(FactState::Altered).map(|fact| fact_line(comparison, numbers, fact)).collect(),
        lone: Side::BOTH.map(|side| lone(comparison, numbers, side)),
        same: of(FactState::Same).count(),
    }
}

/// What only the article of that side states, each value once with all its rows.
///
/// A name that one sentence lacks and the other article has elsewhere is not missing.
fn lone(comparison: &Comparison, numbers: &Numbers, side: Side) -> Vec<LoneKind> {
    let across = comparison.facts.iter().filter_map(|fact| {
        fact.mentions[side.other()].as_ref().map(|mention| (fact.kind, mention.value.as_str()))
    });
    let across: BTreeSet<(FactKind, &str)> = across.collect();
    let mut kinds: BTreeMap<FactKind, Vec<Lone>> = BTreeMap::new();
    let mut places: BTreeMap<(FactKind, &str), usize> = BTreeMap::new();
    for fact in comparison.facts.iter().filter(|fact| is_lone(fact.state)) {
        let Some(mention) = &fact.mentions[side] else { continue };
        let value = (fact.kind, mention.value.as_str());
        if across.contains(&value) {
            continue;
        }
        let stated = kinds.entry(fact.kind).or_default();
        let at = *places.entry(value).or_insert_with(|| {
            let words = shown(comparison.sides[side].slice(mention.span));
            stated.push(Lone { words, rows: Vec::new() });
            stated.len() - 1
        });
        let rows = &mut stated[at].rows;
        rows.extend(numbers.bead(fact.bead).filter(|row| rows.last() != Some(row)));
    }
    kinds.into_iter().map(|(kind, stated)| LoneKind { kind: kind.name(), stated }).collect()
}

fn is_lone(state: FactState) -> bool {
    match state {
        FactState::LeftOnly | FactState::RightOnly => true,
        FactState::Same | FactState::Altered => false,
    }
}

fn fact_line(comparison: &Comparison, numbers: &Numbers, fact: &Fact) -> FactLine {
    let stated = |side: Side| {
        fact.mentions[side].as_ref().map(|mention| shown(comparison.sides[side].slice(mention.span)))
    };
    FactLine { kind: fact.kind.name(), row: numbers.bead(fact.bead), words: Side::BOTH.map(stated) }
}

/// The differences, the gravest first, else in the order of the text.
pub(super) fn differences(comparison: &Comparison, numbers: &Numbers) -> Differences {
    let mut found: Vec<&Difference> =
        comparison.differences.iter().filter(|difference| words::tells_more(difference)).collect();
    found.sort_by_key(|difference| Reverse(difference.severity));
    let excerpt = |side: Side, span: Span| shown(&words::excerpt(comparison.sides[side].slice(span)));
    let line = |difference: &Difference| DifferenceLine {
        row: numbers.bead(difference.bead),
        severity: difference.severity.name(),
        kind: words::difference_kind(difference.kind),
        words: Side::BOTH.map(|side| difference.spans[side].map(|span| excerpt(side, span))),
        why: shown(&difference.why),
    };
    Differences {
        others: comparison.differences.len() - found.len(),
        listed: found.into_iter().map(line).collect(),
    }
}
