//! The overview of the whole comparison at the edge: a sign where something differs, the verdict where all is
//! decided, a bar for what is visible.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use super::columns::sign_style;
use super::pen::{put, row};
use crate::tui::app::App;
use crate::tui::items::{Item, RowId};
use crate::tui::overview::Weight;
use crate::tui::scroll::visible;
use crate::tui::style::{Element, Styles};

pub(super) fn draw(app: &App, styles: &Styles, buffer: &mut Buffer) {
    let area = app.areas().ruler;
    if area.width < 2 || area.height == 0 || app.items.is_empty() {
        return;
    }
    let (height, count) = (usize::from(area.height), app.items.len());
    let seen = visible(app);
    let seen = seen.first().map_or(0, |line| line.item)..=seen.last().map_or(0, |line| line.item);
    let at_item = |item: usize| item * height / count;
    let thumb = at_item(*seen.start())..=at_item(*seen.end());
    for at in 0..height {
        let line = row(area, at as u16);
        if thumb.contains(&at) {
            put(buffer, line, area.x, "┃", styles.of(Element::Thumb));
        }
        // the items whose place on the ruler is this row
        let items = (at * count).div_ceil(height)..((at + 1) * count).div_ceil(height);
        let rows = items.filter_map(|item| match app.items.get(item) {
            Item::Row(row) => Some(*row),
            Item::Fold(_) => None,
        });
        if let Some((symbol, style)) = symbol(app, styles, rows) {
            put(buffer, line, area.x + 1, symbol, style);
        }
    }
}

/// What stands for these rows: a difference that is still open, else what was decided about them, else what differs.
fn symbol(
    app: &App,
    styles: &Styles,
    rows: impl Iterator<Item = RowId> + Clone,
) -> Option<(&'static str, Style)> {
    let review = &app.desk.placed;
    let is_judged = |row: &RowId| app.overview.is_judged(*row);
    let is_open = |row: &RowId| is_judged(row) && review.is_open(app.row(*row).bead);
    let weight = |row: &RowId| app.overview.weight(*row);
    let open = rows.clone().filter(is_open).max_by_key(weight);
    let decided = rows.clone().filter(is_judged);
    let decided = decided.filter_map(|row| review.remark(app.row(row).bead)?.verdict).max();
    if let (None, Some(verdict)) = (open, decided) {
        return Some((verdict.symbol(), styles.of(Element::Verdict(verdict))));
    }
    let most = open.or_else(|| rows.max_by_key(weight))?;
    let symbol = match app.overview.weight(most) {
        Weight::Identical => return None,
        Weight::Alarming => "!",
        Weight::Typography | Weight::Alone | Weight::Moved | Weight::Edited | Weight::Rewritten => {
            app.row(most).sign.symbol()
        }
    };
    Some((symbol, sign_style(app, styles, most)))
}
