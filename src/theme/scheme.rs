//! Schemes: what a theme file says, before it is known how many colors there are.

use super::depth::{Color, Depth};
use super::palette::{Ink, Palette};
use crate::text::Side;
use crate::view::Mark;

/// What a terminal can do to letters without any colour.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // five switches that any set of may be on
pub struct Attributes {
    /// Heavier letters.
    pub bold: bool,
    /// Fainter letters.
    pub dim: bool,
    /// Slanted letters.
    pub italic: bool,
    /// A line below.
    pub underline: bool,
    /// Letters and background swapped.
    pub reverse: bool,
}

impl Attributes {
    pub(super) const NONE: Attributes =
        Attributes { bold: false, dim: false, italic: false, underline: false, reverse: false };

    pub(super) fn union(self, other: Attributes) -> Attributes {
        Attributes {
            bold: self.bold || other.bold,
            dim: self.dim || other.dim,
            italic: self.italic || other.italic,
            underline: self.underline || other.underline,
            reverse: self.reverse || other.reverse,
        }
    }
}

/// When a theme paints the page behind the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Paint {
    /// Where the terminal's ground is not the one that the theme is for.
    #[default]
    Unlike,
    /// Everywhere.
    Always,
}

/// What a theme file says.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Scheme {
    /// The palettes for dark and for light grounds; a theme without either has no colour.
    pub(super) palettes: [Option<Palette>; 2],
    pub(super) paint: Paint,
    /// The marks that look otherwise than usual; the first that names a mark counts.
    pub(super) marks: Vec<(Mark, Wish)>,
}

/// How a theme file wants a mark to look: colours by their name in the palette.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct Wish {
    pub(super) ink: Option<&'static str>,
    pub(super) fill: Option<&'static str>,
    pub(super) attributes: Attributes,
}

impl Wish {
    pub(super) fn look(self, palette: &Palette, side: Side) -> Look {
        let color = |name: &str| match name {
            "own" => palette.side[side],
            "own-fill" => palette.differs[side],
            name => palette.color(name),
        };
        Look { ink: self.ink.map(color), fill: self.fill.map(color), attributes: self.attributes }
    }
}

/// A style before it is known how many colours there are.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) ink: Option<Ink>,
    pub(super) fill: Option<Ink>,
    pub(super) attributes: Attributes,
}

impl Look {
    pub(super) const PLAIN: Look = Look { ink: None, fill: None, attributes: Attributes::NONE };

    pub(super) const fn ink(ink: Ink) -> Look {
        Look { ink: Some(ink), ..Look::PLAIN }
    }

    pub(super) const fn fill(self, fill: Ink) -> Look {
        Look { fill: Some(fill), ..self }
    }

    pub(super) const fn bold(self) -> Look {
        Look { attributes: Attributes { bold: true, ..self.attributes }, ..self }
    }

    pub(super) const fn dim(self) -> Look {
        Look { attributes: Attributes { dim: true, ..self.attributes }, ..self }
    }

    pub(super) const fn italic(self) -> Look {
        Look { attributes: Attributes { italic: true, ..self.attributes }, ..self }
    }

    pub(super) const fn underline(self) -> Look {
        Look { attributes: Attributes { underline: true, ..self.attributes }, ..self }
    }

    pub(super) const fn reverse(self) -> Look {
        Look { attributes: Attributes { reverse: true, ..self.attributes }, ..self }
    }

    pub(super) fn under(self, over: Look) -> Look {
        Look {
            ink: over.ink.or(self.ink),
            fill: over.fill.or(self.fill),
            attributes: self.attributes.union(over.attributes),
        }
    }

    pub(super) fn at(self, depth: Depth) -> Style {
        let color = |ink: Option<Ink>| ink.and_then(|ink| depth.color(ink));
        Style { fg: color(self.ink), bg: color(self.fill), attributes: self.attributes }
    }
}

/// How a run of text looks.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Style {
    /// The colour of the letters; the terminal's own where there is none.
    pub fg: Option<Color>,
    /// The colour behind them; the terminal's own where there is none.
    pub bg: Option<Color>,
    /// Attributes, which every depth of colour has.
    pub attributes: Attributes,
}

impl Style {
    /// This style with `over` laid on top: what `over` sets wins, attributes add up.
    #[must_use]
    pub fn under(self, over: Style) -> Style {
        Style {
            fg: over.fg.or(self.fg),
            bg: over.bg.or(self.bg),
            attributes: self.attributes.union(over.attributes),
        }
    }
}

/// What is behind the text of a terminal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Ground {
    /// Something dark.
    #[default]
    Dark,
    /// Something light.
    Light,
}
