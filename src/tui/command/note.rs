//! Notes: typed, edited, deleted, listed.

use std::path::PathBuf;

use crossterm::event::{KeyCode, KeyModifiers};

use crate::alignment::BeadId;
use crate::review::{Remark, Step, remark};
use crate::tui::app::{App, Effect, Mode};
use crate::tui::input::Key;
use crate::tui::items::RowId;
use crate::tui::pad::Pad;
use crate::tui::widget::{note, notes};
use tui_input::Input as Field;

/// Opens the pad: the note of the bead at the cursor, or what was typed for it and left.
pub(crate) fn write(app: &mut App) -> Effect {
    let Some(bead) = app.judged() else {
        app.info(format!("{} opens the fold first.", app.key("counterpart")));
        return Effect::None;
    };
    let draft = app.desk.drafts.remove(&app.passage(bead));
    if draft.is_some() {
        app.info("This is what you had typed.");
    }
    let before = app.desk.placed.remark(bead).and_then(|remark| remark.note.clone());
    let text = draft.or(before).unwrap_or_default();
    app.mode = Mode::Noting(bead, Pad::new(&text));
    Effect::None
}

/// A key on the pad: Enter takes the note, Alt-Enter makes a new line, Esc leaves and remembers what was typed.
pub(crate) fn press(app: &mut App, key: Key, bead: BeadId, mut pad: Pad) -> Effect {
    app.message = None;
    let held = key.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::SHIFT | KeyModifiers::CONTROL);
    if key.code == KeyCode::Enter && !held {
        return take(app, bead, pad.text());
    }
    if key.code == KeyCode::Esc {
        app.mode = Mode::Noting(bead, pad);
        app.leave_pad();
        return Effect::None;
    }
    pad.press(key, note::width(app));
    app.mode = Mode::Noting(bead, pad);
    Effect::None
}

fn take(app: &mut App, bead: BeadId, text: &str) -> Effect {
    let text = text.trim();
    set(app, bead, (!text.is_empty()).then(|| text.to_owned()))
}

/// Deletes the note of the bead at the cursor.
pub(crate) fn delete(app: &mut App) -> Effect {
    let Some(bead) = app.judged() else {
        app.info(format!("{} opens the fold first.", app.key("counterpart")));
        return Effect::None;
    };
    set(app, bead, None)
}

fn set(app: &mut App, bead: BeadId, note: Option<String>) -> Effect {
    let before = app.desk.placed.remark(bead).cloned().unwrap_or_default();
    let (name, told) = match (&before.note, &note) {
        (None, None) => {
            app.info("There is no note here.");
            return Effect::None;
        }
        (None, Some(_)) => ("note", String::new()),
        (Some(_), Some(_)) => ("edited note", String::new()),
        (Some(_), None) => {
            ("deleted note", format!("The note is deleted; {} brings it back.", app.key("undo")))
        }
    };
    if before.note == note {
        return Effect::None;
    }
    let said = Remark { note, ..before };
    let step = remark(&app.desk.review, &app.desk.placed, &app.comparison, bead, said, name);
    if !told.is_empty() {
        app.info(told);
    }
    app.act(step)
}

/// A line of the list of notes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Listed {
    /// Something said of this row.
    Row(RowId),
    /// Something said of words that are in neither text any more, by its place among these.
    Orphaned(usize),
    /// A pin of which a sentence is gone, by its place among these.
    LostPin(usize),
}

/// All that the list shows: notes, `fix` and `query` from top to bottom, then what has lost its sentence.
pub(crate) fn listed(app: &App) -> Vec<Listed> {
    use crate::review::Verdict;
    let placed = &app.desk.placed;
    let is_listed = |row: &crate::view::Row| {
        row.carries_note()
            && placed.remark(row.bead).is_some_and(|said| {
                said.note.is_some() || matches!(said.verdict, Some(Verdict::Fix | Verdict::Query))
            })
    };
    let rows = app.rows.iter().enumerate().filter(|(_, row)| is_listed(row));
    let rows = rows.map(|(index, _)| Listed::Row(RowId::new(index)));
    let orphaned = (0..placed.orphaned.len()).map(Listed::Orphaned);
    let pins = (0..placed.lost_pins.len()).map(Listed::LostPin);
    rows.chain(orphaned).chain(pins).collect()
}

