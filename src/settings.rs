//! All settings of a run, from the defaults, the environment and the command line.
//!
//! Only this module reads the environment. The other modules receive values, so that a test can
//! describe any terminal.

pub mod editor;
pub mod file;
pub mod folders;
pub mod themes;

use std::ffi::OsStr;
use std::io::IsTerminal;
use std::path::PathBuf;

use crate::comparison::Options;
use crate::difference::Kinds;
use crate::export::Exporter;
use crate::lexicon::Language;
use crate::load::{LoadOptions, Naming};
use crate::output::{Existing, InUse};
use crate::review::Verdict;
use crate::text::Pair;
use crate::theme::{Background, Depth, Theme};
use crate::tui::{Form, Preferences, Size};

/// The settings of a comparison and of its reports.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The options of the comparison.
    pub options: Options,
    /// The names of the articles, if the user gave any.
    pub labels: Pair<Option<String>>,
    /// How reports name files.
    pub naming: Naming,
    /// The files that this run reads, except the review. No report replaces them.
    pub in_use: Vec<InUse>,
    /// The language of both articles; `None` to detect it.
    pub language: Option<Language>,
    /// How each article is read.
    pub load: Pair<LoadOptions>,
    /// The destination of the result.
    pub delivery: Delivery,
    /// The differences that make the exit status 1.
    pub fail_on: Option<Kinds>,
    /// The review file, if the user named one.
    pub review: Option<PathBuf>,
    /// The file that receives the notes when the screen is closed; `-` is standard output.
    pub notes: Option<PathBuf>,
    /// The content and look of reports.
    pub report: ReportSettings,
    /// The display settings of the screen.
    pub screen: Preferences,
}

/// The content and look of reports.
#[derive(Clone, Debug, Default)]
pub struct ReportSettings {
    /// Report only what has one of these verdicts; everything if empty.
    pub verdicts: Vec<Verdict>,
    /// The template of HTML reports.
    pub template: Option<PathBuf>,
    /// The theme of reports printed on a terminal; `None` for no colors.
    pub theme: Option<Theme>,
    /// The theme of pictures, on a light background if it has one.
    pub picture: Option<Theme>,
    /// What to do with an existing file.
    pub existing: Existing,
}

/// The destination of a comparison.
#[derive(Clone, Debug, Default)]
pub enum Delivery {
    /// The interactive screen.
    #[default]
    Screen,
    /// Standard output, in this format.
    Print(&'static Exporter),
    /// A file, in this format.
    Write(&'static Exporter, PathBuf),
    /// A screen without a terminal: plays keys and prints the last screen.
    Script(Script),
}

/// The destination of a report.
#[derive(Clone, Debug)]
pub struct Target {
    /// The format.
    pub format: &'static Exporter,
    /// The file; `None` for standard output.
    pub file: Option<PathBuf>,
}

/// Keys for a screen without a terminal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Script {
    /// The keys, in the notation of the help: `]]x<esc>q`.
    pub keys: String,
    /// The size of the screen.
    pub size: Size,
    /// The form in which the last screen is printed.
    pub form: Form,
}

/// When to use colors.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum ColorChoice {
    /// As many as the terminal supports; none if `NO_COLOR` is set.
    #[default]
    Auto,
    /// Even if the terminal seems to support none.
    Always,
    /// Never.
    Never,
}

/// The terminal and the user's environment variables, read once at the start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Environment {
    /// Whether standard output is a terminal that can show the screen.
    pub terminal: bool,
    /// The colors of the terminal device, for a screen while standard output is redirected; `None` without a device.
    pub device: Option<Depth>,
    /// The colors that standard output supports and the user wants (`NO_COLOR`, `COLORTERM`, `TERM`).
    pub depth: Depth,
    /// The background of the terminal, if `COLORFGBG` is set.
    pub background: Option<Background>,
    /// Whether `NO_COLOR` is set and not empty.
    pub no_color: bool,
    /// Whether git runs the program as its diff tool (`GIT_DIFF_PATH_COUNTER`).
    pub git: bool,
}

impl Environment {
    /// Reads the environment of the process.
    pub fn read() -> Environment {
        let draws = cfg!(windows) || draws(std::env::var_os("TERM").as_deref());
        let has_device = draws && std::fs::File::open("/dev/tty").is_ok();
        Environment {
            terminal: std::io::stdout().is_terminal() && draws,
            device: has_device.then(|| depth(supports_color::Stream::Stderr)),
            depth: depth(supports_color::Stream::Stdout),
            background: std::env::var("COLORFGBG").ok().and_then(|colors| background(&colors)),
            no_color: std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
            git: std::env::var_os("GIT_DIFF_PATH_COUNTER").is_some(),
        }
    }
}

/// The number of colors that a stream supports.
fn depth(stream: supports_color::Stream) -> Depth {
    match supports_color::on(stream) {
        None => Depth::None,
        Some(level) if level.has_16m => Depth::True,
        Some(level) if level.has_256 => Depth::Indexed,
        Some(_) => Depth::Sixteen,
    }
}

/// The background in `COLORFGBG`, for instance `15;0`: the last number is its index among the sixteen colors.
fn background(colors: &str) -> Option<Background> {
    let number: u8 = colors.rsplit(';').next()?.parse().ok()?;
    Some(if matches!(number, 7 | 9..=15) { Background::Light } else { Background::Dark })
}

/// Whether a terminal of this type can move its cursor.
fn draws(term: Option<&OsStr>) -> bool {
    term.is_some_and(|term| !term.is_empty() && term != "dumb")
}

impl ColorChoice {
    /// The number of colors to use.
    pub fn depth(self, environment: Environment) -> Depth {
        match self {
            ColorChoice::Auto => environment.depth,
            ColorChoice::Always => environment.depth.max(Depth::Indexed),
            ColorChoice::Never => Depth::None,
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
