//! What an overlay is, and which one is open.

use ratatui::layout::Position;

use crate::tui::host::Effect;
use crate::tui::input::Key;
use crate::tui::screen::canvas::Canvas;
use crate::tui::state::{App, Mode};

/// Something over the texts that has the keyboard.
pub(crate) trait Overlay {
    /// Handles a key.
    fn press(&mut self, app: &mut App, key: Key) -> Next;

    /// Handles the wheel, turned by this many lines.
    fn wheel(&mut self, app: &mut App, lines: i32) -> Next {
        let _ = (app, lines);
        Next::STAY
    }

    /// Handles a click on a cell of the screen.
    fn click(&mut self, app: &mut App, at: Position) -> Next {
        let _ = (app, at);
        Next::STAY
    }

    /// Handles a pasted text.
    fn paste(&mut self, app: &mut App, text: &str) {
        let _ = (app, text);
    }

    /// Makes positions valid, after anything that may replace its lines or the screen size.
    fn revalidate(&mut self, app: &mut App) -> Next {
        let _ = app;
        Next::STAY
    }

    /// Whether it covers the whole screen, so that the texts need not be drawn.
    fn is_opaque(&self) -> bool {
        false
    }

    /// Draws it, and the status line; returns the place of the text cursor, if something is typed.
    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position>;
}

/// What becomes of an overlay after an input.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Next {
    /// It stays open.
    Stay(Effect),
    /// It is closed, or replaced by what the input opened.
    Close(Effect),
}

impl Next {
    pub(crate) const STAY: Next = Next::Stay(Effect::None);
    pub(crate) const CLOSE: Next = Next::Close(Effect::None);
}

/// Hands an input to the open overlay, if there is one. Until it is done, the texts have the keyboard.
pub(crate) fn handle(app: &mut App, handle: impl FnOnce(&mut dyn Overlay, &mut App) -> Next) -> Effect {
    let mut mode = std::mem::take(&mut app.mode);
    let Some(overlay) = overlay_mut(&mut mode) else { return Effect::None };
    match handle(overlay, app) {
        Next::Close(effect) => effect,
        Next::Stay(effect) => {
            app.mode = mode;
            effect
        }
    }
}

/// The overlay that is open, if any.
pub(crate) fn overlay(mode: &Mode) -> Option<&dyn Overlay> {
    Some(match mode {
        Mode::Reading => return None,
        Mode::Prompt(overlay) => overlay,
        Mode::Confirm(overlay) => overlay,
        Mode::ExportMenu(overlay) => overlay,
        Mode::FilterMenu(overlay) => overlay,
        Mode::Help(overlay) => overlay,
        Mode::Details(overlay) => overlay,
        Mode::Note(overlay) => overlay,
        Mode::Notes(overlay) => overlay,
        Mode::CommandLine(overlay) => overlay,
        Mode::Ledger(overlay) => overlay,
    })
}

/// The same, to be altered.
fn overlay_mut(mode: &mut Mode) -> Option<&mut dyn Overlay> {
    Some(match mode {
        Mode::Reading => return None,
        Mode::Prompt(overlay) => overlay,
        Mode::Confirm(overlay) => overlay,
        Mode::ExportMenu(overlay) => overlay,
        Mode::FilterMenu(overlay) => overlay,
        Mode::Help(overlay) => overlay,
        Mode::Details(overlay) => overlay,
        Mode::Note(overlay) => overlay,
        Mode::Notes(overlay) => overlay,
        Mode::CommandLine(overlay) => overlay,
        Mode::Ledger(overlay) => overlay,
    })
}
