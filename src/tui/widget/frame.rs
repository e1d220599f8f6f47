//! The frame of a panel over the texts.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::pen::{put, put_short, row};
use crate::tui::style::{Element, Styles};

/// Draws a frame along the edge of an area, with a title.
pub(super) fn frame(styles: &Styles, area: Rect, title: &str, buffer: &mut Buffer) {
    let style = styles.of(Element::Panel);
    let inside = "─".repeat(usize::from(area.width.saturating_sub(2)));
    put(buffer, row(area, 0), area.x, &format!("┌{inside}┐"), style);
    put(buffer, row(area, area.height.saturating_sub(1)), area.x, &format!("└{inside}┘"), style);
    let head = row(area, 0);
    let head = Rect { width: head.width.saturating_sub(2), ..head };
    put_short(buffer, head, area.x + 2, &format!(" {title} "), styles.of(Element::Title).patch(style));
    for at in 1..area.height.saturating_sub(1) {
        let line = row(area, at);
        put(buffer, line, area.x, "│", style);
        put(buffer, line, area.right().saturating_sub(1), "│", style);
    }
}
