//! How it looks: folds, columns.

use crate::tui::app::{App, Effect};
use crate::tui::layout::{Drawn, Shape};
use crate::tui::preferences::Mouse;
use crate::view::Fold;

/// Hides more of what is alike; after the last level shows it all again.
pub(crate) fn fold(app: &mut App) -> Effect {
    let next = match app.fold {
        Fold::Nothing => Fold::Identical,
        Fold::Identical => Fold::Typography,
        Fold::Typography => Fold::Differing,
        Fold::Differing => Fold::Nothing,
    };
    fold_to(app, next)
}

/// Shows both texts whole.
pub(crate) fn unfold(app: &mut App) -> Effect {
    app.filter.clear();
    fold_to(app, Fold::Nothing)
}

/// Hides what a level hides, and says how much that is.
pub(crate) fn fold_to(app: &mut App, fold: Fold) -> Effect {
    let level = match fold {
        Fold::Nothing => "Both texts are shown whole",
        Fold::Identical => "Hidden: what is identical",
        Fold::Typography => "Hidden: what is identical or differs in typography alone",
        Fold::Differing => "Hidden: all that is alike, next to what differs too",
    };
    app.set_fold(fold);
    app.info(match (fold, app.filter.is_empty(), app.hidden()) {
        (_, false, hidden) => {
            let clears = app.key("clear-filter");
            format!("The filter decides what is shown ({hidden} rows hidden); {clears} clears it.")
        }
        (Fold::Nothing, ..) => format!("{level}."),
        (_, _, 0) => "Nothing to hide: differences stand all over the texts.".to_owned(),
        (_, _, 1) => format!("{level}: 1 row."),
        (_, _, hidden) => format!("{level}: {hidden} rows."),
    });
    Effect::None
}

/// Side by side; both in one marked-up text; one below the other.
pub(crate) fn layout(app: &mut App) -> Effect {
    let shape = match app.drawn() {
        Drawn::Columns => Shape::Marked,
        Drawn::Marked => Shape::Single,
        Drawn::Single => Shape::Columns,
    };
    shape_to(app, shape)
}

/// Sets how both texts stand beside each other.
pub(crate) fn shape_to(app: &mut App, shape: Shape) -> Effect {
    app.apart = None;
    app.reshape(app.size, shape);
    let labels = app.labels();
    match app.drawn() {
        Drawn::Columns => app.info("Side by side."),
        Drawn::Marked => {
            let text = format!("One text: [-only {}-], {{+only {}+}}.", labels.left, labels.right);
            app.info(text);
        }
        Drawn::Single if shape == Shape::Columns => app.warn("The screen is too narrow for two columns."),
        Drawn::Single => app.info("One below the other."),
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
