//! Search.

use tui_input::Input as Field;

use super::jump;
use crate::tui::state::search::search;
use crate::tui::{App, Mode, Prompt, Question};
use crate::view::Topic;

/// Asks for a query.
pub(crate) fn ask(app: &mut App) {
    app.mode = Mode::Prompt(Prompt { question: Question::Search, field: Field::default() });
}

/// Starts a search and jumps to the first match from the cursor on.
pub(crate) fn start(app: &mut App, query: &str) {
    if query.trim().is_empty() {
        app.view.search = None;
        return;
    }
    let found = search(query, app.comparison.sides(), &app.view.rows);
    match found.rows.iter().find(|&&row| row >= app.cursor.row).or(found.rows.first()).copied() {
        Some(row) => app.jump(row),
        None => app.warn(format!("No match for “{query}”.")),
    }
    app.view.search = (!found.rows.is_empty()).then_some(found);
}

/// Jumps to the next match, or difference if there is no search.
pub(crate) fn next(app: &mut App) {
    match &app.view.search {
        None => jump::next(app, Topic::Difference),
        Some(search) => jump::next_of(app, "match", &search.rows.clone()),
    }
}

/// Jumps to the previous match, or difference if there is no search.
pub(crate) fn previous(app: &mut App) {
    match &app.view.search {
        None => jump::previous(app, Topic::Difference),
        Some(search) => jump::previous_of(app, "match", &search.rows.clone()),
    }
}
