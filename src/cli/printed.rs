//! What is printed as it is: the settings file, where it is read from, completions.

use std::path::PathBuf;

use clap::CommandFactory;

use super::{Cli, Job, configured};
use crate::error::{Error, ErrorKind};
use crate::tui;

/// The settings file with every setting and its default.
pub(super) fn settings_file() -> String {
    format!("{}\n{}", include_str!("../../assets/config.toml").trim_end(), tui::key_settings())
}

/// Where the settings are read from, as a line.
pub(super) fn path(asked: Option<PathBuf>) -> Result<Job, Error> {
    let path = asked.or_else(configured::standard_path).ok_or_else(|| {
        Error::new(ErrorKind::Config, "There is no folder for settings, because HOME is not set")
            .hint("name a file with --config")
    })?;
    Ok(Job::Print(format!("{}\n", path.display()).into_bytes()))
}

/// A completion script.
pub(super) fn completions(shell: clap_complete::Shell) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "pressdiff", &mut script);
    script
}
