//! Tests of the rules: `severity rule [-left-]{+right+}`.

use proptest::prelude::*;

use super::*;
use crate::difference::sample::Sample;
use crate::quotation::{Alarm, LinkState, Marks, SpeakerState};
use crate::text::Span;

#[track_caller]
fn check(left: &str, right: &str, expected: &[&str]) {
    assert_eq!(Sample::new(left, right).found(), expected);
}

#[test]
fn identical_texts_have_no_difference() {
    check("The 12 men did not say so.", "The 12 men did not say so.", &[]);
}

#[test]
fn another_number_is_high_and_nothing_else_is_said() {
    check("Some 12 people were hurt.", "Some 15 people were hurt.", &["high number [-12-]{+15+}"]);
    check("It cost $1.2m to build.", "It cost $1.3m to build.", &["high number [-$1.2m-]{+$1.3m+}"]);
    check("It rose 5% again.", "It rose 6% again.", &["high number [-5%-]{+6%+}"]);
}

#[test]
fn a_rounded_number_is_a_prompt() {
    check("It took 3,274 men.", "It took more than 3,200 men.", &["medium number [-3,274-]{+3,200+}"]);
}

#[test]
fn the_same_value_in_other_dress_is_no_difference() {
    check("It cost $1.2m to build.", "It cost 1.2 million dollars to build.", &[]);
    check("They meet on Nov. 8 in Oslo.", "They meet on 8 November in Oslo.", &[]);
}

#[test]
fn dates_and_names() {
    check(
        "They meet on Nov. 8 in Oslo.",
        "They meet on Nov. 9 in Oslo.",
        &["high date [-Nov. 8-]{+Nov. 9+}"],
    );
    check(
        "They meet on Friday in Oslo.",
        "They meet on Monday in Oslo.",
        &["medium date [-Friday-]{+Monday+}"],
    );
    check(
        "Then Anna Berg left Oslo.",
        "Then Anna Dahl left Oslo.",
        &["high name [-Anna Berg-]{+Anna Dahl+}"],
    );
    check(
        "Then Berg left town.\nThen Dahl left town.",
        "Then Dahl left town.\nThen Berg left town.",
        &["medium name [-Berg-]{+Dahl+}", "medium name [-Dahl-]{+Berg+}"],
    );
}

#[test]
fn a_negation_that_came_or_went_is_high() {
    check("He did not sign the deal.", "He did sign the deal.", &["high negation [-not-]"]);
    check("He didn’t sign the deal.", "He signed the deal.", &["high negation [-didn’t sign-]{+signed+}"]);
    check(
        "He was not able to sign it.",
        "He was unable to sign it.",
        &["low wording [-not able-]{+unable+}"],
    );
    check("It did not only rain.", "It did only rain.", &["high negation [-not-]"]);
    check("He not only sang, he danced.", "He sang, he danced.", &["low wording [-not only-]"]);
    check("He said it did not rain.", "He said it did rain.", &["high negation [-not-]"]);
}

#[test]
fn a_lost_hedge_is_a_prompt() {
    check("The alleged thief fled town.", "The thief fled town.", &["medium hedge [-alleged-]"]);
    check("They may meet next week.", "They will meet next week.", &["medium hedge [-may-]{+will+}"]);
    check("They may meet next week.", "They might meet next week.", &["low wording [-may-]{+might+}"]);
}

#[test]
fn a_lost_or_judging_attribution_is_named() {
    check(
        "The bridge was shut, police said.",
        "The bridge was shut.",
        &["medium attribution [-police said-]"],
    );
    check(
        "She said the bridge was shut.",
        "She claimed the bridge was shut.",
        &["medium attribution [-said-]{+claimed+}"],
    );
}

#[test]
fn lone_sentences_are_low_and_denials_medium() {
    check("He left town.", "", &["low omitted [-He left town.-]"]);
    check("He denied it all.", "", &["medium omitted [-He denied it all.-]"]);
    check("", "He left town.", &["low added {+He left town.+}"]);
}

