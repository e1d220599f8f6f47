//! A ledger over the whole screen.
//!
//! ```text
//!  Summary  Quotations 5  Facts 3 …                      tabs
//!  5 quotations: 1 altered, 4 same                       what is said over the list
//! ▌≠ Jo Marsh: altered; marks only in …  check: modal     an entry: sign, who, what became of it
//! ▌  The tide may lift her on      The tide will lift     the words of both sides
//! ▌  Friday,                       her on Friday,
//!  Enter goes there  / filters  Tab next list       1/5   the status line
//! ```
//!
//! On a wide screen what is said of an entry stands left of its words. Only
//! entries that come into view are wrapped.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use tui_input::Input as Field;

use super::pen::{put, put_short, row};
use super::status;
use crate::text::width::columns;
use crate::text::wrap::wrap;
use crate::text::{Side, Span};
use crate::tui::app::App;
use crate::tui::ledger::{Body, Entry, Ledger, Mark, Target, Words};
use crate::tui::style::{Element, Styles};
use crate::view::words;

/// From so many columns on what is said of an entry stands left of its words.
const WIDE: u16 = 110;
/// Below so many columns the words of both sides stand below each other.
const NARROW: u16 = 60;
/// From so many rows on an empty line stands between entries.
const ROOMY: u16 = 30;

/// Draws the ledger that is open; gives the place of the text cursor, where a filter is being typed.
pub(super) fn draw(
    app: &App,
    styles: &Styles,
    typed: Option<&Field>,
    buffer: &mut Buffer,
) -> Option<Position> {
    let screen = buffer.area;
    tabs(app, styles, row(screen, 0), buffer);
    over(app, styles, row(screen, 1), buffer);
    names(app, styles, body(screen), buffer);
    list(app, styles, list_area(app, screen), buffer);
    foot(app, styles, typed, row(screen, screen.height.saturating_sub(1)), buffer)
}

fn list(app: &App, styles: &Styles, area: Rect, buffer: &mut Buffer) {
    let current = app.ledgers.current;
    let Some(page) = app.ledgers.page(current) else { return };
    let place = app.ledgers.place(current);
    if place.shown.is_empty() {
        let text = if page.entries.is_empty() { &page.nothing } else { "No line has these words." };
        put_short(buffer, row(area, area.height / 3), 2, text, styles.of(Element::Fold));
    }
    let split = Split::of(area);
    let mut y = 0;
    for (n, &at) in place.shown.iter().enumerate().skip(place.top) {
        let laid = Laid::of(&page.entries[at], &split);
        for line in 0..laid.height() {
            if y >= area.height {
                return;
            }
            let area = row(area, y);
            if n == place.selected {
                buffer.set_style(area.intersection(buffer.area), styles.of(Element::Selected));
                put(buffer, area, area.x, "▌", styles.of(Element::Bar));
            }
            draw_line(styles, &laid, line, area, buffer);
            y += 1;
        }
        y += gap(buffer.area);
    }
}

/// Scrolls so that all of the selected entry is seen.
pub(crate) fn reveal(app: &mut App) {
    let size = app.size();
    let screen = Rect { x: 0, y: 0, width: size.columns, height: size.rows };
    let area = list_area(app, screen);
    let split = Split::of(area);
    let current = app.ledgers.current;
    let place = app.ledgers.place(current);
    let Some(page) = app.ledgers.page(current) else { return };
    let (selected, before) = (place.selected, place.top);
    // from the selected entry up, as many as the screen holds
    let (mut used, mut top) = (0, selected);
    for n in (before.min(selected)..=selected).rev() {
        let Some(entry) = place.shown.get(n).and_then(|&at| page.entries.get(at)) else { break };
        used += Laid::of(entry, &split).height() + usize::from(gap(screen));
        if used > usize::from(area.height + gap(screen)) {
            break;
        }
        top = n;
    }
    app.ledgers.place_mut(current).top = top;
}

/// The rows of the list; below the outlets' names where words of both stand side by side.
fn list_area(app: &App, screen: Rect) -> Rect {
    let area = body(screen);
    let above = u16::from(has_names(app, area)).min(area.height);
    Rect { y: area.y + above, height: area.height - above, ..area }
}

