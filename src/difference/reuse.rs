//! How much of a bead's wording both sides share.
//!
//! Decided once, after edits and facts: to the words *$1.2m* and *$1.2 million* are other wording, to an
//! editor they are typography. *Identical* and *typography* are exact, from all words of the bead,
//! datelines included; only *edited* or *rewritten* is a measure.

use rustc_hash::FxHashMap;

use super::facts::{Fact, kept_in_place};
use super::{Edit, EditOp};
use crate::alignment::{Alignment, Group, Matcher, Reuse, body_tokens};
use crate::annotated::Annotated;
use crate::article::BlockKind;
use crate::sentence::SentenceId;
use crate::text::{Pair, Side, Span, SpanIndex};
use crate::word;
use crate::words::{Key, Token, Vocabulary};

/// The least share of common words in *edited* wording: below it, readers take two sentences for
/// independent ones. Half of it changes the findings of 39 of 877 texts.
const EDITED: f64 = 0.6;

/// Longest bead, in words a side, whose words are compared in order; of a longer one they are counted.
const LONGEST: usize = 4096;

/// The beads of aligned groups, whose edits and facts are known.
pub fn alignment(
    sides: Pair<&Annotated>,
    vocabulary: &Vocabulary,
    groups: Vec<Group>,
    edits: &[Vec<Edit>],
    facts: &[Fact],
) -> Alignment {
    let mut matcher = Matcher::new(vocabulary.len());
    let mut rest = facts;
    let beads = groups.into_iter().zip(edits).enumerate().map(|(at, (group, edits))| {
        let own;
        (own, rest) = rest.split_at(rest.partition_point(|fact| fact.bead.index() <= at));
        let reuse = reuse(sides, vocabulary, &mut matcher, &group.sentences, edits, own);
        group.with_reuse(reuse)
    });
    Alignment { beads: beads.collect() }
}

fn reuse(
    sides: Pair<&Annotated>,
    vocabulary: &Vocabulary,
    matcher: &mut Matcher,
    sentences: &Pair<Vec<SentenceId>>,
    edits: &[Edit],
    facts: &[Fact],
) -> Reuse {
    match (sentences.left.is_empty(), sentences.right.is_empty()) {
        (_, true) => return Reuse::LeftOnly,
        (true, false) => return Reuse::RightOnly,
        (false, false) => {}
    }
    // the width of a blank and line ends do not matter; whether there is a blank does
    let between_blanks = Pair::from_fn(|side| {
        let spans = sentences[side].iter().map(move |&id| sides[side].sentences.get(id).span);
        spans.flat_map(move |span| sides[side].slice(span).split_whitespace())
    });
    if between_blanks.left.eq(between_blanks.right) {
        return Reuse::Identical;
    }
    // written together: *Da Nang* is *Danang*
    let letters = Pair::from_fn(|side| {
        let words = sentences[side].iter().flat_map(move |&id| words(sides[side], id));
        words.flat_map(|token| vocabulary.folded(token.key).chars())
    });
    let is_spelled = letters.left.eq(letters.right) && joins_keep_meaning(sides, vocabulary, edits);
    if is_spelled || only_formats_values(sides, sentences, edits, facts) {
        return Reuse::Typography;
    }
    let stems = Pair::from_fn(|side| {
        let tokens = sentences[side].iter().flat_map(|&id| body_tokens(sides[side], id));
        tokens.map(|token| vocabulary.stem(token.key)).collect::<Vec<Key>>()
    });
    let shared = shared_words(matcher, &stems);
    let share = 2.0 * shared as f64 / (stems.left.len() + stems.right.len()).max(1) as f64;
    if share >= EDITED { Reuse::Edited } else { Reuse::Rewritten }
}

/// Whether words that one side joins mean the same: not *not able* and *notable*.
fn joins_keep_meaning(sides: Pair<&Annotated>, vocabulary: &Vocabulary, edits: &[Edit]) -> bool {
    let lexicon = sides.left.article.lexicon();
    edits.iter().filter_map(|edit| edit.spans.both().filter(|_| edit.op == EditOp::Replace)).all(|spans| {
        let words = Pair::from_fn(|side| {
            let tokens = within(sides[side].sentences.all_tokens(), spans[side]).iter();
            let words = tokens.map(|token| (sides[side].slice(token.word), vocabulary.folded(token.key)));
            words.collect::<Vec<_>>()
        });
        word::joins_keep_meaning(lexicon, words.as_ref().map(Vec::as_slice))
    })
}

/// The words of a sentence; the mark of a list item is not one, a dateline is.
fn words(side: &Annotated, id: SentenceId) -> &[Token] {
    let kind = side.article.block(side.sentences.get(id).block).kind;
    if kind == BlockKind::ListItem { body_tokens(side, id) } else { side.sentences.tokens(id) }
}

