//! Verdicts: seen, ok, fix, query, and back to open.

use super::jump;
use crate::review::{Remark, Verdict, remark};
use crate::tui::app::{App, Effect};
use crate::view::Topic;

/// Marks a difference as seen, unless it has a verdict, and goes on to the next open one.
pub(crate) fn seen(app: &mut App) -> Effect {
    let Some(bead) = app.judged() else { return next_open(app) };
    let has_difference = app.comparison.differences.iter().any(|each| each.bead == bead);
    if !has_difference || !app.desk.placed.is_open(bead) {
        return next_open(app);
    }
    let effect = give(app, Some(Verdict::Seen));
    next_open(app);
    effect
}

pub(crate) fn ok(app: &mut App) -> Effect {
    give(app, Some(Verdict::Ok))
}

pub(crate) fn fix(app: &mut App) -> Effect {
    give(app, Some(Verdict::Fix))
}

pub(crate) fn query(app: &mut App) -> Effect {
    give(app, Some(Verdict::Query))
}

/// Takes the verdict back: the difference is open again.
pub(crate) fn clear(app: &mut App) -> Effect {
    give(app, None)
}

/// Goes to the next difference without a verdict; from the end on to what is left above.
pub(crate) fn next_open(app: &mut App) -> Effect {
    let open = jump::rows(app, Topic::Open);
    if open.is_empty() {
        return all_seen(app);
    }
    if !open.iter().any(|row| *row > app.cursor)
        && let Some(&first) = open.first().filter(|row| **row != app.cursor)
    {
        app.jump(first);
        app.info("Past the end: this is the first that is still open.");
        return Effect::None;
    }
    jump::forth(app, Topic::Open.thing(), &open)
}

pub(crate) fn previous_open(app: &mut App) -> Effect {
    let open = jump::rows(app, Topic::Open);
    if open.is_empty() {
        return all_seen(app);
    }
    jump::back(app, Topic::Open.thing(), &open)
}

fn all_seen(app: &mut App) -> Effect {
    app.info(match app.overview.stops.len() {
        0 => "There is no difference.",
        _ => "Every difference has its verdict.",
    });
    Effect::None
}

fn give(app: &mut App, verdict: Option<Verdict>) -> Effect {
    let Some(bead) = app.judged() else {
        app.info(format!("{} opens the fold first.", app.key("counterpart")));
        return Effect::None;
    };
    let before = app.desk.placed.remark(bead).cloned().unwrap_or_default();
    let name = verdict.map_or("cleared verdict", Verdict::name);
    let said = Remark { verdict, note: before.note };
    let step = remark(&app.desk.review, &app.desk.placed, &app.comparison, bead, said, name);
    app.act(step)
}
