//! The pad on which a note is typed, over the foot of the texts.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::frame::frame;
use super::pen::{clear, put, row};
use crate::tui::app::App;
use crate::tui::pad::Pad;
use crate::tui::style::{Element, Styles};

/// The widest a pad gets, in columns of text: longer lines are hard to read.
const WIDEST: u16 = 76;

/// The columns that the text of a pad may take.
pub(crate) fn width(app: &App) -> usize {
    usize::from(app.size.columns.saturating_sub(4).clamp(1, WIDEST))
}

/// Draws the pad; gives the place of the text cursor.
pub(super) fn draw(app: &App, styles: &Styles, pad: &Pad, buffer: &mut Buffer) -> Position {
    let screen = buffer.area;
    let inside = width(app) as u16;
    let lines = pad.lines(usize::from(inside));
    let (line, column) = pad.cursor(usize::from(inside));
    let most = (screen.height / 2).max(1);
    let shown = (lines.len() as u16).max(3).min(most);
    let (width, height) = ((inside + 4).min(screen.width), (shown + 2).min(screen.height));
    let y = screen.height.saturating_sub(height + 1);
    let area = Rect { x: (screen.width - width) / 2, y, width, height };
    clear(buffer, area, styles.of(Element::Panel));
    frame(styles, area, "Note · Enter takes it · Alt-Enter new line · Esc leaves", buffer);
    let first = (line + 1).saturating_sub(usize::from(shown));
    for (at, each) in lines.iter().skip(first).take(usize::from(shown)).enumerate() {
        let area = row(area, at as u16 + 1);
        let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(3), ..area };
        put(buffer, inner, inner.x, each.span.of(pad.text()), styles.of(Element::Panel));
    }
    let x = area.x + 2 + (column as u16).min(inside);
    let y = area.y + 1 + (line - first) as u16;
    Position { x: x.min(screen.right().saturating_sub(1)), y: y.min(screen.bottom().saturating_sub(1)) }
}
