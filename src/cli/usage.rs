//! What is wrong with the arguments, as a sentence that says how they would be right.
//!
//! The parser knows what does not fit; here it is said in the words of the help,
//! without the parser's brackets. Invariant: what a user can type is answered
//! with one sentence that names it.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind as Wrong};
use clap::{CommandFactory, ValueEnum};

use super::arguments::Cli;
use crate::error::{Error, ErrorKind};
use crate::export::json::DOCUMENTS;

/// Commands whose names are taken, but that do not exist yet.
pub(super) const PLANNED: &[&str] = &["batch", "find"];

/// Refuses a command that does not exist yet; a file of that name is an article.
pub(super) fn refuse_planned(arguments: &[OsString]) -> Result<(), Error> {
    let asked = arguments.get(1).and_then(|first| PLANNED.iter().find(|name| *first == **name));
    match asked {
        Some(name) if !Path::new(name).exists() => {
            let what = format!("The command {name} is planned, but not in this version");
            Err(Error::new(ErrorKind::Usage, what).hint("pressdiff --help shows what there is"))
        }
        Some(_) | None => Ok(()),
    }
}

/// What is wrong, and what would be right.
pub(super) fn usage(error: &clap::Error, arguments: &[OsString]) -> Error {
    let about = |kind: ContextKind| error.get(kind).map(spelled);
    let argument = about(ContextKind::InvalidArg).unwrap_or_default();
    let value = about(ContextKind::InvalidValue).unwrap_or_default();
    let kind = error.kind();
    let wrong = |what: String, hint: &str| Error::new(ErrorKind::Usage, what).hint(hint);
    if value.is_empty() && argument.starts_with(['<', '[']) {
        return missing(&argument, kind);
    }
    let text = error.render().to_string();
    let first = text.lines().next().unwrap_or_default().trim_start_matches("error: ");
    if kind == Wrong::ArgumentConflict && !argument.is_empty() {
        let prior = about(ContextKind::PriorArg).unwrap_or_default();
        let [one, other] = [&argument, &prior].map(|each| name(each));
        return wrong(format!("{one} does not go with {other}"), &format!("leave out {one} or {other}"));
    }
    if kind == Wrong::MissingRequiredArgument {
        let given = |name: &&str| arguments.iter().any(|each| each.to_string_lossy().starts_with(*name));
        let option = ["--keys", "--size"].into_iter().find(given).unwrap_or("That");
        let what = format!("{option} works on a screen that is printed");
        return wrong(what, &format!("add {}", name(&argument)));
    }
    // what a value parser of ours says stands behind the value and the argument
    let own = first.split_once("': ").filter(|_| kind == Wrong::ValueValidation);
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
    let alike = [ContextKind::SuggestedValue, ContextKind::SuggestedArg].into_iter().find_map(about);
    let hint = match (alike, about(ContextKind::ValidValue).filter(|valid| !valid.is_empty())) {
        (Some(alike), Some(valid)) if valid.len() < SHORT => {
            format!("did you mean {alike}? choose from {valid}")
        }
        (Some(alike), _) => format!("did you mean {alike}? pressdiff --help lists what there is"),
        (None, Some(valid)) => format!("choose from {valid}"),
        (None, None) => own
            .map_or(
                "pressdiff LEFT RIGHT compares two articles, pressdiff --help shows the rest",
                |(_, words)| words,
            )
            .to_owned(),
    };
    wrong(what, &hint)
}

/// A list of choices, in bytes, that is told although one of them seems to be meant.
const SHORT: usize = 60;

/// What is said where a command lacks what it works on, or got an empty name for it.
fn missing(argument: &str, kind: Wrong) -> Error {
    let wrong = |what: &str, hint: &str| Error::new(ErrorKind::Usage, what).hint(hint);
    let empty = kind == Wrong::InvalidValue;
    let a_file = "name a file, or - for standard input";
    let two = "pressdiff LEFT RIGHT compares two files, pressdiff demo shows two that are built in";
    match (argument, empty) {
        ("<LEFT>", true) => wrong("The name of the first article is empty", a_file),
        ("<RIGHT>", true) => wrong("The name of the second article is empty", a_file),
        ("<FILE>", true) => wrong("The name of the article is empty", a_file),
        ("<FILE>", false) => wrong("The article is missing", "pressdiff inspect FILE shows one article"),
        ("<NAME>", _) => {
            let names: Vec<&str> = DOCUMENTS.iter().map(|each| each.name).collect();
            wrong("The name of the document is missing", &format!("choose from {}", names.join(", ")))
        }
        ("<SHELL>", _) => {
            wrong("The name of the shell is missing", &format!("choose from {}", shells().join(", ")))
        }
        ("<RIGHT>", false) => wrong("The second article is missing", two),
        _ => wrong("Two articles are missing", two),
    }
}

fn is_command(name: &str) -> bool {
    Cli::command().get_subcommands().any(|command| command.get_name() == name)
}

/// The shells there are completions for.
fn shells() -> Vec<String> {
    let names = clap_complete::Shell::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    names.map(|value| value.get_name().to_owned()).collect()
}

/// An option without its value: `--format` of `--format <FORMAT>`.
fn name(option: &str) -> &str {
    option.split([' ', '[', '=']).next().unwrap_or_default()
}

fn spelled(value: &ContextValue) -> String {
    if let ContextValue::Strings(all) = value { all.join(", ") } else { value.to_string() }
}
