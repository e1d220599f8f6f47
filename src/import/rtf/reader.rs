//! The paragraphs of an RTF file.

use std::collections::HashMap;

use encoding_rs::Encoding;

use super::fonts;
use super::tokens::{Token, Tokens};
use crate::article::BlockKind;
use crate::import::document::Part;
use crate::import::format::Revisions;
use crate::import::{numbering, styles, table};

/// What was read from a file.
pub(super) struct Read {
    /// Its parts, with its notes at the end.
    pub(super) parts: Vec<Part>,
    pub(super) author: String,
    pub(super) comments: usize,
    /// Headers and footers.
    pub(super) margins: usize,
    /// Whether groups are open at its end.
    pub(super) is_cut: bool,
}

/// Reads a file.
pub(super) fn read(bytes: &[u8], revisions: Revisions) -> Read {
    let mut reader = Reader::new(revisions);
    for token in Tokens::new(bytes) {
        reader.token(token);
    }
    reader.flush();
    let is_cut = !reader.outer.is_empty();
    while !reader.outer.is_empty() {
        reader.close();
    }
    reader.end_story();
    let Reader { mut flow, mut notes, author, comments, margins, .. } = reader;
    flow.parts.append(&mut notes);
    Read { parts: flow.parts, author, comments, margins, is_cut }
}

/// Where the text of a group goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Destination {
    Text,
    /// The label of a list item.
    Label,
    Fonts,
    Styles,
    Author,
    /// A group whose inner groups may hold text.
    Between,
    Nowhere,
}

/// What holds until the end of a group.
#[derive(Clone, Copy)]
struct Group {
    destination: Destination,
    /// Whether the text was cut or added by a tracked change that is undone.
    is_gone: bool,
    /// How many bytes repeat a Unicode character in old programs.
    skip: usize,
    font: i32,
    /// Whether its first command may be left out by programs that do not know it.
    is_optional: bool,
    /// The note or box that ends with it.
    story: Option<Story>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Story {
    Note,
    Box,
}

/// A text that is read from its first to its last paragraph.
#[derive(Default)]
struct Flow {
    parts: Vec<Part>,
    /// The text of the current paragraph.
    text: String,
    /// The parts of text boxes in the current paragraph.
    boxes: Vec<Part>,
    label: String,
    style: Option<i32>,
    /// The cells of the open row of a table, and where the current cell begins.
    cells: Vec<Vec<Part>>,
    cell: Option<usize>,
    is_in_table: bool,
}

struct Reader {
    revisions: Revisions,
    group: Group,
    outer: Vec<Group>,
    flow: Flow,
    /// The texts around a note or box.
    flows: Vec<Flow>,
    notes: Vec<Part>,
    fonts: HashMap<i32, &'static Encoding>,
    usual: &'static Encoding,
    styles: HashMap<i32, String>,
    /// The number of the style whose name is read.
    named: i32,
    author: String,
    comments: usize,
    margins: usize,
    /// Bytes that are not decoded yet: some letters have two.
    pending: Vec<u8>,
    /// The first half of a character outside of the first plane.
    surrogate: Option<u16>,
    /// How many bytes to leave out after a Unicode character.
    left_out: usize,
}

impl Reader {
    fn new(revisions: Revisions) -> Reader {
        let group = Group {
            destination: Destination::Text,
            is_gone: false,
            skip: 1,
            font: 0,
            is_optional: false,
            story: None,
        };
        Reader {
            revisions,
            group,
            outer: Vec::new(),
            flow: Flow::default(),
            flows: Vec::new(),
            notes: Vec::new(),
            fonts: HashMap::new(),
            usual: fonts::USUAL,
            styles: HashMap::new(),
            named: 0,
            author: String::new(),
            comments: 0,
            margins: 0,
            pending: Vec::new(),
            surrogate: None,
            left_out: 0,
        }
    }

