//! The target and format of a report.

use std::path::{Path, PathBuf};

use super::arguments::ComparisonArguments;
use super::choices::on_background_of;
use crate::error::{Error, quoted};
use crate::export::{EXPORTERS, Exporter};
use crate::output::{Existing, refuse_folder};
use crate::settings::{Delivery, Environment, Script, Target};
use crate::tui;

/// The target of a report, in the given format, or the format of the file's extension, or text.
pub(super) fn target(
    format: Option<&'static Exporter>,
    output: Option<PathBuf>,
    fits: fn(&Exporter) -> bool,
) -> Result<Target, Error> {
    let file = output.filter(|path| path.as_os_str() != "-");
    let format = match (format, &file) {
        (Some(format), _) => format,
        (None, None) => Exporter::from_name("text").expect("the registry has the text report"),
        (None, Some(path)) => {
            let extension = path.extension().unwrap_or_default().to_string_lossy();
            let named = Exporter::from_extension(&extension).filter(|exporter| fits(exporter));
            named.ok_or_else(|| unknown_extension(path, fits))?
        }
    };
    Ok(Target { format, file })
}

fn unknown_extension(path: &Path, fits: fn(&Exporter) -> bool) -> Error {
    if let Err(folder) = refuse_folder(path) {
        return folder;
    }
    let fitting = EXPORTERS.iter().filter(|each| fits(each));
    let known: Vec<String> =
        fitting.flat_map(|each| each.extensions).map(|each| format!(".{each}")).collect();
    Error::new(format!("The name {} does not say which format to write", quoted(path)))
        .hint(format!("end it in {}, or name one with --format", known.join(", ")))
}

impl ComparisonArguments {
    /// How the result is delivered.
    pub(super) fn delivery(self, environment: Environment) -> Result<Delivery, Error> {
        if let Some(form) = self.print {
            let keys = self.keys.unwrap_or_default();
            tui::script(&keys).map_err(|why| misspelled(&why))?;
            return Ok(Delivery::Script(Script {
                keys,
                size: self.size,
                form: on_background_of(form, &self.theme),
            }));
        }
        let has_screen = environment.terminal || (self.notes.is_some() && environment.device.is_some());
        if has_screen && self.format.is_none() && self.output.is_none() {
            return Ok(Delivery::Screen);
        }
        let Target { format, file } = match self.notes {
            Some(path) => target(Exporter::from_name("notes"), Some(path), |_| true)?,
            None => target(self.format, self.output, |_| true)?,
        };
        Ok(match file {
            Some(path) => Delivery::Write(format, path),
            None => Delivery::Print(format),
        })
    }
}

/// Whether --force allows replacing a file that is not a report.
pub(super) fn existing(force: bool) -> Existing {
    if force { Existing::Overwrite } else { Existing::Keep }
}

/// The error for keys that the screen does not know.
fn misspelled(why: &str) -> Error {
    let error = |what: &str| Error::new(format!("--keys is invalid: {what}"));
    match why.trim_end_matches('.').split_once(". ") {
        Some((what, hint)) => error(what).hint(hint.replacen("Write", "write", 1)),
        None => error(why),
    }
}
