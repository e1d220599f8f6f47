//! The review: verdicts, notes, pins, and undo for all of them.

use super::jump;
use crate::alignment::BeadId;
use crate::review::{self, Remark, Step, Verdict, passages, pin, remark};
use crate::text::{Pair, Side};
use crate::tui::{Action, Anchor, App, Effect, Item, Mode, NoteEditor, NoteInput, Notes, RowId};
use crate::view::{Row, Topic};

/// Marks a difference as seen, unless it has a verdict, and jumps to the next open one.
pub(crate) fn seen(app: &mut App) -> Effect {
    let is_open = |app: &App| {
        let Some(Item::Row(_)) = app.selected_item() else { return false };
        let bead = app.bead();
        app.comparison.differences.iter().any(|each| Some(each.bead) == bead)
            && bead.is_some_and(|bead| app.review.placed.is_open(bead))
    };
    let effect = if is_open(app) { set_verdict(app, Some(Verdict::Seen)) } else { Effect::None };
    jump::next(app, Topic::Open);
    effect
}

/// Sets a verdict; `None` clears it, so that the difference is open again.
pub(crate) fn set_verdict(app: &mut App, verdict: Option<Verdict>) -> Effect {
    let Some(bead) = app.judged() else { return Effect::None };
    let note = app.review.placed.remark(bead).and_then(|remark| remark.note.clone());
    let name = verdict.map_or("cleared verdict", Verdict::name);
    let said = Remark { verdict, note };
    app.act(remark(&app.review.review, &app.review.placed, &app.comparison, bead, said, name))
}

/// Opens the editor with the note of the selected bead, or with its unfinished note.
pub(crate) fn write_note(app: &mut App) {
    let Some(bead) = app.judged() else { return };
    let draft = app.review.drafts.remove(&app.passage(bead));
    if draft.is_some() {
        app.info("Unfinished note restored.");
    }
    let saved = app.review.placed.remark(bead).and_then(|remark| remark.note.clone());
    let editor = NoteEditor::new(&draft.or(saved).unwrap_or_default());
    app.mode = Mode::Note(NoteInput { bead, editor });
}

/// Deletes the note of the selected bead.
pub(crate) fn delete_note(app: &mut App) -> Effect {
    let Some(bead) = app.judged() else { return Effect::None };
    save_note(app, bead, "")
}

/// Saves the note of a bead; an empty one deletes it.
pub(crate) fn save_note(app: &mut App, bead: BeadId, text: &str) -> Effect {
    let note = Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned);
    let before = app.review.placed.remark(bead).cloned().unwrap_or_default();
    if note.is_none() && before.note.is_none() {
        app.info("No note here.");
    }
    if before.note == note {
        return Effect::None;
    }
    let name = match (&before.note, &note) {
        (_, None) => "deleted note",
        (None, Some(_)) => "note",
        (Some(_), Some(_)) => "edited note",
    };
    if note.is_none() {
        app.info(format!("Note deleted; {} restores it.", app.key(Action::Undo)));
    }
    let said = Remark { note, ..before };
    app.act(remark(&app.review.review, &app.review.placed, &app.comparison, bead, said, name))
}

/// An entry of the list of notes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Listed {
    /// A remark on this row.
    Row(RowId),
    /// A remark whose sentences are in neither text, by its index in [`orphaned`](crate::review::Placed).
    Orphaned(usize),
    /// A pin without one of its sentences, by its index in [`lost_pins`](crate::review::Placed).
    LostPin(usize),
}

/// All entries of the list: rows with a note, `fix` or `query`, then entries without their sentence.
pub(crate) fn listed(app: &App) -> Vec<Listed> {
    let placed = &app.review.placed;
    let is_listed = |remark: &Remark| {
        remark.note.is_some() || matches!(remark.verdict, Some(Verdict::Fix | Verdict::Query))
    };
    let rows = app.view.rows.iter().enumerate();
    let rows = rows.filter(|(_, row)| row.carries_note() && placed.remark(row.bead).is_some_and(is_listed));
    let rows = rows.map(|(index, _)| Listed::Row(RowId::new(index)));
    let orphaned = (0..placed.orphaned.len()).map(Listed::Orphaned);
    let pins = (0..placed.lost_pins.len()).map(Listed::LostPin);
    rows.chain(orphaned).chain(pins).collect()
}

