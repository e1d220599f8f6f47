//! Both texts, with the sign column between them and the bars beside what is selected.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::pen::{put, put_short, row};
use super::title::tag;
use crate::text::{Side, Span};
use crate::tui::app::App;
use crate::tui::display::Shown;
use crate::tui::items::{Item, RowId};
use crate::tui::layout::Areas;
use crate::tui::lines::{Ends, Line, Tag, lines};
use crate::tui::overview::Weight;
use crate::tui::scroll::{VisibleLine, visible, visible_from};
use crate::tui::search::overlapping;
use crate::tui::style::{Element, Styles};
use crate::view::{Mark, MarkSet, Markup, MarkupPart, Row, Sign, words};

pub(super) fn draw(app: &App, styles: &Styles, buffer: &mut Buffer) {
    let areas = app.areas();
    if app.items.is_empty() {
        let area = row(areas.body, areas.body.height / 3);
        put_short(buffer, area, area.x + 1, "Neither text has any words.", styles.of(Element::Fold));
        return;
    }
    let selected = app.selected();
    if let Some(apart) = app.apart {
        for side in Side::BOTH {
            let top = if side == apart.side { apart.top } else { app.top };
            for at in visible_from(app, top) {
                half_line(app, styles, &areas, side, at, buffer);
            }
        }
        return;
    }
    for at in visible(app) {
        let line = &lines(app, at.item)[at.line];
        if *line != Line::Gap && at.item == selected {
            for side in Side::BOTH {
                bar(&areas, styles, side, whole(&areas), at.row, buffer);
            }
        }
        draw_line(app, styles, &areas, at, line, buffer);
    }
}

/// A line of one side, where the sides scroll on their own.
fn half_line(app: &App, styles: &Styles, areas: &Areas, side: Side, at: VisibleLine, buffer: &mut Buffer) {
    let line = &lines(app, at.item)[at.line];
    let item = app.items.get(at.item);
    let area = row(areas.texts[side], at.row);
    if *line != Line::Gap && at.item == app.selected() {
        bar(areas, styles, side, areas.texts[side], at.row, buffer);
    }
    if side == app.side && is_first_text(app, at) {
        badge(app, styles, areas, at, item.first(), buffer);
        sign(app, styles, areas, at, item.first(), buffer);
    }
    match line {
        Line::Fold => fold(app, styles, area, item, buffer),
        Line::Caption(index) => {
            caption(styles, area, &app.row(item.first()).captions[*index].text, buffer);
        }
        Line::Note(span, ends) if side == app.side => {
            note(app, styles, area, item.first(), (*span, *ends), buffer);
        }
        Line::Beside(spans) => {
            if let Some(span) = spans[side] {
                text(app, styles, side, app.row(item.first()), span, area, buffer);
            }
        }
        Line::Gap | Line::Single(..) | Line::Marked(..) | Line::Note(..) => {}
    }
}

fn draw_line(app: &App, styles: &Styles, areas: &Areas, at: VisibleLine, line: &Line, buffer: &mut Buffer) {
    let item = app.items.get(at.item);
    let shown = app.row(item.first());
    if is_first_text(app, at) {
        badge(app, styles, areas, at, item.first(), buffer);
        sign(app, styles, areas, at, item.first(), buffer);
        number(styles, areas, at, item.first(), buffer);
    }
    let across = row(whole(areas), at.row);
    match line {
        Line::Gap => {}
        Line::Fold => fold(app, styles, across, item, buffer),
        Line::Caption(index) => caption(styles, across, &shown.captions[*index].text, buffer),
        Line::Note(span, ends) => note(app, styles, across, item.first(), (*span, *ends), buffer),
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
            if *tagged == Tag::Shown {
                let area = row(areas.tags, at.row);
                put(buffer, area, area.x, tag(*side), styles.of(Element::Tag));
            }
            text(app, styles, *side, shown, *span, row(areas.texts[*side], at.row), buffer);
        }
        Line::Marked(text, line) => marked(app, styles, text, *line, row(areas.texts.left, at.row), buffer),
    }
}

/// One line of one side's text, in the style of its marks.
fn text(app: &App, styles: &Styles, side: Side, shown: &Row, line: Span, area: Rect, buffer: &mut Buffer) {
    let Some(cell) = &shown.cells[side] else { return };
    let article = &app.comparison.sides[side].article.text;
    let line = Span::new(line.start(), line.start() + line.of(article).trim_end().len());
    let first = cell.runs.partition_point(|run| run.span.end() <= line.start());
    let mut x = area.x;
    for run in cell.runs.iter().skip(first).take_while(|run| run.span.start() < line.end()) {
        let Some(part) = run.span.intersection(line) else { continue };
        let style = styles.text(side, marks(app, run.marks));
        for (piece, found) in pieces(part, hits(app, side)) {
            let style = if found { style.patch(styles.of(Element::Match)) } else { style };
            x = put(buffer, area, x, piece.of(article), style);
        }
    }
}

