//! Moving by rows and pages.

use crate::tui::{App, Motion, Reveal};
use ratatui::layout::Position;

/// Moves in the texts.
pub(crate) fn go(app: &mut App, motion: Motion) {
    let Some(last) = app.view.items.len().checked_sub(1) else { return };
    let height = app.areas().body.height;
    // two lines stay visible for context
    let (half, page) = ((height / 2).max(1), height.saturating_sub(2).max(1));
    let selected = app.selected();
    match motion {
        // first scroll to the rest of a row that is taller than the screen
        Motion::Down if app.reaches_below(selected) => app.scroll(half.into()),
        Motion::Up if app.reaches_above(selected) => app.scroll(-i32::from(half)),
        Motion::Down if selected == last => {}
        Motion::Up if selected == 0 => {}
        Motion::Down => app.select(selected + 1, Reveal::Least),
        Motion::Up => app.select(selected - 1, Reveal::Least),
        Motion::HalfPageDown | Motion::HalfPageUp | Motion::PageDown | Motion::PageUp => {
            turn(app, motion.lines(half, page));
        }
        Motion::Start => app.select(0, Reveal::Least),
        Motion::End => app.select(last, Reveal::Least),
    }
}

/// Scrolls with the wheel; the selection changes only if it is no longer visible.
pub(crate) fn wheel(app: &mut App, lines: i32) {
    app.scroll(lines);
    app.keep_visible();
}

/// Selects the row or fold at a click.
pub(crate) fn click(app: &mut App, at: Position) {
    let areas = app.areas();
    if !(areas.body.y..areas.body.bottom()).contains(&at.y) || app.view.items.is_empty() {
        return;
    }
    let row = at.y - areas.body.y;
    if (areas.ruler.x..areas.ruler.right()).contains(&at.x) {
        let item = usize::from(row) * app.view.items.len() / usize::from(areas.body.height);
        return app.select(item, Reveal::WithContext);
    }
    let Some(line) = app.visible().into_iter().find(|line| line.row == row) else { return };
    app.select(line.item, Reveal::Least);
    app.open(line.item);
    if let Some(side) = areas.side_at(at.x) {
        app.select_side(side);
    }
}

/// Scrolls and selects the row at the same height on the screen.
fn turn(app: &mut App, by: i32) {
    let selected = app.selected();
    let at = app.visible().into_iter().find(|line| line.item == selected).map_or(0, |line| line.row);
    let before = app.cursor.top;
    app.scroll(by);
    if app.cursor.top == before {
        // at the end of the text
        return app.select(if by > 0 { app.view.items.len() - 1 } else { 0 }, Reveal::Least);
    }
    let visible = app.visible();
    if let Some(line) = visible.iter().find(|line| line.row == at).or(visible.last()) {
        app.cursor.row = app.view.items.get(line.item).first();
    }
    app.keep_visible();
}
