//! From a path to an [`Article`]: the only reader of articles.
//!
//! bytes → format → document → language → article. A file that is no article (a folder, a picture, an
//! encrypted document) is refused with an error. Other problems (another encoding, an empty text)
//! become notes on the article.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::article::{Article, Origin};
use crate::error::{Error, quoted, wrong_way};
use crate::export::Template;
use crate::import::{Document, Encoding, Format, ImportOptions, RawFile, Refusal};
use crate::lexicon::Language;
use crate::progress;
use crate::text::{Pair, lower};

/// The largest article, in bytes; far below the limit of spans.
pub const MAX_BYTES: u64 = 64 << 20;

/// Reads the user's template for HTML.
///
/// # Errors
/// If it cannot be read or is not UTF-8.
pub fn template(path: &Path) -> Result<Template, Error> {
    let text = std::fs::read_to_string(path).map_err(|cause| {
        Error::new(format!("The template {} cannot be read", quoted(path)))
            .because(&cause)
            .hint("name a page in UTF-8 after --template")
    })?;
    Ok(Template { name: quoted(path), text })
}

/// The file of an article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Input {
    /// A file.
    Path(PathBuf),
    /// Standard input.
    Stdin,
}

impl Input {
    /// The input of a path on the command line: `-` is standard input.
    pub fn new(path: PathBuf) -> Input {
        if path.as_os_str() == "-" { Input::Stdin } else { Input::Path(path) }
    }

    /// Its name in messages.
    fn name(&self) -> String {
        match self {
            Input::Path(path) => quoted(path),
            Input::Stdin => "standard input".to_owned(),
        }
    }
}

/// The names that reports use for an article.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    /// The outlet.
    pub label: String,
    /// The file; `-` for standard input.
    pub path: String,
}

/// How reports name files.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Naming {
    /// Show paths as they were typed. Otherwise reports show file names only: folders can reveal what is confidential.
    pub full: bool,
    /// Whether git called the program, with paths of temporary files among the arguments.
    pub git: bool,
}

/// How to read an article.
#[derive(Clone, Copy, Debug, Default)]
pub struct LoadOptions {
    /// The format, instead of the one that is recognized.
    pub format: Option<&'static Format>,
    /// The encoding, instead of the one that is guessed.
    pub encoding: Option<&'static Encoding>,
    /// What importers are asked for.
    pub import: ImportOptions,
}

/// A document that was read, before its language is known.
#[derive(Clone, Debug)]
pub struct LoadedText {
    document: Document,
    origin: Origin,
}

impl LoadedText {
    /// Reads an article.
    ///
    /// # Errors
    /// If it cannot be read or is no article.
    pub fn read(input: &Input, named: Named, options: LoadOptions) -> Result<LoadedText, Error> {
        LoadedText::new(&read(input)?, named, &input.name(), options)
    }

    /// The article of bytes in memory, such as the built-in samples; errors show `name`.
    ///
    /// # Errors
    /// If they are no article.
    pub fn new(bytes: &[u8], named: Named, name: &str, options: LoadOptions) -> Result<LoadedText, Error> {
        let Named { label, path } = named;
        let extension =
            Path::new(&path).extension().map(|extension| lower(&extension.to_string_lossy()).into_owned());
        let file = RawFile::new(bytes, extension.as_deref().unwrap_or_default()).encoded(options.encoding);
        let refused = |Refusal { what, hint }| Error::new(format!("{name} {what}")).hint(hint);
        let format = match options.format {
            Some(format) => format,
            None => Format::of(&file).map_err(refused)?,
        };
        let document = (format.import)(&file, &options.import).map_err(refused)?;
        let origin = Origin { path, label, sha256: sha256(bytes), format: format.name };
        Ok(LoadedText { document, origin })
    }

    /// Its language, if the format states it or it can be identified.
    pub fn language(&self) -> Option<Language> {
        self.document.language.or_else(|| Language::identify(&self.document.sample()))
    }

    /// Finds its blocks.
    pub fn article(self, language: Language) -> Article {
        self.document.article(self.origin, language)
    }
}

/// The articles of both texts; without a language, each in its own.
pub fn articles(texts: Pair<LoadedText>, language: Option<Language>) -> Pair<Article> {
    let languages = Language::resolve(language, texts.as_ref().map(LoadedText::language));
    texts.zip(languages).map(|(text, language)| text.article(language))
}

