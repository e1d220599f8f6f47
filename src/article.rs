//! An article: one immutable text and the blocks it is made of.
//!
//! Everything later is spans into this text; no stage copies or edits it.
//! Invariants: blocks are ordered and disjoint; what lies outside of them is
//! white space. [`crate::import`] makes articles, nothing else does.

use crate::lexicon::{Language, Lexicon};
use crate::text::id::id;
use crate::text::{Side, Span};

id! {
    /// A block by its place in [`Article::blocks`].
    BlockId
}

/// One of the two texts being compared, with what is known of where it came from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Article {
    /// The text. Offsets everywhere are UTF-8 bytes into it.
    pub text: Box<str>,
    /// Headline, paragraphs and so on, in order.
    pub blocks: Vec<Block>,
    /// Where it came from.
    pub origin: Origin,
    /// The language it is written in, or is read as.
    pub language: Language,
    /// What the editor should know of this text as a whole, in full sentences.
    pub notes: Vec<String>,
}

/// Where an article came from; data for reports, never read again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// The file name that reports show; `-` for standard input.
    pub path: String,
    /// The outlet's name on the screen: what the user called it, else the file's stem.
    pub label: String,
    /// SHA-256 of the bytes as they were read, in lower-case hexadecimal.
    pub sha256: String,
    /// The name of the input format, from the import registry.
    pub format: &'static str,
}

/// A part of an article that stands on lines of its own.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Block {
    /// What the block is for.
    pub kind: BlockKind,
    /// Its text, trimmed; hard-wrapped lines of one paragraph are one block.
    pub span: Span,
}

/// What a block is for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BlockKind {
    /// The title of the story.
    Headline,
    /// The line under the headline that says more; also called standfirst.
    Deck,
    /// Who wrote it.
    Byline,
    /// Where and when it was written, on a line of its own.
    Dateline,
    /// Running text.
    Paragraph,
    /// A title inside the story.
    Subhead,
    /// A bullet or numbered line.
    ListItem,
    /// The text under a picture.
    Caption,
    /// Who else contributed: `With files from …`, `(Reporting by …)`.
    Credit,
}

impl BlockKind {
    /// All kinds, in the order in which an article usually has them.
    pub const ALL: [BlockKind; 9] = [
        BlockKind::Headline,
        BlockKind::Deck,
        BlockKind::Byline,
        BlockKind::Dateline,
        BlockKind::Paragraph,
        BlockKind::Subhead,
        BlockKind::ListItem,
        BlockKind::Caption,
        BlockKind::Credit,
    ];

    /// Whether its words may all have capitals: a headline, a deck, a subhead.
    pub fn is_title(self) -> bool {
        matches!(self, BlockKind::Headline | BlockKind::Deck | BlockKind::Subhead)
    }

    /// The name in JSON and messages.
    pub fn name(self) -> &'static str {
        match self {
            BlockKind::Headline => "headline",
            BlockKind::Deck => "deck",
            BlockKind::Byline => "byline",
            BlockKind::Dateline => "dateline",
            BlockKind::Paragraph => "paragraph",
            BlockKind::Subhead => "subhead",
            BlockKind::ListItem => "list-item",
            BlockKind::Caption => "caption",
            BlockKind::Credit => "credit",
        }
    }

    /// Whether the block carries the story, rather than naming who made it.
    pub fn is_story(self) -> bool {
        match self {
            BlockKind::Headline
            | BlockKind::Deck
            | BlockKind::Paragraph
            | BlockKind::Subhead
            | BlockKind::ListItem => true,
            BlockKind::Byline | BlockKind::Dateline | BlockKind::Caption | BlockKind::Credit => false,
        }
    }
}

impl Article {
    /// What is known of its language.
    pub fn lexicon(&self) -> &'static Lexicon {
        self.language.lexicon()
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The block at `id`.
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.index()]
    }

    /// The headline's text, where the article has one.
    pub fn title(&self) -> Option<&str> {
        let headline = self.blocks.iter().find(|block| block.kind == BlockKind::Headline)?;
        Some(self.slice(headline.span))
    }

    /// Whether there is nothing to compare.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}

impl Origin {
    /// An origin for a text that was made in memory, labelled by its side.
    pub fn in_memory(side: Side) -> Origin {
        Origin { path: String::new(), label: side.name().to_owned(), sha256: String::new(), format: "text" }
    }
}
