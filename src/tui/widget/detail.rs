//! What is known of the selected bead: its kind, the score, who speaks, what differs.

use ratatui::buffer::Buffer;

use super::columns::hidden;
use super::pen::{put, put_short, row};
use crate::alignment::BeadId;
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
        item @ Item::Fold(_) => format!("{}; {} shows them", hidden(app, item), app.key("counterpart")),
        Item::Row(_) => said(app, app.row(app.cursor).bead).join(" · "),
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

/// What the reviewer said of a bead, then what is known of it.
fn said(app: &App, bead: BeadId) -> Vec<String> {
    let placed = &app.desk.placed;
    let verdict = placed.remark(bead).and_then(|remark| remark.verdict).map(|verdict| {
        if placed.is_edited(bead) {
            format!("○ was {}, edited since: open again", verdict.name())
        } else {
            format!("{} {}", verdict.symbol(), verdict.name())
        }
    });
    let pinned = app.comparison.alignment.get(bead).pinned.then(|| "aligned by hand".to_owned());
    verdict.into_iter().chain(pinned).chain(words::detail(&app.comparison, bead)).collect()
}
