//! What the user wants, gathered once: defaults, then the environment, then the command line.
//!
//! The only reader of the environment. Everything later gets values and decides
//! nothing by itself, so that a test can hand in any terminal and any wish.

pub mod editor;
pub mod file;
pub mod folders;
pub mod themes;

use std::ffi::OsStr;
use std::io::IsTerminal;
use std::path::PathBuf;

use crate::alignment::AlignOptions;
use crate::comparison::{Comparison, Options};
use crate::difference::Kinds;
use crate::error::{EXIT_DIFFERENCES, EXIT_DONE};
use crate::export::Exporter;
use crate::lexicon::Language;
use crate::load::Naming;
use crate::output::{Existing, InUse};
use crate::review::Verdict;
use crate::text::Pair;
use crate::theme::{Depth, Ground, Theme};
use crate::tui::{Form, Preferences, Size};

/// How two articles are to be compared, and what is to become of the result.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// What shapes the result.
    pub options: Options,
    /// What to call the articles, where the user said so.
    pub labels: Pair<Option<String>>,
    /// How reports name files.
    pub naming: Naming,
    /// The files that this run reads, except the review. No report replaces them.
    pub in_use: Vec<InUse>,
    /// The language of both articles, where the user said so.
    pub language: Option<Language>,
    /// Where the result goes.
    pub delivery: Delivery,
    /// Which differences the exit status tells of.
    pub gate: Gate,
    /// The review file, where the user named one.
    pub review: Option<PathBuf>,
    /// Where the notes go when the screen is closed; standard output is `-`.
    pub notes: Option<PathBuf>,
    /// What goes into reports, and how they look.
    pub report: ReportSettings,
    /// How the screen looks and behaves.
    pub screen: Preferences,
}

/// What goes into reports, and how they look.
#[derive(Clone, Debug, Default)]
pub struct ReportSettings {
    /// Only what has one of these verdicts; everything where there is none.
    pub verdicts: Vec<Verdict>,
    /// The file with a newsroom's own page for HTML.
    pub template: Option<PathBuf>,
    /// The looks of what is printed on a terminal; none without colors.
    pub theme: Option<Theme>,
    /// The looks of pictures, on light ground where the theme has one.
    pub picture: Option<Theme>,
    /// What becomes of a file that is there already.
    pub existing: Existing,
}

/// Where the result of a comparison goes.
#[derive(Clone, Debug, Default)]
pub enum Delivery {
    /// To the screen, to walk through.
    #[default]
    Screen,
    /// To standard output, in this format.
    Print(&'static Exporter),
    /// To a file, in this format.
    Write(&'static Exporter, PathBuf),
    /// To a screen that is only thought of: these keys, then its picture.
    Script(Script),
}

/// Where a report goes, and how it is written.
#[derive(Clone, Debug)]
pub struct Target {
    /// The format.
    pub format: &'static Exporter,
    /// The file; standard output without one.
    pub file: Option<PathBuf>,
}

/// Keys for a screen that is only thought of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Script {
    /// The keys in the notation of the help: `]]x<esc>q`.
    pub keys: String,
    /// Columns and rows of the screen.
    pub size: Size,
    /// What is printed of the last screen.
    pub form: Form,
}

/// Which differences make the exit status 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Gate {
    /// None: a comparison that worked is a success.
    #[default]
    Open,
    /// These, whether or not they are reported.
    Closed(Kinds),
}

/// Whether to use colors.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum ColorChoice {
    /// As many as the terminal has; none where `NO_COLOR` is set.
    #[default]
    Auto,
    /// Also where the terminal seems to have none.
    Always,
    /// None.
    Never,
}

/// What is known of the terminal and the user's habits, read once at the start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Environment {
    /// Whether standard output is a terminal that a screen can be drawn on.
    pub terminal: bool,
    /// How many colors the terminal has where standard output goes elsewhere; none where there is no terminal.
    pub device: Option<Depth>,
    /// How many colors are shown there and wanted (`NO_COLOR`, `COLORTERM`, `TERM`).
    pub depth: Depth,
    /// What is behind the text of the terminal, where it says so without being asked (`COLORFGBG`).
    pub ground: Option<Ground>,
    /// Whether `NO_COLOR` is set to something.
    pub no_color: bool,
    /// Whether git called the program as its diff tool (`GIT_DIFF_PATH_COUNTER`).
    pub git: bool,
}

/// The language that articles are read in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum LanguageChoice {
    /// The one that each text seems to be written in.
    #[default]
    Auto,
    /// This one.
    Fixed(Language),
}

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

