//! Display: folding, layout, parts of the screen, alignment threshold, mouse.

use crate::alignment::AlignOptions;
use crate::comparison::Options;
use crate::options::{Mouse, Threshold, thresholds};
use crate::tui::{Action, Apart, App, Effect, Layout, Reveal, ScreenPart};
use crate::view::Fold;
use crate::view::words::counted;

/// Hides more rows; after the last level shows all again.
pub(crate) fn fold(app: &mut App) {
    let next = (app.view.fold as usize + 1) % Fold::ALL.len();
    fold_to(app, Fold::ALL[next]);
}

/// Shows both texts in full.
pub(crate) fn unfold(app: &mut App) {
    app.view.filter.clear();
    fold_to(app, Fold::Nothing);
}

/// Sets the level of folding and reports the number of hidden rows.
pub(crate) fn fold_to(app: &mut App, fold: Fold) {
    app.set_fold(fold);
    let (hidden, clears) = (app.view.hidden(), app.key(Action::ClearFilter));
    let text = match fold {
        _ if !app.view.filter.is_empty() => {
            return app.info(format!("The filter hides {}; {clears} clears it.", counted(hidden, "row")));
        }
        Fold::Nothing => return app.info("Both texts are shown in full."),
        _ if hidden == 0 => return app.info("Nothing to hide: there are differences everywhere."),
        Fold::Identical => "identical text",
        Fold::Typography => "text that is identical or differs only in typography",
        Fold::Differing => "all text without differences",
    };
    app.info(format!("Hidden: {text} ({}).", counted(hidden, "row")));
}

/// Switches to the next layout.
pub(crate) fn next_layout(app: &mut App) {
    let next = match app.layout() {
        Layout::Columns => Layout::MarkedUp,
        Layout::MarkedUp => Layout::Stacked,
        Layout::Stacked => Layout::Columns,
    };
    set_layout(app, next);
}

/// Sets the layout.
pub(crate) fn set_layout(app: &mut App, layout: Layout) {
    app.cursor.apart = None;
    app.set_layout(app.view.size, Some(layout));
    let labels = app.labels();
    match app.layout() {
        Layout::Columns => app.info("Side by side."),
        Layout::MarkedUp => {
            app.info(format!("One text: [-only {}-], {{+only {}+}}.", labels.left, labels.right));
        }
        Layout::Stacked if layout == Layout::Columns => app.warn("The screen is too narrow for two columns."),
        Layout::Stacked => app.info("One below the other."),
    }
}

/// Shows or hides a part of the screen.
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
        ScreenPart::RowNumbers | ScreenPart::Ruler => app.set_layout(app.view.size, app.view.layout),
        ScreenPart::WordMarks if is_shown => app.info("Words that differ are marked."),
        ScreenPart::WordMarks => {
            let key = app.key(Action::Toggle(part));
            app.info(format!("Words that differ are not marked; {key} marks them again."));
        }
    }
}

/// Scrolls the sides separately, or together again.
pub(crate) fn unlock(app: &mut App) {
    if app.cursor.apart.take().is_some() {
        if !app.view.items.is_empty() {
            app.reveal(app.selected(), Reveal::Least);
        }
        app.info("The sides scroll together.");
    } else if app.layout() == Layout::Columns {
        app.cursor.apart = Some(Apart { side: app.cursor.side.other(), top: app.cursor.top });
        let (other, lock) = (app.key(Action::OtherSide), app.key(Action::Unlock));
        app.info(format!(
            "The sides scroll separately; {other} switches sides, {lock} scrolls them together."
        ));
    } else {
        let key = app.key(Action::Layout);
        app.warn(format!("The texts are in one column; {key} puts them side by side."));
    }
}

/// Compares again with the next threshold.
pub(crate) fn next_threshold(app: &mut App) -> Effect {
    let thresholds = thresholds();
    let now = app.threshold().to_bits();
    let at = thresholds.iter().position(|threshold| threshold.score.to_bits() == now).unwrap_or(1);
    set_threshold(app, thresholds[(at + 1) % thresholds.len()])
}

/// Compares again with a threshold.
pub(crate) fn set_threshold(app: &mut App, Threshold { name, score, doc }: Threshold) -> Effect {
    app.info(format!("Threshold {name} ({score}): {doc}."));
    Effect::Compare(Options { align: AlignOptions { threshold: score }, ..app.comparison.options })
}

/// Captures the mouse, or leaves it to the terminal.
pub(crate) fn mouse(app: &mut App) -> Effect {
    let (mouse, message) = match app.preferences.mouse {
        Mouse::Off => (Mouse::On, "The mouse scrolls, selects and copies."),
        Mouse::On => (Mouse::Off, "The terminal handles the mouse."),
    };
    app.preferences.mouse = mouse;
    app.info(message);
    Effect::Mouse(mouse)
}
