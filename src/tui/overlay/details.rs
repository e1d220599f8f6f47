//! The details of the selected sentences: both texts whole, differences, facts, quotations.

use super::line::{Line, Piece, PieceLook, piece};
use crate::alignment::BeadId;
use crate::difference::{Difference, Fact, Scope, Severity};
use crate::quotation::QuotationLink;
use crate::text::wrap::wrap;
use crate::text::{Side, Span};
use crate::tui::{App, Element};
use crate::view::ledger::Words;
use crate::view::{MarkSet, Run, words};

/// The columns of the widest text: longer lines are hard to read.
const WIDEST: usize = 110;

/// The lines of the details, in the width of the screen.
pub(super) fn lines(app: &App) -> Vec<Line> {
    let Some(bead) = app.bead() else { return Vec::new() };
    let width = usize::from(app.size().columns.saturating_sub(5)).clamp(1, WIDEST);
    let mut lines = texts(app, bead, width);
    let parts = [
        ("Differences", differences(app, bead)),
        ("Facts", facts(app, bead)),
        ("Quotations", quotations(app, bead)),
    ];
    for (title, paragraphs) in parts.into_iter().filter(|(_, part)| !part.is_empty()) {
        lines.extend([Line::EMPTY, Line::title(title)]);
        lines.extend(paragraphs.iter().flat_map(|paragraph| wrapped(paragraph, width)));
    }
    lines
}

/// The lines of a paragraph.
fn wrapped(paragraph: &[Piece], width: usize) -> Vec<Line> {
    let text: String = paragraph.iter().map(|(text, _)| text.as_str()).collect();
    let line = |line: Span| {
        let mut start = 0;
        let pieces = paragraph.iter().filter_map(|(piece, look)| {
            let span = Span::new(start, start + piece.len());
            start = span.end();
            Some((span.intersection(line)?.of(&text).to_owned(), *look))
        });
        Line { column: 3, pieces: pieces.collect() }
    };
    wrap(&text, Span::whole(&text), width).into_iter().map(line).collect()
}

/// A label and its text.
fn labeled(label: &str, element: Element, text: &str) -> Vec<Piece> {
    vec![piece(label, element), piece(text, Element::Panel)]
}

/// Both texts whole, wherever on the screen their sentences are.
fn texts(app: &App, bead: BeadId, width: usize) -> Vec<Line> {
    let kind = words::kind(&app.comparison, bead);
    let moved = if app.comparison.alignment.get(bead).moved { "moved, " } else { "" };
    let (row, rows) = (app.cursor.row.index() + 1, app.view.rows.len());
    let mut lines = vec![Line::title(&format!("Row {row} of {rows}: {moved}{kind}"))];
    for side in Side::BOTH {
        let mut shown = Words::default();
        let rows = app.view.rows.iter().filter(|row| row.bead == bead);
        for cell in rows.filter_map(|row| row.cells[side].as_ref()) {
            if !shown.text.is_empty() {
                shown.push(" … ", MarkSet::EMPTY);
            }
            for run in &cell.runs {
                shown.push(app.comparison.sides[side].slice(run.span), run.marks);
            }
        }
        lines.extend([Line::EMPTY, Line::title(words::outlet(&app.comparison, side))]);
        let piece_of = |run: &Run| (run.span.of(&shown.text).to_owned(), PieceLook::Marks(side, run.marks));
        let pieces: Vec<Piece> = shown.runs.iter().map(piece_of).collect();
        let absent = [piece("no counterpart", Element::Fold)];
        lines.extend(wrapped(if pieces.is_empty() { &absent } else { &pieces }, width));
    }
    lines
}

/// All differences with their rules.
fn differences(app: &App, bead: BeadId) -> Vec<Vec<Piece>> {
    let comparison = &app.comparison;
    let line = |found: &Difference| {
        let why = &found.why;
        let is_quoted = |side: Side| {
            let words = found.spans[side].map(|span| words::shortened(comparison.sides[side].slice(span)));
            words.is_none_or(|words| why.contains(&words))
        };
        let spans = words::against(comparison, found.spans);
        let is_stated = spans.is_empty() || Side::BOTH.into_iter().all(is_quoted);
        let shown = if is_stated { String::new() } else { format!(" ({spans})") };
        let text = format!(": {why}{shown} · {} · rule {}", found.severity.name(), found.rule);
        let element = if found.severity == Severity::High { Element::Alarm } else { Element::Key };
        labeled(&words::difference_kind(found.kind), element, &text)
    };
    comparison.differences.iter().filter(|found| found.bead == bead).map(line).collect()
}

fn facts(app: &App, bead: BeadId) -> Vec<Vec<Piece>> {
    let line = |fact: &Fact| {
        let stated = |side: Side| {
            let mention = fact.mentions[side].as_ref()?;
            let words = words::shortened(app.comparison.sides[side].slice(mention.span));
            let value = mention.to_string();
            Some(if words == value { words } else { format!("{words} ({value})") })
        };
        let sides: Vec<String> = Side::BOTH.into_iter().filter_map(stated).collect();
        let state = words::fact_state(&app.comparison, fact.state);
        let state = match fact.scope {
            Scope::Paired => state,
            Scope::Elsewhere => format!("{state}, in a sentence that is not paired with this one"),
        };
        labeled(fact.kind.name(), Element::Key, &format!(": {} · {state}", sides.join(" → ")))
    };
    app.comparison.facts.iter().filter(|fact| fact.bead == bead).map(line).collect()
}

/// The quotations with words in this bead, and their speakers.
fn quotations(app: &App, bead: BeadId) -> Vec<Vec<Piece>> {
    let comparison = &app.comparison;
    let sentences = |side: Side| {
        let own = comparison.alignment.get(bead).sentences[side].iter();
        own.map(move |&id| comparison.sides[side].sentences.get(id).span)
    };
    let holds = |link: &QuotationLink| {
        Side::BOTH.into_iter().any(|side| {
            let quotation = link.quotations[side].map(|id| comparison.quotation(side, id));
            quotation.is_some_and(|own| sentences(side).any(|sentence| own.has_words_in(sentence)))
        })
    };
    let mut all = Vec::new();
    for (id, link) in comparison.links().filter(|(_, link)| holds(link)) {
        let caption = words::caption(comparison, id);
        all.push(labeled("❝ ", Element::Caption, &caption));
        for (side, quotation) in link.quotations.sides() {
            let Some(quotation) = quotation else { continue };
            let attribution = &comparison.quotation(side, quotation).attribution;
            let name = attribution.speaker.as_deref().unwrap_or("not named");
            let text = format!(": {name} ({}, rule {})", attribution.confidence.name(), attribution.rule);
            let place = words::place(comparison, side);
            all.push(labeled(&format!("  speaker {place}"), Element::Key, &text));
        }
    }
    all
}
