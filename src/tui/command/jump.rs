//! Jumps to differences and to the counterpart.

use crate::text::{Pair, Side};
use crate::tui::{Action, App, Motion, Reveal, RowId};
use crate::view::Topic;

/// The direction of a jump.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Next,
    Previous,
}

/// Jumps to the next row about a topic. After the last open difference, jumps to the first.
pub(crate) fn next(app: &mut App, topic: Topic) {
    let stops = stops(app, topic);
    if topic == Topic::Open {
        let is_last = stops.last().is_none_or(|&last| last <= app.cursor.row);
        match stops.first() {
            None => return all_seen(app),
            Some(&first) if is_last && first != app.cursor.row => {
                app.jump(first);
                app.info("Back at the start: this is the first open difference.");
                return;
            }
            Some(_) => {}
        }
    }
    next_of(app, topic.thing(), &stops);
}

/// Jumps to the previous row about a topic.
pub(crate) fn previous(app: &mut App, topic: Topic) {
    let stops = stops(app, topic);
    if topic == Topic::Open && stops.is_empty() {
        return all_seen(app);
    }
    previous_of(app, topic.thing(), &stops);
}

/// Jumps to the first of these rows after the selected row or fold.
pub(crate) fn next_of(app: &mut App, what: &str, rows: &[RowId]) {
    let end = app.selected_item().map_or(0, |item| item.rows().end);
    let rows = filtered(app, rows);
    match rows.iter().find(|&&row| row.index() >= end && row > app.cursor.row) {
        Some(&row) => app.jump(row),
        None => none(app, what, Direction::Next, &rows),
    }
}

/// Jumps to the last of these rows before the selected one.
pub(crate) fn previous_of(app: &mut App, what: &str, rows: &[RowId]) {
    let rows = filtered(app, rows);
    match rows.iter().rev().find(|&&row| row < app.cursor.row) {
        Some(&row) => app.jump(row),
        None => none(app, what, Direction::Previous, &rows),
    }
}

fn none(app: &mut App, what: &str, direction: Direction, rows: &[RowId]) {
    app.info(match (rows.is_empty(), direction) {
        (true, _) if !app.view.filter.is_empty() => {
            format!("The filter shows no {what}; {} clears it.", app.key(Action::ClearFilter))
        }
        (true, _) => format!("There is no {what}."),
        (false, Direction::Next) => {
            format!("This is the last {what}; {} goes to the start.", app.key(Action::Move(Motion::Start)))
        }
        (false, Direction::Previous) => format!("This is the first {what}."),
    });
}

fn all_seen(app: &mut App) {
    let has_none = app.comparison.differences.is_empty();
    app.info(if has_none { "There is no difference." } else { "Every difference has a verdict." });
}

/// The rows that the filter shows.
fn filtered(app: &App, rows: &[RowId]) -> Vec<RowId> {
    let shows = |row: &RowId| app.view.shows(&app.comparison, &app.review.placed, app.row(*row));
    rows.iter().copied().filter(shows).collect()
}

/// The rows that jumps to a topic stop at, in order.
fn stops(app: &App, topic: Topic) -> Vec<RowId> {
    let rows = app.view.rows.iter().enumerate();
    let stops = rows.filter(|(_, row)| topic.stops(&app.comparison, &app.review.placed, row));
    stops.map(|(index, _)| RowId::new(index)).collect()
}

/// Opens a fold, or goes to the same bead on the other side, which may be on another row.
pub(crate) fn counterpart(app: &mut App) {
    if app.view.items.is_empty() {
        return;
    }
    let selected = app.selected();
    if app.view.items.get(selected).is_fold() {
        app.open(selected);
        app.select(selected, Reveal::Least);
        return;
    }
    let side_of = |cells: Pair<bool>| if cells.left { Side::Left } else { Side::Right };
    let cells = |app: &App, row| app.row(row).cells.as_ref().map(Option::is_some);
    let here = cells(app, app.cursor.row);
    if here == Pair::new(true, true) {
        app.cursor.side = app.cursor.side.other();
    } else if let Some(row) = app.view.overview.other_end(app.cursor.row) {
        app.jump(row);
        app.cursor.side = side_of(cells(app, row));
    } else {
        app.info(format!("Only {} has this.", app.labels()[side_of(here)]));
    }
}
