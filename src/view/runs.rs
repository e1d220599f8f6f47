//! Runs: the findings of every stage as marks on the text.
//!
//! Each finding is a layer, a span with a mark. One sweep over the ends of all layers cuts the text
//! where the set of marks changes. Layers have no white space at their ends, so that an underline
//! does not stick out, and edits stay inside the sentences of their bead.

use super::mark::Mark;
use super::model::Run;
use crate::alignment::{Bead, Reuse};
use crate::annotated::Annotated;
use crate::article::{Block, BlockKind};
use crate::comparison::Comparison;
use crate::difference::{Edit, EditOp};
use crate::quotation::LinkState;
use crate::text::{Pair, Side, Span};
use crate::words::{Token, same_words};

/// A span and its meaning.
pub(super) type Layer = (Span, Mark);

/// The whole text of each side in runs, including the white space between sentences.
pub(super) fn runs(comparison: &Comparison) -> Pair<Vec<Run>> {
    let mut layers =
        comparison.sides().map(|side| side.article.blocks.iter().filter_map(block_layer).collect());
    for (id, bead) in comparison.alignment.iter() {
        bead_layers(comparison, bead, comparison.edits(id), &mut layers);
    }
    link_layers(comparison, &mut layers);
    Pair::from_fn(|side| sweep(&comparison.sides[side].article.text, &layers[side]))
}

/// Tiles `text` with runs of the same marks.
fn sweep(text: &str, layers: &[Layer]) -> Vec<Run> {
    let mut ends: Vec<(usize, Mark, i32)> = Vec::with_capacity(2 * layers.len());
    for &(span, mark) in layers {
        let span = span.trimmed(text);
        if !span.is_empty() {
            ends.push((span.start(), mark, 1));
            ends.push((span.end(), mark, -1));
        }
    }
    ends.sort_unstable();
    let mut open = [0; Mark::ALL.len()]; // layers of each mark at this position
    let mut runs: Vec<Run> = Vec::new();
    let mut start = 0;
    for (at, mark, step) in ends {
        push(&mut runs, Span::new(start, at), &open);
        start = at;
        open[mark as usize] += step;
    }
    push(&mut runs, Span::new(start, text.len()), &open);
    runs
}

fn push(runs: &mut Vec<Run>, span: Span, open: &[i32; Mark::ALL.len()]) {
    if span.is_empty() {
        return;
    }
    let marks = Mark::ALL.into_iter().filter(|mark| open[*mark as usize] > 0).collect();
    match runs.last_mut() {
        Some(last) if last.marks == marks => last.span = last.span.join(span),
        _ => runs.push(Run { span, marks }),
    }
}

/// The mark of a block by its kind.
fn block_layer(block: &Block) -> Option<Layer> {
    let mark = match block.kind {
        BlockKind::Headline | BlockKind::Deck | BlockKind::Subhead => Mark::Heading,
        BlockKind::Byline | BlockKind::Dateline | BlockKind::Caption | BlockKind::Credit => Mark::Furniture,
        BlockKind::Paragraph | BlockKind::ListItem => return None,
    };
    Some((block.span, mark))
}

/// Marks the sentences of a bead, and its words that differ.
fn bead_layers(comparison: &Comparison, bead: &Bead, edits: &[Edit], layers: &mut Pair<Vec<Layer>>) {
    let sentences = Pair::from_fn(|side| sentence_spans(&comparison.sides[side], bead, side));
    let has_both = !sentences.left.is_empty() && !sentences.right.is_empty();
    for (side, spans) in sentences.as_ref().sides() {
        let marks =
            [(!has_both && bead.repeats.is_none()).then_some(Mark::Only), bead.moved.then_some(Mark::Moved)];
        for mark in marks.into_iter().flatten() {
            layers[side].extend(spans.iter().map(|&span| (span, mark)));
        }
    }
    if !has_both || bead.reuse == Reuse::Identical {
        return;
    }
    let tokens = Pair::from_fn(|side| tokens(&comparison.sides[side], bead, side));
    for edit in edits {
        match edit.op {
            EditOp::Equal => equal_layers(comparison, edit, &tokens, layers),
            EditOp::Delete | EditOp::Insert | EditOp::Replace => {
                differing_layers(comparison, edit, &sentences, layers);
            }
        }
    }
}

/// The sentences of a bead.
pub(super) fn sentence_spans(annotated: &Annotated, bead: &Bead, side: Side) -> Vec<Span> {
    bead.sentences[side].iter().map(|&id| annotated.sentences.get(id).span).collect()
}

/// The words of a bead.
pub(super) fn tokens(annotated: &Annotated, bead: &Bead, side: Side) -> Vec<Token> {
    bead.sentences[side].iter().flat_map(|&id| annotated.sentences.tokens(id)).copied().collect()
}

