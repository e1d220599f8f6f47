//! How many, told in words, differs: *some* became *most*, *at least* became *at most.*

use super::passage::{Passage, pairs, passages};
use super::swap::{Term, spans};
use super::{Evidence, Found, Manual, Rule};
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::text::{Pair, Side, Span, Token};

pub(super) const RULE: Rule = Rule {
    name: "quantifier",
    doc: "“Some” became “most”, “at least” became “at most”: how many, told in words, differs.",
    kinds: &[DifferenceKind::Quantifier],
    severity: Severity::Medium,
    manual: Manual {
        reason: "“Some doctors” may be three, “most doctors” is a finding.",
        before: "The report says some nurses had left the town by spring.",
        after: "The report says most nurses had left the town by spring.",
        finds: "All, most, many, some and few for each other; at least for at most; always, often and rarely for each other; such a word that only one side has (“all the nurses” and “the nurses”).",
        leaves: "Words of one size (several for some), words that went with what they count, numbers (number), “no” and “none” (negation).",
        weight: "Medium: a prompt.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for passage in passages(evidence) {
        let mut changed = passage.changed(evidence, |lexicon| lexicon.quantifiers);
        for side in Side::BOTH {
            changed[side].retain(|term| term.group() != "idle");
        }
        let paired = pairs(&changed, are_alike, |terms| passage.are_twins(evidence, terms));
        for &terms in &paired {
            if differs(evidence, &passage, terms) && !found.covers(passage.id, spans(terms)) {
                let shown = evidence.show_pair(spans(terms));
                let why = format!("check: how many, or how often, differs: {shown}.");
                found.push(difference(&passage, spans(terms), why));
            }
        }
        for (side, terms) in changed.as_ref().sides() {
            for &term in terms {
                if paired.iter().any(|pair| pair[side] == term) || !is_lone(evidence, &passage, side, term) {
                    continue;
                }
                let mut spans = Pair::default();
                spans[side] = Some(term.span);
                // who counts otherwise on the other side is not known to say another thing
                let is_counted = changed[side.other()].iter().any(|other| other.group() == term.group());
                if !is_counted && !found.covers(passage.id, spans) {
                    let (label, other) = (evidence.label(side), evidence.label(side.other()));
                    let shown = evidence.show(side, term.span);
                    let why = format!(
                        "check: {label} says how many, or how often, with {shown}, {other} does not."
                    );
                    found.push(difference(&passage, spans, why));
                }
            }
        }
    }
}

fn difference(passage: &Passage<'_>, spans: Pair<Option<Span>>, why: String) -> Difference {
    Difference {
        bead: passage.id,
        kind: DifferenceKind::Quantifier,
        severity: Severity::Medium,
        spans,
        rule: RULE.name,
        why,
    }
}

/// Whether two words are of one group and one size.
fn are_alike(terms: Pair<Term>) -> bool {
    terms.left.size() == terms.right.size()
}

/// Whether the two are words of one group and another size; *some 12* only rounds.
fn differs(evidence: &Evidence<'_>, passage: &Passage<'_>, terms: Pair<Term>) -> bool {
    let rounds = Side::BOTH.into_iter().any(|side| counts(evidence, passage, side, terms[side]));
    terms.left.group() == terms.right.group()
        && !are_alike(terms)
        && (terms.left.group() == "bound" || !rounds)
}

/// Whether a number stands behind a word.
fn counts(evidence: &Evidence<'_>, passage: &Passage<'_>, side: Side, term: Term) -> bool {
    passage.next(evidence, side, term).is_some_and(|next| is_number(evidence, side, next))
}

fn is_number(evidence: &Evidence<'_>, side: Side, folded: &str) -> bool {
    folded.starts_with(|c: char| c.is_ascii_digit()) || evidence.lexicon(side).numbers.contains(folded)
}

/// Whether a word that only one side has counts what both sides have: *all the fishermen*
/// and *the fishermen*; not where the other side says *mostly*.
fn is_lone(evidence: &Evidence<'_>, passage: &Passage<'_>, side: Side, term: Term) -> bool {
    let across = side.other();
    let hedges = evidence.lexicon(across).hedges;
    let limits = |(token, folded): &(&Token, &str)| {
        hedges.get(folded).is_some_and(|value| matches!(value, "habit" | "degree"))
            && passage.differs(across, token.word)
    };
    // *some drawbacks* and *one drawback*
    let place = passage.edit(side, term.span).and_then(|edit| edit.spans[across]);
    let mut instead = evidence.words(across, passage.bead, place).into_iter();
    let is_numbered = instead.any(|(_, folded)| is_number(evidence, across, folded));
    term.value.ends_with(" lone")
        && !is_numbered
        && !counts(evidence, passage, side, term)
        && (passage.asks(evidence, side) || !passage.asks(evidence, across))
        && passage.is_beside(evidence, side, term)
        && !passage.words[across].iter().any(limits)
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
    fn a_quantity_that_only_one_side_has() {
        check("Then all the boats sank.", "Then the boats sank.", &["medium quantifier [-all-]"]);
        check("After all the boats sank.", "The boats sank after all.", &["low wording [-After all-]"]);
    }

    #[test]
    fn a_quantity_may_stand_elsewhere() {
        check(
            "In both ports the tips are all shared out.",
            "In both ports all the tips are shared out.",
            &["low wording {+all+}"],
        );
        check(
            "It was so in most of the storms.",
            "It was so in most winter storms.",
            &["low wording [-of the-]{+winter+}"],
        );
    }

    #[test]
    fn words_of_one_size_are_wording() {
        check("Then some boats sank.", "Then several boats sank.", &["low wording [-some-]{+several+}"]);
        check("It took some 12 men.", "It took many 12 men.", &["low wording [-some-]{+many+}"]);
    }
}
