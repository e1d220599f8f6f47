//! Quotations that one article joins into one, although the other has other words between them or another order.

use std::cmp::Ordering;

use super::evidence::Evidence;
use super::finding::{Finding, Reason};
use super::rule::{Find, Rule, Yields};
use crate::difference::{Certainty, DifferenceKind, Severity};
use crate::quotation::{Alarm, Quotation, QuotationLink};
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "joined-quotation",
    doc: "Quotations that are apart in one article are one in the other, or in another order.",
    kinds: &[DifferenceKind::AlteredQuotation],
    severity: Severity::Medium,
    purpose: "Words that were said minutes apart read as one thought, and an answer may come before its question.",
    before: "“The stairs have to be mended before winter,” the inspector said. The tenants came from four houses. Most of them have lived there for years. “I would never sign a paper like that one,” she said.",
    after: "“The stairs have to be mended before winter … I would never sign a paper like that one,” the inspector said.",
    finds: "Quotations with narration between them, or in the other order, that are one quotation in the other article, with an ellipsis or without.",
    leaves: "Quotations with only an attribution between them, and pieces that an attribution separates on both sides.",
    weight: "Medium: whether they may be joined is for an editor to say.",
    yields: Yields::Never,
    find: Find::Articles(find),
};

fn find(evidence: &Evidence<'_>) -> Vec<Finding> {
    let counts = Pair::from_fn(|side| {
        let mut counts = vec![0_usize; evidence.article(side).quotations.len()];
        let ids = evidence.linked().filter_map(|(link, _)| link.quotations[side]);
        ids.for_each(|id| counts[id.index()] += 1);
        counts
    });
    let joined = |(link, quotations): (&QuotationLink, Pair<&Quotation>)| {
        let ids = link.quotations.both()?;
        joined(evidence, link, quotations, Pair::from_fn(|side| counts[side][ids[side].index()]))
    };
    evidence.linked().filter_map(joined).collect()
}

/// The finding of a link; `counts` says in how many links each of its quotations is.
fn joined(
    evidence: &Evidence<'_>,
    link: &QuotationLink,
    quotations: Pair<&Quotation>,
    counts: Pair<usize>,
) -> Option<Finding> {
    let is_reordered = link.alarms.contains(&Alarm::Order);
    if !is_reordered && !link.alarms.contains(&Alarm::Spliced) {
        return None;
    }
    // the quotation that joins others has several links; where both have, it is the longer
    let rank = Pair::from_fn(|side| (counts[side], quotations[side].span().len()));
    let apart = match rank.left.cmp(&rank.right) {
        // one quotation in another order is an altered one
        _ if counts == Pair::new(1, 1) => return None,
        Ordering::Less => Side::Left,
        Ordering::Greater => Side::Right,
        Ordering::Equal => return None,
    };
    let whole = quotations.map(|quotation| Some(quotation.span()));
    let (bead, spans) = evidence.locate(whole, apart.other())?;
    let shown = vec![Pair::only(apart, quotations[apart].span())];
    let finding = Finding::new(bead, Severity::Medium, spans, Reason::Joined(apart, is_reordered));
    Some(finding.certain(Certainty::Sure).showing(shown))
}

#[cfg(test)]
mod tests {
    use super::super::tests::compared;
    use super::*;

    /// The sentences of the rule, with the sides in both orders.
    #[track_caller]
    fn check(left: &str, right: &str, expected: Pair<&[&str]>) {
        let reasons = |one: &str, other: &str| {
            let found = compared(one, other).into_iter().filter(|difference| difference.rule == RULE.name);
            found.map(|difference| difference.why).collect::<Vec<_>>()
        };
        assert_eq!(reasons(left, right), expected.left);
        assert_eq!(reasons(right, left), expected.right);
    }

    const APART: &str = "“The stairs have to be mended before winter, and the roof of the mill leaks at both ends,” Ann Hill said.\n\
        Tenants came from four houses.\n\
        “I would never sign a paper like that one, because nobody could pay such a rent,” Hill said.";

    #[test]
    fn parts_of_longer_quotations_are_joined_by_the_shorter() {
        check(
            APART,
            "“The stairs have to be mended before winter … nobody could pay such a rent,” Ann Hill said.",
            Pair::new(
                &[
                    "right joins “I would never sign a paper … pay such a rent” to words that left has in another place.",
                ],
                &[
                    "left joins “I would never sign a paper … pay such a rent” to words that right has in another place.",
                ],
            ),
        );
    }

    #[test]
    fn quotations_in_the_other_order_are_joined() {
        check(
            "“The stairs have to be mended before winter,” Ann Hill said.\n“The roof of the mill leaks at both ends,” Hill said.",
            "“The roof of the mill leaks at both ends. The stairs have to be mended before winter,” Ann Hill said.",
            Pair::new(
                &[
                    "right has “The stairs have to be mended before winter” after words that follow it in left.",
                ],
                &[
                    "left has “The stairs have to be mended before winter” after words that follow it in right.",
                ],
            ),
        );
    }

    #[test]
    fn one_quotation_in_another_order_is_altered() {
        check(
            "“The stairs have to be mended,” Ann Hill said. “The roof of the mill leaks at both ends.”",
            "“The roof of the mill leaks at both ends. The stairs have to be mended,” Ann Hill said.",
            Pair::new(&[], &[]),
        );
    }
}
