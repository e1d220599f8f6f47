//! Packed documents: the parts of a zip file, with limits on what they unpack to.

use std::io::{Cursor, Read};

use roxmltree::{Document, Node, ParsingOptions};
use zip::ZipArchive;
use zip::result::ZipError;

use super::charset;
use super::refusal::Refusal;

/// What a part and the whole document may unpack to, in bytes: far above any article, and read within
/// seconds.
const LARGEST_PART: u64 = 64 << 20;
const LARGEST_DOCUMENT: u64 = 200 << 20;
/// How many times a part may grow: text and XML rarely shrink to less than a twentieth.
const LARGEST_RATIO: u64 = 100;
/// Parts that are not measured by their ratio, in bytes: nothing is won by filling them with zeros.
const SMALL: u64 = 1 << 20;
/// How deep elements may be in each other: they are read by functions that call themselves.
const DEEPEST: usize = 300;
/// How many elements, attributes and texts a part may have; memory grows with them.
const MOST_NODES: u32 = 4_000_000;

/// The first bytes of a zip file.
pub(super) const ZIP: &[u8] = b"PK\x03\x04";

/// An open packed document.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// What was unpacked so far, in bytes.
    unpacked: u64,
}

impl<'a> Archive<'a> {
    /// Opens a packed document.
    ///
    /// # Errors
    /// If it is damaged, or cut off: its list of parts is at the end.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Archive<'a>, Refusal> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
        Ok(Archive { zip, unpacked: 0 })
    }

    /// The bytes of a part, if there is such a part.
    ///
    /// # Errors
    /// If it is damaged, encrypted or too large.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let mut part = match self.zip.by_name(name) {
            Ok(part) => part,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => return Err(encrypted()),
            Err(_) => return Err(damaged()),
        };
        let by_ratio = part.compressed_size().saturating_mul(LARGEST_RATIO).max(SMALL);
        let most = by_ratio.min(LARGEST_PART).min(LARGEST_DOCUMENT - self.unpacked);
        let mut bytes = Vec::new();
        part.by_ref().take(most + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
        let length = bytes.len() as u64;
        if length > most {
            return Err(too_large());
        }
        self.unpacked += length;
        Ok(Some(bytes))
    }

    /// The text of a part, if there is such a part.
    ///
    /// # Errors
    /// If it is damaged, encrypted, too large or no text.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Refusal> {
        let Some(bytes) = self.part(name)? else { return Ok(None) };
        charset::decode(&bytes, None).map(|decoded| Some(decoded.text)).map_err(|_| damaged())
    }

    /// The text of a part, empty if there is no such part.
    ///
    /// # Errors
    /// As [`Archive::text`].
    pub(super) fn text_or_empty(&mut self, name: &str) -> Result<String, Refusal> {
        Ok(self.text(name)?.unwrap_or_default())
    }
}

/// The XML of a part of a document.
///
/// # Errors
/// If it is not well formed, or so deep or large that no word processor wrote it.
pub(super) fn xml(text: &str) -> Result<Document<'_>, Refusal> {
    let options = ParsingOptions { nodes_limit: MOST_NODES, ..ParsingOptions::default() };
    let document = Document::parse_with_options(text, options).map_err(|error| {
        if error == roxmltree::Error::NodesLimitReached { too_large() } else { damaged() }
    })?;
    let mut open = vec![(document.root(), 0)];
    while let Some((node, depth)) = open.pop() {
        if depth > DEEPEST {
            return Err(too_large());
        }
        open.extend(node.children().filter(Node::is_element).map(|child| (child, depth + 1)));
    }
    Ok(document)
}

/// The value of an attribute with this name in any namespace.
pub(super) fn attribute<'a>(node: Node<'a, '_>, name: &str) -> Option<&'a str> {
    node.attributes().find(|attribute| attribute.name() == name).map(|attribute| attribute.value())
}

/// The name of an element without its namespace; empty for a text.
pub(super) fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// The first child element with this name.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| name(*child) == wanted)
}

pub(super) fn damaged() -> Refusal {
    Refusal::new("is a document that is damaged or cut off", "get the file again or save a new copy of it")
}

pub(super) fn encrypted() -> Refusal {
    Refusal::new("is protected with a password", "open it, remove the password and save it again")
}

fn too_large() -> Refusal {
    Refusal::new("unpacks to more than any article has", "save its text as a .txt file and compare that")
}

/// The refusal of a document without a word.
pub(super) fn without_text() -> Refusal {
    Refusal::new(
        "is a document without text",
        "if it shows pictures of text, save its text as a .txt file and compare that",
    )
}

#[cfg(test)]
pub(super) mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    /// A zip file with these parts.
    pub(crate) fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).expect("a part");
            zip.write_all(text.as_bytes()).expect("its text");
        }
        zip.finish().expect("a file").into_inner()
    }

    #[test]
    fn parts_that_unpack_to_too_much_are_refused() {
        let zeros = "0".repeat(5 << 20);
        let bomb = packed(&[("word/document.xml", &zeros)]);
        let refusal = Archive::open(&bomb).and_then(|mut archive| archive.part("word/document.xml"));
        assert_eq!(refusal, Err(too_large()));
    }

    #[test]
    fn an_archive_that_is_cut_off_is_refused() {
        let whole = packed(&[("a", "The harbor is shut.")]);
        assert!(Archive::open(&whole[..whole.len() - 10]).is_err());
        let mut archive = Archive::open(&whole).expect("a whole file");
        assert_eq!(archive.text("b"), Ok(None));
        assert_eq!(archive.text("a"), Ok(Some("The harbor is shut.".to_owned())));
    }

    #[test]
    fn xml_that_is_too_deep_or_has_a_document_type_is_refused() {
        let deep = format!("{}{}", "<a>".repeat(DEEPEST + 1), "</a>".repeat(DEEPEST + 1));
        assert_eq!(xml(&deep).map(|_| ()), Err(too_large()));
        assert!(xml("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>").is_err());
    }
}
