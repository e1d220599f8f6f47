//! What belongs to a quotation at its ends, and what may not go there.

use super::{check, check_runs};

#[test]
fn a_run_without_marks_goes_on_to_the_verb_that_names_its_speaker() {
    let longer = "The mayor said the plan was dead.\n⟪I will resign if the vote fails, and I mean it⟫, Mayor ⟦Ann Lee⟧ said.";
    let shorter = "The mayor was firm.\n“I will resign,” Mayor ⟦Ann Lee⟧ said.";
    check(longer, shorter, "trimmed right !condition @same");
    check(shorter, longer, "extended left !condition @same");
    check_runs(shorter, longer, "I will resign if the vote fails, and I mean it — Ann Lee");
    check(
        "“The gates are old,” ⟦Ann Lee⟧ said.",
        "⟪We need the money because the gates are old⟫, ⟦Ann Lee⟧ said.",
        "extended left @same",
    );
}

#[test]
fn a_run_without_marks_takes_nothing_that_is_not_said() {
    // the reporter’s words stand outside the marks, too
    check(
        "The gates jammed but “we will repair them all,” ⟦Ann Lee⟧ said.",
        "⟪The gates jammed but we will repair them all⟫, ⟦Ann Lee⟧ said.",
        "same-words left @same",
    );
    // two quotations that are one sentence there
    check(
        "“We asked three times,” ⟦Ann Lee⟧ said.\nShe went on.\n“Nobody in the ministry ever answered,” she added.",
        "⟪We asked three times, nobody in the ministry ever answered⟫, ⟦Ann Lee⟧ said.",
        "same-words left @same\nsame-words left",
    );
    // an article with marks of its own may report in its own words
    check(
        "“I will resign,” ⟦Ann Lee⟧ said.",
        "⟪I will resign if the vote fails⟫, ⟦Ann Lee⟧ said.\n“Never again will we be late,” ⟦Ann Lee⟧ said.",
        "same-words left @same\nright-only right",
    );
}

#[test]
fn a_condition_or_a_denial_cut_off_an_end_is_alarming() {
    let check_cut = |longer: &str, shorter: &str, alarms: &str| {
        let (longer, shorter) = (format!("“{longer},” ⟦Quill⟧ said."), format!("“{shorter},” ⟦Quill⟧ said."));
        check(&longer, &shorter, &format!("trimmed both{alarms} @same"));
        check(&shorter, &longer, &format!("extended both{alarms} @same"));
    };
    check_cut("I will leave the council if the vote fails", "I will leave the council", " !condition");
    check_cut(
        "I will leave the council today, but only if it fails",
        "I will leave the council",
        " !condition",
    );
    check_cut("If the vote fails, I will leave the council", "I will leave the council", " !condition");
    check_cut("We will sell the old ferry, but not to them", "We will sell the old ferry", " !negation");
    check_cut("I do not believe the captain knew of the leak", "the captain knew of the leak", " !negation");
    check_cut("I doubt that the captain knew of the leak", "the captain knew of the leak", " !negation");
    check_cut("It is a myth that the captain knew of the leak", "the captain knew of the leak", " !negation");
    check_cut("I have no doubt the captain knew of the leak", "the captain knew of the leak", "");
    check_cut("The captain knew of the leak — not", "The captain knew of the leak", " !negation");
    check_cut("Perhaps the captain knew of the leak", "the captain knew of the leak", " !doubt");
    check_cut("The captain knew of the leak, I hope", "The captain knew of the leak", " !doubt");
    check_cut("As long as the gate holds, we will stay", "we will stay", " !condition");
    check_cut("We will stay as long as the gate holds", "We will stay", " !condition");
    check_cut("No, we will sell the old ferry", "we will sell the old ferry", "");
    check_cut("We will sell the old ferry, and I regret it", "We will sell the old ferry", "");
}

#[test]
fn what_is_said_next_to_the_marks_is_not_lost() {
    check(
        "“I do not believe the captain knew of the leak,” ⟦Quill⟧ said.",
        "⟦Quill⟧ did not believe “the captain knew of the leak.”",
        "trimmed both @same",
    );
    check(
        "“We will stay if the gate holds,” ⟦Quill⟧ said.",
        "“We will stay,” ⟦Quill⟧ said, if the gate holds.",
        "trimmed both @same",
    );
}
