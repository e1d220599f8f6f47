//! Whether each headline holds: its words and figures against both stories.
//!
//! A word of a headline that neither story has is a prompt and no more: *blaze* may
//! stand for *fire*. What the rules found of the headline stands beside it.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use crate::article::{BlockId, BlockKind};
use crate::comparison::Comparison;
use crate::difference::{Bound, DifferenceId, DifferenceKind, FactMention, FactValue};
use crate::text::{Key, Pair, Side, Span};

/// A headline, and what of it no story bears out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HeadlineCheck {
    /// The headline.
    pub span: Span,
    /// The words that its own story does not have.
    pub unborne: Vec<Unborne>,
    /// What the rules found of it.
    pub findings: Vec<DifferenceId>,
}

/// A word of a headline that its own story does not have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unborne {
    /// The word.
    pub span: Span,
    /// Whether the other story has it.
    pub across: bool,
}

/// The check of each side's headline, where it has one.
pub fn headlines(comparison: &Comparison) -> Pair<Option<HeadlineCheck>> {
    let stories = Pair::from_fn(|side| Story::new(comparison, side));
    Pair::from_fn(|side| {
        let article = &comparison.sides[side].article;
        let headline = article.blocks.iter().find(|block| block.kind == BlockKind::Headline)?;
        Some(HeadlineCheck {
            span: headline.span,
            unborne: unborne(comparison, side, headline.span, &stories),
            findings: findings(comparison, side, headline.span),
        })
    })
}

/// What the text below a headline holds.
struct Story<'a> {
    stems: BTreeSet<Key>,
    values: FxHashSet<(Bound, &'a FactValue)>,
}

impl<'a> Story<'a> {
    fn new(comparison: &'a Comparison, side: Side) -> Story<'a> {
        let annotated = &comparison.sides[side];
        let is_body = |block: BlockId| annotated.article.block(block).kind != BlockKind::Headline;
        let mut stems = BTreeSet::new();
        for (id, _) in annotated.sentences.iter().filter(|(_, sentence)| is_body(sentence.block)) {
            let tokens = annotated.sentences.tokens(id).iter();
            stems.extend(tokens.map(|token| comparison.vocabulary.stem(token.key)));
        }
        let mentions = comparison.facts.iter().filter_map(|fact| fact.mentions[side].as_ref());
        let stands_below = |span: Span| {
            annotated.sentences.at(span.start()).is_some_and(|id| is_body(annotated.sentences.get(id).block))
        };
        let values = mentions.filter(|mention| stands_below(mention.span)).map(FactMention::meaning);
        Story { stems, values: values.collect() }
    }
}

fn unborne(comparison: &Comparison, side: Side, headline: Span, stories: &Pair<Story<'_>>) -> Vec<Unborne> {
    let annotated = &comparison.sides[side];
    let mut found = Vec::new();
    let stop_words = annotated.article.lexicon().stop_words;
    let tokens = annotated.sentences.all_tokens().iter();
    for token in tokens.filter(|token| headline.contains(token.word)) {
        let has_letters = annotated.slice(token.word).chars().any(char::is_alphanumeric);
        if !has_letters || stop_words.contains(comparison.vocabulary.folded(token.key)) {
            continue;
        }
        let stem = comparison.vocabulary.stem(token.key);
        // *Five* is borne out by *5*
        let mentions = comparison.facts.iter().filter_map(|fact| fact.mentions[side].as_ref());
        let values: Vec<_> =
            mentions.filter(|mention| mention.span.overlaps(token.word)).map(FactMention::meaning).collect();
        let bears = |story: &Story<'_>| {
            story.stems.contains(&stem) || values.iter().any(|value| story.values.contains(value))
        };
        if !bears(&stories[side]) {
            found.push(Unborne { span: token.word, across: bears(&stories[side.other()]) });
        }
    }
    found
}

fn findings(comparison: &Comparison, side: Side, headline: Span) -> Vec<DifferenceId> {
    let found = comparison.differences().filter(|(_, difference)| {
        difference.kind == DifferenceKind::Headline
            && difference.spans[side].is_some_and(|span| span.overlaps(headline))
    });
    found.map(|(id, _)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::made::comparison;
    use std::sync::Arc;

    #[test]
    fn words_that_no_story_has_are_told_apart_from_those_of_the_other() {
        let left = "Blaze guts old mill\nFire gutted the old mill.";
        let mut made = comparison(left, "Mill burns\nThe mill burned in a blaze.", "0-0 1-1");
        for side in Side::BOTH {
            Arc::make_mut(&mut made.sides[side]).article.blocks[0].kind = BlockKind::Headline;
        }
        let checks = headlines(&made).both().expect("both have a headline");
        let words = |side: Side| -> Vec<(&str, bool)> {
            checks[side].unborne.iter().map(|word| (made.sides[side].slice(word.span), word.across)).collect()
        };
        assert!(words(Side::Left).contains(&("Blaze", true)), "{:?}", words(Side::Left));
        assert!(!words(Side::Left).iter().any(|(word, _)| *word == "mill"));
        assert!(words(Side::Right).is_empty(), "{:?}", words(Side::Right));
    }
}