/// One line of both texts in one: what is gone is struck out besides its brackets.
fn marked(app: &App, styles: &Styles, text: &Markup, line: Span, area: Rect, buffer: &mut Buffer) {
    let line = Span::new(line.start(), line.start() + line.of(&text.text).trim_end().len());
    let first = text.written.partition_point(|run| run.span.end() <= line.start());
    let mut x = area.x;
    for run in text.written.iter().skip(first).take_while(|run| run.span.start() < line.end()) {
        let Some(part) = run.span.intersection(line) else { continue };
        let side = run.part.side();
        let style = match run.part {
            MarkupPart::Sign => styles.of(Element::Tag),
            MarkupPart::Both | MarkupPart::Come => styles.text(side, marks(app, run.marks)),
            MarkupPart::Gone => styles.text(side, marks(app, run.marks)).add_modifier(Modifier::CROSSED_OUT),
        };
        let Some(origin) = run.origin else {
            x = put(buffer, area, x, part.of(&text.text), style);
            continue;
        };
        let start = origin.start() + part.start() - run.span.start();
        for (piece, found) in pieces(Span::new(start, start + part.len()), hits(app, side)) {
            let style = if found { style.patch(styles.of(Element::Match)) } else { style };
            x = put(buffer, area, x, piece.of(&app.comparison.sides[side].article.text), style);
        }
    }
}

/// The words of a side that the mouse drags over, or else a search found.
fn hits(app: &App, side: Side) -> &[Span] {
    if let Some(dragged) =
        app.selection.as_ref().map(|selection| selection.dragged(side)).filter(|all| !all.is_empty())
    {
        return dragged;
    }
    app.search.as_ref().map_or(&[], |search| &search.hits[side])
}

/// The marks that are shown.
fn marks(app: &App, marks: MarkSet) -> MarkSet {
    match app.display.words {
        Shown::Shown => marks,
        Shown::Hidden => {
            let is_kept = |mark: &Mark| !matches!(mark, Mark::Differs | Mark::Typography | Mark::AlteredWord);
            marks.iter().filter(is_kept).collect()
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

/// The columns of both texts, with what stands between them.
fn whole(areas: &Areas) -> Rect {
    let (left, right) = (areas.texts.left, areas.texts.right);
    Rect { width: right.right() - left.x, ..left }
}

/// Shows that a line is selected: a bar at a side's edge, and a ground where there is color.
fn bar(areas: &Areas, styles: &Styles, side: Side, ground: Rect, at: u16, buffer: &mut Buffer) {
    let edge = areas.bars[side];
    let (start, end) = match side {
        Side::Left => (edge.x, ground.right()),
        Side::Right => (ground.x, edge.right()),
    };
    let line = row(Rect { x: start, width: end.saturating_sub(start), ..areas.body }, at);
    buffer.set_style(line.intersection(buffer.area), styles.of(Element::Selected));
    let symbol = match side {
        Side::Left => "▌",
        Side::Right => "▐",
    };
    let area = row(edge, at);
    put(buffer, area, area.x, symbol, styles.of(Element::Bar));
}

/// The number of a row, as reports and the status line count.
fn number(styles: &Styles, areas: &Areas, at: VisibleLine, shown: RowId, buffer: &mut Buffer) {
    let area = row(areas.numbers, at.row);
    let width = usize::from(area.width.saturating_sub(1));
    put(buffer, area, area.x, &format!("{:>width$}", shown.index() + 1), styles.of(Element::Tag));
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

fn caption(styles: &Styles, area: Rect, caption: &str, buffer: &mut Buffer) {
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
    area: Rect,
    shown: RowId,
    (span, ends): (Span, Ends),
    buffer: &mut Buffer,
) {
    let Some(note) = app.note_of(shown) else { return };
    let style = styles.of(Element::Note);
    let sign = if span.start() == 0 { "✎ " } else { "  " };
    let x = put(buffer, area, area.x, sign, style);
    let text = match ends {
        Ends::Here => span.of(note).trim_end().to_owned(),
        Ends::Later => format!("{} …", span.of(note).trim_end()),
    };
    put_short(buffer, area, x, &text, style);
}

fn fold(app: &App, styles: &Styles, area: Rect, item: &Item, buffer: &mut Buffer) {
    let style = styles.of(Element::Fold);
    let x = put(buffer, area, area.x, "┄┄ ", style);
    let mut x = put_short(
        buffer,
        area,
        x,
        &format!("{} · {} opens ", hidden(app, item), app.key("counterpart")),
        style,
    );
    while x < area.right() {
        x = put(buffer, area, x, "┄", style);
    }
}

/// What a fold hides: `= 12 identical`, `12 alike`, `12 rows outside the filter, 3 of them differ`.
pub(super) fn hidden(app: &App, item: &Item) -> String {
    let rows = || item.rows().map(|row| &app.rows[row]);
    let count = item.rows().len();
    if !app.filter.is_empty() {
        let rest = match rows().filter(|row| !row.differences.is_empty()).count() {
            0 => String::new(),
            1 if count == 1 => ", it differs".to_owned(),
            differ => format!(", {differ} of them with differences"),
        };
        return format!("{} outside the filter{rest}", words::counted(count, "row"));
    }
    if rows().all(|row| row.sign == Sign::Identical) {
        return format!("{} {count} identical", Sign::Identical.symbol());
    }
    format!("{} {count} alike but for typography", Sign::Typography.symbol())
}

/// Whether this is the first line of text of a row, the one that carries the sign.
fn is_first_text(app: &App, at: VisibleLine) -> bool {
    let lines = lines(app, at.item);
    let is_text = |line: &Line| match line {
        Line::Beside(_) | Line::Single(..) | Line::Marked(..) => true,
        Line::Gap | Line::Caption(_) | Line::Note(..) | Line::Fold => false,
    };
    lines.iter().position(is_text) == Some(at.line)
}
