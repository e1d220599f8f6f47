//! Files that are no articles, by their first bytes, and markup of an unknown kind.

use super::raw::RawFile;
use super::refusal::Refusal;

/// The first bytes of files that are often mistaken for articles.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a packed document (such as .docx, .odt or .zip)"),
    (b"\xD0\xCF\x11\xE0", "an old Office document (such as .doc)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1F\x8B", "packed data"),
    (b"\x7FELF", "a program"),
];

/// The refusal of a file with the first bytes of something else.
pub(super) fn by_signature(file: &RawFile<'_>) -> Option<Refusal> {
    let (_, kind) = SIGNATURES.iter().find(|(signature, _)| file.bytes.starts_with(signature))?;
    Some(Refusal::new(format!("is {kind}, not plain text"), "save its text as a .txt file and compare that"))
}

/// The refusal of markup and data that no importer recognizes.
pub(super) fn by_markup(file: &RawFile<'_>) -> Option<Refusal> {
    let hint = "save the text of the article as a .txt file and compare that";
    let head = file.head();
    let begins = |tag: &str| head.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    let is_named = ["html", "htm", "xhtml"].contains(&file.extension);
    if file.has_root(&["html"]) || is_named && head.contains("</") {
        return Some(Refusal::new("is a web page, not plain text", hint));
    }
    if head.starts_with("<?xml") || begins("<!doctype") {
        let root = file.root().map_or(String::new(), |root| format!(" ({root})"));
        return Some(Refusal::new(format!("is XML of a kind that is not known{root}"), hint));
    }
    let is_json = (head.starts_with('{') || head.starts_with('[') && head.contains('{'))
        && file
            .decoded()
            .is_ok_and(|decoded| serde_json::from_str::<serde::de::IgnoredAny>(&decoded.text).is_ok());
    is_json.then(|| Refusal::new("is JSON of a kind that is not known", hint))
}
