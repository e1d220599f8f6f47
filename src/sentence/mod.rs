//! Sentences: [`segment`] cuts each block where a reader would.
//!
//! Runs after [`crate::import`]; every later stage works on its sentences.
//! Invariants: a sentence is part of one block; sentences are ordered,
//! disjoint, trimmed and not empty; sentences and the white space between them
//! tile the block. The result depends on the text alone.
//!
//! `boundary` scans for marks that may end a sentence, `candidate` reads the
//! context of each, `rules` is the ordered table that decides. `lead` finds
//! datelines and list marks, `run_in` headings that share a line with their paragraph.
//! Segmenting takes time linear in the length of the text.

mod boundary;
mod candidate;
mod lead;
mod marks;
mod rules;
mod run_in;
#[cfg(test)]
mod tests;

pub use boundary::segment;

use crate::article::BlockId;
use crate::text::Span;
use crate::text::id::id;
use crate::words::{Token, Vocabulary, tokenize};

id! {
    /// A sentence by its place in [`Sentences`].
    SentenceId
}

/// A sentence of an article.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sentence {
    /// Its text, trimmed.
    pub span: Span,
    /// The block that contains it.
    pub block: BlockId,
    /// The length in bytes of its dateline (`MOSCOW (Reuters) - `) or list mark.
    pub lead: u32,
}

impl Sentence {
    /// The sentence without its dateline or list mark.
    pub fn body(&self) -> Span {
        Span::new(self.span.start() + self.lead as usize, self.span.end())
    }
}

/// An article's sentences with their tokens.
///
/// The tokens of all sentences share one list, so that a search can cross sentence
/// boundaries; [`Sentences::tokens`] returns those of one sentence.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sentences {
    list: Vec<Sentence>,
    tokens: Vec<Token>,
    /// For each sentence, the end of its tokens in `tokens`.
    ends: Vec<u32>,
}

impl Sentences {
    /// Tokenizes the sentences of `text`.
    pub fn new(text: &str, list: Vec<Sentence>, vocabulary: &mut Vocabulary) -> Sentences {
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let mut ends = Vec::with_capacity(list.len());
        for sentence in &list {
            tokens.extend(tokenize(text, sentence.span, vocabulary));
            ends.push(tokens.len() as u32);
        }
        Sentences { list, tokens, ends }
    }

    /// How many sentences there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are no sentences.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The sentence at `id`.
    pub fn get(&self, id: SentenceId) -> &Sentence {
        &self.list[id.index()]
    }

    /// All sentences, in the order of the text.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (SentenceId, &Sentence)> {
        self.list.iter().enumerate().map(|(index, sentence)| (SentenceId::new(index), sentence))
    }

    /// The tokens of one sentence; their tiles concatenate to its span.
    pub fn tokens(&self, id: SentenceId) -> &[Token] {
        &self.tokens[self.token_range(id)]
    }

    /// The range of one sentence's tokens in [`Sentences::all_tokens`].
    pub fn token_range(&self, id: SentenceId) -> std::ops::Range<usize> {
        let start = if id.index() == 0 { 0 } else { self.ends[id.index() - 1] as usize };
        start..self.ends[id.index()] as usize
    }

    /// The tokens of the whole article, in order.
    pub fn all_tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The sentence that contains the byte at `offset`, or the last one before it.
    pub fn at(&self, offset: usize) -> Option<SentenceId> {
        let after = self.list.partition_point(|sentence| sentence.span.start() <= offset);
        after.checked_sub(1).map(SentenceId::new)
    }
}
