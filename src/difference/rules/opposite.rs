//! A word became its opposite: *rose* became *fell*, *legal* became *illegal.*

use super::swap::{BeadWords, Term, bead_words, spans, swapped};
use super::{Evidence, Found, Manual, Rule};
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::text::Pair;

pub(super) const RULE: Rule = Rule {
    name: "opposite",
    doc: "A word became its opposite: “rose” became “fell”, “legal” became “illegal”.",
    kinds: &[DifferenceKind::Negation],
    severity: Severity::Medium,
    manual: Manual {
        reason: "No “not” is needed to turn a story round.",
        before: "Prices of bread rose by a tenth in the spring.",
        after: "Prices of bread fell by a tenth in the spring.",
        finds: "Words that a list knows as opposites: rose and fell, won and lost, backed and opposed, killed and injured, before and after.",
        leaves: "A “not” that came or went beside it: “did not accept” is “rejected” (negation). Opposites that only the story makes so.",
        weight: "Medium: a prompt.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        let words = bead_words(evidence, bead);
        for edit in edits {
            let Some(terms) = swapped(evidence, &words, edit, |lexicon| lexicon.opposites) else { continue };
            if !differs(evidence, terms, &words) || found.covers(id, spans(terms)) {
                continue;
            }
            found.push(Difference {
                bead: id,
                kind: DifferenceKind::Negation,
                severity: Severity::Medium,
                spans: spans(terms),
                rule: RULE.name,
                why: format!("check: a word has become its opposite: {}.", evidence.show_pair(spans(terms))),
            });
        }
    }
}

/// Whether the two are of one pair and neither is denied.
fn differs(evidence: &Evidence<'_>, terms: Pair<Term>, words: &BeadWords<'_>) -> bool {
    let denials = Pair::from_fn(|side| {
        let negations = evidence.lexicon(side).negations;
        words[side].iter().filter(|(_, word)| negations.contains(word)).count()
    });
    terms.left.group() == terms.right.group()
        && terms.left.value != terms.right.value
        && denials.left == denials.right
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn a_word_and_its_opposite() {
        check("Prices rose in May.", "Prices fell in May.", &["medium opposite [-rose-]{+fell+}"]);
        check("It is legal to fish.", "It is illegal to fish.", &["medium opposite [-legal-]{+illegal+}"]);
    }

    #[test]
    fn a_negation_beside_it_keeps_the_sense() {
        check("He did not accept it.", "He rejected it.", &["low wording [-did not accept-]{+rejected+}"]);
        check("Prices rose in May.", "Prices climbed in May.", &["low wording [-rose-]{+climbed+}"]);
    }
}
