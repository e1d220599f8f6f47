//! Words inside quotation marks differ.
//!
//! The one rule of the craft that knows no exception: what stands between marks was
//! said so. *“We may meet,”* became *“We will meet,”* and the president has promised
//! what he left open.

use super::{Evidence, Found, Manual, Rule};
use crate::alignment::BeadId;
use crate::difference::{Difference, DifferenceKind, Severity};
use crate::lexicon::Lexicon;
use crate::quotation::{Alarm, Confidence, LinkState, Marks, Quotation, QuotationLink, SpeakerState};
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
        finds: "Words inside the marks that were swapped, put in or left out in the middle; a negation, a number, a name, a modal verb or a condition among them is named.",
        leaves: "Words left out at an end (trimmed-quotation), marks, case and spelling, brackets that say what was filled in, an ellipsis that says what was left out.",
        weight: "High where both sides have marks, or where an article has lost all of its marks and says whose words they are; else medium.",
    },
    find,
};

fn find(evidence: &Evidence<'_>, found: &mut Found) {
    report(evidence, found, &RULE, |link| !is_spliced(link));
}

/// Whether words were only left out, on one side, without a sign of it.
pub(super) fn is_spliced(link: &QuotationLink) -> bool {
    let only = |side: Side| link.edits.iter().all(|edit| edit[side.other()].is_none());
    link.alarms.contains(&Alarm::SilentCut) && (only(Side::Left) || only(Side::Right))
}

/// Reports the altered quotations that are of a rule.
pub(super) fn report(
    evidence: &Evidence<'_>,
    found: &mut Found,
    rule: &Rule,
    is_own: impl Fn(&QuotationLink) -> bool,
) {
    for (link, quotations) in evidence.linked().filter(|(link, _)| is_own(link)) {
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
        let scattered = places.len() > 1;
        for (bead, edits) in places {
            let severity = severity(evidence, link, quotations);
            found.push(Difference {
                bead,
                kind: DifferenceKind::AlteredQuotation,
                severity,
                spans: hull(evidence, &edits),
                rule: rule.name,
                why: why(evidence, link, severity, &edits, scattered),
            });
        }
    }
}

/// Without marks on one side it may be the reporter’s own words, unless the whole
/// article has lost its marks and says whose words they are.
fn severity(evidence: &Evidence<'_>, link: &QuotationLink, quotations: Pair<&Quotation>) -> Severity {
    let bare = match link.marks {
        Marks::Both => return Severity::High,
        Marks::Left => Side::Right,
        Marks::Right => Side::Left,
    };
    let spoken =
        link.speaker == SpeakerState::Same || quotations[bare].attribution.confidence == Confidence::Strong;
    if evidence.has_lost_marks(bare) && spoken { Severity::High } else { Severity::Medium }
}

/// From the first to the last word that differs, on each side, inside one sentence.
fn hull(evidence: &Evidence<'_>, edits: &[Pair<Option<Span>>]) -> Pair<Option<Span>> {
    let whole = Pair::from_fn(|side| edits.iter().filter_map(|edit| edit[side]).reduce(Span::join));
    let first = |side: Side| edits.iter().find_map(|edit| edit[side]);
    Pair::from_fn(|side| {
        let in_one = |span: Span| {
            evidence.article(side).sentences.at(span.start())
                == evidence.article(side).sentences.at(span.end().saturating_sub(1))
        };
        whole[side].filter(|span| in_one(*span)).or_else(|| first(side))
    })
}

/// The words that differ and what is alarming about them; where the edits of one
/// quotation are told in several places, each place tells its own alarms.
fn why(
    evidence: &Evidence<'_>,
    link: &QuotationLink,
    severity: Severity,
    edits: &[Pair<Option<Span>>],
    scattered: bool,
) -> String {
    // *But* at the head of a sentence is no name
    let here = |alarm: &&Alarm| !(scattered || **alarm == Alarm::Name) || shows(evidence, **alarm, edits);
    let mut alarms: Vec<&str> = link.alarms.iter().filter(here).filter_map(|alarm| said(*alarm)).collect();
    let among = match alarms.pop() {
        None => String::new(),
        Some(last) if alarms.is_empty() => format!(", {last} among them"),
        Some(last) => format!(", {} and {last} among them", alarms.join(", ")),
    };
    let cut = link.alarms.iter().filter(here).any(|alarm| *alarm == Alarm::SilentCut);
    let cut = if cut { "; some are cut without an ellipsis" } else { "" };
    let prompt = if severity == Severity::High { "Words" } else { "check: words" };
    let shown = evidence.show_pairs(edits);
    format!("{prompt} of the quotation differ{among}{cut}: {shown}.")
}

/// Whether these edits can be what raised the alarm.
fn shows(evidence: &Evidence<'_>, alarm: Alarm, edits: &[Pair<Option<Span>>]) -> bool {
    let any_word = |fits: &dyn Fn(&Lexicon, &str) -> bool| {
        edits.iter().any(|edit| {
            Side::BOTH.into_iter().any(|side| {
                let words = edit[side].map_or("", |span| evidence.article(side).slice(span));
                words
                    .split(|c: char| !c.is_alphanumeric() && c != '’' && c != '\'')
                    .any(|word| fits(evidence.lexicon(side), word))
            })
        })
    };
    let folded = |word: &str| word.to_lowercase().replace(['\'', '’'], "");
    match alarm {
        Alarm::Negation => any_word(&|of, word| {
            of.negations.contains(&folded(word)) || of.denying_words.contains(&folded(word))
        }),
        Alarm::Number => any_word(&|_, word| word.contains(|c: char| c.is_ascii_digit())),
        Alarm::Modal => any_word(&|of, word| is_modal(of, &folded(word))),
        Alarm::Name => any_word(&|of, word| {
            let bare = word.split(['\'', '’']).next().unwrap_or(word);
            word.starts_with(char::is_uppercase) && !of.stop_words.contains(&folded(bare))
        }),
        Alarm::SilentCut | Alarm::Condition => edits.iter().any(|edit| edit.both().is_none()),
    }
}

/// Whether a word, or the first of those it stands for, says how sure somebody is.
fn is_modal(lexicon: &Lexicon, folded: &str) -> bool {
    let first = lexicon.contractions.get(folded).and_then(|words| words.split(' ').next());
    lexicon.turns.has(first.unwrap_or(folded), "modal")
}

/// What an alarm is called in a sentence; a silent cut has a clause of its own.
fn said(alarm: Alarm) -> Option<&'static str> {
    match alarm {
        Alarm::Negation => Some("a negation"),
        Alarm::Number => Some("a number"),
        Alarm::Modal => Some("a modal verb"),
        Alarm::Name => Some("a name"),
        Alarm::SilentCut => None,
        Alarm::Condition => Some("a condition"),
    }
}

#[cfg(test)]
mod tests {
    use crate::difference::rules::tests::quoted;
    use crate::quotation::Alarm;
    use crate::quotation::LinkState;
    use crate::quotation::Marks;
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
        sample.links[0].edits = vec![edit];
        sample.links[0].alarms = vec![Alarm::Modal];
        assert_eq!(sample.found(), ["high altered-quotation [-may-]{+will+}"]);
        let why = &sample.differences()[0].why;
        assert_eq!(
            why,
            "Words of the quotation differ, a modal verb among them: “may” in left is “will” in right."
        );
    }
}
