//! Who said words without marks, once the other article's marks have found them.
//!
//! The rules of attribution are the same with and without marks: the run is read
//! as the marked piece that it was before a bad conversion.

use super::marks;
use super::outline::Outline;
use super::piece::{Marked, Style};
use super::read;
use crate::annotated::Annotated;
use crate::quotation::Attribution;
use crate::text::{Span, SpanIndex};
use crate::words::Vocabulary;

/// The attribution of each run; a run is the spans of one quotation, in order.
pub(crate) fn attribute_runs(
    of: &Annotated,
    vocabulary: &Vocabulary,
    runs: &[Vec<Span>],
) -> Vec<Attribution> {
    let mut fragments: Vec<Span> = runs.iter().flatten().copied().collect();
    fragments.sort_unstable();
    fragments.dedup_by(|next, before| next.overlaps(*before));
    let taken = SpanIndex::new(fragments.iter().copied());
    let mut pieces = marks::find(&of.article, &of.sentences);
    pieces.retain(|piece| taken.overlapping(piece.outer).next().is_none());
    pieces.extend(fragments.iter().filter_map(|fragment| piece(of, *fragment)));
    pieces.sort_unstable_by_key(|piece| piece.outer);
    let outline = Outline::new(of, vocabulary, &pieces);
    let said = read(&outline, &pieces).said;
    let attribution = |run: &Vec<Span>| {
        let own = run.iter().filter_map(|fragment| {
            let at = pieces.binary_search_by_key(fragment, |piece| piece.outer).ok()?;
            Some(said[at].attribution())
        });
        // the first of the surest
        own.reduce(|best, next| if next.confidence > best.confidence { next } else { best })
    };
    runs.iter().map(|run| attribution(run).unwrap_or(Attribution::NONE)).collect()
}

fn piece(of: &Annotated, fragment: Span) -> Option<Marked> {
    let block = of.sentences.get(of.sentences.at(fragment.start())?).block;
    let is_within = of.article.block(block).span.contains(fragment);
    let (outer, inner, style) = (fragment, fragment, Style::Double);
    is_within.then_some(Marked { outer, inner, block, style, continues: false, closed: true })
}
