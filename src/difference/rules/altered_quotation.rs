//! Words inside quotation marks differ.
//!
//! The one rule of the craft that knows no exception: what stands between marks was
//! said so. *“We may meet,”* became *“We will meet,”* and the president has promised
//! what he left open.

use std::collections::HashMap;

use super::{Evidence, Found, Manual, Rule};
use crate::alignment::BeadId;
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::lexicon::WordClass;
use crate::quotation::{
    Alarm, Confidence, EditManner, LinkState, Marks, Quotation, QuotationEdit, QuotationId, QuotationLink,
    SpeakerState,
};
use crate::sentence::SentenceId;
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "altered-quotation",
    doc: "Words inside quotation marks differ: what stands between marks was said so.",
    kinds: &[DifferenceKind::AlteredQuotation],
    severity: Severity::High,
    manual: Manual {
        reason: "What stands between quotation marks was said so: the one rule of the craft that knows no exception. “We may meet” that became “We will meet” promises what the speaker left open.",
        before: "“We may meet the owners next week,” the mayor said.",
        after: "“We will meet the owners next week,” the mayor said.",
        finds: "Words inside the marks that were swapped, put in or left out in the middle; a negation, a number, a name, a modal verb, a hedge or a condition among them is named.",
        leaves: "Words left out at an end (trimmed-quotation), marks, case and spelling, brackets that say what was filled in, an ellipsis that says what was left out.",
        weight: "High where both sides have marks, or where an article has lost all of its marks and says whose words they are; else medium. Medium where only a small word came or went or words only moved, low where words are only drawn together: “we’ve”.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    report(evidence, found, &RULE, |edits| !is_spliced(edits));
}

/// Words that differ, cut to the sentences of one bead.
pub(super) struct Told<'a> {
    pub(super) spans: Pair<Option<Span>>,
    pub(super) edit: &'a QuotationEdit,
}

/// Whether one side only lacks words of the middle, and nothing says so.
pub(super) fn is_spliced(edits: &[Told<'_>]) -> bool {
    let is_cut = |told: &Told<'_>| told.edit.alarms.contains(&Alarm::SilentCut);
    let lacks = |side: Side| edits.iter().all(|told| told.edit.spans[side].is_none());
    edits.iter().any(is_cut) && (lacks(Side::Left) || lacks(Side::Right))
}

/// Reports the altered quotations that are of a rule.
pub(super) fn report(
    evidence: &Evidence<'_>,
    found: &mut Found,
    rule: &Rule,
    is_own: impl Fn(&[Told<'_>]) -> bool,
) {
    let coverage = Coverage::of(evidence);
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
        let whole = QuotationEdit::from(quotations.map(|quotation| Some(quotation.span())));
        let edits = if link.edits.is_empty() { std::slice::from_ref(&whole) } else { &link.edits };
        for (bead, edits) in places(evidence, link, quotations, edits) {
            let spans = covering(evidence, &edits);
            if !is_own(&edits) || coverage.is_repeated(link, bead, spans) {
                continue;
            }
            let severity = severity(evidence, link, quotations, &edits);
            found.push(Difference {
                bead,
                kind: DifferenceKind::AlteredQuotation,
                severity,
                spans,
                rule: rule.name,
                why: why(evidence, severity, &edits),
            });
        }
    }
}

/// The bead of an edit. Words that only one side has are told where the other side’s quotation
/// stands: a few words of the lead may answer a sentence far below, which is whole there.
fn home(
    evidence: &Evidence<'_>,
    edit: &QuotationEdit,
    quotations: Pair<&Quotation>,
    trusted: Side,
) -> Option<(BeadId, Pair<Option<Span>>)> {
    let (bead, spans) = evidence.home(edit.spans, trusted)?;
    let Some(lacking) = Side::BOTH.into_iter().find(|side| edit.spans[*side].is_none()) else {
        return Some((bead, spans));
    };
    let short = quotations[lacking].span();
    let sentences = &evidence.bead(bead).sentences[lacking];
    let is_here = |id: &SentenceId| evidence.article(lacking).sentences.get(*id).span.overlaps(short);
    if sentences.is_empty() || sentences.iter().any(is_here) {
        return Some((bead, spans));
    }
    let mut whole = Pair::default();
    whole[lacking] = Some(short);
    evidence.home(whole, lacking)
}

/// The words that the edits of each link cover in each bead, by the quotations of the link.
struct Coverage<'a>(HashMap<(BeadId, Side, QuotationId), Vec<Covered<'a>>>);

/// The words that the edits of a link cover in one bead.
type Covered<'a> = (&'a QuotationLink, Pair<Option<Span>>);

