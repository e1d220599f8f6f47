//! Schemes: the contents of theme files, independent of the color depth.

use super::depth::{Color, Depth};
use super::palette::{Ink, Palette};
use crate::text::Side;
use crate::view::Mark;

/// Text attributes, which need no color.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // five independent switches
pub struct Attributes {
    /// Bold.
    pub bold: bool,
    /// Dim.
    pub dim: bool,
    /// Italic.
    pub italic: bool,
    /// Underlined.
    pub underline: bool,
    /// Foreground and background swapped.
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

/// When a theme paints the background of the whole screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Paint {
    /// Only if the terminal's background is not the one that the theme is for.
    #[default]
    IfNeeded,
    /// Always.
    Always,
}

/// The contents of a theme file.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Scheme {
    /// The palettes for dark and for light backgrounds; a theme without either has no colors.
    pub(super) palettes: [Option<Palette>; 2],
    pub(super) paint: Paint,
    /// Marks with their own style; the first entry of a mark counts.
    pub(super) marks: Vec<(Mark, MarkStyle)>,
}

/// The style of a mark in a theme file: colors by their names in the palette.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(super) struct MarkStyle {
    pub(super) ink: Option<&'static str>,
    pub(super) fill: Option<&'static str>,
    pub(super) attributes: Attributes,
}

impl MarkStyle {
    pub(super) fn look(self, palette: &Palette, side: Side) -> Look {
        let color = |name: &str| match name {
            "own" => palette.side[side],
            "own-fill" => palette.differs[side],
            name => palette.color(name).unwrap_or(palette.text),
        };
        Look { ink: self.ink.map(color), fill: self.fill.map(color), attributes: self.attributes }
    }
}

/// A style independent of the color depth.
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

    /// This style with `over` on top: its colors win, attributes are combined.
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

/// The style of a run of text.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct Style {
    /// The color of the letters; the terminal's default if `None`.
    pub fg: Option<Color>,
    /// The background color; the terminal's default if `None`.
    pub bg: Option<Color>,
    /// Attributes, available at every color depth.
    pub attributes: Attributes,
}

/// The background of a terminal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Background {
    /// Dark.
    #[default]
    Dark,
    /// Light.
    Light,
}
