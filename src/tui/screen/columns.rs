//! Both texts, with the sign column, and the bars of the selected row.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::canvas::{Canvas, row};
use super::title::tag;
use crate::text::{Side, Span};
use crate::tui::state::search::overlapping;
use crate::tui::{Action, App, Areas, Element, Item, Line, RowId, VisibleLine, Weight};
use crate::view::{Mark, MarkSet, Markup, Owner, Row, Sign, words};

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

/// Draws a line of both sides, or of only one if the sides scroll separately.
fn draw_line(app: &App, canvas: &mut Canvas<'_>, areas: &Areas, at: VisibleLine, only: Option<Side>) {
    let (lines, item) = (app.lines(at.item), app.view.items.get(at.item));
    let (line, id) = (&lines[at.line], item.first());
    let shown = app.row(id);
    let sides = Side::BOTH.into_iter().filter(|&side| only.is_none_or(|only| only == side));
    let across = row(only.map_or(areas.both_texts(), |side| areas.texts[side]), at.row);
    if *line != Line::Gap && at.item == app.selected() {
        sides.clone().for_each(|side| bar(canvas, areas, side, across));
    }
    // the sign belongs to the side that scrolls
    let is_leading = only.is_none_or(|side| side == app.cursor.side);
    let is_first = lines.iter().position(is_text) == Some(at.line);
    if is_leading && is_first {
        gutter(app, canvas, areas, at, only);
    }
    match line {
        Line::Gap => {}
        Line::Fold => fold(app, canvas, across, item),
        Line::Caption(index) => {
            let x = canvas.put(across, across.x, "❝ ", Element::Caption);
            canvas.put_short(across, x, &shown.captions[*index].text, Element::Caption);
        }
        Line::Note { span, is_cut } => {
            if let Some(note) = app.note_of(id).filter(|_| is_leading) {
                let sign = if span.start() == 0 { "✎ " } else { "  " };
                let x = canvas.put(across, across.x, sign, Element::Note);
                let more = if *is_cut { " …" } else { "" };
                canvas.put_short(across, x, &format!("{}{more}", span.of(note).trim_end()), Element::Note);
            }
        }
        Line::Columns(spans) => {
            for side in sides {
                let area = row(areas.texts[side], at.row);
                match spans[side] {
                    Some(span) => text(app, canvas, area, side, shown, span),
                    None if only.is_none() && is_first => pointer(app, canvas, area, side, at.item),
                    None => {}
                }
            }
        }
        Line::Side { side, span, has_tag } => {
            if *has_tag {
                let area = row(areas.tags, at.row);
                canvas.put(area, area.x, tag(*side), Element::Tag);
            }
            text(app, canvas, row(areas.texts[*side], at.row), *side, shown, *span);
        }
        Line::MarkedUp(text, line) => marked_up(app, canvas, row(areas.texts.left, at.row), text, *line),
    }
}

/// The sign, the verdict and the number of a row, on its first line of text.
fn gutter(app: &App, canvas: &mut Canvas<'_>, areas: &Areas, at: VisibleLine, only: Option<Side>) {
    let id = app.view.items.get(at.item).first();
    badge(app, canvas, row(areas.badges, at.row), id);
    let area = row(areas.signs, at.row);
    canvas.put(area, area.x, app.row(id).sign.symbol(), sign_style(app, canvas, id));
    if only.is_none() {
        let area = row(areas.numbers, at.row);
        let width = usize::from(area.width.saturating_sub(1));
        canvas.put(area, area.x, &format!("{:>width$}", id.index() + 1), Element::Tag);
    }
}

/// Whether a line shows text of the articles: the first of these carries the sign.
fn is_text(line: &Line) -> bool {
    matches!(line, Line::Columns(_) | Line::Side { .. } | Line::MarkedUp(..))
}

/// A line of one side, in the style of its marks.
fn text(app: &App, canvas: &mut Canvas<'_>, area: Rect, side: Side, shown: &Row, line: Span) {
    let Some(cell) = &shown.cells[side] else { return };
    let mut x = area.x;
    for (run, part) in on_line(&cell.runs, |run| run.span, app.text(side), line) {
        let style = canvas.styles.text(side, marks(app, run.marks));
        x = put_matches(app, canvas, area, x, side, part, style);
    }
}

