//! The JSON report: the contract with scripts and newsroom systems.
//!
//! The document has separate types ([`article()`], [`comparison()`]), so that renaming a domain type
//! breaks no script; enums are written by name ([`names`]). The schema is derived from the serialized
//! types. Invariants: offsets are UTF-8 bytes into the `text` of the side; ids are unique in their
//! list and stable for the same two texts; every field is present, `null` if unknown. New fields may
//! be added; removing or renaming one increases the number in `schema`.

mod article;
mod comparison;
mod names;
mod review;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use serde::{Deserialize, Serialize};

use crate::annotated::Annotated;
use crate::export::report::Report;
use crate::review::saved;

/// A document with a schema.
#[derive(Clone, Copy, Debug)]
pub struct Document {
    /// Its name after `pressdiff schema`.
    pub name: &'static str,
    /// The value of its `schema` field.
    pub id: &'static str,
    /// The command that prints it.
    pub doc: &'static str,
    schema: fn() -> Schema,
}

/// The documents with a stable format.
pub const DOCUMENTS: &[Document] = &[
    Document {
        name: "comparison",
        id: comparison::ID,
        doc: "what pressdiff LEFT RIGHT --format json prints",
        schema: schema::<comparison::Document<'_>>,
    },
    Document {
        name: "article",
        id: article::ID,
        doc: "what pressdiff inspect FILE --format json prints",
        schema: schema::<article::Document<'_>>,
    },
    Document {
        name: "review",
        id: saved::ID,
        doc: "the file that keeps verdicts, notes and pins",
        schema: schema::<saved::Document>,
    },
];

/// A comparison with its review, as one JSON object on one line.
pub fn comparison(report: &Report<'_>) -> Vec<u8> {
    line(&comparison::document(report))
}

/// One article as one JSON object on one line.
pub fn article(side: &Annotated) -> Vec<u8> {
    line(&article::document(side))
}

/// Whether a file is exactly one JSON report: a comparison or an article.
pub fn is_own_report(bytes: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Head {
        schema: String,
        generator: Maker,
    }
    #[derive(Deserialize)]
    struct Maker {
        name: String,
    }
    // `schema` is the first field; white space does not matter
    let mut start = bytes.iter().copied().filter(|byte| !byte.is_ascii_whitespace());
    if !b"{\"schema\":\"".iter().all(|&byte| start.next() == Some(byte)) {
        return false;
    }
    let kinds = [comparison::ID, article::ID].map(|id| id.trim_end_matches(|c: char| c.is_ascii_digit()));
    serde_json::from_slice::<Head>(bytes).is_ok_and(|head| {
        head.generator.name == env!("CARGO_PKG_NAME")
            && kinds.iter().any(|kind| head.schema.starts_with(kind))
    })
}

impl Document {
    /// The document with this name.
    pub fn from_name(name: &str) -> Option<&'static Document> {
        DOCUMENTS.iter().find(|document| document.name == name)
    }

    /// Its JSON Schema (draft 2020-12), indented.
    ///
    /// # Panics
    /// Never: a schema is JSON.
    pub fn schema(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(&(self.schema)()).expect("a schema is JSON");
        bytes.push(b'\n');
        bytes
    }
}

fn schema<T: schemars::JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}

fn line(document: &impl Serialize) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(document).expect("strings, numbers and lists are JSON");
    bytes.push(b'\n');
    bytes
}
