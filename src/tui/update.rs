//! One input, and the state after it.
//!
//! Never touches the terminal or the disk; what is to happen there is the [`Effect`] it returns.

use crossterm::event::{KeyCode, KeyModifiers};

use super::command::{copy, invoke, motion, reload, session};
use super::host::Effect;
use super::input::{Input, Key};
use super::overlay;
use super::state::mode::{Confirm, LedgerList, Mode};
use super::state::{App, Pending};

/// Handles one input.
pub fn update(app: &mut App, input: Input) -> Effect {
    let effect = handle(app, input);
    revalidate(app);
    effect
}

/// Makes every position valid, after anything that may replace rows, lines or the screen size.
pub(super) fn revalidate(app: &mut App) {
    app.revalidate();
    overlay::handle(app, |overlay, app| overlay.revalidate(app));
}

fn handle(app: &mut App, input: Input) -> Effect {
    let is_reading = matches!(app.mode, Mode::Reading);
    match input {
        Input::Resize(size) => app.reshape(size, app.view.shape),
        Input::Pause => app.status.pending = None,
        Input::Key(key) => {
            app.status.names_keys = false;
            app.cursor.selection = None;
            return press(app, key);
        }
        Input::Drag(to) => copy::drag(app, to),
        Input::Release => return copy::release(app),
        Input::Edited(sides) => return reload::edited(app, &sides),
        // the state of the screen has no colors
        Input::Ground(_) => {}
        Input::Wheel(lines) if is_reading => {
            (app.status.pending, app.status.message) = (None, None);
            motion::wheel(app, lines);
        }
        Input::Click(at) if is_reading => {
            (app.status.pending, app.status.message) = (None, None);
            // before the row is selected: that may scroll
            copy::press(app, at);
            motion::click(app, at);
        }
        Input::Wheel(lines) => return overlay::handle(app, |overlay, app| overlay.wheel(app, lines)),
        Input::Click(at) => return overlay::handle(app, |overlay, app| overlay.click(app, at)),
        Input::Paste(text) => {
            return overlay::handle(app, |overlay, app| {
                overlay.paste(app, &text);
                overlay::Next::STAY
            });
        }
    }
    Effect::None
}

/// A key, to whatever has the keyboard.
fn press(app: &mut App, key: Key) -> Effect {
    if key == Key::new(KeyCode::Char('c'), KeyModifiers::CONTROL) {
        return interrupt(app);
    }
    // `s` opens a list at once, and a letter right after it another one
    let is_list = matches!(app.mode, Mode::Ledger(LedgerList { filter: None }));
    if matches!(app.mode, Mode::Reading) || is_list && continues(app, key) {
        app.mode = Mode::Reading;
        return command(app, key);
    }
    overlay::handle(app, |overlay, app| overlay.press(app, key))
}

/// Ctrl-C quits from everywhere, as `q` does: an unfinished note is asked after first. Pressed again, it means it.
fn interrupt(app: &mut App) -> Effect {
    if let Mode::Confirm(Confirm::Quit) = app.mode {
        return Effect::Quit;
    }
    app.leave_note();
    app.mode = Mode::Reading;
    session::quit(app)
}

/// Whether a key continues a sequence.
fn continues(app: &App, key: Key) -> bool {
    let Some(pending) = &app.status.pending else { return false };
    let keys: Vec<Key> = pending.keys.iter().copied().chain([key]).collect();
    app.settings.keymap.find(&keys).is_some()
}

/// A key of the map, alone or as part of a sequence.
fn command(app: &mut App, key: Key) -> Effect {
    let had_message = app.status.message.take().is_some();
    let pending = app.status.pending.take();
    if key.code == KeyCode::Esc && pending.is_none() && app.is_busy() {
        return Effect::Stop;
    }
    if let Some(Pending { mut keys, from }) = pending {
        keys.push(key);
        if let Some(found) = app.settings.keymap.find(&keys) {
            let (command, may_go_on) = (found.command, found.may_go_on());
            if let Some(command) = command {
                app.return_to(from);
                return invoke(app, command);
            }
            if may_go_on {
                app.status.pending = Some(Pending { keys, from });
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
    let Some(found) = app.settings.keymap.find(&[key]) else { return Effect::None };
    let (command, may_go_on, from) = (found.command, found.may_go_on(), app.position());
    let effect = command.map_or(Effect::None, |command| invoke(app, command));
    if may_go_on {
        app.status.pending = Some(Pending { keys: vec![key], from });
    }
    effect
}
