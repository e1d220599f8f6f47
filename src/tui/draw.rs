//! Draws the texts or the open overlay.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::overlay::overlay;
use super::screen::{self, status};
use super::{App, Canvas, Element, Styles};

/// Draws the whole screen. Returns the position of the text cursor, if there is one.
pub fn draw(app: &App, styles: &Styles, buffer: &mut Buffer) -> Option<Position> {
    buffer.set_style(buffer.area, styles.of(Element::Page));
    let canvas = &mut Canvas { styles, buffer };
    let mut mode = app.mode.clone();
    let overlay = overlay(&mut mode);
    if overlay.as_ref().is_none_or(|overlay| !overlay.is_opaque()) {
        screen::draw(app, canvas);
    }
    if let Some(overlay) = overlay {
        return overlay.draw(app, canvas);
    }
    status::draw(app, canvas);
    None
}
