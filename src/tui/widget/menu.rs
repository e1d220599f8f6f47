//! The menu of export formats.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::frame::frame;
use super::pen::{clear, put, put_short, row};
use crate::text::width::columns;
use crate::tui::app::App;
use crate::tui::command::export::menu_keys;
use crate::tui::style::{Element, Styles};

pub(super) fn draw(app: &App, styles: &Styles, at: usize, buffer: &mut Buffer) {
    let widest = app.formats.iter().map(|format| columns(format.name)).max().unwrap_or(0);
    let line = |at: usize| {
        let format = &app.formats[at];
        let blanks = " ".repeat(widest - columns(format.name));
        format!("{}{blanks}  {}", format.name, format.doc)
    };
    let lines: Vec<String> = (0..app.formats.len()).map(line).collect();
    let inner = lines.iter().map(|line| columns(line)).max().unwrap_or(0) as u16 + 7;
    let inside = panel(styles, "Export · Esc leaves", inner, lines.len() as u16, buffer);
    let keys = menu_keys(&app.formats);
    for (index, text) in lines.iter().enumerate().take(usize::from(inside.height)) {
        let line = row(inside, index as u16);
        let selected = index == at;
        let style = styles.of(if selected { Element::Choice } else { Element::Panel });
        clear(buffer, line, style);
        let x = put(buffer, line, line.x, if selected { " ▸ " } else { "   " }, style);
        let x = put(buffer, line, x, &keys[index].to_string(), styles.of(Element::Key).patch(style));
        put_short(buffer, line, x + 2, text, style);
    }
}

/// A framed panel in the middle of the screen for so many columns and rows; gives its inside.
pub(super) fn panel(
    styles: &Styles,
    title: &str,
    columns_inside: u16,
    rows: u16,
    buffer: &mut Buffer,
) -> Rect {
    let screen = buffer.area;
    let width = (columns_inside.max(columns(title) as u16 + 4) + 2).min(screen.width);
    let height = (rows + 2).min(screen.height);
    let area = Rect { x: (screen.width - width) / 2, y: (screen.height - height) / 2, width, height };
    clear(buffer, area, styles.of(Element::Panel));
    frame(styles, area, title, buffer);
    Rect {
        x: area.x + 1.min(width),
        y: area.y + 1.min(height),
        width: width.saturating_sub(2),
        height: height.saturating_sub(2),
    }
}