/// Whether the outlets' names stand over their columns.
fn has_names(app: &App, area: Rect) -> bool {
    let both = match app.ledgers.current {
        Ledger::Quotations | Ledger::Facts | Ledger::Order => true,
        Ledger::Summary | Ledger::LeftOut | Ledger::Added | Ledger::Headlines => false,
    };
    both && area.height >= 12 && area.width >= NARROW
}

fn names(app: &App, styles: &Styles, area: Rect, buffer: &mut Buffer) {
    if !has_names(app, area) {
        return;
    }
    let split = Split::of(area);
    for (side, column) in Side::BOTH.into_iter().zip(split.sides) {
        let column = Rect { height: 1, ..column };
        put_short(buffer, column, column.x, words::outlet(&app.comparison, side), styles.of(Element::Outlet));
    }
}

/// Which of the entries shown stands on a row of the screen.
pub(crate) fn entry_at(app: &App, y: u16) -> Option<usize> {
    let size = app.size();
    let screen = Rect { x: 0, y: 0, width: size.columns, height: size.rows };
    let area = list_area(app, screen);
    let page = app.ledgers.page(app.ledgers.current)?;
    let place = app.ledgers.place(app.ledgers.current);
    let split = Split::of(area);
    let mut left = usize::from(y.checked_sub(area.y).filter(|y| *y < area.height)?);
    for (n, &at) in place.shown.iter().enumerate().skip(place.top) {
        let height = Laid::of(&page.entries[at], &split).height() + usize::from(gap(screen));
        if left < height {
            return Some(n);
        }
        left -= height;
    }
    None
}

/// The rows between what stands over the list and the status line.
fn body(screen: Rect) -> Rect {
    let above = screen.height.min(2);
    Rect { y: screen.y + above, height: screen.height.saturating_sub(above + 1), ..screen }
}

fn gap(screen: Rect) -> u16 {
    u16::from(screen.height >= ROOMY)
}

/// Where the parts of an entry stand.
struct Split {
    head: Rect,
    sides: [Rect; 2],
    /// How the words stand to what is said of them, and to each other.
    shape: Shape,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Three columns.
    Wide,
    /// The words of both sides side by side, below what is said of them.
    Below,
    /// All below each other.
    Narrow,
}

impl Split {
    fn of(list: Rect) -> Split {
        let inner = Rect { x: list.x + list.width.min(3), width: list.width.saturating_sub(4), ..list };
        let shape = match list.width {
            0..NARROW => Shape::Narrow,
            NARROW..WIDE => Shape::Below,
            WIDE.. => Shape::Wide,
        };
        let head = match shape {
            Shape::Wide => Rect { width: inner.width * 3 / 10, ..inner },
            Shape::Below | Shape::Narrow => inner,
        };
        let words = match shape {
            Shape::Wide => cut(inner, head.width + 2),
            Shape::Below => inner,
            Shape::Narrow => cut(inner, 2),
        };
        let half = words.width.saturating_sub(2) / 2;
        let sides = match shape {
            Shape::Wide | Shape::Below => [Rect { width: half, ..words }, cut(words, half + 2)],
            Shape::Narrow => [words, words],
        };
        Split { head, sides, shape }
    }

    /// The columns that both sides have together.
    fn whole(&self) -> Rect {
        let [left, right] = self.sides;
        Rect { width: right.right() - left.x, ..left }
    }
}

/// An area without so many columns at its left.
fn cut(area: Rect, by: u16) -> Rect {
    let by = by.min(area.width);
    Rect { x: area.x + by, width: area.width - by, ..area }
}

/// An entry cut into rows of the screen.
struct Laid<'a> {
    sign: Mark,
    head: Head,
    head_lines: Vec<Span>,
    head_area: Rect,
    words: Vec<Vec<Piece<'a>>>,
    shape: Shape,
}

/// What is said of an entry, and what each part of it is.
struct Head {
    text: String,
    parts: Vec<(Span, Element)>,
}

/// A line of words, where it stands.
struct Piece<'a> {
    area: Rect,
    side: Side,
    words: &'a Words,
    line: Span,
    /// Said before the line: which side it is from.
    tag: &'static str,
}

