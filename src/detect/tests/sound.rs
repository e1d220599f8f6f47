//! What holds for the quotations of any text, however its marks stand.

use proptest::prelude::*;

use super::super::*;
use super::*;

/// Marks by the thousand in one sentence take as long as any other text: no rule looks at all of them.
#[test]
fn thousands_of_marks_are_read_in_one_pass() {
    for unit in [
        "\"",
        "“",
        "”",
        "'",
        "’ ",
        " '",
        "“a ",
        "\"a\" ",
        "'a \"b ",
        "„a",
        "''",
        "« »",
        "said \"a\", he ",
        "'s ",
        "Berg, who ",
    ] {
        let text = unit.repeat(40_000 / unit.len());
        // a rule that looked at all of them would not be done before the run is given up
        let (_, quotations) = detected(&text);
        assert!(quotations.iter().all(|quotation| !quotation.fragments.is_empty()), "{unit:?}");
    }
}

/// Pieces of text in which marks meet everything they can meet.
fn rich_in_marks() -> impl Strategy<Value = String> {
    let pieces = proptest::sample::select(vec![
        "\"",
        "“",
        "”",
        "„",
        "«",
        "»",
        "'",
        "‘",
        "’",
        "''",
        "``",
        "‚",
        "‹",
        "›",
        "'90s",
        "6'2\"",
        "—",
        ", ",
        ". ",
        "| ",
        ": ",
        "? ",
        "\n",
        " ",
        "\u{a0}",
        "(",
        ")",
        "é",
        "東",
        "\u{301}",
        "said",
        " said ",
        "Berg",
        " Anna Berg ",
        " he ",
        "according to ",
        "who ",
        "as saying ",
        "the ",
        "a",
        "I",
        "and ",
        "told reporters ",
        "...",
        "U.S.",
        "NAME: ",
        "s ",
        "5",
    ]);
    proptest::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
}

/// What holds for the quotations of any text.
fn assert_sound(notation: &str) {
    let (article, quotations) = detected(notation);
    let mut last_start = 0;
    for quotation in &quotations {
        assert!(!quotation.fragments.is_empty());
        assert!(quotation.span().start() >= last_start);
        last_start = quotation.span().start();
        for pair in quotation.fragments.windows(2) {
            assert!(pair[0].end() <= pair[1].start(), "{:?}", quotation.fragments);
        }
        for fragment in &quotation.fragments {
            let words = article.slice(*fragment);
            assert_eq!(words, words.trim());
            assert!(words.contains(char::is_alphanumeric), "{words:?}");
            // a mark at the end closes one inside
            let closes = words.matches(signs::is_double).count() > 1;
            assert!(!words.starts_with(signs::is_double), "{words:?}");
            assert!(!words.ends_with(signs::is_double) || closes, "{words:?}");
        }
        let attribution = &quotation.attribution;
        for span in [attribution.mention, attribution.cue].into_iter().flatten() {
            assert!(!article.slice(span).is_empty());
        }
        if attribution.speaker.is_none() {
            assert_eq!(attribution.confidence, crate::quotation::Confidence::None);
        }
    }
    let mut fragments: Vec<Span> = quotations
        .iter()
        .filter(|quotation| quotation.marked)
        .flat_map(|quotation| quotation.fragments.clone())
        .collect();
    fragments.sort();
    assert!(fragments.windows(2).all(|pair| pair[0].end() <= pair[1].start()), "{fragments:?}");
}

#[test]
fn marks_behind_a_lost_single_are_no_words() {
    assert_sound("'„6'2\"\u{301}‹");
    assert_sound("“‘“We go.”");
    assert_sound("\"NAME: „said''”");
}

proptest! {
    #[test]
    fn quotations_are_sound_in_any_text_rich_in_marks(text in rich_in_marks()) {
        assert_sound(&text);
    }

    #[test]
    fn quotations_are_sound_in_any_text(text in "\\PC{0,200}") {
        assert_sound(&text);
    }
}
