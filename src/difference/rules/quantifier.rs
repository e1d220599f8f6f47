//! A quantity in words differs: *some* became *most*, *at least* became *at most.*

use super::evidence::Word;
use super::finding::{Aspect, Contrast, Finding, Reason};
use super::reworded::{BeadSide, RewordedBead};
use super::rule::{Find, Rule, Yields};
use super::term::{Term, spans};
use crate::difference::{DifferenceKind, Severity};
use crate::lexicon::{Amount, Hedge, HedgeWord, Quantifier, Scale};
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "quantifier",
    doc: "“Some” became “most”, “at least” became “at most”: how many, told in words, differs.",
    kinds: &[DifferenceKind::Quantifier],
    severity: Severity::Medium,
    purpose: "“Some doctors” may be three, “most doctors” is a finding.",
    before: "The report says some nurses had left the town by spring.",
    after: "The report says most nurses had left the town by spring.",
    finds: "All, most, many, some and few for each other; at least for at most; always, often and rarely for each other; such a word that only one side has (“all the nurses” and “the nurses”).",
    leaves: "Words of one size (several for some), words that went with what they count, numbers (number), “no” and “none” (negation).",
    weight: "Medium: a prompt.",
    yields: Yields::ToEarlier,
    find: Find::Beads(find),
};

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    let mut terms = bead.differing_terms(|lexicon| lexicon.quantifiers);
    for side in Side::BOTH {
        terms[side].retain(|term| term.value.amount.is_some());
    }
    let pairs = bead.pairs(&terms, |words| words.left == words.right);
    let other = pairs.iter().filter(|pair| is_of_another_size(bead, **pair));
    let mut found: Vec<Finding> =
        other.map(|pair| bead.check(spans(*pair), Reason::Differs(Aspect::Quantity))).collect();
    for side in Side::BOTH {
        // a word of the same scale on the other side may say the same
        let is_counted =
            |term: &Term<Quantifier>| terms[side.other()].iter().any(|other| scale(*other) == scale(*term));
        let alone = terms[side].iter().filter(|term| {
            !pairs.iter().any(|pair| pair[side] == **term) && is_lone(bead, side, **term) && !is_counted(term)
        });
        let reason = Reason::Contrast(side, Contrast::Counts);
        found.extend(alone.map(|term| bead.check(Pair::only(side, term.span), reason.clone())));
    }
    found
}

/// What the amount of a word says.
fn scale(term: Term<Quantifier>) -> Option<Scale> {
    term.value.amount.map(Amount::scale)
}

/// Whether the two say another amount on one scale; *some 12* only rounds.
fn is_of_another_size(bead: &RewordedBead<'_>, terms: Pair<Term<Quantifier>>) -> bool {
    let rounds = || Side::BOTH.into_iter().any(|side| bead.sides[side].precedes_number(terms[side]));
    let scales = terms.map(scale);
    scales.left == scales.right
        && terms.left.value != terms.right.value
        && (scales.left == Some(Scale::Bound) || !rounds())
}

/// Whether a word that only one side has counts what both sides have: *all the fishermen*
/// and *the fishermen*; not if the other side says *mostly*.
fn is_lone(bead: &RewordedBead<'_>, side: Side, term: Term<Quantifier>) -> bool {
    let (own, across) = (&bead.sides[side], &bead.sides[side.other()]);
    let limits = |(token, folded): &Word<'_>| {
        let hedge = across.lexicon.hedges.get(folded);
        matches!(hedge, Some(HedgeWord::Hedge(Hedge::Habit | Hedge::Degree))) && across.differs(token.word)
    };
    // *some drawbacks* and *one drawback*
    let place = own.edit(term.span).and_then(|edit| edit.spans[across.side]);
    let is_numbered = across.words_in(place).iter().any(|(_, folded)| across.is_number(folded));
    term.value.is_lone
        && !is_numbered
        && !own.precedes_number(term)
        && is_noun_in_place(bead, own, term)
        && !across.words.iter().any(limits)
}

/// Whether the very word after a term is on both sides in the same place: equal, or in a short
/// edit, as the term itself: a reworded clause counts in its own way.
fn is_noun_in_place(bead: &RewordedBead<'_>, own: &BeadSide<'_>, term: Term<Quantifier>) -> bool {
    let Some(&noun) = own.following(term).first() else { return false };
    let edits = [own.edit(own.span(noun)), own.edit(term.span)];
    own.is_kept(noun) && edits.into_iter().flatten().all(|edit| bead.is_short(edit))
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
    fn a_quantity_may_be_elsewhere() {
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
