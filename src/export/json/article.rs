//! One side of a comparison, or the whole document of `inspect`.

use schemars::JsonSchema;
use serde::Serialize;

use super::names::Name;
use crate::alignment::BeadId;
use crate::annotated::Annotated;
use crate::article::BlockKind;
use crate::quotation::{self, Confidence, QuotationId, QuotationKind};
use crate::text;

/// The name and number of this document's shape.
pub(super) const ID: &str = "pressdiff/article/1";

/// One article: its blocks, sentences and quotations.
///
/// All offsets are UTF-8 bytes into `text`, half open.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "pressdiff article", extend("$id" = ID))]
pub(super) struct Document<'a> {
    /// The name and number of this document's shape.
    #[schemars(extend("const" = ID))]
    schema: &'static str,
    /// The program that wrote it.
    generator: Generator,
    #[serde(flatten)]
    side: Side<'a>,
}

/// The program that wrote a document.
#[derive(Serialize, JsonSchema)]
pub(super) struct Generator {
    /// Its name.
    name: &'static str,
    /// Its version.
    version: &'static str,
}

/// One article with everything that is known of it.
#[derive(Serialize, JsonSchema)]
pub(super) struct Side<'a> {
    /// The file name, or with --full-paths the path as it was typed; `-` for standard input.
    path: &'a str,
    /// The outlet's name as reports show it.
    label: &'a str,
    /// SHA-256 of the file's bytes, in lower-case hexadecimal.
    sha256: &'a str,
    /// The input format the file was taken for.
    format: &'a str,
    /// The headline, where there is one.
    title: Option<&'a str>,
    /// Two-letter code of the language, where it was found out.
    language: Option<&'a str>,
    /// Notes on the text as a whole, in full sentences.
    notes: &'a [String],
    /// What the format says of the story; null where it says nothing.
    metadata: Metadata<'a>,
    /// The text all offsets point into. A plain UTF-8 file with LF line ends and no byte order mark is its text to the byte.
    text: &'a str,
    /// Headline, paragraphs and so on: ordered, disjoint; only white space lies outside of them.
    blocks: Vec<Block>,
    /// The sentences: ordered, disjoint, trimmed, each inside one block; only white space lies outside of them.
    sentences: Vec<Sentence<'a>>,
    /// The quotations. Those without marks are runs that a marked quotation of the other side matches.
    quotations: Vec<Quotation<'a>>,
}

/// What a format says of a story outside of its text, as the file has it.
#[derive(Serialize, JsonSchema)]
struct Metadata<'a> {
    /// Who wrote it.
    authors: &'a [String],
    /// When it was published.
    published: Option<&'a str>,
    /// The agency or paper.
    outlet: Option<&'a str>,
    /// The version of the story.
    version: Option<&'a str>,
    /// Whether it can be used: `usable`, `canceled`.
    status: Option<&'a str>,
    /// What may be done with it.
    usage_terms: Option<&'a str>,
    /// Until when it must not be published.
    embargo: Option<&'a str>,
    /// The short name that desks use.
    slug: Option<&'a str>,
    /// Its address.
    url: Option<&'a str>,
}

/// A part of an article that stands on lines of its own.
#[derive(Serialize, JsonSchema)]
struct Block {
    /// What the block is for.
    kind: Name<BlockKind>,
    /// First byte.
    start: usize,
    /// One past the last byte.
    end: usize,
}

/// A sentence.
#[derive(Serialize, JsonSchema)]
struct Sentence<'a> {
    /// First byte.
    start: usize,
    /// One past the last byte.
    end: usize,
    /// Its words.
    text: &'a str,
    /// The index of the block it stands in.
    block: usize,
    /// Bytes at its head that are not part of what it says: a dateline or the mark of a list item.
    lead: u32,
}

