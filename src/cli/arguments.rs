//! The command line, as clap reads it.

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueHint};

use super::appendix::{EXAMPLES, appendix};
use super::choices::{
    LanguageChoice, Themes, color_choices, documents, encoding_named, formats, forms, input_formats, item,
    kinds, languages, mice, reloads, revisions, rules, size, thresholds, verdicts, words,
};
use crate::difference::{Kinds, Rule};
use crate::export::Exporter;
use crate::export::json::Document;
use crate::import::{Encoding, Format, Revisions};
use crate::options::{Mouse, Reload, Threshold};
use crate::review::Verdict;
use crate::settings::ColorChoice;
use crate::summary::LiftedOptions;
use crate::theme::Theme;
use crate::tui::{Form, Size};

/// Two news articles side by side, aligned sentence by sentence.
///
/// Shows which quotations the two share, which were altered, trimmed or lost, which facts differ, and what
/// only one of them has. On a terminal it opens a screen to walk through; into a pipe it prints a report.
/// Options come before or after a command. To open an article that has the name of a command, add its folder: ./demo
#[derive(Parser, Debug)]
#[command(
    name = "pressdiff",
    version,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    disable_help_subcommand = true,
    after_help = EXAMPLES,
    after_long_help = appendix()
)]
pub(super) struct Cli {
    #[command(subcommand)]
    pub(super) command: Option<Command>,

    /// The first article, often the wire story; - is standard input
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    pub(super) left: Option<PathBuf>,

    /// The second article, often the rewrite; - is standard input
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    pub(super) right: Option<PathBuf>,

    #[command(flatten)]
    pub(super) options: ComparisonArguments,
}

#[derive(Subcommand, Debug)]
pub(super) enum Command {
    /// Compare the built-in pair of articles
    Demo {
        #[command(flatten)]
        options: Box<ComparisonArguments>,
    },

    /// Show one article as the program reads it: blocks, sentences, quotations
    Inspect {
        /// The article; - is standard input
        #[arg(value_hint = ValueHint::FilePath)]
        file: PathBuf,

        /// How to write it
        #[arg(long, value_name = "FORMAT", value_parser = formats(|exporter| exporter.article.is_some()))]
        format: Option<&'static Exporter>,

        /// Write it to this file; its extension names the format, unless --format does
        #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        output: Option<PathBuf>,

        /// Replace any existing file, even one that is not a report of pressdiff
        #[arg(long)]
        force: bool,

        /// Show the path of the file as you typed it, with its folders
        #[arg(long)]
        full_paths: bool,

        /// What to call the article
        #[arg(long, value_name = "NAME")]
        label: Option<String>,

        /// The format it is in, instead of the one that its content shows
        #[arg(long, value_name = "FORMAT", value_parser = input_formats())]
        input_format: Option<&'static Format>,

        #[command(flatten)]
        reading: ReadingArguments,

        /// The language it is written in
        #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = languages())]
        lang: LanguageChoice,
    },

    /// Say why a rule stops at a difference, with an example; without a name, list the rules
    Explain {
        /// Which rule
        #[arg(value_name = "RULE", value_parser = rules(), hide_possible_values = true)]
        rule: Option<&'static Rule>,
    },

    /// Print the JSON Schema of a document
    Schema {
        /// Which document
        #[arg(value_name = "NAME", value_parser = documents())]
        name: &'static Document,
    },

    /// Print the settings file with every setting and its default
    Config {
        /// Print the keys as they are with your settings
        #[arg(long)]
        keys: bool,

        /// Print where your settings are read from
        #[arg(long, conflicts_with = "keys")]
        path: bool,

        /// Read the settings from this file
        #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
        config: Option<PathBuf>,
    },

    /// List the formats that can be read and written
    Formats,

    /// Print a completion script for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },

    /// Print the manual page
    Man,
}

/// How articles are read.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct ReadingArguments {
    /// The encoding of articles in plain text, such as windows-1252 or macintosh [default: what they seem to be in]
    #[arg(long, help_heading = "Articles", value_name = "NAME", value_parser = encoding_named)]
    pub(super) encoding: Option<&'static Encoding>,

    /// Which item of a file with several, from 1 [default: the first with text]
    #[arg(long, help_heading = "Articles", value_name = "NUMBER", value_parser = item)]
    pub(super) item: Option<usize>,

    /// Which text of a document with tracked changes
    #[arg(long, help_heading = "Articles", value_name = "WHICH", default_value = "accepted",
          value_parser = revisions())]
    pub(super) revisions: Revisions,
}

/// The options of all comparisons.
#[derive(Args, Debug)]
pub(super) struct ComparisonArguments {
    /// Write a report in this format instead of opening the screen
    #[arg(long, help_heading = "Report", value_name = "FORMAT", value_parser = formats(|_| true))]
    pub(super) format: Option<&'static Exporter>,

    /// Write the report to this file; its extension names the format, unless --format does
    #[arg(short, long, help_heading = "Report", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(super) output: Option<PathBuf>,

    /// Replace any existing file, even one that is not a report of pressdiff
    ///
    /// The articles, the review, the settings, the theme and the template of the same run are never replaced.
    #[arg(long, help_heading = "Report")]
    pub(super) force: bool,

    /// Show paths in reports as you typed them, with their folders
    ///
    /// Without it, reports show file names only, and the same two files give the same report from any folder.
    #[arg(long, help_heading = "Report")]
    pub(super) full_paths: bool,

