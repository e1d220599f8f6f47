//! The title row: both outlets' names and headlines.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pen::{put, put_short, row};
use crate::text::Side;
use crate::text::visible::shown_text;
use crate::tui::app::App;
use crate::tui::layout::Drawn;
use crate::tui::style::{Element, Styles};
use crate::view::words::{self, Headline};

pub(super) fn draw(app: &App, styles: &Styles, buffer: &mut Buffer) {
    let areas = app.areas();
    if areas.title.height == 0 {
        return;
    }
    for side in Side::BOTH {
        let text = areas.texts[side];
        let area = match areas.drawn {
            Drawn::Columns => Rect { x: text.x, width: text.width, ..areas.title },
            Drawn::Single | Drawn::Marked if areas.title.height > 1 => row(areas.title, side as u16),
            // no room for headlines: both names share the row
            Drawn::Single | Drawn::Marked => half(areas.title, side),
        };
        outlet(app, styles, side, area, buffer);
    }
}

fn outlet(app: &App, styles: &Styles, side: Side, area: Rect, buffer: &mut Buffer) {
    let mut x = area.x;
    if app.drawn() != Drawn::Columns {
        x = put(buffer, area, x, &format!(" {} ", tag(side)), styles.of(Element::Tag));
    }
    let element = if app.side == side { Element::SelectedOutlet } else { Element::Outlet };
    x = put_short(buffer, area, x, &format!(" {} ", shown_text(app.labels()[side])), styles.of(element));
    match words::headline(&app.comparison, side) {
        Headline::Given(title) => {
            put_short(buffer, area, x + 1, &shown_text(&title), styles.of(Element::Headline));
        }
        Headline::FirstWords(words) => {
            put_short(buffer, area, x + 1, &shown_text(&words), styles.of(Element::NoHeadline));
        }
    }
}

/// The letter by which one column says which side a line is from.
pub(super) fn tag(side: Side) -> &'static str {
    match side {
        Side::Left => "L",
        Side::Right => "R",
    }
}

fn half(area: Rect, side: Side) -> Rect {
    let left = area.width / 2;
    match side {
        Side::Left => Rect { width: left, ..area },
        Side::Right => Rect { x: area.x + left, width: area.width - left, ..area },
    }
}
