//! Undo and redo, for verdicts, notes and pins alike.

use crate::review::{Step, passages};
use crate::tui::host::Effect;
use crate::tui::state::{App, RowId};
use crate::view::Row;

/// Undoes the last step.
pub(crate) fn undo(app: &mut App) -> Effect {
    match app.review.history.undo() {
        Some(step) => apply(app, &step, "Undone"),
        None => nothing(app, "There is nothing to undo."),
    }
}

/// Does the last undone step again.
pub(crate) fn redo(app: &mut App) -> Effect {
    match app.review.history.redo() {
        Some(step) => apply(app, &step, "Done again"),
        None => nothing(app, "There is nothing to do again."),
    }
}

fn nothing(app: &mut App, message: &str) -> Effect {
    app.info(message);
    Effect::None
}

fn apply(app: &mut App, step: &Step, what: &str) -> Effect {
    let Some(review) = step.apply(&app.review.review) else {
        app.warn(format!("“{}” was altered in another window since; it stays as it is.", step.name));
        return Effect::None;
    };
    let effect = app.put(review);
    show(app, step);
    app.info(format!("{what}: {}.", step.name));
    effect
}

/// Goes to the row of a step, unless it is selected.
fn show(app: &mut App, step: &Step) {
    let passages = passages(&app.comparison);
    let is_about = |row: &Row| {
        let passage = &passages[row.bead.index()];
        step.more.remarks.contains_key(passage) || step.less.remarks.contains_key(passage)
    };
    if app.view.rows.get(app.cursor.row.index()).is_some_and(is_about) {
        return;
    }
    if let Some(row) = app.view.rows.iter().position(is_about) {
        app.jump(RowId::new(row));
    }
}
