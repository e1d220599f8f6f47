//! A figure that the other article gives with another bound, in a sentence that is not paired.

use super::evidence::Evidence;
use super::finding::{Aspect, Finding, Reason};
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, Fact, FactState, Scope, Severity};
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "value-elsewhere",
    doc: "A figure that the other article gives with another bound, in a sentence that is not paired: “$250,000” and “more than $250,000”.",
    kinds: &[DifferenceKind::Number],
    severity: Severity::Medium,
    purpose: "Two outlets put the same figure into different sentences, and nobody sees both at once.",
    before: "The bridge will cost $250,000.\n\nIt rained all day.",
    after: "It rained all day.\n\nPeople in the market shouted about more than $250,000.",
    finds: "The same sum, percentage or count of the same thing with another bound, in sentences that are not paired; at each of them.",
    leaves: "Figures in sentences that are paired (number, money, percent). Other figures: they may be of other things.",
    weight: "Medium: a prompt.",
    yields: Yields::Never,
    find: Find::Articles(find),
};

fn find(evidence: &Evidence<'_>) -> Vec<Finding> {
    let is_elsewhere = |fact: &&Fact| fact.scope == Scope::Elsewhere && fact.state == FactState::Altered;
    let found = evidence.whole_facts().filter(is_elsewhere).filter_map(|fact| {
        let shown = fact.both()?.map(|mention| Some(mention.span));
        let has =
            |side: Side| shown[side].is_some_and(|span| evidence.bead_at(side, span) == Some(fact.bead));
        let own = Pair::from_fn(|side| shown[side].filter(|_| has(side)));
        let reason = Reason::Differs(Aspect::ValueElsewhere(fact.kind));
        Some(Finding::check(fact.bead, own, reason).showing(vec![shown]))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use crate::difference::sample::Sample;

    #[test]
    fn both_sentences_say_so() {
        let sample = Sample::new("The town pays $250,000.\n", "\nThey shouted about more than $250,000.");
        let found = sample.differences().into_iter().filter(|found| found.rule == "value-elsewhere");
        let why = "check: the sum may differ in a sentence that is not paired with this one: “$250,000” in left is “more than $250,000” in right.";
        assert_eq!(found.map(|found| found.why).collect::<Vec<_>>(), [why, why]);
    }
}
