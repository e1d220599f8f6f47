//! Notes: written, saved, deleted, listed.

use crate::alignment::BeadId;
use crate::review::{Remark, Verdict, remark};
use crate::tui::host::Effect;
use crate::tui::keymap::Action;
use crate::tui::state::mode::{Mode, NoteInput, Notes};
use crate::tui::state::{App, NoteEditor, RowId};

/// Opens the editor with the note of the bead at the cursor, or the unfinished one.
pub(crate) fn write(app: &mut App) {
    let Some(bead) = app.judged() else { return };
    let draft = app.review.drafts.remove(&app.passage(bead));
    if draft.is_some() {
        app.info("This is what you had typed.");
    }
    let saved = app.review.placed.remark(bead).and_then(|remark| remark.note.clone());
    let editor = NoteEditor::new(&draft.or(saved).unwrap_or_default());
    app.mode = Mode::Note(NoteInput { bead, editor });
}

/// Deletes the note of the bead at the cursor.
pub(crate) fn delete(app: &mut App) -> Effect {
    let Some(bead) = app.judged() else { return Effect::None };
    save(app, bead, "")
}

/// Saves the note of a bead; an empty one deletes it.
pub(crate) fn save(app: &mut App, bead: BeadId, text: &str) -> Effect {
    let note = Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned);
    let before = app.review.placed.remark(bead).cloned().unwrap_or_default();
    if note.is_none() && before.note.is_none() {
        app.info("There is no note here.");
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
        app.info(format!("The note is deleted; {} brings it back.", app.key(Action::Undo)));
    }
    let said = Remark { note, ..before };
    app.act(remark(&app.review.review, &app.review.placed, &app.comparison, bead, said, name))
}

/// A line of the list of notes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Listed {
    /// A remark on this row.
    Row(RowId),
    /// A remark on words that are in neither text any more, by its index among these.
    Orphaned(usize),
    /// A pin that lost a sentence, by its index among these.
    LostPin(usize),
}

/// All lines of the list: notes, `fix` and `query` from top to bottom, then what has lost its sentence.
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

/// Opens the list.
pub(crate) fn list(app: &mut App) {
    let all = listed(app);
    if all.is_empty() {
        app.info("There is no note, no fix and no query yet.");
        return;
    }
    let here = all.iter().rposition(|each| matches!(each, Listed::Row(row) if *row <= app.cursor.row));
    app.mode = Mode::Notes(Notes { selected: here.unwrap_or(0) });
}
