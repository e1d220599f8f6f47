//! One input, and the state after it.
//!
//! Stands between [`super::input`] and the shell loop: never touches the terminal
//! or the disk; what is to happen there is the [`Effect`] that it gives back.

use crossterm::event::{KeyCode, KeyModifiers};
use tui_input::backend::crossterm::EventHandler;
use tui_input::{Input as Field, InputRequest};

use super::aligned;
use super::app::{App, Effect, ExportRequest, Hint, Mode, Pending};
use super::command::{copy, export, filter, ledger, line, motion, note, reading, reload, search, session};
use super::input::{Input, Key};
use crate::output::Existing;

/// Takes one input.
pub fn update(app: &mut App, input: Input) -> Effect {
    let effect = take(app, input);
    app.revalidate();
    effect
}

fn take(app: &mut App, input: Input) -> Effect {
    match input {
        Input::Resize(size) => {
            app.reshape(size, app.shape);
            Effect::None
        }
        Input::Pause => {
            app.pending = None;
            Effect::None
        }
        Input::Key(key) => {
            app.hint = Hint::Done;
            app.selection = None;
            press(app, key)
        }
        Input::Paste(text) => paste(app, &text),
        Input::Drag { column, row } => copy::drag(app, column, row),
        Input::Release => copy::release(app),
        Input::Edited(sides) => reload::edited(app, &sides),
        // how things look is no state of the screen
        Input::Ground(_) => Effect::None,
        Input::Wheel(lines) => match app.mode {
            Mode::Help(_) => scroll_help(app, lines),
            Mode::Reading => pointed(app, |app| motion::wheel(app, lines)),
            Mode::Notes(at) => note::press_in_list(app, arrow(lines), at),
            Mode::Ledger(_) => ledger::step(app, lines.signum()),
            Mode::Popup(from) => reading::turn(app, from, lines),
            Mode::Searching(_)
            | Mode::Commanding(_)
            | Mode::Choosing(_)
            | Mode::Filtering(_)
            | Mode::Naming(..)
            | Mode::Overwriting(_)
            | Mode::Noting(..)
            | Mode::Keeping(_)
            | Mode::Leaving => Effect::None,
        },
        Input::Click { column, row } => match app.mode {
            Mode::Reading => pointed(app, |app| {
                // before the row is selected: that may scroll
                copy::press(app, column, row);
                motion::click(app, column, row)
            }),
            Mode::Help(_) | Mode::Popup(_) => leave(app),
            Mode::Ledger(_) => ledger::click(app, row),
            Mode::Searching(_)
            | Mode::Commanding(_)
            | Mode::Choosing(_)
            | Mode::Filtering(_)
            | Mode::Naming(..)
            | Mode::Overwriting(_)
            | Mode::Noting(..)
            | Mode::Notes(_)
            | Mode::Keeping(_)
            | Mode::Leaving => Effect::None,
        },
    }
}

/// A key, to whatever the keyboard talks to.
fn press(app: &mut App, key: Key) -> Effect {
    let interrupt = Key::new(KeyCode::Char('c'), KeyModifiers::CONTROL);
    if key == interrupt {
        return interrupted(app);
    }
    match std::mem::replace(&mut app.mode, Mode::Reading) {
        Mode::Reading => command(app, key),
        Mode::Searching(field) => ask(app, key, field, Mode::Searching, search::start),
        Mode::Naming(format, field) => ask(
            app,
            key,
            field,
            |field| Mode::Naming(format, field),
            |app, path| export::write(app, format, path),
        ),
        Mode::Choosing(at) => choose(app, key, at),
        // `s` opens a ledger at once, and a letter right after it another one
        Mode::Ledger(None) if continues(app, key) => command(app, key),
        Mode::Ledger(typed) => ledger::press(app, key, typed),
        Mode::Popup(from) => reading::press(app, key, from),
        Mode::Filtering(at) => filter::press(app, key, at),
        Mode::Commanding(typed) => line::press(app, key, typed),
        Mode::Overwriting(request) => {
            if let KeyCode::Char('y' | 'Y') = key.code {
                return Effect::Export(ExportRequest { existing: Existing::Overwrite, ..request });
            }
            app.info("Nothing was written.");
            Effect::None
        }
        Mode::Help(from) => {
            app.mode = Mode::Help(from);
            press_in_help(app, key)
        }
        Mode::Noting(bead, pad) => note::press(app, key, bead, pad),
        Mode::Notes(at) => note::press_in_list(app, key, at),
        Mode::Keeping(field) => ask(app, key, field, Mode::Keeping, note::save_in),
        Mode::Leaving => leave_unsaved(app, key),
    }
}

/// Ctrl-C quits from everywhere, as `q` does: a note that is half typed is asked after first. Pressed again, it means it.
fn interrupted(app: &mut App) -> Effect {
    if let Mode::Leaving = app.mode {
        return Effect::Quit;
    }
    app.leave_pad();
    app.mode = Mode::Reading;
    session::quit(app)
}

/// Whether a key goes on a sequence that waits.
fn continues(app: &App, key: Key) -> bool {
    let Some(pending) = &app.pending else { return false };
    let keys: Vec<Key> = pending.keys.iter().copied().chain([key]).collect();
    app.keymap.find(&keys).is_some()
}

