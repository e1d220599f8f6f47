//! The settings file as arguments: its entries are parsed like options of the command line.
//!
//! So the file accepts every option without a change here, with the same meaning. Invariants: typed
//! options win over the file, and an entry that conflicts with a typed option is ignored; all errors
//! of the file are reported at once.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, CommandFactory};

use super::arguments::Cli;
use super::usage;
use crate::error::{Error, quoted};
use crate::output::{InUse, Role};
use crate::settings::file::{self, Entry, File, Problem, Value};
use crate::settings::{Environment, folders, themes};
use crate::text::nearest::unknown;
use crate::tui::{KeySetting, Keymap, remapped};

/// The arguments of one run, with those of the settings file.
pub(super) struct Configured {
    /// The arguments.
    pub(super) matches: ArgMatches,
    /// The keys of the screen, if there is a settings file.
    pub(super) keymap: Option<Keymap>,
    /// The settings file, if there is one.
    pub(super) file: Option<PathBuf>,
}

impl Configured {
    /// The settings file and the theme file of this run.
    pub(super) fn in_use(&self) -> Vec<InUse> {
        let inner = self.matches.subcommand().map_or(&self.matches, |(_, inner)| inner);
        let theme = inner.try_get_raw("theme").ok().flatten().and_then(Iterator::last);
        let theme = theme.and_then(|name| themes::file(&name.to_string_lossy()));
        let files = [(self.file.clone(), Role::Settings), (theme, Role::Theme)];
        files.into_iter().filter_map(|(path, role)| Some(InUse { path: path?, role })).collect()
    }
}

/// Options of a single run, which the file may not have.
const OF_ONE_RUN: [&str; 9] =
    ["config", "keys", "print", "size", "output", "force", "verdict", "review", "notes"];

/// The default path of the settings file.
pub(super) fn standard_path() -> Option<PathBuf> {
    folders::config().map(|folder| folder.join("config.toml"))
}

/// Adds the entries of the settings file to valid arguments.
pub(super) fn configured(
    matches: ArgMatches,
    arguments: &[OsString],
    environment: Environment,
) -> Result<Configured, Error> {
    let (inner, at) = match matches.subcommand() {
        None => (&matches, 1),
        Some(("demo" | "config", inner)) => (inner, 2),
        Some(_) => return Ok(Configured { matches, keymap: None, file: None }),
    };
    let Some(file) = read(inner.get_one::<PathBuf>("config"))? else {
        return Ok(Configured { matches, keymap: None, file: None });
    };
    let path = Some(file.path.clone());
    let mut command = Cli::command();
    command.build();
    let mut problems = Vec::new();
    let keymap = Some(keymap(&file, &mut problems));
    let mut added = Vec::new();
    for entry in &file.entries {
        match spelled(&command, entry) {
            Ok((arg, words)) if !is_overruled(&command, arg, inner, environment) => added.extend(words),
            Ok(_) => {}
            Err(problem) => problems.push(problem),
        }
    }
    if !problems.is_empty() {
        return Err(file::refuse(&file.path, problems));
    }
    let has_options = matches.subcommand_name() != Some("config");
    if added.is_empty() || !has_options {
        return Ok(Configured { matches, keymap, file: path });
    }
    let mut all = arguments.to_vec();
    all.splice(at..at, added.into_iter().map(OsString::from));
    // each entry is valid by itself; they can only conflict with each other
    let matches = command.try_get_matches_from(&all).map_err(|error| {
        let error = usage::usage(&error, &all).to_string();
        let what = format!(
            "The settings in {} do not fit together: {}",
            quoted(&file.path),
            error.trim_end_matches('.')
        );
        Error::new(what)
    })?;
    Ok(Configured { matches, keymap, file: path })
}

/// The given file, or the default one if it exists.
fn read(asked: Option<&PathBuf>) -> Result<Option<File>, Error> {
    let Some(path) = asked else {
        return standard_path().map_or(Ok(None), |path| file::read(&path));
    };
    match file::read(path)? {
        Some(file) => Ok(Some(file)),
        None => Err(Error::new(format!("There is no file {}", quoted(path)))
            .hint("check the spelling; pressdiff config > FILE makes one with every setting")),
    }
}

