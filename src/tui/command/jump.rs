//! From difference to difference, and to the counterpart.

use crate::text::{Pair, Side};
use crate::tui::app::{App, Effect};
use crate::tui::items::{Item, RowId};
use crate::view::Topic;

pub(crate) fn next_difference(app: &mut App) -> Effect {
    forth(app, Topic::Difference.thing(), &app.overview.stops.clone())
}

pub(crate) fn previous_difference(app: &mut App) -> Effect {
    back(app, Topic::Difference.thing(), &app.overview.stops.clone())
}

pub(crate) fn next_quotation(app: &mut App) -> Effect {
    forth(app, Topic::Quotation.thing(), &rows(app, Topic::Quotation))
}

pub(crate) fn previous_quotation(app: &mut App) -> Effect {
    back(app, Topic::Quotation.thing(), &rows(app, Topic::Quotation))
}

pub(crate) fn next_fact(app: &mut App) -> Effect {
    forth(app, Topic::Fact.thing(), &rows(app, Topic::Fact))
}

pub(crate) fn previous_fact(app: &mut App) -> Effect {
    back(app, Topic::Fact.thing(), &rows(app, Topic::Fact))
}

pub(crate) fn next_attribution(app: &mut App) -> Effect {
    forth(app, Topic::Attribution.thing(), &rows(app, Topic::Attribution))
}

pub(crate) fn previous_attribution(app: &mut App) -> Effect {
    back(app, Topic::Attribution.thing(), &rows(app, Topic::Attribution))
}

pub(crate) fn next_moved(app: &mut App) -> Effect {
    forth(app, Topic::Moved.thing(), &rows(app, Topic::Moved))
}

pub(crate) fn previous_moved(app: &mut App) -> Effect {
    back(app, Topic::Moved.thing(), &rows(app, Topic::Moved))
}

pub(crate) fn next_unique(app: &mut App) -> Effect {
    forth(app, Topic::Unique.thing(), &rows(app, Topic::Unique))
}

pub(crate) fn previous_unique(app: &mut App) -> Effect {
    back(app, Topic::Unique.thing(), &rows(app, Topic::Unique))
}

/// Goes to the same bead on the other side: across, to the other end of a moved
/// one, or into a fold.
pub(crate) fn counterpart(app: &mut App) -> Effect {
    if app.items.is_empty() {
        return Effect::None;
    }
    let selected = app.selected();
    if let Item::Fold(_) = app.items.get(selected) {
        app.open(selected);
        app.select(selected, crate::tui::scroll::Reveal::Least);
        return Effect::None;
    }
    let row = app.row(app.cursor);
    if row.cells.as_ref().map(Option::is_some) == Pair::new(true, true) {
        app.side = app.side.other();
        return Effect::None;
    }
    if let Some(row) = app.overview.other_end(app.cursor) {
        app.jump(row);
        app.side = if app.row(row).cells.left.is_some() { Side::Left } else { Side::Right };
        return Effect::None;
    }
    let side = if row.cells.left.is_some() { Side::Left } else { Side::Right };
    let message = format!("Only {} has this.", app.labels()[side]);
    app.info(message);
    Effect::None
}

/// The next of the rows, behind the cursor.
pub(crate) fn forth(app: &mut App, what: &str, rows: &[RowId]) -> Effect {
    let here = last_of_selected(app);
    let rows = &sifted(app, rows);
    match rows.iter().find(|&&row| row > here) {
        Some(&row) => app.jump(row),
        None => none(app, what, "next", rows),
    }
    Effect::None
}

/// The last of the rows before the cursor.
pub(crate) fn back(app: &mut App, what: &str, rows: &[RowId]) -> Effect {
    let rows = &sifted(app, rows);
    match rows.iter().rev().find(|&&row| row < app.cursor) {
        Some(&row) => app.jump(row),
        None => none(app, what, "previous", rows),
    }
    Effect::None
}

fn none(app: &mut App, what: &str, which: &str, rows: &[RowId]) {
    app.info(match (rows.is_empty(), which) {
        (true, _) if !app.filter.is_empty() => {
            format!("The filter shows no {what}; {} clears it.", app.key("clear-filter"))
        }
        (true, _) => format!("There is no {what}."),
        (false, "next") => format!("This is the last {what}; {} goes to the start.", app.key("start")),
        (false, _) => format!("This is the first {what}."),
    });
}

/// Those of the rows that the filter shows.
fn sifted(app: &App, rows: &[RowId]) -> Vec<RowId> {
    let shows = |row: &&RowId| {
        let holds = |topic: &Topic| topic.holds(&app.comparison, &app.desk.placed, app.row(**row));
        app.filter.is_empty() || app.filter.iter().any(holds)
    };
    rows.iter().filter(shows).copied().collect()
}

/// A fold is left behind as a whole.
fn last_of_selected(app: &App) -> RowId {
    if app.items.is_empty() {
        return app.cursor;
    }
    RowId::new(app.items.get(app.selected()).rows().end - 1).max(app.cursor)
}

pub(crate) fn next_note(app: &mut App) -> Effect {
    forth(app, Topic::Noted.thing(), &rows(app, Topic::Noted))
}

pub(crate) fn previous_note(app: &mut App) -> Effect {
    back(app, Topic::Noted.thing(), &rows(app, Topic::Noted))
}

/// The rows at which jumps to a topic stop, in order.
pub(crate) fn rows(app: &App, topic: Topic) -> Vec<RowId> {
    let found =
        app.rows.iter().enumerate().filter(|(_, row)| topic.stops(&app.comparison, &app.desk.placed, row));
    found.map(|(index, _)| RowId::new(index)).collect()
}