impl<'a> Laid<'a> {
    fn of(entry: &'a Entry, split: &Split) -> Laid<'a> {
        let head = head(entry);
        let width = match entry.body {
            Body::Said(_) => split.whole().right() - split.head.x,
            Body::Beside(..) | Body::One(..) => split.head.width,
        };
        let head_area = Rect { width, ..split.head };
        Laid {
            sign: entry.sign,
            head_lines: wrap(&head.text, Span::whole(&head.text), usize::from(width.max(1))),
            head,
            head_area,
            words: word_lines(entry, split),
            shape: split.shape,
        }
    }

    fn height(&self) -> usize {
        match self.shape {
            Shape::Wide => self.head_lines.len().max(self.words.len()),
            Shape::Below | Shape::Narrow => self.head_lines.len() + self.words.len(),
        }
    }

    /// Which line of what is said, and which of the words, stand in a row.
    fn at(&self, line: usize) -> (Option<usize>, Option<usize>) {
        match self.shape {
            Shape::Wide => (Some(line), Some(line)),
            Shape::Below | Shape::Narrow if line < self.head_lines.len() => (Some(line), None),
            Shape::Below | Shape::Narrow => (None, Some(line - self.head_lines.len())),
        }
    }
}

fn head(entry: &Entry) -> Head {
    let text = match &entry.body {
        Body::Said(text) => text.as_str(),
        Body::Beside(..) | Body::One(..) => "",
    };
    let mut head = Head { text: String::new(), parts: Vec::new() };
    let mut push = |text: &str, element: Element| {
        let start = head.text.len();
        head.text.push_str(text);
        head.parts.push((Span::new(start, head.text.len()), element));
    };
    push(&entry.title, Element::Title);
    for said in [entry.said.as_str(), text].into_iter().filter(|said| !said.is_empty()) {
        push(": ", Element::Panel);
        push(said, Element::Panel);
    }
    if let Some(check) = &entry.check {
        push("  ", Element::Panel);
        push("check:", Element::Warning);
        push(&format!(" {check}"), Element::Panel);
    }
    match entry.target {
        Target::Row(row, _) => push(&format!("  row {}", row.index() + 1), Element::Fold),
        Target::Ledger(ledger) => push(&format!("  s{}", ledger.letter()), Element::Key),
        Target::None => {}
    }
    head
}

/// The words of an entry, line by line.
fn word_lines<'a>(entry: &'a Entry, split: &Split) -> Vec<Vec<Piece<'a>>> {
    let wrapped = |words: &'a Words, area: Rect, side: Side, tag: &'static str| -> Vec<Piece<'a>> {
        if words.text.is_empty() {
            return Vec::new();
        }
        let lines = wrap(&words.text, Span::whole(&words.text), usize::from(area.width.max(1)));
        let tags = std::iter::once(tag).chain(std::iter::repeat(""));
        lines.into_iter().zip(tags).map(|(line, tag)| Piece { area, side, words, line, tag }).collect()
    };
    match &entry.body {
        Body::Said(_) => Vec::new(),
        Body::One(side, words) => {
            wrapped(words, split.whole(), *side, "").into_iter().map(|piece| vec![piece]).collect()
        }
        Body::Beside(left, right) => {
            let tags = if split.shape == Shape::Narrow { ["L", "R"] } else { ["", ""] };
            let left = wrapped(left, split.sides[0], Side::Left, tags[0]);
            let right = wrapped(right, split.sides[1], Side::Right, tags[1]);
            if split.shape == Shape::Narrow {
                return left.into_iter().chain(right).map(|piece| vec![piece]).collect();
            }
            let height = left.len().max(right.len());
            let (mut left, mut right) = (left.into_iter(), right.into_iter());
            (0..height).map(|_| left.next().into_iter().chain(right.next()).collect()).collect()
        }
    }
}

