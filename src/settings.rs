//! What the user wants, gathered once: defaults, then the environment, then the command line.

use crate::alignment::AlignOptions;

/// How sure a pair of sentences must be to be shown side by side.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Threshold {
    /// Only pairs that can hardly be wrong.
    Sure,
    /// What most editors would pair.
    #[default]
    Default,
    /// Every candidate.
    All,
}

impl Threshold {
    /// All thresholds, from the strictest.
    pub const ALL: [Threshold; 3] = [Threshold::Sure, Threshold::Default, Threshold::All];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Threshold::Sure => "sure",
            Threshold::Default => "default",
            Threshold::All => "all",
        }
    }

    /// The score below which pairs are left alone, from 0 to 1.
    pub fn score(self) -> f64 {
        match self {
            Threshold::Sure => 0.7,
            Threshold::Default => AlignOptions::default().threshold,
            Threshold::All => 0.2,
        }
    }
}
