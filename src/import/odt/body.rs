//! The paragraphs of an ODT document.

use std::collections::{HashMap, HashSet};

use roxmltree::Node;

use super::lists::Lists;
use super::style::Styles;
use crate::article::BlockKind;
use crate::import::archive::{attribute, child, name};
use crate::import::document::Part;
use crate::import::format::Revisions;
use crate::import::table;

/// The parts of a document, with its notes at the end, and the number of its comments.
pub(super) fn parts(
    root: Node<'_, '_>,
    styles: &Styles,
    lists: Lists,
    revisions: Revisions,
) -> (Vec<Part>, usize) {
    let mut reader = Reader {
        styles,
        lists,
        revisions,
        revised: revised(root),
        parts: Vec::new(),
        text: String::new(),
        boxes: Vec::new(),
        notes: Vec::new(),
        added: HashSet::new(),
        level: Vec::new(),
        label: None,
        comments: 0,
    };
    let body = child(root, "body").and_then(|body| child(body, "text"));
    if let Some(body) = body {
        reader.children(body);
    }
    reader.end_story();
    let mut parts = reader.parts;
    parts.append(&mut reader.notes);
    (parts, reader.comments)
}

/// The tracked insertions and deletions by their names.
fn revised<'a, 'i>(root: Node<'a, 'i>) -> HashMap<&'a str, Node<'a, 'i>> {
    let regions = root.descendants().filter(|node| name(*node) == "changed-region");
    let entry = |region: Node<'a, 'i>| {
        let kind = region.children().find(|node| matches!(name(*node), "insertion" | "deletion"))?;
        Some((attribute(region, "id")?, kind))
    };
    regions.filter_map(entry).collect()
}

struct Reader<'s, 'a, 'i> {
    styles: &'s Styles,
    lists: Lists,
    revisions: Revisions,
    revised: HashMap<&'a str, Node<'a, 'i>>,
    parts: Vec<Part>,
    /// The text of the current paragraph.
    text: String,
    /// The parts of text boxes in the current paragraph.
    boxes: Vec<Part>,
    /// The parts of footnotes and endnotes.
    notes: Vec<Part>,
    /// The open insertions that the original text does not have.
    added: HashSet<&'a str>,
    /// The style of each open list.
    level: Vec<&'a str>,
    /// The label of the next paragraph.
    label: Option<String>,
    comments: usize,
}

