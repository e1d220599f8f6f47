//! Reading: row numbers, marks, the overview, each column on its own, how sure a pair must be.

use crossterm::event::KeyCode;

use super::motion;
use crate::alignment::AlignOptions;
use crate::comparison::{Options, read};
use crate::review::find_pins;
use crate::tui::app::{App, Effect, Mode};
use crate::tui::display::{Apart, Shown};
use crate::tui::input::Key;
use crate::tui::layout::Drawn;
use crate::tui::scroll::{self, Reveal};

/// Row numbers on or off.
pub(crate) fn numbers(app: &mut App) -> Effect {
    app.display.numbers = app.display.numbers.toggled();
    app.reshape(app.size, app.shape);
    Effect::None
}

/// The overview on or off.
pub(crate) fn ruler(app: &mut App) -> Effect {
    app.display.ruler = app.display.ruler.toggled();
    app.reshape(app.size, app.shape);
    Effect::None
}

/// The marks of words that differ on or off.
pub(crate) fn word_marks(app: &mut App) -> Effect {
    app.display.words = app.display.words.toggled();
    app.info(match app.display.words {
        Shown::Shown => "Words that differ are marked.".to_owned(),
        Shown::Hidden => {
            format!("Words that differ are not marked; {} marks them again.", app.key("word-marks"))
        }
    });
    Effect::None
}

/// Scrolls each side on its own, or both together again.
pub(crate) fn unlock(app: &mut App) -> Effect {
    if app.apart.take().is_some() {
        if !app.items.is_empty() {
            scroll::reveal(app, app.selected(), Reveal::Least);
        }
        app.info("Both sides scroll together.");
    } else if app.drawn() == Drawn::Columns {
        app.apart = Some(Apart { side: app.side.other(), top: app.top });
        let (other, lock) = (app.key("other-side"), app.key("unlock"));
        app.info(format!("Each side scrolls on its own; {other} changes sides, {lock} locks them again."));
    } else {
        app.warn(format!("There is one column only; {} puts the texts side by side.", app.key("layout")));
    }
    Effect::None
}

/// Where the columns scroll apart, makes the selected side the one that scrolls.
///
/// `arrive` sees to it that the cursor is in sight there.
pub(crate) fn face(app: &mut App, arrive: fn(&mut App)) {
    let Some(apart) = app.apart.filter(|apart| apart.side == app.side) else { return };
    app.apart = Some(Apart { side: app.side.other(), top: app.top });
    app.top = apart.top;
    scroll::settle(app);
    arrive(app);
}

/// Goes to the other side where the columns scroll apart: what is selected is in sight there.
pub(crate) fn cross(app: &mut App) {
    face(app, motion::keep_visible);
}

/// How sure a pair must be: sure, default, every candidate.
pub(crate) fn threshold(app: &mut App) -> Effect {
    let now = app.comparison.options.align.threshold;
    let at = THRESHOLDS.iter().position(|(_, _, score)| score.to_bits() == now.to_bits()).unwrap_or(1);
    threshold_to(app, (at + 1) % THRESHOLDS.len())
}

/// The thresholds with their names on the command line and what they pair.
pub(crate) const THRESHOLDS: [(&str, &str, f64); 3] = [
    ("sure", "only what is sure", 0.7),
    ("default", "what most editors would pair", DEFAULT),
    ("all", "every candidate", 0.2),
];

const DEFAULT: f64 = 0.3;

/// Asks for a comparison with the threshold at this place of [`THRESHOLDS`].
pub(crate) fn threshold_to(app: &mut App, at: usize) -> Effect {
    let Some((name, what, threshold)) = THRESHOLDS.get(at) else { return Effect::None };
    app.info(format!("Paired: {what} (threshold {name}, {threshold})."));
    Effect::Compare(Options { align: AlignOptions { threshold: *threshold }, ..app.comparison.options })
}

/// Compares anew, here and now; the cursor stays at its sentence.
pub(crate) fn compare(app: &mut App, options: Options) {
    let articles = app.comparison.sides.as_ref().map(|side| side.article.clone());
    let read = read(articles, options);
    let pins = find_pins(&app.desk.review, read.sides()).pins;
    app.show(read.compare(&pins));
}

/// Opens all that is known of the selected sentences.
pub(crate) fn popup(app: &mut App) -> Effect {
    if !app.items.is_empty() {
        app.mode = Mode::Popup(0);
    }
    Effect::None
}

/// A key in the popup: the same that move in the texts.
pub(crate) fn press(app: &mut App, key: Key, from: usize) -> Effect {
    let page = i32::from(app.size().rows.max(4)) - 3;
    let name = app.keymap.find(&[key]).and_then(|found| found.command).map(|command| command.name);
    let by = match name {
        Some("down") => 1,
        Some("up") => -1,
        Some("half-page-down") => page / 2,
        Some("half-page-up") => -page / 2,
        Some("page-down") => page,
        Some("page-up") => -page,
        Some("start") => i32::MIN,
        Some("end") => i32::MAX,
        Some("next-difference") => return beside(app, super::jump::next_difference),
        Some("previous-difference") => return beside(app, super::jump::previous_difference),
        Some("popup" | "quit" | "back" | "counterpart") => return Effect::None,
        _ if key.code == KeyCode::Esc => return Effect::None,
        _ => 0,
    };
    turn(app, from, by)
}

/// Scrolls the popup.
pub(crate) fn turn(app: &mut App, from: usize, by: i32) -> Effect {
    app.mode = Mode::Popup(from.saturating_add_signed(by as isize));
    Effect::None
}

/// Goes to another difference and shows what is known of that.
fn beside(app: &mut App, go: fn(&mut App) -> Effect) -> Effect {
    go(app);
    app.mode = Mode::Popup(0);
    Effect::None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_default_is_that_of_the_aligner() {
        assert_eq!(DEFAULT.to_bits(), AlignOptions::default().threshold.to_bits());
    }
}
