//! The thin binary: parse, run, print the error, leave.

use std::process::ExitCode;

use pressdiff::error::EXIT_TROUBLE;
use pressdiff::settings::Environment;
use pressdiff::{cli, run};

fn main() -> ExitCode {
    match cli::parse(std::env::args_os(), Environment::read()).and_then(run::run) {
        Ok(status) => ExitCode::from(status),
        Err(error) => {
            #[allow(clippy::print_stderr)] // the one place
            {
                eprintln!("pressdiff: {error}");
            }
            ExitCode::from(EXIT_TROUBLE)
        }
    }
}
