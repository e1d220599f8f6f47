//! A list over the whole comparison, on the whole screen.
//!
//! ```text
//!  Summary  Quotations 5  Facts 3 …                      tabs
//!  5 quotations: 1 altered, 4 same                       counts
//! ▌≠ Jo Marsh: altered; marks only in …  check: modal     an entry: sign, speaker, difference
//! ▌  The tide may lift her on      The tide will lift     the words of both sides
//! ▌  Friday,                       her on Friday,
//!  Enter goes to the row  Tab next list       1/5   the status line
//! ```
//!
//! Only visible entries are laid out ([`EntryLayout`]).

use crossterm::event::{KeyCode, KeyModifiers};
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use tui_input::Input as Field;

use super::dispatch::{Next, Overlay};
use super::entry_layout::{Columns, EntryLayout, NARROW, letter};
use super::field;
use crate::text::Side;
use crate::text::width::columns;
use crate::tui::screen::status;
use crate::tui::{Action, App, Canvas, Element, Key, LedgerList, Panel, RowId, row};
use crate::view::ledger::{Entry, Ledger, Page, Target};
use crate::view::words;

/// The minimum height for empty lines between entries.
const ROOMY: u16 = 30;

impl Overlay for LedgerList {
    /// The motion keys of the texts move; a letter or Tab opens another list.
    fn press(&mut self, app: &mut App, key: Key) -> Next {
        if let Some(field) = self.filter.take() {
            self.filter = type_filter(app, key, field);
            return Next::STAY;
        }
        let (all, current) = (Ledger::ALL, app.ledgers.current as usize);
        let (next, previous) = (all[(current + 1) % all.len()], all[(current + all.len() - 1) % all.len()]);
        #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
        match key.code {
            KeyCode::Tab if key.modifiers.contains(KeyModifiers::SHIFT) => return open(app, previous),
            KeyCode::Tab => return open(app, next),
            KeyCode::Char('F') => {
                app.ledgers.filter(String::new());
                return Next::STAY;
            }
            KeyCode::Char(c) if c != 'q' && key.modifiers.is_empty() => {
                if let Some(ledger) = all.into_iter().find(|ledger| letter(*ledger) == c) {
                    return open(app, ledger);
                }
            }
            _ => {}
        }
        let page = app.size().rows.max(4) / 4;
        match app.preferences.keymap.action(key) {
            Some(Action::Move(motion)) => app.ledgers.step(motion.lines(page, page)),
            Some(Action::SelectSide(Side::Right)) => return open(app, next),
            Some(Action::SelectSide(Side::Left)) => return open(app, previous),
            Some(Action::Open(Panel::Search)) => {
                self.filter = Some(Field::new(app.ledgers.list().filter.clone()));
            }
            Some(Action::Counterpart) => return follow(app),
            Some(Action::Quit | Action::Back | Action::Open(Panel::LastLedger)) => return Next::CLOSE,
            _ => {}
        }
        Next::STAY
    }

    fn wheel(&mut self, app: &mut App, lines: i32) -> Next {
        app.ledgers.step(lines.signum());
        Next::STAY
    }

    /// Selects the entry at a click; follows it if it is already selected.
    fn click(&mut self, app: &mut App, at: Position) -> Next {
        let Some(entry) = entry_at(app, at.y) else { return Next::STAY };
        if app.ledgers.list().selected == entry {
            return follow(app);
        }
        app.ledgers.list_mut().selected = entry;
        Next::STAY
    }

    fn paste(&mut self, app: &mut App, text: &str) {
        if let Some(field) = &mut self.filter {
            field::paste(field, text);
            app.ledgers.filter(field.value().to_owned());
        }
    }

    fn revalidate(&mut self, app: &mut App) -> Next {
        app.ledgers.fill(&app.comparison, &app.view.rows);
        app.ledgers.list_mut().top = first_shown(app);
        Next::STAY
    }

    fn is_opaque(&self) -> bool {
        true
    }

    fn draw(&self, app: &App, canvas: &mut Canvas<'_>) -> Option<Position> {
        let screen = canvas.screen();
        tabs(app, canvas, row(screen, 0));
        note(app, canvas, row(screen, 1));
        let area = list_area(app, screen);
        if area.y > body(screen).y {
            for (side, column) in Columns::of(area).sides.sides() {
                let column = Rect { y: area.y - 1, height: 1, ..column };
                canvas.put_short(column, column.x, words::outlet(&app.comparison, side), Element::Outlet);
            }
        }
        list(app, canvas, area);
        let last = row(screen, screen.height.saturating_sub(1));
        if let Some(field) = &self.filter {
            return field::draw(canvas, last, "Filter: ", field);
        }
        foot(app, canvas, last);
        None
    }
}

/// Handles a key in the filter field and filters the list. Returns the field unless it closes.
fn type_filter(app: &mut App, key: Key, mut field: Field) -> Option<Field> {
    #[allow(clippy::wildcard_enum_match_arm)] // the keys of the terminal library, not ours
    match key.code {
        KeyCode::Enter => return None,
        KeyCode::Esc => {
            app.ledgers.filter(String::new());
            return None;
        }
        _ => field::press(&mut field, key),
    }
    app.ledgers.filter(field.value().to_owned());
    Some(field)
}

fn open(app: &mut App, ledger: Ledger) -> Next {
    app.ledgers.current = ledger;
    Next::STAY
}

/// Goes to the target of the selected entry.
fn follow(app: &mut App) -> Next {
    match app.ledgers.selected().map(|entry| entry.target) {
        Some(Target::Row(number, side)) => {
            app.jump(RowId::new(number - 1));
            app.cursor.side = side;
            app.info("Backspace goes back to the list.");
            Next::CLOSE
        }
        Some(Target::Ledger(ledger)) => open(app, ledger),
        Some(Target::None) | None => Next::STAY,
    }
}

