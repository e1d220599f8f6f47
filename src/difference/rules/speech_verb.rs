//! The verb of saying judges now: *said* became *claimed* or *admitted.*

use super::attribution::{Cue, cues};
use super::{Evidence, Found, Manual, Rule};
use crate::alignment::Bead;
use crate::difference::{Difference, DifferenceKind, Edit, EditOp, Severity};
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
        finds: "A plain verb of saying on one side where the other has one that judges.",
        leaves: "Plain verbs for each other (said, told, added), verbs that only lean on somebody (announced, called for), words inside quotation marks.",
        weight: "Medium.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        for edit in edits.iter().filter(|edit| edit.op != EditOp::Equal) {
            let Some(why) = weighed(evidence, bead, edit) else { continue };
            if found.covers(id, edit.spans) {
                continue;
            }
            found.push(Difference {
                bead: id,
                kind: DifferenceKind::Attribution,
                severity: Severity::Medium,
                spans: edit.spans,
                rule: RULE.name,
                why,
            });
        }
    }
}

/// A plain verb on one side, a judging one on the other.
fn weighed(evidence: &Evidence<'_>, bead: &Bead, edit: &Edit) -> Option<String> {
    let in_edit = |side: Side| cues(evidence, side, &evidence.words(side, bead, edit.spans[side]));
    let verbs = Pair::from_fn(in_edit);
    let (left, right) = (verbs.left.first()?, verbs.right.first()?);
    let judges = |cue: &Cue<'_>| cue.weight == "loaded";
    let weak = |cue: &Cue<'_>| cue.weight == "weak";
    if weak(left) || weak(right) || judges(left) == judges(right) || verbs.left.len() != verbs.right.len() {
        return None;
    }
    let judging = if judges(left) { Side::Left } else { Side::Right };
    let verbs = Pair::new(left.token.word, right.token.word);
    let shown = |side: Side| evidence.show(side, verbs[side]);
    Some(format!(
        "{} judges what was said with {}, {} only reports it with {}.",
        evidence.label(judging),
        shown(judging),
        evidence.label(judging.other()),
        shown(judging.other())
    ))
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
        check("She said it was shut.", "She noted it was shut.", &["low wording [-said-]{+noted+}"]);
    }
}
