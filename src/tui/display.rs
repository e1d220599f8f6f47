//! What is shown besides the texts, and how the two columns scroll.
//!
//! Invariant: where the columns scroll apart, [`App::top`](super::app::App) is the
//! top of the selected side, and [`Apart`] keeps that of the other.

use super::scroll::Top;
use crate::text::Side;

/// Whether a part of the screen is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Shown {
    /// It is.
    Shown,
    /// It is not.
    Hidden,
}

/// The parts that can be switched on and off.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Display {
    /// The numbers of the rows.
    pub(crate) numbers: Shown,
    /// The overview at the edge.
    pub(crate) ruler: Shown,
    /// The marks of words that differ.
    pub(crate) words: Shown,
}

/// The side that is held where it is while the selected one scrolls.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Apart {
    /// The side.
    pub(crate) side: Side,
    /// Its first visible line.
    pub(crate) top: Top,
}

impl Default for Display {
    fn default() -> Display {
        Display { numbers: Shown::Hidden, ruler: Shown::Shown, words: Shown::Shown }
    }
}

impl Shown {
    /// The other way round.
    pub(crate) fn toggled(self) -> Shown {
        match self {
            Shown::Shown => Shown::Hidden,
            Shown::Hidden => Shown::Shown,
        }
    }
}
