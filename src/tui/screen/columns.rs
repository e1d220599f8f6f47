//! Both texts, with the sign column between them and the bars beside what is selected.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::canvas::{Canvas, row};
use super::title::tag;
use crate::text::{Side, Span};
use crate::tui::keymap::Action;
use crate::tui::layout::Areas;
use crate::tui::state::items::Item;
use crate::tui::state::lines::{Ends, Line, Tag};
use crate::tui::state::scroll::VisibleLine;
use crate::tui::state::search::overlapping;
use crate::tui::state::{App, RowId, Weight};
use crate::tui::style::Element;
use crate::view::{Mark, MarkSet, Markup, MarkupPart, Row, Sign, words};

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let areas = app.areas();
    if app.view.items.is_empty() {
        let area = row(areas.body, areas.body.height / 3);
        canvas.put_short(area, area.x + 1, "Neither text has any words.", Element::Fold);
        return;
    }
    let Some(apart) = app.cursor.apart else {
        for at in app.visible() {
            draw_line(app, canvas, &areas, at, None);
        }
        return;
    };
    for side in Side::BOTH {
        let top = if side == apart.side { apart.top } else { app.cursor.top };
        for at in app.visible_from(top) {
            draw_line(app, canvas, &areas, at, Some(side));
        }
    }
}

/// Draws a line: of both sides, or of only one if the sides scroll separately.
fn draw_line(app: &App, canvas: &mut Canvas<'_>, areas: &Areas, at: VisibleLine, only: Option<Side>) {
    let (lines, item) = (app.lines(at.item), app.view.items.get(at.item));
    let (line, id) = (&lines[at.line], item.first());
    let shown = app.row(id);
    let sides = Side::BOTH.into_iter().filter(|&side| only.is_none_or(|only| only == side));
    let (left, right) = (areas.texts.left, areas.texts.right);
    let both = Rect { width: right.right() - left.x, ..left };
    let across = row(only.map_or(both, |side| areas.texts[side]), at.row);
    if *line != Line::Gap && at.item == app.selected() {
        sides.clone().for_each(|side| bar(canvas, areas, side, across));
    }
    // the sign belongs to the side that scrolls
    let is_leading = only.is_none_or(|side| side == app.cursor.side);
    let is_first = lines.iter().position(is_text) == Some(at.line);
    if is_leading && is_first {
        edge(app, canvas, areas, at, only);
    }
    match line {
        Line::Gap => {}
        Line::Fold => fold(app, canvas, across, item),
        Line::Caption(index) => {
            let x = canvas.put(across, across.x, "❝ ", Element::Caption);
            canvas.put_short(across, x, &shown.captions[*index].text, Element::Caption);
        }
        Line::Note(span, ends) => {
            if is_leading {
                note(app, canvas, across, id, (*span, *ends));
            }
        }
        Line::Beside(spans) => {
            for side in sides {
                let area = row(areas.texts[side], at.row);
                match spans[side] {
                    Some(span) => text(app, canvas, area, side, shown, span),
                    None if only.is_none() && is_first => pointer(app, canvas, area, side, at.item),
                    None => {}
                }
            }
        }
        Line::Single(side, span, tagged) => {
            if *tagged == Tag::Shown {
                let area = row(areas.tags, at.row);
                canvas.put(area, area.x, tag(*side), Element::Tag);
            }
            text(app, canvas, row(areas.texts[*side], at.row), *side, shown, *span);
        }
        Line::Marked(text, line) => marked(app, canvas, row(left, at.row), text, *line),
    }
}

/// The sign, the verdict and the number of a row, on its first line of text.
fn edge(app: &App, canvas: &mut Canvas<'_>, areas: &Areas, at: VisibleLine, only: Option<Side>) {
    let id = app.view.items.get(at.item).first();
    badge(app, canvas, row(areas.badges, at.row), id);
    let area = row(areas.signs, at.row);
    canvas.put(area, area.x, app.row(id).sign.symbol(), sign_style(app, canvas, id));
    if only.is_none() {
        // right-aligned, as reports and the status line count
        let area = row(areas.numbers, at.row);
        let width = usize::from(area.width.saturating_sub(1));
        canvas.put(area, area.x, &format!("{:>width$}", id.index() + 1), Element::Tag);
    }
}

/// Whether a line shows text: the first of these carries the sign.
fn is_text(line: &Line) -> bool {
    matches!(line, Line::Beside(_) | Line::Single(..) | Line::Marked(..))
}

/// One line of one side's text, in the style of its marks.
fn text(app: &App, canvas: &mut Canvas<'_>, area: Rect, side: Side, shown: &Row, line: Span) {
    let Some(cell) = &shown.cells[side] else { return };
    let line = without_end(app.text(side), line);
    let first = cell.runs.partition_point(|run| run.span.end() <= line.start());
    let mut x = area.x;
    for run in cell.runs.iter().skip(first).take_while(|run| run.span.start() < line.end()) {
        let Some(part) = run.span.intersection(line) else { continue };
        let style = canvas.styles.text(side, marks(app, run.marks));
        x = put_matches(app, canvas, area, x, side, part, style);
    }
}

/// One line of both texts in one: what is gone is also struck out.
fn marked(app: &App, canvas: &mut Canvas<'_>, area: Rect, text: &Markup, line: Span) {
    let line = without_end(&text.text, line);
    let first = text.written.partition_point(|run| run.span.end() <= line.start());
    let mut x = area.x;
    for run in text.written.iter().skip(first).take_while(|run| run.span.start() < line.end()) {
        let Some(part) = run.span.intersection(line) else { continue };
        let side = run.part.side();
        let own = canvas.styles.text(side, marks(app, run.marks));
        let style = match run.part {
            MarkupPart::Sign => canvas.styles.of(Element::Tag),
            MarkupPart::Both | MarkupPart::Come => own,
            MarkupPart::Gone => own.add_modifier(Modifier::CROSSED_OUT),
        };
        x = match run.origin {
            None => canvas.put(area, x, part.of(&text.text), style),
            Some(origin) => {
                let start = origin.start() + part.start() - run.span.start();
                put_matches(app, canvas, area, x, side, Span::new(start, start + part.len()), style)
            }
        };
    }
}