impl<'a, 'i> Reader<'_, 'a, 'i> {
    fn children(&mut self, node: Node<'a, 'i>) {
        for node in node.children() {
            self.node(node);
        }
    }

    fn node(&mut self, node: Node<'a, 'i>) {
        if node.is_text() {
            return self.push(&node.text().unwrap_or_default().replace('\n', " "));
        }
        match name(node) {
            "p" | "h" => self.paragraph(node),
            "s" => self.push(" "),
            "tab" => self.push("\t"),
            "line-break" => self.push("\n"),
            "list" => self.list(node),
            "list-item" => self.item(node),
            "table-row" => self.row(node),
            "note" => {
                let body = child(node, "note-body").filter(|_| self.added.is_empty());
                let parts = body.map(|body| self.apart(body)).unwrap_or_default();
                self.notes.extend(parts);
            }
            "text-box" => {
                let parts = self.apart(node);
                self.boxes.extend(parts);
            }
            "change-start" => {
                let id = attribute(node, "change-id").unwrap_or_default();
                let is_insertion = self.revised.get(id).is_some_and(|region| name(*region) == "insertion");
                if is_insertion && self.revisions == Revisions::Original {
                    self.added.insert(id);
                }
            }
            "change-end" => drop(self.added.remove(attribute(node, "change-id").unwrap_or_default())),
            "change" if self.revisions == Revisions::Original => self.deleted(node),
            "annotation" => self.comments += 1,
            "tracked-changes" | "change" | "annotation-end" | "ruby-text" | "title" | "desc" | "object"
            | "binary-data" | "forms" | "script" | "sequence-decls" | "variable-decls"
            | "user-field-decls" | "event-listeners" => {}
            _ => self.children(node),
        }
    }

    /// Text outside of paragraphs is only the layout of the file and is dropped where they end.
    fn push(&mut self, text: &str) {
        if self.added.is_empty() {
            self.text.push_str(text);
        }
    }

    /// The parts of a text inside of another.
    fn apart(&mut self, node: Node<'a, 'i>) -> Vec<Part> {
        let text = std::mem::take(&mut self.text);
        let (parts, boxes) = (std::mem::take(&mut self.parts), std::mem::take(&mut self.boxes));
        let (level, label) = (std::mem::take(&mut self.level), self.label.take());
        self.children(node);
        self.end_story();
        (self.text, self.boxes, self.level, self.label) = (text, boxes, level, label);
        std::mem::replace(&mut self.parts, parts)
    }

    fn paragraph(&mut self, node: Node<'a, 'i>) {
        if self.text.trim().is_empty() {
            self.text.clear();
        }
        self.children(node);
        if self.added.is_empty() {
            self.end_paragraph(Some(node));
        }
    }

    fn end_paragraph(&mut self, node: Option<Node<'a, 'i>>) {
        let style = node.and_then(|node| attribute(node, "style-name")).unwrap_or_default();
        let mut label = self.label.take();
        let mut kind = self.styles.kind(style);
        if let Some(heading) = node.filter(|node| name(*node) == "h") {
            kind = kind.or(Some(BlockKind::Subhead));
            let level = attribute(heading, "outline-level").and_then(|level| level.parse::<usize>().ok());
            if label.is_none() && attribute(heading, "is-list-header") != Some("true") {
                label = self.lists.heading(level.unwrap_or(1).saturating_sub(1));
            }
        }
        let kind = kind.or(label.is_some().then_some(BlockKind::ListItem));
        self.parts.push(Part { kind, label, ..Part::new(&std::mem::take(&mut self.text)) });
        self.parts.append(&mut self.boxes);
    }

    /// Ends a paragraph that nothing follows.
    fn end_story(&mut self) {
        if !self.text.trim().is_empty() || !self.boxes.is_empty() {
            self.end_paragraph(None);
        }
        self.text.clear();
    }

    fn list(&mut self, node: Node<'a, 'i>) {
        let outer = self.level.last().copied().unwrap_or_default();
        let style = attribute(node, "style-name").unwrap_or(outer);
        let goes_on = attribute(node, "continue-numbering") == Some("true")
            || attribute(node, "continue-list").is_some()
            || self.level.contains(&style);
        if !goes_on {
            self.lists.begin(style);
        }
        self.level.push(style);
        self.children(node);
        self.level.pop();
    }

    fn item(&mut self, node: Node<'a, 'i>) {
        // an item that only holds a list has no label
        let first = node.children().find(Node::is_element);
        if first.is_some_and(|first| name(first) != "list") && self.added.is_empty() {
            let start = attribute(node, "start-value").and_then(|start| start.parse().ok());
            let style = self.level.last().copied().unwrap_or_default();
            self.label = self.lists.label(style, self.level.len().saturating_sub(1), start);
        }
        self.children(node);
        self.label = None;
    }

    fn row(&mut self, node: Node<'a, 'i>) {
        let outer = std::mem::take(&mut self.parts);
        let mut cells = Vec::new();
        for cell in node.children().filter(|node| name(*node) == "table-cell") {
            self.children(cell);
            cells.push(std::mem::take(&mut self.parts));
        }
        self.parts = outer;
        self.parts.extend(table::row(cells));
    }

    /// Puts back a deleted text: its first paragraph goes on with the current one, which goes on with
    /// its last.
    fn deleted(&mut self, node: Node<'a, 'i>) {
        let id = attribute(node, "change-id").unwrap_or_default();
        // taken out, so that a deletion cannot hold itself
        let Some(deletion) = self.revised.remove(id).filter(|region| name(*region) == "deletion") else {
            return;
        };
        let paragraphs =
            deletion.children().filter(Node::is_element).filter(|node| name(*node) != "change-info");
        let mut before: Option<Node<'a, 'i>> = None;
        for paragraph in paragraphs {
            if let Some(before) = before {
                self.end_paragraph(Some(before));
            }
            if matches!(name(paragraph), "p" | "h") {
                self.children(paragraph);
                before = Some(paragraph);
            } else {
                self.end_story();
                self.node(paragraph);
                before = None;
            }
        }
    }
}
