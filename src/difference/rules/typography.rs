//! Marks, case, spelling or spacing alone.
//!
//! *co-operation* and *cooperation*, straight and curly marks: house style. Where a
//! whole article has lost its marks that is said once, in a note, and not here.

use super::{Evidence, Found, Manual, Rule};
use crate::alignment::{Bead, Reuse};
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "typography",
    doc: "Marks, case, spelling or spacing alone; once a sentence.",
    kinds: &[DifferenceKind::Typography],
    severity: Severity::Low,
    manual: Manual {
        reason: "House style: nobody has to stop at it, but somebody may ask.",
        before: "The co-operation, he knew, would last.",
        after: "The cooperation, he knew, would last.",
        finds: "Marks, case, spelling or spacing alone, once a sentence.",
        leaves: "Lost quotation marks of a whole article: a note says so once. Equal values in another dress.",
        weight: "Low.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    let stripped = Side::BOTH.into_iter().any(|side| evidence.has_lost_marks(side));
    for (id, bead, _) in evidence.beads() {
        match bead.reuse {
            Reuse::Typography => {}
            Reuse::Identical | Reuse::Edited | Reuse::Rewritten | Reuse::LeftOnly | Reuse::RightOnly => {
                continue;
            }
        }
        if is_dress(evidence, bead) {
            continue;
        }
        let Some(spans) = first(evidence, bead, stripped) else { continue };
        if found.covers(id, spans) {
            continue;
        }
        let shown = Pair::from_fn(|side| spans[side].map(|span| evidence.show(side, span)));
        let why = if shown.left == shown.right {
            let at = shown.left.unwrap_or_default();
            format!("Only marks or spacing differ, first at {at}.")
        } else {
            format!("Only marks, case, spelling or spacing differ: {}.", evidence.show_pair(spans))
        };
        found.push(Difference {
            bead: id,
            kind: DifferenceKind::Typography,
            severity: Severity::Low,
            spans,
            rule: RULE.name,
            why,
        });
    }
}

/// Whether the letters differ, so that it is values that are written otherwise: *twelve*, 12.
fn is_dress(evidence: &Evidence<'_>, bead: &Bead) -> bool {
    let words = Pair::from_fn(|side| evidence.all_words(side, bead));
    let letters = words.as_ref().map(|words| words.iter().flat_map(|(_, folded)| folded.chars()));
    !letters.left.eq(letters.right)
}

/// The first words that look different; none where only lost quotation marks tell them apart.
fn first(evidence: &Evidence<'_>, bead: &Bead, stripped: bool) -> Option<Pair<Option<Span>>> {
    let words = Pair::from_fn(|side| evidence.all_words(side, bead));
    let bare = |side: Side, span: Span| -> String {
        let text = evidence.article(side).slice(span);
        let quote = |c: char| matches!(c, '\'' | '’' | '‘' | '"' | '“' | '”' | '«' | '»' | ' ');
        text.chars().filter(|c| !(c.is_whitespace() || stripped && quote(*c))).collect()
    };
    words.left.iter().zip(&words.right).find_map(|((left, _), (right, _))| {
        let differs = bare(Side::Left, left.tile) != bare(Side::Right, right.tile);
        let trimmed = |side: Side, tile: Span| Some(tile.trimmed(&evidence.article(side).article.text));
        differs.then(|| Pair::new(trimmed(Side::Left, left.tile), trimmed(Side::Right, right.tile)))
    })
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn typography_is_said_once_a_sentence() {
        check(
            "The co-operation, he knew.",
            "The cooperation he knew",
            &["low typography [-co-operation,-]{+cooperation+}"],
        );
    }
}
