//! Excerpts and the notes that quote them: what differs can be seen, on its side.

use pressdiff::alignment::BeadId;
use pressdiff::comparison::Comparison;
use pressdiff::difference::{Difference, EditOp, Severity};
use pressdiff::export::{Report, ReportOptions, markdown, notes};
use pressdiff::review::{Placed, Remark, Verdict};
use pressdiff::text::width::columns;
use pressdiff::text::{Pair, Side, Span};
use pressdiff::view::excerpt::{COLUMNS, of_bead};
use proptest::prelude::*;

use super::{comparison, pairs};

fn excerpts(comparison: &Comparison, bead: BeadId) -> Pair<String> {
    of_bead(comparison, bead, COLUMNS).sides.map(|words| words.to_string())
}

fn folded(comparison: &Comparison, side: Side, span: Span) -> String {
    comparison.sides[side].slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn serious(comparison: &Comparison) -> impl Iterator<Item = &Difference> {
    comparison.differences.iter().filter(|found| found.severity > Severity::Low)
}

/// The words of a difference on one side: what its edits have, or all where they have nothing.
fn differing(comparison: &Comparison, found: &Difference, side: Side) -> Vec<String> {
    let Some(whole) = found.spans[side] else { return Vec::new() };
    let edits = comparison.edits(found.bead).iter().filter(|edit| edit.op != EditOp::Equal);
    let inside: Vec<Span> = edits.filter_map(|edit| edit.spans[side]?.intersection(whole)).collect();
    let spans = if inside.is_empty() { vec![whole] } else { inside };
    spans.into_iter().map(|span| folded(comparison, side, span)).collect()
}

/// Asserts that the excerpts of a bead have its serious differences, where these fit; says how many.
#[track_caller]
fn check(comparison: &Comparison, bead: BeadId, width: usize) -> usize {
    let excerpts = of_bead(comparison, bead, width).sides.map(|words| words.to_string());
    let mut seen = 0;
    for side in Side::BOTH {
        let own = serious(comparison).filter(|found| found.bead == bead);
        let words: Vec<String> = own.flat_map(|found| differing(comparison, found, side)).collect();
        let excerpt = &excerpts[side];
        assert!(columns(excerpt) <= width, "{excerpt}");
        // each with an ellipsis before it, and one at the end
        if words.iter().map(|words| columns(words) + 3).sum::<usize>() + 2 <= width {
            for words in &words {
                assert!(excerpt.contains(words), "{words} is not in {excerpt}");
            }
            seen += words.len();
        }
    }
    seen
}

#[test]
fn every_serious_difference_of_every_pair_is_in_the_excerpt() {
    let (mut whole, mut cut) = (0, 0);
    for folder in crate::pairs::folders() {
        let [left, right] = crate::pairs::texts(&folder);
        let comparison = comparison(&left, &right);
        for (bead, _) in comparison.alignment.iter() {
            whole += check(&comparison, bead, COLUMNS);
            cut += check(&comparison, bead, 60);
        }
    }
    assert!(whole > 150 && cut > 120, "{whole} differences, {cut} in half the width");
}

/// The comparison with a bare *fix* on each sentence that has a serious difference.
fn fixed(comparison: &Comparison) -> Placed {
    let mut review = Placed::default();
    for found in serious(comparison) {
        review.remarks.insert(found.bead, Remark { verdict: Some(Verdict::Fix), note: None });
    }
    review
}

#[test]
fn notes_and_tables_carry_the_findings_of_each_remark_and_say_both_only_of_equal_sentences() {
    let mut seen = 0;
    for folder in crate::pairs::folders() {
        let [left, right] = crate::pairs::texts(&folder);
        let comparison = comparison(&left, &right);
        let (review, options) = (fixed(&comparison), ReportOptions::default());
        let report = Report { comparison: &comparison, review: &review, options: &options };
        let notes = notes::notes(&report).replace('\\', "");
        let markdown = markdown::markdown(&report).replace('\\', "");
        let (_, table) = markdown.split_once("## Review").unwrap_or_default();
        let table = table.split("\n## ").next().unwrap_or_default();
        for found in serious(&comparison) {
            assert!(notes.contains(&format!("\n  - {}\n", found.why)), "{} is not in\n{notes}", found.why);
            assert!(table.contains(&found.why), "{} is not in\n{table}", found.why);
            seen += 1;
        }
        let equal = review.remarks.keys().filter(|&&bead| of_bead(&comparison, bead, COLUMNS).equal).count();
        assert_eq!(notes.matches("\n  - both: ").count(), equal, "{notes}");
    }
    assert!(seen > 80, "{seen}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn excerpts_of_any_two_texts_are_short_and_mirrored((left, right) in pairs()) {
        let there = comparison(&left, &right);
        let back = comparison(&right, &left);
        let all = |comparison: &Comparison| -> Vec<Pair<String>> {
            comparison.alignment.iter().map(|(bead, _)| excerpts(comparison, bead)).collect()
        };
        let (there, mut mirrored): (_, Vec<_>) =
            (all(&there), all(&back).into_iter().map(Pair::swap).collect());
        for excerpt in there.iter().flat_map(|pair| [&pair.left, &pair.right]) {
            prop_assert!(columns(excerpt) <= COLUMNS, "{excerpt}");
            prop_assert!(!excerpt.contains(['\n', '\t']), "{excerpt:?}");
        }
        let mut there = there;
        there.sort();
        mirrored.sort();
        prop_assert_eq!(there, mirrored);
    }

    /// One long sentence in which a few figures differ, wherever they stand.
    #[test]
    fn what_differs_in_a_long_sentence_is_seen(
        length in 10_usize..150,
        places in prop::collection::btree_set(0_usize..150, 1..5),
    ) {
        let sentence = |figure: usize| {
            let word = |at: usize| match places.iter().position(|&place| place == at) {
                Some(nth) => (figure + nth).to_string(),
                None => format!("word{}", char::from(b'a' + (at % 26) as u8)),
            };
            format!("The {}.\n", (0..length).map(word).collect::<Vec<_>>().join(" "))
        };
        let comparison = comparison(&sentence(310), &sentence(720));
        for (bead, _) in comparison.alignment.iter() {
            check(&comparison, bead, COLUMNS);
        }
    }
}

#[test]
fn past_the_cap_the_most_serious_difference_is_seen_on_both_sides() {
    let clause =
        "the officials of the harbour board who had waited in the old hall for the whole of the cold night "
            .repeat(4);
    let left =
        format!("Some may leave, and {clause} counted 312 boats, and {clause} said the pier may reopen.\n");
    let right =
        format!("Some will leave, and {clause} counted 321 boats, and {clause} said the pier will reopen.\n");
    let comparison = comparison(&left, &right);
    let excerpts = excerpts(&comparison, BeadId::new(0));
    for (words, wanted) in [(&excerpts.left, "counted 312 boats"), (&excerpts.right, "counted 321 boats")] {
        assert!(words.contains(wanted), "{words}");
        assert!(columns(words) <= COLUMNS && columns(words) > COLUMNS / 2, "{words}");
        assert!(words.starts_with("Some ") && words.contains(" … "), "{words}");
    }
}
