//! Styled lines of a sheet.

use ratatui::style::Style;

use crate::text::Side;
use crate::tui::screen::canvas::Look;
use crate::tui::{Element, Styles};
use crate::view::MarkSet;

/// A line of a sheet: pieces of text from a column on.
pub(super) struct Line {
    pub(super) column: u16,
    pub(super) pieces: Vec<Piece>,
}

/// A text and its look.
pub(super) type Piece = (String, PieceLook);

/// The look of a piece.
#[derive(Clone, Copy)]
pub(super) enum PieceLook {
    /// A part of the screen.
    Element(Element),
    /// Text of an article with these marks.
    Marks(Side, MarkSet),
}

impl Look for PieceLook {
    fn style(self, styles: &Styles) -> Style {
        match self {
            PieceLook::Element(element) => styles.of(element),
            PieceLook::Marks(side, marks) => styles.text(side, marks),
        }
    }
}

impl Line {
    pub(super) const EMPTY: Line = Line { column: 0, pieces: Vec::new() };

    pub(super) fn title(title: &str) -> Line {
        Line { column: 1, pieces: vec![piece(title, Element::Title)] }
    }
}

/// A piece that is not text of an article.
pub(super) fn piece(text: impl Into<String>, element: Element) -> Piece {
    (text.into(), PieceLook::Element(element))
}
