//! The review file: found, read, locked, merged, replaced.
//!
//! Between [`crate::review::saved`], which knows what stands in it, and the disk.
//! Invariants: a file is replaced whole, after every action, so that a program
//! that is killed loses nothing; what another window wrote since is merged, never
//! overwritten; a file that is no review, or one of a later version, is never
//! written to.

use std::fs::{self, File, TryLockError};
use std::io::ErrorKind as Io;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use crate::error::{Error, ErrorKind, quoted};
use crate::load::{Input, sha256};
use crate::output;
use crate::review::saved::{self, Stamp};
use crate::review::{Merged, Review, merge};
use crate::text::Pair;

/// Where a review is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// Nowhere: what is done is forgotten when the program ends.
    Nowhere,
    /// In a file that the user named.
    Named(PathBuf),
    /// In a file of these two texts, in the folder of all reviews.
    Folder(PathBuf, Pair<Input>),
}

/// A review file, and what stood in it when it was last read or written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReviewFile {
    /// The file; none where nothing is kept.
    path: Option<PathBuf>,
    stamps: Pair<Stamp>,
    /// The review that both this program and the file had last.
    base: Review,
    /// The bytes of the file then; none where there was none.
    bytes: Option<Vec<u8>>,
}

/// What opening a review file gives.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opened {
    /// The file.
    pub file: ReviewFile,
    /// The review so far.
    pub review: Review,
    /// What the user should know at once: why nothing will be kept, or where the review came from.
    pub note: Option<Note>,
}

/// What is said when a review file was opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Note {
    /// It is just so.
    Info(String),
    /// Nothing can be written there; a full sentence.
    Trouble(String),
}

/// How long another window may hold the lock before it counts as stuck: so many times, so long.
const TRIES: (u32, Duration) = (40, Duration::from_millis(25));

/// Opens the review of two texts and looks whether it can be kept.
///
/// # Errors
/// Where the user named a file that is no review, or cannot be read.
pub fn open(place: &Place, stamps: Pair<Stamp>) -> Result<Opened, Error> {
    let mut file = ReviewFile { path: None, stamps, base: Review::default(), bytes: None };
    match place {
        Place::Nowhere => Ok(Opened { file, review: Review::default(), note: None }),
        Place::Named(path) => {
            output::refuse_folder(path)?;
            file.path = Some(path.clone());
            file.load()?;
            let note = writable(path).err().map(|error| Note::Trouble(error.to_string()));
            Ok(Opened { review: file.base.clone(), file, note })
        }
        Place::Folder(folder, inputs) => Ok(open_in(file, folder, inputs)),
    }
}

/// Opens a review for a report, which writes nothing to it.
///
/// # Errors
/// Where the file that the user named is not there, or is no review.
pub fn read(place: &Place, stamps: Pair<Stamp>) -> Result<Opened, Error> {
    let mut file = ReviewFile { path: None, stamps, base: Review::default(), bytes: None };
    match place {
        Place::Nowhere | Place::Folder(..) => {}
        Place::Named(path) => {
            file.path = Some(path.clone());
            file.load()?;
            if file.bytes.is_none() {
                let what = format!("There is no review {}", quoted(path));
                return Err(Error::new(ErrorKind::Input, what)
                    .hint("the screen makes one: leave out --format and -o"));
            }
        }
    }
    Ok(Opened { review: file.base.clone(), file, note: None })
}

/// Opens the review of two texts in the folder of all reviews; what is wrong there keeps nobody from reading.
fn open_in(mut file: ReviewFile, folder: &Path, inputs: &Pair<Input>) -> Opened {
    let path = path_in(folder, inputs, &file.stamps);
    file.path = Some(path.clone());
    let trouble = |file, error: &Error| Opened {
        file,
        review: Review::default(),
        note: Some(Note::Trouble(error.to_string())),
    };
    if let Err(error) = file.load() {
        return trouble(file, &error);
    }
    if let Err(cause) = make_private(folder) {
        let error =
            Error::new(ErrorKind::Output, format!("{} cannot be made", quoted(folder))).because(&cause);
        return trouble(file, &error);
    }
    if let Err(error) = writable(&path) {
        return trouble(file, &error);
    }
    if file.bytes.is_none()
        && let Some((review, other)) = of_the_same_texts(folder, &file.stamps)
    {
        let note = Note::Info(format!("This review was begun under another name ({}).", other.display()));
        return Opened { file, review, note: Some(note) };
    }
    Opened { review: file.base.clone(), file, note: None }
}

