//! Words inside quotation marks differ.
//!
//! Words between marks were said exactly so: the one rule of the craft without exception.
//! *“We may meet,”* became *“We will meet,”* and the president has promised what he left open.

use std::collections::HashMap;

use super::evidence::{Evidence, Spans, marked_side};
use super::finding::{Finding, Reason};
use super::rule::{Find, Rule, Yields};
use crate::alignment::BeadId;
use crate::difference::{DifferenceKind, Severity};
use crate::lexicon::WordClass;
use crate::quotation::{
    Alarm, Confidence, EditManner, LinkState, Quotation, QuotationEdit, QuotationId, QuotationLink,
    SpeakerState,
};
use crate::sentence::SentenceId;
use crate::text::{Pair, Side};

pub(super) const RULE: Rule = Rule {
    name: "altered-quotation",
    doc: "Words inside quotation marks differ: what stands between marks was said so.",
    kinds: &[DifferenceKind::AlteredQuotation],
    severity: Severity::High,
    purpose: "What stands between quotation marks was said so: the one rule of the craft that knows no exception. “We may meet” that became “We will meet” promises what the speaker left open.",
    before: "“We may meet the owners next week,” the mayor said.",
    after: "“We will meet the owners next week,” the mayor said.",
    finds: "Words inside the marks that were swapped, put in or left out in the middle; a negation, a number, a name, a modal verb, a hedge or a condition among them is named.",
    leaves: "Words left out at an end (trimmed-quotation), marks, case and spelling, brackets that say what was filled in, an ellipsis that says what was left out.",
    weight: "High where both sides have marks, or where an article has lost all of its marks and says whose words they are; else medium. Medium where only a small word came or went or words only moved, low where words are only drawn together: “we’ve”.",
    yields: Yields::Never,
    find: Find::Articles(find),
};

fn find(evidence: &Evidence<'_>) -> Vec<Finding> {
    altered(evidence, |edits| !is_spliced(edits))
}

/// Words that differ, cut to the sentences of one bead.
type LocatedEdit = (Spans, QuotationEdit);

/// Whether one side only lacks words of the middle, and nothing says so.
pub(super) fn is_spliced(edits: &[LocatedEdit]) -> bool {
    let lacks = |side: Side| edits.iter().all(|(_, edit)| edit.spans[side].is_none());
    let is_silent = |alarm: &Alarm| matches!(alarm, Alarm::SilentCut | Alarm::AddedWords);
    edits.iter().any(|(_, edit)| edit.alarms.iter().any(is_silent))
        && (lacks(Side::Left) || lacks(Side::Right))
}

/// The altered quotations that a rule claims by their edits in a bead.
pub(super) fn altered(evidence: &Evidence<'_>, is_own: fn(&[LocatedEdit]) -> bool) -> Vec<Finding> {
    let coverage = Coverage::of(evidence);
    let mut found = Vec::new();
    for (link, quotations) in evidence.linked().filter(|(link, _)| link.state == LinkState::Altered) {
        for (bead, edits) in by_bead(evidence, link, quotations) {
            let spans = covering_spans(evidence, &edits);
            if is_own(&edits) && !coverage.is_repeated(link, bead, spans) {
                let severity = severity(evidence, link, quotations, &edits);
                found.push(Finding::new(bead, severity, spans, Reason::AlteredQuotation(edits)));
            }
        }
    }
    found
}

/// The edits of a link by their beads.
fn by_bead(
    evidence: &Evidence<'_>,
    link: &QuotationLink,
    quotations: Pair<&Quotation>,
) -> Vec<(BeadId, Vec<LocatedEdit>)> {
    let trusted = evidence.trusted(link, quotations);
    let mut beads: Vec<(BeadId, Vec<LocatedEdit>)> = Vec::new();
    for edit in &link.edits {
        let Some((bead, spans)) = locate(evidence, edit, quotations, trusted) else { continue };
        let located = (spans, edit.clone());
        // most edits are in the bead of the one before
        match beads.iter_mut().rfind(|(other, _)| *other == bead) {
            Some((_, edits)) => edits.push(located),
            None => beads.push((bead, vec![located])),
        }
    }
    beads
}

/// The bead of an edit. Words that only one side has are reported where the other side’s quotation
/// is: a few words of the lead may answer a sentence far below, which is whole there.
fn locate(
    evidence: &Evidence<'_>,
    edit: &QuotationEdit,
    quotations: Pair<&Quotation>,
    trusted: Side,
) -> Option<(BeadId, Spans)> {
    let (bead, spans) = evidence.locate(edit.spans, trusted)?;
    let Some(lacking) = Side::BOTH.into_iter().find(|side| edit.spans[*side].is_none()) else {
        return Some((bead, spans));
    };
    let short = quotations[lacking].span();
    let sentences = &evidence.bead(bead).sentences[lacking];
    let is_here = |id: &SentenceId| evidence.article(lacking).sentences.get(*id).span.overlaps(short);
    if sentences.is_empty() || sentences.iter().any(is_here) {
        return Some((bead, spans));
    }
    evidence.locate(Pair::only(lacking, short), lacking)
}

/// The words that edits of one bead cover.
fn covering_spans(evidence: &Evidence<'_>, edits: &[LocatedEdit]) -> Spans {
    evidence.covering_spans(&edits.iter().map(|(spans, _)| *spans).collect::<Vec<_>>())
}

/// The words that the edits of each link cover in each bead, by the quotations of the link.
struct Coverage(HashMap<(BeadId, Side, QuotationId), Vec<Spans>>);

