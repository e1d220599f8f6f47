//! The number stayed and what it counts is another: *5 km* became *5 miles.*

use super::swap::{BeadWords, Term, bead_words, spans, swapped};
use super::{Evidence, Found, Manual, Rule};
use crate::alignment::BeadId;
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::text::Pair;

pub(super) const RULE: Rule = Rule {
    name: "unit",
    doc: "The number stayed, the unit did not: “5 km” became “5 miles”.",
    kinds: &[DifferenceKind::Number],
    severity: Severity::High,
    manual: Manual {
        reason: "The eye checks the figure and skips the word behind it.",
        before: "Divers found the wreck 5 miles off the old lighthouse.",
        after: "Divers found the wreck 5 kilometers off the old lighthouse.",
        finds: "Another measure of length, weight, space, heat or time behind the same number.",
        leaves: "Other spellings of one unit (km, kilometres), values that were converted (those differ as numbers).",
        weight: "High.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        let words = bead_words(evidence, bead);
        for edit in edits {
            let Some(terms) = swapped(evidence, &words, edit, |lexicon| lexicon.units) else { continue };
            let counts = || counts(evidence, terms, &words) && is_one_number(evidence, id, terms, &words);
            if !(terms.left.value != terms.right.value && counts()) || found.covers(id, spans(terms)) {
                continue;
            }
            found.push(Difference {
                bead: id,
                kind: DifferenceKind::Number,
                severity: Severity::High,
                spans: spans(terms),
                rule: RULE.name,
                why: format!("The unit differs: {}.", evidence.show_pair(spans(terms))),
            });
        }
    }
}

/// Whether it is the same number: *one year* is *12 months*.
fn is_one_number(evidence: &Evidence<'_>, id: BeadId, terms: Pair<Term>, words: &BeadWords<'_>) -> bool {
    evidence.facts_of(id).iter().any(|fact| {
        let Some(mentions) = fact.mentions.as_ref().map(Option::as_ref).both() else { return false };
        mentions.left.value == mentions.right.value
            && terms.sides().into_iter().all(|(side, term)| {
                let before = term.at.checked_sub(1).map(|before| words[side][before].0.word);
                before.is_some_and(|before| mentions[side].span.overlaps(before))
            })
    })
}

/// Whether a number stands before both.
fn counts(evidence: &Evidence<'_>, terms: Pair<Term>, words: &BeadWords<'_>) -> bool {
    terms.sides().into_iter().all(|(side, term)| {
        let before = term.at.checked_sub(1).map_or("", |before| words[side][before].1);
        before.starts_with(|c: char| c.is_ascii_digit())
            || evidence
                .lexicon(side)
                .numbers
                .get(before)
                .is_some_and(|value| value.starts_with(|c: char| c.is_ascii_digit()))
    })
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn another_unit_behind_the_same_number() {
        check("It is 5 km away.", "It is 5 miles away.", &["high unit [-km-]{+miles+}"]);
        check("It took three days.", "It took three weeks.", &["high unit [-days-]{+weeks+}"]);
        check("It is 5 km away.", "It is 5 kilometres away.", &["low wording [-km-]{+kilometres+}"]);
        check("It took whole days.", "It took whole weeks.", &["low wording [-days.-]{+weeks.+}"]);
    }
}
