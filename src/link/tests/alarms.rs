//! What may turn the meaning of a quotation, and what only looks so.

use super::check;

/// Both sides in marks, by one speaker; what is found of it.
#[track_caller]
fn check_said(left: &str, right: &str, expected: &str) {
    let said = |words: &str| format!("\"{words},\" ⟦Quill⟧ said.");
    check(&said(left), &said(right), &format!("{expected} @same"));
}

#[test]
fn words_put_in_are_not_cut() {
    check_said(
        "The old ferry has one failure in ten years",
        "The old ferry, for example, has one failure in ten years",
        "altered both {+for example+} !added-words",
    );
    check_said(
        "The old ferry, for example, has one failure in ten years",
        "The old ferry has one failure in ten years",
        "altered both [-for example-] !silent-cut",
    );
}

#[test]
fn a_word_of_content_is_cut_and_an_and_is_not() {
    check_said(
        "We have heard the settled will of the island",
        "We have heard the will of the island",
        "altered both [-settled-] !silent-cut",
    );
    check_said(
        "We will mend the quay and the old harbor wall",
        "We will mend the quay the old harbor wall",
        "altered both [-and-]",
    );
}

#[test]
fn a_run_for_which_a_word_or_two_stand_is_cut() {
    check_said(
        "They were robbed by the northern harbor board and yet they were paid nothing at all for it",
        "They were robbed but they were paid nothing at all for it",
        "altered both [-by the northern harbor board and yet-]{+but+} !silent-cut",
    );
    check_said(
        "The captain knew about the leak in the hull of the ferry",
        "The captain spoke about the leak in the hull of the ferry",
        "altered both [-knew-]{+spoke+}",
    );
}

#[test]
fn words_that_moved_are_not_cut() {
    check_said(
        "I carry a lot in my work for fishermen and it was too heavy for me",
        "I carry a lot with fishermen in my work and it was too heavy for me",
        "altered both {+with fishermen+} [-for fishermen-]",
    );
}

#[test]
fn a_sentence_said_anew_is_not_cut() {
    check_said(
        "In the islands, waste is virtually absent because the fishermen share it",
        "In the islands, there is almost no waste because the fishermen share it",
        "altered both [-waste-]{+there+} [-virtually absent-]{+almost no waste+} !negation",
    );
}

#[test]
fn without_marks_on_both_sides_nothing_is_cut_silently() {
    check(
        "\"We will rebuild the old pier, as a matter of urgency, before the summer comes,\" he said.",
        "We will rebuild the old pier before the summer comes, he said.",
        "altered left [-as a matter of urgency-]",
    );
}

#[test]
fn a_modal_that_moved_or_is_drawn_together_is_no_other() {
    check_said(
        "If we can save the boats we will need ropes that can hold them",
        "If people can see us we will need ropes that can hold the boats",
        "altered both [-we-]{+people+} [-save the boats-]{+see us+} [-them-]{+the boats+}",
    );
    check_said(
        "If it goes on so we’ll have larger boats in the summer",
        "If it goes on so boats will be larger in the summer",
        "altered both [-we’ll have-]{+boats will be+} [-boats-]",
    );
}

#[test]
fn a_number_in_another_dress_is_the_same() {
    check_said(
        "The quay is back to being ten years old and nobody mends it",
        "The quay is like a 10-year-old and nobody mends it",
        "altered both [-back to being ten years old-]{+like a 10-year-old+}",
    );
}

#[test]
fn unless_is_if_not_and_illegal_is_not_legal() {
    check_said(
        "We will lose the ferry unless we mend the hull this week",
        "We will lose the ferry if we don't mend the hull this week",
        "altered both [-unless-]{+if+} {+don't+}",
    );
    check_said(
        "The fishing there is not legal and everybody knows of it",
        "The fishing there is illegal and everybody knows of it",
        "altered both [-not legal-]{+illegal+}",
    );
}

#[test]
fn a_hedge_that_came_or_went_is_told() {
    check_said(
        "The crew were dead when we reached the shore",
        "The crew were almost dead when we reached the shore",
        "altered both {+almost+} !added-words !hedge",
    );
    check_said(
        "The board tends not to pay for the nets",
        "The board does not pay for the nets",
        "altered both [-tends-]{+does+} [-to-] !hedge",
    );
}

#[test]
fn letters_for_a_thing_are_no_name() {
    check_said(
        "If you have an off-the-shelf UAV, it crashes into the sea",
        "If a drone has no radio, it crashes into the sea",
        "altered both [-you have an off-the-shelf UAV-]{+a drone has no radio+} !negation",
    );
}

#[test]
fn a_sign_that_came_or_went_is_a_number() {
    check_said(
        "It was −5 degrees on the quay at dawn",
        "It was 5 degrees on the quay at dawn",
        "altered both [-−-] !number !silent-cut",
    );
    check_said(
        "It was minus five degrees on the quay at dawn",
        "It was five degrees on the quay at dawn",
        "altered both [-minus-] !number !silent-cut",
    );
    check_said(
        "They lost -$5 million on the old quay",
        "They lost $5 million on the old quay",
        "altered both [---] !number !silent-cut",
    );
    check_said(
        "It was minus 5 degrees on the quay at dawn",
        "It was −5 degrees on the quay at dawn",
        "same-words both",
    );
}

#[test]
fn a_sign_lost_at_an_end_is_no_trimming() {
    check_said(
        "Minus five degrees on the quay at dawn",
        "Five degrees on the quay at dawn",
        "altered both [-Minus-] !number",
    );
}

#[test]
fn numbers_in_each_others_place_are_an_alarm() {
    check_said(
        "The price rose from 5 percent to 7 percent in May",
        "The price rose from 7 percent to 5 percent in May",
        "altered both [-5-]{+7+} [-7-]{+5+} !number",
    );
    check_said(
        "We won 3-1 on the old quay at dawn",
        "We won 1-3 on the old quay at dawn",
        "altered both [-3-] {+3+} !number",
    );
    check_said(
        "The ferry left on Monday and came back on Friday",
        "The ferry left on Friday and came back on Monday",
        "altered both [-Monday-]{+Friday+} [-Friday-]{+Monday+} !number",
    );
    check_said(
        "The board voted 12 to 9 for the old ferry",
        "The board voted 9 to 12 for the old ferry",
        "altered both [-12-]{+9+} [-9-]{+12+} !number",
    );
}

#[test]
fn numbers_that_moved_with_their_words_are_none() {
    check_said(
        "There were 5 in Dorn and 7 in Lund on the quay",
        "There were 7 in Lund and 5 in Dorn on the quay",
        "altered both [-5-]{+7+} [-Dorn-]{+Lund+} [-7-]{+5+} [-Lund-]{+Dorn+}",
    );
    check_said(
        "The ferry sails on Monday and Friday in May",
        "The ferry sails on Friday and Monday in May",
        "altered both [-Monday-]{+Friday+} [-Friday-]{+Monday+}",
    );
    check_said(
        "The ferry sails on Monday and on Friday in May",
        "The ferry sails on Friday and on Monday in May",
        "altered both [-Monday-]{+Friday+} [-Friday-]{+Monday+}",
    );
}