/// Words that somebody is said to have said.
#[derive(Serialize, JsonSchema)]
struct Quotation<'a> {
    /// Unique on its side.
    id: String,
    /// How it is quoted; `scare` marks quote nobody.
    kind: Name<QuotationKind>,
    /// Whether it stands in quotation marks in its own article.
    marked: bool,
    /// Its words without the marks and the attribution between them; one entry for each interrupted piece or paragraph.
    fragments: Vec<Words<'a>>,
    /// The speaker's fullest name in this article, or the words that stand for one; null rather than guessed.
    speaker: Option<&'a str>,
    /// The words that name the speaker here.
    mention: Option<Words<'a>>,
    /// The words that say it was said.
    cue: Option<Words<'a>>,
    /// The attribution rule that found the speaker.
    rule: &'static str,
    /// How far to trust the attribution.
    confidence: Name<Confidence>,
}

/// A range of bytes of one side's text.
#[derive(Serialize, JsonSchema)]
pub(super) struct Span {
    /// First byte.
    start: usize,
    /// One past the last byte.
    end: usize,
}

/// A range of bytes of one side's text, with what stands there.
#[derive(Serialize, JsonSchema)]
pub(super) struct Words<'a> {
    /// First byte.
    start: usize,
    /// One past the last byte.
    end: usize,
    /// The words.
    text: &'a str,
}

/// The document of one article.
pub(super) fn document(side: &Annotated) -> Document<'_> {
    Document { schema: ID, generator: generator(), side: self::side(side) }
}

/// The program as documents name it.
pub(super) fn generator() -> Generator {
    Generator { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") }
}

/// One side of a document.
pub(super) fn side(side: &Annotated) -> Side<'_> {
    let article = &side.article;
    let block = |block: &crate::article::Block| Block {
        kind: Name(block.kind),
        start: block.span.start(),
        end: block.span.end(),
    };
    let sentence = |sentence: &crate::sentence::Sentence| Sentence {
        start: sentence.span.start(),
        end: sentence.span.end(),
        text: article.slice(sentence.span),
        block: sentence.block.index(),
        lead: sentence.lead,
    };
    let quotations = side.quotations.iter().enumerate();
    Side {
        path: &article.origin.path,
        label: &article.origin.label,
        sha256: &article.origin.sha256,
        format: article.origin.format,
        title: article.title(),
        language: article.language.code(),
        notes: &article.notes,
        metadata: metadata(&article.metadata),
        text: &article.text,
        blocks: article.blocks.iter().map(block).collect(),
        sentences: side.sentences.iter().map(|(_, each)| sentence(each)).collect(),
        quotations: quotations.map(|(at, each)| quotation(side, QuotationId::new(at), each)).collect(),
    }
}

fn metadata(metadata: &crate::article::Metadata) -> Metadata<'_> {
    Metadata {
        authors: &metadata.authors,
        published: metadata.published.as_deref(),
        outlet: metadata.outlet.as_deref(),
        version: metadata.version.as_deref(),
        status: metadata.status.as_deref(),
        usage_terms: metadata.usage_terms.as_deref(),
        embargo: metadata.embargo.as_deref(),
        slug: metadata.slug.as_deref(),
        url: metadata.url.as_deref(),
    }
}

/// How a document names a quotation of one side.
pub(super) fn quotation_id(id: QuotationId) -> String {
    format!("q{}", id.index())
}

/// A span without its words.
pub(super) fn span(span: text::Span) -> Span {
    Span { start: span.start(), end: span.end() }
}

/// A span with its words.
pub(super) fn words(side: &Annotated, span: text::Span) -> Words<'_> {
    Words { start: span.start(), end: span.end(), text: side.slice(span) }
}

fn quotation<'a>(side: &'a Annotated, id: QuotationId, quotation: &'a quotation::Quotation) -> Quotation<'a> {
    let attribution = &quotation.attribution;
    Quotation {
        id: quotation_id(id),
        kind: Name(quotation.kind),
        marked: quotation.marked,
        fragments: quotation.fragments.iter().map(|&fragment| words(side, fragment)).collect(),
        speaker: attribution.speaker.as_deref(),
        mention: attribution.mention.map(|span| words(side, span)),
        cue: attribution.cue.map(|span| words(side, span)),
        rule: attribution.rule,
        confidence: Name(attribution.confidence),
    }
}

pub(super) fn bead_id(id: BeadId) -> String {
    format!("b{}", id.index())
}
