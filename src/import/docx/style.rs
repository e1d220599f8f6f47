//! The paragraph styles of a DOCX document.

use std::collections::HashMap;

use roxmltree::Node;

use crate::article::BlockKind;
use crate::import::archive::{self, attribute, child, name};
use crate::import::refusal::Refusal;
use crate::import::styles;

/// The paragraph styles of a document.
#[derive(Default)]
pub(super) struct Styles {
    pub(super) by_id: HashMap<String, Style>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
}

#[derive(Default)]
pub(super) struct Style {
    name: String,
    based_on: Option<String>,
    /// The list and the level of its paragraphs.
    pub(super) list: (Option<String>, Option<usize>),
}

impl Styles {
    pub(super) fn of(text: &str) -> Result<Styles, Refusal> {
        let mut styles = Styles::default();
        if text.is_empty() {
            return Ok(styles);
        }
        let document = archive::xml(text)?;
        for node in document.root_element().children().filter(|node| name(*node) == "style") {
            let value = |wanted: &str| child(node, wanted).and_then(|node| attribute(node, "val"));
            let Some(id) = attribute(node, "styleId") else { continue };
            if attribute(node, "type") == Some("paragraph")
                && attribute(node, "default").is_some_and(|value| ["1", "true", "on"].contains(&value))
            {
                styles.usual = Some(id.to_owned());
            }
            let style = Style {
                name: value("name").unwrap_or_default().to_owned(),
                based_on: value("basedOn").map(str::to_owned),
                list: child(node, "pPr").map(reference).unwrap_or_default(),
            };
            styles.by_id.insert(id.to_owned(), style);
        }
        Ok(styles)
    }

    /// A style and those it is based on.
    fn line(&self, id: Option<&str>) -> impl Iterator<Item = &Style> {
        /// Styles based on each other in a circle end here.
        const LONGEST: usize = 20;
        let first = id.or(self.usual.as_deref()).and_then(|id| self.by_id.get(id));
        let next = |style: &&Style| style.based_on.as_deref().and_then(|id| self.by_id.get(id));
        std::iter::successors(first, next).take(LONGEST)
    }

    pub(super) fn kind(&self, id: Option<&str>) -> Option<BlockKind> {
        self.line(id).find_map(|style| styles::kind(&style.name))
    }

    /// The list and level of paragraphs with a style.
    pub(super) fn list(&self, id: Option<&str>) -> (Option<String>, Option<usize>) {
        let list = self.line(id).find_map(|style| style.list.0.clone());
        (list, self.line(id).find_map(|style| style.list.1))
    }
}

/// The list and the level that the properties of a paragraph name.
pub(super) fn reference(properties: Node<'_, '_>) -> (Option<String>, Option<usize>) {
    let Some(list) = child(properties, "numPr") else { return (None, None) };
    let value = |wanted: &str| child(list, wanted).and_then(|node| attribute(node, "val"));
    (value("numId").map(str::to_owned), value("ilvl").and_then(|level| level.parse().ok()))
}
