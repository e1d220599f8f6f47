//! What is said over the command line: completions, or what the command does.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pen::{clear, put, put_short};
use crate::text::width::columns;
use crate::tui::app::App;
use crate::tui::command::line::{Typed, completions, explained};
use crate::tui::style::{Element, Styles};

/// Draws on the row above the command line.
pub(super) fn draw(app: &App, styles: &Styles, typed: &Typed, status: Rect, buffer: &mut Buffer) {
    let Some(y) = status.y.checked_sub(1) else { return };
    let area = Rect { y, height: 1, ..status };
    clear(buffer, area, styles.of(Element::Detail));
    let value = typed.field.value();
    let (text, taken) = match &typed.taken {
        Some((text, at)) => (text.as_str(), Some(*at)),
        None => (value, None),
    };
    let found = completions(app, text);
    // a name that is typed, or the only one that it can become
    let only = found.first().filter(|_| found.len() == 1 && !value.contains(' '));
    let name = only.map_or(value, String::as_str);
    if let Some(explained) = explained(name).filter(|_| found.len() <= 1 && taken.is_none()) {
        put_short(buffer, area, area.x + 1, &explained, styles.of(Element::Detail));
        return;
    }
    // from the one that was taken on, so that it is seen
    let first = taken.unwrap_or(0);
    let mut x = area.x + 1;
    for (at, name) in found.iter().enumerate().skip(first) {
        let room = usize::from(area.right().saturating_sub(x));
        if columns(name) + 3 > room {
            put(buffer, area, x, "…", styles.of(Element::Detail));
            return;
        }
        let element = if taken == Some(at) { Element::Choice } else { Element::Key };
        x = put(buffer, area, x, name, styles.of(element)) + 2;
    }
}
