//! The command line: definitions only; parser, help, man page and completions are made from them.
//!
//! The only user of `clap`. Choices come from the registries, so that a new format
//! or kind is offered without a line here. Everything else sees a [`Job`].

mod appendix;
mod choices;
mod configured;
mod explain;
mod manual;
mod order;
mod printed;
mod target;
mod usage;

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueHint};

use appendix::{EXAMPLES, appendix};
use choices::{
    Themes, color_choices, documents, formats, forms, kinds, languages, mice, reloads, rules, size,
    thresholds, verdicts, words,
};
use configured::{Configured, configured};
use order::command_first;
use printed::{completions, path, settings_file};
use target::{existing, target};

use crate::comparison::Options;
use crate::difference::{Kinds, Rule};
use crate::error::{Error, ErrorKind};
use crate::export::Exporter;
use crate::export::json::Document;
use crate::lexicon::Language;
use crate::load::{Input, Naming};
use crate::output::{Existing, InUse, Role};
use crate::review::Verdict;
use crate::settings::{
    ColorChoice, Environment, Gate, LanguageChoice, ReportSettings, Settings, Target, Threshold,
};
use crate::summary::LiftedOptions;
use crate::text::Pair;
use crate::theme::{Depth, Theme};
use crate::tui::{self, Form, Ground, Keymap, Mouse, Preferences, Reload, Size};

/// What the program is asked to do.
#[derive(Clone, Debug)]
pub enum Job {
    /// Compare two articles.
    Compare(Pair<Input>, Settings),
    /// Compare the two that are built in.
    Demo(Settings),
    /// Show one article.
    Inspect(Inspection),
    /// Print a schema.
    Schema(&'static Document),
    /// Print this and leave: help, version, completions, man page.
    Print(Vec<u8>),
}

/// How one article is shown.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// Where it is read from.
    pub input: Input,
    /// What to call it, where the user said so.
    pub label: Option<String>,
    /// How the report names its file.
    pub naming: Naming,
    /// Its language, where the user said so.
    pub language: Option<Language>,
    /// Where the report goes.
    pub target: Target,
    /// Whether an existing file that is not a report may be replaced.
    pub existing: Existing,
}

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
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,

    /// The first article, often the wire story; - is standard input
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    left: Option<PathBuf>,

    /// The second article, often the rewrite; - is standard input
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    right: Option<PathBuf>,

    #[command(flatten)]
    wishes: Wishes,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Compare the built-in pair of articles
    Demo {
        #[command(flatten)]
        wishes: Box<Wishes>,
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

    /// Print a completion script for a shell
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },

    /// Print the manual page
    Man,
}

/// What all comparisons take.
#[derive(Args, Debug)]
struct Wishes {
    /// Write a report in this format instead of opening the screen
    #[arg(long, help_heading = "Report", value_name = "FORMAT", value_parser = formats(|_| true))]
    format: Option<&'static Exporter>,

    /// Write the report to this file; its extension names the format, unless --format does
    #[arg(short, long, help_heading = "Report", value_name = "FILE", value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,

    /// Replace any existing file, even one that is not a report of pressdiff
    ///
    /// The articles, the review, the settings, the theme and the template of the same run are never replaced.
    #[arg(long, help_heading = "Report")]
    force: bool,

    /// Show paths in reports as you typed them, with their folders
    ///
    /// Without it, reports show file names only, and the same two files give the same report from any folder.
    #[arg(long, help_heading = "Report")]
    full_paths: bool,