/// How many words both sides have in the same order.
fn shared_words(matcher: &mut Matcher, words: &Pair<Vec<Key>>) -> usize {
    if words.left.len().max(words.right.len()) <= LONGEST {
        matcher.set(&words.left);
        return matcher.common_subsequence(&words.right);
    }
    let mut counts: FxHashMap<Key, Pair<usize>> = FxHashMap::default();
    for side in Side::BOTH {
        words[side].iter().for_each(|&word| counts.entry(word).or_default()[side] += 1);
    }
    counts.values().map(|count| count.left.min(count.right)).sum()
}

/// Whether every word that differs is of a value that both sides state in full in the same place.
fn only_formats_values(
    sides: Pair<&Annotated>,
    sentences: &Pair<Vec<SentenceId>>,
    edits: &[Edit],
    facts: &[Fact],
) -> bool {
    let equal: Vec<Pair<Span>> = kept_in_place(facts, edits).into_iter().filter_map(equal_values).collect();
    let values = Pair::from_fn(|side| SpanIndex::new(equal.iter().map(|spans| spans[side])));
    let differing = edits.iter().filter(|edit| edit.op != EditOp::Equal);
    !equal.is_empty()
        && differing.flat_map(|edit| edit.spans.sides()).all(|(side, span)| {
            let Some(span) = span else { return true };
            let tokens = |&id| within(sides[side].sentences.tokens(id), span);
            sentences[side].iter().flat_map(tokens).all(|token| values[side].overlaps(token.word))
        })
}

/// The tokens whose word shares a byte with a span.
fn within(tokens: &[Token], span: Span) -> &[Token] {
    let from = tokens.partition_point(|token| token.word.end() <= span.start());
    let to = tokens.partition_point(|token| token.word.start() < span.end());
    &tokens[from..to.max(from)]
}

/// The words of a value that both sides state in full.
fn equal_values(fact: &Fact) -> Option<Pair<Span>> {
    let mentions = fact.both().filter(|_| !fact.kind.is_name())?;
    (mentions.left.meaning() == mentions.right.meaning()).then(|| mentions.map(|mention| mention.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::difference::sample::Sample;

    #[track_caller]
    fn check(left: &str, right: &str, expected: Reuse) {
        let reuse = Sample::new(left, right).alignment().beads[0].reuse;
        assert_eq!(reuse, expected, "{left} {right}");
    }

    #[test]
    fn values_written_otherwise_are_typography() {
        check("It cost $1.2m to build.", "It cost $1.2 million to build.", Reuse::Typography);
        check("They met on 8 November in town.", "They met on November 8 in town.", Reuse::Typography);
        check("A 10-year-old boy left.", "A ten-year-old boy left.", Reuse::Typography);
        check("It was minus 5 degrees in town.", "It was −5 degrees in town.", Reuse::Typography);
    }

    #[test]
    fn equal_values_in_other_places_are_edited() {
        check("It rose from 5 percent to 7 percent.", "It rose from 7 percent to 5 percent.", Reuse::Edited);
        check("They won 3-1 in town.", "They won 1-3 in town.", Reuse::Edited);
        check("They met on Monday and Friday.", "They met on Friday and Monday.", Reuse::Edited);
    }

    #[test]
    fn values_with_more_or_less_detail_are_edited() {
        check("They met on 8 November 2016.", "They met on 8 November.", Reuse::Edited);
        check("Then Anna Berg left.", "Then Berg left.", Reuse::Edited);
        check("It cost nearly $1.2m.", "It cost $1.2m.", Reuse::Edited);
    }

    #[test]
    fn marks_spelling_and_spacing_are_typography() {
        check(
            "The leaders met in Da Nang, he said.",
            "The leaders met in Danang, he said.",
            Reuse::Typography,
        );
        check("“We’re ready — for now,” she said.", "We re ready - for now, she said.", Reuse::Typography);
        check("The centre organised co-operation.", "The center organized cooperation.", Reuse::Typography);
        check("Twelve men left.", "12 men stayed.", Reuse::Edited);
        check("The new mate is not able now.", "The new mate is notable now.", Reuse::Edited);
        check("It came a part in the bay.", "It came apart in the bay.", Reuse::Edited);
    }

    #[test]
    fn the_mark_of_a_list_item_is_no_word_and_a_dateline_is() {
        use crate::comparison::{Options, compare};
        let left = "HAMBROOK (Wire) - The old pier burned down.\n\n- Nobody was hurt.\n\n- Boats sank.\n";
        let texts = Pair::new(left, "The old pier burned down.\n\nNobody was hurt.\n\nBoats sank.\n");
        let articles = Pair::from_fn(|side| {
            crate::import::import(texts[side].to_owned(), crate::article::Origin::in_memory(side))
        });
        let beads = compare(articles, Options::default()).alignment.beads;
        let classes: Vec<Reuse> = beads.iter().map(|bead| bead.reuse).collect();
        assert_eq!(classes, [Reuse::Edited, Reuse::Typography, Reuse::Typography]);
    }

    #[test]
    fn few_shared_words_are_rewritten() {
        check("The old boat sank at dawn.", "Crews lost a ship before noon.", Reuse::Rewritten);
    }
}
