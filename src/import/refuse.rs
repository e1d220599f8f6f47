//! Files that are no articles, by their first bytes, and markup of an unknown kind.

use super::archive::{self, Archive};
use super::raw::RawFile;
use super::refusal::Refusal;

/// The first bytes of files that are often mistaken for articles.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xFF\xD8\xFF", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1F\x8B", "packed data"),
    (b"\x7FELF", "a program"),
];

/// The first bytes of the container of old Office documents and of those with a password.
const OLE: &[u8] = b"\xD0\xCF\x11\xE0";

/// The refusal of a file with the first bytes of something else.
pub(super) fn by_signature(file: &RawFile<'_>) -> Option<Refusal> {
    if file.bytes.starts_with(archive::ZIP) {
        // an archive that opens is of another kind
        let other =
            |_| Refusal::new("is a packed file, and no text document", "unpack it and compare its text");
        return Some(Archive::open(file.bytes).map_or_else(|damaged| damaged, other));
    }
    if file.bytes.starts_with(OLE) {
        let stream: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let is_encrypted = file.bytes.windows(stream.len()).any(|bytes| bytes == stream);
        let old = || Refusal::new("is an old Office document (.doc)", "open it and save it as .docx");
        return Some(if is_encrypted { archive::encrypted() } else { old() });
    }
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
    let is_element = || file.decoded().is_ok_and(|decoded| decoded.text.trim_end().ends_with('>'));
    if head.starts_with("<?xml") || begins("<!doctype") || file.root().is_some_and(|_| is_element()) {
        let root = file.root().map_or(String::new(), |root| format!(" ({root})"));
        return Some(Refusal::new(format!("is XML of a kind that is not known{root}"), hint));
    }
    let is_json = (head.starts_with('{') || head.starts_with('[') && head.contains('{'))
        && file
            .decoded()
            .is_ok_and(|decoded| serde_json::from_str::<serde::de::IgnoredAny>(&decoded.text).is_ok());
    is_json.then(|| Refusal::new("is JSON of a kind that is not known", hint))
}
