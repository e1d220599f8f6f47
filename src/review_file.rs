//! The review file: finding, reading, locking, merging and replacing it.
//!
//! Between [`crate::review::saved`], which knows the format, and the disk. Invariants: a file is
//! replaced as a whole after every action, so that a killed program loses nothing; changes of another
//! window are merged, never overwritten; a file that is no review, or one of a later version, is never
//! written to.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind as Io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::error::{Error, quoted};
use crate::load::{Input, sha256};
use crate::output;
use crate::review::saved::{self, Stamp};
use crate::review::{Merged, Review, merge};
use crate::text::Pair;

/// Where a review is saved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Location {
    /// Nowhere: the review is lost when the program ends.
    Nowhere,
    /// In a file that the user named.
    File(PathBuf),
    /// In the file of these two texts, in the folder of all reviews.
    Folder(PathBuf, Pair<Input>),
}

/// A review file with its content when it was last read or written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReviewFile {
    /// The file, if the review is saved.
    path: Option<PathBuf>,
    stamps: Pair<Stamp>,
    /// The last review that both this program and the file had.
    base: Review,
    /// The bytes of the file then, if it existed.
    bytes: Option<Vec<u8>>,
}

/// An open review file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opened {
    /// The file.
    pub file: ReviewFile,
    /// The review so far.
    pub review: Review,
    /// A message for the user: why the review cannot be saved, or where it came from.
    pub note: Option<Note>,
}

/// A message about an open review file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Note {
    /// Information.
    Info(String),
    /// The file cannot be written; a full sentence.
    Trouble(String),
}

/// The number of attempts to get the lock, and the time between them.
const TRIES: (u32, Duration) = (40, Duration::from_millis(25));

/// Opens the review of two texts and checks whether it can be saved.
///
/// # Errors
/// If the user named a file that is no review or cannot be read.
pub fn open(location: &Location, stamps: Pair<Stamp>) -> Result<Opened, Error> {
    match location {
        Location::Nowhere => Ok(ReviewFile::new(None, stamps).opened(None)),
        Location::File(path) => {
            output::refuse_folder(path)?;
            let mut file = ReviewFile::new(Some(path.clone()), stamps);
            file.load()?;
            Ok(file.opened(writable(path).err().map(|error| Note::Trouble(error.to_string()))))
        }
        Location::Folder(folder, inputs) => Ok(open_in(folder, inputs, stamps)),
    }
}

/// Opens a review for a report, which writes nothing to it.
///
/// # Errors
/// If the file that the user named does not exist or is no review.
pub fn read(location: &Location, stamps: Pair<Stamp>) -> Result<Opened, Error> {
    let Location::File(path) = location else { return Ok(ReviewFile::new(None, stamps).opened(None)) };
    let mut file = ReviewFile::new(Some(path.clone()), stamps);
    file.load()?;
    if file.bytes.is_none() {
        return Err(Error::new(format!("There is no review {}", quoted(path)))
            .hint("the screen makes one: leave out --format and -o"));
    }
    Ok(file.opened(None))
}

/// Opens the review of two texts in the folder of all reviews. Errors become a message: the user can read without a file.
fn open_in(folder: &Path, inputs: &Pair<Input>, stamps: Pair<Stamp>) -> Opened {
    let path = path_in(folder, inputs, &stamps);
    let mut file = ReviewFile::new(Some(path.clone()), stamps);
    let is_usable = file.load().and_then(|()| make_private(folder)).and_then(|()| writable(&path));
    if let Err(error) = is_usable {
        return Opened { file, review: Review::default(), note: Some(Note::Trouble(error.to_string())) };
    }
    if file.bytes.is_none()
        && let Some((review, other)) = of_the_same_texts(folder, &file.stamps)
    {
        let note = Note::Info(format!("This review was begun under another name ({}).", other.display()));
        return Opened { file, review, note: Some(note) };
    }
    file.opened(None)
}

impl ReviewFile {
    fn new(path: Option<PathBuf>, stamps: Pair<Stamp>) -> ReviewFile {
        ReviewFile { path, stamps, base: Review::default(), bytes: None }
    }

    /// The file with the review that was loaded from it.
    fn opened(self, note: Option<Note>) -> Opened {
        Opened { review: self.base.clone(), file: self, note }
    }

