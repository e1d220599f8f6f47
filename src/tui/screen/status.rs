//! The last row: what just happened, which keys may follow, counts, and where the editor is.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::text::width::columns;
use crate::tui::host::{Aligned, Message};
use crate::tui::keymap::{Action, Found, Panel, spell};
use crate::tui::state::{App, Pending, RowId};
use crate::tui::style::Element;
use crate::view::ledger::Ledger;
use crate::view::words;
use crate::view::{self, Topic};

/// The keys that matter to who sees the screen for the first time.
const FIRST_KEYS: [(Action, &str); 6] = [
    (Action::Next(Topic::Difference), "next"),
    (Action::Seen, "seen"),
    (Action::Open(Panel::Ledger(Ledger::Summary)), "summary"),
    (Action::Open(Panel::Export), "export"),
    (Action::Open(Panel::Help), "help"),
    (Action::Quit, "quit"),
];

/// How long one picture of the moving sign is shown, in milliseconds.
const FRAME: u128 = 100;

pub(crate) fn draw(app: &App, canvas: &mut Canvas<'_>) {
    let area = app.areas().status;
    if area.height == 0 {
        return;
    }
    canvas.tint(area, Element::Status);
    let position = position(app);
    let start = area.right().saturating_sub(columns(&position) as u16 + 1);
    let beside = Rect { width: start.saturating_sub(area.x + 1), ..area };
    // a message that has no room beside the position takes the whole row: it is gone with the next key
    let needed = app.message().map_or(0, |message| columns(message.text()) + 1);
    let is_whole = app.status.pending.is_some() || needed > usize::from(beside.width);
    if start > area.x && !is_whole {
        canvas.put(area, start, &position, Element::Status);
    }
    tell(app, canvas, if is_whole { area } else { beside });
}

/// The left part of the line: a message, the keys that may follow, the first keys, or the counts.
fn tell(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
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
        let first = |(action, what)| Some((app.settings.keymap.names(action).into_iter().next()?, what));
        let named: Vec<(String, &str)> = FIRST_KEYS.into_iter().filter_map(first).collect();
        keys(canvas, &named, area);
    } else {
        let room = usize::from(area.width.saturating_sub(1));
        canvas.put_short(area, x, &counts(app, room), Element::Status);
    }
}

/// The keys typed so far, and those that may follow.
fn continuations(app: &App, canvas: &mut Canvas<'_>, pending: &Pending, area: Rect) {
    let x = canvas.put(area, area.x + 1, &format!("{} … ", spell(&pending.keys)), Element::Status);
    let found = app.settings.keymap.find(&pending.keys);
    let own = found.and_then(|found| found.command).map(|command| command.name);
    let continued = found.iter().flat_map(Found::continuations);
    // the same again has another key already
    let continued = continued.filter(|(_, next)| own != Some(next.name));
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
        Aligned::Stopped => Some(format!("Not aligned; {} starts it again.", app.key(Action::Reload))),
    }
}

/// What a filter hides, or the counts: those that matter most, in as many words as there is room for.
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

/// Keys with what they do, as many as there is room for.
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

/// Where the editor is: the match or difference, and the row of all rows.
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

/// `match 2/5`, or how many rows match.
fn matched(rows: &[RowId], row: RowId) -> String {
    match rows.binary_search(&row) {
        Ok(at) => format!("match {}/{}", at + 1, rows.len()),
        Err(_) if rows.len() == 1 => "1 match".to_owned(),
        Err(_) => format!("{} matches", rows.len()),
    }
}

/// `difference 3/17`, `differences 3–4/17` (on a narrow screen `diff 3/17`) where a row has several, or how many there are: as reports count them.
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
