//! A sentence that only the left has, and what it shares with one only the right has.

use super::{Evidence, Found, Manual, Rule};
use crate::alignment::{Bead, Reuse};
use crate::article::BlockKind;
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::lexicon::WordClasses;
use crate::quotation::{Quotation, QuotationKind};
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "omitted",
    doc: "A sentence that only the left has.",
    kinds: &[DifferenceKind::Omitted],
    severity: Severity::Low,
    manual: Manual {
        reason: "Shortening is daily work; what went should still be seen once.",
        before: "The ferry sank at noon off the old lighthouse.\n\nIt had failed two inspections since the spring.",
        after: "The ferry sank at noon off the old lighthouse.",
        finds: "A sentence that only the left has.",
        leaves: "Words left out inside a shared sentence (wording), quotations left out there (lone-quotation), denials and answers (response).",
        weight: "Low.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    lone(evidence, found, &RULE, DifferenceKind::Omitted, Side::Left);
}

/// Reports what one side has alone; both sides are weighed alike, so that swapping
/// them mirrors the result.
pub(super) fn lone(
    evidence: &Evidence<'_>,
    found: &mut Found,
    rule: &Rule,
    kind: DifferenceKind,
    side: Side,
) {
    for (id, bead, _) in evidence.beads() {
        match (bead.reuse, side) {
            (Reuse::LeftOnly, Side::Left) | (Reuse::RightOnly, Side::Right) => {}
            (
                Reuse::LeftOnly
                | Reuse::RightOnly
                | Reuse::Identical
                | Reuse::Typography
                | Reuse::Edited
                | Reuse::Rewritten,
                _,
            ) => continue,
        }
        let Some(&first) = bead.sentences[side].first() else { continue };
        let mut spans = Pair::default();
        spans[side] = Some(evidence.article(side).sentences.get(first).span);
        // a quotation of several sentences that was cut is told as one
        if found.covers(id, spans) {
            continue;
        }
        found.push(Difference {
            bead: id,
            kind,
            severity: Severity::Low,
            spans,
            rule: rule.name,
            why: why(evidence, bead, side),
        });
    }
}

fn why(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> String {
    let label = evidence.label(side);
    let kind = evidence.block_kind(side, bead).unwrap_or(BlockKind::Paragraph);
    if kind != BlockKind::Paragraph {
        return format!("Only {label} has this {}.", in_words(kind));
    }
    if let Some(quotation) = quoted(evidence, bead, side) {
        return match &quotation.attribution.speaker {
            Some(speaker) => format!("Only {label} has this quotation; the speaker is {speaker}."),
            None => format!("Only {label} has this quotation."),
        };
    }
    // what a rewrite adds must come from somewhere; a note is the outlet's own by nature
    let vouches = side == Side::Right && !is_note(evidence, bead, side) && evidence.is_rewrite(side);
    if vouches && !is_attributed(evidence, bead, side) {
        return format!("check: only {label} has this sentence, and nobody is named for it.");
    }
    format!("Only {label} has this sentence.")
}

/// Whether a sentence stands in brackets as a whole.
fn is_note(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> bool {
    let article = evidence.article(side);
    bead.sentences[side].iter().all(|&id| {
        let text = article.slice(article.sentences.get(id).span);
        text.starts_with(['(', '[']) && text.trim_end_matches('.').ends_with([')', ']'])
    })
}

fn in_words(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Headline => "headline",
        BlockKind::Deck => "deck",
        BlockKind::Byline => "byline",
        BlockKind::Dateline => "dateline",
        BlockKind::Paragraph => "sentence",
        BlockKind::Subhead => "subhead",
        BlockKind::ListItem => "list item",
        BlockKind::Caption => "caption",
        BlockKind::Credit => "credit line",
    }
}

/// The quotation that a bead’s side mostly is.
fn quoted<'a>(evidence: &Evidence<'a>, bead: &Bead, side: Side) -> Option<&'a Quotation> {
    let article = evidence.article(side);
    let whole = bead.sentences[side].iter().map(|&id| article.sentences.get(id).span).reduce(Span::join)?;
    let near = evidence.quotations_near(side, whole).iter();
    let mut direct = near.filter(|quotation| quotation.kind == QuotationKind::Direct);
    direct.find(|quotation| {
        let inside = quotation.fragments.iter().filter_map(|span| span.intersection(whole));
        2 * inside.map(Span::len).sum::<usize>() >= whole.len()
    })
}

/// Whether somebody is named for what a bead says on one side.
fn is_attributed(evidence: &Evidence<'_>, bead: &Bead, side: Side) -> bool {
    let article = evidence.article(side);
    let spoken = |id| {
        let sentence = article.sentences.get(id).span;
        let mut near = evidence.quotations_near(side, sentence).iter();
        near.any(|quotation| quotation.attribution.speaker.is_some() && quotation.span().overlaps(sentence))
    };
    let verbs = evidence.lexicon(side).speech_verbs;
    evidence
        .all_words(side, bead)
        .iter()
        .any(|(_, folded)| verbs.classes(folded).is(WordClasses::ATTRIBUTION))
        || bead.sentences[side].iter().any(|&id| spoken(id))
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::check;

    #[test]
    fn lone_sentences_are_low() {
        check("He left town.", "", &["low omitted [-He left town.-]"]);
        check("", "He left town.", &["low added {+He left town.+}"]);
    }
}
