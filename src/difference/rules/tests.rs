//! What the tests of the rules share, and what holds for all of them:
//! `severity rule [-left-]{+right+}`.

use proptest::prelude::*;

use super::*;
use crate::difference::sample::Sample;
use crate::difference::{Certainty, DifferenceKind};
use crate::quotation::{LinkState, Marks, SpeakerState};
use crate::text::Span;

pub(super) use crate::difference::sample::check;

#[test]
fn identical_texts_have_no_difference() {
    check("The 12 men did not say so.", "The 12 men did not say so.", &[]);
}

/// Two quotations, linked so.
pub(super) fn quoted(left: &str, right: &str, state: LinkState, marks: Marks) -> Sample {
    Sample::new(left, right).linked(state, marks, SpeakerState::Unknown)
}

/// What the whole program finds between two texts.
pub(super) fn compared(left: &str, right: &str) -> Vec<Difference> {
    let texts = Pair::new(left, right);
    let articles = Pair::from_fn(|side| {
        let origin = crate::article::Origin::in_memory(side);
        crate::import::import(texts[side].to_owned(), origin)
    });
    crate::comparison::compare(articles, crate::comparison::Options::default()).differences
}

#[test]
fn every_example_is_true() {
    for rule in RULES {
        let found = compared(rule.before, rule.after);
        let own = found.iter().filter(|difference| difference.rule == rule.name);
        let gravest = own.map(|difference| difference.severity).max();
        assert_eq!(gravest, Some(rule.severity), "{}: {found:#?}", rule.name);
    }
}

#[test]
fn every_rule_is_documented_in_sentences() {
    for rule in RULES {
        for text in [rule.doc, rule.purpose, rule.finds, rule.leaves, rule.weight] {
            assert!(text.ends_with(['.', '?']), "{}: {text}", rule.name);
        }
        assert!(!rule.kinds.is_empty());
    }
}

#[test]
fn every_rule_has_a_name_to_itself() {
    let mut names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), RULES.len());
}

/// Lines of words that make facts, negations and quotations by chance.
fn text() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "the", "Anna", "Berg", "Dahl", "12", "twelve", "$5", "million", "65%", "Nov.", "8-10", "Friday", "5",
        "a.m.", "not", "never", "may", "will", "said", "claimed", "U.S.", "Oslo", "minister", "boat",
        "sank,", "rose.", "“We", "knew”", "denied", "from", "to", "and", "Monday", "3-1", "1-3", "−5",
        "minus",
    ]);
    let line = prop::collection::vec(words, 0..9).prop_map(|words| words.join(" "));
    prop::collection::vec(line, 0..5).prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn differences_lie_in_their_bead_and_are_mirrored(left in text(), right in text()) {
        let states = [LinkState::SameWords, LinkState::Altered, LinkState::Trimmed, LinkState::Paraphrased];
        for state in states {
            let sample = Sample::new(&left, &right).linked(state, Marks::Both, SpeakerState::Changed);
            let (found, alignment) = (sample.differences(), sample.alignment());
            for difference in &found {
                let bead = alignment.get(difference.bead);
                for side in Side::BOTH {
                    let Some(span) = difference.spans[side] else { continue };
                    let sentences = &sample.sides[side].sentences;
                    prop_assert!(bead.sentences[side].iter().any(|&id| sentences.get(id).span.contains(span)));
                }
                prop_assert!(difference.spans.left.is_some() || difference.spans.right.is_some());
                prop_assert!(difference.why.ends_with('.'));
                prop_assert_eq!(difference.why.starts_with("check: "), difference.certainty == Certainty::Check);
                let rule = Rule::from_name(difference.rule).expect("a rule of the registry");
                prop_assert!(rule.kinds.contains(&difference.kind) && difference.severity <= rule.severity);
            }
            let mirror = sample.swapped();
            let key = |d: &Difference, spans: Pair<Option<Span>>, kind: DifferenceKind| (d.bead, kind, d.severity, spans);
            let mut expected: Vec<_> = found.iter().map(|d| key(d, d.spans.swap(), d.kind.swap())).collect();
            let mut mirrored: Vec<_> = mirror.differences().iter().map(|d| key(d, d.spans, d.kind)).collect();
            expected.sort_unstable();
            mirrored.sort_unstable();
            prop_assert_eq!(expected, mirrored);
            let facts = |sample: &Sample, turn: bool| {
                let mut facts: Vec<_> = sample.facts().iter().map(|fact| {
                    let mentions = fact.mentions.as_ref().map(|m| m.as_ref().map(|m| (m.span, m.to_string())));
                    (fact.bead, fact.kind, if turn { mentions.swap() } else { mentions })
                }).collect();
                facts.sort_unstable();
                facts
            };
            prop_assert_eq!(facts(&sample, false), facts(&mirror, true));
        }
    }

    #[test]
    fn a_text_against_itself_has_no_difference(text in text()) {
        let sample = Sample::new(&text, &text).linked(LinkState::SameWords, Marks::Both, SpeakerState::Same);
        prop_assert_eq!(sample.found(), Vec::<String>::new());
    }
}
