//! Errors outside of the core, with what an editor can do about them.
//!
//! An [`Error`] is a full sentence with the file, the reason of the system and a hint. `main` prints
//! it and exits with [`EXIT_TROUBLE`]. The core cannot fail.

use std::fmt;
use std::io::ErrorKind as Io;
use std::path::Path;

use crate::text::visible::shown_text;

/// The work is done, or the reader of the output closed it.
pub const EXIT_DONE: u8 = 0;
/// There are differences, and `--exit-code` or `--fail-on` asked for them.
pub const EXIT_DIFFERENCES: u8 = 1;
/// An error; standard error has a sentence about it.
pub const EXIT_TROUBLE: u8 = 2;

/// An error and what to do about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Error {
    what: String,
    cause: Option<String>,
    hint: Option<String>,
}

impl Error {
    /// An error as a sentence without a period.
    pub fn new(what: impl Into<String>) -> Error {
        Error { what: what.into(), cause: None, hint: None }
    }

    /// Adds the reason of the system.
    #[must_use]
    pub fn because(mut self, cause: &std::io::Error) -> Error {
        self.cause = Some(reason(cause));
        self
    }

    /// Adds what to do next, as a sentence without a period.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Error {
        self.hint = Some(hint.into());
        self
    }
}

impl std::error::Error for Error {}

/// One paragraph: what, why, what to do. Control characters are made visible.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = |text: &str| text.lines().map(shown_text).collect::<Vec<_>>().join("\n");
        f.write_str(&lines(&self.what))?;
        if let Some(cause) = &self.cause {
            write!(f, ": {}", lines(cause))?;
        }
        match &self.hint {
            Some(hint) => write!(f, "; {}.", lines(hint)),
            None => f.write_str("."),
        }
    }
}

/// A path as messages show it.
pub fn quoted(path: &Path) -> String {
    format!("'{}'", path.display())
}

/// The problem with the folders or links of a path, if that is why the system refused it.
pub fn wrong_way(path: &Path, cause: &std::io::Error) -> Option<String> {
    if let Some(file) = path.ancestors().skip(1).find(|folder| folder.is_file()) {
        return Some(format!("{} is a file, not a folder", quoted(file)));
    }
    let other = !matches!(cause.kind(), Io::NotFound | Io::PermissionDenied);
    (other && path.is_symlink() && !path.exists()).then(|| "it is a link that leads to itself".to_owned())
}

/// The system's reason in lower case and without its number: `permission denied`.
fn reason(cause: &std::io::Error) -> String {
    let text = cause.to_string();
    let text = text.split(" (os error").next().unwrap_or_default();
    let mut letters = text.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_a_sentence_with_its_reason_and_what_to_do() {
        let error = Error::new("'a.txt' cannot be read")
            .because(&std::io::Error::from_raw_os_error(13))
            .hint("ask its owner for leave to read it");
        assert_eq!(
            error.to_string(),
            "'a.txt' cannot be read: permission denied; ask its owner for leave to read it."
        );
    }

    #[test]
    fn a_path_cannot_steer_the_terminal() {
        let error = Error::new(quoted(Path::new("\u{1b}[2Ja")));
        assert_eq!(error.to_string(), "'␛[2Ja'.");
    }
}
