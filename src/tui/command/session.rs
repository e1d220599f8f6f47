//! One level back, another review file, quit.

use tui_input::Input as Field;

use crate::tui::host::Effect;
use crate::tui::keymap::Action;
use crate::tui::state::App;
use crate::tui::state::mode::{Confirm, Mode, Prompt, Question};

/// One level back: an open question, then a message, then a mark, then the search. Never quits.
pub(crate) fn back(app: &mut App) {
    if app.review.anchor.take().is_some() {
        app.info("Nothing is marked any more.");
    } else if app.view.search.take().is_none() {
        app.info(format!("{} quits.", app.key(Action::Quit)));
    }
}

/// Ends the program; asks first if the review is not on the disk, or a note is unfinished.
pub(crate) fn quit(app: &mut App) -> Effect {
    if app.review.trouble.is_none() && app.review.drafts.is_empty() {
        return Effect::Quit;
    }
    app.mode = Mode::Confirm(Confirm::Quit);
    Effect::None
}

/// Asks for the file that keeps the review from now on.
pub(crate) fn ask_for_review_file(app: &mut App) {
    let name = app.review.placed.file.clone().filter(|_| app.review.trouble.is_none());
    let field = Field::new(name.unwrap_or_else(|| "review.json".to_owned()));
    app.mode = Mode::Prompt(Prompt { question: Question::ReviewFile, field });
}
