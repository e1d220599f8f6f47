//! One article with all annotations that need no other article.
//!
//! The last stage before both sides are compared: article → sentences → tokens →
//! quotations. `pressdiff inspect` prints it.

use crate::article::Article;
use crate::quotation::Quotation;
use crate::sentence::Sentences;
use crate::text::Span;
use crate::word::Words;

/// An article, its sentences and its quotations.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Annotated {
    /// The text and its blocks.
    pub article: Article,
    /// Its sentences, with their tokens.
    pub sentences: Sentences,
    /// The annotations of each token.
    pub words: Words,
    /// Its quotations, in the order of the text.
    pub quotations: Vec<Quotation>,
}

impl Annotated {
    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        self.article.slice(span)
    }
}