impl ReviewFile {
    /// Takes what the texts are now: what is kept from now on tells of them.
    pub fn texts_are(&mut self, stamps: Pair<Stamp>) {
        self.stamps = stamps;
    }

    /// The file, for messages and reports; none where nothing is kept.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// Writes the review, merged with what another window wrote since.
    ///
    /// # Errors
    /// Where it cannot be written; what stood there before still does.
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

    /// Takes over what another window wrote since, and writes nothing; none where it wrote nothing.
    ///
    /// # Errors
    /// Where the file cannot be read, or is no review any more.
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

    /// Goes on in another file; what stands there already is merged.
    ///
    /// # Errors
    /// Where it cannot be written, or is no review; the file of before stays in use.
    pub fn keep_in(&mut self, path: &Path, review: &Review) -> Result<Merged, Error> {
        output::refuse_folder(path)?;
        let mut there = ReviewFile {
            path: Some(path.to_owned()),
            stamps: self.stamps.clone(),
            base: Review::default(),
            bytes: None,
        };
        let merged = there.keep(review)?;
        *self = there;
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

/// The bytes of a file; none where there is no such file.
fn bytes(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(cause) if cause.kind() == Io::NotFound => Ok(None),
        Err(cause) => Err(cannot_read(path, &cause)),
    }
}

fn parse(path: &Path, bytes: &[u8]) -> Result<Review, Error> {
    let (review, _) = saved::read(bytes).map_err(|refusal| {
        Error::new(ErrorKind::Input, format!("{} is not taken for a review: {refusal}", quoted(path)))
            .hint("it was left as it is; name another file with --review")
    })?;
    Ok(review)
}

/// Waits for the other windows; the lock ends with the program, however that ends.
fn lock(path: &Path) -> Result<Option<File>, Error> {
    let beside = beside(path);
    let trouble = |cause: &std::io::Error| {
        Error::new(ErrorKind::Output, format!("{} cannot be written", quoted(path)))
            .because(cause)
            .hint("w saves the review elsewhere")
    };
    let Some(file) = open_lock(&beside).map_err(|cause| trouble(&cause))? else { return Ok(None) };
    #[cfg(unix)]
    share_as(&file, &beside, path);
    for _ in 0..TRIES.0 {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) => thread::sleep(TRIES.1),
            // some network folders know no locks: the merge before each write has to do
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
    // another user may have replaced it by a link to some other file
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

/// The file beside a review that windows lock; the review itself is replaced at each write.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.lock"))
}

/// Tries whether a file can be replaced.
fn writable(path: &Path) -> Result<(), Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let tried = tempfile::Builder::new().prefix(".pressdiff-").tempfile_in(folder);
    tried.map(drop).map_err(|cause| {
        Error::new(ErrorKind::Output, format!("The review cannot be kept in {}", quoted(path)))
            .because(&cause)
            .hint("w saves it elsewhere")
    })
}

fn cannot_read(path: &Path, cause: &std::io::Error) -> Error {
    Error::new(ErrorKind::Input, format!("The review {} cannot be read", quoted(path))).because(cause)
}

/// Makes a folder that only its owner looks into: reviews speak of what is not in print yet.
fn make_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
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

/// All reviews in a folder, in the order of their names.
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

/// The review of the same two texts, where it was made under other names: they were copied or moved since.
fn of_the_same_texts(folder: &Path, stamps: &Pair<Stamp>) -> Option<(Review, PathBuf)> {
    reviews(folder).into_iter().find_map(|path| {
        let (review, stamped) = saved::read(&fs::read(&path).ok()?).ok()?;
        let is_same = stamped.map(|stamp| stamp.sha256) == stamps.clone().map(|stamp| stamp.sha256);
        (is_same && !review.is_empty()).then_some((review, path))
    })
}
