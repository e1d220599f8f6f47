//! The lists of a DOCX document.

use std::collections::HashMap;

use roxmltree::Node;

use super::style::Styles;
use crate::import::archive::{self, attribute, child, name};
use crate::import::numbering::{Counter, Level};
use crate::import::refusal::Refusal;

/// The lists of a document, and how far their items are counted.
#[derive(Default)]
pub(super) struct Lists {
    /// The definition of each list, by its number.
    lists: HashMap<String, List>,
    /// The counters, by definition: lists with the same one go on counting.
    counters: HashMap<String, Counter>,
}

struct List {
    definition: String,
    levels: Vec<Level>,
    /// The levels that begin again with the first item of this list.
    restarts: Vec<usize>,
}

impl Lists {
    pub(super) fn of(text: &str, styles: &Styles) -> Result<Lists, Refusal> {
        let mut lists = Lists::default();
        if text.is_empty() {
            return Ok(lists);
        }
        let document = archive::xml(text)?;
        let nodes = |wanted: &'static str| {
            document.root_element().children().filter(move |node| name(*node) == wanted)
        };
        let value = |node: Node<'_, '_>, wanted: &str| {
            child(node, wanted).and_then(|node| attribute(node, "val")).map(str::to_owned)
        };
        let definitions: HashMap<&str, Node<'_, '_>> =
            nodes("abstractNum").filter_map(|node| Some((attribute(node, "abstractNumId")?, node))).collect();
        let by_number: HashMap<&str, Node<'_, '_>> =
            nodes("num").filter_map(|node| Some((attribute(node, "numId")?, node))).collect();
        for (number, node) in &by_number {
            let Some(mut definition) = value(*node, "abstractNumId") else { continue };
            let Some(mut found) = definitions.get(definition.as_str()).copied() else { continue };
            // a definition may only name a style, whose list has the levels
            let linked = value(found, "numStyleLink")
                .and_then(|style| styles.by_id.get(&style)?.list.0.clone())
                .and_then(|number| value(*by_number.get(number.as_str())?, "abstractNumId"));
            if let Some(linked) = linked {
                let Some(node) = definitions.get(linked.as_str()) else { continue };
                (definition, found) = (linked, *node);
            }
            let mut levels = Vec::new();
            found
                .children()
                .filter(|node| name(*node) == "lvl")
                .for_each(|node| set_level(&mut levels, node));
            let mut restarts = Vec::new();
            for own in node.children().filter(|node| name(*node) == "lvlOverride") {
                let Some(at) = level_of(own) else { continue };
                if let Some(level) = child(own, "lvl") {
                    set_level(&mut levels, level);
                }
                let start = value(own, "startOverride").and_then(|start| start.parse().ok());
                if let (Some(start), Some(level)) = (start, levels.get_mut(at)) {
                    level.start = start;
                    restarts.push(at);
                }
            }
            lists.lists.insert((*number).to_owned(), List { definition, levels, restarts });
        }
        Ok(lists)
    }

    /// Counts an item and returns its label; none if there is no such list.
    pub(super) fn label(&mut self, number: &str, at: usize) -> Option<String> {
        let list = self.lists.get_mut(number)?;
        let counter = self.counters.entry(list.definition.clone()).or_default();
        if let Some(index) = list.restarts.iter().position(|level| *level == at) {
            list.restarts.remove(index);
            counter.restart(at);
        }
        Some(counter.label(&list.levels, at))
    }
}

fn level_of(node: Node<'_, '_>) -> Option<usize> {
    /// Word has nine levels.
    const LEVELS: usize = 9;
    attribute(node, "ilvl")?.parse().ok().filter(|level| *level < LEVELS)
}

fn set_level(levels: &mut Vec<Level>, node: Node<'_, '_>) {
    let Some(at) = level_of(node) else { return };
    let value = |wanted: &str| child(node, wanted).and_then(|node| attribute(node, "val"));
    let level = Level {
        start: value("start").and_then(|start| start.parse().ok()).unwrap_or(1),
        format: value("numFmt").unwrap_or("decimal").to_owned(),
        pattern: value("lvlText").unwrap_or_default().to_owned(),
        is_legal: child(node, "isLgl").is_some(),
    };
    let empty = Level { start: 1, format: "none".to_owned(), pattern: String::new(), is_legal: false };
    if levels.len() <= at {
        levels.resize(at + 1, empty);
    }
    levels[at] = level;
}
