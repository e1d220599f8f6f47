//! Help, one level back, quit.

use crate::tui::app::{App, Effect, Mode};

pub(crate) fn help(app: &mut App) -> Effect {
    app.mode = Mode::Help(0);
    Effect::None
}

/// One level back: an open question, then a message, then a mark, then the search. Never quits.
pub(crate) fn back(app: &mut App) -> Effect {
    if app.desk.anchor.take().is_some() {
        app.info("Nothing is marked any more.");
    } else if app.search.take().is_none() {
        app.info(format!("{} quits.", app.key("quit")));
    }
    Effect::None
}

/// Ends the program; asks first where the review is not on the disk, or a note was typed and not taken.
pub(crate) fn quit(app: &mut App) -> Effect {
    if app.desk.trouble.is_none() && app.desk.drafts.is_empty() {
        return Effect::Quit;
    }
    app.mode = Mode::Leaving;
    Effect::None
}

#[allow(clippy::needless_pass_by_ref_mut)] // every command has the same shape
pub(crate) fn suspend(_: &mut App) -> Effect {
    Effect::Suspend
}
