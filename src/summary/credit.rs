//! Credits: where an article names another outlet as its source.
//!
//! Serves [`super::lift`]. A credit is the label of the left outlet, a news agency, or a phrase such as
//! *first reported by*. It covers its sentence and the adjacent ones; in a byline, a credit line or a
//! dateline, the whole article.

use std::borrow::Cow;

use super::boilerplate::phrases;
use crate::annotated::Annotated;
use crate::article::BlockKind;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side, lower};

/// For each word of the right, whether a credit is nearby.
pub(super) fn credited(sides: Pair<&Annotated>) -> Vec<bool> {
    let right = sides.right;
    let mut credited = vec![false; right.sentences.all_tokens().len()];
    let found = credits(sides);
    if found.iter().any(|&(_, reach)| reach == Reach::Article) {
        credited.fill(true);
        return credited;
    }
    let last = right.sentences.len().saturating_sub(1);
    for (id, _) in found {
        let (first, last) = (id.index().saturating_sub(1), (id.index() + 1).min(last));
        let start = right.sentences.token_range(SentenceId::new(first)).start;
        let end = right.sentences.token_range(SentenceId::new(last)).end;
        credited[start..end].fill(true);
    }
    credited
}

/// How much of the article a credit covers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reach {
    Nearby,
    Article,
}

/// The sentences of the right with a credit.
fn credits(sides: Pair<&Annotated>) -> Vec<(SentenceId, Reach)> {
    let right = sides.right;
    let tokens = right.sentences.all_tokens();
    let printed: Vec<Cow<str>> = tokens.iter().map(|token| right.slice(token.word).into()).collect();
    let lowered: Vec<Cow<str>> = tokens.iter().map(|token| lower(right.slice(token.word))).collect();
    let outlet = outlet(sides.left);
    let mut found = Vec::new();
    for (id, sentence) in right.sentences.iter() {
        let range = right.sentences.token_range(id);
        let list = right.article.lexicon().crediting;
        let named = [&printed, &lowered].into_iter().flat_map(|words| phrases(list, words, range.clone()));
        let mut places: Vec<usize> = named.map(|place| place.start).collect();
        // names have a capital: *left* is not an outlet called Left
        let is_outlet = |&start: &usize| {
            !outlet.is_empty()
                && lowered[start..range.end].starts_with(&outlet)
                && printed[start].chars().next().is_some_and(|first| !first.is_lowercase())
        };
        places.extend(range.clone().filter(is_outlet));
        if places.is_empty() {
            continue;
        }
        let is_line = is_credit_line(right.article.block(sentence.block).kind);
        let in_dateline = places.iter().any(|&place| tokens[place].word.end() <= sentence.body().start());
        found.push((id, if is_line || in_dateline { Reach::Article } else { Reach::Nearby }));
    }
    found
}

/// The words of an outlet's name; empty if it has only the default name.
fn outlet(side: &Annotated) -> Vec<Cow<'static, str>> {
    let label = side.article.origin.label.to_lowercase();
    if Side::BOTH.iter().any(|side| side.name() == label) {
        return Vec::new();
    }
    label
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.to_owned().into())
        .collect()
}

/// Whether a block names the authors of the article.
fn is_credit_line(kind: BlockKind) -> bool {
    match kind {
        BlockKind::Byline | BlockKind::Dateline | BlockKind::Credit => true,
        BlockKind::Headline
        | BlockKind::Deck
        | BlockKind::Paragraph
        | BlockKind::Subhead
        | BlockKind::ListItem
        | BlockKind::Caption => false,
    }
}
