//! The note editor, over the bottom of the texts.

use crossterm::event::{KeyCode, KeyModifiers};
use ratatui::layout::{Position, Rect};

use super::dispatch::{Next, Overlay};
use super::panel::panel;
use crate::tui::command::review::save_note;
use crate::tui::screen::status;
use crate::tui::{App, Canvas, Element, Key, NoteInput, row};

/// The maximum width: longer lines are hard to read.
const WIDEST: u16 = 76;

/// The width of the text.
fn width(app: &App) -> u16 {
    app.size().columns.saturating_sub(4).clamp(1, WIDEST)
}

impl Overlay for NoteInput {
    /// Enter saves the note, Alt-Enter inserts a line feed, Esc closes and keeps the text as a draft.
    fn press(&mut self, app: &mut App, key: Key) -> Next {
        app.status.message = None;
        let has_modifier =
            key.modifiers.intersects(KeyModifiers::ALT | KeyModifiers::SHIFT | KeyModifiers::CONTROL);
        #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
        match key.code {
            KeyCode::Enter if !has_modifier => Next::Close(save_note(app, self.bead, self.editor.text())),
            KeyCode::Esc => {
                app.keep_draft(self);
                Next::CLOSE
            }
            _ => {
                self.editor.press(key, usize::from(width(app)));
                Next::STAY
            }
        }
    }

    fn paste(&mut self, _: &mut App, text: &str) {
        self.editor.paste(text);
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        status::draw(app, canvas);
        let (screen, inside) = (canvas.screen(), width(app));
        let lines = self.editor.lines(usize::from(inside));
        let (line, column) = self.editor.cursor(usize::from(inside));
        let shown = (lines.len() as u16).max(3).min((screen.height / 2).max(1));
        let (width, height) = ((inside + 4).min(screen.width), (shown + 2).min(screen.height));
        let y = screen.height.saturating_sub(height + 1);
        let area = Rect { x: (screen.width - width) / 2, y, width, height };
        panel(canvas, area, "Note · Enter saves · Alt-Enter new line · Esc closes");
        let first = (line + 1).saturating_sub(usize::from(shown));
        for (at, line) in (1..=shown).zip(lines.iter().skip(first)) {
            let area = row(area, at);
            let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
            canvas.put(inner, inner.x, line.of(self.editor.text()), Element::Panel);
        }
        let x = area.x + 2 + (column as u16).min(inside);
        let y = area.y + 1 + (line - first) as u16;
        Some(Position {
            x: x.min(screen.right().saturating_sub(1)),
            y: y.min(screen.bottom().saturating_sub(1)),
        })
    }
}
