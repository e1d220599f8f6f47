//! Whether the stories support the words and figures of the headlines.
//!
//! A word that neither story has is only a prompt: *blaze* may mean *fire*. The findings of the
//! rules about the headline follow it.

use super::context::Context;
use super::entry::{Body, Entry, EntrySign, Page, Words};
use crate::article::BlockKind;
use crate::difference::{DifferenceKind, Story};
use crate::text::{Pair, Side, Span};
use crate::view::{Mark, MarkSet, words};

/// A word of a headline that its own story does not have.
struct Unsupported {
    span: Span,
    /// Whether the other story has it.
    across: bool,
}

/// The headlines of both articles.
pub(super) fn page(context: &Context<'_>) -> Page {
    let comparison = context.comparison;
    let stories = Pair::from_fn(|side| Story::new(&comparison.sides[side], &comparison.facts, side));
    let mut entries = Vec::new();
    for side in Side::BOTH {
        let mut blocks = comparison.sides[side].article.blocks.iter();
        let Some(block) = blocks.find(|block| block.kind == BlockKind::Headline) else { continue };
        entries.push(headline(context, side, block.span, &unsupported(context, side, block.span, &stories)));
        let found = comparison.differences.iter().filter(|difference| {
            difference.kind == DifferenceKind::Headline
                && difference.spans[side].is_some_and(|span| span.overlaps(block.span))
        });
        entries.extend(found.map(|difference| Entry {
            target: context.at(block.span, side),
            sign: EntrySign::Alarm,
            ..Entry::plain("figure or name", difference.why.clone())
        }));
    }
    let note = match entries.iter().any(|entry| entry.sign == EntrySign::Alarm) {
        _ if entries.is_empty() => "",
        false => "every word of the headlines stands in a story",
        true => "words of a headline that no story has; other words may mean the same",
    };
    Page { note: note.to_owned(), nothing: "Neither article has a headline.".to_owned(), entries }
}

/// The words of a headline that its own story does not have.
fn unsupported(
    context: &Context<'_>,
    side: Side,
    headline: Span,
    stories: &Pair<Story<'_>>,
) -> Vec<Unsupported> {
    let (comparison, article) = (context.comparison, &context.comparison.sides[side]);
    let tokens = article.sentences.all_tokens().iter().filter(|token| headline.contains(token.word));
    let tokens = tokens.filter(|token| {
        article.slice(token.word).chars().any(char::is_alphanumeric)
            && !article.article.lexicon().stop_words.contains(comparison.vocabulary.folded(token.key))
    });
    let found = tokens.filter_map(|token| {
        let mentions = comparison.facts.iter().filter_map(|fact| fact.mentions[side].as_ref());
        let values = mentions.filter(|mention| mention.span.overlaps(token.word));
        // *5* supports *five*
        let has = |story: &Story<'_>| {
            story.has_stem(token, &comparison.vocabulary)
                || values.clone().any(|value| story.has_value(value))
        };
        (!has(&stories[side])).then(|| Unsupported { span: token.word, across: has(&stories[side.other()]) })
    });
    found.collect()
}

fn headline(context: &Context<'_>, side: Side, span: Span, unsupported: &[Unsupported]) -> Entry {
    let mut shown = Words::default();
    let mut at = span.start();
    let heading = MarkSet::EMPTY.with(Mark::Heading);
    for word in unsupported {
        shown.push(context.slice(side, Span::new(at, word.span.start())), heading);
        let mark = if word.across { Mark::Differs } else { Mark::AlteredWord };
        shown.push(context.slice(side, word.span), heading.with(mark));
        at = word.span.end();
    }
    shown.push(context.slice(side, Span::new(at, span.end())), heading);
    let list = |across: bool| {
        let words = unsupported.iter().filter(|word| word.across == across);
        words.map(|word| context.slice(side, word.span)).collect::<Vec<_>>().join(", ")
    };
    let (nowhere, across) = (list(false), list(true));
    let mut checks = Vec::new();
    if !nowhere.is_empty() {
        checks.push(format!("no story has {nowhere}"));
    }
    if !across.is_empty() {
        checks.push(format!("{across} only in the story {}", words::place(context.comparison, side.other())));
    }
    let said = if checks.is_empty() { "every word stands in its story" } else { "" };
    Entry {
        target: context.at(span, side),
        sign: if nowhere.is_empty() { EntrySign::None } else { EntrySign::Alarm },
        check: (!checks.is_empty()).then(|| checks.join("; ")),
        body: Body::One(side, shown),
        ..Entry::plain(words::outlet(context.comparison, side), said.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::ledger::Ledger;
    use crate::view::made::{comparison, pages};
    use std::sync::Arc;

    #[test]
    fn words_that_no_story_has_differ_from_those_of_the_other_story() {
        let left = "Blaze guts old mill\nFire gutted the old mill.";
        let mut made = comparison(left, "Mill burns\nThe mill burned in a blaze.", "0-0 1-1");
        for side in Side::BOTH {
            Arc::make_mut(&mut made.sides[side]).article.blocks[0].kind = BlockKind::Headline;
        }
        let page = &pages(&made)[Ledger::Headlines as usize];
        assert_eq!(page.entries[0].check.as_deref(), Some("Blaze only in the story in the Courier"));
        assert_eq!(page.entries[1].said, "every word stands in its story");
    }
}
