//! Help, one level back, quit.

use crate::tui::app::{App, Effect, Mode};

pub(crate) fn help(app: &mut App) -> Effect {
    app.mode = Mode::Help(0);
    Effect::None
}

/// One level back: an open question, then a message, then the search. Never quits.
pub(crate) fn back(app: &mut App) -> Effect {
    if app.search.take().is_none() {
        app.info("q quits.");
    }
    Effect::None
}

#[allow(clippy::needless_pass_by_ref_mut)] // every command has the same shape
pub(crate) fn quit(_: &mut App) -> Effect {
    Effect::Quit
}

#[allow(clippy::needless_pass_by_ref_mut)] // every command has the same shape
pub(crate) fn suspend(_: &mut App) -> Effect {
    Effect::Suspend
}
