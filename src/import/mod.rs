//! From a text to an [`Article`]: one file for each format, and their registry.
//!
//! Between [`crate::load`], which reads and decodes bytes, and [`crate::sentence`]. Importing cannot
//! fail: anything unknown is running text. To add a format, add a file and an entry to [`FORMATS`].

mod kind;
mod lines;
mod list;
mod picture;
mod plain;

pub(crate) use list::{ListMark, list_mark};
pub(crate) use picture::picture_credit;

use crate::article::{Article, Origin};
use crate::lexicon::Language;

/// An input format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name in JSON, on the command line and in messages.
    pub name: &'static str,
    /// File extensions that select it, lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// Finds the blocks of a text.
    pub import: fn(text: String, origin: Origin, language: Language) -> Article,
}

/// All formats; the first is the default.
pub const FORMATS: &[Format] =
    &[Format { name: "text", extensions: &["txt", "text"], import: plain::import }];

/// The article of a plain text in its detected language.
pub fn import(text: String, origin: Origin) -> Article {
    let language = Language::identify(&text).unwrap_or_default();
    (FORMATS[0].import)(text, origin, language)
}
