//! Updates the state of the screen after an input.
//!
//! Does no input or output: the returned [`Effect`] is a request to the main loop.

use crossterm::event::{KeyCode, KeyModifiers};

use super::command::{copy, invoke, motion, session};
use super::overlay;
use super::{App, Confirm, Effect, Input, Key, LedgerList, Mode, Pending};

/// Handles one input.
pub fn update(app: &mut App, input: Input) -> Effect {
    let effect = handle(app, input);
    revalidate(app);
    effect
}

/// Makes every position valid after a change of rows, lines or the screen size.
pub(super) fn revalidate(app: &mut App) {
    app.revalidate();
    overlay::handle(app, |overlay, app| overlay.revalidate(app));
}

fn handle(app: &mut App, input: Input) -> Effect {
    let is_reading = matches!(app.mode, Mode::Reading);
    match input {
        Input::Resize(size) => app.set_layout(size, app.view.layout),
        Input::Pause => app.status.pending = None,
        Input::Key(key) => {
            app.status.names_keys = false;
            app.cursor.selection = None;
            return press(app, key);
        }
        Input::Drag(to) => copy::drag(app, to),
        Input::Release => return copy::release(app),
        Input::Edited(sides) => return session::edited(app, &sides),
        // colors are not part of the state
        Input::Background(_) => {}
        Input::Wheel(lines) if is_reading => {
            (app.status.pending, app.status.message) = (None, None);
            motion::wheel(app, lines);
        }
        Input::Click(at) if is_reading => {
            (app.status.pending, app.status.message) = (None, None);
            // before selecting the row, which may scroll
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

/// Passes a key to the overlay or to the texts.
fn press(app: &mut App, key: Key) -> Effect {
    if key == Key::new(KeyCode::Char('c'), KeyModifiers::CONTROL) {
        return interrupt(app);
    }
    // `s` opens a list at once, and a letter after it another list
    let is_list = matches!(app.mode, Mode::Ledger(LedgerList { filter: None }));
    if matches!(app.mode, Mode::Reading) || is_list && continues(app, key) {
        app.mode = Mode::Reading;
        return command(app, key);
    }
    overlay::handle(app, |overlay, app| overlay.press(app, key))
}

/// Ctrl-C quits from anywhere, like `q`: it asks about unsaved work first. Pressed twice, it quits.
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
    app.preferences.keymap.command(&keys).is_some() || app.preferences.keymap.has_longer(&keys)
}

/// A key in the texts, alone or as part of a sequence.
fn command(app: &mut App, key: Key) -> Effect {
    let had_message = app.status.message.take().is_some();
    let pending = app.status.pending.take();
    if key.code == KeyCode::Esc && pending.is_none() && app.is_busy() {
        return Effect::Stop;
    }
    let was_pending = pending.is_some();
    if let Some(Pending { mut keys, from }) = pending {
        keys.push(key);
        if let Some(command) = app.preferences.keymap.command(&keys) {
            app.return_to(from);
            return invoke(app, command);
        }
        if app.preferences.keymap.has_longer(&keys) {
            app.status.pending = Some(Pending { keys, from });
            return Effect::None;
        }
    }
    // Esc first ends a sequence or removes a message
    if key.code == KeyCode::Esc && (was_pending || had_message) {
        return Effect::None;
    }
    let from = app.position();
    let command = app.preferences.keymap.command(&[key]);
    let effect = command.map_or(Effect::None, |command| invoke(app, command));
    if app.preferences.keymap.has_longer(&[key]) {
        app.status.pending = Some(Pending { keys: vec![key], from });
    }
    effect
}