/// Opens the list.
pub(crate) fn list(app: &mut App) -> Effect {
    let all = listed(app);
    if all.is_empty() {
        app.info("There is no note, no fix and no query yet.");
        return Effect::None;
    }
    let here = all.iter().rposition(|each| matches!(each, Listed::Row(row) if *row <= app.cursor));
    app.mode = Mode::Notes(here.unwrap_or(0));
    Effect::None
}

/// A key in the list: Enter goes there, D deletes.
pub(crate) fn press_in_list(app: &mut App, key: Key, at: usize) -> Effect {
    let all = listed(app);
    let last = all.len().saturating_sub(1);
    let at = at.min(last);
    let page = notes::height(app);
    #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
    let at = match key.code {
        KeyCode::Esc | KeyCode::Char('q' | '@') => return Effect::None,
        KeyCode::Down | KeyCode::Char('j') | KeyCode::Tab => (at + 1).min(last),
        KeyCode::Up | KeyCode::Char('k') => at.saturating_sub(1),
        KeyCode::PageDown | KeyCode::Char('d') => (at + page).min(last),
        KeyCode::PageUp | KeyCode::Char('u') => at.saturating_sub(page),
        KeyCode::Home | KeyCode::Char('g') => 0,
        KeyCode::End | KeyCode::Char('G') => last,
        KeyCode::Enter => return go(app, all.get(at)),
        KeyCode::Char('D') => {
            let effect = remove(app, all.get(at));
            app.mode = Mode::Notes(at);
            return effect;
        }
        _ => at,
    };
    app.mode = Mode::Notes(at);
    Effect::None
}

fn go(app: &mut App, listed: Option<&Listed>) -> Effect {
    match listed {
        Some(&Listed::Row(row)) => app.jump(row),
        Some(Listed::Orphaned(_) | Listed::LostPin(_)) => {
            app.info("Its words are in neither text any more; the list keeps it, D deletes it.");
        }
        None => {}
    }
    Effect::None
}

/// Deletes what a line of the list shows.
fn remove(app: &mut App, listed: Option<&Listed>) -> Effect {
    let placed = &app.desk.placed;
    let review = &app.desk.review;
    let mut step = Step { name: "deleted entry".to_owned(), ..Step::default() };
    match listed {
        Some(Listed::Row(row)) => {
            let bead = app.row(*row).bead;
            let nothing = Remark::default();
            step = remark(review, placed, &app.comparison, bead, nothing, "deleted entry");
        }
        Some(Listed::Orphaned(at)) => {
            let Some(entry) = placed.orphaned.get(*at) else { return Effect::None };
            let is_it = |(passage, said): &(&crate::review::Passage, &Remark)| {
                passage.texts == entry.texts && **said == entry.remark
            };
            if let Some((passage, said)) = review.remarks.iter().find(is_it) {
                step.less.remarks.insert(passage.clone(), said.clone());
            }
        }
        Some(Listed::LostPin(at)) => {
            let Some(words) = placed.lost_pins.get(*at) else { return Effect::None };
            if let Some(bond) = review.pins.get(words) {
                step.less.pins.insert(words.clone(), *bond);
            }
        }
        None => return Effect::None,
    }
    app.info(format!("Deleted; {} brings it back.", app.key("undo")));
    app.act(step)
}

/// Asks for a file to keep the review in from now on.
pub(crate) fn save(app: &mut App) -> Effect {
    let name = app.desk.placed.file.clone().filter(|_| app.desk.trouble.is_none());
    app.mode = Mode::Keeping(Field::new(name.unwrap_or_else(|| "review.json".to_owned())));
    Effect::None
}

/// Keeps the review in the file that was typed.
pub(crate) fn save_in(app: &mut App, path: &str) -> Effect {
    if path.trim().is_empty() {
        app.warn("A review needs a file name.");
        return Effect::None;
    }
    Effect::KeepIn(PathBuf::from(path.trim()))
}