    fn token(&mut self, token: Token<'_>) {
        if let Token::Byte(byte) = token {
            self.group.is_optional = false;
            match self.left_out {
                0 => self.pending.push(byte),
                _ => self.left_out -= 1,
            }
            return;
        }
        self.flush();
        match token {
            Token::Open => {
                self.left_out = 0;
                self.outer.push(self.group);
                (self.group.story, self.group.is_optional) = (None, false);
            }
            Token::Close => self.close(),
            Token::Sign(b'*') => self.group.is_optional = true,
            Token::Sign(b'~') => self.push("\u{a0}"),
            Token::Sign(b'_') => self.push("\u{2011}"),
            Token::Sign(b'\r' | b'\n') => self.end_line(),
            Token::Sign(sign @ (b'{' | b'}' | b'\\')) => self.push(char::from(sign).encode_utf8(&mut [0; 4])),
            Token::Word(name, number) => {
                let was_optional = std::mem::take(&mut self.group.is_optional);
                if !self.destination(name)
                    && !self.format(name, number)
                    && !self.character(name, number)
                    && was_optional
                {
                    self.group.destination = Destination::Nowhere;
                }
            }
            Token::Sign(_) | Token::Byte(_) => {}
        }
    }

    /// Enters the destination that a command names.
    fn destination(&mut self, name: &str) -> bool {
        if self.group.destination == Destination::Nowhere {
            return true;
        }
        self.group.destination = match name {
            "fonttbl" => Destination::Fonts,
            "stylesheet" => Destination::Styles,
            "author" if self.group.destination == Destination::Between => Destination::Author,
            "info" | "shpinst" | "do" | "upr" => Destination::Between,
            "listtext" | "pntext" => Destination::Label,
            "footnote" => self.begin(Story::Note),
            "shptxt" | "dptxbxtext" => self.begin(Story::Box),
            "ud" => Destination::Text,
            "shppict" | "fldinst" | "pict" | "nonshppict" | "sp" | "shprslt" | "objdata" | "xe" | "tc"
            | "colortbl" | "filetbl" | "listtable" | "listoverridetable" | "revtbl" | "rsidtbl"
            | "generator" | "themedata" | "ftnsep" | "ftnsepc" | "ftncn" | "aftnsep" | "aftnsepc"
            | "aftncn" | "private" | "mmathPr" | "title" | "subject" | "operator" | "keywords"
            | "doccomm" | "company" | "hlinkbase" => Destination::Nowhere,
            "annotation" => {
                self.comments += 1;
                Destination::Nowhere
            }
            "header" | "headerl" | "headerr" | "headerf" | "footer" | "footerl" | "footerr" | "footerf" => {
                self.margins += 1;
                Destination::Nowhere
            }
            _ => return false,
        };
        true
    }

    /// Begins a text inside of another.
    fn begin(&mut self, story: Story) -> Destination {
        self.group.story = Some(story);
        self.flows.push(std::mem::take(&mut self.flow));
        Destination::Text
    }

    fn close(&mut self) {
        let group = self.group;
        self.left_out = 0;
        if let Some(story) = group.story {
            self.end_story();
            let inner = std::mem::replace(&mut self.flow, self.flows.pop().unwrap_or_default());
            match story {
                Story::Note if group.is_gone => {}
                Story::Note => self.notes.extend(inner.parts),
                Story::Box => self.flow.boxes.extend(inner.parts),
            }
        }
        if let Some(outer) = self.outer.pop() {
            self.group = outer;
        }
    }

    /// Follows a command that changes how the text is read.
    fn format(&mut self, name: &str, number: Option<i32>) -> bool {
        let is_on = number != Some(0);
        match name {
            "ansicpg" => self.usual = number.and_then(fonts::of_code_page).unwrap_or(self.usual),
            "mac" => self.usual = encoding_rs::MACINTOSH,
            "deff" | "f" => self.group.font = number.unwrap_or(0),
            "fcharset" if self.group.destination == Destination::Fonts => {
                if let Some(encoding) = number.and_then(fonts::of_character_set) {
                    self.fonts.insert(self.group.font, encoding);
                }
            }
            "uc" => self.group.skip = number.and_then(|skip| usize::try_from(skip).ok()).unwrap_or(1),
            "s" if self.group.destination == Destination::Styles => self.named = number.unwrap_or(0),
            "cs" | "ds" | "ts" if self.group.destination == Destination::Styles => {
                self.group.destination = Destination::Nowhere;
            }
            "s" => self.flow.style = number,
            "pard" => (self.flow.style, self.flow.is_in_table) = (None, false),
            "plain" => self.group.is_gone = false,
            "intbl" => self.flow.is_in_table = true,
            "deleted" if self.revisions == Revisions::Accepted => self.group.is_gone = is_on,
            "revised" if self.revisions == Revisions::Original => self.group.is_gone = is_on,
            _ => return false,
        }
        true
    }

