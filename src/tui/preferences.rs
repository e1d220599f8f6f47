//! Display settings. They never change the comparison.

use super::keymap::Keymap;
use crate::theme::Theme;

/// How the screen looks and behaves.
#[derive(Clone, Debug, Default)]
pub struct Preferences {
    /// The look of everything, in the colors that the terminal has.
    pub theme: Theme,
    /// The keys of commands, if the user changed any.
    pub keymap: Option<Keymap>,
    /// Whether the mouse works.
    pub mouse: Mouse,
    /// What to do when an article is edited while it is shown.
    pub reload: Reload,
}

/// Whether the mouse works on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Mouse {
    /// It scrolls, selects rows and copies.
    #[default]
    On,
    /// The terminal has it.
    Off,
}

/// What to do when an article is edited while it is shown.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Reload {
    /// Say so; a key reads it again.
    #[default]
    Ask,
    /// Read it again at once.
    Auto,
}

impl Mouse {
    /// Both choices.
    pub const ALL: [Mouse; 2] = [Mouse::On, Mouse::Off];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Mouse::On => "on",
            Mouse::Off => "off",
        }
    }

    /// What it is for, in half a sentence.
    pub fn doc(self) -> &'static str {
        match self {
            Mouse::On => "it scrolls, selects and copies",
            Mouse::Off => "it is left to the terminal",
        }
    }

    /// The other choice.
    #[must_use]
    pub fn other(self) -> Mouse {
        match self {
            Mouse::On => Mouse::Off,
            Mouse::Off => Mouse::On,
        }
    }
}

impl Reload {
    /// All choices.
    pub const ALL: [Reload; 2] = [Reload::Ask, Reload::Auto];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Reload::Ask => "ask",
            Reload::Auto => "auto",
        }
    }

    /// What it is for, in half a sentence.
    pub fn doc(self) -> &'static str {
        match self {
            Reload::Ask => "say so, and read it again on a key",
            Reload::Auto => "read it again at once",
        }
    }
}