    /// Keeps the review under another name and begins a new one; returns the other name.
    ///
    /// # Errors
    /// If the file cannot be renamed. It stays in use then.
    pub fn set_aside(&mut self) -> Result<Option<PathBuf>, Error> {
        let Some(path) = self.path.clone().filter(|path| path.exists()) else { return Ok(None) };
        let _lock = lock(&path)?;
        let mut names = (1..=u32::MAX).map(|number| path.with_extension(format!("{number}.json")));
        let Some(aside) = names.find(|name| !name.exists()) else { return Ok(None) };
        fs::rename(&path, &aside).map_err(|cause| {
            Error::new(format!("The review {} cannot be renamed", quoted(&path)))
                .because(&cause)
                .hint("name another file with --review")
        })?;
        (self.base, self.bytes) = (Review::default(), None);
        Ok(Some(aside))
    }

    /// Sets the identity of the texts, for the next save.
    pub fn texts_are(&mut self, stamps: Pair<Stamp>) {
        self.stamps = stamps;
    }

    /// The file, if the review is saved.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Writes the review, merged with the changes of another window.
    ///
    /// # Errors
    /// If it cannot be written. The file is unchanged then.
    pub fn keep(&mut self, review: &Review) -> Result<Merged, Error> {
        let Some(path) = self.path.clone() else {
            return Ok(Merged { review: review.clone(), ..Merged::default() });
        };
        let _lock = lock(&path)?;
        let bytes = bytes(&path)?;
        let merged = match &bytes {
            Some(there) if bytes != self.bytes => merge(&self.base, review, &parse(&path, there)?),
            Some(_) | None => Merged { review: review.clone(), ..Merged::default() },
        };
        let written = saved::write(&merged.review, self.stamps.clone());
        if bytes.as_ref() != Some(&written) {
            output::write_review(&path, &written)?;
        }
        (self.base, self.bytes) = (merged.review.clone(), Some(written));
        Ok(merged)
    }

    /// Merges the changes of another window without writing; none if there are no changes.
    ///
    /// # Errors
    /// If the file cannot be read or is no longer a review.
    pub fn catch_up(&mut self, review: &Review) -> Result<Option<Merged>, Error> {
        let Some(path) = &self.path else { return Ok(None) };
        let Some(there) = bytes(path)?.filter(|there| Some(there) != self.bytes.as_ref()) else {
            return Ok(None);
        };
        let theirs = parse(path, &there)?;
        let merged = merge(&self.base, review, &theirs);
        (self.base, self.bytes) = (theirs, Some(there));
        Ok((merged.review != *review).then_some(merged))
    }

    /// Saves the review in another file from now on, merged with its content.
    ///
    /// # Errors
    /// If it cannot be written or is no review. The previous file stays in use then.
    pub fn keep_in(&mut self, path: &Path, review: &Review) -> Result<Merged, Error> {
        output::refuse_folder(path)?;
        let mut other = ReviewFile::new(Some(path.to_owned()), self.stamps.clone());
        let merged = other.keep(review)?;
        *self = other;
        Ok(merged)
    }

    fn load(&mut self) -> Result<(), Error> {
        let Some(path) = &self.path else { return Ok(()) };
        self.bytes = bytes(path)?;
        if let Some(bytes) = &self.bytes {
            self.base = parse(path, bytes)?;
        }
        Ok(())
    }
}

/// The bytes of a file, if it exists.
fn bytes(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(cause) if cause.kind() == Io::NotFound => Ok(None),
        Err(cause) => Err(cannot_read(path, &cause)),
    }
}

fn parse(path: &Path, bytes: &[u8]) -> Result<Review, Error> {
    let (review, _) = saved::read(bytes).map_err(|refusal| {
        Error::new(format!("{} is not taken for a review: {refusal}", quoted(path)))
            .hint("it was left as it is; name another file with --review")
    })?;
    Ok(review)
}

/// Waits for the other windows. The system releases the lock when the program ends.
fn lock(path: &Path) -> Result<Option<File>, Error> {
    let lock_path = lock_path(path);
    let trouble = |cause: &std::io::Error| {
        Error::new(format!("{} cannot be written", quoted(path)))
            .because(cause)
            .hint("w saves the review elsewhere")
    };
    let Some(file) = open_lock(&lock_path).map_err(|cause| trouble(&cause))? else { return Ok(None) };
    #[cfg(unix)]
    share_as(&file, &lock_path, path);
    for _ in 0..TRIES.0 {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) => thread::sleep(TRIES.1),
            // some network folders have no locks; the merge before each write must suffice
            Err(TryLockError::Error(_)) => return Ok(None),
        }
    }
    Err(trouble(&std::io::Error::other("another program holds it")))
}