    /// Report only what has one of these verdicts, separated by commas
    ///
    /// Documents with tracked edits keep both texts whole; only what is said of them is chosen.
    #[arg(long, help_heading = "Report", value_name = "VERDICT", value_delimiter = ',',
          action = ArgAction::Append, value_parser = verdicts())]
    verdict: Vec<Verdict>,

    /// Write HTML into this page of your own (Jinja; README says what it can use)
    #[arg(long, help_heading = "Report", value_name = "FILE", value_hint = ValueHint::FilePath)]
    template: Option<PathBuf>,

    /// What to call the left article [default: the file's name]
    #[arg(long, help_heading = "Report", value_name = "NAME")]
    label_left: Option<String>,

    /// What to call the right article [default: the file's name]
    #[arg(long, help_heading = "Report", value_name = "NAME")]
    label_right: Option<String>,

    /// Keep verdicts, notes and pins in this file, and show them in reports
    ///
    /// Without it, the screen keeps them in a file of its own for each two articles, and reports show none.
    #[arg(long, help_heading = "Review", value_name = "FILE", value_hint = ValueHint::FilePath)]
    review: Option<PathBuf>,

    /// When the screen is closed, write verdicts and notes to this file as Markdown; - is standard output
    ///
    /// The screen stays on the terminal, so that `--notes - | pbcopy` works. Without a terminal they are those of
    /// --review, as with --format notes.
    #[arg(long, help_heading = "Review", value_name = "FILE", value_hint = ValueHint::FilePath,
          conflicts_with_all = ["format", "output"])]
    notes: Option<PathBuf>,

    /// How sure a pair of sentences must be
    #[arg(long, help_heading = "Comparison", value_name = "HOW", default_value = "default",
          value_parser = thresholds())]
    threshold: Threshold,

    /// The shortest run of shared words that counts as lifted
    #[arg(long, help_heading = "Comparison", value_name = "WORDS",
          default_value_t = LiftedOptions::default().run, value_parser = words)]
    lifted_run: usize,

    /// The language that both articles are written in
    #[arg(long, help_heading = "Comparison", value_name = "LANGUAGE", default_value = "auto",
          value_parser = languages())]
    lang: LanguageChoice,

    /// Report only these kinds of difference, separated by commas
    ///
    /// The kinds are listed below.
    #[arg(long, help_heading = "Comparison", value_name = "KIND", value_delimiter = ',',
          action = ArgAction::Append, value_parser = kinds(), hide_possible_values = true)]
    only: Vec<Kinds>,

    /// Leave with status 1 when a difference is reported
    #[arg(long, help_heading = "For scripts", conflicts_with = "fail_on")]
    exit_code: bool,

    /// Leave with status 1 when there is a difference of these kinds, separated by commas
    ///
    /// Also where --only leaves them out of the report. The kinds are listed below.
    #[arg(long, help_heading = "For scripts", value_name = "KIND", value_delimiter = ',',
          action = ArgAction::Append, value_parser = kinds(), hide_possible_values = true)]
    fail_on: Vec<Kinds>,

    /// What the screen looks like: one of these, or a theme file of your own
    #[arg(long, help_heading = "Screen", value_name = "NAME", default_value = "auto", value_parser = Themes)]
    theme: Theme,

    /// When to use colors: on the screen, in pictures of it, in reports that are printed on a terminal
    #[arg(long, help_heading = "Screen", value_name = "WHEN", default_value = "auto",
          value_parser = color_choices())]
    color: ColorChoice,

    /// Whether the mouse works on the screen
    #[arg(long, help_heading = "Screen", value_name = "WHETHER", default_value = "on", value_parser = mice())]
    mouse: Mouse,

    /// What to do when an article is edited while it is shown
    #[arg(long, help_heading = "Screen", value_name = "HOW", default_value = "ask", value_parser = reloads())]
    reload: Reload,

    /// Press these keys on a screen without a terminal, for instance `]]x<esc>q`
    #[arg(long, help_heading = "Screen", value_name = "KEYS", requires = "print", allow_hyphen_values = true,
          conflicts_with_all = ["format", "output"])]
    keys: Option<String>,

    /// Print what that screen shows in the end: its text, the marks of each cell, or a picture
    #[arg(long, help_heading = "Screen", value_name = "FORM", num_args = 0..=1, require_equals = true,
          default_missing_value = "text", conflicts_with_all = ["format", "output"], value_parser = forms())]
    print: Option<Form>,

    /// Columns and rows of that screen
    #[arg(long, help_heading = "Screen", value_name = "SIZE", default_value = "120x40", requires = "print",
          value_parser = size)]
    size: Size,

    /// Read the settings from this file [default: the one that `pressdiff config --path` names]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    config: Option<PathBuf>,
}

/// What these arguments, the program's name first, ask for.
///
/// # Errors
/// Where they do not fit together; the message says how they would.
pub fn parse(arguments: impl IntoIterator<Item = OsString>, environment: Environment) -> Result<Job, Error> {
    let arguments = command_first(arguments.into_iter().collect(), Cli::command(), usage::PLANNED);
    usage::refuse_planned(&arguments)?;
    match Cli::command().try_get_matches_from(&arguments) {
        Ok(matches) => {
            let configured = configured(matches, &arguments, environment)?;
            let in_use = configured.in_use();
            let Configured { matches, keymap, .. } = configured;
            let cli = Cli::from_arg_matches(&matches).map_err(|error| usage::usage(&error, &arguments))?;
            cli.job(environment, keymap, in_use)
        }
        Err(error) if error.use_stderr() => Err(usage::usage(&error, &arguments)),
        Err(help) => {
            let text = help.render();
            let text =
                if environment.depth > Depth::None { text.ansi().to_string() } else { text.to_string() };
            Ok(Job::Print(text.into_bytes()))
        }
    }
}

