//! From the bytes of a file to a [`Document`]: one file for each format, and their registry.
//!
//! Between [`crate::load`], which reads files, and [`crate::sentence`]. A format is recognized by its
//! content, and by its extension only if the content is silent. What is no article, or cannot be read
//! whole, is refused; nothing is compared as prose that is none. To add a format, add a file and a row
//! to [`FORMATS`].

mod archive;
mod blocks;
mod charset;
mod document;
mod docx;
mod format;
mod numbering;
mod odt;
mod raw;
mod refusal;
mod refuse;
mod repair;
mod rtf;
mod styles;
mod table;
mod text;

pub(crate) use blocks::{ListMark, list_mark, picture_credit};
pub use charset::{Encoding, encoding};
pub use document::{Content, Document, Part};
pub use format::{Format, ImportOptions, Revisions};
pub use raw::RawFile;
pub use refusal::Refusal;

use crate::article::{Article, Origin};
use crate::lexicon::Language;

/// All formats, in the order in which they are recognized; plain text is what remains.
pub const FORMATS: &[Format] = &[
    Format {
        name: "docx",
        doc: "a document of Word and other word processors",
        extensions: &["docx", "docm", "dotx"],
        is_text: false,
        recognizes: docx::recognizes,
        import: docx::import,
    },
    Format {
        name: "odt",
        doc: "a document of LibreOffice, packed (.odt) or as one XML file (.fodt)",
        extensions: &["odt", "fodt", "ott"],
        is_text: false,
        recognizes: odt::recognizes,
        import: odt::import,
    },
    Format {
        name: "rtf",
        doc: "rich text of word processors and news systems",
        extensions: &["rtf"],
        is_text: false,
        recognizes: rtf::recognizes,
        import: rtf::import,
    },
    Format {
        name: "text",
        doc: "plain text in any encoding",
        extensions: &["txt", "text"],
        is_text: true,
        recognizes: |_| false,
        import: text::import,
    },
];

impl Format {
    /// The format of a file.
    ///
    /// # Errors
    /// If it has none of them.
    pub fn of(file: &RawFile<'_>) -> Result<&'static Format, Refusal> {
        if let Some(format) = FORMATS.iter().find(|format| (format.recognizes)(file)) {
            return Ok(format);
        }
        if let Some(refusal) = refuse::by_signature(file) {
            return Err(refusal);
        }
        if let Some(refusal) = refuse::by_markup(file) {
            return Err(refusal);
        }
        let claims = |format: &&Format| format.is_text && format.extensions.contains(&file.extension);
        Ok(FORMATS.iter().find(claims).unwrap_or(&FORMATS[FORMATS.len() - 1]))
    }

    /// The format with a name.
    pub fn from_name(name: &str) -> Option<&'static Format> {
        FORMATS.iter().find(|format| format.name == name)
    }
}

/// The article of a plain text in its detected language.
pub fn import(text: String, origin: Origin) -> Article {
    let language = Language::identify(&text).unwrap_or_default();
    Document { content: Content::Text(text), ..Document::default() }.article(origin, language)
}
