//! Display: folds, arrangement, parts of the screen, which pairs count.

use crate::alignment::AlignOptions;
use crate::comparison::Options;
use crate::tui::host::Effect;
use crate::tui::keymap::{Action, ScreenPart};
use crate::tui::layout::{Drawn, Shape};
use crate::tui::preferences::Mouse;
use crate::tui::state::App;
use crate::tui::state::cursor::Apart;
use crate::tui::state::scroll::Reveal;
use crate::view::Fold;

/// Hides more of what is alike; after the last level shows it all again.
pub(crate) fn fold(app: &mut App) {
    let next = (app.view.fold as usize + 1) % Fold::ALL.len();
    fold_to(app, Fold::ALL[next]);
}

/// Shows both texts whole.
pub(crate) fn unfold(app: &mut App) {
    app.view.filter.clear();
    fold_to(app, Fold::Nothing);
}

/// Sets the level of folding and says how much it hides.
pub(crate) fn fold_to(app: &mut App, fold: Fold) {
    let level = match fold {
        Fold::Nothing => "Both texts are shown whole",
        Fold::Identical => "Hidden: what is identical",
        Fold::Typography => "Hidden: what is identical or differs in typography alone",
        Fold::Differing => "Hidden: all that is alike, next to what differs too",
    };
    app.set_fold(fold);
    app.info(match (fold, app.view.filter.is_empty(), app.view.hidden()) {
        (_, false, hidden) => {
            let clears = app.key(Action::ClearFilter);
            format!("The filter decides what is shown ({hidden} rows hidden); {clears} clears it.")
        }
        (Fold::Nothing, ..) => format!("{level}."),
        (_, _, 0) => "Nothing to hide: differences stand all over the texts.".to_owned(),
        (_, _, 1) => format!("{level}: 1 row."),
        (_, _, hidden) => format!("{level}: {hidden} rows."),
    });
}

/// Side by side; both in one marked-up text; one below the other.
pub(crate) fn layout(app: &mut App) {
    let shape = match app.drawn() {
        Drawn::Columns => Shape::Marked,
        Drawn::Marked => Shape::Single,
        Drawn::Single => Shape::Columns,
    };
    shape_to(app, shape);
}

/// Sets the arrangement of both texts.
pub(crate) fn shape_to(app: &mut App, shape: Shape) {
    app.cursor.apart = None;
    app.reshape(app.view.size, shape);
    let labels = app.labels();
    match app.drawn() {
        Drawn::Columns => app.info("Side by side."),
        Drawn::Marked => {
            app.info(format!("One text: [-only {}-], {{+only {}+}}.", labels.left, labels.right));
        }
        Drawn::Single if shape == Shape::Columns => app.warn("The screen is too narrow for two columns."),
        Drawn::Single => app.info("One below the other."),
    }
}

/// Switches a part of the screen on or off.
pub(crate) fn toggle(app: &mut App, part: ScreenPart) {
    let parts = &mut app.view.parts;
    let is_shown = match part {
        ScreenPart::RowNumbers => &mut parts.numbers,
        ScreenPart::WordMarks => &mut parts.word_marks,
        ScreenPart::Ruler => &mut parts.ruler,
    };
    *is_shown = !*is_shown;
    let is_shown = *is_shown;
    match part {
        ScreenPart::RowNumbers | ScreenPart::Ruler => app.reshape(app.view.size, app.view.shape),
        ScreenPart::WordMarks if is_shown => app.info("Words that differ are marked."),
        ScreenPart::WordMarks => {
            let key = app.key(Action::Toggle(part));
            app.info(format!("Words that differ are not marked; {key} marks them again."));
        }
    }
}

/// Scrolls each side separately, or both together again.
pub(crate) fn unlock(app: &mut App) {
    if app.cursor.apart.take().is_some() {
        if !app.view.items.is_empty() {
            app.reveal(app.selected(), Reveal::Least);
        }
        app.info("Both sides scroll together.");
    } else if app.drawn() == Drawn::Columns {
        app.cursor.apart = Some(Apart { side: app.cursor.side.other(), top: app.cursor.top });
        let (other, lock) = (app.key(Action::OtherSide), app.key(Action::Unlock));
        app.info(format!("Each side scrolls on its own; {other} changes sides, {lock} locks them again."));
    } else {
        let key = app.key(Action::Layout);
        app.warn(format!("There is one column only; {key} puts the texts side by side."));
    }
}

/// The thresholds with their names on the command line and what they pair.
pub(crate) const THRESHOLDS: [(&str, &str, f64); 3] = [
    ("sure", "only what is sure", 0.7),
    ("default", "what most editors would pair", DEFAULT),
    ("all", "every candidate", 0.2),
];

const DEFAULT: f64 = 0.3;

/// Compares again with the next threshold.
pub(crate) fn threshold(app: &mut App) -> Effect {
    let now = app.threshold().to_bits();
    let at = THRESHOLDS.iter().position(|(_, _, score)| score.to_bits() == now).unwrap_or(1);
    threshold_to(app, THRESHOLDS[(at + 1) % THRESHOLDS.len()])
}

/// Compares again with a threshold.
pub(crate) fn threshold_to(app: &mut App, (name, what, threshold): (&str, &str, f64)) -> Effect {
    app.info(format!("Paired: {what} (threshold {name}, {threshold})."));
    Effect::Compare(Options { align: AlignOptions { threshold }, ..app.comparison.options })
}

/// Captures the mouse, or leaves it to the terminal.
pub(crate) fn mouse(app: &mut App) -> Effect {
    app.settings.mouse = app.settings.mouse.other();
    app.info(match app.settings.mouse {
        Mouse::On => "The mouse scrolls, selects and copies.",
        Mouse::Off => "The mouse is left to the terminal.",
    });
    Effect::Mouse(app.settings.mouse)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_that_of_the_aligner() {
        assert_eq!(DEFAULT.to_bits(), AlignOptions::default().threshold.to_bits());
    }
}
