//! The command line: definitions only, from which parser, help, man page and completions are made.
//!
//! The only user of `clap`. Choices come from the registries. Everything else sees a [`Job`].

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand};

use crate::comparison::Options;
use crate::error::{Error, ErrorKind};
use crate::export::{EXPORTERS, Exporter};
use crate::load::Input;
use crate::settings::Threshold;
use crate::summary::LiftedOptions;
use crate::text::Pair;

/// What the program is asked to do.
#[derive(Clone, Debug)]
pub enum Job {
    /// Compare two articles.
    Compare {
        /// The articles.
        inputs: Pair<Input>,
        /// What to call them.
        labels: Pair<Option<String>>,
        /// The options.
        options: Options,
        /// The format, where one was named.
        format: Option<&'static Exporter>,
        /// The file to write.
        output: Option<PathBuf>,
    },
    /// Show one article.
    Inspect {
        /// The article.
        input: Input,
        /// The format, where one was named.
        format: Option<&'static Exporter>,
    },
    /// Print this and leave: help, the version.
    Print(Vec<u8>),
}

/// Two news articles side by side, aligned sentence by sentence.
#[derive(Parser, Debug)]
#[command(
    name = "pressdiff",
    version,
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true
)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,

    /// The first article, often the wire story; - for standard input
    #[arg(required = true)]
    left: Option<PathBuf>,

    /// The second article, often the rewrite; - for standard input
    #[arg(required = true)]
    right: Option<PathBuf>,

    #[command(flatten)]
    wishes: Wishes,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Show one article as the program reads it: blocks, sentences, quotations
    Inspect {
        /// The article; - for standard input
        file: PathBuf,

        /// How to write it
        #[arg(long, value_parser = formats())]
        format: Option<&'static Exporter>,
    },
}

#[derive(Args, Debug)]
struct Wishes {
    /// Write a report in this format
    #[arg(long, value_parser = formats())]
    format: Option<&'static Exporter>,

    /// Write the report to this file
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// What to call the left article
    #[arg(long, value_name = "NAME")]
    label_left: Option<String>,

    /// What to call the right article
    #[arg(long, value_name = "NAME")]
    label_right: Option<String>,

    /// How sure a pair of sentences must be
    #[arg(long, value_parser = thresholds(), default_value = "default")]
    threshold: Threshold,

    /// The shortest run of shared words that counts as lifted
    #[arg(long, value_name = "WORDS", default_value_t = LiftedOptions::default().run)]
    lifted_run: usize,
}

/// What these arguments, the program's name first, ask for.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Job, Error> {
    match Cli::try_parse_from(arguments) {
        Ok(cli) => Ok(cli.job()),
        Err(error) if error.use_stderr() => {
            let text = error.render().to_string();
            let text = text.trim().trim_start_matches("error: ");
            Err(Error::new(ErrorKind::Usage, text.trim_end_matches('.')))
        }
        Err(help) => Ok(Job::Print(help.render().to_string().into_bytes())),
    }
}

impl Cli {
    fn job(self) -> Job {
        match self.command {
            Some(Command::Inspect { file, format }) => Job::Inspect { input: Input::new(file), format },
            None => {
                let path = |path: Option<PathBuf>| Input::new(path.unwrap_or_default());
                let mut options = Options::default();
                options.align.threshold = self.wishes.threshold.score();
                options.lifted.run = self.wishes.lifted_run;
                Job::Compare {
                    inputs: Pair::new(path(self.left), path(self.right)),
                    labels: Pair::new(self.wishes.label_left, self.wishes.label_right),
                    options,
                    format: self.wishes.format,
                    output: self.wishes.output,
                }
            }
        }
    }
}

fn formats() -> impl TypedValueParser<Value = &'static Exporter> {
    let choices = EXPORTERS.iter().map(|exporter| PossibleValue::new(exporter.name).help(exporter.doc));
    PossibleValuesParser::new(choices)
        .map(|name| Exporter::from_name(&name).expect("the choices are the exporters' names"))
}

fn thresholds() -> impl TypedValueParser<Value = Threshold> {
    PossibleValuesParser::new(Threshold::ALL.map(Threshold::name)).map(|name| {
        let named = |threshold: &Threshold| threshold.name() == name;
        Threshold::ALL.into_iter().find(named).expect("the choices are the thresholds' names")
    })
}