/// An entry as arguments of the command line, with its option.
fn spelled<'a>(command: &'a Command, entry: &Entry) -> Result<(&'a Arg, Vec<String>), Problem> {
    let name = &entry.name.what;
    let known = || command.get_arguments().filter(|arg| !is_of_one_run(arg));
    let wrong = |place, what: String| Problem { place, what };
    let Some(arg) = command.get_arguments().find(|arg| arg.get_long() == Some(name)) else {
        let names = known().filter_map(Arg::get_long);
        return Err(wrong(entry.name.place, unknown("setting", name, names)));
    };
    if is_of_one_run(arg) {
        let what = format!("{name} belongs to one run; say it on the command line");
        return Err(wrong(entry.name.place, what));
    }
    let is_switch = matches!(arg.get_action(), ArgAction::SetTrue);
    let many = matches!(arg.get_action(), ArgAction::Append);
    let mut words = Vec::new();
    match &entry.value.what {
        Value::Switch(on) if is_switch => {
            let word = on.then(|| format!("--{name}"));
            return Ok((arg, word.into_iter().collect()));
        }
        Value::Switch(on) => words.push((entry.value.place, if *on { "on" } else { "off" })),
        Value::Word(_) | Value::List(_) if is_switch => {
            return Err(wrong(entry.value.place, format!("{name} takes true or false")));
        }
        Value::Word(word) => words.push((entry.value.place, word.as_str())),
        Value::List(_) if !many => {
            return Err(wrong(entry.value.place, format!("{name} takes one word, not a list")));
        }
        Value::List(list) => words.extend(list.iter().map(|each| (each.place, each.what.as_str()))),
    }
    for (place, word) in &words {
        check(command, arg, word).map_err(|what| wrong(*place, what))?;
    }
    Ok((arg, words.into_iter().map(|(_, word)| format!("--{name}={word}")).collect()))
}

/// Whether the file may not have an option.
fn is_of_one_run(arg: &Arg) -> bool {
    let id = arg.get_id().as_str();
    OF_ONE_RUN.contains(&id) || matches!(id, "help" | "version") || arg.is_positional()
}

/// Checks with the parser whether an option accepts a word.
fn check(command: &Command, arg: &Arg, word: &str) -> Result<(), String> {
    let name = arg.get_long().unwrap_or_default();
    let line = ["pressdiff".to_owned(), "demo".to_owned(), format!("--{name}={word}")].map(OsString::from);
    match command.clone().try_get_matches_from(&line) {
        Ok(_) => Ok(()),
        Err(error) => {
            let what = usage::usage(&error, &line).to_string();
            let typed = arg.to_string();
            Err(what.trim_end_matches('.').replacen(&typed, name, 1).replace(&format!("--{name}"), name))
        }
    }
}

/// Whether a typed option or the environment overrides an entry of the file.
fn is_overruled(command: &Command, arg: &Arg, typed: &ArgMatches, environment: Environment) -> bool {
    let is_typed = |id: &str| {
        typed.try_contains_id(id).unwrap_or(false) && typed.value_source(id) == Some(ValueSource::CommandLine)
    };
    let id = arg.get_id().as_str();
    let conflicting = |other: &Arg| {
        command.get_arg_conflicts_with(arg).iter().any(|each| each.get_id() == other.get_id())
            || command.get_arg_conflicts_with(other).iter().any(|each| each.get_id() == arg.get_id())
    };
    is_typed(id)
        || id == "color" && environment.no_color
        // the extension of the output file selects a format, too
        || id == "format" && is_typed("output")
        || command.get_arguments().any(|other| is_typed(other.get_id().as_str()) && conflicting(other))
}

