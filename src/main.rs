//! The program: parses the arguments, runs the job, prints an error, exits.

use std::any::Any;
use std::io::Write;
use std::process::ExitCode;

use pressdiff::error::{EXIT_TROUBLE, Error};
use pressdiff::settings::Environment;
use pressdiff::{cli, run};

fn main() -> ExitCode {
    #[cfg(feature = "ablation")]
    if let Ok(names) = std::env::var("PRESSDIFF_WITHOUT") {
        pressdiff::ablation::switch_off(names.split(',')).expect("names of rows, separated by commas");
    }
    let work = || cli::parse(std::env::args_os(), Environment::read()).and_then(run::run);
    match std::panic::catch_unwind(work).unwrap_or_else(|panic| Err(bug(&*panic))) {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            // if standard error cannot be written, the exit status must suffice
            let _ = writeln!(std::io::stderr(), "pressdiff: {error}");
            ExitCode::from(EXIT_TROUBLE)
        }
    }
}

/// The error after the lines of a panic, which may have scrolled away.
fn bug(panic: &(dyn Any + Send)) -> Error {
    let said = panic.downcast_ref::<String>().map(String::as_str);
    let said = said.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no reason was given");
    Error::new(format!("This is a fault of pressdiff ({said}), not of the articles"))
        .hint("please report it with the lines above and, if you may, both articles")
}
