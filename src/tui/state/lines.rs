//! The lines of items: each side is wrapped to its width, and a row is as high as its taller side.
//!
//! Only visible items are wrapped, and the result is cached until the width changes: the rest of a
//! long text costs nothing. Invariant: an item has at least one line.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::comparison::Comparison;
use crate::text::wrap::wrap;
use crate::text::{Pair, Side, Span};
use crate::tui::{Areas, Layout};
use crate::view::{Markup, Row, Sign, markup};

/// A line of an item.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Line {
    /// An empty line between paragraphs.
    Gap,
    /// The caption of the row with this index.
    Caption(usize),
    /// Text of both sides in columns.
    Columns(Pair<Option<Span>>),
    /// Text of one side. Its first line has a tag if the other side has a different text.
    Side { side: Side, span: Span, has_tag: bool },
    /// A line of the note of the row. The last line is cut if the note is longer.
    Note { span: Span, is_cut: bool },
    /// A line of both texts with marked-up edits.
    MarkedUp(Rc<Markup>, Span),
    /// The only line of a fold.
    Fold,
}

/// The lines of a note that are shown; the note editor shows all.
const NOTE_LINES: usize = 2;

/// The capacity of the cache, in items.
const CAPACITY: usize = 2_000;

/// A cache of wrapped lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct LineCache {
    key: Option<(Layout, Pair<usize>, bool)>,
    lines: RefCell<HashMap<usize, Rc<[Line]>>>,
}

impl LineCache {
    /// Drops lines that were wrapped for other areas.
    pub(crate) fn fit(&mut self, areas: &Areas) {
        let key = Some((areas.layout, areas.widths(), areas.roomy));
        if self.key != key {
            self.key = key;
            self.clear();
        }
    }

    /// Drops all lines, because the items changed.
    pub(crate) fn clear(&mut self) {
        self.lines.get_mut().clear();
    }

    /// The lines of an item.
    pub(crate) fn lines(&self, item: usize, make: impl FnOnce() -> Vec<Line>) -> Rc<[Line]> {
        if let Some(lines) = self.lines.borrow().get(&item) {
            return Rc::clone(lines);
        }
        let lines: Rc<[Line]> = make().into();
        let mut cached = self.lines.borrow_mut();
        if cached.len() >= CAPACITY {
            cached.clear();
        }
        cached.insert(item, Rc::clone(&lines));
        lines
    }
}

/// The number of empty lines before the text of an item.
pub(crate) fn gap(lines: &[Line]) -> usize {
    lines.iter().take_while(|line| **line == Line::Gap).count()
}

/// The lines of a row with its note.
pub(crate) fn row_lines(
    comparison: &Comparison,
    row: &Row,
    areas: &Areas,
    note: Option<&str>,
    is_first: bool,
) -> Vec<Line> {
    let mut lines = Vec::new();
    if areas.roomy {
        let opens_block = |side| row.cells[side].as_ref().is_some_and(|cell| cell.opens_block);
        if !is_first && Side::BOTH.into_iter().any(opens_block) {
            lines.push(Line::Gap);
        }
        lines.extend((0..row.captions.len()).map(Line::Caption));
    }
    let widths = areas.widths();
    let wrapped = Pair::from_fn(|side| match &row.cells[side] {
        Some(cell) => wrap(&comparison.sides[side].article.text, cell.span, widths[side]),
        None => Vec::new(),
    });
    match areas.layout {
        Layout::Columns => {
            let height = wrapped.left.len().max(wrapped.right.len());
            let line = |at| Line::Columns(wrapped.as_ref().map(|lines| lines.get(at).copied()));
            lines.extend((0..height).map(line));
        }
        Layout::Stacked => lines.extend(stacked(row, wrapped)),
        Layout::MarkedUp => {
            let text = Rc::new(markup(comparison, row));
            let wrapped = wrap(&text.text, Span::whole(&text.text), widths.left);
            lines.extend(wrapped.into_iter().map(|line| Line::MarkedUp(Rc::clone(&text), line)));
        }
    }
    if lines.iter().all(|line| *line == Line::Gap) {
        lines.push(Line::Columns(Pair::default()));
    }
    lines.extend(note.into_iter().flat_map(|note| note_lines(note, areas)));
    lines
}

fn note_lines(note: &str, areas: &Areas) -> Vec<Line> {
    // the sign of a note takes two columns
    let width = usize::from(areas.both_texts().width.saturating_sub(2)).max(1);
    let spans = paragraphs(note, width);
    let is_long = spans.len() > NOTE_LINES;
    let line = |(at, span)| Line::Note { span, is_cut: is_long && at + 1 == NOTE_LINES };
    spans.into_iter().take(NOTE_LINES).enumerate().map(line).collect()
}

/// The lines of a text with line feeds; at least one.
pub(crate) fn paragraphs(text: &str, width: usize) -> Vec<Span> {
    let mut start = 0;
    let paragraph = |line: &str| {
        let span = Span::new(start, start + line.len());
        start = span.end() + 1;
        wrap(text, span, width)
    };
    text.split('\n').flat_map(paragraph).collect()
}

/// The lines of the left, then those of the right; only once if they are the same.
fn stacked(row: &Row, wrapped: Pair<Vec<Span>>) -> Vec<Line> {
    let same = row.sign == Sign::Identical && row.cells.left.is_some();
    let sides = wrapped.sides().into_iter().filter(|(side, _)| !same || *side == Side::Left);
    let lines = |(side, spans): (Side, Vec<Span>)| {
        let spans = spans.into_iter().enumerate();
        spans.map(move |(at, span)| Line::Side { side, span, has_tag: at == 0 && !same })
    };
    sides.flat_map(lines).collect()
}
