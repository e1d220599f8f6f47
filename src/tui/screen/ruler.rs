//! The ruler: an overview of the whole comparison, with signs of differences, verdicts, and the visible part.

use ratatui::style::Style;

use super::canvas::{Canvas, row};
use super::columns::sign_style;
use crate::tui::{App, Element, Item, RowId, Weight};

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let area = app.areas().ruler;
    if area.width < 2 || area.height == 0 || app.view.items.is_empty() {
        return;
    }
    let (height, count) = (usize::from(area.height), app.view.items.len());
    let seen = app.visible();
    let mark = |item: usize| item * height / count;
    let thumb =
        mark(seen.first().map_or(0, |line| line.item))..=mark(seen.last().map_or(0, |line| line.item));
    for at in 0..height {
        let line = row(area, at as u16);
        if thumb.contains(&at) {
            canvas.put(line, area.x, "┃", Element::Thumb);
        }
        // the items of this row of the ruler
        let items = (at * count).div_ceil(height)..((at + 1) * count).div_ceil(height);
        let row = |item| if let Item::Row(row) = app.view.items.get(item) { Some(*row) } else { None };
        if let Some((symbol, style)) = symbol(app, canvas, items.filter_map(row)) {
            canvas.put(line, area.x + 1, symbol, style);
        }
    }
}

/// The symbol of some rows: of an open difference, else of the verdict, else of the most important row.
fn symbol(
    app: &App,
    canvas: &Canvas<'_>,
    rows: impl Iterator<Item = RowId> + Clone,
) -> Option<(&'static str, Style)> {
    let review = &app.review.placed;
    let weight = |row: &RowId| app.view.overview.weight(*row);
    // the row has a difference, or its quotation has one at the other end
    let is_judged = |row: &RowId| weight(row) == Weight::Alarming || !app.row(*row).differences.is_empty();
    let is_open = |row: &RowId| is_judged(row) && review.is_open(app.row(*row).bead);
    let open = rows.clone().filter(is_open).max_by_key(weight);
    let verdicts = rows.clone().filter(is_judged).filter_map(|row| review.remark(app.row(row).bead)?.verdict);
    if let (None, Some(verdict)) = (open, verdicts.max()) {
        return Some((verdict.symbol(), canvas.styles.of(Element::Verdict(verdict))));
    }
    let most = open.or_else(|| rows.max_by_key(weight))?;
    let symbol = match weight(&most) {
        Weight::Identical => return None,
        Weight::Alarming => "!",
        Weight::Typography | Weight::Alone | Weight::Moved | Weight::Edited | Weight::Rewritten => {
            app.row(most).sign.symbol()
        }
    };
    Some((symbol, sign_style(app, canvas, most)))
}
