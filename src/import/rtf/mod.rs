//! Rich text (RTF): its paragraphs with stated kinds, list labels and notes.

mod fonts;
mod reader;
mod tokens;

use super::document::Document;
use super::format::ImportOptions;
use super::raw::RawFile;
use super::refusal::Refusal;
use super::{archive, styles};
use crate::article::Metadata;

/// Whether a file begins as RTF does.
pub(super) fn recognizes(file: &RawFile<'_>) -> bool {
    file.bytes.trim_ascii_start().starts_with(b"{\\rtf")
}

/// Reads an RTF document.
pub(super) fn import(file: &RawFile<'_>, options: &ImportOptions) -> Result<Document, Refusal> {
    let read = reader::read(file.bytes, options.revisions);
    let mut document = Document::of(styles::with_headline(read.parts));
    if document.is_empty() {
        return Err(archive::without_text());
    }
    if read.comments > 0 {
        document.notes.push(format!("Comments in the margin were left out ({}).", read.comments));
    }
    if read.margins > 0 {
        document.notes.push(format!("Headers and footers of pages were left out ({}).", read.margins));
    }
    if read.is_cut {
        document.notes.push("The file ends in the middle: its last words may be missing.".to_owned());
    }
    let author = read.author.trim().to_owned();
    let authors = (!author.is_empty()).then_some(author).into_iter().collect();
    document.metadata = Metadata { authors, ..Metadata::default() };
    Ok(document)
}

#[cfg(test)]
mod tests;
