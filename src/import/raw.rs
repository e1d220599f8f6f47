//! The bytes of a file, and what detection and importers ask of them.

use std::cell::OnceCell;

use super::charset::{self, Decoded, Encoding};
use super::refusal::Refusal;
use crate::text::Span;

/// A file to import.
pub struct RawFile<'a> {
    /// Its bytes.
    pub bytes: &'a [u8],
    /// The extension of its name in lower case, or nothing.
    pub extension: &'a str,
    /// The encoding that the user or a server named.
    pub encoding: Option<&'static Encoding>,
    decoded: OnceCell<Result<Decoded, Refusal>>,
}

impl<'a> RawFile<'a> {
    /// A file with these bytes.
    pub fn new(bytes: &'a [u8], extension: &'a str) -> RawFile<'a> {
        RawFile { bytes, extension, encoding: None, decoded: OnceCell::new() }
    }

    /// Sets the encoding instead of guessing it.
    #[must_use]
    pub fn encoded(self, encoding: Option<&'static Encoding>) -> RawFile<'a> {
        RawFile { encoding, ..self }
    }

    /// Its text with line feeds as line ends, and notes about the encoding.
    ///
    /// # Errors
    /// If it is no text.
    pub fn decoded(&self) -> Result<&Decoded, Refusal> {
        self.decoded.get_or_init(|| charset::decode(self.bytes, self.encoding)).as_ref().map_err(Clone::clone)
    }

    /// The first bytes of its text, without white space at the start; empty if it is no text.
    pub fn head(&self) -> &str {
        const LONGEST: usize = 4096; // bytes
        let Ok(decoded) = self.decoded() else { return "" };
        let text = decoded.text.trim_start();
        Span::new(0, text.floor_char_boundary(LONGEST)).of(text)
    }

    /// The name of the root element if the text is XML or HTML, without its prefix.
    pub fn root(&self) -> Option<&str> {
        let mut head = self.head();
        loop {
            const WEB_PAGE: &str = "<!doctype html";
            let doctype = head.get(..WEB_PAGE.len()).filter(|begin| begin.eq_ignore_ascii_case(WEB_PAGE));
            if let Some(doctype) = doctype {
                return doctype.get(WEB_PAGE.len() - "html".len()..);
            }
            let end = match head {
                _ if head.starts_with("<!--") => "-->",
                _ if head.starts_with("<?") => "?>",
                // a document type may have declarations inside
                _ if head.starts_with("<!") => match head.find(['[', '>']) {
                    Some(at) if head.as_bytes()[at] == b'[' => "]>",
                    _ => ">",
                },
                _ => break,
            };
            head = head.split_once(end)?.1.trim_start();
        }
        let tag = head.strip_prefix('<')?;
        let name = tag.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next()?;
        let name = name.rsplit(':').next()?;
        name.starts_with(char::is_alphabetic).then_some(name)
    }

    /// Whether the text begins with a document type or element of this name, in any case.
    pub fn has_root(&self, names: &[&str]) -> bool {
        self.root().is_some_and(|root| names.iter().any(|name| root.eq_ignore_ascii_case(name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_element_is_after_declarations_and_comments() {
        for (text, root) in [
            ("<?xml version=\"1.0\"?>\n<!-- x -->\n<nitf>", Some("nitf")),
            ("<!DOCTYPE nitf SYSTEM \"nitf.dtd\" [ <!ENTITY a \"b\"> ]>\n<n:nitf a='b'>", Some("nitf")),
            ("\u{feff}<!-- saved --> <!doctype html><p>", Some("html")),
            ("<3 is a heart", None),
            ("The <b>harbor</b>", None),
            ("<?xml", None),
            ("", None),
        ] {
            assert_eq!(RawFile::new(text.as_bytes(), "").root(), root, "{text}");
        }
    }
}
