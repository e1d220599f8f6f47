//! Calls the function of an action.

use super::{copy, display, filter, jump, motion, review, search, session};
use crate::tui::{
    Action, Aligned, App, Command, CommandLine, Effect, ExportMenu, FilterMenu, Group, LedgerList, Mode,
    Panel, Sheet, SheetView,
};

/// Runs a command if the alignment it needs is done.
pub(crate) fn invoke(app: &mut App, command: &Command) -> Effect {
    if app.aligned == Aligned::Done || !needs_alignment(command, app.is_busy()) {
        return run(app, command.action);
    }
    app.info(if app.is_busy() {
        format!("“{}” has to wait for the alignment; Esc stops it.", command.short)
    } else {
        format!("“{}” needs aligned texts; {} aligns them.", command.short, app.key(Action::Reload))
    });
    Effect::None
}

/// Whether a command needs the alignment.
fn needs_alignment(command: &Command, is_busy: bool) -> bool {
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

/// Runs an action.
pub(crate) fn run(app: &mut App, action: Action) -> Effect {
    match action {
        Action::Next(topic) => jump::next(app, topic),
        Action::Previous(topic) => jump::previous(app, topic),
        Action::Counterpart => jump::counterpart(app),
        Action::Seen => return review::seen(app),
        Action::Verdict(verdict) => return review::set_verdict(app, verdict),
        Action::DeleteNote => return review::delete_note(app),
        Action::Align => return review::align(app),
        Action::Split => return review::split(app),
        Action::Undo => return review::undo(app),
        Action::Redo => return review::redo(app),
        Action::Open(panel) => open(app, panel),
        Action::Move(motion) => motion::go(app, motion),
        Action::OtherSide => app.select_side(app.cursor.side.other()),
        Action::SelectSide(side) => app.select_side(side),
        Action::NextMatch => search::next(app),
        Action::PreviousMatch => search::previous(app),
        Action::ClearFilter => filter::clear(app),
        Action::Fold => display::fold(app),
        Action::Unfold => display::unfold(app),
        Action::Layout => display::next_layout(app),
        Action::Toggle(part) => display::toggle(app, part),
        Action::Unlock => display::unlock(app),
        Action::Threshold => return display::next_threshold(app),
        Action::Mouse => return display::mouse(app),
        Action::Redraw => return Effect::Redraw,
        Action::CopySentence => return copy::sentence(app),
        Action::CopyPair => return copy::pair(app),
        Action::Edit => return session::edit(app),
        Action::Reload => return Effect::Reload,
        Action::Back => session::back(app),
        Action::Quit => return session::quit(app),
        Action::Suspend => return Effect::Suspend,
    }
    Effect::None
}

fn open(app: &mut App, panel: Panel) {
    app.mode = match panel {
        Panel::Note => return review::write_note(app),
        Panel::Notes => return review::list_notes(app),
        Panel::ReviewFile => return session::ask_for_review_file(app),
        Panel::Ledger(ledger) => {
            app.ledgers.current = ledger;
            Mode::Ledger(LedgerList::default())
        }
        Panel::LastLedger => Mode::Ledger(LedgerList::default()),
        Panel::Search => return search::ask(app),
        Panel::Filter => Mode::FilterMenu(FilterMenu::default()),
        Panel::Sheet(Sheet::Details) if app.view.items.is_empty() => return,
        Panel::Sheet(sheet) => Mode::Sheet(SheetView { sheet, top: 0 }),
        Panel::CommandLine => Mode::CommandLine(CommandLine::default()),
        Panel::Export => Mode::ExportMenu(ExportMenu::default()),
    };
}
