//! What a format is, and how a file of one is read.

use super::document::Document;
use super::raw::RawFile;
use super::refusal::Refusal;
use crate::lexicon::Language;

/// An input format.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name in JSON, on the command line and in messages.
    pub name: &'static str,
    /// What it is, for the list of formats.
    pub doc: &'static str,
    /// File extensions that select it if the content is silent, lower case, without the dot.
    pub extensions: &'static [&'static str],
    /// Whether its files can be edited as text.
    pub is_text: bool,
    /// Whether a file has this format, by its content.
    pub recognizes: fn(&RawFile<'_>) -> bool,
    /// Reads a file of this format.
    pub import: fn(&RawFile<'_>, &ImportOptions) -> Result<Document, Refusal>,
}

/// How to read a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct ImportOptions {
    /// Which item of a file with several, from 1; the first with text otherwise.
    pub item: Option<usize>,
    /// The language to choose from a file with several.
    pub language: Option<Language>,
    /// Which text of a document with tracked changes.
    pub revisions: Revisions,
}

/// Which text of a document with tracked changes is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Revisions {
    /// With all changes accepted.
    #[default]
    Accepted,
    /// As it was before them.
    Original,
}
