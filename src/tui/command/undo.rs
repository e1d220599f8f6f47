//! Undo and redo, for verdicts, notes and pins alike.

use crate::review::{Step, passages};
use crate::tui::app::{App, Effect};
use crate::tui::items::RowId;
use crate::view::Row;

pub(crate) fn undo(app: &mut App) -> Effect {
    let Some(step) = app.desk.history.undo() else {
        app.info("There is nothing to undo.");
        return Effect::None;
    };
    again(app, &step, "Undone")
}

pub(crate) fn redo(app: &mut App) -> Effect {
    let Some(step) = app.desk.history.redo() else {
        app.info("There is nothing to do again.");
        return Effect::None;
    };
    again(app, &step, "Done again")
}

fn again(app: &mut App, step: &Step, what: &str) -> Effect {
    let Some(review) = step.apply(&app.desk.review) else {
        app.warn(format!("“{}” was altered in another window since; it stays as it is.", step.name));
        return Effect::None;
    };
    let effect = app.put(review);
    go_to(app, step);
    app.info(format!("{what}: {}.", step.name));
    effect
}

/// Shows what a step was about.
fn go_to(app: &mut App, step: &Step) {
    let passages = passages(&app.comparison);
    let is_about = |row: &Row| {
        let passage = &passages[row.bead.index()];
        step.more.remarks.contains_key(passage) || step.less.remarks.contains_key(passage)
    };
    if app.rows.get(app.cursor.index()).is_some_and(is_about) {
        return;
    }
    if let Some(row) = app.rows.iter().position(is_about) {
        app.jump(RowId::new(row));
    }
}
