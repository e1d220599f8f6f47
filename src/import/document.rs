//! An article as its format states it, and how that becomes an [`Article`].
//!
//! An importer says what it knows: the text of each part, its kind if the format has one, the label of a
//! list item, who wrote it and when. What the format leaves open is found as in plain text, by form and
//! position, so that the same story gives the same blocks in every format.

use super::blocks::{self, Stated};
use crate::article::{Article, Block, BlockKind, Metadata, Origin};
use crate::lexicon::Language;
use crate::text::Span;

/// What an importer read from a file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Document {
    /// Its text.
    pub content: Content,
    /// What the format says of the story.
    pub metadata: Metadata,
    /// The language that the format states.
    pub language: Option<Language>,
    /// Notes to the editor on what was left out or guessed, in full sentences.
    pub notes: Vec<String>,
}

/// The text of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Content {
    /// Plain text, kept to the byte.
    Text(String),
    /// The parts of a format that has some, in order.
    Parts(Vec<Part>),
}

/// A paragraph, a headline or another part of a document.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Part {
    /// Its kind, if the format states one.
    pub kind: Option<BlockKind>,
    /// Its text. Line feeds are the line breaks that the format states; other white space is one space.
    pub text: String,
    /// The label of a list item, such as `•`, `3.` or `(a)`; it is no part of the text.
    pub label: Option<String>,
}

impl Default for Content {
    fn default() -> Content {
        Content::Parts(Vec::new())
    }
}

impl Part {
    /// A part whose kind the format does not state.
    pub fn new(text: &str) -> Part {
        Part { text: tidy(text), ..Part::default() }
    }

    /// A part of a kind.
    pub fn of(kind: BlockKind, text: &str) -> Part {
        Part { kind: Some(kind), ..Part::new(text) }
    }

    /// A list item.
    pub fn item(label: &str, text: &str) -> Part {
        Part { label: Some(label.trim().to_owned()), ..Part::of(BlockKind::ListItem, text) }
    }
}

impl Document {
    /// A document of parts.
    pub fn of(parts: Vec<Part>) -> Document {
        Document { content: Content::Parts(parts), ..Document::default() }
    }

    /// The text by which its language is identified.
    pub fn sample(&self) -> String {
        match &self.content {
            Content::Text(text) => text.clone(),
            Content::Parts(parts) => {
                let story = parts.iter().filter(|part| part.kind.is_none_or(BlockKind::is_story));
                story.map(|part| part.text.as_str()).collect::<Vec<_>>().join("\n")
            }
        }
    }

    /// Whether it has no words at all.
    pub fn is_empty(&self) -> bool {
        match &self.content {
            Content::Text(text) => text.trim().is_empty(),
            Content::Parts(parts) => parts.iter().all(|part| part.text.trim().is_empty()),
        }
    }

    /// The article in a language.
    pub fn article(self, origin: Origin, language: Language) -> Article {
        let Document { content, metadata, mut notes, .. } = self;
        let (text, blocks) = match content {
            Content::Text(text) => {
                let blocks = blocks::of_text(language.lexicon(), &text);
                (text, blocks)
            }
            Content::Parts(parts) => of_parts(parts, language),
        };
        if blocks.is_empty() {
            notes.push("The text is empty.".to_owned());
        }
        notes.extend(metadata.notes());
        notes.extend(language.note());
        Article { text: text.into(), blocks, origin, language, metadata, notes }
    }
}

/// The text of parts, with an empty line between two, and its blocks.
fn of_parts(parts: Vec<Part>, language: Language) -> (String, Vec<Block>) {
    let mut text = String::new();
    let mut stated: Vec<Stated> = Vec::new();
    for part in parts {
        let lines = blocks::lines(language.lexicon(), &part.text);
        for (at, line) in lines.iter().enumerate() {
            if !text.is_empty() {
                text.push_str("\n\n");
            }
            let start = text.len();
            let label = part.label.as_deref().filter(|label| at == 0 && !label.is_empty());
            if let Some(label) = label {
                text.push_str(label);
                text.push(' ');
            }
            let label = text.len() - start;
            text.push_str(line.of(&part.text));
            stated.push(Stated { span: Span::new(start, text.len()), kind: part.kind, label });
        }
    }
    let blocks = blocks::of_stated(language.lexicon(), &text, stated);
    (text, blocks)
}

/// A text whose white space is single spaces and line feeds, without invisible characters.
fn tidy(text: &str) -> String {
    let visible = |c: &char| !matches!(c, '\u{ad}' | '\u{feff}' | '\u{200b}' | '\u{2060}');
    let mut lines: Vec<String> = Vec::new();
    for line in text.split(['\n', '\u{2028}']) {
        let mut tidy = String::with_capacity(line.len());
        for c in line.chars().filter(visible) {
            // a no-break space is kept: it is what the author wrote
            let is_space = c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}' || c.is_control();
            match c {
                _ if !is_space => tidy.push(c),
                _ if tidy.is_empty() || tidy.ends_with(' ') => {}
                _ => tidy.push(' '),
            }
        }
        lines.push(tidy.trim().to_owned());
    }
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Side;

    fn article(parts: Vec<Part>) -> Article {
        Document::of(parts).article(Origin::in_memory(Side::Left), Language::English)
    }

    /// `kind: text` of each block.
    fn shown(article: &Article) -> Vec<String> {
        let block = |block: &Block| format!("{}: {}", block.kind.name(), article.slice(block.span));
        article.blocks.iter().map(block).collect()
    }

    #[test]
    fn a_kind_that_the_format_states_beats_the_form_of_a_block() {
        let parts = vec![
            Part::of(BlockKind::Headline, "The harbor is shut."),
            Part::of(BlockKind::Paragraph, "By Ana Ruiz"),
            Part::new("The mayor  said\tso."),
            Part::of(BlockKind::Subhead, "It was late."),
            Part::item("1.", "Nobody came."),
            Part::item("iv)", "Nobody left."),
        ];
        let article = article(parts);
        assert_eq!(
            shown(&article),
            [
                "headline: The harbor is shut.",
                "paragraph: By Ana Ruiz",
                "paragraph: The mayor said so.",
                "subhead: It was late.",
                "list-item: 1. Nobody came.",
                "list-item: iv) Nobody left."
            ]
        );
        assert_eq!(article.blocks.iter().map(|block| block.label).max(), Some(4));
    }

    #[test]
    fn parts_without_a_kind_are_read_as_plain_text() {
        let lines = ["Harbor shut", "By Ana Ruiz", "The mayor said so.", "Nobody came."];
        let plain = crate::import::import(lines.join("\n\n"), Origin::in_memory(Side::Left));
        assert_eq!(article(lines.map(Part::new).to_vec()), plain);
    }

    #[test]
    fn stated_line_breaks_are_paragraphs_unless_they_are_of_wrapped_text() {
        let breaks = article(vec![Part::new("The river rose.\nNobody was hurt.")]);
        assert_eq!(shown(&breaks), ["paragraph: The river rose.", "paragraph: Nobody was hurt."]);
        let wrapped = "The council of Aldham met on Monday to talk\nof the harbor. It was raining when the\n\
            mayor spoke, and she had not been asked to\nspeak at all.";
        assert_eq!(article(vec![Part::new(wrapped)]).blocks.len(), 1);
    }

    #[test]
    fn invisible_characters_are_dropped_and_no_break_spaces_stay() {
        assert_eq!(Part::new(" \u{feff}Har\u{ad}bor\r\n 5\u{a0}km \u{200b}\n").text, "Harbor\n5\u{a0}km");
    }
}
