//! Documents of `LibreOffice` and other programs (ODT, and FODT, the same in one XML file).
//!
//! Elements are known by their names without namespaces.

mod body;
mod lists;
mod style;

use roxmltree::Node;

use self::style::Styles;
use super::archive::{self, Archive, name};
use super::document::Document;
use super::format::ImportOptions;
use super::raw::RawFile;
use super::refusal::Refusal;
use super::styles;
use crate::article::Metadata;

/// Whether a file is a packed document with the type of a text, or XML with this namespace.
pub(super) fn recognizes(file: &RawFile<'_>) -> bool {
    if file.bytes.starts_with(archive::ZIP) {
        let kind = Archive::open(file.bytes).and_then(|mut archive| archive.text("mimetype"));
        return kind.is_ok_and(|kind| {
            kind.is_some_and(|kind| kind.trim().starts_with("application/vnd.oasis.opendocument.text"))
        });
    }
    file.has_root(&["document"]) && file.head().contains("urn:oasis:names:tc:opendocument:xmlns:office")
}

/// Reads an ODT or FODT document.
pub(super) fn import(file: &RawFile<'_>, options: &ImportOptions) -> Result<Document, Refusal> {
    let [content, style_text, meta] = texts(file)?;
    let content = archive::xml(&content)?;
    let style_text = (!style_text.is_empty()).then(|| archive::xml(&style_text)).transpose()?;
    let roots = std::iter::once(content.root_element());
    let roots: Vec<_> = roots.chain(style_text.as_ref().map(roxmltree::Document::root_element)).collect();
    let styles = Styles::of(&roots);
    let lists = lists::Lists::of(&roots);
    let (parts, comments) = body::parts(content.root_element(), &styles, lists, options.revisions);
    let mut document = Document::of(styles::with_headline(parts));
    if document.is_empty() {
        return Err(archive::without_text());
    }
    if comments > 0 {
        document.notes.push(format!("Comments in the margin were left out ({comments})."));
    }
    let margins = roots.iter().flat_map(roxmltree::Node::descendants);
    let margins = margins.filter(|node| {
        let is_margin = matches!(name(*node), "header" | "footer") && node.has_children();
        is_margin && node.descendants().any(|node| node.is_text() && node.text().is_some_and(has_words))
    });
    let count = margins.count();
    if count > 0 {
        document.notes.push(format!("Headers and footers of pages were left out ({count})."));
    }
    document.metadata = match meta.as_str() {
        "" => metadata(content.root_element()),
        meta => archive::xml(meta).map(|meta| metadata(meta.root_element())).unwrap_or_default(),
    };
    Ok(document)
}

fn has_words(text: &str) -> bool {
    !text.trim().is_empty()
}

/// The content, the styles and the properties; the latter two are empty in a file that is not packed.
fn texts(file: &RawFile<'_>) -> Result<[String; 3], Refusal> {
    if !file.bytes.starts_with(archive::ZIP) {
        return Ok([file.decoded()?.text.clone(), String::new(), String::new()]);
    }
    let mut archive = Archive::open(file.bytes)?;
    if archive.text_or_empty("META-INF/manifest.xml")?.contains("encryption-data") {
        return Err(archive::encrypted());
    }
    let content = archive.text("content.xml")?.ok_or_else(archive::damaged)?;
    Ok([content, archive.text_or_empty("styles.xml")?, archive.text_or_empty("meta.xml")?])
}

fn metadata(root: Node<'_, '_>) -> Metadata {
    let Some(meta) = root.children().find(|node| name(*node) == "meta") else { return Metadata::default() };
    let value = |wanted: &str| {
        let node = meta.children().find(|node| name(*node) == wanted)?;
        Some(node.text()?.trim().to_owned()).filter(|value| !value.is_empty())
    };
    let authors = value("initial-creator").or_else(|| value("creator")).into_iter().collect();
    Metadata { authors, published: value("creation-date"), ..Metadata::default() }
}

#[cfg(test)]
mod tests;
