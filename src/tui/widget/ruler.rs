//! The overview of the whole comparison at the edge: a sign where something differs, a bar for what is visible.

use ratatui::buffer::Buffer;

use super::columns::sign_style;
use super::pen::{put, row};
use crate::tui::app::App;
use crate::tui::items::Item;
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
        let Some(most) = rows.max_by_key(|row| app.overview.weight(*row)) else { continue };
        let symbol = match app.overview.weight(most) {
            Weight::Identical => continue,
            Weight::Alarming => "!",
            Weight::Typography | Weight::Alone | Weight::Moved | Weight::Edited | Weight::Rewritten => {
                app.row(most).sign.symbol()
            }
        };
        put(buffer, line, area.x + 1, symbol, sign_style(app, styles, most));
    }
}