/// The rows between the note and the status line.
fn body(screen: Rect) -> Rect {
    let above = screen.height.min(2);
    Rect { y: screen.y + above, height: screen.height.saturating_sub(above + 1), ..screen }
}

/// The area of the list, below the names of the outlets if its words are in columns.
fn list_area(app: &App, screen: Rect) -> Rect {
    let area = body(screen);
    let is_both = match app.ledgers.current {
        Ledger::Quotations | Ledger::Facts | Ledger::Order => true,
        Ledger::Summary | Ledger::LeftOut | Ledger::Added | Ledger::Headlines => false,
    };
    let above = u16::from(is_both && area.height >= 12 && area.width >= NARROW);
    Rect { y: area.y + above, height: area.height - above, ..area }
}

/// The height of an entry with the gap below it.
fn height(entry: &Entry, columns: &Columns, screen: Rect) -> u16 {
    EntryLayout::of(entry, columns).height() as u16 + gap(screen)
}

fn gap(screen: Rect) -> u16 {
    u16::from(screen.height >= ROOMY)
}

/// The first visible entry, chosen so that the selected one is visible.
fn first_shown(app: &App) -> usize {
    let screen = app.size().area();
    let area = list_area(app, screen);
    let (list, columns) = (app.ledgers.list(), Columns::of(area));
    let entries: Vec<&Entry> = app.ledgers.shown().take(list.selected + 1).collect();
    // from the selected entry up, as many as fit
    let (mut used, mut first) = (0, list.selected);
    for (at, entry) in entries.into_iter().enumerate().skip(list.top.min(list.selected)).rev() {
        used += height(entry, &columns, screen);
        if used > area.height + gap(screen) {
            break;
        }
        first = at;
    }
    first
}

/// The entry on a row of the screen.
fn entry_at(app: &App, y: u16) -> Option<usize> {
    let screen = app.size().area();
    let area = list_area(app, screen);
    let columns = Columns::of(area);
    let mut left = y.checked_sub(area.y).filter(|y| *y < area.height)?;
    for (at, entry) in app.ledgers.shown().enumerate().skip(app.ledgers.list().top) {
        let height = height(entry, &columns, screen);
        if left < height {
            return Some(at);
        }
        left -= height;
    }
    None
}

/// The names of all lists with their numbers of entries.
fn tabs(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let name = |(ledger, page): (Ledger, &Page)| match page.entries.len() {
        _ if ledger == Ledger::Summary => format!(" {} ", ledger.title()),
        count => format!(" {} {count} ", ledger.title()),
    };
    let names: Vec<String> = Ledger::ALL.into_iter().zip(app.ledgers.pages()).map(name).collect();
    let all: usize = names.iter().map(|name| columns(name)).sum();
    let mut x = area.x + 1;
    for (ledger, name) in Ledger::ALL.into_iter().zip(&names) {
        let is_open = ledger == app.ledgers.current;
        // if there is no room for all, show only the open one
        if is_open || all < usize::from(area.width) {
            let element = if is_open { Element::SelectedOutlet } else { Element::Outlet };
            x = canvas.put_short(area, x, name, element);
        }
    }
}

/// The counts of the list, and the number of entries that the filter hides.
fn note(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(page) = app.ledgers.page() else { return };
    let list = app.ledgers.list();
    let mut x = area.x + 3;
    if !list.filter.is_empty() {
        let hidden = page.entries.len() - list.shown.len();
        let text = format!("“{}” hides {} (F shows all)", list.filter, words::counted(hidden, "line"));
        x = canvas.put_short(area, x, &text, Element::Warning);
        x = canvas.put(area, x, "  ", Style::new());
    }
    canvas.put_short(area, x, &page.note, Element::Caption);
}

/// The status line: the position and the main keys.
fn foot(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    canvas.tint(area, Element::Status);
    let (selected, count) = (app.ledgers.list().selected, app.ledgers.list().shown.len());
    let at = if count == 0 { String::new() } else { format!("{}/{count}", selected + 1) };
    let start = area.right().saturating_sub(columns(&at) as u16 + 1);
    canvas.put(area, start, &at, Element::Status);
    let goes = match app.ledgers.selected().map(|entry| entry.target) {
        Some(Target::Ledger(_)) => "opens the list",
        Some(Target::Row(..) | Target::None) | None => "goes to the row",
    };
    let keys = [("Enter", goes), ("Tab", "next list"), ("/", "filters"), ("Esc", "closes")];
    let keys = keys.map(|(key, what)| (key.to_owned(), what));
    status::keys(canvas, &keys, Rect { width: start.saturating_sub(area.x + 1), ..area });
}

fn list(app: &App, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(page) = app.ledgers.page() else { return };
    let list = app.ledgers.list();
    if list.shown.is_empty() {
        let text = if page.entries.is_empty() { &page.nothing } else { "No entry matches." };
        canvas.put_short(row(area, area.height / 3), 2, text, Element::Fold);
    }
    let columns = Columns::of(area);
    let mut y = 0;
    for (at, entry) in app.ledgers.shown().enumerate().skip(list.top) {
        let layout = EntryLayout::of(entry, &columns);
        for line in 0..layout.height() {
            if y >= area.height {
                return;
            }
            let area = row(area, y);
            if at == list.selected {
                canvas.tint(area, Element::Selected);
                canvas.put(area, area.x, "▌", Element::Bar);
            }
            layout.draw(canvas, area, line);
            y += 1;
        }
        y += gap(canvas.screen());
    }
}