impl Cli {
    fn job(self, environment: Environment, keymap: Option<Keymap>, in_use: Vec<InUse>) -> Result<Job, Error> {
        match self.command {
            Some(Command::Demo { wishes }) => Ok(Job::Demo(wishes.settings(environment, keymap, in_use)?)),
            Some(Command::Inspect { file, format, output, force, full_paths, label, lang }) => {
                Ok(Job::Inspect(Inspection {
                    input: Input::new(file),
                    label,
                    naming: Naming { full: full_paths, git: environment.git },
                    language: lang.language(),
                    target: target(format, output, |exporter| exporter.article.is_some())?,
                    existing: existing(force),
                }))
            }
            Some(Command::Explain { rule }) => {
                Ok(Job::Print(rule.map_or_else(explain::list, explain::page).into_bytes()))
            }
            Some(Command::Schema { name }) => Ok(Job::Schema(name)),
            Some(Command::Config { keys: true, .. }) => {
                Ok(Job::Print(tui::command_table(&keymap.unwrap_or_default()).into_bytes()))
            }
            Some(Command::Config { path: true, config, .. }) => {
                path(config.or_else(configured::standard_path)).map(Job::Print)
            }
            Some(Command::Config { .. }) => Ok(Job::Print(settings_file().into_bytes())),
            Some(Command::Completions { shell }) => Ok(Job::Print(completions(shell, Cli::command()))),
            Some(Command::Man) => Ok(Job::Print(manual::page(Cli::command()))),
            None => {
                let inputs = Pair::new(self.left, self.right);
                let inputs = inputs.map(|path| Input::new(path.unwrap_or_default()));
                if inputs.left == Input::Stdin && inputs.right == Input::Stdin {
                    return Err(Error::new(
                        ErrorKind::Usage,
                        "Only one article can come from standard input",
                    )
                    .hint("name a file for the other"));
                }
                Ok(Job::Compare(inputs, self.wishes.settings(environment, keymap, in_use)?))
            }
        }
    }
}

impl Wishes {
    fn settings(
        self,
        environment: Environment,
        keymap: Option<Keymap>,
        mut in_use: Vec<InUse>,
    ) -> Result<Settings, Error> {
        let template = self.template.iter().map(|path| InUse { path: path.clone(), role: Role::Template });
        in_use.extend(template);
        let mut options = Options::default();
        options.align.threshold = self.threshold.score();
        options.lifted.run = self.lifted_run;
        if !self.only.is_empty() {
            options.only = self.only.iter().copied().collect();
        }
        let gate = match (self.exit_code, self.fail_on.as_slice()) {
            (true, _) => Gate::Closed(options.only),
            (false, []) => Gate::Open,
            (false, kinds) => Gate::Closed(kinds.iter().copied().collect()),
        };
        Ok(Settings {
            options,
            gate,
            language: self.lang.language(),
            labels: Pair::new(self.label_left.clone(), self.label_right.clone()),
            naming: Naming { full: self.full_paths, git: environment.git },
            in_use,
            review: self.review.clone(),
            notes: self.notes.clone(),
            report: self.report(environment)?,
            screen: Preferences {
                theme: self.themed(environment).at(self.depth(environment)),
                keymap,
                mouse: self.mouse,
                reload: self.reload,
            },
            delivery: self.delivery(environment)?,
        })
    }

    /// What goes into reports, and how they look.
    fn report(&self, environment: Environment) -> Result<ReportSettings, Error> {
        let is_html = self.format.is_none_or(|format| format.name == "html");
        if self.template.is_some() && !is_html {
            return Err(Error::new(ErrorKind::Usage, "--template is a page for HTML")
                .hint("leave out --template, or write --format html"));
        }
        let depth = self.color.depth(environment);
        Ok(ReportSettings {
            verdicts: self.verdict.clone(),
            template: self.template.clone(),
            theme: (depth > Depth::None).then(|| self.themed(environment).at(depth)),
            picture: Some(
                self.theme
                    .clone()
                    .on(Ground::Light)
                    .at(self.color.depth(Environment { depth: Depth::True, ..environment })),
            ),
            existing: existing(self.force),
        })
    }

    /// The theme, on the ground of the picture that is asked for.
    fn themed(&self, environment: Environment) -> Theme {
        match self.print {
            Some(Form::Svg(Ground::Light)) => self.theme.clone().on(Ground::Light),
            Some(Form::Svg(Ground::Dark) | Form::Text | Form::Marks) => self.theme.clone(),
            None => match environment.ground {
                Some(ground) => self.theme.clone().on(ground),
                None => self.theme.clone(),
            },
        }
    }

    /// How many colors to use; a screen that is only thought of has all.
    fn depth(&self, environment: Environment) -> Depth {
        let depth = match (self.print, &self.notes, environment.device) {
            (Some(_), _, _) => Depth::True,
            (None, Some(_), Some(depth)) => depth,
            (None, _, _) => environment.depth,
        };
        self.color.depth(Environment { depth, ..environment })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_definitions_fit_together() {
        Cli::command().debug_assert();
    }
}
