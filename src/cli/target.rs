//! Where a report goes and how it is written, from what was said and what can be told from it.

use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind, quoted};
use crate::export::{EXPORTERS, Exporter};
use crate::output::refuse_folder;
use crate::settings::Target;

/// Where a report goes: the format that was asked for, else what the file's extension says, else text.
pub(super) fn target(
    format: Option<&'static Exporter>,
    output: Option<PathBuf>,
    fits: fn(&Exporter) -> bool,
) -> Result<Target, Error> {
    let file = output.filter(|path| path.as_os_str() != "-");
    let format = match (format, &file) {
        (Some(format), _) => format,
        (None, None) => text_report(),
        (None, Some(path)) => {
            let extension = path.extension().unwrap_or_default().to_string_lossy();
            let named = Exporter::from_extension(&extension).filter(|exporter| fits(exporter));
            named.ok_or_else(|| unknown_extension(path, fits))?
        }
    };
    Ok(Target { format, file })
}

/// What is printed where no format was asked for.
fn text_report() -> &'static Exporter {
    Exporter::from_name("text").expect("the registry has the text report")
}

fn unknown_extension(path: &Path, fits: fn(&Exporter) -> bool) -> Error {
    if let Err(folder) = refuse_folder(path) {
        return folder;
    }
    let fitting = EXPORTERS.iter().filter(|each| fits(each));
    let known: Vec<String> =
        fitting.flat_map(|each| each.extensions).map(|each| format!(".{each}")).collect();
    Error::new(ErrorKind::Usage, format!("The name {} does not say which format to write", quoted(path)))
        .hint(format!("end it in {}, or name one with --format", known.join(", ")))
}
