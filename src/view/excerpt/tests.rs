use super::*;
use crate::difference::{Certainty, Difference, DifferenceKind, Severity};
use crate::text::width::columns;
use crate::view::made;

/// Cuts a text to so many columns: `{…}` is a serious difference, `[…]` a minor one, `{}` a
/// place where only the other side has words.
#[track_caller]
fn check(notation: &str, limit: usize, expected: &str) {
    let (mut text, mut foci, mut start) = (String::new(), Vec::new(), 0);
    for c in notation.chars() {
        match c {
            '{' | '[' => start = text.len(),
            '}' | ']' => {
                let severity = Some(if c == '}' { Severity::High } else { Severity::Low });
                foci.push(Focus { span: Span::new(start, text.len()), severity, exact: true });
            }
            c => text.push(c),
        }
    }
    let cut = window::excerpt(&text, &[Span::whole(&text)], &foci, &[], limit).to_string();
    assert_eq!(cut, expected);
    assert!(columns(&cut) <= limit, "{} columns: {cut}", columns(&cut));
}

#[test]
fn what_fits_is_shown_whole() {
    check("  The river\n\trose {four} metres. ", 30, "The river rose four metres.");
    check("", 30, "");
    check(" \n ", 1, "");
}

#[test]
fn a_long_sentence_is_cut_around_what_differs() {
    let sentence = "a b c d e f g h i j {may} k l m n o p q r s t";
    check(sentence, 19, "… h i j may k l m …");
    check(sentence, 18, "… h i j may k l …");
    check("{may} a b c d e f g h i j k", 12, "may a b c …");
    check("a b c d e f g h i j k {may}", 12, "… i j k may");
}

#[test]
fn words_that_only_the_other_side_has_show_their_place() {
    check("a b c d e f g h {}i j k l m n o p", 15, "… f g h i j k …");
    check("{}a b c d e f g h", 9, "a b c d …");
    check("a b c d e f g h{}", 9, "… e f g h");
}

#[test]
fn all_that_differs_is_shown_where_it_fits() {
    check("a b {may} c d e f g h i j k l m n {not} o p q r", 21, "a b may c … n not o …");
    check("a b {may} c {not} d e f g h i j k l m", 15, "a b may c not …");
}

#[test]
fn the_serious_come_first_and_the_minor_where_there_is_room() {
    let sentence = "a [or] b c d e f g h i j {may} k l m n o p q [and] r";
    check(sentence, 19, "… h i j may k l m …");
    check(sentence, 34, "… d e f g h i j may k l m n o p …");
    check(sentence, 38, "a or b … g h i j may k l m n … q and r");
}

#[test]
fn a_long_passage_does_not_hide_a_short_difference() {
    check("a b {may} c d e {not} f g h i j k l m n o p q", 21, "a b may c d e not f …");
    check("{one two three four five six} a b c d e f {not} g h", 22, "one two … six … not …");
    check("a b {may} c d e {not} f g h i j k l m n o p q", 21, "a b may c d e not f …");
    check("{one two three four five six}", 17, "one two … six");
}

#[test]
fn without_a_difference_both_ends_are_shown() {
    check("a b c d e f g h i j k l", 13, "a b c … j k l");
}

#[test]
fn long_words_are_cut_between_graphemes() {
    let word = |letter: &str, count: usize| letter.repeat(count);
    check(&format!("{}{{5}}{}", word("x", 50), word("y", 50)), 9, "…xxx5yyy…");
    check(&format!("{}{{5}}{}", word("東", 50), word("京", 50)), 12, "…東東5京京…");
    check(&format!("see {{e\u{301}}}{}", word("e\u{301}", 60)), 9, "see e\u{301}e\u{301}e\u{301}e\u{301}…");
    check(&word("\u{200b}", 900), 5, "\u{200b}\u{200b}…\u{200b}\u{200b}");
    check("{Harbourmasters} said", 10, "Harb…ers …");
    check("a\u{1b}cb {c} d e f g", 12, "a\u{1b}cb c d e …");
}

/// One bead of two sentences with findings: a severity, and the words of each side.
fn compared(texts: [&str; 2], findings: &[(Severity, &str, &str)]) -> Comparison {
    let mut comparison = made::comparison(texts[0], texts[1], "0-0");
    for &(severity, left, right) in findings {
        let words = Pair::new(left, right);
        let spans = Pair::from_fn(|side| {
            let start = comparison.sides[side].article.text.find(words[side])?;
            (!words[side].is_empty()).then(|| Span::new(start, start + words[side].len()))
        });
        let (bead, kind, certainty) = (BeadId::new(0), DifferenceKind::Hedge, Certainty::Check);
        let (rule, why) = ("hedge", String::new());
        comparison.differences.push(Difference { bead, kind, severity, certainty, spans, rule, why });
    }
    comparison
}

