//! A sequence became a cause: *after* became *because of.*

use super::finding::{Aspect, Finding, Reason};
use super::reworded::RewordedBead;
use super::rule::{Find, Rule, Yields};
use super::term::{Term, are, spans};
use crate::difference::{DifferenceKind, Severity};
use crate::lexicon::Joint;
use crate::text::Pair;

pub(super) const RULE: Rule = Rule {
    name: "cause",
    doc: "“After” or “linked to” became “because of”: what followed or went along is now said to be caused.",
    kinds: &[DifferenceKind::Cause],
    severity: Severity::Medium,
    purpose: "That one thing followed another is seen; that it came of it must be known.",
    before: "The mayor left the party after a quarrel over the bridge.",
    after: "The mayor left the party because of a quarrel over the bridge.",
    finds: "A word of cause (because of, due to, led to) where the other side has one of time (after, when, amid, and) or of mere company (linked to, associated with), and the other way round.",
    leaves: "Causes told in other words (due to, because of), words of cause that came or went with their clause.",
    weight: "Medium: a prompt.",
    yields: Yields::ToEarlier,
    find: Find::Beads(find),
};

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    let terms = bead.differing_terms(|lexicon| lexicon.causes);
    let pairs = bead.pairs(&terms, |joints| joints.left == joints.right).into_iter();
    let other = pairs.filter(|terms| is_only_one_cause(bead, *terms)).map(|terms| {
        let aspect = if are(terms, Joint::Link, Joint::Cause) { Aspect::Link } else { Aspect::Cause };
        bead.check(spans(terms), Reason::Differs(aspect))
    });
    other.collect()
}

/// Whether one side states a cause and the other a time or a link of the same; *and* and *while*
/// are so common that nothing else may differ next to them.
fn is_only_one_cause(bead: &RewordedBead<'_>, terms: Pair<Term<Joint>>) -> bool {
    let is_alone = || {
        let edit = bead.sides.left.edit(terms.left.span);
        edit.is_some_and(|edit| bead.swapped(edit, |lexicon| lexicon.causes).is_some())
    };
    (are(terms, Joint::Link, Joint::Cause) || are(terms, Joint::Time, Joint::Cause))
        && bead.precede_the_same(terms)
        || are(terms, Joint::Join, Joint::Cause) && is_alone()
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn a_cause_that_was_only_a_time_is_a_prompt() {
        check(
            "He left after a quarrel.",
            "He left because of a quarrel.",
            &["medium cause [-after-]{+because of+}"],
        );
        check(
            "Late shifts have been linked to stomach pains.",
            "Late shifts can cause stomach pains.",
            &["medium cause [-linked to-]{+can cause+}"],
        );
        check("He left due to it.", "He left because of it.", &["low wording [-due to-]{+because of+}"]);
    }
}
