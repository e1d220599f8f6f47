//! The command line: definitions for the parser, the help, the man page and completions.
//!
//! The only user of `clap`. Choices come from the registries, so that a new format or kind needs no
//! change here. The other modules get a [`Job`].

mod appendix;
mod arguments;
mod choices;
mod configured;
mod explain;
mod manual;
mod order;
mod printed;
mod target;
mod usage;

use std::ffi::OsString;

use clap::{CommandFactory, FromArgMatches};

use arguments::{Cli, Command, ComparisonArguments, ReadingArguments};
use configured::{Configured, configured};
use order::command_first;
use printed::{completions, format_list, path, settings_file};
use target::{existing, target};

use crate::comparison::Options;
use crate::error::Error;
use crate::export::json::Document;
use crate::import::{Format, ImportOptions};
use crate::lexicon::Language;
use crate::load::{Input, LoadOptions, Naming};
use crate::output::{Existing, InUse, Role};
use crate::settings::{Environment, ReportSettings, Settings, Target};
use crate::text::Pair;
use crate::theme::{Depth, Theme};
use crate::tui::{self, Background, Form, Keymap, Preferences};

/// A task of the program.
#[derive(Clone, Debug)]
pub enum Job {
    /// Compare two articles.
    Compare(Pair<Input>, Settings),
    /// Compare the two built-in articles.
    Demo(Settings),
    /// Show one article.
    Inspect(Inspection),
    /// Print a schema.
    Schema(&'static Document),
    /// Print this: help, version, completions, man page.
    Print(Vec<u8>),
}

/// The options for showing one article.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// Its source.
    pub input: Input,
    /// Its label, if the user gave one.
    pub label: Option<String>,
    /// How the report shows the name of its file.
    pub naming: Naming,
    /// Its language, if the user gave one.
    pub language: Option<Language>,
    /// How it is read.
    pub load: LoadOptions,
    /// The target of the report.
    pub target: Target,
    /// Whether an existing file that is not a report may be replaced.
    pub existing: Existing,
}

/// Parses the arguments of the program, its name first.
///
/// # Errors
/// If they are wrong; the message says what would be right.
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
            Some(Command::Demo { options }) => {
                Ok(Job::Demo(options.settings(environment, keymap, in_use)?))
            }
            Some(Command::Inspect {
                file,
                format,
                output,
                force,
                full_paths,
                label,
                lang,
                input_format,
                reading,
            }) => Ok(Job::Inspect(Inspection {
                input: Input::new(file),
                label,
                naming: Naming { full: full_paths, git: environment.git },
                language: lang,
                load: reading.options(input_format, lang),
                target: target(format, output, |exporter| exporter.article.is_some())?,
                existing: existing(force),
            })),
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
            Some(Command::Formats) => Ok(Job::Print(format_list().into_bytes())),
            Some(Command::Completions { shell }) => Ok(Job::Print(completions(shell, Cli::command()))),
            Some(Command::Man) => Ok(Job::Print(manual::page(Cli::command()))),
            None => {
                let inputs = Pair::new(self.left, self.right);
                let inputs = inputs.map(|path| Input::new(path.unwrap_or_default()));
                if inputs.left == Input::Stdin && inputs.right == Input::Stdin {
                    return Err(Error::new("Only one article can come from standard input")
                        .hint("name a file for the other"));
                }
                Ok(Job::Compare(inputs, self.options.settings(environment, keymap, in_use)?))
            }
        }
    }
}

impl ReadingArguments {
    fn options(&self, format: Option<&'static Format>, language: Option<Language>) -> LoadOptions {
        let import = ImportOptions { item: self.item, language, revisions: self.revisions };
        LoadOptions { format, encoding: self.encoding, import }
    }
}

impl ComparisonArguments {
    fn settings(
        self,
        environment: Environment,
        keymap: Option<Keymap>,
        mut in_use: Vec<InUse>,
    ) -> Result<Settings, Error> {
        let template = self.template.iter().map(|path| InUse { path: path.clone(), role: Role::Template });
        in_use.extend(template);
        let mut options = Options::default();
        options.align.threshold = self.threshold.score;
        options.lifted.run = self.lifted_run;
        if !self.only.is_empty() {
            options.only = self.only.iter().copied().collect();
        }
        let fail_on = match (self.exit_code, self.fail_on.as_slice()) {
            (true, _) => Some(options.only),
            (false, []) => None,
            (false, kinds) => Some(kinds.iter().copied().collect()),
        };
        Ok(Settings {
            options,
            fail_on,
            language: self.lang,
            load: Pair::new(self.left_format, self.right_format)
                .map(|format| self.reading.options(format, self.lang)),
            labels: Pair::new(self.label_left.clone(), self.label_right.clone()),
            naming: Naming { full: self.full_paths, git: environment.git },
            in_use,
            review: self.review.clone(),
            notes: self.notes.clone(),
            report: self.report(environment)?,
            screen: Preferences {
                theme: self.themed(environment).at(self.depth(environment)),
                keymap: keymap.unwrap_or_default(),
                mouse: self.mouse,
                reload: self.reload,
            },
            delivery: self.delivery(environment)?,
        })
    }

    /// The settings of reports.
    fn report(&self, environment: Environment) -> Result<ReportSettings, Error> {
        let is_html = self.format.is_none_or(|format| format.name == "html");
        if self.template.is_some() && !is_html {
            return Err(Error::new("--template is a page for HTML")
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
                    .on(Background::Light)
                    .at(self.color.depth(Environment { depth: Depth::True, ..environment })),
            ),
            existing: existing(self.force),
        })
    }

    /// The theme, on the background of the picture or the terminal.
    fn themed(&self, environment: Environment) -> Theme {
        let background = match self.print {
            Some(Form::Svg(Background::Light)) => Some(Background::Light),
            Some(Form::Svg(Background::Dark) | Form::Text | Form::Marks) => None,
            None => environment.background,
        };
        match background {
            Some(background) => self.theme.clone().on(background),
            None => self.theme.clone(),
        }
    }

    /// How many colors to use; a printed screen has all.
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
