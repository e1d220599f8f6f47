//! Runs: what every stage found out, laid over the text as marks.
//!
//! Each finding is a layer, a span with a mark; one sweep over the ends of all
//! layers cuts the text where the set of marks differs. Layers hold no blanks at
//! their ends, so that an underline does not stick out, and edits never reach out
//! of their bead's sentences.

use super::mark::Mark;
use super::model::Run;
use crate::alignment::{Bead, Reuse};
use crate::annotated::Annotated;
use crate::article::BlockKind;
use crate::comparison::Comparison;
use crate::difference::{Edit, EditOp};
use crate::quotation::LinkState;
use crate::text::{Pair, Side, Span};
use crate::words::Token;

/// A span and what it means.
pub(super) type Layer = (Span, Mark);

/// The whole text of each side in runs, blanks between sentences included.
pub(super) fn runs(comparison: &Comparison) -> Pair<Vec<Run>> {
    let mut layers = comparison.sides().map(block_layers);
    for (id, bead) in comparison.alignment.iter() {
        bead_layers(comparison, bead, comparison.edits(id), &mut layers);
    }
    link_layers(comparison, &mut layers);
    Pair::from_fn(|side| sweep(&comparison.sides[side].article.text, &layers[side]))
}

/// The part of `runs` that lies in `span`.
pub(super) fn cut(runs: &[Run], span: Span) -> Vec<Run> {
    let first = runs.partition_point(|run| run.span.end() <= span.start());
    let inside = runs[first..].iter().take_while(|run| run.span.start() < span.end());
    inside.filter_map(|run| Some(Run { span: run.span.intersection(span)?, marks: run.marks })).collect()
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
    let mut open = [0; Mark::ALL.len()]; // layers of each mark that cover this place
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

/// What the parts of an article are for.
fn block_layers(side: &Annotated) -> Vec<Layer> {
    let mut layers = Vec::new();
    for block in &side.article.blocks {
        layers.extend(of_block(block.kind).map(|mark| (block.span, mark)));
    }
    layers
}

fn of_block(kind: BlockKind) -> Option<Mark> {
    match kind {
        BlockKind::Headline | BlockKind::Deck | BlockKind::Subhead => Some(Mark::Heading),
        BlockKind::Byline | BlockKind::Dateline | BlockKind::Caption | BlockKind::Credit => {
            Some(Mark::Furniture)
        }
        BlockKind::Paragraph | BlockKind::ListItem => None,
    }
}

/// What became of a bead's sentences, and which of its words differ.
fn bead_layers(comparison: &Comparison, bead: &Bead, edits: &[Edit], layers: &mut Pair<Vec<Layer>>) {
    let sentences = Pair::from_fn(|side| sentence_spans(&comparison.sides[side], bead, side));
    let whole = match bead.reuse {
        Reuse::LeftOnly | Reuse::RightOnly => Some(Mark::Only),
        Reuse::Identical | Reuse::Typography | Reuse::Edited | Reuse::Rewritten => None,
    };
    for (side, spans) in sentences.as_ref().sides() {
        for mark in whole.into_iter().chain(bead.moved.then_some(Mark::Moved)) {
            layers[side].extend(spans.iter().map(|&span| (span, mark)));
        }
    }
    match bead.reuse {
        Reuse::LeftOnly | Reuse::RightOnly | Reuse::Identical => return,
        Reuse::Typography | Reuse::Edited | Reuse::Rewritten => {}
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

/// Marks the words of an edit; the punctuation that both sides put around them is not part of it.
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
        let (head, tail) = (shared_punctuation(texts, Edge::Head), shared_punctuation(texts, Edge::Tail));
        let inner = both.map(|span| {
            (span.len() > head + tail).then(|| Span::new(span.start() + head, span.end() - tail))
        });
        spans = inner.both().map_or(spans, |inner| inner.map(Some));
    }
    for side in Side::BOTH {
        // over sentences that stand apart an edit's span reaches across what is not its own
        let clipped = sentences[side].iter().filter_map(|sentence| sentence.intersection(spans[side]?));
        layers[side].extend(clipped.map(|span| (span, Mark::Differs)));
    }
}

#[derive(Clone, Copy)]
enum Edge {
    Head,
    Tail,
}

/// Bytes of punctuation and blanks that both texts have at that edge.
fn shared_punctuation(texts: Pair<&str>, edge: Edge) -> usize {
    let shared = |chars: &mut dyn Iterator<Item = (char, char)>| -> usize {
        chars.take_while(|(l, r)| l == r && !l.is_alphanumeric()).map(|(c, _)| c.len_utf8()).sum()
    };
    match edge {
        Edge::Head => shared(&mut texts.left.chars().zip(texts.right.chars())),
        Edge::Tail => shared(&mut texts.left.chars().rev().zip(texts.right.chars().rev())),
    }
}

/// Marks what is set differently in words that are the same.
pub(super) fn equal_layers(
    comparison: &Comparison,
    edit: &Edit,
    tokens: &Pair<Vec<Token>>,
    layers: &mut Pair<Vec<Layer>>,
) {
    let within = Pair::from_fn(|side| -> &[Token] {
        let Some(span) = edit.spans[side] else { return &[] };
        let first = tokens[side].partition_point(|token| token.tile.start() < span.start());
        let last = tokens[side].partition_point(|token| token.tile.end() <= span.end());
        &tokens[side][first..last.max(first)]
    });
    for (left, right) in within.left.iter().zip(within.right) {
        for parts in parts(*left).into_iter().zip(parts(*right)) {
            let parts = Pair::new(parts.0, parts.1);
            let texts = Pair::from_fn(|side| comparison.sides[side].slice(parts[side]));
            if !same_but_for_blanks(texts) {
                for side in Side::BOTH {
                    layers[side].push((parts[side], Mark::Typography));
                }
            }
        }
    }
}

/// What leans on a word from the left, the word, and what leans on it from the right.
fn parts(token: Token) -> [Span; 3] {
    let (tile, word) = (token.tile, token.word);
    [Span::new(tile.start(), word.start()), word, Span::new(word.end(), tile.end())]
}

fn same_but_for_blanks(texts: Pair<&str>) -> bool {
    let visible = texts.map(|text| text.chars().filter(|c| !c.is_whitespace()));
    visible.left.eq(visible.right)
}

/// What became of each quotation, on both sides, who speaks, and the words inside it that differ.
///
/// Reported speech that the other side does not quote stays plain: with every
/// *said* of a story marked, none would be seen.
fn link_layers(comparison: &Comparison, layers: &mut Pair<Vec<Layer>>) {
    for link in &comparison.links {
        let mark = of_state(link.state);
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

/// The mark of a quotation's words by what became of them.
pub(super) fn of_state(state: LinkState) -> Mark {
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
