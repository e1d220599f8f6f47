//! Whoever was named for it is nobody in particular now: *police said* became *critics said.*

use super::cue::cues;
use super::swap::bead_words;
use super::{Evidence, Found, Manual, Rule};
use crate::difference::{Difference, DifferenceKind, EditOp, Severity};
use crate::lexicon::WordClass;
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "unnamed",
    doc: "“Police said” became “insiders said”: whoever was named is nobody in particular now.",
    kinds: &[DifferenceKind::Attribution],
    severity: Severity::Medium,
    manual: Manual {
        reason: "A claim is worth what its speaker is worth; “insiders” answer no calls.",
        before: "The bridge will be shut for a year, the harbor master said.",
        after: "The bridge will be shut for a year, insiders said.",
        finds: "Insiders, observers, critics and their like at a verb of saying where the other side names a person or an office.",
        leaves: "Nobody in particular on both sides; words inside quotation marks.",
        weight: "Medium: a prompt.",
    },
    find,
};

/// The most words between whoever says so and the verb, and of the edit.
const LONGEST: usize = 6;

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (id, bead, edits) in evidence.reworded() {
        let words = bead_words(evidence, bead);
        let cues = Pair::from_fn(|side| cues(evidence, side, &words[side]));
        if cues.left.is_empty() || cues.right.is_empty() {
            continue;
        }
        for edit in edits.iter().filter(|edit| edit.op == EditOp::Replace) {
            let inside = Pair::from_fn(|side| evidence.words(side, bead, edit.spans[side]));
            let vague = Pair::from_fn(|side| {
                let speakers = evidence.lexicon(side).vague_speakers;
                inside[side].iter().any(|(_, word)| speakers.contains(word))
            });
            let near = |side: Side| {
                let span = edit.spans[side]?;
                let at = words[side].partition_point(|(token, _)| token.word.start() < span.start());
                let end = at + inside[side].len();
                let is_near = |cue: usize| cue + 2 >= at && cue <= end + 1;
                cues[side]
                    .iter()
                    .find(|cue| cue.weight != WordClass::Weak && is_near(cue.at))
                    .map(|cue| cue.weight)
            };
            let is_short = inside.left.len().max(inside.right.len()) <= LONGEST;
            let speaks = Side::BOTH.into_iter().all(|side| near(side).is_some());
            if vague.left == vague.right || !is_short || !speaks || found.covers(id, edit.spans) {
                continue;
            }
            let named = if vague.left { Side::Right } else { Side::Left };
            if inside[named].is_empty() {
                continue;
            }
            let shown = evidence.show_pair(edit.spans);
            found.push(Difference {
                bead: id,
                kind: DifferenceKind::Attribution,
                severity: Severity::Medium,
                spans: edit.spans,
                rule: RULE.name,
                why: format!("check: only {} names who says so: {shown}.", evidence.label(named)),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn whoever_was_named_is_nobody_now() {
        check(
            "It was shut, the harbor master said.",
            "It was shut, insiders said.",
            &["medium unnamed [-the harbor master-]{+insiders+}"],
        );
        check(
            "It was shut, observers said.",
            "It was shut, insiders said.",
            &["low wording [-observers-]{+insiders+}"],
        );
    }
}
