//! Plain text: damaged characters and HTML entities are repaired.

use super::document::{Content, Document};
use super::format::ImportOptions;
use super::raw::RawFile;
use super::refusal::Refusal;
use super::repair::repaired;

/// Reads a plain text.
///
/// Invariant: the text of a UTF-8 file with LF line ends, no byte order mark and no damaged characters
/// is the file to the byte.
pub(super) fn import(file: &RawFile<'_>, _: &ImportOptions) -> Result<Document, Refusal> {
    let decoded = file.decoded()?;
    let (text, repairs) = repaired(decoded.text.clone());
    let notes = decoded.notes.iter().cloned().chain(repairs).collect();
    Ok(Document { content: Content::Text(text), notes, ..Document::default() })
}
