//! A headline says what its own story does not.
//!
//! *Five hurt in fire* over a story that counts four: headlines are written last, and
//! by somebody else. A prompt, because a headline may count what the story lists.

use super::evidence::Evidence;
use super::finding::{Contrast, Finding, Reason};
use super::rule::{Find, Rule, Yields};
use crate::alignment::Reuse;
use crate::difference::{DifferenceKind, FactKind, Severity, Story};
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "headline",
    doc: "A number or a name of a headline that its own story does not have.",
    kinds: &[DifferenceKind::Headline],
    severity: Severity::Medium,
    purpose: "Headlines are written last, and by somebody else.",
    before: "Men hurt in fire at bakery\n\nFour people were hurt when fire broke out at a bakery on Monday.\n\nNobody else was in the house.",
    after: "Five men hurt in fire at bakery\n\nFour people were hurt when fire broke out at a bakery on Monday.\n\nNobody else was in the house.",
    finds: "A number or a name of a headline that its own story does not have.",
    leaves: "Dates and titles, headlines that are the same on both sides, numbers that also differ from the other headline (those are told as such).",
    weight: "Medium: a prompt, because a headline may count what the story lists.",
    yields: Yields::ToEarlier,
    find: Find::ArticleSides(find),
};

fn find(evidence: &Evidence<'_>, side: Side) -> Vec<Finding> {
    let story = Story::new(evidence.article(side), evidence.facts(), side);
    let facts = evidence.facts().iter().filter_map(|fact| {
        let mention = fact.mentions[side].as_ref().filter(|mention| story.is_headline(mention.span))?;
        let is_same = matches!(evidence.bead(fact.bead).reuse, Reuse::Identical | Reuse::Typography);
        let is_supported = match fact.kind {
            FactKind::Number | FactKind::Money | FactKind::Percent => story.has_value(mention),
            FactKind::Name | FactKind::Place => {
                story.has_value(mention) || story.has_words(evidence.tokens(side, mention.span))
            }
            FactKind::Date | FactKind::Time | FactKind::Title => true,
        };
        let reason = Reason::Contrast(side, Contrast::Headline);
        let spans = Pair::only(side, mention.span);
        (!is_same && !is_supported).then(|| Finding::check(fact.bead, spans, reason))
    });
    facts.collect()
}

#[cfg(test)]
mod tests {
    use crate::difference::sample::Sample;

    #[test]
    fn a_headline_must_be_supported_by_its_own_story() {
        let sample = Sample::new("Five hurt in fire\nSome men fled.", "Some hurt in blaze\nSome men fled.")
            .with_headlines();
        assert_eq!(sample.found(), ["medium headline [-Five-]", "low wording [-fire-]{+blaze+}"]);
    }
}