fn draw_line(styles: &Styles, laid: &Laid<'_>, line: usize, area: Rect, buffer: &mut Buffer) {
    let (head, words) = laid.at(line);
    if line == 0 {
        let (symbol, style) = match laid.sign {
            Mark::None => (" ", Style::new()),
            Mark::Sign(sign) => (sign.symbol(), styles.of(Element::Sign(sign))),
            Mark::Alarm => ("!", styles.of(Element::Alarm)),
        };
        put(buffer, area, area.x + 1, symbol, style);
    }
    if let Some(span) = head.and_then(|head| laid.head_lines.get(head)) {
        let area = Rect { y: area.y, height: 1, ..laid.head_area };
        let mut x = area.x;
        for &(part, element) in &laid.head.parts {
            let Some(part) = part.intersection(*span) else { continue };
            x = put(buffer, area, x, part.of(&laid.head.text), styles.of(element));
        }
    }
    for piece in words.and_then(|words| laid.words.get(words)).into_iter().flatten() {
        let area = Rect { y: area.y, height: 1, ..piece.area };
        let tag = Rect { x: area.x.saturating_sub(2), width: 1, ..area };
        put(buffer, tag, tag.x, piece.tag, styles.of(Element::Tag));
        let mut x = area.x;
        let first = piece.words.runs.partition_point(|run| run.span.end() <= piece.line.start());
        for run in piece.words.runs.iter().skip(first) {
            let Some(part) = run.span.intersection(piece.line) else { break };
            x = put(buffer, area, x, part.of(&piece.words.text), styles.text(piece.side, run.marks));
        }
    }
}

/// The names of all ledgers with how many entries each has; the open one stands out.
fn tabs(app: &App, styles: &Styles, area: Rect, buffer: &mut Buffer) {
    let name = |ledger: Ledger| match app.ledgers.page(ledger).map(|page| page.entries.len()) {
        Some(count) if ledger != Ledger::Summary => format!(" {} {count} ", ledger.title()),
        Some(_) | None => format!(" {} ", ledger.title()),
    };
    let names = Ledger::ALL.map(name);
    let all: usize = names.iter().map(|name| columns(name)).sum();
    let current = app.ledgers.current;
    let mut x = area.x + 1;
    for (ledger, name) in Ledger::ALL.into_iter().zip(&names) {
        // where there is no room for all, the open one alone
        if all >= usize::from(area.width) && ledger != current {
            continue;
        }
        let element = if ledger == current { Element::SelectedOutlet } else { Element::Outlet };
        x = put_short(buffer, area, x, name, styles.of(element));
    }
}

/// What is said over the list: its counts, and what a filter hides.
fn over(app: &App, styles: &Styles, area: Rect, buffer: &mut Buffer) {
    let current = app.ledgers.current;
    let Some(page) = app.ledgers.page(current) else { return };
    let place = app.ledgers.place(current);
    let mut x = area.x + 3;
    if !place.filter.is_empty() {
        let hidden = page.entries.len() - place.shown.len();
        let text = format!("“{}” hides {} (F shows all)", place.filter, words::counted(hidden, "line"));
        x = put_short(buffer, area, x, &text, styles.of(Element::Warning));
        x = put(buffer, area, x, "  ", Style::new());
    }
    put_short(buffer, area, x, &page.note, styles.of(Element::Caption));
}

/// The status line: what may be done here, or the filter as it is typed.
fn foot(
    app: &App,
    styles: &Styles,
    typed: Option<&Field>,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Position> {
    buffer.set_style(area.intersection(buffer.area), styles.of(Element::Status));
    if let Some(field) = typed {
        return Some(status::ask(styles, "Only lines with: ", field, area, buffer));
    }
    let place = app.ledgers.place(app.ledgers.current);
    let count = place.shown.len();
    let at = if count == 0 { String::new() } else { format!("{}/{count}", place.selected + 1) };
    let start = area.right().saturating_sub(columns(&at) as u16 + 1);
    put(buffer, area, start, &at, styles.of(Element::Status));
    let left = Rect { width: start.saturating_sub(area.x + 1), ..area };
    let goes = match app.ledgers.selected().map(|entry| entry.target) {
        Some(Target::Ledger(_)) => "opens the list",
        Some(Target::Row(..) | Target::None) | None => "goes there",
    };
    let keys = [("Enter", goes), ("Tab", "next list"), ("/", "filters"), ("Esc", "back to the texts")];
    status::keys(styles, &keys, left, buffer);
    None
}
