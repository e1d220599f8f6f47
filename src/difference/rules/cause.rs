//! What came after now came of it: *after* became *because of.*

use super::passage::{Passage, pairs, passages};
use super::swap::{Term, spans, swapped};
use super::{Evidence, Found, Manual, Rule};
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "cause",
    doc: "“After” or “linked to” became “because of”: what followed or went along is now said to be caused.",
    kinds: &[DifferenceKind::Cause],
    severity: Severity::Medium,
    manual: Manual {
        reason: "That one thing followed another is seen; that it came of it must be known.",
        before: "The mayor left the party after a quarrel over the bridge.",
        after: "The mayor left the party because of a quarrel over the bridge.",
        finds: "A word of cause (because of, due to, led to) where the other side has one of time (after, when, amid, and) or of mere company (linked to, associated with), and the other way round.",
        leaves: "Causes told in other words (due to, because of), words of cause that came or went with their clause.",
        weight: "Medium: a prompt.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for passage in passages(evidence) {
        let changed = passage.changed(evidence, |lexicon| lexicon.causes);
        for terms in pairs(&changed, are_alike, |terms| passage.are_twins(evidence, terms)) {
            if !differs(evidence, &passage, terms) || found.covers(passage.id, spans(terms)) {
                continue;
            }
            let is_linked = Side::BOTH.into_iter().any(|side| terms[side].value == "link");
            let less = if is_linked { "that they go together" } else { "what came when" };
            found.push(Difference {
                bead: passage.id,
                kind: DifferenceKind::Cause,
                severity: Severity::Medium,
                spans: spans(terms),
                rule: RULE.name,
                why: format!(
                    "check: one side tells a cause, the other only {less}: {}.",
                    evidence.show_pair(spans(terms))
                ),
            });
        }
    }
}

fn are_alike(terms: Pair<Term>) -> bool {
    terms.left.value == terms.right.value
}

/// Whether one side tells a cause and the other a time or a link of the same; *and* and *while*
/// join so many things that nothing else may differ beside them.
fn differs(evidence: &Evidence<'_>, passage: &Passage<'_>, terms: Pair<Term>) -> bool {
    let is = |one: &str, other: &str| {
        let is = |left: &str, right: &str| terms.left.value == left && terms.right.value == right;
        is(one, other) || is(other, one)
    };
    let is_alone = || {
        let edit = passage.edit(Side::Left, terms.left.span);
        edit.is_some_and(|edit| swapped(evidence, &passage.words, edit, |lexicon| lexicon.causes).is_some())
    };
    (is("link", "cause") || is("time", "cause")) && passage.lead_on_alike(evidence, terms)
        || (is("time", "cause") || is("join", "cause")) && is_alone()
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
