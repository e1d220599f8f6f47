//! Drawing: from the state of the screen to its cells.
//!
//! [`draw`] is pure: the same state gives the same cells. It neither scrolls nor
//! wraps; what is visible where has been decided by [`super::scroll`] and
//! [`super::layout`].

mod columns;
mod detail;
mod filter;
mod frame;
pub(crate) mod help;
pub(crate) mod ledger;
mod menu;
pub(crate) mod note;
pub(crate) mod notes;
mod pen;
pub(crate) mod popup;
mod prompt;
mod ruler;
mod status;
mod title;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::app::{App, Mode};
use super::style::{Element, Styles};

/// Draws the whole screen; gives the place of the text cursor, where something is being typed.
pub fn draw(app: &App, styles: &Styles, buffer: &mut Buffer) -> Option<Position> {
    buffer.set_style(buffer.area, styles.of(Element::Page));
    if let Mode::Help(from) = app.mode {
        help::draw(app, styles, from, buffer);
        return None;
    }
    if let Mode::Ledger(typed) = &app.mode {
        return ledger::draw(app, styles, typed.as_ref(), buffer);
    }
    title::draw(app, styles, buffer);
    columns::draw(app, styles, buffer);
    ruler::draw(app, styles, buffer);
    detail::draw(app, styles, buffer);
    if let Mode::Popup(from) = app.mode {
        popup::draw(app, styles, from, buffer);
        return None;
    }
    if let Mode::Filtering(at) = app.mode {
        filter::draw(app, styles, at, buffer);
    }
    if let Mode::Choosing(at) = app.mode {
        menu::draw(app, styles, at, buffer);
    }
    if let Mode::Notes(at) = app.mode {
        notes::draw(app, styles, at, buffer);
    }
    let asked = status::draw(app, styles, buffer);
    match &app.mode {
        Mode::Noting(_, pad) => Some(note::draw(app, styles, pad, buffer)),
        Mode::Reading
        | Mode::Searching(_)
        | Mode::Choosing(_)
        | Mode::Naming(..)
        | Mode::Overwriting(_)
        | Mode::Help(_)
        | Mode::Notes(_)
        | Mode::Ledger(_)
        | Mode::Popup(_)
        | Mode::Commanding(_)
        | Mode::Filtering(_)
        | Mode::Keeping(_)
        | Mode::Leaving => asked,
    }
}
