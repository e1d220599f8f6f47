//! Which words are names, and which names are one.

use super::check;

/// The name is the same on both sides, and nothing else is a fact.
#[track_caller]
fn same(left: &str, right: &str, name: &str) {
    check(left, right, &[&format!("name {name} same")]);
}

#[test]
fn a_possessive_ends_the_name_of_a_person() {
    check(
        "He left Ruth Oakes’s Harborfest early.",
        "Ruth Oakes left the Harborfest early.",
        &["name Ruth Oakes same", "name Harborfest same"],
    );
    same(
        "He left Weaver’s Mill College early.",
        "He left Weaver’s Mill College now.",
        "Weaver’s Mill College",
    );
}

#[test]
fn words_at_the_start_of_a_sentence_are_no_part_of_a_name() {
    same("Dear Sasha Pell left us.", "And Sasha Pell left us.", "Sasha Pell");
    same("Meet Ruth Oakes now.", "This is Ruth Oakes now.", "Ruth Oakes");
    same("Before Oakes left, it rained.", "It rained when Oakes left.", "Oakes");
    same("Don’t Oakes and others agree?", "Oakes and others agree.", "Oakes");
}

#[test]
fn a_title_can_be_a_last_name() {
    same("Then Martin Luther King left.", "Then King left.", "Martin Luther King");
    check("Then King Albert left.", "Then the king left.", &["title king same", "name Albert | - left-only"]);
    check(
        "Then Virginia Sen. Ruth Oakes left.",
        "Then Sen. Ruth Oakes left.",
        &["place virginia | - left-only", "title senator same", "name Ruth Oakes same"],
    );
}

#[test]
fn a_given_name_is_no_country() {
    same("Then Frances Pell left.", "Then Pell left.", "Frances Pell");
}

#[test]
fn particles_are_inside_a_name() {
    same("Karl van der Holt left.", "Then Holt left.", "Karl van der Holt");
    same("Footage of Holt was shown.", "It showed footage of Holt.", "Holt");
}

#[test]
fn a_nickname_is_the_name() {
    check("Then Bill Oakes left.", "Then William Oakes left.", &["name Bill Oakes | William Oakes same"]);
    check("Then Bill Oakes left.", "Then Bob Oakes left.", &["name Bill Oakes | Bob Oakes altered"]);
    check("Then Bernie Oakes left.", "Then Bernie left.", &["name Bernie Oakes | Bernie same"]);
}
