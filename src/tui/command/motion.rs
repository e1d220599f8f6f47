//! From row to row, and from page to page.

use crate::text::Side;
use crate::tui::app::{App, Effect};
use crate::tui::scroll::{self, Reveal, VisibleLine};

/// The next row; first the rest of this one, where it is longer than the screen.
pub(crate) fn down(app: &mut App) -> Effect {
    if app.items.is_empty() {
        return Effect::None;
    }
    let selected = app.selected();
    if scroll::reaches_below(app, selected) {
        scroll::scroll(app, half_page(app));
    } else if selected + 1 < app.items.len() {
        app.select(selected + 1, Reveal::Least);
    }
    Effect::None
}

/// The row before; first the head of this one, where it is longer than the screen.
pub(crate) fn up(app: &mut App) -> Effect {
    if app.items.is_empty() {
        return Effect::None;
    }
    let selected = app.selected();
    if scroll::reaches_above(app, selected) {
        scroll::scroll(app, -half_page(app));
    } else if selected > 0 {
        app.select(selected - 1, Reveal::Least);
    }
    Effect::None
}

pub(crate) fn half_page_down(app: &mut App) -> Effect {
    turn(app, half_page(app))
}

pub(crate) fn half_page_up(app: &mut App) -> Effect {
    turn(app, -half_page(app))
}

pub(crate) fn page_down(app: &mut App) -> Effect {
    turn(app, page(app))
}

pub(crate) fn page_up(app: &mut App) -> Effect {
    turn(app, -page(app))
}

pub(crate) fn start(app: &mut App) -> Effect {
    if !app.items.is_empty() {
        app.select(0, Reveal::Least);
    }
    Effect::None
}

pub(crate) fn end(app: &mut App) -> Effect {
    if let Some(last) = app.items.len().checked_sub(1) {
        app.select(last, Reveal::Least);
    }
    Effect::None
}

pub(crate) fn other_side(app: &mut App) -> Effect {
    app.side = app.side.other();
    super::reading::cross(app);
    Effect::None
}

pub(crate) fn left_side(app: &mut App) -> Effect {
    app.side = Side::Left;
    super::reading::cross(app);
    Effect::None
}

pub(crate) fn right_side(app: &mut App) -> Effect {
    app.side = Side::Right;
    super::reading::cross(app);
    Effect::None
}

/// Scrolls by the wheel; what is selected stays as long as it is visible.
pub(crate) fn wheel(app: &mut App, lines: i32) -> Effect {
    scroll::scroll(app, lines);
    keep_visible(app);
    Effect::None
}

/// Selects what was clicked on.
pub(crate) fn click(app: &mut App, column: u16, row: u16) -> Effect {
    let areas = app.areas();
    if !(areas.body.y..areas.body.bottom()).contains(&row) || app.items.is_empty() {
        return Effect::None;
    }
    let row = row - areas.body.y;
    if (areas.ruler.x..areas.ruler.right()).contains(&column) {
        let item = usize::from(row) * app.items.len() / usize::from(areas.body.height);
        app.select(item, Reveal::WithContext);
        return Effect::None;
    }
    let Some(line) = scroll::visible(app).into_iter().find(|line| line.row == row) else {
        return Effect::None;
    };
    app.select(line.item, Reveal::Least);
    app.open(line.item);
    if let Some(side) = areas.side_at(column) {
        app.side = side;
        super::reading::cross(app);
    }
    Effect::None
}

/// Scrolls by so many lines and selects what then stands where the cursor stood.
fn turn(app: &mut App, by: i32) -> Effect {
    if app.items.is_empty() {
        return Effect::None;
    }
    let selected = app.selected();
    let at = scroll::visible(app).into_iter().find(|line| line.item == selected).map_or(0, |line| line.row);
    let before = app.top;
    scroll::scroll(app, by);
    if app.top == before {
        // there is no more text to scroll to
        let last = if by > 0 { app.items.len() - 1 } else { 0 };
        app.select(last, Reveal::Least);
        return Effect::None;
    }
    let visible = scroll::visible(app);
    if let Some(line) = visible.iter().find(|line| line.row == at).or(visible.last()) {
        app.cursor = app.items.get(line.item).first();
    }
    keep_visible(app);
    Effect::None
}

/// Moves the selection to the nearest item of which a line of text is visible.
pub(crate) fn keep_visible(app: &mut App) {
    if app.items.is_empty() || app.cursor_visibility().0 > 0 {
        return;
    }
    let visible = scroll::visible(app);
    let selected = app.selected();
    let texts = visible.iter().filter(|line| is_text(app, line));
    let nearest = texts.min_by_key(|line| line.item.abs_diff(selected));
    if let Some(line) = nearest {
        app.cursor = app.items.get(line.item).first();
    }
}

fn is_text(app: &App, line: &VisibleLine) -> bool {
    line.line >= crate::tui::lines::gap(&crate::tui::lines::lines(app, line.item))
}

fn half_page(app: &App) -> i32 {
    i32::from(app.areas().body.height / 2).max(1)
}

/// A page, but for two lines that stay to read on from.
fn page(app: &App) -> i32 {
    (i32::from(app.areas().body.height) - 2).max(1)
}
