//! The same words are given to somebody else.
//!
//! *“We knew,” Mayor Ann Hill said* became *“We knew,” the police said.* Links decide whether the
//! two mentions are one speaker. A statement needs a name in both articles; a pronoun, a role or a
//! body gives a prompt.

use super::evidence::{Evidence, Spans};
use super::finding::{Finding, Reason};
use super::rule::{Find, Rule, Yields};
use crate::difference::{DifferenceKind, Severity};
use crate::link::names_two;
use crate::quotation::{LinkState, Marks, Quotation, QuotationLink, SpeakerState};
use crate::text::{Pair, Side, Span};

pub(super) const RULE: Rule = Rule {
    name: "speaker-changed",
    doc: "The same words are given to somebody else: another name, a body, or somebody who speaks for the first.",
    kinds: &[DifferenceKind::SpeakerChanged],
    severity: Severity::High,
    purpose: "The right words in the wrong mouth are a correction in tomorrow’s paper.",
    before: "“We knew of the leak in March,” said Anna Berg, the plant’s director.",
    after: "“We knew of the leak in March,” said Ole Dahl, the plant’s director.",
    finds: "The same words with another speaker on each side: another name, the police for the mayor, a spokesman, lawyer, rival or deputy of somebody for that person, Mr. Hill for Mrs. Hill, one of two who spoke together.",
    leaves: "One speaker in other words: a last name, a title or role that either article introduces the name with (Mayor Ann Hill, the mayor), a pronoun that leads to the name, another spelling, a body and its officials or spokesman. Sides that name nobody, or only by a weak rule; quotations that share only a few words.",
    weight: "High where both sides have marks and give a name; else medium, a prompt.",
    yields: Yields::Never,
    find: Find::Links(&LinkState::ALL, find),
};

fn find(evidence: &Evidence<'_>, link: &QuotationLink, quotations: Pair<&Quotation>) -> Option<Finding> {
    if link.speaker != SpeakerState::Changed {
        return None;
    }
    let speakers = speakers(evidence, quotations)?.map(str::to_owned);
    let mentions =
        quotations.map(|quotation| Some(quotation.attribution.mention.unwrap_or(quotation.span())));
    let (bead, spans) = evidence.locate(mentions, evidence.trusted(link, quotations))?;
    let is_capitalized = |side: Side| {
        let mention = quotations[side].attribution.mention;
        mention.is_some_and(|mention| evidence.slice(side, mention).contains(char::is_uppercase))
    };
    // without marks the words may be a report
    let is_sure = link.marks == Marks::Both
        && names_two(quotations.map(|quotation| &quotation.attribution))
        && Side::BOTH.into_iter().all(is_capitalized);
    let severity = if is_sure { Severity::High } else { Severity::Medium };
    let finding = Finding::new(bead, severity, spans, Reason::Speakers(speakers));
    is_one_quotation(evidence, link, quotations, spans).then_some(finding)
}

/// The speakers by name, or as they are mentioned if they have one name: *Mr. Hill*, *Mrs. Hill*.
fn speakers<'a>(evidence: &Evidence<'a>, quotations: Pair<&'a Quotation>) -> Option<Pair<&'a str>> {
    let names = quotations.map(|quotation| quotation.attribution.speaker.as_deref()).both()?;
    let mention = |side: Side| Some(evidence.slice(side, quotations[side].attribution.mention?));
    let mentions = if names.left == names.right { Pair::from_fn(mention).both() } else { None };
    Some(mentions.unwrap_or(names))
}

/// Whether the words show that one quotation was given to two speakers: two people may say a few
/// words alike, and two quotations may share a phrase.
fn is_one_quotation(
    evidence: &Evidence<'_>,
    link: &QuotationLink,
    quotations: Pair<&Quotation>,
    spans: Spans,
) -> bool {
    /// Words that two people hardly say alike. Half as many report one more of 877 texts.
    const ENOUGH: usize = 6;
    let least = |count: &dyn Fn(Side) -> usize| count(Side::Left).min(count(Side::Right));
    let words = least(&|side| evidence.quoted_tokens(side, quotations[side]).count());
    let length = least(&|side| quotations[side].fragments.iter().map(|piece| piece.len()).sum());
    let differing = |side: Side| {
        let spans = link.edits.iter().filter_map(|edit| edit.spans[side]);
        spans.map(Span::len).sum::<usize>()
    };
    let is_paired = spans.both().is_some();
    Side::BOTH.into_iter().all(|side| 3 * differing(side) <= length) && (is_paired || words >= ENOUGH)
}

#[cfg(test)]
mod tests {
    use crate::difference::sample::Sample;
    use crate::quotation::LinkState;
    use crate::quotation::Marks;
    use crate::quotation::SpeakerState;
    use crate::text::{Pair, Span};

    /// Two articles whose quotations are linked, by Anna Berg in the left and Ole Dahl in the right.
    fn sample(left: &str, right: &str, state: LinkState) -> Sample {
        let mut sample = Sample::new(left, right).linked(state, Marks::Both, SpeakerState::Changed);
        for (side, name) in Pair::new("Anna Berg", "Ole Dahl").sides() {
            sample.sides[side].quotations[0].attribution.speaker = Some(name.to_owned());
        }
        sample
    }

    fn reports(sample: &Sample) -> bool {
        sample.found().iter().any(|found| found.starts_with("medium speaker-changed"))
    }

    #[test]
    fn a_speaker_is_changed_only_where_both_are_named() {
        let mut sample = sample("“We knew it,” Berg said.", "“We knew it,” Dahl said.", LinkState::SameWords);
        assert!(reports(&sample), "{:?}", sample.found());
        sample.sides.left.quotations[0].attribution.speaker = None;
        assert!(!reports(&sample), "{:?}", sample.found());
    }

    #[test]
    fn quotations_that_share_a_phrase_are_two() {
        let left = "“We knew of the leak in March,” Berg said.";
        let mut altered = sample(left, "“We knew of the leak in May,” Dahl said.", LinkState::Altered);
        let edits = |from: usize| Pair::new(Some(Span::new(from, 32)), Some(Span::new(from, 30)));
        altered.links[0].edits = vec![edits(27).into()];
        assert!(reports(&altered), "{:?}", altered.found());
        altered.links[0].edits = vec![edits(6).into()];
        assert!(!reports(&altered), "{:?}", altered.found());
    }

    #[test]
    fn a_few_words_in_sentences_that_are_not_paired_are_two_quotations() {
        let far = sample("“We knew it,” Berg said.\n", "\n“We knew it,” Dahl said.", LinkState::SameWords);
        assert!(!reports(&far), "{:?}", far.found());
    }
}