impl<'a> Coverage<'a> {
    fn of(evidence: &Evidence<'a>) -> Coverage<'a> {
        let mut coverage = Coverage(HashMap::new());
        for (link, quotations) in evidence.linked() {
            for (bead, edits) in places(evidence, link, quotations, &link.edits) {
                let spans = covering(evidence, &edits);
                for (side, id) in link.quotations.sides() {
                    let Some(id) = id else { continue };
                    coverage.0.entry((bead, side, id)).or_default().push((link, spans));
                }
            }
        }
        coverage
    }

    /// Whether another link of one of the quotations covers these words in the bead, and more:
    /// a short quotation that is repeated adds nothing to the full one.
    fn is_repeated(&self, link: &QuotationLink, bead: BeadId, own: Pair<Option<Span>>) -> bool {
        let within = |side: Side, all: Pair<Option<Span>>| match (own[side], all[side]) {
            (None, _) => true,
            (Some(own), Some(all)) => all.contains(own),
            (Some(_), None) => false,
        };
        let of_one = |(side, id): (Side, Option<QuotationId>)| self.0.get(&(bead, side, id?));
        let mut all = link.quotations.sides().into_iter().filter_map(of_one).flatten();
        all.any(|(other, all)| {
            !std::ptr::eq(*other, link)
                && *all != own
                && Side::BOTH.into_iter().all(|side| within(side, *all))
        })
    }
}

/// The words that edits of one bead cover.
fn covering(evidence: &Evidence<'_>, edits: &[Told<'_>]) -> Pair<Option<Span>> {
    let spans: Vec<Pair<Option<Span>>> = edits.iter().map(|told| told.spans).collect();
    evidence.covering_spans(&spans)
}

/// The edits of a link by the beads they stand in.
fn places<'a>(
    evidence: &Evidence<'_>,
    link: &QuotationLink,
    quotations: Pair<&Quotation>,
    edits: &'a [QuotationEdit],
) -> Vec<(BeadId, Vec<Told<'a>>)> {
    let trusted = evidence.trusted(link, quotations);
    let mut places: Vec<(BeadId, Vec<Told<'a>>)> = Vec::new();
    for edit in edits {
        let Some((bead, spans)) = home(evidence, edit, quotations, trusted) else { continue };
        let told = Told { spans, edit };
        // most edits are in the bead of the one before
        match places.iter_mut().rfind(|(other, _)| *other == bead) {
            Some((_, edits)) => edits.push(told),
            None => places.push((bead, vec![told])),
        }
    }
    places
}

/// Without marks on one side it may be the reporter’s own words, unless the whole
/// article has lost its marks and says whose words they are.
fn severity(
    evidence: &Evidence<'_>,
    link: &QuotationLink,
    quotations: Pair<&Quotation>,
    edits: &[Told<'_>],
) -> Severity {
    let slightest = edits.iter().map(|told| weight(evidence, told)).max().unwrap_or(Severity::High);
    let bare = match link.marks {
        Marks::Both => return slightest,
        Marks::Left => Side::Right,
        Marks::Right => Side::Left,
    };
    let spoken =
        link.speaker == SpeakerState::Same || quotations[bare].attribution.confidence == Confidence::Strong;
    if evidence.has_lost_marks(bare) && spoken { slightest } else { slightest.min(Severity::Medium) }
}

/// How much a single edit weighs: *we’ve* for *we have* is how it was heard, and an *and* more or less
/// is an *and*.
fn weight(evidence: &Evidence<'_>, told: &Told<'_>) -> Severity {
    match told.edit.manner {
        EditManner::Contracted => return Severity::Low,
        EditManner::Moved | EditManner::Trimmed if told.edit.alarms.is_empty() => {
            return Severity::Medium;
        }
        EditManner::Moved | EditManner::Trimmed | EditManner::Reworded => {}
    }
    let is_small = |side: Side| {
        let word = told.spans[side].map_or("", |span| evidence.article(side).slice(span)).to_lowercase();
        let lexicon = evidence.lexicon(side);
        lexicon.stop_words.contains(&word)
            && !lexicon.grammar_words.has(&word, WordClass::Pronoun)
            && !lexicon.negations.contains(&word)
            && lexicon.quantifiers.get(&word).is_none()
    };
    let is_alone = told.spans.both().is_none();
    let small = |side: Side| told.spans[side].is_none() || is_small(side);
    if told.edit.alarms.is_empty() && is_alone && Side::BOTH.into_iter().all(small) {
        return Severity::Medium;
    }
    Severity::High
}

/// The most edits of one place that are spelled out.
const MOST: usize = 3;

/// The words that differ and what is alarming about them, all of one place.
fn why(evidence: &Evidence<'_>, severity: Severity, edits: &[Told<'_>]) -> String {
    let raised = |alarm: &Alarm| edits.iter().any(|told| told.edit.alarms.contains(alarm));
    let mut alarms: Vec<&str> =
        Alarm::ALL.iter().filter(|alarm| raised(alarm)).filter_map(|a| said(*a)).collect();
    let among = match alarms.pop() {
        None => String::new(),
        Some(last) if alarms.is_empty() => format!(", {last} among them"),
        Some(last) => format!(", {} and {last} among them", alarms.join(", ")),
    };
    let prompt = if severity == Severity::Medium { "check: words" } else { "Words" };
    let contracted = edits.iter().all(|told| told.edit.manner == EditManner::Contracted);
    let differ = if contracted { "are drawn together or spelled out" } else { "differ" };
    format!("{prompt} of the quotation {differ}{among}: {}.", shown(evidence, edits))
}

/// The edits, those first that are alarming where not all are spelled out.
fn shown(evidence: &Evidence<'_>, edits: &[Told<'_>]) -> String {
    let moves = |told: &Told<'_>, side: Side| {
        told.edit.manner == EditManner::Moved && told.edit.spans[side].is_some()
    };
    // what moved away and what came are told once
    let is_twice =
        |told: &Told<'_>| moves(told, Side::Right) && edits.iter().any(|other| moves(other, Side::Left));
    let mut chosen: Vec<usize> = (0..edits.len()).filter(|n| !is_twice(&edits[*n])).collect();
    let count = chosen.len();
    chosen.sort_by_key(|n| {
        let is_moved = edits[*n].edit.manner == EditManner::Moved;
        (edits[*n].edit.alarms.is_empty(), is_moved, *n)
    });
    chosen.truncate(MOST);
    chosen.sort_unstable();
    let (mut is_named, mut is_cut) = (false, false);
    let mut parts: Vec<String> = Vec::new();
    for n in chosen {
        let Told { spans, edit } = &edits[n];
        let part = match (edit.manner, spans.both()) {
            (EditManner::Reworded | EditManner::Contracted | EditManner::Trimmed, Some(both)) => {
                let at = |side: Side| {
                    let words = evidence.show(side, both[side]);
                    if is_named { words } else { format!("{words} in {}", evidence.label(side)) }
                };
                let is_shorter =
                    edit.alarms.contains(&Alarm::SilentCut) && both.right.len() < both.left.len();
                let only = if is_shorter { "only " } else { "" };
                let part = format!("{} is {only}{}", at(Side::Left), at(Side::Right));
                is_named = true;
                part
            }
            (EditManner::Moved, _) | (_, None) => {
                let cuts = edit.alarms.contains(&Alarm::SilentCut) && spans.left.is_some();
                let openly = if cuts && !is_cut { " without an ellipsis" } else { "" };
                is_cut |= cuts;
                alone(evidence, edit) + openly
            }
        };
        parts.push(part);
    }
    if count > MOST {
        parts.push(format!("and {} more", count - MOST));
    }
    parts.join("; ")
}

