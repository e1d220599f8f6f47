//! From a text to an [`Article`]: one file a format, and the registry of them.
//!
//! Stands between [`crate::load`], which reads bytes and decodes them, and
//! [`crate::sentence`]. Importing cannot fail: what is not understood is running
//! text, and a note says so. To add a format, add a file and a line to [`FORMATS`].

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
    /// File extensions that are taken for it, lower case, without the stop.
    pub extensions: &'static [&'static str],
    /// Finds the blocks of a text.
    pub import: fn(text: String, origin: Origin, language: Language) -> Article,
}

/// All formats; the first is taken for what no other claims.
pub const FORMATS: &[Format] =
    &[Format { name: "text", extensions: &["txt", "text"], import: plain::import }];

/// The article of a text in the first format, plain text, in the language it seems to have.
pub fn import(text: String, origin: Origin) -> Article {
    let language = Language::identify(&text);
    (FORMATS[0].import)(text, origin, language)
}
