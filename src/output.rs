//! Bytes to standard output or to a file: the only writer.
//!
//! A file is written whole or not at all, and can be read by its owner alone until
//! it has its name. A report replaces a report or nothing, and not even by force a
//! file that this run reads. Whoever reads standard output may stop when they have
//! seen enough.

use std::fs::{self, File, Metadata, Permissions};
use std::io::{ErrorKind as Io, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorKind, quoted, wrong_way};
use crate::export::is_own_report;
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

/// What to do with a file that is in the way.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Existing {
    /// Leave it: the screen asks, the command line replaces nothing but a report.
    #[default]
    Keep,
    /// Put the export in its place, unless the run reads it.
    Overwrite,
}

/// A file that this run reads, which no report may replace.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InUse {
    /// The file.
    pub path: PathBuf,
    /// What it is read for.
    pub role: Role,
}

impl InUse {
    /// The review.
    pub fn review(path: &Path) -> InUse {
        InUse { path: path.to_owned(), role: Role::Review }
    }
}

/// What a file is read for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Role {
    /// One of the texts that are compared.
    Article,
    /// Verdicts, notes and pins.
    Review,
    /// The settings.
    Settings,
    /// The looks of the screen.
    Theme,
    /// A newsroom's own page.
    Template,
}

/// The files that articles are read from.
pub fn articles(inputs: &[Input]) -> impl Iterator<Item = InUse> {
    let path = |input: &Input| match input {
        Input::Path(path) => path.clone(),
        Input::Stdin => PathBuf::from("/dev/stdin"),
    };
    inputs.iter().map(move |input| InUse { path: path(input), role: Role::Article })
}

/// Refuses a file that no report may replace: one in use, a folder, and one that is no report unless that is asked for.
///
/// An empty file is nobody's, and a device or a pipe holds nothing.
///
/// # Errors
/// Where it is such a file, by whatever name.
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
/// Where it is one, by whatever name.
pub fn refuse_in_use(path: &Path, in_use: &[InUse]) -> Result<(), Error> {
    match in_use.iter().find(|used| is_same_file(path, &used.path)) {
        Some(used) => {
            Err(Error::new(ErrorKind::Output, format!("{} is {}", quoted(path), used.role.words()))
                .hint("choose another name for the report"))
        }
        None => Ok(()),
    }
}

/// Writes a report whole or not at all.
///
/// Looks once more at what it replaces: much may have been written since the program was started.
///
/// # Errors
/// Where the file cannot be written, or may not be replaced; it is as before then.
pub fn write_report(path: &Path, bytes: &[u8], in_use: &[InUse], existing: Existing) -> Result<(), Error> {
    refuse(path, in_use, existing)?;
    let is_allowed = |target: &Path| match existing {
        Existing::Keep => refuse_foreign(target, path),
        Existing::Overwrite => Ok(()),
    };
    write(path, bytes, Readers::AsUsual, is_allowed)
}

/// Writes a review whole or not at all. Only its owner can read a new one; what is replaced keeps its mode.
///
/// # Errors
/// Where the file cannot be written; it is as before then.
pub fn write_review(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write(path, bytes, Readers::Owner, |_| Ok(()))
}

/// Who may read a file that was not there before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Readers {
    /// Whom the umask leaves.
    AsUsual,
    /// Its owner.
    Owner,
}

/// Writes a file whole or not at all, if at the last moment its place is still allowed.
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
    // its owner alone can read it until it has its name
    let mut file = tempfile::Builder::new().prefix(PREFIX).tempfile_in(folder).map_err(trouble)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(trouble)?;
    let permissions = permissions(file.as_file(), before.as_ref(), readers, folder).map_err(trouble)?;
    is_allowed(&target)?;
    let file = file.persist(&target).map_err(|failed| trouble(failed.error))?;
    if let Some(permissions) = permissions {
        // the content is in place; a file system without modes has nothing to set
        let _ = file.set_permissions(permissions);
    }
    Ok(())
}

/// How the names of temporary files begin.
const PREFIX: &str = ".pressdiff-";

/// What a file may have once it is in place: what it replaces has, or what its readers need; none for its owner alone.
///
/// The group of what it replaces is kept where the system lets us.
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
                // only a member of the group may do this
                let _ = fchown(file, None, Some(before.gid()));
            }
            Ok(Some(before.permissions()))
        }
        (None, Readers::Owner) => Ok(None),
        (None, Readers::AsUsual) => {
            // the umask shows in the mode of a file that asks for everything
            let everything = Permissions::from_mode(0o666);
            let empty =
                tempfile::Builder::new().prefix(PREFIX).permissions(everything).tempfile_in(folder)?;
            empty.as_file().metadata().map(|metadata| Some(metadata.permissions()))
        }
    }
}

/// What a file may have once it is in place.
#[cfg(not(unix))]
fn permissions(
    _: &File,
    before: Option<&Metadata>,
    _: Readers,
    _: &Path,
) -> std::io::Result<Option<Permissions>> {
    Ok(before.map(Metadata::permissions))
}

/// Refuses a file that pressdiff did not write; messages have the name that it was called by.
fn refuse_foreign(path: &Path, name: &Path) -> Result<(), Error> {
    let is_file = fs::metadata(path).is_ok_and(|found| found.is_file() && found.len() > 0);
    if !is_file || fs::read(path).is_ok_and(|bytes| is_own_report(&bytes)) {
        return Ok(());
    }
    let what =
        format!("{} is there already, and it is not recognized as a report of pressdiff", quoted(name));
    Err(Error::new(ErrorKind::Output, what).hint("choose another name, or add --force to write over it"))
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

/// Whether both paths lead to one file, through links of either sort; also where it is not there yet.
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

/// Where a file is that may not be there yet: its folder without links, and its name.
fn place(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some(fs::canonicalize(folder).ok()?.join(path.file_name()?))
}

impl Role {
    /// What a file of this role is, as the end of a sentence.
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
