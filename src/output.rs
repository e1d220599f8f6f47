//! Bytes to standard output or to a file: the only writer.
//!
//! A file is written whole or not at all, and only its owner can read it while it is
//! being written. A report replaces nothing but a report, and `--force` never replaces
//! a file that this run reads. A closed pipe on standard output is not an error.

use std::fs::{self, File, Metadata, Permissions};
use std::io::{ErrorKind as Io, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, quoted, wrong_way};
use crate::export::is_own_report;
use crate::load::Input;

/// Writes to standard output. It is no error if the reader closes it.
///
/// # Errors
/// If standard output cannot be written, for instance on a full disk.
pub fn print(bytes: &[u8]) -> Result<(), Error> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Ok(()) => Ok(()),
        Err(cause) if cause.kind() == Io::BrokenPipe => Ok(()),
        Err(cause) => Err(Error::new("Standard output cannot be written")
            .because(&cause)
            .hint("nothing may be missing from a report, so send it elsewhere, for instance with -o FILE")),
    }
}

/// Whether a report may replace a file that is not a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Existing {
    /// No. The screen asks first.
    #[default]
    Keep,
    /// Yes, unless this run reads the file.
    Overwrite,
}

/// A file that this run reads. No report may replace it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InUse {
    /// The file.
    pub path: PathBuf,
    /// Its purpose.
    pub role: Role,
}

impl InUse {
    /// The review.
    pub fn review(path: &Path) -> InUse {
        InUse { path: path.to_owned(), role: Role::Review }
    }
}

/// The purpose of a file that this run reads.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// One of the texts that are compared.
    Article,
    /// Verdicts, notes and pins.
    Review,
    /// The settings.
    Settings,
    /// A theme.
    Theme,
    /// A page for HTML reports.
    Template,
}

/// The articles as files in use.
pub fn articles(inputs: &[Input]) -> impl Iterator<Item = InUse> {
    let path = |input: &Input| match input {
        Input::Path(path) => path.clone(),
        Input::Stdin => PathBuf::from("/dev/stdin"),
    };
    inputs.iter().map(move |input| InUse { path: path(input), role: Role::Article })
}

/// Refuses a target that no report may replace: a file in use, a folder, and by default any file that is not a report.
///
/// Empty files, devices and pipes are allowed: there is nothing to lose.
///
/// # Errors
/// If the target is refused. Links and other spellings of a path do not matter.
pub fn refuse(path: &Path, in_use: &[InUse], existing: Existing) -> Result<(), Error> {
    refuse_in_use(path, in_use)?;
    refuse_folder(path)?;
    match existing {
        Existing::Keep => refuse_foreign(path, path),
        Existing::Overwrite => Ok(()),
    }
}

/// Refuses a file in use.
///
/// # Errors
/// If the path leads to a file in use.
pub fn refuse_in_use(path: &Path, in_use: &[InUse]) -> Result<(), Error> {
    match in_use.iter().find(|used| is_same_file(path, &used.path)) {
        Some(used) => Err(Error::new(format!("{} is {}", quoted(path), used.role.words()))
            .hint("choose another name for the report")),
        None => Ok(()),
    }
}

/// Writes a report whole or not at all.
///
/// Checks the target again, because others may have written to it since the program started.
///
/// # Errors
/// If the file cannot be written or must not be replaced. It is unchanged then.
pub fn write_report(path: &Path, bytes: &[u8], in_use: &[InUse], existing: Existing) -> Result<(), Error> {
    refuse(path, in_use, existing)?;
    let is_allowed = |target: &Path| match existing {
        Existing::Keep => refuse_foreign(target, path),
        Existing::Overwrite => Ok(()),
    };
    write(path, bytes, Readers::AsUsual, is_allowed)
}

/// Writes a review whole or not at all. A new file is private (mode 0600); an existing file keeps its mode.
///
/// # Errors
/// If the file cannot be written. It is unchanged then.
pub fn write_review(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write(path, bytes, Readers::Owner, |_| Ok(()))
}

/// Who may read a new file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Readers {
    /// Everybody that the umask allows.
    AsUsual,
    /// Only its owner.
    Owner,
}

/// Writes a file whole or not at all. `is_allowed` checks the target just before it is replaced.
fn write(
    path: &Path,
    bytes: &[u8],
    readers: Readers,
    is_allowed: impl Fn(&Path) -> Result<(), Error>,
) -> Result<(), Error> {
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
    // private until it is renamed
    let mut file = tempfile::Builder::new().prefix(PREFIX).tempfile_in(folder).map_err(trouble)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(trouble)?;
    let permissions = permissions(file.as_file(), before.as_ref(), readers, folder).map_err(trouble)?;
    is_allowed(&target)?;
    let file = file.persist(&target).map_err(|failed| trouble(failed.error))?;
    if let Some(permissions) = permissions {
        // the content is safe; some file systems have no modes
        let _ = file.set_permissions(permissions);
    }
    Ok(())
}

/// Prefix of temporary files.
const PREFIX: &str = ".pressdiff-";

