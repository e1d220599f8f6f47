//! Fixed output: the settings file, its path, completions.

use std::path::PathBuf;

use clap::Command;

use crate::error::Error;
use crate::export::EXPORTERS;
use crate::import::FORMATS;
use crate::tui;

/// The settings file with every setting and its default.
pub(crate) fn settings_file() -> String {
    format!("{}\n{}", include_str!("../../assets/config.toml").trim_end(), tui::key_settings())
}

/// The formats that can be read and written, each with its extensions.
pub(crate) fn format_list() -> String {
    let row = |name: &str, extensions: &[&str], doc: &str| {
        let extensions: Vec<String> = extensions.iter().map(|extension| format!(".{extension}")).collect();
        format!("  {name:<13} {:<20} {doc}\n", extensions.join(" "))
    };
    let read: String = FORMATS.iter().map(|format| row(format.name, format.extensions, format.doc)).collect();
    let written: String =
        EXPORTERS.iter().map(|format| row(format.name, format.extensions, format.doc)).collect();
    format!(
        "Articles are read from these formats, which their content shows:\n\n{read}\nReports are written in these:\n\n{written}"
    )
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
