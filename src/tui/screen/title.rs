//! The title: the names of the outlets, and the headlines.

use ratatui::layout::Rect;

use super::canvas::{Canvas, row};
use crate::text::Side;
use crate::text::visible::shown_text;
use crate::tui::{App, Element, Layout};
use crate::view::words::{self, Headline};

pub(super) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let areas = app.areas();
    if areas.title.height == 0 {
        return;
    }
    for (side, text) in areas.texts.sides() {
        let area = match areas.layout {
            Layout::Columns => Rect { x: text.x, width: text.width, ..areas.title },
            Layout::Stacked | Layout::MarkedUp if areas.title.height > 1 => row(areas.title, side as u16),
            // no room for headlines: both names share the row
            Layout::Stacked | Layout::MarkedUp => half(areas.title, side),
        };
        outlet(app, canvas, side, area);
    }
}

fn outlet(app: &App, canvas: &mut Canvas<'_>, side: Side, area: Rect) {
    let mut x = area.x;
    if app.layout() != Layout::Columns {
        x = canvas.put(area, x, &format!(" {} ", tag(side)), Element::Tag);
    }
    let element = if app.cursor.side == side { Element::SelectedOutlet } else { Element::Outlet };
    x = canvas.put_short(area, x, &format!(" {} ", shown_text(app.labels()[side])), element);
    let (words, element) = match words::headline(&app.comparison, side) {
        Headline::Given(title) => (title, Element::Headline),
        Headline::FirstWords(words) => (words, Element::NoHeadline),
    };
    canvas.put_short(area, x + 1, &shown_text(&words), element);
}

/// The letter that names the side of a line in a layout without columns.
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
