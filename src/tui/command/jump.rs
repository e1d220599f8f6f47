//! From difference to difference, and to the counterpart.

use crate::difference::DifferenceKind;
use crate::text::{Pair, Side};
use crate::tui::app::{App, Effect};
use crate::tui::items::{Item, RowId};
use crate::view::{Part, Row, Sign};

pub(crate) fn next_difference(app: &mut App) -> Effect {
    forth(app, "difference", &app.overview.stops.clone())
}

pub(crate) fn previous_difference(app: &mut App) -> Effect {
    back(app, "difference", &app.overview.stops.clone())
}

pub(crate) fn next_quotation(app: &mut App) -> Effect {
    forth(app, "quotation", &rows(app, has_quotation))
}

pub(crate) fn previous_quotation(app: &mut App) -> Effect {
    back(app, "quotation", &rows(app, has_quotation))
}

pub(crate) fn next_fact(app: &mut App) -> Effect {
    forth(app, "number, date or name that differs", &rows(app, has_fact))
}

pub(crate) fn previous_fact(app: &mut App) -> Effect {
    back(app, "number, date or name that differs", &rows(app, has_fact))
}

pub(crate) fn next_moved(app: &mut App) -> Effect {
    forth(app, "moved sentence", &rows(app, is_moved))
}

pub(crate) fn previous_moved(app: &mut App) -> Effect {
    back(app, "moved sentence", &rows(app, is_moved))
}

pub(crate) fn next_only(app: &mut App) -> Effect {
    forth(app, "sentence of one side alone", &rows(app, is_alone))
}

pub(crate) fn previous_only(app: &mut App) -> Effect {
    back(app, "sentence of one side alone", &rows(app, is_alone))
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
    match rows.iter().find(|&&row| row > here) {
        Some(&row) => app.jump(row),
        None => none(app, what, "next", rows),
    }
    Effect::None
}

/// The last of the rows before the cursor.
pub(crate) fn back(app: &mut App, what: &str, rows: &[RowId]) -> Effect {
    match rows.iter().rev().find(|&&row| row < app.cursor) {
        Some(&row) => app.jump(row),
        None => none(app, what, "previous", rows),
    }
    Effect::None
}

fn none(app: &mut App, what: &str, which: &str, rows: &[RowId]) {
    app.info(match (rows.is_empty(), which) {
        (true, _) => format!("There is no {what}."),
        (false, "next") => format!("This is the last {what}; g goes to the start."),
        (false, _) => format!("This is the first {what}."),
    });
}

/// A fold is left behind as a whole.
fn last_of_selected(app: &App) -> RowId {
    if app.items.is_empty() {
        return app.cursor;
    }
    RowId::new(app.items.get(app.selected()).rows().end - 1).max(app.cursor)
}

fn rows(app: &App, wanted: fn(&App, &Row) -> bool) -> Vec<RowId> {
    let found = app.rows.iter().enumerate().filter(|(_, row)| wanted(app, row));
    found.map(|(index, _)| RowId::new(index)).collect()
}

fn has_quotation(_: &App, row: &Row) -> bool {
    !row.captions.is_empty()
}

fn has_fact(app: &App, row: &Row) -> bool {
    let facts = [DifferenceKind::Number, DifferenceKind::Date, DifferenceKind::Name];
    row.differences.iter().any(|id| facts.contains(&app.comparison.differences[id.index()].kind))
}

fn is_moved(_: &App, row: &Row) -> bool {
    row.sign == Sign::Moved && row.part != Part::Continued
}

fn is_alone(_: &App, row: &Row) -> bool {
    row.sign == Sign::LeftOnly || row.sign == Sign::RightOnly
}
