//! The interface of overlays, and the one that is open.

use crate::tui::{App, Canvas, Effect, Key, Mode};
use ratatui::layout::Position;

/// A panel, prompt or list over the texts. It receives all inputs while it is open.
pub(crate) trait Overlay {
    /// Handles a key.
    fn press(&mut self, app: &mut App, key: Key) -> Next;

    /// Handles the wheel; `lines` down, negative is up.
    fn wheel(&mut self, _app: &mut App, _lines: i32) -> Next {
        Next::STAY
    }

    /// Handles a click on a cell of the screen.
    fn click(&mut self, _app: &mut App, _at: Position) -> Next {
        Next::STAY
    }

    /// Handles a pasted text.
    fn paste(&mut self, _app: &mut App, _text: &str) {}

    /// Makes positions valid, after a change of its lines or the screen size.
    fn revalidate(&mut self, _app: &mut App) -> Next {
        Next::STAY
    }

    /// Whether it covers the whole screen, including the texts.
    fn is_opaque(&self) -> bool {
        false
    }

    /// Draws it and the status line. Returns the position of the text cursor, if there is one.
    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position>;
}

/// Whether an overlay stays open after an input, and what the input asks of the rest of the program.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Next {
    /// It stays open.
    Stay(Effect),
    /// It closes, or the input opened another one.
    Close(Effect),
}

impl Next {
    pub(crate) const STAY: Next = Next::Stay(Effect::None);
    pub(crate) const CLOSE: Next = Next::Close(Effect::None);
}

/// Passes an input to the open overlay, if there is one. Meanwhile the mode is [`Mode::Reading`].
pub(crate) fn handle(app: &mut App, handle: impl FnOnce(&mut dyn Overlay, &mut App) -> Next) -> Effect {
    let mut mode = std::mem::take(&mut app.mode);
    let Some(overlay) = overlay(&mut mode) else { return Effect::None };
    match handle(overlay, app) {
        Next::Close(effect) => effect,
        Next::Stay(effect) => {
            app.mode = mode;
            effect
        }
    }
}

/// The open overlay, if there is one.
pub(crate) fn overlay(mode: &mut Mode) -> Option<&mut dyn Overlay> {
    Some(match mode {
        Mode::Reading => return None,
        Mode::Prompt(overlay) => overlay,
        Mode::Confirm(overlay) => overlay,
        Mode::ExportMenu(overlay) => overlay,
        Mode::FilterMenu(overlay) => overlay,
        Mode::Sheet(overlay) => overlay,
        Mode::Note(overlay) => overlay,
        Mode::Notes(overlay) => overlay,
        Mode::CommandLine(overlay) => overlay,
        Mode::Ledger(overlay) => overlay,
    })
}