/// The permissions to set after the rename: those of the replaced file, or those that the umask allows. `None` keeps the
/// file private.
///
/// Keeps the group of the replaced file if the system permits it.
#[cfg(unix)]
fn permissions(
    file: &File,
    before: Option<&Metadata>,
    readers: Readers,
    folder: &Path,
) -> std::io::Result<Option<Permissions>> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    match (before, readers) {
        (Some(before), _) => {
            if before.gid() != file.metadata()?.gid() {
                // only members of the group may do this
                let _ = fchown(file, None, Some(before.gid()));
            }
            Ok(Some(before.permissions()))
        }
        (None, Readers::Owner) => Ok(None),
        (None, Readers::AsUsual) => {
            // the mode of a new file shows the umask
            let everything = Permissions::from_mode(0o666);
            let empty =
                tempfile::Builder::new().prefix(PREFIX).permissions(everything).tempfile_in(folder)?;
            empty.as_file().metadata().map(|metadata| Some(metadata.permissions()))
        }
    }
}

/// The permissions to set after the rename.
#[cfg(not(unix))]
fn permissions(
    _: &File,
    before: Option<&Metadata>,
    _: Readers,
    _: &Path,
) -> std::io::Result<Option<Permissions>> {
    Ok(before.map(Metadata::permissions))
}

/// Refuses a file that is not a report. Messages show `name`, the path that the user typed.
fn refuse_foreign(path: &Path, name: &Path) -> Result<(), Error> {
    let is_file = fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() > 0);
    if !is_file || fs::read(path).is_ok_and(|bytes| is_own_report(&bytes)) {
        return Ok(());
    }
    let what =
        format!("{} is there already, and it is not recognized as a report of pressdiff", quoted(name));
    Err(Error::new(what).hint("choose another name, or add --force to write over it"))
}

/// Refuses a folder as the target of a file.
///
/// # Errors
/// If the path is a folder.
pub fn refuse_folder(path: &Path) -> Result<(), Error> {
    if !path.is_dir() {
        return Ok(());
    }
    Err(Error::new(format!("{} is a folder", quoted(path))).hint("add a file name to it"))
}

fn cannot_write(path: &Path, cause: &std::io::Error) -> Error {
    if let Err(folder) = refuse_folder(path) {
        return folder;
    }
    let denied = "ask for leave to write there, or choose another place";
    let full = "make room there, or choose another place";
    let hints = [
        (Io::NotFound, "make its folder first"),
        (Io::PermissionDenied, denied),
        (Io::ReadOnlyFilesystem, denied),
        (Io::StorageFull, full),
        (Io::QuotaExceeded, full),
    ];
    let known = hints.into_iter().find(|(kind, _)| *kind == cause.kind());
    let hint = wrong_way(path, cause)
        .unwrap_or_else(|| known.map_or("choose another place", |(_, hint)| hint).to_owned());
    Error::new(format!("{} cannot be written", quoted(path))).because(cause).hint(hint)
}

/// Whether both paths lead to one file, through symbolic or hard links. The file may not exist yet.
fn is_same_file(a: &Path, b: &Path) -> bool {
    let (Ok(first), Ok(second)) = (fs::metadata(a), fs::metadata(b)) else {
        return place(a).is_some_and(|a| Some(a) == place(b));
    };
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

/// The absolute path of a file that may not exist yet, with the links of its folder resolved.
fn place(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some(fs::canonicalize(folder).ok()?.join(path.file_name()?))
}

impl Role {
    /// The role in words, to complete a sentence.
    fn words(self) -> &'static str {
        match self {
            Role::Article => "one of the articles",
            Role::Review => "the review",
            Role::Settings => "the settings file",
            Role::Theme => "the theme",
            Role::Template => "the template",
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("a file").permissions().mode() & 0o777
    }

    #[test]
    fn nobody_else_reads_a_file_before_it_has_its_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("review.json");
        for expected in [0o600, 0o640] {
            let seen = std::cell::Cell::new(0);
            let look = |_: &Path| {
                let hidden = |path: &Path| {
                    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(PREFIX))
                };
                let entries = fs::read_dir(folder.path()).expect("a folder").flatten();
                let temporary: Vec<PathBuf> =
                    entries.map(|entry| entry.path()).filter(|path| hidden(path)).collect();
                assert_eq!(temporary.iter().map(|path| mode(path)).collect::<Vec<_>>(), [0o600]);
                seen.set(seen.get() + 1);
                Ok(())
            };
            write(&path, b"{}", Readers::Owner, look).expect("written");
            assert_eq!((seen.get(), mode(&path)), (1, expected));
            fs::set_permissions(&path, Permissions::from_mode(0o640)).expect("a mode");
        }
    }

    #[test]
    fn what_is_refused_at_the_last_moment_stays_and_leaves_nothing_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("r.json");
        fs::write(&path, "a colleague's").expect("a file");
        let refused = write(&path, b"{}", Readers::AsUsual, |target| refuse_foreign(target, &path));
        assert!(refused.is_err());
        assert_eq!(fs::read_to_string(&path).expect("there"), "a colleague's");
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
    }
}
