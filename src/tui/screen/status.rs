//! The status line: a message, keys or counts, and the position.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::text::width::columns;
use crate::tui::{Action, Aligned, App, Element, Message, Panel, Pending, RowId, Sheet, shown};
use crate::view::ledger::Ledger;
use crate::view::words;
use crate::view::{self, Topic};

/// The main keys, shown until a key is pressed.
const FIRST_KEYS: [(Action, &str); 6] = [
    (Action::Next(Topic::Difference), "next"),
    (Action::Seen, "seen"),
    (Action::Open(Panel::Ledger(Ledger::Summary)), "summary"),
    (Action::Open(Panel::Export), "export"),
    (Action::Open(Panel::Sheet(Sheet::Help)), "help"),
    (Action::Quit, "quit"),
];

/// The duration of a frame of the spinner, in milliseconds.
const FRAME: u128 = 100;

pub(crate) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let area = app.areas().status;
    if area.height == 0 {
        return;
    }
    canvas.tint(area, Element::Status);
    let position = position(app);
    let start = area.right().saturating_sub(columns(&position) as u16 + 1);
    let rest = Rect { width: start.saturating_sub(area.x + 1), ..area };
    // a long message hides the position until the next key
    let needed = app.message().map_or(0, |message| columns(message.text()) + 1);
    let is_whole = app.status.pending.is_some() || needed > usize::from(rest.width);
    if start > area.x && !is_whole {
        canvas.put(area, start, &position, Element::Status);
    }
    left_part(app, canvas, if is_whole { area } else { rest });
}

/// The left part of the line: a message, the keys that may follow, the main keys, or the counts.
fn left_part(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let x = area.x + 1;
    if let Some(message) = app.message() {
        let element = match message {
            Message::Info(_) => Element::Detail,
            Message::Warning(_) => Element::Warning,
        };
        canvas.put_short(area, x, message.text(), element);
    } else if let Some(pending) = &app.status.pending {
        continuations(app, canvas, pending, area);
    } else if let Some(line) = alignment(app) {
        canvas.put_short(area, x, &line, Element::Detail);
    } else if app.status.names_keys {
        let first = |(action, what)| Some((app.preferences.keymap.names(action).into_iter().next()?, what));
        let named: Vec<(String, &str)> = FIRST_KEYS.into_iter().filter_map(first).collect();
        keys(canvas, &named, area);
    } else {
        let room = usize::from(area.width.saturating_sub(1));
        canvas.put_short(area, x, &counts(app, room), Element::Status);
    }
}

/// The keys typed so far, and those that may follow.
fn continuations(app: &App, canvas: &mut Canvas<'_>, pending: &Pending, area: Rect) {
    let x = canvas.put(area, area.x + 1, &format!("{} … ", shown(&pending.keys)), Element::Status);
    let keymap = &app.preferences.keymap;
    let own = keymap.command(&pending.keys).map(|command| command.name);
    // the command of the shorter sequence was called already
    let continued = keymap.continuations(&pending.keys).filter(|(_, next)| own != Some(next.name));
    let continued: Vec<(String, &str)> =
        continued.map(|(key, command)| (key.to_string(), command.short)).collect();
    keys(canvas, &continued, Rect { x, width: area.right().saturating_sub(x), ..area });
}

/// The state of the alignment; `None` if it is done.
fn alignment(app: &App) -> Option<String> {
    match app.aligned {
        Aligned::Done => None,
        Aligned::Busy(elapsed) => {
            let signs = ["⠋", "⠙", "⠸", "⠴", "⠦", "⠇"];
            let sign = signs[(elapsed.as_millis() / FRAME) as usize % signs.len()];
            Some(format!("{sign} aligning … {} s · Esc stops", elapsed.as_secs()))
        }
        Aligned::Stopped => Some(format!("Not aligned; {} aligns the texts.", app.key(Action::Reload))),
    }
}

/// The rows that the filter hides, or the counts, abbreviated if they do not fit.
fn counts(app: &App, room: usize) -> String {
    if !app.view.filter.is_empty() {
        let names: Vec<&str> = app.view.filter.iter().map(|topic| topic.name()).collect();
        let hidden = format!("{} of {} rows hidden", app.view.hidden(), app.view.rows.len());
        let clears = app.key(Action::ClearFilter);
        let whole = format!("filter {}: {hidden}; {clears} shows all", names.join(", "));
        return if columns(&whole) <= room { whole } else { format!("filter: {hidden}; {clears} shows all") };
    }
    let all = view::figures(&app.comparison).join(" │ ");
    if columns(&all) <= room {
        return all;
    }
    let short = view::short_figures(&app.comparison);
    let mut heads = (1..=short.len()).rev().map(|most| short[..most].join(" │ "));
    heads.find(|text| columns(text) <= room).unwrap_or_else(|| short.concat())
}

/// Keys with their actions, as many as fit.
pub(crate) fn keys(canvas: &mut Canvas<'_>, keys: &[(String, &str)], area: Rect) {
    let mut x = area.x + 1;
    for (key, what) in keys {
        let what = format!(" {what}");
        if usize::from(area.right().saturating_sub(x)) < columns(key) + columns(&what) {
            return;
        }
        x = canvas.put(area, x, key, Element::Key);
        x = canvas.put(area, x, &what, Element::Status) + 3;
    }
}

/// The position: the match or difference, and the row.
fn position(app: &App) -> String {
    let rows = app.view.rows.len();
    let row = format!("{}/{rows}", (app.cursor.row.index() + 1).min(rows));
    if app.view.size.columns < 60 {
        return row;
    }
    let here = match &app.view.search {
        Some(search) => matched(&search.rows, app.cursor.row),
        None => difference(app),
    };
    let seen = app.review.progress(&app.comparison).map(|seen| format!("{seen} · ")).unwrap_or_default();
    format!("{seen}{here} · row {row}")
}

/// `match 2/5`, or the number of matches.
fn matched(rows: &[RowId], row: RowId) -> String {
    match rows.binary_search(&row) {
        Ok(at) => format!("match {}/{}", at + 1, rows.len()),
        Err(_) if rows.len() == 1 => "1 match".to_owned(),
        Err(_) => format!("{} matches", rows.len()),
    }
}

/// `difference 3/17`, `differences 3–4/17`, or the number of differences; with `diff` on a narrow screen.
fn difference(app: &App) -> String {
    let all = app.comparison.differences.len();
    let here = app.view.rows.get(app.cursor.row.index()).map_or(&[][..], |row| &row.differences);
    let one = if app.view.size.columns < 100 { "diff" } else { "difference" };
    match (here.iter().min(), here.iter().max()) {
        (Some(first), Some(last)) if first == last => format!("{one} {}/{all}", first.index() + 1),
        (Some(first), Some(last)) => format!("{one}s {}–{}/{all}", first.index() + 1, last.index() + 1),
        _ => words::counted(all, one),
    }
}
