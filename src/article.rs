//! An article: one immutable text and the blocks it is made of.
//!
//! Later stages refer to it by spans; no stage copies or edits the text.
//! Invariants: blocks are ordered and disjoint; the text between them is white
//! space. Only [`crate::import`] makes articles.

use crate::lexicon::{Language, Lexicon};
use crate::text::id::id;
use crate::text::{Side, Span};

id! {
    /// A block by its place in [`Article::blocks`].
    BlockId
}

/// One of the two texts being compared, with its provenance.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Article {
    /// The text. All offsets are UTF-8 bytes into it.
    pub text: Box<str>,
    /// Headline, paragraphs and so on, in order.
    pub blocks: Vec<Block>,
    /// Its provenance.
    pub origin: Origin,
    /// The language that it is read as.
    pub language: Language,
    /// What its format says of the story.
    pub metadata: Metadata,
    /// Notes to the editor on the text as a whole, in full sentences.
    pub notes: Vec<String>,
}

/// What a format says of a story outside of its text. Values are as the file has them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Metadata {
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was published.
    pub published: Option<String>,
    /// The agency or paper.
    pub outlet: Option<String>,
    /// The version of the story.
    pub version: Option<String>,
    /// Whether it can be used: `usable`, `canceled`.
    pub status: Option<String>,
    /// What may be done with it.
    pub usage_terms: Option<String>,
    /// Until when it must not be published.
    pub embargo: Option<String>,
    /// The short name that desks use.
    pub slug: Option<String>,
    /// Its address.
    pub url: Option<String>,
}

impl Metadata {
    /// What an editor must know before using the story, in full sentences.
    pub fn notes(&self) -> Vec<String> {
        /// States in which a story must not be used, without the ending of the verb.
        const STOPPED: [&str; 3] = ["cancel", "withh", "kill"];
        let mut notes = Vec::new();
        if let Some(status) = &self.status {
            let lower = crate::text::lower(status);
            if STOPPED.iter().any(|stopped| lower.contains(stopped)) {
                notes.push(format!("The agency does not release this story: its status is “{status}”."));
            }
        }
        notes.extend(self.embargo.as_ref().map(|until| format!("The story has an embargo: {until}.")));
        notes.extend(
            self.usage_terms.as_ref().map(|terms| format!("Usage terms: {}.", terms.trim_end_matches('.'))),
        );
        notes
    }
}

/// The provenance of an article, for reports; its file is not read again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// The file name that reports show; `-` for standard input.
    pub path: String,
    /// The label on the screen: the user's, or else the file's stem.
    pub label: String,
    /// SHA-256 of the bytes of the file, in lower-case hexadecimal.
    pub sha256: String,
    /// The name of the input format, from the import registry.
    pub format: &'static str,
}

/// A part of an article that occupies its own lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Block {
    /// Its kind.
    pub kind: BlockKind,
    /// Its text, trimmed; hard-wrapped lines of one paragraph are one block.
    pub span: Span,
    /// Bytes at its head that the format states as the label of a list item, with the space after it.
    pub label: usize,
}

/// The kind of a block.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum BlockKind {
    /// The title of the story.
    Headline,
    /// The summary under the headline; also called standfirst.
    Deck,
    /// Who wrote it.
    Byline,
    /// Where and when it was written, on a separate line.
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
    /// All kinds, in their usual order in an article.
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

    /// Whether the block is part of the story, not a byline, dateline, caption or credit.
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
    /// The lexicon of its language.
    pub fn lexicon(&self) -> &'static Lexicon {
        self.language.lexicon()
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// The block at `id`.
    pub fn block(&self, id: BlockId) -> &Block {
        &self.blocks[id.index()]
    }

    /// The text of the headline, if the article has one.
    pub fn title(&self) -> Option<&str> {
        let headline = self.blocks.iter().find(|block| block.kind == BlockKind::Headline)?;
        Some(self.slice(headline.span))
    }

    /// Whether the article has no blocks.
    pub fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }
}

impl Origin {
    /// The origin of a text that has no file, labeled by its side.
    pub fn in_memory(side: Side) -> Origin {
        Origin { path: String::new(), label: side.name().to_owned(), sha256: String::new(), format: "text" }
    }
}
