//! Drawing: from the state of the screen to its cells.

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::overlay::overlay;
use super::screen::canvas::Canvas;
use super::screen::{draw_texts, status};
use super::state::App;
use super::style::{Element, Styles};

/// Draws the whole screen; returns the place of the text cursor, if something is being typed.
pub fn draw(app: &App, styles: &Styles, buffer: &mut Buffer) -> Option<Position> {
    buffer.set_style(buffer.area, styles.of(Element::Page));
    let canvas = &mut Canvas { styles, buffer };
    let overlay = overlay(&app.mode);
    if overlay.is_none_or(|overlay| !overlay.is_opaque()) {
        draw_texts(app, canvas);
    }
    if let Some(overlay) = overlay {
        return overlay.draw(app, canvas);
    }
    status::draw(app, canvas);
    None
}
