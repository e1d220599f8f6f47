//! Pins: two sentences aligned by hand, or a bead parted.

use crate::review::{pin, split};
use crate::text::{Pair, Side};
use crate::tui::app::{App, Effect};
use crate::tui::desk::Anchor;

/// Marks the sentence at the cursor; on the other side, aligns it with the one that was marked.
pub(crate) fn align(app: &mut App) -> Effect {
    let Some(bead) = app.judged() else {
        app.info(format!("{} opens the fold first.", app.key("counterpart")));
        return Effect::None;
    };
    let has = |side: Side| app.row(app.cursor).cells[side].is_some();
    let side = if has(app.side) { app.side } else { app.side.other() };
    let here = Anchor { bead, side };
    match app.desk.anchor.take() {
        Some(anchor) if anchor == here => {
            app.info("Nothing is marked any more.");
            Effect::None
        }
        Some(anchor) if anchor.side != side => join(app, anchor, here),
        Some(_) | None => {
            app.desk.anchor = Some(here);
            let other = app.labels()[side.other()].to_owned();
            app.info(format!("Marked. {} on its counterpart in {other} aligns the two.", app.key("align")));
            Effect::None
        }
    }
}

fn join(app: &mut App, anchor: Anchor, here: Anchor) -> Effect {
    if anchor.bead == here.bead && app.comparison.alignment.get(here.bead).pinned {
        app.info("These two are aligned by hand already.");
        return Effect::None;
    }
    let ids = |end: Anchor| app.comparison.alignment.get(end.bead).sentences[end.side].clone();
    let mut sentences = Pair::new(Vec::new(), Vec::new());
    for end in [anchor, here] {
        sentences[end.side] = ids(end);
    }
    let step = pin(&app.desk.review, &app.comparison, &sentences);
    app.info(format!("Aligned by hand; {} undoes it.", app.key("undo")));
    app.act(step)
}

/// Parts the bead at the cursor: its sentences stand alone, or find other partners.
pub(crate) fn part(app: &mut App) -> Effect {
    let Some(bead) = app.judged() else {
        app.info(format!("{} opens the fold first.", app.key("counterpart")));
        return Effect::None;
    };
    let sentences = &app.comparison.alignment.get(bead).sentences;
    if sentences.left.is_empty() || sentences.right.is_empty() {
        app.info("Only one side has this: there is nothing to part.");
        return Effect::None;
    }
    let step = split(&app.desk.review, &app.comparison, bead);
    app.info(format!("Parted by hand; {} undoes it.", app.key("undo")));
    app.act(step)
}
