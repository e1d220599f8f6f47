//! The ledgers of a report: quotations, facts and differences as lines of tables, what matters most first.
//!
//! HTML, Markdown and DOCX print the same lines, so that they cannot disagree. The
//! words of an article stand in them as they are shown, one line each; a format has
//! only its own escaping to do.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::comparison::Comparison;
use crate::difference::{Difference, Fact, FactKind, FactState};
use crate::quotation::{LinkId, LinkState, QuotationLink};
use crate::text::visible::shown_text;
use crate::text::{Side, Span};
use crate::view::{Numbers, words};

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
fn quoted(comparison: &Comparison, link: &QuotationLink, side: Side) -> Vec<Words> {
    let Some(id) = link.quotations[side] else { return Vec::new() };
    let mut differing: Vec<Span> = link.edits.iter().filter_map(|edit| edit[side]).collect();
    differing.sort_unstable();
    let words = |differ, span: Span| Words { text: shown(comparison.sides[side].slice(span)), differ };
    let mut pieces = Vec::new();
    for (n, fragment) in comparison.quotation(side, id).fragments.iter().enumerate() {
        if n > 0 {
            pieces.push(Words { text: " … ".to_owned(), differ: false });
        }
        let mut at = fragment.start();
        for part in differing.iter().filter_map(|span| span.intersection(*fragment)) {
            if part.start() < at {
                continue;
            }
            pieces.push(words(false, Span::new(at, part.start())));
            pieces.push(words(true, part));
            at = part.end();
        }
        pieces.push(words(false, Span::new(at, fragment.end())));
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

/// Words on one line, as they are shown.
pub(super) fn shown(words: &str) -> String {
    shown_text(words).into_owned()
}
