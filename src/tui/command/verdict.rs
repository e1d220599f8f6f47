//! Verdicts: seen, ok, fix, query, and back to open.

use super::jump;
use crate::review::{Remark, Verdict, remark};
use crate::tui::host::Effect;
use crate::tui::state::App;
use crate::tui::state::items::Item;
use crate::view::Topic;

/// Marks a difference as seen, unless it has a verdict, and goes on to the next open one.
pub(crate) fn seen(app: &mut App) -> Effect {
    let is_open = |app: &App| {
        let Some(Item::Row(_)) = app.selected_item() else { return false };
        let bead = app.bead();
        app.comparison.differences.iter().any(|each| Some(each.bead) == bead)
            && bead.is_some_and(|bead| app.review.placed.is_open(bead))
    };
    let effect = if is_open(app) { give(app, Some(Verdict::Seen)) } else { Effect::None };
    jump::next(app, Topic::Open);
    effect
}

/// Gives a verdict, or takes it back: the difference is open again.
pub(crate) fn give(app: &mut App, verdict: Option<Verdict>) -> Effect {
    let Some(bead) = app.judged() else { return Effect::None };
    let note = app.review.placed.remark(bead).and_then(|remark| remark.note.clone());
    let name = verdict.map_or("cleared verdict", Verdict::name);
    let said = Remark { verdict, note };
    app.act(remark(&app.review.review, &app.review.placed, &app.comparison, bead, said, name))
}