impl Environment {
    /// Asks the system.
    pub fn read() -> Environment {
        let draws = cfg!(windows) || draws(std::env::var_os("TERM").as_deref());
        let is_there = draws && std::fs::File::open("/dev/tty").is_ok();
        Environment {
            terminal: std::io::stdout().is_terminal() && draws,
            device: is_there.then(|| depth(supports_color::Stream::Stderr)),
            depth: depth(supports_color::Stream::Stdout),
            ground: std::env::var("COLORFGBG").ok().and_then(|colors| ground(&colors)),
            no_color: std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
            git: std::env::var_os("GIT_DIFF_PATH_COUNTER").is_some(),
        }
    }
}

/// How many colors are shown where that goes.
fn depth(stream: supports_color::Stream) -> Depth {
    match supports_color::on(stream) {
        None => Depth::None,
        Some(level) if level.has_16m => Depth::True,
        Some(level) if level.has_256 => Depth::Indexed,
        Some(_) => Depth::Sixteen,
    }
}

/// The ground that `COLORFGBG` tells of, such as `15;0`: the last number is that of the background among the sixteen.
fn ground(colors: &str) -> Option<Ground> {
    let number: u8 = colors.rsplit(';').next()?.parse().ok()?;
    Some(if matches!(number, 7 | 9..=15) { Ground::Light } else { Ground::Dark })
}

/// Whether a terminal that calls itself so can do more than print line below line.
fn draws(term: Option<&OsStr>) -> bool {
    term.is_some_and(|term| !term.is_empty() && term != "dumb")
}

impl Gate {
    /// The exit status of a comparison that worked.
    pub fn status(self, comparison: &Comparison) -> u8 {
        let stops = match self {
            Gate::Open => false,
            Gate::Closed(kinds) => kinds.meets(comparison.found),
        };
        if stops { EXIT_DIFFERENCES } else { EXIT_DONE }
    }
}

impl ColorChoice {
    /// All choices.
    pub const ALL: [ColorChoice; 3] = [ColorChoice::Auto, ColorChoice::Always, ColorChoice::Never];

    /// How many colors to use.
    pub fn depth(self, environment: Environment) -> Depth {
        match self {
            ColorChoice::Auto => environment.depth,
            ColorChoice::Always => environment.depth.max(Depth::Indexed),
            ColorChoice::Never => Depth::None,
        }
    }

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            ColorChoice::Auto => "auto",
            ColorChoice::Always => "always",
            ColorChoice::Never => "never",
        }
    }

    /// What it is for, in half a sentence.
    pub fn doc(self) -> &'static str {
        match self {
            ColorChoice::Auto => "as many as the terminal has, none where NO_COLOR is set",
            ColorChoice::Always => "also where the terminal seems to have none",
            ColorChoice::Never => "none; bold, underline and reverse instead",
        }
    }
}

impl LanguageChoice {
    /// All choices.
    pub const ALL: [LanguageChoice; 4] = [
        LanguageChoice::Auto,
        LanguageChoice::Fixed(Language::English),
        LanguageChoice::Fixed(Language::German),
        LanguageChoice::Fixed(Language::French),
    ];

    /// The language, where one is fixed.
    pub fn language(self) -> Option<Language> {
        match self {
            LanguageChoice::Auto => None,
            LanguageChoice::Fixed(language) => Some(language),
        }
    }

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        self.language().and_then(Language::code).unwrap_or("auto")
    }

    /// What it is for, in half a sentence.
    pub fn doc(self) -> &'static str {
        self.language()
            .map_or("what each text seems to be written in; English where in doubt", Language::name)
    }
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

    /// What it is for, in half a sentence.
    pub fn doc(self) -> &'static str {
        match self {
            Threshold::Sure => "only pairs that can hardly be wrong",
            Threshold::Default => "what most editors would pair",
            Threshold::All => "every candidate, right or wrong",
        }
    }

    /// The score below which sentences are not paired, from 0 to 1.
    pub fn score(self) -> f64 {
        match self {
            Threshold::Sure => 0.7,
            Threshold::Default => AlignOptions::default().threshold,
            Threshold::All => 0.2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dumb_terminal_has_no_screen() {
        assert!(draws(Some(OsStr::new("xterm-256color"))));
        for term in [None, Some(""), Some("dumb")] {
            assert!(!draws(term.map(OsStr::new)), "{term:?}");
        }
    }
}
