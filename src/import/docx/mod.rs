//! Documents of word processors (DOCX): the text with its stated kinds, list labels and notes.
//!
//! Elements are known by their names without namespaces: the strict form of the format has others.

mod body;
mod lists;
mod style;

use roxmltree::Node;

use self::style::Styles;
use super::archive::{self, Archive, attribute, name};
use super::document::Document;
use super::format::ImportOptions;
use super::raw::RawFile;
use super::refusal::Refusal;
use super::styles;
use crate::article::Metadata;

/// Whether a file is a packed document whose list of types has a text document.
pub(super) fn recognizes(file: &RawFile<'_>) -> bool {
    if !file.bytes.starts_with(archive::ZIP) {
        return false;
    }
    let types = Archive::open(file.bytes).and_then(|mut archive| archive.text("[Content_Types].xml"));
    types.is_ok_and(|types| {
        types.is_some_and(|types| {
            types.contains("wordprocessingml.document.main")
                || types.contains("wordprocessingml.template.main")
                || types.contains("ms-word.document.macroEnabled.main")
                || types.contains("ms-word.template.macroEnabledTemplate.main")
        })
    })
}

/// Reads a DOCX document.
pub(super) fn import(file: &RawFile<'_>, options: &ImportOptions) -> Result<Document, Refusal> {
    let mut archive = Archive::open(file.bytes)?;
    let package = relations(&archive.text_or_empty("_rels/.rels")?, "")?;
    let target = |relations: &[Relation], kind: &str| {
        relations.iter().find(|relation| relation.kind == kind).map(|relation| relation.target.clone())
    };
    let main = target(&package, "officeDocument").ok_or_else(archive::damaged)?;
    let (folder, file_name) = main.rsplit_once('/').unwrap_or(("", &main));
    let own = relations(&archive.text_or_empty(&format!("{folder}/_rels/{file_name}.rels"))?, folder)?;
    let mut related = |kind: &str| match target(&own, kind) {
        Some(name) => archive.text_or_empty(&name),
        None => Ok(String::new()),
    };
    let [style_text, numbering, footnotes, endnotes, comments] =
        ["styles", "numbering", "footnotes", "endnotes", "comments"].map(&mut related);
    let (style_text, numbering) = (style_text?, numbering?);
    let (footnotes, endnotes, comments) = (footnotes?, endnotes?, comments?);
    let styles = Styles::of(&style_text)?;
    let lists = lists::Lists::of(&numbering, &styles)?;
    let text = archive.text(&main)?.ok_or_else(archive::damaged)?;
    let parts = body::parts(&text, [&footnotes, &endnotes], &styles, lists, options.revisions)?;
    let mut document = Document::of(styles::with_headline(parts));
    if document.is_empty() {
        return Err(archive::without_text());
    }
    document.notes = left_out(&own, &mut archive, &comments)?;
    if let Some(core) = target(&package, "core-properties") {
        document.metadata = metadata(&archive.text_or_empty(&core)?);
    }
    Ok(document)
}

/// What one part of the package says of another.
struct Relation {
    /// The last part of its type: `officeDocument`, `styles`.
    kind: String,
    /// The name of the other part in the package.
    target: String,
}

fn relations(text: &str, folder: &str) -> Result<Vec<Relation>, Refusal> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let document = archive::xml(text)?;
    let relation = |node: Node<'_, '_>| {
        let kind = attribute(node, "Type")?.rsplit('/').next()?.to_owned();
        Some(Relation { kind, target: resolved(attribute(node, "Target")?, folder) })
    };
    Ok(document.root_element().children().filter_map(relation).collect())
}

/// The name of a part in the package by its address from a folder.
fn resolved(target: &str, folder: &str) -> String {
    let mut path: Vec<&str> = if target.starts_with('/') { Vec::new() } else { folder.split('/').collect() };
    for step in target.split('/') {
        match step {
            ".." => drop(path.pop()),
            _ => path.push(step),
        }
    }
    path.retain(|step| !step.is_empty() && *step != ".");
    path.join("/")
}

/// Notes on comments, headers and footers, which are left out.
fn left_out(own: &[Relation], archive: &mut Archive<'_>, comments: &str) -> Result<Vec<String>, Refusal> {
    let mut notes = Vec::new();
    if !comments.is_empty() {
        let count = archive::xml(comments)?.descendants().filter(|node| name(*node) == "comment").count();
        notes.extend((count > 0).then(|| format!("Comments in the margin were left out ({count}).")));
    }
    let mut count = 0;
    for relation in own.iter().filter(|relation| ["header", "footer"].contains(&relation.kind.as_str())) {
        let text = archive.text_or_empty(&relation.target)?;
        if !text.is_empty() {
            let has_text = |node: Node<'_, '_>| name(node) == "t" && node.text().is_some();
            count += usize::from(archive::xml(&text)?.descendants().any(has_text));
        }
    }
    notes.extend((count > 0).then(|| format!("Headers and footers of pages were left out ({count}).")));
    Ok(notes)
}

fn metadata(core: &str) -> Metadata {
    let Ok(document) = archive::xml(core) else { return Metadata::default() };
    let value = |wanted: &str| {
        let node = document.root_element().children().find(|node| name(*node) == wanted)?;
        Some(node.text()?.trim().to_owned()).filter(|value| !value.is_empty())
    };
    let authors = value("creator").into_iter().collect();
    Metadata { authors, published: value("created"), ..Metadata::default() }
}

#[cfg(test)]
mod tests;
