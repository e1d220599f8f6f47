//! A named source became a vague one: *police said* became *critics said.*

use super::cue::{Cue, cues};
use super::finding::{Aspect, Finding, Reason};
use super::reworded::{BeadSide, RewordedBead};
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, Edit, EditOp, Severity};
use crate::lexicon::WordClass;
use crate::text::Side;

pub(super) const RULE: Rule = Rule {
    name: "unnamed",
    doc: "“Police said” became “insiders said”: whoever was named is nobody in particular now.",
    kinds: &[DifferenceKind::Attribution],
    severity: Severity::Medium,
    purpose: "A claim is worth what its speaker is worth; “insiders” answer no calls.",
    before: "The bridge will be shut for a year, the harbor master said.",
    after: "The bridge will be shut for a year, insiders said.",
    finds: "Insiders, observers, critics and their like at a verb of saying where the other side names a person or an office.",
    leaves: "Nobody in particular on both sides; words inside quotation marks.",
    weight: "Medium: a prompt.",
    yields: Yields::ToEarlier,
    find: Find::Beads(find),
};

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    let cues = bead.sides.as_ref().map(cues);
    let swapped = bead.edits.iter().filter(|edit| edit.op == EditOp::Replace);
    let found = swapped.filter_map(|edit| {
        let words = bead.edited(edit);
        let is_vague =
            bead.sides.as_ref().zip(words).map(|(side, words)| {
                words.iter().any(|(_, word)| side.lexicon.vague_speakers.contains(word))
            });
        let named = if is_vague.left { Side::Right } else { Side::Left };
        let says = Side::BOTH.into_iter().all(|side| has_cue_nearby(&bead.sides[side], edit, &cues[side]));
        (is_vague.left != is_vague.right && bead.is_short(edit) && says && !words[named].is_empty())
            .then(|| bead.check(edit.spans, Reason::Differs(Aspect::Speaker(named))))
    });
    found.collect()
}

/// Whether a verb of saying is within a word of an edit, or in it.
fn has_cue_nearby(own: &BeadSide<'_>, edit: &Edit, cues: &[Cue]) -> bool {
    let Some(span) = edit.spans[own.side] else { return false };
    let at = own.words.partition_point(|(token, _)| token.word.start() < span.start());
    let end = at + own.words_in(Some(span)).len();
    cues.iter().any(|cue| cue.weight != WordClass::Weak && cue.at + 2 >= at && cue.at <= end + 1)
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn a_named_source_became_a_vague_one() {
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
