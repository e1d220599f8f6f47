//! Tests of the edits in notation: `shared [-left-]{+right+}`.

use proptest::prelude::*;

use super::*;
use crate::difference::sample::Sample;
use crate::sentence::SentenceId;
use crate::text::Side;

#[track_caller]
fn check(left: &str, right: &str, expected: &str) {
    assert_eq!(Sample::new(left, right).notation(), expected);
}

#[test]
fn words_that_differ_are_paired() {
    check("The river rose fast.", "The river sank fast.", "The river [-rose-]{+sank+} fast.");
    check("The river rose.", "The old river rose.", "The {+old+} river rose.");
    check("The old river rose.", "The river rose.", "The [-old-] river rose.");
    check("It rose.", "It rose.", "It rose.");
}

#[test]
fn marks_and_spelling_are_no_edit() {
    check("“It’s rising,” he said.", "\"It s rising\", he said", "\"It s rising\", he said");
    check("He lives in Da Nang now.", "He lives in Danang now.", "He lives in Danang now.");
    check(
        "If the Berg-Dahl meeting fails,",
        "If the Berg Dahl meeting fails,",
        "If the Berg Dahl meeting fails,",
    );
}

#[test]
fn a_lone_stop_word_does_not_separate_two_replacements() {
    check(
        "He praised the brave crew of the ferry warmly today.",
        "He praised one bold team of old sailors warmly today.",
        "He praised [-the brave crew of the ferry-]{+one bold team of old sailors+} warmly today.",
    );
}

#[test]
fn an_addition_begins_where_a_reader_pauses() {
    check(
        "She said it rose, she said it fell, she left.",
        "She said it rose, she left.",
        "She said it rose, [-she said it fell,-] she left.",
    );
}

#[test]
fn a_bead_that_shares_next_to_nothing_is_replaced_whole() {
    check(
        "Crews worked through the night to free the ferry.",
        "By the morning the stranded boat was afloat again.",
        "[-Crews worked through the night to free the ferry.-]{+By the morning the stranded boat was afloat again.+}",
    );
}

#[test]
fn edits_are_cut_where_other_text_is_between() {
    let sample = Sample::new("Boats sank.\nNobody cared.\nCrews fled.", "Ships sank today and crews fled.");
    let ids = |ids: &[usize]| ids.iter().map(|&id| SentenceId::new(id)).collect::<Vec<_>>();
    let sentences = Pair::new(ids(&[0, 2]), ids(&[0]));
    let edits = edits(sample.sides.as_ref(), &sample.vocabulary, &sentences);
    let left: Vec<&str> =
        edits.iter().filter_map(|edit| edit.spans.left).map(|span| sample.sides.left.slice(span)).collect();
    assert_eq!(left, ["Boats ", "sank.", "Crews fled."]);
}

#[test]
fn a_sentence_of_a_megabyte_is_one_replacement() {
    let left = "never the same word ".repeat(50_000);
    let right = "always another word ".repeat(50_000);
    let sample = Sample::new(&format!("A {left}z"), &format!("A {right}z"));
    assert_eq!(sample.edits()[0].len(), 1);
}

/// What must hold of the edits of any bead.
fn assert_whole(sample: &Sample, sentences: &Pair<Vec<SentenceId>>) -> Result<(), TestCaseError> {
    let found = edits(sample.sides.as_ref(), &sample.vocabulary, sentences);
    for side in Side::BOTH {
        let article = &sample.sides[side];
        let spans: Vec<Span> = found.iter().filter_map(|edit| edit.spans[side]).collect();
        prop_assert!(spans.windows(2).all(|two| two[0].end() <= two[1].start()));
        let covered: String = spans.iter().map(|span| article.slice(*span)).collect();
        let wanted: String =
            sentences[side].iter().map(|&id| article.slice(article.sentences.get(id).span)).collect();
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        prop_assert_eq!(bare(&covered), bare(&wanted));
        for &id in &sentences[side] {
            let sentence = article.sentences.get(id).span;
            let inside: usize =
                spans.iter().filter_map(|span| span.intersection(sentence)).map(Span::len).sum();
            prop_assert_eq!(inside, sentence.len());
        }
    }
    let mirror = sample.swapped();
    let mirrored: Vec<_> = edits(mirror.sides.as_ref(), &mirror.vocabulary, &sentences.clone().swap())
        .iter()
        .map(|edit| edit.spans.swap())
        .collect();
    prop_assert_eq!(mirrored, found.iter().map(|edit| edit.spans).collect::<Vec<_>>());
    Ok(())
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec("(the|of|a|Da|Nang|danang|rose, |sank\\. |12|x-y|é“|not |[a-c] |\\PC){1,8}", 1..4)
        .prop_map(|lines| lines.join("\n"))
}

proptest! {
    #[test]
    fn edits_are_whole_and_mirrored(left in text(), right in text()) {
        let sample = Sample::new(&left, &right);
        let all = |side: Side| sample.sides[side].sentences.iter().map(|(id, _)| id).collect::<Vec<_>>();
        for group in &sample.groups {
            assert_whole(&sample, &group.sentences)?;
        }
        // every second sentence of the left against all of the right
        let some = all(Side::Left).into_iter().step_by(2).collect::<Vec<_>>();
        if !some.is_empty() {
            assert_whole(&sample, &Pair::new(some, all(Side::Right)))?;
        }
    }

    #[test]
    fn the_edits_of_a_text_against_itself_are_equal(text in text()) {
        let sample = Sample::new(&text, &text);
        prop_assert!(sample.edits().iter().flatten().all(|edit| edit.op == EditOp::Equal));
    }
}