/// A line of both texts with marked-up edits: deleted words are struck out.
fn marked_up(app: &App, canvas: &mut Canvas<'_>, area: Rect, text: &Markup, line: Span) {
    let mut x = area.x;
    for (run, part) in on_line(&text.runs, |run| run.span, &text.text, line) {
        let side = run.owner.side();
        let own = canvas.styles.text(side, marks(app, run.marks));
        let style = match run.owner {
            Owner::Neither => canvas.styles.of(Element::Tag),
            Owner::Both | Owner::Only(Side::Right) => own,
            Owner::Only(Side::Left) => own.add_modifier(Modifier::CROSSED_OUT),
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

/// The runs on a line, and their parts of it, without the spaces at its end.
fn on_line<'a, R>(
    runs: &'a [R],
    span: impl Fn(&R) -> Span,
    text: &str,
    line: Span,
) -> impl Iterator<Item = (&'a R, Span)> {
    let line = Span::new(line.start(), line.start() + line.of(text).trim_end().len());
    // an article without periods is one row with thousands of runs
    let first = runs.partition_point(|run| span(run).end() <= line.start());
    let parts =
        runs.iter().skip(first).map(move |run| (run, span(run).intersection(line), span(run).start()));
    parts.take_while(move |(.., start)| *start < line.end()).filter_map(|(run, part, _)| Some((run, part?)))
}

/// Words of an article, with the selection or the search matches highlighted.
fn put_matches(
    app: &App,
    canvas: &mut Canvas<'_>,
    area: Rect,
    mut x: u16,
    side: Side,
    span: Span,
    style: Style,
) -> u16 {
    let highlighted = style.patch(canvas.styles.of(Element::Match));
    let mut put = |start: usize, end: usize, style: Style| {
        if start < end {
            x = canvas.put(area, x, Span::new(start, end).of(app.text(side)), style);
        }
    };
    let mut at = span.start();
    for hit in overlapping(hits(app, side), span).filter_map(|hit| hit.intersection(span)) {
        put(at, hit.start(), style);
        put(hit.start(), hit.end(), highlighted);
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

/// The marks without those of single words, if these are switched off.
fn marks(app: &App, marks: MarkSet) -> MarkSet {
    let is_of_word = |mark: &Mark| matches!(mark, Mark::Differs | Mark::Typography | Mark::AlteredWord);
    if app.view.parts.word_marks { marks } else { marks.iter().filter(|mark| !is_of_word(mark)).collect() }
}

/// The direction to the rest of a bead, in the empty cell of a row with only one side.
fn pointer(app: &App, canvas: &mut Canvas<'_>, area: Rect, side: Side, item: usize) {
    let here = app.view.items.get(item).first();
    if app.row(here).cells[side].is_some() {
        return;
    }
    let Some(other) = app.view.overview.other_end(here) else { return };
    let other = app.view.items.position(other);
    let (arrow, direction) = if other < item { ("↑", "up") } else { ("↓", "down") };
    let text = match other.abs_diff(item) {
        1 => format!("{arrow} one row {direction}"),
        rows => format!("{arrow} {rows} rows {direction}"),
    };
    canvas.put_short(area, area.x, &text, Element::Fold);
}

/// Marks a selected line: a bar at the edge of a side, and a background color.
fn bar(canvas: &mut Canvas<'_>, areas: &Areas, side: Side, line: Rect) {
    let edge = Rect { y: line.y, height: line.height, ..areas.bars[side] };
    let (start, end, symbol) = match side {
        Side::Left => (edge.x, line.right(), "▌"),
        Side::Right => (line.x, edge.right(), "▐"),
    };
    canvas.tint(Rect { x: start, width: end.saturating_sub(start), ..line }, Element::Selected);
    canvas.put(edge, edge.x, symbol, Element::Bar);
}

/// The style of a row's sign; a possible error in print is emphasized.
pub(super) fn sign_style(app: &App, canvas: &Canvas<'_>, row: RowId) -> Style {
    if app.view.overview.weight(row) == Weight::Alarming {
        canvas.styles.of(Element::Alarm)
    } else {
        canvas.styles.of(Element::Sign(app.row(row).sign))
    }
}

/// The sign of a verdict, or `A` for a sentence that waits for its counterpart.
fn badge(app: &App, canvas: &mut Canvas<'_>, area: Rect, shown: RowId) {
    let (bead, review) = (app.row(shown).bead, &app.review.placed);
    let verdict = review.remark(bead).and_then(|remark| remark.verdict);
    let (symbol, element) = match verdict {
        _ if app.review.anchor.is_some_and(|anchor| anchor.bead == bead) => ("A", Element::Choice),
        None => return,
        Some(_) if review.is_edited(bead) => ("○", Element::Warning),
        Some(verdict) => (verdict.symbol(), Element::Verdict(verdict)),
    };
    canvas.put(area, area.x, symbol, element);
}

fn fold(app: &App, canvas: &mut Canvas<'_>, area: Rect, item: &Item) {
    let x = canvas.put(area, area.x, "┄┄ ", Element::Fold);
    let text = format!("{} · {} opens ", hidden(app, item), app.key(Action::Counterpart));
    let mut x = canvas.put_short(area, x, &text, Element::Fold);
    while x < area.right() {
        x = canvas.put(area, x, "┄", Element::Fold);
    }
}

/// The contents of a fold: `= 12 identical`, `12 rows outside the filter, 3 of them with differences`.
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
    format!("{} {count} alike except for typography", Sign::Typography.symbol())
}
