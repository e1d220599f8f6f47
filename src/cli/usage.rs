//! Errors in the arguments, as a sentence that says what would be right.
//!
//! Rewords the errors of the parser in the words of the help. Invariant: the answer to any typed
//! argument is one sentence that names it.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind as Wrong};
use clap::{CommandFactory, ValueEnum};

use super::arguments::Cli;
use crate::error::Error;
use crate::export::json::DOCUMENTS;

/// Commands whose names are taken, but that do not exist yet.
pub(super) const PLANNED: &[&str] = &["batch", "find"];

/// Refuses a command that does not exist yet; a file of that name is an article.
pub(super) fn refuse_planned(arguments: &[OsString]) -> Result<(), Error> {
    let asked = arguments.get(1).and_then(|first| PLANNED.iter().find(|name| *first == **name));
    match asked {
        Some(name) if !Path::new(name).exists() => {
            let what = format!("The command {name} is planned, but not in this version");
            Err(Error::new(what).hint("pressdiff --help shows what there is"))
        }
        Some(_) | None => Ok(()),
    }
}

/// An error of the parser in our words.
pub(super) fn usage(error: &clap::Error, arguments: &[OsString]) -> Error {
    let about = |kind: ContextKind| error.get(kind).map(spelled);
    let argument = about(ContextKind::InvalidArg).unwrap_or_default();
    let value = about(ContextKind::InvalidValue).unwrap_or_default();
    let kind = error.kind();
    if value.is_empty() && argument.starts_with(['<', '[']) {
        return missing(&argument, kind);
    }
    if kind == Wrong::ArgumentConflict && !argument.is_empty() {
        let prior = about(ContextKind::PriorArg).unwrap_or_default();
        let [one, other] = [&argument, &prior].map(|each| name(each));
        return Error::new(format!("{one} does not go with {other}"))
            .hint(format!("leave out {one} or {other}"));
    }
    if kind == Wrong::MissingRequiredArgument {
        let is_given = |name: &&str| arguments.iter().any(|each| each.to_string_lossy().starts_with(*name));
        let option = ["--keys", "--size"].into_iter().find(is_given).unwrap_or("That");
        return Error::new(format!("{option} works on a screen that is printed"))
            .hint(format!("add {}", name(&argument)));
    }
    let text = error.render().to_string();
    let first = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
    let what = if kind == Wrong::InvalidValue && value.is_empty() {
        format!("{argument} lacks its value")
    } else if kind == Wrong::InvalidValue || kind == Wrong::ValueValidation {
        format!("'{value}' is no value for {argument}")
    } else if kind == Wrong::UnknownArgument && argument.starts_with('-') {
        match arguments.get(1).map(|first| first.to_string_lossy()).filter(|first| is_command(first)) {
            Some(command) => format!("The command {command} has no option {argument}"),
            None => format!("There is no option {argument}"),
        }
    } else if kind == Wrong::UnknownArgument {
        format!("'{argument}' is one argument too many")
    } else if kind == Wrong::ArgumentConflict {
        "There is one argument too many".to_owned()
    } else {
        first.to_owned()
    };
    Error::new(what).hint(hint(error, first))
}

/// What would be right: similar or valid values, or the message of our own value parser.
fn hint(error: &clap::Error, first_line: &str) -> String {
    /// A longer list of choices, in bytes, is not shown next to a suggested one.
    const SHORT: usize = 60;
    let about = |kind: ContextKind| error.get(kind).map(spelled);
    let suggested = [ContextKind::SuggestedValue, ContextKind::SuggestedArg].into_iter().find_map(about);
    match (suggested, about(ContextKind::ValidValue).filter(|valid| !valid.is_empty())) {
        (Some(suggested), Some(valid)) if valid.len() < SHORT => {
            format!("did you mean {suggested}? choose from {valid}")
        }
        (Some(suggested), _) => format!("did you mean {suggested}? pressdiff --help lists what there is"),
        (None, Some(valid)) => format!("choose from {valid}"),
        (None, None) => match first_line.split_once("': ") {
            // the message follows the value and the argument
            Some((_, message)) if error.kind() == Wrong::ValueValidation => message.to_owned(),
            _ => "pressdiff LEFT RIGHT compares two articles, pressdiff --help shows the rest".to_owned(),
        },
    }
}

/// The error for an argument of a command that is missing or empty.
fn missing(argument: &str, kind: Wrong) -> Error {
    let wrong = |what: &str, hint: &str| Error::new(what).hint(hint);
    let is_empty = kind == Wrong::InvalidValue;
    let a_file = "name a file, or - for standard input";
    let two = "pressdiff LEFT RIGHT compares two files, pressdiff demo shows two that are built in";
    match (argument, is_empty) {
        ("<LEFT>", true) => wrong("The name of the first article is empty", a_file),
        ("<RIGHT>", true) => wrong("The name of the second article is empty", a_file),
        ("<FILE>", true) => wrong("The name of the article is empty", a_file),
        ("<FILE>", false) => wrong("The article is missing", "pressdiff inspect FILE shows one article"),
        ("<NAME>", _) => {
            let names: Vec<&str> = DOCUMENTS.iter().map(|each| each.name).collect();
            wrong("The name of the document is missing", &format!("choose from {}", names.join(", ")))
        }
        ("<SHELL>", _) => {
            let shells = clap_complete::Shell::value_variants().iter().map(ToString::to_string);
            let shells: Vec<String> = shells.collect();
            wrong("The name of the shell is missing", &format!("choose from {}", shells.join(", ")))
        }
        ("<RIGHT>", false) => wrong("The second article is missing", two),
        _ => wrong("Two articles are missing", two),
    }
}

fn is_command(name: &str) -> bool {
    Cli::command().get_subcommands().any(|command| command.get_name() == name)
}

/// An option without its value: `--format` of `--format <FORMAT>`.
fn name(option: &str) -> &str {
    option.split([' ', '[', '=']).next().unwrap_or_default()
}

fn spelled(value: &ContextValue) -> String {
    if let ContextValue::Strings(all) = value { all.join(", ") } else { value.to_string() }
}