/// Opens the list of notes.
pub(crate) fn list_notes(app: &mut App) {
    let all = listed(app);
    if all.is_empty() {
        app.info("No notes, fixes or queries yet.");
        return;
    }
    let here = all.iter().rposition(|each| matches!(each, Listed::Row(row) if *row <= app.cursor.row));
    app.mode = Mode::Notes(Notes { selected: here.unwrap_or(0) });
}

/// Marks the selected sentence, or aligns it with one that is marked on the other side.
pub(crate) fn align(app: &mut App) -> Effect {
    let Some(bead) = app.judged() else { return Effect::None };
    let has = |side: Side| app.row(app.cursor.row).cells[side].is_some();
    let side = if has(app.cursor.side) { app.cursor.side } else { app.cursor.side.other() };
    let here = Anchor { bead, side };
    match app.review.anchor.take() {
        Some(anchor) if anchor == here => app.info("Mark removed."),
        Some(anchor) if anchor.side != side => return join(app, anchor, here),
        Some(_) | None => {
            app.review.anchor = Some(here);
            let (other, key) = (app.labels()[side.other()], app.key(Action::Align));
            app.info(format!("Marked. {key} on its counterpart in {other} aligns the two."));
        }
    }
    Effect::None
}

fn join(app: &mut App, anchor: Anchor, here: Anchor) -> Effect {
    let bead = |end: Anchor| app.comparison.alignment.get(end.bead);
    if anchor.bead == here.bead && bead(here).pinned {
        app.info("These two are aligned by hand already.");
        return Effect::None;
    }
    let mut sentences = Pair::new(Vec::new(), Vec::new());
    for end in [anchor, here] {
        sentences[end.side].clone_from(&bead(end).sentences[end.side]);
    }
    let step = pin(&app.review.review, &app.comparison, &sentences);
    app.info(format!("Aligned by hand; {} undoes it.", app.key(Action::Undo)));
    app.act(step)
}

/// Splits the selected bead; its sentences may be aligned with others.
pub(crate) fn split(app: &mut App) -> Effect {
    let Some(bead) = app.judged() else { return Effect::None };
    let sentences = &app.comparison.alignment.get(bead).sentences;
    if sentences.left.is_empty() || sentences.right.is_empty() {
        app.info("Only one side has this; there is nothing to split.");
        return Effect::None;
    }
    let step = review::split(&app.review.review, &app.comparison, bead);
    app.info(format!("Split by hand; {} undoes it.", app.key(Action::Undo)));
    app.act(step)
}

/// Undoes the last step.
pub(crate) fn undo(app: &mut App) -> Effect {
    match app.review.history.undo() {
        Some(step) => apply(app, &step, "Undone"),
        None => nothing(app, "Nothing to undo."),
    }
}

/// Redoes the last undone step.
pub(crate) fn redo(app: &mut App) -> Effect {
    match app.review.history.redo() {
        Some(step) => apply(app, &step, "Redone"),
        None => nothing(app, "Nothing to redo."),
    }
}

fn nothing(app: &mut App, message: &str) -> Effect {
    app.info(message);
    Effect::None
}

fn apply(app: &mut App, step: &Step, what: &str) -> Effect {
    let Some(review) = step.apply(&app.review.review) else {
        app.warn(format!("“{}” was changed in another window; it stays as it is.", step.name));
        return Effect::None;
    };
    let effect = app.put(review);
    go_to(app, step);
    app.info(format!("{what}: {}.", step.name));
    effect
}

/// Jumps to the row of a step, unless it is selected.
fn go_to(app: &mut App, step: &Step) {
    let passages = passages(&app.comparison);
    let is_about = |row: &Row| {
        let passage = &passages[row.bead.index()];
        step.added.remarks.contains_key(passage) || step.removed.remarks.contains_key(passage)
    };
    if app.view.rows.get(app.cursor.row.index()).is_some_and(is_about) {
        return;
    }
    if let Some(row) = app.view.rows.iter().position(is_about) {
        app.jump(RowId::new(row));
    }
}