/// Opens the lock, or creates it with mode 0600. `None` if another user keeps it private: then only the merge before each
/// write protects the review.
fn open_lock(path: &Path) -> std::io::Result<Option<File>> {
    let mut options = File::options();
    options.create(true).truncate(false).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(file) => Ok(Some(file)),
        // another user created it; a descriptor for reading can be locked, too
        Err(cause) if cause.kind() == Io::PermissionDenied && path.exists() => Ok(File::open(path).ok()),
        Err(cause) => Err(cause),
    }
}

/// Makes a lock readable to everybody who may read or write its review. Only its owner can do this.
#[cfg(unix)]
fn share_as(lock: &File, path: &Path, review: &Path) {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    let (Ok(review), Ok(opened), Ok(named)) =
        (fs::metadata(review), lock.metadata(), fs::symlink_metadata(path))
    else {
        return;
    };
    // another user may have replaced it with a link to another file
    let is_lock = named.is_file()
        && (opened.dev(), opened.ino()) == (named.dev(), named.ino())
        && opened.nlink() == 1
        && opened.len() == 0;
    let others = [0o060, 0o006].into_iter().filter(|readers| review.mode() & readers != 0);
    let mode = others.fold(0o600, |mode, readers| mode | readers & 0o044);
    if is_lock && opened.mode() & 0o777 != mode {
        if opened.gid() != review.gid() {
            let _ = fchown(lock, None, Some(review.gid()));
        }
        let _ = lock.set_permissions(fs::Permissions::from_mode(mode));
    }
}

/// The file next to a review that windows lock; the review itself is replaced at each write.
fn lock_path(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.lock"))
}

/// Checks whether a file can be replaced.
fn writable(path: &Path) -> Result<(), Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let tried = tempfile::Builder::new().prefix(".pressdiff-").tempfile_in(folder);
    tried.map(drop).map_err(|cause| {
        Error::new(format!("The review cannot be kept in {}", quoted(path)))
            .because(&cause)
            .hint("w saves it elsewhere")
    })
}

fn cannot_read(path: &Path, cause: &std::io::Error) -> Error {
    Error::new(format!("The review {} cannot be read", quoted(path))).because(cause)
}

/// Creates a folder that only its owner can read, because reviews are about unpublished texts.
fn make_private(folder: &Path) -> Result<(), Error> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    let made = builder.create(folder);
    made.map_err(|cause| Error::new(format!("{} cannot be made", quoted(folder))).because(&cause))
}

/// The review file of two texts in the folder of all reviews. The key in its name depends on the paths of the texts, so
/// that an edited text finds its review, or on their words if they come from a pipe. The labels in its name are for
/// readers; a file with other labels is found by its key.
fn path_in(folder: &Path, inputs: &Pair<Input>, stamps: &Pair<Stamp>) -> PathBuf {
    let place = |(input, stamp): (&Input, &Stamp)| match input {
        Input::Stdin => stamp.sha256.clone().into_bytes(),
        Input::Path(path) => {
            let path = fs::canonicalize(path).unwrap_or_else(|_| path.clone());
            path.into_os_string().into_encoded_bytes()
        }
    };
    let places = inputs.as_ref().zip(stamps.as_ref()).map(place);
    let key = sha256(&[places.left, places.right].join(&0));
    let stems = stamps.as_ref().map(|stamp| stem(&stamp.label));
    let short: String = key.chars().take(16).collect();
    let usual = folder.join(format!("{}-{}-{short}.json", stems.left, stems.right));
    if usual.exists() {
        return usual;
    }
    let ending = format!("-{short}.json");
    reviews(folder).into_iter().find(|path| path.to_string_lossy().ends_with(&ending)).unwrap_or(usual)
}

/// All reviews in a folder, sorted by name.
fn reviews(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths
}

/// A label as part of a file name: `Harbour Post` gives `harbour-post`.
fn stem(label: &str) -> String {
    let words: Vec<String> = label
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let stem: String = words.join("-").chars().take(24).collect();
    if stem.is_empty() { "article".to_owned() } else { stem }
}

/// The review of the same two texts under other names, if they were copied or moved.
fn of_the_same_texts(folder: &Path, stamps: &Pair<Stamp>) -> Option<(Review, PathBuf)> {
    reviews(folder).into_iter().find_map(|path| {
        let (review, stamped) = saved::read(&fs::read(&path).ok()?).ok()?;
        let is_same = stamped.map(|stamp| stamp.sha256) == stamps.clone().map(|stamp| stamp.sha256);
        (is_same && !review.is_empty()).then_some((review, path))
    })
}
