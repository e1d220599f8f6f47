//! Beads in which nothing but the writing of values differs: *$1.2m* and *$1.2 million*,
//! *8 November* and *November 8*.
//!
//! To the alignment these are other words; to an editor they are typography. Invariant:
//! only beads are touched all of whose differing words state equal values in the same place.

use super::fact::{Fact, kept_in_place};
use crate::alignment::{Alignment, Bead, Reuse};
use crate::annotated::Annotated;
use crate::difference::{Edit, EditOp};
use crate::text::{Pair, Side, Span, SpanIndex};
use crate::words::Token;

/// Marks as typography the beads in which only the writing of equal values differs.
pub fn mark_typographic_reuse(
    sides: Pair<&Annotated>,
    alignment: &mut Alignment,
    edits: &[Vec<Edit>],
    facts: &[Fact],
) {
    for group in facts.chunk_by(|one, two| one.bead == two.bead) {
        let Some(id) = group.first().map(|fact| fact.bead.index()) else { continue };
        let (Some(bead), Some(edits)) = (alignment.beads.get_mut(id), edits.get(id)) else { continue };
        match bead.reuse {
            Reuse::Edited | Reuse::Rewritten => {}
            Reuse::Identical | Reuse::Typography | Reuse::LeftOnly | Reuse::RightOnly => continue,
        }
        if is_typography(sides, bead, edits, group) {
            bead.reuse = Reuse::Typography;
        }
    }
}

/// Whether every word that differs is of a value that both sides state.
fn is_typography(sides: Pair<&Annotated>, bead: &Bead, edits: &[Edit], facts: &[Fact]) -> bool {
    let equal: Vec<_> = kept_in_place(facts, edits).into_iter().filter_map(equal).collect();
    let values = Pair::from_fn(|side| SpanIndex::new(equal.iter().map(|fact| fact[side])));
    !equal.is_empty()
        && edits.iter().filter(|edit| edit.op != EditOp::Equal).all(|edit| {
            Side::BOTH.into_iter().all(|side| {
                let Some(span) = edit.spans[side] else { return true };
                let of_bead = bead.sentences[side].iter();
                let mut tokens = of_bead.flat_map(|&id| within(sides[side].sentences.tokens(id), span));
                tokens.all(|token| values[side].overlaps(token.word))
            })
        })
}

/// The tokens whose word shares a byte with a span.
fn within(tokens: &[Token], span: Span) -> &[Token] {
    let from = tokens.partition_point(|token| token.word.end() <= span.start());
    let to = tokens.partition_point(|token| token.word.start() < span.end());
    &tokens[from..to.max(from)]
}

/// The words of a value that both sides state in full.
fn equal(fact: &Fact) -> Option<Pair<Span>> {
    if fact.kind.is_name() {
        return None;
    }
    let mentions = fact.both()?;
    (mentions.left.meaning() == mentions.right.meaning()).then(|| mentions.map(|mention| mention.span))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::difference::sample::Sample;

    #[track_caller]
    fn check(left: &str, right: &str, expected: Reuse) {
        let mut sample = Sample::new(left, right);
        let (edits, facts) = (sample.edits(), sample.facts());
        mark_typographic_reuse(sample.sides.as_ref(), &mut sample.alignment, &edits, &facts);
        assert_eq!(sample.alignment.beads[0].reuse, expected, "{left} {right}");
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
    fn what_tells_more_or_less_is_edited() {
        check("They met on 8 November 2016.", "They met on 8 November.", Reuse::Edited);
        check("Then Anna Berg left.", "Then Berg left.", Reuse::Edited);
        check("It cost nearly $1.2m.", "It cost $1.2m.", Reuse::Edited);
    }
}
