//! The last row: what is being asked, what just happened, counts, and where the editor is.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tui_input::Input as Field;

use super::pen::{put, put_short};
use super::prompt;
use crate::text::width::columns;
use crate::tui::app::{App, Hint, Message, Mode};
use crate::tui::input::Key;
use crate::tui::items::RowId;
use crate::tui::keymap::Found;
use crate::tui::style::{Element, Styles};
use crate::view::words;

/// The keys that matter to who sees the screen for the first time, with the names of their commands.
const FIRST_KEYS: [(&str, &str); 6] = [
    ("next-difference", "next"),
    ("seen", "seen"),
    ("summary", "summary"),
    ("export", "export"),
    ("help", "help"),
    ("quit", "quit"),
];

pub(super) fn draw(app: &App, styles: &Styles, buffer: &mut Buffer) -> Option<Position> {
    let area = app.areas().status;
    if area.height == 0 {
        return None;
    }
    buffer.set_style(area.intersection(buffer.area), styles.of(Element::Status));
    match &app.mode {
        Mode::Searching(field) => return Some(ask(styles, "Search: ", field, area, buffer)),
        Mode::Naming(format, field) => {
            let question = format!("Write {} to: ", format.name);
            return Some(ask(styles, &question, field, area, buffer));
        }
        Mode::Overwriting(request) => {
            let question = format!("{} exists. Overwrite it? y/n", request.path.display());
            put_short(buffer, area, area.x + 1, &question, styles.of(Element::Warning));
            return None;
        }
        Mode::Keeping(field) => {
            return Some(ask(styles, "Keep the review in: ", field, area, buffer));
        }
        Mode::Leaving => {
            let question = if app.desk.trouble.is_some() {
                "The review is not saved. w saves it elsewhere · q quits without it · Esc stays"
            } else {
                "A note was typed and not taken. q quits without it · Esc stays"
            };
            put_short(buffer, area, area.x + 1, question, styles.of(Element::Warning));
            return None;
        }
        Mode::Commanding(typed) => {
            prompt::draw(app, styles, typed, area, buffer);
            return Some(ask(styles, ":", &typed.field, area, buffer));
        }
        Mode::Choosing(_)
        | Mode::Reading
        | Mode::Help(_)
        | Mode::Ledger(_)
        | Mode::Popup(_)
        | Mode::Noting(..)
        | Mode::Notes(_)
        | Mode::Filtering(_) => {}
    }
    let place = place(app);
    let start = area.right().saturating_sub(columns(&place) as u16 + 1);
    let beside = Rect { width: start.saturating_sub(area.x + 1), ..area };
    // a message that has no room beside the place takes the whole row: it is gone with the next key
    let needed = message(app).map_or(0, |(text, _)| columns(text) + 1);
    let is_whole = app.pending.is_some() || needed > usize::from(beside.width);
    if start > area.x && !is_whole {
        put(buffer, area, start, &place, styles.of(Element::Status));
    }
    tell(app, styles, if is_whole { area } else { beside }, buffer);
    None
}

fn message(app: &App) -> Option<(&str, Element)> {
    match app.message.as_ref()? {
        Message::Info(text) => Some((text, Element::Detail)),
        Message::Warning(text) => Some((text, Element::Warning)),
    }
}

/// The left part of the line: a message, the keys that may follow, the first keys, or the counts.
fn tell(app: &App, styles: &Styles, area: Rect, buffer: &mut Buffer) {
    let x = area.x + 1;
    if let Some((text, element)) = message(app) {
        put_short(buffer, area, x, text, styles.of(element));
        return;
    }
    if let Some(pending) = &app.pending {
        let typed: String = pending.keys.iter().map(Key::to_string).collect();
        let x = put(buffer, area, x, &format!("{typed} … "), styles.of(Element::Status));
        let found = app.keymap.find(&pending.keys);
        let continued: Vec<(String, &str)> = found
            .iter()
            .flat_map(Found::continuations)
            // the same again has a key of its own already
            .filter(|(_, next)| found.and_then(|found| found.command).is_none_or(|own| own.name != next.name))
            .map(|(key, command)| (key.to_string(), command.short))
            .collect();
        let continued: Vec<(&str, &str)> =
            continued.iter().map(|(key, short)| (key.as_str(), *short)).collect();
        keys(styles, &continued, Rect { x, width: area.right().saturating_sub(x), ..area }, buffer);
        return;
    }
    if let Some(line) = app.alignment_line() {
        put_short(buffer, area, x, &line, styles.of(Element::Detail));
        return;
    }
    if app.hint == Hint::Shown {
        let named: Vec<(String, &str)> = FIRST_KEYS
            .into_iter()
            .filter_map(|(name, what)| Some((app.keymap.names(name).into_iter().next()?, what)))
            .collect();
        let named: Vec<(&str, &str)> = named.iter().map(|(key, what)| (key.as_str(), *what)).collect();
        keys(styles, &named, area, buffer);
        return;
    }
    let room = usize::from(area.width.saturating_sub(1));
    put_short(buffer, area, x, &counts(app, room), styles.of(Element::Status));
}

