//! Options that the command line and the screen share.

use crate::alignment::AlignOptions;

/// A named alignment threshold.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Threshold {
    /// The name on the command line.
    pub name: &'static str,
    /// The minimum score of a pair of sentences, from 0 to 1.
    pub score: f64,
    /// A short description.
    pub doc: &'static str,
}

/// All thresholds, from the strictest.
pub fn thresholds() -> [Threshold; 3] {
    [
        Threshold { name: "sure", score: 0.7, doc: "only pairs that can hardly be wrong" },
        Threshold {
            name: "default",
            score: AlignOptions::default().threshold,
            doc: "what most editors would pair",
        },
        Threshold { name: "all", score: 0.1, doc: "every candidate, right or wrong" },
    ]
}

/// Whether the mouse works on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Mouse {
    /// It scrolls, selects and copies.
    #[default]
    On,
    /// The terminal handles it.
    Off,
}

/// What to do when an article is edited while it is shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Reload {
    /// Say so; a key reloads it.
    #[default]
    Ask,
    /// Reload it at once.
    Auto,
}
