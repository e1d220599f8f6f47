//! The layout of an entry of a list.
//!
//! On a wide screen the head of an entry is to the left of its words, otherwise above them.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::text::wrap::wrap;
use crate::text::{Pair, Side, Span};
use crate::tui::{Canvas, Element};
use crate::view::ledger::{Body, Entry, EntrySign, Ledger, Target, Words};

/// The minimum width for the head to the left of the words.
const WIDE: u16 = 110;
/// The minimum width for both sides in columns.
pub(super) const NARROW: u16 = 60;

/// The letter after `s` that opens a list.
pub(super) fn letter(ledger: Ledger) -> char {
    match ledger {
        Ledger::Summary => 's',
        Ledger::Quotations => 'q',
        Ledger::Facts => 'n',
        Ledger::LeftOut => 'l',
        Ledger::Added => 'a',
        Ledger::Order => 'm',
        Ledger::Headlines => 'h',
    }
}

/// The areas of the parts of an entry.
pub(super) struct Columns {
    head: Rect,
    pub(super) sides: Pair<Rect>,
    shape: Shape,
}

/// How the parts of an entry are arranged.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// Three columns.
    Wide,
    /// The words of both sides side by side, below the head.
    Below,
    /// One below the other.
    Narrow,
}

impl Columns {
    pub(super) fn of(list: Rect) -> Columns {
        let cut = |area: Rect, by: u16| {
            let by = by.min(area.width);
            Rect { x: area.x + by, width: area.width - by, ..area }
        };
        let inner = Rect { width: list.width.saturating_sub(4), ..cut(list, 3) };
        let halves = |words: Rect| {
            let half = words.width.saturating_sub(2) / 2;
            Pair::new(Rect { width: half, ..words }, cut(words, half + 2))
        };
        match list.width {
            0..NARROW => {
                let words = cut(inner, 2);
                Columns { head: inner, sides: Pair::new(words, words), shape: Shape::Narrow }
            }
            NARROW..WIDE => Columns { head: inner, sides: halves(inner), shape: Shape::Below },
            WIDE.. => {
                let head = Rect { width: inner.width * 3 / 10, ..inner };
                Columns { head, sides: halves(cut(inner, head.width + 2)), shape: Shape::Wide }
            }
        }
    }

    /// Both sides together.
    fn both(&self) -> Rect {
        Rect { width: self.sides.right.right() - self.sides.left.x, ..self.sides.left }
    }
}

/// An entry divided into lines.
pub(super) struct EntryLayout<'a> {
    entry: &'a Entry,
    head: String,
    /// The parts of the head.
    parts: Vec<(Span, Element)>,
    head_area: Rect,
    head_lines: Vec<Span>,
    words: Vec<Vec<Piece<'a>>>,
    shape: Shape,
}

/// A line of words of one side.
struct Piece<'a> {
    area: Rect,
    side: Side,
    words: &'a Words,
    line: Span,
    has_tag: bool,
}

impl<'a> EntryLayout<'a> {
    pub(super) fn of(entry: &'a Entry, columns: &Columns) -> EntryLayout<'a> {
        let (head, parts) = head(entry);
        let width = match entry.body {
            Body::None => columns.both().right() - columns.head.x,
            Body::Both(_) | Body::One(..) => columns.head.width,
        };
        EntryLayout {
            entry,
            parts,
            head_area: Rect { width, ..columns.head },
            head_lines: wrap(&head, Span::whole(&head), usize::from(width.max(1))),
            head,
            words: word_lines(entry, columns),
            shape: columns.shape,
        }
    }

    /// The first line of the words.
    fn words_start(&self) -> usize {
        if self.shape == Shape::Wide { 0 } else { self.head_lines.len() }
    }

    pub(super) fn height(&self) -> usize {
        self.head_lines.len().max(self.words_start() + self.words.len())
    }

    pub(super) fn draw(&self, canvas: &mut Canvas<'_>, row: Rect, line: usize) {
        let at = |area: Rect| Rect { y: row.y, height: 1, ..area };
        if line == 0 {
            match self.entry.sign {
                EntrySign::None => canvas.put(row, row.x + 1, " ", Style::new()),
                EntrySign::Row(sign) => canvas.put(row, row.x + 1, sign.symbol(), Element::Sign(sign)),
                EntrySign::Alarm => canvas.put(row, row.x + 1, "!", Element::Alarm),
            };
        }
        if let Some(span) = self.head_lines.get(line) {
            let area = at(self.head_area);
            let mut x = area.x;
            for &(part, element) in &self.parts {
                let Some(part) = part.intersection(*span) else { continue };
                x = canvas.put(area, x, part.of(&self.head), element);
            }
        }
        let pieces = line.checked_sub(self.words_start()).and_then(|line| self.words.get(line));
        for piece in pieces.into_iter().flatten() {
            let area = at(piece.area);
            if piece.has_tag {
                let tag = match piece.side {
                    Side::Left => "L",
                    Side::Right => "R",
                };
                let x = area.x.saturating_sub(2);
                canvas.put(Rect { x, width: 1, ..area }, x, tag, Element::Tag);
            }
            canvas.put_runs(area, area.x, piece.side, &piece.words.text, &piece.words.runs, piece.line);
        }
    }
}

/// The head of an entry: title, difference, what to check, target.
fn head(entry: &Entry) -> (String, Vec<(Span, Element)>) {
    let (mut head, mut parts) = (String::new(), Vec::new());
    let mut push = |text: &str, element: Element| {
        let start = head.len();
        head.push_str(text);
        parts.push((Span::new(start, head.len()), element));
    };
    push(&entry.title, Element::Title);
    if !entry.said.is_empty() {
        push(": ", Element::Panel);
        push(&entry.said, Element::Panel);
    }
    if let Some(check) = &entry.check {
        push("  ", Element::Panel);
        push("check:", Element::Warning);
        push(&format!(" {check}"), Element::Panel);
    }
    match entry.target {
        Target::Row(number, _) => push(&format!("  row {number}"), Element::Fold),
        Target::Ledger(ledger) => push(&format!("  s{}", letter(ledger)), Element::Key),
        Target::None => {}
    }
    (head, parts)
}

/// The words of an entry, line by line.
fn word_lines<'a>(entry: &'a Entry, columns: &Columns) -> Vec<Vec<Piece<'a>>> {
    let is_narrow = columns.shape == Shape::Narrow;
    let wrapped = |words: &'a Words, area: Rect, side: Side, is_tagged: bool| {
        let whole = Span::whole(&words.text);
        let lines = wrap(&words.text, whole, usize::from(area.width.max(1))).into_iter();
        let lines = lines.filter(|_| !whole.is_empty()).enumerate();
        let pieces =
            lines.map(move |(at, line)| Piece { area, side, words, line, has_tag: is_tagged && at == 0 });
        pieces.collect::<Vec<_>>()
    };
    let stacked = |pieces: Vec<Piece<'a>>| pieces.into_iter().map(|piece| vec![piece]).collect();
    match &entry.body {
        Body::None => Vec::new(),
        Body::One(side, words) => stacked(wrapped(words, columns.both(), *side, false)),
        Body::Both(Pair { left, right }) => {
            let mut left = wrapped(left, columns.sides.left, Side::Left, is_narrow);
            let right = wrapped(right, columns.sides.right, Side::Right, is_narrow);
            if is_narrow {
                left.extend(right);
                return stacked(left);
            }
            let height = left.len().max(right.len());
            let (mut left, mut right) = (left.into_iter(), right.into_iter());
            (0..height).map(|_| left.next().into_iter().chain(right.next()).collect()).collect()
        }
    }
}
