//! Which marks open and close, and which pieces are one quotation.

use super::*;

#[test]
fn an_interrupted_quotation_is_one_with_two_fragments() {
    check(
        "Mayor Anna Berg opened the bridge.|\n“We may close it,” she said.| “And, again — it is old.| We have to talk.”",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We may close it,” “And, again — it is old. We have to talk.”"],
    );
    check("“The dam,” Udo Kern said, “is safe.”", &["direct ⟦Udo Kern⟧ ⟨said⟩ “The dam,” “is safe.”"]);
    check(
        "“It is late,” says Udo Kern, founder of the club.| “We go home now.”",
        &["direct ⟦Udo Kern⟧ ⟨says⟩ “It is late,” “We go home now.”"],
    );
}

#[test]
fn a_new_attribution_starts_a_new_quotation() {
    check(
        "Anna Berg said “the bridge is old.”| She added, “It will be closed soon.”",
        &[
            "direct ⟦Anna Berg⟧ ⟨said⟩ “the bridge is old.”",
            "direct ⟦Anna Berg⟧ ⟨added⟩ “It will be closed soon.”",
        ],
    );
    check(
        "Anna Berg said “the bridge is old,” and Udo Kern said “the bridge will last.”",
        &[
            "mixed ⟦Anna Berg⟧ ⟨said⟩ “the bridge is old,”",
            "direct ⟦Udo Kern⟧ ⟨said⟩ “the bridge will last.”",
        ],
    );
}

#[test]
fn the_same_words_of_two_speakers_are_two_quotations() {
    check(
        "“We will win,” said Anna Berg.|\n“We will win,” said Udo Kern.|",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We will win,”", "direct ⟦Udo Kern⟧ ⟨said⟩ “We will win,”"],
    );
}

#[test]
fn paragraphs_of_one_quotation_are_one_where_only_the_last_closes() {
    check(
        "“The river rose all night,” Anna Berg said.| “We had no boats.\n“Nobody came to help us.\n“Now it is over.”",
        &[
            "direct ⟦Anna Berg⟧ ⟨said⟩ “The river rose all night,” “We had no boats.” “Nobody came to help us.” “Now it is over.”",
        ],
    );
}

#[test]
fn a_line_may_break_inside_the_marks() {
    check(
        "Anna Berg said: “The river rose all night.\nNobody came to help us,” she added.",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “The river rose all night.” “Nobody came to help us,”"],
    );
}

#[test]
fn a_block_quotation_may_never_close() {
    check(
        "Anna Berg wrote in her letter:\n“The river rose all night.\n“Nobody came to help us.",
        &["direct ⟦Anna Berg⟧ ⟨wrote⟩ “The river rose all night.” “Nobody came to help us.”"],
    );
}

#[test]
fn every_style_of_marks_pairs() {
    for text in [
        "\"The dam is safe,\" Kern said.",
        "“The dam is safe,” Kern said.",
        "''The dam is safe,'' Kern said.",
        "``The dam is safe,'' Kern said.",
        "«The dam is safe,» Kern said.",
        "»The dam is safe,« Kern said.",
        "„The dam is safe,“ Kern said.",
        "„The dam is safe,” Kern said.",
        "”The dam is safe,” Kern said.",
        "'The dam is safe,' Kern said.",
        "‘The dam is safe,’ Kern said.",
        "‹The dam is safe,› Kern said.",
        "« The dam is safe, » Kern said.",
    ] {
        check(text, &["direct ⟦Kern⟧ ⟨said⟩ “The dam is safe,”"]);
    }
}

#[test]
fn nested_marks_stay_part_of_the_words() {
    check(
        "“He told me, ‘Go home,’” Anna Berg said.",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “He told me, ‘Go home,’”"],
    );
    check(
        "“They call it “the hole” in town,” Berg said.",
        &["direct ⟦Berg⟧ ⟨said⟩ “They call it “the hole” in town,”"],
    );
    check(
        "'She called it \"art\" and left,' Kern said.",
        &["direct ⟦Kern⟧ ⟨said⟩ “She called it \"art\" and left,”"],
    );
}

