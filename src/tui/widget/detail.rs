//! What is known of the selected bead: its kind, the score, who speaks, what differs.

use ratatui::buffer::Buffer;

use super::columns::hidden;
use super::pen::{put, put_short, row};
use crate::text::Span;
use crate::text::visible::shown_text;
use crate::text::wrap::wrap;
use crate::tui::app::App;
use crate::tui::items::Item;
use crate::tui::style::{Element, Styles};
use crate::view::words;

pub(super) fn draw(app: &App, styles: &Styles, buffer: &mut Buffer) {
    let area = app.areas().detail;
    if area.height == 0 || app.items.is_empty() {
        return;
    }
    let style = styles.of(Element::Detail);
    buffer.set_style(area.intersection(buffer.area), style);
    let text = match app.items.get(app.selected()) {
        item @ Item::Fold(_) => format!("{}; Enter shows them", hidden(app, item)),
        Item::Row(_) => words::detail(&app.comparison, app.row(app.cursor).bead).join(" · "),
    };
    let text = shown_text(&text);
    let width = usize::from(area.width.saturating_sub(2));
    let lines = wrap(&text, Span::whole(&text), width);
    for (at, line) in lines.iter().enumerate().take(usize::from(area.height)) {
        let line_area = row(area, at as u16);
        let last = at + 1 == usize::from(area.height);
        if last && lines.len() > at + 1 {
            // the rest of the text, so that the ellipsis says there is more
            let rest = Span::new(line.start(), text.len());
            put_short(buffer, line_area, area.x + 1, rest.of(&text), style);
        } else {
            put(buffer, line_area, area.x + 1, line.of(&text).trim_end(), style);
        }
    }
}
