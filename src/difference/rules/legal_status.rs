//! What became of somebody before the law differs: *charged* became *convicted.*

use super::finding::{Aspect, Finding, Reason};
use super::reworded::{BeadSide, RewordedBead};
use super::rule::{Find, Rule, Yields};
use super::term::{Term, spans, terms};
use crate::difference::{DifferenceKind, Edit, EditOp, Severity};
use crate::lexicon::LegalStep;
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "legal-status",
    doc: "What became of somebody before the law differs: “charged” became “convicted”, “suspect” became “killer”.",
    kinds: &[DifferenceKind::Negation],
    severity: Severity::High,
    purpose: "Whoever is charged is not convicted, and a newspaper that mixes it up is sued.",
    before: "The former mayor was charged with fraud on Monday.",
    after: "The former mayor was convicted of fraud on Monday.",
    finds: "Another step in the place of the first: questioned, suspected, held, accused, charged, on trial, pleaded guilty, convicted, sentenced, acquitted, pardoned; nouns such as suspect, defendant and killer, too; inside quotation marks, too.",
    leaves: "Words for the same step: arrested and detained, charged and indicted, killer and murderer. A step that only one side has. A “not” that came or went (negation).",
    weight: "High where one side finds guilt and the other leaves it open or clears of it; medium and a prompt where both do the same.",
    yields: Yields::Never,
    find: Find::Beads(find),
};

/// What a step says of guilt.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Guilt {
    Open,
    Found,
    Lifted,
}

fn find(bead: &RewordedBead<'_>) -> Vec<Finding> {
    let steps = bead.sides.as_ref().map(steps);
    let denials = Pair::from_fn(|side| count_negations(&bead.sides[side], &steps[side]));
    if !bead.is_sentence() || denials.left != denials.right {
        return Vec::new();
    }
    let replaced = bead.differing().filter(|edit| edit.op == EditOp::Replace && bead.is_short(edit));
    let mut found: Vec<Finding> = replaced.filter_map(|edit| replaced_step(bead, edit, &steps)).collect();
    if found.is_empty() {
        found.extend(only_step(bead, &steps));
    }
    found
}

/// The steps that a side of a bead names.
fn steps(own: &BeadSide<'_>) -> Vec<Term<LegalStep>> {
    terms(&own.words, Span::whole(own.evidence.text(own.side)), own.lexicon.legal_status)
}

/// How many words deny, but for those that are part of a step: *found not guilty*.
fn count_negations(own: &BeadSide<'_>, steps: &[Term<LegalStep>]) -> usize {
    let denies = |(at, (_, folded)): &(usize, &(_, &str))| {
        own.lexicon.negations.contains(folded) && !steps.iter().any(|step| (step.at..step.end()).contains(at))
    };
    own.words.iter().enumerate().filter(denies).count()
}

/// The one step of each side in an edit, if they are two.
fn replaced_step(
    bead: &RewordedBead<'_>,
    edit: &Edit,
    steps: &Pair<Vec<Term<LegalStep>>>,
) -> Option<Finding> {
    let spans = edit.spans.both()?;
    let step = |side: Side| {
        let mut inside = steps[side].iter().filter(|step| step.span.overlaps(spans[side]));
        inside.next().copied().filter(|_| inside.next().is_none())
    };
    differing(bead, Pair::from_fn(step).both()?)
}

/// The only steps that the two sides of a bead name, if one is of guilt and the other is not: where a
/// sentence is rewritten, two that are as far apart are still two outcomes.
fn only_step(bead: &RewordedBead<'_>, steps: &Pair<Vec<Term<LegalStep>>>) -> Option<Finding> {
    let only = steps.as_ref().map(|steps| match steps[..] {
        [step] => Some(step),
        _ => None,
    });
    let only = only.both().filter(|only| guilt(only.left.value) != guilt(only.right.value))?;
    let differs = |side: Side| bead.sides[side].differs(only[side].span);
    differing(bead, only).filter(|_| Side::BOTH.into_iter().all(differs))
}

/// A finding, if the steps differ.
fn differing(bead: &RewordedBead<'_>, steps: Pair<Term<LegalStep>>) -> Option<Finding> {
    let values = steps.map(|step| step.value);
    let is_other = values.left != values.right;
    let severity = if guilt(values.left) == guilt(values.right) { Severity::Medium } else { Severity::High };
    let finding = Finding::new(bead.id, severity, spans(steps), Reason::Differs(Aspect::LegalStep));
    is_other.then_some(finding)
}

/// What a step says of guilt.
fn guilt(step: LegalStep) -> Guilt {
    match step {
        LegalStep::Questioned
        | LegalStep::Suspected
        | LegalStep::Held
        | LegalStep::Accused
        | LegalStep::Charged
        | LegalStep::Tried
        | LegalStep::Contests => Guilt::Open,
        LegalStep::Pleaded | LegalStep::Convicted | LegalStep::Sentenced => Guilt::Found,
        LegalStep::Acquitted | LegalStep::Pardoned => Guilt::Lifted,
    }
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;
    use crate::difference::sample::Sample;
    use crate::lexicon::Language;

    #[track_caller]
    fn check_in(language: Language, left: &str, right: &str, expected: &[&str]) {
        assert_eq!(Sample::of(language, left, right).found(), expected);
    }

    #[test]
    fn a_step_for_another() {
        check(
            "The mate was charged with fraud.",
            "The mate was convicted of fraud.",
            &["high legal-status [-charged with-]{+convicted of+}"],
        );
        check(
            "The mate was convicted in May.",
            "The mate was acquitted in May.",
            &["high legal-status [-convicted-]{+acquitted+}"],
        );
        check(
            "The suspect slept in the barn.",
            "The killer slept in the barn.",
            &["high legal-status [-suspect-]{+killer+}"],
        );
        check(
            "The mate was questioned in May.",
            "The mate was arrested in May.",
            &["medium legal-status [-questioned-]{+arrested+}"],
        );
    }

    #[test]
    fn words_for_the_same_step() {
        check(
            "The mate was arrested in May.",
            "The mate was detained in May.",
            &["low wording [-arrested-]{+detained+}"],
        );
        check(
            "The mate was acquitted in May.",
            "The mate was found not guilty in May.",
            &["low wording [-acquitted-]{+found not guilty+}"],
        );
        check(
            "The mate was not convicted in May.",
            "The mate was acquitted in May.",
            &["low wording [-not convicted-]{+acquitted+}"],
        );
    }

    #[test]
    fn other_languages() {
        check_in(
            Language::German,
            "Der Maat wurde im Mai angeklagt.",
            "Der Maat wurde im Mai verurteilt.",
            &["high legal-status [-angeklagt-]{+verurteilt+}"],
        );
        check_in(
            Language::French,
            "Le second a été mis en examen en mai.",
            "Le second a été condamné en mai.",
            &["high legal-status [-mis en examen-]{+condamné+}"],
        );
    }
}