#[test]
fn one_missing_mark_costs_no_other_quotation() {
    let rest = "\n“The dam is safe,” Udo Kern said.|";
    let kern = "direct ⟦Udo Kern⟧ ⟨said⟩ “The dam is safe,”";
    check(
        &format!("“We go home, Anna Berg said.|{rest}"),
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We go home,”", kern],
    );
    check(
        &format!("We go home,” Anna Berg said.|{rest}"),
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We go home,”", kern],
    );
    check(
        &format!("“We go home, Anna Berg said.| “It is late now.”{rest}"),
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We go home,” “It is late now.”", kern],
    );
}

#[test]
fn inches_and_apostrophes_are_no_marks() {
    check("The guard is 6'2\" tall and has a 5\" knife.", &[]);
    check("In the '90s the leaders' plan was rock 'n' roll, the players' dream.", &[]);
    check(
        "Kern called 'the leaders' plan for the '90s a joke,' and left.",
        &["mixed ⟦Kern⟧ ⟨called⟩ “the leaders' plan for the '90s a joke,”"],
    );
}

#[test]
fn a_dash_breaks_words_off_inside_the_marks() {
    check("\"I never—\" Anna Berg began.", &["direct ⟦Anna Berg⟧ ⟨began⟩ “I never—”"]);
}

#[test]
fn brackets_and_omissions_stay_part_of_the_words() {
    check(
        "“It [the meeting] is (sic) f---ing ... late,” spokesman Udo Kern told reporters.",
        &["direct ⟦Udo Kern⟧ ⟨told reporters⟩ “It [the meeting] is (sic) f---ing ... late,”"],
    );
}

#[test]
fn titles_nicknames_and_terms_quote_nobody() {
    check("Anna Berg said on “Morning Watch” that she would go.", &["scare “Morning Watch”"]);
    check("In her book, “The Long River,” Anna Berg said the dam was safe.", &["scare “The Long River,”"]);
    check("Anna “Nan” Berg left the hall.", &["scare “Nan”"]);
    check("The so-called “mud tax” ended in May.", &["scare “mud tax”"]);
}

#[test]
fn a_term_replaces_an_adjective() {
    check(
        "Anna Berg thinks the bridge should now be a “test of will” for the town.",
        &["mixed ⟦Anna Berg⟧ ⟨thinks⟩ “test of will”"],
    );
    check("Anna Berg thinks it is a “test of will” town.", &["scare “test of will”"]);
}

#[test]
fn a_headline_in_single_marks_is_a_quotation() {
    check("Kern says dam 'absolutely safe' after flood", &["mixed ⟦Kern⟧ ⟨says⟩ “absolutely safe”"]);
    check(
        "Berg: Kern ‘Has to Come Out in Favor of It.’",
        &["direct ⟦Berg⟧ “Has to Come Out in Favor of It.”"],
    );
}

#[test]
fn a_text_without_any_mark_gets_one_note() {
    let (bare, none) = detected("The dam is safe, Udo Kern said.");
    assert!(note_on_marks(&bare, &none).is_some());
    let (marked, some) = detected("“The dam is safe,” Udo Kern said.");
    assert_eq!(note_on_marks(&marked, &some), None);
    let (empty, nothing) = detected("");
    assert_eq!(note_on_marks(&empty, &nothing), None);
}

#[test]
fn a_straight_mark_that_sets_a_paragraph_apart_opens_nothing() {
    check(
        "“We lost,” Anna Berg said.\n\"KERN: He is on “Quiz Night” today, and we go there.\n\"BERG: We stay.\n“Never,” Udo Kern said.",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We lost,”", "scare “Quiz Night”", "direct ⟦Udo Kern⟧ ⟨said⟩ “Never,”"],
    );
}

#[test]
fn single_marks_around_and_behind_double_ones() {
    check(
        "Anna Berg said 'We told them \"no,\"' and left.",
        &["direct ⟦Anna Berg⟧ ⟨said⟩ “We told them \"no,”"],
    );
    check("\"It was late,'\" Anna Berg said.", &["direct ⟦Anna Berg⟧ ⟨said⟩ “It was late,”"]);
}
