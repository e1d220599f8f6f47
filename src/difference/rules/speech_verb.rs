//! The verb of saying judges now: *said* became *claimed* or *admitted.*

use super::passage::{pairs, passages};
use super::swap::{Term, spans};
use super::{Evidence, Found, Manual, Rule};
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "speech-verb",
    doc: "“Said” became “claimed” or “admitted”: the verb now judges what was said.",
    kinds: &[DifferenceKind::Attribution],
    severity: Severity::Medium,
    manual: Manual {
        reason: "“Claimed” doubts, “admitted” convicts; “said” does neither.",
        before: "The owner said the ferry had been inspected in March.",
        after: "The owner admitted the ferry had been inspected in March.",
        finds: "Verbs of saying of another tone: said for claimed, admitted, insisted, revealed, warned, vowed, accused, and these for each other.",
        leaves: "Verbs of one tone for each other (said, told, added, noted), words inside quotation marks.",
        weight: "Medium.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for passage in passages(evidence) {
        let changed = passage.changed(evidence, |lexicon| lexicon.speech_tones);
        for terms in pairs(&changed, are_alike, |terms| {
            passage.are_twins(evidence, terms) || passage.have_one_subject(evidence, terms)
        }) {
            if !differs(terms) || found.covers(passage.id, spans(terms)) {
                continue;
            }
            found.push(Difference {
                bead: passage.id,
                kind: DifferenceKind::Attribution,
                severity: Severity::Medium,
                spans: spans(terms),
                rule: RULE.name,
                why: why(evidence, terms),
            });
        }
    }
}

fn why(evidence: &Evidence<'_>, terms: Pair<Term>) -> String {
    let shown = |side: Side| evidence.show(side, terms[side].span);
    let plain = Side::BOTH.into_iter().find(|&side| terms[side].value == PLAIN);
    let Some(plain) = plain else {
        return format!("The verbs judge differently: {}.", evidence.show_pair(spans(terms)));
    };
    format!(
        "{} judges what was said with {}, {} only reports it with {}.",
        evidence.label(plain.other()),
        shown(plain.other()),
        evidence.label(plain),
        shown(plain)
    )
}

/// The tone of a verb that only reports.
const PLAIN: &str = "plain";

fn are_alike(terms: Pair<Term>) -> bool {
    terms.left.value == terms.right.value
}

/// Whether the verbs say another thing of what was said; a question is told by either.
fn differs(terms: Pair<Term>) -> bool {
    let asks = |one: Term, other: Term| one.value == "ask" && other.value == PLAIN;
    !are_alike(terms) && !asks(terms.left, terms.right) && !asks(terms.right, terms.left)
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn a_verb_that_judges_is_named() {
        check(
            "She said the bridge was shut.",
            "She claimed the bridge was shut.",
            &["medium speech-verb [-said-]{+claimed+}"],
        );
        check(
            "He vowed it would reopen by May.",
            "He said it would reopen by May.",
            &["medium speech-verb [-vowed-]{+said+}"],
        );
        check("She said it was shut.", "She noted it was shut.", &["low wording [-said-]{+noted+}"]);
    }
}
