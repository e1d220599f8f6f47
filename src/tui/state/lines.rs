//! The lines of an item: each side wrapped at its width, the row as high as the taller side.
//!
//! Wrapping never breaks the alignment because both sides of a row share its
//! lines. Only items that come into view are wrapped, once per width: the rest of
//! a long text costs nothing. Invariant: an item has at least one line.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use crate::comparison::Comparison;
use crate::text::wrap::wrap;
use crate::text::{Pair, Side, Span};
use crate::tui::layout::{Areas, Drawn};
use crate::view::{Markup, Row, Sign, markup};

/// One line of an item.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Line {
    /// An empty line between paragraphs.
    Gap,
    /// The caption of the row with this index.
    Caption(usize),
    /// Text of each side, side by side.
    Beside(Pair<Option<Span>>),
    /// Text of one side, on its own line.
    Single(Side, Span, Tag),
    /// A line of the note under a row.
    Note(Span, Ends),
    /// A line of both texts in one.
    Marked(Rc<Markup>, Span),
    /// The one line of a fold.
    Fold,
}

/// Whether a line of a note is followed by lines that are not shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Ends {
    /// All of the note is shown.
    Here,
    /// The rest is not shown.
    Later,
}

/// Whether a line of one side names the side.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tag {
    /// The first line of a text that the other side has differently.
    Shown,
    /// A later line, or a text that both sides have.
    Hidden,
}

/// Lines of a note that are shown under its row; the note editor shows all.
const NOTE_LINES: usize = 2;

/// Items kept at most: a walk through a long text must not fill the memory.
const KEPT: usize = 2_000;

/// Wrapped lines, kept until the width or the items change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wrapped {
    shape: Option<(Drawn, Pair<usize>, bool)>,
    lines: RefCell<HashMap<usize, Rc<[Line]>>>,
}

impl Wrapped {
    /// Forgets lines that were wrapped for other areas.
    pub(crate) fn fit(&mut self, areas: &Areas) {
        let shape = Some((areas.drawn, areas.widths(), areas.roomy));
        if self.shape != shape {
            self.shape = shape;
            self.forget();
        }
    }

    /// Forgets all lines: the items changed.
    pub(crate) fn forget(&mut self) {
        self.lines.get_mut().clear();
    }

    /// The lines of an item, made once.
    pub(crate) fn lines(&self, item: usize, make: impl FnOnce() -> Vec<Line>) -> Rc<[Line]> {
        if let Some(lines) = self.lines.borrow().get(&item) {
            return Rc::clone(lines);
        }
        let lines: Rc<[Line]> = make().into();
        let mut kept = self.lines.borrow_mut();
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(item, Rc::clone(&lines));
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
    match areas.drawn {
        Drawn::Columns => {
            let height = wrapped.left.len().max(wrapped.right.len());
            let beside = |at| Line::Beside(wrapped.as_ref().map(|lines| lines.get(at).copied()));
            lines.extend((0..height).map(beside));
        }
        Drawn::Single => lines.extend(stacked(row, wrapped)),
        Drawn::Marked => {
            let text = Rc::new(markup(comparison, row));
            let wrapped = wrap(&text.text, Span::whole(&text.text), widths.left);
            lines.extend(wrapped.into_iter().map(|line| Line::Marked(Rc::clone(&text), line)));
        }
    }
    if lines.iter().all(|line| *line == Line::Gap) {
        lines.push(Line::Beside(Pair::default()));
    }
    lines.extend(note.into_iter().flat_map(|note| note_lines(note, areas)));
    lines
}

fn note_lines(note: &str, areas: &Areas) -> Vec<Line> {
    // the sign of a note takes two columns
    let width = usize::from((areas.texts.right.right() - areas.texts.left.x).saturating_sub(2)).max(1);
    let spans = paragraphs(note, width);
    let is_cut = spans.len() > NOTE_LINES;
    let ends = |at| if is_cut && at + 1 == NOTE_LINES { Ends::Later } else { Ends::Here };
    spans.into_iter().take(NOTE_LINES).enumerate().map(|(at, span)| Line::Note(span, ends(at))).collect()
}

/// The lines of a text with line feeds of its own, at least one.
pub(crate) fn paragraphs(text: &str, width: usize) -> Vec<Span> {
    let mut start = 0;
    let paragraph = |line: &str| {
        let span = Span::new(start, start + line.len());
        start = span.end() + 1;
        wrap(text, span, width)
    };
    text.split('\n').flat_map(paragraph).collect()
}

/// The left's lines, then the right's; once if they are the same.
fn stacked(row: &Row, wrapped: Pair<Vec<Span>>) -> Vec<Line> {
    let same = row.sign == Sign::Identical && row.cells.left.is_some();
    let sides = wrapped.sides().into_iter().filter(|(side, _)| !same || *side == Side::Left);
    let lines = |(side, spans): (Side, Vec<Span>)| {
        let tag = move |at| if at == 0 && !same { Tag::Shown } else { Tag::Hidden };
        spans.into_iter().enumerate().map(move |(at, span)| Line::Single(side, span, tag(at)))
    };
    sides.flat_map(lines).collect()
}
