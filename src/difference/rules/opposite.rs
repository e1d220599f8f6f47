//! A word became its opposite: *rose* became *fell*, *legal* became *illegal.*

use super::finding::{Aspect, Finding, Reason};
use super::negation::count_negations;
use super::reworded::{BeadSide, RewordedBead};
use super::rule::{Find, Rule, Yields};
use super::term::{Term, spans};
use crate::difference::{DifferenceKind, Edit, Severity};
use crate::lexicon::Opposite;
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "opposite",
    doc: "A word became its opposite: “rose” became “fell”, “legal” became “illegal”.",
    kinds: &[DifferenceKind::Negation],
    severity: Severity::Medium,
    purpose: "No “not” is needed to turn a story round.",
    before: "Prices of bread rose by a tenth in the spring.",
    after: "Prices of bread fell by a tenth in the spring.",
    finds: "Words that a list knows as opposites: rose and fell, won and lost, backed and opposed, killed and injured, before and after; “for” and “against” after a word such as “voted”.",
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
    let mut found: Vec<Pair<Term<Opposite>>> = Vec::new();
    for edit in bead.differing() {
        let swapped = bead.swapped(edit, |lexicon| lexicon.opposites).filter(|terms| reverse(bead, *terms));
        let Some(terms) = swapped.or_else(|| parted_verbs(bead, edit)) else { continue };
        // the particle of a parted verb may be in another edit
        if !found.iter().any(|other| other.left.at == terms.left.at) {
            found.push(terms);
        }
    }
    let finding = |terms| bead.check(spans(terms), Reason::Differs(Aspect::Opposite));
    found.into_iter().map(finding).collect()
}

/// Whether two words are opposites here.
fn reverse(bead: &RewordedBead<'_>, terms: Pair<Term<Opposite>>) -> bool {
    let counts = |side: Side| {
        !terms[side].value.is_after_stance() || takes_side_before(&bead.sides[side], terms[side].at)
    };
    terms.left.value.reverses(terms.right.value) && Side::BOTH.into_iter().all(counts)
}

/// Whether a word that takes a side is before a place in its clause: *voted* of *voted on Monday for*.
fn takes_side_before(own: &BeadSide<'_>, at: usize) -> bool {
    let clause = (0..at).rev().take_while(|&before| !own.ends_clause(before));
    clause.into_iter().any(|before| own.lexicon.stance_words.contains(own.folded(before)))
}

/// The verbs of an edit that a particle at the end of their clause makes opposites: *nahm den Plan an*
/// and *lehnte den Plan ab*; the edit has the verbs or the particles.
fn parted_verbs(bead: &RewordedBead<'_>, edit: &Edit) -> Option<Pair<Term<Opposite>>> {
    let spans = edit.spans.both().filter(|_| bead.is_short(edit))?;
    let parted = |side: Side| parted_verb(&bead.sides[side], spans[side]);
    Pair::from_fn(parted).both().filter(|terms| reverse(bead, *terms))
}

/// The verb with a particle of which a span has a word.
fn parted_verb(own: &BeadSide<'_>, span: Span) -> Option<Term<Opposite>> {
    let first = own.words.partition_point(|(token, _)| token.word.start() < span.start());
    let last = own.words.partition_point(|(token, _)| token.word.start() < span.end());
    let start = (0..first).rev().find(|&at| own.ends_clause(at)).map_or(0, |at| at + 1);
    let end = (first..own.words.len()).find(|&at| own.ends_clause(at))?;
    let particle = own.folded(end);
    // with the particle in the span, the verb may be anywhere before it
    let verbs = if (first..last).contains(&end) { start..end } else { first..last.min(end) };
    verbs.into_iter().find_map(|at| {
        let value = own.lexicon.opposites.get(&format!("{} {particle}", own.folded(at)))?;
        let span = own.span(if at < first { end } else { at });
        (!own.is_quoted(span)).then_some(Term { value, span, at, length: 1 })
    })
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;
    use crate::difference::sample::Sample;
    use crate::lexicon::Language;

    #[test]
    fn a_word_and_its_opposite() {
        check("Prices rose in May.", "Prices fell in May.", &["medium opposite [-rose-]{+fell+}"]);
        check("It is legal to fish.", "It is illegal to fish.", &["medium opposite [-legal-]{+illegal+}"]);
    }

    #[test]
    fn for_and_against_after_a_word_that_takes_a_side() {
        check(
            "All voted for the plan.",
            "All voted against the plan.",
            &["medium opposite [-for-]{+against+}"],
        );
        check("It is a drug for fever.", "It is a drug against fever.", &["low wording [-for-]{+against+}"]);
    }

    #[test]
    fn every_form_of_a_word() {
        check(
            "The yard made a profit in May.",
            "The yard made a loss in May.",
            &["medium opposite [-profit-]{+loss+}"],
        );
        check(
            "Two banks raised rates in May.",
            "Two banks cut rates in May.",
            &["medium opposite [-raised-]{+cut+}"],
        );
        check("Rates rose in May.", "Rates climbed in May.", &["low wording [-rose-]{+climbed+}"]);
    }

    #[test]
    fn verbs_with_a_particle_at_the_end() {
        let found = |left, right| Sample::of(Language::German, left, right).found();
        assert_eq!(
            found("Der Rat nahm den Plan an.", "Der Rat lehnte den Plan ab."),
            ["medium opposite [-nahm-]{+lehnte+}", "low wording [-an.-]{+ab.+}"]
        );
        assert_eq!(
            found("Die Schulden nahmen im Mai zu.", "Die Schulden nahmen im Mai ab."),
            ["medium opposite [-zu-]{+ab+}"]
        );
    }

    #[test]
    fn a_negation_next_to_it_keeps_the_sense() {
        check("He did not accept it.", "He rejected it.", &["low wording [-did not accept-]{+rejected+}"]);
        check("Prices rose in May.", "Prices climbed in May.", &["low wording [-rose-]{+climbed+}"]);
    }
}
