//! Marks, case, spelling or spacing alone.
//!
//! *co-operation* and *cooperation*, straight and curly marks: style of the outlet. If a
//! whole article has lost its marks, a note says so once instead of this rule.

use super::evidence::{Evidence, Spans, Word};
use super::finding::{Finding, Reason};
use super::rule::{Find, Rule, Yields};
use crate::alignment::Reuse;
use crate::difference::{DifferenceKind, Severity};
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "typography",
    doc: "Marks, case, spelling or spacing alone; once a sentence.",
    kinds: &[DifferenceKind::Typography],
    severity: Severity::Low,
    purpose: "House style: nobody has to stop at it, but somebody may ask.",
    before: "The co-operation, he knew, would last.",
    after: "The cooperation, he knew, would last.",
    finds: "Marks, case, spelling or spacing alone, once a sentence.",
    leaves: "Lost quotation marks of a whole article: a note says so once. Equal values in another dress.",
    weight: "Low.",
    yields: Yields::ToEarlier,
    find: Find::Articles(find),
};

fn find(evidence: &Evidence<'_>) -> Vec<Finding> {
    let found = evidence.beads().filter_map(|(id, bead, _)| {
        if bead.reuse != Reuse::Typography {
            return None;
        }
        let words = Pair::from_fn(|side| evidence.words(side, bead));
        // other letters are equal values: *twelve*, 12
        let letters = words.as_ref().map(|words| words.iter().flat_map(|(_, folded)| folded.chars()));
        let spans = first_difference(evidence, words.as_ref()).filter(|_| letters.left.eq(letters.right))?;
        Some(Finding::new(id, Severity::Low, spans, Reason::Typography))
    });
    found.collect()
}

/// The first words that look different; none where only lost quotation marks do.
fn first_difference(evidence: &Evidence<'_>, words: Pair<&Vec<Word<'_>>>) -> Option<Spans> {
    let is_stripped = evidence.has_lost_marks.left || evidence.has_lost_marks.right;
    let bare = |side: Side, span: Span| -> String {
        let is_mark = |c: char| matches!(c, '\'' | '’' | '‘' | '"' | '“' | '”' | '«' | '»');
        let letters = evidence.slice(side, span).chars();
        letters.filter(|c| !(c.is_whitespace() || is_stripped && is_mark(*c))).collect()
    };
    evidence.same_words(words).into_iter().find_map(|Pair { left, right }| {
        // *e mail*, but not *It s* of copy that lost its apostrophes
        let has_blank = |side: Side, word: Span| evidence.slice(side, word).contains(char::is_whitespace);
        let differ = bare(Side::Left, left.tile) != bare(Side::Right, right.tile)
            || !is_stripped && has_blank(Side::Left, left.word) != has_blank(Side::Right, right.word);
        let tiles = Pair::new(left.tile, right.tile);
        differ.then(|| Pair::from_fn(|side| Some(tiles[side].trimmed(evidence.text(side)))))
    })
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn typography_is_reported_once_a_sentence() {
        check(
            "The co-operation, he knew.",
            "The cooperation he knew",
            &["low typography [-co-operation,-]{+cooperation+}"],
        );
    }
}
