//! Themes by name or file: those that are shipped, and the user's own.

use std::fs;
use std::path::{Path, PathBuf};

use super::file::{Place, place};
use super::folders;
use crate::error::quoted;
use crate::theme::{Fault, Theme};

/// The theme that a name or a file means; none where there is no such name.
///
/// A name is that of a theme that is shipped, else that of a file in `themes/` beside
/// the settings.
///
/// # Errors
/// What is wrong with the file, without a stop at the end.
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
    Theme::read(&text).map(Some).map_err(|faults| told(&path, &text, &faults))
}

/// The file of a theme. `None` for a built-in theme.
pub fn file(name: &str) -> Option<PathBuf> {
    if Theme::by_name(name).is_some() { None } else { path(name) }
}

/// The file that a name means, if any.
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

/// All that is wrong with a theme file, on one line.
fn told(path: &Path, text: &str, faults: &[Fault]) -> String {
    let mut lines: Vec<(Place, &str)> =
        faults.iter().map(|fault| (place(text, &fault.at), fault.why.as_str())).collect();
    lines.sort();
    let line = |(Place { line, column }, why): &(Place, &str)| format!("line {line}, column {column}: {why}");
    format!("{}, {}", quoted(path), lines.iter().map(line).collect::<Vec<_>>().join("; "))
}
