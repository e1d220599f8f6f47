//! Searching, from the question to the next match.

use tui_input::Input as Field;

use super::jump;
use crate::tui::app::{App, Effect, Mode};
use crate::tui::search;

pub(crate) fn ask(app: &mut App) -> Effect {
    app.mode = Mode::Searching(Field::default());
    Effect::None
}

/// Searches for what was typed and goes to the first match from the cursor on.
pub(crate) fn start(app: &mut App, query: &str) -> Effect {
    if query.trim().is_empty() {
        app.search = None;
        return Effect::None;
    }
    let found = search::search(query, app.comparison.sides(), &app.rows);
    match found.rows.iter().find(|&&row| row >= app.cursor).or(found.rows.first()).copied() {
        Some(row) => app.jump(row),
        None => app.warn(format!("Neither text has “{query}”.")),
    }
    app.search = (!found.rows.is_empty()).then_some(found);
    Effect::None
}

pub(crate) fn next(app: &mut App) -> Effect {
    match &app.search {
        None => jump::next_difference(app),
        Some(search) => jump::forth(app, "match", &search.rows.clone()),
    }
}

pub(crate) fn previous(app: &mut App) -> Effect {
    match &app.search {
        None => jump::previous_difference(app),
        Some(search) => jump::back(app, "match", &search.rows.clone()),
    }
}
