//! The verb of saying judges now: *said* became *claimed* or *admitted.*

use super::finding::{Aspect, Contrast, Finding, Reason};
use super::reworded::RewordedBead;
use super::rule::{Find, Rule, Yields};
use super::term::{are, spans};
use crate::difference::{Certainty, DifferenceKind, Severity};
use crate::lexicon::Tone;
use crate::text::Side;

pub(super) const RULE: Rule = Rule {
    name: "speech-verb",
    doc: "“Said” became “claimed” or “admitted”: the verb now judges what was said.",
    kinds: &[DifferenceKind::Attribution],
    severity: Severity::Medium,
    purpose: "“Claimed” doubts, “admitted” convicts; “said” does neither.",
    before: "The owner said the ferry had been inspected in March.",
    after: "The owner admitted the ferry had been inspected in March.",
    finds: "Verbs of saying of another tone: said for claimed, admitted, insisted, revealed, warned, vowed, accused, and these for each other.",
    leaves: "Verbs of one tone for each other (said, told, added, noted), words inside quotation marks.",
    weight: "Medium.",
    yields: Yields::ToEarlier,
    find: Find::Beads(find),
};

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    let terms = bead.differing_terms(|lexicon| lexicon.speech_tones);
    let pairs = bead.pairs(&terms, |tones| tones.left == tones.right).into_iter();
    let other = pairs.filter(|terms| terms.left.value != terms.right.value);
    // either introduces a question
    let other = other.filter(|terms| !are(*terms, Tone::Ask, Tone::Plain)).map(|terms| {
        let reason = match Side::BOTH.into_iter().find(|&side| terms[side].value == Tone::Plain) {
            Some(plain) => Reason::Contrast(plain.other(), Contrast::Judges),
            None => Reason::Differs(Aspect::Tone),
        };
        bead.check(spans(terms), reason).certain(Certainty::Sure)
    });
    other.collect()
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