/// What a filter hides, or the counts: those that matter most, in as many words as there is room for.
fn counts(app: &App, room: usize) -> String {
    if !app.filter.is_empty() {
        let names: Vec<&str> = app.filter.iter().map(|topic| topic.name()).collect();
        let hidden = format!("{} of {} rows hidden", app.hidden(), app.rows.len());
        let clears = app.key("clear-filter");
        let whole = format!("filter {}: {hidden}; {clears} shows all", names.join(", "));
        return if columns(&whole) <= room { whole } else { format!("filter: {hidden}; {clears} shows all") };
    }
    let full = words::figures(&app.comparison);
    let all = full.join(" │ ");
    if columns(&all) <= room {
        return all;
    }
    let short = words::short_figures(&app.comparison);
    let heads = (1..=short.len()).rev().map(|most| short[..most].join(" │ "));
    heads.into_iter().find(|text| columns(text) <= room).unwrap_or_else(|| short.concat())
}

/// Keys with what they do, as many as there is room for.
pub(super) fn keys(styles: &Styles, keys: &[(&str, &str)], area: Rect, buffer: &mut Buffer) {
    let mut x = area.x + 1;
    for (key, what) in keys {
        let what = format!(" {what}");
        if usize::from(area.right().saturating_sub(x)) < columns(key) + columns(&what) {
            return;
        }
        x = put(buffer, area, x, key, styles.of(Element::Key));
        x = put(buffer, area, x, &what, styles.of(Element::Status)) + 3;
    }
}

/// Where the editor is: the match or difference, and the row of all rows.
fn place(app: &App) -> String {
    let row = format!("{}/{}", (app.cursor.index() + 1).min(app.rows.len()), app.rows.len());
    if app.size.columns < 60 {
        return row;
    }
    let here =
        app.search.as_ref().map_or_else(|| difference(app), |search| matched(&search.rows, app.cursor));
    let seen = app.progress().map(|seen| format!("{seen} · ")).unwrap_or_default();
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
    let here = app.rows.get(app.cursor.index()).map_or(&[][..], |row| &row.differences);
    let one = if app.size.columns < 100 { "diff" } else { "difference" };
    match (here.iter().min(), here.iter().max()) {
        (Some(first), Some(last)) if first == last => format!("{one} {}/{all}", first.index() + 1),
        (Some(first), Some(last)) => format!("{one}s {}–{}/{all}", first.index() + 1, last.index() + 1),
        _ => words::counted(all, one),
    }
}

/// A line that is being typed; gives the place of the text cursor.
pub(super) fn ask(
    styles: &Styles,
    question: &str,
    field: &Field,
    area: Rect,
    buffer: &mut Buffer,
) -> Position {
    let x = put(buffer, area, area.x + 1, question, styles.of(Element::Key));
    let room = usize::from(area.right().saturating_sub(x + 1)).max(1);
    let hidden = field.visual_scroll(room);
    let mut skipped = 0;
    let visible: String = unicode_segmentation::UnicodeSegmentation::graphemes(field.value(), true)
        .skip_while(|grapheme| {
            let skip = skipped < hidden;
            skipped += columns(grapheme);
            skip
        })
        .collect();
    put(buffer, area, x, &visible, styles.of(Element::Detail));
    let cursor = field.visual_cursor().saturating_sub(hidden) as u16;
    Position { x: (x + cursor).min(area.right().saturating_sub(1)), y: area.y }
}
