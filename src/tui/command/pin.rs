//! Pins: two sentences aligned by hand, or a bead split.

use crate::review::{self, pin};
use crate::text::{Pair, Side};
use crate::tui::host::Effect;
use crate::tui::keymap::Action;
use crate::tui::state::{Anchor, App};

/// Marks the sentence at the cursor; on the other side, aligns it with the marked one.
pub(crate) fn align(app: &mut App) -> Effect {
    let Some(bead) = app.judged() else { return Effect::None };
    let has = |side: Side| app.row(app.cursor.row).cells[side].is_some();
    let side = if has(app.cursor.side) { app.cursor.side } else { app.cursor.side.other() };
    let here = Anchor { bead, side };
    match app.review.anchor.take() {
        Some(anchor) if anchor == here => app.info("Nothing is marked any more."),
        Some(anchor) if anchor.side != side => return join(app, anchor, here),
        Some(_) | None => {
            app.review.anchor = Some(here);
            let (other, key) = (app.labels()[side.other()], app.key(Action::Align));
            app.info(format!("Marked. {key} on its counterpart in {other} aligns the two."));
        }
    }
    Effect::None
}

fn join(app: &mut App, anchor: Anchor, here: Anchor) -> Effect {
    let bead = |end: Anchor| app.comparison.alignment.get(end.bead);
    if anchor.bead == here.bead && bead(here).pinned {
        app.info("These two are aligned by hand already.");
        return Effect::None;
    }
    let mut sentences = Pair::new(Vec::new(), Vec::new());
    for end in [anchor, here] {
        sentences[end.side].clone_from(&bead(end).sentences[end.side]);
    }
    let step = pin(&app.review.review, &app.comparison, &sentences);
    app.info(format!("Aligned by hand; {} undoes it.", app.key(Action::Undo)));
    app.act(step)
}

/// Splits the bead at the cursor: its sentences stay alone, or find other partners.
pub(crate) fn split(app: &mut App) -> Effect {
    let Some(bead) = app.judged() else { return Effect::None };
    let sentences = &app.comparison.alignment.get(bead).sentences;
    if sentences.left.is_empty() || sentences.right.is_empty() {
        app.info("Only one side has this: there is nothing to part.");
        return Effect::None;
    }
    let step = review::split(&app.review.review, &app.comparison, bead);
    app.info(format!("Parted by hand; {} undoes it.", app.key(Action::Undo)));
    app.act(step)
}
