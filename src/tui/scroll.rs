//! Which lines are visible, and what moves them.
//!
//! The first visible line is kept as an item and a line inside of it, never as a
//! number of lines from the start: so nothing but what comes into view is ever
//! wrapped, a resize keeps what stands at the top, and a text of 100,000
//! sentences scrolls like one of ten. Invariant: the last line of the text never
//! leaves the bottom of the screen while there is text above to fill it.

use super::app::App;
use super::items::RowId;
use super::lines::{gap, lines};

/// The first visible line.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(crate) struct Top {
    /// The item, by its place.
    pub(crate) item: usize,
    /// The line of the item.
    pub(crate) line: usize,
}

/// A first visible line by its row, so that it survives folding and unfolding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct TopRow {
    /// The row.
    pub(crate) row: RowId,
    /// The line of its item.
    pub(crate) line: usize,
}

/// How much of what lies around is shown when an item is brought into view.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Reveal {
    /// Scroll as little as possible.
    Least,
    /// A jump: with some of what stands above it.
    WithContext,
}

/// A visible line: where it is drawn, and of what.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct VisibleLine {
    /// Rows from the top of the body.
    pub(crate) row: u16,
    /// The item, by its place.
    pub(crate) item: usize,
    /// The line of the item.
    pub(crate) line: usize,
}

/// The visible lines, from top to bottom.
pub(crate) fn visible(app: &App) -> Vec<VisibleLine> {
    visible_from(app, app.top)
}

/// The lines that are visible where this one is the first.
pub(crate) fn visible_from(app: &App, top: Top) -> Vec<VisibleLine> {
    let rows = app.areas().body.height;
    let mut visible = Vec::with_capacity(usize::from(rows));
    let mut at = top;
    for row in 0..rows {
        if at.item >= app.items.len() {
            break;
        }
        visible.push(VisibleLine { row, item: at.item, line: at.line });
        at = next_line(app, at);
    }
    visible
}

/// Scrolls by so many lines, down or up, as far as there is text.
pub(crate) fn scroll(app: &mut App, by: i32) {
    app.top = if by < 0 {
        back(app, app.top, by.unsigned_abs() as usize)
    } else {
        (0..by).fold(app.top, |top, _| if top.item < app.items.len() { next_line(app, top) } else { top })
    };
    settle(app);
}

/// Keeps the bottom of the screen filled.
pub(crate) fn settle(app: &mut App) {
    app.top = settled(app, app.top);
}

/// The nearest first line that keeps the bottom of the screen filled.
pub(crate) fn settled(app: &App, top: Top) -> Top {
    let top = top.min(lowest(app));
    if app.items.is_empty() {
        return Top::default();
    }
    Top { line: top.line.min(lines(app, top.item).len() - 1), ..top }
}

/// Brings all of an item into view, or as much of it as the screen holds.
pub(crate) fn reveal(app: &mut App, item: usize, how: Reveal) {
    let rows = usize::from(app.areas().body.height);
    if rows == 0 {
        return;
    }
    let (head, height) = {
        let lines = lines(app, item);
        (gap(&lines), lines.len())
    };
    let seen = visible(app).iter().filter(|line| line.item == item && line.line >= head).count();
    if seen == height - head {
        return;
    }
    let start = Top { item, line: head };
    let above = app.top > start;
    app.top = match how {
        _ if height - head >= rows => start,
        Reveal::Least if above => start,
        Reveal::Least => back(app, Top { item, line: height - 1 }, rows - 1),
        Reveal::WithContext => back(app, start, (rows - (height - head)) / 3),
    };
    settle(app);
}

/// Whether the last line of an item is below the screen.
pub(crate) fn reaches_below(app: &App, item: usize) -> bool {
    let height = lines(app, item).len();
    let last = visible(app).into_iter().rev().find(|line| line.item == item);
    last.is_some_and(|last| last.line + 1 < height)
}

/// Whether the first line of text of an item is above the screen.
pub(crate) fn reaches_above(app: &App, item: usize) -> bool {
    app.top.item == item && app.top.line > gap(&lines(app, item))
}

fn next_line(app: &App, at: Top) -> Top {
    if at.line + 1 < lines(app, at.item).len() {
        Top { line: at.line + 1, ..at }
    } else {
        Top { item: at.item + 1, line: 0 }
    }
}

/// So many lines above, or the first line of all.
fn back(app: &App, from: Top, by: usize) -> Top {
    let (mut at, mut left) = (from, by);
    while left > at.line {
        if at.item == 0 {
            return Top::default();
        }
        left -= at.line + 1;
        at.item -= 1;
        at.line = lines(app, at.item).len() - 1;
    }
    Top { line: at.line - left, ..at }
}

/// The first line of the last screenful.
fn lowest(app: &App) -> Top {
    let Some(last) = app.items.len().checked_sub(1) else { return Top::default() };
    let line = lines(app, last).len() - 1;
    back(app, Top { item: last, line }, usize::from(app.areas().body.height.max(1)) - 1)
}
