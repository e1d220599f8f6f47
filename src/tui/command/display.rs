//! How it looks: folds, columns.

use crate::tui::app::{App, Effect};
use crate::tui::items::Item;
use crate::tui::layout::{Drawn, Shape};
use crate::tui::preferences::Mouse;
use crate::view::Fold;

/// Hides or shows what is identical.
pub(crate) fn fold(app: &mut App) -> Effect {
    let fold = match app.fold {
        Fold::Nothing => Fold::Identical,
        Fold::Identical => Fold::Nothing,
    };
    app.set_fold(fold);
    let hidden: usize = (0..app.items.len())
        .map(|at| match app.items.get(at) {
            Item::Fold(rows) => rows.len(),
            Item::Row(_) => 0,
        })
        .sum();
    app.info(match (fold, hidden) {
        (Fold::Nothing, _) => "Both texts are shown whole.".to_owned(),
        (Fold::Identical, 0) => "Nothing to hide: differences stand all over the texts.".to_owned(),
        (Fold::Identical, 1) => "1 identical row is hidden; Enter opens it.".to_owned(),
        (Fold::Identical, hidden) => format!("{hidden} identical rows are hidden; Enter opens a fold."),
    });
    Effect::None
}

/// Side by side, or one below the other.
pub(crate) fn layout(app: &mut App) -> Effect {
    let shape = match app.drawn() {
        Drawn::Columns => Shape::Single,
        Drawn::Single => Shape::Columns,
    };
    app.reshape(app.size, shape);
    if shape == Shape::Columns && app.drawn() == Drawn::Single {
        app.warn("The screen is too narrow for two columns.");
    }
    Effect::None
}

#[allow(clippy::needless_pass_by_ref_mut)] // every command has the same shape
pub(crate) fn redraw(_: &mut App) -> Effect {
    Effect::Redraw
}

/// The mouse on, or left to the terminal.
pub(crate) fn mouse(app: &mut App) -> Effect {
    app.mouse = app.mouse.other();
    app.info(match app.mouse {
        Mouse::On => "The mouse scrolls, selects and copies.",
        Mouse::Off => "The mouse is left to the terminal.",
    });
    Effect::Mouse(app.mouse)
}
