//! A headline says what its own story does not.
//!
//! *Five hurt in fire* over a story that counts four: headlines are written last, and
//! by somebody else. A prompt, because a headline may count what the story lists.

use std::collections::BTreeSet;

use super::{Evidence, Found, Manual, Rule};
use crate::alignment::{BeadId, Reuse};
use crate::article::BlockKind;
use crate::difference::{Difference, DifferenceKind, FactKind, FactMention, Severity};
use crate::text::{Key, Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "headline",
    doc: "A number or a name of a headline that its own story does not have.",
    kinds: &[DifferenceKind::Headline],
    severity: Severity::Medium,
    manual: Manual {
        reason: "Headlines are written last, and by somebody else.",
        before: "Men hurt in fire at bakery\n\nFour people were hurt when fire broke out at a bakery on Monday.\n\nNobody else was in the house.",
        after: "Five men hurt in fire at bakery\n\nFour people were hurt when fire broke out at a bakery on Monday.\n\nNobody else was in the house.",
        finds: "A number or a name of a headline that its own story does not have.",
        leaves: "Dates and titles, headlines that are the same on both sides, numbers that also differ from the other headline (those are told as such).",
        weight: "Medium: a prompt, because a headline may count what the story lists.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for side in Side::BOTH {
        let body = Body::new(evidence, side);
        for fact in evidence.facts() {
            let Some(mention) = &fact.mentions[side] else { continue };
            if !is_headline(evidence, side, mention) || is_the_same_on_both(evidence, fact.bead) {
                continue;
            }
            let borne_out = match fact.kind {
                FactKind::Number | FactKind::Money | FactKind::Percent => body.has_value(mention),
                FactKind::Name | FactKind::Place => {
                    body.has_value(mention) || body.has_words(evidence, side, mention)
                }
                FactKind::Date | FactKind::Time | FactKind::Title => true,
            };
            let mut spans = Pair::default();
            spans[side] = Some(mention.span);
            if borne_out || found.covers(fact.bead, spans) {
                continue;
            }
            found.push(Difference {
                bead: fact.bead,
                kind: DifferenceKind::Headline,
                severity: Severity::Medium,
                spans,
                rule: RULE.name,
                why: format!(
                    "check: the headline of {} has {}, its story does not.",
                    evidence.label(side),
                    evidence.show(side, mention.span)
                ),
            });
        }
    }
}

fn is_the_same_on_both(evidence: &Evidence<'_>, bead: BeadId) -> bool {
    match evidence.bead(bead).reuse {
        Reuse::Identical | Reuse::Typography => true,
        Reuse::Edited | Reuse::Rewritten | Reuse::LeftOnly | Reuse::RightOnly => false,
    }
}

fn is_headline(evidence: &Evidence<'_>, side: Side, mention: &FactMention) -> bool {
    let article = evidence.article(side);
    let sentence = article.sentences.at(mention.span.start());
    sentence
        .is_some_and(|id| article.article.block(article.sentences.get(id).block).kind == BlockKind::Headline)
}

/// What the story under a headline has.
struct Body<'a> {
    values: BTreeSet<&'a str>,
    /// In order, each once.
    words: Vec<Key>,
}

impl<'a> Body<'a> {
    fn new(evidence: &Evidence<'a>, side: Side) -> Body<'a> {
        let article = evidence.article(side);
        let mentions = evidence.facts().iter().filter_map(|fact| fact.mentions[side].as_ref());
        let values = mentions
            .filter(|mention| !is_headline(evidence, side, mention))
            .map(|mention| mention.value.as_str())
            .collect();
        let mut words: Vec<Key> = article
            .sentences
            .iter()
            .filter(|(_, sentence)| article.article.block(sentence.block).kind != BlockKind::Headline)
            .flat_map(|(id, _)| article.sentences.tokens(id))
            .map(|token| token.key)
            .collect();
        words.sort_unstable();
        words.dedup();
        Body { values, words }
    }

    fn has_value(&self, mention: &FactMention) -> bool {
        self.values.contains(mention.value.as_str())
    }

    fn has_words(&self, evidence: &Evidence<'_>, side: Side, mention: &FactMention) -> bool {
        let sentences = &evidence.article(side).sentences;
        let Some(id) = sentences.at(mention.span.start()) else { return false };
        let words = sentences.tokens(id).iter().filter(|token| mention.span.overlaps(token.word));
        words.clone().all(|token| self.words.binary_search(&token.key).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use crate::difference::sample::Sample;

    #[test]
    fn a_headline_must_be_borne_out_by_its_own_story() {
        let sample = Sample::new("Five hurt in fire\nSome men fled.", "Some hurt in blaze\nSome men fled.")
            .with_headlines();
        assert_eq!(sample.found(), ["medium headline [-Five-]", "low wording [-fire-]{+blaze+}"]);
    }
}