/// What became of words that only one side has here; only what is surely cut or put in is called so.
fn alone(evidence: &Evidence<'_>, edit: &QuotationEdit) -> String {
    let spans = edit.spans;
    let side = if spans.left.is_some() { Side::Left } else { Side::Right };
    let words = spans[side].map_or(String::new(), |span| evidence.show(side, span));
    let right = evidence.label(Side::Right);
    let is_silent = edit.alarms.contains(&Alarm::SilentCut);
    match (edit.manner, side) {
        (EditManner::Moved, _) => format!("{right} moves {words}"),
        (EditManner::Trimmed, Side::Left) => format!("{right} leaves out {words}"),
        (EditManner::Trimmed, Side::Right) => format!("{right} goes on with {words}"),
        (EditManner::Reworded | EditManner::Contracted, Side::Left) if is_silent => {
            format!("{right} cuts {words}")
        }
        (EditManner::Reworded | EditManner::Contracted, Side::Right) if is_silent => {
            format!("{right} adds {words}")
        }
        (EditManner::Reworded | EditManner::Contracted, side) => {
            format!("{words} is only in {}", evidence.label(side))
        }
    }
}

/// What an alarm is called in a sentence; what is cut or put in has a clause of its own.
fn said(alarm: Alarm) -> Option<&'static str> {
    match alarm {
        Alarm::Negation => Some("a negation"),
        Alarm::Number => Some("a number"),
        Alarm::Modal => Some("a modal verb"),
        Alarm::Name => Some("a name"),
        Alarm::SilentCut => None,
        Alarm::Condition => Some("a condition"),
        Alarm::Hedge => Some("a hedge"),
    }
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
    fn each_place_tells_its_own_edits_and_a_contraction_is_low() {
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