/// Marks the words of an edit without the punctuation that both sides have around them.
pub(super) fn differing_layers(
    comparison: &Comparison,
    edit: &Edit,
    sentences: &Pair<Vec<Span>>,
    layers: &mut Pair<Vec<Layer>>,
) {
    let mut spans =
        Pair::from_fn(|side| edit.spans[side].map(|span| span.trimmed(&comparison.sides[side].article.text)));
    if let Some(both) = spans.both() {
        let texts = Pair::from_fn(|side| comparison.sides[side].slice(both[side]));
        let Pair { left, right } = texts;
        let head = shared_punctuation(left.chars().zip(right.chars()));
        let tail = shared_punctuation(left.chars().rev().zip(right.chars().rev()));
        let inner = both.map(|span| {
            (span.len() > head + tail).then(|| Span::new(span.start() + head, span.end() - tail))
        });
        spans = inner.both().map_or(spans, |inner| inner.map(Some));
    }
    for side in Side::BOTH {
        // the span of an edit may include sentences of other beads
        let clipped = sentences[side].iter().filter_map(|sentence| sentence.intersection(spans[side]?));
        layers[side].extend(clipped.map(|span| (span, Mark::Differs)));
    }
}

/// Bytes of punctuation and white space that both texts have, given their characters from one end.
pub(crate) fn shared_punctuation(pairs: impl Iterator<Item = (char, char)>) -> usize {
    pairs.take_while(|(l, r)| l == r && !l.is_alphanumeric()).map(|(c, _)| c.len_utf8()).sum()
}

/// The tokens inside `span`.
pub(crate) fn tokens_in(tokens: &[Token], span: Span) -> &[Token] {
    let first = tokens.partition_point(|token| token.tile.start() < span.start());
    let last = tokens.partition_point(|token| token.tile.end() <= span.end());
    &tokens[first..last.max(first)]
}

/// Marks differences of typography in equal words.
pub(super) fn equal_layers(
    comparison: &Comparison,
    edit: &Edit,
    tokens: &Pair<Vec<Token>>,
    layers: &mut Pair<Vec<Layer>>,
) {
    let within =
        Pair::from_fn(|side| edit.spans[side].map_or(&[][..], |span| tokens_in(&tokens[side], span)));
    for Pair { left, right } in same_words(within, &comparison.vocabulary) {
        for parts in parts(left).into_iter().zip(parts(right)) {
            let parts = Pair::new(parts.0, parts.1);
            let texts = Pair::from_fn(|side| comparison.sides[side].slice(parts[side]));
            if !equal_without_space(texts) {
                for side in Side::BOTH {
                    layers[side].push((parts[side], Mark::Typography));
                }
            }
        }
    }
}

/// The punctuation before a word, the word, and the punctuation after it.
fn parts(token: Token) -> [Span; 3] {
    let (tile, word) = (token.tile, token.word);
    [Span::new(tile.start(), word.start()), word, Span::new(word.end(), tile.end())]
}

fn equal_without_space(texts: Pair<&str>) -> bool {
    let visible = texts.map(|text| text.chars().filter(|c| !c.is_whitespace()));
    visible.left.eq(visible.right)
}

/// Marks each quotation, its attribution and its words that differ.
///
/// Reported speech that the other side does not quote has no marks: with every *said* of a story
/// marked, none would be noticed.
fn link_layers(comparison: &Comparison, layers: &mut Pair<Vec<Layer>>) {
    for link in &comparison.links {
        let mark = quotation_mark(link.state);
        for side in Side::BOTH {
            let Some(id) = link.quotations[side] else { continue };
            let quotation = comparison.quotation(side, id);
            layers[side].extend(quotation.fragments.iter().map(|&span| (span, mark)));
            layers[side].extend(quotation.attribution.mention.map(|span| (span, Mark::Speaker)));
            layers[side].extend(quotation.attribution.cue.map(|span| (span, Mark::Cue)));
            layers[side].extend(
                link.edits.iter().filter_map(|edit| edit.spans[side]).map(|span| (span, Mark::AlteredWord)),
            );
        }
    }
}

/// The mark of a quotation's words by their state.
pub(super) fn quotation_mark(state: LinkState) -> Mark {
    match state {
        LinkState::SameWords => Mark::QuotationShared,
        LinkState::Altered => Mark::QuotationAltered,
        LinkState::Trimmed
        | LinkState::Extended
        | LinkState::Merged
        | LinkState::Split
        | LinkState::Paraphrased => Mark::QuotationPartial,
        LinkState::LeftOnly | LinkState::RightOnly => Mark::QuotationOnly,
    }
}
