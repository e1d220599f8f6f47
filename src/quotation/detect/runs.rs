//! Who said words that stand without marks, once the other article's marks have found them.
//!
//! The rules of attribution are the same with and without marks: the run is read
//! as the marked piece that it was before a bad conversion.

use super::marks::{self, Marked, Style};
use super::outline::Outline;
use super::people::People;
use super::{join, read};
use crate::annotated::Annotated;
use crate::quotation::Attribution;
use crate::text::{Span, Vocabulary};

/// The attribution of each run; a run is the spans of one quotation, in order.
pub(in crate::quotation) fn attribute_runs(
    of: &Annotated,
    vocabulary: &Vocabulary,
    runs: &[Vec<Span>],
) -> Vec<Attribution> {
    let mut fragments: Vec<Span> = runs.iter().flatten().copied().collect();
    fragments.sort_unstable();
    fragments.dedup_by(|next, before| next.overlaps(*before));
    let is_apart = |span: Span| {
        let near = fragments.partition_point(|fragment| fragment.end() <= span.start());
        fragments.get(near).is_none_or(|fragment| !fragment.overlaps(span))
    };
    let mut pieces = marks::find(&of.article, &of.sentences);
    pieces.retain(|piece| is_apart(piece.outer));
    pieces.extend(fragments.iter().filter_map(|fragment| piece(of, *fragment)));
    pieces.sort_unstable_by_key(|piece| piece.outer);
    let outline = Outline::new(&of.article, &of.sentences, vocabulary, &pieces);
    let (said, _) = read(&outline, &People::of(&outline), &pieces);
    let attribution = |run: &Vec<Span>| {
        let own = run.iter().filter_map(|fragment| {
            let at = pieces.binary_search_by_key(fragment, |piece| piece.outer).ok()?;
            Some(join::attribution(&outline, &said[at]))
        });
        // the first of the surest
        own.reduce(|best, next| if next.confidence > best.confidence { next } else { best })
    };
    runs.iter().map(|run| attribution(run).unwrap_or(Attribution::NONE)).collect()
}

fn piece(of: &Annotated, fragment: Span) -> Option<Marked> {
    let block = of.sentences.get(of.sentences.at(fragment.start())?).block;
    let is_within = of.article.block(block).span.contains(fragment);
    let style = Style::Double;
    is_within.then_some(Marked {
        outer: fragment,
        inner: fragment,
        block,
        style,
        continues: false,
        closed: true,
    })
}
