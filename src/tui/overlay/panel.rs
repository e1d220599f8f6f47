//! Framed panels and menus.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::width::columns;
use crate::tui::{Canvas, Element, row};

/// Draws an empty panel with a frame and a title.
pub(super) fn panel(canvas: &mut Canvas<'_>, area: Rect, title: &str) {
    canvas.clear(area, Element::Panel);
    let inside = "─".repeat(usize::from(area.width.saturating_sub(2)));
    let (head, last) = (row(area, 0), area.height.saturating_sub(1));
    canvas.put(head, area.x, &format!("┌{inside}┐"), Element::Panel);
    canvas.put(row(area, last), area.x, &format!("└{inside}┘"), Element::Panel);
    let head = Rect { width: head.width.saturating_sub(2), ..head };
    let style = canvas.styles.of(Element::Title).patch(canvas.styles.of(Element::Panel));
    canvas.put_short(head, area.x + 2, &format!(" {title} "), style);
    for at in 1..last {
        let line = row(area, at);
        canvas.put(line, area.x, "│", Element::Panel);
        canvas.put(line, area.right().saturating_sub(1), "│", Element::Panel);
    }
}

/// Draws a panel in the middle of the screen for lines of this width. Returns the area inside.
pub(super) fn menu(canvas: &mut Canvas<'_>, title: &str, width: usize, lines: usize) -> Rect {
    let screen = canvas.screen();
    let width = (width.max(columns(title) + 4) as u16 + 2).min(screen.width);
    let height = (lines as u16 + 2).min(screen.height);
    let area = centered(screen, width, height);
    panel(canvas, area, title);
    Rect {
        x: area.x + 1.min(width),
        y: area.y + 1.min(height),
        width: width.saturating_sub(2),
        height: height.saturating_sub(2),
    }
}

/// A centered area.
pub(super) fn centered(screen: Rect, width: u16, height: u16) -> Rect {
    Rect { x: (screen.width - width) / 2, y: (screen.height - height) / 2, width, height }
}

/// Starts a line of a menu, with a mark if it is selected. Returns the column of its text, and its style.
pub(super) fn choice(canvas: &mut Canvas<'_>, line: Rect, is_selected: bool) -> (u16, Style) {
    let (element, mark) = if is_selected { (Element::Choice, " ▸ ") } else { (Element::Panel, "   ") };
    let style = canvas.styles.of(element);
    canvas.clear(line, style);
    (canvas.put(line, line.x, mark, style), style)
}
