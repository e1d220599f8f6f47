//! A quotation that has a whole article in it, as where a conversion lost the closing marks.

use super::check;

/// Sentences of which no two are alike, more than any speaker says in one breath.
fn sentences() -> Vec<String> {
    let day = |n: usize| format!("On day {n} the crew of pier {n} sank boat {} again.", n + 400);
    (1..=240).map(day).collect()
}

/// Checks what becomes of quotations of one that has all sentences, from both sides.
#[track_caller]
fn check_within(short: &str, whole_on_left: &str, whole_on_right: &str) {
    let whole = format!("\"{}\" ⟦Nora Quill⟧ said.", sentences().join(" "));
    check(&whole, short, whole_on_left);
    check(short, &whole, whole_on_right);
}

#[test]
fn its_sentences_are_found_in_it() {
    check_within(
        "\"On day 17 the crew of pier 17 sank boat 417 again,\" ⟦Quill⟧ said.\n\"On day 230 the crew of pier 230 sank boat 630 again,\" she said.",
        "trimmed both @same\ntrimmed both",
        "extended both @same\nextended both",
    );
}

#[test]
fn words_that_differ_are_told() {
    check_within(
        "\"On day 120 the crew of pier 120 raised boat 520 again,\" ⟦Quill⟧ said.",
        "altered both [-sank-]{+raised+} @same",
        "altered both [-raised-]{+sank+} @same",
    );
}

#[test]
fn a_few_words_answer_it_though_its_sentence_is_linked_elsewhere() {
    check_within(
        "⟦Quill⟧ spoke of \"the crew of pier 33\" there.\n\"On day 33 the crew of pier 33 sank boat 433 again,\" ⟦Quill⟧ said.",
        "trimmed both @same\ntrimmed both @same",
        "extended both @same\nextended both @same",
    );
}