/// A line without the blanks at its end.
fn without_end(text: &str, line: Span) -> Span {
    Span::new(line.start(), line.start() + line.of(text).trim_end().len())
}

/// Words of an article; those that the mouse is dragged over, or else a search found, are lit.
fn put_matches(
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Rect,
    mut x: u16,
    side: Side,
    span: Span,
    style: Style,
) -> u16 {
    let found = style.patch(canvas.styles.of(Element::Match));
    let mut put = |start: usize, end: usize, style: Style| {
        if start < end {
            x = canvas.put(area, x, Span::new(start, end).of(app.text(side)), style);
        }
    };
    let mut at = span.start();
    for hit in overlapping(hits(app, side), span).filter_map(|hit| hit.intersection(span)) {
        put(at, hit.start(), style);
        put(hit.start(), hit.end(), found);
        at = hit.end();
    }
    put(at, span.end(), style);
    x
}

fn hits(app: &App, side: Side) -> &[Span] {
    let dragged = app.cursor.selection.as_ref().map(|selection| selection.dragged(side));
    match (dragged, &app.view.search) {
        (Some(dragged @ [_, ..]), _) => dragged,
        (_, Some(search)) => &search.hits[side],
        (_, None) => &[],
    }
}

/// The marks that are shown.
fn marks(app: &App, marks: MarkSet) -> MarkSet {
    let is_of_word = |mark: &Mark| matches!(mark, Mark::Differs | Mark::Typography | Mark::AlteredWord);
    if app.view.parts.word_marks { marks } else { marks.iter().filter(|mark| !is_of_word(mark)).collect() }
}

/// Where the rest of a bead is, in the empty cell beside one end of it.
fn pointer(app: &App, canvas: &mut Canvas<'_>, area: Rect, side: Side, item: usize) {
    let here = app.view.items.get(item).first();
    if app.row(here).cells[side].is_some() {
        return;
    }
    let Some(other) = app.view.overview.other_end(here) else { return };
    let other = app.view.items.position(other);
    let (arrow, way) = if other < item { ("↑", "up") } else { ("↓", "down") };
    let text = match other.abs_diff(item) {
        1 => format!("{arrow} one row {way}"),
        rows => format!("{arrow} {rows} rows {way}"),
    };
    canvas.put_short(area, area.x, &text, Element::Fold);
}

/// Shows that a line is selected: a bar at a side's edge, and a background if there is color.
fn bar(canvas: &mut Canvas<'_>, areas: &Areas, side: Side, line: Rect) {
    let edge = Rect { y: line.y, height: line.height, ..areas.bars[side] };
    let (start, end, symbol) = match side {
        Side::Left => (edge.x, line.right(), "▌"),
        Side::Right => (line.x, edge.right(), "▐"),
    };
    canvas.tint(Rect { x: start, width: end.saturating_sub(start), ..line }, Element::Selected);
    canvas.put(edge, edge.x, symbol, Element::Bar);
}

/// The style of a row's sign: what may be an error in print is emphasized.
pub(super) fn sign_style(app: &App, canvas: &Canvas<'_>, row: RowId) -> Style {
    if app.view.overview.weight(row) == Weight::Alarming {
        canvas.styles.of(Element::Alarm)
    } else {
        canvas.styles.of(Element::Sign(app.row(row).sign))
    }
}

/// The sign of a verdict, or the mark of a future pin.
fn badge(app: &App, canvas: &mut Canvas<'_>, area: Rect, shown: RowId) {
    let (bead, review) = (app.row(shown).bead, &app.review.placed);
    let (symbol, element) = if app.review.anchor.is_some_and(|anchor| anchor.bead == bead) {
        ("A", Element::Choice)
    } else {
        let Some(verdict) = review.remark(bead).and_then(|remark| remark.verdict) else { return };
        if review.is_edited(bead) {
            ("○", Element::Warning)
        } else {
            (verdict.symbol(), Element::Verdict(verdict))
        }
    };
    canvas.put(area, area.x, symbol, element);
}

/// A line of the note under its row.
fn note(app: &App, canvas: &mut Canvas<'_>, area: Rect, shown: RowId, (span, ends): (Span, Ends)) {
    let Some(note) = app.note_of(shown) else { return };
    let x = canvas.put(area, area.x, if span.start() == 0 { "✎ " } else { "  " }, Element::Note);
    let more = match ends {
        Ends::Here => "",
        Ends::Later => " …",
    };
    canvas.put_short(area, x, &format!("{}{more}", span.of(note).trim_end()), Element::Note);
}

fn fold(app: &App, canvas: &mut Canvas<'_>, area: Rect, item: &Item) {
    let x = canvas.put(area, area.x, "┄┄ ", Element::Fold);
    let text = format!("{} · {} opens ", hidden(app, item), app.key(Action::Counterpart));
    let mut x = canvas.put_short(area, x, &text, Element::Fold);
    while x < area.right() {
        x = canvas.put(area, x, "┄", Element::Fold);
    }
}

/// What a fold hides: `= 12 identical`, `12 alike`, `12 rows outside the filter, 3 of them differ`.
pub(super) fn hidden(app: &App, item: &Item) -> String {
    let rows = || item.rows().map(|row| &app.view.rows[row]);
    let count = item.rows().len();
    if !app.view.filter.is_empty() {
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