/// The names of both articles. A label is what the user said, or the stem of the file, or its full name if the stems are
/// equal. Equal file names get the side as a suffix, or with full paths as many folders as they need.
pub fn named(inputs: Pair<&Input>, asked: Pair<Option<String>>, naming: Naming) -> Pair<Named> {
    let paths = inputs.map(|input| naming.path(input));
    let candidates = inputs.zip(asked).map(|(input, asked)| match asked {
        Some(label) => vec![label],
        None => naming.labels(input),
    });
    let longest = candidates.left.len().max(candidates.right.len());
    let distinct = (0..longest)
        .map(|at| candidates.as_ref().map(|names| names.get(at).unwrap_or(&names[0]).clone()))
        .find(|labels| labels.left != labels.right);
    let labels = distinct.unwrap_or_else(|| {
        candidates
            .map(|names| names[0].clone())
            .zip(Pair::new("left", "right"))
            .map(|(name, side)| format!("{name} ({side})"))
    });
    labels.zip(paths).map(|(label, path)| Named { label, path })
}

/// The names of a single article.
pub fn named_alone(input: &Input, asked: Option<String>, naming: Naming) -> Named {
    let label = asked.unwrap_or_else(|| naming.labels(input).swap_remove(0));
    Named { label, path: naming.path(input) }
}

impl Naming {
    /// A path as reports show it.
    pub fn shown(self, path: &Path) -> String {
        let typed = || path.to_string_lossy().into_owned();
        match (self.blob(path), path.file_name()) {
            (Some(name), _) => name,
            (None, Some(name)) if !self.full => name.to_string_lossy().into_owned(),
            (None, _) => typed(),
        }
    }

    fn path(self, input: &Input) -> String {
        match input {
            Input::Path(path) => self.shown(path),
            Input::Stdin => "-".to_owned(),
        }
    }

    /// Possible labels, shortest first: `a`, `a.txt`; with full paths also `desk/a`, `news/desk/a`.
    fn labels(self, input: &Input) -> Vec<String> {
        let path = match input {
            Input::Stdin => return vec!["standard input".to_owned()],
            Input::Path(path) => path,
        };
        let text = |part: &OsStr| part.to_string_lossy().into_owned();
        let blob = self.blob(path);
        let (is_blob, name) =
            (blob.is_some(), blob.unwrap_or_else(|| text(path.file_name().unwrap_or(path.as_os_str()))));
        let stem = Path::new(&name).file_stem().map_or_else(|| name.clone(), text);
        let mut names = vec![stem.clone(), name];
        if self.full && !is_blob {
            let mut longer = stem;
            for folder in path.ancestors().skip(1).filter_map(Path::file_name) {
                longer = format!("{}/{longer}", text(folder));
                names.push(longer.clone());
            }
        }
        names
    }

    /// The name of a file that git copied into a temporary one: `/tmp/git-blob-a1B2c3/story.txt`, and
    /// `/tmp/a1B2c3_story.txt` before version 2.37. The rest of the path changes with each call.
    fn blob(self, path: &Path) -> Option<String> {
        let name = path.file_name()?.to_string_lossy().into_owned();
        let is_random = |part: &str| part.len() == 6 && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let folder = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
        if folder.strip_prefix("git-blob-").is_some_and(is_random) {
            return Some(name);
        }
        let (random, rest) = name.split_once('_').filter(|_| self.git && path.is_absolute())?;
        (is_random(random) && !rest.is_empty()).then(|| rest.to_owned())
    }
}

fn read(input: &Input) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    match input {
        Input::Stdin => std::io::stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes),
        Input::Path(path) => {
            if path.is_dir() {
                return Err(
                    Error::new(format!("{} is a folder", quoted(path))).hint("name one article in it")
                );
            }
            // a named pipe without a writer blocks
            progress::during(&format!("waiting for {}", quoted(path)), || {
                File::open(path).and_then(|file| file.take(MAX_BYTES + 1).read_to_end(&mut bytes))
            })
        }
    }
    .map_err(|cause| cannot_read(input, &cause))?;
    if bytes.len() as u64 > MAX_BYTES {
        let what = format!("{} is larger than the {} MiB an article may have", input.name(), MAX_BYTES >> 20);
        return Err(Error::new(what).hint("cut out the article you mean"));
    }
    Ok(bytes)
}

fn cannot_read(input: &Input, cause: &std::io::Error) -> Error {
    let name = input.name();
    if cause.kind() == std::io::ErrorKind::NotFound {
        return Error::new(format!("There is no file {name}"))
            .hint("check the spelling and the folder you are in");
    }
    let hint = match input {
        Input::Path(path) => wrong_way(path, cause),
        Input::Stdin => None,
    };
    let hint = hint.unwrap_or_else(|| {
        let hint = if cause.kind() == std::io::ErrorKind::PermissionDenied {
            "ask for leave to read it, or copy it to where you have it"
        } else {
            "try to open it in an editor, and save it again"
        };
        hint.to_owned()
    });
    Error::new(format!("{name} cannot be read")).because(cause).hint(hint)
}

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    Sha256::digest(bytes).iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