impl Coverage {
    fn of(evidence: &Evidence<'_>) -> Coverage {
        let mut coverage = Coverage(HashMap::new());
        for (link, quotations) in evidence.linked() {
            for (bead, edits) in by_bead(evidence, link, quotations) {
                let spans = covering_spans(evidence, &edits);
                for (side, id) in link.quotations.sides() {
                    let Some(id) = id else { continue };
                    coverage.0.entry((bead, side, id)).or_default().push(spans);
                }
            }
        }
        coverage
    }

    /// Whether another link of one of the quotations covers these words in the bead, and more:
    /// a short quotation that is repeated adds nothing to the full one.
    fn is_repeated(&self, link: &QuotationLink, bead: BeadId, own: Spans) -> bool {
        let within = |side: Side, all: Spans| {
            own[side].is_none_or(|own| all[side].is_some_and(|all| all.contains(own)))
        };
        let of_one = |(side, id): (Side, Option<QuotationId>)| self.0.get(&(bead, side, id?));
        let mut all = link.quotations.sides().into_iter().filter_map(of_one).flatten();
        all.any(|all| *all != own && Side::BOTH.into_iter().all(|side| within(side, *all)))
    }
}

/// Without marks on one side it may be the reporter’s own words, unless the whole
/// article has lost its marks and says whose words they are.
fn severity(
    evidence: &Evidence<'_>,
    link: &QuotationLink,
    quotations: Pair<&Quotation>,
    edits: &[LocatedEdit],
) -> Severity {
    let gravest = edits.iter().map(|edit| weight(evidence, edit)).max().unwrap_or(Severity::High);
    let Some(bare) = marked_side(link).map(Side::other) else { return gravest };
    let is_spoken =
        link.speaker == SpeakerState::Same || quotations[bare].attribution.confidence == Confidence::Strong;
    if evidence.has_lost_marks[bare] && is_spoken { gravest } else { gravest.min(Severity::Medium) }
}

/// How much a single edit weighs: *we’ve* for *we have* is how it was heard, and an *and* more or less
/// is an *and*.
fn weight(evidence: &Evidence<'_>, (spans, edit): &LocatedEdit) -> Severity {
    let is_quiet = edit.alarms.is_empty();
    match edit.manner {
        EditManner::Contracted => return Severity::Low,
        EditManner::Moved | EditManner::Trimmed if is_quiet => return Severity::Medium,
        EditManner::Moved | EditManner::Trimmed | EditManner::Reworded => {}
    }
    let is_small = |side: Side| {
        let word = spans[side].map_or("", |span| evidence.slice(side, span)).to_lowercase();
        let lexicon = evidence.lexicon(side);
        lexicon.stop_words.contains(&word)
            && !lexicon.grammar_words.has(&word, WordClass::Pronoun)
            && !lexicon.quantifiers.contains(&word)
    };
    let is_alone = spans.both().is_none();
    let are_small = Side::BOTH.into_iter().all(|side| spans[side].is_none() || is_small(side));
    if is_quiet && is_alone && are_small { Severity::Medium } else { Severity::High }
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::quoted;
    use crate::quotation::Alarm;
    use crate::quotation::EditManner;
    use crate::quotation::LinkState;
    use crate::quotation::Marks;
    use crate::quotation::QuotationEdit;
    use crate::text::Pair;
    use crate::text::Side;
    use crate::text::Span;

    #[test]
    fn an_altered_quotation_is_high_and_names_its_words() {
        let mut sample = quoted(
            "“We may meet 12 men,” he said.",
            "“We will meet 12 men,” he said.",
            LinkState::Altered,
            Marks::Both,
        );
        let word = |side: Side, word: &str| {
            let start = sample.sides[side].article.text.find(word).expect("the word");
            Some(Span::new(start, start + word.len()))
        };
        let edit = Pair::new(word(Side::Left, "may"), word(Side::Right, "will"));
        sample.links[0].edits = vec![QuotationEdit { alarms: vec![Alarm::Modal], ..edit.into() }];
        assert_eq!(sample.found(), ["high altered-quotation [-may-]{+will+}"]);
        let why = &sample.differences()[0].why;
        assert_eq!(
            why,
            "Words of the quotation differ, a modal verb among them: “may” in left is “will” in right."
        );
    }

    #[test]
    fn each_place_reports_its_own_edits_and_a_contraction_is_low() {
        let mut sample = quoted(
            "“We have 12 men on board today,” he said.",
            "“We’ve 12 men today,” he said.",
            LinkState::Altered,
            Marks::Both,
        );
        let word = |side: Side, word: &str| {
            let start = sample.sides[side].article.text.find(word).expect("the word");
            Some(Span::new(start, start + word.len()))
        };
        let drawn = Pair::new(word(Side::Left, "We have"), word(Side::Right, "We’ve"));
        let cut = Pair::new(word(Side::Left, "on board"), None);
        let drawn = QuotationEdit { manner: EditManner::Contracted, ..drawn.into() };
        sample.links[0].edits = vec![drawn.clone()];
        assert!(sample.found()[0].starts_with("low altered-quotation"), "{:?}", sample.found());
        let cut = QuotationEdit { alarms: vec![Alarm::SilentCut], ..cut.into() };
        sample.links[0].edits = vec![drawn, cut];
        assert_eq!(
            sample.differences()[0].why,
            "Words of the quotation differ: “We have” in left is “We’ve” in right; right cuts “on board” without an ellipsis."
        );
    }
}
