//! The lines of an item: each side wrapped at its width, the row as high as the taller side.
//!
//! Wrapping never breaks the alignment because both sides of a row share its
//! lines. Only items that come into view are wrapped, once per width: the rest of
//! a long text costs nothing. Invariant: an item has at least one line.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::app::App;
use super::items::{Item, RowId};
use super::layout::{Areas, Drawn};
use crate::text::wrap::wrap;
use crate::text::{Pair, Side, Span};
use crate::view::{Markup, Row, Sign, markup};

/// One line of an item.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Line {
    /// An empty line between paragraphs.
    Gap,
    /// The caption at this place of the row's.
    Caption(usize),
    /// Text of each side, side by side.
    Beside(Pair<Option<Span>>),
    /// Text of one side, on a line of its own.
    Single(Side, Span, Tag),
    /// A line of the note under a row.
    Note(Span, Ends),
    /// A line of both texts in one.
    Marked(Rc<Markup>, Span),
    /// The one line of a fold.
    Fold,
}

/// Whether a line is the last of its note, or stands for the rest of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Ends {
    /// More lines follow, or it is the last.
    Here,
    /// There is more that is not shown.
    Later,
}

/// Lines of a note that are shown under its row; the pad shows all.
const NOTE_LINES: usize = 2;

/// What a line of one side says about the side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tag {
    /// First line of a text that the other side has differently.
    Shown,
    /// A later line, or a text that both sides have.
    Hidden,
}

/// Wrapped lines that are kept until the width or the items differ.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wrapped {
    shape: Option<Shape>,
    lines: RefCell<HashMap<usize, Rc<[Line]>>>,
}

/// What the lines of an item depend on, the item apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Shape {
    drawn: Drawn,
    widths: Pair<usize>,
    roomy: bool,
}

/// Past so many items kept, start again: a walk through a long text must not fill the memory.
const KEPT: usize = 2_000;

impl Wrapped {
    /// Forgets what was wrapped for other areas.
    pub(crate) fn fit(&mut self, areas: &Areas) {
        let shape = Shape { drawn: areas.drawn, widths: areas.widths(), roomy: areas.roomy };
        if self.shape != Some(shape) {
            self.shape = Some(shape);
            self.forget();
        }
    }

    /// Forgets everything: the items are others now.
    pub(crate) fn forget(&mut self) {
        self.lines.get_mut().clear();
    }
}

/// The lines of an item.
pub(crate) fn lines(app: &App, item: usize) -> Rc<[Line]> {
    if let Some(lines) = app.wrapped.lines.borrow().get(&item) {
        return Rc::clone(lines);
    }
    let lines: Rc<[Line]> = match app.items.get(item) {
        Item::Row(row) => row_lines(app, *row, item > 0).into(),
        Item::Fold(_) => Rc::new([Line::Fold]),
    };
    let mut kept = app.wrapped.lines.borrow_mut();
    if kept.len() >= KEPT {
        kept.clear();
    }
    kept.insert(item, Rc::clone(&lines));
    lines
}

/// The empty lines at an item's head.
pub(crate) fn gap(lines: &[Line]) -> usize {
    lines.iter().take_while(|line| **line == Line::Gap).count()
}

fn row_lines(app: &App, id: RowId, below_another: bool) -> Vec<Line> {
    let (areas, row) = (app.areas(), app.row(id));
    let mut lines = Vec::new();
    if areas.roomy {
        if below_another && Side::BOTH.iter().any(|&side| opens_block(row, side)) {
            lines.push(Line::Gap);
        }
        lines.extend((0..row.captions.len()).map(Line::Caption));
    }
    let widths = areas.widths();
    let wrapped = Pair::from_fn(|side| match &row.cells[side] {
        Some(cell) => wrap(&app.comparison.sides[side].article.text, cell.span, widths[side]),
        None => Vec::new(),
    });
    match areas.drawn {
        Drawn::Columns => {
            let height = wrapped.left.len().max(wrapped.right.len());
            let beside = |at| Line::Beside(wrapped.as_ref().map(|lines| lines.get(at).copied()));
            lines.extend((0..height).map(beside));
        }
        Drawn::Single => lines.extend(stacked(row, wrapped)),
        Drawn::Marked => {
            let text = Rc::new(markup(&app.comparison, row));
            let wrapped = wrap(&text.text, Span::whole(&text.text), widths.left);
            lines.extend(wrapped.into_iter().map(|line| Line::Marked(Rc::clone(&text), line)));
        }
    }
    if lines.iter().all(|line| *line == Line::Gap) {
        lines.push(Line::Beside(Pair::default()));
    }
    lines.extend(app.note_of(id).into_iter().flat_map(|note| note_lines(note, note_width(&areas))));
    lines
}

/// The columns that a note under a row may take, its sign apart.
pub(crate) fn note_width(areas: &Areas) -> usize {
    usize::from((areas.texts.right.right() - areas.texts.left.x).saturating_sub(2)).max(1)
}

fn note_lines(note: &str, width: usize) -> Vec<Line> {
    let mut spans = Vec::new();
    let mut start = 0;
    for line in note.split('\n') {
        let span = Span::new(start, start + line.len());
        spans.extend(wrap(note, span, width));
        start = span.end() + 1;
    }
    let is_cut = spans.len() > NOTE_LINES;
    let shown = spans.iter().take(NOTE_LINES).enumerate();
    shown
        .map(|(at, span)| {
            Line::Note(*span, if is_cut && at + 1 == NOTE_LINES { Ends::Later } else { Ends::Here })
        })
        .collect()
}

/// The left's lines, then the right's; once where they are the same.
fn stacked(row: &Row, wrapped: Pair<Vec<Span>>) -> Vec<Line> {
    let same = row.sign == Sign::Identical && row.cells.left.is_some();
    let mut lines = Vec::new();
    for (side, spans) in wrapped.sides() {
        if same && side == Side::Right {
            continue;
        }
        for (at, span) in spans.into_iter().enumerate() {
            let tag = if at == 0 && !same { Tag::Shown } else { Tag::Hidden };
            lines.push(Line::Single(side, span, tag));
        }
    }
    lines
}

fn opens_block(row: &Row, side: Side) -> bool {
    row.cells[side].as_ref().is_some_and(|cell| cell.opens_block)
}
