//! The lists of an ODT document.

use std::collections::HashMap;

use roxmltree::Node;

use crate::import::archive::{attribute, name};
use crate::import::numbering::{Counter, Level};

/// The list styles of a document, and how far their items are counted.
pub(super) struct Lists {
    styles: HashMap<String, Vec<Level>>,
    /// The numbering of headings.
    outline: Vec<Level>,
    headings: Counter,
    counters: HashMap<String, Counter>,
}

impl Lists {
    pub(super) fn of(roots: &[Node<'_, '_>]) -> Lists {
        let nodes = || roots.iter().flat_map(Node::descendants);
        let styles = nodes().filter(|node| name(*node) == "list-style");
        let styles = styles.filter_map(|node| Some((attribute(node, "name")?.to_owned(), levels(node))));
        let outline = nodes().find(|node| name(*node) == "outline-style").map(levels).unwrap_or_default();
        Lists { styles: styles.collect(), outline, headings: Counter::default(), counters: HashMap::new() }
    }

    /// Begins a list whose items are not counted on from the one before it.
    pub(super) fn begin(&mut self, style: &str) {
        self.counters.remove(style);
    }

    /// Counts an item and returns its label; `start` is its number if it has an own one.
    pub(super) fn label(&mut self, style: &str, at: usize, start: Option<u32>) -> Option<String> {
        let levels = self.styles.get_mut(style)?;
        let counter = self.counters.entry(style.to_owned()).or_default();
        if let (Some(start), Some(level)) = (start, levels.get_mut(at)) {
            level.start = start;
            counter.restart(at);
        }
        Some(counter.label(levels, at)).filter(|label| !label.is_empty())
    }

    /// Counts a heading and returns its label.
    pub(super) fn heading(&mut self, at: usize) -> Option<String> {
        Some(self.headings.label(&self.outline, at)).filter(|label| !label.is_empty())
    }
}

fn levels(style: Node<'_, '_>) -> Vec<Level> {
    /// `LibreOffice` has ten levels.
    const LEVELS: usize = 10;
    let mut levels = Vec::new();
    for node in style.children().filter(Node::is_element) {
        let number = |name: &str| attribute(node, name).and_then(|value| value.parse::<usize>().ok());
        let Some(at) = number("level").and_then(|level| level.checked_sub(1)).filter(|at| *at < LEVELS)
        else {
            continue;
        };
        let format = match (name(node), attribute(node, "num-format")) {
            ("list-level-style-bullet", _) => "bullet",
            (_, None | Some("")) => "none",
            (_, Some(format)) => format,
        };
        let shown = number("display-levels").unwrap_or(1).clamp(1, at + 1);
        let numbers: Vec<String> = (at + 2 - shown..=at + 1).map(|level| format!("%{level}")).collect();
        let pattern = match (attribute(node, "bullet-char"), format) {
            (Some(mark), _) => mark.to_owned(),
            (None, "none") => String::new(),
            (None, _) => {
                let mark = |name: &str| attribute(node, name).unwrap_or_default();
                format!("{}{}{}", mark("num-prefix"), numbers.join("."), mark("num-suffix"))
            }
        };
        let start = number("start-value").map_or(1, |start| start as u32);
        let level = Level { start, format: format.to_owned(), pattern, is_legal: false };
        if levels.len() <= at {
            let none = Level { start: 1, format: "none".to_owned(), pattern: String::new(), is_legal: false };
            levels.resize(at + 1, none);
        }
        levels[at] = level;
    }
    levels
}