    /// Writes the character or ends the paragraph of a command.
    fn character(&mut self, name: &str, number: Option<i32>) -> bool {
        match name {
            "u" => {
                self.unicode(number.unwrap_or(0));
                self.left_out = self.group.skip;
            }
            "par" | "sect" => self.end_line(),
            "cell" | "nestcell" => self.end_cell(),
            "row" | "nestrow" => self.end_row(),
            "line" | "softline" => self.push("\n"),
            "tab" | "page" | "column" | "emspace" | "enspace" | "qmspace" => self.push("\t"),
            "emdash" => self.push("—"),
            "endash" => self.push("–"),
            "bullet" => self.push("•"),
            "lquote" => self.push("‘"),
            "rquote" => self.push("’"),
            "ldblquote" => self.push("“"),
            "rdblquote" => self.push("”"),
            _ => return false,
        }
        true
    }

    fn unicode(&mut self, number: i32) {
        // numbers above 32,767 are written as negative ones
        let unit = (number & 0xFFFF) as u16;
        let first = self.surrogate.take();
        if (0xD800..0xDC00).contains(&unit) {
            self.surrogate = Some(unit);
            return;
        }
        let units = first.into_iter().chain([unit]);
        let text: String = char::decode_utf16(units).filter_map(Result::ok).map(own_character).collect();
        self.push(&text);
    }

    /// Decodes the bytes that were read.
    fn flush(&mut self) {
        if self.pending.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.pending);
        let is_story = self.group.destination == Destination::Text;
        let own = self.fonts.get(&self.group.font).filter(|_| is_story).copied();
        let text = own.unwrap_or(self.usual).decode_without_bom_handling(&bytes).0;
        self.push(&text);
    }

    fn push(&mut self, text: &str) {
        match self.group.destination {
            Destination::Text if !self.group.is_gone => self.flow.text.push_str(text),
            Destination::Label if !self.group.is_gone => self.flow.label.push_str(text),
            Destination::Author => self.author.push_str(text),
            Destination::Styles => {
                let name = self.styles.entry(self.named).or_default();
                name.push_str(text);
            }
            Destination::Text
            | Destination::Label
            | Destination::Fonts
            | Destination::Between
            | Destination::Nowhere => {}
        }
    }

    /// Ends a line at its mark, unless the mark is gone.
    fn end_line(&mut self) {
        if self.group.destination == Destination::Text && !self.group.is_gone {
            self.end_paragraph();
        }
    }

    fn end_paragraph(&mut self) {
        let flow = &mut self.flow;
        if flow.is_in_table && flow.cell.is_none() {
            flow.cell = Some(flow.parts.len());
        }
        let label = std::mem::take(&mut flow.label);
        let label = label.trim();
        let label = match label.chars().next() {
            None => None,
            Some(first) if first.is_alphanumeric() || first == '(' => Some(label.to_owned()),
            Some(_) => Some(numbering::bullet(label)),
        };
        let style = flow.style.and_then(|style| self.styles.get(&style));
        let kind = style.and_then(|name| styles::kind(name.split(';').next().unwrap_or_default()));
        let kind = kind.or(label.is_some().then_some(BlockKind::ListItem));
        flow.parts.push(Part { kind, label, ..Part::new(&std::mem::take(&mut flow.text)) });
        flow.parts.append(&mut flow.boxes);
    }

    fn end_cell(&mut self) {
        if self.group.destination != Destination::Text {
            return;
        }
        self.flow.is_in_table = true;
        self.end_paragraph();
        let flow = &mut self.flow;
        let begin = flow.cell.take().unwrap_or(flow.parts.len()).min(flow.parts.len());
        flow.cells.push(flow.parts.split_off(begin));
    }

    fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.flow.cells);
        // undone insertions and accepted deletions of rows leave cells without text
        self.flow.parts.extend(table::row(cells));
    }

    fn end_story(&mut self) {
        if !self.flow.text.trim().is_empty() || !self.flow.boxes.is_empty() {
            self.end_paragraph();
        }
        self.end_row();
    }
}

/// A character as text: those of symbol fonts have private ones.
fn own_character(character: char) -> char {
    match character {
        '\u{f0b7}' | '\u{f0a7}' => '•',
        '\u{f020}'..='\u{f07e}' => char::from_u32(character as u32 - 0xF000).unwrap_or(character),
        _ => character,
    }
}
