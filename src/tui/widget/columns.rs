//! Both texts, with the sign column between them and the bars beside what is selected.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::pen::{put, put_short, row};
use super::title::tag;
use crate::text::{Side, Span};
use crate::tui::app::App;
use crate::tui::items::{Item, RowId};
use crate::tui::layout::Areas;
use crate::tui::lines::{Ends, Line, Tag, lines};
use crate::tui::overview::Weight;
use crate::tui::scroll::{VisibleLine, visible};
use crate::tui::search::overlapping;
use crate::tui::style::{Element, Styles};
use crate::view::{Row, Sign};

pub(super) fn draw(app: &App, styles: &Styles, buffer: &mut Buffer) {
    let areas = app.areas();
    if app.items.is_empty() {
        let area = row(areas.body, areas.body.height / 3);
        put_short(buffer, area, area.x + 1, "Neither text has any words.", styles.of(Element::Fold));
        return;
    }
    let selected = app.selected();
    for at in visible(app) {
        let line = lines(app, at.item)[at.line];
        if line != Line::Gap && at.item == selected {
            bars(&areas, styles, at.row, buffer);
        }
        draw_line(app, styles, &areas, at, line, buffer);
    }
}

fn draw_line(app: &App, styles: &Styles, areas: &Areas, at: VisibleLine, line: Line, buffer: &mut Buffer) {
    let item = app.items.get(at.item);
    let shown = app.row(item.first());
    if is_first_text(app, at) {
        badge(app, styles, areas, at, item.first(), buffer);
        sign(app, styles, areas, at, item.first(), buffer);
    }
    match line {
        Line::Gap => {}
        Line::Fold => fold(areas, styles, at.row, item, buffer),
        Line::Caption(index) => caption(areas, styles, at.row, &shown.captions[index].text, buffer),
        Line::Note(span, ends) => note(app, styles, areas, at, (item.first(), span, ends), buffer),
        Line::Beside(spans) => {
            for (side, span) in spans.sides() {
                let area = row(areas.texts[side], at.row);
                match span {
                    Some(span) => text(app, styles, side, shown, span, area, buffer),
                    None => pointer(app, styles, side, at, area, buffer),
                }
            }
        }
        Line::Single(side, span, tagged) => {
            if tagged == Tag::Shown {
                let area = row(areas.tags, at.row);
                put(buffer, area, area.x, tag(side), styles.of(Element::Tag));
            }
            text(app, styles, side, shown, span, row(areas.texts[side], at.row), buffer);
        }
    }
}

/// One line of one side's text, in the style of its marks.
fn text(app: &App, styles: &Styles, side: Side, shown: &Row, line: Span, area: Rect, buffer: &mut Buffer) {
    let Some(cell) = &shown.cells[side] else { return };
    let article = &app.comparison.sides[side].article.text;
    let line = Span::new(line.start(), line.start() + line.of(article).trim_end().len());
    let dragged =
        app.selection.filter(|selection| selection.side == side).and_then(|selection| selection.span());
    let hits = match (&dragged, &app.search) {
        (Some(dragged), _) => std::slice::from_ref(dragged),
        (None, Some(search)) => &search.hits[side],
        (None, None) => &[],
    };
    let first = cell.runs.partition_point(|run| run.span.end() <= line.start());
    let mut x = area.x;
    for run in cell.runs.iter().skip(first).take_while(|run| run.span.start() < line.end()) {
        let Some(part) = run.span.intersection(line) else { continue };
        let style = styles.text(side, run.marks);
        for (piece, found) in pieces(part, hits) {
            let style = if found { style.patch(styles.of(Element::Match)) } else { style };
            x = put(buffer, area, x, piece.of(article), style);
        }
    }
}

/// Where the rest of a bead stands, in the empty cell beside one end of it.
fn pointer(app: &App, styles: &Styles, side: Side, at: VisibleLine, area: Rect, buffer: &mut Buffer) {
    let here = app.items.get(at.item).first();
    if app.row(here).cells[side].is_some() || !is_first_text(app, at) {
        return;
    }
    let Some(there) = app.overview.other_end(here) else { return };
    let there = app.items.place(there);
    let (arrow, way) = if there < at.item { ("↑", "up") } else { ("↓", "down") };
    let text = match there.abs_diff(at.item) {
        1 => format!("{arrow} one row {way}"),
        rows => format!("{arrow} {rows} rows {way}"),
    };
    put_short(buffer, area, area.x, &text, styles.of(Element::Fold));
}

/// A span cut where words that were searched for begin and end.
fn pieces(span: Span, hits: &[Span]) -> Vec<(Span, bool)> {
    let mut pieces = Vec::new();
    let mut at = span.start();
    for hit in overlapping(hits, span).filter_map(|hit| hit.intersection(span)) {
        if at < hit.start() {
            pieces.push((Span::new(at, hit.start()), false));
        }
        pieces.push((hit, true));
        at = hit.end();
    }
    if at < span.end() {
        pieces.push((Span::new(at, span.end()), false));
    }
    pieces
}

