//! How many, told in words, differs: *some* became *most*, *at least* became *at most.*

use super::swap::{BeadWords, Term, bead_words, spans, swapped};
use super::{Evidence, Found, Manual, Rule};
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::text::Pair;

pub(super) const RULE: Rule = Rule {
    name: "quantifier",
    doc: "“Some” became “most”, “at least” became “at most”: how many, told in words, differs.",
    kinds: &[DifferenceKind::Quantifier],
    severity: Severity::Medium,
    manual: Manual {
        reason: "“Some doctors” may be three, “most doctors” is a finding.",
        before: "The report says some nurses had left the town by spring.",
        after: "The report says most nurses had left the town by spring.",
        finds: "All, most, many, some and few for each other; at least for at most; always, often and rarely for each other.",
        leaves: "Words of one size (several for some), words that came or went without another in their place, numbers (number), “no” and “none” (negation).",
        weight: "Medium: a prompt.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        let words = bead_words(evidence, bead);
        for edit in edits {
            let Some(terms) = swapped(evidence, &words, edit, |lexicon| lexicon.quantifiers) else {
                continue;
            };
            if !differs(terms, &words) || found.covers(id, spans(terms)) {
                continue;
            }
            found.push(Difference {
                bead: id,
                kind: DifferenceKind::Quantifier,
                severity: Severity::Medium,
                spans: spans(terms),
                rule: RULE.name,
                why: format!("check: how many, or how often, differs: {}.", evidence.show_pair(spans(terms))),
            });
        }
    }
}

/// Whether the two are words of one group and another size; *some 12* only rounds.
fn differs(terms: Pair<Term>, words: &BeadWords<'_>) -> bool {
    let rounds = terms.sides().into_iter().any(|(side, term)| {
        let next = words[side].get(term.at + 1).map_or("", |(_, next)| next);
        term.value == "extent:some" && next.starts_with(|c: char| c.is_ascii_digit())
    });
    terms.left.group() == terms.right.group() && terms.left.value != terms.right.value && !rounds
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn another_quantity_in_words() {
        check("Then some boats sank.", "Then most boats sank.", &["medium quantifier [-some-]{+most+}"]);
        check(
            "It took at least 12 men.",
            "It took at most 12 men.",
            &["medium quantifier [-at least-]{+at most+}"],
        );
        check("It often rains.", "It rarely rains.", &["medium quantifier [-often-]{+rarely+}"]);
    }

    #[test]
    fn words_of_one_size_are_wording() {
        check("Then some boats sank.", "Then several boats sank.", &["low wording [-some-]{+several+}"]);
        check("It took some 12 men.", "It took many 12 men.", &["low wording [-some-]{+many+}"]);
    }
}
