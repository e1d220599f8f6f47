//! Ledgers: opening them, walking them, sifting them, and going where a line leads.

use crossterm::event::{KeyCode, KeyModifiers};
use tui_input::Input as Field;
use tui_input::backend::crossterm::EventHandler;

use crate::tui::app::{App, Effect, Mode};
use crate::tui::input::Key;
use crate::tui::ledger::{Ledger, Target};
use crate::tui::widget::ledger as drawn;

pub(crate) fn summary(app: &mut App) -> Effect {
    open(app, Ledger::Summary)
}

pub(crate) fn quotations(app: &mut App) -> Effect {
    open(app, Ledger::Quotations)
}

pub(crate) fn facts(app: &mut App) -> Effect {
    open(app, Ledger::Facts)
}

pub(crate) fn left_out(app: &mut App) -> Effect {
    open(app, Ledger::LeftOut)
}

pub(crate) fn added(app: &mut App) -> Effect {
    open(app, Ledger::Added)
}

pub(crate) fn order(app: &mut App) -> Effect {
    open(app, Ledger::Order)
}

pub(crate) fn headlines(app: &mut App) -> Effect {
    open(app, Ledger::Headlines)
}

/// Opens the ledger that was open last, where it was left.
pub(crate) fn reopen(app: &mut App) -> Effect {
    let ledger = app.ledgers.current;
    open(app, ledger)
}

/// Opens a ledger where it was left.
pub(crate) fn open(app: &mut App, ledger: Ledger) -> Effect {
    app.ledgers.fill(&app.comparison, &app.rows);
    app.ledgers.current = ledger;
    app.mode = Mode::Ledger(None);
    Effect::None
}

/// A key in a ledger: the same that move in the texts; `sifting` holds the filter being typed.
pub(crate) fn press(app: &mut App, key: Key, sifting: Option<Field>) -> Effect {
    if let Some(field) = sifting {
        return sift(app, key, field);
    }
    app.mode = Mode::Ledger(None);
    let page = i32::from(app.size().rows.max(4)) / 4;
    let current = app.ledgers.current;
    #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
    match key.code {
        KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => return open(app, current.previous()),
        KeyCode::Tab => return open(app, current.next()),
        KeyCode::Char('F') => {
            app.ledgers.filter(current, String::new());
            return Effect::None;
        }
        KeyCode::Char(letter) if letter != 'q' && key.modifiers.is_empty() => {
            if let Some(&ledger) = Ledger::ALL.iter().find(|ledger| ledger.letter() == letter) {
                return open(app, ledger);
            }
        }
        _ => {}
    }
    let name = app.keymap.find(&[key]).and_then(|found| found.command).map(|command| command.name);
    match name {
        Some("down") => step(app, 1),
        Some("up") => step(app, -1),
        Some("half-page-down" | "page-down") => step(app, page),
        Some("half-page-up" | "page-up") => step(app, -page),
        Some("start") => step(app, i32::MIN),
        Some("end") => step(app, i32::MAX),
        Some("right-side") => open(app, current.next()),
        Some("left-side") => open(app, current.previous()),
        Some("search") => {
            app.mode = Mode::Ledger(Some(Field::new(app.ledgers.place(current).filter.clone())));
            Effect::None
        }
        Some("counterpart") => follow(app),
        Some("quit" | "back" | "reopen-ledger") => {
            app.mode = Mode::Reading;
            Effect::None
        }
        _ => Effect::None,
    }
}

/// A key in the filter's line; the list follows as it is typed.
fn sift(app: &mut App, key: Key, mut field: Field) -> Effect {
    let current = app.ledgers.current;
    #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
    match key.code {
        KeyCode::Enter => app.mode = Mode::Ledger(None),
        KeyCode::Esc => {
            app.ledgers.filter(current, String::new());
            app.mode = Mode::Ledger(None);
        }
        _ => {
            field.handle_event(&key.event());
            app.ledgers.filter(current, field.value().to_owned());
            app.mode = Mode::Ledger(Some(field));
        }
    }
    Effect::None
}

/// Selects another entry.
pub(crate) fn step(app: &mut App, by: i32) -> Effect {
    let place = app.ledgers.place_mut(app.ledgers.current);
    let last = i64::try_from(place.shown.len()).unwrap_or(0) - 1;
    let to = (i64::try_from(place.selected).unwrap_or(0) + i64::from(by)).min(last).max(0);
    place.selected = usize::try_from(to).unwrap_or(0);
    Effect::None
}

/// Goes where the selected entry leads.
fn follow(app: &mut App) -> Effect {
    match app.ledgers.selected().map(|entry| entry.target) {
        Some(Target::Row(row, side)) => {
            app.mode = Mode::Reading;
            app.jump(row);
            app.side = side;
            app.info("Backspace goes back to the list.");
        }
        Some(Target::Ledger(ledger)) => return open(app, ledger),
        Some(Target::None) | None => {}
    }
    Effect::None
}

/// Selects the entry that was clicked on; where it is selected already, goes where it leads.
pub(crate) fn click(app: &mut App, row: u16) -> Effect {
    let Some(at) = drawn::entry_at(app, row) else { return Effect::None };
    let place = app.ledgers.place_mut(app.ledgers.current);
    if place.selected == at {
        return follow(app);
    }
    place.selected = at;
    Effect::None
}