    /// Report only what has one of these verdicts, separated by commas
    ///
    /// Documents with tracked edits keep both texts whole; only what is said of them is chosen.
    #[arg(long, help_heading = "Report", value_name = "VERDICT", value_delimiter = ',',
          action = ArgAction::Append, value_parser = verdicts())]
    pub(super) verdict: Vec<Verdict>,

    /// Write HTML into this page of your own (Jinja; README says what it can use)
    #[arg(long, help_heading = "Report", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(super) template: Option<PathBuf>,

    /// What to call the left article [default: the file's name]
    #[arg(long, help_heading = "Report", value_name = "NAME")]
    pub(super) label_left: Option<String>,

    /// What to call the right article [default: the file's name]
    #[arg(long, help_heading = "Report", value_name = "NAME")]
    pub(super) label_right: Option<String>,

    /// Keep verdicts, notes and pins in this file, and show them in reports
    ///
    /// Without it, the screen keeps them in a file of its own for each two articles, and reports show none.
    #[arg(long, help_heading = "Review", value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(super) review: Option<PathBuf>,

    /// When the screen is closed, write verdicts and notes to this file as Markdown; - is standard output
    ///
    /// The screen stays on the terminal, so that `--notes - | pbcopy` works. Without a terminal they are those of
    /// --review, as with --format notes.
    #[arg(long, help_heading = "Review", value_name = "FILE", value_hint = ValueHint::FilePath,
          conflicts_with_all = ["format", "output"])]
    pub(super) notes: Option<PathBuf>,

    /// How sure a pair of sentences must be
    #[arg(long, help_heading = "Comparison", value_name = "HOW", default_value = "default",
          value_parser = thresholds())]
    pub(super) threshold: Threshold,

    /// The shortest run of shared words that counts as lifted
    #[arg(long, help_heading = "Comparison", value_name = "WORDS",
          default_value_t = LiftedOptions::default().run, value_parser = words)]
    pub(super) lifted_run: usize,

    /// The format of the left article, instead of the one that its content shows
    #[arg(long, help_heading = "Articles", value_name = "FORMAT", value_parser = input_formats())]
    pub(super) left_format: Option<&'static Format>,

    /// The format of the right article, instead of the one that its content shows
    #[arg(long, help_heading = "Articles", value_name = "FORMAT", value_parser = input_formats())]
    pub(super) right_format: Option<&'static Format>,

    #[command(flatten)]
    pub(super) reading: ReadingArguments,

    /// The language that both articles are written in
    #[arg(long, help_heading = "Comparison", value_name = "LANGUAGE", default_value = "auto",
          value_parser = languages())]
    pub(super) lang: LanguageChoice,

    /// Report only these kinds of difference, separated by commas
    ///
    /// The kinds are listed below.
    #[arg(long, help_heading = "Comparison", value_name = "KIND", value_delimiter = ',',
          action = ArgAction::Append, value_parser = kinds(), hide_possible_values = true)]
    pub(super) only: Vec<Kinds>,

    /// Leave with status 1 when a difference is reported
    #[arg(long, help_heading = "For scripts", conflicts_with = "fail_on")]
    pub(super) exit_code: bool,

    /// Leave with status 1 when there is a difference of these kinds, separated by commas
    ///
    /// Also where --only leaves them out of the report. The kinds are listed below.
    #[arg(long, help_heading = "For scripts", value_name = "KIND", value_delimiter = ',',
          action = ArgAction::Append, value_parser = kinds(), hide_possible_values = true)]
    pub(super) fail_on: Vec<Kinds>,

    /// What the screen looks like: one of these, or a theme file of your own
    #[arg(long, help_heading = "Screen", value_name = "NAME", default_value = "auto", value_parser = Themes)]
    pub(super) theme: Theme,

    /// When to use colors: on the screen, in pictures of it, in reports that are printed on a terminal
    #[arg(long, help_heading = "Screen", value_name = "WHEN", default_value = "auto",
          value_parser = color_choices())]
    pub(super) color: ColorChoice,

    /// Whether the mouse works on the screen
    #[arg(long, help_heading = "Screen", value_name = "WHETHER", default_value = "on", value_parser = mice())]
    pub(super) mouse: Mouse,

    /// What to do when an article is edited while it is shown
    #[arg(long, help_heading = "Screen", value_name = "HOW", default_value = "ask", value_parser = reloads())]
    pub(super) reload: Reload,

    /// Press these keys on a screen without a terminal, for instance `]]x<esc>q`
    #[arg(long, help_heading = "Screen", value_name = "KEYS", requires = "print", allow_hyphen_values = true,
          conflicts_with_all = ["format", "output"])]
    pub(super) keys: Option<String>,

    /// Print what that screen shows in the end: its text, the marks of each cell, or a picture
    #[arg(long, help_heading = "Screen", value_name = "FORM", num_args = 0..=1, require_equals = true,
          default_missing_value = "text", conflicts_with_all = ["format", "output"], value_parser = forms())]
    pub(super) print: Option<Form>,

    /// Columns and rows of that screen
    #[arg(long, help_heading = "Screen", value_name = "SIZE", default_value = "120x40", requires = "print",
          value_parser = size)]
    pub(super) size: Size,

    /// Read the settings from this file [default: the one that `pressdiff config --path` names]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub(super) config: Option<PathBuf>,
}
