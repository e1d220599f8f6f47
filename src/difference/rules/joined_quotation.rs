//! One quotation has words in one breath that the other article has apart, or the other way round.

use super::evidence::Evidence;
use super::finding::{Finding, Reason};
use super::rule::{Find, Rule, Yields};
use crate::difference::{Certainty, DifferenceKind, Severity};
use crate::quotation::{Alarm, LinkState, Quotation, QuotationLink};
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
    leaves: "Quotations that only an attribution parts, and pieces that an attribution parts on both sides.",
    weight: "Medium: whether they may be joined is for an editor to say.",
    yields: Yields::Never,
    find: Find::Links(
        &[
            LinkState::SameWords,
            LinkState::Altered,
            LinkState::Trimmed,
            LinkState::Extended,
            LinkState::Merged,
            LinkState::Split,
        ],
        find,
    ),
};

fn find(evidence: &Evidence<'_>, link: &QuotationLink, quotations: Pair<&Quotation>) -> Option<Finding> {
    let is_reordered = link.alarms.contains(&Alarm::Order) && link.edits.is_empty();
    if !is_reordered && !link.alarms.contains(&Alarm::Spliced) {
        return None;
    }
    // the quotation that joins them has the words of another, too
    let lengths = quotations.map(|quotation| quotation.span().len());
    let several = if lengths.left < lengths.right { Side::Left } else { Side::Right };
    let whole = quotations.map(|quotation| Some(quotation.span()));
    let (bead, spans) = evidence.locate(whole, several.other())?;
    let reason = Reason::Joined(several, is_reordered);
    let shown = vec![Pair::only(several, quotations[several].span())];
    Some(Finding::new(bead, Severity::Medium, spans, reason).certain(Certainty::Sure).showing(shown))
}
