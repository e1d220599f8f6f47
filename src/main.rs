//! The thin binary: parse, run, print the error with its hint, leave.

use std::process::ExitCode;

use pressdiff::error::{EXIT_TROUBLE, Error, ErrorKind};
use pressdiff::settings::Environment;
use pressdiff::{cli, run};

fn main() -> ExitCode {
    let work = || cli::parse(std::env::args_os(), Environment::read()).and_then(run::run);
    match std::panic::catch_unwind(work).unwrap_or_else(|_| Err(bug())) {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            tell(&error);
            ExitCode::from(EXIT_TROUBLE)
        }
    }
}

/// What is said behind the message of a panic.
fn bug() -> Error {
    Error::new(ErrorKind::Bug, "This is a fault of pressdiff, not of the articles")
        .hint("please report it with the lines above and, if you may, both articles")
}

/// One line on standard error; where even that cannot be written, the exit status has to do.
fn tell(error: &Error) {
    use std::io::Write;
    let _ = writeln!(std::io::stderr(), "pressdiff: {error}");
}