#[test]
fn wording_and_typography_are_said_once_a_sentence() {
    check(
        "The old boat sank near the pier at dawn.",
        "The old ship sank near the jetty at dawn.",
        &["low wording [-boat-]{+ship+}"],
    );
    check(
        "The co-operation, he knew.",
        "The cooperation he knew",
        &["low typography [-co-operation,-]{+cooperation+}"],
    );
}

#[test]
fn a_headline_must_be_borne_out_by_its_own_story() {
    let sample = Sample::new("Five hurt in fire\nSome men fled.", "Some hurt in blaze\nSome men fled.")
        .with_headlines();
    assert_eq!(sample.found(), ["medium headline [-Five-]", "low wording [-fire-]{+blaze+}"]);
}

/// Two quotations, linked so, with the edits of their words.
fn quoted(left: &str, right: &str, state: LinkState, marks: Marks) -> Sample {
    Sample::new(left, right).linked(state, marks, SpeakerState::Unknown)
}

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

#[test]
fn marks_missing_on_one_quotation_are_high_and_on_a_whole_article_unsaid() {
    let left = "“We may meet them next week,” he said.\n“It is hard to overestimate that,” she said.";
    let half = "‹We may meet them next week›, he said.\n“It is hard to overestimate that,” she said.";
    let none = "‹We may meet them next week›, he said.\n‹It is hard to overestimate that›, she said.";
    let mut sample = quoted(left, half, LinkState::SameWords, Marks::Left);
    sample.links[1].marks = Marks::Both;
    assert!(sample.found()[0].starts_with("high marks-missing"), "{:?}", sample.found());
    let found = quoted(left, none, LinkState::SameWords, Marks::Left).found();
    assert!(found.iter().all(|found| found.starts_with("low typography")), "{found:?}");
}

#[test]
fn trimmed_and_paraphrased_quotations_are_medium() {
    let (left, right) = ("“We may meet, if it stays dry,” he said.", "“We may meet,” he said.");
    let found = quoted(left, right, LinkState::Trimmed, Marks::Both).found();
    assert_eq!(found, ["medium trimmed-quotation [-if it stays dry-]{+We may meet,+}"]);
    let (left, right) = ("“I won’t resign,” she said.", "‹She ruled out stepping down›, she said.");
    let found = quoted(left, right, LinkState::Paraphrased, Marks::Left).found();
    assert_eq!(found, ["medium paraphrased-quotation [-I won’t resign,-]{+She ruled out stepping down+}"]);
}

#[test]
fn a_speaker_is_changed_only_where_both_are_named() {
    let mut sample = Sample::new("“We knew it,” Berg said.", "“We knew it,” Dahl said.").linked(
        LinkState::SameWords,
        Marks::Both,
        SpeakerState::Changed,
    );
    assert!(!sample.found().iter().any(|found| found.contains("speaker")), "nobody is named");
    for (side, name) in Pair::new("Anna Berg", "Ole Dahl").sides() {
        sample.sides[side].quotations[0].attribution.speaker = Some(name.to_owned());
    }
    assert!(sample.found()[0].starts_with("medium speaker-changed"), "{:?}", sample.found());
}

#[test]
fn every_rule_is_told_apart_by_its_name() {
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
        "sank,", "rose.", "“We", "knew”", "denied",
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
            let found = sample.differences();
            for difference in &found {
                let bead = sample.alignment.get(difference.bead);
                for side in Side::BOTH {
                    let Some(span) = difference.spans[side] else { continue };
                    let sentences = &sample.sides[side].sentences;
                    prop_assert!(bead.sentences[side].iter().any(|&id| sentences.get(id).span.contains(span)));
                }
                prop_assert!(difference.spans.left.is_some() || difference.spans.right.is_some());
                prop_assert!(difference.why.ends_with('.'));
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
                    let mentions = fact.mentions.as_ref().map(|m| m.as_ref().map(|m| (m.span, m.value.clone())));
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
