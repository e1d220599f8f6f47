//! What can go wrong outside of the core, told so that an editor knows what to do.
//!
//! An [`Error`] is a full sentence that names the file, the reason the system gave,
//! and a hint. `main` prints it and leaves with [`EXIT_TROUBLE`]. The core cannot
//! fail and knows nothing of this.

use std::fmt;
use std::io::ErrorKind as Io;
use std::path::Path;

use crate::text::visible::shown_text;

/// The work is done; also where whoever read the output stopped reading.
pub const EXIT_DONE: u8 = 0;
/// There are differences, and `--exit-code` or `--fail-on` asked for them.
pub const EXIT_DIFFERENCES: u8 = 1;
/// Something went wrong; a sentence on standard error says what.
pub const EXIT_TROUBLE: u8 = 2;

/// What went wrong, and what to do about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Error {
    /// Whose business it is.
    pub kind: ErrorKind,
    what: String,
    cause: Option<String>,
    hint: Option<String>,
}

/// Whose business an error is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ErrorKind {
    /// The command line asks for something that does not exist or does not fit together.
    Usage,
    /// An article cannot be read.
    Input,
    /// A setting has no meaning.
    Config,
    /// A report cannot be written.
    Output,
    /// The program is at fault.
    Bug,
}

impl Error {
    /// An error in a few words that name what is concerned, without a stop at the end.
    pub fn new(kind: ErrorKind, what: impl Into<String>) -> Error {
        Error { kind, what: what.into(), cause: None, hint: None }
    }

    /// Adds the reason the system gave.
    #[must_use]
    pub fn because(mut self, cause: &std::io::Error) -> Error {
        self.cause = Some(reason(cause));
        self
    }

    /// Adds what to do next, as a sentence without a stop at the end.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Error {
        self.hint = Some(hint.into());
        self
    }
}

impl std::error::Error for Error {}

/// One paragraph: what, why, what to do. Nothing in it can steer a terminal.
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

/// What is wrong with the way to a file, where that is why the system refused it.
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
        let error = Error::new(ErrorKind::Input, "'a.txt' cannot be read")
            .because(&std::io::Error::from_raw_os_error(13))
            .hint("ask its owner for leave to read it");
        assert_eq!(
            error.to_string(),
            "'a.txt' cannot be read: permission denied; ask its owner for leave to read it."
        );
    }

    #[test]
    fn a_path_cannot_steer_the_terminal() {
        let error = Error::new(ErrorKind::Input, quoted(Path::new("\u{1b}[2Ja")));
        assert_eq!(error.to_string(), "'␛[2Ja'.");
    }
}
