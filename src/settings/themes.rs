//! Built-in and user themes.

use std::fs;
use std::path::{Path, PathBuf};

use super::file::{Place, place};
use super::folders;
use crate::error::quoted;
use crate::theme::{Theme, ThemeError};

/// The theme with a name or in a file; `None` for an unknown name.
///
/// A name is that of a built-in theme, or that of a file in the folder `themes` of the settings.
///
/// # Errors
/// The errors of the file, without a period.
pub fn theme(name: &str) -> Result<Option<Theme>, String> {
    if let Some(theme) = Theme::by_name(name) {
        return Ok(Some(theme));
    }
    let Some(path) = path(name) else { return Ok(None) };
    let text = fs::read_to_string(&path).map_err(|cause| {
        let cause = cause.to_string().to_lowercase();
        let cause = cause.split(" (os error").next().unwrap_or_default();
        format!("{} cannot be read: {cause}", quoted(&path))
    })?;
    Theme::read(&text).map(Some).map_err(|errors| message(&path, &text, &errors))
}

/// The file of a theme. `None` for a built-in theme.
pub fn file(name: &str) -> Option<PathBuf> {
    if Theme::by_name(name).is_some() { None } else { path(name) }
}

/// The file of a user theme.
fn path(name: &str) -> Option<PathBuf> {
    let given = Path::new(name);
    if given.extension().is_some_and(|extension| extension == "toml")
        || name.contains(std::path::is_separator)
    {
        return Some(given.to_owned());
    }
    let own = folders::config()?.join("themes").join(format!("{name}.toml"));
    own.is_file().then_some(own)
}

/// The errors of a theme file, on one line.
fn message(path: &Path, text: &str, errors: &[ThemeError]) -> String {
    let mut lines: Vec<(Place, &str)> =
        errors.iter().map(|error| (place(text, &error.range), error.why.as_str())).collect();
    lines.sort();
    let line = |(Place { line, column }, why): &(Place, &str)| format!("line {line}, column {column}: {why}");
    format!("{}, {}", quoted(path), lines.iter().map(line).collect::<Vec<_>>().join("; "))
}
