//! Fixed output: the settings file, its path, completions.

use std::path::PathBuf;

use clap::Command;

use crate::error::Error;
use crate::tui;

/// The settings file with every setting and its default.
pub(crate) fn settings_file() -> String {
    format!("{}\n{}", include_str!("../../assets/config.toml").trim_end(), tui::key_settings())
}

/// The path of the settings file, as a line.
pub(crate) fn path(file: Option<PathBuf>) -> Result<Vec<u8>, Error> {
    let file = file.ok_or_else(|| {
        Error::new("There is no folder for settings, because HOME is not set")
            .hint("name a file with --config")
    })?;
    Ok(format!("{}\n", file.display()).into_bytes())
}

/// The completions of a program for a shell.
pub(crate) fn completions(shell: clap_complete::Shell, mut program: Command) -> Vec<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut program, "pressdiff", &mut script);
    script
}
