//! A single-line text field.

use ratatui::layout::{Position, Rect};
use tui_input::backend::crossterm::EventHandler;
use tui_input::{Input as Field, InputRequest};
use unicode_segmentation::UnicodeSegmentation;

use crate::text::width::columns;
use crate::tui::{Canvas, Element, Key};

/// Handles an editing key.
pub(super) fn press(field: &mut Field, key: Key) {
    field.handle_event(&key.event());
}

/// Inserts a pasted text as one line.
pub(super) fn paste(field: &mut Field, text: &str) {
    for c in text.chars() {
        field.handle(InputRequest::InsertChar(if c.is_control() { ' ' } else { c }));
    }
}

/// Draws the field after its label, on the status line. Returns the position of the text cursor.
pub(super) fn draw(canvas: &mut Canvas<'_>, area: Rect, label: &str, field: &Field) -> Option<Position> {
    if area.height == 0 {
        return None;
    }
    canvas.tint(area, Element::Status);
    let x = canvas.put(area, area.x + 1, label, Element::Key);
    let room = usize::from(area.right().saturating_sub(x + 1)).max(1);
    let hidden = field.visual_scroll(room);
    let mut skipped = 0;
    let is_hidden = |grapheme: &&str| {
        let is_hidden = skipped < hidden;
        skipped += columns(grapheme);
        is_hidden
    };
    let visible: String = field.value().graphemes(true).skip_while(is_hidden).collect();
    canvas.put(area, x, &visible, Element::Detail);
    let cursor = field.visual_cursor().saturating_sub(hidden) as u16;
    Some(Position { x: (x + cursor).min(area.right().saturating_sub(1)), y: area.y })
}