/// Shows that a line is selected: bars at both edges, and a background where there is colour.
fn bars(areas: &Areas, styles: &Styles, at: u16, buffer: &mut Buffer) {
    let line = row(areas.body, at);
    let inside = Rect { width: areas.bars.right.right().saturating_sub(line.x), ..line };
    buffer.set_style(inside.intersection(buffer.area), styles.of(Element::Selected));
    for (area, bar) in [(areas.bars.left, "▌"), (areas.bars.right, "▐")] {
        let area = row(area, at);
        put(buffer, area, area.x, bar, styles.of(Element::Bar));
    }
}

fn sign(app: &App, styles: &Styles, areas: &Areas, at: VisibleLine, shown: RowId, buffer: &mut Buffer) {
    let area = row(areas.signs, at.row);
    put(buffer, area, area.x, app.row(shown).sign.symbol(), sign_style(app, styles, shown));
}

/// The style of a row's sign: what may be an error in print stands out.
pub(super) fn sign_style(app: &App, styles: &Styles, row: RowId) -> Style {
    match app.overview.weight(row) {
        Weight::Alarming => styles.of(Element::Alarm),
        Weight::Identical
        | Weight::Typography
        | Weight::Alone
        | Weight::Moved
        | Weight::Edited
        | Weight::Rewritten => styles.of(Element::Sign(app.row(row).sign)),
    }
}

fn caption(areas: &Areas, styles: &Styles, at: u16, caption: &str, buffer: &mut Buffer) {
    let (left, right) = (areas.texts.left, areas.texts.right);
    let area = row(Rect { width: right.right() - left.x, ..left }, at);
    let style = styles.of(Element::Caption);
    let x = put(buffer, area, area.x, "❝ ", style);
    put_short(buffer, area, x, caption, style);
}

/// What the reviewer said of a row: the sign of the verdict, or the mark of a pin to be.
fn badge(app: &App, styles: &Styles, areas: &Areas, at: VisibleLine, shown: RowId, buffer: &mut Buffer) {
    let bead = app.row(shown).bead;
    let area = row(areas.badges, at.row);
    if app.desk.anchor.is_some_and(|anchor| anchor.bead == bead) {
        put(buffer, area, area.x, "A", styles.of(Element::Choice));
        return;
    }
    let Some(verdict) = app.desk.placed.remark(bead).and_then(|remark| remark.verdict) else { return };
    let (symbol, element) = if app.desk.placed.is_edited(bead) {
        ("○", Element::Warning)
    } else {
        (verdict.symbol(), Element::Verdict(verdict))
    };
    put(buffer, area, area.x, symbol, styles.of(element));
}

/// A line of the note under its row.
fn note(
    app: &App,
    styles: &Styles,
    areas: &Areas,
    at: VisibleLine,
    (shown, span, ends): (RowId, Span, Ends),
    buffer: &mut Buffer,
) {
    let Some(note) = app.note_of(shown) else { return };
    let (left, right) = (areas.texts.left, areas.texts.right);
    let area = row(Rect { width: right.right() - left.x, ..left }, at.row);
    let style = styles.of(Element::Note);
    let sign = if span.start() == 0 { "✎ " } else { "  " };
    let x = put(buffer, area, area.x, sign, style);
    let text = match ends {
        Ends::Here => span.of(note).trim_end().to_owned(),
        Ends::Later => format!("{} …", span.of(note).trim_end()),
    };
    put_short(buffer, area, x, &text, style);
}

fn fold(areas: &Areas, styles: &Styles, at: u16, item: &Item, buffer: &mut Buffer) {
    let area = row(areas.body, at);
    let area = Rect { x: areas.texts.left.x, width: areas.texts.right.right() - areas.texts.left.x, ..area };
    let count = item.rows().len();
    let text = format!("{} {count} identical · Enter opens ", Sign::Identical.symbol());
    let style = styles.of(Element::Fold);
    let x = put(buffer, area, area.x, "┄┄ ", style);
    let mut x = put_short(buffer, area, x, &text, style);
    while x < area.right() {
        x = put(buffer, area, x, "┄", style);
    }
}

/// Whether this is the first line of text of a row, the one that carries the sign.
fn is_first_text(app: &App, at: VisibleLine) -> bool {
    let lines = lines(app, at.item);
    let is_text = |line: &Line| match line {
        Line::Beside(_) | Line::Single(..) => true,
        Line::Gap | Line::Caption(_) | Line::Note(..) | Line::Fold => false,
    };
    lines.iter().position(is_text) == Some(at.line)
}
