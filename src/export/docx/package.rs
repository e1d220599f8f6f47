//! The package: a zip file with the parts of a DOCX document.

use std::io::{Cursor, Write};

use crate::export::stamp::{MAKER, names_maker};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The first line of every part.
pub(super) const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespace of text.
pub(super) const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The part with the text.
const DOCUMENT: &str = "word/document.xml";

const TYPES: &str = include_str!("../../../assets/report/docx/content-types.xml");
const RELATIONS: &str = include_str!("../../../assets/report/docx/package.rels");
const DOCUMENT_RELATIONS: &str = include_str!("../../../assets/report/docx/document.rels");
const STYLES: &str = include_str!("../../../assets/report/docx/styles.xml");
const SETTINGS: &str = include_str!("../../../assets/report/docx/settings.xml");

/// Packs a document and its comments.
///
/// # Panics
/// Never: it writes to memory.
pub(super) fn package(document: &str, comments: &str, properties: &str) -> Vec<u8> {
    let parts = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        (DOCUMENT, document),
        ("word/_rels/document.xml.rels", DOCUMENT_RELATIONS),
        ("word/styles.xml", STYLES),
        ("word/settings.xml", SETTINGS),
        ("word/comments.xml", comments),
        ("docProps/core.xml", properties),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // the stamp, at the end of the file
    zip.set_comment(MAKER).expect("a comment of a few letters");
    // the earliest date of zip files, so that the same report has the same bytes
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, part) in parts {
        zip.start_file(name, options).expect("a name of a few letters");
        zip.write_all(part.as_bytes()).expect("memory takes everything");
    }
    zip.finish().expect("memory takes everything").into_inner()
}

/// Whether a file is a single package that ends with the stamp.
pub(super) fn is_own(bytes: &[u8]) -> bool {
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    let comment = archive.comment();
    bytes.starts_with(b"PK\x03\x04")
        && bytes.ends_with(comment)
        && archive.offset() == 0
        && archive.index_for_name(DOCUMENT).is_some()
        && std::str::from_utf8(comment).is_ok_and(names_maker)
}
