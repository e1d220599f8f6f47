//! What is said of a row, by the reviewer and by the program, in words that every format prints.

use super::Report;
use crate::alignment::BeadId;
use crate::comparison::Comparison;
use crate::review::Remark;
use crate::text::{Pair, Side};
use crate::view::{Part, Row, words};

/// Verdict and note of a bead, where there are any and they were asked for: `fix: ask Vale for the figure`.
pub(super) fn on_bead(report: &Report<'_>, bead: BeadId) -> Option<String> {
    if !report.wants(bead) {
        return None;
    }
    said(report.review.remark(bead)?)
}

fn said(remark: &Remark) -> Option<String> {
    let note = remark.note.as_deref().filter(|note| !note.trim().is_empty());
    match (remark.verdict, note) {
        (Some(verdict), Some(note)) => Some(format!("{}: {note}", verdict.name())),
        (Some(verdict), None) => Some(verdict.name().to_owned()),
        (None, Some(note)) => Some(note.to_owned()),
        (None, None) => None,
    }
}

/// What is said of a row's bead, once: on the row that shows all of it, or the left end of it.
pub(super) fn on_row(report: &Report<'_>, row: &Row) -> Option<String> {
    match row.part {
        Part::Whole | Part::MovedFrom => on_bead(report, row.bead),
        Part::MovedTo | Part::Continued => None,
    }
}

/// What the program found in a row beyond its signs and marks, each thing once.
pub(super) fn findings(comparison: &Comparison, row: &Row) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for &id in &row.differences {
        let text = words::difference(comparison, id);
        if words::tells_more(&comparison.differences[id.index()]) && !said.contains(&text) {
            said.push(text);
        }
    }
    said
}

/// Which end of a move a row is.
pub(super) fn moved(row: &Row) -> Option<Side> {
    match row.part {
        Part::MovedFrom => Some(Side::Left),
        Part::MovedTo => Some(Side::Right),
        Part::Whole | Part::Continued => None,
    }
}

/// The words of a bead on each side, long ones without their middle.
pub(super) fn excerpts(comparison: &Comparison, bead: BeadId) -> Pair<String> {
    let sentences = &comparison.alignment.get(bead).sentences;
    Pair::from_fn(|side| {
        let spans = sentences[side].iter().map(|&id| comparison.sides[side].sentences.get(id).span);
        let words: Vec<&str> = spans.map(|span| comparison.sides[side].slice(span)).collect();
        words::excerpt(&words.join(" "))
    })
}

/// What was said of words that are in neither text any more, and these words.
pub(super) fn orphaned(report: &Report<'_>) -> Vec<(String, Pair<String>)> {
    let entries = report.review.orphaned.iter().filter(|entry| report.wishes.takes(entry.remark.verdict));
    let said = entries.filter_map(|entry| {
        let texts = Pair::from_fn(|side| words::excerpt(entry.texts[side].as_deref().unwrap_or_default()));
        Some((said(&entry.remark)?, texts))
    });
    said.collect()
}

/// The same as lines: `no longer in either text: Rain fell. / Rain was falling.: fix: ask`.
pub(super) fn orphaned_lines(report: &Report<'_>) -> Vec<String> {
    let line = |(said, texts): (String, Pair<String>)| {
        let texts = [texts.left, texts.right].into_iter().filter(|words| !words.is_empty());
        format!("no longer in either text: {}: {said}", texts.collect::<Vec<_>>().join(" / "))
    };
    orphaned(report).into_iter().map(line).collect()
}
