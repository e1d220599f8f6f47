//! The paragraphs of a DOCX document.

use roxmltree::Node;

use super::lists::Lists;
use super::style::{self, Styles};
use crate::article::BlockKind;
use crate::import::archive::{self, attribute, child, name};
use crate::import::document::Part;
use crate::import::format::Revisions;
use crate::import::refusal::Refusal;
use crate::import::table;

/// The parts of the main text, then those of its footnotes and endnotes.
pub(super) fn parts(
    text: &str,
    notes: [&str; 2],
    styles: &Styles,
    lists: Lists,
    revisions: Revisions,
) -> Result<Vec<Part>, Refusal> {
    let document = archive::xml(text)?;
    let mut reader = Reader {
        styles,
        lists,
        revisions,
        parts: Vec::new(),
        text: String::new(),
        boxes: Vec::new(),
        fields: Vec::new(),
        noted: [Vec::new(), Vec::new()],
    };
    reader.children(document.root_element());
    reader.end_story();
    for (at, text) in notes.into_iter().enumerate().filter(|(_, text)| !text.is_empty()) {
        let document = archive::xml(text)?;
        for id in std::mem::take(&mut reader.noted[at]) {
            let is_note = |node: &Node<'_, '_>| attribute(*node, "id") == Some(id.as_str());
            if let Some(note) = document.root_element().children().find(is_note) {
                reader.children(note);
                reader.end_story();
            }
        }
    }
    Ok(reader.parts)
}

struct Reader<'s> {
    styles: &'s Styles,
    lists: Lists,
    revisions: Revisions,
    parts: Vec<Part>,
    /// The text of the current paragraph.
    text: String,
    /// The parts of text boxes in the current paragraph.
    boxes: Vec<Part>,
    /// For each open field, whether its result has begun.
    fields: Vec<bool>,
    /// The footnotes and the endnotes that the text refers to, in order.
    noted: [Vec<String>; 2],
}

impl Reader<'_> {
    fn children(&mut self, node: Node<'_, '_>) {
        for node in node.children().filter(Node::is_element) {
            self.element(node);
        }
    }

    fn element(&mut self, node: Node<'_, '_>) {
        let is_shown = self.fields.iter().all(|has_result| *has_result);
        match name(node) {
            "ins" | "moveTo" if self.revisions == Revisions::Original => {}
            "del" | "moveFrom" if self.revisions == Revisions::Accepted => {}
            "p" => self.paragraph(node),
            "tr" => self.row(node),
            "t" | "delText" if is_shown => {
                self.text.push_str(&node.text().unwrap_or_default().replace('\n', " "));
            }
            "tab" | "ptab" if is_shown => self.text.push('\t'),
            "br" | "cr" if is_shown => {
                let is_page = attribute(node, "type").is_some_and(|kind| kind != "textWrapping");
                self.text.push(if is_page { ' ' } else { '\n' });
            }
            "noBreakHyphen" if is_shown => self.text.push('\u{2011}'),
            "sym" if is_shown => self.text.extend(attribute(node, "char").and_then(symbol)),
            "fldChar" => match attribute(node, "fldCharType") {
                Some("begin") => self.fields.push(false),
                Some("separate") => {
                    if let Some(field) = self.fields.last_mut() {
                        *field = true;
                    }
                }
                Some("end") => drop(self.fields.pop()),
                _ => {}
            },
            "footnoteReference" => self.noted[0].extend(attribute(node, "id").map(str::to_owned)),
            "endnoteReference" => self.noted[1].extend(attribute(node, "id").map(str::to_owned)),
            "AlternateContent" => {
                let shown = child(node, "Choice").or_else(|| child(node, "Fallback"));
                if let Some(shown) = shown {
                    self.children(shown);
                }
            }
            "txbxContent" => self.text_box(node),
            // properties and the reading above a word
            "pPr" | "rPr" | "tblPr" | "tcPr" | "trPr" | "sectPr" | "sdtPr" | "instrText" | "rt" => {}
            _ => self.children(node),
        }
    }

    fn text_box(&mut self, node: Node<'_, '_>) {
        let outer = (std::mem::take(&mut self.text), std::mem::take(&mut self.parts));
        let (boxes, fields) = (std::mem::take(&mut self.boxes), std::mem::take(&mut self.fields));
        self.children(node);
        self.end_story();
        let inner = std::mem::replace(&mut self.parts, outer.1);
        (self.text, self.boxes, self.fields) = (outer.0, boxes, fields);
        self.boxes.extend(inner);
    }

    fn paragraph(&mut self, node: Node<'_, '_>) {
        self.fields.clear();
        self.children(node);
        let properties = child(node, "pPr");
        if !properties.is_some_and(|properties| self.goes_on(properties)) {
            self.end_paragraph(properties);
        }
    }

    /// Whether the next paragraph goes on with this one: its mark is deleted or not yet inserted, or it
    /// is only the large first letter.
    fn goes_on(&self, properties: Node<'_, '_>) -> bool {
        let gone = match self.revisions {
            Revisions::Accepted => ["del", "moveFrom"],
            Revisions::Original => ["ins", "moveTo"],
        };
        let mark = child(properties, "rPr");
        let is_capital = child(properties, "framePr")
            .and_then(|frame| attribute(frame, "dropCap"))
            .is_some_and(|kind| kind != "none");
        is_capital || mark.is_some_and(|mark| gone.iter().any(|gone| child(mark, gone).is_some()))
    }

    fn end_paragraph(&mut self, properties: Option<Node<'_, '_>>) {
        let style = properties.and_then(|properties| child(properties, "pStyle"));
        let style = style.and_then(|style| attribute(style, "val"));
        let own = properties.map(style::reference).unwrap_or_default();
        let by_style = self.styles.list(style);
        let list = own.0.or(by_style.0).filter(|list| list != "0");
        let level = own.1.or(by_style.1).unwrap_or(0);
        let label = list.and_then(|list| self.lists.label(&list, level)).filter(|label| !label.is_empty());
        let kind = self.styles.kind(style).or(label.is_some().then_some(BlockKind::ListItem));
        let part = Part { kind, label, ..Part::new(&std::mem::take(&mut self.text)) };
        self.parts.push(part);
        self.parts.append(&mut self.boxes);
    }

    /// Ends a paragraph whose mark is gone and that nothing follows.
    fn end_story(&mut self) {
        if !self.text.is_empty() || !self.boxes.is_empty() {
            self.end_paragraph(None);
        }
    }

    /// A row of a table: one part if its cells have one paragraph each.
    fn row(&mut self, node: Node<'_, '_>) {
        let gone = match self.revisions {
            Revisions::Accepted => "del",
            Revisions::Original => "ins",
        };
        if child(node, "trPr").is_some_and(|properties| child(properties, gone).is_some()) {
            return;
        }
        self.end_story();
        let outer = std::mem::take(&mut self.parts);
        let mut cells = Vec::new();
        for cell in node.children().filter(Node::is_element) {
            self.element(cell);
            self.end_story();
            cells.push(std::mem::take(&mut self.parts));
        }
        self.parts = outer;
        self.parts.extend(table::row(cells));
    }
}

/// The character of a symbol font: those in the private area have the place of their letter in it.
fn symbol(code: &str) -> Option<char> {
    const PRIVATE: std::ops::RangeInclusive<u32> = 0xF020..=0xF0FF;
    let code = u32::from_str_radix(code, 16).ok()?;
    if code == 0xF0B7 || code == 0xF0A7 {
        return Some('•');
    }
    char::from_u32(if PRIVATE.contains(&code) { code - 0xF000 } else { code })
}
