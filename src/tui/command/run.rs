//! From an action to the function that does it.

use super::{copy, display, export, filter, jump, motion, note, pin, reload, search, session, undo, verdict};
use crate::tui::host::{Aligned, Effect};
use crate::tui::keymap::{Action, Command, Group, Panel};
use crate::tui::state::App;
use crate::tui::state::mode::{CommandLine, Details, FilterMenu, Help, LedgerList, Mode};

/// Runs a command, unless it has to wait for the alignment.
pub(crate) fn invoke(app: &mut App, command: &Command) -> Effect {
    if app.aligned == Aligned::Done || !waits(command, app.is_busy()) {
        return run(app, command.action);
    }
    app.info(if app.is_busy() {
        format!("“{}” waits until the texts are aligned; Esc stops that.", command.short)
    } else {
        format!("“{}” needs the texts aligned; {} aligns them.", command.short, app.key(Action::Reload))
    });
    Effect::None
}

/// Whether a command means nothing, or the wrong thing, before the texts are aligned.
fn waits(command: &Command, is_busy: bool) -> bool {
    let action = command.action;
    match command.group {
        Group::Review | Group::Jump | Group::Ledgers => true,
        Group::Move | Group::Search => false,
        Group::Display => matches!(action, Action::Threshold | Action::Open(Panel::Filter)),
        Group::Session => {
            matches!(action, Action::Open(Panel::Export | Panel::CommandLine))
                || is_busy && matches!(action, Action::Reload | Action::Edit)
        }
    }
}

/// Does what an action says.
pub(crate) fn run(app: &mut App, action: Action) -> Effect {
    match action {
        Action::Next(topic) => jump::next(app, topic),
        Action::Previous(topic) => jump::previous(app, topic),
        Action::Counterpart => jump::counterpart(app),
        Action::Seen => return verdict::seen(app),
        Action::Verdict(verdict) => return verdict::give(app, verdict),
        Action::DeleteNote => return note::delete(app),
        Action::Align => return pin::align(app),
        Action::Split => return pin::split(app),
        Action::Undo => return undo::undo(app),
        Action::Redo => return undo::redo(app),
        Action::Open(panel) => open(app, panel),
        Action::Move(motion) => motion::go(app, motion),
        Action::OtherSide => app.select_side(app.cursor.side.other()),
        Action::SelectSide(side) => app.select_side(side),
        Action::NextMatch => search::next(app),
        Action::PreviousMatch => search::previous(app),
        Action::ClearFilter => filter::clear(app),
        Action::Fold => display::fold(app),
        Action::Unfold => display::unfold(app),
        Action::Layout => display::layout(app),
        Action::Toggle(part) => display::toggle(app, part),
        Action::Unlock => display::unlock(app),
        Action::Threshold => return display::threshold(app),
        Action::Mouse => return display::mouse(app),
        Action::Redraw => return Effect::Redraw,
        Action::CopySentence => return copy::sentence(app),
        Action::CopyPair => return copy::pair(app),
        Action::Edit => return reload::edit(app),
        Action::Reload => return Effect::Reload,
        Action::Back => session::back(app),
        Action::Quit => return session::quit(app),
        Action::Suspend => return Effect::Suspend,
    }
    Effect::None
}

fn open(app: &mut App, panel: Panel) {
    app.mode = match panel {
        Panel::Note => return note::write(app),
        Panel::Notes => return note::list(app),
        Panel::ReviewFile => return session::ask_for_review_file(app),
        Panel::Ledger(ledger) => {
            app.ledgers.current = ledger;
            Mode::Ledger(LedgerList::default())
        }
        Panel::LastLedger => Mode::Ledger(LedgerList::default()),
        Panel::Search => return search::ask(app),
        Panel::Filter => Mode::FilterMenu(FilterMenu::default()),
        Panel::Details if app.view.items.is_empty() => return,
        Panel::Details => Mode::Details(Details::default()),
        Panel::CommandLine => Mode::CommandLine(CommandLine::default()),
        Panel::Export => return export::choose(app),
        Panel::Help => Mode::Help(Help::default()),
    };
}
