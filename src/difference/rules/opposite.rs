//! A word became its opposite: *rose* became *fell*, *legal* became *illegal.*

use super::finding::{Aspect, Finding, Reason};
use super::negation::count_negations;
use super::reworded::RewordedBead;
use super::rule::{Find, Rule, Yields};
use super::term::spans;
use crate::difference::{DifferenceKind, Severity};
use crate::text::Pair;

pub(super) const RULE: Rule = Rule {
    name: "opposite",
    doc: "A word became its opposite: “rose” became “fell”, “legal” became “illegal”.",
    kinds: &[DifferenceKind::Negation],
    severity: Severity::Medium,
    purpose: "No “not” is needed to turn a story round.",
    before: "Prices of bread rose by a tenth in the spring.",
    after: "Prices of bread fell by a tenth in the spring.",
    finds: "Words that a list knows as opposites: rose and fell, won and lost, backed and opposed, killed and injured, before and after.",
    leaves: "A “not” that came or went beside it: “did not accept” is “rejected” (negation). Opposites that only the story makes so.",
    weight: "Medium: a prompt.",
    yields: Yields::ToEarlier,
    find: Find::Beads(find),
};

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    let denials = bead.sides.as_ref().map(count_negations);
    if denials.left != denials.right {
        return Vec::new();
    }
    let swapped = bead.edits.iter().filter_map(|edit| bead.swapped(edit, |lexicon| lexicon.opposites));
    let opposite = swapped
        .filter(|Pair { left, right }| left.value.pair == right.value.pair && left.value != right.value);
    opposite.map(|terms| bead.check(spans(terms), Reason::Differs(Aspect::Opposite))).collect()
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
    fn a_negation_next_to_it_keeps_the_sense() {
        check("He did not accept it.", "He rejected it.", &["low wording [-did not accept-]{+rejected+}"]);
        check("Prices rose in May.", "Prices climbed in May.", &["low wording [-rose-]{+climbed+}"]);
    }
}