/// A key of the map, alone or as part of a sequence.
fn command(app: &mut App, key: Key) -> Effect {
    let had_message = app.message.take().is_some();
    let pending = app.pending.take();
    if key.code == KeyCode::Esc && pending.is_none() && app.is_busy() {
        return Effect::Stop;
    }
    if let Some(Pending { mut keys, from }) = pending {
        keys.push(key);
        if let Some(found) = app.keymap.find(&keys) {
            let (command, goes_on) = (found.command, found.may_go_on());
            if let Some(command) = command {
                app.return_to(from);
                return aligned::call(app, command);
            }
            if goes_on {
                app.pending = Some(Pending { keys, from });
            }
            return Effect::None;
        }
        if key.code == KeyCode::Esc {
            return Effect::None;
        }
    }
    if key.code == KeyCode::Esc && had_message {
        return Effect::None;
    }
    let Some(found) = app.keymap.find(&[key]) else { return Effect::None };
    let (command, goes_on) = (found.command, found.may_go_on());
    let from = app.place();
    let effect = command.map_or(Effect::None, |command| aligned::call(app, command));
    if goes_on {
        app.pending = Some(Pending { keys: vec![key], from });
    }
    effect
}

/// A key in a line that is being typed: Enter takes it, Esc leaves it.
fn ask(
    app: &mut App,
    key: Key,
    mut field: Field,
    stay: impl FnOnce(Field) -> Mode,
    take: impl FnOnce(&mut App, &str) -> Effect,
) -> Effect {
    if key.code == KeyCode::Enter {
        return take(app, field.value());
    }
    if key.code == KeyCode::Esc || (key.code == KeyCode::Backspace && field.value().is_empty()) {
        return Effect::None;
    }
    field.handle_event(&key.event());
    app.mode = stay(field);
    Effect::None
}

/// A key in the menu of formats.
fn choose(app: &mut App, key: Key, at: usize) -> Effect {
    let formats = app.formats.clone();
    let last = formats.len().saturating_sub(1);
    #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
    let at = match key.code {
        KeyCode::Esc | KeyCode::Char('q' | 'x') => return Effect::None,
        KeyCode::Down | KeyCode::Tab => (at + 1).min(last),
        KeyCode::Up => at.saturating_sub(1),
        KeyCode::Enter => {
            return match formats.get(at) {
                Some(&format) => export::name(app, format),
                None => Effect::None,
            };
        }
        KeyCode::Char(letter) => {
            let chosen = export::menu_keys(&formats).iter().position(|&key| key == letter);
            match chosen.and_then(|index| formats.get(index)) {
                Some(&format) => return export::name(app, format),
                None => at,
            }
        }
        _ => at,
    };
    app.mode = Mode::Choosing(at);
    Effect::None
}

/// A key in the list of keys: the same that move in the texts.
fn press_in_help(app: &mut App, key: Key) -> Effect {
    let page = i32::from(app.size.rows.max(2)) - 2;
    let name = app.keymap.find(&[key]).and_then(|found| found.command).map(|command| command.name);
    match name {
        Some("down") => scroll_help(app, 1),
        Some("up") => scroll_help(app, -1),
        Some("half-page-down") => scroll_help(app, page / 2),
        Some("half-page-up") => scroll_help(app, -page / 2),
        Some("page-down") => scroll_help(app, page),
        Some("page-up") => scroll_help(app, -page),
        Some("start") => scroll_help(app, i32::MIN),
        Some("end") => scroll_help(app, i32::MAX),
        Some("help" | "quit" | "back") => leave(app),
        _ => Effect::None,
    }
}

fn scroll_help(app: &mut App, by: i32) -> Effect {
    if let Mode::Help(from) = app.mode {
        app.mode = Mode::Help(from.saturating_add_signed(by as isize));
    }
    Effect::None
}

/// The answer to whether to quit although the review is not saved.
fn leave_unsaved(app: &mut App, key: Key) -> Effect {
    #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
    match key.code {
        KeyCode::Char('q' | 'Q') => Effect::Quit,
        KeyCode::Char('w' | 'W') => note::save(app),
        _ => Effect::None,
    }
}

/// The key that goes the way the wheel was turned.
fn arrow(lines: i32) -> Key {
    Key::new(if lines < 0 { KeyCode::Up } else { KeyCode::Down }, KeyModifiers::NONE)
}

fn leave(app: &mut App) -> Effect {
    app.mode = Mode::Reading;
    Effect::None
}

/// Something done with the mouse: it ends a sequence of keys and a message.
fn pointed(app: &mut App, act: impl FnOnce(&mut App) -> Effect) -> Effect {
    app.pending = None;
    app.message = None;
    act(app)
}

/// A pasted text goes into the line that is being typed, on one line, or onto the pad; nowhere else.
fn paste(app: &mut App, text: &str) -> Effect {
    if let Mode::Noting(_, pad) = &mut app.mode {
        pad.paste(text);
    }
    if let Mode::Commanding(typed) = &mut app.mode {
        typed.taken = None;
    }
    if let Mode::Searching(field)
    | Mode::Naming(_, field)
    | Mode::Keeping(field)
    | Mode::Ledger(Some(field))
    | Mode::Commanding(line::Typed { field, .. }) = &mut app.mode
    {
        for c in text.chars() {
            field.handle(InputRequest::InsertChar(if c.is_control() { ' ' } else { c }));
        }
    }
    if let Mode::Ledger(Some(field)) = &app.mode {
        let filter = field.value().to_owned();
        app.ledgers.filter(app.ledgers.current, filter);
    }
    Effect::None
}
