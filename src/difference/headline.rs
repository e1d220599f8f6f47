//! Whether the story under a headline supports its words and values.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::facts::{Bound, Fact, FactMention, FactValue};
use crate::annotated::Annotated;
use crate::article::BlockKind;
use crate::text::{Side, Span};
use crate::words::{Key, Token, Vocabulary};

/// The words and values of an article outside of its headline.
pub(crate) struct Story<'a> {
    article: &'a Annotated,
    words: BTreeSet<Key>,
    values: FxHashSet<(Bound, &'a FactValue)>,
}

impl<'a> Story<'a> {
    pub(crate) fn new(article: &'a Annotated, facts: &'a [Fact], side: Side) -> Story<'a> {
        let mut story = Story { article, words: BTreeSet::new(), values: FxHashSet::default() };
        let mentions = facts.iter().filter_map(|fact| fact.mentions[side].as_ref());
        let below = mentions.filter(|mention| !story.is_headline(mention.span));
        story.values = below.map(FactMention::meaning).collect();
        let sentences = article.sentences.iter().filter(|(_, sentence)| !story.is_headline(sentence.span));
        let tokens = sentences.flat_map(|(id, _)| article.sentences.tokens(id));
        story.words = tokens.map(|token| token.key).collect();
        story
    }

    /// Whether a span is in a headline.
    pub(crate) fn is_headline(&self, span: Span) -> bool {
        let block = self.article.sentences.at(span.start()).map(|id| self.article.sentences.get(id).block);
        block.is_some_and(|block| self.article.article.block(block).kind == BlockKind::Headline)
    }

    /// Whether the story states this value.
    pub(crate) fn has_value(&self, mention: &FactMention) -> bool {
        self.values.contains(&mention.meaning())
    }

    /// Whether the story has all of these words.
    pub(crate) fn has_words(&self, tokens: &[Token]) -> bool {
        tokens.iter().all(|token| self.words.contains(&token.key))
    }

    /// Whether the story has a form of this word.
    pub(crate) fn has_stem(&self, token: &Token, vocabulary: &Vocabulary) -> bool {
        let stem = vocabulary.stem(token.key);
        self.words.iter().any(|&word| vocabulary.stem(word) == stem)
    }
}
