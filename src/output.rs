//! Bytes to standard output or to a file: the only writer.
//!
//! A file is written whole or not at all, and never over an article that was
//! read. Whoever reads standard output may stop when they have seen enough.

use std::fs::{self, Metadata};
use std::io::{ErrorKind as Io, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind, quoted, wrong_way};
use crate::load::Input;

/// Writes to standard output; a reader that has closed its end is content.
///
/// # Errors
/// Where standard output takes no more, for instance on a full disk.
pub fn print(bytes: &[u8]) -> Result<(), Error> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Ok(()) => Ok(()),
        Err(cause) if cause.kind() == Io::BrokenPipe => Ok(()),
        Err(cause) => Err(Error::new(ErrorKind::Output, "Standard output cannot be written")
            .because(&cause)
            .hint("nothing may be missing from a report, so send it elsewhere, for instance with -o FILE")),
    }
}

/// Writes a file whole or not at all.
///
/// # Errors
/// Where the file cannot be written; what stood there before still does.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let trouble = |cause: std::io::Error| cannot_write(path, &cause);
    // a link to a file stays a link
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(cause) if cause.kind() == Io::NotFound => path.to_owned(),
        Err(cause) => return Err(trouble(cause)),
    };
    let before = fs::metadata(&target).ok();
    if before.as_ref().is_some_and(|before| !before.is_file()) {
        // a device or a named pipe cannot be replaced, only written to
        return fs::OpenOptions::new()
            .write(true)
            .open(&target)
            .and_then(|mut file| file.write_all(bytes))
            .or_else(|cause| if cause.kind() == Io::BrokenPipe { Ok(()) } else { Err(cause) })
            .map_err(trouble);
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut file = temporary(folder, before.as_ref()).map_err(trouble)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(trouble)?;
    file.persist(&target).map_err(|failed| trouble(failed.error))?;
    Ok(())
}

/// Refuses an output file that is one of the articles, by whatever name.
///
/// # Errors
/// Where it is.
pub fn refuse_inputs(output: &Path, inputs: &[Input]) -> Result<(), Error> {
    for input in inputs {
        let path = match input {
            Input::Path(path) => path.clone(),
            Input::Stdin => PathBuf::from("/dev/stdin"),
        };
        if same_file(output, &path) {
            return Err(Error::new(ErrorKind::Output, format!("{} is one of the articles", quoted(output)))
                .hint("choose another name for the report"));
        }
    }
    Ok(())
}

/// Refuses to write over the review.
///
/// # Errors
/// Where the file is the review, by whatever name.
pub fn refuse_review(output: &Path, review: Option<&Path>) -> Result<(), Error> {
    if review.is_some_and(|review| output == review || same_file(output, review)) {
        return Err(Error::new(ErrorKind::Output, format!("{} is the review", quoted(output)))
            .hint("choose another name for the report"));
    }
    Ok(())
}

/// Refuses to write over a file that pressdiff did not write.
///
/// Its own reports are known by what they say of their maker; the notation of wdiff
/// has no room for that, so a file called `.wdiff` counts where it has such marks.
/// An empty file is nobody's, and a device or a pipe holds nothing.
///
/// # Errors
/// Where there is such a file.
pub fn refuse_foreign(path: &Path) -> Result<(), Error> {
    let is_file = fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() > 0);
    if !is_file {
        return Ok(());
    }
    if fs::read(path).is_ok_and(|bytes| is_own(path, &bytes)) {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::Output,
        format!("{} is there already, and pressdiff did not write it", quoted(path)),
    )
    .hint("choose another name, or add --force to write over it"))
}

fn is_own(path: &Path, bytes: &[u8]) -> bool {
    let holds = |mark: &[u8]| bytes.windows(mark.len()).any(|part| part == mark);
    let is_wdiff = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("wdiff"));
    holds(b"pressdiff") || is_wdiff && (holds(b"[-") || holds(b"{+"))
}

/// Refuses a folder where a file is to be written.
///
/// # Errors
/// Where it is one.
pub fn refuse_folder(path: &Path) -> Result<(), Error> {
    if !path.is_dir() {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Output, format!("{} is a folder", quoted(path))).hint("add a file name to it"))
}

fn temporary(folder: &Path, before: Option<&Metadata>) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".pressdiff-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // what is new gets what the user's umask leaves; what is replaced keeps its own
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let file = builder.tempfile_in(folder)?;
    if let Some(before) = before {
        file.as_file().set_permissions(before.permissions())?;
    }
    Ok(file)
}

fn cannot_write(path: &Path, cause: &std::io::Error) -> Error {
    if let Err(folder) = refuse_folder(path) {
        return folder;
    }
    let error = Error::new(ErrorKind::Output, format!("{} cannot be written", quoted(path))).because(cause);
    if let Some(hint) = wrong_way(path, cause) {
        return error.hint(hint);
    }
    let kind = cause.kind();
    if kind == Io::NotFound {
        return error.hint("make its folder first");
    }
    if [Io::PermissionDenied, Io::ReadOnlyFilesystem].contains(&kind) {
        return error.hint("ask for leave to write there, or choose another place");
    }
    if [Io::StorageFull, Io::QuotaExceeded].contains(&kind) {
        return error.hint("make room there, or choose another place");
    }
    error.hint("choose another place")
}

/// Whether both paths lead to one file, through links of either sort.
fn same_file(a: &Path, b: &Path) -> bool {
    let (Ok(first), Ok(second)) = (fs::metadata(a), fs::metadata(b)) else { return false };
    if !first.is_file() || !second.is_file() {
        return false;
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        if (first.dev(), first.ino()) == (second.dev(), second.ino()) {
            return true;
        }
    }
    matches!((fs::canonicalize(a), fs::canonicalize(b)), (Ok(a), Ok(b)) if a == b)
}