#[track_caller]
fn check_sides(texts: [&str; 2], findings: &[(Severity, &str, &str)], columns: usize, expected: [&str; 2]) {
    let found = of_bead(&compared(texts, findings), BeadId::new(0), columns).sides;
    assert_eq!([found.left.to_string(), found.right.to_string()], expected);
    let turned: Vec<_> = findings.iter().map(|&(severity, left, right)| (severity, right, left)).collect();
    let mirrored = of_bead(&compared([texts[1], texts[0]], &turned), BeadId::new(0), columns).sides;
    assert_eq!(mirrored, found.swap());
}

#[test]
fn without_a_finding_all_edits_are_shown() {
    let left = "The board said the flats on the quay would lose water for two days in May.";
    let right = "The board said all flats on the quay would lose water for six days in May.";
    check_sides(
        [left, right],
        &[],
        40,
        ["… board said the flats … for two days …", "… board said all flats … for six days …"],
    );
}

#[test]
fn of_a_finding_the_words_that_differ_are_shown() {
    let left = "“The board may give us two days or even three before the water goes,” she said.";
    let right = "“The board will give us two days or even three before the water goes,” she said.";
    let whole =
        |text: &str| text.split('“').nth(1).and_then(|rest| rest.split('”').next()).map(str::to_owned);
    let (quoted, other) = (whole(left).expect("a quotation"), whole(right).expect("a quotation"));
    check_sides(
        [left, right],
        &[(Severity::High, &quoted, &other)],
        25,
        ["“The board may give us …", "“The board will give us …"],
    );
}

#[test]
fn words_of_one_side_show_the_same_place_on_the_other() {
    let left = "The man who lived near the old mill allegedly took two boats from the pier at noon.";
    let right = "The man who lived near the old mill took two boats from the pier at noon.";
    check_sides(
        [left, right],
        &[(Severity::Medium, "allegedly", "")],
        36,
        ["… the old mill allegedly took two …", "… near the old mill took two boats …"],
    );
}

#[test]
fn what_differs_is_marked_and_only_where_both_sides_have_words() {
    let piece = |text: &str, differs: bool| Piece { text: text.to_owned(), differs };
    let found = of_bead(&compared(["Some 12  men left.", "Some 15 men left."], &[]), BeadId::new(0), COLUMNS);
    let pieces = vec![piece("Some ", false), piece("12", true), piece(" men left.", false)];
    assert_eq!(found.sides.left.pieces, pieces);
    let alone = of_bead(&made::comparison("Rain fell.", "", "0-"), BeadId::new(0), COLUMNS);
    assert_eq!(alone.sides.left.pieces, [piece("Rain fell.", false)]);
    assert!(alone.sides.right.is_empty() && !alone.equal);
}

#[test]
fn sentences_are_equal_only_byte_for_byte() {
    let equal = |left: &str, right: &str| {
        let found = of_bead(&compared([left, right], &[]), BeadId::new(0), COLUMNS).equal;
        assert_eq!(of_texts(Pair::new(Some(left), Some(right)), COLUMNS).equal, found);
        found
    };
    assert!(equal("Some 12 men  left.", "Some 12 men\tleft."));
    assert!(!equal("Some 12 men left.", "Some 12 men left"));
    assert!(!equal("It’s over.", "It's over."));
    let long = |figure: &str| format!("{} {figure} {}", "one two ".repeat(40), "three four ".repeat(40));
    assert!(!equal(&long("312"), &long("321")));
}

#[test]
fn sentences_of_no_comparison_are_cut_around_what_differs() {
    let long = |figure: &str| format!("{}{figure} {}", "one two ".repeat(40), "three four ".repeat(40));
    let (left, right) = (long("312"), long("321 or 322"));
    let found = of_texts(Pair::new(Some(left.as_str()), Some(right.as_str())), COLUMNS)
        .sides
        .map(|words| words.to_string());
    assert!(found.left.contains("two 312 three"), "{}", found.left);
    assert!(found.right.contains("two 321 or 322 three"), "{}", found.right);
    let gone = of_texts(Pair::new(Some("It rained."), None), COLUMNS);
    assert_eq!(gone.sides.map(|words| words.to_string()), Pair::new("It rained.".to_owned(), String::new()));
    let shorter = of_texts(Pair::new(Some("a b a"), Some("a b a b a")), COLUMNS).sides.left;
    assert_eq!(shorter.to_string(), "a b a");
}