/// The keys that the file sets.
fn keymap(file: &File, problems: &mut Vec<Problem>) -> Keymap {
    let words = |entry: &Entry| match &entry.value.what {
        Value::Word(word) => vec![word.clone()],
        Value::List(list) => list.iter().map(|each| each.what.clone()).collect(),
        Value::Switch(_) => Vec::new(),
    };
    for entry in &file.keys {
        if let Value::Switch(_) = entry.value.what {
            let what = format!("{} takes keys, such as [\"j\", \"<down>\"]", entry.name.what);
            problems.push(Problem { place: entry.value.place, what });
        }
    }
    let setting = |entry: &Entry| KeySetting { command: entry.name.what.clone(), keys: words(entry) };
    remapped(&file.keys.iter().map(setting).collect::<Vec<_>>()).unwrap_or_else(|errors| {
        for error in errors {
            let entry = &file.keys[error.setting];
            let place = match (&entry.value.what, error.key) {
                (Value::List(list), Some(key)) => list[key].place,
                (Value::Word(_), Some(_)) => entry.value.place,
                (Value::Switch(_) | Value::Word(_) | Value::List(_), _) => entry.name.place,
            };
            problems.push(Problem { place, what: error.why });
        }
        Keymap::standard()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::{Job, parse, printed::settings_file};
    use crate::theme::Depth;

    const NOWHERE: Environment = Environment {
        terminal: false,
        device: None,
        depth: Depth::None,
        background: None,
        no_color: false,
        git: false,
    };

    /// What these arguments ask for, with this settings file.
    fn job(settings: &str, arguments: &[&str]) -> Result<Job, Error> {
        job_in(NOWHERE, settings, arguments)
    }

    fn job_in(environment: Environment, settings: &str, arguments: &[&str]) -> Result<Job, Error> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("config.toml");
        std::fs::write(&path, settings).expect("a file");
        let config = format!("--config={}", path.display());
        let line = ["pressdiff", "demo"].iter().chain(arguments).copied().chain([config.as_str()]);
        let mut job = parse(line.map(OsString::from).collect::<Vec<_>>(), environment)?;
        if let Job::Demo(settings) = &mut job {
            // its path differs from test to test
            settings.in_use.clear();
        }
        Ok(job)
    }

    #[track_caller]
    fn same(settings: &str, typed_with_them: &[&str], typed_alone: &[&str]) {
        let [with, alone] = [(settings, typed_with_them), ("", typed_alone)]
            .map(|(settings, typed)| format!("{:?}", job(settings, typed).expect("a job")));
        assert_eq!(with, alone, "{settings}");
    }

    #[track_caller]
    fn wrong(settings: &str, words: &[&str]) {
        let error = job(settings, &[]).expect_err(settings).to_string();
        for word in words {
            assert!(error.contains(word), "{word:?} is not in {error:?}");
        }
    }

    #[test]
    fn the_defaults_that_are_shown_are_the_defaults() {
        let shown = settings_file();
        let uncommented = shown.lines().map(|line| match line.strip_prefix('#') {
            Some(entry) if entry.starts_with(|c: char| c.is_ascii_lowercase()) => format!("{entry}\n"),
            _ => format!("{line}\n"),
        });
        let uncommented: String = uncommented.collect();
        assert_ne!(uncommented, shown);
        same(&uncommented, &[], &[]);
        same(&shown, &[], &[]);
    }

    #[test]
    fn every_option_has_its_place_in_the_file() {
        let shown = settings_file();
        for arg in Cli::command().get_arguments().filter(|arg| !is_of_one_run(arg)) {
            let name = arg.get_long().expect("an option");
            let has = |start: &str| shown.lines().any(|line| line.starts_with(&format!("{start}{name} = ")));
            assert!(has("#") || has("# "), "{name} is not in assets/config.toml");
        }
    }

    #[test]
    fn an_entry_is_as_good_as_an_option() {
        same("threshold = \"sure\"\nlifted-run = 9\n", &[], &["--threshold", "sure", "--lifted-run", "9"]);
        same(
            "only = [\"number\", \"name\"]\nexit-code = true\n",
            &[],
            &["--only=number,name", "--exit-code"],
        );
        same("only = \"number,name\"\nmouse = false\n", &[], &["--only=number,name", "--mouse=off"]);
        same("label-left = \"The “Wire”\"\n", &[], &["--label-left", "The “Wire”"]);
    }

    #[test]
    fn what_is_typed_wins() {
        same("theme = \"mono\"\n", &["--theme", "light"], &["--theme", "light"]);
        same("only = [\"number\"]\n", &["--only", "name"], &["--only", "name"]);
        same("exit-code = true\n", &["--fail-on", "name"], &["--fail-on", "name"]);
        same("format = \"text\"\n", &["-o", "a.html"], &["-o", "a.html"]);
        same("format = \"text\"\n", &["--print", "--keys", "q"], &["--print", "--keys", "q"]);
        let quiet = Environment { no_color: true, ..NOWHERE };
        let [with, alone] = ["color = \"always\"\n", ""]
            .map(|settings| format!("{:?}", job_in(quiet, settings, &[]).expect("a job")));
        assert_eq!(with, alone, "NO_COLOR wins over the file");
    }

    #[test]
    fn what_cannot_be_followed_is_told_with_its_place() {
        wrong(
            "themee = \"dark\"\n",
            &["config.toml', line 1, column 1: there is no setting themee; the nearest is theme."],
        );
        wrong(
            "\ncolor = \"purple\"\n",
            &["line 2, column 9: 'purple' is no value for color", "auto, always, never"],
        );
        wrong("lifted-run = 0\n", &["line 1, column 14: '0' is no value for lifted-run", "such as 6"]);
        wrong("exit-code = \"yes\"\n", &["exit-code takes true or false"]);
        wrong("theme = [\"dark\"]\n", &["theme takes one word, not a list"]);
        wrong("output = \"a.html\"\n", &["output belongs to one run; say it on the command line"]);
        wrong(
            "exit-code = true\nfail-on = [\"name\"]\n",
            &["do not fit together", "--exit-code does not go with --fail-on"],
        );
        wrong("[keys]\ndown = [\"j\", \"n\"]\n", &["line 2, column 14: n calls next-match, too"]);
        wrong("[keys]\ndown = true\n", &["line 2, column 8: down takes keys"]);
        wrong(
            "colour = 1\n[keys]\ndwon = [\"j\"]\nup = [\"<uhp>\"]\n",
            &[
                "has 3 errors",
                "line 1, column 1: there is no setting colour; the nearest is color;",
                "line 3, column 1: there is no command dwon; the nearest is down;",
                "line 4, column 7: “<uhp>” is not a key",
            ],
        );
    }
}
