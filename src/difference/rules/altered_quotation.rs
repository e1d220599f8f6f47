//! Words inside quotation marks differ.
//!
//! The one rule of the craft that knows no exception: what stands between marks was
//! said so. *“We may meet,”* became *“We will meet,”* and the president has promised
//! what he left open.

use super::{Evidence, Found, Rule};
use crate::alignment::BeadId;
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::quotation::{Alarm, LinkState, Marks, QuotationLink};
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "altered-quotation",
    doc: "Words inside quotation marks differ: what stands between marks was said so.",
    kinds: &[DifferenceKind::AlteredQuotation],
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    for (link, quotations) in evidence.linked() {
        match link.state {
            LinkState::Altered => {}
            LinkState::SameWords
            | LinkState::Trimmed
            | LinkState::Extended
            | LinkState::Merged
            | LinkState::Split
            | LinkState::Paraphrased
            | LinkState::LeftOnly
            | LinkState::RightOnly => continue,
        }
        let trusted = evidence.trusted(link, quotations);
        let mut places: Vec<(BeadId, Vec<Pair<Option<Span>>>)> = Vec::new();
        for edit in &link.edits {
            let Some((bead, spans)) = evidence.home(*edit, trusted) else { continue };
            match places.iter_mut().find(|(other, _)| *other == bead) {
                Some((_, edits)) => edits.push(spans),
                None => places.push((bead, vec![spans])),
            }
        }
        if places.is_empty() {
            let whole = quotations.map(|quotation| Some(quotation.span()));
            places.extend(evidence.home(whole, trusted).map(|(bead, spans)| (bead, vec![spans])));
        }
        for (bead, edits) in places {
            found.push(Difference {
                bead,
                kind: DifferenceKind::AlteredQuotation,
                severity: severity(evidence, link),
                spans: hull(evidence, bead, &edits),
                rule: RULE.name,
                why: why(evidence, link, &edits),
            });
        }
    }
}

/// Without marks on one side, in an article that has marks elsewhere, it may be the
/// reporter’s own words.
fn severity(evidence: &Evidence<'_>, link: &QuotationLink) -> Severity {
    let quoted = match link.marks {
        Marks::Both => true,
        Marks::Left => evidence.has_lost_marks(Side::Right),
        Marks::Right => evidence.has_lost_marks(Side::Left),
    };
    if quoted { Severity::High } else { Severity::Medium }
}

/// From the first to the last word that differs, on each side, inside one sentence.
fn hull(evidence: &Evidence<'_>, bead: BeadId, edits: &[Pair<Option<Span>>]) -> Pair<Option<Span>> {
    let whole = Pair::from_fn(|side| edits.iter().filter_map(|edit| edit[side]).reduce(Span::join));
    let first = |side: Side| edits.iter().find_map(|edit| edit[side]);
    Pair::from_fn(|side| {
        let in_one = |span: Span| {
            evidence.article(side).sentences.at(span.start())
                == evidence.article(side).sentences.at(span.end().saturating_sub(1))
        };
        let _ = bead;
        whole[side].filter(|span| in_one(*span)).or_else(|| first(side))
    })
}

fn why(evidence: &Evidence<'_>, link: &QuotationLink, edits: &[Pair<Option<Span>>]) -> String {
    let shown: Vec<String> = edits.iter().map(|edit| evidence.show_pair(*edit)).collect();
    let mut why = format!("Words of the quotation differ: {}", shown.join("; "));
    let alarms: Vec<&str> = link.alarms.iter().map(|alarm| said(*alarm)).collect();
    if !alarms.is_empty() {
        why.push_str(" — ");
        why.push_str(&alarms.join(", "));
    }
    why.push('.');
    why
}

fn said(alarm: Alarm) -> &'static str {
    match alarm {
        Alarm::Negation => "a negation came or went",
        Alarm::Number => "a number differs",
        Alarm::Modal => "may, will or must differ",
        Alarm::Name => "a name differs",
        Alarm::SilentCut => "words are cut without an ellipsis",
    }
}
