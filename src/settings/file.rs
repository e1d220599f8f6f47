//! Parses the settings file into entries with their positions.
//!
//! An entry is an option of the command line, read by [`crate::cli`], or the keys of a command. All
//! errors of a file are reported together, each with its line and column.

use std::fs;
use std::io::ErrorKind as Io;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::error::{Error, quoted};

/// A settings file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct File {
    /// Its path.
    pub path: PathBuf,
    /// Its entries, in the order of the file.
    pub entries: Vec<Entry>,
    /// The entries of its table `[keys]`, in the order of the file.
    pub keys: Vec<Entry>,
}

/// A name and its value.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The name.
    pub name: Placed<String>,
    /// The value.
    pub value: Placed<Value>,
}

/// The value of an entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// `true` or `false`.
    Switch(bool),
    /// A word or a number.
    Word(String),
    /// A list of words.
    List(Vec<Placed<String>>),
}

/// Something with its position in the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placed<T> {
    /// The thing.
    pub what: T,
    /// Its position.
    pub place: Place,
}

/// A position in a file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// An error in a file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Problem {
    /// Its position.
    pub place: Place,
    /// The message, without a period.
    pub what: String,
}

/// Reads the settings file; `None` if it does not exist.
///
/// # Errors
/// If it cannot be read or is not valid TOML.
pub fn read(path: &Path) -> Result<Option<File>, Error> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(cause) if cause.kind() == Io::NotFound => return Ok(None),
        Err(cause) => {
            let error = Error::new(format!("The settings in {} cannot be read", quoted(path)));
            return Err(error.because(&cause).hint("fix that, or name another file with --config"));
        }
    };
    let text = String::from_utf8(bytes).map_err(|_| {
        Error::new(format!("The settings in {} are not UTF-8 text", quoted(path))).hint("save them as UTF-8")
    })?;
    let (file, problems) = parse(path, &text);
    if problems.is_empty() { Ok(Some(file)) } else { Err(refuse(path, problems)) }
}

/// The entries of a settings file, and its errors.
pub fn parse(path: &Path, text: &str) -> (File, Vec<Problem>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut problems: Vec<Problem> = errors
        .iter()
        .map(|error| Problem {
            place: place(text, &error.span().unwrap_or_default()),
            what: error.message().to_owned(),
        })
        .collect();
    let mut file = File { path: path.to_owned(), ..File::default() };
    for (name, value) in table.get_ref() {
        if let DeValue::Table(keys) = value.get_ref()
            && name.get_ref() == "keys"
        {
            let entries = keys.iter().filter_map(|(name, value)| entry(text, name, value, &mut problems));
            file.keys = entries.collect();
        } else {
            file.entries.extend(entry(text, name, value, &mut problems));
        }
    }
    file.entries.sort_by_key(|entry| entry.name.place);
    file.keys.sort_by_key(|entry| entry.name.place);
    (file, problems)
}

/// All errors of a file as one.
pub fn refuse(path: &Path, mut problems: Vec<Problem>) -> Error {
    problems.sort();
    problems.dedup();
    if let [Problem { place, what }] = problems.as_slice() {
        let Place { line, column } = place;
        return Error::new(format!("{}, line {line}, column {column}: {what}", quoted(path)));
    }
    let line = |Problem { place: Place { line, column }, what }: &Problem| {
        format!("\n  line {line}, column {column}: {what}")
    };
    let lines = problems.iter().map(line).collect::<Vec<_>>().join(";");
    Error::new(format!("{} has {} errors:{lines}", quoted(path), problems.len()))
}

fn entry(
    text: &str,
    name: &Spanned<impl AsRef<str>>,
    value: &Spanned<DeValue<'_>>,
    problems: &mut Vec<Problem>,
) -> Option<Entry> {
    let name = Placed { what: name.get_ref().as_ref().to_owned(), place: place(text, &name.span()) };
    let at = place(text, &value.span());
    let what = match value.get_ref() {
        DeValue::Boolean(on) => Some(Value::Switch(*on)),
        DeValue::Array(array) => {
            let words = array.iter().map(|each| {
                word(each.get_ref()).map(|what| Placed { what, place: place(text, &each.span()) })
            });
            words.collect::<Option<Vec<_>>>().map(Value::List)
        }
        DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Datetime(_)
        | DeValue::Table(_) => word(value.get_ref()).map(Value::Word),
    };
    let Some(what) = what else {
        let known = if let DeValue::Table(_) = value.get_ref() {
            format!("there is no table [{}], only [keys]", name.what)
        } else {
            format!("{} takes words, not {}", name.what, kind(value.get_ref()))
        };
        problems.push(Problem { place: name.place, what: known });
        return None;
    };
    Some(Entry { name, value: Placed { what, place: at } })
}

/// A value as an argument of the command line.
fn word(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(words) => Some(words.clone().into_owned()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list of other things",
        DeValue::Table(_) => "a table",
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) => "that",
    }
}

/// The position of the start of a byte range.
pub(crate) fn place(text: &str, range: &Range<usize>) -> Place {
    let before = text.as_bytes().get(..range.start).unwrap_or(text.as_bytes());
    let line = before.split(|&byte| byte == b'\n').count();
    let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
    Place { line, column: String::from_utf8_lossy(&before[start..]).chars().count() + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<String> {
        let (_, problems) = parse(Path::new("config.toml"), text);
        problems
            .into_iter()
            .map(|Problem { place, what }| format!("{}:{} {what}", place.line, place.column))
            .collect()
    }

    #[test]
    fn entries_have_positions() {
        let text = "theme = \"light\"\r\nlifted-run = 8\n\n[keys]\n  down = [\"j\", \"ü\", \"x\"]\n";
        let (file, problems) = parse(Path::new("config.toml"), text);
        assert_eq!(problems, []);
        let names: Vec<_> =
            file.entries.iter().map(|entry| (entry.name.what.as_str(), entry.name.place.line)).collect();
        assert_eq!(names, [("theme", 1), ("lifted-run", 2)]);
        assert_eq!(file.entries[1].value.what, Value::Word("8".to_owned()));
        let Value::List(keys) = &file.keys[0].value.what else { panic!("{file:?}") };
        assert_eq!(keys[2].place, Place { line: 5, column: 21 });
    }

    #[test]
    fn all_errors_are_reported_together() {
        let found = problems("theme = light\nonly = \n[colors]\nred = 1\n[keys]\ndown = 2020-01-01\n");
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(
            found.iter().any(|problem| problem == "3:2 there is no table [colors], only [keys]"),
            "{found:?}"
        );
        assert!(found.iter().any(|problem| problem == "6:1 down takes words, not a date"), "{found:?}");
    }

    #[test]
    fn an_error_names_file_line_and_column() {
        let at = |line| Problem { place: Place { line, column: 2 }, what: "no".to_owned() };
        let path = Path::new("c.toml");
        assert_eq!(refuse(path, vec![at(3)]).to_string(), "'c.toml', line 3, column 2: no.");
        assert_eq!(
            refuse(path, vec![at(7), at(3)]).to_string(),
            "'c.toml' has 2 errors:\n  line 3, column 2: no;\n  line 7, column 2: no."
        );
    }
}
